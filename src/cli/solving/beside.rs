//! The workbook beside a plan that is read: whoever edited it, and names the plan itself, is told that it was not used.

use super::{Shell, Trouble};
use crate::disk::same_as_written;
use crate::plan::Plan;
use crate::run::Checked;
use crate::{report, run};
use std::path::Path;
use std::time::Duration;

/// The workbook of a plan.
const BOOK: &str = "plan.xlsx";

/// Tells that the workbook beside a plan was edited and is not used.
pub(super) fn tell(
    shell: &Shell,
    checked: &Checked,
    (doc, from): (&Plan, &Path),
) -> Result<(), Trouble> {
    let book = from.with_file_name(BOOK);
    if shell.json || book == from || !book.is_file() || same_as_written(&book) {
        return Ok(());
    }
    // What cannot be read is not used either, and is no concern of this command.
    let Ok((Some(read), _)) = run::read_plan_file(checked, &book, Some(Duration::ZERO)) else {
        return Ok(());
    };
    let file = book.display().to_string();
    shell.say(&report::passed_over(doc, &read, &file, shell.lang))
}
