//! How the county's staff quota is split among the schools (编制分配).
//!
//! Asked, by school and stage (the stages of a nine-year or complete school are reckoned apart):
//! `pupils / ratio` combined with `classes × staff_per_class` as the policy says, plus
//! `boarders / boarders_per_staff`; exact, never rounded part by part, so that no school loses its
//! fractions. Given: the county total of the stage as `quota_split` says (of equal remainders to the school with more
//! people on quota, then to that which comes first); where no total is stated, what is asked, rounded
//! up. Schools that close ask for nothing: their places go with their people wherever these are placed (编制随人划转),
//! which is expected to be where the pupils go, so that there is place for them there.

use super::Eligibility;
use super::merging::takes_in;
use super::quota_split::{Claim, WhyGiven, apportion, split_total};
use super::values::school_quota::{self, Combine, QuotaSplit};
use crate::domain::{Employment, Roster, SchoolNo, Stage, Teacher};
use crate::facts::Exemption;
use crate::policy::{Key, RuleBook, Share};
use num_rational::Ratio;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Quota of one school at one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageQuota {
    /// The stage.
    pub stage: Stage,
    /// Pupils.
    pub pupils: i64,
    /// Classes.
    pub classes: i64,
    /// Staff by the pupil ratio, exact, heads.
    pub by_pupils: Share,
    /// Staff by the class ratio, exact, heads.
    pub by_classes: Share,
    /// Staff for boarding pupils, exact, heads.
    pub by_boarders: Share,
    /// What the rule asks of these together, exact, heads.
    pub asked: Share,
    /// The whole number given, heads; without the places of people who are placed there from a school that closes.
    pub given: i64,
    /// The most that it may be given for whoever is recruited there, of what stays empty elsewhere: up to the standard.
    pub most: i64,
    /// Why so many.
    pub why: WhyGiven,
}

/// Quota of one school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolQuota {
    /// What the rule asks before the county total is heeded, exact, heads.
    pub asked: Share,
    /// The whole number given, heads; without the places of people who are placed there from a school that closes.
    pub given: i64,
    /// The most that it may be given, for whoever is recruited there.
    pub most: i64,
    /// It closes: places that go with its people to the schools where these are placed, by stage, heads.
    pub goes: BTreeMap<Stage, i64>,
    /// Heads that take a place of the quota now, by quota school.
    pub heads_now: i64,
    /// The same next year when nothing is decided (retirements gone; who is on leave or
    /// seconded still holds a place).
    pub heads_base: i64,
    /// The same by stage; sums to the above.
    pub stages: Vec<StageQuota>,
}

impl SchoolQuota {
    /// Why it is given so many, of each of its stages once.
    pub fn why(&self) -> Vec<WhyGiven> {
        let all: BTreeSet<WhyGiven> = self.stages.iter().map(|one| one.why).collect();
        all.into_iter().collect()
    }
}

/// The year in which the first school year begins that lies beyond the cycle for which the totals of a
/// rule were approved (编制、岗位核定周期); none where the policy does not say.
pub fn reapproval(
    book: &RuleBook,
    approved_year: Key<Option<i64>>,
    cycle_years: Key<Option<i64>>,
) -> Option<i64> {
    Some(book.get(approved_year)? + book.get(cycle_years)?)
}

/// Whether somebody employed so takes a place of the quota (占编): the one answer for heads, moves,
/// recruits and every table that is filed. State special posts do where the policy says so; contracts
/// and people sent from outside take none.
pub fn holds_place(book: &RuleBook, employment: Employment) -> bool {
    match employment {
        Employment::OnQuota => true,
        Employment::SpecialPost => book.get(school_quota::SPECIAL_POSTS_HOLD),
        Employment::Contract | Employment::Purchased | Employment::Support => false,
    }
}

/// The school whose quota somebody takes up next year when nothing is decided. The place of whoever is not at work, or
/// works elsewhere, goes to the school that takes the pupils in when the school that has it closes; where none is named,
/// to where she works, and else to no school: the county has it. Whoever is placed takes hers along.
pub fn place_next(roster: &Roster, teacher: &Teacher, stand: &Eligibility) -> Option<SchoolNo> {
    let own = teacher.quota_school;
    let open = |no: &SchoolNo| !roster.school(*no).closing;
    if open(&own) || stand.base.is_some_and(|base| !open(&base)) {
        return Some(own);
    }
    let receiver = roster.school(own).receiver.filter(open);
    receiver.or(stand.base)
}

