//! What only a solver can know: told as claimed, and held against itself.

use super::record_codes::{ABOVE_VALUE, CLAIMED, NOT_PROVED};
use crate::blanks;
use crate::finding::{Finding, Findings};
use crate::plan::{Ended, GoalDoc, Plan};
use crate::policy::GoalId;
use crate::print::{LIST, Phrase};
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

/// The one line that names what is claimed and not verified; `verified` are the goals whose bounds a proof has shown.
pub fn claimed(doc: &Plan, verified: &[GoalId]) -> Findings {
    let outcome = &doc.outcome;
    let goals = outcome.goals.iter();
    let bound = |one: &GoalDoc| one.bound.filter(|_| !verified.contains(&one.goal));
    let open = goals.filter_map(|one| Some((one, bound(one)?)));
    let open: Vec<(&GoalDoc, i64)> = open.collect();
    let proved = outcome.ended == Some(Ended::Proved);
    let mut what = Vec::new();
    // That each goal is the best is what the end says; only what is arranged beside is not in the proof.
    if verified.is_empty() || !open.is_empty() || !proved {
        what.push(ended(
            "求解结论",
            "that it is",
            outcome.ended,
            "outcome.ended",
        ));
    }
    if !open.is_empty() {
        what.push(bounds(&open, verified.len()));
    }
    let periods = &doc.periods;
    if periods.ended.is_some() || periods.bound.is_some() {
        what.push(ended(
            "兼课安排",
            "lessons beside the posts:",
            periods.ended,
            "periods.ended",
        ));
    }
    if let Some(bound) = periods.bound {
        let value = periods.value;
        what.push(Phrase::of(|lang| match lang {
            Lang::Zh => format!("兼课安排的下界{bound}、所列{value}（periods.bound）"),
            Lang::En => format!("their bound {bound}, with {value} reached (periods.bound)"),
        }));
    }
    what.extend(of_run(doc));
    let what = Phrase::join(what, LIST);
    Findings(vec![Finding::new(&CLAIMED, blanks! { what: what })])
}

/// What is claimed of the run itself.
fn of_run(doc: &Plan) -> Vec<Phrase> {
    let (outcome, mut what) = (&doc.outcome, Vec::new());
    if let Some(present) = outcome.present {
        what.push(ended(
            "不作调整时",
            "if nothing were decided:",
            Some(present),
            "outcome.present",
        ));
    }
    let number = |zh: &str, en: &str, number: &str, path: &str| {
        Phrase::of(|lang| match lang {
            Lang::Zh => format!("{zh}{number}（{path}）"),
            Lang::En => format!("{en} {number} ({path})"),
        })
    };
    if outcome.gap > 0.0 {
        let gap = outcome.gap.to_string();
        what.push(number("要求的差距", "the asked gap", &gap, "outcome.gap"));
    }
    if outcome.withstand > 0 {
        let many = outcome.withstand.to_string();
        let (zh, en) = ("经得起退出的人数", "refusals that it withstands:");
        what.push(number(zh, en, &many, "outcome.withstand"));
    }
    if !outcome.undecided.is_empty() {
        let many = outcome.undecided.len().to_string();
        let (zh, en) = ("没有求到最好的事项数", "not decided as well as can be:");
        what.push(number(zh, en, &many, "outcome.undecided"));
    }
    if !doc.tool.solver.is_empty() {
        what.push(number(
            "求解器",
            "the solver",
            &doc.tool.solver,
            "tool.solver",
        ));
    }
    what
}

/// How something ended, as it is claimed.
fn ended(zh: &str, en: &str, ended: Option<Ended>, path: &str) -> Phrase {
    Phrase::of(|lang| {
        let ended = ended.map_or("—", |ended| ended.text().get(lang));
        match lang {
            Lang::Zh => format!("{zh}“{ended}”（{path}）"),
            Lang::En => format!("{en} {ended} ({path})"),
        }
    })
}

/// The bounds of goals: how many, and each that is not what the plan reaches.
fn bounds(open: &[(&GoalDoc, i64)], verified: usize) -> Phrase {
    let apart = open.iter().filter(|(one, bound)| one.value != *bound);
    let apart: Vec<&(&GoalDoc, i64)> = apart.collect();
    let number = open.len();
    Phrase::of(|lang| {
        let each = apart.iter().map(|(one, bound)| {
            let (goal, value) = (one.goal.text().get(lang), one.value);
            match lang {
                Lang::Zh => format!("{goal}下界{bound}、所列{value}"),
                Lang::En => format!("{goal}: bound {bound}, with {value} reached"),
            }
        });
        let each: Vec<String> = each.collect();
        let each = each.join(lang.pick("，", ", "));
        let gap = if each.is_empty() {
            ""
        } else {
            lang.pick("，其中", ", of them ")
        };
        match (lang, verified) {
            (Lang::Zh, 0) => format!("{number}项目标的下界（outcome.goals[].bound{gap}{each}）"),
            (Lang::Zh, _) => {
                format!("其余{number}项目标的下界（outcome.goals[].bound{gap}{each}）")
            }
            (Lang::En, 0) => {
                format!("the bounds of {number} goals (outcome.goals[].bound{gap}{each})")
            }
            (Lang::En, _) => {
                format!("the bounds of the other {number} goals (outcome.goals[].bound{gap}{each})")
            }
        }
    })
}
