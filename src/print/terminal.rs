//! Lines for a terminal or a text file: tables whose columns stand straight although a Chinese character is
//! two cells wide, and sentences between them.

use super::{Align, Cell, LIST, Phrase, Table};
use crate::text::{Blanks, Lang, Text};
use unicode_width::UnicodeWidthStr;

/// What a cell shows.
pub(super) fn shown(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Blank | Cell::Change(0) => String::new(),
        Cell::Words(words) | Cell::Name(words) | Cell::Verdict(_, words) => {
            words.get(lang).to_owned()
        }
        Cell::Lines(lines) => {
            let lines: Vec<&str> = lines.iter().map(|line| line.get(lang)).collect();
            lines.join(LIST.get(lang))
        }
        Cell::Coded(code, words) => format!("{code} {}", words.get(lang)),
        Cell::Code(key) => key.clone(),
        Cell::Count(count) | Cell::Against(count, _) => count.to_string(),
        Cell::Unknown => "?".to_owned(),
        Cell::Change(by) | Cell::Trend(by) => format!("{by:+}"),
        Cell::Pair(top, below) | Cell::Share(top, below) | Cell::Reached(_, top, below) => {
            format!("{top}/{below}")
        }
    }
}

/// Heads and rows as they are shown, each row as long as the heads.
fn lines(table: &Table, lang: Lang) -> (Vec<String>, Vec<Vec<String>>) {
    let heads = table.columns.iter().map(|one| shown(&one.head, lang));
    let cells = |row: &Vec<Cell>| {
        let mut cells: Vec<String> = row.iter().map(|cell| shown(cell, lang)).collect();
        cells.resize(table.columns.len(), String::new());
        cells
    };
    (heads.collect(), table.rows.iter().map(cells).collect())
}

/// How wide each column is.
fn widths<'a>(lines: impl Iterator<Item = &'a Vec<String>>, least: usize) -> Vec<usize> {
    lines.fold(Vec::new(), |mut widths, line| {
        widths.resize(line.len(), least);
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.width().max(*width);
        }
        widths
    })
}

/// The cells of a line with the blanks that fill their columns.
fn filled(table: &Table, widths: &[usize], cells: &[String]) -> Vec<String> {
    let columns = table.columns.iter().zip(widths).zip(cells);
    let filled = columns.map(|((column, width), cell)| {
        let blanks = " ".repeat(width - cell.width());
        match column.align {
            Align::Right => blanks + cell,
            Align::Left | Align::Name => cell.clone() + &blanks,
        }
    });
    filled.collect()
}

/// A table in Markdown, straight as plain text too; bars and line ends inside cells are escaped.
pub fn markdown(table: &Table, lang: Lang) -> String {
    let (mut heads, mut rows) = lines(table, lang);
    for cell in heads.iter_mut().chain(rows.iter_mut().flatten()) {
        *cell = cell.replace('|', "\\|").replace(['\n', '\r'], " ");
    }
    let widths = widths([&heads].into_iter().chain(&rows), 3);
    let line = |cells: &Vec<String>| {
        let cells = filled(table, &widths, cells);
        format!("| {} |\n", cells.join(" | "))
    };
    let rules = widths.iter().zip(&table.columns);
    let rules = rules.map(|(width, one)| match one.align {
        Align::Right => format!("{}:", "-".repeat(width - 1)),
        Align::Left | Align::Name => "-".repeat(*width),
    });
    let mut text = line(&heads) + &line(&rules.collect());
    text.extend(rows.iter().map(line));
    text
}

/// A table as lines, each beginning with this indent; a row of empty heads is not shown.
pub fn text(table: &Table, indent: &str, lang: Lang) -> String {
    let (heads, mut rows) = lines(table, lang);
    if heads.iter().any(|head| !head.is_empty()) {
        rows.insert(0, heads);
    }
    let widths = widths(rows.iter(), 0);
    let line = |cells: &Vec<String>| {
        let line = format!("{indent}{}", filled(table, &widths, cells).join("  "));
        line.trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// Sentences and tables below each other, in one language.
#[derive(Debug, Clone)]
pub struct Lines {
    lang: Lang,
    text: String,
}

impl Lines {
    /// No line yet.
    pub const fn new(lang: Lang) -> Self {
        Self {
            lang,
            text: String::new(),
        }
    }

    /// A sentence, after so many blanks.
    pub fn say(&mut self, indent: usize, words: impl Into<Phrase>) {
        let words = words.into();
        let words = words.get(self.lang);
        self.text.push_str(&format!("{:indent$}{words}\n", ""));
    }

    /// A sentence with its blanks filled.
    pub fn fill(&mut self, indent: usize, text: Text, blanks: &Blanks) {
        self.say(indent, text.fill(self.lang, blanks));
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A table, after so many blanks.
    pub fn table(&mut self, indent: usize, table: &Table) {
        let lines = text(table, &" ".repeat(indent), self.lang);
        self.text.push_str(&lines);
    }

    /// Lines that are there already.
    pub fn add(&mut self, lines: &str) {
        self.text.push_str(lines);
    }

    /// Whether there is no line yet.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// All of it.
    pub fn done(self) -> String {
        self.text
    }
}
