//! Plans of an older layout are read: what a plan was published as in August must be readable in November.
//! The digest is that of the old bytes, so that an old plan is not called edited for being old.

use super::{Plan, SCHEMA};
use serde_json::Value;

/// The older layouts that are read.
pub const READS: [&str; 1] = ["lungang-plan/1"];

/// A plan of this layout or of an older one, and whether it was changed after it was written; none where
/// the layout is not known.
pub fn from_value(value: Value) -> Option<Result<(Plan, bool), serde_json::Error>> {
    let layout = value.get("schema").and_then(Value::as_str);
    let old = layout.is_some_and(|found| READS.contains(&found));
    if !old && layout != Some(SCHEMA) {
        return None;
    }
    let edited_old = old && old_digest(&value) != value.get("digest").cloned();
    let read = serde_json::from_value::<Plan>(value);
    Some(read.map(|mut plan| {
        (plan.old, plan.old_and_edited) = (old, edited_old);
        let edited = is_edited(&plan);
        (plan, edited)
    }))
}

/// Whether a plan was changed after it was written.
pub fn is_edited(plan: &Plan) -> bool {
    if plan.old {
        plan.old_and_edited
    } else {
        super::digest(plan) != plan.digest
    }
}

/// The digest of a document of an older layout, reckoned from what was read itself: a field that the layout
/// of today has besides would change it.
fn old_digest(value: &Value) -> Option<Value> {
    let mut bare = value.clone();
    *bare.get_mut("digest")? = "".into();
    let mut bytes = serde_json::to_vec_pretty(&bare).ok()?;
    bytes.push(b'\n');
    Some(crate::input::sha256(&bytes).into())
}
