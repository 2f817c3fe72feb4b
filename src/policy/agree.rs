//! Values of one rule that each can be read and do not go together, or undo what the rule is for.

use super::policy_codes as codes;
use super::{Force, InForce, RuleId, Value};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use indexmap::IndexMap;

/// Of two values the first may not be above the second: in whatever rule has both, shares or counts alike.
const IN_ORDER: &[(&str, &str)] = &[
    // A least and a largest share.
    ("at_least", "at_most"),
    // What counts must be reached by what is planned.
    ("min_months", "length_months"),
    // Classes that are super-large are large, and the crowded ones begin before they end.
    ("large_from", "super_from"),
    ("crowded_from", "crowded_to"),
];

/// Keys of counts that ought to be above nought, and what follows where they are not.
const ABOVE_NOUGHT: &[(&str, Text)] = &[(
    "draft_minutes",
    Text::new(
        "条件相同时自愿者不再优先",
        "volunteers no longer go before equals who did not ask",
    ),
)];

/// What is wrong with the values in force of rules that are on.
pub(super) fn findings(rules: &IndexMap<RuleId, InForce>, whole: &Place) -> Findings {
    let mut found = Findings::default();
    for (rule, one) in rules.iter().filter(|(_, one)| one.force != Force::Off) {
        for (low_key, high_key) in IN_ORDER {
            let (low, high) = (one.values.get(*low_key), one.values.get(*high_key));
            if let (Some(low), Some(high)) = (low, high)
                && is_above(&low.value, &high.value)
            {
                let blanks = blanks! {
                    rule: rule, least_key: low_key, most_key: high_key, least: low.text, most: high.text,
                };
                found.push(Finding::new(&codes::MOST_BELOW_LEAST, blanks).at(whole.clone()));
            }
        }
        for (key, then) in ABOVE_NOUGHT {
            let value = one.values.get(*key);
            if value.is_some_and(|one| one.value == Value::Count(0)) {
                let blanks = blanks! { rule: rule, key: key, then: then };
                found.push(Finding::new(&codes::NOUGHT, blanks).at(whole.clone()));
            }
        }
    }
    found
}

/// Whether one number is above another of its kind.
fn is_above(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Share(one), Value::Share(other)) => one > other,
        (Value::Count(one), Value::Count(other)) => one > other,
        _ => false,
    }
}
