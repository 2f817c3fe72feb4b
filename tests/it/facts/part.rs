//! Who is away for part of the year supplies a part of a load (任教份额), and whoever is sent from outside (援派)
//! teaches without a quota place and is moved nowhere.

use crate::tiny::{self, TOWN, VILLAGE, classes, month, subject, teacher};
use lungang::domain::*;
use lungang::facts::values::must_open_subjects;
use lungang::facts::{
    Exemption, Facts, Fit, Grade, Placement, Reckoning, capacity, ledger, periods,
};
use lungang::policy::{Force, RuleBook};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A village school of one class with weekly periods of a load of fourteen, and people of these subjects with
/// what they are there for.
fn school(lines: &[(&str, u32)], people: &[(&str, Option<u32>)]) -> Roster {
    let mut roster = tiny::roster();
    for &(key, periods) in lines {
        let (subject, stage) = (subject(key), Stage::Primary);
        roster.grid.push(GridLine {
            grade: 1,
            subject,
            periods,
        });
        roster.load.push(LoadLine {
            stage,
            subject,
            periods: 14,
        });
    }
    roster.classes = vec![classes(VILLAGE, 1, &[30])];
    for (no, (own, duty)) in (1..).zip(people) {
        roster.teachers.push(Teacher {
            id: format!("t{no}"),
            duty: *duty,
            ..teacher(VILLAGE, own)
        });
    }
    roster
}

/// The book in which no post must be open, so that posts alike stay one kind.
fn book() -> RuleBook {
    let mut book = tiny::book(&[]);
    book.rules[&must_open_subjects::RULE].force = Force::Off;
    book
}

fn posts(facts: &Facts<'_>) -> Vec<(u32, u32, Reckoning)> {
    let all = facts.posts.iter();
    all.map(|post| (post.number, post.parts[0].1, post.how))
        .collect()
}

fn fit(facts: &Facts<'_>, who: usize, periods: u32) -> Fit {
    let post = facts.posts.iter().find(|post| post.parts[0].1 == periods);
    let profile = facts.profile(facts.stands(TeacherNo(who)).profile);
    profile.fit(post.unwrap())
}

#[test]
fn half_a_year_is_half_a_load_and_a_post_of_so_many_periods() {
    let book = book();
    let roster = school(
        &[("chinese", 28)],
        &[("chinese", Some(50)), ("chinese", None)],
    );
    let facts = Facts::new(&roster, &book);
    assert_eq!(capacity(&roster, &book, &roster.teachers[0], 14), 7);
    let expected = [
        (1, 7, Reckoning::Combined),
        (1, 14, Reckoning::Whole),
        (1, 7, Reckoning::Part),
    ];
    // Two posts alike are one kind, whatever they were made for.
    let merged = [(2, 7, Reckoning::Part), expected[1]];
    assert_eq!(posts(&facts), merged);
    let (small, whole) = (fit(&facts, 0, 7), fit(&facts, 0, 14));
    assert_eq!(
        (small.covered(), small.uncovered, small.fills()),
        (7, 0, true)
    );
    assert_eq!(
        (whole.covered(), whole.uncovered, whole.fills()),
        (7, 7, true)
    );
    let sums = ledger::sum(ledger::ledger(&facts)[&VILLAGE].values());
    assert_eq!((sums.heads, sums.capacity, sums.reduced), (2, 21, 7));
    // All of a load is no part of one.
    let roster = school(
        &[("chinese", 28)],
        &[("chinese", Some(100)), ("chinese", None)],
    );
    let facts = Facts::new(&roster, &book);
    assert_eq!(posts(&facts), [(2, 14, Reckoning::Whole)]);
    assert_eq!(
        facts.stands(TeacherNo(0)).profile,
        facts.stands(TeacherNo(1)).profile
    );
}

#[test]
fn less_than_half_of_a_post_does_not_fill_it() {
    let book = book();
    let roster = school(&[("chinese", 28)], &[("chinese", Some(40))]);
    let facts = Facts::new(&roster, &book);
    let whole = fit(&facts, 0, 14);
    assert_eq!((whole.covered(), whole.fills()), (6, false));
    assert_eq!(whole.main, Grade::Own);
    assert!(fit(&facts, 0, 6).fills(), "her own post does");
}

#[test]
fn what_she_has_no_time_for_stays_open_and_what_she_has_the_better_right_to_comes_first() {
    let book = book();
    let mut roster = school(&[("art", 6), ("music", 8)], &[("music", Some(60))]);
    let one = &mut roster.teachers[0];
    one.certified_subjects = vec![subject("music"), subject("art")];
    roster.given_posts = vec![GivenPost {
        school: VILLAGE,
        stage: Stage::Primary,
        parts: vec![(subject("music"), 8), (subject("art"), 6)],
        number: 1,
        must_open: false,
    }];
    let facts = Facts::new(&roster, &book);
    let mut plan = Placement::empty(&facts);
    plan.fills[0] = vec![TeacherNo(0)];
    let left = periods::open(&facts, &plan);
    let left: Vec<_> = left
        .iter()
        .map(|(gap, n)| (gap.subject.key(), *n))
        .collect();
    assert_eq!(
        left,
        [("art", 5)],
        "nine of fourteen periods, music before art"
    );
}

