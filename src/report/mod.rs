//! What is shown: everything here turns results into text or JSON and prints nothing itself.

mod audited;
mod balance;
mod changes;
mod compliance;
mod coverage;
mod edits;
mod empty_posts;
mod ended;
mod findings;
mod objections;
mod people;
mod placed;
mod plan;
mod proof;
mod reasons;
mod recruits;
mod roster_diff;
mod rules;
#[cfg(feature = "microlp")]
mod study;
mod teaching;

pub use audited::{audited, unreadable};
pub use balance::{balance, balance_and_asks};
pub(crate) use balance::{county_table, school_table};
pub(crate) use changes::changes;
pub use compliance::judgements;
pub(crate) use compliance::{Asked, rule_verdict, shown_measures};
#[cfg(feature = "microlp")]
pub(crate) use compliance::{judged_verdict, sign};
pub use coverage::coverage;
pub use edits::{edits, not_carried, passed_over};
pub(crate) use empty_posts::{line as empty_line, table as empty_table};
pub(crate) use ended::{WITHSTANDS, ended, proved};
pub use findings::{SHOWN, findings, tally};
pub(crate) use objections::objections;
pub(crate) use people::{duties, remark, without_post};
pub(crate) use placed::quota_words;
pub(crate) use plan::{goals, parts, weighted};
pub use plan::{plan, summary, unfinished};
pub use proof::proof;
pub use reasons::{Told, YOU, how_picked, move_reasons, picked, said_of, told, why};
pub(crate) use recruits::left_table;
pub use roster_diff::roster_diff;
pub(crate) use rules::{mark, since, title};
pub use rules::{rule_lines, rules};
#[cfg(feature = "microlp")]
pub use study::*;
pub(crate) use teaching::{teaches, teaches_in_full};
