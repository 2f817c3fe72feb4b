//! Several years side by side, in words: the first year by name, later ones by school and subject.

mod overview;

use super::no_plan::{members, offer, reliefs};
use super::table::{Align, Table};
use crate::blanks;
use crate::plan::Plan;
use crate::rules::cards;
use crate::study::{Horizon, Line, Year};
use crate::text::{Lang, Text, show};

const MADE_UP: Text = Text::new("〔人员为虚构〕", " [made-up people]");
const TITLE: Text = Text::new(
    "{title}：{years}年滚动测算",
    "{title}: {years} years, one after the other",
);
const SHORTER: Text = Text::new(
    "只算到第{done}年：该年没有可照办的方案，以后各年无从推算。",
    "Only {done} years: the last has no plan that could be carried out, so nothing follows from it.",
);
const UNDECIDED: Text = Text::new(
    "均不安排时不成立的硬性规定（数字为欠额）：",
    "Must-rules that fail when nothing is decided (by how much):",
);
const UNDECIDED_NONE: Text = Text::new(
    "均不安排，各年硬性规定也都成立。",
    "Every must-rule holds in every year although nothing is decided.",
);
const LEAST: Text = Text::new(
    "当年补救至少须调动、招聘（人）",
    "people to move or recruit at least to mend the year",
);
const NOT_BY_MOVES: Text = Text::new("须特批", "needs approval");
const APPROVALS: Text = Text::new(
    "{year}学年调动、招聘都不能补救，最小的特批是：{parts}（已代入求解）",
    "{year}: no moves and recruits mend it; the least special approvals: {parts} (solved with them granted)",
);
const RULE: Text = Text::new("规定", "rule");
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
    "{year}学年：到时停止，没有可照办的方案。",
    "{year}: stopped in time, with no plan to carry out.",
);
const FIRST: Text = Text::new("{year}学年的安排：", "{year}, by name:");
const LATER: Text = Text::new(
    "{year}学年，按学校、学科（只列人数）：",
    "{year}, by school and subject (numbers only):",
);
const NOTHING: Text = Text::new("没有变动。", "nothing changes.");
const MORE: Text = Text::new("……其余{number}项见 JSON。", "… {number} more in the JSON.");
const ASSUMED: Text = Text::new("测算假定：", "Taken for granted:");

/// Lines of one list that are shown.
const SHOWN: usize = 20;

/// A head and the number under it.
type Column<T> = (Text, fn(&T) -> i64);

/// A horizon in words.
pub fn horizon(all: &Horizon, lang: Lang) -> String {
    let title = match lang {
        Lang::Zh => &all.title_zh,
        Lang::En => &all.title_en,
    };
    let mut text = TITLE.fill(lang, &blanks! { title: title, years: all.asked });
    if all.made_up {
        text.push_str(MADE_UP.get(lang));
    }
    text.push_str("\n\n");
    text.push_str(&overview::overview(&all.years, lang));
    if all.years.len() < usize::try_from(all.asked).unwrap_or(0) {
        let blanks = blanks! { done: all.years.len() };
        text.push_str(&format!("{}\n", SHORTER.fill(lang, &blanks)));
    }
    text.push('\n');
    text.push_str(&undecided(all, lang));
    for year in &all.years {
        text.push_str(&answer(year, lang));
    }
    for (no, year) in all.years.iter().enumerate() {
        text.push('\n');
        match all.first.as_ref().filter(|_| no == 0) {
            Some(doc) => text.push_str(&by_name(doc, year, lang)),
            None => text.push_str(&by_type(year, lang)),
        }
    }
    text.push_str(&format!("\n{}\n", ASSUMED.get(lang)));
    for (no, one) in all.assumptions.iter().enumerate() {
        text.push_str(&format!("  {}. {}\n", no + 1, show(one, lang)));
    }
    text
}

/// A school year as it is spoken of.
fn name(year: &Year, lang: Lang) -> String {
    let next = year.year + 1;
    match lang {
        Lang::Zh => format!("{}—{next}", year.year),
        Lang::En => format!("{}/{:02}", year.year, next.rem_euclid(100)),
    }
}

