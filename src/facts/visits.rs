//! Who may visit which village school, and who may be whose mentor (送教下乡、巡回授课、名师结对).

use super::values::{mentor_pairs, visiting_lessons};
use super::{Facts, Placement};
use crate::domain::{Backbone, Class, SchoolNo, Subject, Teacher, TeacherNo};

/// Visits that a school is to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// The school.
    pub school: SchoolNo,
    /// For the lack of a teacher of this group of subjects; none for circuits of backbone teachers.
    pub group: Option<usize>,
    /// Times a term.
    pub times: i64,
}

/// Who works where next year, and what the policy says of it.
pub struct Visiting<'a> {
    facts: &'a Facts<'a>,
    next: Vec<Option<SchoolNo>>,
    from: Vec<Class>,
    to: Vec<Class>,
    level: Backbone,
    groups: Vec<Vec<Subject>>,
    minutes: i64,
}

impl<'a> Visiting<'a> {
    /// As the policy of the facts says.
    pub fn new(facts: &'a Facts<'a>, plan: &Placement) -> Self {
        let book = facts.book;
        Self {
            facts,
            next: plan.next(facts),
            from: book.get(visiting_lessons::FROM_SCHOOLS),
            to: book.get(visiting_lessons::TO_SCHOOLS),
            level: book.get(visiting_lessons::LEVEL),
            groups: book.get(visiting_lessons::GROUPS),
            minutes: book.get(visiting_lessons::MINUTES_AT_MOST),
        }
    }

    /// The subjects of a group.
    pub fn group(&self, group: usize) -> &[Subject] {
        self.groups.get(group).map_or(&[], Vec::as_slice)
    }

    /// What every school is to have: circuits at each of the listed schools, and visits for each group
    /// of subjects that nobody there teaches.
    pub fn wanted(&self) -> Vec<Wanted> {
        let book = self.facts.book;
        let schools = self.facts.roster.school_nos().filter(|no| {
            let one = self.facts.roster.school(*no);
            one.is_any(&self.to) && !one.closing && super::floors::all_pupils(self.facts, *no) > 0
        });
        let wanted = schools.flat_map(|school| {
            let lacking = (0..self.groups.len()).filter(move |no| !self.has_own(school, *no));
            let groups = [None].into_iter().chain(lacking.map(Some));
            groups.map(move |group| Wanted {
                school,
                group,
                times: book.get(match group {
                    None => visiting_lessons::CIRCUITS_PER_TERM,
                    Some(_) => visiting_lessons::VISITS_PER_TERM,
                }),
            })
        });
        wanted.filter(|one| one.times > 0).collect()
    }

    fn has_own(&self, school: SchoolNo, group: usize) -> bool {
        let mut all = self.facts.roster.teachers.iter().zip(&self.next);
        all.any(|(one, at)| *at == Some(school) && self.is_of(one, group))
    }

    fn is_of(&self, teacher: &Teacher, group: usize) -> bool {
        let group = self.group(group);
        group.contains(&teacher.subject)
            || teacher.more_subjects.iter().any(|one| group.contains(one))
    }

    /// Whether somebody may make such a visit at all: she works at one of the schools that send, is a
    /// backbone teacher for a circuit, or teaches a subject of the group.
    pub fn may_visit(&self, who: TeacherNo, group: Option<usize>) -> bool {
        let teacher = self.facts.roster.teacher(who);
        let sends = |at: SchoolNo| self.facts.roster.school(at).is_any(&self.from);
        let fits = match group {
            Some(group) => self.is_of(teacher, group),
            None => teacher.backbone_of(self.level),
        };
        self.next[who.0].is_some_and(sends) && fits && teacher.protections.is_empty()
    }

    /// Minutes one way from where she works, when that is within reach.
    pub fn reach(&self, who: TeacherNo, to: SchoolNo) -> Option<u32> {
        let from = self.next[who.0]?;
        let minutes = self.facts.travel.between(from, to)?;
        (from != to && i64::from(minutes) <= self.minutes).then_some(minutes)
    }
}

/// Who may be whose mentor.
pub struct Mentoring<'a> {
    facts: &'a Facts<'a>,
    next: Vec<Option<SchoolNo>>,
    from: Vec<Class>,
    to: Vec<Class>,
    mentor: Backbone,
    mentee: Backbone,
}

impl<'a> Mentoring<'a> {
    /// As the policy of the facts says.
    pub fn new(facts: &'a Facts<'a>, plan: &Placement) -> Self {
        let book = facts.book;
        Self {
            facts,
            next: plan.next(facts),
            from: book.get(mentor_pairs::FROM_SCHOOLS),
            to: book.get(mentor_pairs::TO_SCHOOLS),
            mentor: book.get(mentor_pairs::MENTOR_LEVEL),
            mentee: book.get(mentor_pairs::VILLAGE_LEVEL),
        }
    }

    fn at_any(&self, who: TeacherNo, classes: &[Class]) -> bool {
        self.next[who.0].is_some_and(|at| self.facts.roster.school(at).is_any(classes))
    }

    /// Whether a village teacher is to have a mentor.
    pub fn wants(&self, who: TeacherNo) -> bool {
        self.facts.roster.teacher(who).backbone_of(self.mentee) && self.at_any(who, &self.to)
    }

    /// Whether one can be the other's mentor: at a school that sends, of the grade that is asked, of the
    /// same subject, and not at the same school.
    pub fn may_guide(&self, mentor: TeacherNo, who: TeacherNo) -> bool {
        let roster = self.facts.roster;
        let (a, b) = (roster.teacher(mentor), roster.teacher(who));
        a.backbone_of(self.mentor)
            && a.subject == b.subject
            && self.at_any(mentor, &self.from)
            && self.next[mentor.0] != self.next[who.0]
    }

    /// Minutes between where they work.
    pub fn minutes(&self, mentor: TeacherNo, who: TeacherNo) -> i64 {
        let ends = self.next[mentor.0].zip(self.next[who.0]);
        ends.and_then(|(a, b)| self.facts.travel.between(a, b))
            .map_or(0, i64::from)
    }
}
