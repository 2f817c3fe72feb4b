//! What every command that solves takes, and what it says of a wrong argument.

use crate::cli::ending::{Trouble, bad_argument};
use crate::cli::limit::limit;
use crate::cli::shell::Shell;
use crate::facts::Facts;
use crate::policy::{Share, nearest_hint};
use crate::solve::{Options, Until};
use crate::text::{Text, show};
use clap::Args;

/// What every command that solves takes.
#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    #[arg(long, value_name = "S")]
    time_limit: Option<u64>,
    #[arg(long, value_name = "G")]
    gap: Option<String>,
}

impl SolveArgs {
    /// How to solve.
    pub(super) fn options(&self) -> Result<Options, Trouble> {
        Ok(Options {
            until: Until::after(limit(self.time_limit)?),
            gap: gap(self.gap.as_deref())?,
            ..Options::default()
        })
    }
}

/// So many people as may refuse: no more than there are.
pub(super) fn withstand(number: u32, facts: &Facts<'_>) -> Result<(), Trouble> {
    let people = facts.roster.teachers.len();
    if usize::try_from(number).is_ok_and(|number| number <= people) {
        return Ok(());
    }
    let expected = Text::new(
        "人数，不多于教师表中的人数",
        "a number of people, no more than are on the roster",
    );
    Err(bad_argument("--withstand", &number.to_string(), expected))
}

/// The asked gap as a share of the bound.
fn gap(text: Option<&str>) -> Result<f64, Trouble> {
    let Some(text) = text else { return Ok(0.0) };
    let expected = Text::new(
        "0 到 1 之间的比例，如 1% 或 0.01",
        "a share between 0 and 1, such as 1% or 0.01",
    );
    let wrong = || bad_argument("--gap", text, expected);
    let share: Share = text.parse().map_err(|_| wrong())?;
    let (zero, one) = (Share::new(0, 1), Share::new(1, 1));
    if share < zero || share > one {
        return Err(wrong());
    }
    let exact = |whole: i64| i32::try_from(whole).map(f64::from).map_err(|_| wrong());
    Ok(exact(share.numer())? / exact(share.denom())?)
}

/// An id that is not among those known; the nearest one is named.
pub(super) fn unknown_id<'k>(
    shell: &Shell,
    flag: &str,
    id: &str,
    known: impl Iterator<Item = &'k str>,
    expected: Text,
) -> Trouble {
    let hint = show(&nearest_hint(id, known), shell.lang);
    bad_argument(flag, &format!("{id}{hint}"), expected)
}
