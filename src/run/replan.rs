//! What is asked of a new plan after a published one: refusals, illness, late retirements, or edits by hand. As few
//! letters as possible change, which is proved; then the usual goals count.
//!
//! What was edited is found in the file itself, which says what it was made with; no plan of today's tables is asked.

use super::codes::{DIGEST, NOT_ABOUT_ITSELF};
use super::hold::NotKept;
use crate::blanks;
use crate::domain::{Published, Question, TeacherNo};
use crate::facts::Facts;
use crate::finding::{About, Finding, Findings, Severity};
use crate::input::is_decided;
use crate::plan::{Edited, Made, Plan, by_themselves, edited, edited_before, placement, upgrade};
use crate::text::{Lang, OwnedText, Text};
use serde::Serialize;

/// What is asked of a new plan.
#[derive(Debug, Clone, Default)]
pub struct Replan {
    /// Those who do not go after all.
    pub refuse: Vec<TeacherNo>,
    /// Why, as it is kept with the decision; what is usual where nothing is said.
    pub reason: Option<String>,
    /// Who decided; nobody is made up where nothing is said.
    pub author: Option<String>,
    /// When, such as 2026-08-20.
    pub date: String,
    /// The language of what is usual.
    pub lang: Lang,
    /// Letters may change wherever another goal gains by it.
    pub free: bool,
    /// So many further refusals must leave every must-rule standing.
    pub withstand: u32,
}

impl Replan {
    /// Reason, author and date of a refusal.
    pub(super) fn refusal(&self) -> [String; 3] {
        self.signed(DOES_NOT_GO)
    }

    /// Reason, author and date of an edit by hand.
    pub(super) fn edit(&self) -> [String; 3] {
        self.signed(BY_HAND)
    }

    fn signed(&self, usual: Text) -> [String; 3] {
        let words = |said: &Option<String>, usual: Text| {
            let said = said.clone();
            said.unwrap_or_else(|| usual.get(self.lang).to_owned())
        };
        let (reason, author) = (words(&self.reason, usual), words(&self.author, NOT_SAID));
        [reason, author, self.date.clone()]
    }
}

const DOES_NOT_GO: Text = Text::new("退出", "does not go");
const BY_HAND: Text = Text::new("人工改动方案", "plan edited by hand");
/// Of a trial, which is written nowhere; a decision that is written says who took it.
const NOT_SAID: Text = Text::new("未写明谁决定", "not said by whom");

/// What was edited in a plan file since it was made, and what was in earlier rounds and is to stay; where it cannot be told, that is found. Whoever or whatever the
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
        // Nobody is sent away by hand beyond her retirement: what the plan was made with is another matter.
        let goes = |edit: &Edited| edit.what == Made::Letter && edit.is.is_some();
        let mut sent = edits.iter().flatten().filter(|edit| goes(edit));
        if one.code.id == BEYOND && sent.any(|edit| names(edit, &one)) {
            findings.push(one);
            continue;
        }
        // Who is on no roster, or named twice, has no letter that could be kept.
        if STOPS.contains(&one.code.id) {
            // What was entered by hand since is not so because of other tables.
            let by_hand = edits.iter().flatten().any(|edit| names(edit, &one));
            if (doc.other_input || doc.old) && !by_hand {
                one.severity = Severity::Warning;
            }
            if !findings.0.contains(&one) {
                findings.push(one);
            }
        }
    }
    let mut edits = edits.unwrap_or_default();
    edits.retain(|one| !is_of_who_left(facts, one));
    edits.extend(edited_before(doc, &edits));
    (edits, findings)
}

/// Whether something is in the file no more only because somebody whom it names is on the roster no more.
fn is_of_who_left(facts: &Facts<'_>, edit: &Edited) -> bool {
    let is_known = |id: &str| facts.roster.find_teacher(id).is_some();
    let mentor = edit.was.as_deref().filter(|_| edit.what == Made::Mentor);
    let left = edit.what.is_of_people() && !is_known(&edit.of);
    edit.is.is_none() && (left || mentor.is_some_and(|one| !is_known(one)))
}

/// Whether an edit is of whom or where a finding is about.
fn names(edit: &Edited, finding: &Finding) -> bool {
    let Some(About::Teacher(id) | About::School(id)) = &finding.about else {
        return false;
    };
    let mut words = edit.is.iter().flat_map(|is| is.split(' '));
    edit.of == *id || words.any(|word| word == id)
}

/// What was found in a plan file, but that it was edited: every edit is listed.
pub fn beside_edits(mut findings: Findings) -> Findings {
    findings.0.retain(|one| one.code != &DIGEST);
    findings
}

