//! Words on a sheet that belong to no row of its table: titles, notes, totals and lines to sign. They decide nothing; those
//! that name somebody or speak of a change, and are not ours, are asked about, so that no note is lost without a word.

use super::columns::TableSpec;
use super::meanings;
use super::roll_parts::OF_REMARKS;
use super::roll_rows::{AGAINST, WHO};
use super::sheet::Sheet;
use super::spelling;
use super::table::{Leaf, is_to_sign, left_out, letter, only_signs};
use crate::blanks;
use crate::domain::{Roster, year_start};
use crate::finding::{Code, Finding, Findings, Place, Severity};
use std::collections::BTreeSet;

/// Longest piece of a note that is shown, characters.
const SHOWN: usize = 60;
/// Shortest name that is looked for anywhere; shorter ones are those of somebody who stands in the workbook.
const NAME: usize = 3;
/// Words of a change or a refusal, beside those that speak against a move in a remark.
const CHANGE: &[&str] = &[
    "改", "顶替", "替换", "替下", "代替", "换成", "换人", "更换", "调换", "对换", "重排", "重新",
    "不招", "停招", "缓招", "除外", "不含", "不计", "不列", "剔除", "撤销", "更正", "增补", "追加",
    "停止", "反对", "instead", "replace", "except", "change",
];
/// What somebody's state is says nothing of a move where nobody is named.
const STATES: &[&str] = &[
    "怀孕", "孕期", "产假", "哺乳", "重病", "住院", "退休", "辞职", "去世", "病故", "申诉",
];
/// Words with one of these in them that speak of no change.
const HARMLESS: &[&str] = &[
    "改革",
    "改善",
    "改进",
    "整改",
    "修改稿",
    "修改版",
    "有异议的",
    "重新公布",
];

/// A cell of words that belong to no row.
#[derive(Debug, Clone)]
pub(super) struct Words {
    row: usize,
    at: usize,
    pub(super) text: String,
}

/// The words of a sheet beside its table, or of one that is only shown those that stand alone in their row.
pub(super) fn of(leaf: &Leaf, spec: Option<&'static TableSpec>) -> Vec<Words> {
    let fit = spec.and_then(|spec| meanings::fit(&meanings::shapes(&leaf.rows), spec));
    let mut all = Vec::new();
    for (no, row) in leaf.rows.iter().enumerate() {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty());
        let alone = filled.collect::<BTreeSet<_>>().len() == 1 || is_to_sign(&row.cells);
        let outside = fit.as_ref().map_or(alone, |fit| {
            let below = no >= fit.at + fit.deep;
            no < fit.at || below && (alone || left_out(row, fit).is_some())
        });
        if !outside {
            continue;
        }
        let mut seen = BTreeSet::new();
        for (at, cell) in row.cells.iter().enumerate() {
            // Of merged cells all may hold the same.
            if !spelling::says_nothing(cell) && spelling::whole(cell).is_none() && seen.insert(cell)
            {
                let (row, text) = (row.number, cell.clone());
                all.push(Words { row, at, text });
            }
        }
    }
    all
}

/// What the words of a workbook are held against.
pub(super) struct Against<'a> {
    pub(super) roster: &'a Roster,
    pub(super) leaves: &'a [Leaf],
    /// Which words the program wrote is known: all others are told.
    pub(super) known: bool,
}

