//! `lungang region`: the counties of a city or province side by side, with one summary.

use super::{Ear, Exit, PartArgs, Shell, SolveArgs, Trouble, parts, stopped};
use crate::disk::{DocumentSet, Home};
use crate::domain::NOTHING_MORE;
use crate::facts::Facts;
use crate::input::Region;
use crate::outputs::{Set, of_region, plan_set};
use crate::plan::Ended;
use crate::run::Checked;
use crate::solve::Options;
use crate::study::{
    CountyResult, Order, RegionSummary, part_of_region, solve_counties, solve_region,
};
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
    part: PartArgs,
    #[command(flatten)]
    solve: SolveArgs,
}

pub(super) fn run(shell: &Shell, args: &RegionArgs) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    let order = args.part.order(shell, &options, Vec::new(), false)?;
    let region = run::load_region(&args.region)?;
    if let (Some(order), Some(out)) = (order, &args.out) {
        return one_part(shell, &region, &options, order, out);
    }
    let ear = Ear::new(*shell, &options.until).of(region.counties.len());
    let checked = study::check_region(&region);
    let facts = facts(&checked);
    let summary = ear.during(|ear| solve_region(&region, &checked, &facts, &options, ear));
    let set = |no: usize| set_of(shell, &summary.counties[no], facts[no].as_ref());
    let exit = finish(shell, &summary, args.out.as_deref(), set)?;
    stopped::tell(shell, &options.until)?;
    Ok(exit)
}

/// What follows from the tables of each county that may be planned.
fn facts(checked: &[Option<Checked>]) -> Vec<Option<Facts<'_>>> {
    let facts = checked.iter();
    facts
        .map(|one| one.as_ref()?.facts(&NOTHING_MORE))
        .collect()
}

/// Solves the counties of a part; only their tables are checked.
fn one_part(
    shell: &Shell,
    region: &Region,
    options: &Options,
    order: Order,
    out: &Path,
) -> Result<Exit, Trouble> {
    let counties = order.part.of_all(&region.counties).cloned();
    let mine = Region {
        counties: counties.collect(),
        ..Region::default()
    };
    let ear = Ear::new(*shell, &options.until).of(mine.counties.len());
    let checked = study::check_region(&mine);
    let facts = facts(&checked);
    let solved = ear.during(|ear| solve_counties(&mine, &checked, &facts, options, ear));
    let with_set = solved.into_iter().zip(&facts).map(|(county, facts)| {
        let set = set_of(shell, &county.result, facts.as_ref())?;
        Ok((county, set))
    });
    let solved = with_set.collect::<Result<Vec<_>, Trouble>>()?;
    let part = part_of_region(order, region, solved, options.until.has_cut());
    parts::write(shell, out, &options.until, &part)
}

/// The documents of a county that has a plan.
fn set_of(
    shell: &Shell,
    county: &CountyResult,
    facts: Option<&Facts<'_>>,
) -> Result<Option<DocumentSet>, Trouble> {
    let (Some(plan), Some(facts)) = (&county.plan, facts) else {
        return Ok(None);
    };
    Ok(Some(plan_set(facts, plan, Set::plain(shell.lang), false)?))
}

/// Tells and writes what was found, with the documents of each county by its number; the exit code says whether all is
/// well.
pub(super) fn finish(
    shell: &Shell,
    summary: &RegionSummary,
    out: Option<&Path>,
    set: impl FnMut(usize) -> Result<Option<DocumentSet>, Trouble>,
) -> Result<Exit, Trouble> {
    if let Some(out) = out {
        write_all(shell, out, summary, set)?;
    }
    shell.answer(summary, &report::region(summary, shell.lang))?;
    if let Some(out) = out {
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

/// Writes the plan of each county with its documents, each a set of its own, and the summary last. One county whose
/// folder cannot be written takes nothing from the others.
fn write_all(
    shell: &Shell,
    out: &Path,
    summary: &RegionSummary,
    mut set: impl FnMut(usize) -> Result<Option<DocumentSet>, Trouble>,
) -> Result<(), Trouble> {
    let counties = summary.counties.iter().enumerate();
    let written = counties.map(|(no, county)| match set(no)? {
        Some(set) => write_one(shell, &set, &out.join(&county.key)),
        None => Ok(()),
    });
    // All are tried before the first fault is told.
    let written: Vec<_> = written.collect();
    written.into_iter().collect::<Result<Vec<_>, _>>()?;
    let file = of_region(summary)?;
    shell.put(&out.join(&file.name), &file.bytes)
}

/// Writes the plan of a county with its documents.
fn write_one(shell: &Shell, set: &DocumentSet, folder: &Path) -> Result<(), Trouble> {
    let moved = Home::claim(folder)?.stage(set)?.place()?;
    shell.moved(moved, folder)
}
