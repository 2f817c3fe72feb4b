//! Titles: who has the village year, who is appointed, posts by grade before and after.

use super::Annex;
use super::form::{Form, row};
use crate::domain::Employment;
use crate::input::plan_sheets::{APPOINTMENTS, CONVERSIONS};
use crate::plan::PostSource;
use crate::text::{Lang, Text};

const YEAR: [Text; 7] = [
    Text::new("工号", "Staff id"),
    Text::new("姓名", "Name"),
    Text::new("现任教学校", "Present school"),
    Text::new("申报职称", "Title applied for"),
    Text::new(
        "乡村或薄弱学校任教月数",
        "Months at village or weak schools",
    ),
    Text::new("已满年限", "Has the year"),
    Text::new("本方案后", "By this plan"),
];
const HAS: Text = Text::new("已具备", "has it");
const GETS: Text = Text::new("由本次交流补足", "gets it by this move");
const LACKS: Text = Text::new("仍不具备", "still lacks it");

/// Applicants for a title that asks for the village year.
pub(super) fn years(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.titles.iter().map(|one| {
        let who = annex.teacher(&one.teacher);
        let state = match (one.has_year, one.gets_year) {
            (true, _) => HAS,
            (false, true) => GETS,
            (false, false) => LACKS,
        };
        row![
            one.teacher.as_str(),
            annex.name(&one.teacher),
            who.map(|who| annex.school_no(who.work_school)),
            annex.say(one.title.text()),
            i64::from(one.months),
            annex.yes(one.has_year),
            annex.say(state),
        ]
    });
    let name = Text::new("职称申报资格表", "title year");
    Form::new(name, &YEAR, annex.lang).with(rows)
}

/// Applicants in their published order, and who is appointed.
pub(super) fn appointments(annex: &Annex<'_>) -> Form {
    let mark = if annex.lang == Lang::Zh { "；" } else { "; " };
    let rows = annex.doc.appointments.iter().map(|one| {
        let lacks = one.lacks.iter().map(|both| both.get(annex.lang));
        row![
            one.teacher.as_str(),
            annex.name(&one.teacher),
            annex.school(&one.school),
            annex.say(one.title.text()),
            one.place,
            annex.yes(one.appointed),
            one.post.map(|post| annex.say(source(post))),
            lacks.collect::<Vec<_>>().join(mark),
        ]
    });
    Form::of(&APPOINTMENTS, annex.lang).with(rows)
}

fn source(post: PostSource) -> Text {
    match post {
        PostSource::General => Text::new("核定岗位", "approved post"),
        PostSource::Reserve => Text::new("统筹岗位", "reserve"),
        PostSource::Outside => Text::new("不占岗位", "needs none"),
    }
}

const POSTS: [Text; 12] = [
    Text::new("岗位等级", "Grade"),
    Text::new("学校", "School"),
    Text::new("方案前核定", "Approved before"),
    Text::new("方案前已聘", "Filled before"),
    Text::new("离岗腾出", "Freed"),
    Text::new("新聘", "Appointed"),
    Text::new("晋升腾出", "Left by the promoted"),
    Text::new("招聘引进", "Recruited"),
    Text::new("交流净转入", "Moved in, net"),
    Text::new("方案后岗位", "Posts after"),
    Text::new("方案后已聘", "Filled after"),
    Text::new("方案后空缺", "Empty after"),
];
const COUNTY: Text = Text::new("县级统筹", "kept by the county");

/// Title posts by grade and school, before and after.
pub(super) fn posts(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.title_posts.iter().map(|one| {
        let school = one.school.as_ref().map(|id| annex.school(id));
        row![
            annex.say(one.grade.text()),
            school.unwrap_or_else(|| annex.say(COUNTY).to_owned()),
            one.approved,
            one.filled,
            one.freed,
            one.appointed,
            one.risen,
            one.recruited,
            one.moved,
            one.given,
            one.filled_after,
            one.given - one.filled_after,
        ]
    });
    let name = Text::new("职称岗位分配表", "title posts");
    Form::new(name, &POSTS, annex.lang).with(rows)
}

/// Contract teachers who are taken onto the quota.
pub(super) fn conversions(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.conversions.iter().map(|id| {
        let who = annex.teacher(id);
        debug_assert!(who.is_none_or(|who| who.employment != Employment::OnQuota));
        row![
            id.as_str(),
            annex.name(id),
            who.map(|who| annex.school_no(who.work_school)),
        ]
    });
    Form::of(&CONVERSIONS, annex.lang).with(rows)
}
