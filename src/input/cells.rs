//! The typed cells of one row. Whatever cannot be read is told, and the row goes on to its end.

use super::codes;
use super::columns::{CellKind, Column};
use super::ids::Ids;
use super::kept::Kept;
use super::sheet::Sheet;
use super::spelling::{self, MonthRead};
use super::table::FileRow;
use crate::blanks;
use crate::domain::Month;
use crate::finding::{Code, Finding, Findings, Place};
use crate::policy::{nearest, nearest_hint};
use crate::text::{Blanks, Text};
use serde_json::{Value, json};

/// The allowed words of a column.
fn allowed(column: &Column) -> Vec<Text> {
    column.kind.choices().iter().map(|one| one.text).collect()
}

/// The allowed word, in Chinese, that another one most likely stands for.
fn nearest_choice(column: &Column, word: &str) -> Value {
    let choices = || column.kind.choices().iter();
    let names = choices().map(|one| (one.text.zh, one.text.zh));
    let others = column.spellings.iter().flat_map(|(key, words)| {
        let label = choices().find(|one| one.key == *key);
        let name = label.map_or("", |one| one.text.zh);
        words.iter().map(move |word| (*word, name))
    });
    let mut likely = column.likely.iter();
    let likely = likely.find(|(_, words)| words.iter().any(|one| spelling::tight(one) == word));
    let likely = likely.and_then(|(key, _)| choices().find(|one| one.key == *key));
    if let Some(likely) = likely.map(|one| one.text.zh) {
        return nearest_hint(likely, [likely].into_iter());
    }
    let all: Vec<(&str, &str)> = names.chain(others).collect();
    // Of two signs one is no likeness: 山区 is not nearly 城区.
    let alike = |near: &&str| {
        let shared = word.chars().filter(|one| near.contains(*one));
        shared.count() * 2 > word.chars().count()
    };
    let near = nearest(word, all.iter().map(|one| one.0)).filter(alike);
    let name = near.and_then(|near| all.iter().find(|one| one.0 == near));
    name.map_or_else(
        || json!(""),
        |(_, name)| nearest_hint(name, [*name].into_iter()),
    )
}

/// One row being read.
pub struct Cells<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) row: &'a FileRow,
    pub(super) ids: &'a Ids,
    findings: &'a mut Findings,
    kept: &'a mut Kept,
    /// No error so far.
    pub(crate) sound: bool,
    /// No required value is missing so far.
    pub(super) whole: bool,
    /// How many findings this row has.
    pub(super) told: usize,
}

impl<'a> Cells<'a> {
    /// Begins a row.
    pub(super) fn new(
        sheet: &'a Sheet,
        row: &'a FileRow,
        ids: &'a Ids,
        (findings, kept): (&'a mut Findings, &'a mut Kept),
    ) -> Self {
        Self {
            sheet,
            row,
            ids,
            findings,
            kept,
            sound: true,
            whole: true,
            told: 0,
        }
    }

    /// Tells something about a cell of this row.
    pub(crate) fn tell(&mut self, code: &'static Code, key: &str, mut blanks: Blanks) {
        if let Some(column) = self.sheet.column(key)
            && code.says.zh.contains("{column}")
        {
            blanks.insert("column".to_owned(), json!(column.head));
        }
        let place = self.sheet.place(self.row, key);
        self.push(key, Finding::new(code, blanks).at(place));
    }

    /// Keeps a finding about this row.
    pub(super) fn push(&mut self, key: &str, finding: Finding) {
        self.told += 1;
        self.sound &= finding.severity != crate::finding::Severity::Error;
        self.kept.push(self.findings, key, finding);
    }

    /// Whether one more finding of this kind would be kept: what takes long to find out is found out only then.
    pub(super) fn keeps(&self, code: &'static Code, key: &str) -> bool {
        self.kept.keeps(code, key)
    }

