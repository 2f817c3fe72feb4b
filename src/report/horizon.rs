//! Several years side by side, in words: the first year by name, later ones by school and subject.

use super::comparison::shown_goals;
use super::no_plan::{members, offer};
use super::table::{Align, Table};
use crate::domain::Stage;
use crate::domain::plan::Plan;
use crate::law::GoalId;
use crate::rules::cards;
use crate::run::{Figures, Horizon, Line, StageStock, Year};
use crate::text::{Lang, Text, show};
use crate::words;

const MADE_UP: Text = Text::new("〔人员为虚构〕", " [made-up people]");
const TITLE: Text = Text::new(
    "{title}：{years}年滚动测算",
    "{title}: {years} years, one after the other",
);
const SHORTER: Text = Text::new(
    "只算到第{done}年：该年没有可照办的方案，以后各年无从推算。",
    "Only {done} years: the last has no plan that could be carried out, so nothing follows from it.",
);
const ITEM: Text = Text::new("项目", "item");
const ENDED: Text = Text::new("结论", "ended");
const PUPILS: Text = Text::new("{stage}学生", "{stage} pupils");
const CLASSES: Text = Text::new("{stage}班级", "{stage} classes");
const EMPTY_SCHOOLS: Text = Text::new("没有班级的学校", "schools without classes");
const QUOTA: Text = Text::new("编制总量", "quota totals");
const DUE: Text = Text::new("须重新核定", "to be approved anew");
const IN_CYCLE: Text = Text::new("周期内", "in their cycle");
const PAIR: Text = Text::new("{schools}所（{people}人）", "{schools} ({people} people)");
const NOT_PROVED: Text = Text::new("{value}（未证明）", "{value} (not proved)");
const UNDECIDED: Text = Text::new(
    "均不安排时不成立的硬性规定（数字为欠额）：",
    "Must-rules that fail when nothing is decided (by how much):",
);
const UNDECIDED_NONE: Text = Text::new(
    "均不安排，各年硬性规定也都成立。",
    "Every must-rule holds in every year although nothing is decided.",
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

/// A horizon in words.
pub fn horizon(all: &Horizon, lang: Lang) -> String {
    let title = match lang {
        Lang::Zh => &all.title_zh,
        Lang::En => &all.title_en,
    };
    let mut text = TITLE.fill(lang, &words! { title: title, years: all.asked });
    if all.made_up {
        text.push_str(MADE_UP.get(lang));
    }
    text.push_str("\n\n");
    text.push_str(&overview(&all.years, lang));
    if all.years.len() < usize::try_from(all.asked).unwrap_or(0) {
        let facts = words! { done: all.years.len() };
        text.push_str(&format!("{}\n", SHORTER.fill(lang, &facts)));
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

/// A row of the overview: its head and the cell of each year.
type Item = (String, Vec<String>);

fn overview(years: &[Year], lang: Lang) -> String {
    let mut table = Table::new().column(ITEM.get(lang), Align::Left);
    for year in years {
        table = table.column(name(year, lang), Align::Right);
    }
    let mut items = vec![item(ENDED, years, lang, |year| {
        year.ended.text().get(lang).to_owned()
    })];
    items.extend(of_stock(years, lang));
    items.extend(of_plan(years, lang));
    if years.iter().any(|year| year.quota_to_approve.is_some()) {
        items.push(item(QUOTA, years, lang, |year| {
            let due = year.quota_to_approve.unwrap_or(false);
            if due { DUE } else { IN_CYCLE }.get(lang).to_owned()
        }));
    }
    for (head, cells) in items {
        table.row([head].into_iter().chain(cells));
    }
    table.render("  ")
}

fn item(head: Text, years: &[Year], lang: Lang, cell: impl Fn(&Year) -> String) -> Item {
    (head.get(lang).to_owned(), years.iter().map(cell).collect())
}

fn of_stock(years: &[Year], lang: Lang) -> Vec<Item> {
    let number = |head, of: fn(&Year) -> i64| item(head, years, lang, |year| of(year).to_string());
    let mut items = vec![number(Text::new("学校", "schools"), |year| {
        year.stock.schools
    })];
    if years
        .iter()
        .any(|year| year.stock.schools_without_classes > 0)
    {
        items.push(number(EMPTY_SCHOOLS, |year| {
            year.stock.schools_without_classes
        }));
    }
    for stage in Stage::ALL {
        let here = |year: &Year, of: fn(&StageStock) -> i64| {
            let mut stages = year.stock.stages.iter();
            stages.find(|one| one.stage == *stage).map_or(0, of)
        };
        if years.iter().all(|year| here(year, |one| one.classes) == 0) {
            continue;
        }
        let parts: [(Text, fn(&StageStock) -> i64); 2] =
            [(PUPILS, |one| one.pupils), (CLASSES, |one| one.classes)];
        for (head, of) in parts {
            let head = head.fill(lang, &words! { stage: stage.text() });
            let cells = years.iter().map(|year| here(year, of).to_string());
            items.push((head, cells.collect()));
        }
    }
    let rest: [(Text, fn(&Year) -> i64); 9] = [
        (Text::new("教师", "teachers"), |year| year.stock.heads),
        (Text::new("在编人数", "people on quota"), |year| {
            year.stock.on_quota
        }),
        (Text::new("分配编制", "quota given"), |year| {
            year.stock.quota
        }),
        (Text::new("到龄退休", "retirements"), |year| {
            year.stock.retirements
        }),
        (
            Text::new("交流期满返回", "postings that end"),
            |year| year.stock.returns,
        ),
        (
            Text::new("仍在交流期内", "postings that go on"),
            |year| year.stock.ongoing,
        ),
        (
            Text::new("符合交流条件", "people who meet the conditions"),
            |year| year.stock.eligible,
        ),
        (
            Text::new("申报职称缺年限", "title applicants without the year"),
            |year| year.stock.lack_title_year,
        ),
        (Text::new("学科岗位", "teaching posts"), |year| {
            year.stock.posts
        }),
    ];
    items.extend(rest.map(|(head, of)| number(head, of)));
    items
}

fn of_plan(years: &[Year], lang: Lang) -> Vec<Item> {
    let figure = |head: Text, of: &dyn Fn(&Figures) -> Option<String>| {
        item(head, years, lang, |year| {
            let cell = year.figures.as_ref().and_then(of);
            cell.unwrap_or_else(|| "—".to_owned())
        })
    };
    let mut items = vec![
        figure(Text::new("方案调整人数", "people moved"), &|one| {
            Some(one.moves.to_string())
        }),
        figure(Text::new("方案招聘人数", "recruits"), &|one| {
            Some(one.recruits.to_string())
        }),
        figure(Text::new("方案后空岗", "empty posts after"), &|one| {
            Some(one.empty_posts.to_string())
        }),
    ];
    let first = years.iter().find_map(|year| year.figures.as_ref());
    for goal in first.map_or_else(Vec::new, shown_goals) {
        items.push(figure(goal.text(), &|figures| {
            goal_cell(figures, goal, lang)
        }));
    }
    let pair = |head: Text, of: fn(&Year) -> [i64; 2]| {
        item(head, years, lang, |year| {
            let [schools, people] = of(year);
            if year.figures.is_none() {
                return "—".to_owned();
            }
            PAIR.fill(lang, &words! { schools: schools, people: people })
        })
    };
    items.push(pair(
        Text::new("方案后缺编学校", "schools short of quota after"),
        |year| year.short_of_quota,
    ));
    items.push(pair(
        Text::new("方案后超编学校", "schools over quota after"),
        |year| year.over_quota,
    ));
    items
}

fn goal_cell(figures: &Figures, goal: GoalId, lang: Lang) -> Option<String> {
    let one = figures.goals.iter().find(|one| one.goal == goal)?;
    Some(if one.bound == Some(one.value) {
        one.value.to_string()
    } else {
        NOT_PROVED.fill(lang, &words! { value: one.value })
    })
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
            &words! { code: card.code, title: title, unit: card.unit },
        );
        let cells = all.years.iter().map(|year| {
            let one = year.undecided.iter().find(|one| one.rule == card.id);
            one.map_or_else(|| "—".to_owned(), |one| one.shortfall.to_string())
        });
        table.row([head].into_iter().chain(cells));
    }
    format!("{}\n{}", UNDECIDED.get(lang), table.render("  "))
}

/// What mends a year: its plan, or what would make one possible.
fn answer(year: &Year, lang: Lang) -> String {
    let mut facts = words! { year: name(year, lang) };
    let Some(no_plan) = &year.no_plan else {
        let Some(figures) = &year.figures else {
            return format!("{}\n", UNSOLVED.fill(lang, &facts));
        };
        facts.extend(words! { moves: figures.moves, recruits: figures.recruits });
        return format!("{}\n", MENDED.fill(lang, &facts));
    };
    let mut text = format!("\n{}\n", NO_PLAN.fill(lang, &facts));
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
    let heads: [(Text, fn(&Line) -> i64); 6] = [
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
    let mut text = head.fill(lang, &words! { year: name(year, lang) });
    text.push('\n');
    if number == 0 {
        text.push_str(&format!("  {}\n", NOTHING.get(lang)));
        return text;
    }
    text.push_str(&table.render("  "));
    if number > SHOWN {
        let more = MORE.fill(lang, &words! { number: number - SHOWN });
        text.push_str(&format!("  {more}\n"));
    }
    text
}
