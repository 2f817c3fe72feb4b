//! People for schools that are given: schools, classes, pupils, coordinates, remoteness and head
//! counts stay as they stand in the tables; only the people are made up.

use super::draw::evenly;
use super::grid::Curriculum;
use super::manifest::Origin;
use super::seat::{Seat, Tier};
use super::sheet::{Given, GivenRow, no_table};
use super::{Options, Tables, codes, people, schools, tables, taiwan};
use crate::blanks;
use crate::domain::{Area, School, SchoolKind, SchoolNo, UrbanCode};
use crate::finding::Findings;
use crate::input::tables::{CLASSES, SCHOOLS};
use std::collections::BTreeMap;

/// Tables of schools for which people are to be made up.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// File name of the table of schools.
    pub schools_name: &'a str,
    /// Its bytes, CSV in UTF-8. An optional column `teachers` (专任教师数) gives each school's heads.
    pub schools: &'a [u8],
    /// File name and bytes of the table of classes; some tables of schools hold the classes too.
    pub classes: Option<(&'a str, &'a [u8])>,
}

/// Heads under which a table of schools gives the people who work there.
const HEADS: &[&str] = &["teachers", "专任教师数", "教师数", "教职工数"];

/// Makes up the people of given schools; nothing when the tables have errors.
pub fn generate_on(source: &Source<'_>, options: &Options) -> (Option<Tables>, Findings) {
    let mut findings = Findings::default();
    let plan = Curriculum::national();
    let read = read(source, &plan, options, &mut findings);
    let tables = read.filter(|_| !findings.has_errors());
    let tables = tables.map(|(seats, origin)| {
        let staff = people::draw(&seats, &plan, options);
        tables::texts(&seats, &staff, &origin, options)
    });
    (tables, findings.sorted())
}

fn read(
    source: &Source<'_>,
    plan: &Curriculum,
    options: &Options,
    findings: &mut Findings,
) -> Option<(Vec<Seat>, Origin)> {
    let file = source.schools_name;
    let table = Given::read(file, source.schools, SCHOOLS.spec.columns, findings)?;
    let foreign = taiwan::is(&table);
    let seats = if foreign {
        let mut seats = settle(taiwan::read(&table, findings), findings);
        if seats.is_empty() && !findings.has_errors() {
            no_table(file, findings);
        }
        taiwan::areas(&mut seats);
        seats
    } else {
        let heads = HEADS.iter().find(|head| table.has(head)).copied();
        let mut seats = own_schools(&table, heads, findings);
        if let Some((name, bytes)) = source.classes {
            let classes = Given::read(name, bytes, CLASSES.spec.columns, findings)?;
            own_classes(&classes, &mut seats, findings);
        } else {
            table.tell(1, &codes::NO_CLASSES, blanks! {}, findings);
        }
        match heads {
            Some(_) => settle(seats, findings),
            None => seats
                .into_iter()
                .map(|(_, seat)| staffed(seat, plan))
                .collect(),
        }
    };
    let county = foreign.then(|| taiwan::county(&table)).flatten();
    let county = county.as_deref().unwrap_or("给定学校");
    Some((seats, Origin::given(county, file, foreign, options)))
}

/// Schools with our own columns, as they stand there, each with its row; `heads` is the column of the
/// people who work there.
fn own_schools<'a>(
    table: &'a Given,
    heads: Option<&str>,
    findings: &mut Findings,
) -> Vec<(GivenRow<'a>, Seat)> {
    table.ask(&["id", "name", "kind", "area"], findings);
    let read = table.rows();
    let read = read.filter_map(|row| Some((row, own_school(row, heads, findings)?)));
    let mut seats: Vec<_> = read.collect();
    let ids: Vec<String> = seats
        .iter()
        .map(|(_, seat)| seat.school.id.clone())
        .collect();
    for (row, seat) in &mut seats {
        let find = |key| ids.iter().position(|id| id == row.cell(key)).map(SchoolNo);
        seat.school.central_school = find("central_school");
        seat.school.partner = find("partner");
    }
    seats
}

