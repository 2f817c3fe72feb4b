//! People made up for given schools: what is given stays, head counts included.

use crate::generate::{county, reads_without_error, rows};
use lungang::generate::{Source, Tables, generate, generate_on};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Schools of a real county: the given table, what was made of it, how many were left out.
#[allow(clippy::print_stdout, reason = "a skipped case says why")]
fn real(file: &str) -> Option<(String, Tables, usize)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/tw-schools-113-geo")
        .join(file);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("skipped: ../shared/data/tw-schools-113-geo/{file} is not here");
        return None;
    };
    let source = Source {
        schools_name: file,
        schools: &bytes,
        classes: None,
    };
    let (tables, findings) = generate_on(&source, &county(0, 0, 1));
    let left_out = findings
        .0
        .iter()
        .filter(|one| one.code.id == "C404")
        .count();
    Some((String::from_utf8(bytes).unwrap(), tables.unwrap(), left_out))
}

fn real_schools_keep_their_head_counts(file: &str, listed: usize, left_out: usize) {
    let Some((text, tables, gone)) = real(file) else {
        return;
    };
    assert_eq!(gone, left_out);
    let mut heads: BTreeMap<String, u32> = BTreeMap::new();
    for one in rows(&tables, "teachers.csv") {
        *heads.entry(one["编制所在学校"].clone()).or_default() += 1;
    }
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names = reader.headers().unwrap().clone();
    let mut seen = 0;
    for record in reader.records() {
        let record = record.unwrap();
        let cell = |head: &str| {
            record
                .get(names.iter().position(|name| name == head).unwrap())
                .unwrap()
        };
        let number = |head: &str| {
            cell(head)
                .trim_end_matches(".0")
                .parse::<u32>()
                .unwrap_or(0)
        };
        let teachers = number("男專任教師") + number("女專任教師");
        assert_eq!(
            heads.get(cell("學校代碼")).copied().unwrap_or(0),
            teachers,
            "{}",
            cell("學校名稱")
        );
        seen += 1;
    }
    assert_eq!(seen, listed);
    let schools = rows(&tables, "schools.csv");
    assert_eq!(schools.len(), listed - left_out);
    assert!(schools.iter().all(|row| row["学校代码"].len() == 6));
    reads_without_error(file, &tables);
    assert!(tables["scenario.toml"].contains("教育部統計處，國民小學校別資料"));
}

#[test]
fn nantou_keeps_its_head_counts() {
    real_schools_keep_their_head_counts("nantou_113.csv", 140, 1);
}

#[test]
fn tainan_keeps_its_head_counts() {
    real_schools_keep_their_head_counts("tainan_113.csv", 216, 0);
}

/// Our own columns: everything given comes back, and so do the head counts.
#[test]
fn given_schools_come_back_as_given() {
    let made = generate(&county(160, 12, 3));
    let heads: Vec<String> = (0..)
        .map(|no: u32| (no * 3 % 17).to_string())
        .take(12)
        .collect();
    let mut given = String::new();
    for (line, count) in made["schools.csv"]
        .lines()
        .zip(std::iter::once("专任教师数").chain(heads.iter().map(String::as_str)))
    {
        writeln!(given, "{line},{count}").unwrap();
    }
    let source = Source {
        schools_name: "schools.csv",
        schools: given.as_bytes(),
        classes: Some(("classes.csv", made["classes.csv"].as_bytes())),
    };
    let (tables, findings) = generate_on(&source, &county(0, 0, 3));
    let tables = tables.unwrap();
    assert_eq!(tables["schools.csv"], made["schools.csv"]);
    assert_eq!(tables["classes.csv"], made["classes.csv"]);
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for one in rows(&tables, "teachers.csv") {
        *counted.entry(one["编制所在学校"].clone()).or_default() += 1;
    }
    for (row, count) in rows(&tables, "schools.csv").iter().zip(&heads) {
        assert_eq!(
            counted
                .get(&row["学校代码"])
                .copied()
                .unwrap_or(0)
                .to_string(),
            *count
        );
    }
    let codes: Vec<_> = findings.0.iter().map(|one| one.code.id).collect();
    assert_eq!(codes, ["C405"]);
    reads_without_error("given", &tables);
    // A table that was saved twice begins with two marks of UTF-8.
    let marked = format!("\u{feff}\u{feff}{given}");
    let source = Source {
        schools: marked.as_bytes(),
        ..source
    };
    let (same, _) = generate_on(&source, &county(0, 0, 3));
    assert_eq!(same.as_ref(), Some(&tables));
}

#[test]
fn faults_of_given_tables_are_told_all_at_once() {
    let schools =
        "学校代码,学校名称,学校类型,城乡类型,专任教师数\nS1,甲,小学,城里,3\nS2,乙,,乡村,三\n";
    let classes = "学校代码,年级,各班学生数\nS9,1,30\n";
    let source = Source {
        schools_name: "s.csv",
        schools: schools.as_bytes(),
        classes: Some(("c.csv", classes.as_bytes())),
    };
    let (tables, findings) = generate_on(&source, &county(0, 0, 1));
    assert!(tables.is_none());
    let codes: Vec<_> = findings.0.iter().map(|one| one.code.id).collect();
    assert_eq!(codes, ["C406", "C403", "C403"]);
    let blind = Source {
        schools: b"\xff\xfe",
        classes: None,
        ..source
    };
    let (tables, findings) = generate_on(&blind, &county(0, 0, 1));
    assert!(tables.is_none());
    assert_eq!(findings.0[0].code.id, "C401");
}
