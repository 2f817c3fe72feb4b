//! The documents that go with a plan, written beside it.

use super::{Shell, Trouble};
use crate::annex::redacted;
use crate::blanks;
use crate::facts::Facts;
use crate::outputs::{Set, of_plan};
use crate::plan::to_json;
use crate::run::{self, Accepted, Named, RunFault};
use crate::text::Text;
use std::path::{Path, PathBuf};

const WROTE: Text = Text::new(
    "附件已写入同一目录：{files}。",
    "The documents that go with it are beside it: {files}.",
);

const REDACTED: Text = Text::new(
    "姓名和编号已换成代号的一套在{folder}：{files}。性别、学科、职称和各项数字仍在，对外提供前请看一遍。",
    "A set with pseudonyms is in {folder}: {files}. Sex, subject, title and all figures stay in it; look it through before you hand it on.",
);

/// What was written: the names of the files beside the plan, and those of the set with pseudonyms.
pub(super) struct Written {
    beside: Vec<String>,
    redacted: Option<(PathBuf, Vec<String>)>,
}

/// Writes a plan with everything that goes with it, and with `redact` the whole set once more, with pseudonyms;
/// nothing before all of it is made.
pub(super) fn write_plan(
    facts: &Facts<'_>,
    plan: &Accepted,
    out: &Path,
    set: Set,
    redact: bool,
) -> Result<Written, RunFault> {
    let names = |files: &[Named]| files.iter().map(|one| one.name.clone()).collect();
    let plan_file = |bytes| vec![Named::new("plan.json", bytes)];
    let beside = of_plan(facts, &plan.doc, set)?;
    let mut written = Written {
        beside: names(&beside),
        redacted: None,
    };
    run::write(out, &[plan_file(plan.bytes.clone()), beside].concat())?;
    if redact {
        let (roster, doc) = redacted(facts, &plan.doc);
        let other = Facts::new(&roster, facts.book);
        let mut files = plan_file(to_json(&doc));
        let set = Set {
            masked: true,
            ..set
        };
        files.extend(of_plan(&other, &doc, set)?);
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
