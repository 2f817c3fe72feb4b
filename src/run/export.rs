//! A scenario in other forms: as one workbook, or as the very program that is solved, so that any other solver
//! can confirm it.

use super::check::Checked;
use super::copies::fault;
use super::fault::RunFault;
use crate::domain::NOTHING_MORE;
use crate::input::{Documents, Page, pages};
use crate::model::mps;
use crate::policy::GoalId;
use crate::rules::build;
use crate::text::Lang;
use crate::workbook;

/// A scenario as one workbook that reads back as the same scenario.
pub fn one_workbook(documents: &Documents, lang: Lang) -> Result<Vec<u8>, RunFault> {
    let pages: Vec<Page> = pages(documents).0;
    workbook::book(&pages, lang).map_err(|error| fault("xlsx", error))
}

/// The program of the first goal, in MPS; none when the input has errors.
pub fn program_text(checked: &Checked) -> Option<String> {
    let facts = checked.facts(&NOTHING_MORE)?;
    let lp = build(&facts, false).lp;
    let says = |goal: &&GoalId| lp.goals.get(goal).is_some_and(|sum| !sum.terms.is_empty());
    let first = facts.book.goals.iter().find(says);
    Some(mps(&lp, first.copied().unwrap_or(GoalId::Canonical)))
}
