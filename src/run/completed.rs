//! A roll made by hand, with all that it does not say.

use super::Checked;
use super::codes::{AT_SIGHT, COMPLETED, NO_SEATING};
use crate::blanks;
use crate::decide::seated;
use crate::domain::NOTHING_MORE;
use crate::finding::Finding;
use crate::plan::{Plan, placement};
use crate::solve::{Options, Until};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

/// So long a roll is worked at, where the command has no other limit: nearly all counties take a few seconds.
const LIMIT: Duration = Duration::from_secs(60);

/// Completes a roll that says who goes where and not who teaches what, within the time that is left to the command; what
/// was decided for it is told. Where that cannot be worked out it stays as it is, whoever fits best takes each post, and
/// that is told.
pub(super) fn completed(
    checked: &Checked,
    doc: &mut Plan,
    left: Option<Duration>,
) -> Option<Finding> {
    let facts = checked.facts(&NOTHING_MORE)?;
    let options = Options {
        until: Until::after(Some(left.map_or(LIMIT, |left| left.min(LIMIT)))),
        ..Options::default()
    };
    let Some(whole) = seated(&facts, doc, &options).ok().flatten() else {
        return Some(if options.until.has_cut() || options.until.is_over() {
            Finding::new(&AT_SIGHT, blanks! {})
        } else {
            Finding::new(&NO_SEATING, blanks! { twice: twice(doc) })
        });
    };
    let (plan, _) = placement(&facts, &whole);
    let seated: usize = plan.fills.iter().map(Vec::len).sum();
    let recruits: u32 = plan.hires.iter().map(|one| one.number).sum();
    let blanks = blanks! { seated: seated, recruits: recruits, left: plan.empty_posts(&facts) };
    *doc = whole;
    Some(Finding::new(&COMPLETED, blanks))
}

/// Whoever a roll names more than once, as a clause: nobody can go to two schools.
fn twice(doc: &Plan) -> Value {
    let mut seen = BTreeSet::new();
    let again = doc.moves.iter().filter(|one| !seen.insert(&one.teacher));
    let again: BTreeSet<&str> = again.map(|one| one.name.as_str()).collect();
    let names: Vec<&str> = again.into_iter().collect();
    if names.is_empty() {
        return json!("");
    }
    json!({
        "zh": format!("（{}重复列出）", names.join("、")),
        "en": format!(" ({} listed twice)", names.join(", ")),
    })
}
