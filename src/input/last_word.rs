//! Which of several decisions about one person holds: what a decisions file says is later than what the scenario says,
//! and of two that a decisions file says the one with the later date is, wherever it stands. What is overruled is told;
//! of two that contradict each other and are of one day nobody can say, and both stay, which is an error.
//!
//! What a plan carries along counts as what a decisions file says: it is held against the decisions of today in the same
//! way, whoever asks.

use super::codes;
use super::decided::is_decided;
use super::draft::Draft;
use super::spelling;
use crate::blanks;
use crate::domain::{Ban, Pin, Roster, SchoolNo, TeacherNo};
use crate::finding::{About, Finding, Findings, Place, Severity};
use jiff::civil::Date;
use serde_json::{Value, json};

/// One decision, whatever its kind.
#[derive(Debug, Clone, Copy)]
pub struct Word<'d> {
    teacher: TeacherNo,
    /// The school of a pin.
    to: Option<SchoolNo>,
    /// The school that a ban bars.
    bars: Option<SchoolNo>,
    /// A ban from every school but her own.
    stays: bool,
    signed: [&'d str; 3],
    place: &'d Place,
    /// Whether a decisions file says it, or a plan that carries what one said.
    decided: bool,
}

/// A decision of today.
#[derive(Debug, Clone, Copy)]
pub enum Ruled<'r> {
    /// Somebody is named for a school.
    Pin(&'r Pin),
    /// Somebody does not go, or not there.
    Ban(&'r Ban),
}

/// What the decisions of today say of one that a plan carries.
#[derive(Debug, Clone, Copy)]
pub enum Stance<'r> {
    /// The same.
    Same,
    /// Something of a later day that overrules it.
    Later,
    /// Something against it of the same day or an earlier one: nobody can say which holds.
    Against(Ruled<'r>),
    /// Nothing.
    Nothing,
}

/// What the decisions files of today say of a decision that a plan carries.
pub fn stance<'r>(roster: &'r Roster, carried: Word<'_>) -> Stance<'r> {
    let carried = Word {
        decided: true,
        ..carried
    };
    let home = Some(roster.teacher(carried.teacher).work_school);
    let pins = roster.pins.iter().map(Ruled::Pin);
    let all = pins.chain(roster.bans.iter().map(Ruled::Ban));
    let words = all.map(|ruled| (Word::from(ruled), ruled));
    let decided: Vec<(Word<'_>, Ruled<'r>)> = words.filter(|one| one.0.decided).collect();
    if decided.iter().any(|one| one.0.is_same(&carried, home)) {
        return Stance::Same;
    }
    let mut against = decided
        .iter()
        .filter(|one| one.0.contradicts(&carried, home));
    let first = against.clone().next();
    if against.any(|one| one.0.is_later(&carried)) {
        return Stance::Later;
    }
    first.map_or(Stance::Nothing, |one| Stance::Against(one.1))
}

impl<'d> From<&'d Pin> for Word<'d> {
    fn from(pin: &'d Pin) -> Self {
        Self {
            teacher: pin.teacher,
            to: Some(pin.school),
            bars: None,
            stays: false,
            signed: [&pin.date, &pin.author, &pin.reason],
            place: &pin.place,
            decided: is_decided(&pin.place),
        }
    }
}

impl<'d> From<&'d Ban> for Word<'d> {
    fn from(ban: &'d Ban) -> Self {
        Self {
            teacher: ban.teacher,
            to: None,
            bars: ban.school,
            stays: ban.school.is_none(),
            signed: [&ban.date, &ban.author, &ban.reason],
            place: &ban.place,
            decided: is_decided(&ban.place),
        }
    }
}

impl<'d> From<Ruled<'d>> for Word<'d> {
    fn from(ruled: Ruled<'d>) -> Self {
        match ruled {
            Ruled::Pin(pin) => pin.into(),
            Ruled::Ban(ban) => ban.into(),
        }
    }
}

