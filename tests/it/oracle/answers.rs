//! The answers against enumeration: what a rule costs, what a choice costs, which plan changes the
//! fewest letters, which rules cannot hold together, and what would help.

use super::BASE;
use super::draw::{below, changes, random};
use super::plans::plans;
use super::tighter;
use crate::night::by_night;
use crate::patched::try_patched;
use lungang::audit::audit;
use lungang::decide::{Decision, conflict, decide, repairs, withstands};
use lungang::domain::{Pin, Published, Question, Roster, TeacherNo, Waiver};
use lungang::facts::{Facts, Placement};
use lungang::finding::Place;
use lungang::plan::Ended;
use lungang::policy::{Force, GoalId, RuleBook};
use lungang::rules::{build, goals};
use lungang::solve::{Options, Silent};
use lungang::study::{explain_teacher, prices};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Counties by day and by night; of each answer that many are checked by night, and a quarter of it by day.
const COUNTIES: [u64; 2] = [40, 110];

/// How often each answer was checked.
type Seen = BTreeMap<&'static str, usize>;

#[test]
fn every_answer_is_the_one_that_enumeration_gives() {
    let seen: Vec<Seen> = (1000..1000 + by_night(COUNTIES[0], COUNTIES[1]))
        .into_par_iter()
        .map(county)
        .collect();
    let mut sum = Seen::new();
    for (answer, number) in seen.into_iter().flatten() {
        *sum.entry(answer).or_default() += number;
    }
    let least = [
        ("price looser", 100),
        ("price tighter", 100),
        ("choice", 10),
        ("refusal", 8),
        ("withstands", 10),
        ("conflict", 15),
        ("member", 25),
        ("repair", 25),
    ];
    for (answer, number) in least {
        let number = by_night(usize::div_euclid(number, 4), number);
        assert!(
            sum.get(answer).is_some_and(|is| *is >= number),
            "{answer}: {sum:?}"
        );
    }
}

/// The goals without the canonical one, in their order.
pub(super) fn order(facts: &Facts<'_>) -> Vec<GoalId> {
    let mut order = goals(facts);
    order.retain(|goal| *goal != GoalId::Canonical);
    order
}

/// The best goal values of all plans that obey every must-rule, and something more.
fn best(
    facts: &Facts<'_>,
    plans: &[Placement],
    also: impl Fn(&Placement) -> bool,
) -> Option<Vec<i64>> {
    let order = order(facts);
    let legal = plans.iter().filter(|plan| also(plan));
    let values = legal.filter_map(|plan| {
        let judged = audit(facts, plan);
        let value = |goal: &GoalId| judged.goals.get(goal).copied().unwrap_or(0);
        judged.holds().then(|| order.iter().map(value).collect())
    });
    values.min()
}

fn values(facts: &Facts<'_>, decision: &Decision) -> Option<Vec<i64>> {
    let plan = decision.plan()?;
    Some(order(facts).iter().map(|goal| plan.goal(*goal)).collect())
}

fn county(seed: u64) -> Seen {
    let mut seen = Seen::new();
    let mut draw = random(seed);
    let changes = changes(&mut draw);
    let Ok((roster, book)) = try_patched(BASE, &changes) else {
        return seen;
    };
    let facts = Facts::new(&roster, &book);
    let Some(plans) = plans(&facts) else {
        return seen;
    };
    let about = format!("county {seed}: {changes:?}");
    let options = Options::default();
    let decision = decide(&facts, &options, false, &Silent).unwrap();
    if let Some(plan) = decision.plan() {
        check_prices(&facts, &plans, &decision, &about, &mut seen);
        let movers = &plan.placement.moves;
        if !movers.is_empty() {
            let who = movers[below(&mut draw, movers.len())].teacher;
            check_choices(&facts, &plans, &decision, who, &about, &mut seen);
            check_withstands(&facts, &decision, &about, &mut seen);
            check_refusal(&roster, &book, &decision, who, &about, &mut seen);
        }
    } else {
        check_conflict(&facts, &plans, &about, &mut seen);
        check_repairs(&facts, &plans, &about, &mut seen);
    }
    seen
}

