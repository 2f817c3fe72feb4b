//! Whoever goes by a decision against the conditions of the policy goes, and that is told wherever the plan is: of whom,
//! against what, by whom and why, in every round.

use crate::keeps_faith::Copy;
use lungang::facts::{Exemption, Facts};
use std::collections::BTreeMap;
use std::fs;

#[test]
fn a_pin_against_the_conditions_is_told_every_time() {
    let copy = Copy::new("by_decision");
    let (roster, book) = copy.county.checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    // One person for each set of reasons for which nobody is protected.
    let mut people: BTreeMap<Vec<Exemption>, _> = BTreeMap::new();
    for who in roster.teacher_nos() {
        let stand = facts.stands(who);
        let fit = roster.teacher(who).protections.is_empty();
        let teaches = stand.base.is_some() && !stand.movable && stand.ongoing.is_none();
        let asked = [
            Exemption::OverAge,
            Exemption::TooFewYears,
            Exemption::NearRetirement,
        ];
        if teaches && fit && stand.exemptions.iter().all(|one| asked.contains(one)) {
            people.entry(stand.exemptions.clone()).or_insert(who);
        }
    }
    assert!(people.len() > 1, "{people:?}");
    let mut told = 0;
    for (exemptions, who) in people {
        let (id, name) = (roster.teacher_id(who), roster.teacher_name(who));
        for to in roster
            .school_nos()
            .filter(|no| Some(*no) != facts.stands(who).base)
        {
            let school = roster.school_id(to);
            let pin = format!(
                "[[pins]]\nteacher = \"{id}\"\nschool = \"{school}\"\nreason = \"工作需要\"\nauthor = \"局务会\"\ndate = \"2026-08-20\"\n"
            );
            fs::write(copy.at.join("township/decisions.toml"), pin).unwrap();
            let into = copy.at.join("anew");
            let _ = fs::remove_dir_all(&into); // Its plan would hold the decision before.
            let (0, text) = copy.scenario(&["plan"], &["--out", into.to_str().unwrap()]) else {
                continue;
            };
            let why = exemptions[0].told().zh;
            let says = |text: &str| {
                let mut lines = text.lines();
                lines.any(|line| {
                    let all = [&name, why, "局务会", "工作需要", "2026-08-20"];
                    all.iter().all(|word| line.contains(*word))
                })
            };
            assert!(says(&text), "plan: {text}");
            let summary = fs::read_to_string(into.join("summary.md")).unwrap();
            assert!(says(&summary), "{summary}");
            let page = fs::read_to_string(into.join("report.html")).unwrap();
            assert!(page.contains(&format!("{name}按规定不在可交流人员之列")));
            let plan = into.join("plan.json");
            let (_, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
            assert!(says(&text) && text.contains("R01d"), "audit: {text}");
            // And in the next round.
            copy.round("anew/plan.xlsx", "next", &[]);
            let plan = copy.at.join("next/plan.json");
            let (_, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
            assert!(says(&text), "next: {text}");
            told += 1;
            break;
        }
    }
    assert!(told > 1);
}

/// Whoever may go by the policy is pinned without a word.
#[test]
fn a_pin_that_the_policy_allows_is_no_breach() {
    let copy = Copy::new("allowed");
    let plan = copy.at.join("plan.json");
    let (_, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
    assert!(!text.contains("R01d"), "{text}");
}
