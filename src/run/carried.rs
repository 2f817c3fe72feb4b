//! Decisions that a plan file carries along: refusals, pins and approvals under which it was made. Where the decisions
//! file of the scenario is not there (moved away, or the workbook has another name) they hold as the plan has them and
//! are written down again; where the file is there and says nothing of them, or says otherwise, the officer is asked.

use super::codes::{AGAINST, CARRIED, NOT_SEEN, TAKEN_OUT};
use super::decision_words::{approval_words, ban_words, both, pin_words};
use super::plan_file::read_plan_file;
use super::rulings::Ruling;
use super::{Checked, RunFault};
use crate::blanks;
use crate::domain::{Ban, Pin, Roster, TeacherNo, Waiver};
use crate::finding::{About, Finding, Findings, Place};
use crate::input::{Documents, Ruled, Stance, is_decided, stance};
use crate::plan::Plan;
use crate::record::{vanished, vanished_people};
use crate::rules::cards;
use crate::text::OwnedText;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// What a plan carries and the decisions file has not.
#[derive(Debug, Default)]
pub struct Carried {
    /// What holds on, and is to be written down again.
    pub rulings: Vec<Ruling>,
    /// What is told, or asked.
    pub told: Findings,
    /// Words of those withdrawn that fit nothing.
    pub unused: Vec<String>,
}

/// One decision that a plan carries.
struct Kept {
    /// Of whom, where it is of a person.
    who: Option<TeacherNo>,
    ruling: Ruling,
    words: OwnedText,
    /// By what it is called when it is withdrawn.
    called: Vec<String>,
    /// What the decisions of today say of it.
    today: Today,
}

/// What the decisions of today say of one that a plan carries.
enum Today {
    /// The same.
    Settled,
    /// The later word, which has been told with the file.
    Later,
    /// Something against it that is not later.
    Against(OwnedText),
    Nothing,
}

impl Today {
    fn of(roster: &Roster, carried: Ruled<'_>) -> Self {
        match stance(roster, carried.into()) {
            Stance::Same => Self::Settled,
            Stance::Later => Self::Later,
            Stance::Against(Ruled::Pin(pin)) => Self::Against(pin_words(roster, pin)),
            Stance::Against(Ruled::Ban(ban)) => Self::Against(ban_words(roster, ban)),
            Stance::Nothing => Self::Nothing,
        }
    }
}

/// That a plan is of another county.
const OTHER_COUNTY: &str = "A72";

/// A plan in whose place a new one is to be written, for the decisions that it carries: of what is wrong with it only that
/// it cannot be read is told, and what it was made from that is gone since. That of another county carries nothing for this one.
pub fn read_decisions(
    checked: &Checked,
    file: &Path,
) -> Result<(Option<Plan>, Findings), RunFault> {
    let (doc, found) = read_plan_file(checked, file, Some(Duration::ZERO))?;
    let others = found.0.iter().any(|one| one.code.id == OTHER_COUNTY);
    let told = (doc.is_none() && !others).then(|| Finding::new(&NOT_SEEN, blanks! {}));
    let mut told = Findings(told.into_iter().collect());
    if let (Some(doc), Some(roster)) = (&doc, &checked.roster) {
        told.append(vanished(roster, doc, &checked.inputs));
        told.append(vanished_people(roster, doc, &checked.inputs));
    }
    Ok((doc, told))
}

