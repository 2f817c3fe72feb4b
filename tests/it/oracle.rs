//! The oracle: small random counties of which every possible plan is enumerated. For every plan and
//! every rule the audit is silent exactly when the rule's rows hold; the goals weigh it alike; and
//! the solver's optimum is the best of all enumerated plans, goal by goal.

use crate::patched::try_patched;
use crate::rule_rows::Points;
use lungang::audit::audit;
use lungang::domain::{SchoolNo, TeacherNo};
use lungang::facts::{Facts, Hire, Placement, PlannedMove, PostNo, form_of};
use lungang::law::{Force, GoalId};
use lungang::rules::build;
use lungang::solve::{Ended, Options, Silent, solve};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rayon::prelude::*;

const BASE: &str = "tests/golden/rules/base";

/// Counties that are enumerated.
const COUNTIES: u64 = 90;

/// Counties with more plans than this are passed over.
const MOST_PLANS: usize = 12_000;

/// At least so many counties must be left, and so many of them with and without a legal plan.
const ENOUGH: [usize; 3] = [70, 45, 20];

/// What one teacher may do next year: where she is, and on which post.
type Choice = (SchoolNo, Option<PostNo>);

#[test]
fn every_possible_plan_of_small_counties_is_judged_alike_and_the_best_is_found() {
    let seen: Vec<Option<bool>> = (0..COUNTIES).into_par_iter().map(county).collect();
    let with = seen.iter().filter(|one| **one == Some(true)).count();
    let without = seen.iter().filter(|one| **one == Some(false)).count();
    let counts = [with + without, with, without];
    assert!(
        counts.iter().zip(ENOUGH).all(|(is, least)| *is >= least),
        "{counts:?}"
    );
}

/// Checks one county; says whether it has a legal plan, or nothing when it cannot be read or has too many plans.
fn county(seed: u64) -> Option<bool> {
    let mut draw = random(seed);
    let changes = changes(&mut draw);
    let (roster, book) = try_patched(BASE, &changes).ok()?;
    let facts = Facts::new(&roster, &book);
    let plans = plans(&facts)?;
    let about = format!("county {seed}: {changes:?}");
    let best = judge_all(&facts, &plans, &about);
    let program = build(&facts, false);
    let outcome = solve(&program.lp, &book.goals, &Options::default(), &Silent);
    match best {
        None => assert_eq!(outcome.ended, Ended::NoPlanExists, "{about}"),
        Some(best) => {
            assert_eq!(outcome.ended, Ended::Proved, "{about}: {outcome:?}");
            let goals = outcome.goals.iter();
            let goals = goals.filter(|one| one.goal != GoalId::Canonical);
            let found: Vec<_> = goals.map(|one| one.value.unwrap()).collect();
            assert_eq!(found, best, "{about}");
        }
    }
    Some(outcome.ended == Ended::Proved)
}

/// Compares both judges on every plan; the goal values of the best plan that obeys every must-rule.
fn judge_all(facts: &Facts<'_>, plans: &[Placement], about: &str) -> Option<Vec<i64>> {
    let program = build(facts, false);
    let points = Points::new(&program);
    let mut best: Option<Vec<i64>> = None;
    for plan in plans {
        let judged = audit(facts, plan);
        let goals: Vec<i64> = facts
            .book
            .goals
            .iter()
            .filter(|goal| **goal != GoalId::Canonical)
            .map(|goal| judged.goals.get(goal).copied().unwrap_or(0))
            .collect();
        match points.point(plan, None) {
            // Some rule keeps the column away: its audit must say so.
            None => assert!(!judged.holds(), "{about}: no column, yet legal: {plan:?}"),
            Some(point) => {
                for rule in judged.rules.iter().filter(|rule| rule.force == Force::Must) {
                    let mut rows = program.lp.rows.iter();
                    let holds = rows.all(|row| row.rule != rule.rule || row.holds(&point));
                    assert_eq!(holds, rule.holds, "{about}: {}: {plan:?}", rule.rule);
                }
                for (goal, said) in facts.book.goals.iter().zip(&goals) {
                    let is = program.lp.goal_value(*goal, &point);
                    assert_eq!(is, *said, "{about}: {goal:?}: {plan:?}");
                }
            }
        }
        if judged.holds() && best.as_ref().is_none_or(|best| goals < *best) {
            best = Some(goals);
        }
    }
    best
}

