//! Slips in a study: rows named by two words, people who are taken out, heads as the tables have them, two
//! scenarios of one name, counties that are no variants of one another.

use crate::study::{folder, load, root};
use lungang::domain::{Area, Roster, Status};
use lungang::finding::Severity;
use lungang::input::{Edit, load_study};
use lungang::run::{Checked, check, load_changed};

/// Township with these changes.
fn changed(set: &[String]) -> Checked {
    let edits: Vec<Edit> = set.iter().map(|one| one.parse().unwrap()).collect();
    check(&load_changed(&[root("scenarios/township")], &edits).unwrap())
}

fn roster() -> Roster {
    Roster::clone(changed(&[]).roster.as_ref().unwrap())
}

fn errors(checked: &Checked) -> Vec<&'static str> {
    let told = checked.findings.0.iter();
    let told = told.filter(|one| one.severity == Severity::Error);
    told.map(|one| one.code.id).collect()
}

#[test]
fn a_row_named_by_two_words_can_be_taken_out() {
    let roster = roster();
    let spell = &roster.service[0];
    let row = format!("{}.{}", roster.teacher(spell.teacher).id, spell.from);
    let by_set = changed(&[format!("service.{row}=-")]);
    assert_eq!(errors(&by_set), [""; 0]);
    let left = by_set.roster.unwrap().service.len();
    assert!(left < roster.service.len(), "{left}");
    let here = folder(
        "two-keys",
        &[(
            "scenario.toml",
            &format!("base = \"BASE\"\n[changes.remove]\nservice = [\"{row}\"]\n"),
        )],
    );
    let by_file = check(&load(&here));
    assert_eq!(errors(&by_file), [""; 0]);
    assert_eq!(by_file.roster.unwrap().service.len(), left);
}

#[test]
fn what_was_said_of_somebody_goes_with_her_row() {
    let roster = roster();
    let served = |no| !roster.spells_of(no).is_empty();
    let who = roster.teacher_nos().find(|no| served(*no)).unwrap();
    let id = &roster.teacher(who).id;
    let without = changed(&[format!("teachers.{id}=-")]);
    assert_eq!(errors(&without), [""; 0]);
    let left = without.roster.unwrap();
    assert!(left.find_teacher(id).is_none());
    let lines = roster.service.len() - roster.spells_of(who).len();
    assert_eq!(left.service.len(), lines);
}

#[test]
fn tables_and_columns_may_be_called_by_their_heads() {
    let roster = roster();
    let id = &roster.teachers[0].id;
    for path in ["teachers", "教师"] {
        let set = [
            format!("{path}.{id}.在岗状态={}", Status::Leave.text().zh),
            format!("{path}.{id}.周课时="),
        ];
        let away = changed(&set);
        assert_eq!(errors(&away), [""; 0], "{path}");
        assert_eq!(away.roster.unwrap().teachers[0].status, Status::Leave);
    }
    let wrong = changed(&[format!("teachers.{id}.在岗情形=借调")]);
    assert_eq!(errors(&wrong).len(), 1);
}

#[test]
fn the_county_seat_as_a_code_is_what_its_own_column_says() {
    let roster = roster();
    let town = roster
        .schools
        .iter()
        .find(|one| one.area == Area::Town)
        .unwrap();
    let set =
        ["code=县城", "area=", "county_seat="].map(|cell| format!("schools.{}.{cell}", town.id));
    let seat = changed(&set);
    assert_eq!(errors(&seat), [""; 0]);
    let seat = seat.roster.unwrap();
    let school = seat.school(seat.find_school(&town.id).unwrap());
    assert_eq!(
        (school.area, school.county_seat, school.code),
        (Area::Town, Some(true), None)
    );
}

#[test]
fn two_scenarios_of_one_name_are_an_error() {
    let entry = "[[scenario]]\nkey = \"a\"\n[scenario.changes]\n\"schools.S01.beds\" = \"9\"\n";
    let here = folder(
        "one-name",
        &[("study.toml", &format!("base = \"BASE\"\n{entry}{entry}"))],
    );
    let study = load_study(&here).unwrap();
    let told: Vec<_> = study.findings.0.iter().map(|one| one.code.id).collect();
    assert_eq!(told, ["I813"]);
}

#[cfg(feature = "solver")]
#[test]
fn people_of_another_county_are_not_compared_by_their_ids() {
    let national = root("scenarios/national").display().to_string();
    let here = folder(
        "two-counties",
        &[
            ("a.toml", "base = \"BASE\"\n"),
            ("b.toml", &format!("base = \"{national}\"\n")),
        ],
    );
    let study = load_study(&here).unwrap();
    let compared =
        lungang::study::compare_study(&study, &lungang::solve::Options::default(), &Deaf).unwrap();
    let told = |no: usize| -> Vec<_> {
        compared.variants[no]
            .findings
            .0
            .iter()
            .map(|one| one.code.id)
            .collect()
    };
    assert!(!told(0).contains(&"A47") && compared.variants[0].differences.is_some());
    assert!(told(1).contains(&"A47") && compared.variants[1].differences.is_none());
}

#[cfg(feature = "solver")]
struct Deaf;

#[cfg(feature = "solver")]
impl lungang::solve::Watch for Deaf {
    fn heard(&self, _: lungang::solve::Progress) {}
}

#[cfg(feature = "solver")]
impl lungang::study::StudyWatch for Deaf {
    fn done(&self, _key: &str, _ended: Option<lungang::plan::Ended>) {}
}

#[cfg(feature = "solver")]
#[test]
fn a_grid_reads_both_ends_alike_and_keeps_counts_whole() {
    use lungang::study::Vary;
    let shown = |text: &str| -> Vec<String> {
        let vary: Vary = text.parse().unwrap();
        vary.values.iter().map(|one| vary.shown(*one)).collect()
    };
    let share = "rules.rotation_share.at_most";
    for range in ["12..40%/5", "12%..40/5", "12%..40%/5", "12% .. 40%/5"] {
        let all = shown(&format!("{share}={range}"));
        assert_eq!(all, ["12%", "19%", "26%", "33%", "40%"], "{range}");
    }
    // Of a number that is not whole it cannot be told which is meant.
    for range in [
        "0.12..40%/5",
        "1/8..40%/5",
        "1..1/3",
        "1..2/1",
        "1/999983..1/999979/499",
    ] {
        assert!(
            format!("{share}={range}").parse::<Vary>().is_err(),
            "{range}"
        );
    }
    assert_eq!(
        shown(&format!("{share}=0..1/5")),
        ["0", "1/4", "1/2", "3/4", "1"]
    );
    // Minutes and people are counted whole, none twice.
    assert_eq!(
        shown("rules.move_worth.far_minutes=40..60/4"),
        ["40", "47", "53", "60"]
    );
    assert_eq!(shown("recruits.R1.number=0..2/5"), ["0", "1", "2"]);
}
