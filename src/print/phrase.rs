//! Words that are made while the program runs, in both languages.

use crate::disk::short;
use crate::domain::Month;
use crate::text::{Blanks, Lang, OwnedText, Text};
use serde::Serialize;
use std::borrow::Cow;

/// The mark behind what is going to be explained.
pub const COLON: Text = Text::new("：", ": ");
/// The mark between parts of a sentence.
pub const COMMA: Text = Text::new("，", ", ");
/// The mark between the items of a list.
pub const LIST: Text = Text::new("、", ", ");
/// The mark between parts that are sentences of their own.
pub const ALSO: Text = Text::new("；", "; ");

/// An exact share with two places, halves up; a dash where there is nothing below.
pub fn two_places(top: i64, below: i64) -> String {
    let (top, below) = (i128::from(top), i128::from(below));
    let Some(hundredths) = (200 * top + below).checked_div(2 * below) else {
        return "—".to_owned();
    };
    let (whole, rest) = (hundredths.div_euclid(100), hundredths.rem_euclid(100));
    format!("{whole}.{rest:02}")
}

const MADE_AS: Text = Text::new("校验码 {digest}", "digest {digest}");

/// By what a document is known on paper: the beginning of its digest, by which its earlier copies are filed too.
pub fn known_by(digest: &str, lang: Lang) -> String {
    let digest = short(digest);
    if digest.is_empty() {
        return digest;
    }
    MADE_AS.fill(lang, &crate::blanks! { digest: digest })
}

/// Words in both languages, filled in; names are the same in both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// Simplified Chinese.
    pub zh: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Phrase {
    /// The same words made once for each language.
    pub fn of(make: impl Fn(Lang) -> String) -> Self {
        Self {
            zh: make(Lang::Zh).into(),
            en: make(Lang::En).into(),
        }
    }

    /// A sentence with its blanks filled.
    pub fn fill(text: Text, blanks: &Blanks) -> Self {
        Self::of(|lang| text.fill(lang, blanks))
    }

    /// Items with a mark between them.
    pub fn join(items: impl IntoIterator<Item = impl Into<Self>>, mark: Text) -> Self {
        let items: Vec<Self> = items.into_iter().map(Into::into).collect();
        Self::of(|lang| {
            let words: Vec<&str> = items.iter().map(|one| one.get(lang)).collect();
            words.join(mark.get(lang))
        })
    }

    /// A number of the field's own, where there is one, and what it is called.
    pub fn numbered(code: &str, words: impl Into<Self>) -> Self {
        let words = words.into();
        if code.is_empty() {
            return words;
        }
        Self::of(|lang| format!("{code} {}", words.get(lang)))
    }

    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<Text> for Phrase {
    fn from(text: Text) -> Self {
        (text.zh, text.en).into()
    }
}

impl From<(&'static str, &'static str)> for Phrase {
    fn from((zh, en): (&'static str, &'static str)) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }
}

impl From<&OwnedText> for Phrase {
    fn from(words: &OwnedText) -> Self {
        Self::of(|lang| words.get(lang).to_owned())
    }
}

impl From<&str> for Phrase {
    fn from(name: &str) -> Self {
        Self::of(|_| name.to_owned())
    }
}

impl From<&String> for Phrase {
    fn from(name: &String) -> Self {
        name.as_str().into()
    }
}

impl From<String> for Phrase {
    fn from(name: String) -> Self {
        name.as_str().into()
    }
}

impl From<Month> for Phrase {
    fn from(month: Month) -> Self {
        month.to_string().into()
    }
}
