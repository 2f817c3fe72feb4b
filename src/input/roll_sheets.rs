//! Which sheets of a workbook made by hand are its roll: what is hidden, or called void, old or a draft, is never read as
//! one unless somebody says so.

use super::columns::TableSpec;
use super::heads::HeadFit;
use super::ids::Ids;
use super::meanings;
use super::plan_sheets::{MOVES, PLAN_SHEETS};
use super::roll_parts::at;
use super::roll_rows::WHO;
use super::sheet_words::is_of_another_year;
use super::spelling;
use super::table::{FileRow, Leaf, left_out};
use crate::blanks;
use crate::finding::{Code, Finding, Findings};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Longest title of a sheet, characters: what is longer is a note about it.
const TITLE: usize = 40;
/// Words above the heads of a sheet, or in its title, by which whoever stands there does not move.
const VOID: &[&str] = &[
    "作废",
    "废止",
    "停用",
    "失效",
    "退出",
    "取消",
    "撤回",
    "撤下",
    "不参加",
    "不再",
    "不轮岗",
    "不交流",
    "不调",
    "备选",
    "候补",
    "递补",
    "替补",
    "备用",
    "预备",
    "落选",
    "样表",
    "示例",
    "往年",
    "去年",
    "上年",
    "上一年",
    "上学年",
    "上一学年",
    "历年",
];
/// Words in the title of a sheet by which another one may count in its stead.
const OTHER: &[&str] = &[
    "草稿",
    "草案",
    "初稿",
    "原稿",
    "旧版",
    "旧表",
    "旧稿",
    "旧名单",
    "旧花名册",
    "副本",
    "备份",
    "存档",
    "归档",
    "历史",
    "测试",
    "废",
];
/// English words in the title of a sheet, by how they begin.
const ENGLISH: &[&str] = &[
    "void", "old", "draft", "copy", "backup", "cancel", "withdr", "reserve", "sample", "archive",
    "obsolete",
];

/// Why a sheet with the heads of a roll may not be meant to count: it is hidden, or the words of its title or above its
/// heads.
fn doubt(leaf: &Leaf, fit: &HeadFit, year: i16) -> Option<Doubt> {
    if leaf.hidden {
        return Some(Doubt::Hidden);
    }
    let name = leaf.sheet.as_deref().unwrap_or_default();
    let above = leaf.rows.iter().take(fit.at);
    let above = above.filter(|row| left_out(row, fit).is_none());
    let above = above.filter_map(|row| row.cells.iter().find(|cell| !cell.is_empty()));
    let mut above = above.filter(|words| words.chars().count() <= TITLE);
    let other = |words: &str| is_of_another_year(words, year);
    let found = if is_in_doubt(name) || other(name) {
        Some(name)
    } else {
        above
            .find(|words| has(VOID, words) || other(words))
            .map(String::as_str)
    };
    found.map(|title| Doubt::Title(title.to_owned()))
}

/// Whether the title of a sheet leaves open whether it counts; a spreadsheet calls a copy by the name with a number
/// behind.
fn is_in_doubt(name: &str) -> bool {
    let plain = spelling::tight(&spelling::plain(name)).to_lowercase();
    let behind = plain
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once('('));
    let again = behind.is_some_and(|(_, no)| spelling::whole(no).is_some_and(|no| no < 100));
    let old = plain.ends_with('旧') || plain.ends_with("(旧)");
    let lower = name.to_lowercase();
    let mut words = lower.split(|one: char| !one.is_ascii_alphabetic());
    let english = words.any(|word| ENGLISH.iter().any(|begin| word.starts_with(begin)));
    again || old || english || has(VOID, name) || has(OTHER, name)
}

fn has(list: &[&str], words: &str) -> bool {
    let tight = spelling::tight(&spelling::plain(words));
    list.iter().any(|word| tight.contains(word))
}

/// Why a sheet may not be meant to count.
#[derive(Debug, Clone)]
enum Doubt {
    /// It is hidden.
    Hidden,
    /// Its title says so.
    Title(String),
}

/// Who goes where in a sheet with the heads of a roll, as far as that can be told before it is read.
fn people(leaf: &Leaf, fit: &HeadFit, ids: &Ids) -> BTreeSet<(String, String)> {
    let cell = |row: &FileRow, key: &str| {
        let cell = at(fit, key).and_then(|at| row.cells.get(at));
        cell.filter(|cell| !spelling::says_nothing(cell)).cloned()
    };
    let rows = leaf.rows.iter().skip(fit.at + fit.deep);
    let all = rows.filter_map(|row| {
        let who = WHO.iter().rev().find_map(|key| cell(row, key))?;
        let to = cell(row, "to")?;
        let known = ids.teacher_or_name(&who).map(|no| ids.teacher_id(no));
        let at = ids.school(&to).map(|no| ids.school_id(no));
        let word = |known: Option<&str>, said: &str| {
            known.map_or_else(|| spelling::tight(said), str::to_owned)
        };
        Some((word(known, &who), word(at, &to)))
    });
    all.collect()
}

/// Whether the heads of a leaf say who goes where, and none of the other sheets knows more of them.
pub(super) fn is_roll_like(leaf: &Leaf) -> bool {
    let shapes = meanings::shapes(&leaf.rows);
    let Some(fit) = meanings::fit(&shapes, &MOVES) else {
        return false;
    };
    let has = |key: &str| fit.known_columns().any(|(column, ..)| column.key == key);
    let mut others = PLAN_SHEETS.iter().filter(|other| other.key != MOVES.key);
    let more = |other: &'static TableSpec| {
        let other = meanings::fit(&shapes, other);
        other.is_some_and(|other| other.known > fit.known && other.missing() == 0)
    };
    has("to") && (has("teacher") || has("name")) && !others.any(|other| more(other))
}

