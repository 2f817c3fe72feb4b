//! Subjects by school before anything is decided: what is taught, who is there for it, and which
//! stages are open to whom (余缺).

use super::values::surplus_first::{self, StageMoves};
use super::{Facts, Post};
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo};
use std::collections::{BTreeMap, BTreeSet};

/// Subjects with a certificate of their own and a teaching post, by school and stage, at schools that
/// stay open.
pub fn taught(facts: &Facts<'_>) -> BTreeSet<(SchoolNo, Stage, Subject)> {
    let closes = |post: &&Post| facts.roster.school(post.school).closing;
    let open = facts.posts.iter().filter(|post| !closes(post));
    open.flat_map(Post::places).collect()
}

/// People but heads of schools whose own subject it is (persons) and posts whose main part it is (posts), by school and
/// subject, at schools that stay open.
pub fn balance(facts: &Facts<'_>) -> BTreeMap<(SchoolNo, Subject), (i64, i64)> {
    let mut all: BTreeMap<_, (i64, i64)> = BTreeMap::new();
    let open = |school: SchoolNo| !facts.roster.school(school).closing;
    let standing = facts.roster.teacher_nos().zip(&facts.standing);
    for (who, stand) in standing {
        if facts.beside_office.contains_key(&who) {
            continue;
        }
        if let Some(base) = stand.base.filter(|base| open(*base)) {
            let own = facts.profile(stand.profile).own;
            all.entry((base, own)).or_default().0 += 1;
        }
    }
    for post in facts.posts.iter().filter(|post| open(post.school)) {
        if let Some(main) = post.main() {
            all.entry((post.school, main)).or_default().1 += i64::from(post.number);
        }
    }
    all
}

/// Whether a school teaches a stage to which the policy lets this teacher move.
pub fn stage_fits(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let profile = facts.profile(facts.stands(who).profile);
    let school = facts.roster.school(to);
    match facts.book.get(surplus_first::STAGE_MOVES) {
        StageMoves::Same => school.teaches(profile.stage),
        StageMoves::SameOrLower => {
            let mut taught = school.kind.stages().iter();
            taught.any(|stage| *stage <= profile.stage)
        }
        StageMoves::Certificate => profile.may.iter().any(|(stage, _)| school.teaches(*stage)),
    }
}
