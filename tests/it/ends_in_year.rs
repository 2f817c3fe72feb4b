//! Postings and service that end with the year or within it, and wishes that do not fit what else is entered:
//! nobody stands where she is not, and what the plan cannot know is asked.

use crate::study::{folder, load, root};
use lungang::domain::{Form, Month, NOTHING_MORE, Roster, SchoolNo, TeacherNo};
use lungang::facts::Facts;
use lungang::finding::Severity;
use lungang::run::{Checked, check};
use lungang::text::Lang;

fn township() -> Roster {
    let checked = check(&load(&root("scenarios/township")));
    Roster::clone(checked.roster.as_ref().unwrap())
}

/// Somebody who teaches at home and has no posting on file, and another school of her stage.
fn somebody(roster: &Roster) -> (TeacherNo, SchoolNo) {
    let checked = check(&load(&root("scenarios/township")));
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let home = |no: &TeacherNo| {
        let one = roster.teacher(*no);
        let plain = one.work_school == one.quota_school && !one.volunteer && one.wishes.is_empty();
        plain
            && one.protections.is_empty()
            && facts.stands(*no).base == Some(one.quota_school)
            && facts.stands(*no).ongoing.is_none()
            && roster
                .spells_of(*no)
                .iter()
                .all(|spell| spell.form.is_none())
    };
    let who = roster.teacher_nos().find(home).unwrap();
    let one = roster.teacher(who);
    let other = |no: &SchoolNo| {
        *no != one.quota_school
            && !roster.school(*no).closing
            && roster.school(*no).teaches(one.stage)
    };
    (who, roster.school_nos().find(other).unwrap())
}

/// Township on a day, with her on a posting until a month.
fn posted(name: &str, day: &str, until: &str) -> (Checked, TeacherNo, SchoolNo) {
    let roster = township();
    let (who, to) = somebody(&roster);
    let (id, school) = (&roster.teacher(who).id, &roster.school(to).id);
    let form = Form::ALL[0].key();
    let text = format!(
        "base = \"BASE\"\nreckoning_date = \"{day}\"\n[changes.teachers.{id}]\nwork_school = \"{school}\"\n\
        [[changes.add.service]]\nteacher = \"{id}\"\nschool = \"{school}\"\nfrom = \"2024-09\"\nto = \"{until}\"\nform = \"{form}\"\n"
    );
    // What she does at home ends where the posting begins.
    let spells = roster.spells_of(who).iter();
    let open = spells.filter(|spell| {
        spell
            .to
            .is_none_or(|to| to >= "2024-09".parse::<Month>().unwrap())
    });
    let ends = open.map(|spell| {
        format!(
            "[changes.service.{id}.\"{}\"]\nto = \"2024-08\"\n",
            spell.from
        )
    });
    let text = text.replace(
        "[[changes.add",
        &(ends.collect::<String>() + "[[changes.add"),
    );
    let checked = check(&load(&folder(name, &[("scenario.toml", &text)])));
    let errors = checked
        .findings
        .0
        .iter()
        .filter(|one| one.severity == Severity::Error);
    assert_eq!(
        errors.map(|one| one.says(Lang::Zh)).collect::<Vec<_>>(),
        [""; 0]
    );
    (checked, who, to)
}

#[test]
fn a_posting_that_ended_with_the_school_year_is_returned_on_any_reckoning_date() {
    for (no, (day, until)) in [
        ("2026-08-31", "2026-08"),
        ("2026-09-01", "2026-08"),
        ("2026-08-31", "2026-07"),
        ("2026-09-01", "2026-07"),
    ]
    .into_iter()
    .enumerate()
    {
        let (checked, who, _) = posted(&format!("august-{no}"), day, until);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let (stand, one) = (facts.stands(who), facts.roster.teacher(who));
        assert_eq!(stand.base, Some(one.quota_school), "{day} {until}");
        assert!(
            stand.ongoing.as_ref().is_some_and(|one| !one.goes_on),
            "{day} {until}"
        );
    }
    // One that goes on keeps her where she is.
    let (checked, who, to) = posted("august-on", "2026-09-01", "2027-08");
    assert_eq!(
        checked.facts(&NOTHING_MORE).unwrap().stands(who).base,
        Some(to)
    );
}

