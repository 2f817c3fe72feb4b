//! Several years side by side, in words: the first year by name, later ones by school and subject.

mod overview;

use super::comparison::MORE;
use super::no_plan::{UNFINISHED, members, offers, reliefs};
use crate::blanks;
use crate::domain::{Stage, Subject};
use crate::plan::{Ended, MoveDoc, Plan};
use crate::policy::{Card, RuleId};
use crate::print::terminal::Lines;
use crate::print::{ALSO, Cell, LIST, Phrase, Table};
use crate::report::ended::made_up;
use crate::rules::cards;
use crate::study::{Horizon, SubjectChange, Year};
use crate::text::{Lang, Text, show};
use overview::name;

const TITLE: Text = Text::new(
    "{title}：{years}年滚动测算",
    "{title}: {years} years, one after the other",
);
const FAILS: Text = Text::new(
    "{year}学年（不能同时成立：{rules}）",
    "{year} (these cannot hold together: {rules})",
);
const SOME_FAIL: Text = Text::new(
    "没有满足全部硬性规定的方案的学年：{years}。",
    "Years without a plan that obeys every must-rule: {years}.",
);
const ALL_HOLD: Text = Text::new(
    "{first}至{last}各学年都有满足全部硬性规定的方案。",
    "From {first} to {last} every year has a plan that obeys every must-rule.",
);
const NOT_SETTLED: Text = Text::new(
    "{first}至{last}没有发现哪一学年没有方案，但有的学年中途停止，未证明。",
    "From {first} to {last} no year was found to lack a plan, but some were stopped early, unproved.",
);
const ONE_NOT_SETTLED: Text = Text::new(
    "{first}学年有没有满足全部硬性规定的方案没有证明：中途停止。",
    "Whether {first} has a plan that obeys every must-rule was not proved: it was stopped early.",
);
const SHORTER: Text = Text::new(
    "只算到第{done}年：该年没有可照办的方案，以后各年无从推算。",
    "Only {done} years: the last has no plan that could be carried out, so nothing follows from it.",
);
const STOPPED: Text = Text::new(
    "只算到第{done}年：该年中途停止，以后各年没有推算。",
    "Only {done} years: the last was stopped, and the years after were not reckoned.",
);
const NOT_BEGUN: Text = Text::new(
    "只算了{done}年：其余各年还没有开始求解就停止了。",
    "Only {done} years: it was stopped before the others were begun.",
);
const NOTHING_TRIED: Text = Text::new(
    "一年也没有求解：还没有开始就停止了，哪一学年有没有方案都不知道。",
    "No year was solved: it was stopped before the first was begun, and nothing is known of any year.",
);
const UNDECIDED: Text = Text::new(
    "均不安排时不成立的硬性规定（数字为欠额）：",
    "Must-rules that fail when nothing is decided (by how much):",
);
const UNDECIDED_NONE: Text = Text::new(
    "均不安排，各年硬性规定也都成立。",
    "Every must-rule holds in every year although nothing is decided.",
);
const UNDECIDED_CUT: Text = Text::new(
    "均不安排时各年硬性规定是否成立：中途停止，没有算完。",
    "Whether every must-rule holds when nothing is decided: stopped before that was reckoned for every year.",
);
const NOT_KNOWN: Text = Text::new("未算完", "not reckoned");
const LEAST: Text = Text::new(
    "当年补救至少须调动、招聘（人）",
    "people to move or recruit at least to mend the year",
);
const NOT_BY_MOVES: Text = Text::new("须特批", "needs approval");
const APPROVALS: Text = Text::new(
    "{year}学年调动、招聘都不能补救，最小的特批是：{parts}（已代入求解）",
    "{year}: no moves and recruits mend it; the least special approvals: {parts} (solved with them granted)",
);
const WITH_UNIT: Text = Text::new("{code} {title}（{unit}）", "{code} {title} ({unit})");
const MENDED: Text = Text::new(
    "{year}学年：当年方案调整{moves}人、招聘{recruits}人，硬性规定全部成立。",
    "{year}: the plan moves {moves} people and recruits {recruits}; every must-rule holds.",
);
const NO_PLAN: Text = Text::new(
    "{year}学年：不存在满足全部硬性规定的方案。",
    "{year}: no plan obeys every must-rule.",
);
const REPAIRS: Text = Text::new(
    "可供选择的办法（均已代入求解，确有方案）；以下各年按第1种推算：",
    "What would help (each was solved with it granted); the years after follow from the first:",
);
const HELPLESS: Text = Text::new(
    "没有一种放宽可以换来方案，推算到此为止。",
    "No special approval on offer helps; nothing follows from here.",
);
const UNSOLVED: Text = Text::new(
    "{year}学年：中途停止，没有可照办的方案。",
    "{year}: stopped early, with no plan to carry out.",
);
const FIRST: Text = Text::new("{year}学年的安排：", "{year}, by name:");
const LATER: Text = Text::new(
    "{year}学年，按学校、学科（只列人数）：",
    "{year}, by school and subject (numbers only):",
);
const NOTHING: Text = Text::new("没有变动。", "nothing changes.");
const ASSUMED: Text = Text::new("测算假定：", "Taken for granted:");

