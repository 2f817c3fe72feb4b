//! The counties of a region side by side. They run at the same time, each on one thread; one that fails
//! does not stop the others. No teacher is named in the summary.

mod figures;
mod quota;

use super::whatif::StudyWatch;
use crate::decide::written;
use crate::domain::{self, Stage};
use crate::facts::Facts;
use crate::finding::{Findings, Severity};
use crate::input::{Balance, County, Region, SchoolNames, SchoolOf};
use crate::plan::Ended;
use crate::policy::RuleId;
use crate::run::{Accepted, Answer, Checked, RunFault, accepted, check, solve};
use crate::solve::Options;
use figures::plan_figures;
pub use figures::{CountyFigures, RegionTotals, Rotation, StaffGoals};
pub use quota::{CountyQuota, StageQuota, StageTotals};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct CountyResult {
    /// Its short name.
    pub key: String,
    /// Where its scenario is, as written in the region's file.
    pub folder: String,
    /// The same from where one stands, as it may be typed.
    #[serde(skip)]
    pub path: String,
    /// Its title, and whether its people are made up.
    #[serde(flatten)]
    pub county: domain::County,
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflict: Vec<RuleId>,
    /// Its plan in figures, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<CountyFigures>,
    /// Its plan, when there is one.
    #[serde(skip)]
    pub plan: Option<Box<Accepted>>,
}

/// One county, with what the region must know of it besides.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SolvedCounty {
    /// How it ended.
    pub result: CountyResult,
    /// Its quota by stage; absent when it may not be planned.
    pub quota: Option<BTreeMap<Stage, StageQuota>>,
    /// Its schools; absent when its tables have errors.
    pub schools: Option<SchoolNames>,
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

/// Reads and checks the scenario of every county that has one.
pub fn check_region(region: &Region) -> Vec<Option<Checked>> {
    let documents = region.counties.par_iter().map(|one| &one.documents);
    documents.map(|one| one.as_ref().map(check)).collect()
}

