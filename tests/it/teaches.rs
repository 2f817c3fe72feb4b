//! Letters and lists name what the post of somebody who moves teaches, not her own main subject.

use crate::annex::{sheets, shipped};
use lungang::annex::{Annex, filing_book, plan_book, school_book};
use lungang::facts::Facts;
use lungang::notice::{Told, notice};
use lungang::plan::{MoveDoc, Plan, Reason};
use lungang::print::docx::Passage;
use lungang::text::Lang;
use std::collections::BTreeMap;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

/// Names of the subjects of the post that a mover holds, in Chinese; her own where she holds none.
fn of_post(doc: &Plan, one: &MoveDoc) -> Vec<&'static str> {
    let mut posts = doc.schools.iter().flat_map(|one| &one.teaching_posts);
    let held = posts.find(|post| post.filled_by.contains(&one.teacher));
    held.map_or_else(
        || vec![one.subject.text().zh],
        |post| post.parts.iter().map(|part| part.0.text().zh).collect(),
    )
}

#[test]
fn a_letter_names_every_subject_of_the_post_and_cites_no_clause_for_a_wish() {
    let (mut several, mut wished) = (0, 0);
    for name in SCENARIOS {
        let (checked, doc) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let told = Told {
            facts: &facts,
            doc: &doc,
            answer: None,
            lang: Lang::Zh,
        };
        for one in &doc.moves {
            let who = roster.find_teacher(&one.teacher).unwrap();
            let letter = notice(&told, who).letter;
            let lines: Vec<&str> = letter
                .body
                .iter()
                .map(|passage| match passage {
                    Passage::Head(text) | Passage::Text(text) => text.as_str(),
                })
                .collect();
            let subjects = of_post(&doc, one);
            let (_, taught) = lines[0].split_once("任教").unwrap();
            let (taught, _) = taught.split_once("，每周共").unwrap();
            let at = format!("{name} {}: {taught}", one.teacher);
            if subjects == ["包班（全科）"] {
                assert!(taught.contains("包班"), "{at}");
            } else {
                assert_eq!(taught.split('、').count(), subjects.len(), "{at}");
                for (part, subject) in taught.split('、').zip(&subjects) {
                    assert!(part.starts_with(subject), "{at}: {subject}");
                }
            }
            several += usize::from(subjects.len() > 1);
            let wishes = &roster.teacher(who).wishes;
            let place = wishes
                .iter()
                .position(|wish| roster.school(*wish).id == one.to);
            let asked = lines.iter().find(|line| line.starts_with("您自愿报名"));
            assert_eq!(
                asked.is_some(),
                one.reasons.contains(&Reason::Volunteer),
                "{at}"
            );
            if let (Some(asked), Some(place)) = (asked, place) {
                assert!(
                    asked.contains(&format!("第{}志愿", place + 1)),
                    "{at}: {asked}"
                );
                wished += 1;
            }
            assert!(
                asked.is_none_or(|line| !line.contains("依据")),
                "{at}: {asked:?}"
            );
        }
    }
    assert!(several > 0 && wished > 0, "{several} {wished}");
}

#[test]
fn every_list_with_a_subject_of_movers_has_that_of_the_post() {
    let mut seen = 0;
    for name in SCENARIOS {
        let (checked, doc) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let annex = Annex::new(&facts, &doc, Lang::Zh);
        let mut books = vec![plan_book(&annex).unwrap(), filing_book(&annex).unwrap()];
        books.extend(school_book(&annex).unwrap());
        let movers: BTreeMap<(String, String), String> = doc
            .moves
            .iter()
            .map(|one| {
                let to = roster.find_school(&one.to).unwrap();
                let key = (one.name.clone(), roster.school(to).name.clone());
                (key, of_post(&doc, one).join("、"))
            })
            .collect();
        for (sheet, rows) in books.iter().flat_map(|bytes| sheets(bytes)) {
            let column =
                |row: &[calamine::Data], head: &str| row.iter().position(|cell| *cell == *head);
            let old = rows.iter().any(|row| column(row, "任教学科").is_some());
            assert!(!old, "{name} {sheet}: whose subject?");
            let mut heads = rows.iter().enumerate();
            let found = heads.find_map(|(no, row)| Some((no, column(row, "新学年任教学科")?)));
            let Some((no, subject)) = found else { continue };
            let person = column(&rows[no], "姓名").unwrap();
            for row in &rows[no + 1..] {
                let to = row.iter().map(ToString::to_string);
                let taught = to.clone().find_map(|to| {
                    let who = row[person].to_string();
                    movers.get(&(who, to))
                });
                // A name may be borne by two who move to two schools: the row names hers.
                if let Some(taught) = taught {
                    assert_eq!(row[subject].to_string(), *taught, "{name} {sheet}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "{seen}");
}
