//! Words about whoever is placed because a school closes (撤并安置): what becomes of her place and of her office.

use crate::blanks;
use crate::domain::{Role, TeacherNo};
use crate::facts::{Facts, holds_place};
use crate::plan::{FigureId, MergerDoc, MoveDoc, MoveKind, PersonDoc, Plan, SchoolDoc};
use crate::print::{ALSO, Phrase};
use crate::text::Text;

const GOES: Text = Text::new("编制随转", "the quota place goes along");
const STAYS: Text = Text::new("编制保留在原校", "the quota place stays");
const ELSEWHERE: Text = Text::new("编制仍在{school}", "the quota place stays at {school}");
const NO_PLACE: Text = Text::new(
    "不占编制，聘用关系转到新学校",
    "no quota place; the contract goes along",
);
const OFFICE: Text = Text::new(
    "{role}职务随学校撤并免去，另行任用",
    "the office of {role} ends with the school, another is for the bureau to give",
);

const GOES_TO: Text = Text::new("{pupils}名学生转入{to}", "{pupils} pupils go to {to}");
const NOWHERE: Text = Text::new(
    "没有填写接收学校，{pupils}名学生不计入任何学校，各校的班级、岗位和编制都没有为其增加，请填写“撤并后接收学校”后重新编制方案",
    "no receiving school is named: {pupils} pupils are counted nowhere, and no school gets classes, posts or quota for them; name it in the table of schools and plan again",
);
const REST: Text = Text::new(
    "接收学校不设其年级的{pupils}名学生不计入任何学校，请另行落实",
    "{pupils} pupils of grades that it does not teach are counted nowhere; see to them",
);
const STAFF: Text = Text::new(
    "教师{number}人安置到其他学校",
    "{number} teachers are placed at other schools",
);
const CLOSES: Text = Text::new("{from}撤并：{what}。", "{from} closes: {what}.");

/// What becomes of every school that closes, a sentence each: where its pupils go, how many teachers are placed.
pub(crate) fn closing_lines(doc: &Plan) -> Vec<Phrase> {
    let placed = |school: &SchoolDoc| school.figure(FigureId::PlacedClosing).unwrap_or(0);
    let schools = doc.schools.iter().filter_map(|school| {
        let mergers = doc.mergers.iter().filter(|one| one.from == school.id);
        let pupils = mergers.map(|one| pupils(doc, one));
        let staff = Some(placed(school)).filter(|number| *number > 0);
        let staff = staff.map(|number| Phrase::fill(STAFF, &blanks! { number: number }));
        let words: Vec<Phrase> = pupils.chain(staff).collect();
        let what = (!words.is_empty()).then(|| Phrase::join(words, ALSO))?;
        Some(Phrase::fill(
            CLOSES,
            &blanks! { from: school.name, what: what },
        ))
    });
    schools.collect()
}

fn pupils(doc: &Plan, one: &MergerDoc) -> Phrase {
    let name = one.to.as_ref().and_then(|to| {
        let mut schools = doc.schools.iter();
        schools
            .find(|school| school.id == *to)
            .map(|school| &school.name)
    });
    let mut others = doc.mergers.iter();
    let text = match name {
        Some(_) => GOES_TO,
        None if others.any(|other| other.from == one.from && other.to.is_some()) => REST,
        None => NOWHERE,
    };
    Phrase::fill(text, &blanks! { pupils: one.pupils, to: name })
}

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
