//! What is shown: everything here turns results into text or JSON and prints nothing itself.

mod findings;
mod rules;
mod table;

pub use findings::{SHOWN, findings, tally};
pub use rules::{RuleLine, rule_lines, rules};
pub use table::{Align, Table};
