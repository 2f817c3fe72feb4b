//! `lungang region`: the counties of a city or province side by side, with one summary.

use super::{Ear, Exit, Shell, SolveArgs, Trouble, stopped};
use crate::disk::Home;
use crate::domain::NOTHING_MORE;
use crate::facts::Facts;
use crate::outputs::{Set, of_region, plan_set};
use crate::plan::Ended;
use crate::run::Accepted;
use crate::study::{CountyResult, RegionSummary, solve_region};
use crate::text::Text;
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
        write_all(shell, out, &summary, &facts)?;
    }
    shell.answer(&summary, &report::region(&summary, shell.lang))?;
    if let Some(out) = &args.out {
        let file = out.join("region.json").display().to_string();
        shell.tell(WROTE, &blanks! { file: file })?;
    }
    stopped::tell(shell, &options.until)?;
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

/// Writes the plan of each county with its documents, each a set of its own, and the summary last. One county whose
/// folder cannot be written takes nothing from the others.
fn write_all(
    shell: &Shell,
    out: &Path,
    summary: &RegionSummary,
    facts: &[Option<Facts<'_>>],
) -> Result<(), Trouble> {
    let counties = summary.counties.iter().zip(facts);
    let written = counties.filter_map(|(county, facts)| {
        let (plan, facts) = (county.plan.as_ref()?, facts.as_ref()?);
        Some(write_one(shell, plan, facts, &out.join(&county.key)))
    });
    // All are tried before the first fault is told.
    let written: Vec<_> = written.collect();
    written.into_iter().collect::<Result<Vec<_>, _>>()?;
    let file = of_region(summary)?;
    shell.put(&out.join(&file.name), &file.bytes)
}

/// Writes the plan of a county with its documents.
fn write_one(
    shell: &Shell,
    plan: &Accepted,
    facts: &Facts<'_>,
    folder: &Path,
) -> Result<(), Trouble> {
    let set = plan_set(facts, plan, Set::plain(shell.lang), false)?;
    let moved = Home::claim(folder)?.stage(&set)?.place()?;
    shell.moved(moved, folder)
}
