//! The parts of a roll: a line among its rows that is no person but a heading is told with its words, and the rows below
//! one that says they are out, in reserve or not settled are never read as moves, for nobody can say whether they are.

use super::heads::HeadFit;
use super::ids::Ids;
use super::meanings;
use super::plan_sheets::MOVES;
use super::roll_rows::{AGAINST, WHO};
use super::spelling;
use super::table::{FileRow, Leaf, left_out, letter};
use crate::blanks;
use crate::domain::{Labelled, Stage};
use crate::finding::{Code, Finding, Findings, Place};
use crate::text::Text;
use std::collections::BTreeSet;

/// Words of a heading that leave open whether those whom it is about move, beside those that speak against a move
/// anywhere.
const OUT: &[&str] = &[
    "备选",
    "候补",
    "递补",
    "替补",
    "备用",
    "预备",
    "储备",
    "待",
    "落选",
    "淘汰",
    "留任",
    "退回",
    "意向",
    "草稿",
    "初稿",
    "样表",
    "示例",
    "往年",
    "去年",
    "上年",
    "上一年",
    "上学年",
    "上一学年",
    "历年",
    "已完成",
    "已结束",
    "not ",
    "reserve",
    "waiting",
    "void",
    "dropped",
    "excluded",
    "draft",
    "last year",
    "空白",
];
/// Any no in a heading of those below it.
const NO: &[&str] = &["不", "未", "非", "免", "勿", "停", "缓", "除"];
/// Words with a no in them that say nothing of whoever stands there.
const HARMLESS: &[&str] = &["未完", "不分先后", "不分名次", "不限", "不另"];
/// Words of a heading about those above it.
const ABOVE: &[&str] = &["以上", "上述", "上列", "above"];
/// Words that speak against a move in a remark about somebody, and not at the head of many.
pub(super) const OF_REMARKS: &[&str] = &["调出", "调离", "退休", "改派", "撤销"];
/// Words of a heading that say that those below it move.
const IN: &[&str] = &[
    "交流", "轮岗", "调动", "调整", "派出", "派往", "参加", "拟定", "正式", "确定", "入选", "增补",
    "支教", "对调", "moves", "rotation", "goes", "chosen",
];
/// Words that only headings have.
const HEADING: &[&str] = &[
    "以下",
    "下列",
    "如下",
    "名单",
    "人员",
    "教师",
    "名册",
    "部分",
    "批",
    "组",
    "类",
    "一、",
    "二、",
    "三、",
    "四、",
    "五、",
    "六、",
    "(一)",
    "(二)",
    "(三)",
    "(四)",
    "(五)",
    ":",
    "below",
    "following",
    "list",
    "group",
    "part",
    "共",
    "总计",
    "合计",
];
/// Words by which a note is about what follows it.
const BELOW: &[&str] = &["以下", "下列", "下面", "下述", "如下", "below", "following"];
/// Longest name of a person, characters.
const NAME: usize = 4;
/// So many people below a heading are named.
const NAMED: usize = 8;

/// What a heading says of the rows below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// That they do not move, or may not.
    Out,
    /// That they do.
    In,
    /// Neither, such as the name of a school.
    Neither,
}

/// The rows of a roll that are none of a person, and those that stand under a heading that puts them out.
#[derive(Debug, Default)]
pub(super) struct Parts {
    headings: BTreeSet<usize>,
    out: BTreeSet<usize>,
    pub(super) told: Findings,
}

/// One heading.
struct Heading<'l> {
    row: usize,
    at: usize,
    words: &'l str,
    /// It is told as a note or the line to sign.
    noted: bool,
    /// It is about those above it.
    above: bool,
    /// Whoever it is about, where it puts them out.
    people: Vec<(usize, String)>,
}

