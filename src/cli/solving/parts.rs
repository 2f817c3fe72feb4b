//! `--part`: one part of a study, to be merged with the others.

use super::{Exit, Shell, Trouble, stopped};
use crate::blanks;
use crate::cli::ending::part_fault;
use crate::cli::usage::Expected;
use crate::solve::{Options, Until};
use crate::study::{Order, Part, PartOf, Wanted, tool};
use crate::text::Text;
use clap::Args;
use std::path::Path;

const WROTE: Text = Text::new(
    "第{part}份已写入{file}：{jobs}项，其中{settled}项已有结论。各份齐全后用 lungang merge 合并。",
    "Part {part} is in {file}; jobs: {jobs}, with their answer: {settled}. When all parts are there, put them together with lungang merge.",
);

#[derive(Debug, Args)]
pub(super) struct PartArgs {
    #[arg(long, value_name = "K/N", value_parser = part_of, requires = "out")]
    part: Option<PartOf>,
}

/// Which part of how many.
fn part_of(text: &str) -> Result<PartOf, Expected> {
    let number = |word: &str| word.trim().parse::<usize>().ok();
    let both = text.split_once('/');
    let both = both.and_then(|(part, of)| PartOf::new(number(part)?, number(of)?));
    both.ok_or_else(|| Expected {
        zh: "第几份/共几份，如 3/40（从 1 数起；0/40 与 40/40 是同一份）".into(),
        en: "a part and the number of parts, such as 3/40 (from 1; 0/40 is the same as 40/40)"
            .into(),
    })
}

impl PartArgs {
    /// What a part is to do; nothing where the whole is asked for.
    pub(super) fn order(
        &self,
        shell: &Shell,
        options: &Options,
        vary: Vec<String>,
        alternatives: bool,
    ) -> Result<Option<Order>, Trouble> {
        let Some(part) = self.part else {
            return Ok(None);
        };
        let wanted = Wanted {
            lang: shell.lang,
            gap: options.gap.to_string(),
            vary,
            alternatives,
        };
        Ok(Some(Order {
            part,
            wanted,
            command: command(shell),
            tool: tool()?,
        }))
    }
}

/// The command as it was typed, without its part, and with its language.
fn command(shell: &Shell) -> Vec<String> {
    let mut words = vec!["lungang".to_owned()];
    let mut is_number = false;
    for word in std::env::args_os().skip(1) {
        let word = word.to_string_lossy().into_owned();
        if word == "--part" {
            is_number = true;
        } else if !is_number && !word.starts_with("--part=") {
            words.push(word);
        } else {
            is_number = false;
        }
    }
    let has_lang = words.iter().any(|word| word.starts_with("--lang"));
    if !has_lang {
        words.extend(["--lang", shell.lang.pick("zh", "en")].map(str::to_owned));
    }
    words
}

/// Writes a part, and says how much of it has its answer. One that was stopped by hand is none: it is not written.
pub(super) fn write(
    shell: &Shell,
    out: &Path,
    until: &Until,
    part: &Part,
) -> Result<Exit, Trouble> {
    if until.has_cut() && until.is_stopped() {
        stopped::not_written(shell)?;
        return Ok(Exit::Unproved);
    }
    let number = part.number();
    let path = out.join(number.file());
    let bytes = part.bytes().map_err(|why| part_fault(&path, why))?;
    shell.put(&path, &bytes)?;
    let (jobs, settled) = part.tally();
    let (number, file) = (number.to_string(), path.display().to_string());
    if shell.json {
        shell.facts(&serde_json::json!({
            "part": number, "jobs": jobs, "settled": settled, "file": file,
        }))?;
    }
    let words = blanks! { part: number, jobs: jobs, settled: settled, file: file };
    shell.tell(WROTE, &words)?;
    stopped::tell(shell, until)?;
    Ok(Exit::first_of([(until.has_cut(), Exit::Unproved)]))
}