/// What a plan carries besides what the scenario says; `withdrawn` are those to whom it applies no more, and who
/// refuses anew needs no pin.
pub fn carried(
    roster: &Roster,
    documents: &Documents,
    doc: &Plan,
    (withdrawn, refuse): (&[String], &[TeacherNo]),
) -> Carried {
    let mut all = refusals(roster, doc);
    all.extend(pins(roster, doc, refuse));
    all.extend(approvals(roster, doc));
    let is_named = |one: &Kept| one.called.iter().any(|name| withdrawn.contains(name));
    let lacking = || {
        let all = all.iter();
        all.filter(|one| !matches!(one.today, Today::Settled))
    };
    let used: BTreeSet<&String> = lacking().flat_map(|one| &one.called).collect();
    let unused = withdrawn.iter().filter(|word| !used.contains(word));
    let mut out = Carried {
        unused: unused.cloned().collect(),
        ..Carried::default()
    };
    let is_there = documents
        .decisions
        .iter()
        .any(|(_, bytes)| !bytes.is_empty());
    let mut lost = Vec::new();
    for one in lacking().filter(|one| !is_named(one)) {
        match &one.today {
            Today::Against(said) => {
                let blanks = blanks! { plan: one.words, file: said };
                let who = one.who.map(|who| About::Teacher(roster.teacher_id(who)));
                let told = Finding::new(&AGAINST, blanks);
                out.told.push(Finding { about: who, ..told });
            }
            Today::Settled | Today::Later => {}
            Today::Nothing if is_there => lost.push(&one.words),
            Today::Nothing => out.rulings.push(one.ruling.clone()),
        }
    }
    let tell = |code, list: Vec<&OwnedText>| {
        let blanks = blanks! { number: list.len(), list: both(&list) };
        (!list.is_empty()).then(|| Finding::new(code, blanks))
    };
    let kept = |one: &&Kept| out.rulings.contains(&one.ruling);
    let kept: Vec<&OwnedText> = all.iter().filter(kept).map(|one| &one.words).collect();
    let told = [tell(&CARRIED, kept), tell(&TAKEN_OUT, lost)];
    out.told.0.extend(told.into_iter().flatten());
    out
}

fn refusals(roster: &Roster, doc: &Plan) -> Vec<Kept> {
    let kept = doc.asked.refusals.iter().filter_map(|one| {
        let who = roster.find_teacher(&one.teacher)?;
        let signed = [&one.reason, &one.author, &one.date].map(Clone::clone);
        let [reason, author, date] = signed.clone();
        let ban = Ban {
            teacher: who,
            school: None,
            reason,
            author,
            date,
            place: Place::default(),
        };
        Some(Kept {
            who: Some(who),
            words: ban_words(roster, &ban),
            ruling: Ruling::refusal(roster, &one.teacher, &signed),
            called: called(roster, who),
            today: Today::of(roster, Ruled::Ban(&ban)),
        })
    });
    kept.collect()
}

fn pins(roster: &Roster, doc: &Plan, refuse: &[TeacherNo]) -> Vec<Kept> {
    let kept = doc.asked.pins.iter().filter_map(|one| {
        let who = roster.find_teacher(&one.teacher)?;
        let signed = [&one.reason, &one.author, &one.date].map(Clone::clone);
        let [reason, author, date] = signed.clone();
        let pin = Pin {
            teacher: who,
            school: roster.find_school(&one.school)?,
            reason,
            author,
            date,
            place: Place::default(),
        };
        let today = if refuse.contains(&who) {
            Today::Settled
        } else {
            Today::of(roster, Ruled::Pin(&pin))
        };
        Some(Kept {
            who: Some(who),
            words: pin_words(roster, &pin),
            ruling: Ruling::pin(roster, &one.teacher, one.school.clone(), &signed),
            called: called(roster, who),
            today,
        })
    });
    kept.collect()
}

fn approvals(roster: &Roster, doc: &Plan) -> Vec<Kept> {
    let kept = doc.asked.approvals.iter().map(|one| {
        let card = cards().into_iter().find(|card| card.id.key() == one.rule);
        let known = |waiver: &&Waiver| {
            is_decided(&waiver.place)
                && (&waiver.rule, &waiver.about, waiver.amount)
                    == (&one.rule, &one.about, one.amount)
        };
        let signed = [&one.reason, &one.author, &one.date].map(Clone::clone);
        let called = card.map(|card| [card.title.zh, card.title.en, card.code, card.id.key()]);
        Kept {
            who: None,
            words: approval_words((&one.rule, &one.about, one.amount), &signed),
            ruling: Ruling::approval(one),
            called: called.into_iter().flatten().map(str::to_owned).collect(),
            today: if roster.waivers.iter().any(|waiver| known(&waiver)) {
                Today::Settled
            } else {
                Today::Nothing
            },
        }
    });
    kept.collect()
}

fn called(roster: &Roster, who: TeacherNo) -> Vec<String> {
    vec![roster.teacher_id(who)]
}
