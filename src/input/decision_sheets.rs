//! Sheets of decisions under titles of the bureau's own: 回避名单, 指定名单, 特批事项. They are known by words of their names
//! and by their heads, and read where the workbook says what `scenario.toml` would; else it is told that nobody read them.

use super::columns::TableSpec;
use super::found::{Chosen, Found};
use super::heads::HeadFit;
use super::meanings;
use super::tables::settings::{BANS, PINS, REFUSALS, WAIVERS};
use crate::blanks;
use crate::finding::{Code, Finding};
use crate::text::Text;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

crate::finding::codes! { pub(super),
    DECISIONS_UNREAD "I746" warning
        ["这张表像是“{table}”，其中{number}行没有读取：{why}。", "This sheet looks like \"{table}\"; its rows ({number}) were not read: {why}."]
        ["其中的决定有效的，写入 decisions.toml 的 [[{key}]]（写明理由、决定人、日期），或在没有 scenario.toml 的工作簿中把工作表命名为“{table}”并补齐各列；不用的移到别的文件夹。",
         "If they hold, enter them under [[{key}]] in decisions.toml with reason, author and date, or, in a workbook without scenario.toml, name the sheet \"{table}\" and fill in its columns; else move it to another folder."];
}

/// Every kind of finding about sheets of decisions.
pub(super) const DECISION_CODES: &[&Code] = CODES;

/// Words in the names of sheets, and what they list; of what no sheet is read, refusals, that is told.
const WORDS: [(&TableSpec, &[&str]); 4] = [
    (
        &BANS,
        &["回避", "不予安排", "不安排", "不得安排", "禁派", "bans"],
    ),
    (&PINS, &["指定", "点名安排", "定向安排", "pins"]),
    (&WAIVERS, &["特批", "审批放宽", "waivers", "approvals"]),
    (&REFUSALS, &["退出", "放弃", "拒绝", "不同意", "refusals"]),
];

const SETTLED: Text = Text::new(
    "有 scenario.toml 时，决定取自该文件和 decisions.toml",
    "where there is scenario.toml, decisions are taken from it and from decisions.toml",
);
const OTHER: Text = Text::new(
    "“指定去向”“不予安排”“特批”各只读一张表，已由别的表读取，或有几张相像",
    "one sheet of each kind is read, and another was read, or several are alike",
);
const NO_SHEET: Text = Text::new(
    "退出只写在 decisions.toml 中",
    "refusals stand in decisions.toml alone",
);
const WHICH: Text = Text::new(
    "看不出是指定还是回避",
    "whether people are named or barred cannot be told",
);

/// What a sheet lists by the words of its name.
fn by_word(found: &Found) -> Option<&'static TableSpec> {
    let name = found.name().to_lowercase();
    let is_in = |words: &[&str]| words.iter().any(|word| name.contains(word));
    WORDS
        .iter()
        .find(|(_, words)| is_in(words))
        .map(|one| one.0)
}

/// Which sheets are read as decisions: those that nobody named and that are known by a word and by all of their heads.
/// Where `settled`, by `scenario.toml`, none is; what is told of those is the second.
pub(super) fn choose(
    leaves: &[Found],
    chosen: &mut BTreeMap<&'static str, Chosen>,
    used: &mut BTreeSet<usize>,
    settled: bool,
) -> Vec<Finding> {
    let mut told = Vec::new();
    for spec in [&PINS, &BANS, &WAIVERS] {
        if settled {
            let unread = chosen.remove(spec.key).map(|one| &leaves[one.leaf]);
            told.extend(unread.and_then(|found| unread_as(found, spec, &json!(SETTLED))));
            continue;
        }
        let alike = (0..leaves.len()).filter(|no| {
            let found = &leaves[*no];
            let free = !used.contains(no) && !found.holds_no_table();
            free && by_word(found).is_some_and(|of| of.key == spec.key)
        });
        let alike: Vec<usize> = alike.collect();
        if let ([leaf], false) = (&alike[..], chosen.contains_key(spec.key))
            && let Some(fit) = meanings::fit(&leaves[*leaf].shapes, spec)
            && fit.missing() == 0
        {
            used.insert(*leaf);
            let (leaf, guessed) = (*leaf, true);
            chosen.insert(spec.key, Chosen { leaf, fit, guessed });
        }
    }
    told
}

/// What is told of a sheet that is not read where it lists decisions; nothing where it does not.
pub(super) fn unread(found: &Found, settled: bool) -> Option<Finding> {
    if let Some(spec) = by_word(found) {
        let lacks = lacks(found, spec);
        let why = match spec.key {
            key if key == REFUSALS.key => json!(NO_SHEET),
            _ if settled => json!(SETTLED),
            _ if lacks.is_empty() => json!(OTHER),
            _ => lacking(&lacks),
        };
        return unread_as(found, spec, &why);
    }
    let fits = |spec| lacks(found, spec).is_empty();
    match (fits(&PINS), fits(&WAIVERS)) {
        (_, true) => unread_as(
            found,
            &WAIVERS,
            &json!(if settled { SETTLED } else { OTHER }),
        ),
        (true, _) => unread_as(found, &BANS, &json!(WHICH)),
        _ => None,
    }
}

/// The heads of required columns that a sheet lacks.
fn lacks(found: &Found, spec: &'static TableSpec) -> Vec<Text> {
    let fit = meanings::fit(&found.shapes, spec);
    let has = |key: &str| {
        let mut known = fit.iter().flat_map(HeadFit::known_columns);
        known.any(|(column, ..)| column.key == key)
    };
    let required = spec.columns.iter().filter(|column| column.required);
    let lacking = required.filter(|column| !has(column.key));
    lacking.map(|column| column.head).collect()
}

fn lacking(heads: &[Text]) -> Value {
    let zh: Vec<&str> = heads.iter().map(|one| one.zh).collect();
    let en: Vec<&str> = heads.iter().map(|one| one.en).collect();
    json!({ "zh": format!("缺少{}列", zh.join("、")), "en": format!("it lacks {}", en.join(", ")) })
}

fn unread_as(found: &Found, spec: &'static TableSpec, why: &Value) -> Option<Finding> {
    let fit = meanings::fit(&found.shapes, spec).filter(|fit| fit.known > 0);
    let below = fit.map_or(1, |fit| fit.at + fit.deep);
    let number = found.leaf.rows.len().saturating_sub(below);
    let key = if spec.key == WAIVERS.key {
        "approvals"
    } else {
        spec.key
    };
    let blanks = blanks! { table: spec.name, number: number, why: why, key: key };
    let told = || Finding::new(&DECISIONS_UNREAD, blanks).at(found.leaf.place());
    (number > 0).then(told)
}
