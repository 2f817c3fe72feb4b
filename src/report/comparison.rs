//! Scenarios side by side, in words.

use super::study_heads::{BASE, EMPTY, ENDED, LETTERS, MOVES, RECRUITS, SCENARIO, SUBSIDY};
use super::table::{Align, Table};
use crate::blanks;
use crate::decide::{Differences, Figures, LetterChange};
use crate::study::{Compared, Comparison};
use crate::text::{Lang, Text};

const FAILED: Text = Text::new("数据有误", "input has errors");
const AGAINST: Text = Text::new("【{title}】与基础情景相比：", "[{title}] against the base:");
const SAME: Text = Text::new(
    "与基础情景完全相同。",
    "nothing is another than in the base.",
);
const RULE: Text = Text::new(
    "{code} {title}：应有{need}，实有{actual}（原{was_need}、{was_actual}）",
    "{code} {title}: need {need}, actual {actual} (was {was_need}, {was_actual})",
);
const SCHOOL: Text = Text::new(
    "{name}：教师{before}→{after}人，空岗{empty_before}→{empty_after}个",
    "{name}: {before}→{after} people, {empty_before}→{empty_after} empty posts",
);
const GO: Text = Text::new(
    "{name}（{teacher}，{base}）：{was}→{now}",
    "{name} ({teacher}, {base}): {was}→{now}",
);
const STAY: Text = Text::new("留任", "stays");
const PEOPLE: Text = Text::new(
    "去向变动的教师（{number}人）：",
    "people whose letter changes ({number}):",
);
const SCHOOLS: Text = Text::new(
    "人数或空岗变动的学校（{number}所）：",
    "schools that gain or lose ({number}):",
);
const RULES: Text = Text::new("变动的规定：", "rules:");
const MORE: Text = Text::new("……其余{number}项见 JSON。", "… {number} more in the JSON.");

/// Lines of one list that are shown.
const SHOWN: usize = 20;

/// A comparison in words.
pub fn comparison(all: &Comparison, lang: Lang) -> String {
    let mut text = super::findings(&all.findings, lang, false);
    text.push_str(&overview(all, lang).render(""));
    for one in &all.variants {
        text.push('\n');
        text.push_str(&details(&all.base, one, lang));
    }
    text
}

/// Its own title behind its short name; a scenario without one has that of the base.
fn title(base: &Compared, one: &Compared, lang: Lang) -> String {
    let of = |one: &Compared| match lang {
        Lang::Zh => one.title_zh.clone(),
        Lang::En => one.title_en.clone(),
    };
    let title = of(one);
    if title.is_empty() || title == of(base) {
        return one.key.clone();
    }
    format!("{} {title}", one.key)
}

/// Every scenario in a row.
pub(crate) fn overview(all: &Comparison, lang: Lang) -> Table {
    let first = [&all.base].into_iter().chain(&all.variants);
    let first = first.filter_map(|one| one.figures.as_ref());
    let goals: Vec<_> = first.clone().next().map_or_else(Vec::new, shown_goals);
    let paid = first.clone().any(|one| one.subsidy.is_some());
    let mut table = Table::new()
        .column(SCENARIO.get(lang), Align::Left)
        .column(ENDED.get(lang), Align::Left);
    for goal in &goals {
        table = table.column(goal.text().get(lang), Align::Right);
    }
    for head in [MOVES, RECRUITS, EMPTY, LETTERS] {
        table = table.column(head.get(lang), Align::Right);
    }
    if paid {
        table = table.column(SUBSIDY.get(lang), Align::Right);
    }
    for one in [&all.base].into_iter().chain(&all.variants) {
        let name = scenario_name(all, one, lang);
        let ended = one.ended.map_or(FAILED, crate::plan::Ended::text);
        let mut row = vec![name, ended.get(lang).to_owned()];
        if let Some(figures) = &one.figures {
            let value = |goal| figures.goals.iter().find(|one| one.goal == goal);
            let values = goals.iter().map(|goal| value(*goal));
            row.extend(values.map(|one| one.map_or_else(String::new, |one| one.value.to_string())));
            let letters = one.differences.as_ref().map(|one| one.letters.len());
            row.push(figures.moves.to_string());
            row.push(figures.recruits.to_string());
            row.push(figures.empty_posts.to_string());
            row.push(letters.map_or_else(String::new, |number| number.to_string()));
            row.extend(
                figures
                    .subsidy
                    .as_ref()
                    .map(|one| one.yuan_a_year.to_string()),
            );
        }
        table.row(row);
    }
    table
}

