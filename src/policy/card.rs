//! The card of a rule: its words, its formula, the values it needs. Printed wherever the rule is
//! spoken of; nothing is written twice.

use super::{GoalId, RuleId, Share};
use crate::domain::{Label, labelled_enum};
use crate::finding::Code;
use crate::text::{Lang, Text};
use serde_json::json;

labelled_enum! {
    /// How strongly a rule binds (效力).
    Force {
        Must = "must" "必须满足" "must hold",
        Goal = "goal" "尽量满足" "goal",
        Off = "off" "不启用" "off",
    }
}

/// What a value in `policy.toml` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number of the named unit, not negative.
    Count,
    /// An exact number such as `10%` or `13.5`, not negative.
    Share,
    /// `yes` or `no`.
    Flag,
    /// One of these words.
    Choice(&'static [Label]),
    /// Any of these words, separated by commas.
    Choices(&'static [Label]),
    /// Free words: groups separated by `;`, words inside a group by commas.
    Groups,
}

/// A parsed value of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Count(i64),
    /// An exact number.
    Share(Share),
    /// Yes or no.
    Flag(bool),
    /// One or more words; a single choice is a list of one.
    Words(Vec<String>),
    /// Groups of words.
    Groups(Vec<Vec<String>>),
}

/// One value a rule needs; made by [`Key::new`](super::Key::new).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param {
    /// Its key in the rule's table.
    pub key: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// May be left out: the clause then asks nothing.
    pub optional: bool,
    /// What it means, with its unit. Chinese that ends with a colon is followed by the words.
    pub(super) says: Text,
    /// What the Chinese help says after that.
    pub(super) more: &'static str,
}

impl Param {
    /// What it means, in a few words.
    pub fn name(&self, lang: Lang) -> &'static str {
        self.says.get(lang).trim_end_matches('：')
    }

    /// What it means, with the words that may be chosen where they need to be explained.
    pub fn help(&self, lang: Lang) -> String {
        let says = self.says.get(lang);
        match (lang, self.kind) {
            (Lang::Zh, Kind::Choice(words) | Kind::Choices(words)) if says.ends_with('：') => {
                let word = |one: &Label| format!("{} {}", one.key, one.text.zh);
                let words: Vec<_> = words.iter().map(word).collect();
                format!("{says}{}{}", words.join("；"), self.more)
            }
            (Lang::Zh, _) => format!("{says}{}", self.more),
            (Lang::En, _) => says.to_owned(),
        }
    }

    /// The same in both languages, as a blank of a sentence.
    pub fn meaning(&self) -> serde_json::Value {
        json!({ "zh": self.help(Lang::Zh), "en": self.help(Lang::En) })
    }

    /// The label of a word that may be chosen.
    pub fn label(&self, key: &str) -> Option<Text> {
        match self.kind {
            Kind::Choice(words) | Kind::Choices(words) => {
                words.iter().find(|one| one.key == key).map(|one| one.text)
            }
            _ => None,
        }
    }
}

/// What sets a rule apart from most others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It can be judged but not planned for, since it is no sum of people: a policy may not make it a
    /// must-rule.
    JudgedOnly,
    /// What its figures need is a limit not to be passed; of all others it is a bar to be reached.
    AtMost,
    /// Its figures count people by what protects them: in a small county a count names somebody.
    KeptBack,
    /// Its limits may be targets with a date (`by`) from which they bind.
    Dated,
    /// It is a decision about single people, of which nothing can be tightened.
    Personal,
    /// What it finds missing is of several kinds that are not added up for people: the checks that fail are told.
    Unlike,
}

/// A rule's words, formula and values.
#[derive(Debug, PartialEq, Eq)]
pub struct Card {
    /// Number, such as `R03`. Never reused.
    pub code: &'static str,
    /// Name in files and JSON.
    pub id: RuleId,
    /// Title.
    pub title: Text,
    /// What it asks, in one sentence.
    pub asks: Text,
    /// The formula, with the symbols explained in the rule's own file.
    pub formula: &'static str,
    /// Unit in which need and actual are counted.
    pub unit: Text,
    /// Where its shortfall is counted when a policy makes it a goal.
    pub goal: GoalId,
    /// What lifts it somewhere, in words: `{place}`, `{amount}` and `{unit}` stand for where and how
    /// much; none where nothing may be offered, since the rule protects a person.
    pub mend: Option<Text>,
    /// The values it needs.
    pub params: &'static [Param],
    /// What else others must know of it.
    pub marks: &'static [Mark],
    /// How likely it is to be the cause where must-rules cannot hold together: those with the smallest
    /// number are left out first.
    pub suspected: u8,
    /// The kinds of breach it can find.
    pub breaches: &'static [&'static Code],
}

impl Card {
    /// Whether it has a mark.
    pub fn is(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }
}