fn check_prices(
    facts: &Facts<'_>,
    plans: &[Placement],
    decision: &Decision,
    about: &str,
    seen: &mut Seen,
) {
    let plan = decision.plan().unwrap();
    let program = build(facts, false);
    let (prices, _) = prices(&program, plan, None, &Options::default()).unwrap();
    let order = order(facts);
    let now: Vec<i64> = order.iter().map(|goal| plan.goal(*goal)).collect();
    for price in prices.iter().take(4) {
        let mut roster = facts.roster.clone();
        roster.waivers.push(Waiver {
            rule: price.rule.into(),
            about: price.about.clone(),
            amount: 1,
            reason: "case".into(),
            author: "case".into(),
            date: String::new(),
            place: Place::default(),
            about_place: Place::default(),
        });
        let granted = Facts::new(&roster, facts.book);
        // A withdrawn pin may let someone move, or keep her from it.
        if price.rule == "pins_and_bans" {
            continue;
        }
        let then = best(&granted, plans, |_| true).unwrap();
        let said = &price.looser;
        assert_eq!(said.ended, Ended::Proved, "{about}: {price:?}");
        for ((goal, now), then) in order.iter().zip(&now).zip(&then) {
            let by = said.goals.get(goal).copied().unwrap_or(0);
            assert_eq!(now + by, *then, "{about}: {goal:?} {price:?}");
        }
        *seen.entry("price looser").or_default() += 1;
        let mut of_rule = tighter::Seen::new();
        tighter::check(facts, plans, plan, price, about, &mut of_rule);
        *seen.entry("price tighter").or_default() += of_rule.values().flatten().sum::<usize>();
    }
}

fn check_choices(
    facts: &Facts<'_>,
    plans: &[Placement],
    decision: &Decision,
    who: TeacherNo,
    about: &str,
    seen: &mut Seen,
) {
    let plan = decision.plan().unwrap();
    let options = Options::default();
    let answer = explain_teacher(facts, plan, who, &options).unwrap();
    // A pin of her own would forbid every other choice; the officer is asked first.
    if facts.roster.pins.iter().any(|pin| pin.teacher == who) {
        return;
    }
    let order = order(facts);
    for choice in answer.open.iter().chain(&answer.stays) {
        let Some(price) = &choice.price else { continue };
        let to = facts.roster.find_school(&choice.school).unwrap();
        let goes = |plan: &Placement| plan.next(facts)[who.0] == Some(to);
        // A choice is reckoned as if the officer had decided it: nothing is asked of such a move.
        let mut roster = facts.roster.clone();
        roster.pins.push(Pin {
            teacher: who,
            school: to,
            reason: "case".into(),
            author: "case".into(),
            date: String::new(),
            place: Place::default(),
        });
        let then = best(&Facts::new(&roster, facts.book), plans, goes);
        let Some(then) = then else {
            assert_eq!(price.ended, Ended::NoPlanExists, "{about}: {choice:?}");
            continue;
        };
        for (goal, then) in order.iter().zip(&then) {
            let by = price.goals.get(goal).copied().unwrap_or(0);
            assert_eq!(plan.goal(*goal) + by, *then, "{about}: {goal:?} {choice:?}");
        }
        *seen.entry("choice").or_default() += 1;
    }
}

fn check_refusal(
    roster: &Roster,
    book: &RuleBook,
    decision: &Decision,
    who: TeacherNo,
    about: &str,
    seen: &mut Seen,
) {
    let plan = decision.plan().unwrap();
    let moves = plan.placement.moves.iter();
    let mut after = Question {
        published: Some(Published {
            letters: moves.map(|one| (one.teacher, one.to)).collect(),
            frozen: true,
        }),
        ..Question::default()
    };
    after.unpin(who);
    after.bans.push(lungang::domain::Ban {
        teacher: who,
        school: None,
        reason: "case".into(),
        author: "case".into(),
        date: String::new(),
        place: Place::default(),
    });
    let from = plan.placement.move_of(who).map(|one| one.from);
    after.forced.extend(from.map(|from| (who, from)));
    let facts = Facts::asked(roster, book, &after);
    let Some(plans) = plans(&facts) else { return };
    let decision = decide(&facts, &Options::default(), false, &Silent).unwrap();
    let stays = |plan: &Placement| plan.next(&facts)[who.0] == from;
    let best = best(&facts, &plans, stays);
    assert_eq!(values(&facts, &decision), best, "{about}: {who:?} refuses");
    *seen.entry("refusal").or_default() += 1;
}

