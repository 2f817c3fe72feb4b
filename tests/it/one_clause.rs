//! One clause fails, and that one only: the proved plan of each local policy after a change that breaks a
//! single clause special to it, and what the officer is told. Rows are those of the domain notes.

use crate::night::by_night;
use lungang::decide::{conflict, repairs};
use lungang::facts::Facts;
use lungang::finding::{About, Finding};
use lungang::input::{Documents, Edit};
use lungang::plan::{FigureId, Plan, to_json};
use lungang::run::{Audited, audit_bytes, check, load};
use lungang::solve::{Options, Silent};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

mod cases;
use cases::{After, CASES, STOPS};

/// Rules of other clauses that decide on something of their own before or after the posts; without them
/// a change moves nobody but those whom its clause is about.
const ASIDE: &[&str] = &[
    "rules.leader_exchange.force=off",
    "rules.township_dormitories.force=off",
    "rules.class_splits.force=off",
];

fn documents(policy: &str, changes: &[&str]) -> Documents {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = load(&[root.join("scenarios").join(policy)]).unwrap();
    let all = ASIDE.iter().chain(changes);
    let all = all.enumerate().map(|(no, one)| {
        // What is changed may have been set before: each is a say of its own, the later one holds.
        let mut edit: Edit = one.parse().unwrap();
        edit.place.file = format!("change {no}");
        edit
    });
    documents.edits = all.collect();
    documents
}

fn planned(row: &str, documents: &Documents) -> Plan {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("one-clause")
        .join(row);
    crate::road::planned(documents, &out).doc
}

fn judged(documents: &Documents, doc: &Plan) -> Audited {
    audit_bytes(&check(documents), &to_json(doc), "plan.json")
}

/// Findings of rules, as kind, whom, and the whole sentence with its numbers.
fn of_rules(audited: &Audited) -> Vec<&Finding> {
    let all = audited.findings.0.iter();
    all.filter(|one| one.code.id.starts_with('R')).collect()
}

fn about(one: &Finding) -> &str {
    match &one.about {
        Some(About::School(id) | About::Teacher(id)) => id,
        _ => "county",
    }
}

/// Rules that held and do not any more.
fn newly_broken<'a>(before: &Audited, after: &'a Audited) -> BTreeSet<&'a str> {
    let held = before.audit.as_ref().unwrap().rules.iter();
    let held: BTreeSet<&str> = held
        .filter(|one| one.holds)
        .map(|one| one.rule.key())
        .collect();
    let now = after.audit.as_ref().unwrap().rules.iter();
    let broken = now.filter(|one| !one.holds && held.contains(one.rule.key()));
    broken.map(|one| one.rule.key()).collect()
}

