//! What an old hand looks for first in a list of moves, on the six shipped scenarios and on twenty made-up
//! counties, long roads among them: reckoned here from the tables and from who goes where and holds which post.

use crate::by_hand::{
    County, Line, SHIPPED, cell, certified, list, parts, planned, stage, teaches, text,
};
use crate::read_by_eye_idle::{not_the_own_people, pulled_away, sent_beside_idle};
use lungang::domain::{Stage, Subject};
use lungang::generate::{Options as MadeUp, PlaceKind, generate};
use lungang::input::load_documents;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// Teachers, schools and seed of made-up counties of each kind; Zhangye and Alar have the long roads.
const MADE_UP: [(PlaceKind, u32, u32, u64); 20] = [
    (PlaceKind::National, 60, 6, 4),
    (PlaceKind::National, 80, 7, 2),
    (PlaceKind::National, 100, 9, 3),
    (PlaceKind::National, 120, 10, 4),
    (PlaceKind::Anshan, 70, 6, 5),
    (PlaceKind::Anshan, 100, 9, 6),
    (PlaceKind::Anshan, 130, 10, 7),
    (PlaceKind::Zhangye, 60, 7, 8),
    (PlaceKind::Zhangye, 80, 8, 9),
    (PlaceKind::Zhangye, 90, 10, 21),
    (PlaceKind::Zhangye, 110, 11, 11),
    (PlaceKind::Zhangye, 120, 13, 12),
    (PlaceKind::Zhangye, 140, 14, 13),
    (PlaceKind::Alar, 80, 8, 14),
    (PlaceKind::Alar, 120, 10, 15),
    (PlaceKind::Township, 70, 7, 16),
    (PlaceKind::Township, 90, 9, 17),
    (PlaceKind::Dehua, 80, 7, 18),
    (PlaceKind::Dehua, 110, 9, 19),
    (PlaceKind::Dehua, 150, 12, 20),
];

fn made_up((place, teachers, schools, seed): (PlaceKind, u32, u32, u64)) -> County {
    let tables = generate(&MadeUp {
        teachers,
        schools,
        seed,
        ..MadeUp::of(place)
    });
    let name = format!("eye-{}-{teachers}-{seed}", place.key());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    lungang::generate::write(&tables, &folder).unwrap();
    let documents = load_documents(std::slice::from_ref(&folder)).unwrap();
    planned(&format!("{} {seed}", place.key()), &documents)
}

/// All of them, solved beside each other, once for all tests.
pub(crate) static ALL: LazyLock<Vec<County>> = LazyLock::new(|| {
    let made = MADE_UP.par_iter().map(|one| made_up(*one));
    let shipped = SHIPPED.values().cloned();
    shipped.chain(made.collect::<Vec<_>>()).collect()
});

/// Moves of over an hour one way for under half a full load, or out of a village or weak school, which
/// nobody asked for.
fn far_for_little(county: &County) -> Vec<String> {
    let mut found = Vec::new();
    for one in county.moves().iter().filter(|one| !county.is_free(one)) {
        let (who, to) = (text(one, "teacher"), text(one, "to"));
        let way = county.minutes(who, to);
        let told = one["travel_minutes"].as_f64();
        let near = |a: f64, b: f64| (a - b).abs() <= 1.0 + b / 100.0;
        assert!(
            way.zip(told).is_none_or(|(way, told)| near(way, told)),
            "{}: {who} has {way:?} minutes to {to}, the plan says {told:?}",
            county.name
        );
        let seat = county.held(who).filter(|(school, _)| *school == to);
        let taught = seat.map_or(0, |(_, post)| county.taught(who, post));
        let load = seat.map_or(1, |(_, post)| county.load(stage(post), County::main(post)));
        let up = county.takes_in(text(one, "from"));
        if told.or(way).is_none_or(|way| way > 60.0) && (up || 2 * taught < load) {
            let post = seat.map(|(_, post)| parts(post));
            found.push(format!(
                "{} → {to}: {told:?}分钟，{taught}/{load}课时，{post:?}",
                county.person(who)
            ));
        }
    }
    found
}

/// Recruits where somebody stands idle who has the subject by certificate.
fn beside_idle(county: &County) -> Vec<String> {
    let (after, busy) = (county.after(), county.on_post());
    let mut found = Vec::new();
    for one in list(&county.plan, "recruits") {
        let (school, main) = (text(one, "school"), County::main(one));
        let idle = after.iter().filter(|(who, at)| {
            let row = &county.teachers[**who];
            **at == school
                && !busy.contains(**who)
                && cell(row, "职务") == "教师"
                && certified(row, stage(one), main)
        });
        found.extend(
            idle.map(|(who, _)| {
                format!("{}无岗，{school}却招聘{:?}", county.person(who), parts(one))
            }),
        );
    }
    found
}

