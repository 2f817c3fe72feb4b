//! Breaking the rules on single postings: form, length, way, bed; and on how many leave.

use super::Breaker;
use super::county::{Scene, whole};
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Form, Protection, SchoolNo, Stage, TeacherNo};
use lungang::facts::own_people::{own_at, own_people};
use lungang::facts::own_staff::{
    beside_idle, has_surplus, is_own_seat, leaves_her_stage, only_spared, seats_of, subject_at,
};
use lungang::facts::{PlannedMove, most_away};
use lungang::plan::to_json;

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R05", names_a_wrong_form),
    ("R05b", shortens_a_posting),
    ("R05c", makes_a_posting_part_time),
    ("R05d", sends_to_the_same_school),
    ("R11b", sends_to_a_wrong_stage),
    ("R14", sends_out_too_many),
    ("R16", sends_too_far),
    ("R42c", takes_far_from_where_they_lack),
    ("R42d", sends_beside_colleagues_to_spare),
    ("R42e", sends_more_than_there_are_seats),
    ("R42f", lets_two_of_a_subject_change_places),
    ("R42j", takes_her_from_her_stage),
    ("R42h", leaves_own_people_beside_who_comes),
    ("R42g", lets_a_volunteer_change_places),
    ("R16b", sends_the_pregnant_and_nursing_far),
    ("R17", lodges_too_many),
    ("R17b", forgets_the_bed),
];

fn any_move<'s>(scene: &'s Scene<'_>, draw: &mut Draw) -> Option<&'s PlannedMove> {
    draw.pick(&scene.moves_where(|_| true))
}

/// A move with a form and an end: nobody who is placed from a closing school.
fn any_posting<'s>(scene: &'s Scene<'_>, draw: &mut Draw) -> Option<&'s PlannedMove> {
    draw.pick(&scene.moves_where(|one| one.end.is_some()))
}

/// A form that names a relation that the two schools do not have, or that is no posting of a plan.
fn names_a_wrong_form(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = any_posting(scene, draw)?;
    let [from, to] = [one.from, one.to].map(|no| scene.facts.roster.school(no));
    let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    let wrong = |form: &Form| match form {
        Form::Central => to.central_school != Some(one.from),
        Form::Group => !same(&from.group, &to.group),
        Form::Pairing => from.partner != Some(one.to) && to.partner != Some(one.from),
        Form::District => !same(&from.district, &to.district),
        Form::Itinerant | Form::Shadowing | Form::Apprentice | Form::Secondment => true,
        Form::Exchange | Form::PostFilling | Form::Support | Form::Competition | Form::Transfer => {
            false
        }
    };
    let forms: Vec<Form> = Form::ALL.iter().copied().filter(wrong).collect();
    let mut edit = Edit::of(scene);
    edit.move_of(one.teacher).form = Some(draw.pick(&forms)?);
    edit.done(scene.about_teacher(one.teacher))
}

/// Too short by anything, down to an end before the start.
fn shortens_a_posting(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = any_posting(scene, draw)?;
    let least = scene.facts.book.count("counting_forms", "min_months");
    let months = draw.less_than(least + 2) - 2;
    let mut edit = Edit::of(scene);
    edit.move_of(one.teacher).end = Some(one.start.plus(i32::try_from(months).ok()? - 1));
    edit.done(scene.about_teacher(one.teacher))
}

fn makes_a_posting_part_time(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = any_move(scene, draw)?;
    let least = scene.facts.book.count("counting_forms", "min_share");
    let mut edit = Edit::of(scene);
    edit.move_of(one.teacher).share = u32::try_from(draw.less_than(least)).ok()?;
    edit.done(scene.about_teacher(one.teacher))
}

fn sends_to_the_same_school(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = any_move(scene, draw)?;
    let from = scene.facts.roster.school(one.from).id.clone();
    let mut edit = Edit::of(scene);
    edit.move_of(one.teacher).to = from;
    edit.done(scene.about_teacher(one.teacher))
}

