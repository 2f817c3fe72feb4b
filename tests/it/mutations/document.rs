//! Spoiling the document itself: names that are not there, contradictions, files that are no plan.

use super::Breaker;
use super::county::{Scene, whole};
use super::draw::Draw;
use super::edit::{Broken, Edit};
use lungang::domain::{Form, SchoolNo};
use lungang::facts::form_of;
use lungang::facts::values::{counting_forms, mentor_pairs};
use lungang::finding::About;
use lungang::plan::{MoveDoc, PairDoc, to_json};
use serde_json::Value;

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("A01", names_an_unknown_teacher),
    ("A02", names_an_unknown_school),
    ("A03", moves_somebody_twice),
    ("A04", moves_from_a_wrong_school),
    ("A05", names_an_unknown_post),
    ("A06", names_an_unknown_line),
    ("A11", is_no_plan),
    ("A12", is_of_another_layout),
    ("A13", changes_something_harmless),
    ("A14", is_of_other_tables),
    ("A77", has_another_digest_of_the_same_table),
    ("A23", begins_in_another_year),
    ("A24", lasts_too_long),
    ("A25", goes_on_after_retirement),
    ("A26", works_more_than_full_time),
    ("A27", moves_in_a_form_that_the_policy_has_not),
    ("A28", takes_the_quota_place_against_the_policy),
    ("A37", gives_a_term_to_whoever_is_placed),
    ("A38", sends_somebody_away_without_an_end),
    ("A22", pairs_where_there_are_no_pairs),
];

fn below(draw: &mut Draw, length: usize) -> Option<usize> {
    (length > 0).then(|| draw.below(length))
}

fn names_an_unknown_teacher(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let unknown = format!("X{:05}", draw.below(100_000));
    let mut edit = Edit::of(scene);
    if draw.coin() {
        let place = below(draw, edit.plan.moves.len())?;
        edit.plan.moves[place].teacher.clone_from(&unknown);
    } else {
        let post = draw.pick(&scene.posts(|no| !scene.placement.fills[no.0].is_empty()))?;
        let people = &mut edit.post(post).filled_by;
        let place = below(draw, people.len())?;
        people[place].clone_from(&unknown);
    }
    edit.done(About::Teacher(unknown))
}

fn names_an_unknown_school(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let unknown = format!("X{:03}", draw.below(1000));
    let mut edit = Edit::of(scene);
    let plan = &mut edit.plan;
    let id = match draw.below(4) {
        0 => {
            let place = below(draw, plan.moves.len())?;
            &mut plan.moves[place].from
        }
        1 => {
            let place = below(draw, plan.moves.len())?;
            &mut plan.moves[place].to
        }
        2 => {
            let place = below(draw, plan.recruits.len())?;
            &mut plan.recruits[place].school
        }
        _ => {
            let all = plan.schools.iter_mut();
            let mut with: Vec<_> = all.filter(|one| !one.teaching_posts.is_empty()).collect();
            let place = below(draw, with.len())?;
            &mut with.swap_remove(place).id
        }
    };
    id.clone_from(&unknown);
    edit.done(About::School(unknown))
}

/// The same move once more, or a second one to another school.
fn moves_somebody_twice(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = draw.pick(&scene.moves_where(|_| true))?;
    let to = draw.pick(&scene.schools(|no| no != one.from))?;
    let mut edit = Edit::of(scene);
    let mut again = edit.move_of(one.teacher).clone();
    again.to.clone_from(&scene.facts.roster.school(to).id);
    edit.plan.moves.push(again);
    edit.done(scene.about_teacher(one.teacher))
}

fn moves_from_a_wrong_school(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = draw.pick(&scene.moves_where(|_| true))?;
    let schools: Vec<SchoolNo> = scene.facts.roster.school_nos().collect();
    let from = draw.pick(&schools).filter(|no| *no != one.from)?;
    let mut edit = Edit::of(scene);
    let doc = edit.move_of(one.teacher);
    doc.from.clone_from(&scene.facts.roster.school(from).id);
    edit.done(scene.about_teacher(one.teacher))
}

/// A post of more periods than any, in a school's list or in a line of recruits.
fn names_an_unknown_post(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let more = 100 + u32::try_from(draw.below(100)).ok()?;
    let mut edit = Edit::of(scene);
    if draw.coin() {
        let place = below(draw, edit.plan.recruits.len())?;
        let one = &mut edit.plan.recruits[place];
        one.parts.first_mut()?.1 += more;
        let about = About::School(one.school.clone());
        edit.done(about)
    } else {
        let post = draw.pick(&scene.posts(|_| true))?;
        edit.post(post).parts.first_mut()?.1 += more;
        edit.done(scene.about_school(scene.facts.post(post).school))
    }
}

/// A mentor where the policy has none.
fn pairs_where_there_are_no_pairs(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let people = scene.people(|_| true);
    let [teacher, mentor] = [draw.pick(&people)?, draw.pick(&people)?];
    let off = !scene.facts.book.is_on(mentor_pairs::RULE);
    let mut edit = Edit::of(scene);
    let pair = PairDoc {
        teacher: scene.facts.roster.teacher_id(teacher),
        name: scene.facts.roster.teacher_name(teacher),
        mentor: scene.facts.roster.teacher_id(mentor),
        mentor_name: scene.facts.roster.teacher_name(mentor),
        subject: scene.facts.roster.teacher(teacher).subject,
    };
    edit.plan.mentors.push(pair);
    off.then(|| edit.done(None)).flatten()
}

/// Somebody's move under the pencil.
fn some_move<'e>(edit: &'e mut Edit<'_, '_>, draw: &mut Draw) -> Option<&'e mut MoveDoc> {
    let place = below(draw, edit.plan.moves.len())?;
    edit.plan.moves.get_mut(place)
}

