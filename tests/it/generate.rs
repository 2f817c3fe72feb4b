//! Made-up counties: same seed, same bytes; shares as they should be; given schools kept as given.

use lungang::finding::{Findings, Severity};
use lungang::generate::{Options, PlaceKind, Source, Tables, generate, generate_on};
use lungang::input::{Documents, read_documents};
use lungang::text::Lang;
use std::collections::BTreeMap;
use std::path::Path;

type Row = BTreeMap<String, String>;

/// The rows of a table: head to cell.
fn rows(tables: &Tables, file: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(tables[file].as_bytes());
    let heads = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            heads
                .iter()
                .zip(record.iter())
                .map(|(head, cell)| (head.to_owned(), cell.to_owned()))
                .collect()
        })
        .collect()
}

/// Per cent of the rows for which `is` holds.
fn per_cent(rows: &[Row], is: impl Fn(&Row) -> bool) -> usize {
    (rows.iter().filter(|row| is(row)).count() * 100).div_ceil(rows.len().max(1))
}

fn county(teachers: u32, schools: u32, seed: u64) -> Options {
    Options {
        teachers,
        schools,
        seed,
        ..Options::of(PlaceKind::National)
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_does_not() {
    let one = generate(&county(300, 20, 7));
    assert_eq!(one, generate(&county(300, 20, 7)));
    assert_ne!(
        one["teachers.csv"],
        generate(&county(300, 20, 8))["teachers.csv"]
    );
}

#[test]
fn a_county_has_as_many_schools_and_teachers_as_asked_for() {
    for (teachers, schools) in [(3, 1), (10, 2), (120, 10), (700, 20), (4000, 80)] {
        let tables = generate(&county(teachers, schools, 1));
        assert_eq!(
            rows(&tables, "teachers.csv").len(),
            usize::try_from(teachers).unwrap()
        );
        assert_eq!(
            rows(&tables, "schools.csv").len(),
            usize::try_from(schools).unwrap()
        );
    }
}

fn is(head: &'static str, words: &'static [&'static str]) -> impl Fn(&Row) -> bool {
    move |row| words.contains(&row[head].as_str())
}

fn age(row: &Row) -> i32 {
    2026 - row["出生年月"].get(..4).unwrap().parse::<i32>().unwrap()
}

/// The shares of a large district, with room for the skew of a county with villages.
#[test]
fn shares_are_those_of_a_real_district_within_a_tolerance() {
    let tables = generate(&county(4000, 80, 1));
    let all = rows(&tables, "teachers.csv");
    let of = |stage: &'static str| -> Vec<Row> {
        all.iter()
            .filter(|row| row["任教学段"] == stage)
            .cloned()
            .collect()
    };
    let (primary, junior) = (of("小学"), of("初中"));
    let backbone = ["县级", "市级", "省级"].as_slice();
    let main = |word| is("主教学科", word);
    let title = |word| is("现聘职称", word);
    let found = [
        ("men", per_cent(&all, is("性别", &["男"])), 32, 6),
        ("bachelor", per_cent(&all, is("学历", &["大学本科"])), 84, 6),
        ("backbone", per_cent(&all, is("骨干级别", backbone)), 21, 6),
        (
            "primary Chinese",
            per_cent(&primary, main(&["语文"])),
            37,
            5,
        ),
        ("primary maths", per_cent(&primary, main(&["数学"])), 22, 4),
        (
            "primary English",
            per_cent(&primary, main(&["英语"])),
            13,
            4,
        ),
        (
            "primary PE",
            per_cent(&primary, main(&["体育与健康"])),
            9,
            3,
        ),
        (
            "primary senior",
            per_cent(&primary, title(&["高级教师"])),
            12,
            4,
        ),
        (
            "primary first",
            per_cent(&primary, title(&["一级教师"])),
            57,
            7,
        ),
        (
            "junior senior",
            per_cent(&junior, title(&["高级教师"])),
            26,
            6,
        ),
        ("junior physics", per_cent(&junior, main(&["物理"])), 7, 3),
        ("over 50", per_cent(&primary, |row| age(row) >= 50), 31, 7),
        ("under 30", per_cent(&primary, |row| age(row) < 30), 18, 7),
    ];
    for (what, share, should, room) in found {
        assert!(
            share.abs_diff(should) <= room,
            "{what}: {share} %, should be {should} ± {room}"
        );
    }
}

/// Villages: fewer backbone teachers and specialists, more people of several subjects.
#[test]
fn villages_are_staffed_otherwise_than_towns() {
    let tables = generate(&county(4000, 80, 1));
    let areas: BTreeMap<String, String> = rows(&tables, "schools.csv")
        .iter()
        .map(|row| (row["学校代码"].clone(), row["城乡类型"].clone()))
        .collect();
    let all = rows(&tables, "teachers.csv");
    let of = |area: &str| -> Vec<Row> {
        let here = |row: &&Row| areas[&row["编制所在学校"]] == area && row["任教学段"] == "小学";
        all.iter().filter(here).cloned().collect()
    };
    let (town, village) = (of("镇区"), of("乡村"));
    let more = |rows: &[Row]| per_cent(rows, |row| !row["兼教学科"].is_empty());
    let backbone = |rows: &[Row]| per_cent(rows, is("骨干级别", &["县级", "市级", "省级"]));
    let special = |rows: &[Row]| {
        per_cent(
            rows,
            is("主教学科", &["体育与健康", "音乐", "美术", "英语", "科学"]),
        )
    };
    assert!(more(&village) > more(&town) + 20);
    assert!(backbone(&village) + 5 < backbone(&town));
    let (fewer, usual) = (special(&village), special(&town));
    assert!(
        fewer + 6 < usual,
        "specialists: {fewer} % in villages, {usual} % in towns"
    );
}

/// The folder of a scenario is what its command makes, byte by byte. Run with the environment
/// variable SNAPSHOTS=overwrite to write the folders anew.
#[test]
fn scenario_folders_are_what_their_commands_make() {
    for place in PlaceKind::ALL {
        let base = if *place == PlaceKind::National {
            "."
        } else {
            "../national"
        };
        let options = Options {
            base: Some(base.to_owned()),
            ..Options::of(*place)
        };
        let tables = generate(&options);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("scenarios")
            .join(place.key());
        if std::env::var("SNAPSHOTS").is_ok_and(|mode| mode == "overwrite") {
            lungang::generate::write(&tables, &folder).unwrap();
        }
        for (name, text) in &tables {
            let there = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
            assert!(
                there == *text,
                "{}/{name} is not what the command makes",
                place.key()
            );
        }
    }
}

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

/// What reading says about a county, its own policy left aside.
fn read(tables: &Tables) -> Findings {
    let mut documents = Documents::default();
    for (name, text) in tables {
        documents
            .files
            .insert(name.clone(), text.clone().into_bytes());
    }
    documents.files.entry("policy.toml".to_owned()).or_default();
    read_documents(&documents).findings
}

fn reads_without_error(what: &str, tables: &Tables) {
    let findings = read(tables);
    let errors: Vec<String> = findings
        .0
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .map(|one| format!("{} {} {:?}", one.code.id, one.says(Lang::Zh), one.place))
        .collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

#[test]
fn what_is_made_up_reads_without_error() {
    for place in PlaceKind::ALL {
        for seed in 0..5 {
            let options = Options {
                seed,
                ..Options::of(*place)
            };
            reads_without_error(place.key(), &generate(&options));
        }
    }
    reads_without_error("large", &generate(&county(4000, 80, 1)));
    for file in ["nantou_113.csv", "tainan_113.csv"] {
        if let Some((_, tables, _)) = real(file) {
            reads_without_error(file, &tables);
        }
    }
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
        given.push_str(&format!("{line},{count}\n"));
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
