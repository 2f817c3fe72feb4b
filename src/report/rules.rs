//! The rules as a person reads them: what each asks, its formula, its values and their sources.

use crate::blanks;
use crate::finding::{Finding, Findings};
use crate::policy::{Card, Force, InForce, Kind, Param, RuleBook, Valued, Verified};
use crate::print::terminal::Lines;
use crate::print::{LIST, Phrase};
use crate::text::{Lang, Text};
use serde_json::{Value, json};

/// Every rule as other programs read it, with the values of this book when there is one, and what is found of them.
pub fn rule_lines(cards: &[&Card], book: Option<&RuleBook>, told: Option<&Findings>) -> Vec<Value> {
    let line = |card: &&Card| {
        let mut line = json!({
            "code": card.code,
            "rule": card.id,
            "title": card.title,
            "asks": card.asks,
            "formula": card.formula,
            "unit": card.unit,
        });
        if let Some(policy) = book.and_then(|book| book.rules.get(&card.id)) {
            line["policy"] = json!(policy);
        }
        let of = |one: &&Finding| one.blanks.get("rule") == Some(&json!(card.id));
        let told = told.into_iter().flat_map(|told| &told.0).filter(of);
        let told: Vec<&Finding> = told.collect();
        if !told.is_empty() {
            line["findings"] = json!(told);
        }
        line
    };
    cards.iter().map(line).collect()
}

const ASKS: Text = Text::new("要求", "asks");
const FORMULA: Text = Text::new("公式", "formula");
const UNIT: Text = Text::new("单位", "unit");
const SOURCE: Text = Text::new("依据", "source");
const VALUES: Text = Text::new("取值", "values");
const NEEDS: Text = Text::new("须填", "needs");
const MAY: Text = Text::new("可不填", "may be left out");
const NOT_SET: Text = Text::new("未规定", "not set");
const SINCE: Text = Text::new("自{since}起", "since {since}");
const BY: Text = Text::new(
    "自{since}起，{by}前达到",
    "since {since}, to be reached by {by}",
);
const WARN: Text = Text::new(
    "共有{n}个取值的出处未核实或不权威，用于正式文件前须逐项核对原文。",
    "{n} values have an unverified or weak source; check each against the original before official use.",
);

/// The same in words.
pub fn rules(cards: &[&Card], book: Option<&RuleBook>, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    let mut doubtful = 0;
    for one in cards {
        let policy = book.and_then(|book| book.rules.get(&one.id));
        let force = policy.map_or("", |rule| rule.force.text().get(lang));
        let title = one.title.get(lang);
        let head = format!("{} {title} ({})  {force}", one.code, one.id);
        lines.say(0, head.trim_end());
        for (name, value) in [
            (ASKS, one.asks.get(lang)),
            (FORMULA, one.formula),
            (UNIT, one.unit.get(lang)),
        ] {
            lines.say(2, format!("{}  {value}", name.get(lang)));
        }
        match policy {
            Some(rule) => doubtful += in_force(&mut lines, rule, one.params, lang),
            None => needed(&mut lines, one.params, lang),
        }
        lines.gap();
    }
    if doubtful > 0 {
        lines.fill(0, WARN, &blanks! { n: doubtful });
    }
    lines.done()
}

/// Source and values of a rule; returns how many of the values are of doubtful source.
fn in_force(lines: &mut Lines, rule: &InForce, params: &[Param], lang: Lang) -> usize {
    let source = cited(&rule.clauses, &rule.source, rule.verified, lang);
    lines.say(2, format!("{}  {source}", SOURCE.get(lang)));
    if !params.is_empty() {
        lines.say(2, VALUES);
    }
    let mut doubtful = 0;
    for param in params {
        let (key, says) = (param.key, param.help(lang));
        let Some(value) = rule.values.get(key) else {
            lines.say(4, format!("{key} = {}  {says}", NOT_SET.get(lang)));
            continue;
        };
        if rule.force != Force::Off && mark(value.verified).is_some() {
            doubtful += 1;
        }
        let since = since(value);
        let since = since.get(lang);
        let source = cited(&value.clauses, &value.source, value.verified, lang);
        lines.say(4, format!("{key} = {}  {says}", value.text));
        lines.say(6, format!("{since}  {source}  {}", value.file));
    }
    doubtful
}

/// Since when a value holds, and from when it binds where it is a target.
pub(crate) fn since(value: &Valued) -> Phrase {
    match &value.by {
        None => Phrase::fill(SINCE, &blanks! { since: value.since }),
        Some(by) => Phrase::fill(BY, &blanks! { since: value.since, by: by }),
    }
}

fn needed(lines: &mut Lines, params: &[Param], lang: Lang) {
    if !params.is_empty() {
        lines.say(2, NEEDS);
    }
    let may = format!("  ({})", MAY.get(lang));
    for param in params {
        let may = if param.optional { may.as_str() } else { "" };
        let (kind, says) = (kind(param.kind, lang), param.help(lang));
        lines.say(4, format!("{}  {kind}  {says}{may}", param.key));
    }
}

fn kind(kind: Kind, lang: Lang) -> String {
    let name = match kind {
        Kind::Count => Text::new("整数", "whole number"),
        Kind::Share => Text::new("比例或精确小数", "exact number"),
        Kind::Flag => Text::new("yes 或 no", "yes or no"),
        Kind::Choice(_) => Text::new("选一", "one of"),
        Kind::Choices(_) => Text::new("可多选", "any of"),
        Kind::Groups => Text::new("分组", "groups"),
    };
    match kind {
        Kind::Choice(words) | Kind::Choices(words) => {
            let keys: Vec<_> = words.iter().map(|one| one.key).collect();
            format!("{}: {}", name.get(lang), keys.join(", "))
        }
        _ => name.get(lang).to_owned(),
    }
}

/// Clauses, document and a visible mark when the source is doubtful.
fn cited(clauses: &[String], source: &str, verified: Verified, lang: Lang) -> String {
    let mark = mark(verified).map_or("", |mark| mark.get(lang));
    let clauses = clauses.join(LIST.get(lang));
    let mut parts = vec![clauses.as_str(), source, mark];
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// The mark of a doubtful source; nothing for a good one.
pub(crate) const fn mark(verified: Verified) -> Option<Text> {
    match verified {
        Verified::Unverified => Some(Text::new("〔未核实〕", "[UNVERIFIED]")),
        Verified::Weak => Some(Text::new("〔出处不权威〕", "[WEAK SOURCE]")),
        _ => None,
    }
}

/// The title of a rule by its id; the id itself when there is no such rule.
pub(crate) fn title(id: &str) -> Phrase {
    let card = crate::rules::card(id);
    card.map_or_else(|| id.into(), |card| card.title.into())
}
