//! Reading: the clean base gives a roster and no finding; every kind of finding has a bad set of
//! files of its own in `tests/golden/input`.

use lungang::input::{Documents, load_documents, read_documents};
use std::path::PathBuf;

fn golden(folder: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/golden/input", folder]
        .iter()
        .collect()
}

fn base() -> Documents {
    load_documents(&golden("base")).unwrap()
}

#[test]
fn the_clean_base_gives_a_roster_and_no_finding() {
    let scenario = read_documents(&base());
    assert_eq!(scenario.findings.0, []);
    let roster = scenario.roster.unwrap();
    assert_eq!((roster.schools.len(), roster.teachers.len()), (3, 8));
    assert_eq!(roster.service.len(), 5);
    assert_eq!(roster.classes[2].pupils, [30, 29]);
    assert_eq!(scenario.policies.len(), 1);
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let plain = read_documents(&base());
    let mut documents = base();
    for (path, bytes) in &mut documents.files {
        if path.ends_with(".csv") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let (head, rows) = text.split_once('\n').unwrap();
            let mut rows: Vec<_> = rows.lines().collect();
            rows.reverse();
            *bytes = format!("{head}\n{}\n", rows.join("\n")).into_bytes();
        }
    }
    let shuffled = read_documents(&documents);
    assert_ne!(plain.inputs, shuffled.inputs);
    assert_eq!(plain.roster, shuffled.roster);
}
