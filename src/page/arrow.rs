//! Arrows between two places of a map, and the table of the same numbers.

use super::seen::Seen;
use super::svg::{self, Held, n};
use crate::print::html::{name, t};
use crate::text::Text;
use maud::{Markup, html};

const CAPTION: Text = Text::new(
    "学校之间的去向（人数）",
    "Who goes between which schools (people)",
);
const FROM: Text = Text::new("现学校", "from");
const TO: Text = Text::new("新学年学校", "to");
const TEACHERS: Text = Text::new("交流轮岗教师", "teachers");
const LEADERS: Text = Text::new("校长、副校长", "school leaders");
const NOBODY: Text = Text::new(
    "没有人在学校之间调整。",
    "Nobody goes from one school to another.",
);

/// People who go one way.
pub(super) struct Way {
    /// From here.
    pub(super) from: (f64, f64),
    /// To there.
    pub(super) to: (f64, f64),
    /// So many.
    pub(super) people: i64,
    /// School leaders only.
    pub(super) leaders_only: bool,
}

/// A bent arrow, so that both directions are seen; nothing between schools at the same place.
pub(super) fn arrow(way: &Way) -> Markup {
    let ((x0, y0), (x1, y1)) = (way.from, way.to);
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
    let wide = (1.0 + 0.9 * svg::f(way.people)).min(9.0);
    // The head points along the last stretch and stops short of the school.
    let end = (x1 - cx).hypot(y1 - cy).max(1.0);
    let (ux, uy) = ((x1 - cx) / end, (y1 - cy) / end);
    let gap = 8.0_f64.min(long / 4.0);
    let (tx, ty) = (x1 - ux * gap, y1 - uy * gap);
    let head = 7.0 + wide;
    let half = 3.0 + wide * 0.6;
    let (bx, by) = (tx - ux * head, ty - uy * head);
    let line = format!(
        "M{} {}Q{} {} {} {}",
        n(x0),
        n(y0),
        n(cx),
        n(cy),
        n(bx),
        n(by)
    );
    let tip = format!(
        "{},{} {},{} {},{}",
        n(tx),
        n(ty),
        n(bx - uy * half),
        n(by + ux * half),
        n(bx + uy * half),
        n(by - ux * half)
    );
    let (mx, my) = (
        0.25 * x0 + 0.5 * cx + 0.25 * x1,
        0.25 * y0 + 0.5 * cy + 0.25 * y1,
    );
    html! {
        g class=(if way.leaders_only { "arrow leaders" } else { "arrow" }) {
            path d=(line) stroke-width=(n(wide)) {}
            polygon points=(tip) {}
            @if way.people > 1 {
                g.halo { (svg::text(mx, my + 4.0, Held::Middle, &way.people.to_string())) }
            }
        }
    }
}

/// The same as a table.
pub(super) fn flow_table(seen: &Seen<'_>) -> Markup {
    let leaders = seen.flows.iter().any(|one| one.leaders > 0);
    html! {
        @if seen.flows.is_empty() {
            p { (t(NOBODY)) }
        } @else {
            details.unfold open[seen.flows.len() <= 12] {
                summary { (t(CAPTION)) }
                table.fit {
                    caption.sr { (t(CAPTION)) }
                    thead {
                        tr {
                            th scope="col" { (t(FROM)) }
                            th scope="col" { (t(TO)) }
                            th.num scope="col" { (t(TEACHERS)) }
                            @if leaders { th.num scope="col" { (t(LEADERS)) } }
                        }
                    }
                    tbody {
                        @for flow in &seen.flows {
                            tr {
                                td { (name(seen.name(flow.from))) }
                                td { (name(seen.name(flow.to))) }
                                td.num { (flow.teachers) }
                                @if leaders { td.num { (flow.leaders) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
