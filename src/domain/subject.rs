//! The subjects of the curriculum (学科), with the names under which tables know them.

use super::Label;
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A subject: its place in [`SUBJECTS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject(u8);

/// Key, names, and other spellings seen in real tables.
pub struct Entry {
    /// The key used in files and JSON.
    pub key: &'static str,
    /// The name in both languages.
    pub text: Text,
    /// Other spellings.
    pub aliases: &'static [&'static str],
}

const fn entry(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    aliases: &'static [&'static str],
) -> Entry {
    Entry {
        key,
        text: Text::new(zh, en),
        aliases,
    }
}

/// Every subject, in the order of reports.
pub const SUBJECTS: &[Entry] = &[
    entry("chinese", "语文", "Chinese", &["语", "國語文", "国语"]),
    entry("maths", "数学", "Maths", &["数", "數學"]),
    entry(
        "english",
        "英语",
        "English",
        &["外语", "英", "外国语", "英文"],
    ),
    entry(
        "ethics",
        "道德与法治",
        "Ethics and law",
        &["道法", "思想政治", "政治", "品德", "思政"],
    ),
    entry("science", "科学", "Science", &["自然"]),
    entry("physics", "物理", "Physics", &[]),
    entry("chemistry", "化学", "Chemistry", &[]),
    entry("biology", "生物", "Biology", &["生物学"]),
    entry("history", "历史", "History", &[]),
    entry("geography", "地理", "Geography", &[]),
    entry("pe", "体育与健康", "PE and health", &["体育", "体健"]),
    entry("music", "音乐", "Music", &[]),
    entry("art", "美术", "Fine art", &[]),
    entry("it", "信息科技", "IT", &["信息技术", "信息", "计算机"]),
    entry("labour", "劳动", "Labour", &["劳技", "通用技术"]),
    entry("psychology", "心理健康", "Psychology", &["心理"]),
    entry(
        "practice",
        "综合实践",
        "Comprehensive practice",
        &["综合", "综合实践活动"],
    ),
    entry("calligraphy", "书法", "Calligraphy", &["写字"]),
    entry(
        "local",
        "地方与校本课程",
        "Local and school courses",
        &["校本", "地方课程"],
    ),
    entry(
        "special",
        "特殊教育",
        "Special education",
        &["特教", "生活适应"],
    ),
    entry(
        "whole_class",
        "包班（全科）",
        "Whole class (all subjects)",
        &["全科", "包班", "小学全科"],
    ),
];

impl Subject {
    /// One teacher takes (nearly) all subjects of a class (包班).
    pub const WHOLE_CLASS: Self = Self(20);

    /// The label of every subject.
    pub const LABELS: &'static [Label] = &labels();

    /// Every subject.
    pub fn all() -> impl Iterator<Item = Self> {
        (0u8..).take(SUBJECTS.len()).map(Self)
    }

    /// The key used in files and JSON.
    pub fn key(self) -> &'static str {
        SUBJECTS[usize::from(self.0)].key
    }

    /// The name in both languages.
    pub fn text(self) -> Text {
        SUBJECTS[usize::from(self.0)].text
    }

    /// The subject with this key, name or other spelling.
    pub fn find(word: &str) -> Option<Self> {
        Self::all().find(|subject| {
            let entry = &SUBJECTS[usize::from(subject.0)];
            entry.key == word
                || entry.text.zh == word
                || entry.text.en.eq_ignore_ascii_case(word)
                || entry.aliases.contains(&word)
        })
    }
}

const fn labels() -> [Label; SUBJECTS.len()] {
    let text = Text::new("", "");
    let mut labels = [Label { key: "", text }; SUBJECTS.len()];
    let mut no = 0;
    while no < SUBJECTS.len() {
        let Entry { key, text, .. } = SUBJECTS[no];
        labels[no] = Label { key, text };
        no += 1;
    }
    labels
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = String::deserialize(from)?;
        Self::find(&word).ok_or_else(|| de::Error::custom(format!("unknown subject {word:?}")))
    }
}

impl JsonSchema for Subject {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Subject".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let says = |text: Text| format!("{}。{}.", text.zh, text.en);
        let all = SUBJECTS.iter().map(|entry| {
            let what = says(entry.text);
            serde_json::json!({ "description": what, "type": "string", "const": entry.key })
        });
        let all: Vec<_> = all.collect();
        let what = says(Text::new("学科", "Subject"));
        schemars::json_schema!({ "description": what, "oneOf": all })
    }
}
