//! Years side by side: the county as each begins, and what its plan makes of it.

use super::{Column, name};
use crate::blanks;
use crate::decide::Figures;
use crate::domain::Stage;
use crate::plan::Ended;
use crate::policy::GoalId;
use crate::report::comparison::shown_goals;
use crate::report::table::{Align, Table};
use crate::study::{StageStock, Year};
use crate::text::{Lang, Text};

const NO_PLAN: Text = Text::new("无方案", "no plan");
const REPAIRED: Text = Text::new("无方案，已放宽", "no plan, repaired");
const ITEM: Text = Text::new("项目", "item");
const ENDED: Text = Text::new("结论", "ended");
const QUOTA: Text = Text::new("编制总量", "quota totals");
const DUE: Text = Text::new("须重新核定", "to be approved anew");
const IN_CYCLE: Text = Text::new("周期内", "in their cycle");
const PAIR: Text = Text::new("{schools}所（{people}人）", "{schools} ({people} people)");
const NOT_PROVED: Text = Text::new("{value}（未证明）", "{value} (not proved)");

const SCHOOLS: Column<Year> = (Text::new("学校", "schools"), |year| year.stock.schools);
const EMPTY_SCHOOLS: Column<Year> = (
    Text::new("没有班级的学校", "schools without classes"),
    |year| year.stock.schools_without_classes,
);
const SIZES: [Column<StageStock>; 2] = [
    (Text::new("{stage}学生", "{stage} pupils"), |one| {
        one.pupils
    }),
    (Text::new("{stage}班级", "{stage} classes"), |one| {
        one.classes
    }),
];
const PEOPLE: [Column<Year>; 9] = [
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

/// A row of the overview: its head and the cell of each year.
type Item = (String, Vec<String>);

/// One column a year.
pub(super) fn overview(years: &[Year], lang: Lang) -> String {
    let mut table = Table::new().column(ITEM.get(lang), Align::Left);
    for year in years {
        table = table.column(name(year, lang), Align::Right);
    }
    let mut items = vec![item(ENDED, years, lang, |year| {
        let ended = match year.ended {
            Ended::NoPlanExists if year.repaired => REPAIRED,
            Ended::NoPlanExists => NO_PLAN,
            other => other.text(),
        };
        ended.get(lang).to_owned()
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
    let number = |(head, of): Column<Year>| item(head, years, lang, |year| of(year).to_string());
    let mut items = vec![number(SCHOOLS)];
    let some = years.iter().any(|year| (EMPTY_SCHOOLS.1)(year) > 0);
    items.extend(some.then(|| number(EMPTY_SCHOOLS)));
    items.extend(of_stages(years, lang));
    items.extend(PEOPLE.map(number));
    items
}

fn of_stages(years: &[Year], lang: Lang) -> Vec<Item> {
    let mut items = Vec::new();
    for stage in Stage::ALL {
        let here = |year: &Year, of: fn(&StageStock) -> i64| {
            let mut stages = year.stock.stages.iter();
            stages.find(|one| one.stage == *stage).map_or(0, of)
        };
        let taught = years.iter().any(|year| here(year, |one| one.classes) > 0);
        for (head, of) in SIZES.into_iter().filter(|_| taught) {
            let head = head.fill(lang, &blanks! { stage: stage.text() });
            let cells = years.iter().map(|year| here(year, of).to_string());
            items.push((head, cells.collect()));
        }
    }
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
            PAIR.fill(lang, &blanks! { schools: schools, people: people })
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
        NOT_PROVED.fill(lang, &blanks! { value: one.value })
    })
}
