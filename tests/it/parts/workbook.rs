//! The template, and the officer's workbook with comments: what is not touched stays as it is.

use crate::workbook::{parts, sheets};
use lungang::finding::{Code, Finding, Findings, Place, Severity};
use lungang::input::{ITEMS, SETTINGS, TABLES, input_codes};
use lungang::text::Lang;
use lungang::workbook::{Original, commented, template};
use rust_xlsxwriter::{Note, Workbook};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

#[test]
fn every_table_is_told_what_it_holds() {
    for spec in SETTINGS.iter().chain(TABLES) {
        assert!(!spec.holds.zh.is_empty(), "{}", spec.key);
    }
}

#[test]
fn every_setting_and_every_key_of_the_example_is_known() {
    for item in ITEMS {
        assert!(
            SETTINGS[0].example.contains(&format!("\n{},", item.key)),
            "{}",
            item.key
        );
    }
    for spec in SETTINGS.iter().chain(TABLES) {
        let head = spec.example.lines().next().unwrap_or_default();
        for key in head.split(',').filter(|key| !key.is_empty()) {
            let known = spec.columns.iter().any(|column| column.key == key);
            assert!(known, "{}: {key}", spec.key);
        }
    }
}

#[test]
fn no_key_is_left_untranslated() {
    for (lang, keys) in [
        (Lang::Zh, ["primary", "chinese", "on_quota"]),
        (Lang::En, ["on_quota", "示例", "是"]),
    ] {
        let all = sheets(&template(lang).unwrap());
        for spec in SETTINGS.iter().chain(TABLES) {
            let page = all.iter().find(|(name, _)| name == spec.name.get(lang));
            let rows = page.unwrap().1.iter().skip(1);
            let mine = rows.flatten().filter(|cell| *cell != "示例县");
            for cell in mine {
                assert!(!keys.iter().any(|key| cell.contains(key)), "{cell}");
            }
        }
    }
}

const FILE: &str = "某县.xlsx";
const SHEET: &str = "教师";
const STYLES: &str = "xl/styles.xml";

/// A workbook of one sheet with a comment on its first cell, or with none.
fn original(note: bool) -> BTreeMap<String, String> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(SHEET).unwrap();
    sheet.write_string(0, 0, "工号").unwrap();
    if note {
        sheet.insert_note(0, 0, &Note::new("原有批注")).unwrap();
    }
    parts(&workbook.save_to_buffer().unwrap())
}

fn packed(parts: &BTreeMap<String, String>) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in parts {
        let options = SimpleFileOptions::default();
        package.start_file(path.as_str(), options).unwrap();
        package.write_all(text.as_bytes()).unwrap();
    }
    package.finish().unwrap().into_inner()
}

/// An error or a warning about a cell of the sheet.
fn finding(severity: Severity, cell: &str) -> Finding {
    let mut codes = input_codes().into_iter();
    let code: &'static Code = codes.find(|code| code.severity == severity).unwrap();
    let place = Place {
        sheet: Some(SHEET.to_owned()),
        cell: Some(cell.to_owned()),
        ..Place::file(FILE)
    };
    Finding::new(code, lungang::text::Blanks::new()).at(place)
}

/// The parts of the commented copy.
fn copy(parts_of: &BTreeMap<String, String>, found: Vec<Finding>) -> BTreeMap<String, String> {
    let bytes = packed(parts_of);
    let original = Original {
        file: FILE,
        bytes: Some(&bytes),
        sheets: &[(SHEET.to_owned(), vec![vec!["工号".to_owned()]])],
    };
    parts(&commented(&original, &Findings(found), Lang::Zh).unwrap())
}

/// A text, and what stands between two others in it.
fn between<'a>(text: &'a str, open: &str, close: &str) -> (String, &'a str) {
    let (before, rest) = text.split_once(open).unwrap();
    let (inside, behind) = rest.split_once(close).unwrap();
    (format!("{before}{open}{close}{behind}"), inside)
}

