//! The documents that go with a plan, written beside it.

use super::{Shell, Trouble};
use crate::annex::{Annex, filing_book, plan_book, school_book};
use crate::facts::Facts;
use crate::report;
use crate::run::{self, Done, RunFault};
use crate::text::Text;
use crate::words;
use crate::workbook::XlsxError;
use std::path::Path;

const WROTE: Text = Text::new(
    "附件已写入同一目录：{files}。",
    "The documents that go with it are beside it: {files}.",
);

/// Writes every document of a plan into its folder, and says which.
pub(super) fn attach(shell: &Shell, done: &Done, by_school: bool) -> Result<(), Trouble> {
    let facts = Facts::new(&done.roster, &done.book);
    let annex = Annex::new(&facts, &done.doc, shell.lang);
    let folder = done.file.parent().unwrap_or(Path::new("."));
    let mut files = vec![
        (
            "summary.md",
            report::summary(&done.doc, shell.lang).into_bytes(),
        ),
        ("plan.xlsx", plan_book(&annex).map_err(fault("plan.xlsx"))?),
        (
            "filing.xlsx",
            filing_book(&annex).map_err(fault("filing.xlsx"))?,
        ),
    ];
    if by_school && let Some(bytes) = school_book(&annex).map_err(fault("schools.xlsx"))? {
        files.push(("schools.xlsx", bytes));
    }
    for (name, bytes) in &files {
        run::write_file(&folder.join(name), bytes)?;
    }
    let names: Vec<_> = files.iter().map(|(name, _)| *name).collect();
    shell.tell(WROTE, &words! { files: names })?;
    Ok(())
}

/// Writes the workbook of a study.
pub(super) fn study(
    out: &Path,
    name: &'static str,
    bytes: Result<Vec<u8>, XlsxError>,
) -> Result<(), Trouble> {
    run::write_file(&out.join(name), &bytes.map_err(fault(name))?)?;
    Ok(())
}

/// A workbook that could not be made.
fn fault(name: &'static str) -> impl Fn(XlsxError) -> RunFault {
    move |why| RunFault::File {
        path: name.into(),
        source: std::io::Error::other(why),
    }
}