impl Parts {
    /// The parts of a roll.
    pub(super) fn of(leaf: &Leaf, ids: &Ids) -> Self {
        let mut parts = Self::default();
        let Some(fit) = &meanings::fit(&meanings::shapes(&leaf.rows), &MOVES) else {
            return parts;
        };
        let (mut open, mut since): (Option<Heading<'_>>, Vec<(usize, String)>) = (None, Vec::new());
        for row in leaf.rows.iter().skip(fit.at + fit.deep) {
            // A note or the line to sign is told where it is left out, unless it puts out whoever stands below.
            let noted = left_out(row, fit).is_some();
            let found = heading(row, fit, ids);
            let of_rows = |words: &str| has(BELOW, words) || has(ABOVE, words);
            let found = found
                .filter(|(_, words)| !noted || of_rows(words) && says(words, ids) == Says::Out);
            let Some((at, words)) = found else {
                if let Some(who) = who(row, fit).filter(|_| !noted) {
                    let list = open.as_mut().map_or(&mut since, |open| &mut open.people);
                    list.push((row.number, who.to_owned()));
                }
                continue;
            };
            parts.headings.insert(row.number);
            let mut next = Heading {
                row: row.number,
                at,
                words,
                noted,
                above: has(ABOVE, words),
                people: Vec::new(),
            };
            let before = std::mem::take(&mut since);
            match says(words, ids) {
                Says::Out if next.above => {
                    next.people = before;
                    parts.close(leaf, Some(next));
                    continue;
                }
                Says::Out => {
                    parts.close(leaf, open.replace(next));
                    continue;
                }
                Says::In if !next.above => parts.close(leaf, open.take()),
                Says::In | Says::Neither => {}
            }
            parts.tell(leaf, &next);
        }
        parts.close(leaf, open);
        parts
    }

    /// Whether a row is a heading.
    pub(super) fn is_heading(&self, row: &FileRow) -> bool {
        self.headings.contains(&row.number)
    }

    /// The numbers of the rows that are headings.
    pub(super) fn headings(&self) -> &BTreeSet<usize> {
        &self.headings
    }

    /// Whether a row stands under a heading that puts it out.
    pub(super) fn is_out(&self, row: &FileRow) -> bool {
        self.out.contains(&row.number)
    }

    /// Tells what stands under a heading that puts it out; of one with nobody below only that it was not read.
    fn close(&mut self, leaf: &Leaf, heading: Option<Heading<'_>>) {
        let Some(heading) = heading else {
            return;
        };
        let (Some((first, _)), Some((last, _))) = (heading.people.first(), heading.people.last())
        else {
            self.tell(leaf, &heading);
            return;
        };
        self.out.extend(heading.people.iter().map(|one| one.0));
        let named = heading.people.iter().take(NAMED);
        let mut people: Vec<&str> = named.map(|one| one.1.as_str()).collect();
        if heading.people.len() > NAMED {
            people.push("…");
        }
        let blanks = blanks! {
            found: heading.words, number: heading.people.len(), first: first, last: last, people: people,
            side: if heading.above { UP } else { DOWN },
        };
        self.told
            .push(Finding::new(&OUT_BELOW, blanks).at(place(leaf, &heading)));
    }

    fn tell(&mut self, leaf: &Leaf, heading: &Heading<'_>) {
        if heading.noted {
            return;
        }
        let blanks = blanks! { found: heading.words };
        self.told
            .push(Finding::new(&HEADING_ROW, blanks).at(place(leaf, heading)));
    }
}

fn place(leaf: &Leaf, heading: &Heading<'_>) -> Place {
    Place {
        cell: Some(format!("{}{}", letter(heading.at), heading.row)),
        found: Some(heading.words.to_owned()),
        ..leaf.place().at_row(heading.row)
    }
}

fn has(list: &[&str], words: &str) -> bool {
    let plain = spelling::plain(words).to_lowercase();
    let tight = spelling::tight(&plain);
    let mut list = list.iter();
    list.any(|word| tight.contains(word) || plain.contains(word))
}

/// Where a column of the roll stands.
pub(super) fn at(fit: &HeadFit, key: &str) -> Option<usize> {
    let mut known = fit.known_columns_at();
    known.find(|(_, column)| column.key == key).map(|one| one.0)
}

/// Who stands in a row, as it is written.
fn who<'r>(row: &'r FileRow, fit: &HeadFit) -> Option<&'r str> {
    let cell = |key: &&str| row.cells.get(at(fit, key)?).map(String::as_str);
    let mut filled = WHO.iter().filter_map(cell);
    filled.find(|cell| !spelling::says_nothing(cell))
}

