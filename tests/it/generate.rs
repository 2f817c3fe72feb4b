//! Made-up counties: same seed, same bytes; shares as they should be; given schools kept as given.

use lungang::finding::Severity;
use lungang::generate::{Options, PlaceKind, Tables, generate};
use lungang::input::Documents;
use lungang::run::check;
use lungang::text::Lang;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) type Row = BTreeMap<String, String>;

/// The rows of a table: head to cell.
pub(crate) fn rows(tables: &Tables, file: &str) -> Vec<Row> {
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

pub(crate) fn county(teachers: u32, schools: u32, seed: u64) -> Options {
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
    let men = per_cent(&all, is("性别", &["男"]));
    let bachelor = per_cent(&all, is("学历", &["大学本科"]));
    let backbone = per_cent(&all, is("骨干级别", &["县级", "市级", "省级"]));
    let of = |stage: &str, head: &str, word: &str| {
        let stage: Vec<Row> = all
            .iter()
            .filter(|row| row["任教学段"] == stage)
            .cloned()
            .collect();
        per_cent(&stage, |row| row[head] == word)
    };
    let subject = |stage, word| of(stage, "主教学科", word);
    let title = |stage, word| of(stage, "现聘职称", word);
    let found = [
        ("men", men, 32, 6),
        ("bachelor", bachelor, 84, 6),
        ("backbone", backbone, 21, 6),
        ("Chinese", subject("小学", "语文"), 37, 5),
        ("maths", subject("小学", "数学"), 22, 4),
        ("English", subject("小学", "英语"), 13, 4),
        ("PE", subject("小学", "体育与健康"), 9, 3),
        ("physics", subject("初中", "物理"), 7, 3),
        ("primary senior", title("小学", "高级教师"), 12, 4),
        ("primary first", title("小学", "一级教师"), 57, 7),
        ("junior senior", title("初中", "高级教师"), 26, 6),
        ("over 50", per_cent(&all, |row| age(row) >= 50), 33, 7),
        ("under 30", per_cent(&all, |row| age(row) < 30), 16, 7),
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

/// The tables as the files of a folder.
pub(crate) fn documents(tables: &Tables) -> Documents {
    let mut documents = Documents::default();
    for (name, text) in tables {
        let bytes = text.clone().into_bytes();
        documents.files.insert(name.clone(), bytes);
    }
    documents
}

/// A county of its own is read and its policy understood, nothing missing.
pub(crate) fn reads_without_error(what: &str, tables: &Tables) {
    let checked = check(&documents(tables));
    let errors: Vec<String> = checked
        .findings
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
}
