//! Values of one rule that each can be read and do not go together, or undo what the rule is for.

use super::policy_codes as codes;
use super::{Force, InForce, RuleId, Value};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use indexmap::IndexMap;

/// A rule, the key of a least share, that of a largest share.
const BOUNDS: &[(&str, &str, &str)] = &[("rotation_share", "at_least", "at_most")];

/// A rule, the key of a count that ought to be above nought, and what follows where it is not.
const ABOVE_NOUGHT: &[(&str, &str, Text)] = &[(
    "preferences",
    "draft_minutes",
    Text::new(
        "条件相同时自愿者不再优先",
        "volunteers no longer go before equals who did not ask",
    ),
)];

/// What is wrong with the values in force of rules that are on.
pub(super) fn findings(rules: &IndexMap<RuleId, InForce>, whole: &Place) -> Findings {
    let on = |rule: &str| rules.get(rule).filter(|one| one.force != Force::Off);
    let mut found = Findings::default();
    for (rule, least_key, most_key) in BOUNDS {
        let Some(values) = on(rule).map(|one| &one.values) else {
            continue;
        };
        let (least, most) = (values.get(*least_key), values.get(*most_key));
        if let (Some(least), Some(most)) = (least, most)
            && let (Value::Share(low), Value::Share(high)) = (&least.value, &most.value)
            && high < low
        {
            let blanks = blanks! {
                rule: rule, least_key: least_key, most_key: most_key, least: least.text, most: most.text,
            };
            found.push(Finding::new(&codes::MOST_BELOW_LEAST, blanks).at(whole.clone()));
        }
    }
    for (rule, key, then) in ABOVE_NOUGHT {
        let value = on(rule).and_then(|one| one.values.get(*key));
        if value.is_some_and(|one| one.value == Value::Count(0)) {
            let blanks = blanks! { rule: rule, key: key, then: then };
            found.push(Finding::new(&codes::NOUGHT, blanks).at(whole.clone()));
        }
    }
    found
}
