//! R17 Dormitory beds (周转宿舍床位).
//!
//! Symbols: `x[τ,s]` members of type `τ` who move to school `s` [persons]; `far(τ,s)` the way is
//! longer than the travel limit of R16; `beds[s]` beds at `s` that present lodgers leave free [beds].
//! The limit is read from R16 even where the policy sets that rule off.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::values::dormitory_beds;
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    TOO_FEW "R17" error
        ["{school}可用周转宿舍床位{beds}个，需住宿的调入教师{lodgers}人。", "{school} has {beds} free beds, yet {lodgers} of the arrivals need one."]
        ["增加床位，或减少远距离调入。", "Add beds, or post fewer people there from far away."];
    NOT_SET_ASIDE "R17b" warning
        ["{teacher}到{school}超过通勤上限，方案未注明安排床位。", "{teacher} goes to {school} beyond the travel limit, and the plan sets no bed aside."]
        ["在方案中注明住周转宿舍。", "Say in the plan that a bed is set aside."];
}

pub(super) static CARD: Card = Card {
    code: "R17",
    id: dormitory_beds::RULE,
    title: Text::new("周转宿舍床位", "Dormitory beds"),
    asks: Text::new(
        "超过通勤上限的调入教师，每校不超过可用的周转宿舍床位数。",
        "No school receives more people from beyond the travel limit than it has free beds.",
    ),
    formula: "Σ x[τ,s] ≤ beds[s]   far(τ,s), for each school s",
    unit: Text::new("张床位", "beds"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "给{place}增加床位{amount}张",
        "{amount} more beds at {place}",
    )),
    params: dormitory_beds::PARAMS,
    marks: &[],
    suspected: 22,
    breaches: CODES,
};

/// No school receives more people from far away than it has beds.
pub(super) struct DormitoryBeds;

impl Rule for DormitoryBeds {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let mut lodgers: BTreeMap<SchoolNo, i64> = BTreeMap::new();
        for one in &plan.moves {
            let far = facts.needs_bed(one.teacher, one.to);
            if far || one.bed {
                *lodgers.entry(one.to).or_default() += 1;
            }
            if far && !one.bed {
                let teacher = facts.roster.teacher(one.teacher);
                let school = &facts.roster.school(one.to).name;
                let words = blanks! { teacher: teacher.name, school: school };
                verdict.remark(teacher, &NOT_SET_ASIDE, words);
            }
        }
        for (no, count) in lodgers {
            let school = facts.roster.school(no);
            let words = blanks! { school: school.name, beds: school.beds, lodgers: count };
            verdict.at_most(school, &TOO_FEW, i64::from(school.beds), count, words);
        }
    }
}

impl super::Constrain for DormitoryBeds {
    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        super::travel_limit::see_way(facts, who, key, |to| facts.needs_bed(who, to));
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let far = program.arcs.iter();
        let far = far.filter(|arc| facts.needs_bed(program.mover(arc), arc.to));
        for (to, terms) in crate::model::sums(far.map(|arc| (arc.to, arc.var, 1))) {
            let school = facts.roster.school(to);
            program.at_most(&CARD, school.id.clone(), terms, i64::from(school.beds));
        }
    }
}
