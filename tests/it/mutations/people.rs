//! Breaking the rules on who may go, and on what the officer has decided.

use super::Breaker;
use super::county::Scene;
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Class, SchoolNo, Status, TeacherNo};
use lungang::facts::Exemption;

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R01", moves_whom_it_may_not),
    ("R01b", leaves_people_at_a_closing_school),
    ("R01c", moves_into_a_closing_school),
    ("R02", moves_the_locked),
    ("R02b", sends_where_she_did_not_ask),
    ("R43", sends_out_of_the_district),
    ("R13", takes_the_title_year),
    ("R19", forgets_a_pin),
    ("R19b", goes_against_a_ban),
    ("R20", burdens_one_more),
    ("R21", moves_somebody_on_rotation),
    ("R21b", gives_a_post_to_the_absent),
];

/// An open school that is not where she is, nor where the plan has her.
fn elsewhere(scene: &Scene<'_>, who: TeacherNo, draw: &mut Draw) -> Option<SchoolNo> {
    let other = |no| !scene.at(who, no) && scene.next[who.0] != Some(no);
    draw.pick(&scene.schools(other))
}

/// One of these people, sent to any other school.
fn sent(scene: &Scene<'_>, people: &[TeacherNo], draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(people)?;
    let to = elsewhere(scene, who, draw)?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

fn moves_whom_it_may_not(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let people = scene.people(|who| !scene.stands(who).movable);
    sent(scene, &people, draw)
}

/// Those who are at a school that closes when nothing is decided.
fn at_closing(scene: &Scene<'_>) -> Vec<TeacherNo> {
    scene.people(|who| {
        let base = scene.stands(who).base;
        base.is_some_and(|base| scene.facts.roster.school(base).closing)
    })
}

fn leaves_people_at_a_closing_school(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let number = 1 + draw.less_than(3);
    let left = draw.some(&at_closing(scene), number)?;
    let mut edit = Edit::of(scene);
    for who in &left {
        edit.stays(*who);
    }
    edit.done(scene.about_school(scene.from(left[0])))
}

fn moves_into_a_closing_school(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let roster = scene.facts.roster;
    let closing: Vec<_> = roster.school_nos().collect();
    let closing: Vec<_> = closing
        .into_iter()
        .filter(|no| roster.school(*no).closing)
        .collect();
    let to = draw.pick(&closing)?;
    let who = draw.pick(&scene.people(|who| !scene.at(who, to)))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_school(to))
}

fn moves_the_locked(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let book = scene.facts.book;
    let locks = book.choices("protected_teachers", "locks", Exemption::find);
    let people = scene.people(|who| {
        let open = !scene.facts.roster.school(scene.from(who)).closing;
        open && scene
            .stands(who)
            .exemptions
            .iter()
            .any(|one| locks.contains(one))
    });
    sent(scene, &people, draw)
}

/// Sends somebody out of the district.
fn sends_out_of_the_district(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let roster = scene.facts.roster;
    let people = scene.people(|who| {
        let from = roster.school(scene.from(who));
        !scene.moves(who) && from.district.is_some() && !from.closing
    });
    let who = draw.pick(&people)?;
    let to = elsewhere(scene, who, draw)?;
    let (from, there) = (roster.school(scene.from(who)), roster.school(to));
    if there.district.is_none() || there.district == from.district {
        return None;
    }
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

/// Sends somebody who need not go, and volunteered for some schools, to another.
fn sends_where_she_did_not_ask(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let people = scene.people(|who| scene.stands(who).by_wish);
    let who = draw.pick(&people)?;
    let to = elsewhere(scene, who, draw)?;
    let wishes = &scene.facts.roster.teacher(who).wishes;
    if wishes.contains(&to) {
        return None;
    }
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

/// Takes the time that counts for a title from an applicant who would get it: she stays, or comes
/// for too short a time, at too small a share, or to a school that does not count.
fn takes_the_title_year(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, rule) = (&scene.facts, "title_year");
    let counts = facts.book.choices(rule, "destinations", Class::find);
    let need = facts.book.count(rule, "min_months");
    let at_one = |no: SchoolNo| facts.roster.school(no).is_any(&counts);
    let findings = &scene.before.findings.0;
    let gets = scene.people(|who| {
        let about = Some(scene.about_teacher(who));
        let named = |one: &lungang::finding::Finding| one.code.id == "R13" && one.about == about;
        scene.stands(who).lacks_title_year && !findings.iter().any(named)
    });
    let who = draw.pick(&gets)?;
    let had = i64::from(scene.stands(who).title_months);
    let short = 1 + draw.less_than((need - had - 1).max(0));
    let mut edit = Edit::of(scene);
    match (scene.moves(who), draw.below(4)) {
        (true, 0) if !at_one(scene.from(who)) => edit.stays(who),
        (true, 1) if short + had < need => {
            let posting = edit.move_of(who);
            posting.end = Some(posting.start.plus(i32::try_from(short).ok()? - 1));
        }
        (true, 2) => {
            let share = draw.less_than(facts.book.count(rule, "min_share"));
            edit.move_of(who).share = u32::try_from(share).ok()?;
        }
        _ => {
            let to = draw.pick(&scene.schools(|no| !at_one(no) && !scene.at(who, no)))?;
            edit.sends(who, to);
        }
    }
    edit.done(scene.about_teacher(who))
}

/// A pin is missed when she stays though she is to go, or goes to any other school.
fn forgets_a_pin(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let pins: Vec<_> = scene.facts.roster.pins.iter().collect();
    let pin = draw.pick(&pins)?;
    let who = pin.teacher;
    let mut edit = Edit::of(scene);
    if scene.at(who, pin.school) || draw.coin() {
        let other = |no| no != pin.school && !scene.at(who, no);
        let to = draw.pick(&scene.schools(other))?;
        edit.sends(who, to);
    } else {
        edit.stays(who);
    }
    edit.done(scene.about_teacher(who))
}

fn goes_against_a_ban(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let bans: Vec<_> = scene.facts.roster.bans.iter().collect();
    let ban = draw.pick(&bans)?;
    let who = ban.teacher;
    let to = match ban.school {
        Some(school) if scene.at(who, school) => return None,
        Some(school) => school,
        None => elsewhere(scene, who, draw)?,
    };
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    // The same person may go there on more than one way; the share of her time tells them apart.
    edit.move_of(who).share = u32::try_from(100 - draw.less_than(20)).ok()?;
    edit.done(scene.about_teacher(who))
}

/// Every further move along a way that takes time is a further burden.
fn burdens_one_more(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    if facts.book.count("preferences", "per_minute") == 0 {
        return None;
    }
    let stays = |who| !scene.moves(who) && facts.roster.teacher(who).points >= 0;
    let who = draw.pick(&scene.people(stays))?;
    let far = |no| facts.travel.minutes(who, no).is_some_and(|way| way > 0);
    let to = draw.pick(&scene.schools(|no| !scene.at(who, no) && far(no)))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(None)
}

fn moves_somebody_on_rotation(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let people = scene.people(|who| {
        let stand = scene.stands(who);
        let base = stand.base.map(|base| scene.facts.roster.school(base));
        stand.ongoing.is_some() && base.is_some_and(|base| !base.closing)
    });
    sent(scene, &people, draw)
}

fn gives_a_post_to_the_absent(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let away = |who| scene.facts.roster.teacher(who).status != Status::Active;
    let who = draw.pick(&scene.people(away))?;
    let post = draw.pick(&scene.posts(|_| true))?;
    let mut edit = Edit::of(scene);
    edit.on_post(post, who);
    edit.done(scene.about_teacher(who))
}
