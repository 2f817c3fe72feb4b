//! What the auditor says, as a table; and, when no plan exists, what is missing.

use super::plan::verdict;
use super::table::{Align, Table};
use crate::rules::Judgement;
use crate::text::{Lang, Text};

/// The judgement of every rule that is on.
pub fn judgements(rules: &[Judgement], lang: Lang) -> String {
    let heads = [
        (Text::new("规定", "rule"), Align::Left),
        (Text::new("效力", "force"), Align::Left),
        (Text::new("应有", "need"), Align::Right),
        (Text::new("实有", "actual"), Align::Right),
        (Text::new("结论", "verdict"), Align::Left),
    ];
    let table = Table::new();
    let mut table = heads.iter().fold(table, |table, (head, align)| {
        table.column(head.get(lang), *align)
    });
    for rule in rules {
        table.row([
            format!("{} {}", rule.code, super::rules::title(rule.rule, lang)),
            rule.force.text().get(lang).to_owned(),
            rule.need.to_string(),
            rule.actual.to_string(),
            verdict(
                Some(rule.force),
                rule.holds,
                rule.binding,
                rule.shortfall,
                lang,
            ),
        ]);
    }
    table.render("  ")
}

/// When no plan obeys every must-rule: the least that is missing, rule by rule.
#[cfg(feature = "model")]
pub fn shortfall(list: &[crate::run::Short], lang: Lang) -> String {
    let none = Text::new(
        "不存在满足全部必须满足的规定的方案。\n",
        "No plan obeys every must-rule.\n",
    );
    let helpless = Text::new(
        "即使放宽可量化的规定仍无方案：请核对指定与禁止调动、受保护人员和关闭学校。\n",
        "Even with every counted rule relaxed there is none: look at pins, bans, protected people and closing schools.\n",
    );
    let least = Text::new(
        "各项规定合计最少差：\n",
        "The least that is missing in all:\n",
    );
    let mut text = none.get(lang).to_owned();
    if list.is_empty() {
        text.push_str(helpless.get(lang));
        return text;
    }
    text.push_str(least.get(lang));
    let mut table = Table::new()
        .column(Text::new("规定", "rule").get(lang), Align::Left)
        .column(Text::new("涉及", "about").get(lang), Align::Left)
        .column(Text::new("差", "short").get(lang), Align::Right)
        .column(Text::new("单位", "unit").get(lang), Align::Left);
    for one in list {
        table.row([
            one.title.get(lang).to_owned(),
            match one.about.as_str() {
                "county" => Text::new("全县", "the county").get(lang).to_owned(),
                school => school.to_owned(),
            },
            one.amount.to_string(),
            one.unit.get(lang).to_owned(),
        ]);
    }
    text.push_str(&table.render("  "));
    text
}
