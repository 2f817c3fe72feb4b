//! Splitting classes against enumeration: of all ways to open classes within rooms and number, none
//! leaves fewer pupils beyond the limit.

use crate::patched::changed;
use lungang::domain::{ClassGroup, Roster};
use lungang::facts::splits::{beyond, split_classes};
use lungang::input::read_documents;
use lungang::policy::{RuleBook, load_book};
use lungang::rules::cards;

fn county(set: &[&str]) -> (Roster, RuleBook) {
    let set: Vec<String> = set.iter().map(|&one| one.to_owned()).collect();
    let documents = changed("tests/golden/rules/base", &set);
    let scenario = read_documents(&documents);
    let roster = scenario.roster.expect("the base can be read");
    let book = load_book(&scenario.policies, &cards(), roster.date).0;
    (roster, book.expect("and so can its policy"))
}

/// Fewest pupils beyond the limit over every way to open classes.
fn fewest(groups: &[(i64, i64, usize)], limit: i64, left: i64, rooms: &[Option<i64>]) -> i64 {
    let Some(((pupils, classes, school), rest)) = groups.split_first().map(|(a, b)| (*a, b)) else {
        return 0;
    };
    let room = rooms[school].unwrap_or(i64::MAX);
    (0..=left.min(room))
        .map(|more| {
            let mut rooms = rooms.to_vec();
            rooms[school] = rooms[school].map(|room| room - more);
            let here = (pupils - (classes + more) * limit).max(0);
            here + fewest(rest, limit, left - more, &rooms)
        })
        .min()
        .unwrap_or(0)
}

#[test]
fn no_other_way_to_open_classes_leaves_fewer_beyond_the_limit() {
    let mut tight = 0;
    for seed in 0..120u64 {
        let mut state = seed * 2 + 1;
        let mut below = |bound: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % bound
        };
        let number = below(4);
        let most = format!("policy.class_splits.new_classes_at_most={number}");
        let (mut roster, book) = county(&["policy.class_splits.force=goal", &most]);
        roster.classes.clear();
        let mut groups = Vec::new();
        let mut rooms = Vec::new();
        for no in 0..2 {
            let mut used = 0;
            for grade in 1..=2 {
                let classes = 1 + below(2);
                used += classes;
                let pupils: Vec<u32> = (0..classes)
                    .map(|_| u32::try_from(30 + below(50)).unwrap())
                    .collect();
                let sum = pupils.iter().map(|size| i64::from(*size)).sum();
                groups.push((sum, i64::try_from(classes).unwrap(), no));
                let school = lungang::domain::SchoolNo(no);
                roster.classes.push(ClassGroup {
                    school,
                    grade,
                    pupils,
                });
            }
            let more = below(3);
            let stated = below(2) == 0;
            roster.schools[no].rooms = stated.then(|| u32::try_from(used + more).unwrap());
            rooms.push(stated.then(|| i64::try_from(more).unwrap()));
        }
        let best = fewest(&groups, 45, i64::try_from(number).unwrap(), &rooms);
        let heads =
            |roster: &Roster| -> u32 { roster.classes.iter().flat_map(|one| &one.pupils).sum() };
        let before = heads(&roster);
        split_classes(&mut roster, &book);
        let left: i64 = roster
            .classes
            .iter()
            .map(|one| beyond(&one.pupils, 45))
            .sum();
        assert_eq!(left, best, "seed {seed}");
        assert_eq!(heads(&roster), before, "seed {seed}");
        tight += i32::from(best > 0);
    }
    assert!((20..100).contains(&tight), "{tight} of 120 stay beyond");
}
