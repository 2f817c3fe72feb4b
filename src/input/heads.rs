//! Heads as they are compared, and those of one sheet matched with the columns of one table.

use super::characters;
use super::columns::{Column, TableSpec};
use unicode_normalization::UnicodeNormalization;

/// How a head came to mean a column, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// Key or head of our own.
    Own,
    /// Another head seen in real tables.
    Alias,
    /// The same without what stands in brackets, or without a date in front.
    Bare,
    /// The head of something close to it.
    Close,
}

/// A head in one width and one case, without blanks and without the marks of required columns.
pub fn plain(head: &str) -> String {
    let text: String = head.nfkc().filter(|one| !one.is_whitespace()).collect();
    let text = characters::without_marks(&text).map_or(text, |one| one.0);
    let text = text.to_lowercase();
    text.trim_matches(|one| matches!(one, '*' | '★' | '●' | ':' | '#'))
        .to_owned()
}

/// A plain head without what stands in brackets and without a date in front, such as `2025年9月`.
pub(super) fn bare(plain: &str) -> String {
    let mut depth = 0_usize;
    let mut text = String::new();
    for one in plain.chars() {
        match one {
            '(' | '[' | '{' | '〔' | '【' => depth += 1,
            ')' | ']' | '}' | '〕' | '】' => depth = depth.saturating_sub(1),
            one if depth == 0 => text.push(one),
            _ => {}
        }
    }
    let rest = text.trim_start_matches(|one: char| one.is_ascii_digit());
    match (text.len() - rest.len(), rest.strip_prefix('年')) {
        (4, Some(rest)) => {
            let month = rest.trim_start_matches(|one: char| one.is_ascii_digit());
            month.strip_prefix('月').unwrap_or(rest).to_owned()
        }
        _ => text,
    }
}

/// Whether two heads are the same but for width, blanks and what stands in brackets.
pub(super) fn same(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    one == other || bare(&one) == other || one == bare(&other)
}

/// The heads of a sheet read as those of one table.
#[derive(Debug, Clone)]
pub(super) struct HeadFit {
    /// The table.
    pub(super) spec: &'static TableSpec,
    /// Where the head row, or the first of two, stands among the rows.
    pub(super) at: usize,
    /// One row of heads or two.
    pub(super) deep: usize,
    /// The heads, as shown; those of two rows are joined.
    pub(super) head: Vec<String>,
    /// For every column of the table where it may stand, surest first.
    pub(super) means: Vec<Vec<(usize, How)>>,
    /// How many columns are known.
    pub(super) known: usize,
}

impl HeadFit {
    /// Where the known columns stand, and how each was recognised.
    pub(super) fn surest(&self) -> impl Iterator<Item = (usize, How)> {
        self.means.iter().filter_map(|means| means.first().copied())
    }

    /// How the least sure of its columns was recognised.
    pub(super) fn least_sure(&self) -> How {
        self.surest().map(|one| one.1).max().unwrap_or(How::Own)
    }

    /// The columns that are known, each with its head and how that was recognised.
    pub(super) fn known_columns(&self) -> impl Iterator<Item = (&'static Column, &str, How)> {
        let all = self.spec.columns.iter().zip(&self.means);
        all.filter_map(|(column, means)| {
            let &(at, how) = means.first()?;
            Some((column, self.head.get(at)?.as_str(), how))
        })
    }

    /// The columns that are known, each with where it stands.
    pub(super) fn known_columns_at(&self) -> impl Iterator<Item = (usize, &'static Column)> {
        let all = self.spec.columns.iter().zip(&self.means);
        all.filter_map(|(column, means)| Some((means.first()?.0, column)))
    }

    /// How many required columns are missing.
    pub(super) fn missing(&self) -> usize {
        let has = |key| self.known_columns().any(|(column, ..)| column.key == key);
        let required = self.spec.columns.iter().filter(|column| column.required);
        let missing =
            required.filter(|column| !has(column.key) && !column.or_from.is_some_and(has));
        missing.count()
    }
}

/// The cells up to the last one that is not blank.
pub(super) fn filled(cells: &[String]) -> &[String] {
    let last = cells.iter().rposition(|cell| !cell.is_empty());
    last.map_or(&[], |last| &cells[..=last])
}
