//! What is taught where, who is to spare, and which stages are open to whom.

use crate::patched::patched;
use lungang::domain::{Stage, Subject};
use lungang::facts::{Facts, balance, stage_fits, taught};

const BASE: &str = "tests/golden/rules/base";

fn with<T>(changes: &[&str], look: impl FnOnce(&Facts<'_>) -> T) -> T {
    let changes: Vec<String> = changes.iter().map(|one| (*one).to_owned()).collect();
    let (roster, book) = patched(BASE, &changes);
    look(&Facts::new(&roster, &book))
}

/// Heads and posts of a subject at a school.
fn heads_and_posts(changes: &[&str], school: &str, subject: &str) -> Option<(i64, i64)> {
    with(changes, |facts| {
        let school = facts.roster.find_school(school).unwrap();
        let subject = Subject::find(subject).unwrap();
        balance(facts).get(&(school, subject)).copied()
    })
}

#[test]
fn a_subject_has_heads_of_its_own_and_posts_of_which_it_is_the_main_part() {
    assert_eq!(heads_and_posts(&[], "S1", "maths"), Some((2, 1)));
    assert_eq!(heads_and_posts(&[], "S2", "music"), Some((0, 1)));
    // Chinese and maths have eight periods each in the one combined post: the first is the main part.
    assert_eq!(heads_and_posts(&[], "S3", "chinese"), Some((1, 1)));
    assert_eq!(heads_and_posts(&[], "S3", "maths"), None);
    assert_eq!(
        heads_and_posts(&["schools.S3.closing=yes"], "S3", "chinese"),
        None
    );
}

#[test]
fn a_subject_is_taught_where_it_has_a_part_in_a_post() {
    let at_s3 = |changes: &[&str]| {
        with(changes, |facts| {
            let school = facts.roster.find_school("S3").unwrap();
            let places = taught(facts).into_iter().filter(|place| place.0 == school);
            places.map(|place| place.2.key()).collect::<Vec<_>>()
        })
    };
    assert_eq!(at_s3(&[]), ["chinese", "maths", "music"]);
    assert_eq!(at_s3(&["schools.S3.closing=yes"]), [""; 0]);
}

#[test]
fn stages_are_open_as_the_policy_rules() {
    let may = |rule: &str, who: &str, to: &str| {
        let change = format!("policy.surplus_first.stage_moves={rule}");
        with(&[&change], |facts| {
            let who = facts.roster.find_teacher(who).unwrap();
            stage_fits(facts, who, facts.roster.find_school(to).unwrap())
        })
    };
    assert!(Stage::Primary < Stage::Junior);
    assert!(may("same", "T03", "S2") && !may("same", "T10", "S2"));
    assert!(may("same_or_lower", "T10", "S2") && !may("same_or_lower", "T03", "S4"));
    assert!(may("certificate", "T10", "S2") && !may("certificate", "T09", "S2"));
}
