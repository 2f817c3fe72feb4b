//! Flow chart between districts (片区): two columns, ribbons as wide as the people are many.

use super::seen::Seen;
use super::svg::{self, Held, at, n, picture};
use crate::blanks;
use crate::domain::{Area, School, SchoolNo};
use crate::print::html::{self, Look, cut, t};
use crate::print::{Cell, Phrase, Table};
use crate::text::{Lang, Text};
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

const NOTE: Text = Text::new(
    "左边是现在所在片区，右边是新学年所在片区；没有划分片区或只有一个片区的按乡镇，再没有的按城乡类型。招聘补充单列。",
    "Left: the present district; right: that of the coming year. Without several districts schools count by township, or else by area. Recruits stand apart.",
);
const TITLE: Text = Text::new("片区之间的人员流向", "Flows between districts");
const SAYS: Text = Text::new(
    "{people}人，由{from}处到{to}处，每条带的宽度与人数成比例；数字见下表。",
    "{people} people from {from} places to {to}; each band is as wide as its people are many. The table below has the numbers.",
);
const RECRUITS: Text = Text::new("招聘补充", "recruits");
const NOTHING: Text = Text::new("没有人员流动。", "Nobody moves.");
const CAPTION: Text = Text::new(
    "片区之间的人员流向（人数）",
    "Flows between districts (people)",
);

const WIDTH: f64 = 860.0;
/// Where the two columns stand.
const LEFT: f64 = 200.0;
const RIGHT: f64 = 648.0;
const NODE: f64 = 12.0;
const GAP: f64 = 16.0;
const TOP: f64 = 14.0;

/// A place of the chart: recruits first, then places in the order of their first schools, then areas.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Recruits,
    Named(usize, String),
    Area(Area),
}

/// What tells the schools of a county apart; a school without it goes by its area.
type Part = fn(&School) -> Option<&String>;

/// Districts where there are several, else townships, else areas.
fn part(schools: &[School]) -> Part {
    let several = |part: Part| {
        let names: BTreeSet<&String> = schools.iter().filter_map(part).collect();
        names.len() > 1
    };
    if several(|one| one.district.as_ref()) {
        |one| one.district.as_ref().or(one.township.as_ref())
    } else if several(|one| one.township.as_ref()) {
        |one| one.township.as_ref()
    } else {
        |_| None
    }
}

impl Node {
    fn of(schools: &[School], no: SchoolNo, part: Part) -> Self {
        let school = &schools[no.0];
        part(school).map_or(Self::Area(school.area), |name| {
            let first = schools.iter().position(|one| part(one) == Some(name));
            Self::Named(first.unwrap_or(0), name.clone())
        })
    }

    fn words(&self, lang: Lang) -> &str {
        match self {
            Self::Recruits => RECRUITS.get(lang),
            Self::Named(_, name) => name,
            Self::Area(area) => area.text().get(lang),
        }
    }
}

/// People by where they come from and go to.
type Flows = BTreeMap<(Node, Node), i64>;

fn flows(seen: &Seen<'_>) -> Flows {
    let roster = seen.facts.roster;
    let part = part(&roster.schools);
    let node = |no: SchoolNo| Node::of(&roster.schools, no, part);
    let mut table = Flows::new();
    for flow in &seen.flows {
        let key = (node(flow.from), node(flow.to));
        *table.entry(key).or_default() += flow.people();
    }
    for recruit in &seen.doc.recruits {
        if let Some(no) = roster.find_school(&recruit.school) {
            let key = (Node::Recruits, node(no));
            *table.entry(key).or_default() += i64::from(recruit.number);
        }
    }
    table
}

/// The section.
pub(super) fn districts(seen: &Seen<'_>) -> Markup {
    let table = flows(seen);
    if table.is_empty() {
        return html! { p { (t(NOTHING)) } };
    }
    html! {
        p.note { (t(NOTE)) }
        (chart(&table))
        details.unfold open[table.len() <= 12] {
            summary { (t(CAPTION)) }
            (html::table(&listed(&table), Look::Fit))
        }
    }
}

