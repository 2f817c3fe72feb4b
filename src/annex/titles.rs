//! Titles: who has the village year, who is appointed, posts by grade before and after.

use super::context::{Annex, PERSON, SCHOOL, STAFF_ID};
use crate::domain::Employment;
use crate::input::plan_sheets::{APPOINTMENTS, CONVERSIONS};
use crate::plan::{AppointmentDoc, MoveKind, PostSource, TitleDoc, TitlePostDoc};
use crate::print::{ALSO, Phrase, Table, row};
use crate::text::Text;

const MONTHS: Text = Text::new(
    "乡村或薄弱学校任教月数",
    "Months at village or weak schools",
);
const HAS: Text = Text::new("已具备", "has it");
const GETS: Text = Text::new("由本方案补足", "gets it by this plan");
const LACKS: Text = Text::new("仍不具备", "still lacks it");

/// Applicants for a title that asks for the village year.
pub(super) fn years(annex: &Annex<'_>) -> Table {
    let at = |one: &TitleDoc| {
        let who = annex.teacher(&one.teacher);
        who.map(|who| annex.school_no(who.work_school))
    };
    let state = |one: &TitleDoc| match (one.has_year, one.gets_year) {
        (true, _) => HAS,
        (false, true) => GETS,
        (false, false) => LACKS,
    };
    Table::new(("职称申报资格表", "title year"))
        .each(&annex.doc.titles)
        .words(STAFF_ID, |one| &one.teacher)
        .words(PERSON, |one| annex.name(&one.teacher))
        .words(("现任教学校", "Present school"), at)
        .words(("申报职称", "Title applied for"), |one| {
            one.title.text()
        })
        .words(MONTHS, |one| i64::from(one.months))
        .words(("已满年限", "Has the year"), |one| one.has_year)
        .words(("本方案后", "By this plan"), state)
        .done()
}

/// Applicants in their published order, and who is appointed.
pub(super) fn appointments(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.appointments.iter().map(|one| {
        row![
            &one.teacher,
            annex.name(&one.teacher),
            annex.school(goes_to(annex, one)),
            one.title.text(),
            one.place,
            one.appointed,
            one.post.map(source),
            Phrase::join(&one.lacks, ALSO),
        ]
    });
    Table::of(&APPOINTMENTS, rows)
}

/// Whoever is placed from a school that closes takes the post along.
fn goes_to<'a>(annex: &'a Annex<'_>, one: &'a AppointmentDoc) -> &'a str {
    let mut moves = annex.doc.moves.iter();
    let placed = moves.find(|to| to.teacher == one.teacher && to.kind == MoveKind::Closing);
    placed.map_or(&one.school, |to| &to.to)
}

fn source(post: PostSource) -> Text {
    match post {
        PostSource::General => Text::new("核定岗位", "approved post"),
        PostSource::Reserve => Text::new("统筹岗位", "reserve"),
        PostSource::Outside => Text::new("不占岗位", "needs none"),
    }
}

const COUNTY: Text = Text::new("县级统筹", "kept by the county");

/// Title posts by grade and school, before and after.
pub(super) fn posts(annex: &Annex<'_>) -> Table {
    let at = |one: &TitlePostDoc| {
        let school = one.school.as_ref();
        school.map_or(Phrase::from(COUNTY), |id| annex.school(id).into())
    };
    let empty = |one: &TitlePostDoc| one.given - one.filled_after;
    Table::new(("职称岗位分配表", "title posts"))
        .each(&annex.doc.title_posts)
        .words(("岗位等级", "Grade"), |one| one.grade.text())
        .words(SCHOOL, at)
        .words(("方案前核定", "Approved before"), |one| one.approved)
        .words(("方案前已聘", "Filled before"), |one| one.filled)
        .words(("离岗腾出", "Freed"), |one| one.freed)
        .words(("新聘", "Appointed"), |one| one.appointed)
        .words(("晋升腾出", "Left by the promoted"), |one| one.risen)
        .words(("招聘引进", "Recruited"), |one| one.recruited)
        .words(("交流净转入", "Moved in, net"), |one| one.moved)
        .words(("方案后岗位", "Posts after"), |one| one.given)
        .words(("方案后已聘", "Filled after"), |one| one.filled_after)
        .words(("方案后空缺", "Empty after"), empty)
        .done()
}

/// Contract teachers who are taken onto the quota.
pub(super) fn conversions(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.conversions.iter().map(|id| {
        let who = annex.teacher(id);
        debug_assert!(who.is_none_or(|who| who.employment != Employment::OnQuota));
        row![
            id,
            annex.name(id),
            who.map(|who| annex.school_no(who.work_school)),
        ]
    });
    Table::of(&CONVERSIONS, rows)
}
