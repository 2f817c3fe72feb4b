//! Merged is what one run writes: files, words and exit code.

use super::{are_alike, counties, ends, folder, lungang, said};
use crate::study::root;
use std::fs;
use std::path::Path;

/// Runs a command whole and in so many parts, which are then put together: files, exit code and what is said must be the
/// same.
fn is_alike(here: &Path, command: &str, of: usize, code: i32) -> String {
    for out in ["whole", "parts", "merged"] {
        let _ = fs::remove_dir_all(here.join(out));
    }
    let whole = ends(here, &format!("{command} --out whole"), code);
    for part in (1..=of).rev() {
        let done = lungang(here, &format!("{command} --out parts --part {part}/{of}"));
        let told = said(&done);
        assert!(matches!(done.status.code(), Some(0 | 4)), "{part}: {told}");
    }
    let lang = if command.contains("--lang zh") {
        "zh"
    } else {
        "en"
    };
    let merged = ends(
        here,
        &format!("merge parts --out merged --lang {lang}"),
        code,
    );
    are_alike(&here.join("whole"), &here.join("merged"));
    // But for the folder of the results.
    assert_eq!(whole.replace("whole/", "merged/"), merged);
    merged
}

/// What no plan can do: more people than there are must rotate.
const STUDY: &str = r#"
title = { zh = "几种做法", en = "Some ways" }
base = "BASE"

[[scenario]]
key = "fewer"
[scenario.changes.rules.rotation_share]
at_least = "8%"

[[scenario]]
key = "none"
title = { zh = "不可能", en = "Impossible" }
[scenario.changes.rules.rotation_share]
force = "must"
at_least = "100%"

[[scenario]]
key = "wrong"
[scenario.changes.rules.rotation_share]
at_least = "a tenth"

[[scenario]]
key = "beds"
[scenario.changes.schools."*"]
beds = "+2"
"#;

#[test]
fn scenarios_in_parts_are_those_of_one_run() {
    let here = folder("whatif", &[]);
    let base = root("scenarios/township").display().to_string();
    fs::write(here.join("study.toml"), STUDY.replace("BASE", &base)).unwrap();
    let told = is_alike(&here, "whatif study.toml", 3, 1);
    assert!(told.contains("Impossible"), "{told}");
}

#[test]
fn scenarios_of_a_base_without_plan_time_or_tables_are_those_of_one_run() {
    let here = folder("poor", &[]);
    copy_base(&here);
    fs::write(here.join("study.toml"), STUDY.replace("BASE", "base")).unwrap();
    // More parts than jobs; and Chinese documents.
    is_alike(&here, "whatif study.toml --lang zh", 6, 1);
    // Without time nothing is tried, and that is told.
    let told = is_alike(&here, "whatif study.toml --time-limit 0", 2, 1);
    assert!(told.contains("--time-limit"), "{told}");
    // A base with errors: nothing is solved beside it.
    fs::write(here.join("base/teachers.csv"), "id\n").unwrap();
    is_alike(&here, "whatif study.toml", 2, 1);
}

/// A tiny county as the base.
fn copy_base(here: &Path) {
    let words = "generate --schools 3 --teachers 12 --seed 2 --out base --quiet";
    ends(here, words, 0);
}

#[test]
fn points_in_parts_are_those_of_one_run() {
    let here = folder("frontier", &[]);
    copy_base(&here);
    let base = root("scenarios/township").display().to_string();
    let curve = "--vary rules.rotation_share.at_least=10%..30%/3 --alternatives";
    is_alike(&here, &format!("frontier {base} {curve}"), 2, 0);
    let grid = "frontier base --vary rules.rotation_share.at_least=5%..10%/2 \
                --vary schools.S001.beds=0..2/2 --set rules.rotation_share.force=goal";
    is_alike(&here, grid, 2, 0);
    // A value that leads nowhere is told by every part, and none is written.
    let nowhere = "frontier base --vary rules.no_such.at_least=5%..10%/2 --out none";
    let whole = ends(&here, nowhere, 1);
    assert_eq!(ends(&here, &format!("{nowhere} --part 1/2"), 1), whole);
    assert!(!here.join("none/part-1-of-2.json").exists());
}

#[test]
fn counties_in_parts_are_those_of_one_run() {
    let here = folder("region", &[]);
    let mut region = counties(&here, 5);
    // One with errors, one that is not there, one without a plan.
    fs::write(here.join("c2/teachers.csv"), "id\n").unwrap();
    let _ = fs::remove_dir_all(here.join("c4"));
    let none =
        "base = \"../c3\"\n[changes.rules.rotation_share]\nforce = \"must\"\nat_least = \"100%\"\n";
    fs::create_dir_all(here.join("c6")).unwrap();
    fs::write(here.join("c6/scenario.toml"), none).unwrap();
    region += "[[counties]]\nkey = \"c6\"\nfolder = \"c6\"\nfavoured = true\n\
               [quota]\nprimary = 40\njunior = 30\n\
               [[help]]\nhelper = { county = \"c1\", school = \"S001\" }\nhelped = { county = \"c5\", school = \"S999\" }\n\
               [[help]]\nhelper = { county = \"c3\", school = \"S001\" }\nhelped = { county = \"c5\", school = \"S002\" }\n";
    let region = format!("balanced_share = \"2/3\"\n{region}");
    fs::write(here.join("region.toml"), region).unwrap();
    is_alike(&here, "region region.toml", 4, 1);
    is_alike(&here, "region region.toml --time-limit 0 --lang zh", 2, 1);
}

#[test]
fn what_is_shipped_is_the_same_in_parts() {
    let here = folder("shipped", &[]);
    let file = root("scenarios/province/region.toml");
    is_alike(&here, &format!("region {}", file.display()), 6, 0);
}
