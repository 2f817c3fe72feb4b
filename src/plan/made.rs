//! What a plan decides, a line for each thing, written into it as it is made; and what was edited since: the lines
//! of now against those of then. Tables of another day change nothing here: a plan is held against itself alone.

use super::{AskedDoc, HandDoc, MadeDoc, Plan, PostDoc, RecruitDoc};
use crate::domain::{Form, Made, Month, Stage, Subject};
use crate::input::plan_sheets::PLACED_FOR_GOOD;
use crate::input::{SCHOOL_NAME, sha256};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// What stands between what is decided of and what is decided.
const IS: &str = " = ";
/// The word of whatever is so and says no more.
const YES: &str = "yes";

/// The form of whoever is placed for good.
const PLACED: &str = PLACED_FOR_GOOD.key;

/// How a line begins that says what was edited in an earlier round.
const BY_HAND: &str = "by_hand ";
/// To what something was edited that was taken out: a workbook keeps no blank at the end of a cell.
const GONE: &str = "-";

/// How lines begin that say which decisions the plan was made under: refusals, pins, approvals.
const DECIDED: [&str; 3] = ["refused ", "pinned ", "approved "];

/// What was asked of a plan, of a workbook, whose lines alone say it: decisions, and what was edited in earlier rounds.
pub(super) fn asked_of(lines: &[String]) -> AskedDoc {
    let said = lines.iter().filter_map(|line| {
        let line = line.strip_prefix(BY_HAND)?;
        let (line, is) = match line.split_once(IS) {
            Some((line, GONE)) => (line, Some(String::new())),
            Some((line, is)) => (line, Some(is.to_owned())),
            None => (line, None),
        };
        let (what, of) = line.split_once(' ')?;
        let (what, of) = (Made::find(what)?, of.to_owned());
        Some(HandDoc { what, of, is })
    });
    AskedDoc {
        refusals: decisions(lines, DECIDED[0]),
        pins: decisions(lines, DECIDED[1]),
        approvals: decisions(lines, DECIDED[2]),
        by_hand: said.collect(),
        published: None,
    }
}

/// The decisions whose lines begin so.
fn decisions<T: DeserializeOwned>(lines: &[String], begin: &str) -> Vec<T> {
    let said = lines.iter().filter_map(|line| line.strip_prefix(begin));
    said.filter_map(|said| serde_json::from_str(said).ok())
        .collect()
}

/// A decision as a line.
fn decision<T: Serialize>(begin: &str, one: &T) -> String {
    let said = serde_json::to_string(one).unwrap_or_default();
    format!("{begin}{said}")
}

/// One thing that was edited.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edited {
    /// What.
    pub what: Made,
    /// Of whom: a staff id or, where no person is meant, the place.
    pub of: String,
    /// As the file was made; none: nothing was decided of it.
    pub was: Option<String>,
    /// As it is now; none: it was taken out.
    pub is: Option<String>,
}

/// What a plan decides, as it is kept in it.
pub fn made(doc: &Plan) -> MadeDoc {
    let decisions: Vec<String> = lines(doc).into_iter().collect();
    MadeDoc {
        digest: digest_of(&decisions),
        decisions,
    }
}

/// Whether the lines are those that were written.
pub fn is_sound(made: &MadeDoc) -> bool {
    !made.digest.is_empty() && made.digest == digest_of(&made.decisions)
}

fn digest_of(decisions: &[String]) -> String {
    let text: String = decisions.iter().flat_map(|one| [one, "\n"]).collect();
    sha256(text.as_bytes())
}

/// What was edited since the file was made; none where the file does not say what it was made with, or its lines
/// were tampered with.
pub fn edited(doc: &Plan) -> Option<Vec<Edited>> {
    is_sound(&doc.made).then(|| {
        let mut edits = between(&doc.made.decisions, &lines(doc));
        edits.retain(|one| !doc.no_sheet.contains(&one.what));
        edits
    })
}

/// How many things were decided of what a workbook has no sheet of any more, by kind.
pub fn without_sheets(doc: &Plan) -> BTreeMap<Made, usize> {
    let mut kinds = BTreeMap::new();
    let made = by_key(&doc.made.decisions).into_keys();
    for (what, _) in made.filter(|one| doc.no_sheet.contains(&one.0)) {
        *kinds.entry(what).or_default() += 1;
    }
    kinds
}

