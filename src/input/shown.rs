//! What a plan's workbook only shows: sheets, and columns beside what is read, that nobody reads back. Marks of them
//! stand in the hidden sheet, so that what was changed there by hand, which does not count, is told.

use super::columns::{CellKind, Column, TableSpec};
use super::idle_rows::{IDLE, is_no_or_nought, place};
use super::ids::Ids;
use super::meanings;
use super::plan_sheets::PLAN_SHEETS;
use super::roll_heads::heads_of;
use super::sheet_words::{self, Words};
use super::shown_marks::{IN_LINE, MARK, as_written, key, mark, mark_of, plain};
use super::table::{Leaf, is_to_sign, letter};
use crate::blanks;
use crate::domain::Made;
use crate::finding::{Code, Finding, Place};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How a line of the hidden sheet begins that holds marks of the rows of a sheet, or of its columns.
const ROWS: &str = "sheet rows ";
const COLUMNS: &str = "sheet columns ";
/// How a line of the hidden sheet begins that holds marks of the words beside a table.
const WORDS: &str = "sheet words ";
/// What stands between the name of a sheet and its marks.
const IS: &str = " = ";
/// Columns that are held against what is read in another way.
const CHECKED: [&str; 2] = ["name", "mentor_name"];

/// The lines of the hidden sheet for a workbook that has been written without them.
pub fn shown_marks(bytes: &[u8]) -> Vec<String> {
    let leaves = super::book::open("", bytes, &mut crate::finding::Findings::default());
    let mut lines = Vec::new();
    for leaf in &leaves {
        let name = leaf.sheet.as_deref().unwrap_or_default();
        let shown = Shown::of(leaf);
        let rows: Vec<&str> = shown.rows.iter().map(|row| row.mark.as_str()).collect();
        for these in rows.chunks(IN_LINE) {
            lines.push(format!("{ROWS}{name}{IS}{}", these.join(" ")));
        }
        if !rows.is_empty() {
            let columns = shown.columns().into_values();
            let columns: Vec<String> = columns.collect();
            lines.push(format!("{COLUMNS}{name}{IS}{}", columns.join(" ")));
        }
        let words = sheet_words::of(leaf, spec_of(leaf));
        let words = words.iter().map(|one| mark_of(&one.text));
        let words: Vec<String> = words.collect();
        for these in words.chunks(IN_LINE) {
            lines.push(format!("{WORDS}{name}{IS}{}", these.join(" ")));
        }
    }
    lines
}

/// Whether a line of the hidden sheet holds marks.
pub fn is_mark(line: &str) -> bool {
    [ROWS, COLUMNS, WORDS]
        .iter()
        .any(|mark| line.starts_with(mark))
}

/// The marks of one sheet as it was written.
#[derive(Debug, Default)]
struct Written {
    rows: Vec<String>,
    columns: Vec<String>,
}

/// The marks of every sheet as it was written, by its name.
#[derive(Debug, Default)]
pub(super) struct AsWritten {
    sheets: BTreeMap<String, Written>,
    /// The marks of the words beside the table of every sheet; none where that was not kept.
    words: Option<BTreeSet<(String, String)>>,
    /// Of what something was decided, in sheets whose rows may decide nothing, each with the kind in front.
    decided: BTreeSet<String>,
}

impl AsWritten {
    /// Reads the hidden sheet.
    pub(super) fn of(leaf: &Leaf) -> Self {
        let mut all = Self::default();
        for line in leaf.rows.iter().filter_map(|row| row.cells.first()) {
            let taken = |start: &str| line.strip_prefix(start)?.rsplit_once(IS);
            if let Some((name, marks)) = taken(ROWS) {
                let marks = marks.split(' ').map(str::to_owned);
                all.sheets
                    .entry(name.to_owned())
                    .or_default()
                    .rows
                    .extend(marks);
            } else if let Some((name, marks)) = taken(COLUMNS) {
                let marks = marks.split(' ').map(str::to_owned).collect();
                all.sheets.entry(name.to_owned()).or_default().columns = marks;
            } else if let Some((name, marks)) = taken(WORDS) {
                let marks = marks
                    .split(' ')
                    .map(|mark| (name.to_owned(), mark.to_owned()));
                all.words.get_or_insert_default().extend(marks);
            } else if let Some((of, _)) = line.split_once(IS)
                && IDLE.iter().any(|(_, _, what)| of.starts_with(what.key()))
            {
                all.decided.insert(of.to_owned());
            }
        }
        all
    }

