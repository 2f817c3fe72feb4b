//! What is filed: quota with the staffing office, posts with human resources, money with finance, and
//! the report on the use of the quota that is due by the end of November.

use super::Annex;
use super::form::{Form, row};
use super::{roll, staff, titles};
use crate::domain::{Employment, Stage};
use crate::plan::MoveDoc;
use crate::text::Text;

const NO_TRANSFERS: Text = Text::new(
    "注：本方案没有随编调动的人员，交流轮岗人员人事关系均保留在原单位。",
    "Note: nobody's quota place goes along in this plan; all who rotate keep theirs.",
);

/// Every table, in the order of the offices.
pub(super) fn forms(annex: &Annex<'_>) -> Vec<Form> {
    let named = |mut form: Form, zh, en| {
        form.name = Text::new(zh, en);
        form
    };
    let goes: Vec<&MoveDoc> = annex
        .doc
        .moves
        .iter()
        .filter(|one| one.quota_goes)
        .collect();
    let mut transfers = roll::roll(annex, &goes);
    if goes.is_empty() {
        transfers = transfers.note(annex.say(NO_TRANSFERS).to_owned());
    }
    let mut forms = vec![
        named(
            staff::quota(annex),
            "编制分配备案表(编办)",
            "quota by school (staffing)",
        ),
        use_of_quota(annex),
        changes(annex),
        named(
            transfers,
            "人事关系调动名册(人社)",
            "transfers (human resources)",
        ),
    ];
    let posts = titles::posts(annex);
    if !posts.rows.is_empty() {
        forms.push(named(
            posts,
            "岗位设置备案表(人社)",
            "title posts (human resources)",
        ));
    }
    forms.push(money(annex));
    forms
}

const USE: [Text; 7] = [
    Text::new("学段", "Stage"),
    Text::new("县级核定总量", "County total"),
    Text::new("已分配到校", "Given to schools"),
    Text::new("未分配", "Not given out"),
    Text::new("现有在编", "On quota now"),
    Text::new("空编(+)超编(-)", "Vacant (+) or over (-)"),
    Text::new("编制使用率", "Used"),
];
const USE_NOTE: Text = Text::new(
    "注：现有在编按教师任教学段统计；拟调整情况见“编制调整计划表”。每年11月底前报送。",
    "Note: on quota now is counted by the stage taught; changes stand in the adjustment table. Due by the end of November.",
);
const TOTAL: Text = Text::new("合计", "total");

/// The report on the use of the quota, by stage.
fn use_of_quota(annex: &Annex<'_>) -> Form {
    let roster = annex.facts.roster;
    let name = Text::new("编制使用情况报告表", "use of the quota");
    let mut form = Form::new(name, &USE, annex.lang);
    let mut sum = [0_i64; 3];
    for stage in Stage::ALL {
        let stated = roster.quota.iter().find(|one| one.stage == *stage);
        let given = annex.facts.quota.iter().flat_map(|one| &one.stages);
        let given: i64 = given
            .filter(|one| one.stage == *stage)
            .map(|one| one.given)
            .sum();
        let on_quota = roster
            .teachers
            .iter()
            .filter(|who| who.stage == *stage && who.employment == Employment::OnQuota);
        let now = i64::try_from(on_quota.count()).unwrap_or(i64::MAX);
        let total = stated.map_or(given, |one| i64::from(one.heads));
        if total + given + now > 0 {
            form.rows
                .push(use_row(annex.stage(*stage), [total, given, now]));
            for (sum, one) in sum.iter_mut().zip([total, given, now]) {
                *sum += one;
            }
        }
    }
    form.rows.push(use_row(annex.say(TOTAL), sum));
    form.note(annex.say(USE_NOTE).to_owned())
}

fn use_row(name: &str, [total, given, now]: [i64; 3]) -> Vec<super::form::Cell> {
    let used = super::form::Cell::Share(now, total);
    row![name, total, given, total - given, now, total - now, used]
}

