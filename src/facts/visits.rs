//! Who may visit which village school, and who may be whose mentor (送教下乡、巡回授课、名师结对).

use super::values::visiting_lessons::CountBy;
use super::values::{mentor_pairs, visiting_lessons};
use super::{Facts, Placement, Visit};
use crate::domain::{Backbone, Class, SchoolNo, Subject, Teacher, TeacherNo};
use crate::policy::RuleBook;

/// Of whom visits are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// The school is to be visited, by whoever may.
    School(SchoolNo),
    /// The teacher is to go on circuit, to whichever school is visited.
    Teacher(TeacherNo),
}

/// Visits that a school is to have, or that somebody is to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// Of whom.
    pub of: Asked,
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

    /// What is asked: circuits at each of the listed schools or of each backbone teacher, and visits for
    /// each group of subjects that nobody at a listed school teaches.
    pub fn wanted(&self) -> Vec<Wanted> {
        let by_person = self.book().get(visiting_lessons::COUNT_BY) == CountBy::Person;
        let circuits = self.book().get(visiting_lessons::CIRCUITS_PER_TERM);
        let visits = self.book().get(visiting_lessons::VISITS_PER_TERM);
        let circuit = |of| Wanted {
            of,
            group: None,
            times: circuits,
        };
        let mut wanted = Vec::new();
        for school in self.visited() {
            wanted.extend((!by_person).then(|| circuit(Asked::School(school))));
            let lacking = (0..self.groups.len()).filter(|no| !self.has_own(school, *no));
            wanted.extend(lacking.map(|no| Wanted {
                of: Asked::School(school),
                group: Some(no),
                times: visits,
            }));
        }
        if by_person {
            let everybody = self.facts.roster.teacher_nos();
            let go = everybody.filter(|who| self.may_visit(*who, None));
            wanted.extend(go.map(|who| circuit(Asked::Teacher(who))));
        }
        wanted.retain(|one| one.times > 0);
        wanted
    }

    /// Schools that are visited: those of the listed classes with pupils.
    pub fn visited(&self) -> impl Iterator<Item = SchoolNo> {
        self.facts.roster.school_nos().filter(|no| {
            let one = self.facts.roster.school(*no);
            one.is_any(&self.to) && !one.closing && super::floors::all_pupils(self.facts, *no) > 0
        })
    }

    /// Whether a visit counts for what is asked.
    pub fn counts(&self, want: &Wanted, visit: &Visit) -> bool {
        visit.group == want.group
            && match want.of {
                Asked::School(school) => visit.school == school,
                Asked::Teacher(who) => {
                    visit.teacher == who && self.visited().any(|no| no == visit.school)
                }
            }
    }

    const fn book(&self) -> &'a RuleBook {
        self.facts.book
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

    /// Minutes between where they work, to compare them; a way that is not known comes last.
    pub fn minutes(&self, mentor: TeacherNo, who: TeacherNo) -> i64 {
        let ends = self.next[mentor.0].zip(self.next[who.0]);
        super::far(ends.and_then(|(a, b)| self.facts.travel.between(a, b)))
    }
}