/// Whoever has a base that a plan can move her from.
fn teaching(scene: &Scene<'_>, holds: impl Fn(TeacherNo) -> bool) -> Vec<TeacherNo> {
    scene.people(|who| scene.stands(who).base.is_some() && holds(who))
}

fn sends_to_a_wrong_stage(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&teaching(scene, |_| true))?;
    let (roster, stage) = (scene.facts.roster, scene.facts.roster.teacher(who).stage);
    let same = match scene.facts.book.choice("surplus_first", "stage_moves") {
        "same" => true,
        "same_or_lower" => false,
        _ => return None,
    };
    let open = |here: &Stage| *here == stage || (!same && *here < stage);
    let wrong = |no: SchoolNo| !roster.school(no).kind.stages().iter().any(open);
    let to = draw.pick(&scene.schools(|no| !scene.at(who, no) && wrong(no)))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

/// One more leaves than the cap lets go, at least.
fn sends_out_too_many(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let from = draw.pick(&scene.schools(|_| true))?;
    let here = teaching(scene, |who| scene.at(who, from));
    let cap = scene.facts.book.share("leavers_cap", "at_most");
    let most = cap.floor_of(whole(here.len()));
    let stay: Vec<_> = here
        .iter()
        .copied()
        .filter(|who| !scene.moves(*who))
        .collect();
    let leave = whole(here.len() - stay.len());
    let more = most - leave + 1 + draw.less_than(2);
    let mut edit = Edit::of(scene);
    for who in draw.some(&stay, more)? {
        let to = draw.pick(&scene.schools(|no| no != from))?;
        edit.sends(who, to);
    }
    edit.done(scene.about_school(from))
}

/// Whether the way of a teacher to a school is known to be longer than this.
fn is_longer(scene: &Scene<'_>, who: TeacherNo, to: SchoolNo, key: &str) -> bool {
    let most = scene.facts.book.count("travel_limit", key);
    let way = scene.facts.travel.minutes(who, to);
    way.is_some_and(|way| i64::from(way) > most) && !scene.at(who, to)
}

fn is_kept_near(scene: &Scene<'_>, who: TeacherNo) -> bool {
    let near = |one: &Protection| [Protection::Pregnant, Protection::Nursing].contains(one);
    let teacher = scene.facts.roster.teacher(who);
    teacher.protections.iter().any(near)
}

fn sends_too_far(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&teaching(scene, |who| !is_kept_near(scene, who)))?;
    let far = |no: SchoolNo| {
        scene.facts.roster.school(no).beds == 0 && is_longer(scene, who, no, "minutes_at_most")
    };
    let to = draw.pick(&scene.schools(far))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

