//! Pictures: plain SVG, drawn here, with a title, a description and words in both languages.

use crate::print::Phrase;
use crate::print::html::{cut, plain};
use crate::text::Text;
use maud::{Markup, html};

/// A picture of this width and height, found on the page by its id; title and description are for those who do
/// not see it.
pub(super) fn picture(
    id: &str,
    title: Text,
    says: &Phrase,
    (width, height): (f64, f64),
    inside: &Markup,
) -> Markup {
    let (title_id, desc_id) = (format!("{id}-t"), format!("{id}-d"));
    html! {
        svg id=(id) class="picture" role="img" focusable="false"
            aria-labelledby=(format!("{title_id} {desc_id}"))
            viewBox=(format!("0 0 {} {}", n(width), n(height)))
            width=(n(width)) height=(n(height)) {
            title id=(title_id) { (plain(title.zh, title.en)) }
            desc id=(desc_id) { (plain(&says.zh, &says.en)) }
            (inside)
        }
    }
}

/// A length with one decimal at most.
pub(super) fn n(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let text = if text == "-0" { "0" } else { text };
    text.to_owned()
}

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    /// At its start.
    Start,
    /// At its middle.
    Middle,
    /// At its end.
    End,
}

impl Held {
    const fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Words, a number or a name; two texts where the languages do not agree.
pub(super) fn text(x: f64, y: f64, held: Held, words: impl Into<Phrase>) -> Markup {
    let (Phrase { zh, en }, held) = (words.into(), held.key());
    html! {
        @if zh == en {
            text x=(n(x)) y=(n(y)) text-anchor=(held) { (zh) }
        } @else {
            text.zh lang="zh-CN" x=(n(x)) y=(n(y)) text-anchor=(held) { (zh) }
            text.en lang="en" x=(n(x)) y=(n(y)) text-anchor=(held) { (en) }
        }
    }
}

/// A name, cut where it is long, whole in the title.
pub(super) fn name(x: f64, y: f64, held: Held, name: &str, most: usize) -> Markup {
    html! {
        text.name x=(n(x)) y=(n(y)) text-anchor=(held.key()) {
            (cut(name, most))
            @if cut(name, most) != name { title { (name) } }
        }
    }
}

/// A point of a path.
pub(super) fn at(x: f64, y: f64) -> String {
    format!("{} {}", n(x), n(y))
}

/// The corners of a polygon.
pub(super) fn corners(all: [(f64, f64); 3]) -> String {
    all.map(|(x, y)| format!("{},{}", n(x), n(y))).join(" ")
}

/// The path of a cross so wide to every side.
pub(super) fn cross((x, y): (f64, f64), wide: f64) -> String {
    let (left, right, top, low) = (n(x - wide), n(x + wide), n(y - wide), n(y + wide));
    format!("M{left} {top}L{right} {low}M{left} {low}L{right} {top}")
}

/// The lowest and the highest of these.
pub(super) fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), one| {
        (low.min(one), high.max(one))
    })
}

/// A whole number as a length.
pub(super) fn f(number: impl TryInto<i32>) -> f64 {
    number.try_into().map_or(f64::from(i32::MAX), f64::from)
}
