//! What was asked of a plan besides the tables: from the question to the document and back.

use super::plan_codes::{UNKNOWN_SCHOOL, UNKNOWN_TEACHER};
use super::{ApprovalDoc, AskedDoc, HandDoc, LetterDoc, PinnedDoc, Plan, PublishedDoc, RefusalDoc};
use crate::blanks;
use crate::domain::{Ban, Pin, Published, Question, Roster, SchoolNo, TeacherNo, Waiver};
use crate::finding::{About, Finding, Findings, Place};
use crate::input::{Ruled, Stance, is_decided, stance};

/// The question as the document keeps it, with what the decisions file of the scenario says.
pub fn asked(roster: &Roster, question: &Question) -> AskedDoc {
    let school = |no: SchoolNo| roster.school_id(no);
    let of_file = roster.bans.iter().filter(|one| is_decided(&one.place));
    let refused = of_file.filter(|one| one.school.is_none());
    let refusals = question.bans.iter().chain(refused).map(|one| RefusalDoc {
        teacher: roster.teacher_id(one.teacher),
        stays: question.forced.get(&one.teacher).copied().map(school),
        reason: one.reason.clone(),
        author: one.author.clone(),
        date: one.date.clone(),
    });
    let of_file = roster.pins.iter().filter(|one| is_decided(&one.place));
    let pins = question.pins.iter().chain(of_file).map(|one| PinnedDoc {
        teacher: roster.teacher_id(one.teacher),
        school: school(one.school),
        reason: one.reason.clone(),
        author: one.author.clone(),
        date: one.date.clone(),
    });
    let of_file = roster.waivers.iter().filter(|one| is_decided(&one.place));
    let approvals = of_file.chain(&question.waivers).map(|one| ApprovalDoc {
        rule: one.rule.clone(),
        about: one.about.clone(),
        amount: one.amount,
        reason: one.reason.clone(),
        author: one.author.clone(),
        date: one.date.clone(),
    });
    let published = question.published.as_ref().map(|one| PublishedDoc {
        frozen: one.frozen,
        letters: one
            .letters
            .iter()
            .map(|(who, to)| LetterDoc {
                teacher: roster.teacher_id(*who),
                to: school(*to),
            })
            .collect(),
    });
    let by_hand = question.by_hand.iter().cloned();
    let by_hand = by_hand.map(|(what, of, is)| HandDoc { what, of, is });
    AskedDoc {
        refusals: refusals.collect(),
        pins: pins.collect(),
        by_hand: by_hand.collect(),
        approvals: approvals.collect(),
        published,
    }
}

/// The question that a document says it answers, but for what the decisions file of the scenario asks in any case; who or what is not there is a finding.
pub fn question(roster: &Roster, doc: &Plan) -> (Question, Findings) {
    let mut findings = Findings::default();
    let mut question = Question {
        withstand: doc.outcome.withstand.into(),
        ..Question::default()
    };
    for one in &doc.asked.refusals {
        let Some(teacher) = teacher(roster, &one.teacher, &mut findings) else {
            continue;
        };
        let stays = one.stays.as_ref();
        let stays = stays.and_then(|id| school(roster, id, &mut findings));
        question.forced.extend(stays.map(|at| (teacher, at)));
        let ban = Ban {
            teacher,
            school: None,
            reason: one.reason.clone(),
            author: one.author.clone(),
            date: one.date.clone(),
            place: Place::default(),
        };
        if holds(roster, Ruled::Ban(&ban)) {
            question.unpin(teacher);
            question.bans.push(ban);
        }
    }
    for one in &doc.asked.pins {
        let who = teacher(roster, &one.teacher, &mut findings);
        let at = school(roster, &one.school, &mut findings);
        let Some((teacher, school)) = who.zip(at) else {
            continue;
        };
        let pin = Pin {
            teacher,
            school,
            reason: one.reason.clone(),
            author: one.author.clone(),
            date: one.date.clone(),
            place: Place::default(),
        };
        if holds(roster, Ruled::Pin(&pin)) {
            question.unpin(teacher);
            question.pins.push(pin);
        }
    }
    question.waivers = approvals(roster, doc);
    let by_hand = doc.asked.by_hand.iter();
    let by_hand = by_hand.map(|one| (one.what, one.of.clone(), one.is.clone()));
    question.by_hand = by_hand.collect();
    let published = doc.asked.published.as_ref();
    question.published = published.map(|one| letters(roster, one, &mut findings));
    (question, findings)
}

/// The approvals under which a plan was made, where the scenario has no decision at all any more: its file is gone. Where
/// there is one, what it does not say is not approved.
fn approvals(roster: &Roster, doc: &Plan) -> Vec<Waiver> {
    let pins = roster.pins.iter().map(|one| &one.place);
    let bans = roster.bans.iter().map(|one| &one.place);
    let waivers = roster.waivers.iter().map(|one| &one.place);
    if pins.chain(bans).chain(waivers).any(is_decided) {
        return Vec::new();
    }
    let all = doc.asked.approvals.iter();
    let said = all.filter(|one| one.amount > 0).map(|one| Waiver {
        rule: one.rule.clone(),
        about: one.about.clone(),
        amount: one.amount,
        reason: one.reason.clone(),
        author: one.author.clone(),
        date: one.date.clone(),
        place: Place::default(),
        about_place: Place::default(),
    });
    said.collect()
}

/// The letters of a plan that was published.
fn letters(roster: &Roster, doc: &PublishedDoc, findings: &mut Findings) -> Published {
    let letters = doc.letters.iter().filter_map(|letter| {
        let who = teacher(roster, &letter.teacher, findings)?;
        Some((who, school(roster, &letter.to, findings)?))
    });
    Published {
        letters: letters.collect(),
        frozen: doc.frozen,
    }
}

/// Whether a decision that a plan carries is to be asked for besides what the decisions file of the scenario says.
fn holds(roster: &Roster, carried: Ruled<'_>) -> bool {
    let stance = stance(roster, carried.into());
    matches!(stance, Stance::Nothing | Stance::Against(_))
}

fn teacher(roster: &Roster, id: &str, findings: &mut Findings) -> Option<TeacherNo> {
    let found = roster.find_teacher(id);
    // Who teaches here no more does not go, and has no letter: whatever was asked of her has come about.
    if found.is_none() && !roster.gone.contains_key(id) {
        let about = About::Teacher(id.to_owned());
        findings.push(Finding::new(&UNKNOWN_TEACHER, blanks! { id: id, same: "" }).about(about));
    }
    found
}

fn school(roster: &Roster, id: &str, findings: &mut Findings) -> Option<SchoolNo> {
    let found = roster.find_school(id);
    if found.is_none() {
        let about = About::School(id.to_owned());
        findings.push(Finding::new(&UNKNOWN_SCHOOL, blanks! { id: id }).about(about));
    }
    found
}
