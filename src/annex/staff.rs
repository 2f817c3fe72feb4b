//! Schools: who goes and comes, and where the quota is (汇总表, 编制岗位分配表).

use super::Annex;
use super::form::{Cell, Form, row};
use crate::domain::{Backbone, Employment, SchoolNo, Title};
use crate::facts::{counts_as_rotation, is_directional};
use crate::plan::{SchoolDoc, TitlePostDoc};
use crate::text::Text;
use num_rational::Ratio;

const SUMMARY: [Text; 12] = [
    Text::new("学校", "School"),
    Text::new("类型", "Area"),
    Text::new("专任教师数", "Teachers"),
    Text::new("符合交流条件", "Meet the conditions"),
    Text::new("交流派出", "Sent"),
    Text::new("其中计入交流", "of these counted"),
    Text::new("其中城乡定向", "of these directional"),
    Text::new("派出骨干", "Backbone sent"),
    Text::new("派出占符合条件", "Sent of those who meet"),
    Text::new("骨干占派出", "Backbone of sent"),
    Text::new("交流接收", "Received"),
    Text::new("接收骨干", "Backbone received"),
];
const TOTAL: Text = Text::new("合计", "total");
const SUMMARY_NOTE: Text = Text::new(
    "注：骨干指县级及以上骨干教师；应交流数按全县核定（见合规审查表），正在交流期内的人员不重复列入。",
    "Note: backbone means of county grade or above; how many must rotate is reckoned for the county, see the compliance table; those on a running rotation are not listed again.",
);

/// What the rotation sums up to at each school.
pub(super) fn summary(annex: &Annex<'_>) -> Form {
    let facts = annex.facts;
    let mut sums = vec![[0_i64; 8]; facts.roster.schools.len()];
    for no in facts
        .roster
        .teacher_nos()
        .filter(|no| facts.stands(*no).eligible)
    {
        sums[facts.roster.teacher(no).quota_school.0][0] += 1;
    }
    for one in &annex.doc.moves {
        let find = |id: &str| facts.roster.find_school(id);
        let (Some(from), Some(to)) = (find(&one.from), find(&one.to)) else {
            continue;
        };
        let backbone = annex.teacher(&one.teacher);
        let backbone = backbone.is_some_and(|who| who.backbone >= Backbone::County);
        let counts = counts_as_rotation(facts, from, to);
        let flags = [
            true,
            counts,
            counts && is_directional(facts, from, to),
            backbone,
        ];
        for (sum, flag) in sums[from.0][1..].iter_mut().zip(flags) {
            *sum += i64::from(flag);
        }
        sums[to.0][5] += 1;
        sums[to.0][6] += i64::from(backbone);
    }
    for (sum, school) in sums.iter_mut().zip(&annex.doc.schools) {
        sum[7] = school.heads_now.into();
    }
    let name = Text::new("交流轮岗汇总表", "rotation summary");
    let mut form = Form::new(name, &SUMMARY, annex.lang);
    let mut total = [0; 8];
    for (no, sum) in facts.roster.school_nos().zip(&sums) {
        let school = facts.roster.school(no);
        let area = annex.say(school.area.text());
        form.rows.push(summary_row(&school.name, area, sum));
        for (total, one) in total.iter_mut().zip(sum) {
            *total += one;
        }
    }
    form.rows.push(summary_row(annex.say(TOTAL), "", &total));
    form.note(annex.say(SUMMARY_NOTE).to_owned())
}

fn summary_row(name: &str, area: &str, sum: &[i64; 8]) -> Vec<Cell> {
    let [
        eligible,
        sent,
        counted,
        directed,
        backbone,
        came,
        came_backbone,
        heads,
    ] = *sum;
    row![
        name,
        area,
        heads,
        eligible,
        sent,
        counted,
        directed,
        backbone,
        Cell::Share(sent, eligible),
        Cell::Share(backbone, sent),
        came,
        came_backbone,
    ]
}

const QUOTA: [Text; 20] = [
    Text::new("学校", "School"),
    Text::new("类别", "Kind"),
    Text::new("在校生", "Pupils"),
    Text::new("班级数", "Classes"),
    Text::new("按标准应核(人)", "By the standard"),
    Text::new("原核定编制", "Quota before"),
    Text::new("本次核定编制", "Quota given"),
    Text::new("现有在编", "On quota now"),
    Text::new("方案后在编", "On quota after"),
    Text::new("空编(+)超编(-)", "Vacant (+) or over (-)"),
    Text::new("编外和特岗", "Off quota"),
    Text::new("高级岗位", "Senior posts"),
    Text::new("高级已聘", "Senior filled"),
    Text::new("高级空缺", "Senior empty"),
    Text::new("中级岗位", "Middle posts"),
    Text::new("中级已聘", "Middle filled"),
    Text::new("中级空缺", "Middle empty"),
    Text::new("初级岗位", "Junior posts"),
    Text::new("初级已聘", "Junior filled"),
    Text::new("初级空缺", "Junior empty"),
];
const QUOTA_NOTE: Text = Text::new(
    "注：按标准应核为政策口径的计算值，保留两位小数；高级含正高级，初级为二级和三级；无职称岗位数据的学校相应栏为空。",
    "Note: by the standard is what the policy reckons, to two places; senior includes full senior, junior is second and third grade; blank where the tables state no title posts.",
);

