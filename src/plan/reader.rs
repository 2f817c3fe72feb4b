//! From the ids of a plan document to the numbers of the roster; what is unknown is a finding.

use super::plan_codes::{HAS_LEFT, UNKNOWN_POOL, UNKNOWN_POST, UNKNOWN_SCHOOL, UNKNOWN_TEACHER};
use crate::blanks;
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo};
use crate::facts::{Facts, Placement, PostNo};
use crate::finding::{About, Code, Finding, Findings, Place};
use crate::input::{is_same_name, post_key};
use crate::print::{ALSO, Phrase};
use crate::text::{Blanks, Lang};
use std::collections::{BTreeMap, BTreeSet};

/// A plan that is being read.
pub struct Reader<'a> {
    /// What is known before anything is decided.
    pub(super) facts: &'a Facts<'a>,
    /// What has been read so far.
    pub(super) plan: Placement,
    /// What could not be placed.
    pub(super) findings: Findings,
    /// What people are called in the plan, by id.
    pub(super) called: BTreeMap<&'a str, &'a str>,
    /// Where posts stand in a workbook.
    pub(super) cells: &'a BTreeMap<String, Place>,
    /// The plan is of an older layout or of other tables: a post that is no more is no error.
    pub(super) old: bool,
}

impl Reader<'_> {
    /// Adds a finding about somebody or some school.
    pub(super) fn say(&mut self, code: &'static Code, about: About, blanks: Blanks) {
        self.findings.push(Finding::new(code, blanks).about(about));
    }

    /// The teacher with this staff id.
    pub(super) fn teacher(&mut self, id: &str) -> Option<TeacherNo> {
        let found = self.facts.roster.find_teacher(id);
        if found.is_none() {
            let about = About::Teacher(id.to_owned());
            let told = match self.facts.roster.gone.get(id) {
                Some(status) => Finding::new(&HAS_LEFT, blanks! { id: id, status: status }),
                None => Finding::new(&UNKNOWN_TEACHER, blanks! { id: id, same: self.same(id) }),
            };
            // Once, wherever else the plan names her.
            let told = told.about(about);
            if !self.findings.0.contains(&told) {
                self.findings.push(told);
            }
        }
        found
    }

    /// That somebody else bears the name of whom nobody knows.
    fn same(&self, id: &str) -> Phrase {
        let Some(name) = self.called.get(id) else {
            return "".into();
        };
        let people = self.facts.roster.teachers.iter();
        let mut same = people.filter(|one| is_same_name(&one.name, name));
        match (same.next(), same.next()) {
            (Some(one), None) => Phrase::of(|lang| match lang {
                Lang::Zh => format!("（现有同名的{}，工号{}）", one.name, one.id),
                Lang::En => format!(" (there is {} with the id {})", one.name, one.id),
            }),
            _ => "".into(),
        }
    }

    /// The teachers with these staff ids, sorted, each once.
    pub(super) fn people<'i>(&mut self, ids: impl Iterator<Item = &'i String>) -> Vec<TeacherNo> {
        let people: BTreeSet<TeacherNo> = ids.filter_map(|id| self.teacher(id)).collect();
        people.into_iter().collect()
    }

    /// The school with this id.
    pub(super) fn school(&mut self, id: &str) -> Option<SchoolNo> {
        let found = self.facts.roster.find_school(id);
        if found.is_none() {
            let about = About::School(id.to_owned());
            self.say(&UNKNOWN_SCHOOL, about, blanks! { id: id });
        }
        found
    }

    /// A teacher and a school; either may be unknown, or both.
    pub(super) fn teacher_and_school(
        &mut self,
        teacher: &str,
        school: &str,
    ) -> Option<(TeacherNo, SchoolNo)> {
        let (teacher, school) = (self.teacher(teacher), self.school(school));
        teacher.zip(school)
    }

    /// The post of a school with these parts; a school that is not known is told.
    pub(super) fn find_post(
        &mut self,
        school: &str,
        stage: Stage,
        parts: &[(Subject, u32)],
        must_open: bool,
    ) -> Option<PostNo> {
        let no = self.school(school)?;
        let is_meant = |no: &PostNo| {
            let post = self.facts.post(*no);
            (post.stage, &*post.parts, post.must_open) == (stage, parts, must_open)
        };
        self.facts.posts_of(no).filter(is_meant).last()
    }

    /// The same; a post that is not there is told too.
    pub(super) fn post(
        &mut self,
        school: &str,
        stage: Stage,
        parts: &[(Subject, u32)],
        must_open: bool,
    ) -> Option<PostNo> {
        let found = self.find_post(school, stage, parts, must_open);
        if found.is_none() && !self.old {
            return self.no_post(About::School(school.to_owned()), school, parts);
        }
        found
    }

    /// Tells that a school, where there is such a school, has no such post.
    pub(super) fn no_post(
        &mut self,
        about: About,
        school: &str,
        parts: &[(Subject, u32)],
    ) -> Option<PostNo> {
        let no = self.facts.roster.find_school(school)?;
        let name = &self.facts.roster.school(no).name;
        let part = |(subject, periods): &(Subject, u32)| {
            let named = subject.text();
            let of = |lang| format!("{}:{periods}", named.get(lang));
            Phrase::of(of)
        };
        let words = Phrase::join(parts.iter().map(part), ALSO);
        let told = Finding::new(&UNKNOWN_POST, blanks! { school: name, parts: words });
        let told = told.about(about);
        let place = self.cells.get(&post_key(school, parts));
        self.findings.push(match place {
            Some(place) => told.at(place.clone()),
            None => told,
        });
        None
    }

    /// The line of the recruits table with this id, by its place.
    pub(super) fn pool(&mut self, id: &str) -> Option<usize> {
        let mut pools = self.facts.roster.pools.iter();
        let found = pools.position(|pool| pool.id == id);
        if found.is_none() {
            let finding = Finding::new(&UNKNOWN_POOL, blanks! { id: id });
            self.findings.push(finding);
        }
        found
    }
}
