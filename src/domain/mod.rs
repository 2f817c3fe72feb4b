//! What is: schools, teachers, their history, the tables of the county. No I/O, no rules.

mod made;
mod month;
mod question;
mod roster;
mod ruling;
mod school;
mod subject;
mod teacher;

pub use made::Made;
pub use month::{Month, year_start};
pub use question::{NOTHING_MORE, Published, Question};
pub use roster::{
    ClassGroup, County, GivenPost, GridLine, Intake, LoadLine, Merger, Pool, PoolSource,
    QuotaTotal, Roster, Spell, Split, TitlePost, TravelTime,
};
pub use ruling::{Ban, Pin, Waiver};
pub use school::{Area, Class, Indicator, School, SchoolKind, SchoolNo, Stage, UrbanCode};
pub use subject::{SUBJECTS, Subject};
pub use teacher::{
    Backbone, Degree, Employment, Form, Protection, Role, Sex, Status, Teacher, TeacherNo, Title,
};

use crate::text::Text;

/// A value of an enum in words: its key in files and JSON, and its name in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The key used in files and JSON.
    pub key: &'static str,
    /// The name in both languages.
    pub text: Text,
}

impl Label {
    /// A key with its name in Chinese and in English.
    pub const fn new(key: &'static str, zh: &'static str, en: &'static str) -> Self {
        let text = Text::new(zh, en);
        Self { key, text }
    }

    /// Whether this is its key, or its Chinese or English name.
    pub fn is_called(self, word: &str) -> bool {
        self.key == word || self.text.zh == word || self.text.en.eq_ignore_ascii_case(word)
    }
}

/// A value that is one of counted words: what `labelled_enum!` declares.
pub trait Labelled: Copy + Ord + 'static {
    /// Every value, in the order of the declaration.
    const ALL: &'static [Self];
    /// The label of every value, in the same order.
    const LABELS: &'static [Label];
    /// The key used in files and JSON, and the name in both languages.
    fn label(self) -> Label;
    /// The key used in files and JSON.
    fn key(self) -> &'static str {
        self.label().key
    }
    /// The name in both languages.
    fn text(self) -> Text {
        self.label().text
    }
    /// The value with this key, Chinese or English name.
    fn find(word: &str) -> Option<Self> {
        let is_called = |value: &Self| value.label().is_called(word);
        Self::ALL.iter().copied().find(is_called)
    }
}

/// Declares an enum of words with a key for files and JSON, and a name in both languages, which is
/// its documentation too.
macro_rules! labelled_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $key:literal $zh:literal $en:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
                 serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$vmeta])* #[doc = concat!($zh, "。", $en, ".")] #[serde(rename = $key)] $variant),+
        }
        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The key used in files and JSON, and the name in both languages.
            pub const fn label(self) -> crate::domain::Label {
                <Self as crate::domain::Labelled>::LABELS[self as usize]
            }
            /// The key used in files and JSON.
            pub const fn key(self) -> &'static str {
                self.label().key
            }
            /// The name in both languages.
            pub const fn text(self) -> crate::text::Text {
                self.label().text
            }
            /// The value with this key, Chinese or English name.
            pub fn find(word: &str) -> Option<Self> {
                <Self as crate::domain::Labelled>::find(word)
            }
        }
        /// The first value, where nothing is said.
        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }
        impl crate::domain::Labelled for $name {
            const ALL: &'static [Self] = Self::ALL;
            const LABELS: &'static [crate::domain::Label] = &[$(crate::domain::Label::new($key, $zh, $en)),+];
            fn label(self) -> crate::domain::Label {
                self.label()
            }
        }
    };
}
pub(crate) use labelled_enum;

/// How many there are, as the whole number that sums and shares are reckoned in.
pub fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// How many there are, as tables and documents hold it.
pub fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
