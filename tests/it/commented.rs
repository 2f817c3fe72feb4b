//! The officer's workbook once more, with comments on the cells that findings name.

use crate::workbook::{parts, sheets};
use lungang::finding::{Code, Finding, Findings, Place};
use lungang::input::input_codes;
use lungang::text::Lang;
use lungang::workbook::{Original, commented};
use proptest::prelude::*;
use rust_xlsxwriter::{
    Chart, ChartType, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Format,
    Formula, Note, Workbook,
};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];
const FILE: &str = "某县.xlsx";

fn code(id: &str) -> &'static Code {
    input_codes()
        .into_iter()
        .find(|code| code.id == id)
        .unwrap()
}

fn finding(id: &str, file: &str, sheet: Option<&str>, row: usize, cell: Option<&str>) -> Finding {
    let facts = lungang::blanks! { column: "周课时", found: "=1+<2>&", least: 1, most: 40 };
    let place = Place {
        file: file.to_owned(),
        sheet: sheet.map(str::to_owned),
        row: Some(row),
        cell: cell.map(str::to_owned),
        column: None,
        found: Some("=1+<2>&".to_owned()),
    };
    Finding::new(code(id), facts).at(place)
}

/// A workbook with much in it: a title over merged cells, widths, hidden rows, a formula with its
/// value, a drop-down list, colours by condition, a comment, a chart, names, a second sheet in front.
fn original() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let title = Format::new()
        .set_bold()
        .set_font_size(20)
        .set_border(rust_xlsxwriter::FormatBorder::Thin);
    workbook.add_worksheet().set_name("封面").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("教师 'A' 表").unwrap();
    sheet
        .merge_range(0, 0, 0, 3, "某县教师花名册", &title)
        .unwrap();
    for (no, head) in ["工号", "姓名", "周课时", "合计"].iter().enumerate() {
        sheet
            .write_with_format(1, u16::try_from(no).unwrap(), *head, &title)
            .unwrap();
    }
    for row in 2..12 {
        sheet.write_string(row, 0, format!("00{row}")).unwrap();
        sheet.write_number(row, 2, f64::from(row)).unwrap();
        let sum = Formula::new(format!("=C{}*2", row + 1)).set_result((row * 2).to_string());
        sheet.write_formula(row, 3, sum).unwrap();
    }
    sheet.set_column_width(1, 33).unwrap();
    sheet.set_row_hidden(6).unwrap();
    sheet.set_row_height(3, 60).unwrap();
    sheet.insert_note(3, 2, &Note::new("原有批注")).unwrap();
    sheet.insert_note(4, 0, &Note::new("另一条")).unwrap();
    let list = DataValidation::new()
        .allow_list_strings(&["甲", "乙"])
        .unwrap();
    sheet.add_data_validation(2, 1, 50, 1, &list).unwrap();
    let high = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::GreaterThan(5))
        .set_format(Format::new().set_bold());
    sheet.add_conditional_format(2, 2, 11, 2, &high).unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("封面!$C$3:$C$12");
    sheet.insert_chart(2, 6, &chart).unwrap();
    sheet.autofilter(1, 0, 11, 3).unwrap();
    sheet.set_print_area(0, 0, 11, 3).unwrap();
    workbook
        .define_name("课时", "='教师 ''A'' 表'!$C$3:$C$12")
        .unwrap();
    workbook.save_to_buffer().unwrap()
}

fn found() -> Findings {
    let sheet = Some("教师 'A' 表");
    let mut all = Findings::default();
    for one in [
        finding("I133", FILE, sheet, 4, Some("C4")),
        finding("I132", FILE, sheet, 4, Some("C4")),
        finding("I140", FILE, sheet, 6, Some("B6")),
        finding("I109", FILE, sheet, 20, None),
        finding("I131", FILE, sheet, 1, Some("C1")),
        finding("I132", FILE, sheet, 3, Some("AB3")),
        finding("I133", "别的.xlsx", sheet, 9, Some("C9")),
    ] {
        all.push(one);
    }
    let mut whole = finding("I101", FILE, None, 0, None);
    whole.place = Some(Place::file(FILE));
    all.push(whole);
    all
}

