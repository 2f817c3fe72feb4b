//! What `scenario.toml` says, as sheets of a workbook: the settings, the pins and bans, and the
//! policies with their texts, so that one workbook can hold a whole scenario.

use super::codes::cells::NOT_A_CHOICE;
use super::codes::files::{MISSING_KEY, WRONG_KIND};
use super::columns::{Column, TableSpec};
use super::kinds::{CellKind, Choice};
use super::manifest::{Manifest, Ruling, WrittenWaiver};
use super::paths;
use super::sheet::Sheet;
use super::spelling;
use super::table::Row;
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::policy;
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

/// The lines of the sheet of settings.
pub const ITEMS: &[Choice] = &[
    item("title_zh", "标题", "Title in Chinese"),
    item("title_en", "英文标题", "Title in English"),
    item("made_up", "虚构数据", "Made up"),
    item("reckoning_date", "核算日期", "Reckoning date"),
    item("policy", "政策", "Policy"),
    item("lottery_seed", "摇号种子", "Lottery seed"),
];

const fn item(key: &'static str, zh: &'static str, en: &'static str) -> Choice {
    let text = Text::new(zh, en);
    Choice { key, text }
}

const RULING: [Column; 4] = [
    Column::must("teacher", "工号", "Staff id", CellKind::Teacher),
    Column::must("school", "学校代码", "School id", CellKind::School),
    Column::must("reason", "理由", "Reason", CellKind::FreeText)
        .says("为什么这样决定，以备查对", "why, so that it can be checked"),
    Column::must("author", "决定人", "Decided by", CellKind::FreeText)
        .says("作出决定的人或会议", "the person or meeting that decided"),
];

/// The settings, one a line.
pub(super) static SCENARIO: TableSpec = TableSpec {
    key: "scenario",
    name: Text::new("情景设定", "scenario"),
    optional: true,
    columns: &[
        Column::must("item", "项目", "Item", CellKind::Choice(|| ITEMS.to_vec())),
        Column::must("value", "内容", "Value", CellKind::FreeText).says(
            "核算日期按 2026-08-31 的格式；政策填内置政策名、政策文件名或“政策文本”表中的文件名",
            "the date as 2026-08-31; a policy that comes with the program, a file, or one of the sheet of policy texts",
        ),
    ],
};

/// Who is sent where by decision.
pub(super) static PINS: TableSpec = TableSpec {
    key: "pins",
    name: Text::new("指定去向", "pins"),
    optional: true,
    columns: &RULING,
};

/// Who is not sent to a school, or anywhere, by decision.
pub(super) static BANS: TableSpec = TableSpec {
    key: "bans",
    name: Text::new("不予安排", "bans"),
    optional: true,
    columns: &[
        RULING[0],
        Column::may("school", "学校代码", "School id", CellKind::School).says(
            "不得前往的学校；空白为不得离开现任教学校",
            "the school not to be sent to; blank: not to be moved at all",
        ),
        RULING[2],
        RULING[3],
    ],
};

/// By how much a must-rule is lifted somewhere by special approval.
pub(super) static WAIVERS: TableSpec = TableSpec {
    key: "waivers",
    name: Text::new("特批", "waivers"),
    optional: true,
    columns: &[
        Column::must("rule", "规定", "Rule", CellKind::FreeText).says(
            "规定的英文名，见 lungang rules",
            "id of the rule, see lungang rules",
        ),
        Column::must("about", "涉及对象", "About", CellKind::FreeText).says(
            "county（全县）、学校代码、教师工号，或“学校代码,学段,学科”",
            "county, a school, a teacher, or school,stage,subject",
        ),
        Column::must("amount", "放宽数量", "Amount", CellKind::Count(1, 100_000)).says(
            "按该规定的单位，正整数",
            "in the unit of the rule, a whole number above nought",
        ),
        RULING[2],
        RULING[3],
    ],
};

