//! From periods to teaching posts (学科岗位): classes × grid ÷ load, whole posts and combined posts.
//!
//! `periods[s,g,k] = Σ_grade classes[s,grade] · grid[grade,k]` weekly periods of subject `k` at
//! school `s` and stage `g`; `⌊periods / load[g,k]⌋` whole posts of `load[g,k]` periods; the
//! remainders are bundled into combined posts (兼课岗) in `bundle`.

use super::bundle::{Bundling, Piece};
use super::{Profile, Standing};
use crate::domain::{Class, GivenPost, Roster, SchoolNo, Stage, Subject, words_enum};
use crate::law::RuleBook;
use std::collections::{BTreeMap, BTreeSet};

/// A kind of post at a school: its place in [`super::Facts::posts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostNo(pub usize);

words_enum! {
    /// How a post was reckoned.
    Reckoning {
        Whole = "whole" "整岗" "whole post",
        Combined = "combined" "兼课岗" "combined post",
        Class = "class" "包班岗" "class post",
        Given = "given" "本地填报" "stated by the officer",
    }
}

/// Posts of one kind at one school: interchangeable, one person each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Post {
    /// The school.
    pub school: SchoolNo,
    /// The stage.
    pub stage: Stage,
    /// Subjects with weekly periods, by subject.
    pub parts: Vec<(Subject, u32)>,
    /// How many.
    pub number: u32,
    /// A subject of the grid that the school must open: an empty one weighs more.
    pub must_open: bool,
    /// How it was reckoned.
    pub how: Reckoning,
}

impl Post {
    /// Weekly periods of one such post.
    pub fn periods(&self) -> i64 {
        self.parts.iter().map(|part| i64::from(part.1)).sum()
    }

    /// Whether it has a part in this subject.
    pub fn has(&self, subject: Subject) -> bool {
        self.parts.iter().any(|part| part.0 == subject)
    }
}

/// Weekly periods that are in the curriculum grid but in no teaching post, because they are too few
/// for one: left to the school to share out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unplanned {
    /// The school.
    pub school: SchoolNo,
    /// The stage.
    pub stage: Stage,
    /// The subject.
    pub subject: Subject,
    /// Weekly periods.
    pub periods: u32,
}

/// Next year's posts of every school, sorted, and the periods that are in none of them. Schools
/// that close have none.
pub(super) fn posts(
    roster: &Roster,
    book: &RuleBook,
    standing: &[Standing],
    profiles: &[Profile],
) -> (Vec<Post>, Vec<Unplanned>) {
    let demand = Demand::read(roster, book);
    let mut people: BTreeMap<SchoolNo, Vec<&Profile>> = BTreeMap::new();
    for stand in standing {
        if let Some(base) = stand.base {
            people
                .entry(base)
                .or_default()
                .push(&profiles[stand.profile.0]);
        }
    }
    let given: BTreeSet<_> = roster.given_posts.iter().map(|post| post.school).collect();
    let (mut posts, mut unplanned) = (Vec::new(), Vec::new());
    for (&(school, stage), groups) in &demand.classes {
        if given.contains(&school) || roster.school(school).closing {
            continue;
        }
        let mut made = if demand.is_class_taught(roster, school, stage) {
            demand.class_posts((school, stage), groups, &mut unplanned)
        } else {
            let here = people.get(&school).map_or(&[][..], Vec::as_slice);
            demand.subject_posts((school, stage), groups, here, &mut unplanned)
        };
        demand.mark_must_open(&mut made);
        posts.append(&mut made);
    }
    let stated = roster.given_posts.iter();
    posts.extend(
        stated
            .filter(|post| !roster.school(post.school).closing)
            .map(as_stated),
    );
    unplanned.sort_unstable();
    (merge(posts), unplanned)
}

/// What the grid, the loads and the policy ask.
struct Demand<'a> {
    /// Classes by school and stage: grade and number of classes.
    classes: BTreeMap<(SchoolNo, Stage), Vec<(u8, u32)>>,
    pupils: BTreeMap<(SchoolNo, Stage), u32>,
    grid: BTreeMap<u8, Vec<(Subject, u32)>>,
    load: BTreeMap<(Stage, Subject), u32>,
    bundling: Bundling,
    class_taught: Vec<Class>,
    class_taught_below: i64,
    must_open: Option<MustOpen>,
    book: &'a RuleBook,
}

/// Subjects of which every school opens at least one post.
enum MustOpen {
    All,
    These(Vec<Subject>),
}

