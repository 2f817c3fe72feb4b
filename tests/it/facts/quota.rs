//! The split of the staff quota.

use crate::tiny::{self, NINE, TOWN, VILLAGE, classes, teacher};
use lungang::domain::*;
use lungang::facts::{Facts, SchoolQuota, apportion};
use lungang::policy::{RuleBook, Share};
use num_rational::Ratio;

fn quota(roster: &Roster, book: &RuleBook) -> Vec<SchoolQuota> {
    Facts::new(roster, book).quota
}

/// Five classes with 22 pupils in the village.
fn small() -> Roster {
    let mut roster = tiny::roster();
    let sizes = [5, 4, 4, 5, 4];
    let groups = (1u8..).zip(sizes);
    roster.classes = groups
        .map(|(grade, pupils)| classes(VILLAGE, grade, &[pupils]))
        .collect();
    roster
}

fn asked(roster: &Roster, changes: &[(&str, &str)]) -> String {
    quota(roster, &tiny::book(changes))[VILLAGE.0]
        .asked
        .to_string()
}

#[test]
fn the_class_ratio_saves_the_small_school_that_the_pupil_ratio_starves() {
    // domain 2.2, worked example: 22 pupils make 1 by 1:19 rounded down, 5 classes make 7.5.
    let one = &quota(&small(), &tiny::book(&[]))[VILLAGE.0];
    let stage = &one.stages[0];
    assert_eq!(stage.by_pupils, Share::new(22, 19));
    assert_eq!(stage.by_pupils.floor_of(1), 1);
    assert_eq!(stage.by_classes, Share::new(15, 2));
    assert_eq!((one.asked, one.given), (Share::new(15, 2), 8));
}

#[test]
fn the_parts_are_combined_as_the_policy_says() {
    // domain 2.2, formula to implement.
    let combine = |how| asked(&small(), &[("school_quota.combine", how)]);
    assert_eq!(combine("pupils"), "22/19");
    assert_eq!(
        combine("class"),
        "15/2".parse::<Share>().unwrap().to_string()
    );
    assert_eq!(combine("sum"), "329/38");
    assert_eq!(combine("max"), combine("class"));
    let big = [("school_quota.small_below", "22")];
    assert_eq!(asked(&small(), &big), "22/19", "22 is not below 22");
}

#[test]
fn counting_a_small_school_as_a_hundred_pupils_is_a_switch() {
    // domain 0.2 item 1: a funding rule, off for staffing by default.
    let on = [
        ("school_quota.small_as_hundred", "yes"),
        ("school_quota.combine", "pupils"),
    ];
    assert_eq!(asked(&small(), &on), "100/19");
}

#[test]
fn boarders_add_staff() {
    let mut roster = small();
    roster.schools[VILLAGE.0].boarders = 10;
    let on = [("school_quota.boarders_per_staff", "20")];
    assert_eq!(asked(&roster, &on), "8", "7.5 and a half");
    assert_eq!(asked(&roster, &[]), asked(&small(), &[]));
}

#[test]
fn a_nine_year_school_is_reckoned_stage_by_stage() {
    // domain 2.2: junior and primary apart.
    let mut roster = tiny::roster();
    roster.classes = vec![
        classes(NINE, 1, &[40, 40, 40, 40, 30]),
        classes(NINE, 7, &[45, 45, 45]),
    ];
    let stages = &quota(&roster, &tiny::book(&[]))[NINE.0].stages;
    assert_eq!(stages[0].asked, Share::new(10, 1));
    assert_eq!(stages[1].asked, Share::new(10, 1));
}

#[test]
fn the_county_total_is_given_out_to_the_last_head() {
    // domain section 6 quota_rounding; section 4 row 14.
    let mut roster = small();
    roster.classes.push(classes(TOWN, 1, &[50, 50, 50]));
    roster.quota.push(QuotaTotal {
        stage: Stage::Primary,
        heads: 14,
    });
    let all = quota(&roster, &tiny::book(&[]));
    // 150/19 and 15/2 of 585/38: 7.18 and 6.82 of 14.
    assert_eq!((all[TOWN.0].given, all[VILLAGE.0].given), (7, 7));
    assert_eq!(all.iter().map(|one| one.given).sum::<i64>(), 14);
}

#[test]
fn the_largest_remainders_get_what_is_left_and_ties_go_by_order() {
    let parts = |list: &[i64]| {
        list.iter()
            .map(|one| Ratio::from_integer(*one))
            .collect::<Vec<_>>()
    };
    assert_eq!(apportion(10, &parts(&[1, 1, 1])), [4, 3, 3]);
    assert_eq!(apportion(7, &parts(&[50, 30, 20])), [4, 2, 1]);
    assert_eq!(apportion(0, &parts(&[2, 3])), [0, 0]);
    assert_eq!(apportion(5, &parts(&[0, 0])), [0, 0]);
    assert_eq!(apportion(5, &[]), [0; 0]);
}

#[test]
fn the_quota_in_force_stands_where_the_policy_keeps_it() {
    let mut roster = small();
    roster.schools[VILLAGE.0].quota = Some(6);
    let kept = tiny::book(&[("school_quota.split", "in_force")]);
    assert_eq!(quota(&roster, &kept)[VILLAGE.0].given, 6);
    assert_eq!(quota(&roster, &tiny::book(&[]))[VILLAGE.0].given, 8);
}

#[test]
fn a_school_that_closes_gets_none_and_its_people_are_still_counted() {
    let mut roster = small();
    roster.schools[VILLAGE.0].closing = true;
    roster.teachers.push(teacher(VILLAGE, "maths"));
    let one = &quota(&roster, &tiny::book(&[]))[VILLAGE.0];
    assert_eq!((one.given, one.heads_now, one.heads_base), (0, 1, 1));
}

#[test]
fn the_seconded_hold_a_quota_place_and_the_contract_staff_none() {
    // domain section 4 row 24; model section 2.
    let mut seconded = teacher(VILLAGE, "maths");
    seconded.status = Status::Seconded;
    let mut contract = teacher(VILLAGE, "maths");
    contract.employment = Employment::Contract;
    let mut retiring = teacher(VILLAGE, "maths");
    retiring.birth = tiny::month("1970-01");
    let mut roster = tiny::with(vec![seconded, contract, retiring]);
    roster.classes = small().classes;
    let one = &quota(&roster, &tiny::book(&[]))[VILLAGE.0];
    assert_eq!((one.heads_now, one.heads_base), (2, 1));
}
