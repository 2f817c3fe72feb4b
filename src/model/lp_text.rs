//! The program as text that a person can read against the formulas: the golden form of each rule.

use super::{Column, Lp, Terms};
use crate::policy::GoalId;
use std::fmt::Write;

/// The goals in their order, then the rows with the rule that asks for each, then the bounds.
pub fn lp_text(lp: &Lp, goals: &[GoalId]) -> String {
    let mut text = String::new();
    for goal in goals {
        if let Some(sum) = lp.goals.get(goal).filter(|sum| !sum.terms.is_empty()) {
            let constant = match sum.constant {
                0 => String::new(),
                more => format!(" + {more}"),
            };
            let (key, side) = (goal.key(), side(lp, &sum.terms));
            let _ = writeln!(text, "minimise {key}: {side}{constant}");
        }
    }
    for row in &lp.rows {
        let (sign, left) = (row.sense.sign(), side(lp, &row.terms));
        let (rule, about, bound) = (row.rule, &row.about, row.bound);
        let _ = writeln!(text, "{rule} {about}: {left} {sign} {bound}");
    }
    for Column { name, lower, upper } in &lp.columns {
        let _ = writeln!(text, "{lower} <= {name} <= {upper}");
    }
    text
}

fn side(lp: &Lp, terms: &Terms) -> String {
    let mut text = String::new();
    for (var, coefficient) in terms {
        let sign = match (text.is_empty(), *coefficient < 0) {
            (true, false) => "",
            (true, true) => "-",
            (false, false) => " + ",
            (false, true) => " - ",
        };
        let factor = match coefficient.abs() {
            1 => String::new(),
            size => format!("{size} "),
        };
        let _ = write!(text, "{sign}{factor}{}", lp.columns[var.0].name);
    }
    if text.is_empty() { "0".into() } else { text }
}
