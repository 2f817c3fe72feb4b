//! The shares by which people are drawn: rounded shares of the on-quota teachers of one large
//! district, skewed by how a school stands. Weights are whole numbers; only their ratio counts.

use super::seat::Tier;
use crate::domain::{Backbone, Degree, Role, Sex, Stage, Subject, Title};

/// The one of two values that is meant for a stage: primary, or above.
const fn of_two<T: Copy>(stage: Stage, (primary, above): (T, T)) -> T {
    match stage {
        Stage::Primary => primary,
        _ => above,
    }
}

/// Weights of the sexes.
pub(super) fn sexes(stage: Stage, tier: Tier, subject: Subject) -> [(Sex, u32); 2] {
    let men = match subject.key() {
        "pe" => 620,
        _ => tier.of_three(of_two(stage, ((210, 270, 380), (330, 380, 430)))),
    };
    [(Sex::Male, men), (Sex::Female, 1000 - men)]
}

/// Subjects by key: weight in primary and in junior secondary schools, then the skew for village
/// schools in per cent.
const SUBJECT_SHARES: &[(&str, u32, u32, u32)] = &[
    ("chinese", 345, 165, 130),
    ("maths", 215, 165, 125),
    ("english", 130, 150, 60),
    ("ethics", 35, 80, 80),
    ("science", 35, 0, 50),
    ("physics", 0, 70, 90),
    ("chemistry", 0, 45, 90),
    ("biology", 0, 40, 80),
    ("history", 0, 60, 80),
    ("geography", 0, 40, 80),
    ("pe", 90, 80, 50),
    ("music", 42, 30, 40),
    ("art", 42, 25, 40),
    ("it", 22, 28, 50),
    ("labour", 14, 12, 60),
    ("psychology", 9, 10, 10),
    ("practice", 9, 8, 60),
    ("local", 8, 8, 80),
];

/// Weights of the main subjects at a stage and tier.
pub(super) fn subjects(stage: Stage, tier: Tier) -> Vec<(Subject, u32)> {
    let shares = SUBJECT_SHARES.iter();
    let weights = shares.filter_map(|&(key, primary, above, village)| {
        let skew = of_two(stage, (tier.of_three((100, 95, village)), 100));
        Some((Subject::find(key)?, of_two(stage, (primary, above)) * skew))
    });
    weights.filter(|(_, weight)| *weight > 0).collect()
}

/// Of the periods of a subject, the share in per cent that teachers whose main subject it is take: in
/// primary schools, in junior secondary schools and above, and of these in villages. The rest is
/// taught beside another main subject.
const OWN_TEACHERS: &[(&str, u32, u32, u32)] = &[
    ("chinese", 100, 100, 100),
    ("maths", 100, 100, 100),
    ("english", 100, 100, 80),
    ("ethics", 15, 100, 60),
    ("science", 30, 100, 40),
    ("physics", 0, 100, 100),
    ("chemistry", 0, 100, 100),
    ("biology", 0, 100, 100),
    ("history", 0, 100, 100),
    ("geography", 0, 100, 100),
    ("pe", 100, 100, 45),
    ("music", 100, 100, 40),
    ("art", 100, 100, 40),
    ("it", 100, 100, 40),
    ("psychology", 40, 60, 10),
    ("labour", 0, 0, 0),
    ("practice", 0, 0, 0),
    ("local", 0, 0, 0),
    ("calligraphy", 0, 0, 0),
];

/// Subjects with the share of their periods that their own teachers take, per cent.
pub(super) fn own_teachers(stage: Stage, tier: Tier) -> Vec<(Subject, u32)> {
    let shares = OWN_TEACHERS.iter();
    let share = |&(key, primary, above, village): &(&str, u32, u32, u32)| {
        let here = tier.of_three((100, 100, village));
        let own = of_two(stage, (primary, above)) * here;
        Some((Subject::find(key)?, own.div_euclid(100)))
    };
    shares.filter_map(share).collect()
}

/// Of the periods that are taught beside a main subject, the share in per cent that falls to the
/// teachers of a subject.
pub(super) fn takes_beside(subject: Subject) -> u64 {
    match subject.key() {
        "chinese" => 45,
        "maths" => 35,
        "english" => 20,
        _ => 0,
    }
}

/// Further subjects that go with a main subject, the likeliest first: in primary schools, and above.
const COMPANIONS: &[(&str, &str, &str)] = &[
    (
        "chinese",
        "ethics local practice labour",
        "ethics history local",
    ),
    ("maths", "science labour it local", "physics it practice"),
    ("english", "local ethics music", "local ethics practice"),
    ("ethics", "local chinese labour", "history psychology local"),
    ("science", "it labour maths", "physics biology"),
    ("physics", "", "maths it labour"),
    ("chemistry", "", "biology physics labour"),
    ("biology", "", "geography chemistry labour"),
    ("history", "", "ethics geography local"),
    ("geography", "", "history biology local"),
    ("pe", "labour psychology local", "labour psychology"),
    ("music", "art local psychology", "art local"),
    ("art", "music labour practice", "music labour"),
    ("it", "science labour practice", "physics labour practice"),
    ("labour", "practice local", "practice local"),
    ("psychology", "ethics local", "ethics local"),
    ("practice", "labour local", "labour local"),
    ("local", "practice ethics", "practice ethics"),
];

/// Further subjects that may go with a main subject.
pub(super) fn companions(stage: Stage, subject: Subject) -> Vec<Subject> {
    let found = COMPANIONS.iter().find(|entry| entry.0 == subject.key());
    let words = found.map_or("", |entry| of_two(stage, (entry.1, entry.2)));
    words.split(' ').filter_map(Subject::find).collect()
}

