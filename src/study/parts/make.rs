//! What a part has found, made into its file.

use super::file::{Part, Tool, Wanted, Work};
use super::inputs::Inputs;
use super::kept::{KeptFigures, KeptFindings, KeptPoint, KeptScenario};
use super::number::{BaseKey, PartOf};
use super::regional::{KeptCounty, KeptRegion};
use crate::decide::solver_name;
use crate::disk::{DiskFault, DocumentSet, read, sha256};
use crate::input::{Documents, Region, Study};
use crate::run::RunFault;
use crate::study::{Comparison, Frontier, SolvedCounty, Vary, frontier};
use std::env::current_exe;

/// What was asked of a part.
#[derive(Debug, Clone)]
pub struct Order {
    /// Which part.
    pub part: PartOf,
    /// What was asked of the whole.
    pub wanted: Wanted,
    /// The command without its part, as it was typed.
    pub command: Vec<String>,
    /// The program that does it.
    pub tool: Tool,
}

/// The program that runs: its version, its solver and the digest of its own bytes.
pub fn tool() -> Result<Tool, RunFault> {
    let fault = |path: &str| {
        let path = path.into();
        |source| RunFault::Disk(DiskFault::File { path, source })
    };
    let program = current_exe().map_err(fault("lungang"))?;
    let bytes = read(&program).map_err(fault(&program.display().to_string()))?;
    Ok(Tool {
        version: env!("CARGO_PKG_VERSION").into(),
        solver: solver_name(),
        digest: sha256(&bytes),
    })
}

impl Order {
    fn part(self, inputs: Inputs, jobs: usize, out_of_time: bool, work: Work) -> Part {
        Part {
            tool: self.tool,
            wanted: self.wanted,
            inputs,
            number: self.part,
            jobs,
            command: self.command,
            out_of_time,
            work,
        }
    }
}

/// The part of a study whose scenarios were solved.
pub fn part_of_study(
    order: Order,
    study: &Study,
    (mine, key): (&Comparison, BaseKey),
    out_of_time: bool,
) -> Part {
    let work = Work::Whatif {
        title: [mine.title_zh.clone(), mine.title_en.clone()],
        findings: KeptFindings::of(&mine.findings),
        base: Box::new(KeptScenario::of(&mine.base)),
        key,
        no_base: mine.base.ended.is_none(),
        solved: mine.variants.iter().map(KeptScenario::of).collect(),
    };
    order.part(
        Inputs::of_study(study),
        study.variants.len(),
        out_of_time,
        work,
    )
}

/// The part of a curve whose points were solved.
pub fn part_of_curve(
    order: Order,
    documents: &Documents,
    varied: &[Vary],
    (mine, key): (&Frontier, BaseKey),
    out_of_time: bool,
) -> Part {
    let work = Work::Frontier {
        findings: KeptFindings::of(&mine.findings),
        base: mine.base.as_ref().map(KeptFigures::of).map(Box::new),
        key,
        solved: mine.points.iter().map(KeptPoint::of).collect(),
    };
    let jobs = frontier::grid(varied).len();
    order.part(Inputs::of_scenario(documents), jobs, out_of_time, work)
}

/// The part of a region whose counties were solved, each with the documents of its plan.
pub fn part_of_region(
    order: Order,
    region: &Region,
    solved: Vec<(SolvedCounty, Option<DocumentSet>)>,
    out_of_time: bool,
) -> Part {
    let kept = KeptRegion::of(region);
    let inputs = Inputs::of_region(region, &kept.said());
    let solved = solved.into_iter();
    let work = Work::Region {
        region: Box::new(kept),
        solved: solved
            .map(|(county, set)| KeptCounty::of(&county, set))
            .collect(),
    };
    order.part(inputs, region.counties.len(), out_of_time, work)
}