impl Word<'_> {
    fn day(&self) -> Option<Date> {
        spelling::day(self.signed[0])
    }

    fn is_later(&self, than: &Self) -> bool {
        let both = (self.decided, than.decided);
        match both {
            (true, false) => true,
            (true, true) => self.day().zip(than.day()).is_some_and(|(a, b)| a > b),
            (false, _) => false,
        }
    }

    /// Whether they cannot both hold of somebody who works at this school.
    fn contradicts(&self, other: &Self, home: Option<SchoolNo>) -> bool {
        let barred = |word: &Self, to: Option<SchoolNo>| {
            word.stays && to != home || word.bars.is_some() && word.bars == to
        };
        self.teacher == other.teacher
            && match (self.to, other.to) {
                (Some(one), Some(two)) => one != two,
                (Some(_), None) => barred(other, self.to),
                (None, Some(_)) => barred(self, other.to),
                (None, None) => false,
            }
    }

    /// Whether the other says nothing that this one does not say as well.
    fn repeats(&self, other: &Self, home: Option<SchoolNo>) -> bool {
        let same = self.to.is_some() && self.to == other.to;
        self.decided
            && self.teacher == other.teacher
            && (same || self.stays && other.to.is_some() && other.to == home)
    }

    /// Whether both come to the same for somebody who works at this school: to stay is to be named for it.
    fn is_same(&self, other: &Self, home: Option<SchoolNo>) -> bool {
        let goes = |word: &Self| if word.stays { home } else { word.to };
        self.teacher == other.teacher && (self.bars, goes(self)) == (other.bars, goes(other))
    }

    /// What it says, with its date, its author and its reason.
    fn told(&self, draft: &Draft) -> Value {
        let school = |no: SchoolNo| draft.school_name(no);
        let (zh, en) = match (self.to, self.bars) {
            (Some(to), _) => (
                format!("指定到{}", school(to)),
                format!("named for {}", school(to)),
            ),
            (None, Some(to)) => (
                format!("不得安排到{}", school(to)),
                format!("not to be sent to {}", school(to)),
            ),
            (None, None) => ("退出".to_owned(), "does not go".to_owned()),
        };
        let [date, author, reason] = self.signed;
        let day = self.day().map(|day| day.to_string());
        let day = day.unwrap_or_else(|| date.to_owned());
        let gap = if day.is_empty() { "" } else { " " };
        let (zh, en) = (
            format!("{day}{zh}（{author}：{reason}）"),
            format!("{day}{gap}{en} ({author}: {reason})"),
        );
        json!({ "zh": zh, "en": en })
    }
}

/// Leaves out of a draft what a later decision takes back.
pub(super) fn settle(draft: &mut Draft, findings: &mut Findings) {
    let pins = draft.pins.iter().map(Word::from);
    let words: Vec<Word<'_>> = pins.chain(draft.bans.iter().map(Word::from)).collect();
    let overruled: Vec<bool> = (0..words.len())
        .map(|no| is_overruled(draft, &words, no, findings))
        .collect();
    let (of_pins, of_bans) = overruled.split_at(draft.pins.len());
    let (of_pins, of_bans) = (of_pins.to_vec(), of_bans.to_vec());
    leave_out(&mut draft.pins, &of_pins);
    leave_out(&mut draft.bans, &of_bans);
}

fn leave_out<T>(list: &mut Vec<T>, out: &[bool]) {
    let mut out = out.iter();
    list.retain(|_| out.next() != Some(&true));
}

/// Whether another decision is the last word about the same matter, which is told.
fn is_overruled(draft: &Draft, words: &[Word<'_>], no: usize, findings: &mut Findings) -> bool {
    let Some(one) = words.get(no) else {
        return false;
    };
    let who = draft.teacher(one.teacher);
    let home = who.map(|who| who.work_school);
    let later = words.iter().filter(|other| other.is_later(one));
    let against = later.filter(|other| other.contradicts(one, home));
    if let Some(last) = against.max_by_key(|other| (other.decided, other.day())) {
        let id = draft.ids.teacher_id(one.teacher);
        let name = who.map_or(id, |who| who.name.as_str());
        let blanks = blanks! { teacher: name, earlier: one.told(draft), later: last.told(draft) };
        let mut told = Finding::new(&codes::LAST_WORD, blanks);
        // Whoever refused and is sent all the same should be looked at.
        if one.stays {
            told.severity = Severity::Warning;
        }
        let place = draft.place_in(last.place, "date");
        findings.push(told.at(place).about(About::Teacher(id.to_owned())));
        return true;
    }
    // What is said twice counts once.
    let again = |(at, other): (usize, &Word<'_>)| {
        at != no
            && other.repeats(one, home)
            && (other.is_later(one) || (!one.is_later(other) && at > no))
    };
    words.iter().enumerate().any(again)
}