#[test]
fn what_is_not_touched_stays_byte_for_byte() {
    let xml = "<?xml version='1.0'?>\n<b:styleSheet  x='1'>&amp;<b:fonts/><b:fills n:d='\"' count = \"2\" /> <!-- <b/> --><b:borders/>\n<b:cellXfs  y='2'><b:xf/></b:cellXfs></b:styleSheet>";
    let mut old = original(false);
    old.insert(STYLES.to_owned(), xml.to_owned());
    let found = || {
        vec![
            finding(Severity::Error, "A1"),
            finding(Severity::Warning, "B2"),
        ]
    };
    let new = copy(&old, found());
    // Two fills for the two weights, one for the heads of the list in front.
    let (rest, fills) = between(&new[STYLES], "<b:fills n:d='\"' count=\"5\">", "</b:fills>");
    assert_eq!(fills.matches("<b:fill>").count(), 3, "{fills}");
    let (rest, fonts) = between(&rest, "<b:fonts>", "</b:fonts>");
    let (rest, borders) = between(&rest, "<b:borders>", "</b:borders>");
    assert!(fonts.contains("<b:font>") && borders.contains("<b:border>"));
    // What has no count is given none, and what is added stands last.
    let (rest, formats) = between(&rest, "<b:cellXfs  y='2'><b:xf/>", "</b:cellXfs>");
    assert!(formats.starts_with("<b:xf "), "{formats}");
    let emptied = xml
        .replace("<b:fonts/>", "<b:fonts></b:fonts>")
        .replace("<b:borders/>", "<b:borders></b:borders>")
        .replace(" count = \"2\" />", " count=\"5\"></b:fills>");
    assert_eq!(rest, emptied);
    // A part to which nothing can be added, since it has no such element: all is written anew.
    let relations = "xl/worksheets/_rels/sheet1.xml.rels";
    old.insert(relations.to_owned(), "<?xml version='1.0'?>\n<a/>".into());
    let anew = copy(&old, found());
    assert!(!anew[STYLES].contains("<b:xf"), "{}", anew[STYLES]);
    assert!(anew["xl/comments1.xml"].contains("ref=\"B2\""));
}

#[test]
fn cells_are_named_as_a_spreadsheet_names_them() {
    let old = original(false);
    for text in ["A1", "$C$17", "xfd1048576"] {
        let new = copy(&old, vec![finding(Severity::Error, text)]);
        let name = text.replace('$', "").to_uppercase();
        let (_, cell) = between(&new["xl/comments1.xml"], "<comment ref=\"", "\"");
        assert_eq!(cell, name);
        let cell = format!("<c r=\"{name}\"");
        assert!(new["xl/worksheets/sheet1.xml"].contains(&cell), "{name}");
    }
    for text in ["", "A", "1", "A0", "XFE1", "AAAA1", "Ä1", "A1B"] {
        let new = copy(&old, vec![finding(Severity::Error, text)]);
        assert!(!new.contains_key("xl/comments1.xml"), "{text}");
    }
}

#[test]
fn targets_are_found_from_the_root() {
    let mut old = original(true);
    let main = "xl/_rels/workbook.xml.rels";
    let text = old[main].replace("Target=\"styles.xml\"", "Target=\"/xl/styles.xml\"");
    old.insert(main.to_owned(), text);
    for (relations, target) in [
        ("_rels/.rels", "Target=\"xl/workbook.xml\""),
        (main, "Target=\"/xl/styles.xml\""),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            "Target=\"../comments1.xml\"",
        ),
    ] {
        assert!(old[relations].contains(target), "{}", old[relations]);
    }
    let new = copy(&old, vec![finding(Severity::Error, "C4")]);
    // Only the list in front is a part that was not there.
    let added: Vec<_> = new.keys().filter(|path| !old.contains_key(*path)).collect();
    let list = "xl/worksheets/findings1.xml";
    assert!(
        added.iter().all(|path| path.contains("findings1")),
        "{added:?}"
    );
    assert!(new.contains_key(list) && new[main].contains(list));
    assert!(new[STYLES].contains("FFF8CBCB"));
    for kept in ["ref=\"A1\"", "原有批注", "ref=\"C4\""] {
        assert!(new["xl/comments1.xml"].contains(kept), "{kept}");
    }
}
