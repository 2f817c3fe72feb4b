//! From a plan document, ours or made by hand, to the numbers of the roster.

use super::matching::match_posts;
use super::months::say_what_no_move_may_be;
use super::plan_codes::{MOVED_TWICE, NOT_AT_WORK, NOT_IN_FORCE, WRONG_START};
use super::reader::Reader;
use super::seating::seat_all;
use super::secondary::{SECONDARY, decisions};
use super::{MoveDoc, Plan, RecruitDoc};
use crate::blanks;
use crate::domain::{SchoolNo, Status, TeacherNo};
use crate::facts::{Facts, Hire, Placement, PlannedMove};
use crate::finding::{About, Finding, Findings};
use crate::rules::card;
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Reads a plan document against the facts; what cannot be placed is a finding.
pub fn placement(facts: &Facts<'_>, doc: &Plan) -> (Placement, Findings) {
    let mut reader = Reader {
        facts,
        plan: Placement::empty(facts),
        findings: Findings::default(),
        called: called(doc),
        cells: &doc.cells,
        old: doc.old || doc.other_input,
    };
    for one in &doc.moves {
        read_move(&mut reader, one);
    }
    if doc.old || doc.other_input {
        match_posts(&mut reader, doc);
    } else {
        read_posts(&mut reader, doc);
    }
    if doc.unseated {
        seat_all(&mut reader);
    }
    for one in decisions(facts) {
        one.read(doc, &mut reader);
    }
    say_what_is_not_in_force(&mut reader, doc);
    reader.plan.moves.sort();
    reader.plan.hires.sort();
    reader.plan.sort_fills();
    reader.plan.sort_secondary();
    say_who_moves_twice(&mut reader);
    say_what_no_move_may_be(&mut reader);
    (reader.plan, reader.findings)
}

/// Who fills which post when nothing is decided, as a plan document has it. Who is not there, works at another school,
/// has a seat already, cannot fill the post or finds it full is left out: it cannot be so.
pub fn undecided(facts: &Facts<'_>, doc: &Plan) -> Placement {
    let mut reader = Reader {
        facts,
        plan: Placement::empty(facts),
        findings: Findings::default(),
        called: called(doc),
        cells: &doc.cells,
        old: true,
    };
    let mut seated = BTreeSet::new();
    for school in &doc.schools {
        for post in &school.teaching_posts {
            let no = reader.post(&school.id, post.stage, &post.parts, post.must_open);
            if let Some(no) = no {
                let ids = post.filled_before.as_ref().unwrap_or(&post.filled_by);
                for who in ids.iter().filter_map(|id| facts.roster.find_teacher(id)) {
                    let stand = facts.stands(who);
                    let here = stand.base == Some(facts.post(no).school);
                    let fills = facts.profile(stand.profile).fit(facts.post(no)).fills();
                    let room = reader.plan.empty_of(facts, no) > 0;
                    if here && fills && room && seated.insert(who) {
                        reader.plan.fills[no.0].push(who);
                    }
                }
            }
        }
    }
    reader.plan.sort_fills();
    reader.plan
}

/// What people are called in a plan, by id.
fn called(doc: &Plan) -> BTreeMap<&str, &str> {
    let people = doc.people.iter().map(|one| (&one.teacher, &one.name));
    let moves = doc.moves.iter().map(|one| (&one.teacher, &one.name));
    let all = doc.called.iter().chain(people).chain(moves);
    all.map(|(id, name)| (id.as_str(), name.as_str())).collect()
}

/// Who fills which post, and who is recruited for which.
fn read_posts(reader: &mut Reader<'_>, doc: &Plan) {
    for school in &doc.schools {
        for post in &school.teaching_posts {
            let no = reader.post(&school.id, post.stage, &post.parts, post.must_open);
            if let Some(no) = no {
                let ids = post.filled_by.iter();
                let people: Vec<TeacherNo> = ids.filter_map(|id| reader.teacher(id)).collect();
                reader.plan.fills[no.0].extend(people);
            }
        }
    }
    for one in &doc.recruits {
        read_recruits(reader, one);
    }
}

