//! What would be lost if somebody who moves stayed, against the auditor and against the program: for each
//! mover of each scenario the plan without her is judged and solved for its seats.

use lungang::audit::{Audit, audit};
use lungang::decide::{Decided, decide, written};
use lungang::domain::{NOTHING_MORE, TeacherNo, whole};
use lungang::facts::{Facts, Placement, PlannedMove};
use lungang::input::load_documents;
use lungang::plan::{LossDoc, Losses, Plan, Reason, to_json};
use lungang::policy::{Force, GoalId};
use lungang::rules::{Judgement, build};
use lungang::run::{Checked, audit_bytes, check};
use lungang::solve::{Options, Silent, solve};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

fn checked(name: &str) -> Checked {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = folder.join("scenarios").join(name);
    check(&load_documents(&[folder]).unwrap())
}

fn decided(facts: &Facts<'_>) -> Decided {
    let decision = decide(facts, &Options::default(), false, &Silent).unwrap();
    decision.plan().unwrap().clone()
}

/// Who works where and on which post, without what is decided beside it.
fn bare(plan: &Placement) -> Placement {
    Placement {
        moves: plan.moves.clone(),
        fills: plan.fills.clone(),
        hires: plan.hires.clone(),
        appointments: plan.appointments.clone(),
        conversions: plan.conversions.clone(),
        ..Placement::default()
    }
}

fn rule<'a>(judged: &'a Audit, code: &str) -> Option<&'a Judgement> {
    judged.rules.iter().find(|one| one.code == code)
}

/// By how much a rule is missed.
fn short(judged: &Audit, code: &str) -> i64 {
    rule(judged, code).map_or(0, |one| one.shortfall)
}

/// The least that stays uncovered where everybody works where a plan has them: the program decides the
/// seats alone.
fn best_seats(facts: &Facts<'_>, plan: &Placement) -> i64 {
    let program = build(facts, true);
    let mut lp = program.lp.clone();
    for arc in &program.arcs {
        let members = &program.types[arc.ty].members;
        let goes = |who: &&TeacherNo| plan.move_of(**who).is_some_and(|one| one.to == arc.to);
        let number = whole(members.iter().filter(goes).count());
        let column = &mut lp.columns[arc.var.0];
        (column.lower, column.upper) = (number, number);
    }
    for hire in &program.hires {
        let same = |one: &&lungang::facts::Hire| (one.pool, one.post) == (hire.pool, hire.post);
        let number = plan.hires.iter().find(same).map_or(0, |one| one.number);
        let column = &mut lp.columns[hire.var.0];
        (column.lower, column.upper) = (number.into(), number.into());
    }
    // Nobody else is put onto a seat that is not worth her move.
    let goals = [GoalId::FarMoves, GoalId::ShareOnly, GoalId::EmptyPosts];
    let outcome = solve(&lp, &goals, &Options::default(), &Silent);
    lp.goal_value(GoalId::EmptyPosts, &outcome.point.unwrap())
}

/// One move held against the auditor's word on the plan without it.
fn agrees_with_the_auditor(before: &Audit, after: &Audit, loss: &LossDoc) {
    let more = |code: &str| short(after, code) - short(before, code);
    // Subjects that are not opened stand beside the posts, in the same goal or in one of their own.
    let apart: i64 = SUBJECTS
        .iter()
        .map(|code| in_goal(after, code) - in_goal(before, code))
        .sum();
    let weighted = (uncovered(after) - uncovered(before) - apart).max(0);
    assert_eq!(loss.weighted, weighted, "{loss:?}");
    // Of two who change places it may be the other one who counts: then the rule stands among the others.
    let of_both = |rule: &str| {
        let mut rules = loss.rules.iter();
        loss.with.is_some() && rules.any(|one| one.rule == rule)
    };
    let share = loss.share.is_some() || of_both("rotation_share");
    assert_eq!(share, more("R03") > 0, "{loss:?}");
    let backbone = loss.backbone.is_some() || of_both("backbone_share");
    assert_eq!(backbone, more("R04") > 0, "{loss:?}");
    assert_eq!(loss.title_year, more("R13") > 0, "{loss:?}");
    let unopened = more("R08").max(more("R09"));
    assert_eq!(!loss.unopened.is_empty(), unopened > 0, "{loss:?}");
    assert_eq!(!loss.indicators.is_empty(), more("R25") > 0, "{loss:?}");
}

fn uncovered(judged: &Audit) -> i64 {
    judged.goals.get(&GoalId::EmptyPosts).copied().unwrap_or(0)
}

/// Rules that ask for subjects.
const SUBJECTS: [&str; 2] = ["R08", "R09"];

/// By how much a rule is missed, where that is an amount of the goal of posts.
fn in_goal(judged: &Audit, code: &str) -> i64 {
    let counts = |one: &&Judgement| {
        let card = lungang::rules::card(one.rule.key()).unwrap();
        one.force == Force::Goal && card.goal == GoalId::EmptyPosts
    };
    let rule = rule(judged, code).filter(counts);
    rule.map_or(0, |one| one.shortfall)
}

