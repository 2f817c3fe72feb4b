//! `lungang check`: everything is read, every finding is reported at once, nothing is solved.

use super::args::ScenarioArgs;
use super::{Exit, Shell, Trouble};
use crate::run;

pub(super) fn run(shell: &Shell, args: &ScenarioArgs) -> Result<Exit, Trouble> {
    let checked = run::check(&args.scenario)?;
    shell.findings(&checked.findings)
}