/// Lines of one list that are shown.
const SHOWN: usize = 20;

/// A horizon in words.
pub fn horizon(all: &Horizon, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    let title = lang.pick(&all.county.title_zh, &all.county.title_en);
    let title = TITLE.fill(lang, &blanks! { title: title, years: all.asked });
    lines.say(0, title + made_up(all.county.made_up, lang));
    lines.say(0, verdict(all, lang));
    lines.gap();
    if !all.years.is_empty() {
        lines.table(2, &overview::overview(&all.years));
    }
    if !all.years.is_empty() && all.years.len() < usize::try_from(all.asked).unwrap_or(0) {
        let mut last = all.years.iter().rev();
        let stopped = last.next().is_some_and(|year| !year.ended.is_settled());
        let words = match (all.is_cut(), stopped) {
            (true, _) => NOT_BEGUN,
            (false, true) => STOPPED,
            (false, false) => SHORTER,
        };
        lines.fill(0, words, &blanks! { done: all.years.len() });
    }
    lines.gap();
    undecided(&mut lines, all);
    for year in &all.years {
        answer(&mut lines, year);
    }
    // Of a year without a plan nothing is said of what changes.
    let planned = all.years.iter().enumerate();
    for (no, year) in planned.filter(|(_, year)| year.figures.is_some()) {
        lines.gap();
        match all.first.as_ref().filter(|_| no == 0) {
            Some(doc) => by_name(&mut lines, doc, year),
            None => by_type(&mut lines, year),
        }
    }
    lines.gap();
    lines.say(0, ASSUMED);
    for (no, one) in all.assumptions.iter().enumerate() {
        lines.say(2, format!("{}. {}", no + 1, show(one, lang)));
    }
    lines.done()
}

/// In one sentence: which year fails, and why.
fn verdict(all: &Horizon, lang: Lang) -> String {
    let failing = all
        .years
        .iter()
        .filter(|year| year.ended == Ended::NoPlanExists);
    let failing: Vec<String> = failing
        .map(|year| {
            let conflict = year.no_plan.as_ref().and_then(|why| why.conflict.as_ref());
            let rules = conflict.into_iter().flat_map(|one| &one.members);
            let rules = rules.map(|one| Phrase::numbered(one.code, one.title));
            let rules = Phrase::join(rules, LIST);
            let blanks = blanks! { year: name(year), rules: rules };
            FAILS.fill(lang, &blanks)
        })
        .collect();
    if !failing.is_empty() {
        let years = failing.join(ALSO.get(lang));
        return SOME_FAIL.fill(lang, &blanks! { years: years });
    }
    let (Some(first), Some(last)) = (all.years.first(), all.years.last()) else {
        return NOTHING_TRIED.get(lang).to_owned();
    };
    let words = blanks! { first: name(first), last: name(last) };
    let says = match (all.is_settled(), all.years.len()) {
        (true, _) => ALL_HOLD,
        (false, 1) => ONE_NOT_SETTLED,
        (false, _) => NOT_SETTLED,
    };
    says.fill(lang, &words)
}