/// That a posting goes on after somebody has retired.
const BEYOND: &str = "A25";

/// Findings about a plan file without which no letter can be told from another: unknown people and schools, two
/// letters, a school where somebody is not.
const STOPS: [&str; 6] = ["A01", "A02", "A03", "A04", "A56", "A106"];

/// The letters of a plan file as published; whoever has refused, now or before, stays where she is however strongly
/// the policy binds decisions.
pub fn after_refusals(facts: &Facts<'_>, doc: &Plan, asked: &Replan, edits: &[Edited]) -> Question {
    let roster = facts.roster;
    let moves = doc.moves.iter().filter_map(|one| {
        let teacher = roster.find_teacher(&one.teacher)?;
        Some((teacher, roster.find_school(&one.to)?))
    });
    // Where somebody goes is entered as a decision of its own.
    let by_hand = by_themselves(edits).filter(|one| one.what != Made::Letter);
    let mut question = Question {
        withstand: asked.withstand.into(),
        published: Some(Published {
            letters: moves.collect(),
            frozen: !asked.free,
        }),
        by_hand: by_hand
            .map(|one| {
                (
                    one.what,
                    one.of.clone(),
                    Some(one.is.clone().unwrap_or_default()),
                )
            })
            .collect(),
        ..Question::default()
    };
    let refused = roster.bans.iter();
    let refused = refused.filter(|ban| ban.school.is_none() && is_decided(&ban.place));
    for ban in refused {
        let base = facts.stands(ban.teacher).base;
        question.forced.extend(base.map(|base| (ban.teacher, base)));
    }
    question
}

/// A letter of the published plan that is void, whatever the new plan says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VoidLetter {
    /// Staff id.
    pub teacher: String,
    /// Name, as the published plan has it.
    pub name: String,
    /// The school to which it sends.
    pub to: String,
    /// Why.
    pub why: Void,
}

/// Why a letter is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Void {
    /// The person is on the roster no more.
    Left,
    /// The school is no more.
    NoSchool,
    /// The person works there already.
    Arrived,
}

/// Letters of a plan file that have become void since: they count among those that change, and nothing of them is left to
/// decide.
pub fn void_letters(facts: &Facts<'_>, doc: &Plan) -> Vec<VoidLetter> {
    let roster = facts.roster;
    let void = doc.moves.iter().filter_map(|one| {
        let (who, to) = (
            roster.find_teacher(&one.teacher),
            roster.find_school(&one.to),
        );
        let why = match (who, to) {
            (None, _) => Void::Left,
            (_, None) => Void::NoSchool,
            (Some(who), Some(to)) if facts.stands(who).base == Some(to) => Void::Arrived,
            _ => return None,
        };
        let name = who.map(|who| roster.teacher_name(who));
        let mut then = doc.schools.iter();
        let then = then.find(|school| school.id == one.to);
        let to = to.map(|to| roster.school(to).name.clone());
        let to = to.or_else(|| then.map(|school| school.name.clone()));
        Some(VoidLetter {
            teacher: one.teacher.clone(),
            name: name.unwrap_or_else(|| one.name.clone()),
            to: to.unwrap_or_else(|| one.to.clone()),
            why,
        })
    });
    void.collect()
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
    /// Why it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<OwnedText>,
}

/// Whether a letter sends somebody to the school where she is: she stays, and has no letter.
fn is_home(facts: &Facts<'_>, letter: &Edited) -> bool {
    let who = facts.roster.find_teacher(&letter.of);
    let to = letter
        .is
        .as_ref()
        .and_then(|to| facts.roster.find_school(to));
    who.is_some_and(|who| to.is_some() && facts.stands(who).base == to)
}

/// What became of every edit in the new plan.
pub fn fates(facts: &Facts<'_>, edits: &[Edited], now: &Plan, reasons: &[NotKept]) -> Vec<Fate> {
    let fate = |one: &Edited| {
        let now = crate::plan::decided(now, one.what, &one.of);
        let stays = one.what == Made::Letter && now.is_none() && is_home(facts, one);
        let mut reasons = reasons.iter();
        let why = reasons.find(|(edit, _)| edit == one && now != one.is);
        Fate {
            why: why.map(|(_, why)| why.clone()),
            what: one.what,
            of: one.of.clone(),
            was: one.was.clone(),
            edited: one.is.clone(),
            kept: now == one.is || stays,
            now,
        }
    };
    let all = by_themselves(edits).map(fate);
    // Of what was edited in an earlier round nothing need be said while it stands.
    all.filter(|one| !one.kept || one.was != one.edited)
        .collect()
}
