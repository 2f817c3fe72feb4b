//! What is: schools, teachers, their history, the tables of the county. No I/O, no rules.

mod month;
mod question;
mod roster;
mod school;
mod subject;
mod teacher;

pub use month::{Month, year_start};
pub use question::{NOTHING_MORE, Published, Question};
pub use roster::{
    Ban, ClassGroup, County, GivenPost, GridLine, Intake, LoadLine, Pin, Pool, PoolSource,
    QuotaTotal, Roster, Spell, Split, TitlePost, TravelTime, Waiver,
};
pub use school::{Area, Class, Indicator, School, SchoolKind, SchoolNo, Stage};
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

/// A value that is one of counted words: what `labelled_enum!` declares.
pub trait Labelled: Copy + Ord + 'static {
    /// Every value, in the order of the declaration.
    const ALL: &'static [Self];
    /// The label of every value, in the same order.
    const LABELS: &'static [Label];
    /// The key used in files and JSON.
    fn key(self) -> &'static str;
    /// The name in both languages.
    fn text(self) -> Text;
    /// The value with this key, Chinese or English name.
    fn find(word: &str) -> Option<Self>;
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
            /// The key used in files and JSON.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
            /// The name in both languages.
            pub const fn text(self) -> crate::text::Text {
                match self { $(Self::$variant => crate::text::Text::new($zh, $en)),+ }
            }
            /// The value with this key, Chinese or English name.
            pub fn find(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| {
                    value.key() == word || value.text().zh == word
                        || value.text().en.eq_ignore_ascii_case(word)
                })
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
            const LABELS: &'static [crate::domain::Label] = &[$(crate::domain::Label {
                key: $key,
                text: crate::text::Text::new($zh, $en),
            }),+];
            fn key(self) -> &'static str {
                self.key()
            }
            fn text(self) -> crate::text::Text {
                self.text()
            }
            fn find(word: &str) -> Option<Self> {
                Self::find(word)
            }
        }
    };
}
pub(crate) use labelled_enum;
