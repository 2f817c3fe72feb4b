//! Special approvals: whatever clause is loosened, everybody who shows it says by whom, when and by how much; one that does
//! nothing, too much, or stands there twice is told.

use lungang::finding::Severity;
use lungang::input::{Documents, load_documents};
use lungang::report::judgements;
use lungang::run::{Checked, audit_bytes, check};
use lungang::text::Lang;
use std::path::Path;

fn township() -> Documents {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    load_documents(&[folder]).unwrap()
}

/// An approval: name of the list, rule, place and number.
type Approval = (&'static str, &'static str, &'static str, i64);

/// The township with approvals.
fn with(approvals: &[Approval]) -> Checked {
    let mut documents = township();
    let mut text = String::from_utf8(documents.files["scenario.toml"].clone()).unwrap();
    for (list, rule, about, amount) in approvals {
        text.push_str(&format!(
            "\n[[{list}]]\nrule = \"{rule}\"\nabout = \"{about}\"\namount = {amount}\nreason = \"试点\"\nauthor = \"局务会\"\ndate = \"2026-08-20\"\n"
        ));
    }
    documents
        .files
        .insert("scenario.toml".into(), text.into_bytes());
    check(&documents)
}

fn codes(checked: &Checked) -> Vec<&'static str> {
    let ours = ["A95", "A96", "A97", "I122"];
    let found = checked.findings.0.iter().map(|one| one.code.id);
    found.filter(|id| ours.contains(id)).collect()
}

#[test]
fn approvals_that_do_nothing_too_much_or_twice_are_told() {
    let cases: [(&[Approval], &[&str]); 13] = [
        (&[("approvals", "rotation_share", "county", 1)], &[]),
        (&[("waivers", "rotation_share", "全县", 1)], &[]),
        (&[("approvals", "交流轮岗比例", "county", 4)], &[]),
        (&[("approvals", "rotation_share", "county", 5)], &["A96"]),
        (&[("approvals", "rotation_share", "county", 999)], &["A96"]),
        (&[("approvals", "rotation_share", "S001", 1)], &["A95"]),
        (&[("approvals", "rotation_share", "小学", 1)], &["A95"]),
        (&[("approvals", "leavers_cap", "county", 1)], &["A95"]),
        (&[("approvals", "leavers_cap", "S001", 1)], &[]),
        (&[("approvals", "leavers_cap", "S001", 999)], &["A96"]),
        (&[("approvals", "travel_limit", "county", 1)], &["A95"]),
        (&[("approvals", "travel_limit", "T00010", 1)], &[]),
        (
            &[
                ("approvals", "rotation_share", "county", 1),
                ("waivers", "R03", "全县", 1),
            ],
            &["A97"],
        ),
    ];
    for (approvals, expected) in cases {
        let checked = with(approvals);
        assert_eq!(codes(&checked), expected, "{approvals:?}");
        assert!(!checked.findings.has_errors(), "{approvals:?}");
    }
}

#[test]
fn whoever_shows_a_loosened_clause_says_by_whom_when_and_by_how_much() {
    let checked = with(&[("approvals", "rotation_share", "county", 999)]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township/expected");
    let bytes = std::fs::read(folder.join("plan.json")).unwrap();
    let audited = audit_bytes(&checked, &bytes, "plan.json");
    let rules = audited.audit.unwrap().rules;
    let text = judgements(&rules, Lang::Zh);
    let line = text.lines().find(|line| line.contains("R03")).unwrap();
    for word in ["不作要求", "特批", "全县", "999", "局务会", "2026-08-20"] {
        assert!(line.contains(word), "{word}: {line}");
    }
    // A rule that nothing lifts says nothing of approvals.
    assert_eq!(text.matches("特批").count(), 1, "{text}");
}

#[test]
fn a_day_of_a_decision_that_cannot_be_is_an_error_at_its_place() {
    let cases = [
        ("2026-08-20", false),
        ("2027-08-20", false),
        ("2026年9月1日", false),
        ("2062-08-20", true),
        ("1926-08-20", true),
    ];
    for (date, wrong) in cases {
        for list in [
            "refusals]]\nteacher = \"T00002\"",
            "pins]]\nteacher = \"T00002\"\nschool = \"S001\"",
            "bans]]\nteacher = \"T00002\"\nschool = \"S004\"",
            "approvals]]\nrule = \"R03\"\nabout = \"全县\"\namount = 1",
            "waivers]]\nrule = \"R03\"\nabout = \"全县\"\namount = 1",
        ] {
            let mut documents = township();
            let text = format!(
                "[[{list}\nreason = \"家人病重\"\nauthor = \"局务会\"\ndate = \"{date}\"\n"
            );
            documents
                .decisions
                .push(("decisions.toml".into(), text.into_bytes()));
            let found = check(&documents).findings;
            let far: Vec<_> = found.0.iter().filter(|one| one.code.id == "I825").collect();
            assert_eq!(far.len(), usize::from(wrong), "{list} {date}");
            let at = |one: &&lungang::finding::Finding| {
                one.severity == Severity::Error
                    && one.place.as_ref().unwrap().row == Some(text_row(list))
            };
            assert!(far.iter().all(at), "{far:?}");
        }
    }
}

/// The line on which the date stands.
fn text_row(list: &str) -> usize {
    list.lines().count() + 3
}