    /// The cell; `None` when blank, which is told when the column is required.
    pub(crate) fn filled(&mut self, key: &str) -> Option<&'a str> {
        let cell = self.cell(key);
        if spelling::is_cell_error(cell) {
            self.tell(&codes::CELL_ERROR, key, blanks! { found: cell });
            return None;
        }
        if let Some(mark) = self.formula_mark(key) {
            self.tell(
                &codes::FORMULA,
                key,
                blanks! { found: cell, mark: mark.to_string() },
            );
            return None;
        }
        if self.is_filled(key) {
            return Some(cell);
        }
        if let Some(column) = self.sheet.column(key)
            && column.required
            && column.or_from.is_none()
        {
            self.blank(key);
        }
        None
    }

    /// The sign with which a cell begins that is no value but a formula, or words behind a slip of the key.
    fn formula_mark(&self, key: &str) -> Option<char> {
        let first = self.cell(key).chars().next()?;
        let kind = self.sheet.column(key)?.kind;
        let words = matches!(kind, CellKind::FreeText | CellKind::Id) && self.is_filled(key);
        let signs = matches!(first, '+' | '-' | '@' | '＋' | '－' | '＠') && words;
        (matches!(first, '=' | '＝') || signs).then_some(first)
    }

    /// Tells that a required cell is blank; a column that is missing has been told once already.
    pub(crate) fn blank(&mut self, key: &str) {
        self.sound = false;
        if let Some(column) = self.sheet.column(key)
            && self.sheet.has(key)
        {
            let expected = match &allowed(column)[..] {
                [] => json!(column.kind.says()),
                allowed => json!(allowed),
            };
            self.tell(&codes::BLANK, key, blanks! { expected: expected });
        }
    }

    /// The cell as it stands there.
    pub(super) fn cell(&self, key: &str) -> &'a str {
        self.sheet.cell(self.row, key)
    }

    /// Whether anything is written there: neither a mark nor a word for nothing, unless that word is a value of
    /// its column.
    pub(super) fn is_filled(&self, key: &str) -> bool {
        let cell = self.cell(key);
        if spelling::says_nothing(cell) {
            return false;
        }
        if !spelling::means_nothing(cell) {
            return true;
        }
        let column = self.sheet.column(key);
        column.is_some_and(|column| match column.kind {
            CellKind::Flag => column.yes || spelling::flag(cell).is_some(),
            kind => {
                let word = column.respelt(cell);
                word != cell || kind.choices().iter().any(|one| one.is_called(word))
            }
        })
    }

    /// Where the cell of a column stands.
    pub(super) fn place(&self, key: &str) -> Place {
        self.sheet.place(self.row, key)
    }

    /// Which of these columns a workbook that is not ours does not have.
    pub(crate) fn lacking(&self, keys: &[&'static str]) -> Vec<&'static str> {
        let lacking = keys.iter().copied().filter(|key| !self.sheet.has(key));
        lacking.filter(|_| !self.ids.ours).collect()
    }

    /// Whether the workbook is not ours.
    pub(crate) fn is_by_hand(&self) -> bool {
        !self.ids.ours
    }

    /// The number of the row.
    pub(crate) fn number(&self) -> usize {
        self.row.number
    }

    /// Free words.
    pub(crate) fn text(&mut self, key: &str) -> Option<String> {
        self.filled(key).map(str::to_owned)
    }

    /// Free words or a code, as the column has it.
    pub(super) fn words(&mut self, key: &str) -> Option<String> {
        match self.sheet.column(key).map(|column| column.kind) {
            Some(CellKind::Id) => self.id(key),
            _ => self.text(key),
        }
    }

    /// A code.
    pub(crate) fn id(&mut self, key: &str) -> Option<String> {
        let cell = self.filled(key)?;
        if spelling::is_ruined_id(cell) {
            self.tell(&codes::RUINED_ID, key, blanks! { found: cell });
        }
        Some(spelling::code(cell))
    }

    /// A whole number that may be negative.
    pub(super) fn points(&mut self, key: &str) -> Option<i64> {
        self.understood(key, &codes::NOT_WHOLE, spelling::whole)
    }

    /// Yes or no.
    pub(super) fn yes(&mut self, key: &str) -> Option<bool> {
        let cell = self.filled(key)?;
        let column = self.sheet.column(key);
        let unsure = column.is_some_and(|column| column.yes) && spelling::means_nothing(cell);
        if unsure {
            self.tell(&codes::NOT_FLAG, key, blanks! { found: cell });
            return None;
        }
        self.understood(key, &codes::NOT_FLAG, spelling::flag)
    }

    /// Yes or no, and what a blank means.
    pub(crate) fn flag(&mut self, key: &str, blank: bool) -> bool {
        self.yes(key).unwrap_or(blank)
    }

    /// What a cell says; one that cannot be understood is told.
    fn understood<T>(
        &mut self,
        key: &str,
        code: &'static Code,
        understand: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.filled(key)?;
        let found = understand(cell);
        if found.is_none() {
            self.tell(code, key, blanks! { found: cell });
        }
        found
    }

    fn one_word<T>(&mut self, key: &str, cell: &str, find: fn(&str) -> Option<T>) -> Option<T> {
        let column = self.sheet.column(key)?;
        let tight = spelling::tight(cell);
        let spellings = column.spellings.iter();
        let mut meant = spellings.filter(|(_, words)| {
            let mut words = words.iter();
            words.any(|word| spelling::tight(word) == tight)
        });
        let found = find(column.respelt(cell)).or_else(|| find(&tight));
        let found = found.or_else(|| meant.next().and_then(|(key, _)| find(key)));
        if found.is_none() {
            let blanks = blanks! {
                found: cell, nearest: nearest_choice(column, &tight), allowed: allowed(column),
                words: format!("{}.words.{key}", self.sheet.spec.key),
            };
            self.tell(&codes::NOT_A_CHOICE, key, blanks);
        }
        found
    }

    /// One of the allowed words.
    pub(crate) fn choice<T>(&mut self, key: &str, find: fn(&str) -> Option<T>) -> Option<T> {
        self.filled(key)
            .and_then(|cell| self.one_word(key, cell, find))
    }

    /// Several of the allowed words, in the order of their enum.
    pub(super) fn choices<T: Ord>(&mut self, key: &str, find: fn(&str) -> Option<T>) -> Vec<T> {
        let mut all = self.each(key, |cells, cell| cells.one_word(key, cell, find));
        all.sort();
        all
    }

    /// A month; where a blank means so, `至今` is blank.
    pub(crate) fn month(&mut self, key: &str) -> Option<Month> {
        let cell = self.filled(key)?;
        let open = self.sheet.column(key).is_some_and(|column| column.open);
        if open && spelling::goes_on(cell) {
            return None;
        }
        match spelling::month(cell) {
            Some(MonthRead::Month(month)) => Some(month),
            Some(MonthRead::Serial(month)) => {
                let blanks = blanks! { found: cell, read: month };
                self.tell(&codes::SERIAL_DATE, key, blanks);
                Some(month)
            }
            Some(MonthRead::Two(one, other)) => {
                let blanks = blanks! { found: cell, one: one, other: other };
                self.tell(&codes::TWO_MONTHS, key, blanks);
                None
            }
            None => {
                self.tell(&codes::NOT_MONTH, key, blanks! { found: cell });
                None
            }
        }
    }

    /// A longitude and a latitude, by the keys of their columns.
    pub(super) fn coordinates(&mut self, lon_key: &str, lat_key: &str) -> Option<(f64, f64)> {
        let both = [lon_key, lat_key]
            .map(|key| self.understood(key, &codes::NOT_DECIMAL, spelling::degrees));
        let [Some(lon), Some(lat)] = both else {
            if self.sound && both[0].is_some() != both[1].is_some() {
                let blank = if both[0].is_some() { lat_key } else { lon_key };
                self.tell(&codes::HALF_PLACE, blank, blanks! {});
            }
            return None;
        };
        if lat.abs() > 90.0 && lon.abs() <= 90.0 {
            self.tell(&codes::SWAPPED, lon_key, blanks! { lon: lon, lat: lat });
            return None;
        }
        for (key, degrees, most) in [(lon_key, lon, 180), (lat_key, lat, 90)] {
            if degrees.abs() > f64::from(most) {
                let blanks = blanks! { most: most, found: degrees };
                self.tell(&codes::OFF_EARTH, key, blanks);
                return None;
            }
        }
        Some((lon, lat))
    }
}
