//! A county one year on: what the next roster holds, by hand on the tiny county.

use crate::tiny::{
    NINE, POINT, TOWN, VILLAGE, book, classes, month, spell, subject, teacher, with,
};
use lungang::domain::*;
use lungang::facts::{Exemption, Facts, Hire, Placement, PlannedMove, PostNo};
use lungang::study::{Kept, next_year};

/// A posting of the first teacher from the town to the village.
fn posting(end: &str) -> PlannedMove {
    PlannedMove {
        teacher: TeacherNo(0),
        from: TOWN,
        to: VILLAGE,
        form: Some(Form::Exchange),
        start: month("2026-09"),
        end: Some(month(end)),
        share: 100,
        quota_goes: false,
        bed: false,
    }
}

/// The rosters after the first year, in which these move, and after the years in which nobody does.
fn years(first: &Roster, moves: &[PlannedMove], number: usize) -> Vec<(Roster, Kept)> {
    let book = book(&[]);
    let mut all: Vec<(Roster, Kept)> = Vec::new();
    for no in 0..number {
        let roster = all.last().map_or(first, |one| &one.0);
        let facts = Facts::new(roster, &book);
        let kept = all
            .last()
            .map_or_else(|| Kept::new(&facts), |one| one.1.clone());
        let mut plan = Placement::empty(&facts);
        if no == 0 {
            plan.moves = moves.to_vec();
        }
        all.push(next_year(&facts, &plan, &kept));
    }
    all
}

#[test]
fn whoever_retires_before_a_year_is_gone_in_the_next() {
    // Women at 55, one month later for every four months from January 2025: April 1971 retires in
    // August 2026, June 1971 in November 2026.
    let of = |id: &str, birth: &str| Teacher {
        id: id.into(),
        birth: month(birth),
        ..teacher(TOWN, "maths")
    };
    let first = with(vec![
        of("a", "1971-04"),
        of("b", "1971-06"),
        of("c", "1990-03"),
    ]);
    let rolled = years(&first, &[], 2);
    let ids = |roster: &Roster| -> Vec<String> {
        roster.teachers.iter().map(|one| one.id.clone()).collect()
    };
    assert_eq!(ids(&rolled[0].0), ["b", "c"]);
    assert_eq!(rolled[0].0.date.to_string(), "2027-08-31");
    let book = book(&[]);
    let facts = Facts::new(&rolled[0].0, &book);
    assert_eq!(facts.standing[0].retires, month("2026-11"));
    assert_eq!(facts.standing[0].base, None);
    assert!(facts.standing[0].exemptions.contains(&Exemption::Leaving));
    assert_eq!(ids(&rolled[1].0), ["c"]);
}

#[test]
fn a_mover_serves_returns_and_has_her_title_year() {
    let applicant = Teacher {
        applies_for: Some(Title::Senior),
        ..teacher(TOWN, "maths")
    };
    let first = with(vec![applicant]);
    let book = book(&[]);
    assert!(Facts::new(&first, &book).standing[0].lacks_title_year);
    let rolled = years(&first, &[posting("2028-08")], 3);
    let one = &rolled[0].0;
    assert_eq!(
        (one.teachers[0].work_school, one.teachers[0].quota_school),
        (VILLAGE, TOWN)
    );
    let home = spell(TOWN, "2012-09", "2026-08", None);
    let away = spell(VILLAGE, "2026-09", "2028-08", Some(Form::Exchange));
    assert_eq!(one.service, [home.clone(), away.clone()]);
    let facts = Facts::new(one, &book);
    let stand = &facts.standing[0];
    assert!(stand.exemptions.contains(&Exemption::OnRotation));
    assert_eq!((stand.base, stand.title_months), (Some(VILLAGE), 12));
    assert!(!stand.lacks_title_year);
    let facts = Facts::new(&rolled[1].0, &book);
    let stand = &facts.standing[0];
    assert_eq!((stand.base, stand.title_months), (Some(TOWN), 24));
    assert_eq!(rolled[1].0.teachers[0].work_school, VILLAGE);
    // In the third year she is at home again, her posting counted and not long ago.
    let three = &rolled[2].0;
    assert_eq!(three.teachers[0].work_school, TOWN);
    let again = spell(TOWN, "2028-09", "", None);
    assert_eq!(three.service, [home, again, away]);
    let facts = Facts::new(three, &book);
    assert_eq!(facts.standing[0].exemptions, [Exemption::RecentlyRotated]);
    assert_eq!(facts.standing[0].title_months, 24);
}

