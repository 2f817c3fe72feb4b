//! The one road: documents → checked county → facts → solved plan → audit → named bytes → disk.

mod accepted;
mod approvals;
mod asks;
mod asks_of_people;
#[cfg(feature = "microlp")]
mod beside;
#[cfg(feature = "microlp")]
mod carried;
mod check;
mod codes;
#[cfg(feature = "microlp")]
mod completed;
mod decision_words;
mod explained;
mod export;
mod fault;
mod files;
mod granted;
#[cfg(feature = "microlp")]
mod hold;
#[cfg(feature = "microlp")]
mod newer;
mod no_json;
#[cfg(feature = "microlp")]
mod not_kept;
mod other_inputs;
mod places;
mod plan_file;
mod proof;
mod proof_codes;
#[cfg(feature = "microlp")]
mod replan;
mod roster_diff;
#[cfg(feature = "microlp")]
mod rulings;
#[cfg(feature = "microlp")]
mod seats;
#[cfg(feature = "microlp")]
mod solve;
#[cfg(feature = "microlp")]
mod together;

pub use crate::disk::Named;
pub use crate::input::{load_documents as load, load_region, load_study};
pub use accepted::{Accepted, accepted};
pub use asks::ASK_CODES;
pub use asks_of_people::OF_PEOPLE as PEOPLE_CODES;
#[cfg(feature = "microlp")]
pub use carried::{Carried, carried, read_decisions};
pub use check::{Checked, check};
pub use codes::RUN_CODES;
pub use explained::{Explained, explained_file};
pub use export::{copies, one_workbook, program_text};
pub use fault::RunFault;
pub use files::{digest_of, json, keep_columns, load_changed, write_decisions};
#[cfg(feature = "microlp")]
pub use hold::{NotKept, hold};
#[cfg(feature = "microlp")]
pub use newer::newer_beside;
pub use plan_file::{Audited, How, audit_bytes, audit_edited, audit_file, read_plan_file};
pub use proof::{ProofAudit, audit_proof, audit_proof_file};
pub use proof_codes::PROOF_CODES;
#[cfg(feature = "microlp")]
pub use replan::{
    Fate, Replan, Void, VoidLetter, after_refusals, beside_edits, fates, hand_edits, void_letters,
};
pub use roster_diff::{Difference, Person, Renumbered, RosterDiff, roster_diff, strangers};
#[cfg(feature = "microlp")]
pub use rulings::{Ruling, has_refused, idle_rulings, last_day, new_rulings, with_rulings};
#[cfg(feature = "microlp")]
pub use solve::{Answer, Solved, solve};