#[test]
fn the_officer_is_told_of_this_clause_and_of_no_other() {
    let mut wrong = Vec::new();
    for (row, policy, given, change, after, expect) in CASES {
        let both: Vec<&str> = given.iter().chain([change]).copied().collect();
        let given = documents(policy, given);
        let doc = planned(&format!("{row}-before"), &given);
        let before = judged(&given, &doc);
        let changed = documents(policy, &both);
        let doc = match after {
            After::TheSamePlan => doc,
            After::NewPlan => planned(&format!("{row}-after"), &changed),
        };
        let now = judged(&changed, &doc);
        let known = of_rules(&before);
        let mut new = of_rules(&now);
        new.retain(|one| !known.contains(one));
        let told: Vec<_> = new.iter().map(|one| (one.code.id, about(one))).collect();
        let want: Vec<_> = expect.iter().map(|one| (one.0, one.1)).collect();
        let numbers = |one: &&Finding| {
            let said = one
                .blanks
                .iter()
                .filter_map(|(key, value)| Some((key, value.as_i64()?)));
            said.map(|(key, number)| format!("{key} {number}"))
                .collect::<Vec<_>>()
        };
        let all: Vec<_> = new.iter().map(numbers).collect();
        let as_told = new.iter().zip(*expect).all(|(one, (_, _, numbers))| {
            numbers
                .iter()
                .all(|(key, number)| one.blanks.get(*key).and_then(Value::as_i64) == Some(*number))
        });
        let codes: BTreeSet<&str> = told.iter().map(|one| one.0).collect();
        let broken = newly_broken(&before, &now);
        if told != want || !as_told || codes.len() != 1 || broken.len() > 1 {
            wrong.push(format!("{row}: {told:?} {all:?}, newly broken {broken:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A34: a letter or two of town teachers to villages are withdrawn by hand, which leaves fewer than are
/// asked; of some there would be enough in any direction, so the national clause is not hurt. Visits are left
/// aside: a village that does not get its music teacher is to be visited instead.
#[test]
fn the_share_of_anshan_has_a_direction() {
    // Of some share as many are asked of all as of those with a direction.
    let all = by_night(vec![4, 8], (3..15).collect());
    let mut shares = all
        .iter()
        .map(|share| format!("rules.rotation_share.at_least={share}%"));
    let found = shares.any(|share| withdrawn(&share) > 0);
    // The plans of this county have had no such letter since nobody is moved beside people to spare: then only what is
    // withdrawn in vain has been judged.
    println!("a letter for the direction alone: {found}");
}

/// Letters that can be withdrawn under a share: fewer go in the direction than are asked for, enough in any.
fn withdrawn(share: &str) -> usize {
    let no_visits = "rules.visiting_lessons.force=off";
    // Who comes counts on who leaves: without the worth of moves a letter may go alone.
    let no_worth = "rules.move_worth.force=off";
    let given = documents("anshan", &[no_visits, no_worth, share]);
    let doc = planned("A34-before", &given);
    let before = judged(&given, &doc);
    let need = doc.figure(FigureId::ShareNeed);
    let any = [
        "rules.rotation_share.direction=any",
        no_visits,
        no_worth,
        share,
    ];
    let any = documents("anshan", &any);
    let mut found = 0;
    for first in 0..doc.moves.len() {
        // One letter, or two.
        for second in first..doc.moves.len() {
            let mut edited = doc.clone();
            let gone = [first, second].map(|no| doc.moves[no].teacher.clone());
            edited.moves.retain(|one| !gone.contains(&one.teacher));
            let posts = edited.schools.iter_mut();
            for post in posts.flat_map(|school| &mut school.teaching_posts) {
                post.filled_by.retain(|one| !gone.contains(one));
            }
            let now = judged(&given, &edited);
            if newly_broken(&before, &now) != BTreeSet::from(["rotation_share"]) {
                continue;
            }
            let told = of_rules(&now);
            let told = told.iter().find(|one| one.code.id == "R03").unwrap();
            let number = |key| told.blanks.get(key).and_then(Value::as_i64);
            assert_eq!(about(told), "county");
            assert_eq!(number("need"), need);
            assert!(number("actual") < number("need"), "{gone:?}");
            let judged = judged(&any, &edited);
            let audit = judged.audit.as_ref().unwrap();
            let share = audit.rules.iter().find(|one| one.rule == "rotation_share");
            found += usize::from(share.unwrap().holds);
        }
    }
    found
}

#[test]
fn where_a_clause_leaves_no_plan_it_is_named_with_its_cheapest_approval() {
    let mut wrong = Vec::new();
    for (row, policy, changes, rules, (rule, place, amount)) in STOPS {
        let checked = check(&documents(policy, changes));
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let options = Options::default();
        let found = conflict(&facts, &options, &Silent).unwrap();
        let Some(found) = found else {
            wrong.push(format!("{row}: there is a plan"));
            continue;
        };
        let named: BTreeSet<&str> = found.members.iter().map(|one| one.rule.key()).collect();
        let clauses =
            |one: &lungang::decide::Member| one.clauses.iter().any(|clause| clause == row);
        let all = repairs(&facts, &options, &Silent).unwrap();
        let first = &all[0];
        let offered = first.reliefs.iter();
        let offered: Vec<_> = offered
            .map(|one| (one.rule.key(), one.about.as_str(), one.amount))
            .collect();
        if named != rules.iter().copied().collect()
            || !found.members.iter().any(clauses)
            || first.total != *amount
            || offered != [(*rule, *place, *amount)]
        {
            wrong.push(format!("{row}: {named:?}, {offered:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
