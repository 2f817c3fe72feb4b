//! `lungang export`: the whole scenario as one workbook, or the very program that is solved, so that
//! any other solver can confirm it.

use super::{Exit, Shell, Trouble};
use crate::text::Text;
use crate::{blanks, run};
use clap::Args;
use std::path::{Path, PathBuf};
use std::slice::from_ref;

const WRITTEN: Text = Text::new("已写出{file}。", "Wrote {file}.");

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("form").required(true).multiple(true))]
pub(super) struct ExportArgs {
    pub(super) scenario: PathBuf,
    #[arg(long, value_name = "FILE", group = "form")]
    pub(super) xlsx: Option<PathBuf>,
    #[arg(long, value_name = "FILE", group = "form")]
    pub(super) mps: Option<PathBuf>,
}

pub(super) fn run(shell: &Shell, args: &ExportArgs) -> Result<Exit, Trouble> {
    let documents = run::load(from_ref(&args.scenario))?;
    let checked = run::check(&documents);
    if let Some(file) = &args.xlsx {
        if checked.findings.has_errors() {
            return shell.findings(&checked.findings);
        }
        written(shell, file, &run::one_workbook(&documents, shell.lang)?)?;
    }
    if let Some(file) = &args.mps {
        match run::program_text(&checked) {
            None => return shell.findings(&checked.findings),
            Some(text) => written(shell, file, text.as_bytes())?,
        }
    }
    Ok(Exit::Done)
}

fn written(shell: &Shell, file: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    shell.put(file, bytes)?;
    shell.tell(WRITTEN, &blanks! { file: file.display().to_string() })
}