fn own_school(row: GivenRow<'_>, heads: Option<&str>, findings: &mut Findings) -> Option<Seat> {
    let kind = row.word("kind", SchoolKind::find, findings);
    let area = row.word("area", Area::find, findings);
    let (kind, area) = (kind?, area?);
    let flag = |key: &str| matches!(row.cell(key), "是" | "yes" | "true" | "1" | "√");
    let mut count = |key: &str| row.count(key, findings);
    let school = School {
        area,
        code: UrbanCode::find(row.cell("code")),
        county_seat: row.text("county_seat").map(|_| flag("county_seat")),
        quality: flag("quality"),
        weak: flag("weak"),
        base_point: flag("base_point"),
        permanent: flag("permanent"),
        closing: flag("closing"),
        district: row.text("district"),
        group: row.text("group"),
        legal_entity: row.text("legal_entity"),
        township: row.text("township"),
        place: row.point("lon", "lat"),
        hardship: count("hardship"),
        beds: count("beds"),
        boarders: count("boarders"),
        quota: row.text("quota").map(|_| count("quota")),
        ..schools::blank(row.cell("id"), row.cell("name"), kind)
    };
    Some(Seat {
        school,
        tier: Tier::of(area),
        classes: BTreeMap::new(),
        heads: heads.map_or(0, count),
    })
}

fn own_classes(table: &Given, seats: &mut [(GivenRow<'_>, Seat)], findings: &mut Findings) {
    table.ask(&["school", "grade"], findings);
    for row in table.rows() {
        let named = row.cell("school");
        let called = |seat: &&mut Seat| seat.school.id == named || seat.school.name == named;
        let found = seats.iter_mut().map(|(_, seat)| seat).find(called);
        let grade = u8::try_from(row.count("grade", findings)).unwrap_or_default();
        let listed = row.cell("pupils");
        let pupils: Option<Vec<u32>> = if listed.is_empty() {
            let classes = row.count("classes", findings);
            Some(evenly(row.count("total_pupils", findings), classes))
        } else {
            let each = listed.split([';', '；', '、', ',']);
            each.map(|one| one.trim().parse().ok()).collect()
        };
        match (found, pupils) {
            (None, _) => row.tell(&codes::UNKNOWN_SCHOOL, blanks! { found: named }, findings),
            (_, None) => row.bad("pupils", findings),
            (Some(seat), Some(pupils)) => {
                seat.classes.entry(grade).or_default().extend(pupils);
            }
        }
    }
}

/// A school of which the table gives no heads has as many as it needs.
fn staffed(mut seat: Seat, plan: &Curriculum) -> Seat {
    let need = seat.need(plan, |_, _| true).div_ceil(1000);
    seat.heads = u32::try_from(need).unwrap_or_default();
    seat
}

/// Leaves out what is empty, and tells of that and of schools without teachers.
fn settle(read: Vec<(GivenRow<'_>, Seat)>, findings: &mut Findings) -> Vec<Seat> {
    let is_empty = |seat: &Seat| seat.heads == 0 && seat.pupils() == 0;
    // Numbers of schools shift when one before them is left out.
    let stay = (0..read.len()).filter(|no| !is_empty(&read[*no].1));
    let stay: Vec<usize> = stay.collect();
    let moved = |no: SchoolNo| stay.binary_search(&no.0).ok().map(SchoolNo);
    let mut kept = Vec::new();
    for (row, mut seat) in read {
        let pupils = seat.pupils();
        let school = &mut seat.school;
        if seat.heads == 0 {
            let code = if pupils == 0 {
                &codes::LEFT_OUT
            } else {
                &codes::NO_TEACHERS
            };
            let blanks = blanks! { id: school.id, name: school.name, pupils: pupils };
            row.tell(code, blanks, findings);
        }
        school.central_school = school.central_school.and_then(moved);
        school.partner = school.partner.and_then(moved);
        if !is_empty(&seat) {
            kept.push(seat);
        }
    }
    kept
}
