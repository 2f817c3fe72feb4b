//! How a plan speaks of limits and goals: a floor, a cap and nothing to check are three things, and a goal is
//! told in periods, posts and persons, never in the weights of the solver.

use crate::annex::{sheets, shipped};
use calamine::Data;
use lungang::annex::{Annex, plan_book};
use lungang::domain::NOTHING_MORE;
use lungang::page::page;
use lungang::plan::to_json;
use lungang::policy::{Force, GoalId};
use lungang::report::{judgements, summary};
use lungang::rules::{Aim, Bound, Judgement, leavers_cap};
use lungang::run::audit_bytes;
use lungang::text::{Lang, Text};

fn judged(bound: Bound, need: i64, actual: i64) -> Judgement {
    Judgement {
        rule: leavers_cap::RULE,
        code: "R14",
        force: Force::Must,
        need,
        actual,
        unit: Text::new("人", "persons"),
        bound,
        aim: None,
        shortfall: 0,
        holds: true,
        binding: false,
        waived: 0,
        approvals: Vec::new(),
        sites: std::collections::BTreeMap::new(),
        measures: Vec::new(),
        counted: Vec::new(),
        among: Vec::new(),
    }
}

/// The cells of the one row, without what stands around them.
fn cells(bound: Bound, need: i64, actual: i64) -> Vec<String> {
    let text = judgements(&[judged(bound, need, actual)], Lang::Zh);
    let row = text.lines().find(|line| line.contains("R14")).unwrap();
    let cells = row.split("  ").map(str::trim);
    cells
        .filter(|cell| !cell.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_floor_a_cap_and_nothing_to_check_are_told_apart() {
    for (bound, need, actual, told) in [
        (Bound::AtMost, 6, 4, ["至多6人", "已派4人", "成立"]),
        (Bound::AtLeast, 9, 9, ["至少9人", "实有9人", "成立"]),
        (Bound::Checks, 10, 10, ["核对10项", "10项成立", "成立"]),
        (Bound::Breaches, 0, 0, ["逐项核对", "未发现不符", "成立"]),
        (Bound::Breaches, 0, 1, ["逐项核对", "不符1处", "成立"]),
        (Bound::Breaches, 3, 0, ["逐项核对", "不符3处", "成立"]),
        (Bound::AtMost, 0, 0, ["不得有", "已派0人", "成立"]),
        (Bound::AtLeast, 0, 2, ["不作要求", "实有2人", "成立"]),
        (Bound::Breaches, 3, 3, ["逐项核对", "未发现不符", "成立"]),
        (Bound::Nothing, 0, 0, ["—", "未涉及", "未涉及"]),
    ] {
        let row = cells(bound, need, actual);
        assert_eq!(row[row.len() - 3..], told, "{row:?}");
    }
}

#[test]
fn a_target_that_is_not_due_is_told_by_its_distance() {
    let aimed = |bound, distance| Judgement {
        aim: Some(Aim {
            by: "2035-12-31".into(),
            distance,
        }),
        ..judged(bound, 6, 4)
    };
    let told = |one: Judgement| {
        let text = judgements(&[one], Lang::Zh);
        text.lines()
            .find(|line| line.contains("R14"))
            .unwrap()
            .to_owned()
    };
    let line = told(aimed(Bound::Aim, 3));
    for part in ["2035-12-31前达到", "尚差3人", "期限未到"] {
        assert!(line.contains(part), "{line}");
    }
    let line = told(aimed(Bound::Aim, 0));
    assert!(line.contains("已达到") && !line.contains("尚差"), "{line}");
    let line = told(aimed(Bound::AtMost, 3));
    assert!(line.contains("已派4人；2035-12-31的目标尚差3人"), "{line}");
}

/// Whatever the auditor says of a plan, a rule that has found something to check is not called idle, and one
/// whose binding share is of nobody is.
#[test]
fn a_rule_is_idle_exactly_where_its_share_is_of_nobody() {
    let mut idle = 0;
    for name in ["alar", "anshan", "dehua", "national", "township", "zhangye"] {
        let (checked, plan) = shipped(name);
        let audited = audit_bytes(&checked, &to_json(&plan), "plan.json");
        for one in audited.audit.unwrap().rules {
            let binds = one.measures.iter().any(|one| one.binds);
            let mut told = one
                .measures
                .iter()
                .filter(|one| one.binds == binds)
                .peekable();
            let of_nobody = told.peek().is_some() && told.all(|one| one.denominator == 0);
            let nothing = of_nobody && (one.need, one.actual) == (0, 0);
            let none = one.measures.is_empty() && (one.need, one.actual) == (0, 0);
            let called = one.bound == Bound::Nothing;
            assert!(called == nothing || (called && none), "{name} {}", one.code);
            idle += i64::from(nothing);
            assert!(one.bound != Bound::AtMost || one.holds == (one.actual <= one.need));
            assert!(one.bound != Bound::AtLeast || one.holds == (one.actual >= one.need));
        }
    }
    assert!(idle > 0, "no shipped plan has an idle rule");
}

/// What is said of every rule of the shipped plans makes sense; cases of rules and broken plans are read likewise where
/// they are judged.
#[test]
fn no_rule_asks_for_at_most_nobody() {
    let (mut wrong, mut lines) = (Vec::new(), 0);
    for name in ["alar", "anshan", "dehua", "national", "township", "zhangye"] {
        let (checked, plan) = shipped(name);
        let audited = audit_bytes(&checked, &to_json(&plan), "plan.json");
        let rules = audited.audit.unwrap().rules;
        wrong.extend(rules.iter().filter_map(crate::sense::senseless));
        lines += rules.len();
    }
    assert!(lines > 150, "{lines}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What only the solver counts in.
const WEIGHTED: [&str; 3] = ["加权周课时", "负担分", "排名分"];

#[test]
fn goals_are_told_in_plain_units_and_weights_in_the_technical_annex_only() {
    for name in ["scenarios/township", "tests/golden/old-plan"] {
        let (checked, plan) = crate::one_number::planned(name);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        for goal in &plan.outcome.goals {
            assert!(goal.proved, "{name}: {:?}", goal.goal);
            for part in &goal.shown {
                let unit = part.unit.get(Lang::Zh);
                assert!(!WEIGHTED.contains(&unit), "{name}: {part:?}");
                if let Some(key) = part.figure {
                    assert_eq!(Some(part.value), plan.figure(key), "{name}: {part:?}");
                }
            }
            let silent = [GoalId::Canonical, GoalId::Shortfall, GoalId::Gaps];
            assert!(
                silent.contains(&goal.goal) || !goal.shown.is_empty(),
                "{:?}",
                goal.goal
            );
        }
        let text = summary(&plan, Lang::Zh);
        assert!(WEIGHTED.iter().all(|word| !text.contains(word)), "{text}");
        let html = page(&facts, &plan);
        // Among the values of the policy the weights stand by name, with their sources.
        let first = crate::page::element(&html, "<section id=\"summary\"", "</section>");
        assert!(WEIGHTED.iter().all(|word| !first.contains(word)));
        let (_, fold) = html.split_once("<section id=\"solver\"").unwrap();
        assert!(fold.contains(WEIGHTED[0]));
        let book = plan_book(&Annex::new(&facts, &plan, Lang::Zh)).unwrap();
        for (sheet, rows) in sheets(&book) {
            let words = rows.iter().flatten().filter_map(|cell| match cell {
                Data::String(word) => Some(word),
                _ => None,
            });
            let weighted = words.filter(|word| WEIGHTED.iter().any(|one| word.contains(one)));
            let technical = sheet.contains("技术附表");
            assert_eq!(weighted.count() > 0, technical, "{name}: {sheet}");
        }
    }
}
