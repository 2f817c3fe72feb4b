//! Workbooks that are written: the template and a scenario as one workbook.

use calamine::{Data, DataType, Reader, Xlsx};
use lungang::input::{CellKind, Column, Documents, Page, SETTINGS, TABLES, read_documents};
use lungang::text::Lang;
use lungang::workbook::{GUIDE, LISTS, book, template};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// The cells of every sheet as text, in the order of the sheets.
pub(crate) fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    let read = |name: String| {
        let range = workbook.worksheet_range(&name).unwrap();
        let text = |cell: &Data| cell.as_string().unwrap_or_default();
        let rows = range.rows().map(|row| row.iter().map(text).collect());
        (name, rows.collect())
    };
    names.into_iter().map(read).collect()
}

/// Every part of a workbook that is text, by its path.
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for no in 0..archive.len() {
        let mut file = archive.by_index(no).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        parts.insert(
            file.name().unwrap().into_owned(),
            String::from_utf8_lossy(&bytes).into_owned(),
        );
    }
    parts
}

fn columns() -> impl Iterator<Item = (&'static str, &'static Column)> {
    let all = SETTINGS.iter().chain(TABLES);
    all.flat_map(|spec| spec.columns.iter().map(|column| (spec.key, column)))
}

/// The template as the files of a folder, with the national policy.
fn documents(bytes: &[u8], lang: Lang) -> Documents {
    let mut documents = Documents::default();
    let mut manifest = String::new();
    for (name, rows) in sheets(bytes) {
        if name == SETTINGS[0].name.get(lang) {
            let value = |item: usize| rows[item + 1][1].clone();
            manifest = format!(
                "title_zh = \"{}\"\ntitle_en = \"{}\"\nmade_up = true\nreckoning_date = \"{}\"\npolicy = \"{}.toml\"\n",
                value(0),
                value(1),
                value(3),
                value(4),
            );
        }
        let Some(spec) = TABLES.iter().find(|spec| spec.name.get(lang) == name) else {
            continue;
        };
        let quoted = |row: &Vec<String>| format!("\"{}\"", row.join("\",\""));
        let rows: Vec<String> = rows.iter().map(quoted).collect();
        let path = format!("{}.csv", spec.key);
        documents.files.insert(path, rows.join("\n").into_bytes());
    }
    let policy = include_bytes!("../../scenarios/national/policy.toml");
    documents
        .files
        .insert("national.toml".into(), policy.to_vec());
    documents
        .files
        .insert("scenario.toml".into(), manifest.into_bytes());
    documents
}

#[test]
fn workbook_template_reads_back_with_no_finding() {
    let mut rosters = Vec::new();
    for lang in LANGS {
        let bytes = template(lang).unwrap();
        assert_eq!(bytes, template(lang).unwrap(), "same input, same bytes");
        let documents = documents(&bytes, lang);
        let scenario = read_documents(&documents);
        assert_eq!(scenario.findings.0, []);
        rosters.push(scenario.roster.unwrap());
    }
    let sizes = rosters.iter().map(|one| {
        let people = (one.schools.len(), one.teachers.len(), one.service.len());
        (
            people,
            one.travel.len(),
            one.pools.len(),
            one.given_posts.len(),
        )
    });
    assert_eq!(sizes.collect::<Vec<_>>(), [((3, 8, 5), 2, 1, 1); 2]);
}

#[test]
fn workbook_template_has_a_guide_every_table_and_the_lists() {
    for lang in LANGS {
        let bytes = template(lang).unwrap();
        let sheets = sheets(&bytes);
        let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.first(), Some(&GUIDE.get(lang)));
        assert_eq!(names.last(), Some(&LISTS.get(lang)));
        for spec in SETTINGS.iter().chain(TABLES) {
            let name = spec.name.get(lang);
            let (_, rows) = sheets.iter().find(|(other, _)| other == name).unwrap();
            let heads: Vec<_> = spec.columns.iter().map(|one| one.head.get(lang)).collect();
            assert_eq!(rows[0], heads);
            let told = sheets[0].1.iter().filter(|row| row[0] == name).count();
            assert_eq!(told, 1, "{name} stands once in the guide");
        }
    }
}

#[test]
fn workbook_heads_have_notes_with_meaning_unit_and_allowed_words() {
    for lang in LANGS {
        let parts = parts(&template(lang).unwrap());
        let notes: String = parts
            .iter()
            .filter(|(path, _)| path.contains("comments"))
            .map(|(_, text)| text.replace("&lt;", "<").replace("&amp;", "&"))
            .collect();
        for (table, column) in columns() {
            assert!(notes.contains(column.says.get(lang)) || column.says == column.head);
            assert!(notes.contains(column.unit.get(lang)));
            for choice in column.kind.choices() {
                assert!(
                    notes.contains(choice.text.get(lang)),
                    "{table} {}",
                    column.key
                );
            }
        }
    }
}

