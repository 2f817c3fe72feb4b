//! What is wrong, and where: the one currency of reading, auditing and planning.
//!
//! A `Finding` holds what fills the blanks, never a sentence; the words come from its `Code` when it is shown, so
//! the two languages cannot differ in content. Code ranges: R.. rules, I1.. files and tables,
//! I2.. schools, I3.. classes, I4.. teachers, I5.. service, I6.. other tables, I7.. across tables,
//! I8.. changes, I9.. regions, P.. policy, S.. solving, A.. plans that are audited,
//! C.. commands.

use crate::text::{Blanks, Lang, Text};
use serde::{Deserialize, Serialize, Serializer};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing can be planned or approved before this is mended.
    Error,
    /// The plan goes on; a person should look.
    Warning,
    /// For information.
    Note,
}

/// One kind of finding: its number and its words. Numbers are never reused.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The number, such as `I401`.
    pub id: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, what was found, what was expected.
    pub says: Text,
    /// What to do.
    pub help: Text,
}

/// One maker of kinds for each weight; all take the same.
macro_rules! makers {
    ($($(#[$doc:meta])* $weight:ident $severity:ident;)+) => {
        $($(#[$doc])*
        pub const fn $weight(
            id: &'static str,
            zh: &'static str,
            en: &'static str,
            help_zh: &'static str,
            help_en: &'static str,
        ) -> Self {
            let (says, help) = (Text::new(zh, en), Text::new(help_zh, help_en));
            let severity = Severity::$severity;
            Self { id, severity, says, help }
        })+
    };
}

impl Code {
    makers! {
        /// A kind of error: its number, what is wrong and what to do, each in Chinese and in English.
        error Error;
        /// A kind of warning, given like an error.
        warning Warning;
        /// A kind of note, given like an error.
        note Note;
    }
}

/// Declares kinds of finding and the list `CODES` of them: who may see them, then name, number, weight,
/// `[what is wrong, in Chinese and English]` and `[what to do]` of each.
macro_rules! codes {
    ($vis:vis, $($name:ident $id:literal $weight:ident
        [$zh:literal, $en:literal] [$help_zh:literal, $help_en:literal];)+) => {
        $($vis static $name: $crate::finding::Code = $crate::finding::Code::$weight(
            $id, $zh, $en, $help_zh, $help_en,
        );)+
        $vis const CODES: &[&$crate::finding::Code] = &[$(&$name),+];
    };
}
pub(crate) use codes;

/// Where something stands in the officer's own files.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// File name without its folder.
    pub file: String,
    /// Sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Row as the officer counts it: the first row of the file is 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// Cell as a spreadsheet names it, such as `C17`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Head of the column as written in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(name: impl Into<String>) -> Self {
        Self {
            file: name.into(),
            ..Self::default()
        }
    }

    /// The same file, at a row.
    pub fn at_row(mut self, row: usize) -> Self {
        self.row = Some(row);
        self
    }

    /// The same row, in the column or key of this name.
    pub fn in_column(mut self, name: &str) -> Self {
        self.column = Some(name.to_owned());
        self
    }
}

/// Whom or what a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The whole county.
    County,
    /// One school, by id.
    School(String),
    /// One teacher, by id.
    Teacher(String),
}

/// One thing that is wrong or worth knowing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Its kind.
    #[serde(serialize_with = "code_id")]
    pub code: &'static Code,
    /// How much it weighs; a rule set to goal only warns.
    pub severity: Severity,
    /// Whom it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// Where it stands, if it stands in a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// How many more of its kind in the same column were found and not kept.
    #[serde(skip_serializing_if = "is_nought")]
    pub more: usize,
    /// What fills the blanks of its words; `facts` in JSON.
    #[serde(rename = "facts")]
    pub blanks: Blanks,
}

fn is_nought(number: &usize) -> bool {
    *number == 0
}

fn code_id<S: Serializer>(code: &&'static Code, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(code.id)
}

impl Finding {
    /// A finding of this kind, its blanks filled with these.
    pub fn new(code: &'static Code, blanks: Blanks) -> Self {
        Self {
            code,
            severity: code.severity,
            about: None,
            place: None,
            more: 0,
            blanks,
        }
    }

    /// The same, standing at this place.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same, about this school, teacher or county.
    pub fn about(mut self, about: About) -> Self {
        self.about = Some(about);
        self
    }

    /// Whether it says that something in a workbook cannot be read, so that others only look wrong.
    pub fn is_unreadable(&self) -> bool {
        let place = self.place.as_ref();
        let in_sheet = place.is_some_and(|place| place.sheet.is_some());
        let of_reading = self.code.id.starts_with('I') || UNREAD.contains(&self.code.id);
        self.severity == Severity::Error && of_reading && in_sheet
    }

    /// What is wrong, in one sentence.
    pub fn says(&self, lang: Lang) -> String {
        self.code.says.fill(lang, &self.blanks)
    }

    /// What to do, in one sentence.
    pub fn help(&self, lang: Lang) -> String {
        self.code.help.fill(lang, &self.blanks)
    }
}

/// What is told of the sheets of a plan that cannot be read as they are: id and name that disagree, a sheet twice, a row
/// without a form, a column that is missing, rows under a heading that puts them out, sheets that may not count.
const UNREAD: [&str; 8] = ["A40", "A42", "A43", "A53", "A65", "A101", "A103", "A105"];

/// Many findings; reading never stops at the first.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds all of another list.
    pub fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// Whether anything forbids going on.
    pub fn has_errors(&self) -> bool {
        let mut all = self.0.iter();
        all.any(|one| one.severity == Severity::Error)
    }

    /// By file, sheet and row, then by kind, so that the officer can work from top to bottom.
    pub fn sorted(mut self) -> Self {
        self.0
            .sort_by(|a, b| (&a.place, a.code.id, &a.about).cmp(&(&b.place, b.code.id, &b.about)));
        self
    }
}
