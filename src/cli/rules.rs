//! `lungang rules`: what each rule asks, its formula, its values and where they come from.

use super::{Exit, Shell, Trouble};
use crate::input::Edit;
use crate::policy::coverage::coverage;
use crate::{report, rules, run};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct RulesArgs {
    pub(super) scenario: Option<PathBuf>,
    #[arg(long, value_name = "PATH=VALUE", requires = "scenario")]
    pub(super) set: Vec<Edit>,
    #[arg(long, conflicts_with = "scenario")]
    pub(super) coverage: bool,
}

pub(super) fn run(shell: &Shell, args: &RulesArgs) -> Result<Exit, Trouble> {
    if args.coverage {
        let table = coverage();
        shell.answer(&table.documents, &report::coverage(table, shell.lang))?;
        return Ok(Exit::Done);
    }
    let cards = rules::cards();
    let checked = match &args.scenario {
        Some(folder) => {
            let scenario = std::slice::from_ref(folder);
            let documents = run::load_changed(scenario, &args.set)?;
            Some(run::check(&documents))
        }
        None => None,
    };
    let book = checked.as_ref().and_then(|checked| checked.book.as_ref());
    if let (Some(checked), None) = (&checked, book) {
        return shell.findings(&checked.findings);
    }
    let lines = report::rule_lines(&cards, book);
    shell.answer(&lines, &report::rules(&lines, shell.lang))?;
    Ok(Exit::Done)
}
