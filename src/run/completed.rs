//! A roll made by hand, with all that it does not say.

use super::Checked;
use super::codes::COMPLETED;
use crate::blanks;
use crate::decide::seated;
use crate::domain::NOTHING_MORE;
use crate::finding::Finding;
use crate::plan::{Plan, placement};
use crate::solve::Options;

/// Completes a roll that says who goes where and not who teaches what; what was decided for it is told. Where that
/// cannot be worked out it stays as it is, and whoever fits best takes each post.
pub(super) fn completed(checked: &Checked, doc: &mut Plan) -> Option<Finding> {
    let facts = checked.facts(&NOTHING_MORE)?;
    let whole = seated(&facts, doc, &Options::default()).ok().flatten()?;
    let (plan, _) = placement(&facts, &whole);
    let seated: usize = plan.fills.iter().map(Vec::len).sum();
    let recruits: u32 = plan.hires.iter().map(|one| one.number).sum();
    let blanks = blanks! { seated: seated, recruits: recruits, left: plan.empty_posts(&facts) };
    *doc = whole;
    Some(Finding::new(&COMPLETED, blanks))
}
