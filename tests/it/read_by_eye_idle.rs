//! Whom an old hand finds idle beside somebody who was sent, or beside a colleague of another subject on the post.

use crate::by_hand::{County, cell, certified, list, parts, stage, text};
use serde_json::Value;
use std::collections::BTreeSet;

/// People who stay at a school without a post though they are of a subject, by its certificate.
fn idle_of<'c>(county: &'c County, school: &str, (stage, subject): (&str, &str)) -> Vec<&'c str> {
    let busy = county.on_post();
    let moved = county.moves().iter().map(|one| text(one, "teacher"));
    let moved: Vec<&str> = moved.collect();
    let idle = county.teachers.iter().filter(|(who, row)| {
        county.base(who) == Some(school)
            && !moved.contains(&who.as_str())
            && !busy.contains(who.as_str())
            && !county.leaves(who)
            && cell(row, "在岗状态") == "在岗"
            && cell(row, "职务") == "教师"
            && cell(row, "主教学科") == subject
            && certified(row, stage, subject)
    });
    idle.map(|(who, _)| who.as_str()).collect()
}

/// People sent to a school where somebody of their subject stands without a post who could hold theirs; whoever needs
/// the year for her title may go. Where a share leaves no better move, the plan says of as many that it gains nothing.
pub(crate) fn sent_beside_idle(county: &County) -> Vec<String> {
    let (mut found, mut sent) = (Vec::new(), BTreeSet::new());
    for one in county.moves().iter().filter(|one| !county.is_free(one)) {
        let (who, to) = (text(one, "teacher"), text(one, "to"));
        let own = cell(&county.teachers[who], "主教学科");
        let reasons = list(one, "reasons").iter();
        let year = reasons.filter(|one| **one == "title_year").count() > 0;
        let seat = county
            .held(who)
            .filter(|(school, _)| *school == to && !year);
        let Some((_, post)) = seat else {
            continue;
        };
        for other in idle_of(county, to, (stage(post), own)) {
            if county.taught(other, post) >= county.taught(who, post) {
                sent.insert(who);
                let (who, other) = (county.person(who), county.person(other));
                found.push(format!("{who} → {to}，该校{other}无岗：{:?}", parts(post)));
            }
        }
    }
    let goals = list(&county.plan["outcome"], "goals").iter();
    let mut for_a_share = goals.filter(|goal| goal["goal"] == "share_only");
    let said = for_a_share.next().and_then(|goal| goal["value"].as_u64());
    if sent.len() <= usize::try_from(said.unwrap_or(0)).unwrap() {
        found.clear();
    }
    found
}

/// Posts that somebody of another subject holds at home, where whoever is of the subject and could teach all of it
/// stands without a post.
pub(crate) fn not_the_own_people(county: &County) -> Vec<String> {
    let mut found = Vec::new();
    for (school, post) in county.posts() {
        let (stage, main) = (stage(post), County::main(post));
        let all: i64 = parts(post).iter().map(|part| part.1).sum();
        let able = idle_of(county, school, (stage, main));
        let able = able.iter().filter(|who| county.taught(who, post) == all);
        let able: Vec<_> = able.collect();
        for holder in list(post, "filled_by").iter().filter_map(Value::as_str) {
            let row = &county.teachers[holder];
            let by_certificate = parts(post)
                .iter()
                .all(|(subject, _)| certified(row, stage, subject));
            if county.base(holder) == Some(school)
                && cell(row, "主教学科") != main
                && by_certificate
                && let Some(other) = able.first()
            {
                let (holder, other) = (county.person(holder), county.person(other));
                found.push(format!("{school}{main}岗：{holder}，而{other}无岗"));
            }
        }
    }
    found
}

/// People who stay at their school on a post of another subject, while a post of their own that they could hold whole
/// stands empty there.
pub(crate) fn pulled_away(county: &County) -> Vec<String> {
    let moved = county.moves().iter().map(|one| text(one, "teacher"));
    let moved: Vec<&str> = moved.collect();
    let mut found = Vec::new();
    for (school, post) in county.posts() {
        let empty = post["empty"].as_i64().unwrap_or(0) > 0;
        let (stage, main) = (stage(post), County::main(post));
        let all: i64 = parts(post).iter().map(|part| part.1).sum();
        for (who, row) in county.teachers.iter().filter(|_| empty) {
            let Some((at, held)) = county.held(who) else {
                continue;
            };
            if at == school
                && !moved.contains(&who.as_str())
                && cell(row, "主教学科") == main
                && certified(row, stage, main)
                && County::main(held) != main
                && county.taught(who, post) == all
            {
                let who = county.person(who);
                found.push(format!("{school}{main}岗空缺，{who}任{:?}", parts(held)));
            }
        }
    }
    found
}
