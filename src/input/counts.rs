//! Cells that hold whole numbers, with and without their units, and grades.

use super::cells::Cells;
use super::codes;
use super::columns::{CellKind, Column};
use super::spelling;
use crate::blanks;

impl Cells<'_> {
    fn one_count(&mut self, key: &str, cell: &str) -> Option<u32> {
        let (least, most) = match self.sheet.column(key).map(|column| column.kind) {
            Some(CellKind::Count(least, most) | CellKind::Counts(least, most)) => (least, most),
            _ => (0, u32::MAX),
        };
        let number = self.number_in(key, cell)?;
        let count = u32::try_from(number).ok();
        let count = count.filter(|count| (least..=most).contains(count));
        if count.is_none() {
            let blanks = blanks! { least: least, most: most, found: number };
            self.tell(&codes::OUT_OF_RANGE, key, blanks);
        }
        count
    }

    /// The whole number in a cell, with or without its unit; a share of one is told in per cent.
    fn number_in(&mut self, key: &str, cell: &str) -> Option<i64> {
        if let Some(number) = spelling::whole(cell)
            && !self.is_share(key, number)
        {
            return Some(number);
        }
        let unit = self.sheet.column(key).map_or("", |column| column.unit.zh);
        let read = match unit {
            "%" => spelling::per_cent(cell),
            unit => spelling::with_unit(cell, unit),
        };
        match read {
            Some(read) => self.tell(&codes::UNIT_READ, key, blanks! { found: cell, read: read }),
            None => self.tell(&codes::NOT_WHOLE, key, blanks! { found: cell }),
        }
        read
    }

    /// Whether a 1 in a column of per cent is the whole: a spreadsheet keeps 100% so, and nobody teaches one per
    /// cent of a load.
    fn is_share(&self, key: &str, number: i64) -> bool {
        let column = self.sheet.column(key);
        number == 1 && column.is_some_and(|column| column.unit.zh == "%")
    }

    /// A whole number within the bounds of its column; where one is required, a mark for nothing is nought.
    pub(crate) fn count(&mut self, key: &str) -> Option<u32> {
        if self.is_nought(key) {
            let blanks = blanks! { found: self.cell(key) };
            self.tell(&codes::NOUGHT_READ, key, blanks);
            return Some(0);
        }
        self.filled(key).and_then(|cell| self.one_count(key, cell))
    }

    /// Whether a required cell says in a word or mark that there are none; a way of no minutes is none at all.
    fn is_nought(&self, key: &str) -> bool {
        let (column, cell) = (self.sheet.column(key), self.cell(key));
        let counts = |column: &Column| {
            let from_nought = matches!(column.kind, CellKind::Count(0, _));
            column.required && from_nought && column.unit.zh != "分钟"
        };
        let says = !cell.is_empty() && !spelling::is_unknown(cell);
        column.is_some_and(counts) && says && !self.is_filled(key)
    }

    /// Several whole numbers within the bounds of their column.
    pub(crate) fn counts(&mut self, key: &str) -> Vec<u32> {
        let cells = self.filled(key).map(spelling::list).unwrap_or_default();
        let mut counts = Vec::new();
        for cell in cells {
            // 2个 may be two classes as well as two pupils of one.
            if spelling::counts_anything(cell) {
                self.tell(&codes::NOT_WHOLE, key, blanks! { found: cell });
            } else {
                counts.extend(self.one_count(key, cell));
            }
        }
        counts
    }

    /// A grade, 1–12: a number or a Chinese name.
    pub(crate) fn grade(&mut self, key: &str) -> Option<u8> {
        let cell = self.filled(key)?;
        match spelling::grade(cell) {
            Some(grade) if !(1..=12).contains(&grade) => {
                let blanks = blanks! { least: 1, most: 12, found: grade };
                self.tell(&codes::OUT_OF_RANGE, key, blanks);
                None
            }
            Some(grade) => Some(grade),
            None => u8::try_from(self.one_count(key, cell)?).ok(),
        }
    }
}