fn undecided(all: &Horizon, lang: Lang) -> String {
    let failing = all.failing();
    if failing.is_empty() {
        return format!("{}\n", UNDECIDED_NONE.get(lang));
    }
    let mut table = Table::new().column(RULE.get(lang), Align::Left);
    for year in &all.years {
        table = table.column(name(year, lang), Align::Right);
    }
    for card in cards() {
        let Some((_, title)) = failing.iter().find(|one| one.0 == card.id) else {
            continue;
        };
        let head = WITH_UNIT.fill(
            lang,
            &blanks! { code: card.code, title: title, unit: card.unit },
        );
        let cells = all.years.iter().map(|year| {
            let mut rules = year.undecided.failing.iter();
            let one = rules.find(|one| one.rule == card.id);
            one.map_or_else(|| "—".to_owned(), |one| one.shortfall.to_string())
        });
        table.row([head].into_iter().chain(cells));
    }
    let least = all.years.iter().map(|year| {
        let one = &year.undecided;
        match one.least {
            Some(number) => number.to_string(),
            None if one.repairs.is_empty() => "—".to_owned(),
            None => NOT_BY_MOVES.get(lang).to_owned(),
        }
    });
    table.row([LEAST.get(lang).to_owned()].into_iter().chain(least));
    let mut text = format!("{}\n{}", UNDECIDED.get(lang), table.render("  "));
    for year in &all.years {
        if let Some(first) = year.undecided.repairs.first() {
            let blanks = blanks! { year: name(year, lang), parts: reliefs(first, lang) };
            text.push_str(&format!("  {}\n", APPROVALS.fill(lang, &blanks)));
        }
    }
    text
}

/// What mends a year: its plan, or what would make one possible.
fn answer(year: &Year, lang: Lang) -> String {
    let mut blanks = blanks! { year: name(year, lang) };
    let Some(no_plan) = &year.no_plan else {
        let Some(figures) = &year.figures else {
            return format!("{}\n", UNSOLVED.fill(lang, &blanks));
        };
        blanks.extend(blanks! { moves: figures.moves, recruits: figures.recruits });
        return format!("{}\n", MENDED.fill(lang, &blanks));
    };
    let mut text = format!("\n{}\n", NO_PLAN.fill(lang, &blanks));
    if let Some(conflict) = &no_plan.conflict {
        text.push_str(&members(conflict, lang));
    }
    if no_plan.repairs.is_empty() {
        text.push_str(&format!("{}\n", HELPLESS.get(lang)));
        return text;
    }
    text.push_str(&format!("{}\n", REPAIRS.get(lang)));
    for (no, repair) in no_plan.repairs.iter().enumerate() {
        text.push_str(&offer(no + 1, repair, lang));
    }
    text
}

/// The letters of the first year.
fn by_name(doc: &Plan, year: &Year, lang: Lang) -> String {
    let school = |id: &str| {
        let mut schools = doc.schools.iter();
        let found = schools.find(|one| one.id == id);
        found.map_or_else(|| id.to_owned(), |one| one.name.clone())
    };
    let heads = [
        Text::new("教师", "teacher"),
        Text::new("工号", "staff id"),
        Text::new("学科", "subject"),
        Text::new("现学校", "from"),
        Text::new("新学校", "to"),
        Text::new("形式", "form"),
    ];
    let mut table = Table::new();
    for head in heads {
        table = table.column(head.get(lang), Align::Left);
    }
    for one in doc.moves.iter().take(SHOWN) {
        table.row([
            one.name.clone(),
            one.teacher.clone(),
            one.subject.text().get(lang).to_owned(),
            school(&one.from),
            school(&one.to),
            one.form.text().get(lang).to_owned(),
        ]);
    }
    listed(FIRST, year, &table, doc.moves.len(), lang)
}

/// What changes in a later year.
fn by_type(year: &Year, lang: Lang) -> String {
    let heads: [Column<Line>; 6] = [
        (Text::new("退休", "retire"), |one| one.retire),
        (Text::new("返回", "return"), |one| one.back),
        (Text::new("调出", "leave"), |one| one.leave),
        (Text::new("调入", "arrive"), |one| one.arrive),
        (Text::new("招聘", "recruits"), |one| one.recruits),
        (Text::new("空岗", "empty posts"), |one| one.empty),
    ];
    let mut table = Table::new()
        .column(Text::new("学校", "school").get(lang), Align::Left)
        .column(Text::new("学科", "subject").get(lang), Align::Left);
    for (head, _) in heads {
        table = table.column(head.get(lang), Align::Right);
    }
    for line in year.lines.iter().take(SHOWN) {
        let stage = line.stage.map_or("", |one| one.text().get(lang));
        let subject = line.subject.map_or("", |one| one.text().get(lang));
        let what = match lang {
            Lang::Zh => format!("{stage}{subject}"),
            Lang::En => format!("{stage} {subject}"),
        };
        let cells = heads.map(|(_, of)| match of(line) {
            0 => String::new(),
            number => number.to_string(),
        });
        table.row([line.name.clone(), what].into_iter().chain(cells));
    }
    listed(LATER, year, &table, year.lines.len(), lang)
}

/// The first rows of a list under its head, and how many more there are.
fn listed(head: Text, year: &Year, table: &Table, number: usize, lang: Lang) -> String {
    let mut text = head.fill(lang, &blanks! { year: name(year, lang) });
    text.push('\n');
    if number == 0 {
        text.push_str(&format!("  {}\n", NOTHING.get(lang)));
        return text;
    }
    text.push_str(&table.render("  "));
    if number > SHOWN {
        let more = MORE.fill(lang, &blanks! { number: number - SHOWN });
        text.push_str(&format!("  {more}\n"));
    }
    text
}
