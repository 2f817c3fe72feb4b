//! What a teacher may teach, and how well she fits a post.

use crate::tiny::{self, TOWN, VILLAGE, subject, teacher};
use lungang::domain::*;
use lungang::facts::{Facts, Fit, Gap, Grade, Post, Profile, Reckoning};

/// The profile of one teacher under changed rules.
fn profile(change: impl FnOnce(&mut Teacher), rules: &[(&str, &str)]) -> Profile {
    let mut one = teacher(TOWN, "physics");
    one.stage = Stage::Junior;
    change(&mut one);
    let (mut roster, book) = (tiny::with(vec![one]), tiny::book(rules));
    let subjects = ["physics", "maths", "science", "labour"].map(subject);
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

/// A junior post of these parts, each with the least right by which it may be taught.
fn post(parts: &[(&str, u32, Grade)]) -> Post {
    let periods = parts.iter().map(|part| part.1).sum::<u32>();
    Post {
        school: TOWN,
        stage: Stage::Junior,
        parts: parts.iter().map(|one| (subject(one.0), one.1)).collect(),
        number: 1,
        must_open: false,
        how: Reckoning::Combined,
        ways: parts.iter().map(|part| part.2).collect(),
        load: 14,
        enough: periods.div_ceil(2),
        worth: 7,
        far: 0,
    }
}

#[test]
fn own_further_and_uncovered_periods_add_up_to_the_post() {
    let one = profile(
        |one| one.certified_subjects = vec![subject("physics"), subject("maths")],
        &[],
    );
    let post = post(&[
        ("maths", 5, Grade::Certificate),
        ("physics", 7, Grade::Certificate),
        ("music", 2, Grade::Certificate),
    ]);
    let expected = Fit {
        own: 7,
        certificate: 5,
        told: 0,
        open: 0,
        part_time: 0,
        uncovered: 2,
        main: Grade::Own,
        filled: true,
        hired: true,
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

/// How well somebody fits a junior post.
fn fits(change: impl FnOnce(&mut Teacher), parts: &[(&str, u32, Grade)]) -> Fit {
    profile(change, &[]).fit(&post(parts))
}

#[test]
fn what_has_no_certificate_of_its_own_is_open_to_everybody_of_the_stage() {
    let labour = [("labour", 6, Grade::Open)];
    let fit = fits(|_| (), &labour);
    assert_eq!((fit.open, fit.main, fit.fills()), (6, Grade::Open, true));
    let primary = fits(|one| one.certified_stages = vec![Stage::Primary], &labour);
    assert_eq!((primary.covered(), primary.fills()), (0, false));
    let barred = fits(|one| one.ethics_ok = false, &labour);
    assert!(
        !barred.fills(),
        "an open subject lets nobody in who may not teach"
    );
    let hers = fits(|one| one.subject = subject("labour"), &labour);
    assert_eq!(
        (hers.own, hers.open),
        (6, 0),
        "to her it is her own subject"
    );
}

#[test]
fn what_colleagues_may_share_counts_apart_and_moves_nobody() {
    let fit = fits(
        |_| (),
        &[
            ("physics", 6, Grade::Certificate),
            ("pe", 5, Grade::PartTime),
        ],
    );
    assert_eq!((fit.own, fit.part_time, fit.uncovered), (6, 5, 0));
    assert_eq!((fit.covered(), fit.certified()), (11, 6));
    let whole = fits(|_| (), &[("pe", 14, Grade::PartTime)]);
    assert_eq!((whole.main, whole.fills()), (Grade::PartTime, true));
    assert!(
        !whole.suits_recruit(),
        "nobody is recruited to share a subject"
    );
}

#[test]
fn a_post_is_filled_by_its_main_part_or_by_half_of_it() {
    let with = |music| {
        fits(
            |_| (),
            &[
                ("physics", 6, Grade::Certificate),
                ("music", music, Grade::Certificate),
            ],
        )
    };
    assert!(with(5).fills(), "the main part is hers");
    let half = with(6);
    assert_eq!(
        (half.main, half.fills()),
        (Grade::Own, true),
        "of equal parts either is the main one"
    );
    assert!(!with(7).fills(), "six of thirteen are less than half");
    let (physics, music, art) = (("physics", 3), ("music", 3), ("art", 3));
    let three =
        [physics, music, art].map(|(subject, periods)| (subject, periods, Grade::Certificate));
    assert!(
        !fits(|_| (), &three).fills(),
        "a third is not filled, however small the other parts"
    );
    let open = fits(
        |_| (),
        &[("music", 3, Grade::Certificate), ("labour", 4, Grade::Open)],
    );
    assert_eq!(
        (open.main, open.fills()),
        (Grade::None, true),
        "four of seven are half, and never the main part"
    );
    let less = fits(
        |_| (),
        &[("music", 4, Grade::Certificate), ("labour", 3, Grade::Open)],
    );
    assert_eq!((less.covered(), less.fills()), (3, false));
}

#[test]
fn at_primary_one_certificate_of_the_stage_does_for_another_where_the_policy_says_so() {
    let grade = |own: &str, asked: &str, rules: &[(&str, &str)]| {
        let mut roster = tiny::with(vec![teacher(TOWN, own)]);
        let all = ["chinese", "maths", "english", "pe"].map(subject);
        roster.given_posts = vec![taught(Stage::Primary, &all)];
        let book = tiny::book(rules);
        let facts = Facts::new(&roster, &book);
        let gap = Gap {
            school: TOWN,
            stage: Stage::Primary,
            subject: subject(asked),
        };
        let least = facts.least_right(&gap, i64::MAX);
        facts
            .profile(facts.standing[0].profile)
            .grade(Stage::Primary, gap.subject, least)
    };
    assert_eq!(grade("chinese", "maths", &[]), Grade::Told);
    assert_eq!(grade("whole_class", "maths", &[]), Grade::Told);
    assert_eq!(
        grade("english", "maths", &[]),
        Grade::None,
        "a certificate of English does for neither"
    );
    assert_eq!(grade("chinese", "english", &[]), Grade::None);
    assert_eq!(
        grade("chinese", "pe", &[]),
        Grade::None,
        "a town school is not listed"
    );
    let town = [("teaching_posts.part_time_schools", "town")];
    assert_eq!(grade("chinese", "pe", &town), Grade::PartTime);
    let none = [("teaching_posts.any_of_stage", "none")];
    assert_eq!(grade("chinese", "maths", &none), Grade::None);
}

#[cfg(feature = "solver")]
#[test]
fn a_move_is_worth_a_certificate_for_the_main_part_and_half_a_load() {
    use lungang::facts::{PostNo, worthy};
    let worth = |parts: &[(&str, u32)]| {
        let mut roster = tiny::with(vec![teacher(TOWN, "chinese")]);
        let parts: Vec<_> = parts.iter().map(|one| (subject(one.0), one.1)).collect();
        for (subject, _) in &parts {
            roster.load.push(LoadLine {
                stage: Stage::Primary,
                subject: *subject,
                periods: 14,
            });
        }
        roster.given_posts = vec![GivenPost {
            school: VILLAGE,
            stage: Stage::Primary,
            parts,
            number: 1,
            must_open: false,
        }];
        let mut book = tiny::book(&[]);
        tiny::add(&mut book, &[("move_worth.load_at_least", 's', "50%")]);
        let facts = Facts::new(&roster, &book);
        worthy(&facts, facts.standing[0].profile, PostNo(0))
    };
    assert!(worth(&[("chinese", 7)]));
    assert!(!worth(&[("chinese", 6)]), "less than half a load");
    assert!(worth(&[("chinese", 4), ("labour", 3)]));
    assert!(worth(&[("maths", 14)]), "told");
    assert!(!worth(&[("pe", 14)]), "shared at the own school only");
    assert!(
        !worth(&[("chinese", 5), ("pe", 9)]),
        "its main part is shared at the own school only"
    );
    assert!(
        !worth(&[("labour", 14)]),
        "what anybody may teach moves nobody"
    );
}
