//! Proofs that no plan can be better: found for every goal of every scenario, checked in whole numbers, and worth
//! nothing where a digit of what they prove is wrong.

use crate::solve::{GOALS, enumerate, program, small};
use lungang::domain::NOTHING_MORE;
use lungang::input::{Edit, load_documents};
use lungang::model::Lp;
use lungang::plan::{RefusalDoc, digest};
use lungang::policy::GoalId;
use lungang::proof::{Checked, GoalProof, Leaf, Proof, SCHEMA, Step, check, ends_of, proves};
use lungang::run::{self, Accepted, Answer, audit_proof, audit_proof_file, load_changed};
use lungang::solve::{Options, Silent, Until, certify};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name)
}

/// A scenario as it was read, with its plan.
fn planned(name: &str) -> (run::Checked, Accepted) {
    let checked = run::check(&load_documents(&[folder(name)]).unwrap());
    let options = Options::default();
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let answer = run::solve(&facts, &options, false, &Silent).unwrap();
    let Answer::Plan(solved) = answer else {
        panic!("{name} has no plan");
    };
    let plan = solved.accepted(&checked, &options).unwrap();
    drop(solved);
    drop(facts);
    (checked, plan)
}

fn json(proof: &Proof) -> Vec<u8> {
    serde_json::to_vec(proof).unwrap()
}

#[test]
fn every_goal_of_every_scenario_is_proved_without_a_solver() {
    for name in SCENARIOS {
        let (checked, plan) = planned(name);
        let proof = json(plan.proof.as_ref().unwrap());
        assert!(proof.len() < 1 << 20, "{name}: {} bytes", proof.len());
        let said = audit_proof(&checked, &plan.doc, &proof, "proof.json");
        assert!(said.holds(), "{name}: {:#?}", said.findings);
        let open: Vec<_> = said
            .goals
            .iter()
            .filter(|one| one.1 != Checked::Proved)
            .collect();
        assert!(open.is_empty(), "{name}: {open:?}");
        assert!(said.goals.len() > 8, "{name}: {:?}", said.goals);
    }
}

