//! Names beside the schools of a map, set where they cover neither each other nor a school; a name that
//! finds no room is left to the title of its shape.

use super::svg::{self, Held};
use crate::print::html::cut;
use maud::{Markup, html};
use unicode_width::UnicodeWidthStr;

/// Left, upper, right and lower end.
type Frame = (f64, f64, f64, f64);

/// Halves of a Chinese character that a name may take.
const MOST: usize = 20;
/// Width of half a Chinese character at the size of the names.
const HALF: f64 = 6.1;
/// Half the size of a school's shape.
const SHAPE: f64 = 7.0;

fn overlap(one: &Frame, other: &Frame) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

/// Names at these places, as many as find room inside; those that come first are set first.
pub(super) fn labels(spots: &[((f64, f64), &str)], (width, height): (f64, f64)) -> Markup {
    let shape = |&((x, y), _)| (x - SHAPE, y - SHAPE, x + SHAPE, y + SHAPE);
    let mut taken: Vec<Frame> = spots.iter().map(shape).collect();
    let mut set = Vec::new();
    for &((x, y), name) in spots {
        let long = svg::f(cut(name, MOST).width()) * HALF;
        let tries = [
            (x + 10.0, y + 4.0, Held::Start, x + 10.0),
            (x - 10.0, y + 4.0, Held::End, x - 10.0 - long),
            (x, y - 11.0, Held::Middle, x - long / 2.0),
            (x, y + 20.0, Held::Middle, x - long / 2.0),
        ];
        for (at, base, held, left) in tries {
            let frame = (left, base - 11.0, left + long, base + 3.0);
            let inside =
                frame.0 > 2.0 && frame.1 > 2.0 && frame.2 < width - 2.0 && frame.3 < height;
            if inside && !taken.iter().any(|one| overlap(one, &frame)) {
                taken.push(frame);
                set.push(svg::name(at, base, held, name, MOST));
                break;
            }
        }
    }
    html! { g.halo { @for one in set { (one) } } }
}