/// The same as a list.
fn listed(table: &Flows) -> Table {
    let name = |node: &Node| Cell::Name(Phrase::of(|lang| node.words(lang).to_owned()));
    Table::new(CAPTION)
        .each(table)
        .words(("由", "from"), |((from, _), _)| name(from))
        .words(("到", "to"), |((_, to), _)| name(to))
        .number(("人数", "people"), |(_, people)| *people)
        .done()
}

/// Upper ends and heights of the nodes of one column.
fn column(
    table: &Flows,
    side: fn(&(Node, Node)) -> &Node,
    unit: f64,
) -> BTreeMap<&Node, (f64, i64)> {
    let mut sums: BTreeMap<&Node, i64> = BTreeMap::new();
    for (key, people) in table {
        *sums.entry(side(key)).or_default() += people;
    }
    let mut y = TOP;
    let place = |(node, people): (_, i64)| {
        let at = y;
        y += svg::f(people) * unit + GAP;
        (node, (at, people))
    };
    sums.into_iter().map(place).collect()
}

fn chart(table: &Flows) -> Markup {
    let people: i64 = table.values().sum();
    let unit = (360.0 / svg::f(people)).clamp(0.4, 16.0);
    let (left, right) = (
        column(table, |key| &key.0, unit),
        column(table, |key| &key.1, unit),
    );
    let facts = blanks! { people: people, from: left.len(), to: right.len() };
    let most = left.len().max(right.len());
    let height = 2.0 * TOP + svg::f(people) * unit + GAP * svg::f(most);
    let mut used: BTreeMap<(bool, &Node), f64> = BTreeMap::new();
    let mut bands = Vec::new();
    let colours = left.keys().copied().zip((0..8).cycle());
    let colours: BTreeMap<&Node, usize> = colours.collect();
    for ((from, to), people) in table {
        let wide = svg::f(*people) * unit;
        let mut next = |side: bool, node, top: f64| {
            let at = used.entry((side, node)).or_insert(top);
            std::mem::replace(at, *at + wide)
        };
        let (a, b) = (next(false, from, left[from].0), next(true, to, right[to].0));
        bands.push(band((a, b, wide), colours[from], *people));
    }
    let inside = html! {
        @for band in bands { (band) }
        @for (node, place) in &left { (end(node, *place, unit, true)) }
        @for (node, place) in &right { (end(node, *place, unit, false)) }
    };
    let says = Phrase::fill(SAYS, &facts);
    picture("districts-picture", TITLE, &says, (WIDTH, height), &inside)
}

/// A band from the left to the right column, with its number at its start.
fn band((a, b, wide): (f64, f64, f64), colour: usize, people: i64) -> Markup {
    let (x0, x1) = (LEFT + NODE, RIGHT);
    let mid = f64::midpoint(x0, x1);
    let curve = |from, (x, y)| format!("C{} {} {}", at(mid, from), at(mid, y), at(x, y));
    let (there, back) = (curve(a, (x1, b)), curve(b + wide, (x0, a + wide)));
    let path = format!("M{}{there}V{}{back}Z", at(x0, a), n(b + wide));
    html! {
        path class=(format!("ribbon c{colour}")) d=(path) {}
        @if wide >= 9.0 {
            g.halo { (svg::text(x0 + 8.0, a + wide / 2.0 + 4.0, Held::Start, people.to_string())) }
        }
    }
}

/// A node with its name and number.
fn end(node: &Node, (y, people): (f64, i64), unit: f64, left: bool) -> Markup {
    let tall = (svg::f(people) * unit).max(1.0);
    let (x, at, held) = if left {
        (LEFT, LEFT - 8.0, Held::End)
    } else {
        (RIGHT, RIGHT + NODE + 8.0, Held::Start)
    };
    let shown = Phrase::of(|lang| format!("{} {people}", cut(node.words(lang), 24)));
    html! {
        rect.node x=(n(x)) y=(n(y)) width=(n(NODE)) height=(n(tall)) {}
        (svg::text(at, y + tall / 2.0 + 4.0, held, shown))
    }
}
