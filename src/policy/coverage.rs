//! Every clause of the five policy documents that speaks of staffing, and what serves it: data, so
//! that no clause can be forgotten. The clause ids are those by which policies cite them.

use crate::domain::labelled_enum;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Clause id of a rule that a county sets for itself.
pub const LOCAL: &str = "L";

labelled_enum! {
    /// What serves a clause (落实情况).
    Served {
        Rule = "rule" "由规则落实" "by a rule",
        ReportOnly = "report_only" "仅在结果中列出" "report only",
        Outside = "outside" "不在本工具范围" "outside the tool",
        Context = "context" "背景" "context",
    }
}

/// Words in both languages, read from data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageRow {
    /// Its id, such as `A34`.
    pub id: String,
    /// Chapter and article in the document's own numbering.
    pub clause: String,
    /// Its words, in the script of the document.
    pub quote: String,
    /// How binding the text is.
    pub kind: String,
    /// What serves it.
    pub status: Served,
    /// Ids of the rules that serve it.
    #[serde(default)]
    pub rules: Vec<String>,
    /// How it is served, or why not.
    pub reason: Both,
}

/// One of the five documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Name of its scenario.
    pub document: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// Its clauses, in its own order.
    pub rows: Vec<CoverageRow>,
}

/// National texts and local practice that a policy may cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id, such as `N2.1`.
    pub id: String,
    /// What it holds, in Chinese.
    pub zh: String,
    /// What it holds, in English.
    pub en: String,
}

/// Everything that a policy may cite.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// The five documents.
    #[serde(skip)]
    pub documents: Vec<Document>,
    /// National texts and local practice.
    pub sections: Vec<Section>,
}

/// The table as it was built in; an error would be our own fault, and a test keeps it out.
pub fn read() -> Result<Coverage, toml::de::Error> {
    let texts = [
        include_str!("coverage/anshan.toml"),
        include_str!("coverage/zhangye.toml"),
        include_str!("coverage/alar.toml"),
        include_str!("coverage/township.toml"),
        include_str!("coverage/dehua.toml"),
    ];
    let documents: Result<_, _> = texts.into_iter().map(toml::from_str).collect();
    Ok(Coverage {
        documents: documents?,
        ..toml::from_str(include_str!("coverage/national.toml"))?
    })
}

static COVERAGE: LazyLock<Coverage> = LazyLock::new(|| read().unwrap_or_default());

/// The table.
pub fn coverage() -> &'static Coverage {
    &COVERAGE
}

impl Coverage {
    /// Every clause, document by document.
    pub fn rows(&self) -> impl Iterator<Item = &CoverageRow> {
        self.documents.iter().flat_map(|one| &one.rows)
    }

    /// The clause with this id.
    pub fn row(&self, id: &str) -> Option<&CoverageRow> {
        self.rows().find(|row| row.id == id)
    }
}

/// Whether a clause id may be cited.
pub fn knows(id: &str) -> bool {
    let table = coverage();
    id == LOCAL || table.row(id).is_some() || table.sections.iter().any(|one| one.id == id)
}
