//! Title posts a year on: posts of those who left are empty, posts of those who were appointed filled.

use crate::domain::{Month, SchoolNo, Teacher, Title, TitlePost};
use crate::facts::{Facts, Placement};
use crate::rules::taken;
use std::collections::BTreeMap;

/// The table of the next year. What is approved stays; a school that got a post of the county's pool has
/// more filled than were approved for it, and the county as many as before.
pub(super) fn title_posts(facts: &Facts<'_>, plan: &Placement) -> Vec<TitlePost> {
    let mut posts: BTreeMap<(SchoolNo, Title), TitlePost> = BTreeMap::new();
    let fresh = |school: SchoolNo, grade: Title| TitlePost {
        school,
        grade,
        approved: 0,
        filled: 0,
        reserve_filled: 0,
    };
    for line in &facts.roster.title_posts {
        posts.insert((line.school, line.grade), line.clone());
    }
    let number = |count: i64| u32::try_from(count.max(0)).unwrap_or(u32::MAX);
    for one in &facts.titles.posts {
        if let Some(line) = posts.get_mut(&(one.school, one.grade)) {
            line.filled = number(one.filled - one.freed);
        }
    }
    for ((school, grade), sum) in taken(facts, plan) {
        let line = posts
            .entry((school, grade))
            .or_insert_with(|| fresh(school, grade));
        line.filled = number(i64::from(line.filled) + sum.all());
        line.reserve_filled = line.reserve_filled.min(line.filled);
    }
    posts.into_values().collect()
}

/// Whoever was appointed holds the title from the new year on.
pub(super) fn rise(teacher: &mut Teacher, from: Month) {
    if let Some(title) = teacher.applies_for.take() {
        teacher.title = title;
        teacher.title_since = Some(from);
    }
}
