//! Map of the moves between schools: no tiles, nothing fetched; the coordinates of the schools table,
//! equirectangular with the cosine of the middle latitude.

use super::arrow::{Way, arrow, flow_table};
use super::seen::Seen;
use super::spread::{Spot, labels};
use super::svg::{self, Caption, Held, n, picture};
use crate::blanks;
use crate::domain::{Area, School, SchoolNo};
use crate::print::html::{say, t};
use crate::text::Text;
use maud::{Markup, html};
use std::collections::BTreeMap;

const NOTHING: Text = Text::new(
    "学校表没有填写经纬度，略去地图；学校之间的去向见下表。",
    "The schools table has no coordinates, so there is no map; the table lists who goes where.",
);
const LEFT_OUT: Text = Text::new(
    "有{number}所学校没有填写经纬度，图上未画，去向仍在表中。",
    "{number} schools have no coordinates and are not drawn; the table has them.",
);
const NOTE: Text = Text::new(
    "箭头由现学校指向新学年学校，越粗人数越多，两人以上标人数。只有校长、副校长交流的用虚线。",
    "Arrows lead from the present school to that of the coming year; the wider, the more people, numbered from two up. Dashed: school leaders only.",
);
const TITLE: Text = Text::new("学校之间的去向图", "Map of the moves between schools");
const SAYS: Text = Text::new(
    "{schools}所学校按经纬度画出，{pairs}对学校之间有人员去向，共{people}人；数字见下表。",
    "{schools} schools drawn by their coordinates; {people} people go between {pairs} pairs of schools, listed in the table below.",
);
const CLOSING: Text = Text::new("撤并", "closes");
const KM: Text = Text::new("公里", "km");

/// Kilometres of one degree of latitude.
const DEGREE: f64 = 111.32;
const WIDTH: f64 = 1000.0;
const MARGIN: f64 = 70.0;
const LEGEND: f64 = 46.0;
/// From so many arrows on they are drawn fainter, so that one sees through them.
const CROWD: usize = 50;

/// Degrees to places on the picture.
pub(super) struct Projection {
    west: f64,
    north: f64,
    cos: f64,
    scale: f64,
    /// Left and upper margin that centre the county.
    shift: (f64, f64),
    height: f64,
}

impl Projection {
    /// Fits these places, longitude and latitude.
    fn new(places: &[(f64, f64)]) -> Self {
        let ends = |part: fn(&(f64, f64)) -> f64| {
            let values = places.iter().map(part);
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), one| {
                (low.min(one), high.max(one))
            })
        };
        let ((west, east), (south, north)) = (ends(|one| one.0), ends(|one| one.1));
        let cos = f64::midpoint(south, north).to_radians().cos();
        let (wide, tall) = (((east - west) * cos).max(0.001), (north - south).max(0.001));
        let room = WIDTH - 2.0 * MARGIN;
        let scale = (room / wide).min(640.0 / tall);
        Self {
            west,
            north,
            cos,
            scale,
            shift: (MARGIN + (room - wide * scale) / 2.0, MARGIN),
            height: tall * scale + 2.0 * MARGIN + LEGEND,
        }
    }

    fn at(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        (
            self.shift.0 + (longitude - self.west) * self.cos * self.scale,
            self.shift.1 + (self.north - latitude) * self.scale,
        )
    }

    /// A round number of kilometres and its length on the picture.
    fn bar(&self) -> (f64, f64) {
        let unit = self.scale / DEGREE;
        let fits = |km: &&f64| **km * unit <= WIDTH / 5.0;
        let km = [100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1];
        let km = km.iter().find(fits).copied().unwrap_or(0.1);
        (km, km * unit)
    }
}

/// The section.
pub(super) fn map(seen: &Seen<'_>) -> Markup {
    let schools = &seen.facts.roster.schools;
    let lost = schools.iter().filter(|one| one.place.is_none()).count();
    html! {
        @if schools.len() < lost + 2 {
            p { (t(NOTHING)) }
        } @else {
            p.note { (t(NOTE)) }
            @if lost > 0 { p.note { (say(LEFT_OUT, &blanks! { number: lost })) } }
            (drawing(seen))
        }
        (flow_table(seen))
    }
}