/// Quota and title posts of each school.
pub(super) fn quota(annex: &Annex<'_>) -> Form {
    let name = Text::new("编制岗位分配表", "quota and posts");
    let mut form = Form::new(name, &QUOTA, annex.lang);
    for (no, school) in annex.facts.roster.school_nos().zip(&annex.doc.schools) {
        form.rows.push(quota_row(annex, no, school));
    }
    form.note(annex.say(QUOTA_NOTE).to_owned())
}

fn quota_row(annex: &Annex<'_>, no: SchoolNo, school: &SchoolDoc) -> Vec<Cell> {
    let quota = &school.quota;
    let mut cells = row![
        annex.school(&school.id),
        annex.say(school.kind.text()),
        school.pupils,
        school.classes,
        two_places(quota.asked),
        quota.in_force,
        quota.given,
        quota.heads_now,
        quota.heads_after,
        quota.given - quota.heads_after,
        off_quota(annex, no),
    ];
    for grades in GROUPS {
        let mine = |one: &&TitlePostDoc| {
            one.school.as_ref() == Some(&school.id) && grades.contains(&one.grade)
        };
        let posts: Vec<&TitlePostDoc> = annex.doc.title_posts.iter().filter(mine).collect();
        let sum = |of: fn(&TitlePostDoc) -> i64| {
            (!posts.is_empty()).then(|| posts.iter().map(|one| of(one)).sum::<i64>())
        };
        cells.extend(row![
            sum(|one| one.given),
            sum(|one| one.filled_after),
            sum(|one| one.given - one.filled_after),
        ]);
    }
    cells
}

/// Grades by group: senior, middle, junior.
const GROUPS: [&[Title]; 3] = [
    &[Title::FullSenior, Title::Senior],
    &[Title::First],
    &[Title::Second, Title::Third],
];

/// People off the quota who teach there next year, recruits included.
fn off_quota(annex: &Annex<'_>, no: SchoolNo) -> i64 {
    let roster = &annex.facts.roster;
    let here = annex.facts.at_base(no).map(|who| roster.teacher(who));
    let here = here.filter(|who| {
        who.employment != Employment::OnQuota && !annex.doc.conversions.contains(&who.id)
    });
    let recruits =
        annex.doc.recruits.iter().filter(|one| {
            one.school == roster.school(no).id && one.employment != Employment::OnQuota
        });
    let recruits: u32 = recruits.map(|one| one.number).sum();
    i64::try_from(here.count()).unwrap_or(i64::MAX) + i64::from(recruits)
}

const INDICATORS: [Text; 7] = [
    Text::new("学校", "School"),
    Text::new("在校生", "Pupils"),
    Text::new("每百名学生指标", "Indicator per hundred pupils"),
    Text::new("应有(人)", "Needed"),
    Text::new("方案前(人)", "Before"),
    Text::new("方案后(人)", "After"),
    Text::new("是否达标", "Reached"),
];

/// Staff per hundred pupils of each school that is assessed (优质均衡), before and after.
pub(super) fn indicators(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.schools.iter().flat_map(|school| {
        school.indicators.iter().map(|one| {
            row![
                annex.school(&school.id),
                school.pupils,
                annex.say(one.indicator.text()),
                one.need,
                one.before,
                one.after,
                annex.yes(one.after >= one.need),
            ]
        })
    });
    let name = Text::new("优质均衡教师指标表", "staff indicators");
    Form::new(name, &INDICATORS, annex.lang).with(rows)
}

/// An exact share with two places, halves up.
fn two_places([top, below]: [i64; 2]) -> String {
    let exact = Ratio::new(top.max(0) * 100, below.max(1));
    let hundredths = (exact + Ratio::new(1, 2)).floor().to_integer();
    format!(
        "{}.{:02}",
        hundredths.div_euclid(100),
        hundredths.rem_euclid(100)
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_places_are_exact() {
        let shown = [[256, 19], [1, 200], [0, 1], [401, 2]].map(super::two_places);
        assert_eq!(shown, ["13.47", "0.01", "0.00", "200.50"]);
    }
}
