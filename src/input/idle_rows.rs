//! Rows of a plan's workbook that decide nothing, such as those of the ledger without remote lessons: whatever is changed
//! there is only shown, and told as such.

use super::columns::TableSpec;
use super::ids::Ids;
use super::plan_sheets::{APPOINTMENTS, GAPS};
use super::spelling;
use crate::domain::{Made, Stage, Subject};

/// Sheets whose rows may decide nothing, each with the column that says whether they do, and what they decide.
pub(super) static IDLE: [(&TableSpec, &str, Made); 2] = [
    (&GAPS, "remote", Made::Remote),
    (&APPOINTMENTS, "appointed", Made::Appointed),
];

/// Of what a row decides, as the hidden sheet has it: of somebody, or of a school, a stage and a subject.
pub(super) fn place(cells: &[String], ids: &Ids) -> Option<String> {
    match cells {
        [who] => Some(format!("{} {}", Made::Appointed.key(), spelling::code(who))),
        [school, stage, subject, ..] => {
            let school = ids.school_id(ids.school(school)?);
            let (stage, subject) = (Stage::find(stage)?.key(), Subject::find(subject)?.key());
            Some(format!("{} {school} {stage} {subject}", Made::Remote.key()))
        }
        _ => None,
    }
}

/// Whether a cell decides nothing: it is blank, nought or no.
pub(super) fn is_no_or_nought(cell: &str) -> bool {
    let nothing = spelling::says_nothing(cell) || spelling::whole(cell) == Some(0);
    nothing || spelling::flag(cell) == Some(false)
}
