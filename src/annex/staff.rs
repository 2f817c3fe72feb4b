//! Schools: who goes and comes, and where the quota is (汇总表, 编制岗位分配表).

use super::context::{
    Annex, CLASSES, ON_QUOTA, ON_QUOTA_AFTER, QUOTA_BEFORE, SCHOOL, TOTAL, VACANT,
};
use crate::blanks;
use crate::domain::{SchoolNo, Title, whole};
use crate::facts::holds_place;
use crate::plan::{FigureId, IndicatorDoc, SchoolDoc, TitlePostDoc};
use crate::print::{ALSO, Cell, Phrase, Table, two_places};
use crate::text::Text;

const SUMMARY_NOTE: Text = Text::new(
    "注：各栏定义见“指标登记表”；调整人员为派出，接收人员为派入；应交流数按全县核定（见合规审查表），正在交流期内的人员不重复列入。",
    "Note: the register of figures defines each column; people moved are those a school sends; how many must rotate is reckoned for the county, see the compliance table; those on a running rotation are not listed again.",
);

/// What the rotation comes to at each school: figures of the register, in this order.
const ROTATION: [FigureId; 6] = [
    FigureId::Moved,
    FigureId::Rotating,
    FigureId::RotatingDirected,
    FigureId::RotatingBackbone,
    FigureId::Came,
    FigureId::CameBackbone,
];

/// Who goes and comes at each school.
pub(super) fn summary(annex: &Annex<'_>) -> Table {
    let share = |top: FigureId, below: FigureId| {
        move |school: &SchoolDoc| Some(Cell::Share(school.figure(top)?, school.figure(below)?))
    };
    let eligible = FigureId::Eligible;
    Table::new(("交流轮岗汇总表", "rotation summary"))
        .note(SUMMARY_NOTE)
        .each(&annex.doc.schools)
        .words(SCHOOL, |one| annex.school(&one.id))
        .words(("类型", "Area"), |one| one.area.text())
        .sum(("专任教师数", "Teachers"), |one| one.heads_now)
        .sum(eligible.text(), |one| one.figure(eligible))
        .per(ROTATION, |rows, key| {
            rows.sum(key.text(), move |one| one.figure(key))
        })
        .sum(
            ("交流占符合条件", "Rotating of those who meet"),
            share(FigureId::Rotating, eligible),
        )
        .sum(
            ("骨干占交流", "Backbone of those rotating"),
            share(FigureId::RotatingBackbone, FigureId::Rotating),
        )
        .total(TOTAL)
}

const QUOTA_NOTE: Text = Text::new(
    "注：按标准应核为政策口径的计算值，保留两位小数；高级含正高级，初级为二级和三级；无职称岗位数据的学校相应栏为空。",
    "Note: by the standard is what the policy reckons, to two places; senior includes full senior, junior is second and third grade; blank where the tables state no title posts.",
);

/// Groups of grades, and what they are called.
const GROUPS: [(&[Title], Text); 3] = [
    (
        &[Title::FullSenior, Title::Senior],
        Text::new("高级", "Senior"),
    ),
    (&[Title::First], Text::new("中级", "Middle")),
    (&[Title::Second, Title::Third], Text::new("初级", "Junior")),
];

type Counted = fn(&TitlePostDoc) -> i64;
/// What is said of the posts of each group.
const COUNTED: [(Text, Counted); 3] = [
    (Text::new("{grades}岗位", "{grades} posts"), |post| {
        post.given
    }),
    (Text::new("{grades}已聘", "{grades} filled"), |post| {
        post.filled_after
    }),
    (Text::new("{grades}空缺", "{grades} empty"), |post| {
        post.given - post.filled_after
    }),
];

