//! Tables of classes as schools keep them: the same classes in every shape are read as the same records, or the cell
//! that cannot be read is told.

use lungang::domain::ClassGroup;
use lungang::finding::{Findings, Severity};
use lungang::input::{Documents, load_documents, read_documents};
use std::path::Path;

fn township() -> Documents {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    load_documents(&[folder]).unwrap()
}

/// The classes of the township from this table.
fn read(table: &str) -> (Option<Vec<ClassGroup>>, Findings) {
    let mut documents = township();
    documents
        .files
        .insert("classes.csv".to_owned(), table.as_bytes().to_vec());
    let read = read_documents(&documents);
    (read.roster.map(|one| one.classes), read.findings)
}

const GRADES: [&str; 9] = [
    "一年级",
    "二年级",
    "三年级",
    "四年级",
    "五年级",
    "六年级",
    "初一",
    "八年级",
    "9年级",
];

/// A table with a column, or several, for each grade.
fn wide(
    classes: &[ClassGroup],
    schools: &[String],
    heads: &[&str],
    cells: &dyn Fn(&ClassGroup) -> Vec<String>,
) -> String {
    let mut table = "学校".to_owned();
    for grade in GRADES {
        for head in heads {
            table += &format!(",{grade}{head}");
        }
    }
    for (no, school) in schools.iter().enumerate() {
        table += &format!("\n{school}");
        for grade in 1..=9 {
            let mut all = classes.iter();
            let group = all.find(|one| one.school.0 == no && one.grade == grade);
            let these = group.map_or_else(|| vec![String::new(); heads.len()], cells);
            for cell in these {
                table += &format!(",{cell}");
            }
        }
    }
    table
}

/// The pupils of a grade, class by class.
fn listed(one: &ClassGroup) -> Vec<String> {
    let pupils = one.pupils.iter().map(u32::to_string);
    vec![pupils.collect::<Vec<_>>().join(";")]
}

/// The classes of a grade, and its pupils.
fn counted(one: &ClassGroup) -> Vec<String> {
    let all: u32 = one.pupils.iter().sum();
    vec![one.pupils.len().to_string(), all.to_string()]
}

/// The same grade, its pupils split evenly, which is all that is known of them.
fn even(group: &ClassGroup) -> ClassGroup {
    let (number, sum) = (group.pupils.len(), group.pupils.iter().sum());
    ClassGroup {
        pupils: ClassGroup::evenly(sum, u32::try_from(number).unwrap()),
        ..group.clone()
    }
}

/// One row a class, under these heads; `name` says which it is.
fn by_class(
    classes: &[ClassGroup],
    schools: &[String],
    heads: &str,
    name: fn(usize, usize) -> String,
) -> String {
    let mut table = heads.to_owned();
    for group in classes {
        for (no, pupils) in group.pupils.iter().enumerate() {
            let (school, name) = (&schools[group.school.0], name(group.grade.into(), no + 1));
            table += &format!("\n{school},{name},{pupils}");
        }
    }
    table
}

fn in_brackets(grade: usize, no: usize) -> String {
    let names = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    format!("{}（{no}）班", names[grade - 1])
}

fn by_grade(grade: usize, no: usize) -> String {
    format!("{}{no}班", GRADES[grade - 1])
}

fn numbered(grade: usize, no: usize) -> String {
    format!("{grade},{no}")
}

#[test]
fn the_same_classes_are_read_from_every_shape() {
    let roster = read_documents(&township()).roster.unwrap();
    let (all, schools) = (&roster.classes, &roster.schools);
    let ids: Vec<String> = schools.iter().map(|one| one.id.clone()).collect();
    let evenly: Vec<ClassGroup> = all.iter().map(even).collect();
    let wide = |heads: &[&str], cells| wide(all, &ids, heads, cells);
    let by_class = |heads, name| by_class(all, &ids, heads, name);
    let cases = [
        (wide(&[""], &listed), all),
        (wide(&["各班人数"], &listed), all),
        (wide(&["班数", "人数"], &counted), &evenly),
        (wide(&["（班级数）", "（学生数）"], &counted), &evenly),
        (by_class("学校,班级,人数", in_brackets), all),
        (by_class("学校,班级名称,学生数", by_grade), all),
        (by_class("学校,年级,班号,人数", numbered), all),
    ];
    for (table, expected) in cases {
        let heads = table.lines().next().unwrap();
        let (read, findings) = read(&table);
        let found: Vec<_> = findings.0.iter().map(|one| one.code.id).collect();
        assert!(!findings.has_errors(), "{heads}: {found:?}");
        assert_eq!(read.as_ref(), Some(expected), "{heads}");
        let told = found.contains(&"I181") || found.contains(&"I183");
        assert!(told, "{heads}: {found:?}");
    }
}

#[test]
fn a_cell_of_a_wide_table_that_says_too_little_is_told_there() {
    let roster = read_documents(&township()).roster.unwrap();
    let ids: Vec<String> = roster.schools.iter().map(|one| one.id.clone()).collect();
    let told = |table: &str| -> Vec<(String, Option<usize>, Option<String>)> {
        let (_, findings) = read(table);
        let errors = findings.0.iter();
        let errors = errors.filter(|one| one.severity == Severity::Error);
        let places = errors.filter_map(|one| Some((one.code.id, one.place.as_ref()?)));
        let here = places.filter(|(_, place)| place.file == "classes.csv");
        here.map(|(code, place)| (code.to_owned(), place.row, place.cell.clone()))
            .collect()
    };
    let school = &ids[0];
    // The pupils of a whole grade, and no word of how many classes.
    let table = format!("学校,一年级,二年级\n{school},83,40\n");
    let found = told(&table);
    assert!(
        found.contains(&("I131".into(), Some(2), Some("B2".into()))),
        "{found:?}"
    );
    let table = format!("学校,一年级班数,一年级人数\n{school},两三个,83\n");
    assert!(!told(&table).is_empty());
    // A class whose name says no grade.
    let table = format!("学校,班级,人数\n{school},一（1）班,40\n{school},飞鹰班,41\n");
    let found = told(&table);
    assert!(
        found.contains(&("I131".into(), Some(3), Some("B3".into()))),
        "{found:?}"
    );
}
