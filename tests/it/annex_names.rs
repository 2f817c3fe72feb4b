//! Whatever people and schools are called, the workbooks hold it as words and read back.

use crate::annex::{parts, said, sheets, shipped};
use calamine::Data;
use lungang::annex::{Annex, filing_book, plan_book, school_book};
use lungang::domain::Roster;
use lungang::facts::Facts;
use lungang::input::plan_sheets::MOVES;
use lungang::plan::{Plan, to_json};
use lungang::run::audit_bytes;
use lungang::text::Lang;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::sync::Arc;

/// What a name may do to a table, a page or a spreadsheet; what nobody sees is taken out, and what turns
/// the order of signs round refused, when it is read.
fn hostile() -> impl Strategy<Value = String> {
    let traps = prop::sample::select(vec![
        "=cmd|'/C calc'!A0".to_owned(),
        "=HYPERLINK(\"http://x\")".to_owned(),
        "+1+1".to_owned(),
        "-2".to_owned(),
        "@SUM(A1)".to_owned(),
        "<script>alert(1)</script>".to_owned(),
        "]]>&amp;<b>".to_owned(),
        "𠮷野家".to_owned(),
        "王👩".to_owned(),
        "长".repeat(60),
        "a\"b'c|d".to_owned(),
        "[x]:*?/\\".to_owned(),
        "001234".to_owned(),
        "1e9".to_owned(),
        "TRUE".to_owned(),
    ]);
    (traps, 0_u32..1_000_000).prop_map(|(trap, no)| format!("{trap}{no}"))
}

/// The same plan with everybody called as on this roster.
fn renamed(plan: &Plan, roster: &Roster) -> Plan {
    fn walk(node: &mut Value, roster: &Roster) {
        match node {
            Value::Object(map) => {
                let who = map.get("teacher").and_then(Value::as_str);
                let who = who.and_then(|id| roster.find_teacher(id));
                let name = who.map(|no| &roster.teacher(no).name);
                if let (Some(name), Some(old)) = (name.cloned(), map.get_mut("name")) {
                    *old = name.into();
                }
                map.values_mut().for_each(|one| walk(one, roster));
            }
            Value::Array(list) => list.iter_mut().for_each(|one| walk(one, roster)),
            _ => {}
        }
    }
    let mut doc = serde_json::from_slice(&to_json(plan)).unwrap();
    walk(&mut doc, roster);
    serde_json::from_value(doc).unwrap()
}

#[test]
fn whatever_people_and_schools_are_called_the_workbooks_hold_it_as_words() {
    let (checked, plan) = shipped("township");
    let mut runner = TestRunner::deterministic();
    for _ in 0..24 {
        let mut checked = checked.clone();
        let mut plan = plan.clone();
        let roster = Arc::make_mut(checked.roster.as_mut().unwrap());
        let mut name = || hostile().new_tree(&mut runner).unwrap().current();
        for teacher in &mut roster.teachers {
            teacher.name = name();
        }
        for school in &mut roster.schools {
            // A school whose name looks like a formula is refused when the tables are read.
            school.name = name().trim_start_matches(['=', '+', '-', '@']).to_owned();
        }
        let known = roster.clone();
        plan = renamed(&plan, &known);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let annex = Annex::new(&facts, &plan, Lang::Zh);
        let bytes = plan_book(&annex).unwrap();
        let schools = school_book(&annex).unwrap().unwrap();
        for bytes in [&bytes, &filing_book(&annex).unwrap(), &schools] {
            for (part, bytes) in parts(bytes) {
                let text = String::from_utf8(bytes).unwrap_or_default();
                assert!(!text.contains("<f>") && !text.contains("<script"), "{part}");
                assert!(!text.contains("<hyperlink"), "{part}");
            }
        }
        let all = sheets(&bytes);
        let roll = &all.iter().find(|one| one.0 == MOVES.name.zh).unwrap().1;
        for one in &plan.moves {
            let as_words = |cell: &Data| *cell == Data::String(one.name.clone());
            assert!(
                roll.iter().any(|row| row.iter().any(as_words)),
                "{}",
                one.name
            );
        }
        let audited = audit_bytes(&checked, &bytes, "plan.xlsx");
        let document = audit_bytes(&checked, &to_json(&plan), "plan.json");
        assert_eq!(said(&document), said(&audited));
    }
}
