//! Numbers out of proportion, and rows of totals in every table.

use lungang::finding::Findings;
use lungang::input::{Documents, TABLES, load_documents, read_documents};
use lungang::text::Lang;
use std::path::Path;

fn township() -> Documents {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    load_documents(&[folder]).unwrap()
}

fn rows(documents: &Documents, table: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(documents.files[&format!("{table}.csv")].clone()).unwrap();
    let lines = text.trim_start_matches('\u{feff}').lines();
    lines
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

fn put(documents: &mut Documents, table: &str, rows: &[Vec<String>]) {
    let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
    documents
        .files
        .insert(format!("{table}.csv"), text.into_bytes());
}

/// What is found where one cell says something else.
fn with(table: &str, row: usize, head: &str, cell: &str) -> Findings {
    let mut documents = township();
    let mut all = rows(&documents, table);
    let at = all[0].iter().position(|one| one == head).unwrap();
    cell.clone_into(&mut all[row][at]);
    put(&mut documents, table, &all);
    read_documents(&documents).findings
}

fn says(found: &Findings, code: &str) -> Vec<(Option<usize>, String)> {
    let found = found.0.iter().filter(|one| one.code.id == code);
    let row = |one: &lungang::finding::Finding| one.place.as_ref().and_then(|place| place.row);
    found.map(|one| (row(one), one.says(Lang::Zh))).collect()
}

#[test]
fn nothing_in_any_scenario_is_out_of_proportion() {
    for name in ["national", "anshan", "zhangye", "alar", "township", "dehua"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("scenarios")
            .join(name);
        let found = read_documents(&load_documents(&[folder]).unwrap()).findings;
        for code in ["I225", "I308", "I625"] {
            assert_eq!(says(&found, code), [], "{name}");
        }
    }
}

/// A quota with a digit more, at whatever place and of whatever school of some size, is asked with the number meant.
#[test]
fn a_quota_with_a_digit_too_many_is_asked_with_the_number_that_was_meant() {
    let schools = rows(&township(), "schools");
    let at = schools[0]
        .iter()
        .position(|one| one == "核定编制数")
        .unwrap();
    let mut asked = 0;
    for (no, row) in schools.iter().enumerate().skip(1) {
        let quota: u32 = row[at].parse().unwrap();
        for digit in ["0", "7"] {
            let typed = format!("{quota}{digit}");
            let told = says(&with("schools", no, "核定编制数", &typed), "I225");
            // Of the smallest a digit more is a few people more.
            if quota >= 4 {
                assert_eq!(told.len(), 1, "{typed}: {told:?}");
                assert_eq!(told[0].0, Some(no + 1));
                // With a nought behind there is one number that was meant; of others several are as likely.
                let meant = told[0].1.contains(&format!("是否为{quota}？"));
                assert!(meant || digit != "0", "{told:?}");
                asked += 1;
            }
        }
    }
    assert!(asked >= 10, "{asked}");
}

#[test]
fn classes_far_apart_are_asked() {
    for (cell, told) in [
        ("41、4", true),
        ("41；3", true),
        ("41、40", false),
        ("41、22", false),
        ("9、3", false),
        ("72", false),
    ] {
        let found = says(&with("classes", 1, "各班学生数", cell), "I308");
        assert_eq!(found.len(), usize::from(told), "{cell}: {found:?}");
    }
}

/// Whatever opens a row of totals, in every table, leaves no record and no error.
#[test]
fn a_row_of_totals_counts_in_no_table() {
    let words = [
        "合计",
        "小计",
        "总计",
        "共计：",
        "合 计",
        "全县合计",
        "白坝镇小计",
        "合计：8所",
        "合计（人）",
        "共8所",
        "总和",
        "汇总",
        "累计",
        "本页合计",
        "Total",
    ];
    let plain = read_documents(&township());
    for spec in TABLES {
        let documents = township();
        if !documents.files.contains_key(&format!("{}.csv", spec.key)) {
            continue;
        }
        let all = rows(&documents, spec.key);
        for word in words {
            let sum = |at: usize| {
                let cells = all
                    .iter()
                    .skip(1)
                    .map(|row| row.get(at)?.parse::<u64>().ok());
                let sum: Option<u64> = cells.sum();
                sum.map_or_else(String::new, |sum| sum.to_string())
            };
            let mut total: Vec<String> = (0..all[0].len()).map(sum).collect();
            total[0] = word.to_owned();
            let mut documents = documents.clone();
            put(
                &mut documents,
                spec.key,
                &[all.clone(), vec![total]].concat(),
            );
            let read = read_documents(&documents);
            let told = says(&read.findings, "I109");
            assert_eq!(told.len(), 1, "{} {word}: {:?}", spec.key, read.findings.0);
            assert_eq!(read.roster, plain.roster, "{} {word}", spec.key);
        }
    }
}
