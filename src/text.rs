//! Words in both languages. A `Text` cannot be built with one language missing.

mod agree;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// The language in which words are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese, what users see first.
    #[default]
    Zh,
    /// English, for maintainers.
    En,
}

impl Lang {
    /// The one of two that is in the language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// Words that last as long as the program. Written out, the type would make serde borrow them from the file that it reads.
pub(crate) type Lasting = &'static str;

/// One sentence or term in both languages; `{name}` marks a blank to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Simplified Chinese.
    #[serde(deserialize_with = "lasting")]
    pub zh: Lasting,
    /// English.
    #[serde(deserialize_with = "lasting")]
    pub en: Lasting,
}

/// Words of the program that come back from a file which it wrote itself.
static CAME_BACK: Mutex<BTreeSet<Lasting>> = Mutex::new(BTreeSet::new());

/// Reads words that the program itself wrote, and that last as long as those in its source: each is kept once.
pub(crate) fn lasting<'de, D: Deserializer<'de>>(from: D) -> Result<Lasting, D::Error> {
    let words = String::deserialize(from)?;
    let mut known = CAME_BACK.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.get(words.as_str()) {
        return Ok(known);
    }
    let kept: Lasting = Box::leak(words.into_boxed_str());
    known.insert(kept);
    Ok(kept)
}

/// What fills the blanks of a sentence, by name, in the order given. Whole numbers stay whole.
pub type Blanks = serde_json::Map<String, Value>;

impl Text {
    /// Both languages of one term.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The words in one language, placeholders untouched.
    pub fn get(self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    /// The words in one language with every `{name}` filled in; English words agree with a number of one.
    pub fn fill(self, lang: Lang, blanks: &Blanks) -> String {
        let (mut text, mut ones) = (String::new(), Vec::new());
        let mut rest = self.get(lang);
        while let Some((before, behind)) = rest.split_once('{') {
            text += before;
            let blank = behind.split_once('}');
            let value = blank.and_then(|(name, after)| Some((blanks.get(name)?, after)));
            let Some((value, after)) = value else {
                text.push('{');
                rest = behind;
                continue;
            };
            text += &show(value, lang);
            if is_one(value) {
                ones.push(text.len());
            }
            rest = after;
        }
        text += rest;
        match lang {
            Lang::Zh => text,
            Lang::En => agree::agree(text, &ones),
        }
    }
}

/// Whether a blank is filled with the number one.
fn is_one(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_i64().is_some_and(|number| number.abs() == 1),
        Value::String(text) => matches!(text.as_str(), "1" | "+1" | "-1"),
        _ => false,
    }
}

/// Words that a document says in both languages: a list of two, Chinese and English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OwnedText([String; 2]);

/// A schema says of it what it says of the list, wherever it stands.
impl JsonSchema for OwnedText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        <[String; 2]>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        <[String; 2]>::json_schema(generator)
    }
}

impl OwnedText {
    /// Words that are made up anew, such as a filled sentence.
    pub const fn new(zh: String, en: String) -> Self {
        Self([zh, en])
    }

    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.0[0], &self.0[1])
    }
}

impl From<Text> for OwnedText {
    fn from(text: Text) -> Self {
        Self([text.zh.into(), text.en.into()])
    }
}

/// What fills a blank, as a person reads it; lists are joined with the mark of the language, and what is given
/// in both languages as `{"zh": …, "en": …}` shows the one asked for.
pub fn show(value: &Value, lang: Lang) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| show(item, lang)).collect();
            items.join(lang.pick("、", ", "))
        }
        Value::Object(both) => both
            .get(lang.pick("zh", "en"))
            .map_or_else(|| value.to_string(), |word| show(word, lang)),
        Value::Null => lang.pick("无", "none").to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// What fills the blanks of a sentence, by name: `blanks! { need: 3, name: "…" }`.
#[macro_export]
macro_rules! blanks {
    ($($name:ident : $value:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut blanks = $crate::text::Blanks::new();
        $(blanks.insert(stringify!($name).to_owned(), serde_json::json!($value));)*
        blanks
    }};
}
