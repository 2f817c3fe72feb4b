//! What an officer would look for beside a figure stands there: in the workbook and on the page.

use crate::annex::{book, sheets, shipped};
use crate::road::planned;
use crate::study::{load, root};
use lungang::audit::audit;
use lungang::decide::given;
use lungang::facts::ledger::persons;
use lungang::facts::{Facts, Reckoning, fillers};
use lungang::page::page;
use lungang::plan::{FigureId, MoveDoc, MoveKind, Plan, Reason, UnfilledDoc, placement};
use lungang::policy::GoalId;
use lungang::report::{judgements, teacher_answer};
use lungang::run::{Checked, check};
use lungang::solve::Options;
use lungang::study::explain_teacher;
use lungang::text::Lang;
use std::collections::BTreeSet;
use std::path::Path;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

/// Each line by its pool and how many are left, with the reason that the audit gives; all together are the figure.
#[test]
fn what_is_left_of_the_recruiting_plan_is_listed_with_the_reason() {
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, rules) = checked.ready().unwrap();
        let facts = Facts::new(roster, rules);
        let shown = page(&facts, &plan);
        let all = sheets(&book(&checked, &plan, Lang::Zh));
        let left = all.iter().find(|one| one.0 == "未用招聘计划").unwrap();
        let mut sum = 0;
        for pool in &roster.pools {
            let used = plan.recruits.iter().filter(|one| one.pool == pool.id);
            let used: u32 = used.map(|one| one.number).sum();
            let row = left.1.iter().find(|row| row[0].to_string() == pool.id);
            if used == pool.number {
                assert!(row.is_none(), "{name} {}", pool.id);
                continue;
            }
            let row: Vec<String> = row.unwrap().iter().map(ToString::to_string).collect();
            sum += i64::from(pool.number - used);
            assert!(row.contains(&(pool.number - used).to_string()), "{row:?}");
            assert!(row.contains(&pool.stage.text().zh.to_owned()), "{row:?}");
            let why = row.last().unwrap();
            assert!(!why.is_empty() && shown.contains(why.as_str()), "{row:?}");
            assert!(shown.contains(&format!("<td>{}</td>", pool.id)), "{row:?}");
        }
        assert_eq!(Some(sum), plan.figure(FigureId::RecruitsLeft), "{name}");
        assert!(sum > 0, "{name}");
    }
}

/// Whoever is counted as a volunteer is told so in her reasons, and nobody else.
#[test]
fn volunteers_are_those_who_are_told_that_they_volunteered() {
    let wide = plan_of("national", &["rules.rotation_share.at_least=15%"]);
    let six = SCENARIOS.into_iter().map(shipped);
    let mut seen = 0;
    for (checked, plan) in six.chain([wide]) {
        let (roster, _) = checked.ready().unwrap();
        let rotates = |one: &&MoveDoc| one.kind == MoveKind::Rotation;
        let told = plan.moves.iter().filter(rotates);
        let told = told.filter(|one| one.reasons.contains(&Reason::Volunteer));
        let told: Vec<&String> = told.map(|one| &one.teacher).collect();
        let number = i64::try_from(told.len()).unwrap();
        assert_eq!(
            Some(number),
            plan.figure(FigureId::RotatingVolunteers),
            "{told:?}"
        );
        let elsewhere = plan.moves.iter().filter(rotates).filter(|one| {
            let who = roster.teacher(roster.find_teacher(&one.teacher).unwrap());
            who.volunteer && !told.contains(&&one.teacher)
        });
        seen += elsewhere.count();
    }
    assert!(
        seen > 0,
        "nobody who volunteered for another school is sent"
    );
}

/// A plan made anew with other values.
fn plan_of(name: &str, set: &[&str]) -> (Checked, Plan) {
    let mut documents = load(&root("scenarios").join(name));
    documents
        .edits
        .extend(set.iter().map(|one| one.parse().unwrap()));
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("told_beside");
    let accepted = planned(&documents, &out);
    (check(&documents), accepted.doc)
}

