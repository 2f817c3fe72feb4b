//! The documents that go with a plan, written beside it.

use crate::annex::{Annex, filing_book, plan_book, redacted, school_book};
use crate::cli::shell::Shell;
use crate::cli::trouble::Trouble;
use crate::facts::Facts;
use crate::plan::{Plan, to_json};
use crate::run::{self, Accepted, Named, RunFault};
use crate::text::{Lang, Text};
use crate::workbook::XlsxError;
use crate::{blanks, page, report};
use serde::Serialize;
use std::path::{Path, PathBuf};

const WROTE: Text = Text::new(
    "附件已写入同一目录：{files}。",
    "The documents that go with it are beside it: {files}.",
);

const REDACTED: Text = Text::new(
    "姓名和编号已换成代号的一套在{folder}：{files}。性别、学科、职称和各项数字仍在，对外提供前请看一遍。",
    "A set with pseudonyms is in {folder}: {files}. Sex, subject, title and all figures stay in it; look it through before you hand it on.",
);

/// What is written besides what always is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted {
    /// A sheet for each school that sends or receives.
    pub(super) by_school: bool,
    /// The whole set once more, with pseudonyms.
    pub(super) redact: bool,
}

/// What was written: the names of the files beside the plan, and those of the set with pseudonyms.
pub(super) struct Written {
    beside: Vec<String>,
    redacted: Option<(PathBuf, Vec<String>)>,
}

/// Writes a plan with everything that goes with it; nothing before all of it is made.
pub(super) fn write_plan(
    facts: &Facts<'_>,
    plan: &Accepted,
    out: &Path,
    lang: Lang,
    wanted: Wanted,
) -> Result<Written, RunFault> {
    let beside = documents(facts, &plan.doc, (lang, wanted.by_school, false))?;
    let names = |files: &[Named]| files.iter().map(|one| one.name.clone()).collect();
    let mut written = Written {
        beside: names(&beside),
        redacted: None,
    };
    let plan_file = |bytes| vec![Named::new("plan.json", bytes)];
    run::write(out, &[plan_file(plan.bytes.clone()), beside].concat())?;
    if wanted.redact {
        let (roster, doc) = redacted(facts, &plan.doc);
        let other = Facts::new(&roster, facts.book);
        let mut files = plan_file(to_json(&doc));
        files.extend(documents(&other, &doc, (lang, wanted.by_school, true))?);
        let folder = out.join("redacted");
        run::write(&folder, &files)?;
        written.redacted = Some((folder, names(&files)));
    }
    Ok(written)
}

impl Written {
    /// Says which files were written.
    pub(super) fn tell(&self, shell: &Shell) -> Result<(), Trouble> {
        shell.tell(WROTE, &blanks! { files: self.beside })?;
        if let Some((folder, files)) = &self.redacted {
            let words = blanks! { folder: folder.display().to_string(), files: files };
            shell.tell(REDACTED, &words)?;
        }
        Ok(())
    }
}

/// Everything that goes with a plan, but the plan itself: in a language, with a sheet for each school, with
/// pseudonyms.
fn documents(
    facts: &Facts<'_>,
    doc: &Plan,
    (lang, by_school, masked): (Lang, bool, bool),
) -> Result<Vec<Named>, RunFault> {
    let annex = Annex::new(facts, doc, lang);
    let annex = if masked { annex.masked() } else { annex };
    let plan = plan_book(&annex).map_err(fault("plan.xlsx"))?;
    let filing = filing_book(&annex).map_err(fault("filing.xlsx"))?;
    let mut files = vec![
        Named::new("report.html", page::page(facts, doc).into_bytes()),
        Named::new("summary.md", report::summary(doc, lang).into_bytes()),
        Named::new("plan.xlsx", plan),
        Named::new("filing.xlsx", filing),
    ];
    if by_school && let Some(bytes) = school_book(&annex).map_err(fault("schools.xlsx"))? {
        files.push(Named::new("schools.xlsx", bytes));
    }
    Ok(files)
}

/// The files of a study: its facts, its page, and its workbook when it has one.
pub(super) fn study_files(
    name: &str,
    facts: &impl Serialize,
    page: Option<String>,
    book: Option<Result<Vec<u8>, XlsxError>>,
) -> Result<Vec<Named>, RunFault> {
    let named = |end: &str, bytes| Named::new(format!("{name}.{end}"), bytes);
    let mut files = vec![named("json", run::json(facts)?)];
    if let Some(book) = book {
        files.push(named("xlsx", book.map_err(fault("xlsx"))?));
    }
    files.extend(page.map(|page| named("html", page.into_bytes())));
    Ok(files)
}

/// A workbook that could not be made.
fn fault(name: &'static str) -> impl Fn(XlsxError) -> RunFault {
    move |why| RunFault::File {
        path: name.into(),
        source: std::io::Error::other(why),
    }
}
