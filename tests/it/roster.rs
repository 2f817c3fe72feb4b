//! This year's roster against last year's.

use lungang::input::{Documents, load_documents};
use lungang::report;
use lungang::run::{check, roster_diff};
use lungang::text::Lang;
use std::path::PathBuf;

fn township() -> Documents {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "scenarios/township"]
        .iter()
        .collect();
    load_documents(&[folder]).unwrap()
}

fn edit(documents: &mut Documents, table: &str, change: impl Fn(&str) -> String) {
    let bytes = documents.files.get_mut(table).unwrap();
    *bytes = change(std::str::from_utf8(bytes).unwrap()).into_bytes();
}

#[test]
fn a_roster_is_the_same_as_itself() {
    let checked = check(&township());
    let (roster, book) = checked.ready().unwrap();
    let diff = roster_diff(roster, roster, book);
    assert_eq!(
        (diff.came.len(), diff.left.len(), diff.changed.len()),
        (0, 0, 0)
    );
}

#[test]
fn who_came_who_left_and_what_changed_is_told() {
    let old = check(&township());
    let first = old.roster.as_ref().unwrap().teachers[0].clone();
    let second = old.roster.as_ref().unwrap().teachers[1].clone();
    let mut documents = township();
    // The first teacher goes and another comes; the second has another name.
    for table in ["teachers.csv", "service.csv"] {
        edit(&mut documents, table, |text| {
            text.replace(&format!("{},", first.id), "N001,")
        });
    }
    edit(&mut documents, "teachers.csv", |text| {
        text.replace(
            &format!("{},{},", second.id, second.name),
            &format!("{},改名,", second.id),
        )
    });
    let new = check(&documents);
    let (before, after) = (old.ready().unwrap().0, new.ready().unwrap());
    let diff = roster_diff(before, after.0, after.1);
    let ids = |people: &[lungang::run::Person]| -> Vec<String> {
        people.iter().map(|one| one.id.clone()).collect()
    };
    assert_eq!(ids(&diff.left), [first.id]);
    assert_eq!(ids(&diff.came), ["N001"]);
    assert_eq!(diff.changed.len(), 1);
    assert_eq!(diff.changed[0].to, "改名");
    let text = report::roster_diff(&diff, Lang::Zh);
    assert!(
        text.contains("新增1人") && text.contains(&format!("{} → 改名", second.name)),
        "{text}"
    );
    let text = report::roster_diff(&diff, Lang::En);
    assert!(text.contains("1 came") && text.contains("1 left"), "{text}");
}
