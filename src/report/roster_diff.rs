//! Two rosters side by side, in words.

use crate::blanks;
use crate::print::Table;
use crate::print::terminal::Lines;
use crate::run::RosterDiff;
use crate::text::{Lang, Text, show};

const CAME: Text = Text::new("新增{n}人", "{n} came");
const LEFT: Text = Text::new("减少{n}人", "{n} left");
const RENUMBERED: Text = Text::new(
    "姓名、出生年月相同而工号不同{n}人，请核对是否同一人（下面的变动按同一人比较）",
    "{n} have another staff id, with the same name and month of birth: are they the same people? (compared below as such)",
);
const CHANGED: Text = Text::new("变动{n}项", "{n} changes");
const RETIRING: Text = Text::new(
    "新学年开始前达到退休年龄{n}人，应从教师表中删去",
    "{n} reach the retirement age before the year begins and should be deleted from the table",
);
const NO_AGES: Text = Text::new(
    "只有名册，没有政策和核算日期，未核对谁到退休年龄。",
    "There are only rosters, without policy and reckoning date: who retires was not looked at.",
);
const WRONG: Text = Text::new(
    "今年的数据有{n}处错误，未核对谁到退休年龄；用 lungang check 逐处列出，改正后再比较。",
    "This year's tables have {n} errors, so who retires was not looked at; `lungang check` lists them, compare again when they are mended.",
);
const SAME: Text = Text::new("两年的教师名册没有差别。", "The two rosters are the same.");

/// Everything, one list after another; empty lists are left out.
pub fn roster_diff(diff: &RosterDiff, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    for (title, people) in [
        (CAME, &diff.came),
        (LEFT, &diff.left),
        (RETIRING, diff.retiring.as_ref().unwrap_or(&Vec::new())),
    ] {
        let table = Table::new("")
            .each(people)
            .words("", |one| &one.id)
            .words("", |one| &one.name)
            .words("", |one| show(&one.school, lang));
        list(&mut lines, title, &table.done());
    }
    let table = Table::new("")
        .each(&diff.renumbered)
        .words("", |one| &one.is.name)
        .words("", |one| format!("{} → {}", one.was.id, one.is.id))
        .words("", |one| show(&one.is.school, lang));
    list(&mut lines, RENUMBERED, &table.done());
    let change = |from, to| format!("{} → {}", show(from, lang), show(to, lang));
    let table = Table::new("")
        .each(&diff.changed)
        .words("", |one| &one.person.id)
        .words("", |one| &one.person.name)
        .words("", |one| one.column)
        .words("", |one| change(&one.from, &one.to));
    list(&mut lines, CHANGED, &table.done());
    if lines.is_empty() {
        lines.say(0, SAME);
    }
    match (&diff.retiring, diff.errors) {
        (Some(_), _) => {}
        (None, Some(errors)) => lines.fill(0, WRONG, &blanks! { n: errors }),
        (None, None) => lines.say(0, NO_AGES),
    }
    lines.done()
}

/// Rows under their number; nothing when there is none.
fn list(lines: &mut Lines, title: Text, table: &Table) {
    if !table.rows.is_empty() {
        lines.fill(0, title, &blanks! { n: table.rows.len() });
        lines.table(2, table);
    }
}
