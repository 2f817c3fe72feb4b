//! R22 Fewest moves (能不动则不动).
//!
//! Symbols: `x[τ,s]` members of type `τ` who move to school `s` [persons].
//! A move is told of when the new school had somebody of its own for the post: a person who
//! would be there anyway, who fills no post there next year (left over, or moved on), and who
//! covers as many periods of the post as the one who comes. Each such person answers for one move
//! only. A move that gives the title year is never told of.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::values::title_year;
use crate::facts::{Facts, Placement, PlannedMove, PostNo};
use crate::policy::{Card, GoalId, values};
use crate::text::Text;
use std::collections::BTreeMap;

values! { "fewest_moves" }

crate::finding::codes! { pub(super),
    CLOSES_NOTHING "R22" note
        ["{teacher}调往{school}所任岗位，该校{other}也可任；由{other}任该岗的，别的岗位相应变动，得失见该教师的调动理由。", "{teacher} goes to a post at {school} that {other} could hold as well; with {other} on it other posts would change, and what would be lost stands in the reason of the move."]
        ["调动理由只有交流比例的，可不作此调动。", "Leave the move out where a share is its only reason."];
}

pub(super) static CARD: Card = Card {
    code: "R22",
    id: RULE,
    title: Text::new("能不动则不动", "Fewest moves"),
    asks: Text::new(
        "在满足规定、补足缺口的前提下，调整人数尽量少，不为交流而交流。",
        "As few people as possible move beyond what the rules and the gaps ask for.",
    ),
    formula: "min Σ x[τ,s]",
    unit: Text::new("人", "persons"),
    goal: GoalId::Moves,
    mend: None,
    params: PARAMS,
    marks: &[],
    suspected: 2,
    breaches: CODES,
};

/// Each move costs one.
pub(super) struct FewestMoves;

impl Rule for FewestMoves {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let moves = whole(plan.moves.len());
        verdict.cost(GoalId::Moves, moves);
        let idle = close_nothing(facts, plan);
        let name = Text::new(
            "岗位另有本校人员可任的调动",
            "moves to a post that somebody there could hold",
        );
        verdict.figure(name, whole(idle.len()), moves);
        for (one, other) in idle {
            let teacher = facts.roster.teacher(one.teacher);
            let words = blanks! { teacher: teacher.name,
            school: facts.roster.school(one.to).name,
            other: facts.roster.teacher(other).name };
            verdict.remark(teacher, &CLOSES_NOTHING, words);
        }
    }
}

/// Moves to a post that somebody of the school could hold, each with that person.
fn close_nothing<'p>(facts: &Facts<'_>, plan: &'p Placement) -> Vec<(&'p PlannedMove, TeacherNo)> {
    let gives_year = facts.book.is_on(title_year::RULE);
    let gives = facts.book.get(title_year::DESTINATIONS);
    let mut post_of: BTreeMap<TeacherNo, PostNo> = BTreeMap::new();
    for (post, people) in facts.post_nos().zip(&plan.fills) {
        post_of.extend(people.iter().map(|who| (*who, post)));
    }
    let mut spare: BTreeMap<SchoolNo, Vec<TeacherNo>> = BTreeMap::new();
    for one in &plan.moves {
        let here = |post: &PostNo| facts.post(*post).school == one.to;
        let idle = |who: &TeacherNo| !post_of.get(who).is_some_and(here);
        let people = || facts.at_base(one.to).filter(idle).collect();
        spare.entry(one.to).or_insert_with(people);
    }
    let mut found = Vec::new();
    for one in &plan.moves {
        let year = gives_year
            && facts.stands(one.teacher).lacks_title_year
            && facts.roster.school(one.to).is_any(&gives);
        let (Some(post), Some(people)) = (post_of.get(&one.teacher), spare.get_mut(&one.to)) else {
            continue;
        };
        let left = |who: TeacherNo| {
            let profile = facts.profile(facts.stands(who).profile);
            profile.fit(facts.post(*post)).uncovered
        };
        let hers = left(one.teacher);
        let able = people.iter().position(|who| left(*who) <= hers);
        if let (Some(place), false) = (able, year) {
            found.push((one, people.remove(place)));
        }
    }
    found
}

impl super::Constrain for FewestMoves {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        for leave in &program.leaves {
            program.lp.cost(GoalId::Moves, *leave, 1);
        }
    }
}
