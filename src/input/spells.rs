//! Postings that stand on the roster itself, one of a kind in the columns of each person (交流单位、开始、结束):
//! they become rows of the table of service, and their findings stand where they are written.

use super::codes;
use super::ids::Ids;
use super::sheet::{Sheet, Sheets};
use super::spell_heads::{SpellColumns, columns};
use super::spelling::{self, MonthRead};
use super::table::FileRow;
use super::tables::{SCHOOLS, SERVICE, TEACHERS};
use crate::blanks;
use crate::domain::SchoolNo;
use crate::finding::{Finding, Findings, Place};
use std::collections::BTreeSet;

/// Adds them to the table of service, as far as they are not there already.
pub(super) fn add(sheets: &mut Sheets, findings: &mut Findings) {
    let Some(roster) = sheets.get(TEACHERS.spec.key) else {
        return;
    };
    let kinds = columns(&roster.table.head);
    if kinds.is_empty() {
        return;
    }
    let ids = Ids::new(sheets.get(SCHOOLS.spec.key), None);
    let known = known(sheets.get(SERVICE.spec.key), &ids);
    let mut rows = Vec::new();
    for kind in kinds {
        for row in roster.table.rows.iter().filter(|row| !row.slipped) {
            rows.extend(spell(roster, row, kind, (&ids, &known), findings));
        }
    }
    let service = sheets.entry(SERVICE.spec.key);
    let service = service.or_insert_with(|| Sheet::bare(&SERVICE.spec));
    for (cells, place, each) in rows {
        let no = service.table.rows.len();
        service.add_row(&cells, &place);
        // Every cell is told where it is written itself.
        for ((key, value), place) in cells.iter().zip(&each) {
            service.put(no, key, value, place);
        }
    }
}

/// Who was where since when.
type Known = BTreeSet<(String, SchoolNo, String)>;

fn known(service: Option<&Sheet>, ids: &Ids) -> Known {
    let rows = service.iter().flat_map(|sheet| {
        let rows = sheet.table.rows.iter();
        rows.filter_map(|row| {
            let cell = |key| sheet.cell(row, key);
            let school = ids.school(cell("school"))?;
            Some((
                spelling::code(cell("teacher")),
                school,
                month(cell("from"))?,
            ))
        })
    });
    rows.collect()
}

fn month(cell: &str) -> Option<String> {
    match spelling::month(cell)? {
        MonthRead::Month(month) | MonthRead::Serial(month) => Some(month.to_string()),
        MonthRead::Two(..) => None,
    }
}

/// The cells of a row by their keys, where the row is told, and where each cell is.
type Written = (Vec<(String, String)>, Place, Vec<Place>);

/// A row of service, with the place where it is written; none where there is none, or where the school is not of
/// the county, which is told.
fn spell(
    roster: &Sheet,
    row: &FileRow,
    kind: SpellColumns,
    (ids, known): (&Ids, &Known),
    findings: &mut Findings,
) -> Option<Written> {
    let cell = |at: usize| {
        let cell = row.cells.get(at).map_or("", String::as_str);
        let nothing = spelling::says_nothing(cell) || spelling::means_nothing(cell);
        Some(cell).filter(|_| !nothing)
    };
    let (unit, from) = (cell(kind.unit), cell(kind.from));
    let at = if unit.is_some() { kind.unit } else { kind.from };
    let found = unit.or(from)?;
    let place = Place {
        found: Some(found.to_owned()),
        ..roster.table.cell(row.number, at)
    };
    let head = roster.table.head.get(at);
    let school = unit.and_then(|unit| ids.school(unit));
    let (Some(school), Some(unit), Some(from)) = (school, unit, from) else {
        let blanks = blanks! { column: head, found: found };
        findings.push(Finding::new(&codes::SPELL_LEFT_OUT, blanks).at(place));
        return None;
    };
    let who = spelling::code(roster.cell(row, "id"));
    let same = month(from).is_some_and(|from| known.contains(&(who.clone(), school, from)));
    if same {
        return None;
    }
    let blanks = blanks! { column: head, found: found, form: kind.form.text() };
    findings.push(Finding::new(&codes::SPELL_READ, blanks).at(place.clone()));
    let to = kind.to.and_then(cell).unwrap_or_default();
    let cells = [
        ("teacher", who.as_str()),
        ("school", unit),
        ("from", from),
        ("to", to),
        ("form", kind.form.key()),
    ];
    let cells = cells.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let at = |at: usize| roster.table.cell(row.number, at);
    let to = kind.to.map_or_else(|| place.clone(), at);
    let each = vec![roster.place(row, "id"), place.clone(), at(kind.from), to];
    Some((cells.to_vec(), place, each))
}
