//! Quota totals of the counties against those of the region.
//!
//! The region sets the totals (区域编制总量): they are input. What it has left is shared, as a suggestion
//! that decides nothing, among the counties in proportion to what their schools ask for above the county
//! total, by largest remainder, and never more than that. Counties that are favoured (倾斜支持) are served before
//! all others.

use super::SolvedCounty;
use crate::domain::Stage;
use crate::facts::{Facts, apportion};
use crate::finding::Findings;
use crate::input::{County, Region};
use crate::policy::Share;
use num_rational::Ratio;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Quota of one stage in the region, heads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageTotals {
    /// The stage.
    pub stage: Stage,
    /// Total of the region; absent when none is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<i64>,
    /// Sum of the county totals that are known.
    pub sum: i64,
    /// What the region has left; below nought when the counties have more. Absent while a county total
    /// is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<i64>,
    /// The counties with schools of that stage.
    pub counties: Vec<CountyQuota>,
    /// Short names of the counties that are not in the sum.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

/// Quota of one stage in one county, heads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountyQuota {
    /// Short name of the county.
    pub county: String,
    /// Total of the county.
    pub total: i64,
    /// What its schools ask for by the rule, exact.
    pub asked: Share,
    /// How far the total falls short of it, rounded up.
    pub short: i64,
    /// It is served before all others.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub favoured: bool,
    /// Of what the region has left, the part in proportion; no decision.
    pub suggested: i64,
}

/// What a county has and asks for in one stage, heads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageQuota {
    /// Its total; absent when none is stated.
    total: Option<i64>,
    /// What its schools ask for by the rule, exact: a numerator and a denominator.
    asked: (i64, i64),
}

/// What the region must know of the quota of a county, by stage.
pub(super) fn by_stage(facts: &Facts<'_>) -> BTreeMap<Stage, StageQuota> {
    let stages = Stage::ALL.iter().map(|&stage| {
        let asked = asked(facts, stage);
        let quota = StageQuota {
            total: total(facts, stage),
            asked: (*asked.numer(), *asked.denom()),
        };
        (stage, quota)
    });
    stages.collect()
}

/// The totals by stage; tells of those that are too large and of counties that state none.
pub(super) fn stage_totals(
    region: &Region,
    solved: &[SolvedCounty],
    findings: &mut Findings,
) -> Vec<StageTotals> {
    let mut all = Vec::new();
    for &stage in Stage::ALL {
        let (mut counties, mut unknown) = (Vec::new(), Vec::new());
        for (county, solved) in region.counties.iter().zip(solved) {
            let quota = solved.quota.as_ref().and_then(|all| all.get(&stage));
            let Some(quota) = quota else {
                unknown.push(county.key.clone());
                continue;
            };
            let (numer, denom) = quota.asked;
            match (quota.total, Ratio::new(numer, denom)) {
                (Some(total), asked) => counties.push(line(county, total, asked)),
                (None, asked) if asked > Ratio::from_integer(0) => {
                    unknown.push(county.key.clone());
                    findings.0.extend(region.without_total(stage, &county.key));
                }
                (None, _) => {}
            }
        }
        let stated = region.quota.get(&stage).map(|one| one.0);
        if counties.is_empty() && stated.is_none() {
            continue;
        }
        let sum = counties.iter().map(|one| one.total).sum();
        findings.0.extend(region.over(stage, sum));
        let left = stated.filter(|_| unknown.is_empty()).map(|all| all - sum);
        suggest(left.unwrap_or(0), &mut counties);
        all.push(StageTotals {
            stage,
            total: stated,
            sum,
            left,
            counties,
            unknown,
        });
    }
    all
}

fn total(facts: &Facts<'_>, stage: Stage) -> Option<i64> {
    let stated = facts.roster.quota.iter().filter(|one| one.stage == stage);
    let heads = stated.map(|one| i64::from(one.heads));
    heads.reduce(|one, other| one + other)
}

fn asked(facts: &Facts<'_>, stage: Stage) -> Ratio<i64> {
    let parts = facts.quota.iter().flat_map(|school| &school.stages);
    let parts = parts.filter(|part| part.stage == stage);
    parts.map(|part| part.asked.ratio()).sum()
}

fn line(county: &County, total: i64, asked: Ratio<i64>) -> CountyQuota {
    CountyQuota {
        county: county.key.clone(),
        favoured: county.favoured,
        total,
        asked: Share::new(*asked.numer(), *asked.denom()),
        short: (asked.ceil().to_integer() - total).max(0),
        suggested: 0,
    }
}

/// Shares out what is left, to those who are favoured first; nobody is given more than is short.
fn suggest(mut left: i64, counties: &mut [CountyQuota]) {
    for favoured in [true, false] {
        let served = counties.iter_mut().filter(|one| one.favoured == favoured);
        let served: Vec<_> = served.collect();
        let short: i64 = served.iter().map(|one| one.short).sum();
        let parts = served.iter().map(|one| Ratio::from_integer(one.short));
        let given = apportion(left.min(short).max(0), &parts.collect::<Vec<_>>());
        left -= given.iter().sum::<i64>();
        for (one, given) in served.into_iter().zip(given) {
            one.suggested = given;
        }
    }
}
