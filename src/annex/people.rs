//! Everybody accounted for (人员去向表), who is without a post (富余人员名册), and who holds a quota place without
//! being at work (在编不在岗人员名册).

use super::context::{Annex, NEXT_AT, NOW_AT, PERSON, STAFF_ID, SUBJECT};
use crate::blanks;
use crate::domain::{Employment, Role, Status, Teacher};
use crate::facts::fillers::is_able;
use crate::facts::people::State;
use crate::facts::{place_next, shown_movable};
use crate::plan::{NoPostDoc, PersonDoc};
use crate::print::{ALSO, LIST, Phrase, Table};
use crate::report;
use crate::text::Text;

/// One line with the person's own row of the roster.
type Line<'a> = (&'a PersonDoc, Option<&'a Teacher>);

/// Those of whom this holds.
fn those<'a>(annex: &'a Annex<'_>, holds: impl Fn(&Line<'a>) -> bool) -> Vec<Line<'a>> {
    let all = annex.doc.people.iter();
    let all = all.map(|one| (one, annex.teacher(&one.teacher)));
    all.filter(holds).collect()
}

const EVERYBODY_NOTE: Text = Text::new(
    "注：教师表中的每一人各列一行，去向只列最先符合的一项，次序为退休离校、在编不在岗、交流轮岗、往年派出、撤并安置、校际调整、任校内职务、任学科岗、无岗；其他任务另列。",
    "Note: one line for everybody of the roster, with the first state that fits: leaves, not at work, rotates, on a posting, placed, moved, leads, on a post, without a post; what is done besides stands beside it.",
);

/// Whose quota place is not where she works.
const QUOTA_AT: Text = Text::new("编制在{school}", "quota place at {school}");

/// Everybody, by staff number.
pub(super) fn everybody(annex: &Annex<'_>) -> Table {
    let post = |(one, _): Line<'_>| (!one.post.is_empty()).then(|| annex.parts(&one.post));
    let role = |(one, _): Line<'_>| one.role.map(Role::text);
    // The office stands beside.
    let told = |one: &&PersonDoc| one.state != State::Leading;
    let remark = |(one, who): Line<'_>| {
        let said = Some(one).filter(told).and_then(report::remark);
        let said = said.or_else(|| report::without_post(one));
        let home = who.map(|who| annex.school_no(who.quota_school));
        let away = home.filter(|home| *home != annex.school(&one.from));
        let away = away.map(|home| Phrase::fill(QUOTA_AT, &blanks! { school: home }));
        // What is a whole sentence comes last.
        let words: Vec<Phrase> = away.into_iter().chain(said).collect();
        (!words.is_empty()).then(|| Phrase::join(words, ALSO))
    };
    let periods = |(one, _): Line<'_>| (!one.post.is_empty()).then_some(one.periods);
    Table::new(("人员去向表", "where everybody is"))
        .note(EVERYBODY_NOTE)
        .each(those(annex, |_| true))
        .words(STAFF_ID, |(one, _)| &one.teacher)
        .words(PERSON, |(one, _)| &one.name)
        .words(SUBJECT, |(_, who)| who.map(|who| who.subject.text()))
        .words(("职务", "Office"), role)
        .words(NOW_AT, |(one, _)| annex.school(&one.from))
        .words(("去向", "State"), |(one, _)| one.state.text())
        .words(NEXT_AT, |(one, _)| {
            one.school.as_ref().map(|id| annex.school(id))
        })
        .words(("任课岗位", "Teaching post"), post)
        .words(("周课时", "Weekly periods"), periods)
        .words(("其他任务", "Besides"), |(one, _)| {
            report::duties(one, |id| annex.school(id))
        })
        .words(("说明", "Remark"), remark)
        .done()
}

const SURPLUS_NOTE: Text = Text::new(
    "注：按学科和学校排列；有可任的他校空岗而未安排的，为本年不能调动、路程过远、课时过少或只有不设专岗的课程。",
    "Note: by subject and school; where a post elsewhere could be taken and is not, she may not be moved this year, it is too far or too few periods.",
);

