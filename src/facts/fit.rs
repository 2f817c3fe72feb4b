//! Who can fill which post: qualification profiles and the periods of a post that a profile covers.

use super::leaders::terms_are_over;
use super::offices::{capacity, heads_section, leads, own_load};
use super::rights::Rights;
use super::values::certificates::{self, CrossStage, CrossSubject};
use super::{Grade, Post};
use crate::domain::{Pool, Roster, Stage, Subject, Teacher};
use crate::policy::{RuleBook, Share};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A profile: its place in [`super::Facts::profiles`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileNo(pub usize);

/// What people alike in qualification may teach, sorted by stage and subject.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Profile {
    /// Own subject (taught as main subject).
    pub own: Subject,
    /// Own stage.
    pub stage: Stage,
    /// Stage and subject of everything that may be taught, own included.
    pub may: Vec<(Stage, Subject)>,
    /// Stage and subject of what another certificate of the stage will do for.
    pub told: Vec<(Stage, Subject)>,
    /// Stages at which she may take what asks for no certificate of the subject.
    pub stages: Vec<Stage>,
    /// What she can teach, where that is less than a full load.
    pub most: Option<Most>,
}

/// What somebody can teach who is away for part of the year, or heads a section (中层). The office takes as much off
/// elsewhere too: whoever is moved hands it over, and somebody else has that much less to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Most {
    /// Weekly periods.
    pub periods: u32,
    /// Of a whole class, which is more than a load: per cent of its periods.
    pub part: u32,
}

impl Most {
    /// Weekly periods of a post.
    fn of(self, post: &Post) -> u32 {
        if post.has(Subject::WHOLE_CLASS) {
            let part = Share::new(i64::from(self.part), 100);
            u32::try_from(part.ceil_of(post.periods())).unwrap_or(0)
        } else {
            self.periods
        }
    }
}

/// What somebody teaches of a part of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The subject.
    pub subject: Subject,
    /// By what right, were there time enough.
    pub grade: Grade,
    /// Weekly periods taught.
    pub taught: u32,
    /// Weekly periods left.
    pub left: u32,
}

/// How well a profile fits a post, in whole weekly periods, by the right with which they are taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// Periods covered by the own subject.
    pub own: i64,
    /// Periods covered by further subjects with their certificate.
    pub certificate: i64,
    /// Periods covered by another certificate of the stage, which is told.
    pub told: i64,
    /// Periods of subjects that have no certificate of their own.
    pub open: i64,
    /// Periods shared at the own school without the certificate.
    pub part_time: i64,
    /// Periods left uncovered.
    pub uncovered: i64,
    /// By what right the main part is taught; of parts equally large the better one.
    pub main: Grade,
    /// Whether that is enough to hold the post: the main part is covered, or so much of all as the
    /// policy asks for; only the latter where several parts are equally large, and of whoever has less than a full load
    /// to give.
    pub filled: bool,
    /// Whether a recruit may be hired for it.
    pub hired: bool,
}

impl Fit {
    /// Periods covered, by whatever right.
    pub fn covered(self) -> i64 {
        self.certified() + self.part_time
    }

    /// Periods covered but those shared without the certificate: what a move may be for.
    pub fn certified(self) -> i64 {
        self.own + self.certificate + self.told + self.open
    }

    /// Whether somebody who fits like this fills the post.
    pub fn fills(self) -> bool {
        self.filled
    }

    /// Whether a recruit who fits like this may be hired for the post: by the certificate for its main
    /// part and for as much of a load as makes a post worth it, never to share it without.
    pub fn suits_recruit(self) -> bool {
        self.hired
    }
}

impl Profile {
    /// Whether she holds what is asked for this subject at this stage.
    pub fn may_teach(&self, stage: Stage, subject: Subject) -> bool {
        self.may.binary_search(&(stage, subject)).is_ok()
    }

