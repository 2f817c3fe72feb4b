//! What heads teach when they are exchanged: their lessons are planned where they go, and none is lost when a plan sends
//! them elsewhere. And what people of a school that closes bring along.

use crate::accounted::{planned, planned_from};
use crate::patched::changed;
use lungang::domain::{NOTHING_MORE, SchoolNo, Stage, Subject};
use lungang::facts::leaders::{due, free, may_take};
use lungang::facts::office_lessons::office_lessons;
use lungang::facts::{Facts, LeaderMove, Placement};
use lungang::input::Edit;
use lungang::run::check;
use proptest::prelude::*;
use std::collections::BTreeMap;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

type Sums = BTreeMap<(SchoolNo, Stage, Subject), u32>;

/// Weekly periods that heads teach, by where.
fn sums<'a>(all: impl Iterator<Item = (SchoolNo, Stage, &'a Vec<(Subject, u32)>)>) -> Sums {
    let mut sums = Sums::new();
    for (school, stage, parts) in all {
        for (subject, periods) in parts {
            *sums.entry((school, stage, *subject)).or_default() += periods;
        }
    }
    sums
}

fn foreseen(facts: &Facts<'_>) -> Sums {
    let all = facts.beside_office.iter();
    sums(all.map(|(who, parts)| {
        let stage = facts.roster.teacher(*who).stage;
        (facts.leads_at(*who), stage, parts)
    }))
}

fn with(facts: &Facts<'_>, leaders: Vec<LeaderMove>) -> Placement {
    Placement {
        leaders,
        ..Placement::empty(facts)
    }
}

#[test]
fn heads_are_planned_where_the_plan_sends_them() {
    let mut going = 0;
    for name in SCENARIOS {
        let (checked, doc) = planned(name, &[]);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let roster = facts.roster;
        let told: BTreeMap<_, _> = doc
            .leaders
            .iter()
            .map(|one| (&one.teacher, &one.to))
            .collect();
        let own = facts.exchange.iter();
        let own: BTreeMap<_, _> = own
            .map(|(who, to)| (&roster.teacher(*who).id, &roster.school(*to).id))
            .collect();
        assert_eq!(told, own, "{name}: as foreseen");
        for one in &doc.people {
            let who = roster.find_teacher(&one.teacher).unwrap();
            if let Some(parts) = facts.beside_office.get(&who) {
                assert_eq!(&one.post, parts, "{name}: {}", one.teacher);
                let at = roster.school_id(facts.leads_at(who));
                assert_eq!(one.school, Some(at), "{name}: {}", one.teacher);
                going += usize::from(facts.exchange.contains_key(&who));
            }
        }
    }
    assert!(going > 5, "{going}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whoever goes where, every lesson of an office is taught by one who leads there and may, or is open.
    #[test]
    fn no_lesson_of_an_office_is_lost(name in 0..SCENARIOS.len(), picks in prop::collection::vec(0..8_usize, 12)) {
        let folder = format!("{}/scenarios/{}", env!("CARGO_MANIFEST_DIR"), SCENARIOS[name]);
        let files = lungang::input::load_documents(&[std::path::PathBuf::from(folder)]).unwrap();
        let checked = check(&files);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let (due, mut left) = (due(&facts), free(&facts));
        let mut leaders = Vec::new();
        for ((who, held), pick) in due.iter().zip(picks) {
            let may = left.iter().filter(|(office, number)| {
                **number > 0 && may_take(&facts, *who, *held, **office)
            });
            let may: Vec<_> = may.map(|one| *one.0).collect();
            if let Some(office) = may.get(pick) {
                *left.get_mut(office).unwrap() -= 1;
                leaders.push(LeaderMove { teacher: *who, to: office.school });
            }
        }
        let goes: BTreeMap<_, _> = leaders.iter().map(|one| (one.teacher, one.to)).collect();
        let lessons = office_lessons(&facts, &with(&facts, leaders));
        let stage = |who| facts.roster.teacher(who).stage;
        let at = |who| goes.get(&who).copied().unwrap_or(facts.roster.teacher(who).work_school);
        let mut all = sums(lessons.taught.iter().map(|(who, parts)| (at(*who), stage(*who), parts)));
        for (gap, periods) in &lessons.open {
            *all.entry((gap.school, gap.stage, gap.subject)).or_default() += periods;
        }
        prop_assert_eq!(all, foreseen(&facts));
        for (who, parts) in &lessons.taught {
            for (subject, _) in parts {
                let own = facts.roster.teacher(*who).subject == *subject;
                prop_assert!(own || facts.rights.is_open(stage(*who), *subject));
            }
        }
        let expected = facts.exchange.iter().map(|(teacher, to)| LeaderMove { teacher: *teacher, to: *to });
        prop_assert!(office_lessons(&facts, &with(&facts, expected.collect())).open.is_empty());
    }
}

#[test]
fn people_of_a_closing_school_bring_their_places() {
    let mut placed = 0;
    for (name, school, to) in [("township", "S007", "S001"), ("dehua", "S011", "S007")] {
        let mut documents = changed(&format!("scenarios/{name}"), &[]);
        documents
            .edits
            .push(Edit::set(&["schools", school, "closing"], "yes"));
        documents
            .edits
            .push(Edit::set(&["schools", school, "receiver"], to));
        let (checked, doc) = planned_from(&documents);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let of = |id: &str| doc.schools.iter().find(|one| one.id == id).unwrap();
        let movers = doc.moves.iter().filter(|one| one.from == school);
        for one in movers.clone() {
            let mut roster = facts.roster.teachers.iter();
            let who = roster.find(|who| who.id == one.teacher).unwrap();
            let holds = lungang::facts::holds_place(facts.book, who.employment);
            assert_eq!(one.quota_goes, holds, "{name}: {}", one.teacher);
        }
        let movers: Vec<_> = movers.map(|one| &one.teacher).collect();
        placed += movers.len();
        // Only who is away, and so placed nowhere, still holds a place there.
        let held = facts
            .roster
            .teachers
            .iter()
            .zip(&facts.standing)
            .filter(|(one, stand)| {
                facts.roster.school(one.quota_school).id == school
                    && lungang::facts::holds_place(facts.book, one.employment)
                    && !stand
                        .exemptions
                        .contains(&lungang::facts::Exemption::Leaving)
                    && !movers.contains(&&one.id)
            });
        let held = i64::try_from(held.count()).unwrap();
        assert_eq!(of(school).quota.heads_after, held, "{name}");
        assert_eq!(of(school).quota.given, 0, "{name}");
        let left = doc
            .title_posts
            .iter()
            .filter(|one| one.school.as_deref() == Some(school));
        for one in left {
            assert_eq!(one.given, one.filled_after, "{name}: {one:?}");
        }
        let sum = |of: fn(&lungang::plan::TitlePostDoc) -> i64| {
            doc.title_posts.iter().map(of).sum::<i64>()
        };
        assert_eq!(
            sum(|one| one.given),
            sum(|one| one.approved),
            "{name}: no post is lost"
        );
        assert_eq!(
            doc.title_posts.iter().map(|one| one.moved).sum::<i64>(),
            0,
            "{name}"
        );
    }
    assert!(placed > 5, "{placed}");
}
