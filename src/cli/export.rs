//! `lungang export`: the very program that is solved, so that any other solver can confirm it.

use super::args::ExportArgs;
use super::{Exit, Shell, Trouble};
use crate::run;
use crate::text::Text;
use crate::words;

const WRITTEN: Text = Text::new("已写出{file}。", "Wrote {file}.");

pub(super) fn run(shell: &Shell, args: &ExportArgs) -> Result<Exit, Trouble> {
    match run::export(std::slice::from_ref(&args.scenario))? {
        Err(findings) => shell.findings(&findings),
        Ok(text) => {
            run::write_file(&args.mps, text.as_bytes())?;
            let file = args.mps.display().to_string();
            shell.tell(WRITTEN, &words! { file: file })?;
            Ok(Exit::Done)
        }
    }
}