    /// Whether the workbook says that the program wrote a sheet.
    pub(super) fn wrote(&self, leaf: &Leaf) -> bool {
        self.sheets.contains_key(name(leaf))
    }

    /// The words beside the table of a sheet that the program did not write; none where nobody can say.
    pub(super) fn new_words(&self, leaf: &Leaf) -> Option<Vec<Words>> {
        let written = self.words.as_ref()?;
        let is_new = |one: &Words| !written.contains(&(name(leaf).to_owned(), mark_of(&one.text)));
        let words = sheet_words::of(leaf, spec_of(leaf)).into_iter();
        Some(words.filter(is_new).collect())
    }

    /// Whether the workbook says nothing of what was written: it was made by hand, or lost its hidden sheet.
    pub(super) fn is_unknown(&self) -> bool {
        self.sheets.is_empty()
    }

    /// Whether a sheet was added by hand; nothing is known where the workbook says nothing.
    pub(super) fn lacks(&self, leaf: &Leaf) -> bool {
        let read = PLAN_SHEETS.iter().any(|spec| is_named(leaf, spec));
        !read && !self.sheets.is_empty() && !self.wrote(leaf)
    }

    /// Whether a row decides nothing, and nothing was decided of it.
    fn decided_nothing(&self, row: &ShownRow, ids: &Ids) -> bool {
        let of = row.idle.as_ref().map(|cells| place(cells, ids));
        of.is_some_and(|of| of.is_none_or(|of| !self.decided.contains(&of)))
    }

    /// How many things were decided in a sheet whose rows may decide nothing.
    fn decided_in(&self, leaf: &Leaf) -> usize {
        let kind = IDLE.iter().find(|(spec, ..)| is_named(leaf, spec));
        let of = |what: Made| {
            let all = self.decided.iter();
            all.filter(|of| of.starts_with(what.key())).count()
        };
        kind.map_or(0, |(_, _, what)| of(*what))
    }

    /// What was changed in what a sheet only shows.
    pub(super) fn changed(&self, leaf: &Leaf, shown: &Shown, ids: &Ids) -> Option<Finding> {
        let written = self.sheets.get(name(leaf))?;
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        let mut keys = BTreeSet::new();
        for mark in &written.rows {
            *known.entry(mark).or_default() += 1;
            keys.insert(key(mark));
        }
        let mut others = Vec::new();
        for row in &shown.rows {
            match known.get_mut(row.mark.as_str()).filter(|left| **left > 0) {
                Some(left) => *left -= 1,
                None => others.push(row),
            }
        }
        let mut gone: usize = known.into_values().sum();
        // In a sheet that is read, a new row is no change of what is shown, nor is one that was taken out, unless it
        // decides nothing: nobody else would tell of it then.
        if shown.read {
            let knows = |row: &ShownRow| keys.contains(key(&row.mark));
            others.retain(|row| knows(row) || self.decided_nothing(row, ids));
            let changed = others.iter().filter(|row| knows(row)).count();
            let decided = shown
                .rows
                .iter()
                .filter(|row| row.idle.is_none() && knows(row));
            let taken_out = self.decided_in(leaf).saturating_sub(decided.count());
            gone = gone.saturating_sub(changed).saturating_sub(taken_out) + changed;
            gone = if shown.whole { 0 } else { gone };
        } else {
            // What stands above the heads is who fills it in, and when.
            let first = shown.rows.iter().find(|row| {
                let mut known = written.rows.iter();
                known.any(|mark| *mark == row.mark)
            });
            others.retain(|row| first.is_none_or(|first| row.number > first.number));
        }
        let number = others.len().max(gone);
        let place = others.first().map_or_else(
            || leaf.place(),
            |row| {
                let place = leaf.place().at_row(row.number);
                match shown.only_column(written) {
                    Some(at) => Place {
                        cell: Some(format!("{}{}", letter(at), row.number)),
                        found: row.cells.get(&at).map(|cell| as_written(cell)),
                        ..place
                    },
                    None => place,
                }
            },
        );
        let code = if shown.read {
            &SHOWN_COLUMN
        } else {
            &SHOWN_SHEET
        };
        let blanks = blanks! { sheet: name(leaf), number: number };
        (number > 0).then(|| Finding::new(code, blanks).at(place))
    }
}

