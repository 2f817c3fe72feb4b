//! What a table holds: its name, its columns, rows of typed cells, and the lines below it. How it looks is
//! up to the printers.

use super::phrase::Phrase;
use crate::domain::whole;
use crate::input::{Column as ReadColumn, TableSpec};
use crate::text::Text;

/// It is so.
pub const YES: Text = Text::new("是", "yes");
/// It is not.
pub const NO: Text = Text::new("否", "no");

/// Where a table is going to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A terminal, or plain text in a file.
    Terminal,
    /// A page in a browser.
    Page,
    /// A sheet of a workbook.
    Workbook,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
    /// Words that name the row.
    Name,
}

/// How something stands, before any words are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It holds.
    Fine,
    /// It holds with nothing to spare.
    Tight,
    /// It falls short.
    Short,
    /// It fails.
    Fails,
    /// There was nothing to check.
    Idle,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words; an id too, kept letter by letter, and never a formula.
    Words(Phrase),
    /// Words below each other.
    Lines(Vec<Phrase>),
    /// A number of the field's own, and what it is called.
    Coded(String, Phrase),
    /// The name of a person or a school.
    Name(Phrase),
    /// A key as it stands in a file.
    Code(String),
    /// A whole number.
    Count(i64),
    /// Two numbers that belong together.
    Pair(i64, i64),
    /// A number, and that of the base.
    Against(i64, i64),
    /// A number that nobody knows.
    Unknown,
    /// A share, shown in per cent: counted on top and below.
    Share(i64, i64),
    /// A change with its sign; nothing where there is none.
    Change(i64),
    /// A change of something of which less is better.
    Trend(i64),
    /// How something stands.
    Verdict(Sign, Phrase),
    /// How something stands: what there is, and what is needed.
    Reached(Sign, i64, i64),
}

impl<T: Into<Phrase>> From<T> for Cell {
    fn from(words: T) -> Self {
        Self::Words(words.into())
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        if flag { YES } else { NO }.into()
    }
}

impl From<i64> for Cell {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(whole(count))
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Blank, Into::into)
    }
}

/// The cells of a row: `row![name, 3, share]`.
macro_rules! row {
    ($($cell:expr),* $(,)?) => { vec![$($crate::print::Cell::from($cell)),*] };
}
pub(crate) use row;

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its head.
    pub head: Cell,
    /// In what its numbers are counted, where the head does not say it.
    pub unit: Option<Phrase>,
    /// How it is set.
    pub align: Align,
    /// Whether a last row adds it up.
    pub summed: bool,
}

/// One table.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it is called.
    pub name: Phrase,
    /// The school it is for; empty when it is for the county.
    pub about: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// Rows of as many cells; what is missing at the end of one is blank.
    pub rows: Vec<Vec<Cell>>,
    /// What must be known to read it.
    pub notes: Vec<Phrase>,
    /// It is for the program alone: a workbook hides it.
    pub hidden: bool,
}

impl Table {
    /// A table with no column.
    pub fn new(name: impl Into<Phrase>) -> Self {
        Self {
            name: name.into(),
            about: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
            hidden: false,
        }
    }

    /// A table that is read back with these columns.
    pub fn of(spec: &TableSpec, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        let head = |one: &ReadColumn, lang| match (one.head.get(lang), one.unit.get(lang)) {
            (head, "") => head.to_owned(),
            (head, unit) => format!("{head}({unit})"),
        };
        let heads = spec
            .columns
            .iter()
            .map(|one| Phrase::of(|lang| head(one, lang)));
        Self::new(spec.name).heads(heads, Align::Left).rows(rows)
    }

    /// One more column, to be filled by rows.
    pub fn column(mut self, head: impl Into<Cell>, align: Align) -> Self {
        self.columns.push(Column {
            head: head.into(),
            unit: None,
            align,
            summed: false,
        });
        self
    }

    /// More columns set alike, to be filled by rows.
    pub fn heads(self, heads: impl IntoIterator<Item = impl Into<Cell>>, align: Align) -> Self {
        let heads = heads.into_iter();
        heads.fold(self, |table, head| table.column(head, align))
    }

