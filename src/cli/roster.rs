//! `lungang roster diff`: this year's roster against last year's.

use super::{Exit, Shell, Trouble};
use crate::{report, run};
use clap::Args;
use std::path::PathBuf;
use std::slice::from_ref;

#[derive(Debug, Args)]
pub(super) struct RosterArgs {
    #[arg(hide_possible_values = true)]
    pub(super) what: RosterWhat,
    pub(super) old: PathBuf,
    pub(super) new: PathBuf,
}

/// What is done with two rosters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum RosterWhat {
    Diff,
}

pub(super) fn run(shell: &Shell, args: &RosterArgs) -> Result<Exit, Trouble> {
    let RosterWhat::Diff = args.what;
    let before = run::check(&run::load(from_ref(&args.old))?);
    let after = run::check(&run::load(from_ref(&args.new))?);
    match (before.ready(), after.ready()) {
        (None, _) => shell.findings(&before.findings),
        (_, None) => shell.findings(&after.findings),
        (Some((old, _)), Some((new, book))) => {
            let diff = run::roster_diff(old, new, book);
            shell.answer(&diff, &report::roster_diff(&diff, shell.lang))?;
            Ok(Exit::Done)
        }
    }
}