/// Decisions under a rule that is off are none.
fn say_what_is_not_in_force(reader: &mut Reader<'_>, doc: &Plan) {
    for (rules, one) in SECONDARY {
        let number = one.listed(doc);
        let is_on = rules.iter().any(|rule| reader.facts.book.is_on(*rule));
        let Some(rule) = rules.first().filter(|_| number > 0 && !is_on) else {
            continue;
        };
        let title = card(rule.key()).map(|card| card.title);
        let blanks = blanks! { number: number, rule: title };
        reader.findings.push(Finding::new(&NOT_IN_FORCE, blanks));
    }
}

fn read_move(reader: &mut Reader<'_>, doc: &MoveDoc) {
    let who = reader.teacher(&doc.teacher);
    let unsaid = |key: &str| doc.unsaid.contains(&key);
    let from = match who.filter(|_| unsaid("from")) {
        Some(who) => reader.facts.stands(who).base,
        None => reader.school(&doc.from),
    };
    let to = reader.school(&doc.to);
    let (Some(teacher), Some(from), Some(to)) = (who, from, to) else {
        return;
    };
    if reader.facts.stands(teacher).base != Some(from) {
        say_not_there(reader, teacher, from);
    }
    let mut terms = (doc.form, doc.end);
    let planned = PlannedMove::new(reader.facts, teacher, from, to);
    // Older plans had a form and an end for whoever is placed, and the tables may say otherwise which school closes.
    let stated = terms.0.is_some() && terms.1.is_some();
    if reader.old && (planned.end.is_none() || !stated) {
        terms = (planned.form, planned.end);
    }
    if unsaid("form") {
        terms.0 = planned.form;
    }
    if unsaid("end") {
        terms.1 = planned.end;
    }
    let start = if unsaid("start") {
        planned.start
    } else {
        doc.start
    };
    let quota_goes = if unsaid("quota_goes") {
        planned.quota_goes
    } else {
        doc.quota_goes
    };
    reader.plan.moves.push(PlannedMove {
        teacher,
        from,
        to,
        form: terms.0,
        start,
        end: terms.1,
        share: doc.share,
        quota_goes,
        bed: doc.bed,
    });
}

/// Tells that somebody is sent from a school where she is not: at another one, or at none, since she does not teach.
fn say_not_there(reader: &mut Reader<'_>, teacher: TeacherNo, from: SchoolNo) {
    let roster = reader.facts.roster;
    let (id, one) = (roster.teacher_id(teacher), roster.teacher(teacher));
    let about = About::Teacher(id.clone());
    let from = &roster.school(from).name;
    if let Some(now) = reader.facts.stands(teacher).base {
        let now = &roster.school(now).name;
        let blanks = blanks! { id: id, name: one.name, now: now, from: from };
        reader.say(&WRONG_START, about, blanks);
        return;
    }
    let leaves = one.status == Status::Active;
    let status = if leaves { LEAVES } else { one.status.text() };
    let blanks = blanks! { id: id, name: one.name, status: status, from: from };
    reader.say(&NOT_AT_WORK, about, blanks);
}

const LEAVES: Text = Text::new("即将退休或离开", "retires or leaves");

fn read_recruits(reader: &mut Reader<'_>, doc: &RecruitDoc) {
    let pool = reader.pool(&doc.pool);
    let post = reader.post(&doc.school, doc.stage, &doc.parts, doc.must_open);
    if let (Some(pool), Some(post)) = (pool, post) {
        reader.plan.hires.push(Hire {
            pool,
            post,
            number: doc.number,
        });
    }
}

/// A plan moves nobody twice; its moves are sorted.
fn say_who_moves_twice(reader: &mut Reader<'_>) {
    let movers: Vec<TeacherNo> = reader.plan.moves.iter().map(|one| one.teacher).collect();
    let pairs = movers.iter().zip(movers.iter().skip(1));
    for (&who, _) in pairs.filter(|(one, next)| one == next) {
        let id = reader.facts.roster.teacher_id(who);
        let about = About::Teacher(id.clone());
        reader.say(&MOVED_TWICE, about, blanks! { id: id });
    }
}
