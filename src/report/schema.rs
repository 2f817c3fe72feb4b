//! JSON Schema of the documents that the program writes.

use crate::plan::Plan;
use schemars::Schema;

/// The layout of `plan.json`.
pub fn plan_schema() -> Schema {
    schemars::schema_for!(Plan)
}
