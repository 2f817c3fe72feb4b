//! What is said to change if somebody worked elsewhere is what planning the county with that pin gives: every goal
//! and every figure, with all that is decided beside who goes where.

use crate::study::{load, root};
use lungang::decide::{Decided, Decision, GoalPart, covered, decide, figures, given};
use lungang::domain::{Pin, Roster, TeacherNo};
use lungang::facts::Facts;
use lungang::facts::values::rotation_share;
use lungang::finding::Place;
use lungang::policy::{GoalId, RuleBook};
use lungang::run::{Checked, check, read_plan_file};
use lungang::solve::{Options, Silent};
use lungang::study::{Choice, Priced, explain_rule, explain_teacher};
use std::collections::BTreeMap;

/// A county of ours.
fn county(name: &str) -> Checked {
    check(&load(&root("scenarios").join(name)))
}

/// The plan that comes with it.
fn expected(name: &str, checked: &Checked, facts: &Facts<'_>) -> Decided {
    let path = root("scenarios").join(name).join("expected/plan.json");
    let (doc, _) = read_plan_file(checked, &path, None).unwrap();
    let plan = given(facts, &doc.unwrap(), &Options::default()).unwrap();
    plan.unwrap()
}

/// The whole plan of a county, as `plan` writes it.
fn planned(facts: &Facts<'_>, options: &Options) -> Decided {
    let Decision::Plan(plan) = decide(facts, options, false, &Silent).unwrap() else {
        panic!("there is a plan");
    };
    covered(facts, &plan, options).unwrap()
}

/// Goals and parts, moves and empty posts of a plan.
type Said = (BTreeMap<GoalId, i64>, Vec<GoalPart>, [i64; 2]);

fn said(facts: &Facts<'_>, plan: &Decided) -> Said {
    let of = figures(facts, plan);
    let goals = of.goals.iter().map(|one| (one.goal, one.value)).collect();
    let parts = of.goals.iter().flat_map(|one| one.shown.clone()).collect();
    (goals, parts, [of.moves, of.empty_posts])
}

/// What differs, goal by goal and part by part.
fn between(was: &Said, is: &Said) -> Said {
    let goals = is.0.iter().map(|(goal, by)| (*goal, by - was.0[goal]));
    let gone = was
        .1
        .iter()
        .filter(|one| !is.1.iter().any(|other| other.is_like(one)));
    let value = |all: &[GoalPart], one: &GoalPart| {
        all.iter()
            .find(|other| other.is_like(one))
            .map_or(0, |one| one.value)
    };
    let parts = is.1.iter().chain(gone).map(|one| GoalPart {
        value: value(&is.1, one) - value(&was.1, one),
        ..one.clone()
    });
    (
        goals.filter(|one| one.1 != 0).collect(),
        parts.filter(|one| one.value != 0).collect(),
        [is.2[0] - was.2[0], is.2[1] - was.2[1]],
    )
}

/// A county that is pinned, and what its plan is without the pin.
struct Base<'a> {
    roster: &'a Roster,
    book: &'a RuleBook,
    was: Said,
}

impl Base<'_> {
    /// Holds one choice against a plan of the county whose tables have that pin.
    fn agrees(&self, who: TeacherNo, choice: &Choice) -> usize {
        let Some(price) = &choice.price else {
            return 0;
        };
        let mut roster = self.roster.clone();
        roster.pins.retain(|pin| pin.teacher != who);
        roster.bans.retain(|ban| ban.teacher != who);
        roster.pins.push(Pin {
            teacher: who,
            school: roster.find_school(&choice.school).unwrap(),
            reason: "a reason".into(),
            author: "an officer".into(),
            date: String::new(),
            place: Place::default(),
        });
        roster.pins.sort_by_key(|pin| (pin.teacher, pin.school));
        let facts = Facts::new(&roster, self.book);
        let place = format!("{} to {}", roster.teacher_id(who), choice.name);
        if price.ended.is_proved() {
            let plan = planned(&facts, &Options::default());
            let (goals, parts, [moves, empty]) = between(&self.was, &said(&facts, &plan));
            assert_eq!(price.goals, goals, "{place}");
            assert_eq!(price.parts, parts, "{place}");
            assert_eq!([price.moves, price.empty_posts], [moves, empty], "{place}");
        } else {
            let decision = decide(&facts, &Options::default(), false, &Silent).unwrap();
            assert!(decision.plan().is_none(), "{place}");
        }
        1
    }
}

/// The counties are of several kinds; in each some whom the plan moves, and some who stay though they may go.
#[test]
fn what_is_said_of_a_choice_is_what_planning_with_that_pin_gives() {
    for name in ["dehua", "national"] {
        let checked = county(name);
        let (roster, book) = checked.ready().unwrap();
        let (facts, options) = (Facts::new(roster, book), Options::default());
        let plan = expected(name, &checked, &facts);
        let was = said(&facts, &plan);
        let base = Base { roster, book, was };
        let movers = plan.placement.moves.iter().map(|one| one.teacher);
        let stays =
            |who: &TeacherNo| facts.stands(*who).movable && plan.placement.move_of(*who).is_none();
        let stay = roster.teacher_nos().filter(stays);
        let mut held = 0;
        for who in movers.take(2).chain(stay.step_by(9).take(1)) {
            let answer = explain_teacher(&facts, &plan, who, &options).unwrap();
            let choices = answer.stays.iter().chain(&answer.open);
            held += choices.map(|one| base.agrees(who, one)).sum::<usize>();
        }
        assert!(held >= 3, "{name}: {held}");
    }
}

/// Whoever is asked for less can do as before: the first goal that changes does not get worse. Who is asked for
/// more can do nothing better than before.
#[test]
fn what_is_looser_costs_nothing_and_what_is_tighter_gains_nothing() {
    let mut changed = 0;
    for name in ["alar", "anshan", "township"] {
        let checked = county(name);
        let (roster, book) = checked.ready().unwrap();
        let (facts, options) = (Facts::new(roster, book), Options::default());
        let plan = expected(name, &checked, &facts);
        let answer = explain_rule(&facts, &plan, rotation_share::RULE, &options).unwrap();
        for price in answer.iter().flat_map(|one| &one.prices) {
            let first = |of: &Priced| {
                let mut order = facts.book.goals.iter();
                order.find_map(|goal| of.goals.get(goal)).copied()
            };
            let place = format!("{name} {} {}", price.code, price.about);
            let looser = first(&price.looser);
            assert!(looser.is_none_or(|by| by < 0), "{place}: {looser:?}");
            let tighter = price.tighter.as_ref().and_then(first);
            assert!(tighter.is_none_or(|by| by > 0), "{place}: {tighter:?}");
            changed += usize::from(looser.or(tighter).is_some());
        }
    }
    assert!(changed >= 3, "{changed}");
}
