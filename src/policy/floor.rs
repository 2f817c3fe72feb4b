//! Values of a policy that ask less than the national text does: a county may ask more, and whoever asks less should know
//! which document says otherwise. Only what the national text takes from a document that somebody has read counts.

use super::policy_codes::{FORCE_BELOW_NATIONAL, VALUE_BELOW_NATIONAL};
use super::policy_doc::Doc;
use super::shipped::NATIONAL;
use super::valid::in_force;
use super::{Card, Force, InForce, Param, RuleId, Value, Valued, Verified};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use indexmap::IndexMap;
use jiff::civil::Date;

/// Ends of keys, and keys, of which a smaller value asks less.
const FLOORS: &[&str] = &[
    "at_least",
    "degree_primary",
    "degree_junior",
    "backbone",
    "arts",
    "part_of_bar",
];
/// The same of which a larger value asks less.
const CAPS: &[&str] = &[
    "at_most",
    "pupils_per_staff_primary",
    "pupils_per_staff_junior",
    "pupils_per_staff_senior",
    "large_from",
    "super_from",
];
/// How the clauses of national documents begin.
const DOCUMENTS: &str = "N2";

/// What asks less than the national text, rule by rule; a rule that is off asks nothing whatever its values are.
pub(super) fn findings(
    cards: &[&'static Card],
    rules: &IndexMap<RuleId, InForce>,
    (national, date): (&Doc, Date),
    whole: &Place,
) -> Findings {
    let mut found = Findings::default();
    for card in cards {
        let (Some(rule), Some(said)) = (rules.get(&card.id), national.rules.get(&card.id)) else {
            continue;
        };
        let must = said.force == Some(Force::Must);
        let known = said.origin.verified.is_some_and(is_read);
        let clauses = said.origin.clauses.iter().flatten();
        let of_document = clauses.into_iter().any(|one| one.starts_with(DOCUMENTS));
        if must && known && of_document && rule.force != Force::Must {
            let blanks = blanks! {
                rule: card.id, title: card.title, force: rule.force.text(),
                source: said.origin.source,
            };
            found.push(Finding::new(&FORCE_BELOW_NATIONAL, blanks).at(whole.clone()));
        }
        for param in card.params.iter().filter(|_| rule.force != Force::Off) {
            let of_nation = in_force(param, &[said], date, &mut Findings::default());
            let value = rule.values.get(param.key);
            if let (Some(value), Some(of_nation)) = (value, of_nation)
                && is_taken_from_a_document(&of_nation)
                && asks_less(param, &value.value, &of_nation.value)
            {
                let blanks = blanks! {
                    rule: card.id, title: card.title, key: param.key, meaning: param.meaning(),
                    value: value.text, national: of_nation.text, source: of_nation.source,
                };
                let told = Finding::new(&VALUE_BELOW_NATIONAL, blanks);
                found.push(told.at(Place::file(&value.file)));
            }
        }
    }
    found
}

const fn is_read(verified: Verified) -> bool {
    matches!(verified, Verified::Read | Verified::Code)
}

fn is_taken_from_a_document(value: &Valued) -> bool {
    let mut clauses = value.clauses.iter();
    value.file == NATIONAL
        && is_read(value.verified)
        && clauses.any(|one| one.starts_with(DOCUMENTS))
}

/// Whether a value asks less than another of the same key.
fn asks_less(param: &Param, value: &Value, than: &Value) -> bool {
    let among = |keys: &[&str]| {
        let mut keys = keys.iter();
        keys.any(|key| param.key == *key || param.key.ends_with(&format!("_{key}")))
    };
    let order = match (value, than) {
        (Value::Share(one), Value::Share(other)) => one.cmp(other),
        (Value::Count(one), Value::Count(other)) => one.cmp(other),
        _ => return false,
    };
    among(FLOORS) && order.is_lt() || among(CAPS) && order.is_gt()
}
