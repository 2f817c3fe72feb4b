//! What an old hand would miss in a made-up county: fewer and fewer children, fewer backbone teachers the
//! higher the grade, people of every age, points for everybody, decisions of the officer.

use crate::generate::{Row, county, documents, reads_without_error, rows};
use lungang::generate::{Options, PlaceKind, Tables, generate};
use lungang::run::check;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Counties of every kind by several seeds: as large as they come, and larger.
static COUNTIES: LazyLock<Vec<(String, Tables)>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for place in PlaceKind::ALL {
        for seed in 0..6 {
            let usual = Options::of(*place);
            let (teachers, schools) = match seed % 3 {
                2 => (usual.teachers * 4, usual.schools * 3),
                _ => (usual.teachers, usual.schools),
            };
            let options = Options {
                seed,
                teachers,
                schools,
                ..usual
            };
            let name = format!("{} {teachers} {schools} {seed}", place.key());
            all.push((name, generate(&options)));
        }
        // And the one that is shipped.
        let shipped = generate(&Options::of(*place));
        all.push((place.key().to_owned(), shipped));
    }
    all
});

/// Counties of a few people and of many schools.
static ODD_ONES: LazyLock<Vec<(String, Tables)>> = LazyLock::new(|| {
    let sizes = [
        (1, 1),
        (2, 1),
        (3, 1),
        (1, 2),
        (2, 2),
        (4, 3),
        (5, 1),
        (7, 7),
        (10, 30),
        (1, 20),
        (400, 1),
        (60, 330),
    ];
    let mut all = Vec::new();
    for place in PlaceKind::ALL {
        for (teachers, schools) in sizes {
            for seed in 0..3 {
                let options = Options {
                    seed,
                    teachers,
                    schools,
                    ..Options::of(*place)
                };
                let name = format!("{} {teachers} {schools} {seed}", place.key());
                all.push((name, generate(&options)));
            }
        }
    }
    all
});

/// Pupils and classes of a school by grade.
fn grades(tables: &Tables) -> BTreeMap<String, BTreeMap<u8, (u32, usize)>> {
    let mut all: BTreeMap<String, BTreeMap<u8, (u32, usize)>> = BTreeMap::new();
    for row in rows(tables, "classes.csv") {
        let classes: Vec<u32> = row["各班学生数"]
            .split(';')
            .map(|one| one.parse().unwrap())
            .collect();
        let grade = row["年级"].parse().unwrap();
        let school = all.entry(row["学校代码"].clone()).or_default();
        school.insert(grade, (classes.iter().sum(), classes.len()));
    }
    all
}

#[test]
fn grade_one_is_smaller_than_grade_six() {
    for (name, tables) in COUNTIES.iter().chain(ODD_ONES.iter()) {
        let (mut first, mut last) = (0, 0);
        for (school, grades) in grades(tables) {
            let Some((one, six)) = grades.get(&1).zip(grades.get(&6)) else {
                continue;
            };
            assert!(one.0 < six.0, "{name} {school}: {grades:?}");
            assert!(one.1 <= six.1, "{name} {school}: {grades:?}");
            first += one.0;
            last += six.0;
        }
        // Births of 2019 and 2020 against those of 2014 and 2015: 77 for a hundred.
        assert!(first * 100 <= last * 88, "{name}: {first} of {last}");
        assert!(first * 100 >= last * 60, "{name}: {first} of {last}");
    }
}

#[test]
fn the_higher_the_grade_the_fewer_backbone_teachers() {
    const GRADES: [&str; 5] = ["校级", "县级", "市级", "省级", "国家级"];
    for (name, tables) in COUNTIES.iter().chain(ODD_ONES.iter()) {
        let all = rows(tables, "teachers.csv");
        let held = |grade| all.iter().filter(|row| row["骨干级别"] == grade).count();
        let held = GRADES.map(held);
        let fewer = held.is_sorted_by(|more, few| more > few || *few == 0);
        assert!(fewer, "{name}: {held:?}");
        // Where there are a hundred people, some hold the grades that policies ask for.
        assert!(held[1] > 2 || all.len() < 90, "{name}: {held:?}");
    }
}