/// Reasons and loss of every mover.
fn told(name: &str) -> Vec<(String, Vec<Reason>, LossDoc)> {
    let checked = checked(name);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let plan = decided(&facts);
    let before = audit(&facts, &bare(&plan.placement));
    let all = Losses::new(&facts, &plan.placement, &plan.judged.rules);
    let one = |one: &PlannedMove| {
        let (loss, staying) = (all.of(one), all.staying(one));
        let after = audit(&facts, &staying);
        agrees_with_the_auditor(&before, &after, &loss);
        // Nobody could be seated better than is reckoned.
        let solved = best_seats(&facts, &staying);
        let id = facts.roster.teacher_id(one.teacher);
        assert_eq!(uncovered(&after), solved, "{name} {id}: {loss:?}");
        (id, all.reasons(one, &loss), loss)
    };
    plan.placement.moves.par_iter().map(one).collect()
}

#[test]
fn what_is_lost_is_what_the_auditor_and_the_program_say() {
    let mut seen: BTreeMap<Reason, usize> = BTreeMap::new();
    let mut spare = Vec::new();
    for name in SCENARIOS {
        for (id, reasons, loss) in told(name) {
            assert!(!reasons.is_empty(), "{name} {id}");
            assert_ne!(reasons, [Reason::Volunteer], "{name} {id}: never alone");
            if reasons.contains(&Reason::Spare) {
                spare.push((name, id.clone(), reasons.clone(), loss));
            }
            for one in reasons {
                *seen.entry(one).or_default() += 1;
            }
        }
    }
    assert!(spare.is_empty(), "moved for nothing: {spare:#?}");
    assert!(seen.len() > 4, "{seen:?}");
}

/// Who of those who move change places, in all scenarios, and the reasons of each.
#[test]
fn who_change_places_are_reckoned_together() {
    let mut pairs = 0;
    for name in SCENARIOS {
        let all = told(name);
        let of = |id: &str| all.iter().find(|one| one.0 == id).unwrap();
        for (id, reasons, loss) in &all {
            let Some(other) = &loss.with else {
                continue;
            };
            let (_, theirs, partner) = of(other);
            assert_eq!(partner.with.as_ref(), Some(id), "{name} {id}: {partner:?}");
            // What is gained where one goes is lost where the other came from.
            let fills = [reasons, theirs].map(|all| all.contains(&Reason::FillsPost));
            assert!(!(fills[0] && fills[1]), "{name} {id}: {loss:?} {partner:?}");
            pairs += 1;
        }
    }
    assert!(pairs > 1, "nobody changes places");
}

/// The county of a test of shares with another share.
fn asking(share: &str) -> Checked {
    let edit = format!("rules.rotation_share.at_least={share}");
    checked("national").with_rules(&[edit.parse().unwrap()])
}

/// A share is the reason of everybody who counts in it, or of nobody: it has nothing to spare, or it has.
fn share_is_a_reason(share: &str) -> bool {
    let checked = asking(share);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let plan = decided(&facts);
    let all = Losses::new(&facts, &plan.placement, &plan.judged.rules);
    let judged = rule(&plan.judged, "R03").unwrap();
    let spare = judged.actual - judged.need;
    for one in &plan.placement.moves {
        let loss = all.of(one);
        let counts = |who: &TeacherNo| judged.counted.contains(who);
        let other = loss.with.as_ref().map(|id| facts.roster.find_teacher(id));
        let both = 1 + i64::from(other.flatten().is_some_and(|who| counts(&who)));
        let missed = counts(&one.teacher) && spare < both;
        assert_eq!(loss.share.is_some(), missed, "{loss:?}");
        let said = all.reasons(one, &loss).contains(&Reason::RotationShare);
        assert_eq!(said, loss.share.is_some(), "{loss:?}");
    }
    spare == 0
}

#[test]
fn a_share_with_room_to_spare_is_no_reason() {
    // So many of so many rotate for the posts alone.
    let checked = asking("0");
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let plan = decided(&facts);
    let judged = rule(&plan.judged, "R03").unwrap();
    let binding = judged.measures.iter().find(|one| one.binds).unwrap();
    let (alone, of) = (binding.numerator, binding.denominator);
    assert!(alone > 1, "nobody rotates for the posts");
    let fewer = format!("{}/{of}", alone - 1);
    assert!(!share_is_a_reason(&fewer), "{fewer}: for the posts alone");
    let mut more = (alone + 1..alone + 4).map(|more| format!("{more}/{of}"));
    assert!(more.any(|more| share_is_a_reason(&more)), "for the share");
}

#[test]
fn reasons_that_do_not_hold_are_found() {
    let checked = checked("national");
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let program = build(&facts, false);
    let options = Options::default();
    let (doc, _) = written(&program, &decided(&facts), &checked.inputs, &options).unwrap();
    let found = |doc: &Plan| {
        let mut doc = doc.clone();
        doc.digest = lungang::plan::digest(&doc);
        let found = audit_bytes(&checked, &to_json(&doc), "plan.json")
            .findings
            .0;
        found.iter().filter(|one| one.code.id == "A30").count()
    };
    assert_eq!(found(&doc), 0);
    let mut claims = doc.clone();
    claims.moves[0].reasons = vec![Reason::RotationShare];
    assert_eq!(found(&claims), 1);
    let mut claims = doc.clone();
    if let Some(loss) = &mut claims.moves[0].loss {
        loss.periods += 1;
    }
    assert_eq!(found(&claims), 1);
    let mut fewer = doc;
    fewer.moves.iter_mut().for_each(|one| one.loss = None);
    assert_eq!(found(&fewer), 1, "what would be lost is not said");
}
