//! The yearly table of elementary schools of Taiwan's Ministry of Education (國民小學校別資料), with
//! coordinates and remoteness, as schools and classes of ours.
//!
//! Real and kept as they are: code, name, classes and pupils by grade, coordinates, remoteness,
//! teachers. Ours are the area classes, by this rule:
//! - a remote school (偏遠, 特偏, 極偏) is a village school of hardship class 1, 2 or 3;
//! - other schools of a township with at least 4 % of the county's pupils are city schools when
//!   the township is a city or city district (市, 區), else town schools;
//! - of the rest, schools with 200 pupils or more are town schools, smaller ones village schools.
//!
//! A village school belongs to the largest town school of its township (中心校); the township is
//! the district (片區). The beds of remote schools are made up.

use super::codes;
use super::seat::{Seat, Tier};
use super::sheet::{Given, GivenRow};
use crate::blanks;
use crate::domain::{Area, School, SchoolKind, SchoolNo};
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use std::collections::BTreeMap;

// The heads that are also known in our own tables are called by their keys.
const ID: &str = "id";
const NAME: &str = "name";
const TOWNSHIP: &str = "township";
const REMOTE: &str = "地區屬性";
const LON: &str = "經度";
const LAT: &str = "緯度";
/// Pupils from which a school outside the larger townships is a town school.
const TOWN_PUPILS: u32 = 200;
/// One pupil in so many makes a township one of the larger ones.
const LARGER: u32 = 25;

/// The title and source of a scenario made from this table.
pub(super) const SOURCE: Text = Text::new(
    "學校資料為真實資料：教育部統計處，國民小學校別資料（政府資料開放授權條款第1版，Open Government Data License 1.0）；經緯度和偏遠程度依g0v整理本。城乡类型按规则划定，床位、编制和全部人员为虚构。",
    "The schools are real: Ministry of Education, Department of Statistics (教育部統計處，國民小學校別資料), Open Government Data License 1.0; coordinates and remoteness as compiled by g0v. Area classes follow a rule; beds, quota and all people are made up.",
);

/// Whether the heads are those of that table.
pub(super) fn is(table: &Given) -> bool {
    table.has("1年級班級數") && table.has("男專任教師")
}

/// The county named in the table.
pub(super) fn county(table: &Given) -> String {
    let first = table.rows().next();
    first.map_or_else(String::new, |row| row.cell("縣市名稱").to_owned())
}

/// Reads it; schools with neither pupils nor teachers are left out, and that is told.
pub(super) fn read(table: &Given, findings: &mut Findings) -> Vec<Seat> {
    for key in [
        ID,
        NAME,
        TOWNSHIP,
        REMOTE,
        LON,
        LAT,
        "男專任教師",
        "女專任教師",
    ] {
        table.ask(key, findings);
    }
    let mut seats: Vec<Seat> = Vec::new();
    for row in table.rows() {
        let seat = seat(row, findings);
        let school = &seat.school;
        let blanks = blanks! { id: school.id, name: school.name, pupils: seat.pupils() };
        if seat.pupils() == 0 && seat.heads == 0 {
            row.tell(&codes::LEFT_OUT, blanks, findings);
            continue;
        }
        if seat.heads == 0 {
            row.tell(&codes::NO_TEACHERS, blanks, findings);
        }
        seats.push(seat);
    }
    seats.sort_by(|a, b| a.school.id.cmp(&b.school.id));
    areas(&mut seats);
    seats
}

fn seat(row: GivenRow<'_>, findings: &mut Findings) -> Seat {
    let township = row.cell(TOWNSHIP).to_owned();
    let hardship = match row.cell(REMOTE) {
        "偏遠" => 1,
        "特偏" => 2,
        "極偏" => 3,
        _ => 0,
    };
    let mut classes = BTreeMap::new();
    for grade in 1..=6u8 {
        let count = |what: &str, findings: &mut Findings| {
            row.count(&format!("{grade}年級{what}"), findings)
        };
        let number = count("班級數", findings);
        let pupils = count("男學生數", findings) + count("女學生數", findings);
        if number > 0 {
            classes.insert(grade, evenly(pupils, number));
        } else if pupils > 0 {
            classes.insert(grade, vec![pupils]);
        }
    }
    let heads = row.count("男專任教師", findings) + row.count("女專任教師", findings);
    let place = match (row.cell(LON).parse(), row.cell(LAT).parse()) {
        (Ok(lon), Ok(lat)) => Some((lon, lat)),
        _ => None,
    };
    let school = School {
        hardship,
        district: Some(township.clone()),
        township: Some(township),
        place,
        ..super::schools::blank(row.cell(ID), row.cell(NAME), SchoolKind::Primary)
    };
    Seat {
        school,
        tier: Tier::Village,
        classes,
        heads,
    }
}

/// Pupils split evenly, larger classes first.
pub(super) fn evenly(pupils: u32, classes: u32) -> Vec<u32> {
    let even = vec![1; usize::try_from(classes).unwrap_or_default()];
    super::draw::apportion(pupils, &even)
}

fn areas(seats: &mut [Seat]) {
    let mut townships: BTreeMap<String, u32> = BTreeMap::new();
    for seat in seats.iter() {
        *townships.entry(township(seat)).or_default() += seat.pupils();
    }
    let all: u32 = townships.values().sum();
    for seat in seats.iter_mut() {
        let name = township(seat);
        let larger = townships
            .get(&name)
            .is_some_and(|pupils| pupils * LARGER >= all);
        seat.school.area = match (seat.school.hardship, larger) {
            (0, true) if name.ends_with(['市', '區']) => Area::City,
            (0, true) => Area::Town,
            (0, false) if seat.pupils() >= TOWN_PUPILS => Area::Town,
            _ => Area::Village,
        };
        seat.tier = Tier::of(seat.school.area);
        let remote = seat.school.hardship;
        seat.school.beds = if remote > 1 { remote * 2 } else { remote };
    }
    for no in 0..seats.len() {
        let here = township(&seats[no]);
        let centre = (0..seats.len())
            .filter(|&other| {
                seats[other].school.area == Area::Town && township(&seats[other]) == here
            })
            .max_by_key(|&other| (seats[other].pupils(), std::cmp::Reverse(other)));
        if seats[no].school.area == Area::Village {
            seats[no].school.central_school = centre.map(SchoolNo);
        }
    }
}

fn township(seat: &Seat) -> String {
    seat.school.township.clone().unwrap_or_default()
}

/// Tells that a table held no school at all.
pub(super) fn none_left(file: &str, findings: &mut Findings) {
    let finding = Finding::new(&codes::NOT_A_TABLE, blanks! { file: file });
    findings.push(finding.at(Place::file(file)));
}