/// Who is without a post, by subject and school.
pub(super) fn surplus(annex: &Annex<'_>) -> Table {
    // Whoever is placed from a closing school without a post is told beside them.
    let mut all = those(annex, |(one, _)| {
        one.state == State::NoPost || (one.state == State::Placed && one.post.is_empty())
    });
    all.sort_by_key(|(one, who)| {
        let subject = who.map(|who| (who.subject, who.stage));
        (subject, &one.school, &one.teacher)
    });
    let employed = |(_, who): Line<'_>| who.map(|who| who.employment.text());
    let movable = |(one, _): Line<'_>| {
        let who = annex.facts.roster.find_teacher(&one.teacher);
        who.map(|who| shown_movable(annex.facts, who))
    };
    let why = |(one, _): Line<'_>| one.why.as_ref().map(NoPostDoc::says);
    Table::new(("富余人员名册", "people without a post"))
        .note(SURPLUS_NOTE)
        .each(all)
        .words(SUBJECT, |(_, who)| who.map(|who| who.subject.text()))
        .words(("学段", "Stage"), |(_, who)| {
            who.map(|who| who.stage.text())
        })
        .words(("所在学校", "School"), |(one, _)| {
            one.school.as_ref().map(|id| annex.school(id))
        })
        .words(STAFF_ID, |(one, _)| &one.teacher)
        .words(PERSON, |(one, _)| &one.name)
        .words(("用人形式", "Employment"), employed)
        .words(("教师资格", "Certificates"), |(_, who)| {
            who.and_then(certificates)
        })
        .words(("无岗原因", "Why without a post"), why)
        .words(("本年可调动", "May be moved"), movable)
        .words(
            ("可任的他校空岗", "Posts elsewhere that could be taken"),
            |(one, _)| elsewhere(annex, one),
        )
        .done()
}

/// Stages and subjects of the certificates; blank where the roster does not say.
fn certificates(who: &Teacher) -> Option<Phrase> {
    let stages = who.certified_stages.iter().map(|one| one.text());
    let subjects = who.certified_subjects.iter().map(|one| one.text());
    let words: Vec<Phrase> = stages.chain(subjects).map(Into::into).collect();
    (!words.is_empty()).then(|| Phrase::join(words, LIST))
}

/// Empty posts elsewhere for which somebody is counted as able, see the list of empty posts.
fn elsewhere(annex: &Annex<'_>, one: &PersonDoc) -> Option<Phrase> {
    let facts = annex.facts;
    let who = facts.roster.find_teacher(&one.teacher)?;
    let elsewhere = annex.doc.unfilled.iter();
    let elsewhere = elsewhere.filter(|empty| one.school.as_ref() != Some(&empty.school));
    let fits = elsewhere.filter(|empty| {
        let school = facts.roster.find_school(&empty.school);
        let mut posts = school.into_iter().flat_map(|no| facts.posts_of(no));
        posts.any(|no| {
            let post = facts.post(no);
            (post.stage, &post.parts) == (empty.stage, &empty.parts) && is_able(facts, who, no)
        })
    });
    let words = fits.map(|empty| {
        let parts = annex.parts(&empty.parts);
        let school = annex.school(&empty.school);
        Phrase::of(|lang| format!("{school} {}", parts.get(lang)))
    });
    let words: Vec<Phrase> = words.collect();
    (!words.is_empty()).then(|| Phrase::join(words, LIST))
}

const AWAY_NOTE: Text = Text::new(
    "注：占用编制而不在岗的人员，不计入在岗教师；应按规定清理返岗，或办理有关手续。",
    "Note: they hold a quota place and are not at work, so they count to no school's staff; they are to be called back, or their papers put in order.",
);

/// Who holds a quota place without being at work.
pub(super) fn away(annex: &Annex<'_>) -> Table {
    let on_quota = |who: &Teacher| who.employment == Employment::OnQuota;
    let all = those(annex, |(one, who)| {
        one.state == State::Away && who.is_some_and(on_quota)
    });
    let quota = |(_, who): Line<'_>| who.map(|who| annex.school_no(who.quota_school));
    let todo = |(one, who): Line<'_>| who.and_then(|who| handed_on(annex, one, who));
    Table::new(("在编不在岗人员名册", "on quota, not at work"))
        .note(AWAY_NOTE)
        .each(all)
        .words(STAFF_ID, |(one, _)| &one.teacher)
        .words(PERSON, |(one, _)| &one.name)
        .words(("编制所在学校", "School of the quota place"), quota)
        .words(NOW_AT, |(one, _)| annex.school(&one.from))
        .words(SUBJECT, |(_, who)| who.map(|who| who.subject.text()))
        .words(("职务", "Office"), |(one, _)| one.role.map(Role::text))
        .words(("在岗状态", "Status"), |(one, _)| {
            one.status.map(Status::text)
        })
        .words(("清理意见", "To be done"), todo)
        .done()
}

const HANDED_ON: Text = Text::new(
    "原校撤并，编制转到{school}",
    "the school closes: the quota place goes to {school}",
);
const COUNTY: Text = Text::new(
    "原校撤并，编制由县统筹，请明确接收学校",
    "the school closes: the county has the quota place, name a school for it",
);

/// Where the quota place of whoever is not at work goes when the school that has it closes.
fn handed_on(annex: &Annex<'_>, one: &PersonDoc, who: &Teacher) -> Option<Phrase> {
    let facts = annex.facts;
    if !facts.roster.school(who.quota_school).closing {
        return None;
    }
    let stand = facts.stands(facts.roster.find_teacher(&one.teacher)?);
    let to = place_next(facts.roster, who, stand);
    Some(to.map_or(COUNTY.into(), |to| {
        Phrase::fill(HANDED_ON, &blanks! { school: annex.school_no(to) })
    }))
}
