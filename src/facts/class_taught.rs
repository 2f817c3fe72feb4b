//! Schools where one teacher takes (nearly) all subjects of a class (包班).

use super::values::teaching_posts;
use crate::domain::{Roster, SchoolNo, Stage};
use crate::policy::RuleBook;

/// Whether one teacher takes a whole class at a stage of a school: the policy lists such schools, or the
/// primary classes have so few pupils.
pub(super) fn is_class_taught(
    roster: &Roster,
    book: &RuleBook,
    school: SchoolNo,
    stage: Stage,
) -> bool {
    let of_stage = |grade| Stage::of_grade(grade) == Some(stage);
    let groups = roster.classes.iter();
    let groups = groups.filter(|group| group.school == school && of_stage(group.grade));
    let pupils: u32 = groups.flat_map(|group| &group.pupils).sum();
    let listed = book.get(teaching_posts::CLASS_POSTS);
    let below = book.get(teaching_posts::CLASS_POSTS_BELOW);
    stage == Stage::Primary && (roster.school(school).is_any(&listed) || i64::from(pupils) < below)
}
