//! More than two hundred planted conflicts: counties made up afresh, each made impossible by two rules on
//! purpose. The rules that were planted are named every time, and what is named cannot be made smaller.
#![allow(
    clippy::unnecessary_wraps,
    reason = "some plants find no occasion, and all have one shape"
)]

use lungang::domain::{Roster, Status, Teacher};
use lungang::facts::Facts;
use lungang::generate::{Options as County, PlaceKind, generate};
use lungang::input::{Documents, Edit, load_documents};
use lungang::law::RuleBook;
use lungang::run::{self, check, conflict};
use lungang::solve::{Options, Silent};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Plants a conflict: the rules that quarrel, and the changes; none where this county has no occasion.
type Plant = fn(&Roster, u64) -> Option<(&'static [&'static str], Vec<Edit>)>;

const PLANTS: &[(&str, Plant)] = &[
    ("share against cap", share_against_cap),
    ("share against bans", share_against_bans),
    ("share against travel", share_against_travel),
    ("share against beds", share_against_beds),
    ("share against locks", share_against_locks),
    ("share against exemptions", share_against_exemptions),
    ("share against backbone", share_against_backbone),
    ("pins against cap", pins_against_cap),
    ("pins against beds", pins_against_beds),
    ("pins against travel", pins_against_travel),
    ("pins against last teacher", pins_against_last_teacher),
    ("subjects that nobody teaches", subjects_that_nobody_teaches),
];

/// Counties for each plant.
const SEEDS: u64 = 26;

/// Conflicts that must be left when some counties give no occasion.
const ENOUGH: usize = 200;

fn set(path: &str, value: &str) -> Edit {
    let parts: Vec<&str> = path.split('.').collect();
    Edit::set(&parts, value)
}

/// A decision of the officer about a teacher.
fn decide(table: &str, teacher: &str, school: &str) -> Edit {
    let cells = [
        ("teacher", teacher),
        ("school", school),
        ("reason", "用例"),
        ("author", "用例"),
    ];
    Edit::add(table, &cells)
}

/// Nobody, or nobody but one, may be moved.
fn ban_all(roster: &Roster, but: &str) -> Vec<Edit> {
    let others = roster.teachers.iter().filter(|one| one.id != but);
    others.map(|one| decide("bans", &one.id, "")).collect()
}

/// Someone drawn by lot, and a school where another teaches the same subject at the same stage.
fn pin_one(roster: &Roster, among: &[&Teacher], seed: u64) -> Option<(String, Edit)> {
    let one = among.get(usize::try_from(seed).ok()? % among.len().max(1))?;
    let to = roster.teachers.iter().find(|other| {
        (other.stage, other.subject) == (one.stage, one.subject)
            && other.work_school != one.work_school
            && !roster.school(other.work_school).closing
    })?;
    let to = &roster.school(to.work_school).id;
    Some((one.id.clone(), decide("pins", &one.id, to)))
}

/// Nothing protects her, and she works where her quota place is.
fn is_plain(one: &Teacher) -> bool {
    one.protections.is_empty()
        && one.bond_until.is_none()
        && !one.directed_title
        && one.status == Status::Active
        && one.quota_school == one.work_school
}

/// The share asks for people, and every other rule about numbers stands aside.
fn share(at_least: &str) -> Vec<Edit> {
    let mut edits = vec![
        set("rules.rotation_share.force", "must"),
        set("rules.rotation_share.at_least", at_least),
        set("rules.rotation_share.direction", "any"),
        set("rules.rotation_share.denominator", "before_exemptions"),
        set("rules.rotation_share.ongoing_counts", "no"),
    ];
    for rule in [
        "backbone_share",
        "leavers_cap",
        "arrivals_mix",
        "school_quota",
        "must_open_subjects",
        "village_subjects",
        "surplus_first",
        "last_teacher",
        "travel_limit",
        "dormitory_beds",
    ] {
        edits.push(set(&format!("rules.{rule}.force"), "off"));
    }
    edits
}

type Planted = Option<(&'static [&'static str], Vec<Edit>)>;

