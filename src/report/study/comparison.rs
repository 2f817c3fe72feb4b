//! Scenarios side by side, in words.

use super::both;
use super::goals::{part, shown_parts, weighted_plans};
use crate::blanks;
use crate::decide::{Differences, Figures, LetterChange};
use crate::plan::{Ended, FigureId};
use crate::policy::RuleId;
use crate::print::terminal::{self, Lines};
use crate::print::{Cell, Medium, Phrase, Sign, Table};
use crate::report::{Asked, findings, title as rule_title};
use crate::rules::Judgement;
use crate::study::{Compared, Comparison};
use crate::text::{Lang, Text};

const SCENARIO: Text = Text::new("情景", "scenario");
pub(super) const ENDED: Text = Text::new("结论", "ended");
pub(super) const MOVES: Text = FigureId::Moved.text();
pub(super) const ROTATING: Text = FigureId::Rotating.text();
pub(super) const RECRUITS: Text = FigureId::RecruitsUsed.text();
pub(super) const EMPTY: Text = FigureId::PostsEmpty.text();
pub(super) const LETTERS: Text = Text::new("去向变动人数", "letters changed");
const SUBSIDY: Text = Text::new("补贴（元/年）", "subsidy (yuan a year)");
const BASE: Text = Text::new("基础情景", "base");
const FAILED: Text = Text::new("数据有误", "input has errors");
const FAILED_OR_FAULT: Text = Text::new(
    "数据有误或程序出错",
    "input has errors, or the program failed",
);
const AGAINST: Text = Text::new("【{title}】与基础情景相比：", "[{title}] against the base:");
const SAME: Text = Text::new(
    "与基础情景完全相同。",
    "nothing is another than in the base.",
);
const RULE: Text = Text::new(
    "{code} {title}：{now}（原：{was}）",
    "{code} {title}: {now} (was: {was})",
);
const OFF: Text = Text::new("未启用", "off");
const SCHOOL: Text = Text::new(
    "{name}：教师{before}→{after}人，空岗{empty_before}→{empty_after}个",
    "{name}: {before}→{after} people, {empty_before}→{empty_after} empty posts",
);
const GO: Text = Text::new(
    "{name}（{teacher}，{base}）：{was}→{now}",
    "{name} ({teacher}, {base}): {was}→{now}",
);
pub(crate) const STAY: Text = Text::new("留任", "stays");
const OFF_WORK: Text = Text::new("不在岗", "not at work");
const NO_MOVE: Text = Text::new("不调动", "no move");
const PEOPLE: Text = Text::new(
    "去向变动的教师（{number}人）：",
    "people whose letter changes ({number}):",
);
const SCHOOLS: Text = Text::new(
    "人数或空岗变动的学校（{number}所）：",
    "schools that gain or lose ({number}):",
);
const RULES: Text = Text::new("变动的规定：", "rules:");
pub(super) const MORE: Text =
    Text::new("……其余{number}项见 JSON。", "… {number} more in the JSON.");

/// Lines of one list that are shown.
const SHOWN: usize = 20;

/// A comparison in words.
pub fn comparison(all: &Comparison, lang: Lang) -> String {
    let mut text = findings(&all.findings, lang, false);
    text.push_str(&terminal::text(&overview(all, Medium::Terminal), "", lang));
    for one in &all.variants {
        text.push('\n');
        text.push_str(&details(&all.base, one, lang));
    }
    text
}

/// Its own title behind its short name; a scenario without one has that of the base.
fn title(base: &Compared, one: &Compared) -> Phrase {
    Phrase::of(|lang| {
        let of = |one: &Compared| lang.pick(&one.title_zh, &one.title_en).clone();
        let title = of(one);
        if title.is_empty() || title == of(base) {
            return one.key.clone();
        }
        format!("{} {title}", one.key)
    })
}

/// The base and every scenario.
pub(crate) fn every(all: &Comparison) -> impl Iterator<Item = &Compared> + Clone {
    [&all.base].into_iter().chain(&all.variants)
}

/// Every scenario in a row.
pub(crate) fn overview(all: &Comparison, medium: Medium) -> Table {
    let page = medium == Medium::Page;
    let mut figures = every(all).filter_map(|one| one.figures.as_ref());
    let parts = shown_parts(figures.clone());
    let others = figures.clone().any(|one| one.moves != one.rotating);
    let paid = figures.any(|one| one.subsidy.is_some());
    let base = all.base.figures.as_ref();
    let against = |one: &Compared, of: &dyn Fn(&Figures) -> Option<i64>| {
        let value = one.figures.as_ref().and_then(of);
        let base = base.and_then(of).or(value);
        match value.zip(base) {
            Some((value, base)) => Cell::Against(value, base),
            None if page => Cell::Unknown,
            None => Cell::Blank,
        }
    };
    let changed = |one: &Compared| one.differences.as_ref().map(|one| one.letters.len());
    let yuan = |one: &Compared| {
        let paid = one.figures.as_ref()?.subsidy.as_ref()?;
        Some(paid.yuan_a_year)
    };
    let failed = if page { FAILED_OR_FAULT } else { FAILED };
    Table::new(("情景总表", "overview"))
        .each(every(all))
        .name(SCENARIO, |one| scenario_name(all, one, medium))
        .words(ENDED, |one| ended(one.ended, failed))
        .per(parts, |rows, of| {
            rows.number(&of.name, |one| against(one, &|one| Some(part(one, of))))
                .unit(&of.unit)
        })
        .number(ROTATING, |one| against(one, &|one| Some(one.rotating)))
        .only(others, |rows| {
            rows.number(MOVES, |one| against(one, &|one| Some(one.moves)))
        })
        .number(RECRUITS, |one| against(one, &|one| Some(one.recruits)))
        .number(EMPTY, |one| against(one, &|one| Some(one.empty_posts)))
        .number(LETTERS, changed)
        .only(paid, |rows| rows.number(SUBSIDY, yuan))
        .done()
}

