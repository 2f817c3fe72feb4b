//! Who is due, exempt, movable; where she will be; when she retires.

use crate::tiny::{self, NINE, TOWN, VILLAGE, month, spell, teacher};
use lungang::domain::*;
use lungang::facts::{Eligibility, Exemption, Facts, year_start};
use lungang::policy::RuleBook;

/// The standing of the first teacher.
fn stand(roster: &Roster, book: &RuleBook) -> Eligibility {
    Facts::new(roster, book).standing[0].clone()
}

/// The standing of one teacher of the town school, under the ordinary rules.
fn of(change: impl FnOnce(&mut Teacher)) -> Eligibility {
    let mut one = teacher(TOWN, "maths");
    change(&mut one);
    stand(&tiny::with(vec![one]), &tiny::book(&[]))
}

#[test]
fn a_teacher_long_at_her_school_is_due_eligible_and_movable() {
    let stand = of(|_| {});
    assert_eq!(stand.exemptions, []);
    assert!(stand.due && stand.eligible && stand.movable && !stand.novice);
    assert_eq!(stand.base, Some(TOWN));
}

#[test]
fn six_school_years_are_six_years_on_the_last_day_of_august() {
    // domain 3.1: years at one school; 3.2 item 1: reckoned on 31 August or 1 September.
    assert!(of(|one| one.at_school_since = month("2020-09")).due);
    let late = of(|one| one.at_school_since = month("2020-10"));
    assert_eq!(late.exemptions, [Exemption::TooFewYears]);
    assert!(!late.due && !late.movable);
}

#[test]
fn the_age_cap_holds_until_the_birthday_after_it() {
    // domain 3.1: women at most 45, men at most 50, on the reckoning date.
    let of_age = |sex, birth| {
        of(|one| {
            (one.sex, one.birth) = (sex, month(birth));
        })
        .exemptions
        .contains(&Exemption::OverAge)
    };
    assert!(!of_age(Sex::Female, "1980-09"), "45 until September");
    assert!(of_age(Sex::Female, "1980-08"), "46 in August");
    assert!(!of_age(Sex::Male, "1975-09"));
    assert!(of_age(Sex::Male, "1975-08"));
    let no_cap = tiny::book(&[("eligibility.age_cap_women", "")]);
    let mut old = teacher(TOWN, "maths");
    old.birth = month("1978-01");
    assert!(stand(&tiny::with(vec![old]), &no_cap).due);
}

#[test]
fn a_bond_that_ends_in_august_does_not_bind_the_new_year() {
    // domain 2.8.
    assert!(of(|one| one.bond_until = Some(month("2026-08"))).eligible);
    let bound = of(|one| {
        one.bond_until = Some(month("2026-09"));
        one.volunteer = true;
    });
    assert_eq!(bound.exemptions, [Exemption::Bonded]);
    assert!(bound.due && !bound.movable, "a lock holds even a volunteer");
}

#[test]
fn retirement_follows_the_step_table() {
    // domain 2.9, section 6 retirement_table: men from 60 to 63, women cadres from 55 to 58.
    for line in include_str!("../../golden/facts/retirement.csv")
        .lines()
        .skip(1)
    {
        let cells: Vec<_> = line.split(',').collect();
        let stand = of(|one| {
            one.sex = Sex::find(cells[0]).unwrap();
            one.birth = month(cells[1]);
        });
        assert_eq!(stand.retires.to_string(), cells[2], "{line}");
    }
}

#[test]
fn who_retires_before_september_supplies_nothing() {
    let gone = of(|one| one.birth = month("1971-04"));
    assert_eq!(gone.retires, month("2026-08"));
    assert!(gone.exemptions.contains(&Exemption::Leaving));
    assert_eq!(gone.base, None);
    let stays = of(|one| one.birth = month("1971-05"));
    assert_eq!((stays.retires, stays.base), (month("2026-10"), Some(TOWN)));
    assert!(stays.exemptions.contains(&Exemption::NearRetirement));
}