/// The names that a question of this kind gives; none where it is not asked.
fn asked(checked: &Checked, code: &str) -> String {
    let asks = checked.asks();
    let found = asks.0.iter().find(|one| one.code.id == code);
    found.map_or_else(String::new, |one| one.says(Lang::Zh))
}

#[test]
fn a_posting_that_ends_within_the_year_is_asked_about() {
    let (checked, who, _) = posted("january", "2026-09-01", "2027-01");
    let roster = checked.roster.as_ref().unwrap();
    let one = roster.teacher(who);
    let says = asked(&checked, "I735");
    assert!(
        says.contains(&format!("{} {}（2027-01）", one.name, one.id)),
        "{says}"
    );
    let (checked, _, _) = posted("august-told", "2026-09-01", "2026-08");
    assert!(!asked(&checked, "I735").contains(&one.id));
}

#[test]
fn whoever_retires_within_the_year_is_named() {
    let checked = check(&load(&root("scenarios/township")));
    let facts: Facts<'_> = checked.facts(&NOTHING_MORE).unwrap();
    let end = facts.year_start.plus(9);
    let within = facts.roster.teacher_nos().filter(|no| {
        let stand = facts.stands(*no);
        stand.base.is_some() && stand.retires >= facts.year_start && stand.retires < end
    });
    let says = asked(&checked, "I736");
    let mut number = 0;
    for no in within {
        assert!(says.contains(&facts.roster.teacher(no).id), "{says}");
        number += 1;
    }
    assert_eq!(number == 0, says.is_empty());
}

/// Whoever was of age to retire before the day of reckoning and is still on post is named; by the month in which
/// that was, and by what else is entered of her.
#[test]
fn whoever_is_past_retirement_and_on_post_is_named() {
    let roster = township();
    let (who, _) = somebody(&roster);
    let id = &roster.teacher(who).id;
    let cases = [
        ("man", "male", "1962-01", "active", true),
        ("woman", "female", "1967-01", "active", true),
        ("man-in-time", "male", "1967-01", "active", false),
        ("gone", "male", "1962-01", "leave", false),
        ("young", "female", "1985-01", "active", false),
    ];
    for (name, sex, birth, status, past) in cases {
        let text = format!(
            "base = \"BASE\"\n[changes.teachers.{id}]\nsex = \"{sex}\"\nbirth = \"{birth}\"\nstatus = \"{status}\"\n\
            weekly_periods = \"\"\n"
        );
        let copy = folder(&format!("past-{name}"), &[("scenario.toml", &text)]);
        let checked = check(&load(&copy));
        assert!(!checked.findings.has_errors(), "{:?}", checked.findings);
        let says = asked(&checked, "I741");
        assert_eq!(says.contains(id.as_str()), past, "{name}: {says}");
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        assert!(!past || facts.stands(who).base.is_none(), "{name}");
    }
    assert_eq!(
        asked(&check(&load(&root("scenarios/township"))), "I741"),
        ""
    );
}

#[test]
fn wishes_without_the_mark_of_a_volunteer_and_volunteers_who_may_not_go_are_asked_about() {
    let roster = township();
    let (who, to) = somebody(&roster);
    let (id, school) = (&roster.teacher(who).id, &roster.school(to).id);
    let with = |name: &str, more: &str| {
        let text =
            format!("base = \"BASE\"\n[changes.teachers.{id}]\nwishes = \"{school}\"\n{more}");
        check(&load(&folder(name, &[("scenario.toml", &text)])))
    };
    let unmarked = with("unmarked", "");
    assert!(asked(&unmarked, "I737").contains(id));
    let marked = with("marked", "volunteer = \"yes\"\n");
    assert!(!asked(&marked, "I737").contains(id) && !asked(&marked, "I738").contains(id));
    let kept = with("kept", "volunteer = \"yes\"\nprotections = \"pregnant\"\n");
    let says = asked(&kept, "I738");
    assert!(says.contains(id), "{says}");
    // Why is not said where others may read it.
    assert!(!says.contains("孕"), "{says}");
}
