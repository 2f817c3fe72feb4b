//! The page of a trade-off curve (`frontier.html`): the curve as a picture and as a table.

use super::frame::{Head, frame};
use super::study::{FOLDED, FOOT, folded, path};
use super::svg::{self, Held, n, picture};
use crate::blanks;
use crate::decide::GoalPart;
use crate::disk::short;
use crate::print::html::{self, Look, say, t};
use crate::print::{Medium, Phrase};
use crate::report::{self, part, shown_parts};
use crate::run::digest_of;
use crate::study::{Frontier, Point};
use crate::text::Text;
use indexmap::IndexMap;
use maud::{Markup, html};

const KIND: Text = Text::new("取舍曲线", "trade-off curve");
const SUB: Text = Text::new(
    "{points}个点，每一点都单独求解。",
    "{points} points, each solved by itself.",
);
const CURVE: Text = Text::new("曲线", "Curve");
const TABLE: Text = Text::new("各点数值", "Points");
const NOTE: Text = Text::new(
    "● 已证明的点，□ 未证明的点，◎ 拐点（过此点后代价加快上升），× 不必考虑的点（另有一点要求不更低、各项目标都不更差），✘ 没有方案。竖轴是随之变化的第一项内容，越小越好。",
    "● proved, □ not proved, ◎ knee (beyond it the price rises faster), × dominated (another point asks at least as much and is nowhere worse), ✘ no plan. Upright: the first figure of the goals that changes; smaller is better.",
);
const TITLE: Text = Text::new("取舍曲线", "Trade-off curve");
const SAYS: Text = Text::new(
    "{points}个点，其中{solved}个有方案；数值见下表。",
    "{points} points, {solved} of them with a plan; the table below has the numbers.",
);
const UNIT: Text = Text::new("{goal}（{unit}）", "{goal} ({unit})");
const FLAT: Text = Text::new(
    "各项目标在所有点上都相同，没有曲线可画。",
    "No goal changes along the values: there is no curve to draw.",
);

const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 90.0;
const RIGHT: f64 = 760.0;
const TOP: f64 = 40.0;
const LOW: f64 = 350.0;

/// The page `frontier.html` of a curve: the same kind of page as that of a plan.
pub fn frontier_page(curve: &Frontier) -> String {
    let points = blanks! { points: curve.points.len() };
    let digest = short(&digest_of(curve));
    let made = blanks! { version: env!("CARGO_PKG_VERSION"), digest: digest.clone() };
    let head = Head {
        title: (KIND.zh, KIND.en),
        kind: KIND,
        sub: html! {
            p.sub { (say(SUB, &points)) }
            ul { @for one in &curve.paths { li { (html::inside(&path(one))) } } }
        },
        foot: html! { p { (say(FOOT, &made)) } },
        digest,
    };
    frame(
        &head,
        &[
            ("curve", CURVE, drawing(curve)),
            ("points", TABLE, table(curve)),
            ("solver", FOLDED, folded(&report::weighted_points(curve))),
        ],
    )
}

/// The first part of a goal that is not the same at every point.
fn changing(curve: &Frontier) -> Option<&GoalPart> {
    let figures = curve.points.iter().filter_map(|one| one.figures.as_ref());
    let at = |of| figures.clone().map(move |one| part(one, of));
    let mut parts = shown_parts(figures.clone()).into_iter();
    parts.find(|one| at(one).min() != at(one).max())
}

/// Places of the picture for values and goals.
struct Scale {
    x: (f64, f64),
    y: (f64, f64),
}

impl Scale {
    fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let part = |value: f64, (low, high): (f64, f64)| {
            (value - low) / (high - low).max(f64::MIN_POSITIVE)
        };
        (
            LEFT + (RIGHT - LEFT) * part(x, self.x),
            LOW - (LOW - TOP) * part(y, self.y),
        )
    }
}

/// A point of the curve: value, goal when there is a plan, the point itself.
type Dot<'a> = (f64, Option<i64>, &'a Point);

