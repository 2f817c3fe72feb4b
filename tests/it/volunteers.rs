//! Who goes first: volunteering changes only what moves to her own wishes cost, is never worse for her than
//! not having volunteered, and no equal is drafted before her.

use crate::by_name::ByName;
use crate::generate::county;
use crate::patched::patched;
use lungang::audit::audit;
use lungang::domain::{NOTHING_MORE, Roster, SchoolNo, TeacherNo};
use lungang::facts::{Facts, Placement, willing};
use lungang::generate::generate;
use lungang::input::{Documents, load_documents};
use lungang::policy::{GoalId, RuleBook};
use lungang::rules::{alike, build, goals};
use lungang::run::{Checked, check};
use lungang::solve::{Options, Silent, solve};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

fn scenario(name: &str) -> Checked {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    check(&load_documents(&[folder.join("scenarios").join(name)]).unwrap())
}

fn made_up(seed: u64) -> Checked {
    let tables = generate(&county(80, 8, seed));
    let files = tables
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()));
    check(&Documents {
        files: files.collect(),
        ..Documents::default()
    })
}

/// Who goes where, proved; nothing where no plan obeys every must-rule.
fn planned(facts: &Facts<'_>) -> Option<Placement> {
    let program = build(facts, false);
    let goals = goals(facts);
    let outcome = solve(&program.lp, &goals, &Options::default(), &Silent);
    Some(program.placement(&outcome.point?))
}

/// What somebody who asked for some schools gets: sent there 0, left where she is 1, sent elsewhere 2.
fn outcome(plan: &Placement, who: TeacherNo, asked: &[SchoolNo]) -> u8 {
    match plan.move_of(who) {
        None => 1,
        Some(one) if asked.contains(&one.to) => 0,
        Some(_) => 2,
    }
}

/// The schools to which somebody wants to go.
fn asked(facts: &Facts<'_>, who: TeacherNo) -> Vec<SchoolNo> {
    let schools = facts.roster.school_nos();
    schools.filter(|to| willing(facts, who, *to)).collect()
}

/// The same county in which she never volunteered.
fn unasked(roster: &Roster, who: TeacherNo) -> Roster {
    let mut roster = roster.clone();
    let one = &mut roster.teachers[who.0];
    one.volunteer = false;
    one.wishes.clear();
    roster
}

fn volunteers(facts: &Facts<'_>) -> Vec<TeacherNo> {
    let all = facts.roster.teacher_nos();
    let asks = |who: &TeacherNo| {
        let one = facts.roster.teacher(*who);
        (one.volunteer || !one.wishes.is_empty()) && facts.stands(*who).base.is_some()
    };
    all.filter(asks).collect()
}

/// At most so many of them, from all over the list.
fn some(all: &[TeacherNo], most: usize) -> Vec<TeacherNo> {
    let step = all.len().div_ceil(most).max(1);
    all.iter().copied().step_by(step).collect()
}

/// Nobody is sent without having asked while an equal who asked for that school stays: neither by the
/// classes of the program nor in the auditor's own words.
fn nobody_is_drafted_first(facts: &Facts<'_>, plan: &Placement, name: &str) {
    for class in alike(facts) {
        for one in class.iter().filter_map(|who| plan.move_of(*who)) {
            let stays = |who: &&TeacherNo| plan.move_of(**who).is_none();
            let first = class
                .iter()
                .filter(stays)
                .find(|who| willing(facts, **who, one.to));
            let asked = willing(facts, one.teacher, one.to) || facts.must_leave(one.teacher);
            assert!(asked || first.is_none(), "{name}: {one:?} before {first:?}");
        }
    }
    let found = audit(facts, plan).findings;
    let first = found.0.iter().find(|one| one.code.id == "R20b");
    assert!(first.is_none(), "{name}: {first:?}");
}

/// Solves with and without each of some volunteers; how many wishes were granted.
fn never_worse(name: &str, (roster, book): (&Roster, &RuleBook), most: usize) -> usize {
    let facts = Facts::new(roster, book);
    let Some(plan) = planned(&facts) else {
        return 0;
    };
    nobody_is_drafted_first(&facts, &plan, name);
    let granted = plan.moves.iter();
    let granted = granted
        .filter(|one| willing(&facts, one.teacher, one.to))
        .count();
    for who in some(&volunteers(&facts), most) {
        let asked = asked(&facts, who);
        let other = unasked(roster, who);
        let Some(without) = planned(&Facts::new(&other, book)) else {
            // Only whoever need not go makes something possible by offering to.
            assert!(facts.stands(who).by_wish, "{name}: no plan without {who:?}");
            continue;
        };
        let (with, without) = (outcome(&plan, who, &asked), outcome(&without, who, &asked));
        let id = roster.teacher_id(who);
        assert!(
            with <= without,
            "{name}: {id} has {with}, without having asked {without}"
        );
    }
    granted
}

#[test]
fn volunteering_is_never_worse_for_her_in_the_counties_that_are_shipped() {
    let all = SCENARIOS.par_iter().map(|name| {
        let checked = scenario(name);
        never_worse(name, checked.ready().unwrap(), 4)
    });
    assert!(all.sum::<usize>() > 0, "no wish is granted anywhere");
}

#[test]
fn volunteering_is_never_worse_for_her_in_made_up_counties() {
    let all = (1..=20u64).into_par_iter().map(|seed| {
        let checked = made_up(seed);
        never_worse(&format!("seed {seed}"), checked.ready().unwrap(), 3)
    });
    assert!(all.sum::<usize>() > 0, "no wish is granted anywhere");
}

