//! Whether two parts belong to one run, and what differs where they do not.

use super::codes::{OTHER_ASKED, OTHER_BASE, OTHER_INPUT};
use super::file::{Part, Work};
use crate::blanks;
use crate::finding::Finding;
use crate::text::{Blanks, Text};
use serde_json::json;

const STUDY: Text = Text::new("命令，", "the command");
const NUMBER: Text = Text::new("份数，", "the number of parts");
const JOBS: Text = Text::new("总项数，", "the number of jobs");
const VERSION: Text = Text::new("程序版本，", "the version of the program");
const SOLVER: Text = Text::new("求解器版本，", "the version of the solver");
const BUILD: Text = Text::new("程序文件的校验码，", "the digest of the program's own file");
const LANG: Text = Text::new("文件语言，", "the language of the documents");
const GAP: Text = Text::new("--gap ", "--gap");
const VARY: Text = Text::new("--vary ", "--vary");
const ALTERNATIVES: Text = Text::new("--alternatives ", "--alternatives");

/// A digest, as far as a person compares it.
fn short(digest: &str) -> String {
    crate::disk::short(digest)
}

/// What was asked of a part, item by item.
fn asked(part: &Part) -> [(Text, String); 10] {
    let wanted = &part.wanted;
    let lang = wanted.lang.pick("zh", "en");
    [
        (VERSION, part.tool.version.clone()),
        (SOLVER, part.tool.solver.clone()),
        (BUILD, short(&part.tool.digest)),
        (STUDY, part.work.kind().to_owned()),
        (NUMBER, part.number.of.to_string()),
        (LANG, lang.to_owned()),
        (GAP, wanted.gap.clone()),
        (VARY, wanted.vary.join(" ")),
        (ALTERNATIVES, wanted.alternatives.to_string()),
        (JOBS, part.jobs.to_string()),
    ]
}

/// What of one part is not as in the first; nothing where both belong together.
pub(super) fn differs(first: (&str, &Part), other: (&str, &Part)) -> Option<Finding> {
    let (was, is) = (first.1, other.1);
    let names = |mut blanks: Blanks| {
        blanks.insert("first".into(), json!(first.0));
        blanks.insert("file".into(), json!(other.0));
        blanks
    };
    let mut both = asked(was).into_iter().zip(asked(is));
    if let Some(((what, expected), (_, found))) = both.find(|(was, is)| was != is) {
        let shown = |word: String| match word.as_str() {
            "" => json!(Text::new("没有", "none")),
            _ => json!(word),
        };
        let blanks = blanks! { what: what, found: shown(found), expected: shown(expected) };
        return Some(Finding::new(&OTHER_ASKED, names(blanks)));
    }
    let inputs = was.inputs.against(&is.inputs);
    if !inputs.is_empty() {
        return Some(Finding::new(&OTHER_INPUT, names(blanks! { names: inputs })));
    }
    (!has_same_base(was, is)).then(|| Finding::new(&OTHER_BASE, names(Blanks::new())))
}

/// Whether the jobs of both were compared with the same plan.
fn has_same_base(was: &Part, is: &Part) -> bool {
    match (&was.work, &is.work) {
        (
            Work::Whatif { base, key, .. },
            Work::Whatif {
                base: b, key: k, ..
            },
        ) => (base, key) == (b, k),
        (
            Work::Frontier { base, key, .. },
            Work::Frontier {
                base: b, key: k, ..
            },
        ) => (base, key) == (b, k),
        _ => true,
    }
}
