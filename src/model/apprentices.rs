//! Where recruits of village schools learn first, as a transport program.
//!
//! Columns: `learns[c,p,s]` recruits of pool `c` for post `p` who learn at school `s`, `nowhere[c,p]` those
//! for whom there is no place; `Σ_s learns + nowhere = h[c,p]`, `Σ learns[·,·,s] ≤ C`. Goals: as few
//! without a place as can be; then minutes between the schools; then the canonical order.

use super::{Lp, Sense, Terms, Var, canonical};
use crate::domain::SchoolNo;
use crate::facts::apprentices::{Learning, RULE, apprentices};
use crate::facts::{Apprentice, Facts, Hire, Placement};
use crate::policy::GoalId;
use std::collections::BTreeMap;

/// Who learns where.
#[derive(Debug, Clone)]
pub struct Apprentices {
    /// Columns, rows, goals.
    pub lp: Lp,
    ways: Vec<(Hire, SchoolNo, Var)>,
}

impl Apprentices {
    /// Adds to a plan what a point of the program means.
    pub fn read(&self, point: &[i64], plan: &mut Placement) {
        for (hire, school, var) in &self.ways {
            let number = u32::try_from(point[var.0]).unwrap_or(0);
            if number > 0 {
                plan.apprentices.push(Apprentice {
                    pool: hire.pool,
                    post: hire.post,
                    school: *school,
                    number,
                });
            }
        }
        plan.apprentices.sort_unstable();
    }
}

/// The program of apprenticeships.
pub fn places_to_learn(facts: &Facts<'_>, plan: &Placement) -> Apprentices {
    let most = facts.book.count(RULE, "per_school_at_most");
    let learning = Learning::new(facts, plan);
    let (mut lp, mut ways) = (Lp::default(), Vec::new());
    let mut at_school: BTreeMap<SchoolNo, Terms> = BTreeMap::new();
    for hire in apprentices(facts, plan) {
        let number = i64::from(hire.number);
        let name = format!("{},p{}", facts.roster.pools[hire.pool].id, hire.post.0);
        let mut row = Terms::new();
        for school in facts.roster.school_nos() {
            if let Some(minutes) = learning.at(hire, school) {
                let id = &facts.roster.school(school).id;
                let var = lp.column(format!("learns[{name},{id}]"), 0, number.min(most));
                lp.cost(GoalId::Burden, var, minutes.map_or(0, i64::from));
                ways.push((hire.clone(), school, var));
                at_school.entry(school).or_default().push((var, 1));
                row.push((var, 1));
            }
        }
        let nowhere = lp.column(format!("nowhere[{name}]"), 0, number);
        lp.cost(GoalId::EmptyPosts, nowhere, 1);
        row.push((nowhere, 1));
        lp.row("recruits", name, row, Sense::Exactly, number);
    }
    for (school, row) in at_school {
        let id = facts.roster.school(school).id.clone();
        lp.row("places", id, row, Sense::AtMost, most);
    }
    let vars: Vec<Var> = ways.iter().map(|way| way.2).collect();
    canonical(&mut lp, &vars, &facts.roster.lottery_seed);
    lp.tidy();
    Apprentices { lp, ways }
}