    /// Stage and own subject, for every stage at which she may teach it.
    pub fn own_at_stages(&self) -> impl Iterator<Item = (Stage, Subject)> + '_ {
        let may = self.may.iter().copied();
        may.filter(|may| may.1 == self.own)
    }

    /// By what right a subject is taught at a stage, where `least` is asked for at the school.
    pub fn grade(&self, stage: Stage, subject: Subject, least: Grade) -> Grade {
        let told = || self.told.binary_search(&(stage, subject)).is_ok();
        match (self.may_teach(stage, subject), subject == self.own) {
            (true, true) => Grade::Own,
            (true, false) => Grade::Certificate,
            (false, _) if told() => Grade::Told,
            (false, _) if least < Grade::Certificate && self.stages.contains(&stage) => least,
            (false, _) => Grade::None,
        }
    }

    /// What she teaches of each part of a post: all that she has a right to; where she is away for part of the
    /// year, as many periods as she can, what she has the better right to first.
    pub fn taken(&self, post: &Post) -> Vec<Taken> {
        let part = |(subject, periods, least)| {
            let grade = self.grade(post.stage, subject, least);
            let may = if grade > Grade::None { periods } else { 0 };
            Taken {
                subject,
                grade,
                taught: may,
                left: periods - may,
            }
        };
        let mut all: Vec<Taken> = post.ways().map(part).collect();
        if let Some(most) = self.most {
            let mut room = most.of(post);
            let mut order: Vec<&mut Taken> = all.iter_mut().collect();
            order.sort_by_key(|one| (Reverse(one.grade), one.subject));
            for one in order {
                let over = one.taught.saturating_sub(room);
                one.taught -= over;
                one.left += over;
                room -= one.taught;
            }
        }
        all
    }

    /// How well it fits a post.
    pub fn fit(&self, post: &Post) -> Fit {
        let (mut by, mut main) = ([0; Grade::ALL.len()], Grade::None);
        for one in self.taken(post) {
            by[one.grade as usize] += i64::from(one.taught);
            by[Grade::None as usize] += i64::from(one.left);
            if post.is_main(one.subject) {
                main = main.max(one.grade);
            }
        }
        let [uncovered, part_time, open, told, certificate, own] = by;
        let covered = own + certificate + told + open + part_time;
        Fit {
            own,
            certificate,
            told,
            open,
            part_time,
            uncovered,
            main,
            filled: (main > Grade::None && self.most.is_none() && post.has_one_main())
                || (covered > 0 && covered >= i64::from(post.enough)),
            hired: main >= Grade::Certificate && own + certificate >= i64::from(post.worth),
        }
    }
}

/// Profiles of teachers and of pools of recruits: the distinct ones sorted, then each one's number.
/// What no class of the county is taught sets nobody apart.
pub(super) fn profiles(
    roster: &Roster,
    book: &RuleBook,
    rights: &Rights,
) -> (Vec<Profile>, Vec<ProfileNo>, Vec<ProfileNo>) {
    let taught = taught(roster);
    let asked = |mut profile: Profile| {
        let is_taught = |pair: &(Stage, Subject)| taught.contains(pair);
        profile.may.retain(is_taught);
        profile.told.retain(is_taught);
        let any = |stage: &Stage| taught.iter().any(|pair| pair.0 == *stage);
        profile.stages.retain(any);
        profile
    };
    let teachers = roster.teachers.iter();
    let of_teachers = teachers.map(|teacher| {
        let mut profile = asked(of_teacher(book, rights, teacher));
        profile.most = most(roster, book, teacher);
        if terms_are_over(roster, book, teacher)
            || leads(roster, book, teacher, teacher.work_school)
        {
            profile.may.clear();
            profile.told.clear();
            profile.stages.clear();
        }
        profile
    });
    let of_teachers: Vec<_> = of_teachers.collect();
    let of_pools = roster.pools.iter().map(|line| asked(of_pool(line)));
    let of_pools: Vec<_> = of_pools.collect();
    let distinct: BTreeSet<_> = of_teachers.iter().chain(&of_pools).cloned().collect();
    let all: Vec<_> = distinct.into_iter().collect();
    // Every profile looked for is in the list that was made of them.
    let number = |one: &Profile| ProfileNo(all.binary_search(one).unwrap_or_default());
    let teachers = of_teachers.iter().map(number).collect();
    let pools = of_pools.iter().map(number).collect();
    (all, teachers, pools)
}

/// Weekly periods that somebody who is away for part of the year, or heads a section, can teach: her part of the
/// load of her subject, or of Chinese where the tables state none.
fn most(roster: &Roster, book: &RuleBook, one: &Teacher) -> Option<Most> {
    let office = heads_section(roster, book, one);
    let part = one.part().or_else(|| office.then_some(100))?;
    let periods = capacity(roster, book, one, i64::from(own_load(roster, one)?));
    let periods = u32::try_from(periods).unwrap_or(0);
    Some(Most { periods, part })
}

