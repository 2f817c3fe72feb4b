//! Decisions that a plan file carries along: refusals, pins and approvals under which it was made. Where the decisions
//! file of the scenario is not there (moved away, or the workbook has another name) they hold as the plan has them and
//! are written down again; where the file is there and says nothing of them, or says otherwise, the officer is asked.

use super::codes::{AGAINST, CARRIED, TAKEN_OUT};
use super::decision_words::{ban_words, both, pin_words, signed_words, words};
use super::rulings::Ruling;
use crate::blanks;
use crate::domain::{Roster, TeacherNo, Waiver};
use crate::finding::{About, Finding, Findings};
use crate::input::{Documents, day_of, is_decided};
use crate::plan::Plan;
use crate::rules::cards;
use crate::text::OwnedText;
use std::collections::BTreeSet;

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
    date: String,
    /// By what it is called when it is withdrawn.
    called: Vec<String>,
    /// Whether the scenario says the same.
    known: bool,
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
    let lacking = || all.iter().filter(|one| !one.known);
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
    for one in all.iter().filter(|one| !one.known && !is_named(one)) {
        match against(roster, one) {
            // The later word of the file has been told with the file.
            Against::Later => {}
            Against::Otherwise(said) => {
                let blanks = blanks! { plan: one.words, file: said };
                let who = one.who.map(|who| About::Teacher(roster.teacher_id(who)));
                let told = Finding::new(&AGAINST, blanks);
                out.told.push(Finding { about: who, ..told });
            }
            Against::Nothing if is_there => lost.push(&one.words),
            Against::Nothing => out.rulings.push(one.ruling.clone()),
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

/// What the decisions file says against a decision of a plan.
enum Against {
    Nothing,
    /// Something of a later day.
    Later,
    /// Something of the same day or an earlier one.
    Otherwise(OwnedText),
}

fn against(roster: &Roster, one: &Kept) -> Against {
    let Some(who) = one.who else {
        return Against::Nothing;
    };
    let pins = roster.pins.iter();
    let mut pins = pins.filter(|pin| pin.teacher == who && is_decided(&pin.place));
    let bans = roster.bans.iter().filter(|ban| ban.school.is_none());
    let mut bans = bans.filter(|ban| ban.teacher == who && is_decided(&ban.place));
    let said = pins.next().map(|pin| (pin_words(roster, pin), &pin.date));
    let said = said.or_else(|| bans.next().map(|ban| (ban_words(roster, ban), &ban.date)));
    match said {
        None => Against::Nothing,
        Some((_, date)) if day_of(date) > day_of(&one.date) => Against::Later,
        Some((words, _)) => Against::Otherwise(words),
    }
}

fn refusals(roster: &Roster, doc: &Plan) -> Vec<Kept> {
    let kept = doc.asked.refusals.iter().filter_map(|one| {
        let who = roster.find_teacher(&one.teacher)?;
        let mut known = roster.bans.iter().filter(|ban| is_decided(&ban.place));
        let signed = [&one.reason, &one.author, &one.date].map(Clone::clone);
        Some(Kept {
            who: Some(who),
            words: words(roster, who, ("退出", "does not go"), &signed),
            ruling: Ruling::refusal(roster, &one.teacher, &signed),
            date: one.date.clone(),
            called: called(roster, who),
            known: known.any(|ban| ban.teacher == who && ban.school.is_none()),
        })
    });
    kept.collect()
}

fn pins(roster: &Roster, doc: &Plan, refuse: &[TeacherNo]) -> Vec<Kept> {
    let kept = doc.asked.pins.iter().filter_map(|one| {
        let who = roster.find_teacher(&one.teacher)?;
        let to = roster.find_school(&one.school)?;
        let mut known = roster.pins.iter().filter(|pin| is_decided(&pin.place));
        let signed = [&one.reason, &one.author, &one.date].map(Clone::clone);
        let name = &roster.school(to).name;
        let says = (format!("指定到{name}"), format!("named for {name}"));
        Some(Kept {
            who: Some(who),
            words: words(roster, who, (&says.0, &says.1), &signed),
            ruling: Ruling::pin(roster, &one.teacher, one.school.clone(), &signed),
            date: one.date.clone(),
            called: called(roster, who),
            known: refuse.contains(&who) || known.any(|pin| (pin.teacher, pin.school) == (who, to)),
        })
    });
    kept.collect()
}

fn approvals(roster: &Roster, doc: &Plan) -> Vec<Kept> {
    let kept = doc.asked.approvals.iter().map(|one| {
        let card = cards().into_iter().find(|card| card.id.key() == one.rule);
        let (zh, en) = card.map_or((one.rule.as_str(), one.rule.as_str()), |card| {
            (card.title.zh, card.title.en)
        });
        let known = |waiver: &&Waiver| {
            is_decided(&waiver.place)
                && (&waiver.rule, &waiver.about, waiver.amount)
                    == (&one.rule, &one.about, one.amount)
        };
        let (amount, about) = (one.amount, &one.about);
        let zh_says = format!("特批“{zh}”{about}放宽{amount}");
        let en_says = format!("approval of {en}, {about}, by {amount}");
        let signed = [&one.reason, &one.author, &one.date].map(Clone::clone);
        let called = card.map(|card| [card.title.zh, card.title.en, card.code, card.id.key()]);
        Kept {
            who: None,
            words: signed_words((zh_says, en_says), &signed),
            ruling: Ruling::approval(one),
            date: one.date.clone(),
            called: called.into_iter().flatten().map(str::to_owned).collect(),
            known: roster.waivers.iter().any(|waiver| known(&waiver)),
        }
    });
    kept.collect()
}

fn called(roster: &Roster, who: TeacherNo) -> Vec<String> {
    vec![roster.teacher_id(who)]
}
