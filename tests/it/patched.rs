//! A scenario folder with named changes, read afresh: `teachers.T03.protections=pregnant`,
//! `policy.rotation_share.at_least=50%`, `policy.degree_shares.primary_at_least@2035-12-31=99%` (a target with
//! its date), `policy.rotation_share.force=off`, `pins.T01=S2`,
//! `bans.T01=` (nowhere), `service.+=T01,S2,2020-09,2021-08,100,support` (one more row),
//! `recruits.R1=-` (row taken out). A row is named by its first cell.

use lungang::domain::Roster;
use lungang::facts::merging::merge_classes;
use lungang::facts::splits::split_classes;
use lungang::finding::Findings;
use lungang::input::{Documents, load_documents, read_documents};
use lungang::policy::{RuleBook, load_book};
use lungang::rules::cards;
use lungang::text::Lang;
use std::fmt::Write as _;
use std::path::Path;
use toml::{Table, Value};

/// The files of the scenario with these changes.
pub(crate) fn changed(folder: &str, changes: &[String]) -> Documents {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut documents = load_documents(std::slice::from_ref(&path)).unwrap();
    for change in changes {
        let (path, value) = change.split_once('=').expect(change);
        let parts: Vec<&str> = path.split('.').collect();
        match parts.as_slice() {
            ["policy", rule, key] => set_policy(&mut documents, rule, key, value),
            [rulings @ ("pins" | "bans"), teacher] => rule(&mut documents, rulings, teacher, value),
            [table, "+"] => edit(&mut documents, table, |text| {
                text.push_str(value);
                text.push('\n');
            }),
            [table, row] => edit(&mut documents, table, |text| {
                assert_eq!(value, "-", "{change}");
                let starts = format!("{row},");
                let kept: Vec<&str> = text
                    .lines()
                    .filter(|one| !one.starts_with(&starts))
                    .collect();
                *text = kept.join("\n") + "\n";
            }),
            [table, row, column] => edit(&mut documents, table, |text| {
                set_cell(text, row, column, value);
            }),
            _ => panic!("no such change: {change}"),
        }
    }
    documents
}

/// Reads the scenario with these changes, which must leave it without errors.
pub(crate) fn patched(folder: &str, changes: &[String]) -> (Roster, RuleBook) {
    try_patched(folder, changes).unwrap_or_else(|said| panic!("{changes:?}: {said:#?}"))
}

/// Reads the scenario with these changes; the findings when they leave errors.
pub(crate) fn try_patched(
    folder: &str,
    changes: &[String],
) -> Result<(Roster, RuleBook), Vec<String>> {
    let scenario = read_documents(&changed(folder, changes));
    let said = |findings: &Findings| findings.0.iter().map(|one| one.says(Lang::Zh)).collect();
    let Some(roster) = scenario.roster else {
        return Err(said(&scenario.findings));
    };
    let (book, findings) = load_book(&scenario.policies, &cards(), roster.date);
    let Some(book) = book else {
        return Err(said(&findings));
    };
    let mut roster = roster;
    merge_classes(&mut roster, &book);
    split_classes(&mut roster, &book);
    Ok((roster, book))
}

fn edit(documents: &mut Documents, table: &str, change: impl FnOnce(&mut String)) {
    let name = format!("{table}.csv");
    let bytes = documents.files.get_mut(&name).expect(&name);
    let mut text = String::from_utf8(bytes.clone()).unwrap();
    change(&mut text);
    *bytes = text.into_bytes();
}

fn set_cell(text: &mut String, row: &str, column: &str, value: &str) {
    let heads: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let place = heads.iter().position(|head| *head == column).expect(column);
    let mut changed = 0;
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            if cells[0] == row {
                cells[place] = value;
                changed += 1;
            }
            cells.join(",")
        })
        .collect();
    assert!(changed > 0, "no row {row}");
    *text = lines.join("\n") + "\n";
}

fn set_policy(documents: &mut Documents, rule: &str, key: &str, value: &str) {
    let bytes = documents.files.get_mut("policy.toml").expect("policy.toml");
    let mut policy: Table = String::from_utf8(bytes.clone()).unwrap().parse().unwrap();
    let rules = policy["rules"].as_table_mut().unwrap();
    let table = rules.get_mut(rule).expect(rule).as_table_mut().unwrap();
    if key == "force" {
        table.insert(key.into(), Value::String(value.into()));
    } else {
        let (key, by) = key.split_once('@').unwrap_or((key, ""));
        let mut one = Table::new();
        if !by.is_empty() {
            one.insert("by".into(), Value::String(by.into()));
        }
        for (name, text) in [
            ("value", value),
            ("since", "2020-01-01"),
            ("source", "规则用例"),
            ("verified", "local"),
        ] {
            one.insert(name.into(), Value::String(text.into()));
        }
        one.insert(
            "clauses".into(),
            Value::Array(vec![Value::String("L".into())]),
        );
        let values = table
            .entry("values")
            .or_insert_with(|| Value::Table(Table::new()));
        values
            .as_table_mut()
            .unwrap()
            .insert(key.into(), Value::Table(one));
    }
    *bytes = policy.to_string().into_bytes();
}

fn rule(documents: &mut Documents, kind: &str, teacher: &str, school: &str) {
    let bytes = documents
        .files
        .get_mut("scenario.toml")
        .expect("scenario.toml");
    let mut text = String::from_utf8(bytes.clone()).unwrap();
    let _ = writeln!(text, "\n[[{kind}]]\nteacher = \"{teacher}\"");
    if !school.is_empty() {
        let _ = writeln!(text, "school = \"{school}\"");
    }
    let _ = writeln!(text, "reason = \"用例\"\nauthor = \"用例\"");
    *bytes = text.into_bytes();
}

/// Every rule but these off, so that the program shows them alone.
#[cfg(feature = "microlp")]
pub(crate) fn alone(book: &RuleBook, rules: &[lungang::policy::RuleId]) -> RuleBook {
    let mut book = book.clone();
    let others = book.rules.iter_mut().filter(|(id, _)| !rules.contains(id));
    others.for_each(|(_, one)| one.force = lungang::policy::Force::Off);
    book
}