/// What was edited in an earlier round, but where somebody goes, as the file has it now; neither what was edited since,
/// nor what that round did not keep.
pub fn edited_before(doc: &Plan, edits: &[Edited]) -> Vec<Edited> {
    let again = |one: &&HandDoc| {
        let mut edits = edits.iter();
        edits.any(|edit| (edit.what, &edit.of) == (one.what, &one.of))
    };
    let before = doc.asked.by_hand.iter().filter(|one| !again(one));
    let before = before.filter(|one| !doc.no_sheet.contains(&one.what));
    let before = before.filter_map(|one| {
        let is = decided(doc, one.what, &one.of);
        let said = one.is.as_deref();
        let kept = said.is_none_or(|said| said == is.as_deref().unwrap_or_default());
        kept.then(|| Edited {
            what: one.what,
            of: one.of.clone(),
            was: is.clone(),
            is,
        })
    });
    before.collect()
}

/// Whether what is decided so is neither a move, nor one of its terms, nor who sits where.
pub fn is_beside(what: Made) -> bool {
    ![Made::Post, Made::Letter].contains(&what) && !TERMS.contains(&what)
}

/// The terms of a move.
pub const TERMS: [Made; 5] = [
    Made::Form,
    Made::Months,
    Made::Share,
    Made::Quota,
    Made::Bed,
];

/// The edits by themselves: of a letter that is new or gone, its terms go without saying.
pub fn by_themselves(edits: &[Edited]) -> impl Iterator<Item = &Edited> {
    let letters = edits.iter().filter(|one| one.what == Made::Letter);
    let whole = letters.filter(|one| one.was.is_none() || one.is.is_none());
    let whole: BTreeSet<&String> = whole.map(|one| &one.of).collect();
    let terms = move |one: &&Edited| TERMS.contains(&one.what) && whole.contains(&one.of);
    edits.iter().filter(move |one| !terms(one))
}

/// The lines that a file was made with; what is not among them was entered by hand. None where that cannot be told.
pub(super) struct AsMade<'d>(Option<BTreeSet<&'d str>>);

impl<'d> AsMade<'d> {
    /// Of a plan.
    pub(super) fn of(doc: &'d Plan) -> Self {
        let lines = || doc.made.decisions.iter().map(String::as_str).collect();
        Self(is_sound(&doc.made).then(lines))
    }

    /// Whether somebody was put on a post by hand.
    pub(super) fn is_seat_by_hand(&self, who: &str, school: &str, post: &PostDoc) -> bool {
        let place = place(school, post.stage, &post.parts, post.must_open);
        self.is_by_hand(Made::Post, who, &place)
    }

    /// Whether recruits were put on a post by hand, or more or fewer of them.
    pub(super) fn is_hire_by_hand(&self, one: &RecruitDoc) -> bool {
        let place = place(&one.school, one.stage, &one.parts, one.must_open);
        let of = format!("{} {place}", one.pool);
        self.is_by_hand(Made::Recruits, &of, &one.number.to_string())
    }

    fn is_by_hand(&self, what: Made, of: &str, is: &str) -> bool {
        let line = format!("{} {of}{IS}{is}", what.key());
        let lines = self.0.as_ref();
        lines.is_some_and(|lines| !lines.contains(line.as_str()))
    }
}

/// What a plan decides of somebody or something.
pub fn decided(doc: &Plan, what: Made, of: &str) -> Option<String> {
    let lines = lines(doc);
    let all = by_key(&lines);
    all.get(&(what, of)).map(|one| one.join(" + "))
}

fn between<'l>(
    was: impl IntoIterator<Item = &'l String>,
    is: impl IntoIterator<Item = &'l String>,
) -> Vec<Edited> {
    let (was, is) = (by_key(was), by_key(is));
    let keys: BTreeSet<(Made, &str)> = was.keys().chain(is.keys()).copied().collect();
    let changed = keys.into_iter().filter_map(|key| {
        let values = [&was, &is].map(|all| all.get(&key).map(|one| one.join(" + ")));
        let [was, is] = values;
        (was != is).then(|| Edited {
            what: key.0,
            of: key.1.to_owned(),
            was,
            is,
        })
    });
    changed.collect()
}

