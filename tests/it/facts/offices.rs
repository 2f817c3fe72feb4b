//! What leaders, heads of section and form teachers take off the posts of a school.

use crate::tiny::{self, POINT, VILLAGE, classes, subject, teacher};
use lungang::domain::*;
use lungang::facts::people::{State, people};
use lungang::facts::values::must_open_subjects;
use lungang::facts::{Facts, Placement, Post, capacity, ledger};
use lungang::policy::{Force, RuleBook};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A village school of one class, with weekly periods and loads, and these holders of offices.
fn school(lines: &[(&str, u32, u32)], offices: &[(Role, &str)]) -> Roster {
    let mut roster = tiny::roster();
    for &(key, periods, load) in lines {
        let (subject, stage) = (subject(key), Stage::Primary);
        roster.grid.push(GridLine {
            grade: 1,
            subject,
            periods,
        });
        roster.load.push(LoadLine {
            stage,
            subject,
            periods: load,
        });
    }
    roster.classes = vec![classes(VILLAGE, 1, &[30])];
    for (no, (role, own)) in (1..).zip(offices) {
        let one = teacher(VILLAGE, own);
        roster.teachers.push(Teacher {
            id: format!("t{no}"),
            role: *role,
            ..one
        });
    }
    roster
}

fn shown(roster: &Roster, book: &RuleBook) -> Vec<String> {
    let show = |post: &Post| {
        let parts = post.parts.iter();
        let parts: Vec<_> = parts
            .map(|part| format!("{} {}", part.0.key(), part.1))
            .collect();
        format!(
            "{} x {} ({})",
            post.number,
            parts.join(" + "),
            post.how.key()
        )
    };
    let mut book = book.clone();
    book.rules[&must_open_subjects::RULE].force = Force::Off;
    Facts::new(roster, &book).posts.iter().map(show).collect()
}

#[test]
fn a_head_holds_no_post_and_teaches_her_share_of_a_load() {
    // domain 9.5: a primary head a quarter of a load, a deputy three fifths.
    let offices = [(Role::Principal, "chinese"), (Role::VicePrincipal, "maths")];
    let roster = school(&[("chinese", 32, 14), ("maths", 20, 14)], &offices);
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    let [head, deputy] = [TeacherNo(0), TeacherNo(1)];
    assert_eq!(facts.beside_office[&head], [(subject("chinese"), 4)]);
    assert_eq!(facts.beside_office[&deputy], [(subject("maths"), 9)]);
    assert_eq!(
        shown(&roster, &book),
        ["2 x chinese 14 (whole)", "1 x maths 11 (combined)"]
    );
    for who in [head, deputy] {
        let profile = facts.profile(facts.stands(who).profile);
        assert!(facts.posts.iter().all(|post| !profile.fit(post).fills()));
    }
    let all = people(&facts, &Placement::empty(&facts));
    assert_eq!((all[0].state, all[0].periods), (State::Leading, 4));
    let sums = ledger::sum(ledger::ledger(&facts)[&VILLAGE].values());
    assert_eq!((sums.periods, sums.capacity, sums.reduced), (52, 13, 15));
}

#[test]
fn what_her_own_subject_lacks_she_takes_of_what_needs_no_certificate() {
    let lines = [("music", 2, 16), ("labour", 1, 16), ("local", 30, 16)];
    let roster = school(&lines, &[(Role::Principal, "music")]);
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    let taken = [("labour", 1), ("local", 1), ("music", 2)];
    let mut found = facts.beside_office[&TeacherNo(0)].clone();
    found.sort_unstable();
    let mut taken: Vec<_> = taken.iter().map(|one| (subject(one.0), one.1)).collect();
    taken.sort_unstable();
    assert_eq!(found, taken);
}

#[test]
fn a_head_of_section_has_a_smaller_post() {
    let roster = school(&[("chinese", 26, 14)], &[(Role::Middle, "chinese")]);
    assert_eq!(
        shown(&roster, &tiny::book(&[])),
        ["1 x chinese 12 (office)", "1 x chinese 14 (whole)"]
    );
    let full = [("teaching_posts.office_middle_primary", "100%")];
    assert_eq!(
        shown(&roster, &tiny::book(&full)),
        ["1 x chinese 12 (combined)", "1 x chinese 14 (office)"]
    );
}