const CHANGES: [Text; 11] = [
    Text::new("学校", "School"),
    Text::new("原核定编制", "Quota before"),
    Text::new("拟核定编制", "Quota proposed"),
    Text::new("拟调整(±)", "Change"),
    Text::new("现有在编", "On quota now"),
    Text::new("随编调入", "Places that come"),
    Text::new("随编调出", "Places that go"),
    Text::new("编外入编", "Taken onto the quota"),
    Text::new("拟招聘在编", "Recruits on quota"),
    Text::new("方案后在编", "On quota after"),
    Text::new("空编(+)超编(-)", "Vacant (+) or over (-)"),
];
const CHANGES_NOTE: Text = Text::new(
    "注：退休、离岗人员已从方案后在编中减去；未填原核定编制的学校，拟调整栏为空。",
    "Note: those who retire or leave are no longer among those on quota after; the change is blank where no quota was stated.",
);

/// How the quota of each school changes.
fn changes(annex: &Annex<'_>) -> Form {
    let doc = annex.doc;
    let name = Text::new("编制调整计划表", "quota adjustment");
    let mut form = Form::new(name, &CHANGES, annex.lang);
    for school in &doc.schools {
        let quota = &school.quota;
        let goes = |of: fn(&MoveDoc) -> &String| {
            let moves = doc.moves.iter().filter(|one| one.quota_goes);
            moves.filter(|one| *of(one) == school.id).count()
        };
        let converted = doc.conversions.iter().filter(|id| {
            annex
                .teacher(id)
                .is_some_and(|who| annex.facts.roster.school(who.quota_school).id == school.id)
        });
        let recruits = doc
            .recruits
            .iter()
            .filter(|one| one.school == school.id && one.employment == Employment::OnQuota);
        form.rows.push(row![
            annex.school(&school.id),
            quota.in_force,
            quota.given,
            quota.in_force.map(|before| quota.given - i64::from(before)),
            quota.heads_now,
            goes(|one| &one.to),
            goes(|one| &one.from),
            converted.count(),
            recruits.map(|one| one.number).sum::<u32>(),
            quota.heads_after,
            quota.given - quota.heads_after,
        ]);
    }
    form.note(annex.say(CHANGES_NOTE).to_owned())
}

const MONEY: [Text; 9] = [
    Text::new("学校", "School"),
    Text::new("方案前教师", "Teachers before"),
    Text::new("方案后教师", "Teachers after"),
    Text::new("现有在编", "On quota now"),
    Text::new("方案后在编", "On quota after"),
    Text::new("交流轮岗到校", "Come by rotation"),
    Text::new("月补贴(元/人)", "Monthly subsidy (yuan)"),
    Text::new("年补贴(元)", "Subsidy a year (yuan)"),
    Text::new("每周走教半天数", "Itinerant half-days a week"),
];
const MONEY_NOTE: Text = Text::new(
    "注：年补贴为到校人数×月补贴×12；工资随编制、岗位变动，由财政部门按实际核定。",
    "Note: the subsidy of a year is those who come × the monthly subsidy × 12; pay follows quota and post.",
);
/// Months of a year.
const YEAR: i64 = 12;

/// What changes for the money of each school.
fn money(annex: &Annex<'_>) -> Form {
    let doc = annex.doc;
    let name = Text::new("人员和经费备案表(财政)", "staff and money (finance)");
    let mut form = Form::new(name, &MONEY, annex.lang);
    let mut sum = [0_i64; 4];
    for school in &doc.schools {
        let no = annex.facts.roster.find_school(&school.id);
        let monthly = no.and_then(|no| annex.facts.roster.school(no).subsidy);
        let come = doc.moves.iter().filter(|one| one.to == school.id).count();
        let come = i64::try_from(come).unwrap_or(i64::MAX);
        let yearly = monthly.map(|monthly| i64::from(monthly) * come * YEAR);
        let trips = doc.itinerants.iter().filter(|one| one.to == school.id);
        let half_days: u32 = trips.map(|one| one.half_days).sum();
        form.rows.push(row![
            annex.school(&school.id),
            school.heads_now,
            school.heads_after,
            school.quota.heads_now,
            school.quota.heads_after,
            come,
            monthly,
            yearly,
            half_days,
        ]);
        let here = [
            school.quota.heads_now,
            school.quota.heads_after,
            come,
            yearly.unwrap_or(0),
        ];
        for (sum, one) in sum.iter_mut().zip(here) {
            *sum += one;
        }
    }
    let [now, after, come, yearly] = sum;
    form.rows.push(row![
        annex.say(TOTAL),
        "",
        "",
        now,
        after,
        come,
        "",
        yearly,
        ""
    ]);
    form.note(annex.say(MONEY_NOTE).to_owned())
}
