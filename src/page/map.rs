//! Map of the moves between schools: no tiles, nothing fetched; the coordinates of the schools table,
//! equirectangular with the cosine of the middle latitude. Below it a table of the same numbers.

use super::seen::{Flow, Seen};
use super::spread::labels;
use super::svg::{self, Held, at, n, picture};
use crate::blanks;
use crate::domain::{Area, SchoolNo};
use crate::print::html::{self, Look, say, t};
use crate::print::{Cell, Phrase, Table};
use crate::text::Text;
use maud::{Markup, html};
use std::collections::BTreeMap;

const NOTHING: Text = Text::new(
    "学校表没有填写经纬度，略去地图；学校之间的去向见下表。",
    "The schools table has no coordinates, so there is no map; the table lists who goes where.",
);
const LEFT_OUT: Text = Text::new(
    "有{number}所学校没有填写经纬度，图上未画，去向仍在表中。",
    "{number} schools without coordinates are not drawn; the table has them.",
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
const KM: Text = Text::new("{km} 公里", "{km} km");
const CAPTION: Text = Text::new(
    "学校之间的去向（人数）",
    "Who goes between which schools (people)",
);
const NOBODY: Text = Text::new(
    "没有人在学校之间调整。",
    "Nobody goes from one school to another.",
);

/// Kilometres of one degree of latitude.
const DEGREE: f64 = 111.32;
const WIDTH: f64 = 1000.0;
const MARGIN: f64 = 70.0;
const LEGEND: f64 = 46.0;
/// From so many arrows on they are drawn fainter, so that one sees through them.
const CROWD: usize = 50;

/// Degrees to places on the picture.
struct Projection {
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
        let (west, east) = svg::ends(places.iter().map(|one| one.0));
        let (south, north) = svg::ends(places.iter().map(|one| one.1));
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
    let schools = &roster.schools;
    let places: Vec<(f64, f64)> = schools.iter().filter_map(|one| one.place).collect();
    let projection = Projection::new(&places);
    let at = |no| Some((no, projection.at(roster.school(no).place?)));
    let at: BTreeMap<SchoolNo, (f64, f64)> = roster.school_nos().filter_map(at).collect();
    let ways = seen.flows.iter();
    let ways = ways.filter_map(|flow| Some(((*at.get(&flow.from)?, *at.get(&flow.to)?), flow)));
    let ways: Vec<((_, _), &Flow)> = ways.collect();
    let busy = |no: SchoolNo| seen.flows.iter().any(|one| one.from == no || one.to == no);
    // Schools with moves are named first, where names crowd.
    let mut spots: Vec<SchoolNo> = at.keys().copied().collect();
    spots.sort_by_key(|no| !busy(*no));
    let spots: Vec<_> = spots.iter().map(|no| (at[no], seen.name(*no))).collect();
    let people: i64 = seen.flows.iter().map(Flow::people).sum();
    let facts = blanks! { schools: at.len(), pairs: ways.len(), people: people };
    let height = projection.height;
    let inside = html! {
        rect.frame x="0.5" y="0.5" width=(n(WIDTH - 1.0)) height=(n(height - 1.0)) {}
        g.crowd[ways.len() > CROWD] { @for (way, flow) in ways.iter().rev() { (arrow(*way, flow)) } }
        @for (no, at) in &at {
            @let school = roster.school(*no);
            g {
                title { (school.name) }
                (sign(school.area, *at))
                @if school.closing { path.cross d=(svg::cross(*at, 8.0)) {} }
            }
        }
        (labels(&spots, (WIDTH, height - LEGEND)))
        (legend(&projection))
    };
    let says = Phrase::fill(SAYS, &facts);
    picture("map-picture", TITLE, &says, (WIDTH, height), &inside)
}

/// A bent arrow, so that both directions are seen; nothing between schools at the same place.
fn arrow(((x0, y0), (x1, y1)): ((f64, f64), (f64, f64)), flow: &Flow) -> Markup {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let long = dx.hypot(dy);
    if long < 4.0 {
        return html! {};
    }
    let bend = (long * 0.16).min(46.0);
    let (cx, cy) = (
        f64::midpoint(x0, x1) - dy / long * bend,
        f64::midpoint(y0, y1) + dx / long * bend,
    );
    let wide = (1.0 + 0.9 * svg::f(flow.people())).min(9.0);
    // The head points along the last stretch and stops short of the school.
    let end = (x1 - cx).hypot(y1 - cy).max(1.0);
    let (ux, uy) = ((x1 - cx) / end, (y1 - cy) / end);
    let gap = 8.0_f64.min(long / 4.0);
    let (tx, ty) = (x1 - ux * gap, y1 - uy * gap);
    let head = 7.0 + wide;
    let half = 3.0 + wide * 0.6;
    let (bx, by) = (tx - ux * head, ty - uy * head);
    let line = format!("M{}Q{} {}", at(x0, y0), at(cx, cy), at(bx, by));
    let (left, right) = (
        (bx - uy * half, by + ux * half),
        (bx + uy * half, by - ux * half),
    );
    let (mx, my) = (
        0.25 * x0 + 0.5 * cx + 0.25 * x1,
        0.25 * y0 + 0.5 * cy + 0.25 * y1,
    );
    html! {
        g class=(if flow.teachers == 0 { "arrow leaders" } else { "arrow" }) {
            path d=(line) stroke-width=(n(wide)) {}
            polygon points=(svg::corners([(tx, ty), left, right])) {}
            @if flow.people() > 1 {
                g.halo { (svg::text(mx, my + 4.0, Held::Middle, flow.people().to_string())) }
            }
        }
    }
}

/// City schools are squares, town schools discs, village schools triangles.
fn sign(area: Area, (x, y): (f64, f64)) -> Markup {
    html! {
        @match area {
            Area::City => rect.school.city x=(n(x - 5.0)) y=(n(y - 5.0)) width="10" height="10" {},
            Area::Town => circle.school.town cx=(n(x)) cy=(n(y)) r="5.5" {},
            Area::Village => polygon.school.village
                points=(svg::corners([(x, y - 6.5), (x + 6.0, y + 4.5), (x - 6.0, y + 4.5)])) {},
        }
    }
}

fn legend(projection: &Projection) -> Markup {
    let y = projection.height - 22.0;
    let (km, length) = projection.bar();
    let right = WIDTH - 24.0;
    html! {
        g.legend {
            @for (no, area) in Area::ALL.iter().enumerate() {
                (sign(*area, (30.0 + 120.0 * svg::f(no), y - 4.0)))
                (svg::text(44.0 + 120.0 * svg::f(no), y, Held::Start, area.text()))
            }
            path.cross d=(svg::cross((390.0, y - 4.0), 8.0)) {}
            (svg::text(404.0, y, Held::Start, CLOSING))
            path.need fill="none" d=(format!(
                "M{0} {1}V{2}H{3}V{1}", n(right - length), n(y - 6.0), n(y), n(right)
            )) {}
            (svg::text(right - length / 2.0, y - 8.0, Held::Middle, Phrase::fill(KM, &blanks! { km: km.to_string() })))
        }
    }
}

/// The same as a table.
fn flow_table(seen: &Seen<'_>) -> Markup {
    if seen.flows.is_empty() {
        return html! { p { (t(NOBODY)) } };
    }
    let school = |no| Cell::Name(seen.name(no).into());
    let leaders = seen.flows.iter().any(|one| one.leaders > 0);
    let table = Table::new(CAPTION)
        .each(&seen.flows)
        .words(("现学校", "from"), |one| school(one.from))
        .words(("新学年学校", "to"), |one| school(one.to))
        .number(("交流轮岗教师", "teachers"), |one| one.teachers)
        .only(leaders, |rows| {
            rows.number(("校长、副校长", "school leaders"), |one| one.leaders)
        });
    html! {
        details.unfold open[seen.flows.len() <= 12] {
            summary { (t(CAPTION)) }
            (html::table(&table.done(), Look::FitAligned))
        }
    }
}
