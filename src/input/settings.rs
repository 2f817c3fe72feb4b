//! What `scenario.toml` says, as sheets of a workbook: the settings, the pins and bans, and the
//! policies with their texts, so that one workbook can hold a whole scenario.

use super::codes;
use super::columns::TableSpec;
use super::manifest::{Decision, FILE, Manifest};
use super::paths;
use super::sheet::{Sheet, Sheets};
use super::spelling;
use super::table::FileRow;
use super::tables::settings::{BANS, ITEMS, PINS, SCENARIO, WAIVERS};
use crate::blanks;
use crate::finding::{Code, Finding, Findings, Place};
use crate::policy::{self, nearest_hint};
use crate::text::Text;
use std::collections::BTreeMap;

/// A table to be written: its rows, each with one cell for every column of the table.
#[derive(Debug, Clone)]
pub struct Page {
    /// The table.
    pub spec: &'static TableSpec,
    /// Cells as they are to stand there.
    pub rows: Vec<Vec<String>>,
}

/// What the sheets of settings say, in the place of `scenario.toml`.
pub(super) fn manifest(
    sheets: &Sheets,
    policies: &BTreeMap<String, String>,
    findings: &mut Findings,
) -> Option<Manifest> {
    let sheet = sheets.get(SCENARIO.key)?;
    let mut manifest = Manifest::default();
    let mut said: BTreeMap<&str, (&str, Place)> = BTreeMap::new();
    for row in &sheet.table.rows {
        let (word, value) = (sheet.cell(row, "item"), sheet.cell(row, "value"));
        let Some(item) = ITEMS.iter().find(|one| one.is_called(word)) else {
            let allowed: Vec<Text> = ITEMS.iter().map(|one| one.text).collect();
            let column = SCENARIO.columns.first().map(|column| column.head);
            let known = ITEMS.iter().map(|one| one.text.zh);
            let blanks = blanks! {
                column: column, found: word, nearest: nearest_hint(word, known), allowed: allowed,
                words: "scenario.words.item",
            };
            findings.push(Finding::new(&codes::NOT_A_CHOICE, blanks).at(sheet.place(row, "item")));
            continue;
        };
        if value.is_empty() {
            continue;
        }
        let place = sheet.place(row, "value");
        if let Some((first, at)) = said.get(item.key) {
            let (alike, first) = (is_alike(item.key, first, value), (*first, at));
            findings.push(said_twice(item.text, first, (value, place), alike));
            continue;
        }
        said.insert(item.key, (value, place.clone()));
        if !take(&mut manifest, item.key, value, &place, policies) {
            let (expected, example) = match item.key {
                "made_up" => (Text::new("“是”或“否”", "yes or no"), "是"),
                _ => (Text::new("日期", "a date"), "2026-08-31"),
            };
            let blanks = blanks! { key: item.text, expected: expected, example: example };
            findings.push(Finding::new(&codes::WRONG_KIND, blanks).at(place));
        }
    }
    for (key, example) in [
        ("title_zh", "某县方案"),
        ("reckoning_date", "2026-08-31"),
        ("policy", "national"),
    ] {
        let titled = key == "title_zh" && said.contains_key("title_en");
        if !titled && !said.contains_key(key) {
            let name = ITEMS.iter().find(|one| one.key == key).map(|one| one.text);
            let blanks = blanks! { key: name, example: example, file: SCENARIO.name };
            findings.push(Finding::new(&codes::MISSING_KEY, blanks).at(sheet.head()));
        }
    }
    if manifest.title_zh.is_empty() {
        manifest.title_zh.clone_from(&manifest.title_en);
    } else if manifest.title_en.is_empty() {
        manifest.title_en.clone_from(&manifest.title_zh);
    }
    manifest.pins = decisions(sheets, &PINS);
    manifest.bans = decisions(sheets, &BANS);
    manifest.waivers = decisions(sheets, &WAIVERS);
    Some(manifest)
}

/// Whether two values of one item say the same.
fn is_alike(key: &str, one: &str, other: &str) -> bool {
    match key {
        "reckoning_date" => spelling::day(one) == spelling::day(other),
        "made_up" => spelling::flag(one) == spelling::flag(other),
        _ => one == other,
    }
}

/// That an item stands twice: a note where both say the same, else nobody can say which holds.
fn said_twice(
    item: Text,
    (first, at): (&str, &Place),
    again: (&str, Place),
    alike: bool,
) -> Finding {
    let (value, place) = again;
    let first_at = at.cell.clone().unwrap_or_default();
    let blanks = blanks! { key: item, found: value, first: first, at: first_at };
    let code: &'static Code = if alike {
        &codes::SETTING_REPEATED
    } else {
        &codes::SETTING_TWICE
    };
    Finding::new(code, blanks).at(place)
}

/// Takes one item; `false` when it cannot be read.
fn take(
    manifest: &mut Manifest,
    key: &str,
    value: &str,
    place: &Place,
    policies: &BTreeMap<String, String>,
) -> bool {
    match key {
        "title_zh" => value.clone_into(&mut manifest.title_zh),
        "title_en" => value.clone_into(&mut manifest.title_en),
        "made_up" => match spelling::flag(value) {
            Some(flag) => manifest.made_up = flag,
            None => return false,
        },
        "reckoning_date" => manifest.date = spelling::day(value),
        "lottery_seed" => manifest.lottery_seed = Some(value.to_owned()),
        _ => {
            manifest.policy_place = place.clone();
            manifest.policy = if policies.contains_key(value) {
                Some(value.to_owned())
            } else {
                let shipped = policy::shipped_path(value);
                shipped.or_else(|| Some(paths::join(FILE, value)))
            };
        }
    }
    key != "reckoning_date" || manifest.date.is_some()
}

/// The texts of the sheet of policies by their paths.
pub(super) fn policies(sheet: Option<&Sheet>) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for row in sheet.iter().flat_map(|sheet| &sheet.table.rows) {
        let cell = |key| sheet.map_or("", |sheet| sheet.cell(row, key));
        let text = texts.entry(cell("file").to_owned()).or_default();
        text.push_str(cell("line"));
        text.push('\n');
    }
    texts
}

/// The decisions of a sheet, when there is one.
fn decisions(sheets: &Sheets, spec: &'static TableSpec) -> Vec<Decision> {
    let Some(sheet) = sheets.get(spec.key) else {
        return Vec::new();
    };
    let first = spec.columns.first().map_or("", |column| column.key);
    let one = |row: &FileRow| {
        let read = Decision::new(spec, sheet.place(row, first), |key| {
            let cell = sheet.cell(row, key);
            match key {
                "amount" => spelling::whole(cell).unwrap_or(0).to_string(),
                _ => cell.to_owned(),
            }
        });
        read.standing(spec, |key| Some(sheet.place(row, key)))
    };
    sheet.table.rows.iter().map(one).collect()
}
