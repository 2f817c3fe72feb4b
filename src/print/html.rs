//! Words and tables for a page: both languages stand there, each in a span of its own, and the switch shows
//! one.

use super::{Align, COMMA, Cell, Column, Phrase, Sign, Table};
use crate::domain::Month;
use crate::text::{Blanks, Text};
use maud::{Markup, html};
use unicode_width::UnicodeWidthChar;

const LESS: Text = Text::new("减少", "less");
const MORE: Text = Text::new("增加", "more");
const SAME: Text = Text::new("不变", "as before");

/// Words in both languages.
pub fn t(words: impl Into<Phrase>) -> Markup {
    phrase(&words.into())
}

/// A sentence in both languages, filled with numbers. Names are not filled in: they are set beside.
pub fn say(text: Text, blanks: &Blanks) -> Markup {
    phrase(&Phrase::fill(text, blanks))
}

/// Two spans, or one text where the languages agree.
fn phrase(Phrase { zh, en }: &Phrase) -> Markup {
    if zh == en {
        return html! { (zh) };
    }
    html! {
        span.zh lang="zh-CN" { (zh) }
        span.en lang="en" { (en) }
    }
}

/// A name, never translated, and kept from turning the direction of what stands beside it.
pub fn name(name: &str) -> Markup {
    html! { bdi { (name) } }
}

/// Both languages in one plain text, for titles that no style can switch.
pub fn plain(zh: &str, en: &str) -> String {
    if zh == en || en.is_empty() {
        zh.to_owned()
    } else if zh.is_empty() {
        en.to_owned()
    } else {
        format!("{zh} / {en}")
    }
}

/// A name cut to so many halves of a Chinese character.
pub fn cut(name: &str, most: usize) -> String {
    let width = |c: char| c.width().unwrap_or(0);
    if name.chars().map(width).sum::<usize>() <= most {
        return name.to_owned();
    }
    let mut room = most.saturating_sub(2);
    let kept = name.chars().map_while(|c| {
        room = room.checked_sub(width(c))?;
        Some(c)
    });
    kept.collect::<String>() + "…"
}

/// From one month to another.
pub fn months(from: Month, to: Month) -> String {
    format!("{from}–{to}")
}

/// A change with its sign; a real minus.
pub fn signed(by: i64) -> String {
    match by {
        0 => "0".to_owned(),
        1.. => format!("+{by}"),
        _ => format!("−{}", by.unsigned_abs()),
    }
}

/// How a table looks on the page. Where it is aligned, its heads stand as their columns do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As wide as the page.
    Full,
    /// As wide as its words.
    Fit,
    /// As wide as its words, and aligned.
    FitAligned,
    /// As wide as its words, perhaps wider than the page.
    FitWide,
    /// Perhaps wider than the page.
    Wide,
    /// Perhaps wider than the page, and aligned.
    WideAligned,
}

/// A table; it is captioned by its notes, and for those who do not see it by its name.
pub fn table(table: &Table, look: Look) -> Markup {
    let fit = matches!(look, Look::Fit | Look::FitAligned | Look::FitWide);
    let wide = matches!(look, Look::FitWide | Look::Wide | Look::WideAligned);
    let aligned = matches!(look, Look::FitAligned | Look::WideAligned);
    let inside = html! {
        table class=[fit.then_some("fit")] {
            @match table.notes.first() {
                Some(note) => caption { (phrase(note)) },
                None => caption.sr { (phrase(&table.name)) },
            }
            thead { tr { @for one in &table.columns { (head(one, aligned)) } } }
            tbody { @for row in &table.rows { tr {
                @for (cell, column) in row.iter().zip(&table.columns) { (set(cell, column.align)) }
            } } }
        }
    };
    html! { @if wide { div.wide { (inside) } } @else { (inside) } }
}

fn head(column: &Column, aligned: bool) -> Markup {
    let class = (aligned && column.align == Align::Right).then_some("num");
    html! {
        th class=[class] scope="col" {
            (inside(&column.head))
            @if let Some(unit) = &column.unit { br; small { (t(unit.clone())) } }
        }
    }
}

fn set(cell: &Cell, align: Align) -> Markup {
    match align {
        Align::Name => html! { th scope="row" { (inside(cell)) } },
        Align::Right => html! { td.num { (inside(cell)) } },
        Align::Left => html! { td { (inside(cell)) } },
    }
}

/// What stands in a cell.
pub fn inside(cell: &Cell) -> Markup {
    match cell {
        Cell::Blank | Cell::Change(0) => html! {},
        Cell::Words(words) => phrase(words),
        Cell::Lines(lines) => html! { @for line in lines { div { (phrase(line)) } } },
        Cell::Coded(code, words) => html! { (code) " " (phrase(words)) },
        Cell::Name(words) => html! { bdi { (phrase(words)) } },
        Cell::Code(key) => html! { code { (key) } },
        Cell::Count(count) => html! { (count) },
        Cell::Pair(one, other) => html! { (one) (t(COMMA)) (other) },
        Cell::Against(count, base) => html! {
            (count)
            @if count != base { " " small { "(" (signed(count - base)) ")" } }
        },
        Cell::Unknown => html! { "—" },
        Cell::Share(top, below) => html! { (top) "/" (below) },
        Cell::Change(by) => html! { (signed(*by)) },
        Cell::Trend(by) => match by {
            0 => html! { span { "＝ " (t(SAME)) } },
            1.. => html! { span.short { "▲ " (signed(*by)) " " (t(MORE)) } },
            _ => html! { span.ok { "▼ " (signed(*by)) " " (t(LESS)) } },
        },
        Cell::Verdict(sign, words) => {
            let (class, sign) = look_of(*sign);
            html! { span class=(class) { (sign) " " (phrase(words)) } }
        }
        Cell::Reached(sign, actual, need) => {
            let (class, sign) = look_of(*sign);
            html! { span class=(class) { (sign) } " " (actual) "/" (need) }
        }
    }
}

const fn look_of(sign: Sign) -> (&'static str, &'static str) {
    match sign {
        Sign::Fine => ("ok", "✔"),
        Sign::Tight => ("tight", "✔"),
        Sign::Short => ("short", "△"),
        Sign::Fails => ("fail", "✘"),
        Sign::Idle => ("ok", "–"),
    }
}
