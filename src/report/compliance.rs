//! Compliance (合规审查): every rule with what it asks, what there is, and the verdict.

use crate::blanks;
use crate::plan::{MeasureDoc, RuleDoc};
use crate::policy::Force;
use crate::print::{Cell, Phrase, Sign, Table, terminal};
use crate::rules::Judgement;
use crate::text::{Lang, Text};

const YES: Text = Text::new("成立", "holds");
const TIGHT: Text = Text::new("成立（无余量）", "holds, nothing to spare");
const SHORT: Text = Text::new("尚差{short}{unit}", "short by {short} {unit}");
const NO: Text = Text::new("不成立，差{short}{unit}", "fails by {short} {unit}");

/// What is said of a rule in a line.
struct Line {
    rule: Phrase,
    force: Force,
    need: i64,
    actual: i64,
    unit: Phrase,
    verdict: Cell,
}

fn table(lines: &[Line]) -> Table {
    Table::new("")
        .each(lines)
        .words(("规定", "rule"), |one| one.rule.clone())
        .words(("效力", "force"), |one| one.force.text())
        .number(("应有", "need"), |one| one.need)
        .number(("实有", "actual"), |one| one.actual)
        .words(("单位", "unit"), |one| one.unit.clone())
        .words(("结论", "verdict"), |one| one.verdict.clone())
        .done()
}

/// Every rule of a plan.
pub(super) fn rule_table(rules: &[RuleDoc]) -> Table {
    let line = |rule: &RuleDoc| Line {
        rule: Phrase::numbered(&rule.code, super::title(&rule.id)),
        force: rule.force,
        need: rule.need,
        actual: rule.actual,
        unit: (&rule.unit).into(),
        verdict: rule_verdict(rule),
    };
    table(&rules.iter().map(line).collect::<Vec<_>>())
}

/// What the auditor says of every rule that is on.
pub fn judgements(rules: &[Judgement], lang: Lang) -> String {
    let cards = crate::rules::cards();
    let line = |rule: &Judgement| {
        let card = cards.iter().find(|card| card.id == rule.rule);
        let unit = card.map_or(Text::new("", ""), |card| card.unit);
        let short = (rule.shortfall, unit.into());
        Line {
            rule: Phrase::numbered(rule.code, super::title(rule.rule)),
            force: rule.force,
            need: rule.need,
            actual: rule.actual,
            unit: rule.unit.into(),
            verdict: verdict(rule.force, rule.holds, rule.binding, &short),
        }
    };
    let lines: Vec<Line> = rules.iter().map(line).collect();
    terminal::text(&table(&lines), "  ", lang)
}

/// How a rule stands; one that is only a goal cannot fail, it falls short.
pub(crate) const fn sign(force: Force, holds: bool, binding: bool) -> Sign {
    match (holds, binding, force) {
        (true, false, _) => Sign::Fine,
        (true, true, _) => Sign::Tight,
        (false, _, Force::Goal) => Sign::Short,
        (false, ..) => Sign::Fails,
    }
}

/// The verdict of a rule that is short by so many units.
pub(crate) fn verdict(force: Force, holds: bool, binding: bool, short: &(i64, Phrase)) -> Cell {
    let sign = sign(force, holds, binding);
    let text = match sign {
        Sign::Fine => YES,
        Sign::Tight => TIGHT,
        Sign::Short => SHORT,
        Sign::Fails => NO,
    };
    let (short, unit) = short;
    let words = |lang| text.fill(lang, &blanks! { short: short, unit: unit.get(lang) });
    Cell::Verdict(sign, Phrase::of(words))
}

/// The verdict of a rule in a plan.
pub(crate) fn rule_verdict(rule: &RuleDoc) -> Cell {
    let short = (rule.shortfall, (&rule.shortfall_unit).into());
    verdict(rule.force, rule.holds, rule.binding, &short)
}

/// Rules whose figures count people by what protects them.
const KEPT_BACK: &[&str] = &["protected_teachers"];

/// The figures of a rule that may be seen by everybody: in a small county a count names somebody.
pub(crate) fn shown_measures(rule: &RuleDoc) -> &[MeasureDoc] {
    if KEPT_BACK.contains(&rule.id.as_str()) {
        &[]
    } else {
        &rule.measures
    }
}
