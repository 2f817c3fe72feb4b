//! Values of one rule that each can be read and do not go together, or undo what the rule is for.

use super::policy_codes as codes;
use super::{Force, InForce, RuleId, Value};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use indexmap::IndexMap;

/// The keys of a least and of a largest share, in whatever rule.
const BOUNDS: (&str, &str) = ("at_least", "at_most");

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
        let (least, most) = (one.values.get(BOUNDS.0), one.values.get(BOUNDS.1));
        if let (Some(least), Some(most)) = (least, most)
            && let (Value::Share(low), Value::Share(high)) = (&least.value, &most.value)
            && high < low
        {
            let blanks = blanks! {
                rule: rule, least_key: BOUNDS.0, most_key: BOUNDS.1, least: least.text, most: most.text,
            };
            found.push(Finding::new(&codes::MOST_BELOW_LEAST, blanks).at(whole.clone()));
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
