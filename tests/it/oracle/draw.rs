//! Small counties drawn at random: the base county with people, policy and decisions changed.

use lungang::domain::{Published, Question, Roster, SchoolNo, TeacherNo, Waiver};
use lungang::facts::Facts;
use lungang::finding::Place;
use lungang::policy::{Force, RuleBook};
use lungang::rules::build;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::collections::BTreeMap;

/// Special approvals of must-rules, and a plan that was published before.
pub(super) fn decided_before(draw: &mut TestRng, roster: &mut Roster, book: &RuleBook) -> Question {
    let places: Vec<(String, String)> = {
        let facts = Facts::new(roster, book);
        let rows = build(&facts, true).lp.rows;
        let must = rows
            .iter()
            .filter(|row| book.force(row.rule) == Force::Must);
        must.map(|row| (row.rule.into(), row.about.clone()))
            .collect()
    };
    for _ in 0..below(draw, 3) {
        if let Some((rule, about)) = places.get(below(draw, places.len().max(1))) {
            roster.waivers.push(Waiver {
                rule: rule.clone(),
                about: about.clone(),
                amount: [1, 1, 2][below(draw, 3)],
                reason: "case".into(),
                author: "case".into(),
                date: String::new(),
                place: Place::default(),
                about_place: Place::default(),
            });
        }
    }
    let mut question = Question::default();
    if below(draw, 2) == 0 {
        let mut letters = BTreeMap::new();
        for _ in 0..below(draw, 4) {
            let who = TeacherNo(below(draw, roster.teachers.len()));
            letters.insert(who, SchoolNo(below(draw, roster.schools.len())));
        }
        let frozen = below(draw, 2) == 0;
        question.published = Some(Published { letters, frozen });
    }
    question
}

pub(super) fn random(seed: u64) -> TestRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)
}

pub(super) fn below(draw: &mut TestRng, most: usize) -> usize {
    draw.next_u32() as usize % most
}

/// One of these.
pub(super) fn one_of<'t>(draw: &mut TestRng, all: &[&'t str]) -> &'t str {
    all[below(draw, all.len())]
}

/// A few teachers of the base county, changed at random, under a policy changed at random.
pub(super) fn changes(draw: &mut TestRng) -> Vec<String> {
    let mut all = Vec::new();
    // The one row of the service table speaks of T07.
    let mut ids: Vec<usize> = (1..=10).filter(|id| *id != 7).collect();
    let keep = 3 + below(draw, 3);
    while ids.len() > keep {
        let gone = ids.remove(below(draw, ids.len()));
        all.push(format!("teachers.T{gone:02}=-"));
    }
    ids.push(7);
    for id in &ids {
        for _ in 0..below(draw, 3) {
            let (column, values) = TEACHER[below(draw, TEACHER.len())];
            let value = one_of(draw, values);
            all.push(format!("teachers.T{id:02}.{column}={value}"));
        }
    }
    for _ in 0..below(draw, 3) {
        let (school, column, values) = SCHOOL[below(draw, SCHOOL.len())];
        let value = one_of(draw, values);
        all.push(format!("schools.{school}.{column}={value}"));
    }
    for _ in 0..=below(draw, 5) {
        let (rule, key, values) = POLICY[below(draw, POLICY.len())];
        let value = one_of(draw, values);
        all.push(format!("policy.{rule}.{key}={value}"));
    }
    let who = ids[below(draw, ids.len())];
    match draw.next_u32() % 6 {
        0 => all.push(format!("bans.T{who:02}=S2")),
        1 => all.push(format!("pins.T{who:02}=S2")),
        2 => all.push("recruits.R1=-".to_owned()),
        _ => {}
    }
    all
}

/// The same, and a policy of ways and of sole teachers under which more shares can be met: few are left at each school,
/// and were all of them eligible hardly any could be.
pub(super) fn roomy(draw: &mut TestRng) -> Vec<String> {
    let mut all = changes(draw);
    all.retain(|one| one != "policy.rotation_share.at_most=20%");
    if below(draw, 4) > 0 {
        all.push("policy.eligibility.sole_teacher=exempt".to_owned());
    }
    for _ in 0..below(draw, 3) {
        let (rule, key, values) = ROOMY[below(draw, ROOMY.len())];
        let value = one_of(draw, values);
        all.push(format!("policy.{rule}.{key}={value}"));
    }
    all
}

const ROOMY: &[(&str, &str, &[&str])] = &[
    ("move_worth", "far_minutes", &["20", "40"]),
    ("move_worth", "far_load_at_least", &["75%", "100%"]),
    ("move_worth", "upward_minutes", &["10", "40"]),
    ("move_worth", "force", FORCES),
    ("teaching_posts", "part_time_anywhere", &["music", "maths"]),
];

