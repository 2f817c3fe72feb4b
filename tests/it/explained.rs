//! What is explained of a teacher besides her letter: her week, and her place among the applicants for a
//! title post, as the plan has them.

use lungang::decide::{Decided, given};
use lungang::facts::Facts;
use lungang::input::load_documents;
use lungang::plan::Plan;
use lungang::policy::GoalId;
use lungang::report::teacher_answer;
use lungang::run::{check, read_plan_file};
use lungang::solve::Options;
use lungang::study::{TeacherAnswer, explain_teacher};
use lungang::text::{Lang, OwnedText};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("scenarios").join(name)
}

/// What the document says of her, next to what is explained.
fn as_in_the_plan(doc: &Plan, id: &str, hers: &TeacherAnswer) {
    let week = doc.periods.weeks.iter().find(|one| one.teacher == id);
    let taught = week.map_or(&[][..], |week| &week.lessons);
    let said = hers.week.as_ref();
    let lessons = said.map_or(&[][..], |week| &week.lessons);
    let said_of: Vec<_> = lessons
        .iter()
        .map(|one| (one.school.as_str(), one.stage, one.subject, one.periods))
        .collect();
    let written: Vec<_> = taught
        .iter()
        .map(|one| (one.school.as_str(), one.stage, one.subject, one.periods))
        .collect();
    assert_eq!(said_of, written, "{id}");
    if let (Some(week), Some(said)) = (week, said) {
        let besides: i64 = taught.iter().map(|one| i64::from(one.periods)).sum();
        let sums = (said.most, said.on_post, said.on_the_road, said.besides);
        assert_eq!(
            sums,
            (week.most, week.on_post, week.on_the_road, besides),
            "{id}"
        );
    }
    let trips = said.map_or(&[][..], |week| &week.trips);
    let said_of: Vec<_> = trips
        .iter()
        .map(|one| (one.school.as_str(), one.half_days, one.travel_minutes))
        .collect();
    let written: Vec<_> = (doc.itinerants.iter().filter(|one| one.teacher == id))
        .map(|one| (one.to.as_str(), one.half_days, one.travel_minutes))
        .collect();
    assert_eq!(said_of, written, "{id}");
    let written = doc.appointments.iter().find(|one| one.teacher == id);
    assert_eq!(hers.application.is_some(), written.is_some(), "{id}");
    if let Some((said, written)) = hers.application.as_ref().zip(written) {
        assert_eq!(said.school, written.school, "{id}");
        assert_eq!(
            (said.title, said.place, said.appointed, said.post),
            (
                written.title,
                written.place,
                written.appointed,
                written.post
            ),
            "{id}"
        );
        let lacks = said.lacks.iter();
        let lacks: Vec<OwnedText> = lacks.copied().map(OwnedText::from).collect();
        assert_eq!(lacks, written.lacks, "{id}");
        assert!(said.place <= said.of, "{id}");
    }
}

/// The program in which a plan of a file is fixed says of every goal what the auditor says; how many the plan
/// moves onto posts that are not worth it.
fn held_to_the_auditor(name: &str, plan: &Decided) -> i64 {
    for one in plan.outcome.of_policy() {
        let judged = plan.goal(one.goal);
        assert_eq!(one.value, Some(judged), "{name}: {}", one.goal.key());
    }
    plan.goal(GoalId::ShareOnly)
}

/// Of everybody who stays in any case, so that nothing need be solved.
#[test]
fn a_week_and_an_application_are_explained_as_the_plan_has_them() {
    let (mut itinerants, mut appointed, mut waiting, mut unfit) = (0, 0, 0, 0);
    let mut lodged = 0;
    for name in ["alar", "anshan", "dehua", "national", "township", "zhangye"] {
        let folder = folder(name);
        let checked = check(&load_documents(std::slice::from_ref(&folder)).unwrap());
        let (roster, book) = checked.ready().unwrap();
        let (doc, _) = read_plan_file(&checked, &folder.join("expected/plan.json"), None).unwrap();
        let (doc, facts, options) = (doc.unwrap(), Facts::new(roster, book), Options::default());
        let plan = given(&facts, &doc, &options).unwrap().unwrap();
        lodged += held_to_the_auditor(name, &plan);
        let all = roster.teacher_nos();
        for who in all.filter(|who| !facts.stands(*who).movable) {
            let id = &roster.teacher(who).id;
            let answer = explain_teacher(&facts, &plan, who, &options).unwrap();
            as_in_the_plan(&doc, id, &answer);
            let texts = [Lang::Zh, Lang::En].map(|lang| teacher_answer(&answer, lang));
            for text in &texts {
                assert!(!text.contains('{') && !text.contains("null"), "{text}");
            }
            let says = |zh: &str, en: &str| {
                assert!(texts[0].contains(zh), "{id}: {}", texts[0]);
                assert!(texts[1].contains(en), "{id}: {}", texts[1]);
            };
            for trip in answer.week.iter().flat_map(|week| &week.trips) {
                itinerants += 1;
                let (to, days) = (&trip.name, trip.half_days);
                says(
                    &format!("走教{to}：每周{days}个半天"),
                    &format!("goes to {to}, half-days a week: {days}"),
                );
            }
            let Some(one) = &answer.application else {
                continue;
            };
            match (one.place, one.appointed) {
                (Some(place), true) => {
                    appointed += 1;
                    says(&format!("中排第{place}"), "; appointed by this plan");
                }
                (Some(place), false) => {
                    waiting += 1;
                    let of = format!("place {place} of {}", one.of.unwrap());
                    says("本方案未聘任", &of);
                }
                (None, _) => {
                    unfit += 1;
                    says("欠缺：", one.lacks[0].en);
                }
            }
        }
    }
    let seen = [itinerants, appointed, waiting, unfit];
    assert!(seen.iter().all(|number| *number > 0), "{seen:?}");
    // Three in alar, three in zhangye and one in the township: what their schools lack, nobody has who may be asked.
    assert!(lodged <= 7, "{lodged} people are moved for a share only");
}

#[test]
fn the_command_gives_them_as_text_and_as_facts() {
    let plan = folder("alar").join("expected/plan.json");
    let doc: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    let appointed = doc["appointments"].as_array().unwrap();
    let hers = appointed.iter().find(|one| one["appointed"] == true);
    let hers = hers.unwrap();
    let said = |more: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_lungang"))
            .arg("explain")
            .args([&folder("alar"), &plan])
            .args(["--teacher", hers["teacher"].as_str().unwrap()])
            .args(more)
            .output()
            .unwrap();
        assert!(done.status.success(), "{done:?}");
        String::from_utf8(done.stdout).unwrap()
    };
    let facts: Value = serde_json::from_str(&said(&["--json"])).unwrap();
    assert_eq!(facts["application"]["place"], hers["place"], "{facts:#}");
    assert_eq!(facts["application"]["post"], hers["post"], "{facts:#}");
    assert!(facts["week"]["most"].is_i64(), "{facts:#}");
    let zh = said(&["--lang", "zh", "-q"]);
    assert!(zh.contains("本方案聘任"), "{zh}");
    let en = said(&["--lang", "en", "-q"]);
    assert!(en.contains("appointed by this plan"), "{en}");
}
