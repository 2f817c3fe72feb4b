//! Every value of every rule, too low, too high or of the wrong kind: it is a finding, or a plan is made with it, and
//! never a fault of the program.

use crate::night::by_night;
use crate::study::{load, root};
use lungang::domain::NOTHING_MORE;
use lungang::finding::Severity;
use lungang::input::Edit;
use lungang::policy::{Kind, Param, RuleId};
use lungang::rules::cards;
use lungang::run::{Answer, Checked, check, solve};
use lungang::solve::{Options, Silent};
use lungang::text::Lang;
use rayon::prelude::*;

/// The small county of the cases of rules, which has every rule.
fn small() -> Checked {
    check(&load(&root("tests/golden/rules/base")))
}

fn params() -> Vec<(RuleId, &'static Param)> {
    let cards = cards().into_iter();
    let all = cards.flat_map(|card| card.params.iter().map(move |one| (card.id, one)));
    all.collect()
}

fn edit(rule: RuleId, key: &str, value: &str) -> Edit {
    format!("rules.{rule}.{key}={value}").parse().unwrap()
}

#[test]
fn a_value_of_the_wrong_kind_is_told_with_its_place() {
    let county = small();
    for (rule, param) in params() {
        let wrong: &[&str] = match param.kind {
            Kind::Count => &["某", "1.5", "-1", "10%", "是"],
            Kind::Share => &["某", "-1", "10%%", "是"],
            Kind::Flag | Kind::Choice(_) | Kind::Choices(_) => &["某", "1", "10%"],
            Kind::Groups => &[",", ";;"],
        };
        for value in wrong {
            let changed = county.with_rules(&[edit(rule, param.key, value)]);
            let mut told = changed.findings.0.iter();
            let column = format!("rules.{rule}.values.{}", param.key);
            let here = told.find(|one| {
                let place = one.place.as_ref();
                let there = place.and_then(|place| place.column.as_deref());
                one.severity == Severity::Error && there == Some(column.as_str())
            });
            assert!(here.is_some(), "{rule} {} = {value}", param.key);
        }
    }
}

/// The largest that a count may be, as the finding of a larger one says.
fn most(county: &Checked, rule: RuleId, key: &str) -> String {
    let told = county.with_rules(&[edit(rule, key, "9999999999")]).findings;
    let told = told.0.iter().find(|one| one.code.id == "P205").unwrap();
    let says = told.says(Lang::Zh);
    let (_, most) = says.rsplit_once("0 到 ").unwrap();
    most.split(' ').next().unwrap().to_owned()
}

/// What became of a plan with these values: none where a finding forbids it.
fn planned(county: &Checked, set: &[Edit]) -> Result<bool, String> {
    let changed = county.with_rules(set);
    let Some(facts) = changed.facts(&NOTHING_MORE) else {
        return Ok(false);
    };
    let options = Options::default();
    match solve(&facts, &options, false, &Silent).map_err(|why| why.to_string())? {
        Answer::Plan(solved) => {
            let accepted = solved.accepted(&changed, &options);
            accepted.map(|_| true).map_err(|why| why.to_string())
        }
        _ => Ok(true),
    }
}

#[test]
fn the_least_and_the_most_that_any_value_may_be_make_a_plan_or_are_told() {
    let county = small();
    let mut tries: Vec<Vec<Edit>> = Vec::new();
    for (rule, param) in params() {
        let ends = match param.kind {
            Kind::Count => vec![
                "0".into(),
                "1".into(),
                "101".into(),
                most(&county, rule, param.key),
            ],
            Kind::Share => ["0", "99%", "100%", "1000000000"]
                .map(String::from)
                .to_vec(),
            Kind::Flag => by_night(Vec::new(), ["yes", "no"].map(String::from).to_vec()),
            _ => Vec::new(),
        };
        let day = ends.len().saturating_sub(1);
        let ends = by_night(ends.get(day..).unwrap_or_default(), &ends[..]);
        tries.extend(ends.iter().map(|value| vec![edit(rule, param.key, value)]));
    }
    tries.push(vec![
        "rules.teaching_posts.remainder_from=99%".parse().unwrap(),
    ]);
    tries.push(vec!["rules.counting_forms.min_share=101".parse().unwrap()]);
    tries.push(vec![
        "rules.counting_forms.length_months=1200".parse().unwrap(),
    ]);
    let done: Vec<_> = tries
        .par_iter()
        .map(|set| (set, planned(&county, set)))
        .collect();
    let made = done.iter().filter(|one| one.1 == Ok(true)).count();
    let faults: Vec<_> = done.iter().filter(|one| one.1.is_err()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(made * 2 > done.len(), "{made} of {}", done.len());
}
