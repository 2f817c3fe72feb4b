//! The terminal: what was asked for all commands, and the only place that writes to it.

use super::{Exit, Trouble};
use crate::blanks;
use crate::disk::{self, Moved};
use crate::finding::{Finding, Findings, Severity};
use crate::report;
use crate::text::{Blanks, Lang, Text};
use serde::Serialize;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::OnceLock;

/// So many names are told of what was moved away.
const NAMED: usize = 8;
const MOVED: Text = Text::new(
    "原有文件中属于另一方案或经人工改动的{number}项已移入{folder}：{names}。",
    "What lay there and belongs to another plan, or was edited by hand, is now in {folder} ({number}): {names}.",
);
const KEPT: Text = Text::new(
    "{file}原有内容不同，原件已移入{kept}。",
    "{file} held something else, which is now in {kept}.",
);

/// Takes away the line that shows how far a command is.
type Hush = Box<dyn Fn() + Send + Sync>;

/// What has to be done before anything is said; nothing where no command shows how far it is.
static BEFORE: OnceLock<Hush> = OnceLock::new();

/// From now on this is done before anything is said.
#[cfg(feature = "microlp")]
pub(super) fn before_saying(hush: Hush) {
    // A process runs one command.
    let _ = BEFORE.set(hush);
}

/// What holds for every command.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shell {
    /// Language of every word.
    pub(super) lang: Lang,
    /// Facts on standard output, and nothing else there.
    pub(super) json: bool,
    /// Only what was asked for.
    pub(super) quiet: bool,
}

fn hush() {
    if let Some(hush) = BEFORE.get() {
        hush();
    }
}

impl Shell {
    /// Whether standard output is a terminal that may be coloured.
    pub(super) fn colour(self) -> bool {
        std::env::var_os("NO_COLOR").is_none() && io::stdout().is_terminal()
    }

    /// Words on standard output; a reader that went away is no error.
    pub(super) fn say(self, text: &str) -> Result<(), Trouble> {
        hush();
        match io::stdout().lock().write_all(text.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Trouble::file("stdout", &error))
            }
            _ => Ok(()),
        }
    }

    /// A filled sentence as a line on standard output, unless `--quiet` or `--json`.
    pub(super) fn tell(self, text: Text, blanks: &Blanks) -> Result<(), Trouble> {
        if self.quiet || self.json {
            return Ok(());
        }
        self.say(&format!("{}\n", text.fill(self.lang, blanks)))
    }

    /// A filled sentence that stands whatever was asked to be left out: with `--quiet` and `--json` on standard error.
    #[cfg(feature = "microlp")]
    pub(super) fn insist(self, text: Text, blanks: &Blanks) -> Result<(), Trouble> {
        if !self.quiet && !self.json {
            return self.tell(text, blanks);
        }
        hush();
        // Standard error may be closed; there is nobody left to tell then.
        let words = format!("{}\n", text.fill(self.lang, blanks));
        let _ = io::stderr().lock().write_all(words.as_bytes());
        Ok(())
    }

    /// Says what was moved away from a folder for the sake of a new set.
    pub(super) fn moved(self, moved: Vec<Moved>, folder: &Path) -> Result<(), Trouble> {
        for one in moved {
            let number = one.names.len();
            let mut names: Vec<String> = one.names.into_iter().take(NAMED).collect();
            names.extend((number > NAMED).then(|| "…".to_owned()));
            let to = folder.join(one.to).display().to_string();
            self.tell(MOVED, &blanks! { number: number, names: names, folder: to })?;
        }
        Ok(())
    }

    /// Writes a file, and says where the one is kept that lay there and held something else.
    pub(super) fn put(self, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
        match disk::put(path, bytes)? {
            None => Ok(()),
            Some(kept) => {
                let (path, kept) = (path.display().to_string(), kept.display().to_string());
                self.tell(KEPT, &blanks! { file: path, kept: kept })
            }
        }
    }

    /// Facts as JSON on standard output.
    pub(super) fn facts(self, facts: &impl Serialize) -> Result<(), Trouble> {
        let text = serde_json::to_string_pretty(facts);
        let text = text.map_err(|error| Trouble::file("stdout", &error.into()))?;
        self.say(&format!("{text}\n"))
    }

    /// An answer: as facts with `--json`, else in words.
    pub(super) fn answer(self, facts: &impl Serialize, words: &str) -> Result<(), Trouble> {
        if self.json {
            self.facts(facts)
        } else {
            self.say(words)
        }
    }

    /// Findings in words with their number: the errors first, then what is said of the file, then whatever is worth
    /// knowing of plan and tables.
    pub(super) fn by_weight(self, findings: &Findings) -> Result<(), Trouble> {
        let all = findings.0.iter().cloned();
        let (errors, others) = all.partition(|one| one.severity == Severity::Error);
        let others: Vec<Finding> = others;
        // What cannot be read makes others look wrong.
        let mut errors: Vec<Finding> = errors;
        errors.sort_by_key(|one| !one.is_unreadable());
        let others = others.into_iter();
        let (of_file, hints) = others.partition(|one| one.code.id.starts_with('A'));
        for part in [errors, of_file, hints].map(Findings) {
            self.say(&report::findings(&part, self.lang, self.colour()))?;
        }
        if self.quiet {
            return Ok(());
        }
        self.say(&report::tally(findings, self.lang))
    }

    /// Findings in words with their number, or as JSON; the exit code says whether errors are
    /// among them.
    pub(super) fn findings(self, findings: &Findings) -> Result<Exit, Trouble> {
        if self.json {
            self.facts(&serde_json::json!({
                "ok": !findings.has_errors(),
                "findings": findings,
            }))?;
        } else {
            self.say(&report::findings(findings, self.lang, self.colour()))?;
            if !self.quiet {
                self.say(&report::tally(findings, self.lang))?;
            }
        }
        Ok(Exit::first_of([(findings.has_errors(), Exit::Errors)]))
    }

    /// What made a command give up: in words on standard error; with `--json` as facts too.
    pub(super) fn trouble(self, trouble: &Trouble) -> Exit {
        let list = Findings(vec![trouble.finding.as_ref().clone()]);
        let words = report::findings(&list, self.lang, false);
        hush();
        // Standard error may be closed; there is nobody left to tell then.
        let _ = io::stderr().lock().write_all(words.as_bytes());
        if self.json {
            let _ = self.facts(&serde_json::json!({ "ok": false, "findings": list }));
        }
        trouble.exit
    }
}
