//! R05 Forms that count (计入交流的形式).
//!
//! Symbols: `f(a,b)` form of a move from school `a` to school `b`, from group, pairing and township
//! centre (`facts::form_of`); `m` months, `w` share of full time of a posting. The program only makes
//! postings of the planned length at full time in the form that fits, so it needs no row; a plan
//! made or edited by hand is checked here.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::Form;
use crate::facts::values::counting_forms;
use crate::facts::{Facts, Placement, PlannedMove, form_of, relations};
use crate::policy::{Card, GoalId};
use crate::text::Text;

crate::finding::codes! { pub(super),
    WRONG_FORM "R05" error
        ["{name}由{from}到{to}的交流形式写作“{found}”，与两校关系不符，应为“{expected}”。", "The move of {name} from {from} to {to} is called \"{found}\", which does not fit the two schools; expected \"{expected}\"."]
        ["更正交流形式，或核对两校的集团、结对、中心校关系。", "Mend the form, or check group, pairing and central school."];
    TOO_SHORT "R05b" error
        ["{name}到{to}只有{actual}个月，不足{need}个月。", "{name} is at {to} for {actual} months, fewer than {need}."]
        ["延长交流时间。", "Make the posting longer."];
    PART_TIME "R05c" error
        ["{name}在{to}的工作量只有{actual}%，不足{need}%。", "{name} works {actual} % of full time at {to}, less than {need} %."]
        ["增加在交流学校的工作量。", "Raise the share at the new school."];
    SAME_SCHOOL "R05d" error
        ["{name}的原学校与交流学校相同（{to}）。", "{name} goes from {to} to the same school."]
        ["去掉这一调动，或更正学校。", "Take the move out, or mend the school."];
}

pub(super) static CARD: Card = Card {
    code: "R05",
    id: counting_forms::RULE,
    title: Text::new("计入交流的形式", "Forms that count"),
    asks: Text::new(
        "只有规定形式、达到规定时长和工作量的交流才计入交流轮岗人数。",
        "A posting counts as rotation only in a listed form, long enough and full enough.",
    ),
    formula: "form = f(from, to), from ≠ to, m ≥ m_min, w ≥ w_min for every move",
    unit: Text::new("处", "places"),
    goal: GoalId::Shortfall,
    mend: None,
    params: counting_forms::PARAMS,
    marks: &[],
    suspected: 3,
    breaches: CODES,
};

/// Every move is what it says it is, and long and full enough to count. Whoever is placed from a closing school goes
/// under no form and for good.
pub(super) struct CountingForms;

impl Rule for CountingForms {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let name = |school| &facts.roster.school(school).name;
        verdict.looks_at(plan.moves.len());
        for one in &plan.moves {
            let who = facts.roster.teacher(one.teacher);
            if one.from == one.to {
                let words = blanks! { name: who.name, to: name(one.to) };
                verdict.fault(who, &SAME_SCHOOL, words);
            } else if let Some(form) = one.form.filter(|form| !form_fits(facts, one, *form)) {
                let words = blanks! { name: who.name, from: name(one.from), to: name(one.to),
                found: form.text(), expected: form_of(facts, one.from, one.to).text() };
                verdict.breach(who, &WRONG_FORM, words);
            }
            let months = one.months(facts.book);
            let share = i64::from(one.share);
            for (code, key, actual) in [
                (&TOO_SHORT, counting_forms::MIN_MONTHS, months),
                (&PART_TIME, counting_forms::MIN_SHARE, share),
            ] {
                let need = facts.book.get(key);
                if actual < need {
                    let words =
                        blanks! { name: who.name, to: name(one.to), need: need, actual: actual };
                    verdict.breach(who, code, words);
                }
            }
        }
    }
}

/// A form that names a relation between schools needs that relation; the general forms of exchange
/// fit any two schools; the rest (secondment, shadowing …) are no postings of a rotation plan.
fn form_fits(facts: &Facts<'_>, one: &PlannedMove, form: Form) -> bool {
    let district = &facts.roster.school(one.from).district;
    match form {
        Form::Exchange | Form::PostFilling | Form::Support | Form::Competition | Form::Transfer => {
            true
        }
        Form::District => district.is_some() && *district == facts.roster.school(one.to).district,
        form => relations(facts, one.from, one.to).any(|one| one == form),
    }
}

impl super::Constrain for CountingForms {}