/// Solves every county: those that were checked, with what follows from them where they may be planned.
pub fn solve_region(
    region: &Region,
    checked: &[Option<Checked>],
    facts: &[Option<Facts<'_>>],
    options: &Options,
    watch: &dyn StudyWatch,
) -> RegionSummary {
    let solved = solve_counties(region, checked, facts, options, watch);
    region_summary(region, solved)
}

/// The same, county by county: none needs another.
pub fn solve_counties(
    region: &Region,
    checked: &[Option<Checked>],
    facts: &[Option<Facts<'_>>],
    options: &Options,
    watch: &dyn StudyWatch,
) -> Vec<SolvedCounty> {
    let counties = region.counties.par_iter().zip(checked).zip(facts);
    let counties = counties.map(|((county, checked), facts)| {
        let (checked, facts) = (checked.as_ref(), facts.as_ref());
        let result = solve_county(county, checked, facts, options, watch);
        watch.done(&county.key, result.ended);
        let roster = checked.and_then(|one| one.roster.as_deref());
        let schools = roster.map(|roster| {
            let schools = roster.schools.iter();
            schools
                .map(|one| (one.id.clone(), one.name.clone()))
                .collect()
        });
        SolvedCounty {
            result,
            quota: facts.map(quota::by_stage),
            schools,
        }
    });
    counties.collect()
}

/// What the counties of a region come to together.
pub fn region_summary(region: &Region, solved: Vec<SolvedCounty>) -> RegionSummary {
    let mut findings = region.findings.clone();
    let schools = schools(region, &solved);
    findings.append(region.unknown_schools(&schools));
    let help = help(region, &schools);
    let quota = quota::stage_totals(region, &solved, &mut findings);
    let mut counties: Vec<CountyResult> = solved.into_iter().map(|one| one.result).collect();
    tell_apart(&mut counties);
    let balance = region.balance.as_ref();
    let totals = RegionTotals::of(counties.iter().map(|one| one.figures.as_ref()));
    RegionSummary {
        title_zh: region.title_zh.clone(),
        title_en: region.title_en.clone(),
        balance: balance.map(|asked| BalanceResult {
            asked: asked.clone(),
            counties: totals.counties,
            need: asked.share.ceil_of(totals.counties),
            reached: totals.balanced,
            holds: totals.balanced >= asked.share.ceil_of(totals.counties),
        }),
        counties,
        totals,
        quota,
        help,
        findings: findings.sorted(),
    }
}

/// Counties of one title are told apart by their folders.
fn tell_apart(counties: &mut [CountyResult]) {
    let titles = counties.iter().map(|one| one.county.title_zh.clone());
    let titles: Vec<String> = titles.collect();
    for one in counties {
        let county = &mut one.county;
        let alike = titles
            .iter()
            .filter(|title| **title == county.title_zh)
            .count();
        if alike > 1 && !county.title_zh.is_empty() {
            county.title_zh = format!("{}（{}）", county.title_zh, one.folder);
            county.title_en = format!("{} ({})", county.title_en, one.folder);
        }
    }
}

/// The schools of the counties that could be read, by the short name of the county.
fn schools<'a>(
    region: &'a Region,
    solved: &'a [SolvedCounty],
) -> BTreeMap<&'a str, &'a SchoolNames> {
    let all = region.counties.iter().zip(solved);
    all.filter_map(|(county, one)| Some((county.key.as_str(), one.schools.as_ref()?)))
        .collect()
}

/// Solves one county; whatever goes wrong with it stays with it.
fn solve_county(
    county: &County,
    checked: Option<&Checked>,
    facts: Option<&Facts<'_>>,
    options: &Options,
    watch: &dyn StudyWatch,
) -> CountyResult {
    let number = |severity| {
        let found = checked.iter().flat_map(|one| &one.findings.0);
        found.filter(|one| one.severity == severity).count()
    };
    let mut result = CountyResult {
        key: county.key.clone(),
        folder: county.folder.clone(),
        path: county.path.clone(),
        county: checked.map(Checked::county).unwrap_or_default(),
        // A scenario that is not there is one error, told of the region's file.
        errors: number(Severity::Error) + usize::from(checked.is_none()),
        warnings: number(Severity::Warning),
        ..CountyResult::default()
    };
    if let (Some(checked), Some(facts)) = (checked, facts)
        && let Err(fault) = plan_county(&mut result, checked, facts, options, watch)
    {
        result.fault = Some(fault.why());
    }
    result
}

fn plan_county(
    result: &mut CountyResult,
    checked: &Checked,
    facts: &Facts<'_>,
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<(), RunFault> {
    match solve(facts, options, false, watch)? {
        Answer::Stopped(ended) => result.ended = Some(ended),
        Answer::NoPlan(why) => {
            result.ended = Some(Ended::NoPlanExists);
            let members = why.conflict.iter().flat_map(|one| &one.members);
            result.conflict = members.map(|one| one.rule).collect();
        }
        Answer::Plan(solved) => {
            let (program, decided) = (&solved.program, &solved.decided);
            let (doc, _) = written(program, decided, &checked.inputs, options)?;
            let plan = accepted(checked, facts, &doc)?;
            result.ended = Some(decided.outcome.ended);
            result.figures = Some(plan_figures(&plan.doc));
            result.plan = Some(Box::new(plan));
        }
    }
    Ok(())
}

fn help(region: &Region, known: &BTreeMap<&str, &SchoolNames>) -> Vec<HelpLine> {
    let school = |one: &SchoolOf| {
        let schools = known.get(one.county.as_str());
        let name = schools.and_then(|schools| schools.get(&one.school));
        HelpSchool {
            county: one.county.clone(),
            school: one.school.clone(),
            name: name.cloned(),
        }
    };
    let pairs = region.help.iter();
    let lines = pairs.map(|pair| HelpLine {
        helper: school(&pair.helper),
        helped: school(&pair.helped),
    });
    lines.collect()
}