/// Whatever a rule may look at, but who asked, how long she has been there and whom the lot falls on.
fn alike(county: &County, one: &str, other: &str) -> bool {
    let heads = [
        "学历",
        "用人形式",
        "编制所在学校",
        "现任教学校",
        "职务",
        "任教学段",
        "主教学科",
        "教师资格学段",
        "教师资格学科",
        "定向职称",
        "骨干级别",
        "保护情形",
        "积分",
        "服务期截止年月",
        "师德合格",
        "国家通用语言",
        "拟申报职称",
        "配偶工号",
        "独自照料",
    ];
    let (a, b) = (&county.teachers[one], &county.teachers[other]);
    heads.iter().all(|head| cell(a, head) == cell(b, head))
        && county.is_eligible(one) == county.is_eligible(other)
        && cell(a, "拟申报职称").is_empty()
        && teaches(a)
}

/// People sent who did not ask, while somebody alike who asked for that school, no farther from it, stays.
fn drafted_first(county: &County) -> Vec<String> {
    let moved: Vec<&str> = county
        .moves()
        .iter()
        .map(|one| text(one, "teacher"))
        .collect();
    let mut found = Vec::new();
    for one in county.moves().iter().filter(|one| !county.is_free(one)) {
        let (who, to) = (text(one, "teacher"), text(one, "to"));
        let stays = county.teachers.keys().filter(|other| {
            !moved.contains(&other.as_str())
                && county.base(other) == county.base(who)
                && county.is_eligible(other)
                && county.asked_for(other, to)
                && county.minutes(other, to) <= county.minutes(who, to)
                && alike(county, who, other)
        });
        found.extend(stays.map(|other| {
            format!(
                "{} → {to}，而自愿的{}留下",
                county.person(who),
                county.person(other)
            )
        }));
    }
    found
}

/// People who are sent though they neither meet the conditions nor asked for it; and of those whom the plan itself
/// calls protected anybody who is sent elsewhere than she asked.
fn not_to_be_moved(county: &County) -> Vec<String> {
    let spared = list(&county.plan, "not_eligible").iter();
    let spared = spared.filter(|one| one["protected"] == true);
    let spared: Vec<&str> = spared.map(|one| text(one, "teacher")).collect();
    let sent = county.moves().iter().filter(|one| !county.is_free(one));
    let sent = sent.map(|one| text(one, "teacher"));
    let wrong = sent.filter(|who| !county.is_eligible(who) || spared.contains(who));
    wrong.map(|who| county.person(who)).collect()
}

/// The state of somebody, from the lists of the plan and the row of the roster.
fn state(county: &County, who: &str) -> &'static str {
    let row = &county.teachers[who];
    let moves = county
        .moves()
        .iter()
        .find(|one| text(one, "teacher") == who);
    if county.leaves(who) {
        "leaving"
    } else if cell(row, "在岗状态") != "在岗" {
        "away"
    } else if let Some(one) = moves {
        if county.closes(text(one, "from")) {
            "placed"
        } else {
            "rotating"
        }
    } else if county.goes_on(who) {
        "posted"
    } else if county.leads(who) {
        "leading"
    } else if county.held(who).is_some() {
        "on_post"
    } else if cell(row, "职务") == "中层干部" {
        "leading"
    } else {
        "no_post"
    }
}

/// Rows of the roster that do not stand in the plan once, in their own state.
fn unaccounted(county: &County) -> Vec<String> {
    let mut told: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in list(&county.plan, "people") {
        let states = told.entry(text(one, "teacher")).or_default();
        states.push(text(one, "state"));
    }
    let strangers = told
        .keys()
        .filter(|who| !county.teachers.contains_key(**who));
    let mut found: Vec<String> = strangers.map(|who| (*who).to_owned()).collect();
    for who in county.teachers.keys() {
        let (told, own) = (told.get(who.as_str()), state(county, who));
        if told.is_none_or(|told| told != &[own]) {
            found.push(format!("{}：{told:?}，应为{own}", county.person(who)));
        }
    }
    found
}

/// What somebody finds who looks for one thing.
type Found = fn(&County) -> Vec<String>;

