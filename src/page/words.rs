//! Words on the page: both languages stand there, each in a span of its own, and the switch shows one.

use crate::domain::Month;
use crate::text::{Blanks, Lang, OwnedText, Text};
use maud::{Markup, html};
use unicode_width::UnicodeWidthChar;

/// Marks of each language between words.
pub(super) const COMMA: Text = Text::new("，", ", ");
pub(super) const COLON: Text = Text::new("：", ": ");

/// A term in both languages.
pub(super) fn t(text: Text) -> Markup {
    both(text.zh, text.en)
}

/// A sentence in both languages, filled with numbers. Names are not filled in: they are set beside.
pub(super) fn say(text: Text, facts: &Blanks) -> Markup {
    both(&text.fill(Lang::Zh, facts), &text.fill(Lang::En, facts))
}

/// Words that a document has in both languages.
pub(super) fn pair(words: &OwnedText) -> Markup {
    both(words.get(Lang::Zh), words.get(Lang::En))
}

/// Two spans, or one text where the languages agree.
pub(super) fn both(zh: &str, en: &str) -> Markup {
    if zh == en {
        return html! { (zh) };
    }
    html! {
        span.zh lang="zh-CN" { (zh) }
        span.en lang="en" { (en) }
    }
}

/// A name, never translated, and kept from turning the direction of what stands beside it.
pub(super) fn name(name: &str) -> Markup {
    html! { bdi { (name) } }
}

/// Both languages in one plain text, for titles that no style can switch.
pub(super) fn plain(zh: &str, en: &str) -> String {
    if zh == en || en.is_empty() {
        zh.to_owned()
    } else if zh.is_empty() {
        en.to_owned()
    } else {
        format!("{zh} / {en}")
    }
}

/// A name cut to so many halves of a Chinese character.
pub(super) fn cut(name: &str, most: usize) -> String {
    let width = |c: char| c.width().unwrap_or(0);
    if name.chars().map(width).sum::<usize>() <= most {
        return name.to_owned();
    }
    let (mut kept, mut room) = (String::new(), most.saturating_sub(2));
    for c in name.chars() {
        let Some(left) = room.checked_sub(width(c)) else {
            break;
        };
        kept.push(c);
        room = left;
    }
    kept + "…"
}

/// From one month to another.
pub(super) fn months(from: Month, to: Month) -> String {
    format!("{from}–{to}")
}

/// A change with its sign; a real minus.
pub(super) fn signed(by: i64) -> String {
    match by {
        0 => "0".to_owned(),
        1.. => format!("+{by}"),
        _ => format!("−{}", by.unsigned_abs()),
    }
}

/// What a value of the policy means, in Chinese, without the words of the file that it explains.
pub(super) fn label(says: Text) -> &'static str {
    let cut = says.zh.char_indices().find(|(at, c)| {
        let rest = says.zh.get(*at..).unwrap_or("");
        "：（，".contains(*c) && rest.chars().any(|c| c.is_ascii_lowercase())
    });
    cut.map_or(says.zh, |(at, _)| says.zh.get(..at).unwrap_or(says.zh))
}
