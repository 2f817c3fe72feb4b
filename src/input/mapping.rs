//! `columns.toml`: which sheet is which table and which head is which column, as recognised the
//! first time, for the officer to see, to mend and to keep.

use super::codes;
use super::heads::{self, HeadFit, How};
use super::table::Leaf;
use super::tables::{TABLES, spec};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::policy::TomlText;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// Name of the file.
pub(super) const FILE: &str = "columns.toml";

const ABOUT: &str = "\
# 各表从哪个文件、哪个工作表读，各列对应哪个列名。由 lungang 第一次成功识别时写出，以后照此读取。
# 识别有误的，改正后重新运行；删去本文件则重新识别。左边是列的代号（见 lungang template），右边是您表中的列名。
# Which sheet is which table and which head is which column, as recognised the first time.
# Correct what is wrong; delete the file to have everything recognised anew.
";

/// Where one table stands and what its heads mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MappedTable {
    /// File name; empty where only words are said of a table.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) file: String,
    /// Sheet of a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sheet: Option<String>,
    /// Heads by the key of the column.
    #[serde(default)]
    pub(super) columns: IndexMap<String, String>,
    /// What the bureau's own words mean, by the key of the column.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub(super) words: IndexMap<String, IndexMap<String, String>>,
}

/// Entries by the key of the table.
pub(super) type Mapping = IndexMap<String, MappedTable>;

/// Reads it; whatever cannot be used is told.
pub(super) fn read(text: &str, findings: &mut Findings) -> Mapping {
    let mut mapping: Mapping = match toml::from_str(text) {
        Ok(mapping) => mapping,
        Err(error) => {
            let (place, problem) = TomlText { file: FILE, text }.problem(&error);
            findings.push(Finding::new(&codes::BAD_TOML, blanks! { problem: problem }).at(place));
            return Mapping::new();
        }
    };
    mapping.retain(|key, entry| {
        let Some(spec) = spec(key) else {
            let allowed: Vec<_> = TABLES.iter().map(|spec| spec.key).collect();
            let blanks = blanks! { key: key, allowed: allowed };
            findings.push(Finding::new(&codes::UNKNOWN_TABLE, blanks).at(Place::file(FILE)));
            return false;
        };
        entry.columns.retain(|column, _| {
            let known = spec.columns.iter().any(|one| one.key == column);
            if !known {
                let allowed: Vec<_> = spec.columns.iter().map(|one| one.key).collect();
                let blanks = blanks! { key: column, table: key, allowed: allowed };
                findings.push(Finding::new(&codes::STALE_KEY, blanks).at(Place::file(FILE)));
            }
            known
        });
        for column in entry.words.keys() {
            if spec.columns.iter().all(|one| one.key != column) {
                let allowed: Vec<_> = spec.columns.iter().map(|one| one.key).collect();
                let table = format!("{key}.words");
                let blanks = blanks! { key: column, table: table, allowed: allowed };
                findings.push(Finding::new(&codes::STALE_KEY, blanks).at(Place::file(FILE)));
            }
        }
        true
    });
    mapping
}

/// Lets the heads that an entry names stand for their columns.
pub(super) fn apply(entry: &MappedTable, fit: &mut HeadFit, findings: &mut Findings) {
    let spec = fit.spec;
    for (key, head) in &entry.columns {
        let Some(no) = spec.columns.iter().position(|column| column.key == key) else {
            continue;
        };
        let Some(at) = fit.head.iter().position(|one| heads::same(one, head)) else {
            let blanks = blanks! { head: head, column: spec.columns[no].head };
            let place = Place {
                sheet: entry.sheet.clone(),
                ..Place::file(&entry.file)
            };
            findings.push(Finding::new(&codes::STALE_COLUMN, blanks).at(place));
            continue;
        };
        for means in &mut fit.means {
            means.retain(|one| one.0 != at);
        }
        fit.means[no] = vec![(at, How::Own)];
    }
}

/// The entry for a table as it was recognised.
pub(super) fn entry(leaf: &Leaf, fit: &HeadFit) -> MappedTable {
    let known = fit.known_columns();
    let heads = known.map(|(column, head, _)| (column.key.to_owned(), head.to_owned()));
    MappedTable {
        file: leaf.file.clone(),
        sheet: leaf.sheet.clone(),
        columns: heads.collect(),
        words: IndexMap::new(),
    }
}

/// The text of the file.
pub(super) fn write(mapping: &Mapping) -> Option<String> {
    Some(format!("{ABOUT}\n{}", toml::to_string(mapping).ok()?))
}
