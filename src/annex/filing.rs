//! What is filed: quota with the staffing office, posts with human resources, money with finance, and
//! the report on the use of the quota that is due by the end of November.

use super::context::{Annex, ON_QUOTA, ON_QUOTA_AFTER, QUOTA_BEFORE, SCHOOL, TOTAL, VACANT};
use super::{roll, staff, titles};
use crate::domain::Stage;
use crate::facts::holds_place;
use crate::input::TRANSFERS_SHEET;
use crate::plan::{FigureId, SchoolDoc};
use crate::print::{Cell, Table};
use crate::text::Text;

const NO_TRANSFERS: Text = Text::new(
    "注：本方案没有随编调动的人员，交流轮岗人员人事关系均保留在原单位。",
    "Note: nobody's quota place goes along in this plan; all who rotate keep theirs.",
);

const QUOTA: Text = Text::new("编制分配备案表(编办)", "quota by school (staffing)");
const POSTS: Text = Text::new("岗位设置备案表(人社)", "title posts (human resources)");

/// Every table, in the order of the offices.
pub(super) fn tables(annex: &Annex<'_>) -> Vec<Table> {
    let goes = annex.doc.moves.iter().filter(|one| one.quota_goes);
    let mut transfers = roll::roll(annex, goes.collect()).named(TRANSFERS_SHEET);
    if transfers.rows.is_empty() {
        transfers = transfers.note(NO_TRANSFERS);
    }
    let posts = Some(titles::posts(annex).named(POSTS));
    let mut tables = vec![
        staff::quota(annex).named(QUOTA),
        use_of_quota(annex),
        changes(annex),
        transfers,
    ];
    tables.extend(posts.filter(|table| !table.rows.is_empty()));
    tables.push(money(annex));
    tables
}

const USE_NOTE: Text = Text::new(
    "注：现有在编按教师任教学段统计；拟调整情况见“编制调整计划表”。每年11月底前报送。",
    "Note: on quota now is counted by the stage taught; changes stand in the adjustment table. Due by the end of November.",
);

/// The report on the use of the quota, by stage.
fn use_of_quota(annex: &Annex<'_>) -> Table {
    let (facts, roster) = (annex.facts, annex.facts.roster);
    let given = |stage: &Stage| {
        let given = facts.quota.iter().flat_map(|one| &one.stages);
        let given = given.filter(|one| one.stage == *stage);
        // Whoever is placed from a school that closes takes the place along.
        let placed = facts.quota.iter().filter_map(|one| one.goes.get(stage));
        given
            .map(|one| one.given)
            .chain(placed.copied())
            .sum::<i64>()
    };
    let total = |stage: &Stage| {
        let stated = roster.quota.iter().find(|one| one.stage == *stage);
        stated.map_or_else(|| given(stage), |one| i64::from(one.heads))
    };
    let now = |stage: &Stage| {
        let here = roster.teachers.iter().filter(|who| who.stage == *stage);
        let here = here.filter(|who| holds_place(facts.book, who.employment));
        here.map(|_| 1).sum::<i64>()
    };
    let left = |stage: &Stage| total(stage) - given(stage);
    let used = |stage: &Stage| Cell::Share(now(stage), total(stage));
    let known = |stage: &&Stage| total(stage) + given(stage) + now(stage) > 0;
    Table::new(("编制使用情况报告表", "use of the quota"))
        .note(USE_NOTE)
        .each(Stage::ALL.iter().filter(known))
        .words(("学段", "Stage"), |stage| stage.text())
        .sum(("县级核定总量", "County total"), total)
        .sum(("已分配到校", "Given to schools"), given)
        .sum(("未分配", "Not given out"), left)
        .sum(ON_QUOTA, now)
        .sum(VACANT, |stage| total(stage) - now(stage))
        .sum(("编制使用率", "Used"), used)
        .total(TOTAL)
}

const CHANGES_NOTE: Text = Text::new(
    "注：退休、离岗人员已从方案后在编中减去；未填原核定编制的学校，拟调整栏为空。",
    "Note: those who retire or leave are no longer among those on quota after; the change is blank where no quota was stated.",
);

/// How the quota of each school changes.
fn changes(annex: &Annex<'_>) -> Table {
    let of = |key: FigureId| move |school: &SchoolDoc| school.figure(key);
    Table::new(("编制调整计划表", "quota adjustment"))
        .note(CHANGES_NOTE)
        .each(&annex.doc.schools)
        .words(SCHOOL, |one| annex.school(&one.id))
        .words(QUOTA_BEFORE, |one| one.quota.in_force)
        .words(("拟核定编制", "Quota proposed"), |one| one.quota.given)
        .words(("拟调整(±)", "Change"), |one| one.quota.change())
        .words(ON_QUOTA, |one| one.quota.heads_now)
        .words(FigureId::PlacesCame.text(), of(FigureId::PlacesCame))
        .words(FigureId::PlacesMoved.text(), of(FigureId::PlacesMoved))
        .words(FigureId::Conversions.text(), of(FigureId::Conversions))
        .words(
            FigureId::RecruitsOnQuota.text(),
            of(FigureId::RecruitsOnQuota),
        )
        .words(ON_QUOTA_AFTER, |one| one.quota.heads_after)
        .words(VACANT, |one| one.quota.given - one.quota.heads_after)
        .done()
}

const MONEY_NOTE: Text = Text::new(
    "注：年补贴为接收人员×月补贴×12；工资随编制、岗位变动，由财政部门按实际核定。",
    "Note: the subsidy of a year is those who come × the monthly subsidy × 12; pay follows quota and post.",
);
/// What changes for the money of each school.
fn money(annex: &Annex<'_>) -> Table {
    let (doc, roster) = (annex.doc, annex.facts.roster);
    let monthly = |school: &SchoolDoc| {
        let no = roster.find_school(&school.id)?;
        roster.school(no).subsidy
    };
    let yearly = |school: &SchoolDoc| {
        let stated = monthly(school).is_some();
        school.figure(FigureId::SubsidyYuan).filter(|_| stated)
    };
    Table::new(("人员和经费备案表(财政)", "staff and money (finance)"))
        .note(MONEY_NOTE)
        .each(&doc.schools)
        .words(SCHOOL, |one| annex.school(&one.id))
        .words(("方案前教师", "Teachers before"), |one| one.heads_now)
        .words(("方案后教师", "Teachers after"), |one| one.heads_after)
        .sum(ON_QUOTA, |one| one.quota.heads_now)
        .sum(ON_QUOTA_AFTER, |one| one.quota.heads_after)
        .sum(FigureId::Came.text(), |one| one.figure(FigureId::Came))
        .words(("月补贴(元/人)", "Monthly subsidy (yuan)"), monthly)
        .sum(("年补贴(元)", "Subsidy a year (yuan)"), yearly)
        .sum(FigureId::HalfDays.text(), |one| {
            one.figure(FigureId::HalfDays)
        })
        .total(TOTAL)
}