fn share_against_cap(_: &Roster, seed: u64) -> Planted {
    let mut edits = share(if seed.is_multiple_of(2) { "20%" } else { "10%" });
    edits.push(set("rules.leavers_cap.force", "must"));
    edits.push(set("rules.leavers_cap.at_most", "0%"));
    Some((&["rotation_share", "leavers_cap"], edits))
}

fn share_against_bans(roster: &Roster, _: u64) -> Planted {
    let mut edits = share("10%");
    edits.extend(ban_all(roster, ""));
    Some((&["rotation_share", "pins_and_bans"], edits))
}

fn far(edits: &mut Vec<Edit>) {
    edits.push(set("rules.travel_limit.minutes_at_most", "0"));
    edits.push(set("rules.travel_limit.unknown_is_far", "yes"));
    edits.push(set("schools.*.beds", "0"));
}

fn share_against_travel(_: &Roster, _: u64) -> Planted {
    let mut edits = share("10%");
    far(&mut edits);
    edits.push(set("rules.travel_limit.force", "must"));
    Some((&["rotation_share", "travel_limit"], edits))
}

fn share_against_beds(_: &Roster, _: u64) -> Planted {
    let mut edits = share("10%");
    far(&mut edits);
    edits.push(set("rules.dormitory_beds.force", "must"));
    Some((&["rotation_share", "dormitory_beds"], edits))
}

fn share_against_locks(_: &Roster, _: u64) -> Planted {
    let mut edits = share("10%");
    edits.push(set("rules.protected_teachers.locks", "pregnant,illness"));
    edits.push(set("teachers.*.protections", "illness"));
    Some((&["rotation_share", "protected_teachers"], edits))
}

fn share_against_exemptions(_: &Roster, _: u64) -> Planted {
    let mut edits = share("10%");
    edits.push(set("rules.protected_teachers.locks", "pregnant"));
    edits.push(set("rules.eligibility.exempt", "hardship"));
    edits.push(set("teachers.*.protections", "hardship"));
    edits.push(set("teachers.*.volunteer", "否"));
    Some((&["rotation_share", "eligibility"], edits))
}

fn share_against_backbone(_: &Roster, _: u64) -> Planted {
    let mut edits = share("10%");
    edits.push(set("rules.backbone_share.force", "must"));
    edits.push(set("rules.backbone_share.of", "movers"));
    edits.push(set("rules.backbone_share.at_least", "100%"));
    edits.push(set("teachers.*.backbone", "none"));
    Some((&["rotation_share", "backbone_share"], edits))
}

/// Somebody pinned to another school of her own stage and subject.
fn pin(roster: &Roster, seed: u64) -> Option<Vec<Edit>> {
    let plain: Vec<_> = roster.teachers.iter().filter(|one| is_plain(one)).collect();
    let mut edits = share("0%");
    edits.push(pin_one(roster, &plain, seed)?.1);
    Some(edits)
}

fn pins_against_cap(roster: &Roster, seed: u64) -> Planted {
    let mut edits = pin(roster, seed)?;
    edits.push(set("rules.leavers_cap.force", "must"));
    edits.push(set("rules.leavers_cap.at_most", "0%"));
    Some((&["pins_and_bans", "leavers_cap"], edits))
}

fn pins_against_beds(roster: &Roster, seed: u64) -> Planted {
    let mut edits = pin(roster, seed)?;
    far(&mut edits);
    edits.push(set("rules.dormitory_beds.force", "must"));
    Some((&["pins_and_bans", "dormitory_beds"], edits))
}

fn pins_against_travel(roster: &Roster, seed: u64) -> Planted {
    let mut edits = pin(roster, seed)?;
    far(&mut edits);
    edits.push(set("rules.travel_limit.force", "must"));
    Some((&["pins_and_bans", "travel_limit"], edits))
}

/// The only teacher of her subject pinned to another school; nobody else moves, and nobody is recruited.
fn pins_against_last_teacher(roster: &Roster, seed: u64) -> Planted {
    let place = |one: &Teacher| (one.work_school, one.stage, one.subject);
    let alone = |one: &&Teacher| {
        let same = roster.teachers.iter();
        is_plain(one) && same.filter(|other| place(other) == place(one)).count() == 1
    };
    let sole: Vec<_> = roster.teachers.iter().filter(alone).collect();
    let (who, pin) = pin_one(roster, &sole, seed)?;
    let mut edits = share("0%");
    edits.push(pin);
    edits.extend(ban_all(roster, &who));
    edits.push(set("recruits.*.number", "0"));
    edits.push(set("rules.last_teacher.force", "must"));
    Some((&["pins_and_bans", "last_teacher"], edits))
}

