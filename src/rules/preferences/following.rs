//! Whoever is placed from a school that closes goes where its pupils go (随学生安置), or where there are fewer people of
//! her subject than posts; otherwise as near as can be. This comes before shares and posts, for which nobody is placed
//! far from her pupils.

use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::merging::takes_in;
use crate::facts::own_staff::has_vacancy;
use crate::facts::values::travel_limit;
use crate::facts::{Facts, Placement};
use crate::policy::GoalId;
use crate::rules::Verdict;

/// Minutes one way of somebody who is placed neither where her pupils go nor where people of her subject are short;
/// nought of whoever is not placed.
fn minutes(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> i64 {
    let (roster, base) = (facts.roster, facts.stands(who).base);
    let Some(base) = base.filter(|_| facts.must_leave(who)) else {
        return 0;
    };
    let profile = facts.profile(facts.stands(who).profile);
    let short =
        profile.may_teach(profile.stage, profile.own) && has_vacancy(facts, to, profile.own);
    if short || takes_in(roster, base, roster.teacher(who).stage) == Some(to) {
        return 0;
    }
    let way = facts.travel.minutes(who, to).map(i64::from);
    way.unwrap_or_else(|| facts.book.get(travel_limit::MINUTES_AT_MOST))
}

/// How far those are placed who do not go where their pupils go.
pub(super) fn audit(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let moves = plan.moves.iter();
    let ways = moves.map(|one| minutes(facts, one.teacher, one.to));
    verdict.cost(GoalId::Following, ways.sum());
}

/// Her way to each school, where she is to be placed and sets out from home.
pub(super) fn see(facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
    if facts.must_leave(who) {
        let schools = facts.roster.school_nos();
        key.extend(schools.map(|to| minutes(facts, who, to)));
    }
}

/// Their ways cost.
pub(super) fn constrain(program: &mut crate::model::Staffing<'_>) {
    let facts = program.facts;
    for arc in program.arcs.clone() {
        let way = minutes(facts, program.mover(&arc), arc.to);
        if way > 0 {
            program.lp.cost(GoalId::Following, arc.var, way);
        }
    }
}
