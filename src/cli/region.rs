//! `lungang region`: the counties of a city or province side by side, with one summary.

use super::args::RegionArgs;
use super::watch::Ear;
use super::{Exit, Shell, Trouble};
use crate::plan::Ended;
use crate::run::{self, Asked};
use crate::study::CountyResult;
use crate::text::Text;
use crate::{blanks, report};

const WROTE: Text = Text::new(
    "汇总已写入{file}，各县区方案和附件在同一目录下以县区命名的目录中。",
    "The summary is in {file}; the plan of each county with its documents is in a folder of its name beside it.",
);

pub(super) fn run(shell: &Shell, args: &RegionArgs) -> Result<Exit, Trouble> {
    let asked = Asked {
        options: super::plan::options(&args.solve)?,
        ..Asked::default()
    };
    let region = run::load_region(&args.region)?;
    let ear = Ear::new(*shell).of(region.counties.len());
    let summary = crate::study::solve_region(&region, args.out.as_deref(), &asked, &ear);
    ear.done();
    let summary = summary?;
    if shell.json {
        shell.facts(&summary)?;
    } else {
        shell.say(&report::region(&summary, shell.lang))?;
    }
    if let Some(out) = &args.out {
        let file = out.join("region.json");
        run::write_json(&file, &summary)?;
        for done in summary.counties.iter().filter_map(|one| one.done.as_ref()) {
            super::attach::beside(done, shell.lang, false)?;
        }
        shell.tell(WROTE, &blanks! { file: file.display().to_string() })?;
    }
    let any = |told: fn(&CountyResult) -> bool| summary.counties.iter().any(told);
    Ok(if any(|one| one.fault.is_some()) {
        Exit::Fault
    } else if summary.findings.has_errors() || any(CountyResult::has_errors) {
        Exit::Errors
    } else if any(|one| one.ended == Some(Ended::NoPlanExists)) {
        Exit::NoPlan
    } else if any(|one| !one.is_settled()) {
        Exit::Unproved
    } else {
        Exit::Done
    })
}