fn random(seed: u64) -> TestRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)
}

fn below(draw: &mut TestRng, most: usize) -> usize {
    draw.next_u32() as usize % most
}

/// One of these.
fn one_of<'t>(draw: &mut TestRng, all: &[&'t str]) -> &'t str {
    all[below(draw, all.len())]
}

/// A few teachers of the base county, changed at random, under a policy changed at random.
fn changes(draw: &mut TestRng) -> Vec<String> {
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

const TEACHER: &[(&str, &[&str])] = &[
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
    ("applies_for", &["senior", ""]),
    ("employment", &["contract", "on_quota"]),
    ("bond_until", &["2030-08", ""]),
];

const SCHOOL: &[(&str, &str, &[&str])] = &[
    ("S2", "weak", &["yes", ""]),
    ("S3", "beds", &["0", "1", "2"]),
    ("S1", "quota", &["3", "4", "5"]),
    ("S2", "quota", &["2", "3"]),
    ("S3", "area", &["village", "town"]),
    ("S1", "quality", &["yes", ""]),
    ("S3", "hardship", &["0", "3"]),
];

const FORCES: &[&str] = &["must", "goal", "off"];

const POLICY: &[(&str, &str, &[&str])] = &[
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
    ("protected_teachers", "release_volunteers", &["yes", "no"]),
];

/// Every plan in which people are where they are put, each on at most one post, no post overfull,
/// whoever moves on one; `None` when there are too many.
fn plans(facts: &Facts<'_>) -> Option<Vec<Placement>> {
    let mut all = vec![Placement::empty(facts)];
    for who in facts.roster.teacher_nos() {
        let choices = choices(facts, who);
        let mut next = Vec::new();
        for plan in &all {
            for (school, post) in &choices {
                next.extend(placed(facts, plan, who, (*school, *post)));
            }
        }
        all = next;
        if all.len() > MOST_PLANS {
            return None;
        }
    }
    for (pool, line) in facts.roster.pools.iter().enumerate() {
        let profile = facts.profile(facts.pool_profile[pool]);
        let fits: Vec<PostNo> = facts
            .post_nos()
            .filter(|post| profile.fit(facts.post(*post)).covers())
            .collect();
        for _ in 0..line.number {
            let mut next = all.clone();
            for plan in &all {
                next.extend(
                    fits.iter()
                        .filter_map(|post| hired(facts, plan, pool, *post)),
                );
            }
            all = next;
        }
    }
    (all.len() <= MOST_PLANS).then_some(all)
}

fn choices(facts: &Facts<'_>, who: TeacherNo) -> Vec<Choice> {
    let stand = facts.stands(who);
    let Some(base) = stand.base else {
        return vec![];
    };
    let fits = |post: &PostNo| facts.profile(stand.profile).fit(facts.post(*post)).covers();
    let on = facts.post_nos().filter(fits);
    let on = on.map(|post| (facts.post(post).school, Some(post)));
    let on = on.filter(|(school, _)| *school == base || stand.movable);
    on.chain([(base, None)]).collect()
}

fn placed(
    facts: &Facts<'_>,
    plan: &Placement,
    who: TeacherNo,
    (to, post): Choice,
) -> Option<Placement> {
    let mut plan = plan.clone();
    let from = facts.stands(who).base?;
    if from != to {
        let months = facts.book.count("counting_forms", "length_months");
        plan.moves.push(PlannedMove {
            teacher: who,
            from,
            to,
            form: form_of(facts, from, to),
            start: facts.year_start,
            end: facts.year_start.plus(i32::try_from(months).unwrap() - 1),
            share: 100,
            quota_goes: facts.book.flag("school_quota", "quota_goes"),
            bed: facts.needs_bed(who, to),
        });
    }
    if let Some(post) = post {
        plan.fills[post.0].push(who);
        (plan.fills[post.0].len() <= facts.post(post).number as usize).then_some(())?;
    }
    Some(plan)
}

fn hired(facts: &Facts<'_>, plan: &Placement, pool: usize, post: PostNo) -> Option<Placement> {
    let mut plan = plan.clone();
    let taken = plan.fills[post.0].len() + plan.hired(post) as usize;
    (taken < facts.post(post).number as usize).then_some(())?;
    plan.hires.push(Hire {
        pool,
        post,
        number: 1,
    });
    plan.hires.sort();
    Some(plan)
}