fn copy(bytes: Option<&[u8]>, cells: &[(String, Vec<Vec<String>>)], lang: Lang) -> Vec<u8> {
    let original = Original {
        file: FILE,
        bytes,
        sheets: cells,
    };
    let copy = commented(&original, &found(), lang).unwrap();
    assert_eq!(copy, commented(&original, &found(), lang).unwrap());
    copy
}

/// The text of every comment of a part, by cell.
fn comments(part: &str) -> Vec<(String, String)> {
    let one = |text: &str| {
        let cell = text.split("ref=\"").nth(1).unwrap();
        let cell = cell.split('"').next().unwrap().to_owned();
        let inside = text.split("</comment>").next().unwrap();
        let runs = inside
            .split("<t")
            .skip(1)
            .filter(|run| !run.starts_with("ext"));
        let runs = runs.map(|run| run.split_once('>').unwrap().1.split("</t>").next().unwrap());
        (cell, runs.collect())
    };
    part.split("<comment ").skip(1).map(one).collect()
}

#[test]
fn commented_copy_keeps_everything_else_byte_for_byte() {
    let old = original();
    let before = parts(&old);
    for lang in LANGS {
        let after = parts(&copy(Some(&old), &[], lang));
        let mut changed = Vec::new();
        for (path, text) in &before {
            if after[path] != *text {
                changed.push(path.as_str());
            }
        }
        let expected = [
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet2.xml",
        ];
        assert_eq!(changed, expected);
        // The first sheet is no longer the one shown; nothing else of it is touched.
        let first = before["xl/worksheets/sheet1.xml"].replace(" tabSelected=\"1\"", "");
        assert_eq!(after["xl/worksheets/sheet1.xml"], first);
        let sheet = &after["xl/worksheets/sheet2.xml"];
        for kept in [
            "<f>C3*2</f><v>4</v>",
            "hidden=\"1\"",
            "<mergeCell ref=\"A1:D1\"/>",
            "<dataValidation type=\"list\"",
            "<conditionalFormatting sqref=\"C3:C12\">",
            "ht=\"60\"",
            "<drawing ",
        ] {
            assert!(sheet.contains(kept), "{kept}");
        }
        let names = &after["xl/workbook.xml"];
        assert!(names.contains("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"2\">"));
        assert!(names.contains("activeTab=\"0\""));
        assert_eq!(sheets(&copy(Some(&old), &[], lang))[1..], sheets(&old)[..]);
    }
}

#[test]
fn commented_copy_has_its_comments_where_they_belong() {
    let old = original();
    for lang in LANGS {
        let after = parts(&copy(Some(&old), &[], lang));
        let all = comments(&after["xl/comments1.xml"]);
        let cells: Vec<_> = all.iter().map(|(cell, _)| cell.as_str()).collect();
        // C1 lies inside merged cells, of which only A1 is seen; row 20 has no cell of its own.
        assert_eq!(cells, ["C4", "A5", "A1", "AB3", "B6", "A20"]);
        let said = |cell: &str| &all.iter().find(|(one, _)| one == cell).unwrap().1;
        assert!(said("C4").contains("原有批注"));
        for id in ["I132", "I133"] {
            assert!(said("C4").contains(id));
        }
        assert!(said("A5").ends_with("另一条"));
        let help = code("I140").help.get(lang);
        let help = help.split('{').next().unwrap();
        assert!(said("B6").contains(help), "{}", said("B6"));
        let drawing = &after["xl/drawings/vmlDrawing1.vml"];
        assert_eq!(drawing.matches("ObjectType=\"Note\"").count(), cells.len());
        // Cells that were not there stand in their order.
        let sheet = &after["xl/worksheets/sheet2.xml"];
        let order = [
            "r=\"D3\"",
            "r=\"AB3\"",
            "r=\"A4\"",
            "r=\"A6\"",
            "r=\"B6\"",
            "r=\"C6\"",
            "<row r=\"20\"><c r=\"A20\"",
        ];
        let places: Vec<_> = order
            .iter()
            .map(|one| sheet.find(one).expect(one))
            .collect();
        assert!(places.is_sorted(), "{places:?}");
        // The border and the font of the merged title stay under the new colour.
        assert!(after["xl/styles.xml"].contains("<fgColor rgb=\"FFF8CBCB\"/>"));
    }
}