fn drawing(curve: &Frontier) -> Markup {
    let Some(goal) = changing(curve) else {
        return html! { p { (t(FLAT)) } };
    };
    let dots = curve.points.iter().filter_map(|point| {
        let x = point.values.first()?;
        let x = svg::f(x.numer()) / svg::f(x.denom());
        let figures = point.figures.as_ref();
        Some((x, figures.map(|one| part(one, goal)), point))
    });
    let dots: Vec<Dot<'_>> = dots.collect();
    let scale = Scale {
        x: svg::ends(dots.iter().map(|dot| dot.0)),
        y: svg::ends(dots.iter().filter_map(|dot| dot.1).map(svg::f)),
    };
    let solved = dots.iter().filter(|dot| dot.1.is_some()).count();
    let says = Phrase::fill(SAYS, &blanks! { points: dots.len(), solved: solved });
    // With two values, one line for each value of the second.
    let mut lines: IndexMap<Option<&String>, Vec<&Dot<'_>>> = IndexMap::new();
    for dot in &dots {
        lines.entry(dot.2.shown.get(1)).or_default().push(dot);
    }
    let inside = html! {
        (axes(&scale, &dots, goal))
        @for (second, line) in &lines { (one_line(&scale, *second, line)) }
    };
    html! {
        p.note { (t(NOTE)) }
        @let gained = report::gained(curve);
        @if !gained.is_empty() { ul { @for line in gained { li { (t(line)) } } } }
        (picture("curve-picture", TITLE, &says, (WIDTH, HEIGHT), &inside))
    }
}

fn axes(scale: &Scale, dots: &[Dot<'_>], goal: &GoalPart) -> Markup {
    let mut shown: Vec<(f64, &str)> = Vec::new();
    for (x, _, point) in dots {
        let at = scale.at(*x, 0.0).0;
        let free = shown.iter().all(|one| (one.0 - at).abs() > 46.0);
        if let Some(value) = point.shown.first().filter(|_| free) {
            shown.push((at, value));
        }
    }
    let unit = Phrase::fill(
        UNIT,
        &blanks! { goal: Phrase::from(&goal.name), unit: Phrase::from(&goal.unit) },
    );
    html! {
        path.frame d=(format!("M{0} {1}V{2}H{3}", n(LEFT), n(TOP - 14.0), n(LOW), n(RIGHT + 14.0))) {}
        @for (at, value) in shown { (svg::text(at, LOW + 40.0, Held::Middle, value)) }
        @for value in [scale.y.0, scale.y.1] {
            @let at = scale.at(scale.x.0, value).1;
            (svg::text(LEFT - 10.0, at + 4.0, Held::End, n(value)))
        }
        (svg::text(LEFT - 60.0, TOP - 22.0, Held::Start, unit))
    }
}

fn one_line(scale: &Scale, second: Option<&String>, line: &[&Dot<'_>]) -> Markup {
    let place = |dot: &&Dot<'_>| Some(scale.at(dot.0, svg::f(dot.1?)));
    let solved: Vec<(f64, f64)> = line.iter().filter_map(place).collect();
    let path: Vec<String> = solved.iter().map(|(x, y)| svg::at(*x, *y)).collect();
    html! {
        g.curve {
            @if !path.is_empty() { path d={ "M" (path.join("L")) } fill="none" {} }
            @for (x, y, point) in line {
                @let title = point.shown.join(", ");
                @match y {
                    Some(y) => (dot(scale.at(*x, svg::f(*y)), point, &format!("{title}: {y}"))),
                    None => (svg::text(scale.at(*x, 0.0).0, LOW + 18.0, Held::Middle, "✘")),
                }
            }
            @if let (Some(second), Some((x, y))) = (second, solved.last()) {
                (svg::text(x + 12.0, y + 4.0, Held::Start, second))
            }
        }
    }
}

/// The sign of a point: its shape says how it ended and whether anybody should look at it.
fn dot((x, y): (f64, f64), point: &Point, title: &str) -> Markup {
    html! {
        g {
            title { (title) }
            @if point.dominated {
                path.out d=(svg::cross((x, y), 5.0)) {}
            } @else if point.is_settled() {
                circle.proved cx=(n(x)) cy=(n(y)) r="4.5" {}
            } @else {
                rect.open x=(n(x - 4.5)) y=(n(y - 4.5)) width="9" height="9" {}
            }
            @if point.knee { circle.knee cx=(n(x)) cy=(n(y)) r="9" {} }
        }
    }
}

fn table(curve: &Frontier) -> Markup {
    let mut table = report::curve(curve, Medium::Page).named(TABLE);
    for (column, one) in table.columns.iter_mut().zip(&curve.paths) {
        column.head = path(one);
    }
    html::table(&table, Look::WideAligned)
}
