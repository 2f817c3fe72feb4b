//! What only a solver can know: told as claimed, and held against itself.

use super::record_codes::{ABOVE_VALUE, CLAIMED, NOT_PROVED};
use crate::blanks;
use crate::finding::{Finding, Findings};
use crate::plan::{Ended, Plan};
use crate::print::Phrase;
use crate::text::Lang;

/// Claims that cannot be so beside what is: a bound above a value that is reached, or a proof whose bound is not
/// reached. `is` is the plan reckoned once more.
pub fn impossible(doc: &Plan, is: &Plan) -> Findings {
    let mut findings = Findings::default();
    for (no, one) in is.outcome.goals.iter().enumerate() {
        // Goals that a plan does not list, as one of an older layout may, claim nothing.
        if !doc.outcome.goals.iter().any(|said| said.goal == one.goal) {
            continue;
        }
        let path = format!("outcome.goals[{no}].bound");
        let goal = one.goal.text();
        let told = blanks! { path: path, goal: goal, bound: one.bound, value: one.value };
        if one.bound.is_some_and(|bound| bound > one.value) {
            findings.push(Finding::new(&ABOVE_VALUE, told));
        } else if doc.outcome.ended == Some(Ended::Proved) && one.bound != Some(one.value) {
            let told = blanks! {
                path: "outcome.ended", goal: goal, bound: one.bound, value: one.value,
            };
            findings.push(Finding::new(&NOT_PROVED, told));
        }
    }
    let periods = &doc.periods;
    let told = |path: &str| {
        let goal = Phrase::from(("兼课、走教安排", "lessons besides the posts"));
        blanks! { path: path, goal: goal, bound: periods.bound, value: periods.value }
    };
    if periods.bound.is_some_and(|bound| bound > periods.value) {
        findings.push(Finding::new(&ABOVE_VALUE, told("periods.bound")));
    } else if periods.ended == Some(Ended::Proved) && periods.bound != Some(periods.value) {
        findings.push(Finding::new(&NOT_PROVED, told("periods.ended")));
    }
    findings
}

/// The one line that names what is claimed.
pub fn claimed(doc: &Plan) -> Findings {
    let ended = doc.outcome.ended;
    let bounds = doc.outcome.goals.iter();
    let bounds = bounds.filter(|one| one.bound.is_some()).count();
    let what = Phrase::of(|lang| {
        let ended = ended.map_or("—", |ended| ended.text().get(lang));
        match lang {
            Lang::Zh => format!(
                "求解结论“{ended}”（outcome.ended）、{bounds}项目标的下界（outcome.goals[].bound）、兼课安排的结论和下界（periods）、求解器（tool.solver）"
            ),
            Lang::En => format!(
                "that it is {ended} (outcome.ended), the bounds of {bounds} goals (outcome.goals[].bound), end and bound of lessons besides the posts (periods), the solver (tool.solver)"
            ),
        }
    });
    Findings(vec![Finding::new(&CLAIMED, blanks! { what: what })])
}
