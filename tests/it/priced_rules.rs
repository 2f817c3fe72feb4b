//! What a must-rule costs that has no amount to be lifted by one: its values one step further, and none left out.

use crate::study::{load, root};
use lungang::decide::{Decided, Decision, decide};
use lungang::facts::{Facts, values};
use lungang::policy::{Force, RuleId};
use lungang::rules::{build, cards};
use lungang::run::{Checked, check};
use lungang::solve::{Options, Silent};
use lungang::study::{all_prices, explain_rule};
use std::collections::BTreeMap;

fn decided(facts: &Facts<'_>) -> Decided {
    match decide(facts, &Options::default(), false, &Silent).unwrap() {
        Decision::Plan(plan) => *plan,
        _ => panic!("the county has a plan"),
    }
}

fn township(set: &[&str]) -> Checked {
    let set: Vec<_> = set.iter().map(|one| one.parse().unwrap()).collect();
    check(&load(&root("scenarios/township"))).with_rules(&set)
}

#[test]
fn a_rule_that_acts_by_exclusion_is_solved_with_each_value_one_step_further() {
    let county = township(&[]);
    let (roster, book) = county.ready().unwrap();
    let facts = Facts::new(roster, book);
    let plan = decided(&facts);
    let rule = values::eligibility::RULE;
    let answer = explain_rule(&facts, &plan, rule, &Options::default())
        .unwrap()
        .unwrap();
    let steps = answer.steps.expect("it has no row that could be lifted");
    // What is said of a step is what planning with that value gives.
    let set = "rules.eligibility.who_may_move=anyone_unprotected";
    let looser = township(&[set]);
    let (roster, book) = looser.ready().unwrap();
    let other_facts = Facts::new(roster, book);
    let other = decided(&other_facts);
    let step = steps
        .iter()
        .find(|one| one.key == Some("who_may_move"))
        .unwrap();
    let (was, is) = (&plan.judged.goals, &other.judged.goals);
    let of = |all: &BTreeMap<_, i64>, goal| all.get(goal).copied().unwrap_or(0);
    let goals = was.keys().chain(is.keys());
    let changes: BTreeMap<_, i64> = goals
        .map(|goal| (*goal, of(is, goal) - of(was, goal)))
        .filter(|(_, by)| *by != 0)
        .collect();
    assert_eq!(step.price.goals, changes);
    let text = lungang::report::rule_answer(
        &explain_rule(&facts, &plan, rule, &Options::default())
            .unwrap()
            .unwrap(),
        lungang::text::Lang::Zh,
    );
    assert!(
        text.contains("排除方式") && !text.contains("放宽不带来任何变化"),
        "{text}"
    );
}

#[test]
fn the_prices_leave_no_must_rule_out_and_begin_with_what_gains_most() {
    let county = township(&[]);
    let (roster, book) = county.ready().unwrap();
    let facts = Facts::new(roster, book);
    let plan = decided(&facts);
    let all = all_prices(&build(&facts, false), &plan, &Options::default()).unwrap();
    let mut seen: Vec<&str> = all.prices.iter().map(|one| one.code).collect();
    seen.dedup();
    let first: Vec<i64> = all
        .prices
        .iter()
        .map(|one| {
            let mut goals = facts.book.goals.iter();
            goals
                .find_map(|goal| one.looser.goals.get(goal))
                .copied()
                .unwrap_or(0)
        })
        .collect();
    let gains = first.iter().take_while(|by| **by < 0).count();
    assert!(first.iter().skip(gains).all(|by| *by >= 0), "{first:?}");
    seen.extend(all.excluding.iter().map(|(code, ..)| *code));
    seen.extend(all.spare.iter().map(|(code, _)| *code));
    seen.sort_unstable();
    seen.dedup();
    let must = |id: RuleId| facts.book.force(id) == Force::Must;
    let must = cards()
        .into_iter()
        .filter(|card| must(card.id))
        .map(|card| card.code);
    assert_eq!(seen, must.collect::<Vec<_>>());
    // Who may go is a matter of exclusion, and is solved without the rule.
    assert!(all.excluding.iter().any(|(code, ..)| *code == "R01"));
    let text = lungang::report::prices(&all, lungang::text::Lang::Zh);
    assert!(
        text.contains("不带来变化的") && text.contains("整条不启用"),
        "{text}"
    );
}