#[test]
fn a_posting_that_ends_before_the_reckoning_date_has_returned_by_then() {
    let first = with(vec![teacher(TOWN, "maths")]);
    let rolled = years(&first, &[posting("2027-06")], 1);
    let (roster, kept) = &rolled[0];
    assert_eq!(kept.returned, 1);
    assert_eq!(roster.teachers[0].work_school, TOWN);
    assert_eq!(roster.service[1], spell(TOWN, "2027-07", "", None));
}

#[test]
fn the_quota_place_goes_with_whoever_takes_it_along() {
    let first = with(vec![teacher(TOWN, "maths")]);
    let mut one = posting("2028-08");
    one.quota_goes = true;
    let rolled = years(&first, &[one], 3);
    let mover = &rolled[0].0.teachers[0];
    assert_eq!((mover.work_school, mover.quota_school), (VILLAGE, VILLAGE));
    assert_eq!(mover.at_school_since, month("2026-09"));
    let book = book(&[]);
    let facts = Facts::new(&rolled[0].0, &book);
    assert_eq!(facts.quota[VILLAGE.0].heads_base, 1);
    assert_eq!(facts.standing[0].ongoing, None);
    // Past the end of the posting she goes on where she is, and so do her months.
    let last = &rolled[2].0;
    assert_eq!(last.teachers[0].work_school, VILLAGE);
    assert_eq!(Facts::new(last, &book).standing[0].title_months, 36);
}

#[test]
fn grades_move_up_and_entry_grades_follow_the_forecast() {
    let mut first = with(Vec::new());
    first.schools[POINT.0].central_school = Some(VILLAGE);
    first.classes = vec![
        classes(TOWN, 1, &[40, 38]),
        classes(TOWN, 6, &[30]),
        classes(VILLAGE, 1, &[20]),
        classes(VILLAGE, 2, &[21]),
        classes(VILLAGE, 3, &[22]),
        classes(NINE, 1, &[24]),
        classes(NINE, 6, &[25]),
        classes(NINE, 7, &[46, 45]),
        classes(POINT, 1, &[9]),
        classes(POINT, 2, &[8]),
    ];
    let intake = |school, pupils, classes| Intake {
        school,
        year: 2027,
        grade: 1,
        pupils,
        classes,
    };
    first.forecast = vec![
        intake(TOWN, 100, None),
        intake(VILLAGE, 60, Some(3)),
        intake(POINT, 0, None),
    ];
    let rolled = years(&first, &[], 2);
    assert_eq!(
        rolled[0].0.classes,
        [
            // 100 pupils in as few classes as 45 each let.
            classes(TOWN, 1, &[34, 33, 33]),
            classes(TOWN, 2, &[40, 38]),
            classes(VILLAGE, 1, &[20, 20, 20]),
            classes(VILLAGE, 2, &[20]),
            // Eight from the point, whose highest grade is 2, join the 21.
            classes(VILLAGE, 3, &[29]),
            classes(VILLAGE, 4, &[22]),
            // No forecast: as this year, not what comes up from grade 6.
            classes(NINE, 1, &[24]),
            classes(NINE, 2, &[24]),
            // Nobody has a forecast of grade 7: the 30 and 25 who leave grade 6 enter it.
            classes(NINE, 7, &[28, 27]),
            classes(NINE, 8, &[46, 45]),
            classes(POINT, 2, &[9]),
        ]
    );
    let two = &rolled[1].0.classes;
    let at = |school, grade| {
        let mut groups = two.iter();
        let found = groups.find(|group| (group.school, group.grade) == (school, grade));
        found.map(|group| group.pupils.clone())
    };
    assert_eq!(at(TOWN, 1), Some(vec![34, 33, 33]));
    assert_eq!(at(VILLAGE, 3), Some(vec![29]));
    assert!(two.iter().all(|group| group.school != POINT), "{two:?}");
}

