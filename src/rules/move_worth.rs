//! R42 Worth of a move (调动的价值).
//!
//! Symbols: `W[π]` posts that are worth a move of somebody of profile `π`: their main part is hers to
//! teach and she covers at least the policy's share of a full load, see `facts::worthy`;
//! `lodged[s,π,p]` people of profile `π` who have just arrived at school `s` and sit on a post `p ∉
//! W[π]` [persons]. Such a seat closes nothing: in the goal of posts it counts as empty. It stands
//! before title years in the order of goals, so nobody is moved onto one unless a must-rule, such as
//! the rotation share, cannot be met otherwise.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::values::move_worth;
use crate::facts::{Facts, Placement, closes_nothing};
use crate::policy::{Card, Force, GoalId};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    LODGED "R42" error
        ["调往{school}的{names}，所任岗位不含其可任的主要学科，或课时不足标准课时的{share}：不补空岗，只计入交流比例。", "{names}, moved to {school}, hold posts whose main subject is not theirs or less than {share} of a full load: the moves close nothing and only count towards a share."]
        ["改派到课时足够的岗位；确为完成比例的，写明原因。", "Choose posts with enough periods; where only the share asks for the move say so."];
}

pub(super) static CARD: Card = Card {
    code: "R42",
    id: move_worth::RULE,
    title: Text::new("调动的价值", "Worth of a move"),
    asks: Text::new(
        "调入的岗位应含其可任的主要学科，课时达到标准课时的规定比例；达不到的不算补空岗，只为完成比例时才用，且排在最后。",
        "Whoever is moved teaches the main subject of the post and a set share of a full load; any other move closes no vacancy, is made only where a share asks for it, and comes last.",
    ),
    formula: "min Σ lodged[s,π,p]   p ∉ W[π];   idle[s,π] + Σ_{p∉W} (fill[s,π,p] − lodged[s,π,p]) ≤ Σ stay + fixed[s,π]",
    unit: Text::new("人", "persons"),
    goal: GoalId::ShareOnly,
    mend: Some(Text::new(
        "允许{place}有{amount}人只为比例调入",
        "{amount} people may be moved to {place} for a share only",
    )),
    params: move_worth::PARAMS,
    marks: &[],
    suspected: 18,
    breaches: CODES,
};

/// Nobody is moved onto a seat that closes nothing, unless a share asks for it.
pub(super) struct MoveWorth;

/// Movers on posts that are not worth the move, by school.
fn lodgers(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<SchoolNo, Vec<TeacherNo>> {
    let mut lodgers: BTreeMap<SchoolNo, Vec<TeacherNo>> = BTreeMap::new();
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        let here = people.iter().copied();
        let here = here.filter(|who| closes_nothing(facts, plan, *who, no));
        let to = facts.post(no).school;
        lodgers.entry(to).or_default().extend(here);
    }
    lodgers.retain(|_, people| !people.is_empty());
    lodgers
}

impl Rule for MoveWorth {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let lodgers = lodgers(facts, plan);
        let all = lodgers.values().map(Vec::len).sum();
        let share = facts.book.get(move_worth::LOAD_AT_LEAST);
        for (school, people) in lodgers {
            let school = facts.roster.school(school);
            let names = people.iter().map(|who| &facts.roster.teacher(*who).name);
            let names: Vec<_> = names.collect();
            let words = blanks! { school: school.name, names: names, share: share.to_string() };
            verdict.at_most(school, &LODGED, 0, whole(people.len()), words);
        }
        let name = Text::new("只为比例的调动", "moves for a share only");
        verdict.figure(name, whole(all), whole(plan.moves.len()));
    }
}

impl super::Constrain for MoveWorth {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        if facts.book.force(CARD.id) == Force::Goal {
            for one in &program.lodged {
                program.lp.cost(CARD.goal, one.var, 1);
            }
            return;
        }
        let lodged = program.lodged.iter();
        let lodged = lodged.map(|one| (facts.post(one.post).school, one.var, 1));
        for (school, terms) in crate::model::sums(lodged) {
            program.at_most(&CARD, facts.roster.school_id(school), terms, 0);
        }
    }
}