/// The finding for a sheet that was added by hand.
pub(super) fn added(leaf: &Leaf) -> Finding {
    let code: &'static Code = &ADDED_SHEET;
    Finding::new(code, blanks! { found: name(leaf) }).at(leaf.place())
}

/// The finding for sheets of a workbook made by hand that are none of a plan; none where there are none.
pub(super) fn not_read(leaves: &[&Leaf]) -> Option<Finding> {
    let first = leaves.first()?;
    let with_heads = |leaf: &&Leaf, open: &str, close: &str| {
        let heads = heads_of(leaf).join("、");
        format!("{}{open}{heads}{close}", name(leaf))
    };
    let zh = leaves.iter().map(|leaf| with_heads(leaf, "（", "）"));
    let en = leaves.iter().map(|leaf| with_heads(leaf, " (", ")"));
    let sheets = json!({
        "zh": zh.collect::<Vec<_>>().join("、"),
        "en": en.collect::<Vec<_>>().join(", "),
    });
    let blanks = blanks! { number: leaves.len(), sheets: sheets };
    Some(Finding::new(&NOT_READ, blanks).at(first.place()))
}

fn name(leaf: &Leaf) -> &str {
    leaf.sheet.as_deref().unwrap_or_default().trim()
}

/// Whether a leaf is called as a sheet that is read.
pub(super) fn is_named(leaf: &Leaf, spec: &TableSpec) -> bool {
    [spec.key, spec.name.zh, spec.name.en].contains(&name(leaf))
}

/// One row of what is only shown.
#[derive(Debug)]
struct ShownRow {
    number: usize,
    mark: String,
    cells: BTreeMap<usize, String>,
    /// It decides nothing: of whom or what it is, as its sheet says it.
    idle: Option<Vec<String>>,
}

/// What a sheet only shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    rows: Vec<ShownRow>,
    /// The sheet is read, and some of its columns are only shown.
    read: bool,
    /// Each of its rows decides something.
    whole: bool,
}

impl Shown {
    /// Of a sheet that is not read everything, of one that is read the columns that are not.
    pub(super) fn of(leaf: &Leaf) -> Self {
        let mut read = PLAN_SHEETS.iter();
        match read.find(|spec| is_named(leaf, spec)) {
            Some(spec) => Self::columns_of(leaf, spec).unwrap_or_default(),
            None => Self::sheet(leaf),
        }
    }

    fn sheet(leaf: &Leaf) -> Self {
        let cells = |cells: &[String]| -> BTreeMap<usize, String> {
            let cells = cells.iter().enumerate();
            let filled = cells.filter(|(_, cell)| !cell.is_empty());
            filled.map(|(at, cell)| (at, plain(cell))).collect()
        };
        let rows = leaf.rows.iter().filter(|row| !is_to_sign(&row.cells));
        let rows = rows.map(|row| (row.number, cells(&row.cells)));
        // A title or a note stands alone in its row.
        let rows = rows.filter(|(_, cells)| cells.values().collect::<BTreeSet<_>>().len() > 1);
        let rows = rows.map(|(number, cells)| ShownRow {
            number,
            mark: mark(cells.values(), MARK),
            cells,
            idle: None,
        });
        Self {
            rows: rows.collect(),
            ..Self::default()
        }
    }

