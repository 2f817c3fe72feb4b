//! From classes, grid and load to teaching posts.

use crate::tiny::{self, NINE, POINT, TOWN, VILLAGE, classes, subject, teacher};
use lungang::domain::*;
use lungang::facts::{Facts, Post, PostNo};
use lungang::policy::{RuleBook, Share};
use proptest::{collection, prelude::*};
use std::collections::BTreeMap;

/// The county with the grid of one province for grades 1 to 6 (domain 2.6) and usual loads (2.7).
fn county() -> Roster {
    let mut roster = tiny::roster();
    let table = include_str!("../../golden/facts/grid.csv");
    for line in table.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let subject = subject(cells[0]);
        roster.load.push(LoadLine {
            stage: Stage::Primary,
            subject,
            periods: cells[1].parse().unwrap(),
        });
        for (grade, cell) in (1u8..).zip(&cells[2..]) {
            roster.grid.push(GridLine {
                grade,
                subject,
                periods: cell.parse().unwrap(),
            });
        }
    }
    roster
}

/// Only these subjects, in grade 1: weekly periods of one class, and load.
fn only(lines: &[(&str, u32, u32)]) -> Roster {
    let mut roster = tiny::roster();
    for &(key, periods, load) in lines {
        let subject = subject(key);
        roster.grid.push(GridLine {
            grade: 1,
            subject,
            periods,
        });
        roster.load.push(LoadLine {
            stage: Stage::Primary,
            subject,
            periods: load,
        });
    }
    roster.classes = vec![classes(VILLAGE, 1, &[20])];
    roster
}

fn show(post: &Post) -> String {
    let parts = post.parts.iter();
    let parts: Vec<_> = parts
        .map(|part| format!("{} {}", part.0.key(), part.1))
        .collect();
    let must = if post.must_open { ", must open" } else { "" };
    let (parts, how) = (parts.join(" + "), post.how.key());
    format!("{} x {parts} ({how}{must})", post.number)
}

fn shown(roster: &Roster, book: &RuleBook) -> Vec<String> {
    Facts::new(roster, book).posts.iter().map(show).collect()
}