pub(super) const TEACHER: &[(&str, &[&str])] = &[
    ("subject", &["chinese", "maths", "music"]),
    (
        "certified_subjects",
        &["chinese;maths", "maths;music", "chinese;maths;music"],
    ),
    ("backbone", &["none", "county"]),
    ("work_school", &["S1", "S2", "S3"]),
    ("at_school_since", &["2012-09", "2023-09"]),
    ("protections", &["pregnant", "nursing", ""]),
    ("volunteer", &["yes", ""]),
    ("wishes", &["S2", "S3", ""]),
    ("points", &["0", "9"]),
    ("carer", &["yes", ""]),
    ("spouse", &["T03", "T04", ""]),
    ("applies_for", &["senior", ""]),
    ("employment", &["contract", "on_quota"]),
    ("bond_until", &["2030-08", ""]),
];

pub(super) const SCHOOL: &[(&str, &str, &[&str])] = &[
    ("S2", "weak", &["yes", ""]),
    ("S3", "beds", &["0", "1", "2"]),
    ("S1", "quota", &["3", "4", "5"]),
    ("S2", "quota", &["2", "3"]),
    ("S3", "area", &["village", "town"]),
    ("S1", "quality", &["yes", ""]),
    ("S3", "hardship", &["0", "3"]),
];

pub(super) const FORCES: &[&str] = &["must", "goal", "off"];

pub(super) const POLICY: &[(&str, &str, &[&str])] = &[
    ("rotation_share", "at_least", &["0%", "10%", "50%", "100%"]),
    ("rotation_share", "direction", &["any", "directional"]),
    ("rotation_share", "measure", &["heads", "full_time_months"]),
    ("rotation_share", "force", FORCES),
    ("backbone_share", "at_least", &["20%", "50%"]),
    ("backbone_share", "of", &["movers", "eligible_backbone"]),
    ("backbone_share", "force", FORCES),
    ("school_quota", "quota_goes", &["yes", "no"]),
    ("school_quota", "force", FORCES),
    ("must_open_subjects", "force", FORCES),
    ("village_subjects", "force", FORCES),
    ("village_subjects", "subjects", &["chinese,maths", "music"]),
    ("last_teacher", "force", FORCES),
    ("surplus_first", "no_net_loss", &["yes", "no"]),
    (
        "surplus_first",
        "stage_moves",
        &["same_or_lower", "any", "same"],
    ),
    ("surplus_first", "force", FORCES),
    (
        "certificates",
        "cross_stage",
        &["certificate", "lower_free", "forbidden"],
    ),
    ("title_year", "force", FORCES),
    ("title_year", "applying_is_willing", &["yes", "no"]),
    ("rotation_share", "at_most", &["20%", "40%", "100%"]),
    ("move_worth", "minutes_per_period_at_most", &["1", "3", "8"]),
    ("district_bounds", "force", FORCES),
    (
        "district_bounds",
        "within",
        &["district", "pair,group", "district,central"],
    ),
    ("family_ties", "force", FORCES),
    ("family_ties", "couples", &["off", "spared", "together"]),
    ("leavers_cap", "at_most", &["10%", "34%", "100%"]),
    ("leavers_cap", "force", FORCES),
    ("arrivals_mix", "force", FORCES),
    ("arrivals_mix", "base", &["posts", "people"]),
    ("arrivals_mix", "off_subject_at_most", &["0%", "50%"]),
    ("travel_limit", "minutes_at_most", &["30", "60"]),
    ("travel_limit", "force", FORCES),
    ("dormitory_beds", "force", FORCES),
    ("recruits", "fill_vacancies", &["yes", "no"]),
    ("recruits", "contract_allowed", &["yes", "no"]),
    ("recruits", "force", FORCES),
    ("pins_and_bans", "force", FORCES),
    ("preferences", "force", &["goal", "off"]),
    ("teaching_posts", "crowd_from", &["1", "2", "3"]),
    ("teaching_posts", "village_weight", &["1", "3"]),
    ("fewest_moves", "force", &["goal", "off"]),
    ("per_pupil_staff", "force", FORCES),
    ("per_pupil_staff", "part_of_bar", &["50%", "85%", "100%"]),
    ("degree_shares", "force", FORCES),
    ("special_post_share", "force", FORCES),
    ("staff_balance", "force", &["goal", "off"]),
    ("protected_teachers", "release_volunteers", &["yes", "no"]),
    ("class_sizes", "force", &["must", "goal"]),
    ("class_sizes", "primary_at_most", &["19", "39", "40"]),
    ("class_sizes", "large_from", &["20", "41"]),
    ("school_sizes", "force", &["must", "goal"]),
    ("school_sizes", "primary_at_most", &["39", "79", "80"]),
];