/// The figure of the rule counts people, of whom the goal has a point or several: it has the goal's name and a word more.
#[test]
fn people_of_moves_that_are_worth_too_little_have_a_name_of_their_own() {
    let name = GoalId::ShareOnly.text();
    for scenario in SCENARIOS {
        let (checked, plan) = shipped(scenario);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let (placement, _) = placement(&facts, &plan);
        let judged = audit(&facts, &placement);
        let rule = judged.rules.iter().find(|one| one.code == "R42").unwrap();
        assert!(
            rule.measures
                .iter()
                .any(|one| one.name.zh.starts_with(name.zh) && one.name != name),
            "{scenario}"
        );
    }
}

/// Over and short of a subject are those of the balance before, and of who is there after; heads that are exchanged
/// count where they go, and subjects that any teacher takes ask for nobody.
#[test]
fn subjects_over_and_short_are_reckoned_once() {
    let mut exchanged = 0;
    for name in SCENARIOS {
        let (checked, old) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let (plan, _) = placement(&facts, &old);
        let balance = &old.balance;
        for (no, school) in roster.school_nos().zip(&old.schools) {
            for one in &school.subjects {
                let place = format!("{name} {} {}", school.name, one.subject.key());
                let line = balance.schools.iter().find(|line| {
                    line.school.as_ref() == Some(&school.id)
                        && (Some(line.stage), line.subject) == (one.stage, one.subject)
                });
                if let Some(line) = line {
                    let over =
                        (line.load > 0 && !line.open).then(|| persons(line.over(), line.load));
                    assert_eq!(one.over_before, over, "{place}");
                    assert_eq!(one.periods, line.periods, "{place}");
                }
                if facts.rights.is_open(one.stage.unwrap(), one.subject) {
                    assert_eq!((one.over_before, one.over_after), (None, None), "{place}");
                }
                let next = plan.next(&facts);
                let heads = roster.teacher_nos().filter(|who| {
                    let who_is = roster.teacher(*who);
                    let led = plan.leaders.iter().find(|one| one.teacher == *who);
                    let at = led.map(|one| one.to).or(next[who.0]);
                    exchanged += usize::from(led.is_some());
                    at == Some(no)
                        && (Some(who_is.stage), who_is.subject) == (one.stage, one.subject)
                });
                let heads = heads.count();
                // A recruit teaches the main part of her post.
                let hired = plan.hires.iter().filter(|hire| {
                    let post = facts.post(hire.post);
                    post.school == no
                        && (Some(post.stage), post.main()) == (one.stage, Some(one.subject))
                });
                let hired: u32 = hired.map(|hire| hire.number).sum();
                let whole = facts
                    .posts_of(no)
                    .any(|no| facts.post(no).how == Reckoning::Class);
                if !whole && !roster.school(no).closing {
                    assert_eq!(
                        one.after,
                        i64::try_from(heads).unwrap() + i64::from(hired),
                        "{place}"
                    );
                }
            }
        }
    }
    assert!(exchanged > 0);
}

/// Only a post of a whole class is called one.
#[test]
fn a_full_post_is_explained_as_it_was_reckoned() {
    let (mut classes, mut rounded) = (0, 0);
    for name in SCENARIOS {
        let (checked, doc) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        let plan = given(&facts, &doc, &Options::default()).unwrap().unwrap();
        for who in roster
            .teacher_nos()
            .filter(|who| !facts.stands(*who).movable)
        {
            let answer = explain_teacher(&facts, &plan, who, &Options::default()).unwrap();
            let text = teacher_answer(&answer, Lang::Zh);
            let Some(fuller) = answer.week.as_ref().and_then(|week| week.fuller) else {
                assert!(!text.contains("多于一般可任"), "{text}");
                continue;
            };
            assert!(text.contains("多于一般可任"), "{text}");
            let class = fuller.how == Reckoning::Class;
            assert_eq!(text.contains("包班"), class, "{text}");
            (classes, rounded) = (classes + usize::from(class), rounded + usize::from(!class));
        }
    }
    assert!(rounded > 0, "{classes} {rounded}");
}