fn subjects_that_nobody_teaches(_: &Roster, _: u64) -> Planted {
    let mut edits = share("0%");
    edits.push(set("teachers.*.subject", "chinese"));
    edits.push(set("teachers.*.more_subjects", ""));
    edits.push(set("teachers.*.certified_subjects", "chinese"));
    edits.push(set("recruits.*.number", "0"));
    edits.push(set("rules.must_open_subjects.force", "must"));
    edits.push(set("rules.must_open_subjects.subjects", "maths"));
    edits.push(set("rules.teaching_posts.class_posts", "none"));
    edits.push(set("rules.teaching_posts.class_posts_below", "0"));
    Some((&["must_open_subjects"], edits))
}

/// A made-up county of ten schools.
fn county(seed: u64) -> Documents {
    let tables = generate(&County {
        teachers: 120,
        schools: 10,
        seed,
        base: Some("../national".into()),
        ..County::of(PlaceKind::National)
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/national");
    let mut documents = load_documents(&[folder]).unwrap();
    for (name, text) in tables {
        if Path::new(&name).extension().is_some_and(|end| end == "csv") {
            documents.files.insert(name, text.into_bytes());
        }
    }
    documents
}

/// Whether nothing but the planted rules is named, when all of them are; none where the county gives no occasion.
fn planted(name: &str, plant: Plant, seed: u64) -> Option<Result<bool, String>> {
    let mut documents = county(seed);
    let base = check(&documents);
    let (roster, _) = base
        .ready()
        .unwrap_or_else(|| panic!("{:#?}", base.findings));
    let (rules, edits) = plant(roster, seed)?;
    documents.edits = edits;
    let checked = check(&documents);
    let Some((roster, book)) = checked.ready() else {
        let codes: BTreeSet<_> = checked.findings.0.iter().map(|one| one.code.id).collect();
        return Some(Err(format!("{name} {seed}: input errors {codes:?}")));
    };
    let facts = Facts::new(roster, book);
    let found = conflict(&facts, &Options::default(), &Silent).unwrap();
    let found = found?;
    let named: BTreeSet<&str> = found.members.iter().map(|one| one.rule).collect();
    Some(if rules.iter().all(|rule| named.contains(rule)) {
        shows(roster, book, &found).map(|()| named.len() == rules.len())
    } else {
        Err(format!("{name} {seed}: planted {rules:?}, named {named:?}"))
    })
}

/// Each rule of a conflict says where, or whom, it is about.
fn shows(roster: &Roster, book: &RuleBook, found: &run::Conflict) -> Result<(), String> {
    for one in &found.members {
        if one.places.is_empty() && one.people.is_empty() && one.rule != "travel_limit" {
            return Err(format!("{}: no place and nobody", one.rule));
        }
        let known = |id: &String| roster.find_teacher(id).is_some();
        if !one.people.iter().all(known) || book.force(one.rule) != lungang::law::Force::Must {
            return Err(format!("{}: {:?}", one.rule, one.people));
        }
    }
    Ok(())
}

#[test]
fn two_hundred_planted_conflicts_are_named() {
    let cases: Vec<(&str, Plant, u64)> = PLANTS
        .iter()
        .flat_map(|(name, plant)| (0..SEEDS).map(move |seed| (*name, *plant, seed)))
        .collect();
    let all: Vec<_> = cases
        .into_par_iter()
        .filter_map(|(name, plant, seed)| planted(name, plant, seed))
        .collect();
    let wrong: Vec<_> = all.iter().filter_map(|one| one.as_ref().err()).collect();
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        all.len()
    );
    assert!(all.len() >= ENOUGH, "{} planted", all.len());
    // In a few counties a third rule has to quarrel too, such as where two schools lie at one place, so
    // that not every move is a far one.
    let exact = all.iter().flatten().filter(|exact| **exact).count();
    assert!(
        exact * 20 >= all.len() * 19,
        "{exact} of {} exact",
        all.len()
    );
}
