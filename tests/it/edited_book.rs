//! A plan's workbook that was edited by hand: nothing is changed unseen. What is read is an edit or a finding at its
//! very cell; what is only shown is told not to count.

use crate::annex::{book, cell_of, parts, sheets, shipped, with_cell};
use crate::night::by_night;
use calamine::Data;
use lungang::finding::{Finding, Place, Severity};
use lungang::input::plan_sheets::{INPUTS, MOVES, POSTS};
use lungang::plan::{Plan, edited, to_json};
use lungang::report::audited;
use lungang::run::{Audited, Checked, audit_bytes, check};
use lungang::text::Lang;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// The township, with a plan that says what it was made with.
fn township() -> (Checked, Plan) {
    let (checked, mut plan) = shipped("township");
    plan.made = lungang::plan::made(&plan);
    (checked, plan)
}

fn places<'a>(audited: &'a Audited, code: &'a str) -> impl Iterator<Item = &'a Place> {
    let all = audited
        .findings
        .0
        .iter()
        .filter(move |one| one.code.id == code);
    all.filter_map(|one| one.place.as_ref())
}

/// Errors that stand in the file.
fn errors<'a>(audited: &'a Audited, file: &'a str) -> Vec<&'a Finding> {
    let all = audited.findings.0.iter();
    let all = all.filter(|one| one.severity == Severity::Error);
    let here = |one: &&Finding| one.place.as_ref().is_some_and(|place| place.file == file);
    all.filter(here).collect()
}

fn letter(at: usize) -> String {
    rust_xlsxwriter::utility::column_number_to_name(u16::try_from(at).unwrap())
}

#[test]
fn a_cell_changed_anywhere_is_an_edit_or_is_told() {
    let (checked, plan) = township();
    let (mut tried, mut seen, mut shown) = (0, 0, 0);
    for lang in by_night(vec![Lang::Zh], vec![Lang::Zh, Lang::En]) {
        let bytes = book(&checked, &plan, lang);
        let all = sheets(&bytes);
        for (no, (name, rows)) in all.iter().enumerate().take(all.len() - 1) {
            // Title, who and when, heads; then a row near the beginning.
            let heads = &rows[2];
            let row = 3 + usize::from(rows.len() > 6);
            // A word alone in its row is a note, or the head of nothing.
            let filled = rows[row].iter().filter(|cell| !matches!(cell, Data::Empty));
            if filled.count() < 2 {
                continue;
            }
            for (at, head) in heads.iter().enumerate() {
                if matches!(head, Data::Empty) {
                    continue;
                }
                let cell = format!("{}{}", letter(at), row + 1);
                let changed = with_cell(&bytes, no, &cell, "某某");
                let audited = audit_bytes(&checked, &changed, "plan.xlsx");
                let doc = audited.doc.as_ref();
                let edits = doc.and_then(edited).is_some_and(|all| !all.is_empty());
                let told = audited
                    .findings
                    .0
                    .iter()
                    .filter_map(|one| one.place.as_ref());
                let told = told.filter(|place| place.file == "plan.xlsx");
                // What it was made from is that of the whole file.
                let told = told.filter(|place| place.sheet.as_ref().is_none_or(|one| one == name));
                let mut told =
                    told.filter(|place| place.sheet.is_some() || name == INPUTS.name.get(lang));
                let here = told.any(|place| place.cell.as_ref().is_none_or(|one| *one == cell));
                assert!(edits || here, "{name} {cell} {head}");
                tried += 1;
                seen += usize::from(edits);
                shown += ["A50", "A51"]
                    .iter()
                    .map(|code| places(&audited, code).count())
                    .sum::<usize>();
            }
        }
    }
    assert!(
        tried > 150 && shown > 100,
        "{tried} cells, {seen} edits, {shown} only shown"
    );
}

