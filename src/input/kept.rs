//! How many findings are kept: a table may have as many wrong cells as it has rows, and each finding holds its words.

use crate::finding::{Code, Finding, Findings};
use std::collections::BTreeMap;

/// So many findings of one kind are kept of one column; the rest are counted.
const KEPT: usize = 1_000;

/// Of each kind in each column of a table how many there were, and where the last one stands that is kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    seen: BTreeMap<&'static str, BTreeMap<String, (usize, usize)>>,
}

impl Kept {
    /// Adds a finding, or counts it with the last of its kind.
    pub(super) fn push(&mut self, findings: &mut Findings, key: &str, finding: Finding) {
        let columns = self.seen.entry(finding.code.id).or_default();
        if !columns.contains_key(key) {
            columns.insert(key.to_owned(), (0, 0));
        }
        let Some((number, last)) = columns.get_mut(key) else {
            return;
        };
        *number += 1;
        if *number <= KEPT {
            *last = findings.0.len();
            findings.push(finding);
        } else if let Some(kept) = findings.0.get_mut(*last) {
            kept.more += 1;
        }
    }

    /// Whether one more of this kind would be kept.
    pub(super) fn keeps(&self, code: &'static Code, key: &str) -> bool {
        let columns = self.seen.get(code.id);
        let seen = columns.and_then(|columns| columns.get(key));
        seen.is_none_or(|(number, _)| *number < KEPT)
    }
}