#[test]
fn an_old_hand_finds_nothing_to_laugh_at() {
    let mut found: Vec<String> = Vec::new();
    for county in ALL.iter() {
        let all: [(&str, Found); 8] = [
            ("far for little", far_for_little),
            ("recruit beside idle staff", beside_idle),
            ("sent beside idle staff", sent_beside_idle),
            ("not the own people", not_the_own_people),
            ("pulled away from her own subject", pulled_away),
            ("drafted before a volunteer", drafted_first),
            ("not to be moved", not_to_be_moved),
            ("unaccounted", unaccounted),
        ];
        for (what, of) in all {
            found.extend(
                of(county)
                    .into_iter()
                    .map(|one| format!("{} {what}: {one}", county.name)),
            );
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// A county whose plan somebody has spoilt in one way.
fn spoilt(spoil: impl Fn(&mut County)) -> County {
    spoilt_of("zhangye", spoil)
}

fn spoilt_of(name: &str, spoil: impl Fn(&mut County)) -> County {
    let mut county = SHIPPED[name].clone();
    spoil(&mut county);
    county
}

/// The first of the movers of whom something is true.
fn mover(county: &County, is: impl Fn(&Value) -> bool) -> (String, String) {
    let mut moves = county.moves().iter();
    let one = moves.find(|one| !county.is_free(one) && is(one)).unwrap();
    (text(one, "teacher").to_owned(), text(one, "to").to_owned())
}

/// The parts of the post that somebody holds, one period each.
fn fewer_periods(plan: &mut Value, who: &str) {
    for school in plan["schools"].as_array_mut().unwrap() {
        for post in school["teaching_posts"].as_array_mut().unwrap() {
            if list(post, "filled_by").contains(&who.into()) {
                for part in post["parts"].as_array_mut().unwrap() {
                    part[1] = 1.into();
                }
            }
        }
    }
}

#[test]
fn what_an_old_hand_laughs_at_is_found() {
    let far = spoilt_of("alar", |county| {
        let long = |one: &Value| one["travel_minutes"].as_i64() > Some(62);
        let (who, _) = mover(county, long);
        fewer_periods(&mut county.plan, &who);
    });
    assert_eq!(far_for_little(&far).len(), 1);
    let hired = spoilt(|county| {
        let mut idle = county.teachers.keys();
        let who = idle.find(|who| state(county, who) == "no_post").unwrap();
        let row = &county.teachers[who];
        let key = |word: &str| Subject::find(word).unwrap().key().to_owned();
        let stage = Stage::ALL
            .iter()
            .find(|one| one.text().zh == cell(row, "任教学段"));
        let recruit = json!({ "pool": "Z9", "number": 1, "school": county.base(who),
            "stage": stage.unwrap().key(), "parts": [[key(cell(row, "主教学科")), 12]] });
        county.plan["recruits"]
            .as_array_mut()
            .unwrap()
            .push(recruit);
    });
    assert_eq!(beside_idle(&hired).len(), 1, "{:?}", beside_idle(&hired));
    let drafted = spoilt(|county| {
        let (who, to) = mover(county, |_| true);
        let mut other = county.teachers[&who].clone();
        other.insert("自愿报名".into(), "是".into());
        other.insert("志愿学校".into(), to);
        county.teachers.insert("T99999".into(), other);
    });
    assert_eq!(drafted_first(&drafted).len(), 1);
    assert_eq!(unaccounted(&drafted).len(), 1, "nobody speaks of T99999");
    let spared = spoilt(|county| {
        let (who, _) = mover(county, |_| true);
        let row = county.teachers.get_mut(&who).unwrap();
        row.insert("保护情形".into(), "重大疾病".into());
    });
    assert_eq!(not_to_be_moved(&spared).len(), 1);
    let listed = spoilt(|county| {
        let (who, _) = mover(county, |_| true);
        let kept = county.plan["not_eligible"].as_array_mut().unwrap();
        kept.push(json!({ "teacher": who, "protected": true, "reasons": ["illness"] }));
    });
    assert_eq!(not_to_be_moved(&listed).len(), 1);
    let twice = spoilt(|county| {
        let people = county.plan["people"].as_array_mut().unwrap();
        people.push(people[0].clone());
    });
    assert_eq!(unaccounted(&twice).len(), 1);
    let idle = spoilt(|county| {
        let people = county.plan["people"].as_array_mut().unwrap();
        let on_post = people
            .iter_mut()
            .find(|one| text(one, "state") == "on_post");
        on_post.unwrap()["state"] = "no_post".into();
    });
    assert_eq!(unaccounted(&idle).len(), 1);
}

#[test]
fn somebody_pulled_away_from_an_empty_post_of_her_own_is_found() {
    let pulled = spoilt(|county| {
        let stays = |who: &str| {
            let mut moves = county.moves().iter();
            moves.all(|one| text(one, "teacher") != who)
        };
        // The only one of the subject there, so that nobody else is pulled away from the same post.
        let alone = |who: &str, row: &Line| {
            let mut others = county.teachers.iter().filter(|(other, _)| *other != who);
            others.all(|(other, line)| {
                county.base(other) != county.base(who)
                    || cell(line, "主教学科") != cell(row, "主教学科")
            })
        };
        let own = county.teachers.iter().find(|(who, row)| {
            let held = county.held(who).filter(|_| alone(who, row));
            held.is_some_and(|(_, post)| {
                let all: i64 = parts(post).iter().map(|part| part.1).sum();
                County::main(post) == cell(row, "主教学科")
                    && county.taught(who, post) == all
                    && stays(who)
                    && post["number"] == 1
            })
        });
        let who = own.unwrap().0.clone();
        let (school, post) = county.held(&who).unwrap();
        let (school, main) = (school.to_owned(), County::main(post));
        for of in county.plan["schools"].as_array_mut().unwrap() {
            if text(of, "id") != school {
                continue;
            }
            let posts = of["teaching_posts"].as_array_mut().unwrap();
            for post in posts.iter_mut() {
                if list(post, "filled_by").contains(&who.as_str().into()) {
                    (post["filled_by"], post["empty"]) = (json!([]), 1.into());
                }
            }
            let other = posts.iter_mut().find(|post| County::main(post) != main);
            other.unwrap()["filled_by"] = json!([who]);
        }
    });
    assert_eq!(pulled_away(&pulled).len(), 1);
}
