//! `lungang roster diff`: this year's roster against last year's.

use super::args::{RosterArgs, RosterWhat};
use super::{Exit, Shell, Trouble};
use crate::{report, run};
use std::slice::from_ref;

pub(super) fn run(shell: &Shell, args: &RosterArgs) -> Result<Exit, Trouble> {
    let RosterWhat::Diff = args.what;
    let before = run::check(&run::load(from_ref(&args.old))?);
    let after = run::check(&run::load(from_ref(&args.new))?);
    match (before.ready(), after.ready()) {
        (None, _) => shell.findings(&before.findings),
        (_, None) => shell.findings(&after.findings),
        (Some((old, _)), Some((new, book))) => {
            let diff = run::roster_diff(old, new, book);
            if shell.json {
                shell.facts(&diff)?;
            } else {
                shell.say(&report::roster_diff(&diff, shell.lang))?;
            }
            Ok(Exit::Done)
        }
    }
}
