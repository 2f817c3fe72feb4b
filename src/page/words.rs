//! Words on the page: both languages stand there, each in a span of its own, and the switch shows one.

use crate::domain::Month;
use crate::text::Text;
use unicode_width::UnicodeWidthChar;

pub(super) use crate::print::html::{both, each, name, pair, phrase, say, t};
pub(super) use crate::print::{COLON, COMMA};

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

/// What a value of the policy means, in Chinese, without the words of the file that it explains.
pub(super) fn label(says: Text) -> &'static str {
    let cut = says.zh.char_indices().find(|(at, c)| {
        let rest = says.zh.get(*at..).unwrap_or("");
        "：（，".contains(*c) && rest.chars().any(|c| c.is_ascii_lowercase())
    });
    cut.map_or(says.zh, |(at, _)| says.zh.get(..at).unwrap_or(says.zh))
}