/// Nine teachers of maths alike in all but how long they have been there, and posts for some of them at two
/// village schools; some of them ask for one of the two, for both or for any.
fn nine(wishes: [&str; 9]) -> (Roster, RuleBook) {
    let mut changes: Vec<String> = Vec::new();
    for (no, wish) in (11..).zip(wishes) {
        let volunteer = if wish.is_empty() { "" } else { "yes" };
        let wish = wish.trim_start_matches("any");
        changes.push(format!(
            "teachers.+=T{no},数{no},male,1984-06,bachelor,on_quota,S1,,teacher,primary,maths,,primary,\
             maths,first,2018-12,none,20{}-09,2007-09,active,,{volunteer},{wish},3,,,,",
            no - 1
        ));
    }
    for rule in [
        "leavers_cap",
        "backbone_share",
        "school_quota",
        "travel_limit",
    ] {
        changes.push(format!("policy.{rule}.force=off"));
    }
    let classes = ["20"; 9].join(";");
    changes.push(format!("classes.S2.pupils={classes}"));
    changes.push("recruits.R1=-".into());
    patched("tests/golden/rules/base", &changes)
}

#[test]
fn among_equals_those_who_asked_go_first_and_then_the_longest_there() {
    let cases = [
        ["", "", "", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", "", "S2"],
        ["S3", "", "", "", "", "", "", "S2", "any"],
        ["S3", "S3", "S3", "S3", "S3", "S3", "S3", "S3", "S3"],
        ["", "S2;S3", "", "S2", "", "S3", "", "any", ""],
    ];
    let mut gone = Vec::new();
    for wishes in cases {
        let (roster, book) = nine(wishes);
        let facts = Facts::new(&roster, &book);
        let plan = planned(&facts).unwrap();
        let goes = |no: &usize| {
            plan.move_of(roster.find_teacher(&format!("T{}", no + 11)).unwrap())
                .is_some()
        };
        let going: Vec<usize> = (0..9).filter(goes).collect();
        assert!((1..9).contains(&going.len()), "{wishes:?}: {going:?}");
        never_worse(&format!("{wishes:?}"), (&roster, &book), 9);
        gone.push(going);
    }
    // Without wishes the longest there go; the one who was there last goes before them when she asks.
    let (longest, asked) = (&gone[0], &gone[1]);
    assert!(
        longest.iter().enumerate().all(|(place, no)| place == *no),
        "{longest:?}"
    );
    assert!(asked.contains(&8), "{asked:?}");
    let others: Vec<usize> = asked.iter().copied().filter(|no| *no != 8).collect();
    assert!(
        others.iter().enumerate().all(|(place, no)| place == *no),
        "{asked:?}"
    );
}

/// What each goal makes of each possible move of each person.
fn costs(facts: &Facts<'_>) -> BTreeMap<(GoalId, TeacherNo, SchoolNo), i64> {
    let program = build(facts, false);
    let mut all = BTreeMap::new();
    for arc in &program.arcs {
        let of_policy = program.lp.goals.iter();
        for (goal, terms) in of_policy.filter(|one| *one.0 != GoalId::Canonical) {
            let of_arc = terms
                .terms
                .iter()
                .filter(|(var, _)| *var == arc.var || *var == program.leaves[arc.ty]);
            let cost = of_arc.map(|(_, cost)| cost).sum();
            let members = program.types[arc.ty].members.iter();
            all.extend(members.map(|who| ((*goal, *who, arc.to), cost)));
        }
    }
    all
}

#[test]
fn volunteering_changes_only_what_moves_to_her_wishes_cost() {
    let mut tried = 0;
    let shipped = SCENARIOS.map(scenario);
    for checked in shipped.into_iter().chain((1..=6).map(made_up)) {
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let with = costs(&facts);
        let due = |who: &TeacherNo| facts.stands(*who).movable && !facts.stands(*who).by_wish;
        let people: Vec<TeacherNo> = volunteers(&facts).into_iter().filter(due).collect();
        for who in some(&people, 4) {
            let roster = unasked(facts.roster, who);
            let other = Facts::new(&roster, facts.book);
            let without = costs(&other);
            assert_eq!(with.len(), without.len());
            let draft = facts.book.count("preferences", "draft_minutes");
            for (key, before) in &without {
                let (goal, mover, to) = *key;
                let asked = mover == who && willing(&facts, who, to) && !willing(&other, who, to);
                let less = if asked && goal == GoalId::Burden {
                    draft
                } else {
                    0
                };
                // A move that she wished need not gain what another must.
                let one = facts.roster.teacher(who);
                let named = one.volunteer && one.wishes.contains(&to);
                let after = if asked && named && goal == GoalId::EmptyPosts {
                    assert!(*before >= 0, "{key:?}");
                    0
                } else {
                    before - less
                };
                assert_eq!(with[key], after, "{key:?}");
            }
            tried += 1;
        }
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn whoever_need_not_go_stays_or_goes_to_a_school_of_her_wish() {
    for (wish, goes) in [("", false), ("S2", true), ("S4", false)] {
        let (mut roster, book) = nine(["", wish, "", "", "", "", "", "", ""]);
        let who = roster.find_teacher("T12").unwrap();
        roster.teachers[who.0].volunteer = true;
        let hardship = lungang::domain::Protection::find("hardship").unwrap();
        roster.teachers[who.0].protections = vec![hardship];
        let facts = Facts::new(&roster, &book);
        assert!(!facts.stands(who).eligible);
        let plan = planned(&facts).unwrap();
        let to = plan
            .move_of(who)
            .map(|one| roster.school(one.to).id.as_str());
        assert_eq!(to, goes.then_some("S2"), "{wish}");
    }
}
