//! No key of a table, a rule, a value or a list of words stands among Chinese words: an officer never typed one.

use crate::codes::all;
#[cfg(feature = "solver")]
use lungang::finding::Finding;
use lungang::input::TABLES;
use lungang::rules::cards;
#[cfg(feature = "solver")]
use lungang::text::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Keys of more than one word: such a word is no name of a file, no option and no unit.
static KEYS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let mut keys = BTreeSet::new();
    for table in TABLES {
        keys.insert(table.key);
        for column in table.columns {
            keys.insert(column.key);
            keys.extend(column.kind.choices().iter().map(|one| one.key));
        }
    }
    for card in cards() {
        keys.insert(card.id.key());
    }
    keys
});

/// Where an officer types keys, they are what is spoken of: settings, policies and changes of single values.
const TYPED: [&str; 2] = ["scenario.toml", "policy"];

/// Words with a meaning of their own beside that of a key.
const WORDS: [&str; 9] = [
    "id", "name", "from", "to", "code", "title", "lungang", "template", "terms",
];

/// The keys among the words of a sentence, but those of file names, options and changes that are typed.
pub(crate) fn keys_in(words: &str) -> Vec<String> {
    // What is entered into a settings file is written as it is entered.
    if words.contains(".toml") {
        return Vec::new();
    }
    let is_key_letter = |one: char| one.is_ascii_lowercase() || one == '_';
    let typed = |one: char| one.is_ascii_alphanumeric() || "_.-/=<>[]{}".contains(one);
    let parts = words.split(|one| !typed(one));
    let parts = parts.filter(|part| part.chars().all(is_key_letter) && !WORDS.contains(part));
    let keys = parts.filter(|part| KEYS.contains(part));
    keys.map(str::to_owned).collect()
}

/// Findings that tell places in a plan's own file, which are called as they stand there.
#[cfg(feature = "solver")]
const PATHS: [&str; 5] = ["A30", "A31", "A32", "A33", "A34"];

/// The keys in what a finding says in Chinese, but where its place is one in which keys are typed.
#[cfg(feature = "solver")]
pub(crate) fn leaks(finding: &Finding) -> Vec<String> {
    if PATHS.contains(&finding.code.id) {
        return Vec::new();
    }
    let place = finding.place.as_ref().map_or("", |one| one.file.as_str());
    if TYPED.iter().any(|typed| place.contains(typed)) || place == "--set" {
        return Vec::new();
    }
    let words = [finding.says(Lang::Zh), finding.help(Lang::Zh)];
    words.iter().flat_map(|words| keys_in(words)).collect()
}

#[test]
fn no_kind_of_finding_has_a_key_among_its_chinese_words() {
    assert_eq!(
        keys_in("教师表（teachers）的 work_school 列"),
        ["teachers", "work_school"]
    );
    assert!(keys_in("teachers.csv、--set schools.S07.closing=yes、rules.quota").is_empty());
    for code in all() {
        let keys = [code.says.zh, code.help.zh].map(keys_in).concat();
        // What is typed into a file is called as it is typed.
        let typed = ["I7", "I8", "I12", "P"]
            .iter()
            .any(|begins| code.id.starts_with(begins));
        assert!(
            typed || keys.is_empty(),
            "{}: {keys:?} in {}{}",
            code.id,
            code.says.zh,
            code.help.zh
        );
    }
}

#[test]
fn no_finding_about_tables_has_a_key_among_its_chinese_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/input");
    let mut cases = 0;
    for case in fs::read_dir(folder).unwrap() {
        let file = case.unwrap().path().join("findings.zh.txt");
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        for line in text.lines() {
            // Code and place, then words and what to do.
            let (place, words) = line.split_once(" | ").unwrap_or((line, ""));
            if TYPED.iter().any(|typed| place.contains(typed)) {
                continue;
            }
            cases += 1;
            let keys = keys_in(words);
            assert!(keys.is_empty(), "{keys:?} in {line}");
        }
    }
    assert!(cases > 80, "{cases}");
}

/// Whether there is a word of Latin letters among Chinese ones.
#[cfg(feature = "solver")]
fn latin(words: &str) -> Vec<&str> {
    let parts = words.split(|one: char| !one.is_ascii_lowercase() && one != '_');
    parts.filter(|part| part.len() > 2).collect()
}

/// What is taken out of a plan, or changed in it, so that the file seems to have been edited.
#[cfg(feature = "solver")]
type Taken = fn(&mut lungang::plan::Plan);

