//! How many refusals a plan withstands with no other letter changed.
//!
//! Whoever refuses stays where she was and leaves her post empty. Rows of must-rules are sums, so what
//! `k` refusals take from a row is at most the sum of the `k` largest single losses; where that is no
//! more than the row has to spare, for every row, any `k` people may refuse. `loss[r,t] = max(0, −Δ)` of
//! the left side of row `r` when teacher `t` refuses, `spare[r]` what is left of it: withstood when
//! `Σ_{k largest} loss[r,·] ≤ spare[r]` for every `r`.

use super::{Decided, place_words};
use crate::domain::TeacherNo;
use crate::facts::{Facts, PlannedMove};
use crate::model::{FillVar, Row, Sense, Staffing, Var};
use crate::rules::{build, card, forbids, pins_and_bans, told_of_person};
use crate::text::Text;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a plan withstands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Withstands {
    /// Any so many of all others may refuse and every must-rule still holds, with no other letter
    /// changed.
    pub refusals: usize,
    /// Those whose own refusal breaks a must-rule unless somebody else's letter changes.
    pub needed: Vec<Needed>,
}

/// Someone whose refusal breaks a must-rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Needed {
    /// Staff id.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// The rules that would break, each with its place in words.
    pub rules: Vec<(&'static str, Text, serde_json::Value)>,
}

/// A row of a must-rule: what it can spare, and what each mover takes from it by refusing.
struct Spare {
    row: usize,
    left: i64,
    losses: Vec<(TeacherNo, i64)>,
}

/// What each row of a must-rule can spare.
fn spares(program: &Staffing<'_>, plan: &Decided) -> Vec<Spare> {
    let point = plan.outcome.point.as_deref().unwrap_or_default();
    let moves = plan.placement.moves.iter();
    let changes = moves.map(|one| (one.teacher, refusal(program, plan, one)));
    let changes: Vec<_> = changes.collect();
    let rows = program.lp.rows.iter().enumerate();
    let must = rows.filter(|(_, row)| program.is_must(row));
    let spares = must.map(|(no, row)| {
        let loss = |change: &BTreeMap<Var, i64>| {
            let by = |(var, by): &(Var, i64)| by * change.get(var).copied().unwrap_or(0);
            let moved: i64 = row.terms.iter().map(by).sum();
            match row.sense {
                Sense::AtLeast => (-moved).max(0),
                Sense::AtMost => moved.max(0),
                Sense::Exactly => moved.abs(),
            }
        };
        let losses = changes.iter().map(|(who, change)| (*who, loss(change)));
        Spare {
            row: no,
            left: left(row, point),
            losses: losses.filter(|(_, loss)| *loss > 0).collect(),
        }
    });
    spares.collect()
}

/// How much a row has to spare at a point.
pub(crate) fn left(row: &Row, point: &[i64]) -> i64 {
    let sum: i64 = row.terms.iter().map(|(var, by)| by * point[var.0]).sum();
    match row.sense {
        Sense::AtLeast => sum - row.bound,
        Sense::AtMost => row.bound - sum,
        Sense::Exactly => 0,
    }
}

/// Rows that some so many refusals would break, of people who may stay.
pub(super) fn rows_in_danger(
    program: &Staffing<'_>,
    plan: &Decided,
    refusals: i64,
) -> BTreeSet<usize> {
    let types = program.types.iter().zip(&program.stays);
    let may_stay = types.filter(|(_, stays)| program.lp.columns[stays.0].upper > 0);
    let may_stay = may_stay.flat_map(|(ty, _)| ty.members.iter().copied());
    let may_stay = may_stay.collect();
    let most = usize::try_from(refusals).unwrap_or(0);
    let mut rows = spares(program, plan);
    rows.retain(|one| fits(one, &may_stay).is_some_and(|fits| fits < most));
    rows.iter().map(|one| one.row).collect()
}

/// What a plan withstands; the plan must have come from the solver.
pub fn withstands(facts: &Facts<'_>, plan: &Decided) -> Withstands {
    let program = build(facts, false);
    let spares = spares(&program, plan);
    let mut needed = Vec::new();
    let pinned = card(pins_and_bans::RULE.key());
    let movers = plan.placement.moves.iter().map(|one| one.teacher);
    let mut free: BTreeSet<TeacherNo> = movers.collect();
    for one in &plan.placement.moves {
        let breaks = |row: &Spare| {
            let mut losses = row.losses.iter();
            losses.any(|(who, loss)| *who == one.teacher && *loss > row.left)
        };
        let rows = spares.iter().filter(|row| breaks(row));
        let rules = rows.filter_map(|spare| {
            let row = &program.lp.rows[spare.row];
            let card = card(row.rule.key())?;
            let (code, title) = told_of_person(card);
            // Where such a row stands would say what it is about.
            let about = if code.is_empty() {
                "county"
            } else {
                &row.about
            };
            Some((code, title, place_words(facts.roster, about)))
        });
        // A rule may forbid her to stay, such as a pin.
        let base = serde_json::json!(facts.roster.school(one.from).name);
        let forbids = forbids(facts, one.teacher, one.from).into_iter();
        // Whoever refuses is pinned no more: that decision is taken back with the refusal.
        let forbids = forbids.filter(|(code, _)| pinned.is_none_or(|card| card.code != *code));
        let forbids = forbids.map(|(code, title)| (code, title, base.clone()));
        let rules: Vec<_> = rules.chain(forbids).collect();
        if !rules.is_empty() {
            free.remove(&one.teacher);
            let teacher = facts.roster.teacher(one.teacher);
            needed.push(Needed {
                teacher: teacher.id.clone(),
                name: teacher.name.clone(),
                rules,
            });
        }
    }
    let most = spares.iter().filter_map(|one| fits(one, &free)).min();
    Withstands {
        refusals: most.unwrap_or(free.len()),
        needed,
    }
}

/// How many of these people a row can do without, whoever they are; none when it can do without all.
fn fits(row: &Spare, whom: &BTreeSet<TeacherNo>) -> Option<usize> {
    let among = row.losses.iter().filter(|(who, _)| whom.contains(who));
    let mut losses: Vec<i64> = among.map(|(_, loss)| *loss).collect();
    losses.sort_unstable_by(|a, b| b.cmp(a));
    let mut sum = 0;
    losses.iter().position(|loss| {
        sum += loss;
        sum > row.left
    })
}

/// What a refusal changes in the columns.
fn refusal(program: &Staffing<'_>, plan: &Decided, one: &PlannedMove) -> BTreeMap<Var, i64> {
    let mut change = BTreeMap::new();
    let mut add = |var: Var, by: i64| *change.entry(var).or_default() += by;
    let mut types = program.types.iter();
    if let Some(ty) = types.position(|ty| ty.members.contains(&one.teacher)) {
        add(program.stays[ty], 1);
        add(program.leaves[ty], -1);
        let mut arcs = program.arcs.iter();
        if let Some(arc) = arcs.find(|arc| arc.ty == ty && arc.to == one.to) {
            add(arc.var, -1);
        }
        let profile = program.types[ty].profile;
        for fill in program.fills.iter().filter(|fill| fill.profile == profile) {
            if plan.placement.fills[fill.post.0].contains(&one.teacher) {
                add(fill.var, -1);
                add(program.empties[fill.post.0], 1);
                let mut lodged = program.lodged.iter();
                let same =
                    |lodger: &&FillVar| (lodger.profile, lodger.post) == (fill.profile, fill.post);
                if let Some(lodger) = lodged.find(same) {
                    add(lodger.var, -1);
                }
            }
        }
    }
    change
}
