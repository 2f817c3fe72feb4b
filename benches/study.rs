//! What many questions cost, as ratios within one run: a study of forty scenarios over forty runs of
//! `plan` (at most a half on two cores), and naming a planted conflict over one plan of the same county.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints what it measured, and ends when its own input is wrong"
)]

mod measured;

use lungang::decide::conflict;
use lungang::disk;
use lungang::domain::NOTHING_MORE;
use lungang::facts::Facts;
use lungang::generate::{Options as County, PlaceKind, generate};
use lungang::input::{Documents, Edit, Study, Variant, load_documents};
use lungang::plan::Ended;
use lungang::run::{Answer, check, solve};
use lungang::solve::{Options, Progress, Silent, Watch};
use lungang::study::{Compared, StudyWatch, compare_study};
use measured::{criterion, measured, ratio};
use std::path::Path;

/// Scenarios of the study.
const SCENARIOS: usize = 40;

struct Nobody;

impl Watch for Nobody {
    fn heard(&self, _: Progress) {}
}

impl StudyWatch for Nobody {
    fn done(&self, _: &str, _: Option<Ended>) {}
}

fn main() {
    let mut criterion = criterion();
    let study = study(county(300, 10));
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-study");
    let one_by_one = measured(&mut criterion, "plans one by one", "40", || {
        for one in &study.variants {
            plan(&one.documents, &out);
        }
    });
    let together = measured(&mut criterion, "study", "40", || {
        let compared = compare_study(&study, &Options::default(), &Nobody).unwrap();
        assert!(compared.variants.iter().all(Compared::is_settled));
    });
    println!(
        "the study {:.2} times the plans one by one",
        ratio(together, one_by_one)
    );
    let county = county(4000, 80);
    let one_plan = measured(&mut criterion, "plan", "4000", || plan(&county, &out));
    let mut impossible = county.clone();
    impossible
        .edits
        .push("rules.leavers_cap.at_most=1%".parse().unwrap());
    let named = measured(&mut criterion, "conflict", "4000", || {
        let checked = check(&impossible);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let found = conflict(&facts, &Options::default(), &Silent).unwrap();
        assert_eq!(found.unwrap().members.len(), 2);
    });
    println!(
        "naming a conflict {:.2} times a plan",
        ratio(named, one_plan)
    );
    criterion.final_summary();
}

/// The whole road of `lungang plan`: check, solve, audit, write.
fn plan(documents: &Documents, out: &Path) {
    let (checked, options) = (check(documents), Options::default());
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
        panic!("there is a plan");
    };
    let plan = solved.accepted(&checked, &options).unwrap();
    disk::write(&out.join("plan.json"), &plan.bytes).unwrap();
}

/// A made-up county under the national policy, before its officer decided on anybody.
fn county(teachers: u32, schools: u32) -> Documents {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/national");
    let mut documents = load_documents(&[folder]).unwrap();
    let tables = generate(&County {
        teachers,
        schools,
        ..County::of(PlaceKind::National)
    });
    let csv = |name: &str| Path::new(name).extension().is_some_and(|end| end == "csv");
    for (name, text) in tables.into_iter().filter(|(name, _)| csv(name)) {
        documents.files.insert(name, text.into_bytes());
    }
    let manifest = documents.files.get_mut("scenario.toml").unwrap();
    let decisions = manifest.windows(3).position(|bytes| bytes == b"\n[[");
    manifest.truncate(decisions.unwrap_or(manifest.len()));
    documents
}

fn study(base: Documents) -> Study {
    let changes = [
        "rules.rotation_share.at_least=",
        "rules.leavers_cap.at_most=",
        "recruits.*.number=+",
        "schools.*.beds=+",
    ];
    let variant = |no: usize| {
        let mut documents = base.clone();
        let percent = if no % changes.len() < 2 { "%" } else { "" };
        let change = format!("{}{}{percent}", changes[no % changes.len()], 10 + no % 9);
        documents.edits.push(change.parse::<Edit>().unwrap());
        Variant {
            key: no.to_string(),
            documents,
        }
    };
    Study {
        title_zh: String::new(),
        title_en: String::new(),
        variants: (0..SCENARIOS).map(variant).collect(),
        base,
        findings: lungang::finding::Findings::default(),
    }
}