/// What a scenario of a study is called.
pub(crate) fn scenario_name(all: &Comparison, one: &Compared, lang: Lang) -> String {
    if one.key == "base" {
        BASE.get(lang).to_owned()
    } else {
        title(&all.base, one, lang)
    }
}

/// The goals that say something to a person.
pub(super) fn shown_goals(figures: &Figures) -> Vec<crate::policy::GoalId> {
    use crate::policy::GoalId;
    let goals = figures.goals.iter().map(|one| one.goal);
    let silent = [GoalId::Shortfall, GoalId::Letters, GoalId::Moves];
    goals.filter(|goal| !silent.contains(goal)).collect()
}

fn details(base: &Compared, one: &Compared, lang: Lang) -> String {
    let mut text = AGAINST.fill(lang, &blanks! { title: title(base, one, lang) });
    text.push('\n');
    if !one.findings.0.is_empty() {
        text.push_str(&super::findings(&one.findings, lang, false));
    }
    if let Some(fault) = &one.fault {
        text.push_str(&format!("  {fault}\n"));
    }
    if let (Some(change), Some(figures), Some(before)) =
        (&one.differences, &one.figures, &base.figures)
    {
        text.push_str(&differences(change, before, figures, lang));
    }
    text
}

/// What is another, as lists.
pub(super) fn differences(
    change: &Differences,
    before: &Figures,
    after: &Figures,
    lang: Lang,
) -> String {
    let mut rules = Vec::new();
    for id in &change.rules {
        let of = |figures: &Figures| figures.rules.iter().find(|one| one.rule == *id).cloned();
        if let Some(now) = of(after) {
            let was = of(before);
            let blanks = blanks! {
                code: now.code, title: super::rules::title(id, lang), need: now.need,
                actual: now.actual, was_need: was.as_ref().map_or(0, |one| one.need),
                was_actual: was.as_ref().map_or(0, |one| one.actual),
            };
            rules.push(RULE.fill(lang, &blanks));
        }
    }
    let schools = change.schools.iter().map(|one| {
        let blanks = blanks! {
            name: one.name, before: one.heads[0], after: one.heads[1],
            empty_before: one.empty_posts[0], empty_after: one.empty_posts[1],
        };
        SCHOOL.fill(lang, &blanks)
    });
    let letters = change.letters.iter().map(|one| letter_line(one, lang));
    let mut text = list(RULES, &rules, lang);
    text.push_str(&list(SCHOOLS, &schools.collect::<Vec<_>>(), lang));
    text.push_str(&list(PEOPLE, &letters.collect::<Vec<_>>(), lang));
    if text.is_empty() {
        return format!("  {}\n", SAME.get(lang));
    }
    text
}

/// One person whose letter changes.
pub(super) fn letter_line(one: &LetterChange, lang: Lang) -> String {
    let stay = || STAY.get(lang).to_owned();
    let blanks = blanks! {
        name: one.name, teacher: one.teacher, base: one.base,
        was: one.was.clone().unwrap_or_else(stay), now: one.now.clone().unwrap_or_else(stay),
    };
    GO.fill(lang, &blanks)
}

fn list(head: Text, lines: &[String], lang: Lang) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let number = lines.len();
    let mut text = format!("  {}\n", head.fill(lang, &blanks! { number: number }));
    for line in lines.iter().take(SHOWN) {
        text.push_str(&format!("    {line}\n"));
    }
    if number > SHOWN {
        let more = MORE.fill(lang, &blanks! { number: number - SHOWN });
        text.push_str(&format!("    {more}\n"));
    }
    text
}
