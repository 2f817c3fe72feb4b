//! What became of what was edited by hand, in words.

use crate::blanks;
use crate::domain::{Form, Roster, Stage, Subject};
use crate::plan::Made;
use crate::print::terminal::Lines;
use crate::run::Fate;
use crate::text::{Lang, Text};

const KEPT: Text = Text::new(
    "人工改动已照改的{number}处：",
    "Edited by hand and kept ({number}):",
);
const LOST: Text = Text::new(
    "人工改动未能保留的{number}处（新方案另有安排，请逐处核对）：",
    "Edited by hand and NOT kept ({number}); the new plan has it otherwise, look at each:",
);
const LINE: Text = Text::new(
    "{of}，{what}：原为{was}，改为{edited}",
    "{of}, {what}: was {was}, edited to {edited}",
);
const NOW: Text = Text::new("，新方案为{now}", ", now {now}");
const NOTHING: Text = Text::new("（无）", "nothing");
const YES: Text = Text::new("是", "yes");
const NO: Text = Text::new("否", "no");

/// Every edit, those that are lost last; empty where nothing was edited.
pub fn fates(fates: &[Fate], roster: &Roster, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    for (kept, head) in [(true, KEPT), (false, LOST)] {
        let these = fates.iter().filter(|one| one.kept == kept);
        let number = these.clone().count();
        if number > 0 {
            lines.fill(0, head, &blanks! { number: number });
        }
        for one in these {
            lines.say(2, line(one, roster, lang));
        }
    }
    lines.done()
}

fn line(one: &Fate, roster: &Roster, lang: Lang) -> String {
    let value = |value: &Option<String>| match value {
        Some(value) => in_words(one.what, value, roster, lang),
        None => NOTHING.get(lang).to_owned(),
    };
    let words = blanks! {
        of: of(&one.of, roster, lang), what: one.what.text(), was: value(&one.was),
        edited: value(&one.edited),
    };
    let mut line = LINE.fill(lang, &words);
    if !one.kept {
        line.push_str(&NOW.fill(lang, &blanks! { now: value(&one.now) }));
    }
    line
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
        (Made::Form, _) => Form::find(value)
            .map_or(value, |form| form.text().get(lang))
            .to_owned(),
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
