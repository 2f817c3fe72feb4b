//! Columns that stand straight although a Chinese character is two cells wide.

use unicode_width::UnicodeWidthStr;

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows under heads, with the way each column is set.
#[derive(Debug, Clone, Default)]
pub struct Table {
    columns: Vec<(String, Align)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with no column.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more column with this head; an empty row of heads is not shown.
    pub fn column(mut self, head: impl Into<String>, align: Align) -> Self {
        self.columns.push((head.into(), align));
        self
    }

    /// One more row; cells beyond the last column are dropped.
    pub fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// The heads, each with the way its column is set.
    pub fn heads(&self) -> impl Iterator<Item = (&str, Align)> {
        self.columns
            .iter()
            .map(|(head, align)| (head.as_str(), *align))
    }

    /// The rows.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table in Markdown, straight as plain text too; bars and line ends inside cells are escaped.
    pub fn markdown(&self) -> String {
        let cell = |cell: &String| cell.replace('|', "\\|").replace(['\n', '\r'], " ");
        let heads: Vec<String> = self.columns.iter().map(|(head, _)| cell(head)).collect();
        let rows: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect();
        let width = |no: usize| {
            let all = rows
                .iter()
                .filter_map(|row| row.get(no))
                .chain(heads.get(no));
            all.map(|cell| cell.width()).max().unwrap_or(0).max(3)
        };
        let widths: Vec<usize> = (0..heads.len()).map(width).collect();
        let line = |cells: &[String]| {
            let mut text = String::from("|");
            for ((no, width), (_, align)) in widths.iter().enumerate().zip(&self.columns) {
                let cell = cells.get(no).map_or("", String::as_str);
                let blanks = " ".repeat(width - cell.width());
                text.push_str(&match align {
                    Align::Right => format!(" {blanks}{cell} |"),
                    Align::Left => format!(" {cell}{blanks} |"),
                });
            }
            text + "\n"
        };
        let rule = |(width, (_, align)): (&usize, &(String, Align))| match align {
            Align::Right => format!("{}:", "-".repeat(width - 1)),
            Align::Left => "-".repeat(*width),
        };
        let rules: Vec<String> = widths.iter().zip(&self.columns).map(rule).collect();
        let mut text = line(&heads) + &line(&rules);
        rows.iter().for_each(|row| text.push_str(&line(row)));
        text
    }

    /// The table as lines, each beginning with this indent.
    pub fn render(&self, indent: &str) -> String {
        let heads: Vec<String> = self.columns.iter().map(|(head, _)| head.clone()).collect();
        let mut lines = Vec::new();
        if heads.iter().any(|head| !head.is_empty()) {
            lines.push(&heads);
        }
        lines.extend(&self.rows);
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|no| {
                let cells = lines.iter().filter_map(|line| line.get(no));
                cells.map(|cell| cell.width()).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        for line in lines {
            let mut shown = String::from(indent);
            for (no, width) in widths.iter().enumerate() {
                let cell = line.get(no).map_or("", String::as_str);
                let blanks = " ".repeat(width - cell.width());
                let gap = if no == 0 { "" } else { "  " };
                shown.push_str(gap);
                match self.columns[no].1 {
                    Align::Right => shown.push_str(&(blanks + cell)),
                    Align::Left => shown.push_str(&(cell.to_owned() + &blanks)),
                }
            }
            text.push_str(shown.trim_end());
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_latin_cells_line_up() {
        let mut table = Table::new()
            .column("目标", Align::Left)
            .column("n", Align::Right);
        table.row(["空缺课时", "7"]);
        table.row(["moves", "120"]);
        assert_eq!(
            table.render("  "),
            "  目标        n\n  空缺课时    7\n  moves     120\n"
        );
    }
}
