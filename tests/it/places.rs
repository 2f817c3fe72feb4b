//! Where schools lie: the statistical codes, the county seat, the classes that follow, and what is asked
//! where the tables do not say.

use crate::patched::changed;
use crate::tiny;
use lungang::domain::{Area, Class, Roster, School, SchoolKind, UrbanCode};
use lungang::finding::Finding;
use lungang::input::read_documents;
use lungang::run::check;

const BASE: &str = "tests/golden/rules/base";

fn words(changes: &[&str]) -> Vec<String> {
    changes.iter().map(|&one| one.to_owned()).collect()
}

fn roster(changes: &[&str]) -> Roster {
    let scenario = read_documents(&changed(BASE, &words(changes)));
    let found = scenario.findings;
    scenario.roster.unwrap_or_else(|| panic!("{found:#?}"))
}

fn found(changes: &[&str], code: &str) -> Vec<Finding> {
    let checked = check(&changed(BASE, &words(changes)));
    let all = checked.findings.0.into_iter();
    all.filter(|one| one.code.id == code).collect()
}

#[test]
fn a_code_is_read_as_a_number_or_in_words_and_says_where_a_school_lies() {
    for (written, code, area) in [
        ("111", UrbanCode::C111, Area::City),
        ("城乡结合区", UrbanCode::C112, Area::City),
        ("121 ", UrbanCode::C121, Area::Town),
        ("１２２", UrbanCode::C122, Area::Town),
        ("特殊区域", UrbanCode::C123, Area::Town),
        ("210", UrbanCode::C210, Area::Village),
        ("村庄", UrbanCode::C220, Area::Village),
    ] {
        let code_set = format!("schools.S1.code={written}");
        let roster = roster(&[&code_set, "schools.S1.area="]);
        let school = &roster.schools[0];
        assert_eq!((school.code, school.area), (Some(code), area), "{written}");
    }
}

#[test]
fn the_county_town_is_a_town_and_the_seat() {
    let roster = roster(&["schools.S4.area=县城"]);
    let school = &roster.schools[3];
    assert_eq!((school.area, school.county_seat), (Area::Town, Some(true)));
    assert_eq!(found(&["schools.S4.area=县城"], "I214").len(), 1);
}

fn classes(school: &School) -> [Option<bool>; 5] {
    use Class::{BelowSeat, Central, Centre, CountySeat, Hamlet};
    [CountySeat, BelowSeat, Centre, Hamlet, Central].map(|class| school.class(class))
}

#[test]
fn city_seat_centre_and_village_are_four_things() {
    let (yes, no) = (Some(true), Some(false));
    let at = |kind, area, code, seat| School {
        code,
        county_seat: seat,
        ..tiny::school("s", kind, area)
    };
    let (primary, junior) = (SchoolKind::Primary, SchoolKind::Junior);
    let centre = Some(UrbanCode::C210);
    for (school, expected) in [
        (at(junior, Area::City, None, None), [no, no, no, no, no]),
        (
            at(junior, Area::Town, None, None),
            [None, None, None, no, no],
        ),
        (at(junior, Area::Town, None, no), [no, yes, yes, no, no]),
        (at(junior, Area::Town, None, yes), [yes, no, no, no, no]),
        // An experimental school of the seat stands under no central school, and is none.
        (at(primary, Area::Town, None, yes), [yes, no, no, no, no]),
        (at(primary, Area::Town, None, no), [no, yes, yes, no, yes]),
        (
            at(junior, Area::Town, Some(UrbanCode::C123), no),
            [no, yes, no, no, no],
        ),
        (
            at(primary, Area::Village, None, None),
            [no, yes, no, yes, no],
        ),
        (
            at(primary, Area::Village, centre, None),
            [no, yes, yes, no, no],
        ),
    ] {
        assert_eq!(classes(&school), expected, "{school:?}");
    }
}

#[test]
fn a_village_school_that_others_name_is_their_central_school() {
    let roster = roster(&["schools.S3.central_school=S2"]);
    let [named, other] = [1, 2].map(|no: usize| &roster.schools[no]);
    assert!(named.is(Class::Central) && named.is(Class::Centre) && !named.is(Class::Hamlet));
    assert!(!other.is(Class::Central) && other.is(Class::Hamlet));
}

#[test]
fn the_seat_is_asked_for_where_a_rule_in_force_needs_it() {
    let rule = "policy.recruits.special_post_schools=below_seat";
    let asked = found(&[rule], "I215");
    assert_eq!(asked.len(), 1, "{asked:#?}");
    assert_eq!(asked[0].blanks["number"], 2);
    assert!(found(&[], "I215").is_empty());
    assert!(found(&[rule, "policy.recruits.force=off"], "I215").is_empty());
    let told = [
        "schools.S1.county_seat=yes",
        "schools.S4.county_seat=no",
        rule,
    ];
    assert!(found(&told, "I215").is_empty());
}

#[test]
fn one_district_for_all_is_told() {
    let one = "schools.S3.district=城关";
    assert_eq!(found(&[one], "I216").len(), 1);
    assert!(found(&[], "I216").is_empty());
    assert!(found(&[one, "policy.preferences.outside_district=0"], "I216").is_empty());
}

#[test]
fn ways_that_nobody_knows_are_asked_for() {
    assert!(found(&[], "I217").is_empty());
    let apart = ["schools.+=S5,山顶小学,primary,village,,,,,,,,,1,0,0,,,,,,,"];
    let asked = found(&apart, "I217");
    assert_eq!(asked.len(), 1, "{asked:#?}");
    assert_eq!(asked[0].blanks["number"], 1);
}
