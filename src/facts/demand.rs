//! What the curriculum grid, the standard loads and the policy ask of each school, as posts.

use super::Profile;
use super::bundle::{Bundling, Piece};
use super::post::{Gap, Post, Reckoning, post};
use super::values::must_open_subjects::{self, SubjectOrAll};
use super::values::teaching_posts;
use crate::domain::{Roster, SchoolNo, Stage, Subject};
use crate::policy::RuleBook;
use std::collections::{BTreeMap, BTreeSet};

/// What the grid, the loads and the policy ask.
pub(super) struct Demand<'a> {
    /// Classes by school and stage: grade and number of classes.
    pub(super) classes: BTreeMap<(SchoolNo, Stage), Vec<(u8, u32)>>,
    pupils: BTreeMap<(SchoolNo, Stage), u32>,
    grid: BTreeMap<u8, Vec<(Subject, u32)>>,
    load: BTreeMap<(Stage, Subject), u32>,
    bundling: Bundling,
    /// Subjects of which every school opens at least one post.
    must_open: Option<Vec<SubjectOrAll>>,
    book: &'a RuleBook,
}

impl<'a> Demand<'a> {
    pub(super) fn read(roster: &Roster, book: &'a RuleBook) -> Self {
        let mut classes: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut pupils: BTreeMap<_, u32> = BTreeMap::new();
        for group in &roster.classes {
            if let Some(stage) = Stage::of_grade(group.grade) {
                let number = u32::try_from(group.pupils.len()).unwrap_or(u32::MAX);
                let key = (group.school, stage);
                classes.entry(key).or_default().push((group.grade, number));
                *pupils.entry(key).or_default() += group.pupils.iter().sum::<u32>();
            }
        }
        let mut grid: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in &roster.grid {
            let lines = grid.entry(line.grade).or_default();
            lines.push((line.subject, line.periods));
        }
        let loads = roster.load.iter().filter(|line| line.periods > 0);
        Self {
            classes,
            pupils,
            grid,
            load: loads
                .map(|line| ((line.stage, line.subject), line.periods))
                .collect(),
            bundling: Bundling::read(book),
            must_open: book
                .is_on(must_open_subjects::RULE)
                .then(|| book.get(must_open_subjects::SUBJECTS)),
            book,
        }
    }

    /// Whether one teacher takes (nearly) all subjects of a class there.
    pub(super) fn is_class_taught(&self, roster: &Roster, school: SchoolNo, stage: Stage) -> bool {
        let pupils = self.pupils.get(&(school, stage)).copied().unwrap_or(0);
        let listed = self.book.get(teaching_posts::CLASS_POSTS);
        let below = self.book.get(teaching_posts::CLASS_POSTS_BELOW);
        stage == Stage::Primary
            && (roster.school(school).is_any(&listed) || i64::from(pupils) < below)
    }

    /// One post per class: all periods of its grade, at most the load of a teacher of Chinese.
    pub(super) fn class_posts(
        &self,
        (school, stage): (SchoolNo, Stage),
        groups: &[(u8, u32)],
        unplanned: &mut Vec<(Gap, u32)>,
    ) -> Vec<Post> {
        let chinese = Subject::find("chinese").and_then(|one| self.load.get(&(stage, one)));
        let most = chinese.copied().unwrap_or(u32::MAX);
        let (mut made, mut over) = (Vec::new(), 0);
        for &(grade, number) in groups {
            let lines = self.grid.get(&grade).into_iter().flatten();
            let all: u32 = lines.map(|line| line.1).sum();
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
        groups: &[(u8, u32)],
        people: &[&Profile],
        unplanned: &mut Vec<(Gap, u32)>,
    ) -> Vec<Post> {
        let mut periods: BTreeMap<Subject, u32> = BTreeMap::new();
        for &(grade, number) in groups {
            for &(subject, weekly) in self.grid.get(&grade).into_iter().flatten() {
                *periods.entry(subject).or_default() += weekly * number;
            }
        }
        let remainder_from = self.book.get(teaching_posts::REMAINDER_FROM);
        let (mut made, mut pieces) = (Vec::new(), Vec::new());
        for (subject, weekly) in periods {
            let Some(&load) = self.load.get(&(stage, subject)) else {
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
        let Some(listed) = &self.must_open else {
            return;
        };
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
