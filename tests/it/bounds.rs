//! Districts, groups, pairs and hardship are worth minutes: with a weight the plan chooses another school than
//! without one, and a switch forbids leaving; couples stay together where the policy says so.

use crate::patched::patched;
use lungang::domain::{Roster, TeacherNo};
use lungang::facts::{Facts, Placement};
use lungang::policy::RuleBook;
use lungang::rules::{build, goals};
use lungang::solve::{Options, Silent, solve};

/// One teacher of maths too many at S1, and one post of maths each at S2 (30 minutes) and S3 (70 minutes), of
/// which a share asks for nothing: the nearer one is filled first where only one may leave.
fn county(changes: &[&str]) -> (Roster, RuleBook) {
    let mut all: Vec<String> = vec![
        "teachers.+=T11,数十一,male,1984-06,bachelor,on_quota,S1,,teacher,primary,maths,,primary,maths,\
         first,2018-12,none,2010-09,2007-09,active,,,,3,,,,,,"
            .into(),
        "classes.S2.pupils=20;20;20".into(),
        "classes.S3.pupils=20;20;20".into(),
        "teachers.T08.more_subjects=".into(),
        "teachers.T08.certified_subjects=chinese".into(),
        "schools.S2.weak=".into(),
        "recruits.R1=-".into(),
        "recruits.R2=-".into(),
        "policy.leavers_cap.at_most=100%".into(),
        "policy.preferences.outside_district=0".into(),
        "policy.preferences.outside_group=0".into(),
        "policy.preferences.hardship_class=0".into(),
        "policy.rotation_share.at_least=0%".into(),
    ];
    for rule in [
        "backbone_share",
        "school_quota",
        "travel_limit",
        "per_pupil_staff",
        "must_open_subjects",
        "village_subjects",
    ] {
        all.push(format!("policy.{rule}.force=off"));
    }
    // Only teachers of maths at S1 have been there long enough.
    for id in ["T01", "T02", "T05", "T06", "T08", "T10"] {
        all.push(format!("teachers.{id}.at_school_since=2024-09"));
    }
    all.extend(changes.iter().map(|one| (*one).to_owned()));
    patched("tests/golden/rules/base", &all)
}

fn planned((roster, book): &(Roster, RuleBook)) -> Placement {
    let facts = Facts::new(roster, book);
    let program = build(&facts, false);
    let outcome = solve(&program.lp, &goals(&facts), &Options::default(), &Silent);
    program.placement(&outcome.point.expect("a plan"))
}

/// How many go from one school to another.
fn went(county: &(Roster, RuleBook), plan: &Placement, from: &str, to: &str) -> usize {
    let at = |id: &str| county.0.find_school(id).unwrap();
    let goes = |one: &&lungang::facts::PlannedMove| (one.from, one.to) == (at(from), at(to));
    plan.moves.iter().filter(goes).count()
}

/// Who goes where from S1 with and without one more change, which is about S2 and S3.
fn to_each(changes: &[&str]) -> [usize; 2] {
    let county = county(changes);
    let plan = planned(&county);
    ["S2", "S3"].map(|to| went(&county, &plan, "S1", to))
}

/// Without anything said only the way counts; S3 is made the nearer one, so that whatever is said of it weighs
/// against the way.
const NEAR: [&str; 4] = [
    "travel.S1=-",
    "travel.+=S1,S2,40",
    "travel.+=S1,S3,30",
    "policy.leavers_cap.at_most=17%",
];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    [NEAR.as_slice(), more].concat()
}

#[test]
fn a_district_a_group_a_pair_and_hardship_each_turn_the_plan() {
    let plain = to_each(&with(&[]));
    assert_eq!(plain, [0, 1], "the nearer school");
    for more in [
        &["policy.preferences.outside_district=20"][..],
        &[
            "policy.preferences.outside_group=20",
            "schools.S1.partner=S2",
            "schools.S2.partner=S1",
        ],
        &[
            "policy.preferences.outside_group=20",
            "schools.S1.group=甲",
            "schools.S2.group=甲",
        ],
        &[
            "policy.preferences.hardship_class=15",
            "schools.S2.hardship=0",
        ],
    ] {
        assert_eq!(to_each(&with(more)), [1, 0], "{more:?}");
    }
    // Too small a weight leaves the plan as it was.
    assert_eq!(
        to_each(&with(&["policy.preferences.outside_district=5"])),
        plain
    );
}

#[test]
fn a_switch_forbids_leaving_the_district() {
    let bound = "policy.district_bounds.force=must";
    assert_eq!(to_each(&with(&[bound])), [1, 0]);
    assert_eq!(to_each(&with(&[bound, "schools.S3.district=城关"])), [0, 1]);
    let soft = "policy.district_bounds.force=goal";
    assert_eq!(to_each(&with(&[soft])), [1, 0]);
    assert_eq!(
        to_each(&with(&[soft, "policy.district_bounds.minutes_outside=5"])),
        [0, 1]
    );
}

#[test]
fn a_gained_period_is_worth_so_many_minutes_and_no_more() {
    let must = "policy.move_worth.force=must";
    assert_eq!(to_each(&with(&[must])), [0, 1]);
    let one = "policy.move_worth.minutes_per_period_at_most=1";
    assert_eq!(
        to_each(&with(&[must, one])),
        [0, 0],
        "no post has thirty periods"
    );
    let two = "policy.move_worth.minutes_per_period_at_most=3";
    assert_eq!(to_each(&with(&[must, two])), [0, 1]);
}

/// Who of the three teachers of maths at S1 goes.
fn gone(changes: &[&str]) -> Vec<String> {
    let county = county(changes);
    let plan = planned(&county);
    let id = |one: &lungang::facts::PlannedMove| county.0.teacher_id(one.teacher);
    let mut all: Vec<String> = plan.moves.iter().map(id).collect();
    all.retain(|id| ["T03", "T04", "T11"].contains(&id.as_str()));
    all
}

#[test]
fn a_couple_is_spared_or_stays_together_and_a_carer_is_spared() {
    let first = gone(&with(&[]));
    let [only] = &first[..] else {
        panic!("{first:?}")
    };
    let carer: &'static str = format!("teachers.{only}.carer=yes").leak();
    let other = gone(&with(&[carer]));
    assert!(other.len() == 1 && other != first, "{other:?}");
    let partner = ["T03", "T04", "T11"]
        .into_iter()
        .find(|id| *id != *only && *id != other[0]);
    let spouse: &'static str = format!("teachers.{only}.spouse={}", partner.unwrap()).leak();
    assert_eq!(gone(&with(&[spouse])), other, "both are spared");
    // Two may leave: a couple goes to one school, or neither goes.
    let together = "policy.family_ties.couples=together";
    let two = [spouse, together, "policy.leavers_cap.at_most=40%"];
    let county = county(&with(&two));
    let plan = planned(&county);
    let at = |id: &str| {
        let who: TeacherNo = county.0.find_teacher(id).unwrap();
        plan.move_of(who).map(|one| one.to)
    };
    assert_eq!(at(only), at(partner.unwrap()));
}