#[test]
fn workbook_lists_hold_every_allowed_word() {
    for lang in LANGS {
        let bytes = template(lang).unwrap();
        let sheets = sheets(&bytes);
        let (_, lists) = sheets.last().unwrap();
        for (table, column) in columns() {
            let spec = SETTINGS.iter().chain(TABLES).find(|spec| spec.key == table);
            let head = format!(
                "{}\n{}",
                spec.unwrap().name.get(lang),
                column.head.get(lang)
            );
            let at = lists[0].iter().position(|one| *one == head);
            let words: Vec<_> = match column.kind {
                CellKind::Flag if lang == Lang::Zh => vec!["是", "否"],
                CellKind::Flag => vec!["yes", "no"],
                CellKind::Subject | CellKind::Subjects | CellKind::Parts => {
                    let all = lungang::domain::SUBJECTS.iter();
                    all.map(|one| one.text.get(lang)).collect()
                }
                kind => kind
                    .choices()
                    .iter()
                    .map(|one| one.text.get(lang))
                    .collect(),
            };
            assert_eq!(at.is_some(), !words.is_empty(), "{head}");
            let listed = at.map(|at| {
                let cells = lists[1..].iter().map(|row| row[at].as_str());
                cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
            });
            assert_eq!(listed.unwrap_or_default(), words, "{head}");
        }
    }
}

#[test]
fn workbook_cells_with_one_choice_have_a_drop_down_list() {
    for lang in LANGS {
        let parts = parts(&template(lang).unwrap());
        let sheets = parts
            .iter()
            .filter(|(path, _)| path.contains("worksheets/sheet"));
        let lists: usize = sheets
            .map(|(_, text)| text.matches("<dataValidation type=\"list\"").count())
            .sum();
        let one = |(_, column): &(_, &Column)| {
            matches!(
                column.kind,
                CellKind::Choice(_) | CellKind::Flag | CellKind::Subject
            )
        };
        assert_eq!(lists, columns().filter(one).count());
        // A word with a comma would be split if its list stood in the cell.
        let broken = parts
            .values()
            .any(|text| text.contains(",contract, off quota"));
        assert!(!broken);
    }
}

/// A page of the table with this key, one row, the given cells in the columns with these keys.
fn page(table: &str, cells: &[(&str, &str)]) -> Page {
    let spec = TABLES.iter().find(|spec| spec.key == table).unwrap();
    let cell = |column: &Column| {
        let found = cells.iter().find(|(key, _)| *key == column.key);
        found.map_or("", |(_, cell)| cell).to_owned()
    };
    Page {
        spec,
        rows: vec![spec.columns.iter().map(cell).collect()],
    }
}

#[test]
fn workbook_cells_come_back_letter_by_letter_and_are_never_formulas() {
    let cells = [
        ("id", "007"),
        ("name", "=HYPERLINK(\"http://x\")"),
        ("district", "+1"),
        ("group", "-2+3"),
        ("township", "@SUM(1)"),
        ("lon", "119.50"),
        ("lat", "34.1"),
        ("beds", "12"),
        ("boarders", "012"),
        ("quota", "9007199254740993"),
    ];
    for lang in LANGS {
        let page = page("schools", &cells);
        let bytes = book(std::slice::from_ref(&page), lang).unwrap();
        assert_eq!(bytes, book(std::slice::from_ref(&page), lang).unwrap());
        let sheets = sheets(&bytes);
        assert_eq!(sheets[0].1[1], page.rows[0]);
        let xml = &parts(&bytes)["xl/worksheets/sheet1.xml"];
        assert!(!xml.contains("<f>"), "{xml}");
        for number in ["<v>12</v>", "<v>34.1</v>"] {
            assert!(xml.contains(number), "{number} is a number");
        }
        assert!(xml.contains("<pane ") && xml.contains("<autoFilter "));
    }
}

#[test]
fn workbook_template_is_written_by_its_command() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("template");
    for (lang, word, file) in [
        (Lang::Zh, "zh", "教师交流轮岗模板.xlsx"),
        (Lang::En, "en", "rotation-template.xlsx"),
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_lungang"))
            .args(["template", "--lang", word])
            .arg(&folder)
            .output()
            .unwrap();
        assert!(output.status.success());
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            said.contains(file) && said.contains("lungang check"),
            "{said}"
        );
        let written = std::fs::read(folder.join(file)).unwrap();
        assert_eq!(written, template(lang).unwrap());
    }
}