fn begins_in_another_year(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let years = 12 * (1 + i32::try_from(draw.below(6)).ok()?);
    let one = some_move(&mut edit, draw)?;
    (one.start, one.end) = (one.start.plus(-years), one.end.map(|end| end.plus(-years)));
    let about = About::Teacher(one.teacher.clone());
    edit.done(about)
}

fn lasts_too_long(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let months = 1 + i32::try_from(draw.below(600)).ok()?;
    let one = some_move(&mut edit, draw)?;
    one.end = Some(one.end?.plus(months));
    let about = About::Teacher(one.teacher.clone());
    edit.done(about)
}

fn goes_on_after_retirement(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = draw.pick(&scene.moves_where(|one| one.end.is_some()))?;
    let mut edit = Edit::of(scene);
    let retires = scene.stands(one.teacher).retires;
    edit.move_of(one.teacher).end = Some(retires.plus(1 + i32::try_from(draw.below(12)).ok()?));
    edit.done(scene.about_teacher(one.teacher))
}

/// An end, or a form, for whoever is placed from a closing school.
fn gives_a_term_to_whoever_is_placed(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = draw.pick(&scene.moves_where(|one| one.end.is_none()))?;
    let mut edit = Edit::of(scene);
    if draw.coin() {
        let months = 11 + i32::try_from(draw.below(60)).ok()?;
        edit.move_of(one.teacher).end = Some(one.start.plus(months));
    } else {
        edit.move_of(one.teacher).form = Some(draw.pick(Form::ALL)?);
    }
    edit.done(scene.about_teacher(one.teacher))
}

fn sends_somebody_away_without_an_end(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = draw.pick(&scene.moves_where(|one| one.end.is_some()))?;
    let mut edit = Edit::of(scene);
    if draw.coin() {
        edit.move_of(one.teacher).end = None;
    } else {
        edit.move_of(one.teacher).form = None;
    }
    edit.done(scene.about_teacher(one.teacher))
}

fn works_more_than_full_time(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let more = 1 + u32::try_from(draw.below(200)).ok()?;
    let one = some_move(&mut edit, draw)?;
    one.share += more;
    let about = About::Teacher(one.teacher.clone());
    edit.done(about)
}

/// A form that is not counted and that does not follow from the two schools.
fn moves_in_a_form_that_the_policy_has_not(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let one = draw.pick(&scene.moves_where(|one| one.form.is_some()))?;
    let counted = scene.facts.book.get(counting_forms::FORMS);
    let fitting = form_of(&scene.facts, one.from, one.to);
    let forms = Form::ALL.iter().copied();
    let forms: Vec<Form> = forms
        .filter(|form| !counted.contains(form) && *form != fitting)
        .collect();
    let mut edit = Edit::of(scene);
    edit.move_of(one.teacher).form = Some(draw.pick(&forms)?);
    edit.done(scene.about_teacher(one.teacher))
}

fn takes_the_quota_place_against_the_policy(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let one = some_move(&mut edit, draw)?;
    one.quota_goes = !one.quota_goes;
    let about = About::Teacher(one.teacher.clone());
    edit.done(about)
}

fn names_an_unknown_line(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let place = below(draw, edit.plan.recruits.len())?;
    edit.plan.recruits[place].pool = format!("X{}", draw.below(1000));
    edit.done(None)
}

/// Cut off somewhere, or without a part that every plan has, or with a word where a number stands.
fn is_no_plan(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut bytes = to_json(scene.plan);
    let mut value: Value = serde_json::from_slice(&bytes).ok()?;
    let parts = value.as_object_mut()?;
    match draw.below(4) {
        0 => bytes.truncate(draw.below(bytes.len() - 2)),
        1 => {
            // Older plans lack these.
            let later = [
                "schema", "asked", "figures", "balance", "people", "mergers", "made",
            ];
            let keys = parts.keys().filter(|key| !later.contains(&key.as_str()));
            let keys: Vec<String> = keys.cloned().collect();
            let place = below(draw, keys.len())?;
            parts.remove(&keys[place]);
            bytes = value.to_string().into_bytes();
        }
        2 => {
            let kept = parts.get_mut("not_eligible")?.as_array_mut()?;
            let place = below(draw, kept.len())?;
            kept[place]["reasons"] = Value::from(vec!["holiday"]);
            bytes = value.to_string().into_bytes();
        }
        _ => {
            let moves = parts.get_mut("moves")?.as_array_mut()?;
            let place = below(draw, moves.len())?;
            moves[place]["share"] = Value::from(-whole(draw.below(100)) - 1);
            bytes = value.to_string().into_bytes();
        }
    }
    Some(Broken { bytes, about: None })
}

fn is_of_another_layout(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    edit.plan.schema = format!("lungang-plan/{}", 3 + draw.below(1000));
    edit.done(None)
}

/// Something that no rule looks at; only the digest tells.
fn changes_something_harmless(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let place = below(draw, edit.plan.moves.len())?;
    let one = &mut edit.plan.moves[place];
    one.weekly_periods += 1 + draw.less_than(9);
    edit.done(None)
}

fn is_of_other_tables(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let inputs = &mut edit.plan.scenario.inputs;
    let place = below(draw, inputs.len())?;
    inputs[place].name = format!("old-{}", inputs[place].name);
    edit.done(None)
}

fn has_another_digest_of_the_same_table(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let inputs = &mut edit.plan.scenario.inputs;
    let place = below(draw, inputs.len())?;
    let input = inputs.get_mut(place).filter(|one| !one.rows.is_empty())?;
    input.sha256 = format!("{:064}", draw.below(100_000));
    edit.done(None)
}
