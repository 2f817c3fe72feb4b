//! What was edited by hand in a plan, in words.

use crate::blanks;
use crate::domain::{Form, Roster, Stage, Subject};
use crate::input::plan_sheets::PLACED_FOR_GOOD;
use crate::plan::{Edited, Made, Plan, by_themselves, edited, edited_before};
use crate::print::terminal::Lines;
use crate::text::{Lang, Text};
use std::collections::BTreeMap;

const LINE: Text = Text::new(
    "{of}，{what}：原为{was}，改为{edited}",
    "{of}, {what}: was {was}, edited to {edited}",
);
/// Of what was edited in an earlier round: what it was before nobody knows any more.
const EARLIER: Text = Text::new(
    "{of}，{what}：此前各轮人工改为{edited}",
    "{of}, {what}: edited to {edited} in an earlier round",
);
const NOTHING: Text = Text::new("（无）", "nothing");
const YES: Text = Text::new("是", "yes");
const NO: Text = Text::new("否", "no");

const EDITS: Text = Text::new("改动{number}处：", "Edited ({number}):");
const MORE: Text = Text::new("另有{number}处。", "{number} more.");
/// Edits that are shown.
const SHOWN: usize = 10;

/// What was edited in a file since it was written, a line for each; empty where nothing was or it cannot be told.
pub fn edits(doc: &Plan, roster: &Roster, lang: Lang) -> String {
    let edits = edited(doc).unwrap_or_default();
    let edits: Vec<&Edited> = by_themselves(&edits).collect();
    let mut lines = Lines::new(lang);
    if !edits.is_empty() {
        lines.fill(0, EDITS, &blanks! { number: edits.len() });
    }
    for one in edits.iter().take(SHOWN) {
        lines.say(2, edit_line(one, roster, lang));
    }
    if edits.len() > SHOWN {
        lines.fill(2, MORE, &blanks! { number: edits.len() - SHOWN });
    }
    lines.done()
}

const NOT_CARRIED: Text = Text::new(
    "{file} 中有{number}处经人工改动的安排，重新编制不沿用：",
    "{number} things in {file} were edited by hand; planning anew does not keep them:",
);
const TO_KEEP: Text = Text::new(
    "要保留的，改用 lungang replan --from {file}。",
    "To keep them use `lungang replan --from {file}` instead.",
);

/// What was edited by hand in a plan in whose place another is made anew, now or in earlier rounds; empty where nothing
/// was.
pub fn not_carried(doc: &Plan, file: &str, roster: &Roster, lang: Lang) -> String {
    let edits = edited(doc).unwrap_or_default();
    let before = edited_before(doc, &edits);
    let all: Vec<&Edited> = by_themselves(&edits).chain(&before).collect();
    let mut lines = Lines::new(lang);
    if !all.is_empty() {
        lines.fill(0, NOT_CARRIED, &blanks! { number: all.len(), file: file });
        for one in all.iter().take(SHOWN) {
            lines.say(2, edit_line(one, roster, lang));
        }
        if all.len() > SHOWN {
            lines.fill(2, MORE, &blanks! { number: all.len() - SHOWN });
        }
        lines.fill(0, TO_KEEP, &blanks! { file: file });
    }
    lines.done()
}

const PASSED: Text = Text::new(
    "{book} 在写出后经人工改动（{kinds}），本次没有采用；要采用的，改用 {book}。",
    "{book} was edited by hand after it was written ({kinds}), which was not used; to use it name {book} instead.",
);

/// That the workbook beside a plan was edited and not used; empty where it is of another plan, or was not.
pub fn passed_over(doc: &Plan, book: &Plan, file: &str, lang: Lang) -> String {
    let edits = edited(book).unwrap_or_default();
    if edits.is_empty() || book.made.digest != doc.made.digest {
        return String::new();
    }
    let mut lines = Lines::new(lang);
    lines.fill(
        0,
        PASSED,
        &blanks! { book: file, kinds: kinds(&edits, lang) },
    );
    lines.done()
}

const KIND: Text = Text::new("{what}{number}处", "{what} {number}");

/// How many edits there are of each kind, in one clause.
pub(crate) fn kinds(edits: &[Edited], lang: Lang) -> String {
    let mut kinds: BTreeMap<Made, usize> = BTreeMap::new();
    for one in by_themselves(edits) {
        *kinds.entry(one.what).or_default() += 1;
    }
    let kinds = kinds.into_iter();
    let words = kinds.map(|(what, number)| {
        let blanks = blanks! { what: what.text(), number: number };
        KIND.fill(lang, &blanks)
    });
    words.collect::<Vec<_>>().join(lang.pick("、", ", "))
}

/// One edit: of whom, what, and what it was and is.
pub(crate) fn edit_line(one: &Edited, roster: &Roster, lang: Lang) -> String {
    let value = |value: &Option<String>| decision(one.what, value.as_ref(), roster, lang);
    let words = blanks! {
        of: of(&one.of, roster, lang), what: one.what.text(), was: value(&one.was),
        edited: value(&one.is),
    };
    let says = if one.was == one.is { EARLIER } else { LINE };
    says.fill(lang, &words)
}

/// What is decided, in words; that nothing is, where there is none.
pub(crate) fn decision(what: Made, value: Option<&String>, roster: &Roster, lang: Lang) -> String {
    match value {
        Some(value) => in_words(what, value, roster, lang),
        None => NOTHING.get(lang).to_owned(),
    }
}

/// Of whom: her name with her id, or the place.
fn of(of: &str, roster: &Roster, lang: Lang) -> String {
    match roster.find_teacher(of) {
        Some(who) => format!("{} {of}", roster.teacher_name(who)),
        None => each_word(of, roster, lang),
    }
}

fn in_words(what: Made, value: &str, roster: &Roster, lang: Lang) -> String {
    match (what, value) {
        (Made::Share, _) => format!("{value}%"),
        (Made::Form, _) if PLACED_FOR_GOOD.key == value => {
            PLACED_FOR_GOOD.text.get(lang).to_owned()
        }
        (Made::Form, _) => Form::find(value)
            .map_or(value, |form| form.text().get(lang))
            .to_owned(),
        (Made::Months, _) => value.replace("..", "—"),
        (_, "yes") => YES.get(lang).to_owned(),
        (_, "no") => NO.get(lang).to_owned(),
        _ => each_word(value, roster, lang),
    }
}

/// Every id and key among the words of a line by its name.
fn each_word(words: &str, roster: &Roster, lang: Lang) -> String {
    let of_part = |part: &str| {
        let (key, rest) = part.split_once(':').unwrap_or((part, ""));
        let name = Subject::find(key).map_or(key, |subject| subject.text().get(lang));
        format!("{name}{rest}")
    };
    let word = |word: &str| {
        if let Some(no) = roster.find_school(word) {
            return roster.school(no).name.clone();
        }
        if let Some(who) = roster.find_teacher(word) {
            return roster.teacher_name(who);
        }
        if let Some(stage) = Stage::find(word) {
            return stage.text().get(lang).to_owned();
        }
        let bare = word.trim_end_matches('!');
        bare.split('+').map(of_part).collect::<Vec<_>>().join("、")
    };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