/// People who hold a place of the quota, by school.
#[derive(Debug, Clone, Default)]
struct Heads {
    now: i64,
    base: i64,
    /// Next year when nothing is decided, by stage.
    stages: BTreeMap<Stage, i64>,
    /// Of a school that closes, by stage: those who are placed with their places.
    goes: BTreeMap<Stage, i64>,
}

fn heads(roster: &Roster, book: &RuleBook, standing: &[Eligibility]) -> Vec<Heads> {
    let mut all = vec![Heads::default(); roster.schools.len()];
    for (teacher, stand) in roster.teachers.iter().zip(standing) {
        if !holds_place(book, teacher.employment) {
            continue;
        }
        all[teacher.quota_school.0].now += 1;
        let stays = !stand.exemptions.contains(&Exemption::Leaving);
        if let Some(at) = place_next(roster, teacher, stand).filter(|_| stays) {
            let here = &mut all[at.0];
            here.base += 1;
            let stages = if roster.school(at).closing {
                &mut here.goes
            } else {
                &mut here.stages
            };
            *stages.entry(teacher.stage).or_default() += 1;
        }
    }
    all
}

/// The split, by school.
pub(super) fn split(
    roster: &Roster,
    book: &RuleBook,
    standing: &[Eligibility],
) -> Vec<SchoolQuota> {
    let heads = heads(roster, book, standing);
    let mut stages = asked(roster, book);
    let stay = !book.get(school_quota::QUOTA_GOES);
    give(roster, &mut stages, &heads, stay);
    if book.get(school_quota::SPLIT) == QuotaSplit::InForce {
        keep_in_force(roster, &mut stages);
    }
    let quota = stages.into_iter().map(school_quota).zip(heads);
    let counted = quota.map(|(quota, heads)| SchoolQuota {
        heads_now: heads.now,
        heads_base: heads.base,
        goes: heads.goes,
        ..quota
    });
    counted.collect()
}

fn school_quota(stages: Vec<StageQuota>) -> SchoolQuota {
    let asked: Ratio<i64> = stages.iter().map(|one| one.asked.ratio()).sum();
    SchoolQuota {
        asked: exact(asked),
        given: stages.iter().map(|one| one.given).sum(),
        most: stages.iter().map(|one| one.most).sum(),
        goes: BTreeMap::new(),
        heads_now: 0,
        heads_base: 0,
        stages,
    }
}

/// What the policy's formula asks for so many at a stage of a school.
fn asks(
    book: &RuleBook,
    stage: Stage,
    pupils: i64,
    classes: i64,
    boarders: Ratio<i64>,
) -> StageQuota {
    let zero = Ratio::from_integer(0);
    let ratio = book.get(match stage {
        Stage::Primary => school_quota::PUPILS_PER_STAFF_PRIMARY,
        Stage::Junior => school_quota::PUPILS_PER_STAFF_JUNIOR,
        Stage::Senior => school_quota::PUPILS_PER_STAFF_SENIOR,
    });
    let small_below = book.get(school_quota::SMALL_BELOW);
    let small = pupils < small_below;
    let counted = if small && book.get(school_quota::SMALL_AS_HUNDRED) {
        small_below
    } else {
        pupils
    };
    let by_pupils = if ratio.ratio() > zero {
        Ratio::from_integer(counted) / ratio.ratio()
    } else {
        zero
    };
    let by_classes = book.get(school_quota::STAFF_PER_CLASS).ratio() * classes;
    let by_boarders = match book.get(school_quota::BOARDERS_PER_STAFF) {
        Some(number) if number > 0 => boarders / number,
        _ => zero,
    };
    let combined = match book.get(school_quota::COMBINE) {
        Combine::Class => by_classes,
        Combine::Sum => by_pupils + by_classes,
        Combine::Max => by_pupils.max(by_classes),
        Combine::MaxSmall if small => by_pupils.max(by_classes),
        Combine::Pupils | Combine::MaxSmall => by_pupils,
    };
    StageQuota {
        stage,
        pupils,
        classes,
        by_pupils: exact(by_pupils),
        by_classes: exact(by_classes),
        by_boarders: exact(by_boarders),
        asked: exact(combined + by_boarders),
        given: 0,
        most: 0,
        why: WhyGiven::Standard,
    }
}

