//! Planted conflicts: counties made up afresh, each made impossible on purpose by a rule that asks for
//! something and a rule that stops it. The rules that were planted are named every time, and what is
//! named cannot be made smaller.
//!
//! Pairs that are not here cannot quarrel by construction:
//! - Where nobody is moved or recruited, every rule holds that only stops: bans, locks, cap, travel,
//!   beds, running rotations, surplus first, last teacher, recruits and the quota of a school. So no
//!   two of them quarrel; one that asks has to be there.
//! - `certificates`, `counting_forms`, `preferences` and `fewest_moves` have no rows: what nobody may
//!   teach has no column, so leaving the rule out changes nothing.
//! - Whoever is pinned elsewhere may be moved, exempt or not: pins against `eligibility`.
//! - Whoever is exempt is not among the eligible backbone teachers: that share against locks, exemptions
//!   and running rotations.
//! - A closing school lets its people go whatever they carry, has no cap and keeps no posts, and whoever
//!   finds no post elsewhere is placed without one: closing against locks, exemptions, running rotations,
//!   `leavers_cap`, `last_teacher` and `arrivals_mix`. Nor does she count as rotating: closing against
//!   `backbone_share`. She brings her place of the quota: closing against `school_quota` and vacancies.
//! - Only net gains count against the quota, so that swaps satisfy every rule that asks for moves: it
//!   quarrels with a third rule only (bans). Schools given more than the
//!   county has are an error of the input.
//! - Whoever covers a post of another subject is off-subject wherever she is, moved or not: rules that
//!   ask for posts to be covered against `arrivals_mix` would have no plan by that rule alone.
#![allow(
    clippy::unnecessary_wraps,
    reason = "some plants find no occasion, and all have one shape"
)]

mod asks;
mod stops;

use crate::night::{by_night, whole};
use lungang::decide::conflict;
use lungang::domain::Roster;
use lungang::facts::Facts;
use lungang::generate::{Options as County, PlaceKind, generate};
use lungang::input::{Documents, Edit, load_documents};
use lungang::policy::{Force, RuleBook};
use lungang::run::check;
use lungang::solve::{Options, Silent};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use asks::Ask;
use stops::Stop;