#[test]
fn a_posted_list_that_was_changed_is_told_at_its_cell_and_first() {
    let (checked, plan) = township();
    let bytes = book(&checked, &plan, Lang::Zh);
    let no = sheets(&bytes)
        .iter()
        .position(|one| one.0 == "公示名单")
        .unwrap();
    let audited = audit_bytes(&checked, &with_cell(&bytes, no, "E5", "某校"), "plan.xlsx");
    let place = places(&audited, "A50").next().unwrap();
    assert_eq!(place.sheet.as_deref(), Some("公示名单"));
    assert_eq!(place.cell.as_deref(), Some("E5"));
    let verdict = crate::edited_book::audited(&audited, Lang::Zh);
    assert!(
        verdict.contains("另有1张表改在了只供查看之处，不起作用"),
        "{verdict}"
    );
    // To sign it is no change.
    let rows = sheets(&bytes)[no].1.len();
    let signed = with_cell(
        &bytes,
        no,
        &format!("A{rows}"),
        "制表人：张三　审核人：李四",
    );
    let audited = audit_bytes(&checked, &signed, "plan.xlsx");
    assert_eq!(places(&audited, "A50").count(), 0);
}

/// The workbook with one more row at the end of a sheet.
fn with_row(bytes: &[u8], sheet: usize, cells: &[(String, String)]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, mut part) in parts(bytes) {
        if name == format!("xl/worksheets/sheet{}.xml", sheet + 1) {
            let text = String::from_utf8(part).unwrap();
            let cells = cells.iter().map(|(cell, words)| {
                format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
            });
            let cells: String = cells.collect();
            let mut numbers = cells.split(|one: char| !one.is_ascii_digit());
            let row = numbers.find(|digits| digits.len() > 1).unwrap().to_owned();
            let more = format!("<row r=\"{row}\">{cells}</row></sheetData>");
            part = text.replace("</sheetData>", &more).into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&part).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A row of the roll that sends somebody who stays to a school, with one cell blank or otherwise.
fn added(bytes: &[u8], plan: &Plan, but: (&str, &str)) -> (Vec<u8>, String) {
    let roster = shipped("township").0.roster.unwrap();
    let gone = |id: &str| plan.moves.iter().any(|one| one.teacher == id);
    let filled = plan.schools.iter().flat_map(|one| &one.teaching_posts);
    let filled: Vec<&String> = filled.flat_map(|one| &one.filled_by).collect();
    let who = roster
        .teachers
        .iter()
        .find(|one| !gone(&one.id) && filled.contains(&&one.id));
    let who = who.unwrap();
    let (no, like) = cell_of(bytes, &plan.moves[0].teacher, "工号");
    let all = sheets(bytes);
    let rows = &all[no].1;
    let row: usize = like
        .trim_start_matches(char::is_alphabetic)
        .parse()
        .unwrap();
    let (heads, model) = (&rows[2], &rows[row - 1]);
    let home = roster.school(who.work_school).name.clone();
    let to = roster.schools.iter().find(|one| one.name != home).unwrap();
    let cells = heads
        .iter()
        .zip(model)
        .enumerate()
        .map(|(at, (head, cell))| {
            let words = match head.to_string().as_str() {
                head if head == but.0 => but.1.to_owned(),
                "工号" => who.id.clone(),
                "姓名" => who.name.clone(),
                "原单位名称" => home.clone(),
                "交流轮岗单位名称" => to.name.clone(),
                _ => cell.to_string(),
            };
            (format!("{}{}", letter(at), rows.len() + 1), words)
        });
    let cells: Vec<(String, String)> = cells.collect();
    (with_row(bytes, no, &cells), who.id.clone())
}

#[test]
fn a_row_that_was_added_is_read_or_told() {
    let (checked, plan) = township();
    let bytes = book(&checked, &plan, Lang::Zh);
    // Whole, or with the name alone, it is one more letter.
    for but in [("", ""), ("工号", "")] {
        let (book, who) = added(&bytes, &plan, but);
        let audited = audit_bytes(&checked, &book, "plan.xlsx");
        let doc = audited.doc.unwrap();
        assert!(doc.moves.iter().any(|one| one.teacher == who), "{but:?}");
    }
    // With a blank where a decision must stand it is told at that cell.
    for head in [
        "交流轮岗类型",
        "是否调动人事关系",
        "开始年月",
        "结束年月",
        "原单位名称",
        "交流轮岗单位名称",
    ] {
        let (book, _) = added(&bytes, &plan, (head, ""));
        let audited = audit_bytes(&checked, &book, "plan.xlsx");
        let errors = errors(&audited, "plan.xlsx");
        let mut told = errors.iter().filter_map(|one| one.place.as_ref());
        assert!(
            told.any(|place| place.column.as_deref() == Some(head)),
            "{head}"
        );
        assert!(!audited.holds());
    }
}

/// The workbook with a sheet once more under another name, as Excel copies it.
fn with_copy(bytes: &[u8], sheet: usize, title: &str) -> Vec<u8> {
    let copied = parts(bytes);
    let file = format!("xl/worksheets/sheet{}.xml", sheet + 1);
    let sheet = copied.iter().find(|one| one.0 == file).unwrap().1.clone();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut write = |name: &str, part: &[u8]| {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(part).unwrap();
    };
    for (name, part) in copied {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        let more = match name.as_str() {
            "xl/workbook.xml" => (
                "</sheets>",
                format!("<sheet name=\"{title}\" sheetId=\"999\" r:id=\"rId999\"/></sheets>"),
            ),
            "xl/_rels/workbook.xml.rels" => (
                "</Relationships>",
                format!(
                    "<Relationship Id=\"rId999\" Type=\"{kind}\" Target=\"worksheets/copy.xml\"/></Relationships>"
                ),
            ),
            "[Content_Types].xml" => (
                "</Types>",
                "<Override PartName=\"/xl/worksheets/copy.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>".to_owned(),
            ),
            _ => ("", String::new()),
        };
        match more {
            ("", _) => write(&name, &part),
            (end, more) => {
                let text = String::from_utf8(part).unwrap();
                write(&name, text.replace(end, &more).as_bytes());
            }
        }
    }
    write("xl/worksheets/copy.xml", &sheet);
    out.finish().unwrap().into_inner()
}

#[test]
fn a_sheet_that_was_added_or_copied_is_told() {
    let (checked, plan) = township();
    let bytes = book(&checked, &plan, Lang::Zh);
    let all = sheets(&bytes);
    let no = |name: &str| all.iter().position(|one| one.0 == name).unwrap();
    for (of, title, code) in [
        (MOVES.name.zh, "教师交流轮岗花名册 (2)", "A42"),
        (POSTS.name.zh, "任课安排表改", "A42"),
        (MOVES.name.zh, "最新名单", "A42"),
        ("公示名单", "公示名单 (2)", "A52"),
        ("概要", "局长意见", "A52"),
    ] {
        let audited = audit_bytes(&checked, &with_copy(&bytes, no(of), title), "plan.xlsx");
        let told: Vec<_> = places(&audited, code).collect();
        assert_eq!(told.len(), 1, "{title}");
        assert_eq!(told[0].sheet.as_deref(), Some(title));
    }
}

#[test]
fn the_verdict_says_first_what_was_changed_whether_it_holds_and_what_it_costs() {
    let (checked, plan) = township();
    let bytes = book(&checked, &plan, Lang::Zh);
    let says = |bytes: &[u8], lang| audited(&audit_bytes(&checked, bytes, "plan.xlsx"), lang);
    let same = says(&bytes, Lang::Zh);
    assert!(
        same.starts_with("审核结论：没有校验码，写出后是否改动过只能与所存底稿对照：所列决定与底稿一致；方案成立。"),
        "{same}"
    );
    // Struck from the roll.
    let (sheet, cell) = cell_of(&bytes, &plan.moves[0].teacher, "交流轮岗类型");
    let struck = with_cell(&bytes, sheet, &cell, "0-无");
    let text = says(&struck, Lang::Zh);
    assert!(
        text.starts_with("审核结论：写出后改动了1处（去向1处）"),
        "{text}"
    );
    assert!(
        text.contains("方案不成立") && text.contains("与文件所列相比："),
        "{text}"
    );
    assert_eq!(text.lines().count(), 1);
    let text = says(&struck, Lang::En);
    assert!(
        text.contains("1 things were edited") || text.contains("1 thing was edited"),
        "{text}"
    );
}

#[test]
fn errors_about_people_name_sheet_and_cell() {
    let (checked, plan) = township();
    let bytes = book(&checked, &plan, Lang::Zh);
    let who = &plan.moves[0].teacher;
    for (head, words, code) in [
        ("开始年月", "2020-09", "A23"),
        ("结束年月", "2039-08", "A24"),
        ("交流轮岗单位名称", "云林镇沙河村小学", "R07b"),
    ] {
        // A post elsewhere than where she goes is told where it is given to her.
        let elsewhere = code == "R07b";
        let (sheet, cell) = cell_of(&bytes, who, head);
        let edited = with_cell(&bytes, sheet, &cell, words);
        let audited = audit_bytes(&checked, &edited, "方案.xlsx");
        let place = places(&audited, code).next().unwrap();
        let sheet = if elsewhere { &POSTS } else { &MOVES };
        assert_eq!(place.sheet.as_deref(), Some(sheet.name.zh), "{head}");
        let right = place.cell.is_some() && (elsewhere || place.cell == Some(cell));
        assert!(right, "{head}");
    }
}

/// What an officer entered is not excused by tables that have changed since.
#[test]
fn other_tables_excuse_nothing_that_was_entered_by_hand() {
    let (_, plan) = township();
    let seats = plan.schools.iter().flat_map(|one| &one.teaching_posts);
    let who = seats.flat_map(|one| &one.filled_by).next().unwrap().clone();
    let changes = [
        format!("teachers.{who}.在岗状态=离岗"),
        format!("teachers.{who}.周课时="),
    ];
    let checked = check(&crate::patched::changed("scenarios/township", &changes));
    let told = |plan: &Plan, code: &str| {
        let audited = lungang::run::audit_edited(&checked, &to_json(plan), "plan.json");
        let all = audited.findings.0.iter();
        let all = all.filter(|one| one.severity == Severity::Error);
        (
            all.filter(|one| one.code.id == code).count(),
            audited.holds(),
        )
    };
    // A post that the tables of today have not, as the plan was made: matched.
    let mut other = plan.clone();
    let post = |plan: &mut Plan| -> usize {
        let no = plan.schools.iter().position(|one| {
            let mut posts = one.teaching_posts.iter();
            posts.any(|post| post.filled_by.len() == 1)
        });
        let no = no.unwrap();
        let mut posts = plan.schools[no].teaching_posts.iter_mut();
        let post = posts.find(|post| post.filled_by.len() == 1).unwrap();
        post.parts[0].1 += 1;
        no
    };
    post(&mut other);
    other.made = lungang::plan::made(&other);
    assert_eq!(told(&other, "A05").0, 0);
    // The same, entered since.
    other.made = plan.made.clone();
    assert_eq!(told(&other, "A05"), (1, false));
}

#[test]
fn a_row_that_says_only_who_is_told_and_a_cell_that_cannot_be_read_comes_first() {
    let (checked, plan) = township();
    let bytes = book(&checked, &plan, Lang::Zh);
    let (no, like) = cell_of(&bytes, &plan.moves[0].teacher, "工号");
    let rows = &sheets(&bytes)[no].1;
    let roster = checked.roster.as_ref().unwrap();
    let goes = |id: &str| plan.moves.iter().any(|one| one.teacher == id);
    let who = roster.teachers.iter().find(|one| !goes(&one.id)).unwrap();
    let at = |head: &str| rows[2].iter().position(|one| *one == head).unwrap();
    for (head, words) in [("工号", &who.id), ("姓名", &who.name)] {
        let cell = format!("{}{}", letter(at(head)), rows.len() + 1);
        let more = with_row(&bytes, no, &[(cell.clone(), words.clone())]);
        let audited = audit_bytes(&checked, &more, "plan.xlsx");
        let place = places(&audited, "A53").next().unwrap();
        assert_eq!(place.cell.as_deref(), Some(cell.as_str()));
    }
    let row = like.trim_start_matches(char::is_alphabetic);
    for (head, words) in [("结束年月", "后年"), ("交流轮岗类型", "胡乱")] {
        let cell = format!("{}{row}", letter(at(head)));
        let audited = audit_bytes(&checked, &with_cell(&bytes, no, &cell, words), "plan.xlsx");
        let verdict = crate::edited_book::audited(&audited, Lang::Zh);
        let said = verdict.contains(&format!("教师交流轮岗花名册 {cell}"));
        assert!(said && !verdict.contains("改动了"), "{verdict}");
    }
}
