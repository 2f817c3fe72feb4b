//! `lungang check`: everything is read, every finding is reported at once, nothing is solved.

use super::args::CheckArgs;
use super::{Exit, Shell, Trouble};
use crate::input::Documents;
use crate::text::Text;
use crate::{blanks, run};

const COPY: Text = Text::new(
    "已写出带批注的副本{file}。",
    "Wrote the commented copy {file}.",
);
const KEPT: Text = Text::new(
    "识别结果已写入{file}，以后照此读取；有误的请改正后重新运行。",
    "What was recognised is kept in {file} and used from now on; correct it where it is wrong.",
);

pub(super) fn run(shell: &Shell, args: &CheckArgs) -> Result<Exit, Trouble> {
    let documents = run::load(&args.scenario)?;
    let checked = run::check(&documents);
    let exit = shell.findings(&checked.findings)?;
    if let Some(folder) = &args.out {
        for (name, bytes) in run::copies(&documents, &checked.findings, shell.lang)? {
            let path = folder.join(name);
            run::write_file(&path, &bytes)?;
            shell.tell(COPY, &blanks! { file: path.display().to_string() })?;
        }
    }
    keep(shell, &documents, checked.columns.as_deref())?;
    Ok(exit)
}

/// Keeps what was recognised, and says where.
pub(super) fn keep(
    shell: &Shell,
    documents: &Documents,
    columns: Option<&str>,
) -> Result<(), Trouble> {
    match run::keep_columns(documents, columns) {
        Some(file) => shell.tell(KEPT, &blanks! { file: file.display().to_string() }),
        None => Ok(()),
    }
}
