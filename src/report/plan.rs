//! A plan in the words of a minute's talk: how it ended, the goals, the rules, what changes.

use super::changes::changes;
use super::table::{Align, Table};
use crate::blanks;
use crate::plan::{Ended, GoalDoc, MeasureDoc, Plan, RuleDoc};
use crate::policy::{Force, GoalId};
use crate::text::{Lang, Text};

const TITLE: Text = Text::new("{title}（核算日期{date}）", "{title} (reckoned on {date})");
const MADE_UP: Text = Text::new("〔人员为虚构〕", " [made-up people]");
const WHERE: Text = Text::new(
    "方案已写入{file}，并已从文件读回审核。",
    "The plan is in {file}; it was read back from there and audited.",
);
const NOT_PROVED: Text = Text::new(
    "注意：本方案未证明最优，不宜作为定案。",
    "Note: this plan is not proved best; do not take it as final.",
);
const GOAL: Text = Text::new("目标（依次优化）", "goal (in order)");
const BEFORE: Text = Text::new("现状", "before");
const AFTER: Text = Text::new("方案", "plan");
const BOUND: Text = Text::new("最优下界", "bound");
const UNIT: Text = Text::new("单位", "unit");
const RULE: Text = Text::new("规定", "rule");
const FORCE: Text = Text::new("效力", "force");
const NEED: Text = Text::new("应有", "need");
const ACTUAL: Text = Text::new("实有", "actual");
const HOLDS: Text = Text::new("结论", "verdict");
const YES: Text = Text::new("成立", "holds");
const TIGHT: Text = Text::new("成立（无余量）", "holds, nothing to spare");
const SHORT: Text = Text::new("尚差{short}{unit}", "short by {short} {unit}");
const NO: Text = Text::new("不成立，差{short}{unit}", "fails by {short} {unit}");

/// Title, how it ended and what must be known at once, a line each; the first two belong together.
pub(super) fn head(doc: &Plan, lang: Lang) -> Vec<String> {
    let scenario = &doc.scenario;
    let title = match lang {
        Lang::Zh => &scenario.title_zh,
        Lang::En => &scenario.title_en,
    };
    let blanks = blanks! { title: title, date: scenario.reckoning_date };
    let made_up = if scenario.made_up {
        MADE_UP.get(lang)
    } else {
        ""
    };
    let ended = ended(doc.outcome.ended, lang);
    let mut lines = vec![format!("{}{made_up}\n{ended}", TITLE.fill(lang, &blanks))];
    if doc.outcome.withstand > 0 {
        lines.push(WITHSTANDS.fill(lang, &blanks! { number: doc.outcome.withstand }));
    }
    if !proved(doc.outcome.ended) {
        lines.push(NOT_PROVED.get(lang).to_owned());
    }
    lines
}

/// The summary of a plan; `file` is where it stands.
pub fn plan(doc: &Plan, file: &str, lang: Lang) -> String {
    let mut text = head(doc, lang).join("\n\n");
    text.push_str("\n\n");
    text.push_str(&goals(&doc.outcome.goals, lang).render("  "));
    text.push('\n');
    text.push_str(&rule_table(&doc.rules, lang).render("  "));
    text.push('\n');
    for (_, line) in changes(doc, lang) {
        text.push_str(&format!("{line}\n"));
    }
    text.push_str(&WHERE.fill(lang, &blanks! { file: file }));
    text.push('\n');
    text
}

/// What a plan says that was made so that some may refuse.
pub(crate) const WITHSTANDS: Text = Text::new(
    "任意{number}人（指定去向和原校撤并的除外）退出，其余人不必变动，硬性规定仍全部满足；最优是指在这样的方案中最优。",
    "Any {number} people but the pinned and those whose school closes may refuse: nobody else has to change and every must-rule still holds; best means best among such plans.",
);

/// Whether a plan may be taken as final, by how its solve ended.
pub(crate) fn proved(ended: Option<Ended>) -> bool {
    matches!(ended, Some(Ended::Proved | Ended::GoodEnough))
}

/// How the solve ended, in a sentence.
pub(crate) fn ended(ended: Option<Ended>, lang: Lang) -> &'static str {
    let text = match ended {
        Some(Ended::Proved) => Text::new("已证明最优。", "Proved best."),
        Some(Ended::GoodEnough) => {
            Text::new("已在要求的差距之内。", "Within the asked gap of the best.")
        }
        Some(Ended::OutOfTime) => Text::new(
            "到时停止，未证明最优。",
            "Stopped in time, not proved best.",
        ),
        other => return other.map_or("", Ended::key),
    };
    text.get(lang)
}

pub(super) fn goals(goals: &[GoalDoc], lang: Lang) -> Table {
    let mut table = Table::new()
        .column(GOAL.get(lang), Align::Left)
        .column(BEFORE.get(lang), Align::Right)
        .column(AFTER.get(lang), Align::Right)
        .column(BOUND.get(lang), Align::Right)
        .column(UNIT.get(lang), Align::Left);
    // The canonical order only makes the plan unique; its value says nothing to a person.
    for goal in goals.iter().filter(|goal| goal.goal != GoalId::Canonical) {
        table.row([
            goal.goal.text().get(lang).to_owned(),
            goal.before.to_string(),
            goal.value.to_string(),
            goal.bound
                .map_or_else(|| "?".into(), |bound| bound.to_string()),
            goal.unit.get(lang).to_owned(),
        ]);
    }
    table
}

pub(super) fn rule_table(rules: &[RuleDoc], lang: Lang) -> Table {
    let mut table = Table::new()
        .column(RULE.get(lang), Align::Left)
        .column(FORCE.get(lang), Align::Left)
        .column(NEED.get(lang), Align::Right)
        .column(ACTUAL.get(lang), Align::Right)
        .column(UNIT.get(lang), Align::Left)
        .column(HOLDS.get(lang), Align::Left);
    for rule in rules {
        table.row([
            format!("{} {}", rule.code, super::rules::title(&rule.id, lang)),
            rule.force.text().get(lang).to_owned(),
            rule.need.to_string(),
            rule.actual.to_string(),
            rule.unit.get(lang).to_owned(),
            rule_verdict(rule, lang),
        ]);
    }
    table
}

/// The verdict of a rule in a word; a rule that is only a goal cannot fail, it falls short.
pub(crate) fn verdict(
    force: Option<Force>,
    holds: bool,
    binding: bool,
    (short, unit): (i64, &str),
    lang: Lang,
) -> String {
    match (holds, binding) {
        (true, false) => YES.get(lang).to_owned(),
        (true, true) => TIGHT.get(lang).to_owned(),
        (false, _) => {
            let text = if force == Some(Force::Goal) {
                SHORT
            } else {
                NO
            };
            text.fill(lang, &blanks! { short: short, unit: unit })
        }
    }
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

/// The verdict of a rule in a plan.
pub(crate) fn rule_verdict(rule: &RuleDoc, lang: Lang) -> String {
    verdict(
        Some(rule.force),
        rule.holds,
        rule.binding,
        (rule.shortfall, rule.shortfall_unit.get(lang)),
        lang,
    )
}