impl<'a> Demand<'a> {
    fn read(roster: &Roster, book: &'a RuleBook) -> Self {
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
        let rule = "teaching_posts";
        Self {
            classes,
            pupils,
            grid,
            load: loads
                .map(|line| ((line.stage, line.subject), line.periods))
                .collect(),
            bundling: Bundling::read(book),
            class_taught: book.choices(rule, "class_posts", Class::find),
            class_taught_below: book.count(rule, "class_posts_below"),
            must_open: must_open(book),
            book,
        }
    }

    /// Whether one teacher takes (nearly) all subjects of a class there.
    fn is_class_taught(&self, roster: &Roster, school: SchoolNo, stage: Stage) -> bool {
        let pupils = self.pupils.get(&(school, stage)).copied().unwrap_or(0);
        stage == Stage::Primary
            && (roster.school(school).is_any(&self.class_taught)
                || i64::from(pupils) < self.class_taught_below)
    }

    /// One post per class: all periods of its grade, at most the load of a teacher of Chinese.
    fn class_posts(
        &self,
        (school, stage): (SchoolNo, Stage),
        groups: &[(u8, u32)],
        unplanned: &mut Vec<Unplanned>,
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
            let subject = Subject::WHOLE_CLASS;
            unplanned.push(lost(school, stage, subject, over));
        }
        made
    }

    /// Whole posts by subject, and the remainders bundled.
    fn subject_posts(
        &self,
        (school, stage): (SchoolNo, Stage),
        groups: &[(u8, u32)],
        people: &[&Profile],
        unplanned: &mut Vec<Unplanned>,
    ) -> Vec<Post> {
        let mut periods: BTreeMap<Subject, u32> = BTreeMap::new();
        for &(grade, number) in groups {
            for &(subject, weekly) in self.grid.get(&grade).into_iter().flatten() {
                *periods.entry(subject).or_default() += weekly * number;
            }
        }
        let remainder_from = self.book.share("teaching_posts", "remainder_from");
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
                unplanned.push(lost(school, stage, subject, rest));
            }
        }
        for parts in self.bundling.bundle(stage, &pieces, people) {
            made.push(post(school, stage, parts, 1, Reckoning::Combined));
        }
        made
    }

    /// Marks one post for each subject that must be opened: a whole one where there is one. Every
    /// class post is marked, since a class without its teacher has no subject opened at all.
    fn mark_must_open(&self, made: &mut Vec<Post>) {
        let Some(asked) = &self.must_open else {
            return;
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
                .filter(|subject| asked.asks(*subject) && !open.contains(subject))
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

impl MustOpen {
    fn asks(&self, subject: Subject) -> bool {
        match self {
            Self::All => true,
            Self::These(some) => some.contains(&subject),
        }
    }
}

/// The subjects that the policy wants opened; nothing when it does not ask.
fn must_open(book: &RuleBook) -> Option<MustOpen> {
    let rule = "must_open_subjects";
    if !book.is_on(rule) {
        return None;
    }
    let words = book.choices(rule, "subjects", |word| Some(word.to_owned()));
    let some = words.iter().filter_map(|word| Subject::find(word));
    Some(if words.iter().any(|word| word == "all") {
        MustOpen::All
    } else {
        MustOpen::These(some.collect())
    })
}

fn post(
    school: SchoolNo,
    stage: Stage,
    parts: Vec<(Subject, u32)>,
    number: u32,
    how: Reckoning,
) -> Post {
    Post {
        school,
        stage,
        parts,
        number,
        must_open: false,
        how,
    }
}

fn lost(school: SchoolNo, stage: Stage, subject: Subject, periods: u32) -> Unplanned {
    Unplanned {
        school,
        stage,
        subject,
        periods,
    }
}

/// The officer's own post, with her own word on whether it must be opened.
fn as_stated(given: &GivenPost) -> Post {
    let mut parts = given.parts.clone();
    parts.sort_unstable();
    Post {
        must_open: given.must_open,
        ..post(
            given.school,
            given.stage,
            parts,
            given.number,
            Reckoning::Given,
        )
    }
}

/// Posts alike become one kind.
fn merge(posts: Vec<Post>) -> Vec<Post> {
    let mut kinds: BTreeMap<_, u32> = BTreeMap::new();
    for one in posts {
        let key = (one.school, one.stage, one.parts, one.must_open, one.how);
        *kinds.entry(key).or_default() += one.number;
    }
    let kinds = kinds.into_iter().filter(|kind| kind.1 > 0);
    kinds
        .map(|((school, stage, parts, must_open, how), number)| Post {
            must_open,
            ..post(school, stage, parts, number, how)
        })
        .collect()
}
