//! The whole program: the staffing columns and every rule's contribution, in the order of the list.

use super::{CONSTRAINTS, Constrain};
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::Facts;
use crate::model::{Shape, Staffing, canonical};
use crate::policy::Force;
use crate::text::Text;

/// Builds the program; `elastic` lets must-rules be fallen short of at a price.
pub fn build<'a>(facts: &'a Facts<'a>, elastic: bool) -> Staffing<'a> {
    let with = |force| move |rule: &&&dyn Constrain| facts.book.force(rule.card().id) == force;
    let must: Vec<_> = CONSTRAINTS.iter().filter(with(Force::Must)).collect();
    let goal: Vec<_> = CONSTRAINTS.iter().filter(with(Force::Goal)).collect();
    let shape = Shape {
        allows: &|who, to| {
            let may = |rule: &&&dyn Constrain| {
                rule.allows(facts, who, to) || (elastic && rule.may_soften(facts, who, to))
            };
            let forced = facts.question.forced.get(&who);
            forced.is_none_or(|school| *school == to) && must.iter().all(may)
        },
        sees: &|who| {
            let mut key = Vec::new();
            must.iter()
                .chain(&goal)
                .for_each(|rule| rule.sees(facts, who, &mut key));
            super::published_letters::see(facts, who, &mut key);
            if facts.question.forced.contains_key(&who) {
                key.push(super::verdict::whole(who.0));
            }
            key
        },
        may_hire: &|pool, post| must.iter().all(|rule| rule.may_hire(facts, pool, post)),
    };
    let mut program = Staffing::new(facts, &shape, elastic);
    for rule in CONSTRAINTS
        .iter()
        .filter(|rule| facts.book.is_on(rule.card().id))
    {
        rule.constrain(&mut program);
    }
    for rule in goal {
        for arc in program.arcs.clone() {
            if !rule.allows(facts, program.mover(&arc), arc.to) {
                program.lp.cost(rule.card().goal, arc.var, 1);
            }
        }
    }
    super::published_letters::add(&mut program);
    add_canonical(&mut program);
    program.lp.tidy();
    program
}

/// The must-rules that forbid a move.
pub fn forbids(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> Vec<(&'static str, Text)> {
    let must = CONSTRAINTS.iter().filter(|rule| {
        let force = facts.book.force(rule.card().id);
        force == Force::Must && !rule.allows(facts, who, to)
    });
    must.map(|rule| (rule.card().code, rule.card().title))
        .collect()
}

/// The last goal makes the plan unique: each possible move, fill and appointment weighs a number drawn from its
/// own name and the seed of the lottery, so that no two plans weigh the same by habit.
fn add_canonical(program: &mut Staffing<'_>) {
    let decided = program.arcs.iter().map(|arc| arc.var);
    let decided = decided.chain(program.fills.iter().map(|fill| fill.var));
    let vars: Vec<_> = decided
        .chain(program.hires.iter().map(|hire| hire.var))
        .chain(program.appoints.iter().map(|one| one.var))
        .chain(program.converts.iter().map(|one| one.var))
        .collect();
    canonical(&mut program.lp, &vars, &program.facts.roster.lottery_seed);
}