/// What every school asks, by stage; boarders are shared among its stages as the pupils are.
fn asked(roster: &Roster, book: &RuleBook) -> Vec<Vec<StageQuota>> {
    let mut size: BTreeMap<(SchoolNo, Stage), (i64, i64)> = BTreeMap::new();
    for group in &roster.classes {
        if let Some(stage) = Stage::of_grade(group.grade) {
            let (pupils, classes) = size.entry((group.school, stage)).or_default();
            *pupils += i64::from(group.pupils.iter().sum::<u32>());
            *classes += i64::from(group.number());
        }
    }
    let mut all = vec![Vec::new(); roster.schools.len()];
    for no in roster.school_nos().filter(|no| !roster.school(*no).closing) {
        let sizes = || size.range((no, Stage::Primary)..=(no, Stage::Senior));
        let pupils: i64 = sizes().map(|(_, size)| size.0).sum();
        let boarders = i64::from(roster.school(no).boarders);
        for (&(_, stage), &(here, classes)) in sizes() {
            let share = Ratio::new(here * boarders, pupils.max(1));
            all[no.0].push(asks(book, stage, here, classes, share));
        }
    }
    all
}

/// A school at a stage: its place in the order, its own people, those of closing schools whose pupils it takes in.
struct Line<'q> {
    first: (Reverse<i64>, usize),
    own: i64,
    come: i64,
    quota: &'q mut StageQuota,
}

/// Gives out the county total of each stage; of equal remainders that of the school with more people comes first.
fn give(roster: &Roster, schools: &mut [Vec<StageQuota>], heads: &[Heads], stay: bool) {
    for &stage in Stage::ALL {
        let of = |all: &BTreeMap<Stage, i64>| all.get(&stage).copied().unwrap_or(0);
        let mut come = vec![0; roster.schools.len()];
        for (no, heads) in roster.school_nos().zip(heads) {
            if let Some(to) = takes_in(roster, no, stage) {
                come[to.0] += of(&heads.goes);
            }
        }
        let mut lines = Vec::new();
        for ((stages, no), heads) in schools.iter_mut().zip(roster.school_nos()).zip(heads) {
            let quota = stages.iter_mut().find(|one| one.stage == stage);
            lines.extend(quota.map(|quota| Line {
                first: (Reverse(heads.base), roster.rank(no)),
                own: of(&heads.stages),
                come: come[no.0],
                quota,
            }));
        }
        lines.sort_by_key(|one| one.first);
        let placed: i64 = heads.iter().map(|one| of(&one.goes)).sum();
        let total = roster.quota.iter().filter(|one| one.stage == stage);
        let total = total.map(|one| i64::from(one.heads)).reduce(|a, b| a + b);
        match total {
            Some(total) if stay => give_total((total - placed).max(0), lines),
            Some(total) => {
                share_out(
                    (total - placed).max(0),
                    lines.into_iter().map(|one| one.quota),
                );
            }
            None => lines.into_iter().for_each(|one| {
                one.quota.given = one.quota.asked.ceil_of(1);
                one.quota.most = one.quota.given;
            }),
        }
    }
}

/// Where there is enough for all who are there, those who are placed at a school are looked at with its own: what the
/// standard asks of it serves both.
fn give_total(left: i64, mut lines: Vec<Line<'_>>) {
    let own: i64 = lines.iter().map(|one| one.own).sum();
    let enough = left >= own;
    for one in lines.iter_mut().filter(|_| !enough) {
        one.come = 0;
    }
    let come: i64 = lines.iter().map(|one| one.come).sum();
    let claims = lines.iter().map(|one| Claim {
        asked: one.quota.asked.ratio(),
        pupils: one.quota.pupils,
        staff: one.own + one.come,
    });
    let given = split_total(left + come, &claims.collect::<Vec<_>>());
    for (one, (given, why)) in lines.into_iter().zip(given) {
        let standard = if enough {
            one.quota.asked.ceil_of(1)
        } else {
            0
        };
        one.quota.given = given - one.come;
        one.quota.most = given.max(standard) - one.come;
        one.quota.why = why;
    }
}

/// The quota in force of each school in place of the reckoned one, by stage as it is asked.
fn keep_in_force(roster: &Roster, schools: &mut [Vec<StageQuota>]) {
    for (school, stages) in roster.schools.iter().zip(schools) {
        if let (Some(heads), false) = (school.quota, school.closing) {
            share_out(i64::from(heads), stages.iter_mut());
            for one in stages {
                one.why = WhyGiven::InForce;
            }
        }
    }
}

/// Gives out so many heads in proportion to what is asked.
fn share_out<'q>(total: i64, quota: impl Iterator<Item = &'q mut StageQuota>) {
    let mut quota: Vec<_> = quota.collect();
    let asked: Vec<_> = quota.iter().map(|one| one.asked.ratio()).collect();
    for (one, given) in quota.iter_mut().zip(apportion(total, &asked)) {
        one.given = given;
        one.most = given;
        one.why = WhyGiven::Level;
    }
}

fn exact(ratio: Ratio<i64>) -> Share {
    Share::new(*ratio.numer(), *ratio.denom())
}
