//! The notice of somebody whose posting ends and who comes back (交流期满返回).

use super::{Told, month};
use crate::blanks;
use crate::domain::TeacherNo;
use crate::text::Text;

const RETURNS: Text = Text::new(
    "您好！感谢您在{at}的付出。您的{form}到{end}期满，新学年请您自{start}起返回{base}任教。",
    "Thank you for your work at {at}. Your posting ({form}) ends in {end}; from {start} you teach at {base} again.",
);
const RETURNS_SOON: Text = Text::new(
    "您好！感谢您在{at}的付出。您的{form}期满，新学年请您自{start}起返回{base}任教。",
    "Thank you for your work at {at}. Your posting ({form}) is over; from {start} you teach at {base} again.",
);
const GROUNDS: Text = Text::new(
    "您在{at}的{form}自{from}开始，期满后返回编制所在学校。",
    "Your posting at {at} ({form}) began in {from}; when it is over you return to the school of your quota place.",
);

/// Everybody whom the plan leaves where her posting lets her return to, and who works elsewhere today.
pub fn returning(told: &Told<'_>) -> Vec<TeacherNo> {
    let roster = told.facts.roster;
    let moves = |who: TeacherNo| {
        let id = &roster.teacher(who).id;
        told.doc.moves.iter().any(|one| one.teacher == *id)
    };
    let all = roster.teacher_nos();
    all.filter(|who| comes_back(told, *who) && !moves(*who))
        .collect()
}

/// Whether a posting of hers ends, so that she goes back to another school than today's.
pub(super) fn comes_back(told: &Told<'_>, who: TeacherNo) -> bool {
    let stand = told.facts.stands(who);
    let ends = stand.ongoing.as_ref().is_some_and(|one| !one.goes_on);
    let today = told.facts.roster.teacher(who).work_school;
    ends && stand.base.is_some_and(|base| base != today)
}

/// What she is told, and why.
pub(super) fn words(told: &Told<'_>, who: TeacherNo) -> Option<[String; 2]> {
    let (facts, lang) = (told.facts, told.lang);
    let stand = facts.stands(who);
    let (posting, base) = (stand.ongoing.as_ref()?, stand.base?);
    let at = facts.roster.teacher(who).work_school;
    let blanks = blanks! {
        at: facts.roster.school(at).name, base: facts.roster.school(base).name,
        form: posting.form.text(), from: month(posting.from, lang),
        end: posting.to.map(|end| month(end, lang)), start: month(facts.year_start, lang),
    };
    let said = if posting.to.is_some() {
        RETURNS
    } else {
        RETURNS_SOON
    };
    Some([said.fill(lang, &blanks), GROUNDS.fill(lang, &blanks)])
}
