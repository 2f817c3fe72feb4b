//! What a new round says of letters besides whose change: those that are void, what was not reckoned, and who could refuse.

use crate::keeps_faith::Copy;
use lungang::decide::withstands;
use lungang::domain::NOTHING_MORE;
use lungang::facts::Facts;
use lungang::input::load_documents;
use lungang::plan::{Ended, Plan};
use lungang::report;
use lungang::run::{Answer, check, solve};
use lungang::solve::{Options, Silent};
use lungang::study::reserves;
use lungang::text::Lang;
use std::collections::BTreeSet;
use std::fs;

/// The table of teachers with the row of somebody changed, or taken out.
fn teachers(copy: &Copy, who: &str, edit: impl Fn(&[&str], &mut Vec<String>) -> bool) {
    let table = copy.at.join("township/teachers.csv");
    let text = fs::read_to_string(&table).unwrap();
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let rows = lines.filter_map(|line| {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        let kept = cells[0] != who || edit(&head, &mut cells);
        kept.then(|| cells.join(","))
    });
    let all: Vec<String> = [head.join(",")].into_iter().chain(rows).collect();
    fs::write(&table, all.join("\n")).unwrap();
}

#[test]
fn a_letter_that_nobody_can_follow_any_more_is_counted() {
    let letter = |copy: &Copy| {
        let mut letters = copy.county.doc.moves.iter();
        let pinned = lungang::plan::Reason::Pinned;
        letters
            .find(|one| !one.reasons.contains(&pinned))
            .unwrap()
            .clone()
    };
    for (name, why) in [("void_left", "没有本人"), ("void_arrived", "已在该校任教")] {
        let copy = Copy::new(name);
        let one = letter(&copy);
        if name == "void_left" {
            for table in ["teachers.csv", "service.csv"] {
                let table = copy.at.join("township").join(table);
                let text = fs::read_to_string(&table).unwrap();
                let rows = text.lines().filter(|line| !line.starts_with(&one.teacher));
                fs::write(&table, rows.collect::<Vec<_>>().join("\n")).unwrap();
            }
        } else {
            teachers(&copy, &one.teacher, |head, cells| {
                for column in ["现任教学校", "编制学校"] {
                    let at = head.iter().position(|one| *one == column);
                    if let Some(at) = at {
                        cells[at].clone_from(&one.to);
                    }
                }
                true
            });
        }
        let text = copy.round("plan.json", "one", &[]);
        assert!(text.contains("通知书作废1份"), "{text}");
        assert!(text.contains(&one.name) && text.contains(why), "{text}");
    }
}

#[test]
fn a_plan_that_was_stopped_says_so_first_wherever_it_is_shown() {
    let mut doc: Plan = Copy::new("stopped").county.doc;
    assert_eq!(report::unfinished(&doc, Lang::Zh), None);
    let undecided = vec!["itinerant_teaching".to_owned()];
    let stop = |doc: &mut Plan, no: usize| match no {
        0 => doc.outcome.undecided.clone_from(&undecided),
        _ => doc.outcome.present = Some(Ended::OutOfTime),
    };
    for no in [0, 1] {
        let mut doc = doc.clone();
        stop(&mut doc, no);
        for lang in [Lang::Zh, Lang::En] {
            let said = report::unfinished(&doc, lang).unwrap();
            let summary = report::summary(&doc, lang);
            let first = |text: &str| text.lines().take(8).any(|line| line.contains(&said));
            assert!(first(&summary), "{summary}");
            assert!(first(&report::plan(&doc, "plan.json", lang)));
        }
    }
    doc.outcome.undecided = undecided;
    assert!(report::unfinished(&doc, Lang::Zh).unwrap().contains("走教"));
}

/// Who is said to be replaced by nobody does not stand among those without whom others must change.
#[test]
fn reserves_and_what_a_plan_withstands_agree() {
    for share in ["0%", "12%"] {
        let folder = Copy::new("agree").at.join("township");
        let edit = format!("rules.rotation_share.at_least={share}");
        let mut documents = load_documents(&[folder]).unwrap();
        documents.edits.push(edit.parse().unwrap());
        let checked = check(&documents);
        let facts: Facts<'_> = checked.facts(&NOTHING_MORE).unwrap();
        let options = Options::default();
        let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
            continue;
        };
        let needed = withstands(&facts, &solved.decided).needed;
        assert!(
            needed
                .iter()
                .all(|one| one.rules.iter().all(|rule| rule.0 != "R19")),
            "{needed:?}"
        );
        let needed: BTreeSet<String> = needed.into_iter().map(|one| one.teacher).collect();
        for one in reserves(&facts, &solved.decided, &options).unwrap() {
            let others = one.differences.letters.iter();
            let others = others.filter(|other| other.teacher != one.teacher).count();
            if others > 0 {
                assert!(needed.contains(&one.teacher), "{} {share}", one.teacher);
            }
        }
    }
}
