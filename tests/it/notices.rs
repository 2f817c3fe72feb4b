//! Notices: one page, the grounds, the way to object, and nothing about anybody else.

use lungang::decide::given;
use lungang::domain::TeacherNo;
use lungang::facts::Facts;
use lungang::input::load_documents;
use lungang::notice::{Notice, Told, file_name, notice, returning};
use lungang::print::docx::{Passage, docx};
use lungang::run::{check, read_plan_file};
use lungang::solve::Options;
use lungang::study::explain_teacher;
use lungang::text::Lang;
use std::io::{Cursor, Read};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

/// Width of a line in halves of a Chinese character, which a Latin letter does not fill, and lines of a
/// page, title and foot taken off: where they stand closest.
const fn line(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 67,
        Lang::En => 80,
    }
}
const LINES: usize = 33;

fn words(notice: &Notice) -> Vec<String> {
    let body = notice.letter.body.iter().map(|line| match line {
        Passage::Head(text) | Passage::Text(text) => text.clone(),
    });
    let mut words: Vec<String> = body.collect();
    words.push(notice.letter.to.clone());
    words.extend(notice.letter.signed.clone());
    words
}

fn document(bytes: Vec<u8>) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut part = package.by_name("word/document.xml").unwrap();
    part.read_to_string(&mut text).unwrap();
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
    ];
    let plain = signs
        .iter()
        .fold(text, |text, (kept, sign)| text.replace(kept, sign));
    plain.replace("&amp;", "&")
}

/// Checks one notice; its text.
fn check_one(told: &Told<'_>, who: TeacherNo) -> String {
    let roster = told.facts.roster;
    let hers = roster.teacher(who);
    let one = notice(told, who);
    let words = words(&one);
    let lines: usize = words
        .iter()
        .map(|text| (text.width() + 4).div_ceil(line(told.lang)))
        .sum();
    assert!(lines <= LINES, "{}: {lines} lines: {words:#?}", hers.id);
    let bytes = docx(&one.letter).unwrap();
    assert_eq!(
        bytes,
        docx(&notice(told, who).letter).unwrap(),
        "same bytes"
    );
    let text = document(bytes);
    assert!(
        words.iter().all(|line| text.contains(line.as_str())),
        "{text}"
    );
    assert_eq!(file_name(&one), format!("{}.docx", hers.id));
    for other in roster.teachers.iter().filter(|other| other.id != hers.id) {
        assert!(!text.contains(&other.id), "{} names {}", hers.id, other.id);
        let told = text.contains(&other.name) && !hers.name.contains(&other.name);
        assert!(!told, "{} names {}", hers.id, other.name);
    }
    for one in &hers.protections {
        assert!(!text.contains(one.text().zh), "{}: {one:?}", hers.id);
    }
    text
}

#[test]
fn every_notice_is_one_page_about_one_person() {
    let mut returned = 0;
    for name in SCENARIOS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("scenarios")
            .join(name);
        let checked = check(&load_documents(std::slice::from_ref(&folder)).unwrap());
        let (roster, book) = checked.ready().unwrap();
        let (doc, _) = read_plan_file(&checked, &folder.join("expected/plan.json"), None).unwrap();
        let (doc, facts) = (doc.unwrap(), Facts::new(roster, book));
        for lang in [Lang::Zh, Lang::En] {
            let told = Told {
                facts: &facts,
                doc: &doc,
                answer: None,
                lang,
            };
            for who in roster.teacher_nos() {
                let text = check_one(&told, who);
                let goes = doc
                    .moves
                    .iter()
                    .any(|one| one.teacher == roster.teacher(who).id);
                let says = if lang == Lang::Zh {
                    "本次不安排您交流"
                } else {
                    "not asked to move"
                };
                let back = returning(&told).contains(&who);
                let id = &roster.teacher(who).id;
                assert_eq!(text.contains(says), !goes && !back, "{name}: {id}");
                assert_eq!(
                    text.contains(lang.pick("返回编制所在学校", "you return")),
                    back,
                    "{name}: {id}"
                );
                returned += usize::from(back);
                assert!(text.contains("人社部发〔2014〕45号"), "{name}");
            }
        }
    }
    assert!(returned > 0, "somebody comes back from a posting");
}

#[test]
fn what_else_was_tried_names_nobody() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/national");
    let checked = check(&load_documents(std::slice::from_ref(&folder)).unwrap());
    let (roster, book) = checked.ready().unwrap();
    let (doc, _) = read_plan_file(&checked, &folder.join("expected/plan.json"), None).unwrap();
    let (doc, facts, options) = (doc.unwrap(), Facts::new(roster, book), Options::default());
    let plan = given(&facts, &doc, &options).unwrap().unwrap();
    for one in doc.moves.iter().take(3) {
        let who = roster.find_teacher(&one.teacher).unwrap();
        let answer = explain_teacher(&facts, &plan, who, &options).unwrap();
        let told = Told {
            facts: &facts,
            doc: &doc,
            answer: Some(&answer),
            lang: Lang::Zh,
        };
        let text = check_one(&told, who);
        assert!(text.contains("如您留任"), "{}", one.teacher);
        let tried = answer
            .open
            .iter()
            .filter(|choice| choice.price.is_some())
            .count();
        let says = format!("另外{tried}所学校的方案，没有一个优于本安排");
        assert!(tried == 0 || text.contains(&says), "{}", one.teacher);
    }
}
