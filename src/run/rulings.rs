//! Decisions of a new plan, written into the decisions file of the scenario: refusals, and letters edited by hand. What
//! was written there before stays as it stands; the last word about somebody holds.

use super::codes::TOO_EARLY;
use super::replan::Replan;
use crate::blanks;
use crate::domain::{Roster, TeacherNo};
use crate::facts::Facts;
use crate::finding::{About, Finding, Findings};
use crate::input::{Documents, day_of, is_decided};
use crate::plan::{ApprovalDoc, Edited, Made};
use jiff::civil::Date;
use std::fmt::Write as _;
use toml::Value;

const HEAD: &str = "\
# 人事决定：谁退出、谁被指定到哪所学校、哪些规定特批放宽；写明原因、决定人和日期。各项命令都照此执行，直到删去。
# Decisions: who refused, who is named for which school, what was approved; why, by whom, when. Every command obeys.
";

/// One decision: under which head it stands, and its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    head: &'static str,
    lines: Vec<(&'static str, Value)>,
}

impl Ruling {
    /// Somebody does not go.
    pub(super) fn refusal(roster: &Roster, teacher: &str, signed: &[String; 3]) -> Self {
        ruling("refusals", roster, teacher, None, signed)
    }

    /// Somebody is named for a school, or stays at her own.
    pub(super) fn pin(
        roster: &Roster,
        teacher: &str,
        school: String,
        signed: &[String; 3],
    ) -> Self {
        ruling("pins", roster, teacher, Some(school), signed)
    }

    /// A special approval, as a plan carries it.
    pub(super) fn approval(one: &ApprovalDoc) -> Self {
        let words = [
            ("rule", &one.rule),
            ("about", &one.about),
            ("reason", &one.reason),
            ("author", &one.author),
            ("date", &one.date),
        ];
        let words = words.map(|(key, word)| (key, Value::String(word.clone())));
        let mut lines = words.to_vec();
        lines.push(("amount", Value::Integer(one.amount)));
        Self {
            head: "approvals",
            lines,
        }
    }

    /// What it says under a key.
    fn word(&self, key: &str) -> &str {
        let mut lines = self.lines.iter();
        let found = lines.find(|line| line.0 == key);
        found.and_then(|line| line.1.as_str()).unwrap_or_default()
    }
}

/// New decisions that would not hold, since the decisions file has a later one that says otherwise.
pub fn idle_rulings(roster: &Roster, rulings: &[Ruling]) -> Findings {
    let idle = rulings.iter().filter_map(|one| {
        let who = roster.find_teacher(one.word("teacher"))?;
        let to = roster.find_school(one.word("school"));
        let mut pins = roster.pins.iter();
        let mut bans = roster.bans.iter();
        let holds = match one.head {
            "pins" => pins.any(|pin| pin.teacher == who && Some(pin.school) == to),
            "refusals" => bans.any(|ban| ban.teacher == who && ban.school.is_none()),
            _ => true,
        };
        let blanks = blanks! { teacher: roster.teacher_name(who), date: one.word("date") };
        let told = Finding::new(&TOO_EARLY, blanks).about(About::Teacher(roster.teacher_id(who)));
        (!holds).then_some(told)
    });
    Findings(idle.collect())
}

/// Whether the decisions file says that somebody does not go.
pub fn has_refused(roster: &Roster, who: TeacherNo) -> bool {
    let mut bans = roster.bans.iter().filter(|ban| is_decided(&ban.place));
    bans.any(|ban| ban.teacher == who && ban.school.is_none())
}

/// The day of the last decision of the decisions file.
pub fn last_day(roster: &Roster) -> Option<Date> {
    let pins = roster.pins.iter().map(|one| (&one.date, &one.place));
    let bans = roster.bans.iter().map(|one| (&one.date, &one.place));
    let decided = pins.chain(bans).filter(|one| is_decided(one.1));
    decided.filter_map(|one| day_of(one.0)).max()
}

/// Decisions that the decisions file does not hold yet: those who refuse, and the letters that were edited by hand.
pub fn new_rulings(facts: &Facts<'_>, asked: &Replan, edits: &[Edited]) -> Vec<Ruling> {
    let roster = facts.roster;
    let mut all = Vec::new();
    for &who in &asked.refuse {
        if !has_refused(roster, who) {
            let id = roster.teacher_id(who);
            all.push(Ruling::refusal(roster, &id, &asked.refusal()));
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
            all.push(Ruling::pin(roster, &one.of, school, &asked.edit()));
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
    let lines = lines.into_iter();
    let lines = lines.map(|(key, word)| (key, Value::String(word)));
    Ruling {
        head,
        lines: lines.collect(),
    }
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
            let _ = writeln!(text, "{key} = {word}");
        }
    }
    text.into_bytes()
}
