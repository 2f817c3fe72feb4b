//! `lungang check`: everything is read, every finding is reported at once, nothing is solved.

use super::{Exit, Shell, Trouble};
use crate::disk::{DocumentSet, Home, Kind};
use crate::domain::NOTHING_MORE;
use crate::input::Documents;
use crate::plan::balance_doc;
use crate::run::{self, Checked};
use crate::text::Text;
use crate::{blanks, report};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

const COPY: Text = Text::new(
    "已写出带批注的副本{file}。",
    "Wrote the commented copy {file}.",
);
const KEPT: Text = Text::new(
    "识别结果已写入{file}，以后照此读取；有误的请改正后重新运行。",
    "What was recognised is kept in {file} and used from now on; correct it where it is wrong.",
);

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(required = true)]
    pub(super) scenario: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

pub(super) fn run(shell: &Shell, args: &CheckArgs) -> Result<Exit, Trouble> {
    let home = args.out.as_deref().map(Home::claim).transpose()?;
    let documents = run::load(&args.scenario)?;
    let checked = run::check(&documents);
    let exit = told(shell, &checked)?;
    if let Some(folder) = &args.out {
        let copies = run::copies(&documents, &checked.findings, shell.lang)?;
        let set = DocumentSet::of_first(Kind::Copies, copies);
        let moved = match &home {
            Some(home) if !set.files.is_empty() => home.stage(&set)?.place()?,
            _ => Vec::new(),
        };
        for copy in &set.files {
            let path = folder.join(&copy.name).display().to_string();
            shell.tell(COPY, &blanks! { file: path })?;
        }
        shell.moved(moved, folder)?;
    }
    keep(shell, &documents, &checked)?;
    Ok(exit)
}

/// Findings, the balance, and what should be answered before planning.
fn told(shell: &Shell, checked: &Checked) -> Result<Exit, Trouble> {
    let errors = checked.findings.has_errors();
    let Some(facts) = checked.facts(&NOTHING_MORE) else {
        return shell.findings(&checked.findings);
    };
    let (balance, asks) = (balance_doc(&facts), checked.asks());
    if shell.json {
        shell.facts(&json!({
            "ok": !errors,
            "findings": checked.findings,
            "balance": balance,
            "asks": asks,
        }))?;
        return Ok(Exit::first_of([(errors, Exit::Errors)]));
    }
    let exit = shell.findings(&checked.findings)?;
    if !shell.quiet {
        shell.say(&report::balance_and_asks(&balance, &asks, shell.lang))?;
    }
    Ok(exit)
}

/// Keeps what was recognised, and says where.
pub(super) fn keep(shell: &Shell, documents: &Documents, checked: &Checked) -> Result<(), Trouble> {
    match run::keep_columns(documents, checked.columns()) {
        Some(file) => shell.tell(KEPT, &blanks! { file: file.display().to_string() }),
        None => Ok(()),
    }
}
