//! Rows of cells as text.

use crate::domain::Subject;

/// The cells of a row, each with its head.
pub(super) type Cells = Vec<(&'static str, String)>;

/// Rows of cells below their heads.
pub(super) struct Sheet {
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// From rows of head and cell; columns that are blank everywhere are left out.
    pub(super) fn new(rows: Vec<Cells>) -> Self {
        let all: Vec<&str> = rows
            .first()
            .map(|row| row.iter().map(|cell| cell.0).collect())
            .unwrap_or_default();
        let used: Vec<usize> = (0..all.len())
            .filter(|at| rows.iter().any(|row| !row[*at].1.is_empty()))
            .collect();
        Self {
            heads: used.iter().map(|at| all[*at]).collect(),
            rows: rows
                .into_iter()
                .map(|row| used.iter().map(|at| row[*at].1.clone()).collect())
                .collect(),
        }
    }

    pub(super) fn csv(&self) -> String {
        let mut text = self.heads.join(",");
        text.push('\n');
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Degrees from millionths of a degree.
pub(super) fn degrees(micro: i64) -> f64 {
    // Below 2^53, so exact before the division, which is rounded the same way everywhere.
    #[allow(clippy::cast_precision_loss, reason = "at most 180 million")]
    let whole = micro as f64;
    whole / 1_000_000.0
}

/// Degrees with six decimals.
pub(super) fn rounded(at: f64) -> f64 {
    format!("{at:.6}").parse().unwrap_or(at)
}

/// A flag; blank for no.
pub(super) fn flag(yes: bool) -> String {
    if yes { "是" } else { "" }.to_owned()
}

/// A count; blank for none.
pub(super) fn number(count: u32) -> String {
    if count == 0 {
        String::new()
    } else {
        count.to_string()
    }
}

/// Names of subjects.
pub(super) fn subjects(list: &[Subject]) -> String {
    let names: Vec<&str> = list.iter().map(|subject| subject.text().zh).collect();
    names.join(";")
}

/// A value; blank for none.
pub(super) fn optional<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