/// The picture alone.
fn drawing(seen: &Seen<'_>) -> Markup {
    let roster = seen.facts.roster;
    let placed = roster
        .school_nos()
        .filter_map(|no| Some((no, roster.school(no).place?)));
    let placed: Vec<(SchoolNo, (f64, f64))> = placed.collect();
    let degrees: Vec<(f64, f64)> = placed.iter().map(|one| one.1).collect();
    let projection = Projection::new(&degrees);
    let at: BTreeMap<SchoolNo, (f64, f64)> = placed
        .iter()
        .map(|(no, place)| (*no, projection.at(*place)))
        .collect();
    let ways = seen.flows.iter().filter_map(|flow| {
        let (from, to) = (*at.get(&flow.from)?, *at.get(&flow.to)?);
        Some(Way {
            from,
            to,
            people: flow.people(),
            leaders_only: flow.teachers == 0,
        })
    });
    let ways: Vec<Way> = ways.collect();
    let busy = |no: SchoolNo| seen.flows.iter().any(|one| one.from == no || one.to == no);
    // Schools with moves are named first, where names crowd.
    let mut spots: Vec<Spot<'_>> = at
        .iter()
        .map(|(no, at)| Spot {
            at: *at,
            name: seen.name(*no),
            first: busy(*no),
        })
        .collect();
    spots.sort_by_key(|spot| !spot.first);
    let people: i64 = seen.flows.iter().map(super::seen::Flow::people).sum();
    let caption = Caption {
        id: "map-picture",
        title: TITLE,
        says: SAYS,
        facts: blanks! { schools: at.len(), pairs: ways.len(), people: people },
    };
    let height = projection.height;
    let inside = html! {
        rect.frame x="0.5" y="0.5" width=(n(WIDTH - 1.0)) height=(n(height - 1.0)) {}
        g.crowd[ways.len() > CROWD] { @for way in ways.iter().rev() { (arrow(way)) } }
        @for (no, at) in &at { (shape(roster.school(*no), *at)) }
        (labels(&spots, (WIDTH, height - LEGEND)))
        (legend(&projection))
    };
    picture(&caption, WIDTH, height, &inside)
}

/// City schools are squares, town schools discs, village schools triangles.
fn shape(school: &School, at: (f64, f64)) -> Markup {
    html! {
        g {
            title { (school.name) }
            (sign(school.area, at))
            @if school.closing { (cross(at)) }
        }
    }
}

fn sign(area: Area, (x, y): (f64, f64)) -> Markup {
    html! {
        @match area {
            Area::City => rect.school.city x=(n(x - 5.0)) y=(n(y - 5.0)) width="10" height="10" {},
            Area::Town => circle.school.town cx=(n(x)) cy=(n(y)) r="5.5" {},
            Area::Village => polygon.school.village points=(format!(
                "{},{} {},{} {},{}", n(x), n(y - 6.5), n(x + 6.0), n(y + 4.5), n(x - 6.0), n(y + 4.5)
            )) {},
        }
    }
}

fn cross((x, y): (f64, f64)) -> Markup {
    let (left, right, top, low) = (n(x - 8.0), n(x + 8.0), n(y - 8.0), n(y + 8.0));
    html! { path.cross d=(format!("M{left} {top}L{right} {low}M{left} {low}L{right} {top}")) {} }
}

fn legend(projection: &Projection) -> Markup {
    let y = projection.height - 22.0;
    let (km, length) = projection.bar();
    let right = WIDTH - 24.0;
    html! {
        g.legend {
            @for (no, area) in Area::ALL.iter().enumerate() {
                (sign(*area, (30.0 + 120.0 * svg::count(no), y - 4.0)))
                (svg::label(44.0 + 120.0 * svg::count(no), y, Held::Start, area.text()))
            }
            (cross((390.0, y - 4.0)))
            (svg::label(404.0, y, Held::Start, CLOSING))
            path.need fill="none" d=(format!(
                "M{0} {1}V{2}H{3}V{1}", n(right - length), n(y - 6.0), n(y), n(right)
            )) {}
            (svg::words(right - length / 2.0, y - 8.0, Held::Middle,
                (&format!("{km} {}", KM.zh), &format!("{km} {}", KM.en))))
        }
    }
}
