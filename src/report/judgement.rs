//! What the auditor says, as a table.

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
        (Text::new("单位", "unit"), Align::Left),
        (Text::new("结论", "verdict"), Align::Left),
    ];
    let table = Table::new();
    let mut table = heads.iter().fold(table, |table, (head, align)| {
        table.column(head.get(lang), *align)
    });
    let cards = crate::rules::cards();
    for rule in rules {
        let card = cards.iter().find(|card| card.id == rule.rule);
        let unit = card.map_or("", |card| card.unit.get(lang));
        table.row([
            format!("{} {}", rule.code, super::rules::title(rule.rule, lang)),
            rule.force.text().get(lang).to_owned(),
            rule.need.to_string(),
            rule.actual.to_string(),
            rule.unit.get(lang).to_owned(),
            verdict(
                Some(rule.force),
                rule.holds,
                rule.binding,
                (rule.shortfall, unit),
                lang,
            ),
        ]);
    }
    table.render("  ")
}
