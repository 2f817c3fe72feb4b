//! Heads matched with columns: which row is the head, and which column each head means.

use super::columns::TableSpec;
use super::table::Row;
use super::{PLAN_SHEETS, specs};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// How many rows at the top may be titles and notes before the head.
const TITLE_ROWS: usize = 20;

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

/// One meaning of a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Meaning {
    table: &'static str,
    column: usize,
    how: How,
}

static INDEX: LazyLock<BTreeMap<String, Vec<Meaning>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
    for spec in specs().chain(PLAN_SHEETS.iter().copied()) {
        for (no, column) in spec.columns.iter().enumerate() {
            let own = [column.key, column.head.zh, column.head.en].map(|name| (name, How::Own));
            let aliases = column.aliases.iter().map(|name| (*name, How::Alias));
            let close = column.close.iter().map(|name| (*name, How::Close));
            for (name, how) in own.into_iter().chain(aliases).chain(close) {
                let meaning = Meaning {
                    table: spec.key,
                    column: no,
                    how,
                };
                let all = index.entry(plain(name)).or_default();
                if !all
                    .iter()
                    .any(|one| (one.table, one.column) == (meaning.table, no))
                {
                    all.push(meaning);
                }
            }
        }
    }
    index
});

/// A head in one width and one case, without blanks and without the marks of required columns.
fn plain(head: &str) -> String {
    let text: String = head.nfkc().filter(|one| !one.is_whitespace()).collect();
    let text = text.replace(['\u{200b}', '\u{feff}'], "").to_lowercase();
    text.trim_matches(|one| matches!(one, '*' | '★' | '●' | ':' | '#'))
        .to_owned()
}

