//! What the file was made with, in the plan document: so that an edit by hand is found against it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 底稿：本文件写出时的各项决定，用来找出写出后人工改了什么；不必改动。
/// As made: what was decided when the file was written, to find what was edited since; nothing to be edited here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MadeDoc {
    /// 各项决定的 SHA-256。SHA-256 of the decisions.
    pub digest: String,
    /// 各项决定，一项一行。The decisions, a line each.
    pub decisions: Vec<String>,
}
