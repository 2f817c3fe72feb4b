//! One year of a horizon in whole numbers; nobody is named.

use super::undecided::Undecided;
use crate::decide::{Figures, NoPlan};
use crate::domain::{Employment, SchoolNo, Stage, Subject, whole};
use crate::facts::values::school_quota;
use crate::facts::{
    Eligibility, Exemption, Facts, Placement, brought, given_after, holds_place, place_next,
    reapproval,
};
use crate::plan::Ended;
use serde::Serialize;
use std::collections::BTreeMap;

/// One year.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Year {
    /// Calendar year in which the school year begins.
    pub year: i16,
    /// Reckoning date, ISO 8601.
    pub date: String,
    /// The county as the year begins.
    pub stock: Stock,
    /// How the solve ended.
    pub ended: Ended,
    /// Why there is no plan, and what would make one possible; of later years without names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_plan: Option<NoPlan>,
    /// The figures are those of the plan that the first repair makes possible; the years after follow
    /// from it.
    pub repaired: bool,
    /// The figures of the plan, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<Figures>,
    /// Schools with fewer people on quota than they are given, and people missing, after the plan.
    pub short_of_quota: [i64; 2],
    /// Schools with more people on quota than they are given, and people too many, after the plan.
    pub over_quota: [i64; 2],
    /// What changes, by school, stage and subject.
    pub lines: Vec<SubjectChange>,
    /// The same year of a county in which nothing was decided in any year before.
    pub undecided: Undecided,
    /// The year lies beyond the cycle for which the quota totals were approved; absent where the policy
    /// states no cycle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quota_to_approve: Option<bool>,
}

/// The county as a year begins.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Stock {
    /// Schools that do not close.
    pub schools: i64,
    /// Those of them without any class.
    pub schools_without_classes: i64,
    /// Classes and pupils by stage.
    pub stages: Vec<StageStock>,
    /// People who teach when nothing is decided.
    pub heads: i64,
    /// People on quota.
    pub on_quota: i64,
    /// Quota given to the schools, heads.
    pub quota: i64,
    /// People who retire before the school year begins.
    pub retirements: i64,
    /// People who reach the retirement age within the school year; they are taken to teach all of it.
    pub retire_within: i64,
    /// People whose posting has ended and who return.
    pub returns: i64,
    /// People whose posting goes on.
    pub ongoing: i64,
    /// People who meet the rotation conditions.
    pub eligible: i64,
    /// Title applicants who lack the village year, before the plan.
    pub lack_title_year: i64,
    /// Teaching posts.
    pub posts: i64,
}

/// Classes and pupils of one stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageStock {
    /// The stage.
    pub stage: Stage,
    /// Classes.
    pub classes: i64,
    /// Pupils.
    pub pupils: i64,
}

/// What changes at one school for one subject, in people and posts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SubjectChange {
    /// School, by id.
    pub school: String,
    /// Its name.
    pub name: String,
    /// Stage and subject: key and words.
    pub stage: Option<Stage>,
    /// The subject.
    pub subject: Option<Subject>,
    /// People who retire.
    pub retire: i64,
    /// People who return.
    pub back: i64,
    /// People whom the plan sends away.
    pub leave: i64,
    /// People whom the plan sends here.
    pub arrive: i64,
    /// Recruits.
    pub recruits: i64,
    /// Posts that stay empty, by their main subject.
    pub empty: i64,
}

impl Year {
    /// A year before it is planned; so many people came back before its reckoning date.
    pub(super) fn begun(facts: &Facts<'_>, returned: i64) -> Self {
        let (approved, cycle) = (school_quota::APPROVED_YEAR, school_quota::CYCLE_YEARS);
        let due = reapproval(facts.book, approved, cycle);
        let year = facts.year_start.first_day().year();
        Self {
            year,
            date: facts.roster.date.to_string(),
            stock: stock(facts, returned),
            quota_to_approve: due.map(|due| i64::from(year) >= due),
            ..Self::default()
        }
    }
}

