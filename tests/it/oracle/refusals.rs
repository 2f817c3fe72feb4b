//! Plans made to withstand refusals, against every plan and every set of people who refuse.

use super::BASE;
use super::draw::{random, roomy};
use super::plans::plans;
use crate::night::by_night;
use crate::patched::try_patched;
use lungang::audit::audit;
use lungang::decide::{decide, withstands};
use lungang::domain::{Question, TeacherNo};
use lungang::facts::{Facts, Placement};
use lungang::policy::GoalId;
use lungang::rules::{build, goals};
use lungang::solve::{Options, Silent};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Counties, by day and by night.
const COUNTIES: [u64; 2] = [30, 160];

/// Somebody has to go, and there is room for more to go than have to.
const ROOM: &[&str] = &[
    "rotation_share.force=must",
    "rotation_share.at_least=10%",
    "rotation_share.direction=any",
    "leavers_cap.force=off",
    "arrivals_mix.force=off",
    "last_teacher.force=goal",
    "must_open_subjects.force=goal",
    "village_subjects.force=goal",
    "per_pupil_staff.force=goal",
    "backbone_share.force=goal",
    "family_ties.couples=off",
];

/// A plan without those who refuse: they stay, and their posts are empty.
fn without(plan: &Placement, some: &[TeacherNo]) -> Placement {
    let mut left = plan.clone();
    left.moves.retain(|one| !some.contains(&one.teacher));
    for people in &mut left.fills {
        people.retain(|who| !some.contains(who));
    }
    left
}

/// Whether every must-rule holds whoever refuses, up to so many of those who may stay.
fn stands(facts: &Facts<'_>, plan: &Placement, may_stay: &BTreeSet<TeacherNo>, most: u32) -> bool {
    let movers = plan.moves.iter().map(|one| one.teacher);
    let movers: Vec<TeacherNo> = movers.filter(|who| may_stay.contains(who)).collect();
    let sets = 0..(1_u32 << movers.len());
    sets.filter(|set| set.count_ones() <= most).all(|set| {
        let some = movers.iter().enumerate();
        let some: Vec<TeacherNo> = some
            .filter(|(no, _)| set & (1 << no) != 0)
            .map(|(_, who)| *who)
            .collect();
        audit(facts, &without(plan, &some)).holds()
    })
}

/// What one county showed: plans that could be made, how many of them are the best of all, and those
/// that withstand what the plain plan does not.
fn county(seed: u64, most: u32) -> [usize; 3] {
    let mut changes = roomy(&mut random(seed));
    changes.extend(ROOM.iter().map(|change| format!("policy.{change}")));
    let Ok((roster, book)) = try_patched(BASE, &changes) else {
        return [0; 3];
    };
    let facts = Facts::new(&roster, &book);
    let Some(plans) = plans(&facts) else {
        return [0; 3];
    };
    let about = format!("county {seed}, {most} refuse: {changes:?}");
    let program = build(&facts, false);
    let may = |no: &usize| program.lp.columns[program.stays[*no].0].upper > 0;
    let may_stay: BTreeSet<TeacherNo> = (0..program.types.len())
        .filter(may)
        .flat_map(|no| program.types[no].members.clone())
        .collect();
    let mut order = goals(&facts);
    order.retain(|goal| *goal != GoalId::Canonical);
    let values = |plan: &Placement| -> Vec<i64> {
        let judged = audit(&facts, plan);
        let value = |goal: &GoalId| judged.goals.get(goal).copied().unwrap_or(0);
        order.iter().map(value).collect()
    };
    let fit = plans
        .iter()
        .filter(|plan| stands(&facts, plan, &may_stay, most));
    let best = fit.map(values).min();
    let plain = decide(&facts, &Options::default(), false, &Silent).unwrap();
    let plain = plain
        .plan()
        .is_some_and(|plan| stands(&facts, &plan.placement, &may_stay, most));
    let question = Question {
        withstand: most.into(),
        ..Question::default()
    };
    let asked = facts.asking(&question);
    let decision = decide(&asked, &Options::default(), false, &Silent).unwrap();
    let Some(plan) = decision.plan() else {
        // Where losses differ, more is asked for than is needed.
        return [usize::from(best.is_some()), 0, 0];
    };
    assert!(stands(&facts, &plan.placement, &may_stay, most), "{about}");
    let said = withstands(&asked, plan);
    let movers = plan.placement.moves.iter();
    let free = movers.filter(|one| may_stay.contains(&one.teacher)).count();
    assert!(
        said.refusals >= free.min(most as usize),
        "{about}: {said:?}"
    );
    let (is, best) = (values(&plan.placement), best.unwrap());
    assert!(is >= best, "{about}: {is:?} better than {best:?}");
    [1, usize::from(is == best), usize::from(!plain)]
}

#[test]
fn plans_made_to_withstand_refusals_do() {
    let cases: Vec<(u64, u32)> = (3000..3000 + by_night(COUNTIES[0], COUNTIES[1]))
        .flat_map(|seed| [(seed, 1), (seed, 2)])
        .collect();
    let seen = cases
        .into_par_iter()
        .map(|(seed, most)| county(seed, most))
        .reduce(|| [0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
    let [possible, best, new] = seen;
    let (least, of_these) = by_night((12, 1), (70, 5));
    assert!(possible >= least, "{seen:?}");
    assert!(best * 20 >= possible * 19, "{seen:?}");
    assert!(new >= of_these, "{seen:?}");
}
