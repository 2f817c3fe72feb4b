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
    let layout = layout.filter(|found| is_known(found))?;
    let old = layout != SCHEMA;
    let as_written = old_digest(&value) == value.get("digest").cloned();
    let read = serde_json::from_value::<Plan>(value);
    Some(read.map(|mut plan| {
        (plan.old, plan.old_and_edited) = (old, old && !as_written);
        // A program of this layout that wrote less than that of today reckoned its digest of less.
        plan.says_less = !old && as_written && super::digest(&plan) != plan.digest;
        let edited = is_edited(&plan);
        (plan, edited)
    }))
}

/// Parts that the first layout called otherwise.
const RENAMED: [(&str, &str); 1] = [("stays_protected", "not_eligible")];

/// The words of a document under the names of today.
pub fn in_words_of_today(mut said: Value) -> Value {
    if let Some(fields) = said.as_object_mut() {
        for (old, new) in RENAMED {
            if let Some(part) = fields.remove(old) {
                fields.insert(new.to_owned(), part);
            }
        }
    }
    said
}

/// The name under which a workbook says its layout, among what it was made from.
pub const LAYOUT: &str = "layout";

/// Takes the layout of a plan that was read from a workbook from what it was made from. A workbook that says
/// what it was made from but no layout was written before workbooks said it: it is of the first one. One that
/// says neither was made by hand, for the posts of today.
pub(super) fn take_layout(plan: &mut Plan) {
    let inputs = &mut plan.scenario.inputs;
    let stated = inputs.iter().position(|one| one.name == LAYOUT);
    match stated.map(|no| inputs.remove(no).sha256) {
        Some(layout) => plan.schema = layout,
        None if !inputs.is_empty() => READS[0].clone_into(&mut plan.schema),
        None => {}
    }
    plan.old = READS.contains(&plan.schema.as_str());
}

/// Whether a layout is read.
pub fn is_known(layout: &str) -> bool {
    layout == SCHEMA || READS.contains(&layout)
}

/// Whether a plan was changed after it was written.
pub fn is_edited(plan: &Plan) -> bool {
    if plan.old {
        plan.old_and_edited
    } else {
        !plan.says_less && super::digest(plan) != plan.digest
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
