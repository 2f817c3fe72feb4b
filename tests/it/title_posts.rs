//! Title posts against enumeration: of all ways to appoint that obey every count, the program takes the
//! one that stands first in the order of places.

use crate::patched::alone;
use crate::tiny::{self, Lot, NINE, TOWN, VILLAGE, month, teacher};
use lungang::domain::{Form, Roster, SchoolNo, Spell, TeacherNo, Title, TitlePost};
use lungang::facts::Facts;
use lungang::facts::titles::{Applicant, Titles};
use lungang::plan::Ended;
use lungang::policy::{GoalId, RuleBook};
use lungang::rules::build;
use lungang::solve::{Options, Silent, solve};

const SCHOOLS: [SchoolNo; 3] = [TOWN, VILLAGE, NINE];

/// Up to nine applicants for two grades at three schools, some of whom were rotated.
fn drawn(lot: &mut Lot) -> Roster {
    let mut people = Vec::new();
    for _ in 0..3 + lot.below(7) {
        let at = SCHOOLS[usize::try_from(lot.below(3)).unwrap()];
        let mut one = teacher(at, "chinese");
        let rises = lot.below(3) > 0;
        (one.title, one.applies_for) = if rises {
            (Title::First, Some(Title::Senior))
        } else {
            (Title::Second, Some(Title::First))
        };
        one.points = i64::try_from(lot.below(5)).unwrap();
        people.push(one);
    }
    let mut roster = tiny::with(people);
    for no in 0..roster.teachers.len() {
        if lot.below(3) == 0 {
            roster.service.push(Spell {
                teacher: TeacherNo(no),
                school: VILLAGE,
                from: month("2020-09"),
                to: Some(month("2022-08")),
                share: 100,
                form: Some(Form::Support),
            });
        }
    }
    for school in SCHOOLS {
        for grade in [Title::First, Title::Senior] {
            let filled = u32::try_from(lot.below(3)).unwrap();
            roster.title_posts.push(TitlePost {
                school,
                grade,
                approved: u32::try_from(lot.below(4)).unwrap(),
                filled,
                reserve_filled: u32::try_from(lot.below(2)).unwrap().min(filled),
            });
        }
    }
    roster
}

/// Whether these appointments keep within every count, reckoned anew.
fn obeys(ledger: &Titles, chosen: &[&Applicant]) -> bool {
    ledger.cells().iter().all(|cell| {
        let at = |one: &&&Applicant| cell.school.is_none_or(|no| no == one.school);
        let sum = |of: &dyn Fn(&Applicant) -> bool| {
            i64::try_from(chosen.iter().filter(at).filter(|one| of(one)).count()).unwrap()
        };
        let left = sum(&|one| one.from == cell.grade);
        let all = sum(&|one| one.title == cell.grade) - left;
        let general = sum(&|one| one.title == cell.grade && !one.rotated) - left;
        let free = (cell.approved - cell.occupied).max(0);
        let own = cell.approved - cell.reserve - (cell.occupied - cell.reserve_filled);
        let within = cell.reserve == 0 || general <= own.clamp(0, free);
        let takes = sum(&|one| one.title == cell.grade) > 0;
        !takes || (all <= free && within)
    })
}

#[test]
fn the_program_appoints_as_enumeration_does() {
    let mut lot = Lot::new(20_260_831);
    let mut binding = 0;
    for round in 0..120 {
        let roster = drawn(&mut lot);
        let pooled = if round % 2 == 0 { "yes" } else { "no" };
        let base = if round % 3 == 0 { "school" } else { "county" };
        let book = tiny::book(&[
            ("title_posts.pooled", pooled),
            ("title_posts.reserve_base", base),
            ("title_posts.reserve_share", "30%"),
        ]);
        let book = alone(&book, &[lungang::facts::values::title_posts::RULE]);
        let facts = Facts::new(&roster, &book);
        let fit: Vec<&Applicant> = facts
            .titles
            .applicants
            .iter()
            .filter(|one| one.place > 0)
            .collect();
        let all: i64 = fit.iter().map(|one| one.points()).sum();
        let mut best = i64::MAX;
        for set in 0..1u32 << fit.len() {
            let chosen: Vec<&Applicant> = fit
                .iter()
                .enumerate()
                .filter(|(no, _)| set >> no & 1 == 1)
                .map(|(_, one)| *one)
                .collect();
            if obeys(&facts.titles, &chosen) {
                best = best.min(all - chosen.iter().map(|one| one.points()).sum::<i64>());
            }
        }
        let found = appointed(&facts, &book);
        assert_eq!(found, best, "round {round}");
        binding += i32::from(best > 0);
    }
    assert!(binding > 60, "only {binding} rounds had too few posts");
}

/// The value of the goal in the proved plan, which the auditor confirms.
fn appointed(facts: &Facts<'_>, book: &RuleBook) -> i64 {
    let program = build(facts, false);
    let goals = [GoalId::Appointments, GoalId::Canonical];
    let outcome = solve(&program.lp, &goals, &Options::default(), &Silent);
    assert_eq!(outcome.ended, Ended::Proved);
    let plan = program.placement(&outcome.point.unwrap());
    let judged = lungang::audit::audit(facts, &plan);
    let mine = judged.rules.iter().find(|one| one.rule == "title_posts");
    assert!(mine.unwrap().holds, "{:?}", judged.findings);
    let passed = judged.findings.0.iter().any(|one| one.code.id == "R31e");
    assert!(!passed, "somebody is passed over: {:?}", book.title_zh);
    judged
        .goals
        .get(&GoalId::Appointments)
        .copied()
        .unwrap_or(0)
}
