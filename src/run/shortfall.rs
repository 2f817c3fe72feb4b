//! When no plan obeys every must-rule: by how much each rule falls short at the very least, in its
//! own unit. Every must-rule's rows may be fallen short of at the price of one a unit; what a rule
//! forbids outright (a protected teacher, a school too far) stays forbidden.

use super::RunFault;
use crate::facts::Facts;
use crate::law::GoalId;
use crate::rules::{build, cards};
use crate::solve::{Options, Watch, solve};
use crate::text::Text;
use serde::Serialize;

/// One rule's shortfall at one school, or in the county.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Short {
    /// Id of the rule.
    pub rule: &'static str,
    /// Its title.
    pub title: Text,
    /// What it is about, such as a school id.
    pub about: String,
    /// By how much it falls short.
    pub amount: i64,
    /// In this unit.
    pub unit: Text,
}

/// The smallest total shortfall, rule by rule. Empty when no amount of it would help.
pub(super) fn shortfall(
    facts: &Facts<'_>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Vec<Short>, RunFault> {
    let program = build(facts, true);
    let goals = [GoalId::Shortfall, GoalId::Canonical];
    let outcome = solve(&program.lp, &goals, options, watch);
    if let Some(words) = outcome.fault {
        return Err(RunFault::Solver(words));
    }
    let Some(point) = outcome.point else {
        return Ok(Vec::new());
    };
    let mut list = Vec::new();
    for row in &program.lp.rows {
        let Some(card) = cards().into_iter().find(|card| card.id == row.rule) else {
            continue;
        };
        let amount: i64 = row
            .terms
            .iter()
            .filter(|(var, _)| program.lp.columns[var.0].name.starts_with("short["))
            .map(|(var, _)| point[var.0])
            .sum();
        if amount > 0 && facts.book.force(card.id) == crate::law::Force::Must {
            let about = row.about.clone();
            list.push(Short {
                rule: card.id,
                title: card.title,
                about,
                amount,
                unit: card.unit,
            });
        }
    }
    Ok(list)
}
