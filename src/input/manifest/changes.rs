//! `[changes]`: what a scenario changes of the one it is based on.
//!
//! `rules.rotation_share.at_least = "12%"`, `schools.S07.closing = "yes"`, `[[changes.add.recruits]]`,
//! `changes.remove.teachers = ["T0012"]`. A key in quotes may hold a whole path.

use super::reader::TomlReader;
use crate::input::change::{Edit, What};
use crate::text::Text;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const EXAMPLE: &str = "\"12%\"";

/// Every change, in the order of the file.
pub(super) fn read(reader: &mut TomlReader<'_>, table: &DeTable<'_>) -> Vec<Edit> {
    let expected = Text::new("一组更改", "a group of changes");
    let changes = reader.group(table, "changes", (expected, "changes = [changes]"));
    let Some(changes) = changes else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    for (key, value) in in_order(changes) {
        match (key, value) {
            ("add", DeValue::Table(tables)) => added(reader, tables, &mut edits),
            ("remove", DeValue::Table(tables)) => removed(reader, tables, &mut edits),
            _ => {
                let path = key.split('.').map(str::to_owned).collect();
                set(reader, changes, key, path, &mut edits);
            }
        }
    }
    edits
}

/// The entries of a table as they stand in the file.
fn in_order<'t, 'd>(table: &'t DeTable<'d>) -> Vec<(&'t str, &'t DeValue<'d>)> {
    let mut all: Vec<_> = table.iter().collect();
    all.sort_by_key(|(key, _)| key.span().start);
    let all = all.into_iter();
    all.map(|(key, value)| (key.get_ref().as_ref(), value.get_ref()))
        .collect()
}

fn set(
    reader: &mut TomlReader<'_>,
    above: &DeTable<'_>,
    key: &str,
    path: Vec<String>,
    edits: &mut Vec<Edit>,
) {
    if let Some(DeValue::Table(table)) = above.get(key).map(Spanned::get_ref) {
        for (below, _) in in_order(table) {
            let mut path = path.clone();
            path.push(below.to_owned());
            set(reader, table, below, path, edits);
        }
    } else if let Some(value) = plain(reader, above, key) {
        let what = What::Set(value);
        let place = reader.place(above, key);
        edits.push(Edit { path, what, place });
    }
}

/// A text, number or yes-or-no as it would stand in a cell.
fn plain(reader: &mut TomlReader<'_>, table: &DeTable<'_>, key: &str) -> Option<String> {
    match table.get(key)?.get_ref() {
        DeValue::String(text) => Some(text.trim().to_owned()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Some(if *flag { "yes" } else { "no" }.to_owned()),
        DeValue::Datetime(date) => Some(date.to_string()),
        _ => {
            let expected = Text::new(
                "带双引号的文字或数字",
                "words in double quotes, or a number",
            );
            reader.wrong(table, key, expected, EXAMPLE);
            None
        }
    }
}

fn added(reader: &mut TomlReader<'_>, tables: &DeTable<'_>, edits: &mut Vec<Edit>) {
    for (key, _) in in_order(tables) {
        for row in reader.tables(tables, key) {
            let columns = in_order(row);
            let first = columns.first().map_or("", |(key, _)| *key);
            let cells = columns.iter().filter_map(|(column, _)| {
                let value = plain(reader, row, column)?;
                Some(((*column).to_owned(), value))
            });
            edits.push(Edit {
                path: vec![key.to_owned()],
                what: What::Add(cells.collect()),
                place: reader.place(row, first),
            });
        }
    }
}

fn removed(reader: &mut TomlReader<'_>, tables: &DeTable<'_>, edits: &mut Vec<Edit>) {
    for (key, value) in in_order(tables) {
        let list = match value {
            DeValue::Array(list) => list.iter().map(|one| one.get_ref().as_str()).collect(),
            _ => vec![None],
        };
        if list.iter().any(Option::is_none) {
            let expected = Text::new("一组代码", "a list of codes");
            reader.wrong(tables, key, expected, "[\"T0012\"]");
        }
        for row in list.into_iter().flatten() {
            edits.push(Edit {
                path: vec![key.to_owned(), row.to_owned()],
                what: What::Remove,
                place: reader.place(tables, key),
            });
        }
    }
}