#[test]
fn a_volunteer_above_the_age_may_go_where_she_wishes_unless_the_policy_keeps_her() {
    // domain 3.1: older may apply.
    let older = |one: &mut Teacher| {
        one.birth = month("1979-01");
        one.volunteer = true;
        one.wishes = vec![VILLAGE];
    };
    let stand_older = of(older);
    assert!(!stand_older.eligible && stand_older.movable && stand_older.by_wish);
    let nowhere = of(|one| {
        older(one);
        one.wishes.clear();
    });
    assert!(!nowhere.movable, "she has not said where to");
    let strict = tiny::book(&[("protected_teachers.release_volunteers", "no")]);
    let mut one = teacher(TOWN, "maths");
    older(&mut one);
    assert!(!stand(&tiny::with(vec![one]), &strict).movable);
}

#[test]
fn leaders_and_protected_and_contract_staff_are_named_in_order() {
    let stand = of(|one| {
        one.role = Role::Principal;
        one.protections = vec![Protection::Pregnant, Protection::Hardship];
        one.employment = Employment::Contract;
    });
    let expected = [
        Exemption::NotOnQuota,
        Exemption::Pregnant,
        Exemption::SchoolLeader,
    ];
    assert_eq!(stand.exemptions, expected, "hardship exempts nobody here");
}

#[test]
fn anyone_unprotected_lets_contract_staff_move_but_no_leader() {
    let open = tiny::book(&[("eligibility.who_may_move", "anyone_unprotected")]);
    let movable = |change: fn(&mut Teacher)| {
        let mut one = teacher(TOWN, "maths");
        change(&mut one);
        stand(&tiny::with(vec![one]), &open).movable
    };
    assert!(movable(|one| one.employment = Employment::Contract));
    assert!(movable(|one| one.at_school_since = month("2025-09")));
    assert!(!movable(|one| one.role = Role::Principal));
    assert!(!movable(|one| one.directed_title = true));
}

/// A teacher of the town school who now works in the village under a form.
fn away(from: &str, to: &str) -> Roster {
    let mut one = teacher(TOWN, "maths");
    one.work_school = VILLAGE;
    let mut roster = tiny::with(vec![one]);
    roster
        .service
        .push(spell(VILLAGE, from, to, Some(Form::Exchange)));
    roster
}

#[test]
fn a_running_rotation_goes_on_when_it_reaches_june() {
    let stand = stand(&away("2025-09", "2027-06"), &tiny::book(&[]));
    let running = stand.ongoing.unwrap();
    assert!(running.goes_on && running.counts);
    assert_eq!((running.year_no, stand.base), (2, Some(VILLAGE)));
    assert_eq!(stand.exemptions, [Exemption::OnRotation]);
    assert!(stand.due && !stand.movable);
}

#[test]
fn a_running_rotation_that_ends_brings_her_back() {
    let stand_now = stand(&away("2024-09", "2026-08"), &tiny::book(&[]));
    assert!(!stand_now.ongoing.unwrap().goes_on);
    assert_eq!(stand_now.base, Some(TOWN));
    assert_eq!(stand_now.exemptions, [Exemption::RecentlyRotated]);
    let stays = tiny::book(&[("running_rotations.return_after_end", "no")]);
    assert_eq!(
        stand(&away("2024-09", "2026-08"), &stays).base,
        Some(VILLAGE)
    );
}

#[test]
fn a_rotation_to_a_school_that_closes_ends_and_its_own_people_must_be_placed() {
    let mut roster = away("2025-09", "2027-08");
    roster.schools[VILLAGE.0].closing = true;
    let mut local = teacher(VILLAGE, "maths");
    local.protections = vec![Protection::Pregnant];
    roster.teachers.push(local);
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    assert_eq!(facts.standing[0].base, Some(TOWN));
    let local = &facts.standing[1];
    assert_eq!(local.base, Some(VILLAGE));
    assert!(!local.eligible && local.movable);
}

