//! R25 Staff per hundred pupils (每百名学生拥有的教师).
//!
//! Symbols: `I` indicators: teachers above the prescribed degree, backbone teachers of the county or
//! above, PE and art teachers; `c[i,t,s]` 1 when teacher `t` counts by indicator `i` at school `s`;
//! `y[t,s]` 1 when she works there next year, for PE and art when she is on a post there of which one of
//! these subjects is the main part; `h[i,s]` recruits who count [persons]; `n[i,s]` people asked
//! for, see `facts::floors`. Of the seven indicators of quality balance these three are those of staff;
//! rooms, sports grounds, equipment and media rooms are not in the tables and are not judged.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Backbone, Degree, Stage, TeacherNo, whole};
use crate::facts::floors::{self, Counting, Indicator};
use crate::facts::values::per_pupil_staff;
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    TOO_FEW "R25" error
        ["{school}学生{pupils}人，{indicator}应有{need}人，方案后{actual}人。", "{school} has {pupils} pupils and needs {need} {indicator}; after the plan there are {actual}."]
        ["向该校派出或招聘这类教师，或分年度达标。", "Send or recruit such teachers, or reach the bar over several years."];
}

pub(super) static CARD: Card = Card {
    code: "R25",
    id: per_pupil_staff::RULE,
    title: Text::new("每百名学生拥有的教师", "Staff per hundred pupils"),
    asks: Text::new(
        "每所义务教育学校每百名学生拥有的高于规定学历教师、县级以上骨干教师、体育艺术教师达到规定数。",
        "Every compulsory school has the set number of teachers above the prescribed degree, of backbone teachers and of PE and art teachers per hundred pupils.",
    ),
    formula: "Σ c[i,t,s]·y[t,s] + h[i,s] ≥ n[i,s]   i ∈ I, each school s that is assessed",
    unit: Text::new("人", "persons"),
    goal: GoalId::Gaps,
    mend: Some(Text::new(
        "允许{place}暂少{amount}人",
        "{place} may have {amount} fewer for now",
    )),
    params: per_pupil_staff::PARAMS,
    marks: &[Mark::Unlike],
    suspected: 8,
    breaches: CODES,
};

/// Staff per hundred pupils at every school.
pub(super) struct PerPupilStaff;

impl Rule for PerPupilStaff {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let there = floors::after(facts, plan);
        let mut reached: BTreeMap<Indicator, (i64, i64)> = BTreeMap::new();
        for floor in floors::floors(facts) {
            let school = facts.roster.school(floor.school);
            let key = (floor.school, floor.indicator);
            let actual = there.get(&key).copied().unwrap_or(0);
            let words = blanks! { school: school.name, pupils: floor.pupils,
            indicator: floor.indicator.text(), need: floor.need, actual: actual };
            let verdict = verdict.at(format!("{},{}", school.id, floor.indicator.key()));
            verdict.at_least(school, &TOO_FEW, floor.need, actual, words);
            let sum = reached.entry(floor.indicator).or_default();
            sum.0 += i64::from(actual >= floor.need);
            sum.1 += 1;
        }
        for (indicator, (numerator, denominator)) in reached {
            verdict.bar(reached_by(indicator), numerator, denominator, denominator);
        }
    }
}

fn reached_by(indicator: Indicator) -> Text {
    match indicator {
        Indicator::Degree => Text::new(
            "高于规定学历教师达标的学校",
            "schools with enough teachers above the degree",
        ),
        Indicator::Backbone => Text::new(
            "骨干教师达标的学校",
            "schools with enough backbone teachers",
        ),
        Indicator::Arts => Text::new(
            "体育艺术教师达标的学校",
            "schools with enough PE and art teachers",
        ),
    }
}

impl super::Constrain for PerPupilStaff {
    /// What she counts as anywhere: by stage and degree; her subjects are those of her profile.
    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        let teacher = facts.roster.teacher(who);
        let degrees = [Degree::College, Degree::Bachelor];
        let degrees = degrees.iter().filter(|degree| teacher.degree >= **degree);
        key.extend([
            whole(degrees.count()),
            i64::from(teacher.stage == Stage::Primary),
            i64::from(teacher.backbone_of(Backbone::County)),
        ]);
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let counting = Counting::new(facts);
        let mut rows: BTreeMap<_, (crate::model::Terms, i64)> = BTreeMap::new();
        for indicator in Indicator::ALL.iter().copied() {
            let mut add = |at, var| rows.entry((at, indicator)).or_default().0.push((var, 1));
            for (who, at, var) in program.places() {
                if counting.teacher(indicator, who, at) {
                    add(at, var);
                }
            }
            for hire in &program.hires {
                if counting.recruit(indicator) {
                    add(facts.post(hire.post).school, hire.var);
                }
            }
            for ((at, _), people) in &program.fixed {
                let counts = |who: &&TeacherNo| counting.teacher(indicator, **who, *at);
                let number = whole(people.iter().filter(counts).count());
                rows.entry((*at, indicator)).or_default().1 += number;
            }
        }
        for (profile, post, var) in program.on_posts() {
            if counting.on_post(profile, post) {
                let key = (facts.post(post).school, Indicator::Arts);
                rows.entry(key).or_default().0.push((var, 1));
            }
        }
        for floor in floors::floors(facts) {
            let key = (floor.school, floor.indicator);
            let (terms, fixed) = rows.remove(&key).unwrap_or_default();
            let school = &facts.roster.school(floor.school).id;
            let about = format!("{school},{}", floor.indicator.key());
            program.at_least(&CARD, about, terms, floor.need - fixed);
        }
    }
}
