//! People for schools that are given: schools, classes, pupils, coordinates, remoteness and head
//! counts stay as they stand in the tables; only the people are made up.

use super::grid::Curriculum;
use super::manifest::Origin;
use super::options::{Options, Tables};
use super::seat::{Seat, Tier};
use super::sheet::{Given, GivenRow};
use super::{codes, people, schools, tables, taiwan};
use crate::blanks;
use crate::domain::{Area, School, SchoolKind, SchoolNo, Stage};
use crate::finding::Findings;
use crate::input::{Column, TABLES};
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
/// The columns of one of our tables.
fn columns(table: &str) -> &'static [Column] {
    let spec = TABLES.iter().find(|spec| spec.key == table);
    spec.map_or(&[], |spec| spec.columns)
}

/// Makes up the people of given schools; nothing when the tables have errors.
pub fn generate_on(source: &Source<'_>, options: &Options) -> (Option<Tables>, Findings) {
    let mut findings = Findings::default();
    let plan = Curriculum::national();
    let seats = read(source, &plan, &mut findings);
    let seats = seats.filter(|_| !findings.has_errors());
    let tables = seats.map(|(seats, origin)| {
        let staff = people::draw(&seats, &plan, options);
        tables::write(&seats, &staff, &origin, options)
    });
    (tables, findings.sorted())
}

fn read(
    source: &Source<'_>,
    plan: &Curriculum,
    findings: &mut Findings,
) -> Option<(Vec<Seat>, Origin)> {
    let table = Given::read(
        source.schools_name,
        source.schools,
        columns("schools"),
        findings,
    )?;
    let foreign = taiwan::is(&table);
    let mut seats = if foreign {
        taiwan::read(&table, findings)
    } else {
        own_schools(&table, findings)
    };
    if seats.is_empty() && !findings.has_errors() {
        taiwan::none_left(source.schools_name, findings);
    }
    if foreign {
        // That table holds the classes itself.
    } else if let Some((name, bytes)) = source.classes {
        let classes = Given::read(name, bytes, columns("classes"), findings)?;
        own_classes(&classes, &mut seats, findings);
    } else {
        table.tell(&codes::NO_CLASSES, findings);
    }
    if !foreign {
        seats = settle(&table, seats, plan, findings);
    }
    let county = foreign.then(|| taiwan::county(&table));
    let county = county.filter(|county| !county.is_empty());
    let title = county.as_deref().unwrap_or("给定学校");
    Some((seats, Origin::given(title, source.schools_name, foreign)))
}

/// Schools with our own columns, as they stand there.
fn own_schools(table: &Given, findings: &mut Findings) -> Vec<Seat> {
    for key in ["id", "name", "kind", "area"] {
        table.ask(key, findings);
    }
    let heads = table.first_of(HEADS);
    let mut seats: Vec<Seat> = Vec::new();
    for row in table.rows() {
        let (kind, area) = (
            SchoolKind::find(row.cell("kind")),
            Area::find(row.cell("area")),
        );
        if kind.is_none() {
            row.bad("kind", findings);
        }
        if area.is_none() {
            row.bad("area", findings);
        }
        let (Some(kind), Some(area)) = (kind, area) else {
            continue;
        };
        let school = School {
            area,
            ..schools::blank(row.cell("id"), row.cell("name"), kind)
        };
        seats.push(Seat {
            school: more(row, school, findings),
            tier: Tier::of(area),
            classes: BTreeMap::new(),
            heads: heads.map_or(0, |key| row.count(key, findings)),
        });
    }
    link(table, &mut seats);
    seats
}

/// The columns that a table of schools may go without.
fn more(row: GivenRow<'_>, mut school: School, findings: &mut Findings) -> School {
    let flag = |key: &str| matches!(row.cell(key), "是" | "yes" | "true" | "1" | "√");
    school.quality = flag("quality");
    school.weak = flag("weak");
    school.base_point = flag("base_point");
    school.permanent = flag("permanent");
    school.closing = flag("closing");
    school.district = row.text("district");
    school.group = row.text("group");
    school.legal_entity = row.text("legal_entity");
    school.township = row.text("township");
    let at = |key: &str| row.cell(key).parse::<f64>().ok();
    school.place = at("lon").zip(at("lat"));
    let mut count = |key: &str| row.count(key, findings);
    school.hardship = count("hardship");
    school.beds = count("beds");
    school.boarders = count("boarders");
    school.quota = row.text("quota").map(|_| count("quota"));
    school
}

/// Central schools and partners, by id.
fn link(table: &Given, seats: &mut [Seat]) {
    let ids: Vec<String> = seats.iter().map(|seat| seat.school.id.clone()).collect();
    for row in table.rows() {
        let find = |key: &str| ids.iter().position(|id| id == row.cell(key));
        if let Some(no) = find("id") {
            seats[no].school.central_school = find("central_school").map(SchoolNo);
            seats[no].school.partner = find("partner").map(SchoolNo);
        }
    }
}

fn own_classes(table: &Given, seats: &mut [Seat], findings: &mut Findings) {
    table.ask("school", findings);
    table.ask("grade", findings);
    for row in table.rows() {
        let named = row.cell("school");
        let found = seats
            .iter_mut()
            .find(|seat| seat.school.id == named || seat.school.name == named);
        let grade = u8::try_from(row.count("grade", findings)).unwrap_or_default();
        let listed = row.cell("pupils");
        let pupils: Option<Vec<u32>> = if listed.is_empty() {
            let classes = row.count("classes", findings);
            Some(taiwan::evenly(row.count("total_pupils", findings), classes))
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

/// Leaves out what is empty, and reckons the heads where the table gives none.
fn settle(
    table: &Given,
    seats: Vec<Seat>,
    plan: &Curriculum,
    findings: &mut Findings,
) -> Vec<Seat> {
    let known = table.first_of(HEADS).is_some();
    for (seat, row) in seats.iter().zip(table.rows()) {
        let school = &seat.school;
        let blanks = blanks! { id: school.id, name: school.name, pupils: seat.pupils() };
        if known && seat.heads == 0 && seat.pupils() == 0 {
            row.tell(&codes::LEFT_OUT, blanks, findings);
        } else if known && seat.heads == 0 {
            row.tell(&codes::NO_TEACHERS, blanks, findings);
        }
    }
    let empty: Vec<bool> = seats
        .iter()
        .map(|seat| known && seat.heads == 0 && seat.pupils() == 0)
        .collect();
    // Numbers of schools shift when one before them is left out.
    let moved = |no: SchoolNo| {
        let before = empty.iter().take(no.0).filter(|gone| **gone).count();
        (!empty[no.0]).then(|| SchoolNo(no.0 - before))
    };
    let mut kept = Vec::new();
    for (mut seat, gone) in seats.into_iter().zip(&empty) {
        if *gone {
            continue;
        }
        seat.school.central_school = seat.school.central_school.and_then(moved);
        seat.school.partner = seat.school.partner.and_then(moved);
        if !known {
            let need: u64 = Stage::ALL.iter().map(|stage| seat.need(plan, *stage)).sum();
            seat.heads = u32::try_from(need.div_ceil(1000)).unwrap_or_default();
        }
        kept.push(seat);
    }
    kept
}
