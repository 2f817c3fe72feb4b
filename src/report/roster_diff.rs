//! Two rosters side by side, in words.

use super::table::{Align, Table};
use crate::blanks;
use crate::run::{Person, RosterDiff};
use crate::text::{Lang, Text, show};

const CAME: Text = Text::new("新增{n}人", "{n} came");
const LEFT: Text = Text::new("减少{n}人", "{n} left");
const CHANGED: Text = Text::new("变动{n}项", "{n} changes");
const RETIRING: Text = Text::new(
    "新学年开始前达到退休年龄{n}人，应从教师表中删去",
    "{n} reach the retirement age before the year begins and should be deleted from the table",
);
const SAME: Text = Text::new("两年的教师名册没有差别。", "The two rosters are the same.");

/// Everything, one list after another; empty lists are left out.
pub fn roster_diff(diff: &RosterDiff, lang: Lang) -> String {
    let mut text = String::new();
    for (title, people) in [
        (CAME, &diff.came),
        (LEFT, &diff.left),
        (RETIRING, &diff.retiring),
    ] {
        if !people.is_empty() {
            text.push_str(&title.fill(lang, &blanks! { n: people.len() }));
            text.push('\n');
            text.push_str(&persons(people));
        }
    }
    if !diff.changed.is_empty() {
        text.push_str(&CHANGED.fill(lang, &blanks! { n: diff.changed.len() }));
        text.push('\n');
        let mut table = columns(4);
        for one in &diff.changed {
            let change = format!("{} → {}", show(&one.from, lang), show(&one.to, lang));
            let (id, name) = (one.person.id.clone(), one.person.name.clone());
            table.row([id, name, one.column.get(lang).to_owned(), change]);
        }
        text.push_str(&table.render("  "));
    }
    if text.is_empty() {
        return format!("{}\n", SAME.get(lang));
    }
    text
}

fn columns(number: usize) -> Table {
    (0..number).fold(Table::new(), |table, _| table.column("", Align::Left))
}

fn persons(people: &[Person]) -> String {
    let mut table = columns(3);
    for one in people {
        table.row([&one.id, &one.name, &one.school]);
    }
    table.render("  ")
}
