//! Every rule broken on purpose: proved plans are edited by hand in every way that a rule forbids,
//! each edit drawn by lot from a fixed seed, and the bytes of the edited document are audited as an
//! officer's would be. The auditor names the broken rule and whom it is about each time, and has
//! nothing to say against the unbroken plan.

mod balance;
mod county;
mod document;
mod draw;
mod edit;
mod leaders;
mod lessons;
mod people;
mod postings;
mod quota;
mod shares;
mod staffing;
mod titles;
mod visits;
mod workbook;

use crate::chinese::leaks;
use crate::night::by_night;
use county::{County, SHIPPED, Scene};
use draw::Draw;
use edit::Broken;
use lungang::finding::{Finding, Findings, Severity};
use lungang::input::sha256;
use lungang::plan::PLAN_CODES;
use lungang::policy::{Card, Force, GoalId};
use lungang::rules::cards;
use lungang::run::{Audited, RUN_CODES, audit_edited};
use lungang::text::Lang;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Breaks a proved plan in one way; `None` where this draw, or this county, gives no occasion.
type Breaker = fn(&Scene<'_>, &mut Draw) -> Option<Broken>;

const SEED: u64 = 20_260_831;
/// Draws of one breaker from each county, at most; mutations that are enough, by day and by night; the fewest of a
/// code; the fewest of all, by day and by night.
const DRAWS: usize = 60;
const ENOUGH: [usize; 2] = [5, 12];
const LEAST: usize = 5;
const OF_ALL: [usize; 2] = [300, 700];

/// What is worth knowing and breaks nothing: named, while the rule may well hold.
const REMARKS: &[&str] = &[
    "R06e", "R17b", "R18e", "R18f", "R18g", "R22", "R31e", "R36d", "R38d", "R42g",
];

const SIZES: &str =
    "classes and their pupils stand in the tables, stocks in the policy; no plan changes them";

const FAMILIES: &str = "nobody in these counties is entered as half of a couple or as a sole carer; cases of its own show it";

const ASKED: &str = "what the tables do not tell is asked before any plan";

const OLDER: &str = "plans of an older layout or of other tables have cases of their own";

/// What no plan can break, and why.
const NOT_OF_PLANS: &[(&str, &str)] = &[
    (
        "R01d",
        "who was pinned against the conditions stands among the decisions, not in a plan; cases of its own show it",
    ),
    (
        "R06b",
        "the quota of schools and the county total stand in the tables; whatever a plan says, they \
         add up or they do not",
    ),
    (
        "R06c",
        "no school of these counties has too many people but where its quota is cut; cases of its own show it",
    ),
    (
        "R06d",
        "when the totals were approved stands in the policy, and the year follows from the date",
    ),
    (
        "R20b",
        "hardly anybody in these counties is alike on file with a volunteer in all that counts; cases of \
         its own show it",
    ),
    (
        "R21c",
        "who is seconded stands in the tables; cases of its own show it",
    ),
    (
        "R42b",
        "at so many minutes a period no way in these counties is too long; cases of its own show it",
    ),
    ("I215", ASKED),
    ("I216", ASKED),
    ("I217", ASKED),
    ("A07", OLDER),
    ("A18", OLDER),
    ("R44", FAMILIES),
    ("R44b", FAMILIES),
    ("R23", SIZES),
    ("R23b", SIZES),
    ("R23c", SIZES),
    ("R23d", SIZES),
    ("R23e", SIZES),
    ("R24", SIZES),
    (
        "R41",
        "which classes are split is decided before any plan, from the tables and the policy",
    ),
    (
        "R31f",
        "when the totals were approved stands in the policy; no plan changes it",
    ),
    (
        "R30",
        "whether an applicant has done her training and teaches stands in the roster; no plan changes it",
    ),
    (
        "A16",
        "a workbook without the roll is no plan; a case of its own shows it",
    ),
    (
        "A74",
        "a document that goes with a plan is none; a case of its own shows it",
    ),
    ("A56", "the roster says it; a case of its own shows it"),
    ("A106", "the roster says it; a case of its own shows it"),
    ("A107", "of a roll alone; a case of its own shows it"),
    ("A108", "of the folder; a case of its own shows it"),
    (
        "A29",
        "a workbook without the sheet of posts; a case of its own shows it",
    ),
    (
        "A67",
        "a roll that is completed is a workbook; a case of its own shows it",
    ),
    (
        "A68",
        "a workbook without sheets of its own; a case of its own shows it",
    ),
    (
        "A69",
        "a share of full time is changed by no breaker; a case of its own shows it",
    ),
    (
        "A61",
        "whether the decisions file is there is seen when a plan is made anew; cases of their own show it",
    ),
    ("A62", "as A61"),
    ("A76", "as A61"),
    ("A78", "as A67, where time is short"),
    ("A63", "as A61"),
    ("A64", "as A61"),
    (
        "A48",
        "a plan without a record of what it was made with is planned from, not judged; a case of its own shows it",
    ),
    (
        "A49",
        "that only the plan claims a decision takes a decision; a case of its own shows it",
    ),
    (
        "A47",
        "that a study is about other people than its base is seen before any plan",
    ),
    (
        "A44",
        "special approvals stand in the scenario; that a word of theirs may mean two things does not depend on a plan",
    ),
    ("A45", "as A44, of its place"),
    ("A95", "as A46"),
    ("A96", "as A46"),
    ("A97", "as A46"),
    (
        "A46",
        "special approvals stand in the scenario; what their rules are in the policy does not depend on a plan",
    ),
    (
        "A15",
        "special approvals stand in the scenario; whether their rules exist does not depend on a plan",
    ),
];

fn breakers() -> Vec<(&'static str, Breaker)> {
    [
        people::BREAKERS,
        postings::BREAKERS,
        staffing::BREAKERS,
        quota::BREAKERS,
        shares::BREAKERS,
        balance::BREAKERS,
        titles::BREAKERS,
        leaders::BREAKERS,
        lessons::BREAKERS,
        visits::BREAKERS,
        document::BREAKERS,
    ]
    .concat()
}

/// What became of the mutations of one breaker.
struct Tried {
    code: &'static str,
    /// A digest of each mutated plan.
    plans: BTreeSet<String>,
    /// Of these, how many were judged alike in a workbook.
    in_workbooks: usize,
    wrong: Vec<String>,
}

#[test]
fn whatever_is_broken_on_purpose_is_named() {
    let mut counties: Vec<County> = SHIPPED.iter().map(|name| County::shipped(name)).collect();
    counties.push(County::decided());
    let scenes: Vec<_> = counties.iter().map(|one| (one, one.scene())).collect();
    let all: Vec<Tried> = breakers()
        .into_par_iter()
        .enumerate()
        .map(|(topic, (code, breaks))| tried(&scenes, topic, code, breaks))
        .collect();
    let mut distinct = BTreeSet::new();
    let mut hits: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &all {
        *hits.entry(one.code).or_default() += one.plans.len();
        distinct.extend(&one.plans);
    }
    let in_workbooks: usize = all.iter().map(|one| one.in_workbooks).sum();
    println!(
        "{} mutations, {in_workbooks} in workbooks: {hits:?}",
        distinct.len()
    );
    let of_all = by_night(OF_ALL[0], OF_ALL[1]);
    assert!(in_workbooks >= of_all, "only {in_workbooks} in workbooks");
    let wrong: Vec<_> = all.iter().flat_map(|one| &one.wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(
        distinct.len() >= of_all,
        "only {} mutations",
        distinct.len()
    );
    // Hardly any plan moves somebody whose post another there could take, few volunteers wish to go where a colleague of
    // their subject is, and few schools have an empty place for which a recruit is left.
    let enough = |(code, number): (&&str, &usize)| {
        *number
            >= if ["R18e", "R22", "R42g"].contains(code) {
                2
            } else {
                LEAST
            }
    };
    assert!(hits.iter().all(enough), "{hits:?}");
}

/// Draws once from each county in turn, until there are enough different mutations.
fn tried(
    scenes: &[(&County, Scene<'_>)],
    topic: usize,
    code: &'static str,
    breaks: Breaker,
) -> Tried {
    let card = card(code);
    let enough = by_night(ENOUGH[0], ENOUGH[1]);
    let mut draw = Draw::new(SEED, u64::try_from(topic).unwrap());
    let (mut plans, mut wrong, mut in_workbooks) = (BTreeSet::new(), Vec::new(), 0);
    for (county, scene) in (0..DRAWS).flat_map(|_| scenes) {
        let is_on = card.is_none_or(|card| scene.facts.book.is_on(card.id));
        if plans.len() == enough || !is_on {
            continue;
        }
        let Some(broken) = breaks(scene, &mut draw) else {
            continue;
        };
        if plans.insert(sha256(&broken.bytes)) {
            let after = audit_edited(&county.checked, &broken.bytes, "plan.json");
            if let Err(problem) = named(scene, (code, card), &broken, &after) {
                let (name, about) = (county.name, broken.about);
                wrong.push(format!("{name} {code} {about:?}: {problem}"));
            }
            let leaks = after.findings.0.iter().filter(|one| !leaks(one).is_empty());
            wrong.extend(leaks.map(|one| format!("{code}: a key in {}", one.says(Lang::Zh))));
            match workbook::taken(county, scene, &broken.bytes, &after) {
                Ok(taken) => in_workbooks += usize::from(matches!(taken, workbook::Taken::Alike)),
                Err(problem) => wrong.push(format!("{} {code}: {problem}", county.name)),
            }
        }
    }
    Tried {
        code,
        plans,
        in_workbooks,
        wrong,
    }
}

/// The rule that a kind of finding belongs to; a rule without kinds goes by its own number.
fn card(code: &str) -> Option<&'static Card> {
    let all = cards();
    let mut all = all.into_iter();
    all.find(|card| card.code == code || card.breaches.iter().any(|one| one.id == code))
}

/// Whether a rule has no kind of finding of its own number: then more of its goal is what is to be seen.
fn goes_by_its_number(card: &Card) -> bool {
    card.breaches.iter().all(|one| one.id != card.code)
}

/// Whether the auditor names what was broken.
fn named(
    scene: &Scene<'_>,
    (code, card): (&str, Option<&Card>),
    broken: &Broken,
    after: &Audited,
) -> Result<(), String> {
    let before = &scene.before;
    let codes: BTreeSet<&str> = after.findings.0.iter().map(|one| one.code.id).collect();
    // Two posts alike may lack somebody in the very same words: as often as before is not new.
    let times = |list: &Findings, one: &Finding| list.0.iter().filter(|two| *two == one).count();
    let fresh = |code: &str| {
        let found = after.findings.0.iter().find(|one| {
            let whom = broken.about.is_none() || one.about == broken.about;
            let new = || times(&after.findings, one) > times(&before.findings, one);
            one.code.id == code && whom && new()
        });
        found.ok_or_else(|| format!("no new {code} among {codes:?}"))
    };
    let (Some(was), Some(is)) = (&before.audit, &after.audit) else {
        // What is no plan cannot be judged any further.
        fresh(code)?;
        return if after.holds() {
            Err("it holds".into())
        } else {
            Ok(())
        };
    };
    if !codes.contains("A13") {
        return Err("the edit is not noticed".into());
    }
    if let Some(line) = is.rules.iter().find_map(crate::sense::senseless) {
        return Err(line);
    }
    let Some(card) = card else {
        let error = fresh(code)?.severity == Severity::Error;
        return if error && after.holds() {
            Err("it holds".into())
        } else {
            Ok(())
        };
    };
    if goes_by_its_number(card) && code == card.code {
        let amount = |audit: &lungang::audit::Audit| audit.goals.get(&card.goal).copied();
        let more = amount(is) > amount(was) && card.goal != GoalId::Shortfall;
        return more
            .then_some(())
            .ok_or_else(|| "no more of its goal".into());
    }
    let error = fresh(code)?.severity == Severity::Error;
    let of = |audit: &lungang::audit::Audit| {
        let all = audit.rules.iter();
        let mut all = all.filter(|one| one.rule == card.id);
        all.next().map(|one| (one.shortfall, one.holds, one.force))
    };
    let (Some(was), Some((shortfall, holds, force))) = (of(was), of(is)) else {
        return Err("it is not judged".into());
    };
    if REMARKS.contains(&code) {
        return Ok(());
    }
    // Somebody idle put on an empty post that she may not teach: one empty post fewer, one error
    // more. An error is enough by itself.
    if holds || (shortfall <= was.0 && !error) {
        return Err(format!("shortfall {} before, {shortfall} after", was.0));
    }
    if (error || force == Force::Must) && after.holds() {
        return Err("the plan holds".into());
    }
    Ok(())
}

/// A new kind of finding needs a breaker, or a reason why no plan can break it.
#[test]
fn every_kind_of_finding_has_a_breaker_or_a_reason_why_not() {
    let hit: BTreeSet<&str> = breakers().iter().map(|one| one.0).collect();
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    for card in cards() {
        if goes_by_its_number(card) {
            codes.insert(card.code);
        }
        codes.extend(card.breaches.iter().map(|one| one.id));
    }
    codes.extend(PLAN_CODES.iter().chain(RUN_CODES).map(|one| one.id));
    for (code, why) in NOT_OF_PLANS {
        assert!(codes.remove(code), "{code} is no kind of finding");
        assert!(!hit.contains(code), "{code} can be broken: {why}");
    }
    assert_eq!(hit, codes, "kinds of finding with a breaker, and all");
}
