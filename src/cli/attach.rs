//! What is written beside a plan: documents to look at and to hand over.

use super::{Shell, Trouble};
use crate::facts::Facts;
use crate::run::{self, Done};
use crate::text::Text;
use crate::{page, words};

const WROTE: Text = Text::new(
    "方案说明页已写入{file}，用浏览器打开即可。",
    "The page about the plan is in {file}; open it with any browser.",
);

/// Writes them into the folder of the plan.
pub(super) fn attach(shell: &Shell, done: &Done) -> Result<(), Trouble> {
    let facts = Facts::new(&done.roster, &done.book);
    let file = done.file.with_file_name("report.html");
    run::write_file(&file, page::page(&facts, &done.doc).as_bytes())?;
    shell.tell(WROTE, &words! { file: file.display().to_string() })
}
