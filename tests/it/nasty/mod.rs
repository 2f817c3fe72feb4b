//! A corpus of nasty tables: each spoils a clean county in one way that was seen in public, and says
//! what must be found, where. The words of all findings, in both languages, stand in
//! `tests/golden/nasty`. A case that expects nothing must give the very roster of the clean county.

mod classes;
mod county;
mod doubts;
mod files;
mod heads;
mod marks;
mod people;
mod silent;
mod values;

use county::{County, clean};
use lungang::finding::Finding;
use lungang::input::{Scenario, read_documents};
use lungang::text::Lang;
use std::path::PathBuf;

/// One way to spoil a table.
struct Case {
    /// Name of the golden file.
    name: &'static str,
    /// The complaint, file or rule that shows it.
    shows: &'static str,
    /// What must be found: code and cell (or row, or nothing) of each.
    finds: &'static [(&'static str, &'static str)],
    /// Spoils it.
    spoil: fn(County) -> County,
}

const GROUPS: [&[Case]; 7] = [
    files::CASES,
    heads::CASES,
    marks::CASES,
    values::CASES,
    people::CASES,
    silent::CASES,
    doubts::CASES,
];

fn cases() -> impl Iterator<Item = &'static Case> {
    GROUPS.iter().copied().flatten()
}

/// Whether some case plants this kind of finding.
pub(crate) fn plants(id: &str) -> bool {
    cases().any(|case| case.finds.iter().any(|one| one.0 == id))
}

fn place(finding: &Finding) -> String {
    let place = finding.place.clone().unwrap_or_default();
    place
        .cell
        .or(place.row.map(|row| row.to_string()))
        .unwrap_or_default()
}

fn read(case: &Case) -> Scenario {
    read_documents(&(case.spoil)(clean()).documents())
}

fn words(case: &Case, scenario: &Scenario) -> String {
    let mut text = format!("# {}\n", case.shows);
    for lang in [Lang::Zh, Lang::En] {
        for finding in &scenario.findings.0 {
            let at = finding.place.clone().unwrap_or_default();
            let sheet = at
                .sheet
                .map(|sheet| format!("〔{sheet}〕"))
                .unwrap_or_default();
            text.push_str(&format!(
                "{} {} {}{sheet}{} {} {}\n",
                finding.code.id,
                serde_json::json!(finding.severity).as_str().unwrap(),
                at.file,
                place(finding),
                finding.says(lang),
                finding.help(lang),
            ));
        }
    }
    text
}

#[test]
fn the_clean_county_gives_no_finding() {
    let scenario = read_documents(&clean().documents());
    assert_eq!(scenario.findings.0, []);
    assert!(scenario.roster.is_some());
}

#[test]
fn every_planted_fault_is_found_where_it_stands() {
    let roster = read_documents(&clean().documents()).roster;
    let mut missed = Vec::new();
    for case in cases() {
        let scenario = read(case);
        scenario
            .findings
            .0
            .iter()
            .for_each(crate::input::facts_fill_the_words);
        let found: Vec<(&str, String)> = scenario
            .findings
            .0
            .iter()
            .map(|one| (one.code.id, place(one)))
            .collect();
        let want: Vec<(&str, String)> = case
            .finds
            .iter()
            .map(|one| (one.0, one.1.to_owned()))
            .collect();
        if found != want {
            missed.push(format!("{}: want {want:?}, found {found:?}", case.name));
        } else if want.is_empty() && scenario.roster != roster {
            missed.push(format!(
                "{}: read otherwise than the clean county",
                case.name
            ));
        }
        let golden = ["tests/golden/nasty", &format!("{}.txt", case.name)];
        let golden: PathBuf = [env!("CARGO_MANIFEST_DIR")].iter().chain(&golden).collect();
        snapbox::Assert::new().action_env("SNAPSHOTS").eq(
            words(case, &scenario),
            snapbox::Data::read_from(&golden, None),
        );
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn a_row_a_class_gives_the_very_classes() {
    let case = cases().find(|case| case.name == "one-row-a-class").unwrap();
    let clean = read_documents(&clean().documents()).roster.unwrap();
    assert_eq!(read(case).roster.unwrap().classes, clean.classes);
}

#[test]
fn the_corpus_is_as_large_as_it_says() {
    let planted = cases().filter(|case| !case.finds.is_empty()).count();
    let clean = cases().count() - planted;
    assert!(planted >= 60, "{planted}");
    let readme = include_str!("../../../README.md");
    let words =
        format!("{planted} faults planted, {planted} found; {clean} clean ones, 0 false alarms");
    assert!(readme.contains(&words), "the README should say: {words}");
    let mut names: Vec<_> = cases().map(|case| case.name).collect();
    names.sort_unstable();
    let number = names.len();
    names.dedup();
    assert_eq!(names.len(), number);
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/golden/nasty"]
        .iter()
        .collect();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.strip_suffix(".txt").unwrap_or_default();
        assert!(name == "files" || names.contains(&stem), "{name}");
    }
}
