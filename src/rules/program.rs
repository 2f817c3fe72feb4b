//! The whole program: the staffing columns and every rule's contribution, in the order of the list.

use super::{CONSTRAINTS, Constrain};
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::values::family_ties;
use crate::facts::{Facts, PERSONAL_WORDS};
use crate::model::{Shape, Staffing, canonical_by};
use crate::policy::{Card, Force};
use crate::text::Text;
use std::collections::BTreeMap;

/// Builds the program; `elastic` lets must-rules be fallen short of at a price.
pub fn build<'a>(facts: &'a Facts<'a>, elastic: bool) -> Staffing<'a> {
    let mut program = begun(facts, elastic);
    for (_, rule) in on(facts) {
        rule.constrain(&mut program);
    }
    ended(program)
}

/// The same, unless it is given up: whether it is to be, is asked between one rule and the next.
pub fn build_unless<'a>(
    facts: &'a Facts<'a>,
    elastic: bool,
    given_up: &dyn Fn() -> bool,
) -> Option<Staffing<'a>> {
    let begun = (!given_up()).then(|| begun(facts, elastic));
    let rules = on(facts).try_fold(begun?, |mut program, (_, rule)| {
        rule.constrain(&mut program);
        (!given_up()).then_some(program)
    });
    rules.map(ended)
}

/// The rules that are on, in the order of the list.
fn on(facts: &Facts<'_>) -> impl Iterator<Item = (&'static Card, &'static dyn Constrain)> {
    let all = CONSTRAINTS.iter().copied();
    all.filter(|(card, _)| facts.book.is_on(card.id))
}

/// The columns, and the rows that stand whatever the rules ask.
fn begun<'a>(facts: &'a Facts<'a>, elastic: bool) -> Staffing<'a> {
    let must: Vec<_> = with_force(facts, Force::Must).collect();
    let goal: Vec<_> = with_force(facts, Force::Goal).collect();
    let shape = Shape {
        allows: &|who, to| {
            let may = |(_, rule): &(&Card, &dyn Constrain)| {
                rule.allows(facts, who, to) || (elastic && rule.may_soften(facts, who, to))
            };
            let forced = facts.question.forced.get(&who);
            forced.is_none_or(|school| *school == to) && must.iter().all(may)
        },
        sees: &|who| seen(facts, who),
        wills: &|who| {
            let mut key = Vec::new();
            for (_, rule) in must.iter().chain(&goal) {
                rule.wills(facts, who, &mut key);
            }
            key
        },
        may_hire: &|pool, post| {
            must.iter()
                .all(|(_, rule)| rule.may_hire(facts, pool, post))
        },
    };
    Staffing::new(facts, &shape, elastic)
}

/// What is added once every rule has had its say.
fn ended(mut program: Staffing<'_>) -> Staffing<'_> {
    let facts = program.facts;
    for (card, rule) in with_force(facts, Force::Goal) {
        for arc in program.arcs.clone() {
            if !rule.allows(facts, program.mover(&arc), arc.to) {
                program.lp.cost(card.goal, arc.var, 1);
            }
        }
    }
    super::published_letters::add(&mut program);
    // The last goal makes the plan unique: each possible move, fill and appointment weighs something.
    let fills = program.fills.iter().map(|fill| fill.var);
    let vars: Vec<_> = program.changes().chain(fills).collect();
    let drawn = program.of_classes();
    canonical_by(&mut program.lp, &vars, &drawn, &facts.roster.lottery_seed);
    program.lp.tidy();
    program
}

/// What the rules look at in a teacher, besides where she is and what she may teach.
fn seen(facts: &Facts<'_>, who: TeacherNo) -> Vec<i64> {
    let mut key = Vec::new();
    for force in [Force::Must, Force::Goal] {
        for (_, rule) in with_force(facts, force) {
            rule.sees(facts, who, &mut key);
        }
    }
    super::published_letters::see(facts, who, &mut key);
    if facts.question.forced.contains_key(&who) {
        key.push(whole(who.0));
    }
    key
}

/// People alike in everything that the rules look at, of those who may be moved.
pub fn alike(facts: &Facts<'_>) -> Vec<Vec<TeacherNo>> {
    let mut groups: BTreeMap<_, Vec<TeacherNo>> = BTreeMap::new();
    for who in facts.roster.teacher_nos() {
        let stand = facts.stands(who);
        if let (Some(base), true) = (stand.base, stand.movable) {
            let group = groups.entry((base, stand.profile, seen(facts, who)));
            group.or_default().push(who);
        }
    }
    groups.into_values().collect()
}

/// The must-rules that forbid a move, as they are told of somebody.
pub fn forbids(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> Vec<(&'static str, Text)> {
    with_force(facts, Force::Must)
        .filter(|(_, rule)| !rule.allows(facts, who, to))
        .map(|(card, _)| told_of_person(card))
        .collect()
}

/// Number and title of a rule where it is told beside a name. Couples and carers have no number: which rule it is
/// would say why, and that is nobody else's business.
pub fn told_of_person(card: &Card) -> (&'static str, Text) {
    if card.id == family_ties::RULE {
        ("", PERSONAL_WORDS)
    } else {
        (card.code, card.title)
    }
}

/// The rules that bind so strongly, in the order of the list.
fn with_force(
    facts: &Facts<'_>,
    force: Force,
) -> impl Iterator<Item = (&'static Card, &'static dyn Constrain)> {
    let all = CONSTRAINTS.iter().copied();
    all.filter(move |(card, _)| facts.book.force(card.id) == force)
}
