//! Whatever is wrong with what a sheet of a plan decides of somebody is told at her cell of that very sheet.

use crate::annex::{book, shipped};
use lungang::finding::{About, Severity};
use lungang::plan::Plan;
use lungang::run::audit_edited;
use lungang::text::Lang;
use std::collections::BTreeSet;

/// What is done to a plan, and the sheet and column in which it then stands.
type Case = (fn(&mut Plan), &'static str, &'static str, &'static str);

const CASES: [Case; 7] = [
    (
        |plan| plan.visits.iter_mut().for_each(|one| one.times = 150),
        "R34c",
        "送教安排表",
        "每学期次数",
    ),
    (
        |plan| {
            let first = plan.mentors.first().map(|one| one.mentor.clone());
            for one in &mut plan.mentors {
                one.mentor = first.clone().unwrap();
                one.mentor_name = plan
                    .people
                    .iter()
                    .find(|who| who.teacher == one.mentor)
                    .unwrap()
                    .name
                    .clone();
            }
        },
        "R35",
        "名师结对表",
        "导师工号",
    ),
    (
        |plan| {
            for one in &mut plan.mentors {
                (one.mentor, one.mentor_name) = (one.teacher.clone(), one.name.clone());
            }
        },
        "R35b",
        "名师结对表",
        "导师工号",
    ),
    (
        |plan| {
            let lessons = plan
                .periods
                .weeks
                .iter_mut()
                .flat_map(|one| &mut one.lessons);
            lessons.for_each(|one| one.periods = 60);
        },
        "R33",
        "兼课安排表",
        "兼课周课时",
    ),
    (
        |plan| {
            plan.itinerants
                .iter_mut()
                .for_each(|one| one.half_days = 14);
        },
        "R33",
        "走教安排表",
        "每周半天数",
    ),
    (
        |plan| {
            for one in &mut plan.moves {
                one.end = one.end.map(|end| end.plus(60));
            }
        },
        "A24",
        "教师交流轮岗花名册",
        "结束年月",
    ),
    (
        |plan| {
            plan.leaders
                .iter_mut()
                .for_each(|one| one.to.clone_from(&one.from));
        },
        "R36",
        "校长交流表",
        "交流学校",
    ),
];

#[test]
fn what_is_wrong_with_somebody_is_told_at_her_cell_of_the_sheet_that_decides_it() {
    let mut tried = BTreeSet::new();
    for name in ["township", "national", "anshan", "zhangye", "alar", "dehua"] {
        let (checked, plan) = shipped(name);
        for (change, code, sheet, head) in CASES {
            let mut broken = plan.clone();
            change(&mut broken);
            let audited = audit_edited(&checked, &book(&checked, &broken, Lang::Zh), "plan.xlsx");
            let errors = audited
                .findings
                .0
                .iter()
                .filter(|one| one.severity == Severity::Error);
            let of_people = errors.filter(|one| matches!(one.about, Some(About::Teacher(_))));
            for one in of_people {
                let place = one.place.clone().unwrap_or_default();
                let whole = !place.file.is_empty() && place.sheet.is_some() && place.cell.is_some();
                assert!(whole, "{name} {}: {place:?}", one.code.id);
                if one.code.id.starts_with(code) {
                    tried.insert((code, sheet, head));
                    let both = code == "R33" && place.sheet.as_deref() != Some(sheet);
                    let there = (place.sheet.as_deref(), place.column.as_deref());
                    assert!(
                        both || there == (Some(sheet), Some(head)),
                        "{name} {}: {place:?}",
                        one.code.id
                    );
                }
            }
        }
    }
    assert!(tried.len() > 4, "{tried:?}");
}
