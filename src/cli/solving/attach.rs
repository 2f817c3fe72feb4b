//! What is said of the documents that go with a plan.

use super::{Shell, Trouble};
use crate::blanks;
use crate::disk::DocumentSet;
use crate::outputs::REDACTED;
use crate::text::Text;
use std::path::Path;

const WROTE: Text = Text::new(
    "附件已写入同一目录：{files}。",
    "The documents that go with it are beside it: {files}.",
);

const MASKED: Text = Text::new(
    "姓名和编号已换成代号的一套在{folder}：{files}。性别、学科、职称和各项数字仍在，对外提供前请看一遍。",
    "A set with pseudonyms is in {folder}: {files}. Sex, subject, title and all figures stay in it; look it through before you hand it on.",
);

/// Says which files lie beside the plan, and which are those of the set with pseudonyms.
pub(super) fn tell(shell: &Shell, set: &DocumentSet, out: &Path) -> Result<(), Trouble> {
    let names = set.files.iter().map(|one| one.name.as_str());
    let (masked, beside): (Vec<&str>, Vec<&str>) = names
        .filter(|name| *name != "plan.json")
        .partition(|name| name.starts_with(REDACTED));
    shell.tell(WROTE, &blanks! { files: beside })?;
    if masked.is_empty() {
        return Ok(());
    }
    let inside = |name: &&str| name.rsplit('/').next().map(str::to_owned);
    let masked: Vec<String> = masked.iter().filter_map(inside).collect();
    let folder = out.join(REDACTED).display().to_string();
    shell.tell(MASKED, &blanks! { folder: folder, files: masked })
}
