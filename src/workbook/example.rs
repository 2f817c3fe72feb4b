//! The example rows of the template: a tiny made-up county that can be read without any finding.
//!
//! The rows are kept once for both languages: choices and subjects by key, ids as `S1`, `T1`, `P1`,
//! and words that differ as `Chinese|English`.

use super::{EXAMPLE_IDS, heads};
use crate::domain::{Label, Subject};
use crate::input::{CellKind, Column, Page, SETTINGS, TABLES, TableSpec};
use crate::text::Lang;
use std::collections::BTreeMap;

/// Every sheet of the template in its order: the settings, the tables, the decisions.
pub(super) fn pages(lang: Lang) -> Vec<Page> {
    let (first, rest) = SETTINGS.split_at(1);
    let order = first.iter().chain(TABLES).chain(rest);
    order.map(|&spec| page(spec, lang)).collect()
}

fn page(spec: &'static TableSpec, lang: Lang) -> Page {
    let mut lines = spec.example.lines();
    let keys: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let row = |line: &str| {
        let cells: BTreeMap<_, _> = keys.iter().copied().zip(line.split(',')).collect();
        let one = |column: &Column| {
            let written = cells.get(column.key).copied().unwrap_or_default();
            cell(column.kind, written, lang)
        };
        spec.columns.iter().map(one).collect()
    };
    Page {
        spec,
        rows: lines.map(row).collect(),
    }
}

/// A cell in one language.
fn cell(kind: CellKind, written: &str, lang: Lang) -> String {
    let members = |one: &dyn Fn(&str) -> String| {
        let all: Vec<String> = written.split(';').map(one).collect();
        all.join(lang.pick("；", ";"))
    };
    if written.is_empty() {
        return String::new();
    }
    match kind {
        CellKind::Id | CellKind::School | CellKind::Schools | CellKind::Teacher => {
            members(&|one| id(one, lang))
        }
        CellKind::Choice(_) | CellKind::Choices(_) => {
            members(&|one| named(kind.choices(), one, lang))
        }
        CellKind::Subject | CellKind::Subjects => members(&|one| subject(one, lang)),
        CellKind::Parts => members(&|one| match one.split_once(':') {
            Some((word, periods)) => format!("{}:{periods}", subject(word, lang)),
            None => one.to_owned(),
        }),
        CellKind::Flag if written == "yes" => heads::YES.get(lang).to_owned(),
        CellKind::Flag => heads::NO.get(lang).to_owned(),
        _ => {
            let both = written.split_once('|');
            both.map_or(written, |(zh, en)| lang.pick(zh, en))
                .to_owned()
        }
    }
}

/// `S1` as 示例校1 or EX-S1.
fn id(short: &str, lang: Lang) -> String {
    let word = short.chars().next().map_or("", |letter| match letter {
        'S' => "校",
        'T' => "师",
        _ => "岗",
    });
    match lang {
        Lang::Zh => format!("{}{word}{}", EXAMPLE_IDS.zh, short.get(1..).unwrap_or("")),
        Lang::En => format!("{}{short}", EXAMPLE_IDS.en),
    }
}

fn named(choices: &[Label], key: &str, lang: Lang) -> String {
    let found = choices.iter().find(|one| one.key == key);
    found.map_or(key, |one| one.text.get(lang)).to_owned()
}

fn subject(key: &str, lang: Lang) -> String {
    let found = Subject::find(key).map(|one| one.text().get(lang));
    found.unwrap_or(key).to_owned()
}
