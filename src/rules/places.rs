//! The places of rules in words: `S07,primary,physics` as 城关小学小学物理.

use super::RULES;
use crate::domain::{Roster, Stage, Subject, Title};
use crate::facts::floors::Indicator;
use crate::text::{Lang, OwnedText, Text, show};
use serde_json::{Value, json};

/// A place, as special approvals and rows of the program name it, in both languages.
pub fn place_words(roster: &Roster, about: &str) -> Value {
    if let Some(no) = roster.find_school(about) {
        return json!(roster.school(no).name);
    }
    if let Some(no) = roster.find_teacher(about) {
        return json!(roster.teacher(no).name);
    }
    let words = about.split(',').map(|part| word(roster, part));
    let (zh, en): (Vec<String>, Vec<String>) = words.unzip();
    json!({ "zh": zh.concat(), "en": en.join(", ") })
}

/// The same as a text.
pub fn place_text(roster: &Roster, about: &str) -> OwnedText {
    let words = place_words(roster, about);
    OwnedText::new(show(&words, Lang::Zh), show(&words, Lang::En))
}

fn word(roster: &Roster, part: &str) -> (String, String) {
    if let Some(no) = roster.find_school(part) {
        let name = &roster.school(no).name;
        return (name.clone(), name.clone());
    }
    let both = |text: Text| (text.zh.to_owned(), text.en.to_owned());
    if let Some(stage) = Stage::find(part) {
        return both(stage.text());
    }
    let subjects: Vec<Subject> = part.split('+').filter_map(Subject::find).collect();
    if !subjects.is_empty() {
        let zh: Vec<_> = subjects.iter().map(|one| one.text().zh).collect();
        let en: Vec<_> = subjects.iter().map(|one| one.text().en).collect();
        return (zh.join("＋"), en.join("+"));
    }
    if let Some(indicator) = Indicator::find(part) {
        return both(indicator.text());
    }
    if let Some(grade) = part.strip_suffix("_posts").and_then(Title::find) {
        let (zh, en) = both(grade.text());
        return (format!("{zh}岗位"), format!("posts of {en}"));
    }
    let kind = match part {
        "county" => Some(Text::new("全县", "the county")),
        "general" => Some(Text::new("（不含统筹岗位）", "without the reserve")),
        other => RULES.iter().find_map(|(_, rule)| rule.place(other)),
    };
    kind.map_or_else(|| (part.into(), part.into()), both)
}
