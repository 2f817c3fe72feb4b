//! Made-up counties: curriculum and loads, classes of given schools, draws.

use crate::generate::{county, rows};
use lungang::generate::{Draw, Source, apportion, generate, generate_on};
use lungang::input::{Documents, read_documents};

#[test]
fn weekly_periods_add_up_as_the_national_plan_says() {
    let tables = generate(&county(10, 2, 1));
    let mut documents = Documents::default();
    for (name, text) in &tables {
        let bytes = text.as_bytes().to_vec();
        documents.files.insert(name.clone(), bytes);
    }
    let plan = read_documents(&documents).roster.unwrap();
    for grade in 1..=9u8 {
        let sum: u32 = plan
            .grid
            .iter()
            .filter(|line| line.grade == grade)
            .map(|line| line.periods)
            .sum();
        assert_eq!(
            sum,
            match grade {
                1..=2 => 26,
                3..=6 => 30,
                _ => 34,
            },
            "grade {grade}"
        );
    }
    assert_eq!(plan.grid.len(), tables["grid.csv"].lines().count() - 1);
    assert_eq!(plan.load.len(), tables["load.csv"].lines().count() - 1);
}

/// A school with 82 pupils in three classes, and two classes into which nobody goes.
#[test]
fn pupils_are_split_evenly() {
    let mut line = vec![("縣市名稱", "某縣"), ("鄉鎮市區", "甲鎮")];
    line.extend([("學校代碼", "080001"), ("學校名稱", "甲國小")]);
    line.extend([("1年級班級數", "3"), ("1年級男學生數", "40")]);
    line.extend([("1年級女學生數", "42"), ("2年級班級數", "2")]);
    line.extend([("男專任教師", "4"), ("女專任教師", "4")]);
    line.extend([("地區屬性", "一般"), ("經度", "120.6"), ("緯度", "23.8")]);
    let (heads, cells): (Vec<_>, Vec<_>) = line.into_iter().unzip();
    let table = format!("{}\n{}\n", heads.join(","), cells.join(","));
    let source = Source {
        schools_name: "tw.csv",
        schools: table.as_bytes(),
        classes: None,
    };
    let (tables, findings) = generate_on(&source, &county(0, 0, 1));
    let tables = tables.unwrap_or_else(|| panic!("{findings:?}"));
    let classes = rows(&tables, "classes.csv");
    let pupils: Vec<_> = classes
        .iter()
        .map(|row| (row["年级"].as_str(), row["各班学生数"].as_str()))
        .collect();
    assert_eq!(pupils, [("1", "28;27;27"), ("2", "0;0")]);
}

#[test]
fn parts_add_up_and_draws_repeat() {
    assert_eq!(apportion(10, &[1, 1, 1]), [4, 3, 3]);
    assert_eq!(apportion(3, &[0, 5, 5]), [0, 2, 1]);
    assert_eq!(apportion(3, &[0, 0]), [0, 0]);
    let draws = |seed, topic| {
        let mut draw = Draw::new(seed, topic);
        (0..20).map(|_| draw.range(3, 9)).collect::<Vec<_>>()
    };
    assert_eq!(draws(1, 1), draws(1, 1));
    assert_ne!(draws(1, 1), draws(1, 2));
    assert!(draws(5, 5).iter().all(|one| (3..=9).contains(one)));
}
