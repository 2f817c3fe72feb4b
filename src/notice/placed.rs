//! The notice of somebody whose school closes and who is placed at another (撤并安置).

use super::{Told, month};
use crate::blanks;
use crate::domain::{Role, TeacherNo};
use crate::facts::holds_place;
use crate::plan::{MoveDoc, MoveKind};
use crate::report;
use crate::text::Text;

pub(super) const TITLE: Text = Text::new(
    "撤并学校教师安置告知书",
    "Notice of placement from a closing school",
);
const PLACED: Text = Text::new(
    "您好！感谢您为教育事业的付出。{from}新学年撤并，请您自{start}起到{to}工作，{work}；{quota}。",
    "Thank you for your work. {from} closes before the coming school year: from {start} on you are asked to work at {to}; {work}; {quota}.",
);
const TEACHES: Text = Text::new(
    "任教{subject}，每周共{periods}课时",
    "you teach {subject}, {periods} periods a week",
);
const IDLE: Text = Text::new(
    "具体工作由{to}安排",
    "what you do there is for {to} to arrange",
);
const GOES: Text = Text::new("编制关系随本人转入", "your quota place goes with you");
const ELSEWHERE: Text = Text::new("编制关系仍在{school}", "your quota place stays at {school}");
const NO_PLACE: Text = Text::new("聘用关系随本人转入", "your contract goes with you");
const OFFICE: Text = Text::new(
    "您在{from}的{role}职务随学校撤并免去，任用另行研究。",
    " Your office at {from} ({role}) ends with the school; another is for the bureau to give.",
);

/// Whether the move of a plan is a placement.
pub(super) fn is_placed(one: &MoveDoc) -> bool {
    one.kind == MoveKind::Closing
}

/// Where she is placed, to do what, and what becomes of her quota place and her office.
pub(super) fn words(told: &Told<'_>, who: TeacherNo, one: &MoveDoc) -> String {
    let (facts, lang) = (told.facts, told.lang);
    let (roster, teacher) = (facts.roster, facts.roster.teacher(who));
    let name = |id: &str| {
        let school = roster.find_school(id);
        school.map(|no| roster.school(no).name.clone())
    };
    let blanks = blanks! {
        start: month(one.start, lang), from: name(&one.from), to: name(&one.to),
        subject: report::teaches_in_full(told.doc, one), periods: one.weekly_periods,
        school: roster.school(teacher.quota_school).name, role: teacher.role.text(),
    };
    let work = if one.weekly_periods > 0 {
        TEACHES
    } else {
        IDLE
    };
    let quota = if one.quota_goes {
        GOES
    } else if holds_place(facts.book, teacher.employment) {
        ELSEWHERE
    } else {
        NO_PLACE
    };
    let mut all = blanks.clone();
    all.append(&mut blanks! {
        work: work.fill(lang, &blanks), quota: quota.fill(lang, &blanks),
    });
    let mut text = PLACED.fill(lang, &all);
    if teacher.role != Role::Teacher {
        text.push_str(&OFFICE.fill(lang, &blanks));
    }
    text
}