    /// The same with these rows below its own.
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The same turned round: its heads name the rows, its rows are columns under these heads.
    pub fn turned(self, corner: impl Into<Cell>, heads: impl Iterator<Item = Phrase>) -> Self {
        let columns = self.columns.into_iter().enumerate();
        let rows = columns.map(|(no, column)| {
            let cells = self.rows.iter().filter_map(|row| row.get(no));
            [column.head].into_iter().chain(cells.cloned()).collect()
        });
        let table = Self::new(self.name).column(corner, Align::Left);
        table.heads(heads, Align::Right).rows(rows)
    }

    /// The same under another name.
    pub fn named(mut self, name: impl Into<Phrase>) -> Self {
        self.name = name.into();
        self
    }

    /// The same with a line that says how to read it.
    pub fn note(mut self, note: impl Into<Phrase>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// A row for each of these, whose cells the columns will say.
    pub fn each<T: Copy>(self, items: impl IntoIterator<Item = T>) -> Rows<T> {
        let items: Vec<T> = items.into_iter().collect();
        let mut table = self;
        table.rows = vec![Vec::new(); items.len()];
        Rows { table, items }
    }
}

/// A table under way: a row for each item, and column by column what stands in it.
#[derive(Debug, Clone)]
pub struct Rows<T> {
    table: Table,
    items: Vec<T>,
}

impl<T: Copy> Rows<T> {
    /// A column of words.
    pub fn words<C: Into<Cell>>(self, head: impl Into<Cell>, cell: impl Fn(T) -> C) -> Self {
        self.with(head, Align::Left, cell)
    }

    /// A column of numbers.
    pub fn number<C: Into<Cell>>(self, head: impl Into<Cell>, cell: impl Fn(T) -> C) -> Self {
        self.with(head, Align::Right, cell)
    }

    /// A column that names the rows.
    pub fn name<C: Into<Cell>>(self, head: impl Into<Cell>, cell: impl Fn(T) -> C) -> Self {
        self.with(head, Align::Name, cell)
    }

    /// A column of numbers that a last row adds up.
    pub fn sum<C: Into<Cell>>(self, head: impl Into<Cell>, cell: impl Fn(T) -> C) -> Self {
        let mut rows = self.number(head, cell);
        if let Some(last) = rows.table.columns.last_mut() {
            last.summed = true;
        }
        rows
    }

    /// The last column is counted in this unit.
    pub fn unit(mut self, unit: impl Into<Phrase>) -> Self {
        if let Some(last) = self.table.columns.last_mut() {
            last.unit = Some(unit.into());
        }
        self
    }

    /// More columns, but only if this holds.
    pub fn only(self, holds: bool, more: impl FnOnce(Self) -> Self) -> Self {
        if holds { more(self) } else { self }
    }

    /// More columns, some for each of these.
    pub fn per<K>(self, keys: impl IntoIterator<Item = K>, one: impl Fn(Self, K) -> Self) -> Self {
        keys.into_iter().fold(self, one)
    }

    /// All columns are there.
    pub fn done(self) -> Table {
        self.table
    }

    /// All columns are there, and a last row with this name adds up what can be; none where there is nothing to add.
    pub fn total(self, name: Text) -> Table {
        let mut table = self.table;
        if table.rows.is_empty() {
            return table;
        }
        let columns = table.columns.iter().enumerate();
        let sums = columns.map(|(no, column)| match (no, column.summed) {
            (0, _) => name.into(),
            (_, false) => Cell::Blank,
            (_, true) => {
                let cells = table.rows.iter().filter_map(|row| row.get(no));
                cells.fold(Cell::Blank, add)
            }
        });
        let sums = sums.collect();
        table.rows.push(sums);
        table
    }

    fn with<C: Into<Cell>>(
        mut self,
        head: impl Into<Cell>,
        align: Align,
        cell: impl Fn(T) -> C,
    ) -> Self {
        self.table = self.table.column(head, align);
        for (row, item) in self.table.rows.iter_mut().zip(&self.items) {
            row.push(cell(*item).into());
        }
        self
    }
}

/// A sum with one more cell in it.
fn add(sum: Cell, cell: &Cell) -> Cell {
    match (sum, cell) {
        (Cell::Count(sum), Cell::Count(one)) => Cell::Count(sum + one),
        (Cell::Share(top, below), Cell::Share(one, of)) => Cell::Share(top + one, below + of),
        (Cell::Blank, Cell::Share(one, of)) => Cell::Share(*one, *of),
        (Cell::Blank, Cell::Count(one)) => Cell::Count(*one),
        (Cell::Blank, _) => Cell::Count(0),
        (sum, _) => sum,
    }
}
