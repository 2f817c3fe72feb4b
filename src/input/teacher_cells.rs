//! The table of teachers cell by cell, as two years are compared: no policy, no other table and no sound row is
//! needed for that. Where a table of schools stands beside it, schools are called by their names.

use super::apart::tell_apart;
use super::change::meaning;
use super::columns::{CellKind, Column};
use super::documents::Documents;
use super::scenario::open;
use super::sheet::Sheet;
use super::spelling;
use super::tables::{SCHOOLS, TEACHERS};
use crate::finding::Findings;
use crate::text::Text;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Marks between the words of one cell.
const MARKS: &[char] = &[';', '；', '、', ',', '，'];

/// The table of teachers of one year.
#[derive(Debug, Clone, Default)]
pub struct TeacherCells {
    /// The cells of each person in the order of the columns, by staff id.
    pub people: BTreeMap<String, Vec<String>>,
    /// Columns that the table has.
    there: Vec<&'static str>,
    /// Names of schools by id.
    pub(crate) schools: BTreeMap<String, String>,
}

/// Reads the table of teachers; without one, what is wrong with the files.
pub fn teacher_cells(documents: &Documents) -> Result<TeacherCells, Findings> {
    let mut findings = Findings::default();
    let opened = open(documents, &mut findings);
    let Some(sheet) = opened.sheets.get(TEACHERS.spec.key) else {
        return Err(findings.sorted());
    };
    let columns = TEACHERS.spec.columns.iter().map(|column| column.key);
    let schools = opened.sheets.get(SCHOOLS.spec.key);
    let mut cells = TeacherCells {
        there: columns.filter(|key| sheet.has(key)).collect(),
        schools: schools.map_or_else(BTreeMap::new, names),
        people: BTreeMap::new(),
    };
    for row in &sheet.table.rows {
        let id = spelling::code(sheet.cell(row, "id"));
        if !id.is_empty() {
            cells.people.insert(id, sheet.cells(row));
        }
    }
    Ok(cells)
}

fn names(sheet: &Sheet) -> BTreeMap<String, String> {
    let rows = sheet.table.rows.iter();
    let named = rows.map(|row| {
        let cell = |key| sheet.cell(row, key);
        (spelling::code(cell("id")), cell("name").to_owned())
    });
    let mut named: BTreeMap<String, String> = named.filter(|(_, name)| !name.is_empty()).collect();
    tell_apart(named.iter_mut().map(|(id, name)| (id.as_str(), name)));
    named
}

impl TeacherCells {
    /// The columns that both years have, with their places.
    pub fn columns(&self, other: &Self) -> Vec<(usize, &'static Column)> {
        let both = |key: &str| self.there.contains(&key) && other.there.contains(&key);
        let all = TEACHERS.spec.columns.iter().enumerate();
        all.filter(|(_, column)| column.key != "id" && both(column.key))
            .collect()
    }

    /// A cell of somebody by its key.
    pub fn cell(&self, id: &str, key: &str) -> &str {
        let at = TEACHERS.spec.columns.iter().position(|one| one.key == key);
        let cells = self.people.get(id);
        let cell = cells.zip(at).and_then(|(cells, at)| cells.get(at));
        cell.map_or("", String::as_str)
    }

    /// The words of a cell, schools by name.
    fn words<'a>(&'a self, column: &Column, cell: &'a str) -> Vec<&'a str> {
        let listed = matches!(
            column.kind,
            CellKind::Schools | CellKind::Subjects | CellKind::Choices(_)
        );
        let parts: Vec<&str> = if listed {
            cell.split(MARKS).collect()
        } else {
            vec![cell]
        };
        let school = matches!(column.kind, CellKind::School | CellKind::Schools);
        let parts = parts.into_iter().map(str::trim);
        let parts = parts.filter(|part| !spelling::says_nothing(part));
        let named = parts.map(|part| {
            let name = self.schools.get(&spelling::code(part));
            name.filter(|_| school).map_or(part, String::as_str)
        });
        named.collect()
    }

    /// What a cell means, so that two spellings of one thing are alike.
    pub fn means(&self, column: &Column, cell: &str) -> Vec<String> {
        let words = self.words(column, cell).into_iter().map(|word| {
            let tight = spelling::tight(word);
            meaning(column, &tight).unwrap_or(tight)
        });
        let mut words: Vec<String> = words.collect();
        if matches!(column.kind, CellKind::Flag) && words.is_empty() {
            // What a blank means is the column's to say.
            words.push(column.yes.to_string());
        }
        words.sort();
        words
    }

    /// A cell as it is shown: terms in both languages.
    pub fn shown(&self, column: &Column, cell: &str) -> Value {
        let words: Vec<Text> = self
            .words(column, cell)
            .into_iter()
            .filter_map(|word| {
                let mut choices = column.kind.choices().iter();
                let respelt = column.respelt(word);
                choices
                    .find(|one| one.is_called(respelt))
                    .map(|one| one.text)
            })
            .collect();
        match words[..] {
            [word] => json!(word),
            _ => json!(self.words(column, cell).join("、")),
        }
    }
}
