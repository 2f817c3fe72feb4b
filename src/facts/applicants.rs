//! What an applicant for a higher title lacks, apart from the time at village schools
//! (职称申报条件): the conditions of rule `title_applicants`, one by one.

use super::values::title_applicants::{self, Condition};
use crate::domain::{Roster, Status, Teacher};
use crate::policy::RuleBook;
use crate::text::Text;

/// Every condition that she does not fulfil, in the order of the policy.
pub fn lacking(roster: &Roster, book: &RuleBook, teacher: &Teacher) -> Vec<Text> {
    let asked = book.get(title_applicants::CONDITIONS).into_iter();
    let low = load_is_low(roster, book, teacher).unwrap_or(false);
    let load = low.then_some(Text::new("未完成规定的教学工作量", "the set load"));
    asked
        .filter_map(|one| lacks(teacher, one))
        .chain(load)
        .collect()
}

/// The condition in words, when she does not fulfil it.
fn lacks(teacher: &Teacher, condition: Condition) -> Option<Text> {
    let (fulfils, text) = match condition {
        Condition::Training => (teacher.training_ok, Text::new("培训不合格", "training")),
        Condition::Ethics => (teacher.ethics_ok, Text::new("师德不合格", "ethics")),
        Condition::Language => (
            teacher.language_ok,
            Text::new("国家通用语言文字未达标", "the national common language"),
        ),
        Condition::FrontLine => (
            teacher.status == Status::Active,
            Text::new("不在一线任教", "teaching at present"),
        ),
    };
    (!fulfils).then_some(text)
}

/// None where nothing is asked, or her periods or the standard load are not known.
fn load_is_low(roster: &Roster, book: &RuleBook, teacher: &Teacher) -> Option<bool> {
    let share = book.get(title_applicants::LOAD_AT_LEAST)?;
    let standard = roster.standard_load(teacher.stage, teacher.subject)?;
    let periods = i64::from(teacher.weekly_periods?);
    Some(periods < share.ceil_of(i64::from(standard)))
}
