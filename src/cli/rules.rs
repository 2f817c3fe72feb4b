//! `lungang rules`: what each rule asks, its formula, its values and where they come from.

use super::{Exit, Shell, Trouble};
use crate::finding::{Findings, Severity};
use crate::input::Edit;
use crate::policy::POLICY_CODES;
use crate::policy::coverage::coverage;
use crate::{report, rules, run};
use clap::Args;
use std::path::PathBuf;
use std::slice::from_ref;

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
    let scenario = args.scenario.as_ref();
    let documents = scenario.map(|folder| run::load_changed(from_ref(folder), &args.set));
    let checked = documents.transpose()?.as_ref().map(run::check);
    let book = checked.as_ref().and_then(|checked| checked.book.as_ref());
    if let (Some(checked), None) = (&checked, book) {
        return shell.findings(&checked.findings);
    }
    let told = checked.as_ref().map(|checked| of_policy(&checked.findings));
    let lines = report::rule_lines(&cards, book, told.as_ref());
    if let Some(told) = told.as_ref().filter(|_| !shell.json) {
        shell.say(&report::findings(told, shell.lang, shell.colour()))?;
    }
    shell.answer(&lines, &report::rules(&cards, book, shell.lang))?;
    Ok(Exit::Done)
}

/// What is found in the policy that matters to whoever reads its values; notes are told by the check.
fn of_policy(findings: &Findings) -> Findings {
    let mut told = findings.clone();
    told.0
        .retain(|one| one.severity != Severity::Note && POLICY_CODES.contains(&one.code));
    told
}