impl Against<'_> {
    /// What is told of words that are not ours: asked where they may be meant to change something.
    pub(super) fn told(&self, leaf: &Leaf, words: &[Words]) -> Findings {
        let told = words.iter().filter_map(|one| {
            let asks = self.may_change(&one.text);
            let notes = self.known && !only_signs(&one.text);
            let code: &'static Code = if asks { &WORDS_ASKED } else { &WORDS_ADDED };
            let place = Place {
                cell: Some(format!("{}{}", letter(one.at), one.row)),
                found: Some(shown(&one.text)),
                ..leaf.place().at_row(one.row)
            };
            let blanks = blanks! { sheet: leaf.sheet, found: shown(&one.text) };
            (asks || notes).then(|| Finding::new(code, blanks).at(place))
        });
        Findings(told.collect())
    }

    /// Whether words may be meant to change something: they speak of a change or of another year, or name somebody,
    /// and in a workbook of ours a school or a recruiting line.
    fn may_change(&self, words: &str) -> bool {
        let start = year_start(self.roster.date).first_day().year();
        if speaks_of_change(words) || is_of_another_year(words, start) {
            return true;
        }
        if only_signs(words) {
            return false;
        }
        let tight = spelling::tight(words);
        let has = |word: &str| tight.contains(&spelling::tight(word));
        let named = self.roster.teachers.iter().any(|one| {
            let name = one.name.as_str();
            let long = name.chars().count() >= NAME;
            has(name) && (long || self.stands(name)) || names_id(words, &one.id)
        });
        let note = self.known;
        let school = || self.roster.schools.iter().any(|one| has(&one.name));
        let line = || self.roster.pools.iter().any(|one| names_id(words, &one.id));
        named || note && (school() || line())
    }

    /// Whether somebody of this name stands in the workbook.
    fn stands(&self, name: &str) -> bool {
        let rows = self.leaves.iter().flat_map(|leaf| &leaf.rows);
        rows.flat_map(|row| &row.cells).any(|cell| cell == name)
    }
}

/// Whether an id stands in words by itself.
fn names_id(words: &str, id: &str) -> bool {
    let plain = spelling::plain(words);
    let mut all = plain.split(|one: char| !one.is_ascii_alphanumeric());
    id.len() > 1 && all.any(|word| word == id)
}

fn speaks_of_change(words: &str) -> bool {
    let mut plain = spelling::plain(words).to_lowercase();
    for word in HARMLESS {
        plain = plain.replace(word, "");
    }
    let tight = spelling::tight(&plain);
    let mut all = AGAINST
        .iter()
        .filter(|one| !STATES.contains(one) && !OF_REMARKS.contains(one));
    let mut change = CHANGE.iter();
    let says = |word: &&&str| tight.contains(**word) || plain.contains(**word);
    all.any(|word| says(&word)) || change.any(|word| says(&word))
}

/// Whether words are those of another school year than that which begins in this one, such as `2025年` or
/// `2025—2026学年`; a day or a month is no year.
pub(super) fn is_of_another_year(words: &str, start: i16) -> bool {
    let tight = spelling::tight(&spelling::plain(words));
    let mut digits = String::new();
    let mut ones = tight.chars().peekable();
    while let Some(one) = ones.next() {
        if one.is_ascii_digit() {
            digits.push(one);
            continue;
        }
        let year = digits.parse::<i16>().ok();
        let year = year.filter(|year| digits.len() == 4 && (2000..2200).contains(year));
        digits.clear();
        let ends = matches!(one, '年' | '学' | '度' | '-' | '—' | '–' | '~' | '至');
        let Some(year) = year.filter(|_| ends) else {
            continue;
        };
        let rest: String = ones.clone().take_while(char::is_ascii_digit).collect();
        let is_date = match one {
            '年' => !rest.is_empty(),
            '-' | '—' | '–' | '~' | '至' => rest.len() != 4 && !rest.is_empty(),
            _ => false,
        };
        return !is_date && year != start;
    }
    false
}

/// Leaves of what is told of rows only one thing: words that are asked about are no mere note or heading, and what is
/// told as wrong or asked about by itself is not told as words again.
pub(super) fn settle(findings: &mut Findings, mut words: Findings) {
    let row = |one: &Finding| {
        let place = one.place.as_ref()?;
        place.row.map(|row| (place.sheet.clone(), row))
    };
    let is_total = |one: &Finding| one.code == &WRONG_TOTAL;
    let is_note =
        |one: &Finding| one.severity == Severity::Note || one.code.id == "A85" || is_total(one);
    let others = findings.0.iter();
    let wrong: BTreeSet<_> = others
        .clone()
        .filter(|one| !is_note(one))
        .filter_map(row)
        .collect();
    let noted: BTreeSet<_> = others.filter_map(row).collect();
    let asks = |one: &Finding| one.code == &WORDS_ASKED;
    words.0.retain(|one| {
        let others = if asks(one) { &wrong } else { &noted };
        row(one).is_none_or(|row| !others.contains(&row))
    });
    let asked = words.0.iter().filter(|one| asks(one));
    let asked: BTreeSet<_> = asked.filter_map(row).collect();
    let again = |one: &Finding| is_note(one) && SAID.contains(&one.code.id);
    findings
        .0
        .retain(|one| !again(one) || row(one).is_none_or(|row| !asked.contains(&row)));
    findings.append(words);
}

