//! Words in both languages. A `Text` cannot be built with one language missing.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;

/// The language in which words are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
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

/// One sentence or term in both languages; `{name}` marks a blank to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
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

    /// The words in one language with every `{name}` filled in.
    pub fn fill(self, lang: Lang, blanks: &Blanks) -> String {
        let mut text = self.get(lang).to_owned();
        for (name, value) in blanks {
            text = text.replace(&format!("{{{name}}}"), &show(value, lang));
        }
        text
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
        other => other.to_string(),
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
