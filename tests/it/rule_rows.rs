//! The two judges of a rule agree on its cases: where the audit is silent the rule's rows and columns
//! admit the plan, and the goals weigh it alike.

use crate::patched::alone;
use lungang::domain::{Roster, SchoolNo, TeacherNo};
use lungang::facts::values::rotation_share::RULE;
use lungang::facts::{Facts, Placement, PostNo, ProfileNo, worthy};
use lungang::model::{Column, FillVar, Sense, Staffing, Var};
use lungang::policy::{Force, GoalId, RuleBook, RuleId};
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
    let others_off = alone(book, &[id, RULE]);
    // What is known stays as it is under the whole policy; only the rows of others are left out.
    let mut facts = Facts::new(roster, book);
    facts.book = &others_off;
    if !is_point(&facts, plan) {
        return Ok(());
    }
    let program = build(&facts, false);
    let Some(point) = Points::new(&program).point(plan, Some(id)) else {
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

/// Plans as points of one program.
pub(crate) struct Points<'p> {
    program: &'p Staffing<'p>,
    arcs: BTreeMap<(usize, SchoolNo), Var>,
    fills: BTreeMap<(PostNo, ProfileNo), Var>,
    hires: BTreeMap<(usize, PostNo), Var>,
    /// Of each column whether a plan decides it; the others are slacks of rules' rows.
    decided: Vec<bool>,
}

impl<'p> Points<'p> {
    pub(crate) fn new(program: &'p Staffing<'p>) -> Self {
        let is_slack = |name: &str| {
            ["short", "over", "pulled"]
                .iter()
                .any(|slack| name.starts_with(slack))
        };
        let columns = program.lp.columns.iter();
        let arcs = program.arcs.iter();
        let fills = program.fills.iter();
        let hires = program.hires.iter();
        Self {
            program,
            arcs: arcs.map(|one| ((one.ty, one.to), one.var)).collect(),
            fills: fills
                .map(|one| ((one.post, one.profile), one.var))
                .collect(),
            hires: hires.map(|one| ((one.pool, one.post), one.var)).collect(),
            decided: columns.map(|column| !is_slack(&column.name)).collect(),
        }
    }

    /// The plan as a point: what is decided from the plan, empty posts from what is filled, and every
    /// slack as small as the rows of the rule (or of all rules) let it be. Nothing when the program
    /// lacks a column for it.
    pub(crate) fn point(&self, plan: &Placement, rule: Option<RuleId>) -> Option<Vec<i64>> {
        let program = self.program;
        let facts = program.facts;
        let mut point = vec![0; program.lp.columns.len()];
        let next = plan.next(facts);
        for (ty, one) in program.types.iter().enumerate() {
            for who in &one.members {
                let to = next[who.0]?;
                if to == one.base {
                    point[program.stays[ty].0] += 1;
                } else {
                    point[self.arcs.get(&(ty, to))?.0] += 1;
                    point[program.leaves[ty].0] += 1;
                }
            }
        }
        self.lodge(plan, &mut point)?;
        for (no, people) in facts.post_nos().zip(&plan.fills) {
            point[program.empties[no.0].0] = i64::from(facts.post(no).number);
            for who in people {
                let fill = self.fills.get(&(no, facts.stands(*who).profile))?;
                point[fill.0] += 1;
                point[program.empties[no.0].0] -= 1;
            }
        }
        for hire in &plan.hires {
            let var = self.hires.get(&(hire.pool, hire.post))?;
            point[var.0] += i64::from(hire.number);
            point[program.empties[hire.post.0].0] -= i64::from(hire.number);
        }
        for one in &program.appoints {
            let var = if plan.appointments.contains(&one.teacher) {
                one.var
            } else {
                one.waits
            };
            point[var.0] = 1;
        }
        for one in &program.converts {
            let taken = plan.conversions.contains(&one.teacher);
            point[if taken { one.var } else { one.waits }.0] = 1;
        }
        let known = |who: &TeacherNo| facts.conversions.iter().any(|one| one.teacher == *who);
        if !plan.conversions.iter().all(known) {
            return None;
        }
        let has_column = |who: &TeacherNo| program.appoints.iter().any(|one| one.teacher == *who);
        if !plan.appointments.iter().all(has_column) {
            return None;
        }
        self.turn(&mut point);
        self.raise(&mut point, rule);
        let inside = |(column, x): (&Column, &i64)| column.lower <= *x && *x <= column.upper;
        let mut columns = program.lp.columns.iter().zip(&point);
        columns.all(inside).then_some(point)
    }

    /// Those who arrive on posts that are not worth their move; nothing when nobody may.
    fn lodge(&self, plan: &Placement, point: &mut [i64]) -> Option<()> {
        let (program, facts) = (self.program, self.program.facts);
        for one in &plan.moves {
            let profile = facts.stands(one.teacher).profile;
            let seats = facts.post_nos().zip(&plan.fills);
            let mut seats = seats.filter(|(_, people)| people.contains(&one.teacher));
            if let Some((no, _)) = seats.next().filter(|(no, _)| !worthy(facts, profile, *no)) {
                let same = |lodged: &&FillVar| (lodged.profile, lodged.post) == (profile, no);
                point[program.lodged.iter().find(same)?.var.0] += 1;
            }
        }
        Some(())
    }

    /// Of people alike at a school whether it sends or receives them, whichever more do.
    fn turn(&self, point: &mut [i64]) {
        let columns = self.program.lp.columns.iter().enumerate();
        for (no, _) in columns.filter(|(_, column)| column.name.starts_with("sends[")) {
            let rows = self.program.lp.rows.iter();
            let rows = rows.filter(|row| row.terms.iter().any(|(var, _)| var.0 == no));
            let people = rows.map(|row| {
                let moves = row.terms.iter().filter(|(var, _)| self.decided[var.0]);
                moves
                    .map(|(var, amount)| amount * point[var.0])
                    .sum::<i64>()
            });
            let people: Vec<i64> = people.collect();
            point[no] = i64::from(people[0] >= people[1]);
        }
        // Whether anybody comes.
        let columns = self.program.lp.columns.iter().enumerate();
        for (no, _) in columns.filter(|(_, column)| column.name.starts_with("comes[")) {
            let rows = self.program.lp.rows.iter();
            let mut rows = rows.filter(|row| row.terms.iter().any(|(var, _)| var.0 == no));
            let come = rows.next().is_some_and(|row| {
                let others = row.terms.iter().filter(|(var, _)| var.0 != no);
                others
                    .map(|(var, amount)| amount * point[var.0])
                    .sum::<i64>()
                    > 0
            });
            point[no] = i64::from(come);
        }
    }

    /// Raises every slack of these rows until its row holds.
    fn raise(&self, point: &mut [i64], rule: Option<RuleId>) {
        let program = self.program;
        let rows = program.lp.rows.iter();
        for row in rows.filter(|row| rule.is_none_or(|rule| row.rule == rule)) {
            let slack = row.terms.iter().find(|(var, _)| !self.decided[var.0]);
            if let Some((var, _)) = slack {
                while row.sense != Sense::Exactly
                    && !row.holds(point)
                    && point[var.0] < program.lp.columns[var.0].upper
                {
                    point[var.0] += 1;
                }
            }
        }
    }
}