/// As many may refuse as it says, whoever they are; and whoever is needed breaks a must-rule alone.
fn check_withstands(facts: &Facts<'_>, decision: &Decision, about: &str, seen: &mut Seen) {
    let plan = decision.plan().unwrap();
    let said = withstands(facts, plan);
    let movers: Vec<TeacherNo> = plan.placement.moves.iter().map(|one| one.teacher).collect();
    let without = |some: &[TeacherNo]| {
        let mut left = plan.placement.clone();
        left.moves.retain(|one| !some.contains(&one.teacher));
        for people in &mut left.fills {
            people.retain(|who| !some.contains(who));
        }
        audit(facts, &left).holds()
    };
    let needed = |who: &TeacherNo| {
        let id = &facts.roster.teacher(*who).id;
        said.needed.iter().any(|one| one.teacher == *id)
    };
    let free: Vec<TeacherNo> = movers.iter().filter(|who| !needed(who)).copied().collect();
    for set in 0..(1_usize << free.len()) {
        let some: Vec<TeacherNo> = (0..free.len())
            .filter(|no| set & (1 << no) != 0)
            .map(|no| free[no])
            .collect();
        if some.len() <= said.refusals {
            assert!(without(&some), "{about}: {some:?} refuse, {said:?}");
        }
    }
    for who in &movers {
        let id = &facts.roster.teacher(*who).id;
        assert_eq!(!without(&[*who]), needed(who), "{about}: {id} {said:?}");
    }
    *seen.entry("withstands").or_default() += 1;
}

/// Whether a plan obeys these must-rules.
fn obeys(facts: &Facts<'_>, plan: &Placement, rules: &BTreeSet<&str>) -> bool {
    let judged = audit(facts, plan);
    let mut kept = judged
        .rules
        .iter()
        .filter(|one| rules.contains(one.rule.key()));
    kept.all(|one| one.holds)
}

fn check_conflict(facts: &Facts<'_>, plans: &[Placement], about: &str, seen: &mut Seen) {
    let found = conflict(facts, &Options::default(), &Silent).unwrap();
    let found = found.unwrap_or_else(|| panic!("{about}: no conflict found"));
    let rules: BTreeSet<&str> = found.members.iter().map(|one| one.rule.key()).collect();
    let any = |rules: &BTreeSet<&str>| plans.iter().any(|plan| obeys(facts, plan, rules));
    assert!(!any(&rules), "{about}: {rules:?} can hold together");
    *seen.entry("conflict").or_default() += 1;
    // Enumeration moves only those who may be moved, so it can speak of the other rules only, and only
    // while those about people are kept or say nothing.
    let people = [
        "eligibility",
        "protected_teachers",
        "running_rotations",
        "pins_and_bans",
    ];
    for rule in rules.iter().filter(|rule| !people.contains(rule)) {
        let mut without = rules.clone();
        without.remove(rule);
        if any(&without) {
            *seen.entry("member").or_default() += 1;
        }
    }
}

fn check_repairs(facts: &Facts<'_>, plans: &[Placement], about: &str, seen: &mut Seen) {
    let found = repairs(facts, &Options::default(), &Silent).unwrap();
    for repair in &found {
        let mut roster = facts.roster.clone();
        for one in &repair.reliefs {
            roster.waivers.push(Waiver {
                rule: one.rule.into(),
                about: one.about.clone(),
                amount: one.amount,
                reason: "case".into(),
                author: "case".into(),
                date: String::new(),
                place: Place::default(),
                about_place: Place::default(),
            });
        }
        let withdrawn = repair.reliefs.iter().any(|one| one.rule == "pins_and_bans");
        let granted = Facts::new(&roster, facts.book);
        let first = best(&granted, plans, |_| true);
        let is: Vec<i64> = order(&granted)
            .iter()
            .map(|goal| {
                let goals = repair.figures.goals.iter();
                goals
                    .filter(|one| one.goal == *goal)
                    .map(|one| one.value)
                    .sum()
            })
            .collect();
        if !withdrawn {
            assert_eq!(first, Some(is), "{about}: {repair:?}");
            *seen.entry("repair").or_default() += 1;
        }
    }
    // No plan breaks the counted rules by less than the first repair grants.
    let Some(first) = found.first() else { return };
    let counted: BTreeSet<&str> = lungang::rules::cards()
        .into_iter()
        .filter(|card| card.mend.is_some())
        .map(|card| card.id.key())
        .collect();
    for plan in plans {
        let judged = audit(facts, plan);
        let mut must = judged.rules.iter().filter(|one| one.force == Force::Must);
        if must
            .clone()
            .all(|one| one.holds || counted.contains(one.rule.key()))
        {
            let short: i64 = must.by_ref().map(|one| one.shortfall).sum();
            assert!(
                short >= first.total,
                "{about}: {first:?} but {short}: {plan:?}"
            );
        }
    }
}
