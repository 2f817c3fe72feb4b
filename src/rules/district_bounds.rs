//! R43 District bounds (片区范围).
//!
//! Symbols: `x[t,s]` 1 when teacher `t` is moved from `h` to school `s`; `N[h]` schools that stand in one of
//! the listed relations with `h`: the same teaching district, the same education group, partners, a central
//! school and the schools that belong to it; `w` minutes that a move outside counts for where it is only to
//! be avoided. A school without a district is in no other district. Whoever is at a school that closes may
//! be placed anywhere.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{School, SchoolNo, TeacherNo, labelled_enum};
use crate::facts::{Facts, Placement};
use crate::policy::{Card, Force, GoalId, values};
use crate::text::Text;

labelled_enum! {
    /// How two schools may belong together.
    Relation {
        District = "district" "同一片区" "the same district",
        Group = "group" "同一集团" "the same group",
        Pair = "pair" "结对学校" "partners",
        Central = "central" "中心校与所属学校" "a central school and its schools",
    }
}

values! {
    "district_bounds"
    WITHIN: Vec<Relation> = "within"
        "只可在下列任一范围内调动" "moves stay inside any of these";
    MINUTES_OUTSIDE: i64 = "minutes_outside"
        "按“尽量”执行时，超出范围一人折算的分钟"
        "minutes that a move outside counts for where the rule is a goal";
}

crate::finding::codes! { pub(super),
    OUTSIDE "R43" error
        ["{teacher}由{from}调到{to}，两校不属于{within}。", "{teacher} goes from {from} to {to}, which are not in {within}."]
        ["改派范围内的学校；确需跨范围的，写明理由。", "Choose a school inside; where none will do say why."];
}

pub(super) static CARD: Card = Card {
    code: "R43",
    id: RULE,
    title: Text::new("片区范围", "District bounds"),
    asks: Text::new(
        "教师只在片区、集团、结对校或中心校范围内交流；撤并学校的教师除外。",
        "Teachers rotate inside their district, group, pair or central school only; those of closing schools are excepted.",
    ),
    formula: "x[t,s] = 0   s ∉ N[h];   as a goal min w·Σ x[t,s], s ∉ N[h]",
    unit: Text::new("人", "persons"),
    goal: GoalId::Burden,
    mend: None,
    params: PARAMS,
    marks: &[],
    suspected: 18,
    breaches: CODES,
};

/// Moves stay inside what belongs together.
pub(super) struct DistrictBounds;

impl Rule for DistrictBounds {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let within = facts.book.get(WITHIN);
        let words: Vec<Text> = within.iter().map(|one| one.text()).collect();
        verdict.looks_at(plan.moves.len());
        for one in &plan.moves {
            let (from, to) = (facts.roster.school(one.from), facts.roster.school(one.to));
            let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
            let inside = within.iter().any(|relation| match relation {
                Relation::District => {
                    from.district.is_none() || to.district.is_none() || from.district == to.district
                }
                Relation::Group => same(&from.group, &to.group),
                Relation::Pair => from.partner == Some(one.to) || to.partner == Some(one.from),
                Relation::Central => {
                    from.central_school == Some(one.to) || to.central_school == Some(one.from)
                }
            });
            if !inside && !from.closing {
                let who = facts.roster.teacher(one.teacher);
                let blanks =
                    blanks! { teacher: who.name, from: from.name, to: to.name, within: words };
                verdict.breach(who, &OUTSIDE, blanks);
                if facts.book.force(RULE) == Force::Goal {
                    // One is counted for the breach itself.
                    let more = facts.book.get(MINUTES_OUTSIDE) - 1;
                    verdict.cost(GoalId::Burden, more);
                }
            }
        }
    }
}

/// Whether a move between two schools stays inside one of the relations.
fn stays_inside(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> bool {
    let (a, b): (&School, &School) = (facts.roster.school(from), facts.roster.school(to));
    let known = |name: &Option<String>, other: &Option<String>| matches!((name, other), (Some(x), Some(y)) if x == y);
    let holds = |relation: &Relation| match relation {
        Relation::District => !matches!((&a.district, &b.district), (Some(x), Some(y)) if x != y),
        Relation::Group => known(&a.group, &b.group),
        Relation::Pair => [(a, to), (b, from)]
            .iter()
            .any(|(one, other)| one.partner == Some(*other)),
        Relation::Central => [(a, to), (b, from)]
            .iter()
            .any(|(one, other)| one.central_school == Some(*other)),
    };
    a.closing || facts.book.get(WITHIN).iter().any(holds)
}

impl super::Constrain for DistrictBounds {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
        let base = facts.stands(who).base;
        base.is_none_or(|base| base == to || stays_inside(facts, base, to))
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        if facts.book.force(RULE) != Force::Goal {
            return;
        }
        // A goal's forbidden moves are charged one each already.
        let more = facts.book.get(MINUTES_OUTSIDE) - 1;
        for arc in program.arcs.clone() {
            if !stays_inside(facts, program.from(&arc), arc.to) {
                program.lp.cost(GoalId::Burden, arc.var, more);
            }
        }
    }
}
