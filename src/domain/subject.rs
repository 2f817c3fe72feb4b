//! The subjects of the curriculum (学科), with the names under which tables know them.

use super::Label;
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A subject: its place in [`SUBJECTS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject(u8);

/// Every subject, in the order of reports.
pub const SUBJECTS: &[Label] = &[
    Label::new("chinese", "语文", "Chinese"),
    Label::new("maths", "数学", "Maths"),
    Label::new("english", "英语", "English"),
    Label::new("ethics", "道德与法治", "Ethics and law"),
    Label::new("science", "科学", "Science"),
    Label::new("physics", "物理", "Physics"),
    Label::new("chemistry", "化学", "Chemistry"),
    Label::new("biology", "生物", "Biology"),
    Label::new("history", "历史", "History"),
    Label::new("geography", "地理", "Geography"),
    Label::new("pe", "体育与健康", "PE and health"),
    Label::new("music", "音乐", "Music"),
    Label::new("art", "美术", "Fine art"),
    Label::new("it", "信息科技", "IT"),
    Label::new("labour", "劳动", "Labour"),
    Label::new("psychology", "心理健康", "Psychology"),
    Label::new("practice", "综合实践", "Comprehensive practice"),
    Label::new("calligraphy", "书法", "Calligraphy"),
    Label::new("local", "地方与校本课程", "Local and school courses"),
    Label::new("special", "特殊教育", "Special education"),
    Label::new("whole_class", "包班（全科）", "Whole class (all subjects)"),
    Label::new("class_meeting", "班队会", "Class meeting"),
];

/// Other spellings seen in real tables, by key.
const ALIASES: &[(&str, &[&str])] = &[
    ("chinese", &["语", "國語文", "国语"]),
    ("maths", &["数", "數學"]),
    ("english", &["外语", "英", "外国语", "英文"]),
    ("ethics", &["道法", "思想政治", "政治", "品德", "思政"]),
    ("science", &["自然"]),
    ("biology", &["生物学"]),
    ("pe", &["体育", "体健"]),
    ("it", &["信息技术", "信息", "计算机"]),
    ("labour", &["劳技", "通用技术"]),
    ("psychology", &["心理"]),
    ("practice", &["综合", "综合实践活动"]),
    ("calligraphy", &["写字"]),
    ("local", &["校本", "地方课程"]),
    ("special", &["特教", "生活适应"]),
    ("whole_class", &["全科", "包班", "小学全科"]),
    ("class_meeting", &["班会", "班队活动", "班团队活动"]),
];

impl Subject {
    /// One teacher takes (nearly) all subjects of a class (包班).
    pub const WHOLE_CLASS: Self = Self(20);

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
        let is_called = |label: &Label| {
            let mut aliases = ALIASES.iter().filter(|(key, _)| *key == label.key);
            label.is_called(word) || aliases.any(|(_, words)| words.contains(&word))
        };
        let mut all = Self::all().zip(SUBJECTS);
        all.find_map(|(one, label)| is_called(label).then_some(one))
    }
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
        let all = SUBJECTS.iter().map(|Label { key, text }| {
            let what = format!("{}。{}.", text.zh, text.en);
            serde_json::json!({ "description": what, "type": "string", "const": key })
        });
        let all: Vec<_> = all.collect();
        schemars::json_schema!({ "description": "学科。Subject.", "oneOf": all })
    }
}
