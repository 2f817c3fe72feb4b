//! Words about whoever is placed because a school closes (撤并安置): what becomes of her place and of her office.

use crate::blanks;
use crate::domain::{Role, TeacherNo};
use crate::facts::{Facts, holds_place};
use crate::plan::{MoveDoc, MoveKind, PersonDoc};
use crate::print::Phrase;
use crate::text::Text;

const GOES: Text = Text::new("编制随转", "the quota place goes along");
const STAYS: Text = Text::new("编制保留在原校", "the quota place stays");
const ELSEWHERE: Text = Text::new(
    "编制仍在{school}",
    "the quota place stays at {school}",
);
const NO_PLACE: Text = Text::new(
    "不占编制，聘用关系转到新学校",
    "no quota place; the contract goes along",
);
const OFFICE: Text = Text::new(
    "{role}职务随学校撤并免去，另行任用",
    "the office of {role} ends with the school, another is for the bureau to give",
);

/// What becomes of the quota place of somebody who moves.
pub(crate) fn quota_words(facts: &Facts<'_>, one: &MoveDoc) -> Phrase {
    let who = facts.roster.find_teacher(&one.teacher);
    match who.filter(|_| one.kind == MoveKind::Closing) {
        _ if one.quota_goes => GOES.into(),
        Some(who) => kept(facts, who),
        None => STAYS.into(),
    }
}

/// The school closes and no place of it goes along: she has none, or has it elsewhere.
fn kept(facts: &Facts<'_>, who: TeacherNo) -> Phrase {
    let teacher = facts.roster.teacher(who);
    if holds_place(facts.book, teacher.employment) {
        let school = &facts.roster.school(teacher.quota_school).name;
        Phrase::fill(ELSEWHERE, &blanks! { school: school })
    } else {
        NO_PLACE.into()
    }
}

/// What becomes of the office of somebody whose school closes.
pub(crate) fn office_words(one: &PersonDoc) -> Option<Phrase> {
    let role = one.role.filter(|role| *role != Role::Teacher)?;
    Some(Phrase::fill(OFFICE, &blanks! { role: role.text() }))
}