/// What asks, and everything that stops it.
type Kind = (&'static str, Ask, &'static [(&'static str, Stop)]);

const KINDS: &[Kind] = &[
    (
        "share",
        asks::share,
        &[
            ("bans", stops::bans),
            ("cap", stops::cap),
            ("travel", stops::travel),
            ("beds", stops::beds),
            ("locks", stops::locks),
            ("exemptions", stops::exemptions),
            ("running", stops::running),
            ("stages", stops::stages),
            ("mix", stops::off_subject),
            ("backbone", stops::no_backbone),
        ],
    ),
    (
        "directional share",
        asks::directional_share,
        &[("quota and bans", stops::quota_of_receivers)],
    ),
    (
        "backbone share",
        asks::backbone,
        &[
            ("bans", stops::bans),
            ("cap", stops::cap),
            ("travel", stops::travel),
            ("beds", stops::beds),
            ("stages", stops::stages),
            ("mix", stops::off_subject),
        ],
    ),
    (
        "title year",
        asks::title,
        &[
            ("bans", stops::bans),
            ("pin", stops::pin_to_stay),
            ("cap", stops::cap),
            ("travel", stops::travel),
            ("beds", stops::beds),
            ("locks", stops::locks),
            ("exemptions", stops::exemptions),
            ("running", stops::running),
            ("stages", stops::stages),
            ("mix", stops::off_subject),
            ("backbone", stops::no_backbone),
            ("last teacher", stops::last_teacher),
            ("net loss", stops::net_loss),
        ],
    ),
    ("open subject", asks::open, COVER),
    ("village subject", asks::village, COVER),
    ("posts", asks::posts, COVER),
    (
        "subjects that nobody teaches",
        asks::unheld,
        &[
            ("nothing", stops::nothing),
            ("no vacancy", stops::no_vacancy),
            ("no contracts", stops::no_contracts),
            ("quota", stops::quota),
        ],
    ),
    (
        "mix",
        asks::mix,
        &[
            ("bans", stops::bans),
            ("cap", stops::cap),
            ("travel", stops::travel),
            ("beds", stops::beds),
            ("locks", stops::locks),
            ("exemptions", stops::exemptions),
            ("running", stops::running),
            ("stages", stops::stages),
            ("backbone", stops::no_backbone),
        ],
    ),
    (
        "closing",
        asks::closing,
        &[
            ("bans", stops::bans),
            ("travel", stops::travel),
            ("beds", stops::beds),
            ("stages", stops::stages),
        ],
    ),
    (
        "pins",
        asks::pin,
        &[
            ("cap", stops::cap),
            ("travel", stops::travel),
            ("beds", stops::beds),
            ("locks", stops::locks),
            ("running", stops::running),
            ("stages", stops::stages),
            ("mix", stops::off_subject),
            ("backbone", stops::no_backbone),
            ("quota", stops::quota_without_swaps),
            ("last teacher", stops::last_teacher),
            ("net loss", stops::net_loss),
        ],
    ),
];

/// What stops a post from being covered from outside.
const COVER: &[(&str, Stop)] = &[
    ("bans", stops::bans),
    ("cap", stops::cap),
    ("travel", stops::travel),
    ("beds", stops::beds),
    ("locks", stops::locks),
    ("exemptions", stops::exemptions),
    ("running", stops::running),
    ("stages", stops::stages),
    ("backbone", stops::no_backbone),
];

/// Counties for each kind, by day and by night.
const SEEDS: [u64; 2] = [3, 8];

/// Conflicts that must be left when some counties give no occasion.
const ENOUGH: [usize; 2] = [180, 500];

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

/// A made-up county of ten schools, before its officer decided on anybody.
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
    let manifest = documents.files.get_mut("scenario.toml").unwrap();
    let decisions = manifest.windows(3).position(|bytes| bytes == b"\n[[");
    manifest.truncate(decisions.unwrap_or(manifest.len()));
    documents
}

/// Whether nothing but the planted rules is named, when all of them are; none where the county gives no occasion.
fn planted(name: &str, ask: Ask, stop: Stop, seed: u64) -> Option<Result<bool, String>> {
    let mut documents = county(seed);
    let base = check(&documents);
    let (roster, book) = base
        .ready()
        .unwrap_or_else(|| panic!("{:#?}", base.findings));
    let facts = Facts::new(roster, book);
    let (asks, mut edits, who) = ask(&facts, seed)?;
    let (stops, more) = stop(&facts, who, seed)?;
    edits.extend(more);
    // What stops may change again what was changed to ask: each is a say of its own, the later one holds.
    for (no, edit) in edits.iter_mut().enumerate() {
        edit.place.file = format!("change {no}");
    }
    documents.edits = edits;
    let rules: BTreeSet<&str> = stops.iter().copied().chain([asks]).collect();
    let checked = check(&documents);
    let Some((roster, book)) = checked.ready() else {
        let errors = checked.findings.0.iter();
        let errors = errors.filter(|one| one.severity == lungang::finding::Severity::Error);
        let codes: BTreeSet<_> = errors.map(|one| one.code.id).collect();
        return Some(Err(format!("{name} {seed}: input errors {codes:?}")));
    };
    let facts = Facts::new(roster, book);
    let Some(found) = conflict(&facts, &Options::default(), &Silent).unwrap() else {
        return Some(Err(format!("{name} {seed}: there is a plan")));
    };
    let named: BTreeSet<&str> = found.members.iter().map(|one| one.rule.key()).collect();
    Some(if rules.is_subset(&named) {
        shows(roster, book, &found).map(|()| named.len() == rules.len())
    } else {
        Err(format!("{name} {seed}: planted {rules:?}, named {named:?}"))
    })
}

/// Each rule of a conflict says where, or whom, it is about.
fn shows(
    roster: &Roster,
    book: &RuleBook,
    found: &lungang::decide::Conflict,
) -> Result<(), String> {
    for one in &found.members {
        if one.places.is_empty() && one.people.is_empty() && !NOWHERE.contains(&one.rule.key()) {
            return Err(format!("{}: no place and nobody", one.rule));
        }
        let known = |id: &String| roster.find_teacher(id).is_some();
        if !one.people.iter().all(known) || book.force(one.rule) != Force::Must {
            return Err(format!("{}: {:?}", one.rule, one.people));
        }
    }
    Ok(())
}

/// Rules that take columns away rather than add rows: too far, no such stage, no contracts.
const NOWHERE: &[&str] = &["travel_limit", "surplus_first", "recruits"];

#[test]
fn planted_conflicts_are_named() {
    let seeds = by_night(SEEDS[0], SEEDS[1]);
    let mut cases = Vec::new();
    for (asks, ask, all) in KINDS {
        for (stops, stop) in *all {
            let name = format!("{asks} against {stops}");
            cases.extend((0..seeds).map(|seed| (name.clone(), *ask, *stop, seed)));
        }
    }
    let all: Vec<(String, Option<_>)> = cases
        .into_par_iter()
        .map(|(name, ask, stop, seed)| {
            let found = planted(&name, ask, stop, seed);
            (name, found)
        })
        .collect();
    let mut of_kind: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, found) in &all {
        *of_kind.entry(name).or_default() += usize::from(found.is_some());
    }
    let all: Vec<_> = all.iter().filter_map(|(_, found)| found.as_ref()).collect();
    let wrong: Vec<_> = all.iter().filter_map(|one| one.as_ref().err()).collect();
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        all.len()
    );
    let each = of_kind.values().all(|number| *number > 0);
    assert!(each || !whole(), "{of_kind:#?}");
    let enough = by_night(ENOUGH[0], ENOUGH[1]);
    assert!(all.len() >= enough, "{} planted: {of_kind:#?}", all.len());
    let exact = all.iter().filter(|one| matches!(one, Ok(true))).count();
    assert_eq!(exact, all.len(), "nothing but what was planted is named");
}
