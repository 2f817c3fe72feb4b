//! Where the pupils of a closing school go.

use crate::tiny::{self, NINE, POINT, TOWN, VILLAGE, book, classes};
use lungang::domain::*;
use lungang::facts::Facts;
use lungang::facts::merging::merge_classes;

/// The village closes and names this school; the pupils of each school, grade by grade.
fn merged(to: Option<SchoolNo>, pupils: Vec<ClassGroup>, rooms: Option<u32>) -> Roster {
    let mut roster = tiny::roster();
    roster.schools[VILLAGE.0].closing = true;
    roster.schools[VILLAGE.0].receiver = to;
    if let Some(to) = to {
        roster.schools[to.0].rooms = rooms;
    }
    roster.classes = pupils;
    roster.classes.sort();
    merge_classes(&mut roster, &book(&[]));
    roster
}

fn sizes(roster: &Roster, school: SchoolNo, grade: u8) -> Vec<u32> {
    let mut groups = roster.classes.iter();
    let here = groups.find(|one| (one.school, one.grade) == (school, grade));
    here.map_or_else(Vec::new, |one| one.pupils.clone())
}

#[test]
fn pupils_join_the_classes_of_the_receiver_and_make_new_ones_beyond_the_limit() {
    let pupils = vec![
        classes(VILLAGE, 1, &[12]),
        classes(VILLAGE, 2, &[20, 19]),
        classes(VILLAGE, 3, &[9]),
        classes(TOWN, 1, &[30]),
        classes(TOWN, 2, &[40, 40]),
    ];
    let roster = merged(Some(TOWN), pupils, None);
    // 42 fit into one class of 45; 119 need three; grade 3 is new there.
    assert_eq!(sizes(&roster, TOWN, 1), [42]);
    assert_eq!(sizes(&roster, TOWN, 2), [40, 40, 39]);
    assert_eq!(sizes(&roster, TOWN, 3), [9]);
    assert!(roster.classes.iter().all(|one| one.school != VILLAGE));
    let kept = Merger {
        from: VILLAGE,
        to: TOWN,
        pupils: 60,
    };
    assert_eq!(roster.mergers, [kept]);
}

#[test]
fn rooms_bound_the_new_classes() {
    let pupils = || {
        vec![
            classes(VILLAGE, 1, &[30]),
            classes(TOWN, 1, &[40]),
            classes(TOWN, 2, &[40]),
        ]
    };
    assert_eq!(
        sizes(&merged(Some(TOWN), pupils(), Some(3)), TOWN, 1),
        [35, 35]
    );
    assert_eq!(sizes(&merged(Some(TOWN), pupils(), Some(2)), TOWN, 1), [70]);
}

#[test]
fn nobody_goes_where_no_school_is_named_or_the_grade_is_not_taught() {
    let pupils = || vec![classes(VILLAGE, 1, &[12]), classes(VILLAGE, 7, &[10])];
    assert!(merged(None, pupils(), None).mergers.is_empty());
    // A teaching point has no junior grades: those pupils are still at the school that closes.
    let roster = merged(Some(POINT), pupils(), None);
    assert_eq!(sizes(&roster, POINT, 1), [12]);
    assert_eq!(sizes(&roster, VILLAGE, 7), [10]);
    assert_eq!(sizes(&merged(Some(NINE), pupils(), None), NINE, 7), [10]);
}

#[test]
fn boarders_and_expected_intake_go_along() {
    let mut roster = tiny::roster();
    roster.schools[VILLAGE.0].closing = true;
    roster.schools[VILLAGE.0].receiver = Some(TOWN);
    roster.schools[VILLAGE.0].boarders = 5;
    roster.schools[TOWN.0].boarders = 2;
    roster.classes = vec![classes(TOWN, 1, &[20]), classes(VILLAGE, 1, &[12])];
    roster.classes.sort();
    let expected = |school, pupils| Intake {
        school,
        year: 2027,
        grade: 1,
        pupils,
        classes: Some(1),
    };
    roster.forecast = vec![expected(TOWN, 30), expected(VILLAGE, 10)];
    merge_classes(&mut roster, &book(&[]));
    assert_eq!(roster.schools[TOWN.0].boarders, 7);
    assert_eq!(roster.schools[VILLAGE.0].boarders, 0);
    let sum = Intake {
        classes: None,
        ..expected(TOWN, 40)
    };
    assert_eq!(roster.forecast, [sum]);
    let before = roster.clone();
    merge_classes(&mut roster, &book(&[]));
    assert_eq!(roster.classes, before.classes);
}

#[test]
fn the_receiver_needs_more_teachers_and_gets_more_quota() {
    let mut roster = tiny::roster();
    roster.classes = vec![classes(TOWN, 1, &[20]), classes(VILLAGE, 1, &[38])];
    roster.classes.sort();
    for (subject, periods) in [("chinese", 8), ("maths", 5)] {
        let subject = tiny::subject(subject);
        roster.grid.push(GridLine {
            grade: 1,
            subject,
            periods,
        });
        roster.load.push(LoadLine {
            stage: Stage::Primary,
            subject,
            periods: 8,
        });
    }
    roster.schools[VILLAGE.0].closing = true;
    let at_town = |roster: &Roster| {
        let book = book(&[]);
        let facts = Facts::new(roster, &book);
        let posts: u32 = facts.posts_of(TOWN).map(|no| facts.post(no).number).sum();
        let stages = facts.quota[TOWN.0].stages.iter();
        (posts, stages.map(|stage| stage.asked).collect::<Vec<_>>())
    };
    let lost = at_town(&roster);
    roster.schools[VILLAGE.0].receiver = Some(TOWN);
    merge_classes(&mut roster, &book(&[]));
    let counted = at_town(&roster);
    assert!(counted.0 > lost.0, "{lost:?} {counted:?}");
    assert_ne!(counted.1, lost.1);
}
