//! A rule whose subject does not occur says that it is not concerned, and not that something was checked and holds.

use crate::study::{load, root};
use lungang::audit::audit;
use lungang::domain::{Backbone, Employment, Roster, Status, TeacherNo, Title};
use lungang::facts::{Facts, Placement};
use lungang::policy::RuleBook;
use lungang::report::judgements;
use lungang::rules::Bound;
use lungang::run::check;
use lungang::text::Lang;
use std::collections::BTreeSet;

/// The county without anything that only some counties have.
fn bare(roster: &Roster) -> Roster {
    let mut bare = roster.clone();
    bare.service.clear();
    bare.pins.clear();
    bare.bans.clear();
    bare.pools.clear();
    bare.title_posts.clear();
    bare.splits.clear();
    for one in &mut bare.teachers {
        one.status = Status::Active;
        one.protections.clear();
        one.volunteer = false;
        one.wishes.clear();
        one.spouse.clear();
        one.carer = false;
        one.terms = 0;
        one.applies_for = None;
        one.bond_until = None;
        one.directed_title = false;
        one.employment = Employment::OnQuota;
        one.title = Title::Second;
        one.backbone = Backbone::None;
        one.work_school = one.quota_school;
    }
    bare.classes
        .iter_mut()
        .for_each(|one| one.pupils.iter_mut().for_each(|n| *n = 30));
    bare
}

/// Rules about schools, classes, posts, quota and the whole staff, which every county has.
const ALWAYS: [&str; 14] = [
    "R03", "R06", "R07", "R08", "R09", "R10", "R15", "R23", "R24", "R25", "R26", "R27", "R33",
    "R34",
];

#[test]
fn a_rule_whose_subject_does_not_occur_says_that_it_is_not_concerned() {
    let mut idle = BTreeSet::new();
    for name in ["alar", "anshan", "dehua", "national", "township", "zhangye"] {
        let checked = check(&load(&root("scenarios").join(name)));
        let (roster, book) = checked.ready().unwrap();
        let bare = bare(roster);
        let facts = Facts::new(&bare, book);
        let judged = audit(&facts, &Placement::empty(&facts));
        for one in judged
            .rules
            .iter()
            .filter(|one| !ALWAYS.contains(&one.code))
        {
            assert_eq!(one.bound, Bound::Nothing, "{name} {}", one.code);
            assert_eq!(
                (one.need, one.actual, one.shortfall),
                (0, 0, 0),
                "{name} {}",
                one.code
            );
            idle.insert(one.code);
        }
        let text = judgements(&judged.rules, Lang::Zh);
        assert!(
            text.lines()
                .any(|line| line.contains("R44") && line.contains("未涉及")),
            "{text}"
        );
    }
    assert!(idle.len() >= 25, "{idle:?}");
}

/// One couple at one school makes one check of the rule that spares it, or that keeps it together; the figure that
/// says of how many is not for the page.
#[test]
fn with_one_couple_the_rule_says_that_it_looked_at_it() {
    for couples in ["spared", "together"] {
        let mut documents = load(&root("scenarios/national"));
        let set = format!("rules.family_ties.couples={couples}");
        documents.edits.push(set.parse().unwrap());
        let checked = check(&documents);
        let (roster, book) = checked.ready().unwrap();
        let mut roster = bare(roster);
        let of = |roster: &Roster| {
            let facts = Facts::new(roster, book);
            let all = audit(&facts, &Placement::empty(&facts)).rules;
            all.into_iter().find(|one| one.code == "R44").unwrap()
        };
        assert_eq!(of(&roster).bound, Bound::Nothing, "{couples}");
        let (first, second) = pair(&roster, book);
        roster.teachers[first.0].spouse = roster.teacher_id(second);
        let with = of(&roster);
        let said = (with.bound, with.need, with.actual);
        assert_eq!(said, (Bound::Checks, 1, 1), "{couples}");
        let told: i64 = with.measures.iter().map(|one| one.denominator).sum();
        assert_eq!(told, 2, "{couples}");
    }
}

/// Two who may be moved from one school.
fn pair(roster: &Roster, book: &RuleBook) -> (TeacherNo, TeacherNo) {
    let facts = Facts::new(roster, book);
    let mut pairs = roster.school_nos().filter_map(|at| {
        let mut here = facts.at_base(at).filter(|who| facts.stands(*who).eligible);
        Some((here.next()?, here.next()?))
    });
    pairs.next().unwrap()
}
