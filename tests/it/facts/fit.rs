//! What a teacher may teach, and how well she fits a post.

use crate::tiny::{self, TOWN, VILLAGE, subject, teacher};
use lungang::domain::*;
use lungang::facts::{Facts, Fit, Grade, Post, Profile, Reckoning};

/// The profile of one teacher under changed rules.
fn profile(change: impl FnOnce(&mut Teacher), rules: &[(&str, &str)]) -> Profile {
    let mut one = teacher(TOWN, "physics");
    one.stage = Stage::Junior;
    change(&mut one);
    let (mut roster, book) = (tiny::with(vec![one]), tiny::book(rules));
    let subjects = ["physics", "maths", "science"].map(subject);
    roster.given_posts = Stage::ALL
        .iter()
        .map(|stage| taught(*stage, &subjects))
        .collect();
    let facts = Facts::new(&roster, &book);
    facts.profile(facts.standing[0].profile).clone()
}

/// A post by which subjects are taught at a stage.
fn taught(stage: Stage, subjects: &[Subject]) -> GivenPost {
    GivenPost {
        school: TOWN,
        stage,
        parts: subjects.iter().map(|subject| (*subject, 1)).collect(),
        number: 1,
        must_open: false,
    }
}

#[test]
fn what_no_class_is_taught_sets_nobody_apart() {
    let mut both = teacher(TOWN, "physics");
    both.stage = Stage::Junior;
    let one = both.clone();
    both.certified_subjects = vec![subject("physics"), subject("music")];
    let (mut roster, book) = (tiny::with(vec![one, both]), tiny::book(&[]));
    roster.given_posts = vec![taught(Stage::Junior, &[subject("physics")])];
    let alike = |roster: &Roster| {
        let facts = Facts::new(roster, &book);
        facts.standing[0].profile == facts.standing[1].profile
    };
    assert!(alike(&roster));
    roster.given_posts = vec![taught(Stage::Junior, &[subject("music")])];
    assert!(!alike(&roster));
}

fn keys(profile: &Profile) -> Vec<String> {
    let may = profile.may.iter();
    may.map(|(stage, subject)| format!("{} {}", stage.key(), subject.key()))
        .collect()
}

#[test]
fn without_a_list_of_certificates_she_holds_what_she_teaches() {
    let forbidden = [("certificates.cross_stage", "forbidden")];
    let more = |one: &mut Teacher| one.more_subjects = vec![subject("maths")];
    assert_eq!(keys(&profile(more, &forbidden)), ["junior physics"]);
}

#[test]
fn a_further_subject_counts_by_certificate_or_by_statement_as_the_policy_says() {
    // domain section 6 cross_subject.
    let both = |one: &mut Teacher| {
        one.more_subjects = vec![subject("maths")];
        one.certified_subjects = vec![subject("physics"), subject("science")];
    };
    let stage = ("certificates.cross_stage", "forbidden");
    let strict = profile(both, &[stage]);
    assert_eq!(keys(&strict), ["junior science", "junior physics"]);
    let stated = profile(both, &[stage, ("certificates.cross_subject", "stated")]);
    assert!(stated.may_teach(Stage::Junior, subject("maths")));
    assert!(stated.may_teach(Stage::Junior, subject("science")));
}

#[test]
fn a_certificate_holds_downwards_and_never_upwards() {
    // domain section 6 cross_stage: higher to lower free, lower to higher needs a certificate.
    let senior = |one: &mut Teacher| one.certified_stages = vec![Stage::Senior];
    let free = profile(senior, &[]);
    assert_eq!(
        keys(&free),
        ["primary physics", "junior physics", "senior physics"]
    );
    let exact = profile(senior, &[("certificates.cross_stage", "certificate")]);
    assert_eq!(keys(&exact), ["junior physics", "senior physics"]);
    let own = profile(senior, &[("certificates.cross_stage", "forbidden")]);
    assert_eq!(keys(&own), ["junior physics"]);
    let too_low = profile(|one| one.certified_stages = vec![Stage::Primary], &[]);
    assert_eq!(keys(&too_low), ["primary physics"]);
}

#[test]
fn a_primary_teacher_of_chinese_or_maths_can_take_a_whole_class() {
    let takes = |own: &str| {
        let roster = tiny::with(vec![teacher(VILLAGE, own)]);
        let book = tiny::book(&[]);
        let facts = Facts::new(&roster, &book);
        facts.profiles[0].may_teach(Stage::Primary, Subject::WHOLE_CLASS)
    };
    assert!(takes("chinese") && takes("maths") && takes("whole_class"));
    assert!(!takes("music"));
}

#[test]
fn who_may_not_teach_fills_no_post() {
    assert!(profile(|one| one.ethics_ok = false, &[]).may.is_empty());
    assert!(profile(|one| one.language_ok = false, &[]).may.is_empty());
}

#[test]
fn own_further_and_uncovered_periods_add_up_to_the_post() {
    let one = profile(
        |one| one.certified_subjects = vec![subject("physics"), subject("maths")],
        &[],
    );
    let post = Post {
        school: TOWN,
        stage: Stage::Junior,
        parts: vec![
            (subject("maths"), 5),
            (subject("physics"), 7),
            (subject("music"), 2),
        ],
        number: 1,
        must_open: false,
        how: Reckoning::Combined,
    };
    let expected = Fit {
        own: 7,
        certificate: 5,
        told: 0,
        open: 0,
        part_time: 0,
        uncovered: 2,
        main: Grade::Own,
    };
    assert_eq!(one.fit(&post), expected);
    let elsewhere = Post {
        stage: Stage::Senior,
        ..post
    };
    assert!(!one.fit(&elsewhere).fills());
}

#[test]
fn teachers_and_recruits_alike_share_one_profile() {
    let mut roster = tiny::with(vec![teacher(TOWN, "music"), teacher(VILLAGE, "music")]);
    roster.pools.push(Pool {
        id: "p".into(),
        employment: Employment::OnQuota,
        stage: Stage::Primary,
        subjects: vec![subject("music")],
        number: 3,
        title: Title::None,
        source: PoolSource::New,
    });
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    assert_eq!(facts.profiles.len(), 1);
    assert_eq!(facts.pool_profile, [facts.standing[1].profile]);
}
