//! From which bytes a part was made: every file by its name and digest, so that what differs can be named.

use crate::disk::sha256;
use crate::input::{Documents, Region, Study};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Digests by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Inputs(BTreeMap<String, String>);

/// So many names are told of what differs.
const NAMED: usize = 5;

impl Inputs {
    /// The files of a scenario.
    pub(super) fn of_scenario(documents: &Documents) -> Self {
        let mut all = Self::default();
        all.add("", documents, None);
        all
    }

    /// The files of the base of a study, and what is another in each scenario.
    pub(super) fn of_study(study: &Study) -> Self {
        let mut all = Self::of_scenario(&study.base);
        for one in &study.variants {
            all.add(&format!("{}: ", one.key), &one.documents, Some(&study.base));
        }
        all
    }

    /// The files of every county, and what the region says.
    pub(super) fn of_region(region: &Region, said: &[u8]) -> Self {
        let mut all = Self::default();
        all.0.insert("region.toml".into(), sha256(said));
        for one in &region.counties {
            if let Some(documents) = &one.documents {
                all.add(&format!("{}: ", one.key), documents, None);
            }
        }
        all
    }

    /// Adds the files of a scenario under a name; what a base has in the same bytes is no news.
    fn add(&mut self, of: &str, documents: &Documents, base: Option<&Documents>) {
        for (path, bytes) in &documents.files {
            if base.and_then(|base| base.files.get(path)) != Some(bytes) {
                self.0.insert(format!("{of}{path}"), sha256(bytes));
            }
        }
        let decided = documents.decisions.iter().chain(&documents.other_decisions);
        for (path, bytes) in decided {
            self.0.insert(format!("{of}{path}"), sha256(bytes));
        }
        for (no, layer) in documents.layers.iter().enumerate() {
            let text = format!("{no} {:?} {}", layer.entry, layer.text);
            let name = format!("{of}{}", layer.path);
            let known = self.0.entry(name).or_default();
            *known = sha256(format!("{known}{text}").as_bytes());
        }
        let rest = format!("{:?} {:?}", documents.edits, documents.too_large);
        self.0.insert(format!("{of}--set"), sha256(rest.as_bytes()));
    }

    /// Names of what is not the same, the first few of them; nothing where all is.
    pub(super) fn against(&self, other: &Self) -> Vec<String> {
        let names = self.0.keys().chain(other.0.keys());
        let mut names: Vec<String> = names
            .filter(|name| self.0.get(*name) != other.0.get(*name))
            .cloned()
            .collect();
        names.sort();
        names.dedup();
        let more = names.len() > NAMED;
        names.truncate(NAMED);
        names.extend(more.then(|| "…".to_owned()));
        names
    }
}
