//! A person moved by hand in a plan: the plan reads back, is judged, says which posts changed; there and back
//! is the plan as it was.

use lungang::decide::{Did, Relocated, Relocator};
use lungang::domain::{NOTHING_MORE, SchoolNo, TeacherNo};
use lungang::facts::{Facts, Placement, PostNo};
use lungang::plan::{Plan, digest, placement};
use lungang::run::{Checked, check};
use lungang::solve::Options;
use lungang::text::Lang;
use rayon::prelude::*;
use std::fs;
use std::path::Path;

fn shipped(name: &str) -> (Checked, Plan) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name);
    let documents = lungang::run::load(std::slice::from_ref(&folder)).unwrap();
    let bytes = fs::read(folder.join("expected/plan.json")).unwrap();
    (check(&documents), serde_json::from_slice(&bytes).unwrap())
}

fn read(facts: &Facts<'_>, plan: &Plan) -> Placement {
    let (placed, findings) = placement(facts, plan);
    assert!(findings.0.is_empty(), "{findings:?}");
    placed
}

/// The posts in which two plans differ, as special approvals name them.
fn changed_posts(facts: &Facts<'_>, one: &Placement, other: &Placement) -> Vec<String> {
    let differ = |no: &PostNo| one.fills[no.0] != other.fills[no.0];
    let posts = facts.post_nos().filter(differ);
    posts.map(|no| facts.post_site(no)).collect()
}

/// Every post that changed is named, and nothing else is said of posts.
fn says_every_post(facts: &Facts<'_>, was: &Placement, moved: &Relocated) {
    let of_posts = |did: Did| matches!(did, Did::LeavesPost | Did::TakesPost);
    let steps = moved.steps.iter().filter(|step| of_posts(step.did));
    let mut named: Vec<String> = steps.map(|step| step.place.clone()).collect();
    let mut changed = changed_posts(facts, was, &read(facts, &moved.plan));
    named.sort();
    changed.sort();
    assert_eq!(named, changed, "{:?}", moved.steps);
    for step in &moved.steps {
        for lang in [Lang::Zh, Lang::En] {
            let words = step.says(facts, lang);
            assert!(!words.contains(['{', '}']), "{words}");
        }
    }
}

/// The school to which somebody is moved: the next one in the order of the table.
fn elsewhere(facts: &Facts<'_>, at: SchoolNo) -> SchoolNo {
    SchoolNo((at.0 + 1) % facts.roster.schools.len())
}

fn there_and_back(desk: &Relocator<'_>, facts: &Facts<'_>, plan: &Plan, who: TeacherNo) {
    let first = read(facts, plan);
    let at = first.next(facts)[who.0].unwrap();
    let to = elsewhere(facts, at);
    let moved = desk.relocate(plan, who, to).unwrap().unwrap();
    let there = read(facts, &moved.plan);
    assert_eq!(there.next(facts)[who.0], Some(to));
    assert_eq!(digest(&moved.plan), moved.plan.digest);
    assert_eq!(moved.plan.outcome.ended, None);
    let rules = moved
        .judged
        .rules
        .iter()
        .map(|one| (one.rule.key(), one.holds));
    let told = moved
        .plan
        .rules
        .iter()
        .map(|one| (one.id.as_str(), one.holds));
    assert!(rules.eq(told));
    says_every_post(facts, &first, &moved);
    let back = desk.relocate(&moved.plan, who, at).unwrap().unwrap();
    assert_eq!(read(facts, &back.plan), first, "{who:?}: {:?}", back.steps);
    says_every_post(facts, &there, &back);
}

/// Every mover and some of those who stay.
fn people(facts: &Facts<'_>, first: &Placement) -> Vec<TeacherNo> {
    let movers = first.moves.iter().map(|one| one.teacher);
    let stays = |who: &TeacherNo| {
        let stand = facts.stands(*who);
        stand.movable && stand.base.is_some() && first.move_of(*who).is_none()
    };
    let stayers = facts.roster.teacher_nos().filter(stays).step_by(7).take(6);
    movers.chain(stayers).collect()
}

fn everybody_there_and_back(name: &str) {
    let (checked, plan) = shipped(name);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let (desk, findings) = Relocator::new(&facts, &plan, &Options::default()).unwrap();
    assert!(findings.0.is_empty(), "{findings:?}");
    let first = read(&facts, &plan);
    let whom = people(&facts, &first);
    assert!(whom.len() > first.moves.len());
    whom.into_par_iter()
        .for_each(|who| there_and_back(&desk, &facts, &plan, who));
    let someone = first.moves[0].teacher;
    let here = first.moves[0].to;
    assert!(desk.relocate(&plan, someone, here).unwrap().is_none());
}

#[test]
fn people_of_a_township_are_moved_there_and_back() {
    everybody_there_and_back("township");
}

#[test]
fn people_of_a_county_with_lessons_and_visits_are_moved_there_and_back() {
    everybody_there_and_back("dehua");
}
