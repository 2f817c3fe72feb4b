//! The workbook of a plan: exact shares as decimals.

use crate::annex::{sheets, shipped};
use calamine::Data;
use lungang::annex::{Annex, plan_book};
use lungang::facts::Facts;
use lungang::text::Lang;

#[test]
fn two_places_are_exact() {
    let exact = [[256, 19], [1, 200], [0, 1], [401, 2]];
    let (checked, mut plan) = shipped("township");
    assert!(plan.schools.len() >= exact.len());
    for (school, asked) in plan.schools.iter_mut().zip(exact) {
        school.quota.asked = asked;
    }
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    let all = sheets(&plan_book(&Annex::new(&facts, &plan, Lang::Zh)).unwrap());
    let (_, rows) = all
        .iter()
        .find(|(name, _)| name == "编制岗位分配表")
        .unwrap();
    let at = |row: &[Data]| {
        let mut cells = row.iter();
        cells.position(|cell| matches!(cell, Data::String(head) if head == "按标准应核(人)"))
    };
    let (head, column) = rows
        .iter()
        .enumerate()
        .find_map(|(no, row)| Some((no, at(row)?)))
        .unwrap();
    let shown = rows.iter().skip(head + 1).take(exact.len());
    let shown: Vec<_> = shown.map(|row| row[column].to_string()).collect();
    assert_eq!(shown, ["13.47", "0.01", "0.00", "200.50"]);
}