/// A plain head without what stands in brackets and without a date in front, such as `2025年9月`.
fn bare(plain: &str) -> String {
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

/// What a head may mean, for each table the surest.
fn meanings(head: &str) -> Vec<Meaning> {
    let plain = plain(head);
    if plain.is_empty() {
        return Vec::new();
    }
    let mut all = INDEX.get(&plain).cloned().unwrap_or_default();
    for one in INDEX.get(&bare(&plain)).into_iter().flatten() {
        if !all.iter().any(|known| known.table == one.table) {
            all.push(Meaning {
                how: one.how.max(How::Bare),
                ..*one
            });
        }
    }
    all
}

/// Whether a head means a column of any table.
pub(super) fn is_known(head: &str) -> bool {
    let plain = plain(head);
    !plain.is_empty() && (INDEX.contains_key(&plain) || INDEX.contains_key(&bare(&plain)))
}

/// Whether two heads are the same but for width, blanks and what stands in brackets.
pub(super) fn same(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    one == other || bare(&one) == other || one == bare(&other)
}

/// The heads of a sheet read as those of one table.
#[derive(Debug, Clone)]
pub(super) struct Fit {
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

/// One way to read the first rows: which row is the head, of one row or two.
#[derive(Debug)]
pub(super) struct Shape {
    at: usize,
    deep: usize,
    head: Vec<String>,
    means: Vec<Vec<Meaning>>,
}

/// Every way to read the first rows of a sheet.
pub(super) fn shapes(rows: &[Row]) -> Vec<Shape> {
    let mut all = Vec::new();
    for at in 0..rows.len().min(TITLE_ROWS) {
        let one = filled(&rows[at].cells).to_vec();
        let two = rows
            .get(at + 1)
            .map(|below| joined(&rows[at].cells, &below.cells));
        let both = std::iter::once((1, one)).chain(two.map(|head| (2, head)));
        all.extend(both.map(|(deep, head)| Shape {
            at,
            deep,
            means: head.iter().map(|head| meanings(head)).collect(),
            head,
        }));
    }
    all
}

impl Fit {
    fn new(shape: &Shape, spec: &'static TableSpec) -> Self {
        let mut means = vec![Vec::new(); spec.columns.len()];
        for (position, all) in shape.means.iter().enumerate() {
            if let Some(one) = all.iter().find(|one| one.table == spec.key) {
                means[one.column].push((position, one.how));
            }
        }
        for all in &mut means {
            all.sort_by_key(|(position, how)| (*how, *position));
        }
        let known = means.iter().filter(|all| !all.is_empty()).count();
        Self {
            at: shape.at,
            deep: shape.deep,
            head: shape.head.clone(),
            means,
            known,
        }
    }

    /// How the least sure of its columns was recognised.
    pub(super) fn least_sure(&self) -> How {
        let all = self.means.iter().filter_map(|means| means.first());
        all.map(|one| one.1).max().unwrap_or(How::Own)
    }

    /// How many required columns are missing.
    pub(super) fn missing(&self, spec: &TableSpec) -> usize {
        let all = || spec.columns.iter().zip(&self.means);
        let has = |key| all().any(|(column, means)| column.key == key && !means.is_empty());
        all()
            .filter(|(column, means)| column.required && means.is_empty())
            .filter(|(column, _)| !column.or_from.is_some_and(has))
            .count()
    }
}

/// The head among the first rows that knows most columns; of equal neighbours the last, since a
/// head merged over two rows stands in both.
pub(super) fn fit(shapes: &[Shape], spec: &'static TableSpec) -> Option<Fit> {
    let mut best: Option<Fit> = None;
    for shape in shapes {
        let found = Fit::new(shape, spec);
        let better = match &best {
            None => true,
            Some(best) => {
                let next = found.deep == 1 && found.at == best.at + 1 && found.known > 1;
                found.known > best.known || next && found.known == best.known
            }
        };
        if better {
            best = Some(found);
        }
    }
    best
}

/// Heads of two rows: what stands above alone, below alone, or above and below together, whichever
/// is known. A blank above belongs to the group on its left.
fn joined(above: &[String], below: &[String]) -> Vec<String> {
    let (above, below) = (filled(above), filled(below));
    let mut group = "";
    (0..above.len().max(below.len()))
        .map(|no| {
            let top = above.get(no).map_or("", String::as_str);
            let under = below.get(no).map_or("", String::as_str);
            if !top.is_empty() {
                group = top;
            }
            if under.is_empty() {
                return top.to_owned();
            }
            let both = format!("{group}{under}");
            if group == under || !is_known(&both) && is_known(under) {
                under.to_owned()
            } else {
                both
            }
        })
        .collect()
}

/// The cells up to the last one that is not blank.
pub(super) fn filled(cells: &[String]) -> &[String] {
    let wide = cells
        .iter()
        .rposition(|cell| !cell.is_empty())
        .map_or(0, |last| last + 1);
    cells.get(..wide).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_in_any_width_and_with_instructions() {
        let spec = super::super::spec("teachers").unwrap();
        let key = |head: &str| {
            let all = meanings(head);
            let found = all.iter().find(|one| one.table == "teachers")?;
            spec.columns.get(found.column).map(|column| column.key)
        };
        for (head, want) in [
            ("* 姓 名", Some("name")),
            ("主教学科（只能选一门）", Some("subject")),
            ("主教学科(必填)", Some("subject")),
            ("2025年9月在岗状态", Some("status")),
            ("２０２５年在岗状态", Some("status")),
            ("周课时（节）", Some("weekly_periods")),
            ("出生\n年月", Some("birth")),
            ("BIRTH", Some("birth")),
            ("年月", None),
            ("", None),
        ] {
            assert_eq!(key(head), want, "{head}");
        }
    }

    #[test]
    fn no_head_means_two_columns_of_one_table() {
        for (head, all) in INDEX.iter() {
            let mut tables: Vec<_> = all.iter().map(|one| one.table).collect();
            tables.sort_unstable();
            let number = tables.len();
            tables.dedup();
            assert_eq!(tables.len(), number, "{head}");
        }
    }
}
