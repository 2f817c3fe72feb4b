//! Decisions of a new plan, written into the decisions file of the scenario: refusals, and letters edited by hand. What
//! was written there before stays as it stands; the last word about somebody holds.

use super::replan::Replan;
use crate::domain::Roster;
use crate::facts::Facts;
use crate::input::{Documents, is_decided};
use crate::plan::{Edited, Made};
use std::fmt::Write as _;
use toml::Value;

const HEAD: &str = "\
# 人事决定：谁退出、谁被指定到哪所学校、哪些规定特批放宽；写明原因、决定人和日期。各项命令都照此执行，直到删去。
# Decisions: who refused, who is named for which school, what was approved; why, by whom, when. Every command obeys.
";

/// One decision: under which head it stands, and its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    head: &'static str,
    lines: Vec<(&'static str, String)>,
}

/// Decisions that the decisions file does not hold yet: those who refuse, and the letters that were edited by hand.
pub fn new_rulings(facts: &Facts<'_>, asked: &Replan, edits: &[Edited]) -> Vec<Ruling> {
    let roster = facts.roster;
    let mut all = Vec::new();
    for &who in &asked.refuse {
        let mut bans = roster.bans.iter().filter(|ban| is_decided(&ban.place));
        if !bans.any(|ban| ban.teacher == who && ban.school.is_none()) {
            let id = roster.teacher_id(who);
            all.push(ruling("refusals", roster, &id, None, &asked.refusal()));
        }
    }
    for one in edits.iter().filter(|one| one.what == Made::Letter) {
        let Some(who) = roster.find_teacher(&one.of) else {
            continue;
        };
        // Whoever refuses stays, whatever the roll says.
        if asked.refuse.contains(&who) {
            continue;
        }
        let base = facts.stands(who).base.map(|no| roster.school_id(no));
        let Some(school) = one.is.clone().or(base) else {
            continue;
        };
        let no = roster.find_school(&school);
        let mut pins = roster.pins.iter().filter(|pin| is_decided(&pin.place));
        if !pins.any(|pin| pin.teacher == who && Some(pin.school) == no) {
            all.push(ruling("pins", roster, &one.of, Some(school), &asked.edit()));
        }
    }
    all
}

fn ruling(
    head: &'static str,
    roster: &Roster,
    teacher: &str,
    school: Option<String>,
    signed: &[String; 3],
) -> Ruling {
    let who = roster.find_teacher(teacher);
    let name = who.map_or_else(String::new, |who| roster.teacher_name(who));
    let [reason, author, date] = signed.clone();
    let mut lines = vec![("teacher", teacher.to_owned()), ("name", name)];
    lines.extend(school.map(|school| ("school", school)));
    lines.extend([("reason", reason), ("author", author), ("date", date)]);
    Ruling { head, lines }
}

/// The scenario with more decisions, as it will be read when they are written.
pub fn with_rulings(documents: &Documents, rulings: &[Ruling]) -> Documents {
    let mut documents = documents.clone();
    let name = documents.decisions_file.file_name().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    // The last one is that of the scenario itself, unless only its base has one.
    let own = documents
        .decisions
        .last()
        .is_some_and(|last| last.0 == name)
        && documents.decisions_file.is_file();
    if !own {
        documents.decisions.push((name, Vec::new()));
    }
    if let Some((_, bytes)) = documents.decisions.last_mut() {
        *bytes = appended(bytes, rulings);
    }
    documents
}

/// The decisions file with more decisions at its end.
fn appended(was: &[u8], rulings: &[Ruling]) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(was).into_owned();
    if text.is_empty() {
        text.push_str(HEAD);
    } else if !text.ends_with('\n') {
        text.push('\n');
    }
    for one in rulings {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "\n[[{}]]", one.head);
        for (key, word) in &one.lines {
            let _ = writeln!(text, "{key} = {}", Value::String(word.clone()));
        }
    }
    text.into_bytes()
}