/// The county as a year begins; `returned` came back before its reckoning date.
fn stock(facts: &Facts<'_>, returned: i64) -> Stock {
    let roster = facts.roster;
    let count = |holds: fn(&Eligibility) -> bool| {
        let those = facts.standing.iter().filter(|stand| holds(stand));
        whole(those.count())
    };
    let back = (0..roster.teachers.len()).filter(|no| comes_back(facts, *no));
    let closing = |no: SchoolNo| roster.school(no).closing;
    let groups = || roster.classes.iter().filter(|one| !closing(one.school));
    let stages = Stage::ALL.iter().filter_map(|stage| {
        let here = || groups().filter(|group| Stage::of_grade(group.grade) == Some(*stage));
        let sizes = || here().flat_map(|group| &group.pupils);
        let classes = whole(sizes().count());
        (classes > 0).then(|| StageStock {
            stage: *stage,
            classes,
            pupils: sizes().map(|size| i64::from(*size)).sum(),
        })
    });
    let open = || roster.school_nos().filter(|no| !closing(*no));
    let bare = |no: &SchoolNo| groups().all(|group| group.school != *no);
    Stock {
        schools: whole(open().count()),
        schools_without_classes: whole(open().filter(bare).count()),
        stages: stages.collect(),
        heads: count(|one| one.base.is_some()),
        on_quota: facts.quota.iter().map(|one| one.heads_base).sum(),
        quota: facts
            .quota
            .iter()
            .map(|one| one.given + one.goes.values().sum::<i64>())
            .sum(),
        retirements: count(|one| one.exemptions.contains(&Exemption::Leaving)),
        retire_within: {
            let year = facts.year_start..facts.year_start.plus(12);
            let within = facts.standing.iter();
            whole(within.filter(|one| year.contains(&one.retires)).count())
        },
        returns: whole(back.count()) + returned,
        ongoing: count(|one| one.ongoing.as_ref().is_some_and(|one| one.goes_on)),
        eligible: count(Eligibility::counts),
        lack_title_year: count(|one| one.lacks_title_year),
        posts: facts.posts.iter().map(|post| i64::from(post.number)).sum(),
    }
}

fn comes_back(facts: &Facts<'_>, no: usize) -> bool {
    let base = facts.standing[no].base;
    base.is_some_and(|base| base != facts.roster.teachers[no].work_school)
}

/// Schools short of and over their quota after a plan, with the people missing and too many.
pub(super) fn quota_gaps(facts: &Facts<'_>, plan: &Placement) -> ([i64; 2], [i64; 2]) {
    let holds = |how: Employment| holds_place(facts.book, how);
    let mut after: Vec<i64> = facts.quota.iter().map(|one| one.heads_base).collect();
    for one in plan.moves.iter().filter(|one| one.quota_goes) {
        let who = facts.roster.teacher(one.teacher);
        if holds(who.employment) {
            if let Some(had) = place_next(facts.roster, who, facts.stands(one.teacher)) {
                after[had.0] -= 1;
            }
            after[one.to.0] += 1;
        }
    }
    for hire in &plan.hires {
        if holds(facts.roster.pools[hire.pool].employment) {
            after[facts.post(hire.post).school.0] += i64::from(hire.number);
        }
    }
    let (mut short, mut over) = ([0, 0], [0, 0]);
    let given = given_after(facts, plan).into_iter();
    for ((given, brought), after) in given.zip(brought(facts, plan)).zip(after) {
        let gap = given + brought - after;
        let side = if gap > 0 { &mut short } else { &mut over };
        side[0] += i64::from(gap != 0);
        side[1] += gap.abs();
    }
    (short, over)
}

/// A number of a line.
type Column = fn(&mut SubjectChange) -> &mut i64;

/// What changes, by school, stage and subject, where anything does.
pub(super) fn lines(facts: &Facts<'_>, plan: &Placement) -> Vec<SubjectChange> {
    let roster = facts.roster;
    let mut all: BTreeMap<(SchoolNo, Stage, Subject), SubjectChange> = BTreeMap::new();
    let mut add = |school, (stage, subject), column: Column, number: i64| {
        *column(all.entry((school, stage, subject)).or_default()) += number;
    };
    for (no, who) in roster.teachers.iter().enumerate() {
        let what = (who.stage, who.subject);
        if facts.standing[no].exemptions.contains(&Exemption::Leaving) {
            add(who.work_school, what, |line| &mut line.retire, 1);
        } else if comes_back(facts, no) {
            add(who.quota_school, what, |line| &mut line.back, 1);
        }
    }
    for one in &plan.moves {
        let who = roster.teacher(one.teacher);
        let what = (who.stage, who.subject);
        add(one.from, what, |line| &mut line.leave, 1);
        add(one.to, what, |line| &mut line.arrive, 1);
    }
    for hire in &plan.hires {
        let (school, pool) = (facts.post(hire.post).school, &roster.pools[hire.pool]);
        let subject = pool.subjects.first().copied();
        let what = (pool.stage, subject.unwrap_or(Subject::WHOLE_CLASS));
        add(school, what, |line| &mut line.recruits, hire.number.into());
    }
    for no in facts.post_nos() {
        let (post, number) = (facts.post(no), i64::from(plan.empty_of(facts, no)));
        let most = post.parts.iter().map(|part| part.1).max();
        if let Some(main) = post.parts.iter().find(|part| Some(part.1) == most)
            && number > 0
        {
            add(
                post.school,
                (post.stage, main.0),
                |line| &mut line.empty,
                number,
            );
        }
    }
    let lines = all.into_iter();
    lines
        .map(|((school, stage, subject), line)| SubjectChange {
            school: roster.school(school).id.clone(),
            name: roster.school(school).name.clone(),
            stage: Some(stage),
            subject: Some(subject),
            ..line
        })
        .collect()
}