/// Whether there is a certificate for a subject at a stage: none for labour, practice, local courses
/// and calligraphy, nor for ethics in primary schools.
pub(super) fn is_certified(stage: Stage, subject: Subject) -> bool {
    let open: &[&str] = of_two(
        stage,
        (
            &["labour", "practice", "local", "calligraphy", "ethics"],
            &["labour", "practice", "local", "calligraphy"],
        ),
    );
    !open.contains(&subject.key())
}

/// Of a full load, what a holder of an office teaches, per cent.
pub(super) const fn office(stage: Stage, role: Role) -> u32 {
    match role {
        Role::Principal => of_two(stage, (25, 15)),
        Role::VicePrincipal => of_two(stage, (60, 30)),
        Role::Middle => of_two(stage, (80, 45)),
        Role::Teacher => 100,
    }
}

/// How many further subjects, by tier.
pub(super) const fn more_subjects(tier: Tier) -> [(usize, u32); 3] {
    tier.of_three((
        [(0, 58), (1, 36), (2, 6)],
        [(0, 45), (1, 42), (2, 13)],
        [(0, 15), (1, 45), (2, 40)],
    ))
}

/// Weights for the seat, towns and villages.
type Weights = (u32, u32, u32);

/// First and last full year of life.
type Years = (u32, u32);

/// Ages: first and last full year of life, with their weights in primary schools, and above. The district
/// took on hardly anybody for ten years; counties that hired every year have no such hole.
const AGES: &[(Years, (Weights, Weights))] = &[
    ((22, 24), ((2, 3, 7), (2, 3, 5))),
    ((25, 29), ((12, 12, 16), (8, 9, 12))),
    ((30, 34), ((12, 12, 12), (10, 10, 10))),
    ((35, 39), ((11, 11, 10), (12, 11, 10))),
    ((40, 44), ((16, 15, 12), (16, 16, 13))),
    ((45, 49), ((20, 20, 16), (20, 20, 19))),
    ((50, 54), ((22, 21, 19), (23, 22, 21))),
    ((55, 59), ((5, 6, 8), (9, 9, 10))),
];

/// Weights of ages, first and last full year.
pub(super) fn ages(stage: Stage, tier: Tier) -> Vec<(Years, u32)> {
    let ages = AGES.iter();
    ages.map(|&(years, weights)| (years, tier.of_three(of_two(stage, weights))))
        .collect()
}

/// Weights of degrees; the old of the villages hold fewer.
pub(super) const fn degrees(age: u32, tier: Tier) -> [(Degree, u32); 4] {
    let (college, secondary) = if age >= 48 {
        tier.of_three(((6, 0), (12, 1), (26, 3)))
    } else {
        tier.of_three(((1, 0), (3, 0), (8, 0)))
    };
    let master = match age {
        0..=25 => 0,
        26..=39 => tier.of_three((24, 10, 2)),
        _ => tier.of_three((7, 3, 0)),
    };
    [
        (Degree::Secondary, secondary),
        (Degree::College, college),
        (Degree::Bachelor, 100 - secondary - college - master),
        (Degree::Master, master),
    ]
}

/// Weights of titles by years of teaching.
pub(super) const fn titles(stage: Stage, tier: Tier, years: u32) -> [(Title, u32); 5] {
    let senior = tier.of_three(match years {
        0..=14 => (0, 0, 0),
        15..=24 => of_two(stage, ((9, 7, 5), (22, 20, 15))),
        _ => of_two(stage, ((22, 19, 16), (42, 38, 32))),
    });
    let (none, second, first) = match years {
        0 => (100, 0, 0),
        1..=2 => (45, 55, 0),
        3..=7 => (12, 86, 2),
        8..=14 => (3, 52, 45),
        15..=24 => (2, 12, 86),
        _ => (2, 5, 93),
    };
    [
        (Title::None, none * (100 - senior)),
        (Title::Third, if years > 4 { 30 } else { 0 }),
        (Title::Second, second * (100 - senior)),
        (Title::First, first * (100 - senior)),
        (Title::Senior, senior * 100),
    ]
}

/// Weights of backbone grades by full years of life, fewer the higher the grade: most are in their
/// thirties and forties, the young and the untitled hold none above the school's own.
pub(super) fn backbones(tier: Tier, title: Title, age: u32) -> [(Backbone, u32); 5] {
    let by_age = |weight: u32| {
        let share = match age {
            30..=44 => 180,
            45..=49 => 110,
            _ => 60,
        };
        (weight * share).div_euclid(100)
    };
    // School, county and city grades by tier, per mille.
    let (school, county, city): (u32, u32, u32) = match title {
        Title::None | Title::Third => (40, 0, 0),
        Title::Second => tier.of_three(((170, 90, 5), (150, 60, 2), (130, 30, 0))),
        Title::First => tier.of_three(((240, 200, 80), (210, 150, 40), (180, 90, 15))),
        Title::Senior | Title::FullSenior => {
            tier.of_three(((240, 230, 200), (220, 190, 120), (200, 140, 45)))
        }
    };
    let (school, county, city) = (by_age(school), by_age(county), by_age(city));
    let province = city.div_ceil(24);
    [
        (
            Backbone::None,
            1000u32.saturating_sub(school + county + city + province),
        ),
        (Backbone::School, school),
        (Backbone::County, county),
        (Backbone::City, city),
        (Backbone::Province, province),
    ]
}

/// Full years at the present school: first and last, with weights.
pub(super) const STAY: &[((u32, u32), u32)] = &[
    ((1, 2), 9),
    ((3, 5), 14),
    ((6, 9), 28),
    ((10, 15), 28),
    ((16, 30), 21),
];
