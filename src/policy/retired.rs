//! Values that a policy may still state although no rule asks for them any more: they are read over,
//! and what took their place is told.

use crate::text::Text;

/// Keys that are no longer used, and what took their place.
const RETIRED: &[(&str, Text)] = &[(
    "refused_wish",
    Text::new(
        "未自愿到该校的调动改按 draft_minutes 折算分钟",
        "moves to schools that nobody volunteered for now count by draft_minutes",
    ),
)];

/// What took the place of a value that is no longer used.
pub(super) fn instead(key: &str) -> Option<Text> {
    let found = RETIRED.iter().find(|one| one.0 == key);
    found.map(|one| one.1)
}
