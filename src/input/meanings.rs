//! Which column each head means, among all tables, and which row is the head.

use super::PLAN_SHEETS;
use super::columns::TableSpec;
use super::heads::{HeadFit, How, bare, filled, plain};
use super::table::FileRow;
use super::tables::specs;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How many rows at the top may be titles and notes before the head.
const TITLE_ROWS: usize = 20;
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
                let (table, column) = (spec.key, no);
                let all = index.entry(plain(name)).or_default();
                if all
                    .iter()
                    .all(|one| (one.table, one.column) != (table, column))
                {
                    all.push(Meaning { table, column, how });
                }
            }
        }
    }
    index
});

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

/// One way to read the first rows: which row is the head, of one row or two.
#[derive(Debug)]
pub(super) struct HeadRows {
    at: usize,
    deep: usize,
    head: Vec<String>,
    means: Vec<Vec<Meaning>>,
}

/// Every way to read the first rows of a sheet.
pub(super) fn shapes(rows: &[FileRow]) -> Vec<HeadRows> {
    let at_row = |(at, row): (usize, &FileRow)| {
        let one = (1, filled(&row.cells).to_vec());
        let below = rows.get(at + 1);
        let two = below.map(|below| (2, joined(&row.cells, &below.cells)));
        let both = std::iter::once(one).chain(two);
        both.map(move |(deep, head)| HeadRows {
            at,
            deep,
            means: head.iter().map(|head| meanings(head)).collect(),
            head,
        })
    };
    let first = rows.iter().enumerate().take(TITLE_ROWS);
    first.flat_map(at_row).collect()
}

/// The heads of one reading as those of one table.
fn as_table(shape: &HeadRows, spec: &'static TableSpec) -> HeadFit {
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
    HeadFit {
        spec,
        at: shape.at,
        deep: shape.deep,
        head: shape.head.clone(),
        means,
        known,
    }
}

/// The head among the first rows that knows most columns; of equal neighbours the last, since a
/// head merged over two rows stands in both.
pub(super) fn fit(shapes: &[HeadRows], spec: &'static TableSpec) -> Option<HeadFit> {
    let better = |best: HeadFit, found: HeadFit| {
        let next = found.deep == 1 && found.at == best.at + 1 && found.known > 1;
        let better = found.known > best.known || next && found.known == best.known;
        if better { found } else { best }
    };
    let fits = shapes.iter().map(|shape| as_table(shape, spec));
    fits.reduce(better)
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