/// Full years of life on the reckoning date.
fn age(row: &Row) -> usize {
    let (year, month) = row["出生年月"].split_once('-').unwrap();
    let months = (2026 - year.parse::<usize>().unwrap()) * 12 + 8;
    (months - month.parse::<usize>().unwrap()).div_euclid(12)
}

#[test]
fn no_age_between_twenty_five_and_fifty_five_is_missing() {
    for (name, tables) in COUNTIES.iter() {
        let all = rows(tables, "teachers.csv");
        let ages: Vec<usize> = all.iter().map(age).collect();
        for from in (25..55).step_by(5) {
            let band = ages.iter().filter(|age| (from..from + 5).contains(*age));
            let number = band.count();
            let enough = number * 100 >= ages.len() * 4;
            assert!(enough, "{name}: {number} of {} from {from} on", ages.len());
        }
        let held: BTreeSet<usize> = ages.into_iter().collect();
        let gap = (25..52).find(|from| (*from..from + 4).all(|age| !held.contains(&age)));
        assert_eq!(gap, None, "{name}: nobody for four years");
    }
}

#[test]
fn everybody_has_points() {
    for (name, tables) in COUNTIES.iter().chain(ODD_ONES.iter()) {
        let mut different = BTreeSet::new();
        for row in rows(tables, "teachers.csv") {
            let points: u32 = row["积分"].parse().unwrap_or(0);
            assert!((1..200).contains(&points), "{name}: {row:?}");
            different.insert(points);
        }
        let many = rows(tables, "teachers.csv").len() >= 90;
        assert!(different.len() >= 20 || !many, "{name}: {different:?}");
    }
}

/// Some must go, some must stay, some must not go somewhere; each is signed and within the rules.
#[test]
fn some_people_are_pinned_and_some_are_banned() {
    let (mut go, mut all) = (0, 0);
    for (name, tables) in COUNTIES.iter() {
        let checked = check(&documents(tables));
        let roster = checked.roster.unwrap();
        let mut named = BTreeSet::new();
        let (mut leave, mut stay) = (0, 0);
        for pin in &roster.pins {
            let one = roster.teacher(pin.teacher);
            assert!(!pin.reason.is_empty() && !pin.author.is_empty(), "{name}");
            assert!(one.protections.is_empty(), "{name}: {}", one.id);
            assert!(named.insert(pin.teacher), "{name}: {} twice", one.id);
            if pin.school == one.quota_school {
                stay += 1;
            } else {
                leave += 1;
                assert!(roster.school(pin.school).teaches(one.stage), "{name}");
            }
        }
        for ban in &roster.bans {
            assert!(!ban.reason.is_empty() && !ban.author.is_empty(), "{name}");
            assert!(named.insert(ban.teacher), "{name}: twice");
            assert!(ban.school.is_some(), "{name}");
        }
        assert!(stay > 0 && !roster.bans.is_empty(), "{name}");
        go += usize::from(leave > 0);
        all += 1;
    }
    assert!(2 * go > all, "in {go} of {all} counties somebody must go");
}

#[test]
fn counties_of_odd_sizes_pass_their_own_check() {
    for (name, tables) in ODD_ONES.iter() {
        reads_without_error(name, tables);
    }
    // More than a hundred schools of the seat are called differently.
    let many = generate(&county(60, 1200, 1));
    reads_without_error("many", &many);
    let schools = rows(&many, "schools.csv");
    let names: BTreeSet<&str> = schools.iter().map(|row| row["学校名称"].as_str()).collect();
    assert!(names.len() * 100 >= schools.len() * 99, "{}", names.len());
}
