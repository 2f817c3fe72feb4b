//! A new plan against the published one, in words.

use super::answers::people;
use super::comparison::letter_line;
use crate::blanks;
use crate::decide::{LetterChange, Withstands};
use crate::print::terminal::Lines;
use crate::print::{ALSO, Phrase, Table};
use crate::run::{Void, VoidLetter};
use crate::study::Reserve;
use crate::text::{Lang, Text, show};

const CHANGED: Text = Text::new(
    "与所依据的方案文件相比，{number}人的去向变动（已证明不能更少）：",
    "{number} letters change against the plan file as it was given (proved: no fewer can):",
);
const UNCHANGED: Text = Text::new(
    "与所依据的方案文件相比，没有人的去向变动。",
    "No letter changes against the plan file as it was given.",
);
const RESERVES: Text = Text::new("如有人退出，接替的人：", "Who would go in whose place:");
const ALONE: Text = Text::new(
    "无人可以接替：没有这个人，就没有满足全部硬性规定的方案",
    "irreplaceable: without her no plan obeys every must-rule",
);
const NO_NEED: Text = Text::new("不需要别人接替", "nobody needs to go instead");

/// A new plan against the published one, with the reserves when they were asked for.
pub fn replan(letters: &[LetterChange], reserves: Option<&[Reserve]>, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    if letters.is_empty() {
        lines.say(0, UNCHANGED);
    } else {
        lines.fill(0, CHANGED, &blanks! { number: letters.len() });
        for one in letters {
            lines.say(2, letter_line(one, lang));
        }
    }
    if let Some(reserves) = reserves {
        lines.say(0, RESERVES);
        let table = Table::new("")
            .each(reserves)
            .words("", |one| format!("{} {}→{}", one.teacher, one.name, one.to))
            .words("", |one| instead(one, lang));
        lines.table(2, &table.done());
    }
    lines.done()
}

const VOID: Text = Text::new(
    "原方案的通知书作废{number}份：",
    "Letters of the old plan that are void: {number}:",
);
const VOID_LINE: Text = Text::new(
    "{name}（{teacher}）去{to}：{why}",
    "{name} ({teacher}) to {to}: {why}",
);
const LEFT: Text = Text::new(
    "教师表在岗人员中已没有本人",
    "the person is among the teachers no more",
);
const NO_SCHOOL: Text = Text::new("学校表中已没有该校", "there is no such school any more");
const ARRIVED: Text = Text::new("本人已在该校任教", "the person works there already");

/// Letters of the published plan that are void.
pub fn void_letters(letters: &[VoidLetter], lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    if !letters.is_empty() {
        lines.fill(0, VOID, &blanks! { number: letters.len() });
    }
    for one in letters {
        let why = match one.why {
            Void::Left => LEFT,
            Void::NoSchool => NO_SCHOOL,
            Void::Arrived => ARRIVED,
        };
        let blanks = blanks! { name: one.name, teacher: one.teacher, to: one.to, why: why };
        lines.say(2, VOID_LINE.fill(lang, &blanks));
    }
    lines.done()
}

/// Who goes in somebody's place.
fn instead(one: &Reserve, lang: Lang) -> String {
    let others = one.differences.letters.iter();
    let others = others.filter(|change| change.teacher != one.teacher);
    let mut others = others.peekable();
    if one.ended == crate::plan::Ended::NoPlanExists {
        ALONE.get(lang).to_owned()
    } else if !one.ended.is_settled() {
        one.ended.text().get(lang).to_owned()
    } else if others.peek().is_none() {
        NO_NEED.get(lang).to_owned()
    } else {
        people(others, lang)
    }
}

const ANY: Text = Text::new(
    "任意{number}人退出，其余人的去向都不必变动，硬性规定仍全部满足。",
    "Any {number} people may refuse: no other letter changes and every must-rule still holds.",
);
const ANY_OTHER: Text = Text::new(
    "任意{number}人（下列人员除外）退出，其余人的去向都不必变动，硬性规定仍全部满足。",
    "Any {number} people but those named below may refuse: no other letter changes and every must-rule still holds.",
);
const NONE: Text = Text::new(
    "下列人员中任何一人退出，都要变动别人的去向：",
    "If any of these refuses, somebody else's letter has to change:",
);

/// How many refusals a plan withstands, and whom it hangs on.
pub fn withstands(one: &Withstands, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    if one.refusals > 0 {
        let all = one.needed.is_empty();
        let any = if all { ANY } else { ANY_OTHER };
        lines.fill(0, any, &blanks! { number: one.refusals });
    }
    if !one.needed.is_empty() {
        lines.say(0, NONE);
        let table = Table::new("")
            .each(&one.needed)
            .words("", |who| format!("{} {}", who.teacher, who.name))
            .words("", |who| {
                let rules = who.rules.iter().map(|(code, title, place)| {
                    format!("{code} {} {}", title.get(lang), show(place, lang))
                });
                Phrase::join(rules, ALSO)
            });
        lines.table(2, &table.done());
    }
    lines.done()
}