/// Every kind of thing that can be edited, told in Chinese.
#[cfg(feature = "solver")]
#[test]
fn no_edit_is_told_with_a_key_among_its_chinese_words() {
    let taken: [Taken; 14] = [
        |plan| plan.moves.clear(),
        |plan| plan.moves.iter_mut().for_each(|one| one.form = None),
        |plan| plan.moves.iter_mut().for_each(|one| one.end = None),
        |plan| plan.moves.iter_mut().for_each(|one| one.share = 50),
        |plan| {
            plan.moves
                .iter_mut()
                .for_each(|one| (one.bed, one.quota_goes) = (!one.bed, !one.quota_goes));
        },
        |plan| {
            plan.schools
                .iter_mut()
                .flat_map(|one| &mut one.teaching_posts)
                .for_each(|one| one.filled_by.clear());
        },
        |plan| plan.recruits.clear(),
        |plan| plan.appointments.clear(),
        |plan| plan.periods.weeks.clear(),
        |plan| plan.itinerants.clear(),
        |plan| plan.visits.clear(),
        |plan| plan.mentors.clear(),
        |plan| plan.leaders.clear(),
        |plan| plan.apprentices.clear(),
    ];
    let mut lines = 0;
    for name in ["national", "anshan", "zhangye", "alar", "township", "dehua"] {
        let (checked, plan) = crate::annex::shipped(name);
        let (roster, _) = checked.ready().unwrap();
        for change in taken {
            let mut other = plan.clone();
            change(&mut other);
            // Edited from the one to the other, and back.
            let (mut edited, mut back) = (plan.clone(), other.clone());
            edited.made = lungang::plan::made(&other);
            back.made = lungang::plan::made(&plan);
            for doc in [&edited, &back] {
                let told = lungang::report::edits(doc, roster, Lang::Zh);
                lines += told.lines().count();
                assert!(
                    latin(&told).is_empty(),
                    "{name}: {:?} in {told}",
                    latin(&told)
                );
            }
        }
    }
    assert!(lines > 300, "{lines}");
}

/// A place in the decisions file says in Chinese what stands there.
#[cfg(feature = "solver")]
#[test]
fn a_key_of_the_decisions_file_is_shown_with_what_it_means() {
    use lungang::finding::Place;
    let place = Place::file("decisions.toml").at_row(3);
    for (key, head) in [
        ("teacher", "工号"),
        ("school", "学校代码"),
        ("rule", "规定"),
        ("about", "涉及对象"),
    ] {
        let finding = Finding::new(all()[0], lungang::blanks! {}).at(place.clone().in_column(key));
        let told =
            lungang::report::findings(&lungang::finding::Findings(vec![finding]), Lang::Zh, false);
        assert!(told.contains(&format!("{head}（{key}）")), "{told}");
    }
}

/// What was changed where a workbook is only shown is told as somebody would write it.
#[cfg(feature = "solver")]
#[test]
fn a_number_is_shown_without_noughts_behind_it() {
    use crate::annex::{book, sheets, shipped, with_cell};
    let (checked, plan) = shipped("township");
    let bytes = book(&checked, &plan, Lang::Zh);
    let mut shown = 0;
    for (no, (_, rows)) in sheets(&bytes).iter().enumerate() {
        let number = rows.iter().enumerate().skip(3).find_map(|(row, cells)| {
            let at = cells
                .iter()
                .rposition(|cell| matches!(cell, calamine::Data::Float(_)))?;
            (at < 26).then(|| {
                format!(
                    "{}{}",
                    char::from(b'A' + u8::try_from(at).unwrap()),
                    row + 1
                )
            })
        });
        let Some(cell) = number else { continue };
        for words in ["0.5", "30", "7.25"] {
            let changed = with_cell(&bytes, no, &cell, words);
            let audited = lungang::run::audit_edited(&checked, &changed, "plan.xlsx");
            let places = audited
                .findings
                .0
                .iter()
                .filter_map(|one| one.place.as_ref());
            let found: Vec<&str> = places.filter_map(|one| one.found.as_deref()).collect();
            shown += found.iter().filter(|one| **one == words).count();
            let long = found.iter().find(|one| one.ends_with("0000"));
            assert!(long.is_none(), "{cell}: {long:?}");
        }
    }
    assert!(shown > 3, "{shown}");
}