#[test]
fn recruits_become_people() {
    let mut first = with(vec![teacher(TOWN, "maths")]);
    first.classes = vec![classes(TOWN, 1, &[40])];
    first.given_posts = vec![GivenPost {
        school: TOWN,
        stage: Stage::Primary,
        parts: vec![(subject("music"), 14)],
        number: 3,
        must_open: false,
    }];
    first.pools = vec![Pool {
        id: "P".into(),
        employment: Employment::OnQuota,
        stage: Stage::Primary,
        subjects: vec![subject("music"), subject("art")],
        number: 2,
        title: Title::None,
        source: PoolSource::New,
    }];
    let book = book(&[]);
    let facts = Facts::new(&first, &book);
    let mut plan = Placement::empty(&facts);
    plan.hires = vec![Hire {
        pool: 0,
        post: PostNo(0),
        number: 2,
    }];
    let (roster, _) = next_year(&facts, &plan, &Kept::new(&facts));
    let ids: Vec<&str> = roster.teachers.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["NEW2026-s1-001", "NEW2026-s1-002", "t"]);
    let facts = Facts::new(&roster, &book);
    let stand = &facts.standing[0];
    assert_eq!(stand.base, Some(TOWN));
    assert!(stand.novice && stand.exemptions == [Exemption::TooFewYears]);
    assert!(
        facts
            .profile(stand.profile)
            .may_teach(Stage::Primary, subject("music"))
    );
    assert_eq!(facts.quota[TOWN.0].heads_base, 3);
    assert_eq!(roster.pools, first.pools);
}

#[test]
fn what_held_for_one_year_lapses() {
    let expecting = Teacher {
        protections: vec![Protection::Pregnant, Protection::Illness],
        volunteer: true,
        wishes: vec![VILLAGE],
        ..teacher(TOWN, "maths")
    };
    let rolled = years(&with(vec![expecting]), &[], 2);
    let one = &rolled[0].0.teachers[0];
    assert_eq!(one.protections, [Protection::Nursing, Protection::Illness]);
    assert!(!one.volunteer && one.wishes.is_empty());
    assert_eq!(rolled[1].0.teachers[0].protections, [Protection::Illness]);
}

#[test]
fn a_closed_school_keeps_neither_pupils_nor_quota_places() {
    let mut first = with(vec![teacher(TOWN, "maths")]);
    first.schools[TOWN.0].closing = true;
    first.classes = vec![classes(TOWN, 1, &[5]), classes(VILLAGE, 1, &[20])];
    let rolled = years(&first, &[posting("2028-08")], 3);
    assert!(rolled[0].0.classes.iter().all(|one| one.school == VILLAGE));
    for (roster, _) in &rolled {
        let one = &roster.teachers[0];
        assert_eq!((one.work_school, one.quota_school), (VILLAGE, VILLAGE));
        assert_eq!(one.at_school_since, month("2026-09"));
    }
}

#[test]
fn a_bed_is_taken_and_falls_free() {
    let mut first = with(vec![teacher(TOWN, "maths")]);
    first.schools[VILLAGE.0].beds = 2;
    let mut one = posting("2028-08");
    one.bed = true;
    let beds = years(&first, &[one], 3);
    let beds = beds.iter().map(|one| one.0.schools[VILLAGE.0].beds);
    assert_eq!(beds.collect::<Vec<_>>(), [1, 2, 2]);
}
