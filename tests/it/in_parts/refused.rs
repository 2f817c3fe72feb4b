//! What does not belong together is refused, with what differs; what is missing is named with the command that makes it;
//! and what is given twice changes nothing.

use super::{are_alike, ends, folder};
use std::fs;
use std::path::Path;

const STUDY: &str = r#"
base = "base"
[[scenario]]
key = "a"
[scenario.changes.schools."*"]
beds = "+1"
[[scenario]]
key = "b"
[scenario.changes.schools."*"]
beds = "+2"
[[scenario]]
key = "c"
[scenario.changes.schools."*"]
beds = "+3"
"#;

const RUN: &str = "whatif study.toml --lang en";

/// A study in two parts.
fn in_two(here: &Path) {
    let words = "generate --schools 3 --teachers 12 --seed 2 --out base --quiet";
    ends(here, words, 0);
    fs::write(here.join("study.toml"), STUDY).unwrap();
    for part in 1..=2 {
        ends(here, &format!("{RUN} --out parts --part {part}/2"), 0);
    }
}

#[test]
fn a_lost_part_is_named_and_made_again() {
    let here = folder("lost", &[]);
    in_two(&here);
    ends(&here, "merge parts --out merged", 0);
    let lost = here.join("parts/part-2-of-2.json");
    let before = fs::read(&lost).unwrap();
    fs::remove_file(&lost).unwrap();
    for (lang, word) in [("en", "Part 2/2 is missing"), ("zh", "缺第2/2份")] {
        let told = ends(&here, &format!("merge parts --out again --lang {lang}"), 1);
        assert!(told.contains(word), "{told}");
        assert!(told.contains("C307"), "{told}");
        // The command that is told makes it again.
        let command = told
            .lines()
            .find_map(|line| line.split_once("lungang "))
            .unwrap()
            .1;
        let command = command.trim_end_matches('。');
        assert_eq!(command, format!("{RUN} --out parts --part 2/2"));
        assert!(!here.join("again").join("comparison.json").exists());
    }
    ends(&here, &format!("{RUN} --out parts --part 0/2"), 0);
    assert!(
        fs::read(&lost).unwrap() == before,
        "the same part, the same bytes"
    );
    // Given twice, by whatever name, it changes nothing.
    fs::copy(&lost, here.join("copy.json")).unwrap();
    ends(
        &here,
        "merge copy.json parts parts/part-1-of-2.json --out twice",
        0,
    );
    are_alike(&here.join("merged"), &here.join("twice"));
    // Where a part was run into the folder once more, nothing is moved aside.
    assert!(!here.join("parts/earlier").exists());
}

#[test]
fn parts_of_another_run_are_refused_with_what_differs() {
    let here = folder("refused", &[]);
    in_two(&here);
    let refused = |command: &str, part: &str, code: &str, words: &[&str]| {
        let _ = fs::remove_dir_all(here.join("other"));
        ends(&here, &format!("{command} --out other --part {part}"), 0);
        let told = ends(&here, "merge parts/part-1-of-2.json other --out no", 1);
        for word in [code].iter().chain(words) {
            assert!(told.contains(word), "{command}: {word} not in {told}");
        }
        assert!(!here.join("no/comparison.json").exists());
    };
    refused(RUN, "2/3", "C303", &["the number of parts is 3", "and 2"]);
    refused(
        &format!("{RUN} --gap 1%"),
        "2/2",
        "C303",
        &["--gap is 0.01", "and 0"],
    );
    refused(
        "whatif study.toml --lang zh",
        "2/2",
        "C303",
        &["language", "zh", "en"],
    );
    let curve = "frontier base --vary schools.S001.beds=0..2/3 --lang en";
    refused(curve, "2/2", "C303", &["the command is frontier", "whatif"]);
    // A limit of time belongs to each part and decides nothing where it was enough.
    let _ = fs::remove_dir_all(here.join("other"));
    ends(
        &here,
        &format!("{RUN} --time-limit 3000 --out other --part 2/2"),
        0,
    );
    ends(&here, "merge parts other --out limit", 0);
    // One that was cut short does not belong to one that was not: the base has another plan, or none.
    ends(
        &here,
        &format!("{RUN} --time-limit 0 --out cut --part 2/2"),
        4,
    );
    let told = ends(&here, "merge parts/part-1-of-2.json cut --out no", 1);
    assert!(told.contains("C306"), "{told}");
    // Other tables, another study.
    let study = STUDY.replace("+3", "+4");
    fs::write(here.join("study.toml"), study).unwrap();
    refused(RUN, "2/2", "C302", &["study.toml"]);
    fs::write(here.join("study.toml"), STUDY).unwrap();
    let teachers = here.join("base/teachers.csv");
    let text = fs::read_to_string(&teachers).unwrap();
    fs::write(&teachers, format!("{text}\n")).unwrap();
    refused(RUN, "2/2", "C302", &["teachers.csv"]);
}

#[test]
fn a_damaged_part_is_no_part() {
    let here = folder("damaged", &[]);
    in_two(&here);
    let file = here.join("parts/part-2-of-2.json");
    let sound = fs::read_to_string(&file).unwrap();
    let (half, _) = sound.split_at(sound.len() >> 1);
    let newer = sound.replacen("lungang-part/1", "lungang-part/2", 1);
    let changed = sound.replacen("\"jobs\":3", "\"jobs\":4", 1);
    let cases = [
        (half, "it is no such file"),
        ("{}", "it is no such file"),
        ("{\"schema\":\"lungang-plan/2\"}", "it is no such file"),
        (newer.as_str(), "another version"),
        (changed.as_str(), "was changed"),
    ];
    assert_ne!(changed, sound);
    for (text, why) in cases {
        fs::write(&file, text).unwrap();
        let told = ends(&here, "merge parts --out merged", 1);
        assert!(told.contains("C301") && told.contains(why), "{why}: {told}");
        // It counts as missing too.
        assert!(told.contains("Part 2/2 is missing"), "{told}");
        let facts = ends(&here, "merge parts --out merged --json", 1);
        let facts: serde_json::Value = serde_json::from_str(&facts).unwrap();
        assert_eq!(facts["ok"], false);
    }
    assert!(!here.join("merged/comparison.json").exists());
}
