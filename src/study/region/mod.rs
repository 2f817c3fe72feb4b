//! The counties of a region side by side. They run at the same time, each on one thread; one that fails
//! does not stop the others. No teacher is named in the summary.

mod figures;
mod quota;

use super::whatif::Hearing;
use crate::domain::{NOTHING_MORE, Roster};
use crate::facts::Facts;
use crate::finding::{Findings, Severity};
use crate::input::{Balance, County, Region, SchoolOf};
use crate::plan::Ended;
use crate::plan::SolverFault;
use crate::policy::RuleId;
use crate::run::{Answer, Asked, Done, accepted, answer, finish};
use crate::run::{Checked, Planned, RunFault, check};
use figures::plan_figures;
pub use figures::{CountyFigures, RegionTotals, Rotation, StaffGoals};
pub use quota::{CountyQuota, StageTotals};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A region, solved.
#[derive(Debug, Clone, Serialize)]
pub struct RegionSummary {
    /// Title in Chinese.
    pub title_zh: String,
    /// Title in English.
    pub title_en: String,
    /// The counties in the order of the file.
    pub counties: Vec<CountyResult>,
    /// Sums over the counties that have a plan.
    pub totals: RegionTotals,
    /// Quota totals by stage.
    pub quota: Vec<StageTotals>,
    /// Counties that reach quality balance against the share that must.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance: Option<BalanceResult>,
    /// Which school helps which; only listed.
    pub help: Vec<HelpLine>,
    /// What is wrong with the region's own file.
    pub findings: Findings,
}

/// One county.
#[derive(Debug, Clone, Serialize)]
pub struct CountyResult {
    /// Its short name.
    pub key: String,
    /// Where its scenario is, as written in the region's file.
    pub folder: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// Its title in English.
    pub title_en: String,
    /// The people in it are made up.
    pub made_up: bool,
    /// How the solve ended; absent when the input has errors or the program failed on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
    /// Errors in its input.
    pub errors: usize,
    /// Warnings about its input.
    pub warnings: usize,
    /// What stopped it, when the program failed on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// Ids of must-rules that cannot hold together, when there is no plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflict: Vec<RuleId>,
    /// Its plan in figures, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<CountyFigures>,
    /// The plan as it was written, for what is written beside it.
    #[serde(skip)]
    pub done: Option<Arc<Done>>,
}

/// Counties that reach quality balance, as far as staff goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BalanceResult {
    /// What is asked.
    #[serde(flatten)]
    pub asked: Balance,
    /// Counties in all.
    pub counties: i64,
    /// Counties that must reach it.
    pub need: i64,
    /// Counties that do.
    pub reached: i64,
    /// Whether these are enough.
    pub holds: bool,
}

/// A school that helps another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HelpLine {
    /// The helper.
    pub helper: HelpSchool,
    /// The helped school.
    pub helped: HelpSchool,
}

/// A school of a county, with its name when it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HelpSchool {
    /// Short name of the county.
    pub county: String,
    /// Id of the school.
    pub school: String,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Checks and solves every county; the plan of each goes to its own folder below `out`.
pub fn solve_region(
    region: &Region,
    out: Option<&Path>,
    asked: &Asked,
    hearing: &dyn Hearing,
) -> Result<RegionSummary, RunFault> {
    let counties = region.counties.par_iter();
    let checked: Vec<Option<Checked>> = counties
        .map(|one| one.documents.as_ref().map(check))
        .collect();
    let counties = region.counties.par_iter().zip(&checked);
    let solved: Vec<Result<CountyResult, RunFault>> = counties
        .map(|(county, checked)| {
            let own = out.map(|out| out.join(&county.key));
            let solved = solve_county(county, checked.as_ref(), own.as_deref(), asked, hearing)?;
            hearing.done(&county.key, solved.ended);
            Ok(solved)
        })
        .collect();
    // Only now, so that a county whose plan could not be written stops none of the others.
    let counties = solved.into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut findings = region.findings.clone();
    let rosters = rosters(region, &checked);
    findings.append(region.unknown_schools(&rosters));
    let quota = quota::stage_totals(region, &checked, &mut findings);
    let totals = RegionTotals::of(&counties);
    Ok(RegionSummary {
        title_zh: region.title_zh.clone(),
        title_en: region.title_en.clone(),
        balance: region
            .balance
            .as_ref()
            .map(|asked| balance(asked, region.counties.len(), totals.balanced)),
        counties,
        totals,
        quota,
        help: help(region, &rosters),
        findings: findings.sorted(),
    })
}

