//! R26 Balance between schools (校际差异系数).
//!
//! Symbols: `I` the three indicators of staff, `g` stages; `X[i,s]` people who count by indicator `i` at
//! school `s` after the plan [persons]; `P[s,g]` pupils; `w[g]` weight of a pupil where a school has
//! several stages; `q[i,s,g] = X[i,s]·w[g] / Σ w·P` what falls to one pupil of that stage; `CV` their
//! coefficient of variation over the schools that are assessed, see `facts::variation`. It is no sum of
//! people, so it is judged and not planned for: the floors of R25 are what the program works on.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, Stage, whole};
use crate::facts::floors::{self, Indicator};
use crate::facts::variation::{Mode, coefficient};
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::{Card, GoalId, Mark, Share, values};
use crate::text::Text;
use std::collections::BTreeMap;

values! {
    "staff_balance"
    PRIMARY_AT_MOST: Share = "primary_at_most" "小学差异系数上限" "largest coefficient, primary";
    JUNIOR_AT_MOST: Share = "junior_at_most"
        "初中差异系数上限" "largest coefficient, junior secondary";
    MODE: Mode = "mode"
        "计算方法" + "：weighted 按学生数加权；population、sample 各校等权"
        "schools weighted by pupils, or all alike (population or sample)";
    COMPOSITE: bool = "composite"
        "是否按各项差异系数的平均值（综合差异系数）评估，而不是逐项评估"
        "whether the mean of the coefficients is judged instead of each";
}

crate::finding::codes! { pub(super),
    UNEVEN "R26" error
        ["{stage}{indicator}的校际差异系数为{actual}‰，超过{most}‰。", "{stage}: the coefficient of variation of {indicator} between schools is {actual} per mille, above {most}."]
        ["优先向比值低的学校派出、招聘这类教师，再看“每百名学生拥有的教师”的逐校结果。", "Send and recruit such teachers to the schools that have least; see the schools under staff per hundred pupils."];
}

pub(super) static CARD: Card = Card {
    code: "R26",
    id: RULE,
    title: Text::new("校际差异系数", "Balance between schools"),
    asks: Text::new(
        "义务教育学校之间各项教师指标的差异系数不超过规定数，分小学、初中评估。",
        "Between compulsory schools the coefficient of variation of each indicator of staff is at most the set figure, primary and junior secondary apart.",
    ),
    formula: "CV[i,g] ≤ c[g]   i ∈ I, g primary and junior secondary; judged after the plan",
    unit: Text::new("‰", "per mille"),
    goal: GoalId::Gaps,
    mend: None,
    params: PARAMS,
    marks: &[Mark::JudgedOnly, Mark::AtMost, Mark::Unlike],
    suspected: 0,
    breaches: CODES,
};

/// Coefficients of variation between schools.
pub(super) struct StaffBalance;

impl Rule for StaffBalance {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let mode = facts.book.get(MODE);
        let composite = facts.book.get(COMPOSITE);
        let there = floors::after(facts, plan);
        for (stage, key) in [
            (Stage::Primary, PRIMARY_AT_MOST),
            (Stage::Junior, JUNIOR_AT_MOST),
        ] {
            let most = facts.book.get(key).floor_of(1000);
            let mut judge = |name: Text, what: Text, actual: i64, binds: bool| {
                verdict.measure(name, actual, 1000, Some(most), binds);
                if binds {
                    let words = blanks! { stage: stage.text(), indicator: what,
                    actual: actual, most: most };
                    verdict.given_at_most(About::County, &UNEVEN, most, actual, words);
                }
            };
            let mut found = Vec::new();
            for indicator in Indicator::ALL.iter().copied() {
                let schools = per_pupil(facts, &there, stage, indicator);
                if let Some(cv) = coefficient(&schools, mode) {
                    found.push(cv);
                    let name = coefficient_of(stage, indicator);
                    judge(name, indicator.text(), cv, !composite);
                }
            }
            if let Some(mean) = mean(&found) {
                let all = Text::new("各项指标平均", "the mean of all indicators");
                judge(composite_of(stage), all, mean, composite);
            }
        }
    }
}

/// The mean, rounded to the nearest whole number; none of nothing.
fn mean(all: &[i64]) -> Option<i64> {
    let number = whole(all.len());
    (number > 0).then(|| {
        let mean = num_rational::Ratio::new(all.iter().sum::<i64>(), number);
        mean.round().to_integer()
    })
}

/// Pupils of a stage at each school that is assessed, and what falls to one of them.
#[allow(
    clippy::cast_precision_loss,
    reason = "people and pupils are far below 2^53"
)]
fn per_pupil(
    facts: &Facts<'_>,
    there: &BTreeMap<(SchoolNo, Indicator), i64>,
    stage: Stage,
    indicator: Indicator,
) -> Vec<(i64, f64)> {
    let schools = facts.roster.school_nos();
    let schools = schools.filter(|no| floors::assessed(facts, *no));
    let with = schools.filter(|no| facts.roster.school(*no).teaches(stage));
    with.filter_map(|no| {
        let pupils = i64::from(facts.roster.pupils(no, stage));
        let (all, one) = floors::weighted_pupils(facts, no, stage);
        let people = there.get(&(no, indicator)).copied().unwrap_or(0);
        let share = (pupils > 0).then(|| one / all * people)?;
        Some((pupils, *share.numer() as f64 / *share.denom() as f64))
    })
    .collect()
}

fn coefficient_of(stage: Stage, indicator: Indicator) -> Text {
    match (stage, indicator) {
        (Stage::Primary, Indicator::Degree) => Text::new(
            "小学高于规定学历教师差异系数（千分之）",
            "primary, above the degree (per mille)",
        ),
        (Stage::Primary, Indicator::Backbone) => Text::new(
            "小学骨干教师差异系数（千分之）",
            "primary, backbone (per mille)",
        ),
        (Stage::Primary, Indicator::Arts) => Text::new(
            "小学体育艺术教师差异系数（千分之）",
            "primary, PE and art (per mille)",
        ),
        (_, Indicator::Degree) => Text::new(
            "初中高于规定学历教师差异系数（千分之）",
            "junior, above the degree (per mille)",
        ),
        (_, Indicator::Backbone) => Text::new(
            "初中骨干教师差异系数（千分之）",
            "junior, backbone (per mille)",
        ),
        (_, Indicator::Arts) => Text::new(
            "初中体育艺术教师差异系数（千分之）",
            "junior, PE and art (per mille)",
        ),
    }
}

fn composite_of(stage: Stage) -> Text {
    match stage {
        Stage::Primary => Text::new(
            "小学综合差异系数（千分之）",
            "primary, composite (per mille)",
        ),
        Stage::Junior | Stage::Senior => Text::new(
            "初中综合差异系数（千分之）",
            "junior, composite (per mille)",
        ),
    }
}

impl super::Constrain for StaffBalance {}