#[test]
fn a_head_of_section_teaches_as_much_less_wherever_she_is() {
    let roster = school(&[("chinese", 26, 14)], &[(Role::Middle, "chinese")]);
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    let profile = facts.profile(facts.stands(TeacherNo(0)).profile);
    let covers = |post: &Post| (profile.fit(post).covered(), profile.fit(post).uncovered);
    let here: Vec<_> = facts.posts.iter().map(covers).collect();
    assert_eq!(here, [(12, 0), (12, 2)]);
    let away = facts.posts.iter().map(|post| Post {
        school: POINT,
        ..post.clone()
    });
    let away: Vec<_> = away.map(|post| covers(&post)).collect();
    // Moving her frees nothing: the office is somebody else's then, who teaches as much less.
    assert_eq!(away, [(12, 0), (12, 2)]);
    // What her own subject lacks is of what needs no certificate.
    let lines = [("music", 4, 16), ("local", 20, 16)];
    let roster = school(&lines, &[(Role::Middle, "music")]);
    let posts = shown(&roster, &book);
    assert!(
        posts
            .iter()
            .any(|one| one.ends_with("(office)") && one.contains("local")),
        "{posts:?}"
    );
}

#[test]
fn where_one_teacher_takes_a_class_and_where_the_officer_states_the_posts_nothing_is_taken_off() {
    let mut roster = school(&[("chinese", 14, 14)], &[(Role::Principal, "chinese")]);
    let book = tiny::book(&[]);
    let head = |roster: &Roster| {
        let one = &roster.teachers[0];
        let facts = Facts::new(roster, &book);
        (
            facts.beside_office.len(),
            capacity(roster, &book, one, 14),
            facts.posts.len(),
        )
    };
    assert_eq!(head(&roster), (1, 4, 1), "ten periods are left for a post");
    roster.given_posts.push(GivenPost {
        school: VILLAGE,
        stage: Stage::Primary,
        parts: vec![(subject("chinese"), 14)],
        number: 1,
        must_open: false,
    });
    assert_eq!(head(&roster), (0, 14, 1));
    roster.given_posts.clear();
    roster.classes = vec![classes(POINT, 1, &[9])];
    roster.teachers[0].work_school = POINT;
    roster.teachers[0].quota_school = POINT;
    assert_eq!(head(&roster), (0, 14, 1), "she takes the class");
}

#[test]
fn leading_a_class_is_taken_off_as_the_policy_says() {
    // 教基一〔2009〕12号 art. 14: half a load; Qingyang 2008: six periods.
    let mut roster = school(&[("chinese", 14, 14), ("maths", 12, 14)], &[]);
    roster.classes = vec![classes(VILLAGE, 1, &[30, 30])];
    let with = |value| {
        let mut found = shown(
            &roster,
            &tiny::book(&[("teaching_posts.form_teacher", value)]),
        );
        found.sort();
        found
    };
    assert_eq!(
        with("off"),
        [
            "1 x maths 10 (combined)",
            "1 x maths 14 (whole)",
            "2 x chinese 14 (whole)",
        ]
    );
    assert_eq!(
        with("half"),
        [
            "1 x chinese 14 (whole)",
            "1 x maths 14 (whole)",
            "1 x maths 7 (form_teacher)",
            "2 x chinese 7 (form_teacher)",
        ]
    );
    assert!(with("own").contains(&"1 x chinese 8 (form_teacher)".to_owned()));
}

proptest! {
    #[test]
    fn no_period_is_lost_beside_an_office(
        weekly in proptest::collection::vec(0u32..40, 4),
        load in 10u32..20,
        roles in proptest::collection::vec(0usize..3, 0..4),
        form in 0usize..3,
    ) {
        let keys = ["chinese", "maths", "music", "labour"];
        let lines: Vec<_> = keys.iter().zip(&weekly).map(|(key, n)| (*key, *n, load)).collect();
        let all = [Role::Middle, Role::VicePrincipal, Role::Principal];
        let offices: Vec<_> = roles.iter().zip(keys).map(|(no, key)| (all[*no], key)).collect();
        let roster = school(&lines, &offices);
        let form = ["off", "half", "own"][form];
        let book = tiny::book(&[("teaching_posts.form_teacher", form)]);
        let facts = Facts::new(&roster, &book);
        let mut left: BTreeMap<Subject, i64> = BTreeMap::new();
        for (key, periods) in keys.iter().zip(&weekly) {
            *left.entry(subject(key)).or_default() += i64::from(*periods);
        }
        for (subject, periods) in facts.beside_office.values().flatten() {
            *left.entry(*subject).or_default() -= i64::from(*periods);
        }
        for (gap, periods) in &facts.unplanned {
            *left.entry(gap.subject).or_default() -= i64::from(*periods);
        }
        for post in &facts.posts {
            for (subject, periods) in &post.parts {
                *left.entry(*subject).or_default() -= i64::from(*periods) * i64::from(post.number);
            }
        }
        prop_assert!(left.values().all(|periods| *periods == 0), "{:?}", left);
    }
}