/// The rosters that could be read, by the short name of the county.
fn rosters<'a>(
    region: &'a Region,
    checked: &'a [Option<Checked>],
) -> BTreeMap<&'a str, &'a Roster> {
    let all = region.counties.iter().zip(checked);
    all.filter_map(|(county, one)| {
        let roster = one.as_ref()?.roster.as_ref()?;
        Some((county.key.as_str(), roster))
    })
    .collect()
}

/// Solves one county; whatever goes wrong with it stays with it, unless a file cannot be written.
fn solve_county(
    county: &County,
    checked: Option<&Checked>,
    out: Option<&Path>,
    asked: &Asked,
    watch: &dyn Hearing,
) -> Result<CountyResult, RunFault> {
    let mut result = unsolved(county, checked);
    let Some(checked) = checked else {
        return Ok(result);
    };
    match plan_county(&mut result, checked, out, asked, watch) {
        Err(RunFault::Solver(SolverFault(why))) => {
            result = CountyResult {
                fault: Some(why),
                ..unsolved(county, Some(checked))
            };
            Ok(result)
        }
        Err(fault) => Err(fault),
        Ok(()) => Ok(result),
    }
}

fn plan_county(
    result: &mut CountyResult,
    checked: &Checked,
    out: Option<&Path>,
    asked: &Asked,
    watch: &dyn Hearing,
) -> Result<(), RunFault> {
    match answer(checked, &NOTHING_MORE, asked, watch)? {
        Answer::BadInput => {}
        Answer::Stopped(ended) => result.ended = Some(ended),
        Answer::NoPlan(why) => {
            result.ended = Some(Ended::NoPlanExists);
            let members = why.conflict.iter().flat_map(|one| &one.members);
            result.conflict = members.map(|one| one.rule).collect();
        }
        Answer::Plan {
            doc,
            ended,
            empty_before,
        } => {
            let doc = match out {
                None => accepted(checked, &NOTHING_MORE, &doc).map(|_| *doc)?,
                Some(out) => match finish(checked, &NOTHING_MORE, &doc, out, ended)? {
                    Planned::Done(done, _) => {
                        let doc = done.doc.clone();
                        result.done = Some(Arc::from(done));
                        doc
                    }
                    _ => *doc,
                },
            };
            result.ended = Some(ended);
            result.figures = Some(plan_figures(&doc, empty_before));
        }
    }
    Ok(())
}

fn unsolved(county: &County, checked: Option<&Checked>) -> CountyResult {
    let roster = checked.and_then(|one| one.roster.as_ref());
    let about = roster.map(|roster| &roster.county);
    let number = |severity| {
        let found = checked.iter().flat_map(|one| &one.findings.0);
        found.filter(|one| one.severity == severity).count()
    };
    CountyResult {
        key: county.key.clone(),
        folder: county.folder.clone(),
        title_zh: about.map_or_else(String::new, |one| one.title_zh.clone()),
        title_en: about.map_or_else(String::new, |one| one.title_en.clone()),
        made_up: about.is_some_and(|one| one.made_up),
        ended: None,
        // A scenario that is not there is one error, told of the region's file.
        errors: number(Severity::Error) + usize::from(checked.is_none()),
        warnings: number(Severity::Warning),
        fault: None,
        conflict: Vec::new(),
        figures: None,
        done: None,
    }
}

fn balance(asked: &Balance, counties: usize, reached: i64) -> BalanceResult {
    let counties = i64::try_from(counties).unwrap_or(i64::MAX);
    let need = asked.share.ceil_of(counties);
    BalanceResult {
        asked: asked.clone(),
        counties,
        need,
        reached,
        holds: reached >= need,
    }
}

fn help(region: &Region, rosters: &BTreeMap<&str, &Roster>) -> Vec<HelpLine> {
    let school = |one: &SchoolOf| {
        let roster = rosters.get(one.county.as_str());
        let found = roster.and_then(|roster| Some((roster, roster.find_school(&one.school)?)));
        HelpSchool {
            county: one.county.clone(),
            school: one.school.clone(),
            name: found.map(|(roster, no)| roster.school(no).name.clone()),
        }
    };
    let pairs = region.help.iter();
    let lines = pairs.map(|pair| HelpLine {
        helper: school(&pair.helper),
        helped: school(&pair.helped),
    });
    lines.collect()
}

impl CountyResult {
    /// Whether its input has errors.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether there is an answer, proved as was asked: a plan, or that there is none.
    pub fn is_settled(&self) -> bool {
        self.ended.is_some_and(Ended::is_settled)
    }
}

/// Facts of a county that may be planned.
fn facts(checked: Option<&Checked>) -> Option<Facts<'_>> {
    let (roster, book) = checked?.ready()?;
    Some(Facts::new(roster, book))
}
