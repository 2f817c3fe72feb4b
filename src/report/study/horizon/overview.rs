//! Years side by side: the county as each begins, and what its plan makes of it.

use crate::blanks;
use crate::decide::Figures;
use crate::domain::Stage;
use crate::plan::Ended;
use crate::policy::GoalId;
use crate::print::{Align, Cell, Phrase, Table};
use crate::report::study::comparison::shown_goals;
use crate::study::{StageStock, Stock, Year};
use crate::text::{Lang, Text};

const NO_PLAN: Text = Text::new("无方案", "no plan");
const REPAIRED: Text = Text::new("无方案，已放宽", "no plan, repaired");
const ENDED: Text = Text::new("结论", "ended");
const QUOTA: Text = Text::new("编制总量", "quota totals");
const DUE: Text = Text::new("须重新核定", "to be approved anew");
const IN_CYCLE: Text = Text::new("周期内", "in their cycle");
const PAIR: Text = Text::new("{schools}所（{people}人）", "{schools} ({people} people)");
const NOT_PROVED: Text = Text::new("{value}（未证明）", "{value} (not proved)");
const PUPILS: Text = Text::new("{stage}学生", "{stage} pupils");
const CLASSES: Text = Text::new("{stage}班级", "{stage} classes");
const SCHOOLS: Text = Text::new("学校", "schools");
const EMPTY_SCHOOLS: Text = Text::new("没有班级的学校", "schools without classes");
const SHORT: Text = Text::new("方案后缺编学校", "schools short of quota after");
const OVER: Text = Text::new("方案后超编学校", "schools over quota after");

/// A head and the number under it.
type Counted = (Text, fn(&Stock) -> i64);

/// The county as a year begins.
const STOCK: [Counted; 9] = [
    (Text::new("教师", "teachers"), |one| one.heads),
    (Text::new("在编人数", "people on quota"), |one| {
        one.on_quota
    }),
    (Text::new("分配编制", "quota given"), |one| one.quota),
    (Text::new("到龄退休", "retirements"), |one| {
        one.retirements
    }),
    (Text::new("交流期满返回", "postings that end"), |one| {
        one.returns
    }),
    (
        Text::new("仍在交流期内", "postings that go on"),
        |one| one.ongoing,
    ),
    (
        Text::new("符合交流条件", "people who meet the conditions"),
        |one| one.eligible,
    ),
    (
        Text::new("申报职称缺年限", "title applicants without the year"),
        |one| one.lack_title_year,
    ),
    (Text::new("学科岗位", "teaching posts"), |one| one.posts),
];

/// One row an item, one column a year.
struct Overview<'a> {
    years: &'a [Year],
    table: Table,
}

impl Overview<'_> {
    fn row<C: Into<Cell>>(&mut self, head: impl Into<Phrase>, cell: impl Fn(&Year) -> C) {
        let cells = self.years.iter().map(|year| cell(year).into());
        let head = Cell::from(head.into());
        self.table
            .rows
            .push([head].into_iter().chain(cells).collect());
    }

    /// A row about plans; a year without one has a dash.
    fn figure<C: Into<Cell>>(
        &mut self,
        head: impl Into<Phrase>,
        of: impl Fn(&Year, &Figures) -> Option<C>,
    ) {
        self.row(head, |year| {
            let cell = year.figures.as_ref().and_then(|one| of(year, one));
            cell.map_or(Cell::from("—"), Into::into)
        });
    }
}

/// A school year as it is spoken of.
pub(super) fn name(year: &Year) -> Phrase {
    let (year, next) = (year.year, year.year + 1);
    Phrase::of(|lang| match lang {
        Lang::Zh => format!("{year}—{next}"),
        Lang::En => format!("{year}/{:02}", next.rem_euclid(100)),
    })
}

/// One column a year.
pub(super) fn overview(years: &[Year]) -> Table {
    let table = Table::new("").column(("项目", "item"), Align::Left);
    let table = years
        .iter()
        .fold(table, |table, year| table.column(name(year), Align::Right));
    let mut all = Overview { years, table };
    all.row(ENDED, |year| match year.ended {
        Ended::NoPlanExists if year.repaired => REPAIRED,
        Ended::NoPlanExists => NO_PLAN,
        other => other.text(),
    });
    of_stock(&mut all);
    of_plan(&mut all);
    if years.iter().any(|year| year.quota_to_approve.is_some()) {
        all.row(QUOTA, |year| {
            let due = year.quota_to_approve.unwrap_or(false);
            if due { DUE } else { IN_CYCLE }
        });
    }
    all.table
}

fn of_stock(all: &mut Overview<'_>) {
    let years = all.years;
    all.row(SCHOOLS, |year| year.stock.schools);
    if years
        .iter()
        .any(|year| year.stock.schools_without_classes > 0)
    {
        all.row(EMPTY_SCHOOLS, |year| year.stock.schools_without_classes);
    }
    for stage in Stage::ALL {
        let here = |year: &Year, of: fn(&StageStock) -> i64| {
            let mut stages = year.stock.stages.iter();
            stages.find(|one| one.stage == *stage).map_or(0, of)
        };
        if years.iter().any(|year| here(year, |one| one.classes) > 0) {
            let head = |text| Phrase::fill(text, &blanks! { stage: stage.text() });
            all.row(head(PUPILS), |year| here(year, |one| one.pupils));
            all.row(head(CLASSES), |year| here(year, |one| one.classes));
        }
    }
    for (head, of) in STOCK {
        all.row(head, |year| of(&year.stock));
    }
}

fn of_plan(all: &mut Overview<'_>) {
    all.figure(("方案调整人数", "people moved"), |_, one| {
        Some(one.moves)
    });
    all.figure(("方案招聘人数", "recruits"), |_, one| {
        Some(one.recruits)
    });
    all.figure(("方案后空岗", "empty posts after"), |_, one| {
        Some(one.empty_posts)
    });
    let first = all.years.iter().find_map(|year| year.figures.as_ref());
    for goal in shown_goals(first) {
        all.figure(goal.text(), |_, figures| goal_cell(figures, goal));
    }
    let pair = |[schools, people]: [i64; 2]| {
        Some(Phrase::fill(
            PAIR,
            &blanks! { schools: schools, people: people },
        ))
    };
    all.figure(SHORT, |year, _| pair(year.short_of_quota));
    all.figure(OVER, |year, _| pair(year.over_quota));
}

fn goal_cell(figures: &Figures, goal: GoalId) -> Option<Cell> {
    let one = figures.goals.iter().find(|one| one.goal == goal)?;
    Some(if one.bound == Some(one.value) {
        one.value.into()
    } else {
        Phrase::fill(NOT_PROVED, &blanks! { value: one.value }).into()
    })
}
