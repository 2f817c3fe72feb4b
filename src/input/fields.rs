//! A column of a table of records, declared once: what it is called, how its cell goes into a record
//! and out of it, and what is done to it before a plan is handed on with pseudonyms.

use super::cells::Cells;
use super::columns::{CellKind, Column};
use super::values::{CellValue, Names, Pseudonyms, Redact};
use crate::text::Text;

/// Reads the cells of one column into a record.
type ReadCell<T> = fn(&mut Cells<'_>, &Column, &mut T);
/// What stands in the cell of a record.
type WriteCell<T> = fn(&T, &Names<'_>) -> String;
/// Puts what may be handed on in the place of what is there; blank as in the second record.
type RedactCell<T> = fn(&mut T, &T, Redact, &dyn Pseudonyms);

/// One column of a table whose rows are records.
pub struct ColumnOf<T: 'static> {
    pub(super) column: Column,
    pub(super) redact: Redact,
    /// It came later: blank, it does not stand in the digest of its table.
    pub(super) later: bool,
    /// Written even where a blank cell would mean the same.
    pub(super) always: bool,
    pub(super) read: ReadCell<T>,
    pub(super) write: WriteCell<T>,
    pub(super) redactor: RedactCell<T>,
}

impl<T> ColumnOf<T> {
    /// A column that is read together with another, and of which the record keeps nothing.
    pub const fn aside(column: Column, read: ReadCell<T>) -> Self {
        Self {
            column,
            redact: Redact::Drop,
            later: false,
            always: false,
            read,
            write: |_, _| String::new(),
            redactor: |_, _, _, _| {},
        }
    }

    /// The same, to be filled in every row.
    pub(super) const fn must(mut self) -> Self {
        self.column.required = true;
        self
    }

    /// The same, holding a code that is kept letter by letter.
    pub(super) const fn id(mut self) -> Self {
        self.column.kind = CellKind::Id;
        self
    }

    /// The same with whole numbers within these bounds.
    pub(super) const fn within(mut self, least: u32, most: u32) -> Self {
        self.column.kind = match self.column.kind {
            CellKind::Counts(..) => CellKind::Counts(least, most),
            _ => CellKind::Count(least, most),
        };
        self
    }

    /// The same with a unit.
    pub(super) const fn unit(mut self, zh: &'static str, en: &'static str) -> Self {
        self.column.unit = Text::new(zh, en);
        self
    }

    /// The same with its meaning, and what a blank means.
    pub(super) const fn says(mut self, zh: &'static str, en: &'static str) -> Self {
        self.column.says = Text::new(zh, en);
        self
    }

    /// The same with other heads seen in real tables.
    pub(super) const fn also(mut self, aliases: &'static [&'static str]) -> Self {
        self.column.aliases = aliases;
        self
    }

    /// The same with heads of something close to it.
    pub(super) const fn or_close(mut self, heads: &'static [&'static str]) -> Self {
        self.column.close = heads;
        self
    }

    /// The same with other spellings of its values.
    pub(super) const fn spelt(
        mut self,
        spellings: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        self.column.spellings = spellings;
        self
    }

    /// The same with words that may mean one of its values, which are asked about.
    pub(super) const fn likely(
        mut self,
        words: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        self.column.likely = words;
        self
    }

    /// The same, filled from another column where it is blank or left out.
    pub(super) const fn or_from(mut self, key: &'static str) -> Self {
        self.column.or_from = Some(key);
        self
    }

    /// The same, where a blank means that it still goes on.
    pub(super) const fn open(mut self) -> Self {
        self.column.open = true;
        self
    }

    /// The same, where a blank means yes.
    pub(super) const fn yes(mut self) -> Self {
        self.column.yes = true;
        self
    }

    /// The same, written even where a blank cell would mean the same.
    pub(super) const fn always(mut self) -> Self {
        self.always = true;
        self
    }

    /// The same for a column that came later: where it is blank the digest of its table stays what it
    /// was before.
    pub const fn later(mut self) -> Self {
        self.later = true;
        self
    }

    /// The same, read in a way of its own.
    pub(super) const fn read_by(mut self, read: ReadCell<T>) -> Self {
        self.read = read;
        self
    }

    /// The same, written in a way of its own.
    pub(super) const fn written_by(mut self, write: WriteCell<T>) -> Self {
        self.write = write;
        self
    }

    /// What stands in the cell of a record; blank where that says the same as for `blank`.
    pub(super) fn cell(&self, one: &T, blank: &T, names: &Names<'_>) -> String {
        let cell = (self.write)(one, names);
        let said = self.always || self.column.required || cell != (self.write)(blank, names);
        if said { cell } else { String::new() }
    }
}

/// The columns of these fields.
pub(super) const fn columns<T, const N: usize>(fields: &[ColumnOf<T>]) -> [Column; N] {
    let mut columns = [fields[0].column; N];
    let mut at = 0;
    while at < N {
        columns[at] = fields[at].column;
        at += 1;
    }
    columns
}

/// What the cells of a field hold, by its type.
pub(super) const fn kind_of<T, V: CellValue>(_: fn(&T) -> &V) -> CellKind {
    V::KIND
}

/// Reads a cell into a field. Where it gives nothing, the field stays as a blank cell means it, and a
/// row without a required value is no record.
pub(super) fn take<V: CellValue>(cells: &mut Cells<'_>, column: &Column, field: &mut V) {
    let read = V::read(cells, column.key);
    put(cells, column, read, field);
}

/// Puts what was read into a field, in the same way.
pub(super) fn put<V>(cells: &mut Cells<'_>, column: &Column, read: Option<V>, field: &mut V) {
    match read {
        Some(value) => *field = value,
        None => cells.whole &= !column.required,
    }
}

/// Puts what may be handed on in the place of a value.
pub(super) fn redact<V: CellValue>(value: &mut V, blank: &V, how: Redact, with: &dyn Pseudonyms) {
    match how {
        Redact::Keep => {}
        Redact::Drop => value.clone_from(blank),
        _ => value.rename(how, with),
    }
}

/// The column of a field, which may be blank: record and field, head in both languages, and what is
/// done to it before a plan is handed on. The key is the name of the field unless another is given.
macro_rules! column {
    ($record:ident.$field:ident, $zh:expr, $en:expr, $redact:expr) => {
        column!($record.$field, stringify!($field), $zh, $en, $redact)
    };
    ($record:ident.$field:ident, $key:expr, $zh:expr, $en:expr, $redact:expr) => {
        $crate::input::fields::ColumnOf::<$record> {
            column: $crate::input::columns::Column::may(
                $key,
                $zh,
                $en,
                $crate::input::fields::kind_of(|one: &$record| &one.$field),
            ),
            redact: $redact,
            later: false,
            always: false,
            read: |cells, column, one| $crate::input::fields::take(cells, column, &mut one.$field),
            write: |one, names| $crate::input::values::CellValue::write(&one.$field, names),
            redactor: |one, blank, how, with| {
                $crate::input::fields::redact(&mut one.$field, &blank.$field, how, with);
            },
        }
    };
}
pub(super) use column;

/// What a table of records is called, with the columns of its fields.
macro_rules! spec {
    ($key:expr, $zh:expr, $en:expr, $fields:ident) => {
        $crate::input::columns::TableSpec::new($key, $zh, $en)
            .columns(const { &$crate::input::fields::columns::<_, { $fields.len() }>($fields) })
    };
}
pub(super) use spec;
