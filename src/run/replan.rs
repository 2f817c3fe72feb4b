//! What is asked of a new plan after a published one: refusals, illness, late retirements, or edits by hand. As few
//! letters as possible change, which is proved; then the usual goals count.
//!
//! What was edited is found in the file itself, which says what it was made with; no plan of today's tables is asked.

use super::codes::NOT_ABOUT_ITSELF;
use crate::blanks;
use crate::domain::{Ban, Pin, Published, Question, Roster, TeacherNo};
use crate::facts::Facts;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::plan::{Edited, Made, Plan, edited, placement, upgrade};
use serde::Serialize;
use std::collections::BTreeSet;

/// What is asked of a new plan.
#[derive(Debug, Clone, Default)]
pub struct Replan {
    /// Those who do not go after all.
    pub refuse: Vec<TeacherNo>,
    /// Why, as it is kept with the decision.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// Letters may change wherever another goal gains by it.
    pub free: bool,
    /// So many further refusals must leave every must-rule standing.
    pub withstand: u32,
}

/// What was edited in a plan file since it was made; where it cannot be told, that is found. Whoever or whatever the
/// file names and is not there, or cannot be so, stops, unless the tables are others than the plan was made from.
pub fn hand_edits(facts: &Facts<'_>, doc: &Plan) -> (Vec<Edited>, Findings) {
    let mut findings = Findings::default();
    let as_written = !doc.digest.is_empty() && !upgrade::is_edited(doc);
    let edits = edited(doc);
    if edits.is_none() && !as_written {
        findings.push(Finding::new(&NOT_ABOUT_ITSELF, blanks! {}));
    }
    let (_, read) = placement(facts, doc);
    for mut one in read.0 {
        // Who is on no roster, or named twice, has no letter that could be kept.
        if STOPS.contains(&one.code.id) {
            if doc.other_input || doc.old {
                one.severity = Severity::Warning;
            }
            findings.push(one);
        }
    }
    (edits.unwrap_or_default(), findings)
}

/// Findings about a plan file without which no letter can be told from another: unknown people and schools, two
/// letters, a school where somebody is not.
const STOPS: [&str; 4] = ["A01", "A02", "A03", "A04"];

/// The letters of a plan file as published, with refusals as bans.
pub fn after_refusals(roster: &Roster, doc: &Plan, asked: &Replan) -> Question {
    let moves = doc.moves.iter().filter_map(|one| {
        let teacher = roster.find_teacher(&one.teacher)?;
        Some((teacher, roster.find_school(&one.to)?))
    });
    let mut question = Question {
        withstand: asked.withstand.into(),
        published: Some(Published {
            letters: moves.collect(),
            frozen: !asked.free,
        }),
        ..Question::default()
    };
    for &teacher in &asked.refuse {
        // A refusal counts however strongly the policy binds pins and bans.
        let id = roster.teacher_id(teacher);
        let letter = doc.moves.iter().find(|one| one.teacher == id);
        let from = letter.and_then(|one| roster.find_school(&one.from));
        question.forced.extend(from.map(|from| (teacher, from)));
        question.unpin(teacher);
        question.bans.push(Ban {
            teacher,
            school: None,
            reason: asked.reason.clone(),
            author: asked.author.clone(),
            place: Place::default(),
        });
    }
    question
}

/// Pins for the letters that were edited by hand; of how many people.
pub fn pin_edits(
    question: &mut Question,
    facts: &Facts<'_>,
    asked: &Replan,
    edits: &[Edited],
) -> usize {
    let letters = edits.iter().filter(|one| one.what == Made::Letter);
    let people = letters.filter_map(|one| facts.roster.find_teacher(&one.of));
    let mut people: BTreeSet<TeacherNo> = people.collect();
    // Whoever refuses stays, whatever the roll says.
    people.retain(|who| !asked.refuse.contains(who));
    let published = question.published.as_ref();
    let letters = published.map(|one| one.letters.clone()).unwrap_or_default();
    for &who in &people {
        let to = letters.get(&who).copied();
        if let Some(school) = to.or(facts.stands(who).base) {
            question.unpin(who);
            question.pins.push(Pin {
                teacher: who,
                school,
                reason: asked.reason.clone(),
                author: asked.author.clone(),
                place: Place::default(),
            });
        }
    }
    people.len()
}

/// What became of one thing that was edited by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fate {
    /// What was edited.
    pub what: Made,
    /// Of whom, by id, or of which place.
    pub of: String,
    /// As the file was made.
    pub was: Option<String>,
    /// As it was edited.
    pub edited: Option<String>,
    /// As the new plan has it.
    pub now: Option<String>,
    /// Whether the edit stands in the new plan.
    pub kept: bool,
}

/// What became of every edit in the new plan.
pub fn fates(edits: &[Edited], now: &Plan) -> Vec<Fate> {
    let fate = |one: &Edited| {
        let now = crate::plan::decided(now, one.what, &one.of);
        Fate {
            what: one.what,
            of: one.of.clone(),
            was: one.was.clone(),
            edited: one.is.clone(),
            kept: now == one.is,
            now,
        }
    };
    edits.iter().map(fate).collect()
}