fn combined(roster: &Roster, book: &RuleBook) -> Vec<String> {
    let all = shown(roster, book);
    let only = all.into_iter().filter(|line| line.contains("combined"));
    only.map(|line| line.split(" (").next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_school_of_four_classes_has_the_posts_an_officer_would_list() {
    // model 3, with the sample grid of domain 2.6.
    let mut roster = county();
    roster.classes = (1..=4)
        .map(|grade| classes(VILLAGE, grade, &[30]))
        .collect();
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    let mut lines: Vec<_> = facts.posts.iter().map(show).collect();
    for (gap, periods) in &facts.unplanned {
        lines.push(format!("in no post: {} {periods}", gap.subject.key()));
    }
    let expected = include_str!("../../golden/facts/posts.txt");
    assert_eq!(lines.join("\n"), expected.trim_end());
    let grades = roster.grid.iter().filter(|line| line.grade <= 4);
    let in_grid: u32 = grades.map(|line| line.periods).sum();
    let planned = facts.posts.iter();
    let planned: i64 = planned
        .map(|post| post.periods() * i64::from(post.number))
        .sum();
    let lost: u32 = facts.unplanned.iter().map(|one| one.1).sum();
    assert_eq!(
        planned + i64::from(lost),
        i64::from(in_grid),
        "nothing is lost unsaid"
    );
}

#[test]
fn half_a_post_of_music_and_half_a_post_of_art_are_one_post() {
    let roster = only(&[("music", 9, 18), ("art", 9, 18)]);
    assert_eq!(
        shown(&roster, &tiny::book(&[])),
        ["1 x music 9 + art 9 (combined, must open)"]
    );
}

#[test]
fn a_remainder_below_the_bound_makes_no_post_and_is_reported() {
    let roster = only(&[("music", 2, 18), ("art", 3, 18)]);
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    let (gap, periods) = facts.unplanned[0];
    assert_eq!((gap.subject, periods), (subject("music"), 2));
    assert_eq!(facts.posts.len(), 1, "three of eighteen is above 15 %");
}

#[test]
fn a_combined_post_holds_at_most_its_load_and_its_subjects() {
    let parts = [("pe", 9, 18), ("music", 9, 18), ("art", 9, 18)];
    let two = ["1 x music 9 + art 9", "1 x pe 9"];
    let mut found = combined(&only(&parts), &tiny::book(&[]));
    found.sort();
    assert_eq!(found, two);
    let wide = tiny::book(&[
        ("teaching_posts.combined_load", "150%"),
        ("teaching_posts.families", "pe,music,art"),
    ]);
    assert_eq!(combined(&only(&parts), &wide).len(), 1);
    let narrow = tiny::book(&[("teaching_posts.combined_subjects", "1")]);
    assert_eq!(combined(&only(&parts), &narrow).len(), 3);
    // 9/14 + 8/18 is 68/63, below 1.1; 9/14 + 9/18 is 8/7, above it.
    assert_eq!(
        combined(
            &only(&[("maths", 9, 14), ("science", 8, 18)]),
            &tiny::book(&[])
        )
        .len(),
        1
    );
    assert_eq!(
        combined(
            &only(&[("maths", 9, 14), ("science", 9, 18)]),
            &tiny::book(&[])
        )
        .len(),
        2
    );
}

#[test]
fn remainders_are_bundled_for_the_people_who_are_there_before_any_family() {
    // model 3: looking at the certificates of the people who are there.
    let mut roster = only(&[("pe", 9, 18), ("music", 9, 18), ("art", 9, 18)]);
    let mut one = teacher(VILLAGE, "pe");
    one.certified_subjects = vec![subject("pe"), subject("art")];
    roster.teachers.push(one);
    let mut found = combined(&roster, &tiny::book(&[]));
    found.sort();
    assert_eq!(found, ["1 x music 9", "1 x pe 9 + art 9"]);
}

#[test]
fn a_teaching_point_has_one_post_for_each_class() {
    // model 3: class posts by the class rule; domain 2.2, one class one teacher.
    let mut roster = county();
    roster.classes = vec![classes(POINT, 1, &[4]), classes(POINT, 2, &[3])];
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    let lines: Vec<_> = facts.posts.iter().map(show).collect();
    assert_eq!(lines, ["2 x whole_class 25 (class, must open)"]);
    assert_eq!(facts.unplanned, []);
    let village = |below| {
        let mut roster = county();
        roster.classes = vec![classes(VILLAGE, 1, &[19])];
        let book = tiny::book(&[("teaching_posts.class_posts_below", below)]);
        shown(&roster, &book)[0].contains("whole_class")
    };
    assert!(village("20") && !village("19"));
}

#[test]
fn only_one_post_of_a_subject_must_be_open() {
    // domain 2.6; rules R08: one post for each subject of the grid.
    let mut roster = only(&[("maths", 28, 14), ("music", 9, 18)]);
    roster.classes.push(classes(TOWN, 1, &[40]));
    let some = tiny::book(&[("must_open_subjects.subjects", "maths")]);
    let expected = [
        "1 x maths 14 (whole)",
        "1 x maths 14 (whole, must open)",
        "1 x music 9 (combined)",
    ];
    assert_eq!(shown(&roster, &some)[..3], expected);
    let off = tiny::book(&[("must_open_subjects", "off")]);
    assert_eq!(shown(&roster, &off)[0], "2 x maths 14 (whole)");
}

#[test]
fn posts_stated_by_the_officer_replace_the_reckoned_ones_of_that_school_only() {
    let mut roster = only(&[("maths", 14, 14)]);
    roster.classes.push(classes(NINE, 1, &[40]));
    roster.given_posts.push(GivenPost {
        school: VILLAGE,
        stage: Stage::Primary,
        parts: vec![(subject("art"), 6), (subject("chinese"), 8)],
        number: 2,
        must_open: false,
    });
    assert_eq!(
        shown(&roster, &tiny::book(&[])),
        [
            "2 x chinese 8 + art 6 (given)",
            "1 x maths 14 (whole, must open)"
        ]
    );
}

#[test]
fn a_school_that_closes_has_no_posts() {
    let mut roster = only(&[("maths", 14, 14)]);
    roster.schools[VILLAGE.0].closing = true;
    assert!(shown(&roster, &tiny::book(&[])).is_empty());
}

#[test]
fn what_anybody_may_teach_tops_up_posts_and_never_makes_one_while_they_have_room() {
    // The emptiest post first, in the order of subjects; 18 periods are a load of music.
    let lines = [
        ("music", 9, 18),
        ("pe", 12, 18),
        ("labour", 5, 18),
        ("calligraphy", 6, 18),
    ];
    let book = tiny::book(&[("teaching_posts.families", "chinese,english")]);
    let found = shown(&only(&lines), &book);
    assert_eq!(
        found,
        [
            "1 x pe 12 + calligraphy 2 (combined, must open)",
            "1 x music 9 + labour 5 + calligraphy 4 (combined, must open)",
        ]
    );
}

#[test]
fn what_is_left_over_is_a_post_for_any_teacher_of_the_stage() {
    let lines = [("music", 18, 18), ("labour", 20, 18), ("local", 12, 18)];
    let roster = only(&lines);
    let book = tiny::book(&[]);
    assert_eq!(
        shown(&roster, &book),
        [
            "1 x music 18 (whole, must open)",
            "1 x labour 2 + local 12 (open)",
            "1 x labour 18 (open)",
        ]
    );
    let few = only(&[("music", 18, 18), ("labour", 2, 18)]);
    let facts = Facts::new(&few, &book);
    assert_eq!(
        (facts.posts.len(), facts.unplanned[0].1),
        (1, 2),
        "too few for a post"
    );
    let closed = tiny::book(&[("teaching_posts.open_primary", "none")]);
    let whole = shown(&roster, &closed);
    assert!(
        whole.contains(&"1 x labour 18 (whole, must open)".to_owned()),
        "{whole:?}"
    );
}

#[test]
fn the_main_part_is_never_what_anybody_may_teach() {
    let roster = only(&[("music", 4, 18), ("labour", 9, 18)]);
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    let post = &facts.posts[0];
    assert_eq!(
        (post.main(), post.load, post.enough),
        (Some(subject("music")), 18, 7)
    );
    assert_eq!(facts.post_site(PostNo(0)), "s2,primary,music");
}

proptest! {
    #[test]
    fn no_period_of_the_grid_is_lost_and_no_post_is_more_than_a_load(
        weekly in collection::vec(0u32..40, 12),
        load in 10u32..20,
    ) {
        let keys = ["chinese", "maths", "english", "ethics", "science", "pe", "music", "art",
            "labour", "practice", "calligraphy", "local"];
        let lines: Vec<_> = keys.iter().zip(&weekly).map(|(key, n)| (*key, *n, load)).collect();
        let (roster, book) = (only(&lines), tiny::book(&[]));
        let facts = Facts::new(&roster, &book);
        let mut left: BTreeMap<Subject, i64> = BTreeMap::new();
        for (key, periods) in keys.iter().zip(&weekly) {
            *left.entry(subject(key)).or_default() += i64::from(*periods);
        }
        for (gap, periods) in &facts.unplanned {
            *left.entry(gap.subject).or_default() -= i64::from(*periods);
        }
        let most = Share::new(110, 100).floor_of(i64::from(load));
        for post in &facts.posts {
            prop_assert!(post.periods() <= most, "{}", show(post));
            let open = |key: Subject| facts.rights.is_open(Stage::Primary, key);
            let main = post.main().unwrap();
            prop_assert_eq!(open(main), post.parts.iter().all(|part| open(part.0)), "{}", show(post));
            for (subject, periods) in &post.parts {
                *left.entry(*subject).or_default() -= i64::from(*periods) * i64::from(post.number);
            }
        }
        prop_assert!(left.values().all(|periods| *periods == 0), "{:?}", left);
    }
}