fn undecided(lines: &mut Lines, all: &Horizon) {
    let failing = all.failing();
    let cut = all.is_cut() || all.years.iter().any(|year| year.undecided.unfinished);
    if cut {
        lines.say(0, UNDECIDED_CUT);
    }
    if failing.is_empty() {
        if !cut {
            lines.say(0, UNDECIDED_NONE);
        }
        return;
    }
    let titled = |id: RuleId| failing.iter().find(|one| one.0 == id);
    let cards = cards().into_iter();
    let cards = cards.filter_map(|card| Some((card, titled(card.id)?)));
    let short = |card: &Card, year: &Year| {
        let mut rules = year.undecided.failing.iter();
        let one = rules.find(|one| one.rule == card.id);
        one.map_or_else(|| none(year), |one| one.shortfall.into())
    };
    let table = Table::new("")
        .each(cards)
        .words(("规定", "rule"), |(card, (_, title))| {
            let blanks = blanks! { code: card.code, title: title, unit: card.unit };
            Phrase::fill(WITH_UNIT, &blanks)
        })
        .per(&all.years, |rows, year| {
            rows.number(name(year), |(card, _)| short(card, year))
        })
        .done();
    let least = all.years.iter().map(|year| match year.undecided.least {
        Some(number) => number.into(),
        None if year.undecided.repairs.is_empty() => none(year),
        None => NOT_BY_MOVES.into(),
    });
    let least: Vec<Cell> = [LEAST.into()].into_iter().chain(least).collect();
    lines.say(0, UNDECIDED);
    lines.table(2, &table.rows([least]));
    for year in &all.years {
        if let Some(first) = year.undecided.repairs.first() {
            let blanks = blanks! { year: name(year), parts: reliefs(first) };
            lines.fill(2, APPROVALS, &blanks);
        }
    }
}

/// Where nothing stands of a year in which nothing is decided.
fn none(year: &Year) -> Cell {
    if year.undecided.unfinished {
        NOT_KNOWN.into()
    } else {
        "—".into()
    }
}

/// What mends a year: its plan, or what would make one possible.
fn answer(lines: &mut Lines, year: &Year) {
    let mut blanks = blanks! { year: name(year) };
    let Some(no_plan) = &year.no_plan else {
        let Some(figures) = &year.figures else {
            lines.fill(0, UNSOLVED, &blanks);
            return;
        };
        blanks.extend(blanks! { moves: figures.moves, recruits: figures.recruits });
        lines.fill(0, MENDED, &blanks);
        return;
    };
    lines.gap();
    lines.fill(0, NO_PLAN, &blanks);
    if let Some(conflict) = &no_plan.conflict {
        members(lines, conflict);
    }
    if no_plan.repairs.is_empty() {
        lines.say(
            0,
            if no_plan.unfinished {
                UNFINISHED
            } else {
                HELPLESS
            },
        );
        return;
    }
    lines.say(0, REPAIRS);
    offers(lines, &no_plan.repairs);
}

/// The letters of the first year.
fn by_name(lines: &mut Lines, doc: &Plan, year: &Year) {
    let school = |id: &String| {
        let found = doc.schools.iter().find(|one| one.id == *id);
        found.map_or(id, |one| &one.name).clone()
    };
    let table = Table::new("")
        .each(doc.moves.iter().take(SHOWN))
        .words(("教师", "teacher"), |one| &one.name)
        .words(("工号", "staff id"), |one| &one.teacher)
        .words(("学科", "subject"), |one| one.subject.text())
        .words(("现学校", "from"), |one| school(&one.from))
        .words(("新学校", "to"), |one| school(&one.to))
        .words(("形式", "form"), MoveDoc::form_text);
    listed(lines, FIRST, year, (&table.done(), doc.moves.len()));
}

/// What changes in a later year.
fn by_type(lines: &mut Lines, year: &Year) {
    let what = |line: &SubjectChange| {
        let (stage, subject) = (line.stage.map(Stage::text), line.subject.map(Subject::text));
        Phrase::of(|lang| {
            let word = |text: Option<Text>| text.map_or("", |text| text.get(lang));
            let gap = lang.pick("", " ");
            format!("{}{gap}{}", word(stage), word(subject))
        })
    };
    let some = |number: i64| (number != 0).then_some(number);
    let table = Table::new("")
        .each(year.lines.iter().take(SHOWN))
        .words(("学校", "school"), |line| &line.name)
        .words(("学科", "subject"), what)
        .number(("退休", "retire"), |line| some(line.retire))
        .number(("返回", "return"), |line| some(line.back))
        .number(("调出", "leave"), |line| some(line.leave))
        .number(("调入", "arrive"), |line| some(line.arrive))
        .number(("招聘", "recruits"), |line| some(line.recruits))
        .number(("空岗", "empty posts"), |line| some(line.empty));
    listed(lines, LATER, year, (&table.done(), year.lines.len()));
}

/// The first rows of a list of so many under its head, and how many more there are.
fn listed(lines: &mut Lines, head: Text, year: &Year, (table, number): (&Table, usize)) {
    lines.fill(0, head, &blanks! { year: name(year) });
    if number == 0 {
        lines.say(2, NOTHING);
        return;
    }
    lines.table(2, table);
    if number > SHOWN {
        lines.fill(2, MORE, &blanks! { number: number - SHOWN });
    }
}
