//! What an officer enters beside the tables that are usual is told where it is written: columns of postings in the
//! roster, decisions.

use lungang::input::load_documents;
use lungang::run::check;
use lungang::text::Lang;
use std::path::{Path, PathBuf};

fn township() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township")
}

/// Columns of postings in the roster: school, from, to, with the column whose cell is told.
const POSTINGS: [([&str; 3], &str); 6] = [
    (["S001", "2013-09", "2014-08"], ""),
    (["S099", "2013-09", "2014-08"], "交流单位"),
    (["S001", "去年秋天", "2014-08"], "交流开始时间"),
    (["S001", "2013-09", "第二年"], "交流结束时间"),
    (["S001", "2013-13", "2014-08"], "交流开始时间"),
    (["S001", "2014-09", "2013-08"], "交流结束时间"),
];

#[test]
fn every_cell_of_a_posting_in_the_roster_is_told_where_it_is_written() {
    for (cells, column) in POSTINGS {
        let mut documents = load_documents(&[township()]).unwrap();
        let text = String::from_utf8(documents.files["teachers.csv"].clone()).unwrap();
        let rows = text.lines().enumerate().map(|(no, line)| match no {
            0 => format!("{line},交流单位,交流开始时间,交流结束时间"),
            30 => format!("{line},{}", cells.join(",")),
            _ => format!("{line},,,"),
        });
        let rows: Vec<String> = rows.collect();
        documents
            .files
            .insert("teachers.csv".into(), rows.join("\n").into_bytes());
        let checked = check(&documents);
        let of_row = checked.findings.0.iter().filter_map(|one| {
            let place = one.place.as_ref()?;
            let here = place.file == "teachers.csv" && place.row == Some(31);
            here.then(|| (one.code.id, place.column.clone().unwrap_or_default()))
        });
        let of_row: Vec<_> = of_row.collect();
        // A school that is none of the county's is told once, at the first such cell.
        let is_told = of_row.iter().any(|one| one.1 == column);
        let right = match column {
            // That the columns became service is told.
            "" => of_row.iter().all(|one| one.0 == "I178"),
            _ => is_told,
        };
        assert!(right, "{cells:?}: {of_row:?} of {:?}", checked.findings);
    }
}

/// What stands in a decision, by key.
type Words = [(&'static str, &'static str); 5];

/// Decisions with what is found of them, and the words of it in Chinese.
const DECISIONS: [(Words, &str, &str); 5] = [
    (
        [
            ("teacher", "T00047"),
            ("name", "林红萍"),
            ("reason", "家庭原因"),
            ("author", "人事股"),
            ("date", "2026-08-20"),
        ],
        "",
        "",
    ),
    (
        [
            ("teacher", "T00047"),
            ("name", "林洁晓"),
            ("reason", "家庭原因"),
            ("author", "人事股"),
            ("date", "2026-08-20"),
        ],
        "I717",
        "工号T00047是林红萍，这项决定写的姓名是“林洁晓”",
    ),
    (
        [
            ("teacher", "T00047"),
            ("name", "王不在"),
            ("reason", "家庭原因"),
            ("author", "人事股"),
            ("date", "2026-08-20"),
        ],
        "I717",
        "写的姓名是“王不在”",
    ),
    (
        [
            ("teacher", "林红萍"),
            ("name", "林红萍"),
            ("reason", "家庭原因"),
            ("author", "人事股"),
            ("date", "2026-02-30"),
        ],
        "I716",
        "决定日期“2026-02-30”不是一个日期",
    ),
    (
        [
            ("teacher", "林红萍"),
            ("name", ""),
            ("reason", "家庭原因"),
            ("author", "人事股"),
            ("date", "八月"),
        ],
        "I716",
        "决定日期“八月”",
    ),
];

#[test]
fn a_decision_about_two_people_or_on_no_day_is_told_as_such() {
    for (words, code, says) in DECISIONS {
        let mut documents = load_documents(&[township()]).unwrap();
        let lines = words.iter().filter(|(_, word)| !word.is_empty());
        let lines = lines.map(|(key, word)| format!("{key} = \"{word}\"\n"));
        let text = format!("[[refusals]]\n{}", lines.collect::<String>());
        let file = "decisions.toml".to_owned();
        documents.decisions = vec![(file.clone(), text.into_bytes())];
        let checked = check(&documents);
        let of_file = checked.findings.0.iter();
        let of_file = of_file.filter(|one| one.place.as_ref().is_some_and(|at| at.file == file));
        let found: Vec<_> = of_file
            .map(|one| (one.code.id, one.says(Lang::Zh)))
            .collect();
        if code.is_empty() {
            assert!(found.is_empty(), "{found:?}");
        } else {
            let is_it = |one: &(&str, String)| one.0 == code && one.1.contains(says);
            assert!(found.iter().any(is_it), "{words:?}: {found:?}");
        }
    }
}
