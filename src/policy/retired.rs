//! Values that a policy may still state although no rule asks for them any more: they are read over,
//! and what took their place is told.

use super::RuleId;
use crate::text::Text;

/// A value that is no longer used: its rule, its key, and what took its place.
type Retired = (&'static str, &'static str, Text);

const RETIRED: &[Retired] = &[(
    "preferences",
    "refused_wish",
    Text::new(
        "未自愿到该校的调动改按 draft_minutes 折算分钟",
        "moves to schools that nobody volunteered for now count by draft_minutes",
    ),
)];

/// What took the place of a value that is no longer used.
pub(super) fn instead(rule: RuleId, key: &str) -> Option<Text> {
    let mut all = RETIRED.iter();
    let found = all.find(|one| rule == one.0 && one.1 == key);
    found.map(|one| one.2)
}
