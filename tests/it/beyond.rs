//! Nobody is sent away by hand for longer than the policy has postings, or beyond her retirement: the auditor finds it,
//! and a new plan refuses it. What the program plans itself it tells.

use crate::annex::shipped;
use lungang::annex::{Annex, plan_book};
use lungang::domain::{NOTHING_MORE, SchoolNo, TeacherNo};
use lungang::facts::{Exemption, Facts, PlannedMove};
use lungang::finding::Severity;
use lungang::plan::{MoveDoc, Plan, to_json};
use lungang::run::{Answer, Audited, audit_bytes, audit_edited, hand_edits, solve};
use lungang::solve::{Options, Silent};
use lungang::text::Lang;

/// The plan with somebody sent to a school for so many months.
fn with(facts: &Facts<'_>, plan: &Plan, who: TeacherNo, to: SchoolNo, months: i32) -> Plan {
    let from = facts.stands(who).base.unwrap();
    let planned = PlannedMove::new(facts, who, from, to);
    let mut plan = plan.clone();
    plan.moves.push(MoveDoc {
        teacher: facts.roster.teacher_id(who),
        name: facts.roster.teacher_name(who),
        from: facts.roster.school_id(from),
        to: facts.roster.school_id(to),
        form: planned.form,
        subject: facts.roster.teacher(who).subject,
        start: planned.start,
        end: Some(planned.start.plus(months - 1)),
        share: 100,
        ..MoveDoc::default()
    });
    for post in plan
        .schools
        .iter_mut()
        .flat_map(|one| &mut one.teaching_posts)
    {
        post.filled_by
            .retain(|id| *id != facts.roster.teacher_id(who));
    }
    plan
}

fn is_error(audited: &Audited, code: &str) -> bool {
    let mut all = audited.findings.0.iter();
    all.any(|one| one.code.id == code && one.severity == Severity::Error)
}

#[test]
fn a_posting_by_hand_ends_before_retirement_and_is_no_longer_than_the_policy_has_them() {
    let (checked, plan) = shipped("township");
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let roster = facts.roster;
    let planned = |who| PlannedMove::new(&facts, who, SchoolNo(0), SchoolNo(1)).end;
    let at_home = |who: &TeacherNo| {
        let id = roster.teacher_id(*who);
        facts.stands(*who).base.is_some() && plan.moves.iter().all(|one| one.teacher != id)
    };
    let people = || roster.teacher_nos().filter(at_home);
    let retires = |who: TeacherNo| facts.stands(who).retires;
    let old: Vec<TeacherNo> = people()
        .filter(|who| Some(retires(*who)) < planned(*who))
        .collect();
    let young = people().find(|who| !facts.stands(*who).has_any(&[Exemption::NearRetirement]));
    assert!(!old.is_empty());
    let mut cases: Vec<(TeacherNo, i32, &str)> = vec![(young.unwrap(), 1200, "A24")];
    cases.push((young.unwrap(), 25, "A24"));
    cases.extend(old.iter().map(|who| (*who, 24, "A25")));
    cases.push((old[0], 1200, "A25"));
    for (who, months, code) in cases {
        let base = facts.stands(who).base;
        let to = roster.school_nos().find(|no| Some(*no) != base).unwrap();
        let by_hand = with(&facts, &plan, who, to, months);
        let bare = Plan {
            digest: String::new(),
            ..by_hand.clone()
        };
        let book = plan_book(&Annex::new(&facts, &by_hand, Lang::Zh)).unwrap();
        let told = [
            audit_bytes(&checked, &to_json(&bare), "plan.json"),
            audit_edited(&checked, &to_json(&by_hand), "plan.json"),
            audit_edited(&checked, &book, "plan.xlsx"),
        ];
        for audited in &told {
            assert!(is_error(audited, code), "{who:?} {months}");
        }
        if code == "A25" {
            let (_, found) = hand_edits(&facts, &by_hand);
            let mut errors = found.0.iter();
            assert!(errors.any(|one| one.code.id == code && one.severity == Severity::Error));
        }
    }
}

#[test]
fn a_policy_that_spares_nobody_for_retirement_has_plans() {
    let (checked, _) = shipped("township");
    let set = [
        "rules.eligibility.near_retirement_years=0",
        "rules.eligibility.who_may_move=anyone_unprotected",
    ];
    let set: Vec<_> = set.iter().map(|one| one.parse().unwrap()).collect();
    for set in [&set[..1], &set[..]] {
        let changed = checked.with_rules(set);
        let facts = changed.facts(&NOTHING_MORE).unwrap();
        let options = Options::default();
        let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
            panic!("no plan");
        };
        let accepted = solved.accepted(&changed, &options).unwrap();
        let found = accepted.findings.0.iter();
        let told = found.filter(|one| one.code.id == "A25").count();
        let beyond = accepted.doc.moves.iter().filter(|one| {
            let who = facts.roster.find_teacher(&one.teacher).unwrap();
            one.end > Some(facts.stands(who).retires)
        });
        assert_eq!(told, beyond.count());
    }
}