/// The policies line by line, most special first.
pub(super) static POLICIES: TableSpec = TableSpec {
    key: "policies",
    name: Text::new("政策文本", "policy texts"),
    optional: true,
    columns: &[
        Column::must("file", "文件", "File", CellKind::FreeText)
            .says("政策文件名", "name of the policy file"),
        Column::may("line", "文本", "Line", CellKind::FreeText).says(
            "该文件的一行，按原文顺序",
            "one line of the file, in its order",
        ),
    ],
};

/// What the sheets of settings say, in the place of `scenario.toml`.
pub(super) fn manifest(
    sheets: &BTreeMap<&'static str, Sheet>,
    policies: &BTreeMap<String, String>,
    findings: &mut Findings,
) -> Option<Manifest> {
    let sheet = sheets.get(SCENARIO.key)?;
    let mut manifest = Manifest::default();
    let mut said: Vec<&str> = Vec::new();
    for row in &sheet.table.rows {
        let (word, value) = (sheet.cell(row, "item"), sheet.cell(row, "value"));
        let named = |one: &&Choice| one.key == word || one.text.zh == word || one.text.en == word;
        let Some(item) = ITEMS.iter().find(named) else {
            let allowed: Vec<Text> = ITEMS.iter().map(|one| one.text).collect();
            let column = SCENARIO.columns.first().map(|column| column.head);
            let blanks = blanks! { column: column, found: word, allowed: allowed };
            findings.push(Finding::new(&NOT_A_CHOICE, blanks).at(sheet.place(row, "item")));
            continue;
        };
        if value.is_empty() {
            continue;
        }
        said.push(item.key);
        let place = sheet.place(row, "value");
        if !take(&mut manifest, item.key, value, &place, policies) {
            let (expected, example) = match item.key {
                "made_up" => (Text::new("“是”或“否”", "yes or no"), "是"),
                _ => (Text::new("日期", "a date"), "2026-08-31"),
            };
            let blanks = blanks! { key: item.text, expected: expected, example: example };
            findings.push(Finding::new(&WRONG_KIND, blanks).at(place));
        }
    }
    for (key, example) in [
        ("title_zh", "某县方案"),
        ("reckoning_date", "2026-08-31"),
        ("policy", "national"),
    ] {
        let titled = key == "title_zh" && said.contains(&"title_en");
        if !titled && !said.contains(&key) {
            let name = ITEMS.iter().find(|one| one.key == key).map(|one| one.text);
            let blanks = blanks! { key: name, example: example, file: SCENARIO.name };
            findings.push(Finding::new(&MISSING_KEY, blanks).at(sheet.head()));
        }
    }
    if manifest.title_zh.is_empty() {
        manifest.title_zh.clone_from(&manifest.title_en);
    } else if manifest.title_en.is_empty() {
        manifest.title_en.clone_from(&manifest.title_zh);
    }
    manifest.pins = rulings(sheets.get(PINS.key));
    manifest.bans = rulings(sheets.get(BANS.key));
    manifest.waivers = waivers(sheets.get(WAIVERS.key));
    Some(manifest)
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
                shipped.or_else(|| Some(paths::join(super::manifest::FILE, value)))
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

fn waivers(sheet: Option<&Sheet>) -> Vec<WrittenWaiver> {
    let Some(sheet) = sheet else {
        return Vec::new();
    };
    let one = |row: &Row| {
        let cell = |key| sheet.cell(row, key).to_owned();
        WrittenWaiver {
            rule: cell("rule"),
            about: cell("about"),
            amount: spelling::whole(sheet.cell(row, "amount")).unwrap_or(0),
            reason: cell("reason"),
            author: cell("author"),
            place: sheet.place(row, "rule"),
        }
    };
    sheet.table.rows.iter().map(one).collect()
}

fn rulings(sheet: Option<&Sheet>) -> Vec<Ruling> {
    let Some(sheet) = sheet else {
        return Vec::new();
    };
    let one = |row: &Row| {
        let cell = |key| sheet.cell(row, key).to_owned();
        Ruling {
            teacher: cell("teacher"),
            school: Some(cell("school")).filter(|school| !school.is_empty()),
            reason: cell("reason"),
            author: cell("author"),
            place: sheet.place(row, "teacher"),
        }
    };
    sheet.table.rows.iter().map(one).collect()
}
