//! A plan to hand on (脱敏): the same decisions with pseudonyms (代号) in the place of the names and ids of
//! people and schools, for support, for research, for a public hearing.
//!
//! The title of the county, the names of policy files, and sources other than national ones are replaced too, since
//! they name the place; the finished documents are searched for what they must not say.
//!
//! Kept back besides: where people live and schools lie, months of birth, what protects a person in her own
//! life, who decided what and why, the lottery's seed and the digests of the input, which would let somebody
//! test a guess. All other figures stay, so whoever knows a school well may still know it by its size.

mod alias;
mod county;
mod lists;
mod masks;
mod search;
mod sources;

pub use search::{Found, Real, says_an_alias};
pub use sources::redacted_book;

use crate::audit;
use crate::domain::Roster;
use crate::facts::{Exemption, Facts, PERSONAL_WORDS};
use crate::finding::About;
use crate::plan::{FindingDoc, Plan, digest, made};
use masks::Masks;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Findings that say by their kind alone what protects somebody.
const TELLING: &[&str] = &["R16b"];

/// Roster and plan with pseudonyms, the same for every plan of a roster. The verdicts of the rules are those
/// of the plan that was judged; findings are made anew from what is left, none that was not there before.
pub fn redacted(facts: &Facts<'_>, doc: &Plan) -> (Roster, Plan) {
    let masks = Masks::new(facts.roster);
    let other = county::masked(facts, &masks);
    let mut plan = doc.clone();
    lists::mask(&mut plan, &masks);
    let masked = Facts::new(&other, facts.book);
    plan.findings = findings(&masked, &plan, &masks, &doc.findings);
    plan.made = made(&plan);
    plan.digest = digest(&plan);
    (other, plan)
}

/// The same of the same decisions in a county with other names, see [`says_an_alias`].
pub fn redacted_alias(facts: &Facts<'_>, doc: &Plan) -> (Roster, Plan) {
    alias::planned(facts, doc, redacted)
}

/// What the auditor says of the plan with pseudonyms, as far as it was said of the plan before: of equals
/// another may come first there, since lots are drawn by staff id.
fn findings(
    facts: &Facts<'_>,
    plan: &Plan,
    masks: &Masks<'_>,
    before: &[FindingDoc],
) -> Vec<FindingDoc> {
    let told = before.iter().map(|one| {
        let about = one.about.as_ref().and_then(|about| masks.about(about));
        (one.code.as_str(), about)
    });
    let told: BTreeSet<(&str, Option<About>)> = told.collect();
    let (placement, _) = crate::plan::placement(facts, plan);
    let mut found = audit::audit(facts, &placement).findings.sorted();
    found.0.retain(|one| {
        told.contains(&(one.code.id, one.about.clone())) && !TELLING.contains(&one.code.id)
    });
    for one in &mut found.0 {
        one.blanks.values_mut().for_each(hush);
    }
    found.0.iter().map(FindingDoc::from).collect()
}

/// Says only that a reason is personal.
fn hush(fact: &mut Value) {
    let mut personal = Exemption::ALL.iter().filter(|one| one.is_personal());
    let known = personal.any(|one| *fact == json!(one.text()));
    if known {
        *fact = json!(PERSONAL_WORDS);
    } else if let Value::Array(all) = fact {
        all.iter_mut().for_each(hush);
        all.dedup();
    }
}