/// What is decided, by what it is decided of.
fn by_key<'l>(
    lines: impl IntoIterator<Item = &'l String>,
) -> BTreeMap<(Made, &'l str), Vec<&'l str>> {
    let mut all: BTreeMap<(Made, &str), Vec<&str>> = BTreeMap::new();
    for line in lines {
        let (key, value) = line.split_once(IS).unwrap_or((line, ""));
        let (what, of) = key.split_once(' ').unwrap_or((key, ""));
        if let Some(what) = Made::find(what) {
            all.entry((what, of)).or_default().push(value);
        }
    }
    all
}

/// Every line of a plan, sorted.
fn lines(doc: &Plan) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut say = |what: Made, of: &str, is: &str| {
        all.insert(format!("{} {of}{IS}{is}", what.key()));
    };
    moves(doc, &mut say);
    posts(doc, &mut say);
    besides(doc, &mut say);
    // No decisions: what was edited in earlier rounds, for the rounds to come.
    let by_hand = doc.asked.by_hand.iter();
    all.extend(by_hand.map(|one| {
        let is = one.is.as_deref();
        let is = is.map(|is| if is.is_empty() { GONE } else { is });
        let is = is.map_or_else(String::new, |is| format!("{IS}{is}"));
        format!("{BY_HAND}{} {}{is}", one.what.key(), one.of)
    }));
    // Not what the plan decides, but what was decided before it, so that a workbook carries it along.
    let [refused, pinned, approved] = DECIDED;
    all.extend(doc.asked.refusals.iter().map(|one| decision(refused, one)));
    all.extend(doc.asked.pins.iter().map(|one| decision(pinned, one)));
    all.extend(
        doc.asked
            .approvals
            .iter()
            .map(|one| decision(approved, one)),
    );
    // No decision: how a school was called, so that a workbook is read when it is called otherwise.
    let named = doc.schools.iter().filter(|school| !school.name.is_empty());
    all.extend(named.map(|school| format!("{SCHOOL_NAME}{}{IS}{}", school.id, school.name)));
    all
}

/// Takes one line.
type Say<'s> = dyn FnMut(Made, &str, &str) + 's;

fn moves(doc: &Plan, say: &mut Say<'_>) {
    for one in &doc.moves {
        let who = &one.teacher;
        let yes = |flag: bool| if flag { YES } else { "no" };
        say(Made::Letter, who, &one.to);
        say(Made::Form, who, one.form.map_or(PLACED, Form::key));
        let for_good = || one.start.to_string();
        let term = one.end.map(|end| months(one.start, end));
        say(Made::Months, who, &term.unwrap_or_else(for_good));
        say(Made::Share, who, &one.share.to_string());
        say(Made::Quota, who, yes(one.quota_goes));
        say(Made::Bed, who, yes(one.bed));
    }
}

fn months(start: Month, end: Month) -> String {
    format!("{start}..{end}")
}

fn posts(doc: &Plan, say: &mut Say<'_>) {
    for school in &doc.schools {
        for post in &school.teaching_posts {
            let place = place(&school.id, post.stage, &post.parts, post.must_open);
            for who in &post.filled_by {
                say(Made::Post, who, &place);
            }
        }
    }
    for one in &doc.recruits {
        let place = place(&one.school, one.stage, &one.parts, one.must_open);
        let of = format!("{} {place}", one.pool);
        say(Made::Recruits, &of, &one.number.to_string());
    }
}

/// A post in one word: school, stage, parts.
fn place(school: &str, stage: Stage, parts: &[(Subject, u32)], must_open: bool) -> String {
    let parts: BTreeSet<String> = parts
        .iter()
        .map(|(subject, periods)| format!("{}:{periods}", subject.key()))
        .collect();
    let parts: Vec<String> = parts.into_iter().collect();
    let mark = if must_open { "!" } else { "" };
    format!("{school} {} {}{mark}", stage.key(), parts.join("+"))
}

fn besides(doc: &Plan, say: &mut Say<'_>) {
    for one in doc.appointments.iter().filter(|one| one.appointed) {
        say(Made::Appointed, &one.teacher, YES);
    }
    for who in &doc.conversions {
        say(Made::Conversion, who, YES);
    }
    for week in &doc.periods.weeks {
        for one in &week.lessons {
            let (stage, subject) = (one.stage.key(), one.subject.key());
            let given = format!("{} {stage} {subject} {}", one.school, one.periods);
            say(Made::Lesson, &week.teacher, &given);
        }
    }
    for one in &doc.itinerants {
        say(
            Made::Trip,
            &one.teacher,
            &format!("{} {}", one.to, one.half_days),
        );
    }
    for one in doc.periods.gaps.iter().filter(|one| one.remote > 0) {
        let of = format!("{} {} {}", one.school, one.stage.key(), one.subject.key());
        say(Made::Remote, &of, &one.remote.to_string());
    }
    for one in &doc.visits {
        let subjects: BTreeSet<&str> = one.subjects.iter().map(|one| one.key()).collect();
        let subjects: Vec<&str> = subjects.into_iter().collect();
        let given = format!("{} {} {}", one.school, subjects.join("+"), one.times);
        say(Made::Visit, &one.teacher, &given);
    }
    for one in &doc.mentors {
        say(Made::Mentor, &one.teacher, &one.mentor);
    }
    for one in &doc.leaders {
        say(Made::Leader, &one.teacher, &one.to);
    }
    for one in &doc.apprentices {
        let place = place(&one.school, one.stage, &one.parts, one.must_open);
        let months = months(one.start, one.end);
        let given = format!("{} {months} {}", one.at, one.number);
        say(Made::Apprentice, &format!("{} {place}", one.pool), &given);
    }
}
