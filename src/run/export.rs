//! A scenario in other forms: copies of the officer's own files with a comment on every cell that a finding
//! names; one workbook; the very program that is solved, so that any other solver can confirm it.

use super::{Checked, Named, RunFault};
use crate::domain::NOTHING_MORE;
use crate::finding::Findings;
use crate::input::{COPY, Documents, pages, plain_sheets};
use crate::model::mps;
use crate::policy::GoalId;
use crate::rules::build;
use crate::text::Lang;
use crate::workbook::{self, Original};
use std::io;

/// A copy of every file that a finding names, by its name.
pub fn copies(
    documents: &Documents,
    findings: &Findings,
    lang: Lang,
) -> Result<Vec<Named>, RunFault> {
    let mut copies = Vec::new();
    for (file, bytes) in documents.originals() {
        let mut places = findings.0.iter().filter_map(|one| one.place.as_ref());
        if !places.any(|place| place.file == file) {
            continue;
        }
        let sheets = plain_sheets(file, bytes);
        if sheets.is_empty() {
            continue;
        }
        let (stem, end) = file.rsplit_once('.').unwrap_or((file, ""));
        let macros = end.eq_ignore_ascii_case("xlsm");
        let end = if macros { "xlsm" } else { "xlsx" };
        let stem = stem.rsplit('/').next().unwrap_or(stem);
        let name = format!("{stem}{}.{end}", COPY.get(lang));
        let original = Original {
            file,
            bytes: Some(bytes),
            sheets: &sheets,
        };
        let copy = workbook::commented(&original, findings, lang);
        let copy = copy.map_err(|why| RunFault::file(&name, io::Error::other(why)))?;
        copies.push(Named::new(name, copy));
    }
    Ok(copies)
}

/// A scenario as one workbook that reads back as the same scenario.
pub fn one_workbook(documents: &Documents, lang: Lang) -> Result<Vec<u8>, RunFault> {
    Ok(workbook::book(&pages(documents).0, lang)?)
}

/// The program of the first goal but moves that are too far or for a share only, of which there are none in nearly all
/// counties, in MPS;
/// none when the input has errors.
pub fn program_text(checked: &Checked) -> Option<String> {
    let facts = checked.facts(&NOTHING_MORE)?;
    let lp = build(&facts, false).lp;
    let says = |goal: &&GoalId| lp.goals.get(goal).is_some_and(|sum| !sum.terms.is_empty());
    let mut goals = facts.book.goals.iter();
    let few = [GoalId::FarMoves, GoalId::Following, GoalId::ShareOnly];
    let first = goals.find(|goal| !few.contains(goal) && says(goal));
    Some(mps(&lp, first.copied().unwrap_or(GoalId::Canonical)))
}
