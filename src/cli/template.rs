//! `lungang template`: a workbook with every table, an example in each, and how to fill them in.

use super::{Exit, Shell, Trouble};
use crate::text::Text;
use crate::{blanks, workbook};
use clap::Args;
use std::io;
use std::path::PathBuf;

const FILE: Text = Text::new("教师交流轮岗模板.xlsx", "rotation-template.xlsx");
const WRITTEN: Text = Text::new("已写出模板{file}。", "Wrote the template {file}.");
const NEXT: Text = Text::new(
    "下一步：用 Excel 或 WPS 打开，按“填表说明”填写，删去示例行，然后运行 lungang check {file}",
    "Next: open it, fill it in as its first sheet says, delete the example rows, then run lungang check {file}",
);

#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

pub(super) fn run(shell: &Shell, args: &TemplateArgs) -> Result<Exit, Trouble> {
    let path = args.folder.join(FILE.get(shell.lang));
    let bytes = workbook::template(shell.lang)
        .map_err(|error| Trouble::file(&path, &io::Error::other(error)))?;
    shell.put(&path, &bytes)?;
    let file = path.display().to_string();
    shell.tell(WRITTEN, &blanks! { file: file })?;
    shell.tell(NEXT, &blanks! { file: file })?;
    if shell.json {
        shell.facts(&serde_json::json!({ "ok": true, "file": file }))?;
    }
    Ok(Exit::Done)
}
