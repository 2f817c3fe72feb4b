//! `lungang roster diff`: this year's roster against last year's.

use super::{Exit, Shell, Trouble};
use crate::input::teacher_cells;
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
    let new = run::load(from_ref(&args.new))?;
    let before = teacher_cells(&run::load(from_ref(&args.old))?);
    match (before, teacher_cells(&new)) {
        (Err(findings), _) | (_, Err(findings)) => shell.findings(&findings),
        (Ok(before), Ok(after)) => {
            let diff = run::roster_diff(&before, &after, &run::check(&new));
            shell.answer(&diff, &report::roster_diff(&diff, shell.lang))?;
            Ok(Exit::Done)
        }
    }
}
