//! One thing has one number and one wording, and a number that differs from the one beside it says why: in the goals,
//! the rules, the workbook and the reasons of the plans that are shipped.

use crate::annex::{book, sheets, shipped};
use lungang::domain::{Role, TeacherNo, whole};
use lungang::facts::fillers::{WhyEmpty, able, busy};
use lungang::facts::people::{DutyKind, State};
use lungang::facts::{Facts, stage_fits};
use lungang::plan::{Plan, Reason, placement};
use lungang::policy::GoalId;
use lungang::report::move_reasons;
use lungang::text::Lang;
use std::collections::BTreeSet;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

/// A sheet of a plan's workbook: every row below its heads, by head.
fn rows(name: &str, sheet: &str) -> Vec<Vec<(String, String)>> {
    let (checked, plan) = shipped(name);
    let all = sheets(&book(&checked, &plan, Lang::Zh));
    let found = all.iter().find(|one| one.0 == sheet).unwrap();
    let lines = found.1.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
        cells
    });
    let mut lines = lines.skip_while(|row| row.iter().filter(|cell| !cell.is_empty()).count() < 5);
    let heads = lines.next().unwrap();
    let named = |row: Vec<String>| heads.iter().cloned().zip(row).collect();
    lines.map(named).collect()
}

fn cell<'r>(row: &'r [(String, String)], head: &str) -> &'r str {
    let found = row.iter().find(|one| one.0 == head);
    found.map_or_else(|| panic!("{head}: {row:?}"), |one| one.1.as_str())
}

/// The goal counts what the rule counts, in its unit; people are another figure with another name.
#[test]
fn the_goal_and_the_rule_of_worth_count_one_thing() {
    for name in SCENARIOS {
        let (_, plan) = shipped(name);
        let mut goals = plan.outcome.goals.iter();
        let goal = goals.find(|one| one.goal == GoalId::ShareOnly).unwrap();
        let rule = plan.rules.iter().find(|one| one.code == "R42").unwrap();
        assert_eq!(goal.value, rule.shortfall, "{name}");
        assert_eq!(goal.unit, rule.shortfall_unit, "{name}");
        let called = GoalId::ShareOnly.text().zh;
        let people = rule.measures.iter();
        for one in people {
            assert_ne!(one.name.get(Lang::Zh), called, "{name}");
        }
    }
}

/// A post of which somebody gives fewer periods than it has says why.
#[test]
fn posts_that_are_given_in_part_say_why() {
    let mut seen = 0;
    for name in SCENARIOS {
        for row in rows(name, "任课安排表") {
            let post = cell(&row, "学科岗位");
            let parts = post.split(';').filter_map(|part| part.split(':').nth(1));
            let all: i64 = parts.map(|one| one.parse::<i64>().unwrap()).sum();
            let given = cell(&row, "周课时").parse::<i64>();
            let told = !cell(&row, "说明").is_empty();
            let in_part = given.is_ok_and(|given| given != all);
            assert_eq!(in_part, told, "{name} {row:?}");
            seen += i64::from(in_part);
        }
    }
    assert!(seen > 0);
}

/// A stage that a school does not have is told as that of people who come from it.
#[test]
fn subjects_of_a_school_are_of_its_stages() {
    let mut seen = 0;
    for name in SCENARIOS {
        let (checked, _) = shipped(name);
        let (roster, _) = checked.ready().unwrap();
        for row in rows(name, "学科余缺表") {
            let of = cell(&row, "学校");
            let Some(school) = roster.schools.iter().find(|one| one.name == of) else {
                continue;
            };
            let stage = cell(&row, "学段");
            let mut here = school.kind.stages().iter();
            let taught = here.any(|one| one.text().zh == stage);
            assert!(taught || stage.starts_with("原任"), "{name} {row:?}");
            seen += i64::from(!taught);
        }
    }
    assert!(seen > 0);
}

/// A head of section without a post is told why, and whether there are lessons at all.
#[test]
fn heads_of_section_without_a_post_are_told_why() {
    let mut seen = 0;
    for name in SCENARIOS {
        let (_, plan) = shipped(name);
        let told = rows(name, "人员去向表");
        let leads = plan.people.iter().filter(|one| {
            one.state == State::Leading && one.role == Some(Role::Middle) && one.post.is_empty()
        });
        for one in leads {
            let row = told.iter().find(|row| cell(row, "工号") == one.teacher);
            let remark = cell(row.unwrap(), "说明");
            let shares = one.duties.iter().any(|one| one.duty == DutyKind::Lessons);
            assert_eq!(remark.contains("没有任课："), !shares, "{name} {remark}");
            assert!(remark.contains("没有任课"), "{name} {remark}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

/// Whoever could be sent because a colleague without a post takes over hers does not stand for one who cannot be.
#[test]
fn a_post_is_not_said_to_lack_people_who_could_be_spared() {
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, rules) = checked.ready().unwrap();
        let facts = Facts::new(roster, rules);
        let (placed, _) = placement(&facts, &plan);
        let busy = busy(&placed);
        let kept = plan.unfilled.iter();
        for one in kept.filter(|one| one.why == Some(WhyEmpty::NotReleased)) {
            let to = roster.find_school(&one.school).unwrap();
            let mut posts = facts.posts_of(to);
            let no = posts.find(|no| {
                let post = facts.post(*no);
                (post.stage, &post.parts) == (one.stage, &one.parts)
            });
            let people = able(&facts, no.unwrap());
            let sent = people.into_iter().filter(|who| {
                facts.stands(*who).movable && stage_fits(&facts, *who, to) && busy.contains(who)
            });
            for who in sent {
                let base = facts.stands(who).base.unwrap();
                if base == to {
                    continue;
                }
                let mut hers = facts.posts_of(base);
                let Some(hers) = hers.find(|no| placed.fills[no.0].contains(&who)) else {
                    continue;
                };
                let takes = able(&facts, hers).into_iter().filter(|one: &TeacherNo| {
                    facts.stands(*one).base == Some(base) && !busy.contains(one)
                });
                let takes = takes.filter(|one| placed.move_of(*one).is_none());
                assert_eq!(takes.count(), 0, "{name} {one:?}");
            }
        }
    }
}

/// The post of a row and the periods that its reason speaks of are one number, or both are told; the test that a move
/// for a post stands is told of each; nobody is said to be missed nowhere.
#[test]
fn the_reason_of_a_move_has_the_number_of_its_post_or_says_why_not() {
    let mut seen = BTreeSet::new();
    for name in SCENARIOS {
        let (_, plan): (_, Plan) = shipped(name);
        for one in &plan.moves {
            let said = move_reasons(&plan, one, one.name.as_str());
            let said: Vec<&str> = said.iter().map(|one| one.get(Lang::Zh)).collect();
            let said = said.join("；");
            let loss = one.loss.as_ref().unwrap();
            assert!(!said.contains("不影响其他岗位和规定"), "{said}");
            if one.reasons.contains(&Reason::FillsPost) {
                let own = loss.periods + loss.at_home == one.weekly_periods;
                let told = format!("岗位为{}课时", one.weekly_periods);
                assert_eq!(!own, said.contains(&told), "{name} {said}");
                assert!(said.contains("多于调动应增加的课时"), "{name} {said}");
                assert!(!said.contains("不多于"), "{name} {said}");
                seen.insert(own);
            }
        }
    }
    assert_eq!(whole(seen.len()), 2, "both kinds are there");
}