/// What is told of a row of words otherwise: that it was left out, is a heading, or says neither who nor where.
const SAID: [&str; 4] = ["I109", "I120", "A102", "A85"];

/// The beginning of words, in one line.
fn shown(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}

/// How many people a row of totals speaks of: `6人`, `共6人`, `合计：6人`; none where it does not say.
fn people_of(words: &str) -> Option<usize> {
    let tight = spelling::tight(&spelling::plain(words));
    let mut digits = String::new();
    for one in tight.chars() {
        if one.is_ascii_digit() {
            digits.push(one);
        } else if matches!(one, '人' | '名') && !digits.is_empty() {
            return digits.parse().ok();
        } else {
            digits.clear();
        }
    }
    None
}

/// The totals of a roll that are none of its rows: neither of all, nor of those since the last total, nor of those since
/// the last heading.
pub(super) fn wrong_totals(sheet: &Sheet, words: &[Words], headings: &BTreeSet<usize>) -> Findings {
    let mut told = Findings::default();
    let people = sheet.table.rows.iter();
    let people = people.filter(|row| {
        let mut who = WHO.iter().map(|key| sheet.cell(row, key));
        !headings.contains(&row.number) && who.any(|cell| !spelling::says_nothing(cell))
    });
    let people: Vec<usize> = people.map(|row| row.number).collect();
    let mut last = 0;
    let first = people.iter().chain(headings).min().copied();
    for one in words
        .iter()
        .filter(|one| first.is_some_and(|first| one.row > first))
    {
        let Some(number) = people_of(&one.text) else {
            continue;
        };
        let above = |from: usize| {
            let rows = people.iter();
            rows.filter(|row| **row > from && **row < one.row).count()
        };
        let heading = headings.iter().filter(|row| **row < one.row);
        let heading = heading.max().copied().unwrap_or_default();
        let fits = [people.len(), above(0), above(last), above(heading)];
        if !fits.contains(&number) {
            let place = Place {
                cell: Some(format!("{}{}", letter(one.at), one.row)),
                found: Some(shown(&one.text)),
                ..sheet.table.place(one.row)
            };
            let blanks = blanks! { found: shown(&one.text), stated: number, listed: people.len() };
            told.push(Finding::new(&WRONG_TOTAL, blanks).at(place));
        }
        last = one.row;
    }
    told
}

crate::finding::codes! { pub(super),
    WORDS_ASKED "A120" warning
        ["“{sheet}”这一格写有“{found}”，不是表内的一行：没有计入，方案仍按表内各行审核。是否要改动？", "A cell of \"{sheet}\" says \"{found}\" and belongs to no row of the table: it was not taken into account, and the plan is judged by its rows. Is something to be changed?"]
        ["要改动的，改在表内各行；退出的，删去这一行或用 --refuse 记下；是另一学年名单的，换成本学年的；只是说明的，不用处理。", "Make changes in the rows of the table; record a refusal with --refuse; bring the list of this school year; nothing to do for a remark."];
    WORDS_ADDED "A121" note
        ["“{sheet}”这一格写有“{found}”，不是本工具所写，没有计入。", "A cell of \"{sheet}\" says \"{found}\", which this tool did not write; it was not taken into account."]
        ["只是说明的，不用处理；要改动方案的，改在表内各行。", "Nothing to do for a remark; what should change the plan belongs into the rows of the table."];
    WRONG_TOTAL "A122" warning
        ["这一行写的是“{found}”，即{stated}人，表内列有{listed}人：可能漏了人或多了人。", "This row says \"{found}\", that is {stated} people, and the table lists {listed}: somebody may be missing, or one too many."]
        ["核对名单；漏了的补上，多了的删去，或改正这个数。", "Check the list: add who is missing, take out who is too many, or correct the number."];
}

/// Every kind of finding about words beside the tables.
pub(super) const WORD_CODES: &[&Code] = CODES;