#[test]
fn of_a_whole_class_she_takes_her_part_and_less_than_half_of_it_is_no_teacher_of_a_class() {
    let book = book();
    for (share, covered, fills) in [(75, 20, true), (40, 11, false)] {
        let mut roster = school(&[("chinese", 28)], &[("chinese", Some(share))]);
        roster.given_posts = vec![GivenPost {
            school: VILLAGE,
            stage: Stage::Primary,
            parts: vec![(Subject::WHOLE_CLASS, 26)],
            number: 1,
            must_open: true,
        }];
        let facts = Facts::new(&roster, &book);
        let found = fit(&facts, 0, 26);
        assert_eq!((found.covered(), found.uncovered), (covered, 26 - covered));
        assert_eq!(found.fills(), fills, "{share}");
    }
}

#[test]
fn a_head_who_is_away_for_half_a_year_teaches_half_of_her_share() {
    let book = book();
    let mut roster = school(&[("chinese", 28)], &[("chinese", Some(50))]);
    roster.teachers[0].role = Role::VicePrincipal;
    let facts = Facts::new(&roster, &book);
    // Three fifths of fourteen are nine, and half of nine five.
    assert_eq!(
        facts.beside_office[&TeacherNo(0)],
        [(subject("chinese"), 5)]
    );
}

#[test]
fn whoever_may_be_put_on_no_post_gets_none_made() {
    let book = book();
    let mut roster = school(&[("chinese", 28)], &[("chinese", Some(50))]);
    roster.teachers[0].ethics_ok = false;
    let facts = Facts::new(&roster, &book);
    assert_eq!(posts(&facts), [(2, 14, Reckoning::Whole)]);
}

proptest! {
    #[test]
    fn no_period_is_lost_beside_parts_of_a_load(
        weekly in proptest::collection::vec(0u32..40, 4),
        duties in proptest::collection::vec(1u32..100, 0..4),
    ) {
        let keys = ["chinese", "maths", "music", "labour"];
        let lines: Vec<_> = keys.iter().zip(&weekly).map(|(key, n)| (*key, *n)).collect();
        let people: Vec<_> = keys.iter().zip(&duties).map(|(key, n)| (*key, Some(*n))).collect();
        let (roster, book) = (school(&lines, &people), book());
        let facts = Facts::new(&roster, &book);
        let mut left: BTreeMap<Subject, i64> = BTreeMap::new();
        for (key, periods) in &lines {
            *left.entry(subject(key)).or_default() += i64::from(*periods);
        }
        for (gap, periods) in &facts.unplanned {
            *left.entry(gap.subject).or_default() -= i64::from(*periods);
        }
        for post in &facts.posts {
            for (subject, periods) in &post.parts {
                *left.entry(*subject).or_default() -= i64::from(*periods) * i64::from(post.number);
            }
        }
        prop_assert!(left.values().all(|periods| *periods == 0), "{left:?}");
        // Nobody covers more than she can, and what she covers and leaves is the whole post.
        for (no, one) in roster.teachers.iter().enumerate() {
            let most = capacity(&roster, &book, one, 14);
            for post in &facts.posts {
                let profile = facts.profile(facts.stands(TeacherNo(no)).profile);
                let fit = profile.fit(post);
                prop_assert!(fit.covered() <= most);
                prop_assert_eq!(fit.covered() + fit.uncovered, post.periods());
            }
        }
    }
}

/// Somebody sent from outside, by default with a year to go, who has been there as long as anybody.
fn sent(
    change: impl FnOnce(&mut Teacher),
    rules: &[(&str, &str)],
) -> (bool, bool, i64, Option<SchoolNo>) {
    let mut one = teacher(TOWN, "chinese");
    one.employment = Employment::Support;
    one.bond_until = Some(month("2027-07"));
    change(&mut one);
    let (roster, book) = (tiny::with(vec![one]), tiny::book(rules));
    let facts = Facts::new(&roster, &book);
    let stand = facts.stands(TeacherNo(0));
    let heads = facts.quota[TOWN.0].heads_now;
    (stand.eligible, stand.movable, heads, stand.base)
}

#[test]
fn whoever_is_sent_from_outside_takes_no_place_and_stays() {
    let here = (false, false, 0, Some(TOWN));
    assert_eq!(sent(|_| {}, &[]), here);
    let wishes = |one: &mut Teacher| {
        one.volunteer = true;
        one.wishes = vec![VILLAGE];
    };
    assert_eq!(sent(wishes, &[]), here, "nor when she volunteers");
    let free = |one: &mut Teacher| one.bond_until = None;
    let anybody = [("eligibility.who_may_move", "anyone_unprotected")];
    assert_eq!(sent(free, &anybody), here, "nor where anybody may be moved");
    // A contract teacher may be moved there: it is her being sent that keeps her.
    let contract = |one: &mut Teacher| {
        free(one);
        one.employment = Employment::Contract;
    };
    assert_eq!(sent(contract, &anybody), (false, true, 0, Some(TOWN)));
    let own = |one: &mut Teacher| {
        free(one);
        one.employment = Employment::OnQuota;
    };
    assert_eq!(sent(own, &[]), (true, true, 1, Some(TOWN)));
}

#[test]
fn her_term_over_she_goes_home() {
    let over = |one: &mut Teacher| one.bond_until = Some(month("2026-07"));
    assert_eq!(sent(over, &[]), (false, false, 0, None));
    let mut one = teacher(TOWN, "chinese");
    (one.employment, one.bond_until) = (Employment::Support, Some(month("2026-07")));
    let (roster, book) = (tiny::with(vec![one]), tiny::book(&[]));
    let facts = Facts::new(&roster, &book);
    let leaves = facts
        .stands(TeacherNo(0))
        .exemptions
        .contains(&Exemption::Leaving);
    assert!(leaves, "the same bond ends for nobody else so");
}