#[test]
fn commented_copy_lists_every_finding_of_the_file_in_front() {
    let old = original();
    let plain = sheets(&old);
    for lang in LANGS {
        for bytes in [Some(old.as_slice()), Some(b"no workbook".as_slice()), None] {
            let copy = copy(bytes, &plain, lang);
            let all = sheets(&copy);
            assert_eq!(
                all[0].0,
                if lang == Lang::Zh {
                    "查出的问题"
                } else {
                    "Findings"
                }
            );
            assert_eq!(all.len(), 3);
            let list = &all[0].1;
            assert_eq!(list.len(), 5 + 7);
            let text = list.concat().join("\n");
            assert!(!text.contains("别的.xlsx"));
            for one in found()
                .0
                .iter()
                .filter(|one| one.place.as_ref().unwrap().file == FILE)
            {
                for sentence in [one.says(lang), one.help(lang)] {
                    assert!(text.contains(&sentence), "{sentence}");
                }
            }
            let cells: Vec<_> = list[5..].iter().map(|row| row[4].as_str()).collect();
            let whole = if lang == Lang::Zh {
                "第20行"
            } else {
                "row 20"
            };
            assert_eq!(cells, ["", "C1", "AB3", "C4", "C4", "B6", whole]);
            let row = list.iter().find(|row| row[4] == "AB3").unwrap();
            assert_eq!(row[5], "=1+<2>&");
            let front = parts(&copy);
            let front = &front["xl/worksheets/findings1.xml"];
            assert!(front.contains("location=\"'教师 ''A'' 表'!C4\""));
            assert!(front.contains("<autoFilter ref=\"A5:H12\"/>") && !front.contains("<f>"));
            // Text that was rewritten is still the text.
            assert_eq!(all[2].1[4][0], plain[1].1[4][0]);
        }
    }
}

#[test]
fn commented_copy_takes_another_name_when_its_own_is_taken() {
    let cells = vec![vec!["=1+1".to_owned(), "x".repeat(40_000)]];
    let taken = [
        ("查出的问题".to_owned(), cells.clone()),
        ("a/b:c".to_owned(), cells),
    ];
    let all = sheets(&copy(None, &taken, Lang::Zh));
    let names: Vec<_> = all.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["查出的问题2", "查出的问题", "a_b_c"]);
    assert_eq!(all[1].1[0][0], "=1+1");
}

#[test]
fn commented_copy_of_a_commented_copy_reads_well() {
    let once = copy(Some(&original()), &[], Lang::Zh);
    let twice = copy(Some(&once), &[], Lang::En);
    let names: Vec<_> = sheets(&twice).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Findings", "查出的问题", "封面", "教师 'A' 表"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn commented_copy_of_damaged_bytes_is_written_anew(at in 0usize..6000, byte in any::<u8>(), cut in 0usize..6000) {
        let mut bytes = original();
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - cut % 2 * (cut % length));
        copy(Some(&bytes), &[("教师 'A' 表".to_owned(), Vec::new())], Lang::Zh);
    }

    #[test]
    fn commented_copy_of_a_sheet_with_damaged_text_does_not_panic(at in 0usize..4000, new in "[<>/=\"a-z0-9 ]{0,6}") {
        let bytes = original();
        let mut texts = parts(&bytes);
        let sheet = texts.get_mut("xl/worksheets/sheet2.xml").unwrap();
        let at = at % sheet.len();
        if sheet.is_char_boundary(at) {
            sheet.insert_str(at, &new);
        }
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (path, text) in &texts {
            let options = zip::write::SimpleFileOptions::default();
            writer.start_file(path.as_str(), options).unwrap();
            std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        copy(Some(&bytes), &[("教师 'A' 表".to_owned(), Vec::new())], Lang::En);
    }
}
