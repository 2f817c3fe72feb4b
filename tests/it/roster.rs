//! This year's roster against last year's.

use lungang::input::{Documents, TeacherCells, load_documents, teacher_cells};
use lungang::report;
use lungang::run::{Person, RosterDiff, check, roster_diff};
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

fn cells(documents: &Documents) -> TeacherCells {
    teacher_cells(documents).unwrap()
}

fn diff(old: &Documents, new: &Documents) -> RosterDiff {
    roster_diff(&cells(old), &cells(new), &check(new))
}

fn column(key: &str) -> &'static lungang::input::Column {
    let spec = &lungang::input::tables::TEACHERS.spec;
    spec.columns.iter().find(|one| one.key == key).unwrap()
}

/// The same scenario with another cell of the first teacher.
fn with(key: &str, value: &str) -> Documents {
    let mut documents = township();
    edit(&mut documents, "teachers.csv", |text| {
        let mut lines: Vec<Vec<String>> = text
            .lines()
            .map(|line| line.split(',').map(str::to_owned).collect())
            .collect();
        let at = lines[0]
            .iter()
            .position(|head| column(key).is_called(head))
            .unwrap();
        let width = lines[0].len();
        lines[1].resize(width, String::new());
        value.clone_into(&mut lines[1][at]);
        lines.iter().map(|line| line.join(",") + "\n").collect()
    });
    documents
}

fn ids(people: &[Person]) -> Vec<&str> {
    people.iter().map(|one| one.id.as_str()).collect()
}

#[test]
fn a_roster_is_the_same_as_itself() {
    let diff = diff(&township(), &township());
    assert_eq!(
        (diff.came.len(), diff.left.len(), diff.changed.len()),
        (0, 0, 0)
    );
}

#[test]
fn every_column_of_the_roster_is_compared() {
    let old = township();
    let first = cells(&old).people.keys().next().unwrap().clone();
    let changed = [
        ("sex", "sex", ["男", "女"]),
        ("birth", "birth", ["1990-05", "1991-06"]),
        ("degree", "degree", ["大专", "硕士"]),
        ("backbone", "backbone", ["county", "province"]),
        ("protections", "protections", ["pregnant", "nursing"]),
        ("more_subjects", "more_subjects", ["music", "music;art"]),
        ("points", "points", ["3", "4"]),
    ];
    let head = String::from_utf8(old.files["teachers.csv"].clone()).unwrap();
    let heads: Vec<&str> = head.lines().next().unwrap().split(',').collect();
    let mut compared = 0;
    for (key, column, [was, is]) in changed {
        if !heads
            .iter()
            .any(|head| super::roster::column(key).is_called(head))
        {
            continue;
        }
        let (was, is) = (with(key, was), with(key, is));
        let diff = diff(&was, &is);
        let told: Vec<_> = diff
            .changed
            .iter()
            .map(|one| (one.person.id.as_str(), one.column))
            .collect();
        let spec = &lungang::input::tables::TEACHERS.spec;
        let head = spec
            .columns
            .iter()
            .find(|one| one.key == column)
            .unwrap()
            .head;
        assert_eq!(told, [(first.as_str(), head)], "{key}");
        compared += 1;
    }
    assert!(compared > 4, "{heads:?}");
    // Two spellings of one thing are no change.
    assert_eq!(diff(&with("sex", "男"), &with("sex", "male")).changed, []);
    assert_eq!(
        diff(&with("birth", "1990-05"), &with("birth", "1990年5月")).changed,
        []
    );
}

#[test]
fn somebody_with_another_number_is_asked_about() {
    let old = township();
    let first = cells(&old).people.keys().next().unwrap().clone();
    let mut new = township();
    edit(&mut new, "teachers.csv", |text| {
        text.replace(&format!("{first},"), "N001,")
    });
    let diff = roster_diff(&cells(&old), &cells(&new), &check(&new));
    assert_eq!((ids(&diff.left), ids(&diff.came)), (vec![], vec![]));
    let [one] = &diff.renumbered[..] else {
        panic!("{diff:?}");
    };
    assert_eq!(
        (one.was.id.as_str(), one.is.id.as_str()),
        (first.as_str(), "N001")
    );
    let text = report::roster_diff(&diff, Lang::Zh);
    assert!(
        text.contains("是否同一人") && text.contains(&format!("{first} → N001")),
        "{text}"
    );
}

#[test]
fn two_rosters_suffice_without_policy_or_other_tables() {
    let only = |mut documents: Documents| {
        documents.files.retain(|name, _| name == "teachers.csv");
        documents
    };
    let first = cells(&township()).people.keys().next().unwrap().clone();
    let (old, new) = (only(township()), only(with("degree", "博士")));
    let diff = diff(&old, &new);
    assert_eq!(diff.changed.len(), 1);
    assert_eq!(diff.changed[0].person.id, first);
    assert_eq!(diff.retiring, None);
    let text = report::roster_diff(&diff, Lang::Zh);
    assert!(text.contains("未核对谁到退休年龄"), "{text}");
}

#[test]
fn who_came_who_left_and_what_changed_is_told() {
    let old = township();
    let roster = check(&old).roster.unwrap();
    let (first, second) = (roster.teachers[0].clone(), roster.teachers[1].clone());
    let mut documents = township();
    // The first teacher goes and another comes; the second has another name.
    for table in ["teachers.csv", "service.csv"] {
        edit(&mut documents, table, |text| {
            text.replace(&format!("{},", first.id), "N001,")
                .replace(&format!("N001,{},", first.name), "N001,新来,")
        });
    }
    edit(&mut documents, "teachers.csv", |text| {
        text.replace(
            &format!("{},{},", second.id, second.name),
            &format!("{},改名,", second.id),
        )
    });
    let diff = diff(&old, &documents);
    assert_eq!(ids(&diff.left), [&first.id]);
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
