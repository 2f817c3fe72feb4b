//! Pictures: plain SVG, drawn here, with a title, a description and words in both languages.

use crate::print::html::{cut, plain};
use crate::text::{Blanks, Lang, Text};
use maud::{Markup, html};

/// What a picture is called and what it says, for those who do not see it.
pub(super) struct Caption<'a> {
    /// Its id on the page; title and description are found by it.
    pub(super) id: &'a str,
    /// Its title.
    pub(super) title: Text,
    /// What it shows, with `{…}` for the facts.
    pub(super) says: Text,
    /// The facts.
    pub(super) facts: Blanks,
}

/// A picture of this width and height.
pub(super) fn picture(caption: &Caption<'_>, width: f64, height: f64, inside: &Markup) -> Markup {
    let (title, desc) = (format!("{}-t", caption.id), format!("{}-d", caption.id));
    let says = |lang| caption.says.fill(lang, &caption.facts);
    html! {
        svg id=(caption.id) class="picture" role="img" focusable="false"
            aria-labelledby=(format!("{title} {desc}"))
            viewBox=(format!("0 0 {} {}", n(width), n(height)))
            width=(n(width)) height=(n(height)) {
            title id=(title) { (plain(caption.title.zh, caption.title.en)) }
            desc id=(desc) { (plain(&says(Lang::Zh), &says(Lang::En))) }
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

/// Plain text: a number or a name.
pub(super) fn text(x: f64, y: f64, held: Held, words: &str) -> Markup {
    html! { text x=(n(x)) y=(n(y)) text-anchor=(held.key()) { (words) } }
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

/// Words in both languages.
pub(super) fn words(x: f64, y: f64, held: Held, (zh, en): (&str, &str)) -> Markup {
    if zh == en {
        return text(x, y, held, zh);
    }
    let held = held.key();
    html! {
        text.zh lang="zh-CN" x=(n(x)) y=(n(y)) text-anchor=(held) { (zh) }
        text.en lang="en" x=(n(x)) y=(n(y)) text-anchor=(held) { (en) }
    }
}

/// Words in both languages.
pub(super) fn label(x: f64, y: f64, held: Held, text: Text) -> Markup {
    words(x, y, held, (text.zh, text.en))
}

/// A whole number as a length.
pub(super) fn f(number: i64) -> f64 {
    i32::try_from(number).map_or(f64::from(i32::MAX), f64::from)
}

/// A count as a length.
pub(super) fn count(number: usize) -> f64 {
    i32::try_from(number).map_or(f64::from(i32::MAX), f64::from)
}
