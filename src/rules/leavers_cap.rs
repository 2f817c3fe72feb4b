//! R14 Leavers cap (派出比例上限).
//!
//! Symbols: `x[τ,s]` members of type `τ` who move to school `s` [persons]; `B[h]` people who teach
//! at school `h` next year when nothing is decided [persons]; `c` largest share [exact fraction].
//! A school that closes is not capped: everybody there must be placed.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, whole};
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, Share, values};
use crate::text::Text;
use std::collections::BTreeMap;

values! {
    "leavers_cap"
    AT_MOST: Share = "at_most"
        "派出教师占本校教师的最高比例"
        "largest share of a school's teachers who may leave in one year";
}

crate::finding::codes! { pub(super),
    TOO_MANY "R14" error
        ["{school}现有教师{heads}人，一学年最多派出{most}人，方案派出{leavers}人。", "{school} has {heads} teachers; at most {most} may leave in one year, {leavers} do."]
        ["减少该校派出人数，或分年度安排。", "Move fewer teachers out of this school, or spread the moves over several years."];
}

pub(super) static CARD: Card = Card {
    code: "R14",
    id: RULE,
    title: Text::new("派出比例上限", "Leavers cap"),
    asks: Text::new(
        "一学年内从同一所学校派出的教师，不超过该校教师的规定比例；撤并学校除外。",
        "In one school year no school sends out more than a set share of its teachers; schools that close are excepted.",
    ),
    formula: "Σ x[τ,s] ≤ ⌊c·B[h]⌋   home(τ) = h, for each school h that does not close",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "允许{place}多派出{amount}人",
        "{place} may send out {amount} more",
    )),
    params: PARAMS,
    marks: &[],
    suspected: 23,
    breaches: CODES,
};

/// No school sends out more than a set share of its teachers in one year.
pub(super) struct LeaversCap;

impl Rule for LeaversCap {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let share = facts.book.get(AT_MOST);
        let mut heads = vec![0; facts.roster.schools.len()];
        for base in facts.standing.iter().filter_map(|stand| stand.base) {
            heads[base.0] += 1;
        }
        let mut leavers: BTreeMap<SchoolNo, i64> = BTreeMap::new();
        for one in &plan.moves {
            let base = facts.stands(one.teacher).base;
            if let Some(base) = base.filter(|base| *base != one.to) {
                *leavers.entry(base).or_default() += 1;
            }
        }
        for (no, count) in leavers {
            let school = facts.roster.school(no);
            if !school.closing {
                let most = share.floor_of(heads[no.0]);
                let words = blanks! { school: school.name, heads: heads[no.0], most: most,
                leavers: count };
                verdict.at_most(school, &TOO_MANY, most, count, words);
            }
        }
    }
}

impl super::Constrain for LeaversCap {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let share = facts.book.get(AT_MOST);
        let going = program.types.iter().zip(&program.leaves);
        let going = going.map(|(one, leave)| (one.base, *leave, 1));
        for (no, terms) in crate::model::sums(going) {
            let school = facts.roster.school(no);
            if !school.closing {
                let most = share.floor_of(whole(facts.at_base(no).count()));
                program.at_most(&CARD, school.id.clone(), terms, most);
            }
        }
    }
}
