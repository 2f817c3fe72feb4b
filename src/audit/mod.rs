//! The auditor: every rule's audit on facts and a plan. It never sees a program or a solver.

use crate::facts::{Facts, Placement};
use crate::finding::Findings;
use crate::policy::{Force, GoalId};
use crate::rules::{Judgement, RULES, Verdict, changed_letters, goals};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What the auditor says of a plan.
#[derive(Debug, Clone)]
pub struct Audit {
    /// Every rule that is on, in the order of the list.
    pub rules: Vec<Judgement>,
    /// The amount of each goal, reckoned from the plan itself, in whole units.
    pub goals: BTreeMap<GoalId, i64>,
    /// Breaches and remarks.
    pub findings: Findings,
}

impl Audit {
    /// Whether every must-rule holds.
    pub fn holds(&self) -> bool {
        self.rules
            .iter()
            .all(|rule| rule.holds || rule.force != Force::Must)
    }
}

/// Judges a plan, rule by rule.
pub fn audit(facts: &Facts<'_>, plan: &Placement) -> Audit {
    let verdicts: Vec<Verdict> = RULES
        .par_iter()
        .filter(|(card, _)| facts.book.is_on(card.id))
        .map(|(card, rule)| {
            let mut verdict = Verdict::new(card, facts);
            rule.audit(facts, plan, &mut verdict);
            verdict
        })
        .collect();
    let mut audit = Audit {
        rules: Vec::new(),
        goals: goals(facts).iter().map(|goal| (*goal, 0)).collect(),
        findings: Findings::default(),
    };
    audit.goals.remove(&GoalId::Canonical);
    if let Some(letters) = audit.goals.get_mut(&GoalId::Letters) {
        *letters = changed_letters(facts, plan);
    }
    for verdict in verdicts {
        let (judgement, costs, findings) = verdict.close();
        audit.rules.push(judgement);
        audit.findings.append(findings);
        for (goal, amount) in costs {
            *audit.goals.entry(goal).or_default() += amount;
        }
    }
    audit
}
