//! The program of one goal in MPS, the format that every solver reads.
//!
//! Every field stands in its column of the fixed format: some solvers (CBC) take nothing else for
//! granted, and those that read the free format read this too. Row `i` is `R<i>`, column `j` is
//! `C<j>`; comment lines map them to the names of the program. Constants of the goal are written as the right side of the goal row, negated.

use super::{Column, Lp, Sense};
use crate::facts::values::family_ties;
use crate::policy::GoalId;
use std::fmt::Write;

/// What stands around whole-number columns, but for its last word.
const MARKER: &str = "    MARKER                 'MARKER'                 ";

/// MPS text of the program with one goal.
pub fn mps(lp: &Lp, goal: GoalId) -> String {
    let mut text = format!("* lungang {}\n", goal.key());
    for (no, row) in lp.rows.iter().enumerate() {
        // The columns of a row name people: that it is about a couple is nobody else's business.
        let _ = if row.rule == family_ties::RULE {
            writeln!(text, "* R{no} personal county")
        } else {
            writeln!(text, "* R{no} {} {}", row.rule, row.about)
        };
    }
    for (no, column) in lp.columns.iter().enumerate() {
        let _ = writeln!(text, "* C{no} {}", column.name);
    }
    text.push_str("NAME          lungang\nROWS\n N  GOAL\n");
    for (no, row) in lp.rows.iter().enumerate() {
        let sense = match row.sense {
            Sense::AtLeast => 'G',
            Sense::AtMost => 'L',
            Sense::Exactly => 'E',
        };
        let _ = writeln!(text, " {sense}  R{no}");
    }
    let mut by_column = vec![Vec::new(); lp.columns.len()];
    let sum = lp.goals.get(&goal).cloned().unwrap_or_default();
    for (var, amount) in &sum.terms {
        by_column[var.0].push(("GOAL".to_owned(), *amount));
    }
    for (no, row) in lp.rows.iter().enumerate() {
        for (var, amount) in &row.terms {
            by_column[var.0].push((format!("R{no}"), *amount));
        }
    }
    let _ = writeln!(text, "COLUMNS\n{MARKER}'INTORG'");
    for (no, entries) in by_column.iter().enumerate() {
        if entries.is_empty() {
            let _ = writeln!(text, "    C{no:<7}  GOAL      0");
        }
        for (row, amount) in entries {
            let _ = writeln!(text, "    C{no:<7}  {row:<8}  {amount}");
        }
    }
    let _ = writeln!(text, "{MARKER}'INTEND'\nRHS");
    if sum.constant != 0 {
        let _ = writeln!(text, "    RHS       GOAL      {}", -sum.constant);
    }
    for (no, row) in lp.rows.iter().enumerate().filter(|(_, row)| row.bound != 0) {
        let _ = writeln!(text, "    RHS       R{no:<7}  {}", row.bound);
    }
    text.push_str("BOUNDS\n");
    for (no, column) in lp.columns.iter().enumerate() {
        let Column { lower, upper, .. } = column;
        let _ = if lower == upper {
            writeln!(text, " FX BND       C{no:<7}  {lower}")
        } else {
            writeln!(
                text,
                " LO BND       C{no:<7}  {lower}\n UP BND       C{no:<7}  {upper}"
            )
        };
    }
    text.push_str("ENDATA\n");
    text
}