/// The weighted goals of every scenario, for the technical annex.
pub(crate) fn weighted_scenarios(all: &Comparison) -> Table {
    let plans = every(all).map(|one| (scenario_title(all, one), one.figures.as_ref()));
    weighted_plans(SCENARIO, plans)
}

/// What a scenario of a study is called.
pub(crate) fn scenario_title(all: &Comparison, one: &Compared) -> Phrase {
    if one.key == "base" {
        BASE.into()
    } else {
        title(&all.base, one)
    }
}

/// What it is called in a table; a page does without its short name.
pub(crate) fn scenario_name(all: &Comparison, one: &Compared, medium: Medium) -> Cell {
    if one.key == "base" || medium != Medium::Page {
        scenario_title(all, one).into()
    } else if one.title_zh.is_empty() || one.title_zh == all.base.title_zh {
        Cell::Name((&one.key).into())
    } else {
        let (zh, en) = (&one.title_zh, &one.title_en);
        let en = if en.is_empty() { zh } else { en };
        Phrase::of(|lang| lang.pick(zh, en).clone()).into()
    }
}

/// How a solve ended; `failed` when it could not even begin.
pub(crate) fn ended(ended: Option<Ended>, failed: Text) -> Cell {
    let sign = match ended {
        None | Some(Ended::NoPlanExists) => Sign::Fails,
        Some(one) if one.is_settled() => Sign::Fine,
        Some(_) => Sign::Short,
    };
    Cell::Verdict(sign, ended.map_or(failed, Ended::text).into())
}

/// What a rule needs and has.
pub(crate) fn judged(figures: &Figures, rule: RuleId) -> Option<&Judgement> {
    figures.rules.iter().find(|one| one.rule == rule)
}

fn details(base: &Compared, one: &Compared, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    lines.fill(0, AGAINST, &blanks! { title: title(base, one).get(lang) });
    lines.add(&findings(&one.findings, lang, false));
    if let Some(fault) = &one.fault {
        lines.say(2, fault);
    }
    if let (Some(change), Some(figures), Some(before)) =
        (&one.differences, &one.figures, &base.figures)
    {
        lines.add(&differences(change, before, figures, lang));
    }
    lines.done()
}

/// What differs, as lists.
fn differences(change: &Differences, before: &Figures, after: &Figures, lang: Lang) -> String {
    let rules = change.rules.iter().filter_map(|id| {
        let (was, now) = (judged(before, *id), judged(after, *id)?);
        let blanks = blanks! {
            code: now.code, title: rule_title(id.key()), now: both(&Asked::from(now), lang),
            was: was.map_or_else(|| OFF.get(lang).into(), |one| both(&Asked::from(one), lang)),
        };
        Some(RULE.fill(lang, &blanks))
    });
    let schools = change.schools.iter().map(|one| {
        let blanks = blanks! {
            name: one.name, before: one.heads[0], after: one.heads[1],
            empty_before: one.empty_posts[0], empty_after: one.empty_posts[1],
        };
        SCHOOL.fill(lang, &blanks)
    });
    let letters = change.letters.iter().map(|one| letter_line(one, lang));
    let mut lines = Lines::new(lang);
    list(&mut lines, RULES, rules.collect());
    list(&mut lines, SCHOOLS, schools.collect());
    list(&mut lines, PEOPLE, letters.collect());
    if lines.is_empty() {
        lines.say(2, SAME);
    }
    lines.done()
}

/// One person whose letter changes.
pub(super) fn letter_line(one: &LetterChange, lang: Lang) -> String {
    // Whoever does not teach stays nowhere.
    let (base, stay) = if one.base.is_empty() {
        (OFF_WORK.get(lang), NO_MOVE)
    } else {
        (one.base.as_str(), STAY)
    };
    let school = |at: &Option<String>| at.clone().unwrap_or_else(|| stay.get(lang).to_owned());
    let blanks = blanks! {
        name: one.name, teacher: one.teacher, base: base, was: school(&one.was),
        now: school(&one.now),
    };
    GO.fill(lang, &blanks)
}

fn list(lines: &mut Lines, head: Text, all: Vec<String>) {
    let number = all.len();
    if number > 0 {
        lines.fill(2, head, &blanks! { number: number });
    }
    for line in all.into_iter().take(SHOWN) {
        lines.say(4, line);
    }
    if number > SHOWN {
        lines.fill(4, MORE, &blanks! { number: number - SHOWN });
    }
}
