//! One value of a policy with its date, clauses and source.

use super::coverage;
use super::kind;
use super::policy_codes as codes;
use super::reader::{Node, Reader};
use super::{Kind, Param, Value, Valued, Verified};
use crate::blanks;
use crate::domain::Label;
use crate::finding::{Finding, Place};
use jiff::civil::Date;
use serde_json::json;
use toml::de::{DeTable, DeValue};

/// A value and the day since which it holds.
#[derive(Clone)]
pub(super) struct Dated {
    pub(super) since: Date,
    /// The day from which it binds as a target.
    pub(super) by: Option<Date>,
    pub(super) place: Place,
    pub(super) valued: Valued,
}

/// Where something comes from.
#[derive(Default, Clone)]
pub(super) struct Origin {
    pub(super) clauses: Option<Vec<String>>,
    pub(super) source: Option<String>,
    pub(super) verified: Option<Verified>,
}

/// What every rule must give somewhere in the chain, and every value at its own place.
pub(super) const CLAUSES: Label = Label::new(
    "clauses",
    "所依条款的编号",
    "ids of the clauses it rests on",
);
pub(super) const SOURCE: Label = Label::new("source", "文件及条目", "document and article");
pub(super) const VERIFIED: Label =
    Label::new("verified", "核实情况", "how well the source is known");
const SINCE: Label = Label::new("since", "施行日期", "the day since which it holds");
const BY: Label = Label::new("by", "目标期限", "the day from which a target binds");
const VALUE: Label = Label::new("value", "值", "the value itself");
pub(super) const FORCE: Label = Label::new("force", "效力", "how strongly it binds");

/// The complaint that a field is not given.
pub(super) fn missing(path: &str, field: &Label, place: Place) -> Finding {
    let blanks = blanks! { path: path, field: field.key, meaning: field.text };
    Finding::new(&codes::NO_SOURCE, blanks).at(place)
}

impl Reader<'_> {
    /// One value, or a list of values with different dates.
    pub(super) fn values(
        &mut self,
        param: &Param,
        node: &Node<'_>,
        path: &str,
        date: Date,
    ) -> Vec<Dated> {
        match node.get_ref() {
            DeValue::String(_) => self.bare(param, node, path, date).into_iter().collect(),
            DeValue::Array(list) => {
                let mut all: Vec<Dated> = Vec::new();
                for item in list {
                    let Some(one) = self.dated(param, item, path) else {
                        continue;
                    };
                    if all.iter().any(|other| other.since == one.since) {
                        let blanks = blanks! { key: param.key, since: one.since.to_string() };
                        self.say(&codes::SAME_DATE, item, path, blanks);
                    }
                    all.push(one);
                }
                all
            }
            _ => self.dated(param, node, path).into_iter().collect(),
        }
    }

    /// A mere text, as in a trial: it holds at once and names no source.
    fn bare(&mut self, param: &Param, node: &Node<'_>, path: &str, date: Date) -> Option<Dated> {
        let text = self.text(node, path).unwrap_or_default();
        let value = self.value(param, &text, node, path)?;
        let blanks = blanks! { key: param.key, found: text };
        self.say(&codes::BARE_VALUE, node, path, blanks);
        let valued = Valued {
            value,
            text,
            since: date.to_string(),
            by: None,
            ahead: false,
            clauses: vec![coverage::LOCAL.to_owned()],
            source: "未注明".to_owned(),
            verified: Verified::Local,
            file: self.doc.file.to_owned(),
        };
        Some(Dated {
            since: date,
            by: None,
            place: self.place(node.span().start, path, None),
            valued,
        })
    }

    fn dated(&mut self, param: &Param, node: &Node<'_>, path: &str) -> Option<Dated> {
        let table = self.table(node, path)?;
        let fields = [&VALUE, &SINCE, &CLAUSES, &SOURCE, &VERIFIED];
        let known: Vec<_> = fields.iter().chain([&&BY]).map(|field| field.key).collect();
        self.only(table, path, &known);
        let place = self.place(node.span().start, path, None);
        let mut whole = true;
        for field in fields {
            let blank = table.get(field.key).is_none_or(|one| match one.get_ref() {
                DeValue::String(text) => text.trim().is_empty(),
                DeValue::Array(list) => list.is_empty(),
                _ => false,
            });
            if blank {
                self.findings.push(missing(path, field, place.clone()));
                whole = false;
            }
        }
        let origin = self.origin(table, path);
        let day = |reader: &mut Self, field: &Label| {
            let node = table.get(field.key)?;
            reader.day(node, &format!("{path}.{}", field.key))
        };
        let (since, by) = (day(self, &SINCE), day(self, &BY));
        let node = table.get(VALUE.key)?;
        let text = self.text(node, path)?;
        let value = self.value(param, &text, node, path)?;
        let since = since.filter(|_| whole)?;
        let valued = Valued {
            value,
            text,
            since: since.to_string(),
            by: by.map(|by| by.to_string()),
            ahead: false,
            clauses: origin.clauses?,
            source: origin.source?,
            verified: origin.verified?,
            file: self.doc.file.to_owned(),
        };
        Some(Dated {
            since,
            by,
            place,
            valued,
        })
    }

    fn day(&mut self, node: &Node<'_>, path: &str) -> Option<Date> {
        let text = self.text(node, path)?;
        let day = text.parse().ok();
        if day.is_none() {
            self.say(&codes::NOT_A_DATE, node, path, blanks! { found: text });
        }
        day
    }

    fn value(&mut self, param: &Param, text: &str, node: &Node<'_>, path: &str) -> Option<Value> {
        let value = kind::parse(param, text);
        let Some(Value::Share(share)) = value else {
            if value.is_none() {
                let blanks = blanks! {
                    key: param.key, meaning: param.meaning(), found: text,
                    expected: kind::expected(param),
                };
                self.say(&codes::WRONG_KIND, node, path, blanks);
            }
            return value;
        };
        let ends = ["at_least", "at_most", "_from"];
        let bound = ends.iter().any(|end| param.key.ends_with(end));
        if param.kind == Kind::Share && bound && share.numer() > share.denom() {
            let blanks = blanks! { key: param.key, found: text };
            self.say(&codes::OVER_WHOLE, node, path, blanks);
        }
        value
    }

    /// Clauses, source and how well it is known, as far as they are given.
    pub(super) fn origin(&mut self, table: &DeTable<'_>, path: &str) -> Origin {
        let mut origin = Origin::default();
        if let Some(node) = table.get(CLAUSES.key) {
            let path = format!("{path}.clauses");
            let clauses = self.texts(node, &path);
            for (id, item) in &clauses {
                if !coverage::knows(id) {
                    self.say(&codes::UNKNOWN_CLAUSE, item, &path, blanks! { found: id });
                }
            }
            let ids: Vec<_> = clauses.into_iter().map(|(id, _)| id).collect();
            origin.clauses = Some(ids).filter(|ids| !ids.is_empty());
        }
        if let Some(node) = table.get(SOURCE.key) {
            origin.source = self.text(node, &format!("{path}.source"));
        }
        if let Some(node) = table.get(VERIFIED.key) {
            let path = format!("{path}.verified");
            let word = self.text(node, &path);
            origin.verified = word.as_deref().and_then(Verified::find);
            if let (Some(word), None) = (word, origin.verified) {
                let words: Vec<_> = Verified::ALL.iter().map(|one| one.key()).collect();
                let blanks = blanks! { found: word, expected: json!(words) };
                self.say(&codes::UNKNOWN_VERIFIED, node, &path, blanks);
            }
        }
        origin
    }
}
