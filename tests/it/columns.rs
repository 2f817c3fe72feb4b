//! Every column is declared once: written records read back the same, what is handed on is as declared, and
//! the digest of a blank record stays what it was.

use crate::tiny;
use lungang::domain::*;
use lungang::input::tables::*;
use lungang::input::{
    Documents, Names, Pseudonyms, RecordTable, Records, Redact, load_documents, read_documents,
};
use std::path::Path;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

fn documents(name: &str) -> Documents {
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    load_documents(&[scenarios.join(name)]).unwrap()
}

fn csv(heads: Vec<String>, rows: Vec<Vec<String>>) -> Vec<u8> {
    let mut text = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(heads).chain(rows) {
        text.write_record(row).unwrap();
    }
    text.into_inner().unwrap()
}

#[test]
fn records_that_are_written_read_back_the_same() {
    for name in SCENARIOS {
        let mut documents = documents(name);
        let roster = read_documents(&documents).roster.unwrap();
        let names = Names::of(&roster);
        for table in RECORDS {
            let spec = table.spec();
            let heads = spec.columns.iter().map(|column| column.head.zh.to_owned());
            let written = csv(heads.collect(), table.cells(&roster, &names));
            let file = format!("{}.csv", spec.key);
            let mut files = documents.files.iter_mut();
            let there = files.find(|(path, _)| path.rsplit('/').next() == Some(&file));
            if let Some((_, bytes)) = there {
                *bytes = written;
            }
        }
        let again = read_documents(&documents);
        assert_eq!(
            again.roster.as_ref(),
            Some(&roster),
            "{name}: {:?}",
            again.findings
        );
    }
}

/// Everybody is the next one, and every word a sign.
struct Next<'a>(&'a Roster);

impl Pseudonyms for Next<'_> {
    fn school(&self, no: SchoolNo) -> SchoolNo {
        SchoolNo((no.0 + 1) % self.0.schools.len())
    }

    fn teacher(&self, no: TeacherNo) -> TeacherNo {
        TeacherNo((no.0 + 1) % self.0.teachers.len())
    }

    fn word(&self, how: Redact, _: &str) -> String {
        format!("{how:?}")
    }
}

fn is_redacted<T: Clone + serde::Serialize>(table: &RecordTable<T>, rows: &[T], roster: &Roster) {
    let names = Names::of(roster);
    let others = table.redacted(rows, |_| Next(roster));
    let declared = table.redactions();
    for (before, after) in table
        .write(rows, &names)
        .iter()
        .zip(table.write(&others, &names))
    {
        for (((key, how), before), after) in declared.iter().zip(before).zip(after) {
            let key = format!("{} {key}", table.spec.key);
            match how {
                Redact::Keep => assert_eq!(before, &after, "{key}"),
                Redact::Drop => assert_eq!(after, "", "{key}"),
                Redact::Follow if before.is_empty() => assert_eq!(after, "", "{key}"),
                Redact::Follow => assert_ne!(before, &after, "{key}"),
                _ => assert!(after == format!("{how:?}") || before.is_empty(), "{key}"),
            }
        }
    }
}

#[test]
fn what_is_handed_on_is_as_declared() {
    for name in SCENARIOS {
        let roster = read_documents(&documents(name)).roster.unwrap();
        is_redacted(&SCHOOLS, &roster.schools, &roster);
        is_redacted(&CLASSES, &roster.classes, &roster);
        is_redacted(&TEACHERS, &roster.teachers, &roster);
        is_redacted(&SERVICE, &roster.service, &roster);
        is_redacted(&QUOTA, &roster.quota, &roster);
        is_redacted(&GRID, &roster.grid, &roster);
        is_redacted(&LOAD, &roster.load, &roster);
        is_redacted(&TRAVEL, &roster.travel, &roster);
        is_redacted(&TITLE_POSTS, &roster.title_posts, &roster);
        is_redacted(&TEACHING_POSTS, &roster.given_posts, &roster);
        is_redacted(&RECRUITS, &roster.pools, &roster);
        is_redacted(&FORECAST, &roster.forecast, &roster);
    }
}

#[test]
fn every_table_has_its_records_and_a_redaction_for_every_column() {
    let all: Vec<_> = RECORDS.iter().map(|table| table.spec().key).collect();
    let tables: Vec<_> = TABLES.iter().map(|spec| spec.key).collect();
    assert_eq!(all, tables);
    for table in RECORDS {
        let keys: Vec<_> = table.redactions().into_iter().map(|one| one.0).collect();
        let columns: Vec<_> = table.spec().columns.iter().map(|one| one.key).collect();
        assert_eq!(keys, columns);
    }
}

/// A column that came later is declared so; otherwise every plan would look as if made from other tables.
#[test]
fn what_is_digested_of_a_blank_record_stays_what_it_was() {
    let roster = Roster {
        schools: vec![School::default()],
        teachers: vec![Teacher::blank()],
        classes: vec![ClassGroup::default()],
        service: vec![Spell::blank()],
        quota: vec![QuotaTotal::default()],
        grid: vec![GridLine::default()],
        load: vec![LoadLine::default()],
        travel: vec![TravelTime::default()],
        title_posts: vec![TitlePost::default()],
        given_posts: vec![GivenPost::default()],
        pools: vec![Pool::default()],
        forecast: vec![Intake::default()],
        ..tiny::roster()
    };
    let bytes = RECORDS.iter().map(|table| table.canonical(&roster));
    let digested: Vec<_> = bytes.map(|one| String::from_utf8(one).unwrap()).collect();
    assert_eq!(digested, DIGESTED);
}

const DIGESTED: [&str; 12] = [
    r#"[{"id":"","name":"","kind":"primary","area":"city","quality":false,"weak":false,"base_point":false,"permanent":false,"closing":false,"district":null,"group":null,"central_school":null,"partner":null,"legal_entity":null,"township":null,"place":null,"hardship":0,"beds":0,"rooms":null,"boarders":0,"quota":null,"subsidy":null}]"#,
    r#"[{"school":0,"grade":0,"pupils":[]}]"#,
    r#"[{"id":"","name":"","sex":"female","birth":"0000-01","degree":"secondary","employment":"on_quota","quota_school":0,"work_school":0,"role":"teacher","terms":0,"stage":"primary","certified_stages":[],"certified_subjects":[],"subject":"chinese","more_subjects":[],"weekly_periods":null,"title":"none","title_since":null,"directed_title":false,"backbone":"none","at_school_since":"0000-01","teaching_since":null,"status":"active","protections":[],"volunteer":false,"wishes":[],"points":0,"home":null,"bond_until":null,"language_ok":true,"ethics_ok":true,"training_ok":true,"applies_for":null}]"#,
    r#"[{"teacher":0,"school":0,"from":"0000-01","to":null,"share":100,"form":null}]"#,
    r#"[{"stage":"primary","heads":0}]"#,
    r#"[{"grade":0,"subject":"chinese","periods":0}]"#,
    r#"[{"stage":"primary","subject":"chinese","periods":0}]"#,
    r#"[{"from":0,"to":0,"minutes":0}]"#,
    r#"[{"school":0,"grade":"none","approved":0,"filled":0,"reserve_filled":0}]"#,
    r#"[{"school":0,"stage":"primary","parts":[],"number":0,"must_open":false}]"#,
    r#"[{"id":"","employment":"on_quota","stage":"primary","subjects":[],"number":0,"title":"none","source":"new"}]"#,
    r#"[{"school":0,"year":0,"grade":0,"pupils":0,"classes":null}]"#,
];