/// Stage and subject of everything that can be asked of a post.
fn taught(roster: &Roster) -> BTreeSet<(Stage, Subject)> {
    let grades: BTreeSet<u8> = roster.classes.iter().map(|group| group.grade).collect();
    let grid = roster.grid.iter();
    let grid = grid.filter(|line| grades.contains(&line.grade));
    let grid = grid.filter_map(|line| Some((Stage::of_grade(line.grade)?, line.subject)));
    let given = roster.given_posts.iter();
    let given = given.flat_map(|post| post.parts.iter().map(|part| (post.stage, part.0)));
    let class = (Stage::Primary, Subject::WHOLE_CLASS);
    grid.chain(given).chain([class]).collect()
}

/// Where a list of certificates is empty the roster does not say: she is taken to hold what she
/// teaches now, and nothing else. Without the national common language or with an ethics breach
/// on file she may be put on no post at all.
fn of_teacher(book: &RuleBook, rights: &Rights, teacher: &Teacher) -> Profile {
    let subjects = match book.get(certificates::CROSS_SUBJECT) {
        CrossSubject::Stated => teacher.subjects(),
        CrossSubject::Certificate if teacher.certified_subjects.is_empty() => vec![teacher.subject],
        CrossSubject::Certificate => teacher.certified_subjects.clone(),
    };
    let stages = if teacher.is_fit_to_teach() {
        stages(book, teacher)
    } else {
        Vec::new()
    };
    let may = pairs(&stages, &subjects, teacher.subject);
    Profile {
        own: teacher.subject,
        stage: teacher.stage,
        told: told(rights, &stages, &may),
        may,
        stages,
        most: None,
    }
}

/// Where the policy lets one certificate do for others, who holds it, or leads a whole class (包班), may
/// take those others too.
fn told(rights: &Rights, stages: &[Stage], may: &[(Stage, Subject)]) -> Vec<(Stage, Subject)> {
    let mut told = BTreeSet::new();
    for &stage in stages {
        let alike = rights.alike(stage);
        let does = |one: &Subject| alike.contains(one) || *one == Subject::WHOLE_CLASS;
        if may.iter().any(|pair| pair.0 == stage && does(&pair.1)) {
            let others = alike.iter().map(|subject| (stage, *subject));
            told.extend(others.filter(|pair| !may.contains(pair)));
        }
    }
    told.into_iter().collect()
}

/// A certificate holds for its own stage and, for the stage she teaches now, also from above.
fn stages(book: &RuleBook, teacher: &Teacher) -> Vec<Stage> {
    let held = if teacher.certified_stages.is_empty() {
        std::slice::from_ref(&teacher.stage)
    } else {
        teacher.certified_stages.as_slice()
    };
    let cross_stage = book.get(certificates::CROSS_STAGE);
    let fits = |stage: &Stage| {
        let covered = held.iter().any(|top| top >= stage);
        match cross_stage {
            CrossStage::LowerFree => covered,
            CrossStage::Certificate => held.contains(stage) || (*stage == teacher.stage && covered),
            CrossStage::Forbidden => *stage == teacher.stage && covered,
        }
    };
    Stage::ALL.iter().copied().filter(fits).collect()
}

/// Recruits teach what their line says, at its stage, and what asks for no certificate besides.
fn of_pool(pool: &Pool) -> Profile {
    let own = pool.subjects.first().copied();
    let own = own.unwrap_or(Subject::WHOLE_CLASS);
    Profile {
        own,
        stage: pool.stage,
        may: pairs(&[pool.stage], &pool.subjects, own),
        told: Vec::new(),
        stages: vec![pool.stage],
        most: None,
    }
}

/// Whether a primary teacher of this own subject can take a whole class (包班).
pub(super) fn leads_class(own: Subject) -> bool {
    LEADS_CLASS.contains(&own.key())
}

/// Own subjects with which a primary teacher can take a whole class (包班).
const LEADS_CLASS: &[&str] = &["chinese", "maths", "whole_class"];

fn pairs(stages: &[Stage], subjects: &[Subject], own: Subject) -> Vec<(Stage, Subject)> {
    let at = |&stage: &Stage| subjects.iter().map(move |subject| (stage, *subject));
    let mut may: BTreeSet<_> = stages.iter().flat_map(at).collect();
    let leads = leads_class(own) && subjects.contains(&own);
    if leads && stages.contains(&Stage::Primary) {
        may.insert((Stage::Primary, Subject::WHOLE_CLASS));
    }
    may.into_iter().collect()
}