/// From a school that should receive teachers, farther than anybody is taken from there.
fn takes_far_from_where_they_lack(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let far = |who: TeacherNo, to: SchoolNo| {
        let from = scene.facts.stands(who).base?;
        let most = most_away(&scene.facts, from, to)?;
        let way = scene.facts.travel.minutes(who, to)?;
        (i64::from(way) > most && !scene.at(who, to)).then_some(())
    };
    let placed = |who: TeacherNo| scene.facts.pins.iter().any(|pin| pin.teacher == who);
    let anywhere = |who: TeacherNo| {
        let mut schools = scene.facts.roster.school_nos();
        let kept = placed(who) || scene.facts.must_leave(who);
        // A move has one price, however much speaks against it: hers may be paid already.
        let goes = scene.moves(who);
        schools.any(|to| far(who, to).is_some()) && !kept && !goes
    };
    let who = draw.pick(&teaching(scene, anywhere))?;
    let to = draw.pick(&scene.schools(|to| far(who, to).is_some()))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

/// To a school that has people of the subject to spare, on a way that nothing is to be said about.
fn sends_beside_colleagues_to_spare(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let asked = facts.book.flag("move_worth", "own_staff_first");
    let placed = |who: TeacherNo| facts.pins.iter().any(|pin| pin.teacher == who);
    let spare = |who: TeacherNo, to: SchoolNo| {
        let near = facts.travel.minutes(who, to).is_some_and(|way| way <= 20);
        asked && near && !scene.at(who, to) && beside_idle(facts, who, to)
    };
    let anywhere = |who: TeacherNo| {
        let stand = scene.stands(who);
        !stand.lacks_title_year
            && !placed(who)
            && !facts.must_leave(who)
            && facts.roster.school_nos().any(|to| spare(who, to))
    };
    let who = draw.pick(&teaching(scene, anywhere))?;
    let to = draw.pick(&scene.schools(|to| spare(who, to)))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

/// To a school that nobody leaves, as many of one subject as make one too many beside those who are there.
fn sends_more_than_there_are_seats(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    if !facts.book.flag("move_worth", "own_staff_first") {
        return None;
    }
    let to = draw.pick(&scene.schools(|no| scene.moves_where(|one| one.from == no).is_empty()))?;
    let of = |who: TeacherNo| {
        let profile = scene.stands(who).profile;
        let subject = subject_at(facts, to, profile)?;
        let counted = !has_surplus(facts, to, subject) && !only_spared(facts, profile, to);
        counted.then_some(subject)
    };
    let placed = |who: TeacherNo| facts.pins.iter().any(|pin| pin.teacher == who);
    let comes = |who: TeacherNo| {
        let free = !scene.stands(who).lacks_title_year && !placed(who) && !facts.must_leave(who);
        free && !scene.at(who, to) && !scene.moves(who) && of(who).is_some()
    };
    let subject = of(draw.pick(&teaching(scene, comes))?)?;
    let arrive = scene.moves_where(|one| one.to == to && of(one.teacher) == Some(subject));
    let fills = facts.posts_of(to).flat_map(|no| {
        let people = scene.placement.fills[no.0].iter();
        people.map(move |who| (*who, no))
    });
    let elsewhere = fills.filter(|(who, no)| {
        of(*who) == Some(subject) && !is_own_seat(facts, scene.stands(*who).profile, *no)
    });
    let room = seats_of(facts, to, subject).beyond() + whole(elsewhere.count());
    let others = teaching(scene, |who| comes(who) && of(who) == Some(subject));
    let mut edit = Edit::of(scene);
    for who in draw.some(&others, room - whole(arrive.len()) + 1)? {
        edit.sends(who, to);
        edit.off_posts(who);
    }
    edit.done(scene.about_school(to))
}

/// Somebody who is missed at her school, to one that has only posts of another stage for her.
fn takes_her_from_her_stage(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    if !facts.book.flag("move_worth", "own_staff_first") {
        return None;
    }
    let placed = |who: TeacherNo| facts.pins.iter().any(|pin| pin.teacher == who);
    let crosses = |who: TeacherNo, to| !scene.at(who, to) && leaves_her_stage(facts, who, to);
    let free = |who: TeacherNo| {
        let asked = !scene.stands(who).lacks_title_year && !placed(who) && !facts.must_leave(who);
        asked && facts.roster.school_nos().any(|to| crosses(who, to))
    };
    let who = draw.pick(&teaching(scene, free))?;
    let to = draw.pick(&scene.schools(|to| crosses(who, to)))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

/// Somebody to a school that has posts for all its people of the subject, one of whom loses hers.
fn leaves_own_people_beside_who_comes(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    if !facts.book.flag("move_worth", "own_staff_first") {
        return None;
    }
    let own = own_people(facts);
    let bound = |who: TeacherNo, to: SchoolNo| {
        let place = own_at(facts, scene.stands(who).profile, to)?;
        let here = own.get(&place).filter(|here| here.spare == 0)?;
        let mut there = teaching(scene, |one| {
            let profile = scene.stands(one).profile;
            let same = here.people.contains_key(&profile);
            same && own_at(facts, profile, to) == Some(place) && scene.at(one, to)
        });
        there.retain(|one| facts.stands(*one).base == Some(to));
        (!there.is_empty()).then_some(there)
    };
    let placed = |who: TeacherNo| facts.pins.iter().any(|pin| pin.teacher == who);
    let comes = |who: TeacherNo| {
        let free = !scene.stands(who).lacks_title_year && !placed(who) && !facts.must_leave(who);
        let mut schools = facts.roster.school_nos();
        let to = |to: SchoolNo| !scene.at(who, to) && bound(who, to).is_some();
        free && !scene.moves(who) && schools.any(to)
    };
    let who = draw.pick(&teaching(scene, comes))?;
    let to = |no| !scene.at(who, no) && bound(who, no).is_some();
    let to = draw.pick(&scene.schools(to))?;
    let left = draw.pick(&bound(who, to)?)?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.off_posts(left);
    edit.done(scene.about_school(to))
}

/// Two of one subject and stage, each to the school of the other; nothing speaks for either to go there, unless the first
/// is to have wished it.
fn change_places(
    scene: &Scene<'_>,
    draw: &mut Draw,
    wished: bool,
) -> Option<(Vec<u8>, [TeacherNo; 2])> {
    let facts = &scene.facts;
    if !facts.book.flag("move_worth", "own_staff_first") {
        return None;
    }
    let of = |who: TeacherNo| {
        let one = facts.roster.teacher(who);
        (one.stage, one.subject)
    };
    let stays = |who: TeacherNo| {
        let stand = scene.stands(who);
        let placed = facts.pins.iter().any(|pin| pin.teacher == who);
        let free = !stand.lacks_title_year && !placed && !facts.must_leave(who);
        free && stand.base.is_some() && !scene.moves(who)
    };
    let plain = |who: TeacherNo| stays(who) && !facts.roster.teacher(who).volunteer;
    let fits = |one: TeacherNo, who: TeacherNo| {
        let wishes = facts.roster.teacher(one).volunteers_for(scene.from(who));
        plain(who) && of(who) == of(one) && !scene.at(who, scene.from(one)) && wishes == wished
    };
    let one = draw.pick(&scene.people(|one| {
        let kind = if wished { stays(one) } else { plain(one) };
        kind && !scene.people(|who| fits(one, who)).is_empty()
    }))?;
    let other = draw.pick(&scene.people(|who| fits(one, who)))?;
    let (here, there) = (scene.from(one), scene.from(other));
    let mut edit = Edit::of(scene);
    edit.sends(one, there);
    edit.sends(other, here);
    Some((to_json(&edit.plan), [one, other]))
}

fn lets_two_of_a_subject_change_places(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (bytes, people) = change_places(scene, draw, false)?;
    let first = people.map(|who| scene.from(who)).into_iter().min();
    let about = first.map(|school| scene.about_school(school));
    Some(Broken { bytes, about })
}

fn lets_a_volunteer_change_places(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (bytes, people) = change_places(scene, draw, true)?;
    let first = people.into_iter().min();
    let about = first.map(|who| scene.about_teacher(who));
    Some(Broken { bytes, about })
}

fn sends_the_pregnant_and_nursing_far(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&teaching(scene, |who| is_kept_near(scene, who)))?;
    let far = |no| is_longer(scene, who, no, "never_far_minutes");
    let to = draw.pick(&scene.schools(far))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}

/// One more bed is given out than there is.
fn lodges_too_many(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let to = draw.pick(&scene.schools(|_| true))?;
    let lodges =
        |one: &PlannedMove| one.to == to && (one.bed || scene.facts.needs_bed(one.teacher, one.to));
    let taken = whole(scene.moves_where(lodges).len());
    let more = i64::from(scene.facts.roster.school(to).beds) - taken + 1;
    let others = teaching(scene, |who| !scene.at(who, to) && !scene.moves(who));
    let mut edit = Edit::of(scene);
    for who in draw.some(&others, more)? {
        edit.sends(who, to).bed = true;
    }
    edit.done(scene.about_school(to))
}

fn forgets_the_bed(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&teaching(scene, |_| true))?;
    let far = |no| is_longer(scene, who, no, "minutes_at_most");
    let to = draw.pick(&scene.schools(far))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to).bed = false;
    edit.done(scene.about_teacher(who))
}
