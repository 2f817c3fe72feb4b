//! The documents that go with a plan, written beside it.

use super::{Shell, Trouble};
use crate::annex::{Annex, filing_book, plan_book, redacted, school_book};
use crate::facts::Facts;
use crate::plan::Plan;
use crate::run::{self, Done, RunFault};
use crate::text::{Lang, Text};
use crate::workbook::XlsxError;
use crate::{blanks, page, report};
use std::path::Path;

const WROTE: Text = Text::new(
    "附件已写入同一目录：{files}。",
    "The documents that go with it are beside it: {files}.",
);

const REDACTED: Text = Text::new(
    "姓名和编号已换成代号的一套在{folder}：{files}。性别、学科、职称和各项数字仍在，对外提供前请看一遍。",
    "A set with pseudonyms is in {folder}: {files}. Sex, subject, title and all figures stay in it; look it through before you hand it on.",
);

/// What is written besides what always is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// A sheet for each school that sends or receives.
    pub(super) by_school: bool,
    /// The whole set once more, with pseudonyms.
    pub(super) redact: bool,
}

/// A document: the name of its file, and its bytes.
type Document = (&'static str, Vec<u8>);

/// Writes every document of a plan into its folder, and says which.
pub(super) fn attach(shell: &Shell, done: &Done, wanted: Wanted) -> Result<(), Trouble> {
    let names = beside(done, shell.lang, wanted.by_school)?;
    shell.tell(WROTE, &blanks! { files: names })?;
    if wanted.redact {
        let facts = Facts::asked(&done.roster, &done.book, &done.question);
        let (roster, doc) = redacted(&facts, &done.doc);
        let facts = Facts::new(&roster, &done.book);
        let set = (shell.lang, wanted.by_school, true);
        let mut files = vec![("plan.json", crate::plan::to_json(&doc))];
        files.extend(documents(&facts, &doc, set)?);
        let folder = done.file.with_file_name("redacted");
        let names = write(&folder, &files)?;
        let words = blanks! { folder: folder.display().to_string(), files: names };
        shell.tell(REDACTED, &words)?;
    }
    Ok(())
}

/// Writes what always goes with a plan, and says nothing; the names of the files.
pub(super) fn beside(
    done: &Done,
    lang: Lang,
    by_school: bool,
) -> Result<Vec<&'static str>, RunFault> {
    let folder = done.file.parent().unwrap_or(Path::new("."));
    let facts = Facts::asked(&done.roster, &done.book, &done.question);
    let set = (lang, by_school, false);
    write(folder, &documents(&facts, &done.doc, set)?)
}

/// Everything that goes with a plan, but the plan itself: in a language, with a sheet for each school, with
/// pseudonyms.
fn documents(
    facts: &Facts<'_>,
    doc: &Plan,
    (lang, by_school, masked): (Lang, bool, bool),
) -> Result<Vec<Document>, RunFault> {
    let annex = Annex::new(facts, doc, lang);
    let annex = if masked { annex.masked() } else { annex };
    let mut files = vec![
        ("report.html", page::page(facts, doc).into_bytes()),
        ("summary.md", report::summary(doc, lang).into_bytes()),
        ("plan.xlsx", plan_book(&annex).map_err(fault("plan.xlsx"))?),
        (
            "filing.xlsx",
            filing_book(&annex).map_err(fault("filing.xlsx"))?,
        ),
    ];
    if by_school && let Some(bytes) = school_book(&annex).map_err(fault("schools.xlsx"))? {
        files.push(("schools.xlsx", bytes));
    }
    Ok(files)
}

/// Writes documents into a folder; their names.
fn write(folder: &Path, files: &[Document]) -> Result<Vec<&'static str>, RunFault> {
    for (name, bytes) in files {
        run::write_file(&folder.join(name), bytes)?;
    }
    Ok(files.iter().map(|(name, _)| *name).collect())
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
