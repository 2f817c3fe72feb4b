//! The two judges of a rule agree on its cases: where the audit is silent the rule's rows and columns
//! admit the plan, and the goals weigh it alike.

use crate::patched::alone;
use lungang::domain::Roster;
use lungang::facts::{Facts, Placement};
use lungang::law::{Force, GoalId, RuleBook};
use lungang::model::{Sense, Staffing, Var};
use lungang::rules::{Judgement, build};
use std::collections::BTreeMap;

/// Compares the audit's judgement of a plan with the rule's own part of the program.
pub(crate) fn compare(
    (roster, book): (&Roster, &RuleBook),
    plan: &Placement,
    judgement: &Judgement,
    goals: &BTreeMap<GoalId, i64>,
) -> Result<(), String> {
    let id = judgement.rule;
    let others_off = alone(book, &[id, "rotation_share"]);
    // What is known stays as it is under the whole policy; only the rows of others are left out.
    let mut facts = Facts::new(roster, book);
    facts.book = &others_off;
    if !is_point(&facts, plan) {
        return Ok(());
    }
    let program = build(&facts, false);
    let Some(point) = point(&program, plan, id) else {
        // The program lacks a column for it: the audit must have said that it must not be.
        let goal = book.force(id) == Force::Goal;
        return if judgement.holds && !goal {
            Err("no such column".into())
        } else {
            Ok(())
        };
    };
    let rows = program.lp.rows.iter().filter(|row| row.rule == id);
    let broken: Vec<_> = rows
        .filter(|row| !row.holds(&point))
        .map(|row| &row.about)
        .collect();
    if book.force(id) == Force::Must && broken.is_empty() != judgement.holds {
        return Err(format!("rows broken: {broken:?}"));
    }
    for goal in GoalId::ALL
        .iter()
        .filter(|goal| **goal != GoalId::Canonical)
    {
        let (is, said) = (
            program.lp.goal_value(*goal, &point),
            goals.get(goal).copied(),
        );
        if is != said.unwrap_or(0) {
            return Err(format!("{goal:?} is {is} in the program"));
        }
    }
    Ok(())
}

/// Whether the plan keeps the rows that always hold, as far as a case states it: whoever fills a
/// post is there, movers are movable, no line of recruits gives more than it has.
fn is_point(facts: &Facts<'_>, plan: &Placement) -> bool {
    let next = plan.next(facts);
    let mut fills = facts.post_nos().zip(&plan.fills);
    let there = fills.all(|(no, people)| {
        people
            .iter()
            .all(|who| next[who.0] == Some(facts.post(no).school))
    });
    let movable = plan
        .moves
        .iter()
        .all(|one| facts.stands(one.teacher).movable);
    let pools = facts.roster.pools.iter().enumerate();
    let mut enough = pools.map(|(no, pool)| {
        let hires = plan.hires.iter().filter(|hire| hire.pool == no);
        hires.map(|hire| hire.number).sum::<u32>() <= pool.number
    });
    there && movable && enough.all(|one| one)
}

/// The plan as a point: what is decided from the plan, empty posts from what is filled, and every
/// other column as small as the rows of the rule let it be.
fn point(program: &Staffing<'_>, plan: &Placement, id: &str) -> Option<Vec<i64>> {
    let facts = program.facts;
    let mut point = vec![0; program.lp.columns.len()];
    let next = plan.next(facts);
    for (ty, one) in program.types.iter().enumerate() {
        for who in &one.members {
            let to = next[who.0]?;
            let arc = || program.arcs.iter().find(|arc| arc.ty == ty && arc.to == to);
            if to == one.base {
                point[program.stays[ty].0] += 1;
            } else {
                point[arc()?.var.0] += 1;
                point[program.leaves[ty].0] += 1;
            }
        }
    }
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        point[program.empties[no.0].0] = i64::from(facts.post(no).number);
        for who in people {
            let profile = facts.stands(*who).profile;
            let fill = program
                .fills
                .iter()
                .find(|one| one.post == no && one.profile == profile)?;
            point[fill.var.0] += 1;
            point[program.empties[no.0].0] -= 1;
        }
    }
    for hire in &plan.hires {
        let same = |one: &&lungang::model::HireVar| one.post == hire.post && one.pool == hire.pool;
        let var = program.hires.iter().find(same)?.var;
        point[var.0] += i64::from(hire.number);
        point[program.empties[hire.post.0].0] -= i64::from(hire.number);
    }
    let decided: Vec<Var> = decided(program);
    for row in program.lp.rows.iter().filter(|row| row.rule == id) {
        let free = row.terms.iter().find(|(var, _)| !decided.contains(var));
        if let Some((var, _)) = free {
            // Only a slack of the row: raise it until the row holds.
            while row.sense != Sense::Exactly
                && !row.holds(&point)
                && point[var.0] < program.lp.columns[var.0].upper
            {
                point[var.0] += 1;
            }
        }
    }
    let inside =
        |(column, x): (&lungang::model::Column, &i64)| column.lower <= *x && *x <= column.upper;
    program
        .lp
        .columns
        .iter()
        .zip(&point)
        .all(inside)
        .then_some(point)
}

fn decided(program: &Staffing<'_>) -> Vec<Var> {
    let mut all = program.stays.clone();
    all.extend(&program.leaves);
    all.extend(program.arcs.iter().map(|one| one.var));
    all.extend(program.fills.iter().map(|one| one.var));
    all.extend(program.hires.iter().map(|one| one.var));
    all.extend(program.empties.iter().copied());
    // Columns of the staffing program that no rule speaks of.
    let idle = |no: &usize| program.lp.columns[*no].name.starts_with("idle");
    all.extend((0..program.lp.columns.len()).filter(idle).map(Var));
    all
}