/// The words of a heading with its column: of a row that names nobody on the roster and no school to go to, and whose
/// words are those of a heading.
fn heading<'r>(row: &'r FileRow, fit: &HeadFit, ids: &Ids) -> Option<(usize, &'r str)> {
    let cells = (0..).zip(&row.cells);
    let filled = cells.filter(|(_, cell)| !spelling::says_nothing(cell));
    // A number in front, or how many there are below, says nothing by itself.
    let mut words = filled.filter(|(_, cell)| spelling::whole(cell).is_none());
    let (place, first) = words.next()?;
    // Of merged cells all may hold the same.
    let alone = words.all(|(_, cell)| cell == first);
    let cell = |key: &str| row.cells.get(at(fit, key)?);
    let goes = cell("to").filter(|to| *to != first);
    let stands = WHO.iter().filter_map(|key| cell(key));
    let mut stands = stands.filter(|cell| !spelling::says_nothing(cell));
    if goes.is_some_and(|to| ids.school(to).is_some()) || stands.any(|word| is_somebody(word, ids))
    {
        return None;
    }
    let plain = spelling::plain(first);
    let speaks = has(HEADING, first);
    let of = |key: &str| at(fit, key) == Some(place);
    // A row that says a school and nothing more may lack its person, and a remark is about somebody.
    let whole = alone && !of("from") && !of("to") && !of("remark") && !plain.contains('·');
    let long = plain.chars().count() > NAME;
    let named = ids.school(first).is_some() || Stage::LABELS.iter().any(|one| one.is_called(first));
    let is_heading = if whole {
        speaks || says(first, ids) != Says::Neither || named || long && !plain.is_ascii()
    } else {
        long && speaks
    };
    is_heading.then_some((place, first.as_str()))
}

/// Whether a word names somebody who is on the roster, or was.
fn is_somebody(word: &str, ids: &Ids) -> bool {
    ids.id_then_or_now(word).is_some() || ids.is_gone(word) || !ids.people(word).is_empty()
}

/// What the words of a heading say of whoever stands below, or above where they are about those.
fn says(words: &str, ids: &Ids) -> Says {
    if ids.school(words).is_some() {
        return Says::Neither;
    }
    let mut plain = words.to_owned();
    for word in HARMLESS {
        plain = plain.replace(word, "");
    }
    let against = AGAINST.iter().filter(|word| !OF_REMARKS.contains(word));
    let against: Vec<&str> = against.copied().collect();
    let no = has(NO, &plain) && !has(ABOVE, &plain);
    if no || has(OUT, &plain) || has(&against, &plain) {
        Says::Out
    } else if has(IN, &plain) {
        Says::In
    } else {
        Says::Neither
    }
}

/// On which side of a heading those stand whom it is about.
const DOWN: Text = Text::new("其下", "below");
const UP: Text = Text::new("其上", "above");

crate::finding::codes! { pub(super),
    OUT_BELOW "A101" error
        ["这一行不是人，是标题“{found}”：{side}{number}人（第{first}至{last}行：{people}）是否调动，无从判断，没有读取。", "This row is no person but the heading \"{found}\": whether the {number} people {side} it (rows {first} to {last}: {people}) move cannot be told; they are not read."]
        ["不调动的，删去这些行，或移到别的工作簿；仍要调动的，删去这一行标题，或把人移到标题的另一侧。", "Where they do not move, delete these rows or put them into another workbook; where they do, delete the heading, or put them on its other side."];
    HEADING_ROW "A102" note
        ["这一行是标题“{found}”，不是人，没有读取；其下的人照常读取。", "This row is the heading \"{found}\" and no person; it is not read, those below it are."]
        ["无需处理；其下的人不应调动的，删去那些行。", "Nothing to do; delete the rows of those below who should not move."];
}

/// Every kind of finding about the parts of a roll.
pub(super) const PART_CODES: &[&Code] = CODES;
