//! The plan that lies where a new one is to be written: the decisions under which it was made hold on, or are asked for,
//! as in a new round. Nobody who refused is sent again because a file was lost.

use super::named::withdrawn;
use super::{Shell, Trouble};
use crate::cli::ending::bad_argument;
use crate::finding::{Findings, Place};
use crate::input::Documents;
use crate::run::{self, Checked};
use crate::text::Text;
use crate::{blanks, report};
use std::path::{Path, PathBuf};

/// Tables that may be planned, with every decision that holds on.
pub(super) struct Held {
    pub(super) documents: Documents,
    pub(super) checked: Checked,
    /// How many decisions are to be written down again.
    pub(super) rulings: usize,
}

/// A word of `--withdraw` that fits nothing.
pub(super) const TO_WITHDRAW: Text = Text::new(
    "方案自带而 decisions.toml 中没有的决定：教师的工号或姓名，或特批的规定；写在 decisions.toml 中的，直接删去该项",
    "a decision that the plan carries and decisions.toml has not, by teacher or by rule; what stands in decisions.toml is deleted there",
);
const DECIDED: Text = Text::new(
    "原方案自带的人事决定{number}项已重新记入{file}。",
    "Decisions of the earlier plan that are entered again in {file}: {number}.",
);

/// What holds on of the plan in a folder; findings where the officer is asked first.
pub(super) fn held(
    shell: &Shell,
    (documents, checked): (Documents, Checked),
    (out, withdraw): (&Path, &[String]),
) -> Result<Result<Held, Findings>, Trouble> {
    let nothing = |documents, checked| Held {
        documents,
        checked,
        rulings: 0,
    };
    let Some(roster) = checked.ready().map(|ready| ready.0) else {
        return Ok(Err(checked.findings));
    };
    let words = withdrawn(roster, withdraw);
    let read = file(out).map(|file| run::read_decisions(&checked, &file));
    let (doc, mut told) = read.transpose()?.unwrap_or_default();
    let mut unused = words.clone();
    let mut rulings = Vec::new();
    if let Some(doc) = &doc {
        let carried = run::carried(roster, &documents, doc, (&words, &[]));
        (unused, rulings) = (carried.unused, carried.rulings);
        told.append(carried.told);
        if let (Some(file), false) = (file(out), shell.json) {
            let file = file.display().to_string();
            shell.say(&report::not_carried(doc, &file, roster, shell.lang))?;
        }
    }
    if let Some(word) = unused.first() {
        return Err(bad_argument("--withdraw", word, TO_WITHDRAW));
    }
    let place = file(out).map(|file| Place::file(file.display().to_string()));
    for one in &mut told.0 {
        one.place.clone_from(&place);
    }
    if told.has_errors() {
        return Ok(Err(told));
    }
    tell(shell, &told)?;
    if rulings.is_empty() {
        return Ok(Ok(nothing(documents, checked)));
    }
    let documents = run::with_rulings(&documents, &rulings);
    let checked = run::check(&documents);
    Ok(Ok(Held {
        rulings: rulings.len(),
        ..nothing(documents, checked)
    }))
}

/// The plan that lies in a folder: as it was written, or at least its workbook.
fn file(out: &Path) -> Option<PathBuf> {
    let files = ["plan.json", "plan.xlsx"].map(|name| out.join(name));
    files.into_iter().find(|file| file.is_file())
}

fn tell(shell: &Shell, told: &Findings) -> Result<(), Trouble> {
    if shell.json || told.0.is_empty() {
        return Ok(());
    }
    shell.say(&report::findings(told, shell.lang, false))
}

impl Held {
    /// Writes the decisions file, where something is to be written down again.
    pub(super) fn write(&self, shell: &Shell) -> Result<(), Trouble> {
        if self.rulings == 0 {
            return Ok(());
        }
        run::write_decisions(&self.documents)?;
        let file = self.documents.decisions_file.display().to_string();
        shell.tell(DECIDED, &blanks! { number: self.rulings, file: file })
    }
}
