//! What the curriculum grid, the standard loads and the policy ask of each school, as posts.

use super::Profile;
use super::bundle::{Bundling, Piece};
use super::post::{Gap, Post, Reckoning, post};
use super::values::must_open_subjects::{self, SubjectOrAll};
use super::values::teaching_posts;
use crate::domain::{ClassGroup, GridLine, LoadLine, Roster, SchoolNo, Stage, Subject};
use crate::policy::RuleBook;
use std::collections::{BTreeMap, BTreeSet};

/// What the grid, the loads and the policy ask.
pub(super) struct Demand<'a> {
    roster: &'a Roster,
    book: &'a RuleBook,
    bundling: Bundling,
}

impl<'a> Demand<'a> {
    pub(super) fn read(roster: &'a Roster, book: &'a RuleBook) -> Self {
        let bundling = Bundling::read(book);
        Self {
            roster,
            book,
            bundling,
        }
    }

    /// Subjects and weekly periods of a grade.
    fn grid(&self, grade: u8) -> impl Iterator<Item = &'a GridLine> {
        let lines = self.roster.grid.iter();
        lines.filter(move |line| line.grade == grade)
    }

    /// Weekly periods of a full-time teacher.
    fn load(&self, stage: Stage, subject: Subject) -> Option<u32> {
        let asked = |line: &&LoadLine| (line.stage, line.subject) == (stage, subject);
        let mut lines = self.roster.load.iter().filter(asked);
        lines
            .rfind(|line| line.periods > 0)
            .map(|line| line.periods)
    }

    /// Whether one teacher takes (nearly) all subjects of a class there.
    pub(super) fn is_class_taught(
        &self,
        (school, stage): (SchoolNo, Stage),
        groups: &[&ClassGroup],
    ) -> bool {
        let pupils: u32 = groups.iter().flat_map(|group| &group.pupils).sum();
        let listed = self.book.get(teaching_posts::CLASS_POSTS);
        let below = self.book.get(teaching_posts::CLASS_POSTS_BELOW);
        stage == Stage::Primary
            && (self.roster.school(school).is_any(&listed) || i64::from(pupils) < below)
    }

    /// One post per class: all periods of its grade, at most the load of a teacher of Chinese.
    pub(super) fn class_posts(
        &self,
        (school, stage): (SchoolNo, Stage),
        groups: &[&ClassGroup],
        unplanned: &mut Vec<(Gap, u32)>,
    ) -> Vec<Post> {
        let chinese = Subject::find("chinese").and_then(|one| self.load(stage, one));
        let most = chinese.unwrap_or(u32::MAX);
        let (mut made, mut over) = (Vec::new(), 0);
        for group in groups {
            let number = group.number();
            let all: u32 = self.grid(group.grade).map(|line| line.periods).sum();
            let periods = all.min(most);
            over += (all - periods) * number;
            if periods > 0 && number > 0 {
                let parts = vec![(Subject::WHOLE_CLASS, periods)];
                made.push(post(school, stage, parts, number, Reckoning::Class));
            }
        }
        if over > 0 {
            let gap = Gap {
                school,
                stage,
                subject: Subject::WHOLE_CLASS,
            };
            unplanned.push((gap, over));
        }
        made
    }

    /// Whole posts by subject, and the remainders bundled.
    pub(super) fn subject_posts(
        &self,
        (school, stage): (SchoolNo, Stage),
        groups: &[&ClassGroup],
        people: &[&Profile],
        unplanned: &mut Vec<(Gap, u32)>,
    ) -> Vec<Post> {
        let mut periods: BTreeMap<Subject, u32> = BTreeMap::new();
        for group in groups {
            for line in self.grid(group.grade) {
                *periods.entry(line.subject).or_default() += line.periods * group.number();
            }
        }
        let remainder_from = self.book.get(teaching_posts::REMAINDER_FROM);
        let (mut made, mut pieces) = (Vec::new(), Vec::new());
        for (subject, weekly) in periods {
            let Some(load) = self.load(stage, subject) else {
                continue;
            };
            let (whole, rest) = (weekly.div_euclid(load), weekly.rem_euclid(load));
            if whole > 0 {
                let parts = vec![(subject, load)];
                made.push(post(school, stage, parts, whole, Reckoning::Whole));
            }
            if rest > 0 && i64::from(rest) >= remainder_from.ceil_of(i64::from(load)) {
                pieces.push(Piece {
                    subject,
                    periods: rest,
                    load,
                });
            } else if rest > 0 {
                let gap = Gap {
                    school,
                    stage,
                    subject,
                };
                unplanned.push((gap, rest));
            }
        }
        for parts in self.bundling.bundle(stage, &pieces, people) {
            made.push(post(school, stage, parts, 1, Reckoning::Combined));
        }
        made
    }

    /// Marks one post for each subject that must be opened: a whole one where there is one. Every
    /// class post is marked, since a class without its teacher has no subject opened at all.
    pub(super) fn mark_must_open(&self, made: &mut Vec<Post>) {
        if !self.book.is_on(must_open_subjects::RULE) {
            return;
        }
        let listed = self.book.get(must_open_subjects::SUBJECTS);
        let asked = |subject| {
            listed.contains(&SubjectOrAll::All) || listed.contains(&SubjectOrAll::One(subject))
        };
        let mut open: BTreeSet<Subject> = BTreeSet::new();
        let mut split = Vec::new();
        for one in made.iter_mut() {
            if one.how == Reckoning::Class {
                one.must_open = true;
                continue;
            }
            let subjects = one.parts.iter().map(|part| part.0);
            let wanted: Vec<_> = subjects
                .filter(|subject| asked(*subject) && !open.contains(subject))
                .collect();
            if wanted.is_empty() {
                continue;
            }
            open.extend(wanted);
            if one.number > 1 {
                split.push(Post {
                    number: one.number - 1,
                    ..one.clone()
                });
                one.number = 1;
            }
            one.must_open = true;
        }
        made.append(&mut split);
    }
}
