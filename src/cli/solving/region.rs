//! `lungang region`: the counties of a city or province side by side, with one summary.

use super::attach::write_plan;
use super::{Ear, Exit, Shell, SolveArgs, Trouble};
use crate::domain::NOTHING_MORE;
use crate::facts::Facts;
use crate::outputs::{Set, of_region};
use crate::plan::Ended;
use crate::run::RunFault;
use crate::study::{CountyResult, RegionSummary, solve_region};
use crate::text::{Lang, Text};
use crate::{blanks, report, run, study};
use clap::Args;
use std::path::{Path, PathBuf};

const WROTE: Text = Text::new(
    "汇总已写入{file}，各县区方案和附件在同一目录下以县区命名的目录中。",
    "The summary is in {file}; the plan of each county with its documents is in a folder of its name beside it.",
);

#[derive(Debug, Args)]
pub(crate) struct RegionArgs {
    region: PathBuf,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    solve: SolveArgs,
}

pub(super) fn run(shell: &Shell, args: &RegionArgs) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    let region = run::load_region(&args.region)?;
    let ear = Ear::new(*shell, &options.until).of(region.counties.len());
    let checked = study::check_region(&region);
    let facts = checked.iter();
    let facts: Vec<_> = facts
        .map(|one| one.as_ref()?.facts(&NOTHING_MORE))
        .collect();
    let summary = ear.during(|ear| solve_region(&region, &checked, &facts, &options, ear));
    if let Some(out) = &args.out {
        write_all(out, &summary, &facts, shell.lang)?;
    }
    shell.answer(&summary, &report::region(&summary, shell.lang))?;
    if let Some(out) = &args.out {
        let file = out.join("region.json").display().to_string();
        shell.tell(WROTE, &blanks! { file: file })?;
    }
    let any = |told: fn(&CountyResult) -> bool| summary.counties.iter().any(told);
    let wrong = summary.findings.has_errors() || any(|one| one.errors > 0);
    let no_plan = any(|one| one.ended == Some(Ended::NoPlanExists));
    Ok(Exit::first_of([
        (any(|one| one.fault.is_some()), Exit::Fault),
        (wrong, Exit::Errors),
        (no_plan, Exit::NoPlan),
        (
            any(|one| !one.ended.is_some_and(Ended::is_settled)),
            Exit::Unproved,
        ),
    ]))
}

/// Writes the plan of each county with its documents, and the summary last. One county whose folder cannot be
/// written takes nothing from the others.
fn write_all(
    out: &Path,
    summary: &RegionSummary,
    facts: &[Option<Facts<'_>>],
    lang: Lang,
) -> Result<(), RunFault> {
    let counties = summary.counties.iter().zip(facts);
    let written = counties.filter_map(|(county, facts)| {
        let (plan, facts, folder) = (county.plan.as_ref()?, facts.as_ref()?, &county.key);
        Some(write_plan(
            facts,
            plan,
            &out.join(folder),
            Set::plain(lang),
            false,
        ))
    });
    // All are tried before the first fault is told.
    let written: Vec<_> = written.collect();
    written.into_iter().collect::<Result<Vec<_>, _>>()?;
    run::write(out, &of_region(summary)?)
}