/// Whether a leaf has the heads that a sheet needs, and no head of another.
pub(super) fn has_the_heads(leaf: &Leaf, spec: &'static TableSpec) -> bool {
    let Some(fit) = meanings::fit(&meanings::shapes(&leaf.rows), spec) else {
        return false;
    };
    let columns = spec.columns.iter().zip(&fit.means);
    let whole = columns
        .clone()
        .all(|(column, means)| !column.required || !means.is_empty());
    let heads = fit.head.iter().filter(|head| !head.is_empty()).count();
    whole && fit.known > 1 && fit.known == heads
}

/// Sheets with the heads of a roll that are not read.
#[derive(Debug, Default)]
pub(super) struct Passed {
    /// By their places among all.
    pub(super) sheets: BTreeSet<usize>,
    /// Why, or what is asked.
    pub(super) told: Findings,
}

/// Which of the sheets with the heads of a roll are read, by their places: the plain ones, whose titles are not of another
/// year than that in which the school year begins. What is asked of the others,
/// or that they say nothing else, is told; asked is only where it matters.
pub(super) fn chosen(
    leaves: &[Leaf],
    all: Vec<usize>,
    ids: &Ids,
    year: i16,
) -> (Vec<usize>, Passed) {
    let fit = |leaf: &Leaf| meanings::fit(&meanings::shapes(&leaf.rows), &MOVES);
    let (mut plain, mut doubtful) = (Vec::new(), Vec::new());
    let mut passed = Passed::default();
    for no in all {
        let leaf = leaves.get(no);
        let fit = leaf.and_then(fit);
        let doubt = leaf
            .zip(fit.as_ref())
            .and_then(|(leaf, fit)| doubt(leaf, fit, year));
        match leaf.zip(fit).zip(doubt) {
            Some(((leaf, fit), doubt)) => {
                passed.sheets.insert(no);
                doubtful.push((leaf, fit, doubt));
            }
            None => plain.push(no),
        }
    }
    if let [only] = plain[..]
        && let Some((roll, heads)) = leaves.get(only).and_then(|leaf| Some((leaf, fit(leaf)?)))
    {
        let there = people(roll, &heads, ids);
        doubtful.retain(|(leaf, fit, _)| {
            let differs = !people(leaf, fit, ids).is_subset(&there);
            if !differs {
                passed.told.push(same_again(leaf, roll));
            }
            differs
        });
    }
    let asked: Vec<(&Leaf, Doubt)> = doubtful.into_iter().map(|one| (one.0, one.2)).collect();
    passed.told.0.extend(ask_which(&asked));
    (plain, passed)
}

/// That sheets which may not be meant to count have the heads of a roll.
fn ask_which(doubtful: &[(&Leaf, Doubt)]) -> Option<Finding> {
    let first = doubtful.first()?;
    let name = |leaf: &Leaf| leaf.sheet.clone().unwrap_or_default();
    let sheets: Vec<String> = doubtful.iter().map(|one| name(one.0)).collect();
    let hidden = doubtful.iter().filter(|one| matches!(one.1, Doubt::Hidden));
    let hidden: Vec<String> = hidden.map(|one| name(one.0)).collect();
    let blanks = blanks! {
        sheet: MOVES.name, number: sheets.len(), sheets: sheets, why: why(&hidden, doubtful),
    };
    Some(Finding::new(&WHICH_SHEETS, blanks).at(first.0.place()))
}

/// Why each of these sheets may not be meant to count, in both languages.
fn why(hidden: &[String], doubtful: &[(&Leaf, Doubt)]) -> Value {
    let titles = doubtful.iter().filter_map(|one| match &one.1 {
        Doubt::Title(title) => Some(title.as_str()),
        Doubt::Hidden => None,
    });
    let titles: Vec<&str> = titles.collect();
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if !hidden.is_empty() {
        zh.push(format!("“{}”是隐藏的", hidden.join("”“")));
        en.push(format!("\"{}\" is hidden", hidden.join("\", \"")));
    }
    if !titles.is_empty() {
        zh.push(format!("标题为“{}”", titles.join("”“")));
        en.push(format!("the title is \"{}\"", titles.join("\", \"")));
    }
    json!({ "zh": zh.join("，"), "en": en.join(", ") })
}

/// That such sheets say nothing that the roll does not say, and were left out.
fn same_again(leaf: &Leaf, roll: &Leaf) -> Finding {
    let blanks = blanks! { found: leaf.sheet, sheet: roll.sheet };
    Finding::new(&SAME_AGAIN, blanks).at(leaf.place())
}

crate::finding::codes! { pub(super),
    WHICH_SHEETS "A103" error
        ["有{number}张表的表头与“{sheet}”相同，是否计入无从判断，没有读取：{sheets}（{why}）。", "{number} sheets have the heads of \"{sheet}\" and may not be meant to count; they are not read: {sheets} ({why})."]
        ["应计入的，取消隐藏，改去标题中的字样；不应计入的，从工作簿中删去。", "Unhide those that count and give them another title; delete from the workbook those that do not."];
    SAME_AGAIN "A104" note
        ["“{found}”所列的人和去向在“{sheet}”中都有，没有读取。", "All that \"{found}\" lists stands in \"{sheet}\" as well; it is not read."]
        ["无需处理；不用的可删去。", "Nothing to do; it may be deleted."];
}

/// Every kind of finding about which sheets of a workbook are the roll.
pub(super) const WHICH_CODES: &[&Code] = CODES;
