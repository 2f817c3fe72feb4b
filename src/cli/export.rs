//! `lungang export`: the whole scenario as one workbook, or the very program that is solved, so that
//! any other solver can confirm it.

use super::args::ExportArgs;
use super::{Exit, Shell, Trouble};
use crate::text::Text;
use crate::{blanks, run};
use std::path::Path;
use std::slice::from_ref;

const WRITTEN: Text = Text::new("已写出{file}。", "Wrote {file}.");

pub(super) fn run(shell: &Shell, args: &ExportArgs) -> Result<Exit, Trouble> {
    let documents = run::load(from_ref(&args.scenario))?;
    if let Some(file) = &args.xlsx {
        let checked = run::check(&documents);
        if checked.findings.has_errors() {
            return shell.findings(&checked.findings);
        }
        written(shell, file, &run::one_workbook(&documents, shell.lang)?)?;
    }
    #[cfg(feature = "microlp")]
    if let Some(file) = &args.mps {
        match run::export(&documents) {
            Err(findings) => return shell.findings(&findings),
            Ok(text) => written(shell, file, text.as_bytes())?,
        }
    }
    Ok(Exit::Done)
}

fn written(shell: &Shell, file: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    run::write_file(file, bytes)?;
    shell.tell(WRITTEN, &blanks! { file: file.display().to_string() })
}