    fn columns_of(leaf: &Leaf, spec: &'static TableSpec) -> Option<Self> {
        let fit = meanings::fit(&meanings::shapes(&leaf.rows), spec)?;
        let is_only_shown = |column: &Column| {
            let words = matches!(column.kind, CellKind::FreeText) && !column.required;
            words && !CHECKED.contains(&column.key)
        };
        let is_who = |column: &Column| column.key == "teacher" && column.required;
        let of_people = fit.known_columns_at().any(|(_, column)| is_who(column));
        // A row is that of a person, or else of whatever is read of it.
        let whose = fit.known_columns_at().filter(|(_, column)| {
            let read = !matches!(column.kind, CellKind::FreeText);
            if of_people { is_who(column) } else { read }
        });
        let whose: Vec<usize> = whose.map(|one| one.0).collect();
        let only_shown = fit.known_columns_at();
        let only_shown = only_shown.filter(|(_, column)| is_only_shown(column));
        let only_shown: Vec<usize> = only_shown.map(|one| one.0).collect();
        let deciding = IDLE.iter().find(|(of, ..)| of.key == spec.key);
        let deciding = deciding.and_then(|(_, decides, _)| {
            let mut known = fit.known_columns_at();
            known.find(|(_, column)| column.key == *decides)
        });
        let below = leaf.rows.iter().skip(fit.at + fit.deep);
        let rows = below.filter_map(|row| {
            let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
            let whose: Vec<String> = whose.iter().map(|at| cell(*at).to_owned()).collect();
            if is_to_sign(&row.cells) || whose.iter().all(String::is_empty) {
                return None;
            }
            let cells = only_shown.iter().map(|at| (*at, plain(cell(*at))));
            let cells: BTreeMap<usize, String> = cells.collect();
            let decides = deciding.is_none_or(|(at, _)| !is_no_or_nought(cell(at)));
            let key = mark(whose.iter(), MARK);
            Some(ShownRow {
                number: row.number,
                mark: format!("{key}.{}", mark(cells.values(), MARK)),
                cells,
                idle: (!decides).then_some(whose),
            })
        });
        let rows: Vec<ShownRow> = rows.collect();
        (!only_shown.is_empty()).then_some(Self {
            rows,
            read: true,
            whole: deciding.is_none(),
        })
    }

    /// The mark of each column.
    fn columns(&self) -> BTreeMap<usize, String> {
        let mut columns: BTreeMap<usize, Vec<(usize, &str)>> = BTreeMap::new();
        for (no, row) in self.rows.iter().enumerate() {
            for (at, cell) in &row.cells {
                columns.entry(*at).or_default().push((no, cell));
            }
        }
        let marks = columns.into_iter().map(|(at, cells)| {
            let cells: VecDeque<String> = cells
                .into_iter()
                .map(|(no, cell)| format!("{no}={cell}"))
                .collect();
            (at, mark(cells.iter(), MARK))
        });
        marks.collect()
    }

    /// The only column that is another than it was written, where no row came or went.
    fn only_column(&self, written: &Written) -> Option<usize> {
        let columns = self.columns();
        let same = columns.len() == written.columns.len() && self.rows.len() == written.rows.len();
        let mut others = columns
            .into_iter()
            .zip(&written.columns)
            .filter(|((_, is), was)| is != *was);
        let ((at, _), _) = others.next().filter(|_| same)?;
        others.next().is_none().then_some(at)
    }
}

/// As what a sheet is read, by its name.
fn spec_of(leaf: &Leaf) -> Option<&'static TableSpec> {
    PLAN_SHEETS
        .iter()
        .copied()
        .find(|spec| is_named(leaf, spec))
}

crate::finding::codes! { pub(super),
    SHOWN_SHEET "A50" warning
        ["“{sheet}”只供查看，审核不读：其中改动了{number}行，不起作用。", "The sheet \"{sheet}\" is only shown and not read: {number} rows were changed there, which does not count."]
        ["去向、月份改在“教师交流轮岗花名册”，岗位改在“任课安排表”；这张表由 lungang replan 重新生成。", "Change where people go in the rotation roll and their posts in the sheet of teaching posts; lungang replan writes this sheet anew."];
    SHOWN_COLUMN "A51" warning
        ["“{sheet}”中有{number}行改了只供查看的内容，不起作用。", "In \"{sheet}\" {number} rows were changed in what is only shown, which does not count."]
        ["教师本人的情况改在教师表，岗位改在“任课安排表”。", "Change what is said of the person in the table of teachers, and posts in the sheet of teaching posts."];
    ADDED_SHEET "A52" warning
        ["“{found}”不是本工具写出的表，没有读取。", "\"{found}\" is no sheet that this tool wrote; it is not read."]
        ["其中的改动请写进方案自己的表。", "Enter what is meant there in the plan's own sheets."];
    NOT_READ "A88" warning
        ["工作簿中有{number}张表没有读取，表名和表头为：{sheets}；表头不是花名册等方案表的表头。", "{number} sheets of the workbook were not read, with these heads: {sheets}; they are not those of a roll or any other sheet of a plan."]
        ["其中有调动名单的，列名改为“姓名”“原单位名称”“交流轮岗单位名称”等；只供查看的，不用处理。", "Where one lists moves, give its columns the heads of the roll, such as 姓名 and 交流轮岗单位名称; nothing to do for what is only shown."];
}

/// Every kind of finding about what is only shown.
pub(super) const SHOWN_CODES: &[&Code] = CODES;