/// Where nobody knows a way, the travel limit is not said to hold of it.
#[test]
fn a_way_that_nobody_knows_could_not_be_judged() {
    let (checked, doc) = shipped("national");
    let (roster, book) = checked.ready().unwrap();
    let mut roster = roster.clone();
    roster.travel.clear();
    roster.schools.iter_mut().for_each(|one| one.place = None);
    roster.teachers.iter_mut().for_each(|one| one.home = None);
    let facts = Facts::new(&roster, book);
    let (plan, _) = placement(&facts, &doc);
    let number = plan.moves.len();
    assert!(number > 0);
    let judged = audit(&facts, &plan);
    for (lang, words) in [
        (Lang::Zh, format!("无法核对{number}项")),
        (Lang::En, format!("{number} could not be judged")),
    ] {
        let text = judgements(&judged.rules, lang);
        let line = text.lines().find(|line| line.contains("R16")).unwrap();
        assert!(line.contains(&words), "{line}");
        assert!(!line.contains("成立") && !line.contains("holds"), "{line}");
    }
}

/// What the audit has against a move stands in her row of the page.
#[test]
fn what_speaks_against_a_move_stands_beside_it_on_the_page() {
    let mut seen = BTreeSet::new();
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, rules) = checked.ready().unwrap();
        let facts = Facts::new(roster, rules);
        let shown = page(&facts, &plan);
        let rows: Vec<&str> = shown.split("<tr").collect();
        for one in &plan.findings {
            let id = one
                .about
                .as_ref()
                .and_then(|about| about["teacher"].as_str());
            let words = match one.code.as_str() {
                "R22" => ["也可任此岗", "could hold the post as well"],
                "R42g" => ["对调", "changes places with"],
                "R42d" => ["本有富余", "people to spare"],
                _ => continue,
            };
            let id = id.unwrap();
            let cell = format!("<td>{id}</td>");
            let row = rows
                .iter()
                .find(|row| row.contains(&cell) && row.contains(words[0]));
            assert!(
                row.is_some_and(|row| row.contains(words[1])),
                "{name} {id} {}",
                one.code
            );
            seen.insert(one.code.clone());
        }
    }
    assert!(seen.len() >= 2, "{seen:?}");
}

/// Whoever is listed as able to take an empty post elsewhere is counted as able there, and the other way round.
#[test]
fn the_list_of_people_without_a_post_and_that_of_empty_posts_count_the_same_people() {
    let mut named = 0;
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, rules) = checked.ready().unwrap();
        let facts = Facts::new(roster, rules);
        let all = sheets(&book(&checked, &plan, Lang::Zh));
        let Some(list) = all.iter().find(|one| one.0 == "富余人员名册") else {
            continue;
        };
        for row in &list.1 {
            let row: Vec<String> = row.iter().map(ToString::to_string).collect();
            let who = row.iter().find_map(|cell| roster.find_teacher(cell));
            let Some(who) = who else { continue };
            let here = plan
                .people
                .iter()
                .find(|one| one.teacher == roster.teacher_id(who));
            let here = here.unwrap().school.as_ref();
            let able = |one: &&UnfilledDoc| {
                let school = roster.find_school(&one.school).unwrap();
                let mut posts = facts.posts_of(school).filter(|no| {
                    let post = facts.post(*no);
                    (post.stage, &post.parts) == (one.stage, &one.parts)
                });
                here != Some(&one.school)
                    && posts.any(|no| fillers::able(&facts, no).contains(&who))
            };
            let able = plan.unfilled.iter().filter(able);
            let able: Vec<&String> = able.map(|one| &one.school).collect();
            let last = row.last().unwrap();
            for school in &able {
                let school = roster.school(roster.find_school(school).unwrap());
                assert!(last.contains(&school.name), "{name} {row:?}");
            }
            assert_eq!(able.is_empty(), last.is_empty(), "{name} {row:?}");
            named += able.len();
        }
    }
    assert!(named > 0);
}