#[test]
fn a_rotation_six_years_ago_exempts_no_more() {
    // domain section 6: rotated in the last N years, N = 6.
    let book = tiny::book(&[]);
    let back = |to, form| {
        let mut roster = tiny::with(vec![teacher(TOWN, "maths")]);
        roster.service.push(spell(VILLAGE, "2018-09", to, form));
        stand(&roster, &book).eligible
    };
    assert!(back("2020-08", Some(Form::Exchange)));
    assert!(!back("2020-09", Some(Form::Exchange)));
    assert!(back("2020-09", Some(Form::Secondment)), "does not count");
    assert!(back("2019-05", Some(Form::Exchange)));
}

#[test]
fn the_only_teacher_of_a_subject_counts_or_is_exempt_as_the_policy_says() {
    // domain section 4 row 6, section 6: blocked unless replaced.
    let mut roster = tiny::with(vec![teacher(NINE, "music")]);
    let parts = vec![(tiny::subject("music"), 18)];
    roster.given_posts.push(GivenPost {
        school: NINE,
        stage: Stage::Primary,
        parts,
        number: 1,
        must_open: true,
    });
    let exempt = &[("eligibility.sole_teacher", "exempt")];
    let sole = stand(&roster, &tiny::book(exempt));
    assert_eq!(sole.exemptions, [Exemption::SoleTeacher]);
    assert!(sole.due && !sole.eligible && !sole.movable);
    let counted = stand(&roster, &tiny::book(&[]));
    assert!(counted.eligible && counted.movable, "goes when replaced");
    roster.teachers[0].volunteer = true;
    assert!(!stand(&roster, &tiny::book(exempt)).movable);
    roster.teachers[0].wishes = vec![VILLAGE];
    let asked = stand(&roster, &tiny::book(exempt));
    assert!(asked.movable && asked.by_wish);
    let counted = stand(&roster, &tiny::book(&[]));
    assert!(!counted.by_wish, "one of the eligible may be sent anywhere");
    roster.teachers[0].volunteer = false;
    roster.teachers[0].wishes.clear();
    assert!(stand(&roster, &tiny::book(&[("last_teacher", "off")])).eligible);
    roster.teachers.push(teacher(NINE, "music"));
    assert!(stand(&roster, &tiny::book(&[])).eligible);
}

#[test]
fn the_title_year_is_counted_in_full_time_months_of_the_longest_run() {
    // domain 2.3 rural year; section 6 rural_year_continuous; section 4 row 19.
    let applicant = || {
        let mut one = teacher(TOWN, "maths");
        one.applies_for = Some(Title::Senior);
        let mut roster = tiny::with(vec![one]);
        roster.service = vec![
            spell(VILLAGE, "2016-09", "2017-01", Some(Form::Support)),
            spell(VILLAGE, "2018-09", "2019-06", Some(Form::Support)),
        ];
        roster
    };
    let roster = applicant();
    let runs = stand(&roster, &tiny::book(&[]));
    assert!(runs.title_months == 10 && runs.lacks_title_year);
    let pieces = tiny::book(&[("title_year.continuous", "no")]);
    assert_eq!(stand(&roster, &pieces).title_months, 15);
    let mut half = applicant();
    half.service[1].share = 60;
    assert_eq!(stand(&half, &tiny::book(&[])).title_months, 6);
    half.service[1].share = 40;
    assert_eq!(stand(&half, &tiny::book(&[])).title_months, 5, "too slight");
    let mut local = teacher(VILLAGE, "maths");
    local.applies_for = Some(Title::Senior);
    let local = stand(&tiny::with(vec![local]), &tiny::book(&[]));
    assert!(local.title_months == 168 && !local.lacks_title_year);
}

#[test]
fn the_school_year_that_is_planned_begins_in_the_next_september() {
    for (date, start) in [
        ("2026-03-01", "2026-09"),
        ("2026-09-01", "2026-09"),
        ("2026-10-01", "2027-09"),
    ] {
        assert_eq!(year_start(date.parse().unwrap()), month(start));
    }
}
