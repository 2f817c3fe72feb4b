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

use super::draw::evenly;
use super::seat::{Seat, Tier};
use super::sheet::{Given, GivenRow};
use crate::domain::{Area, School, SchoolKind, SchoolNo};
use crate::finding::Findings;
use crate::text::Text;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The heads that every such table has; those that are also known in our own tables are called by their
/// keys.
const HEADS: [&str; 8] = [
    "id",
    "name",
    "township",
    "地區屬性",
    "經度",
    "緯度",
    "男專任教師",
    "女專任教師",
];
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
pub(super) fn county(table: &Given) -> Option<String> {
    table.rows().next()?.text("縣市名稱")
}

/// Reads every school, each with its row.
pub(super) fn read<'a>(table: &'a Given, findings: &mut Findings) -> Vec<(GivenRow<'a>, Seat)> {
    table.ask(&HEADS, findings);
    let rows = table.rows();
    rows.map(|row| (row, seat(row, findings))).collect()
}

fn seat(row: GivenRow<'_>, findings: &mut Findings) -> Seat {
    let hardship = match row.cell("地區屬性") {
        "偏遠" => 1,
        "特偏" => 2,
        "極偏" => 3,
        _ => 0,
    };
    let mut count = |head: &str| row.count(head, findings);
    let mut classes = BTreeMap::new();
    for grade in 1..=6u8 {
        let mut of_grade = |what: &str| count(&format!("{grade}年級{what}"));
        let number = of_grade("班級數");
        let pupils = of_grade("男學生數") + of_grade("女學生數");
        if number > 0 || pupils > 0 {
            classes.insert(grade, evenly(pupils, number.max(1)));
        }
    }
    let heads = count("男專任教師") + count("女專任教師");
    let township = row.cell("township").to_owned();
    let school = School {
        hardship,
        district: Some(township.clone()),
        township: Some(township),
        place: row.point("經度", "緯度"),
        ..super::schools::blank(row.cell("id"), row.cell("name"), SchoolKind::Primary)
    };
    Seat {
        school,
        tier: Tier::Village,
        classes,
        heads,
    }
}

/// Sorts the schools and gives them areas, beds and central schools.
pub(super) fn areas(seats: &mut [Seat]) {
    seats.sort_by(|a, b| a.school.id.cmp(&b.school.id));
    let mut townships: BTreeMap<String, u32> = BTreeMap::new();
    for seat in seats.iter() {
        *townships.entry(township(seat)).or_default() += seat.pupils();
    }
    let all: u32 = townships.values().sum();
    for seat in seats.iter_mut() {
        let (name, pupils) = (township(seat), seat.pupils());
        let school = &mut seat.school;
        let larger = townships
            .get(&name)
            .is_some_and(|pupils| pupils * LARGER >= all);
        school.area = match (school.hardship, larger) {
            (0, true) if name.ends_with(['市', '區']) => Area::City,
            (0, true) => Area::Town,
            (0, false) if pupils >= TOWN_PUPILS => Area::Town,
            _ => Area::Village,
        };
        seat.tier = Tier::of(school.area);
        let remote = school.hardship;
        school.beds = if remote > 1 { remote * 2 } else { remote };
    }
    for no in 0..seats.len() {
        let leads = |other: &usize| {
            let (one, other) = (&seats[no].school, &seats[*other].school);
            let towards = (one.area, other.area) == (Area::Village, Area::Town);
            towards && one.township == other.township
        };
        let towns = (0..seats.len()).filter(leads);
        let largest = towns.max_by_key(|&other| (seats[other].pupils(), Reverse(other)));
        seats[no].school.central_school = largest.map(SchoolNo);
    }
}

fn township(seat: &Seat) -> String {
    seat.school.township.clone().unwrap_or_default()
}