/// Quota and title posts of each school.
pub(super) fn quota(annex: &Annex<'_>) -> Table {
    type Line<'a> = (SchoolNo, &'a SchoolDoc);
    let posts = |grades: &[Title], school: &SchoolDoc, of: Counted| {
        let here = annex.doc.title_posts.iter();
        let here = here.filter(|one| one.school.as_ref() == Some(&school.id));
        let here = here.filter(|one| grades.contains(&one.grade));
        here.map(of).reduce(|sum, one| sum + one)
    };
    let asked = |(_, one): Line<'_>| two_places(one.quota.asked[0], one.quota.asked[1]);
    let off = |(no, _): Line<'_>| off_quota(annex, no);
    let why = |(no, one): Line<'_>| why_given(annex, no, one);
    Table::new(("编制岗位分配表", "quota and posts"))
        .note(QUOTA_NOTE)
        .each(annex.facts.roster.school_nos().zip(&annex.doc.schools))
        .words(SCHOOL, |(_, one): Line<'_>| annex.school(&one.id))
        .words(("类别", "Kind"), |(_, one)| one.kind.text())
        .words(("在校生", "Pupils"), |(_, one)| one.pupils)
        .words(CLASSES, |(_, one)| one.classes)
        .words(("按标准应核(人)", "By the standard"), asked)
        .words(QUOTA_BEFORE, |(_, one)| one.quota.in_force)
        .words(("本次核定编制", "Quota given"), |(_, one)| {
            one.quota.given
        })
        .words(("核定依据", "Why so many"), why)
        .words(ON_QUOTA, |(_, one)| one.quota.heads_now)
        .words(ON_QUOTA_AFTER, |(_, one)| one.quota.heads_after)
        .words(VACANT, |(_, one)| one.quota.given - one.quota.heads_after)
        .words(("不占编制教师", "Without a place of the quota"), off)
        .per(GROUPS, |rows, (grades, called)| {
            rows.per(COUNTED, |rows, (head, of)| {
                let head = Phrase::fill(head, &blanks! { grades: called });
                rows.words(head, |(_, one)| posts(grades, one, of))
            })
        })
        .done()
}

const BROUGHT: Text = Text::new(
    "另含撤并学校随人划转{number}名",
    "and {number} that people of closing schools took along",
);
const GONE: Text = Text::new(
    "随撤并学校教师划出{number}名",
    "less {number} that people of closing schools took along",
);
const FOR_RECRUITS: Text = Text::new(
    "另由空编学校调剂{number}名，用于新招教师",
    "and {number} from schools with empty places, for recruits",
);
const GIVEN_UP: Text = Text::new(
    "空编调剂{number}名给新招教师的学校",
    "less {number} empty places, for schools that recruit",
);

/// Why a school is given so many: by stage, what people of closing schools took along, and what was shifted for recruits.
fn why_given(annex: &Annex<'_>, no: SchoolNo, one: &SchoolDoc) -> Phrase {
    let quota = &annex.facts.quota[no.0];
    let why = quota.why().into_iter().map(|why| Phrase::from(why.text()));
    let brought = one.quota.brought;
    let shifted = one.quota.given - quota.given - brought;
    let told = [(brought, BROUGHT, GONE), (shifted, FOR_RECRUITS, GIVEN_UP)];
    let told = told.into_iter().filter(|one| one.0 != 0);
    let told = told.map(|(number, more, less)| {
        let says = if number > 0 { more } else { less };
        Phrase::fill(says, &blanks! { number: number.abs() })
    });
    Phrase::join(why.chain(told), ALSO)
}

/// People who take no place of the quota and teach there next year, recruits included.
fn off_quota(annex: &Annex<'_>, no: SchoolNo) -> i64 {
    let roster = &annex.facts.roster;
    let here = annex.facts.at_base(no).map(|who| roster.teacher(who));
    let here = here.filter(|who| !holds_place(annex.facts.book, who.employment));
    let here = here.filter(|who| !annex.doc.conversions.contains(&who.id));
    let figure = |key: FigureId| annex.doc.schools[no.0].figure(key).unwrap_or(0);
    let recruits = figure(FigureId::RecruitsUsed) - figure(FigureId::RecruitsOnQuota);
    whole(here.count()) + recruits
}

/// Staff per hundred pupils of each school that is assessed (优质均衡), before and after.
pub(super) fn indicators(annex: &Annex<'_>) -> Table {
    type Line<'a> = (&'a SchoolDoc, &'a IndicatorDoc);
    let all = annex.doc.schools.iter();
    let all = all.flat_map(|school| school.indicators.iter().map(move |one| (school, one)));
    Table::new(("优质均衡教师指标表", "staff indicators"))
        .each(all)
        .words(SCHOOL, |(school, _): Line<'_>| annex.school(&school.id))
        .words(("在校生", "Pupils"), |(school, _)| school.pupils)
        .words(
            ("每百名学生指标", "Indicator per hundred pupils"),
            |(_, one)| one.indicator.text(),
        )
        .words(("应有(人)", "Needed"), |(_, one)| one.need)
        .words(("方案前(人)", "Before"), |(_, one)| one.before)
        .words(("方案后(人)", "After"), |(_, one)| one.after)
        .words(("是否达标", "Reached"), |(_, one)| {
            one.after >= one.need
        })
        .done()
}
