//! Real schools, with people made up to their real head counts, are planned to proved and audited.
//! Skipped where the tables are not beside the project.

use crate::road::planned;
use lungang::input::Documents;
use lungang::run::{load, one_workbook};
use lungang::text::Lang;
use std::path::Path;
use std::process::Command;

#[allow(clippy::print_stdout, reason = "a skipped case says why")]
fn proved(county: &str) {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/tw-schools-113-geo");
    let schools = tables.join(format!("{county}.csv"));
    if !schools.exists() {
        println!("skipped: ../shared/data/tw-schools-113-geo/{county}.csv is not here");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(county);
    let _ = std::fs::remove_dir_all(&folder);
    let made = Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(["generate", "--seed", "1", "--on"])
        .arg(&schools)
        .arg("--out")
        .arg(&folder)
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    let out = folder.join("plan");
    let documents = load(&[folder]).expect("the scenario is there");
    let done = planned(&documents, &out);
    assert!(!done.doc.moves.is_empty() && !done.doc.recruits.is_empty());
    for goal in &done.doc.outcome.goals {
        assert_eq!(Some(goal.value), goal.bound, "{:?}", goal.goal);
    }
    // The same county as one workbook, as an officer would have it.
    let mut book = Documents::default();
    let bytes = one_workbook(&documents, Lang::Zh).expect("a workbook of the county");
    book.files.insert(format!("{county}.xlsx"), bytes);
    let again = out.join("from-workbook");
    planned(&book, &again);
    let read = |folder: &Path| std::fs::read(folder.join("plan.json")).unwrap();
    assert!(
        read(&out) == read(&again),
        "{county}: the plan of the workbook is another"
    );
}

#[test]
fn nantou_is_proved_and_audited() {
    proved("nantou_113");
}