/// What is done to a proof, its name, and the findings that follow.
type Lie = (&'static str, fn(&mut Proof), &'static [&'static str]);

const LIES: &[Lie] = &[
    (
        "another layout",
        |proof| proof.schema = "lungang-proof/9".into(),
        &["Q01"],
    ),
    (
        "of another plan",
        |proof| proof.plan.replace_range(0..1, "x"),
        &["Q02"],
    ),
    (
        "of another program",
        |proof| proof.program.replace_range(0..1, "x"),
        &["Q03"],
    ),
    (
        "claims more than the plan reaches",
        |proof| gaps(proof).at_least += 1,
        &["Q04"],
    ),
    (
        "claims less than the plan reaches",
        |proof| gaps(proof).at_least -= 1,
        &["Q04"],
    ),
    (
        "a part is missing",
        |proof| drop(gaps(proof).steps.pop()),
        &["Q04"],
    ),
    (
        "a part too many",
        |proof| {
            let steps = &mut gaps(proof).steps;
            steps.extend(steps.last().cloned());
        },
        &["Q04"],
    ),
    (
        "a goal twice",
        |proof| {
            let again = gaps(proof).clone();
            proof.goals.push(again);
        },
        &["Q04"],
    ),
    ("no goal at all", |proof| proof.goals.clear(), &["Q08"]),
    (
        "no multipliers",
        |proof| leaves(gaps(proof), |leaf| leaf.rows.clear()),
        &["Q04"],
    ),
    (
        "signs turned round",
        |proof| {
            leaves(gaps(proof), |leaf| {
                leaf.rows.iter_mut().for_each(|one| one.1 = -one.1);
            });
        },
        &["Q04"],
    ),
    (
        "a row that there is not",
        |proof| leaves(gaps(proof), |leaf| leaf.rows.push((usize::MAX, 1))),
        &["Q04"],
    ),
    (
        "a denominator below nought",
        |proof| leaves(gaps(proof), |leaf| leaf.by = -1),
        &["Q04"],
    ),
    (
        "numbers beyond all bounds",
        |proof| {
            leaves(gaps(proof), |leaf| {
                leaf.rows
                    .iter_mut()
                    .for_each(|one| one.1 = one.1.saturating_mul(i64::MAX));
            });
        },
        &["Q04"],
    ),
    (
        "leans on itself",
        |proof| leaves(gaps(proof), |leaf| leaf.goals.push((GoalId::Gaps, -1))),
        &["Q04"],
    ),
];

fn gaps(proof: &mut Proof) -> &mut GoalProof {
    proof
        .goals
        .iter_mut()
        .find(|one| one.goal == GoalId::Gaps)
        .unwrap()
}

fn leaves(proof: &mut GoalProof, mut each: impl FnMut(&mut Leaf)) {
    for step in &mut proof.steps {
        if let Step::Leaf(leaf) = step {
            each(leaf);
        }
    }
}

#[test]
fn a_lie_in_a_proof_is_found() {
    let (checked, plan) = planned("national");
    let proof = plan.proof.as_ref().unwrap();
    for (name, lie, codes) in LIES {
        let mut proof = proof.clone();
        lie(&mut proof);
        let said = audit_proof(&checked, &plan.doc, &json(&proof), "proof.json");
        let found: Vec<&str> = said.findings.0.iter().map(|one| one.code.id).collect();
        assert_eq!(found, *codes, "{name}");
        assert!(!said.holds(), "{name}");
    }
    let mut by_hand = plan.doc.clone();
    by_hand.digest.clear();
    let said = audit_proof(&checked, &by_hand, &json(proof), "proof.json");
    assert_eq!(said.findings.0[0].code.id, "Q05");
    let nowhere = folder("national").join("proof.json");
    let said = audit_proof_file(&checked, &plan.doc, &nowhere).unwrap();
    assert_eq!(said.findings.0[0].code.id, "Q06");
    let edit: Edit = "teachers.T00001.subject=无此学科".parse().unwrap();
    let broken = run::check(&load_changed(&[folder("national")], &[edit]).unwrap());
    let said = audit_proof(&broken, &plan.doc, &json(proof), "proof.json");
    assert_eq!(said.findings.0[0].code.id, "Q07");
    let mut edited = plan.doc.clone();
    edited.moves[0].bed = !edited.moves[0].bed;
    let said = audit_proof(&checked, &edited, &json(proof), "proof.json");
    assert_eq!(said.findings.0[0].code.id, "Q02");
    let said = audit_proof(&checked, &plan.doc, b"{}", "proof.json");
    assert_eq!(said.findings.0[0].code.id, "Q01");
}

#[test]
fn a_goal_without_a_proof_is_told_as_such_and_is_no_error() {
    let (checked, plan) = planned("township");
    let mut proof = plan.proof.clone().unwrap();
    proof.goals.retain(|one| one.goal != GoalId::Burden);
    let said = audit_proof(&checked, &plan.doc, &json(&proof), "proof.json");
    assert!(said.holds());
    let burden = said.goals.iter().find(|one| one.0 == GoalId::Burden);
    assert_eq!(burden.unwrap().1, Checked::Missing);
    assert_eq!(said.proved() + 1, said.goals.len());
}

#[test]
fn what_the_plan_itself_asks_is_told_and_kept_by_it() {
    let (checked, plan) = planned("township");
    let (roster, _) = checked.ready().unwrap();
    let moved = &plan.doc.moves[0];
    let mut others = roster.school_nos().map(|no| roster.school_id(no));
    let other = others.find(|id| *id != moved.to && *id != moved.from);
    let cases = [
        (None, vec!["Q09", "Q03"]),
        (Some(moved.to.clone()), vec!["Q09", "Q03"]),
        (other, vec!["Q09", "Q10", "Q03"]),
    ];
    for (stays, codes) in cases {
        let mut doc = plan.doc.clone();
        doc.asked.refusals.push(RefusalDoc {
            teacher: moved.teacher.clone(),
            stays,
            reason: "不愿去".into(),
            author: "自己".into(),
            date: String::new(),
        });
        doc.digest = digest(&doc);
        let mut proof = plan.proof.clone().unwrap();
        proof.plan.clone_from(&doc.digest);
        let said = audit_proof(&checked, &doc, &json(&proof), "proof.json");
        let found: Vec<&str> = said.findings.0.iter().map(|one| one.code.id).collect();
        assert_eq!(found, codes);
    }
}

#[test]
fn tables_that_changed_since_are_no_ground_for_the_proof() {
    let (_, plan) = planned("township");
    let edit: Edit = "rules.rotation_share.at_least=8%".parse().unwrap();
    let changed = run::check(&load_changed(&[folder("township")], &[edit]).unwrap());
    let proof = json(plan.proof.as_ref().unwrap());
    let said = audit_proof(&changed, &plan.doc, &proof, "proof.json");
    assert!(said.findings.0.iter().any(|one| one.code.id == "Q03"));
    assert!(!said.holds());
}

/// What each goal comes to at the best point, in their order.
fn values(lp: &Lp) -> Option<Vec<(GoalId, i64)>> {
    let best = enumerate(lp)?;
    Some(GOALS.into_iter().zip(best).collect())
}

fn of(goals: Vec<GoalProof>) -> Proof {
    Proof {
        schema: SCHEMA.into(),
        plan: String::new(),
        program: String::new(),
        goals,
    }
}

/// Multipliers of the rows and of earlier goals, and a denominator.
fn multipliers() -> impl Strategy<Value = (i64, Vec<i64>, Vec<i64>)> {
    let numbers = |n| prop::collection::vec(-6i64..7, n);
    (0i64..5, numbers(5), numbers(2))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_enumeration_finds_is_proved_and_one_more_is_not(small in small()) {
        let lp = program(&small);
        let Some(values) = values(&lp) else {
            return Ok(());
        };
        let mut proof = of(certify(&lp, &values, &Until::default()));
        let said = check(&lp, &values, &proof);
        prop_assert!(said.iter().all(|one| one.1 == Checked::Proved), "{said:?} {proof:?}");
        for number in 0..values.len() {
            let mut more = values.clone();
            more[number].1 += 1;
            proof.goals[number].at_least += 1;
            let said = check(&lp, &more, &proof);
            prop_assert!(said[number].1 == Checked::Wrong, "{said:?}");
            proof.goals[number].at_least -= 1;
        }
    }

    #[test]
    fn no_multipliers_prove_more_than_there_is(small in small(), drawn in multipliers()) {
        let lp = program(&small);
        let (by, rows, goals) = drawn;
        let rows = rows.into_iter().take(lp.rows.len()).enumerate().collect();
        let (values, number) = match values(&lp) {
            Some(values) => (values, 2),
            // No point at all: whatever is proved is true.
            None => return Ok(()),
        };
        let leaf = Leaf { by, rows, goals: GOALS.into_iter().zip(goals).collect() };
        let caps = &values[..number];
        let more = values[number].1 + 1;
        let goal = (caps, values[number].0);
        prop_assert!(proves(&lp, goal, &ends_of(&lp), &leaf, more) != Some(true), "{leaf:?}");
    }
}
