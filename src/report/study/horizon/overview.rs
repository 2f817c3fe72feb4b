//! Years side by side: the county as each begins, and what its plan makes of it.

use crate::blanks;
use crate::decide::{Figures, GoalFigure, GoalPart};
use crate::domain::Stage;
use crate::plan::{Ended, FigureId};
use crate::print::{Cell, Phrase, Table};
use crate::report::study::goals::{part, shown_parts};
use crate::study::{StageStock, Stock, Year};
use crate::text::{Lang, Text};

const NO_PLAN: Text = Text::new("无方案", "no plan");
const REPAIRED: Text = Text::new("无方案，已放宽", "no plan, repaired");
const ENDED: Text = Text::new("结论", "ended");
const QUOTA: Text = Text::new("编制总量", "quota totals");
const DUE: Text = Text::new("须重新核定", "to be approved anew");
const IN_CYCLE: Text = Text::new("周期内", "in their cycle");
const PAIR: Text = Text::new("{schools}所（{people}人）", "{schools} ({people} people)");
const UNIT: Text = Text::new("{name}（{unit}）", "{name} ({unit})");
const NOT_PROVED: Text = Text::new("{value}（未证明）", "{value} (not proved)");
const PUPILS: Text = Text::new("{stage}学生", "{stage} pupils");
const CLASSES: Text = Text::new("{stage}班级", "{stage} classes");
const SCHOOLS: Text = Text::new("学校", "schools");
const EMPTY_SCHOOLS: Text = Text::new("没有班级的学校", "schools without classes");
const SHORT: Text = Text::new("方案后缺编学校", "schools short of quota after");
const OVER: Text = Text::new("方案后超编学校", "schools over quota after");

/// What a row is called in Chinese and in English.
type Head = (&'static str, &'static str);

/// A head and the numbers behind it.
type Counted<T> = (Head, fn(&T) -> i64);

/// The county as a year begins.
const STOCK: [Counted<Stock>; 10] = [
    (("教师", "teachers"), |one| one.heads),
    (("在编人数", "people on quota"), |one| one.on_quota),
    (("分配编制", "quota given"), |one| one.quota),
    (("到龄退休", "retirements"), |one| one.retirements),
    (("学年中途到龄", "retire within the year"), |one| {
        one.retire_within
    }),
    (("交流期满返回", "postings that end"), |one| {
        one.returns
    }),
    (("仍在交流期内", "postings that go on"), |one| {
        one.ongoing
    }),
    (
        ("符合交流条件", "people who meet the conditions"),
        |one| one.eligible,
    ),
    (
        ("申报职称缺年限", "title applicants without the year"),
        |one| one.lack_title_year,
    ),
    (("学科岗位", "teaching posts"), |one| one.posts),
];

/// A figure of the register, and where a plan has it.
type Made = (FigureId, fn(&Figures) -> i64);

/// What the plan makes of it.
const MADE: [Made; 4] = [
    (FigureId::Rotating, |one| one.rotating),
    (FigureId::Moved, |one| one.moves),
    (FigureId::RecruitsUsed, |one| one.recruits),
    (FigureId::PostsEmpty, |one| one.empty_posts),
];

/// A school year as it is spoken of.
pub(super) fn name(year: &Year) -> Phrase {
    let (year, next) = (year.year, year.year + 1);
    Phrase::of(|lang| match lang {
        Lang::Zh => format!("{year}—{next}"),
        Lang::En => format!("{year}/{:02}", next.rem_euclid(100)),
    })
}

/// One row an item, one column a year.
pub(super) fn overview(years: &[Year]) -> Table {
    let closed = years
        .iter()
        .any(|year| year.stock.schools_without_classes > 0);
    let approved = years.iter().any(|year| year.quota_to_approve.is_some());
    let planned = years.iter().filter_map(|year| year.figures.as_ref());
    let due = |year: &Year| year.quota_to_approve.unwrap_or(false);
    Table::new("")
        .each(years)
        .words(ENDED, ended)
        .words(SCHOOLS, |year| year.stock.schools)
        .only(closed, |rows| {
            rows.words(EMPTY_SCHOOLS, |year| year.stock.schools_without_classes)
        })
        .per(Stage::ALL, |rows, stage| {
            let here = |year, of| of_stage(year, *stage, of);
            let taught = years.iter().any(|year| here(year, |one| one.classes) > 0);
            let head = |text| Phrase::fill(text, &blanks! { stage: stage.text() });
            rows.only(taught, |rows| {
                rows.words(head(PUPILS), |year| here(year, |one| one.pupils))
                    .words(head(CLASSES), |year| here(year, |one| one.classes))
            })
        })
        .per(STOCK, |rows, (head, of)| {
            rows.words(head, |year| of(&year.stock))
        })
        .per(MADE, |rows, (key, of)| {
            rows.words(key.text(), |year| figure(year, |one| Some(of(one))))
        })
        .per(shown_parts(planned), |rows, of| {
            let head = Phrase::fill(
                UNIT,
                &blanks! { name: Phrase::from(&of.name), unit: Phrase::from(&of.unit) },
            );
            rows.words(head, |year| figure(year, |one| Some(part_cell(one, of))))
        })
        .words(SHORT, |year| {
            figure(year, |_| Some(pair(year.short_of_quota)))
        })
        .words(OVER, |year| figure(year, |_| Some(pair(year.over_quota))))
        .only(approved, |rows| {
            rows.words(QUOTA, |year| if due(year) { DUE } else { IN_CYCLE })
        })
        .done()
        .turned(("项目", "item"), years.iter().map(name))
}

fn ended(year: &Year) -> Text {
    match year.ended {
        Ended::NoPlanExists if year.repaired => REPAIRED,
        Ended::NoPlanExists => NO_PLAN,
        other => other.text(),
    }
}

fn of_stage(year: &Year, stage: Stage, of: fn(&StageStock) -> i64) -> i64 {
    let mut stages = year.stock.stages.iter();
    stages.find(|one| one.stage == stage).map_or(0, of)
}

/// What is said of a plan; a year without one has a dash.
fn figure<C: Into<Cell>>(year: &Year, of: impl Fn(&Figures) -> Option<C>) -> Cell {
    let cell = year.figures.as_ref().and_then(of);
    cell.map_or("—".into(), Into::into)
}

fn pair([schools, people]: [i64; 2]) -> Phrase {
    Phrase::fill(PAIR, &blanks! { schools: schools, people: people })
}

fn part_cell(figures: &Figures, of: &GoalPart) -> Cell {
    let value = part(figures, of);
    let mut goals = figures.goals.iter();
    let proved = |one: &GoalFigure| one.bound == Some(one.value);
    match goals.find(|one| one.goal == of.goal) {
        Some(goal) if !proved(goal) => Phrase::fill(NOT_PROVED, &blanks! { value: value }).into(),
        _ => value.into(),
    }
}
