//! What a plan claims is told with its values, whatever else is wrong with the file; and what an earlier program did not
//! write is a lack and no lie.

use crate::annex::shipped;
use crate::carried::decided;
use crate::keeps_faith::Copy;
use lungang::finding::Finding;
use lungang::plan::{Ended, Plan, digest, to_json};
use lungang::report;
use lungang::run::{Audited, audit_bytes, audit_edited};
use lungang::text::Lang;
use serde_json::Value;
use std::fs;

fn mended(mut doc: Plan) -> Vec<u8> {
    doc.digest = digest(&doc);
    to_json(&doc)
}

fn told<'a>(audited: &'a Audited, code: &str) -> Vec<&'a Finding> {
    let all = audited.findings.0.iter();
    all.filter(|one| one.code.id == code).collect()
}

fn first_sentence(audited: &Audited) -> String {
    report::audited(audited, Lang::Zh)
}

/// A lie, with what tells of it.
type Lie = (&'static str, fn(&mut Plan));

/// Lies of several parts, each of which leaves the decisions as they are.
const LIES: [Lie; 4] = [
    ("outcome", |doc| doc.outcome.goals[0].value += 1),
    ("figures", |doc| doc.figures[0].value += 1),
    ("rules", |doc| doc.rules[0].actual += 1),
    ("schools", |doc| doc.schools[0].pupils += 1),
];

#[test]
fn a_digest_of_an_input_that_is_falsified_hides_no_lie() {
    let (checked, doc) = shipped("township");
    for no in 0..doc.scenario.inputs.len() {
        let has_rows = !doc.scenario.inputs[no].rows.is_empty();
        let mut other = doc.clone();
        other.scenario.inputs[no].sha256.replace_range(0..4, "0000");
        let clean = audit_bytes(&checked, &mended(other.clone()), "plan.json");
        assert!(clean.holds(), "{no}: {:?}", clean.findings);
        assert_eq!(told(&clean, "A77").len(), usize::from(has_rows), "{no}");
        for (_, lie) in LIES {
            lie(&mut other);
        }
        let audited = audit_bytes(&checked, &mended(other), "plan.json");
        assert!(!first_sentence(&audited).contains("与写出时一致"));
        if has_rows {
            // Every row is what it was: the plan is held to what it says.
            assert_eq!(told(&audited, "A30").len(), LIES.len(), "{no}");
            continue;
        }
        let [one] = told(&audited, "A32")[..] else {
            panic!("{no}: {:?}", audited.findings);
        };
        for (part, _) in LIES {
            assert!(one.says(Lang::Zh).contains(part), "{part}");
        }
        assert!(first_sentence(&audited).contains("无从核对"));
    }
}

#[test]
fn a_file_whose_figures_are_not_so_is_not_said_to_be_as_it_was_written() {
    let (checked, doc) = shipped("township");
    for (part, lie) in LIES {
        let mut other = doc.clone();
        lie(&mut other);
        let audited = audit_bytes(&checked, &mended(other), "plan.json");
        let says = first_sentence(&audited);
        assert!(
            !says.contains("与写出时一致") && says.contains("1处"),
            "{part}: {says}"
        );
    }
}

/// Everything that only a solver knows, falsified, and the value that must be told.
const CLAIMS: [Lie; 6] = [
    ("下界-7、所列", |doc| doc.periods.bound = Some(-7)),
    ("达到要求的差距", |doc| {
        doc.periods.ended = Some(Ended::GoodEnough);
    }),
    ("下界-7、所列", |doc| {
        doc.outcome.goals[1].bound = Some(-7);
    }),
    ("达到要求的差距", |doc| {
        doc.outcome.ended = Some(Ended::GoodEnough);
    }),
    ("0.25", |doc| doc.outcome.gap = 0.25),
    ("HiGHS 9", |doc| doc.tool.solver = "HiGHS 9".into()),
];

#[test]
fn what_only_a_solver_knows_is_listed_with_its_value_edited_or_not() {
    let (checked, doc) = shipped("township");
    for (value, lie) in CLAIMS {
        let mut other = doc.clone();
        lie(&mut other);
        let edited = audit_edited(&checked, &to_json(&other), "plan.json");
        let plain = audit_bytes(&checked, &mended(other), "plan.json");
        for audited in [plain, edited] {
            let claimed = told(&audited, "A33");
            let says = claimed[0].says(Lang::Zh);
            assert!(
                claimed.len() == 1 && says.contains(value),
                "{value}: {says}"
            );
        }
    }
}

/// What earlier programs of this layout did not write.
const LACKS: [fn(&mut Value); 3] = [
    |doc| {
        for input in doc["scenario"]["inputs"].as_array_mut().unwrap() {
            if ["scenario", "decisions"].contains(&input["name"].as_str().unwrap()) {
                input.as_object_mut().unwrap().remove("rows");
            }
        }
    },
    |doc| {
        for input in doc["scenario"]["inputs"].as_array_mut().unwrap() {
            input.as_object_mut().unwrap().remove("rows");
        }
    },
    |doc| drop(doc.as_object_mut().unwrap().remove("made")),
];

/// The bytes of a document as a program wrote it that knew no more than this.
fn of_earlier(mut doc: Value) -> Vec<u8> {
    doc["digest"] = "".into();
    let mut bytes = serde_json::to_vec_pretty(&doc).unwrap();
    bytes.push(b'\n');
    doc["digest"] = lungang::disk::sha256(&bytes).into();
    serde_json::to_vec_pretty(&doc).unwrap()
}

#[test]
fn what_an_earlier_program_did_not_write_is_a_lack_and_no_lie() {
    let (checked, doc) = shipped("township");
    let whole = serde_json::to_value(&doc).unwrap();
    for (no, lack) in LACKS.iter().enumerate() {
        let mut less = whole.clone();
        lack(&mut less);
        let audited = audit_bytes(&checked, &of_earlier(less.clone()), "plan.json");
        assert!(audited.holds(), "{no}: {:?}", audited.findings);
        for code in ["A13", "A30", "A31"] {
            assert!(told(&audited, code).is_empty(), "{no}: {code}");
        }
        // What it does say is held against it.
        less["outcome"]["goals"][0]["value"] = 99.into();
        let audited = audit_bytes(&checked, &of_earlier(less), "plan.json");
        assert!(
            !audited.holds() && !told(&audited, "A30").is_empty(),
            "{no}"
        );
    }
}

#[test]
fn approvals_that_only_the_plan_has_count_where_the_decisions_are_gone_and_nowhere_else() {
    let (copy, _) = decided("approved");
    let file = copy.at.join("township/decisions.toml");
    let plan = copy.at.join("one/plan.json");
    let plan = plan.to_str().unwrap();
    let all = copy.decisions();
    fs::remove_file(&file).unwrap();
    let (code, text) = copy.scenario(&["audit"], &[plan]);
    assert!(
        code == 0 && text.contains("A49") && text.contains("特批"),
        "{text}"
    );
    // A file that is there and does not say so approves nothing.
    let kept = all
        .split("\n[[")
        .filter(|one| !one.contains("rotation_share"));
    let kept: Vec<&str> = kept.collect();
    fs::write(&file, format!("\n[[{}", kept.join("\n[["))).unwrap();
    let (code, text) = copy.scenario(&["audit"], &[plan]);
    assert!(code == 1 && !text.contains("特批“"), "{text}");
}

#[test]
fn a_proof_says_how_many_goals_are_verified_and_they_are_claimed_no_more() {
    let copy = Copy::new("verified");
    let into = copy.at.join("one");
    let (code, text) = copy.scenario(&["plan"], &["--out", into.to_str().unwrap()]);
    assert_eq!(code, 0, "{text}");
    let plan = into.join("plan.json");
    let audit = || copy.scenario(&["audit"], &[plan.to_str().unwrap(), "--proof"]);
    let claimed = |text: &str| {
        let mut lines = text.lines();
        lines.find(|line| line.contains("A33")).unwrap().to_owned()
    };
    let (code, text) = audit();
    assert!(
        code == 0 && text.contains("12项目标，12项都已核验"),
        "{text}"
    );
    let line = claimed(&text);
    assert!(
        !line.contains("outcome.goals") && !line.contains("outcome.ended"),
        "{line}"
    );
    let file = into.join("proof.json");
    let mut proof: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    proof["goals"].as_array_mut().unwrap().truncate(6);
    fs::write(&file, serde_json::to_vec(&proof).unwrap()).unwrap();
    let (code, text) = audit();
    assert!(
        code == 4 && text.contains("12项目标，核验了6项"),
        "{code} {text}"
    );
    assert!(claimed(&text).contains("其余6项目标"), "{text}");
}
