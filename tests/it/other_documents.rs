//! Whatever is no plan is refused with a word of which file to give, and a plan of another county with one error.

use crate::annex::shipped;
use lungang::annex::{Annex, filing_book, plan_book, school_book};
use lungang::domain::NOTHING_MORE;
use lungang::finding::Severity;
use lungang::input::load_documents;
use lungang::plan::{Plan, to_json};
use lungang::run::{Audited, Checked, audit_bytes, audit_edited, check, read_plan_file};
use lungang::text::Lang;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("scenarios").join(name)
}

fn errors(audited: &Audited) -> Vec<(&'static str, String)> {
    let all = audited.findings.0.iter();
    let errors = all.filter(|one| one.severity == Severity::Error);
    errors
        .map(|one| (one.code.id, one.says(Lang::Zh) + &one.help(Lang::Zh)))
        .collect()
}

#[test]
fn documents_that_go_with_a_plan_are_no_plans() {
    let (checked, plan) = shipped("township");
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let annex = Annex::new(&facts, &plan, lang);
        let books = [
            filing_book(&annex).unwrap(),
            school_book(&annex).unwrap().unwrap(),
        ];
        for (no, book) in books.iter().enumerate() {
            // As it was written, and as another program saves it, which loses what it is called.
            let resaved = crate::annex::reworded(book, &[("<dc:creator>lungang", "<dc:creator>")]);
            // Sheets of the schools look like a roll each.
            for (bytes, codes) in [(book, ["A74"; 2]), (&resaved, ["A16", "A105"])] {
                let audited = audit_bytes(&checked, bytes, "filing.xlsx");
                let found = errors(&audited);
                assert!(audited.doc.is_none() && found.len() == 1, "{no} {found:?}");
                assert!(codes.contains(&found[0].0), "{no} {found:?}");
                assert!(found[0].1.contains("plan.xlsx"), "{found:?}");
            }
        }
    }
    let other = json!({ "schema": "lungang-documents/1", "files": [] }).to_string();
    for text in [other.as_str(), "{}", "[]", "工号,姓名\n", ""] {
        let audited = audit_bytes(&checked, text.as_bytes(), "documents.json");
        let found = errors(&audited);
        assert!(audited.doc.is_none() && found.len() == 1, "{found:?}");
        assert!(
            found[0].0 == "A11" && found[0].1.contains("plan.json"),
            "{found:?}"
        );
    }
}

/// The plan of another county, as JSON and as a workbook.
fn of_another(name: &str) -> [(&'static str, Vec<u8>); 2] {
    let (checked, plan) = shipped(name);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let book = plan_book(&Annex::new(&facts, &plan, Lang::Zh)).unwrap();
    [("plan.json", to_json(&plan)), ("plan.xlsx", book)]
}

fn read(checked: &Checked, name: &str, bytes: &[u8]) -> (Option<Plan>, Vec<&'static str>) {
    let at = Path::new(env!("CARGO_TARGET_TMPDIR")).join("another");
    fs::create_dir_all(&at).unwrap();
    fs::write(at.join(name), bytes).unwrap();
    let (doc, found) = read_plan_file(checked, &at.join(name), None).unwrap();
    (doc, found.0.iter().map(|one| one.code.id).collect())
}

#[test]
fn a_plan_of_another_county_is_refused_with_one_error() {
    let checked = check(&load_documents(&[folder("township")]).unwrap());
    for name in ["national", "anshan", "alar"] {
        for (file, bytes) in of_another(name) {
            let audited = audit_edited(&checked, &bytes, file);
            let codes: Vec<_> = audited.findings.0.iter().map(|one| one.code.id).collect();
            assert!(
                audited.doc.is_none() && codes == ["A72"],
                "{name} {file} {codes:?}"
            );
            let (doc, codes) = read(&checked, file, &bytes);
            assert!(doc.is_none() && codes == ["A72"], "{name} {file} {codes:?}");
        }
    }
}

/// What is done to a plan.
type Change<'c> = &'c dyn Fn(&mut Plan);

#[test]
fn id_and_name_agree_in_a_plan_that_was_edited_on_purpose_too() {
    let (checked, plan) = shipped("township");
    let (one, other) = (plan.moves[0].clone(), plan.moves[1].clone());
    let changes: [(&str, Change<'_>); 6] = [
        ("A40", &|plan| plan.moves[0].name = "张三".into()),
        ("A40", &|plan| plan.moves[0].name.clone_from(&other.name)),
        ("A40", &|plan| plan.people[3].name = "张三".into()),
        ("A40", &|plan| plan.mentors[0].mentor_name = "张三".into()),
        ("A40", &|plan| {
            plan.leaders
                .iter_mut()
                .for_each(|one| one.name = "张三".into());
        }),
        ("A75", &|plan| plan.schools[0].name = "某某小学".into()),
    ];
    for (code, change) in changes {
        let mut lie = plan.clone();
        change(&mut lie);
        if lie == plan {
            continue;
        }
        for digest in [plan.digest.clone(), String::new()] {
            lie.digest = digest;
            let bytes = to_json(&lie);
            let audited = audit_edited(&checked, &bytes, "plan.json");
            let said = errors(&audited);
            assert!(said.iter().any(|one| one.0 == code), "{code} {said:?}");
            let (_, codes) = read(&checked, "plan.json", &bytes);
            assert!(codes.contains(&code), "{code} {codes:?}");
        }
    }
    // Width and points of a name are no other name.
    let mut same = plan.clone();
    same.moves[0].name = format!(" {} ", one.name);
    let audited = audit_edited(&checked, &to_json(&same), "plan.json");
    assert!(errors(&audited).iter().all(|one| one.0 != "A40"));
}
