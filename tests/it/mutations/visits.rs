//! Breaking visits and pairs of mentors.

use super::Breaker;
use super::county::{Scene, whole};
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Subject, TeacherNo};
use lungang::facts::values::mentor_pairs::RULE as MENTORS;
use lungang::facts::values::visiting_lessons::RULE as VISITS;
use lungang::facts::visits::{Mentoring, Visiting};
use lungang::plan::PairDoc;

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R34", calls_a_visit_off),
    ("R34d", keeps_her_at_home),
    ("R34b", sends_who_is_no_visitor),
    ("R34b", sends_too_far),
    ("R34c", lets_one_go_too_often),
    ("R35", leaves_her_alone),
    ("R35b", gives_her_a_mentor_who_is_none),
    ("R35c", gives_a_mentor_too_many),
];

fn calls_a_visit_off(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let at = draw.below(scene.plan.visits.len());
    let visit = scene.plan.visits.get(at)?;
    let school = scene.facts.roster.find_school(&visit.school)?;
    if visit.subjects.is_empty() && by_person(scene) {
        return None;
    }
    let left = u32::try_from(draw.less_than(i64::from(visit.times))).ok()?;
    let mut edit = Edit::of(scene);
    edit.plan.visits[at].times = left;
    edit.plan.visits.retain(|one| one.times > 0);
    edit.done(scene.about_school(school))
}

/// Whether circuits are asked of people.
fn by_person(scene: &Scene<'_>) -> bool {
    use lungang::facts::values::visiting_lessons::{COUNT_BY, CountBy};
    scene.facts.book.get(COUNT_BY) == CountBy::Person
}

fn keeps_her_at_home(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (at, one) = visit(scene, draw)?;
    if one.group.is_some() || !by_person(scene) {
        return None;
    }
    let mut edit = Edit::of(scene);
    edit.plan.visits.remove(at);
    // Others stay at home with her, or do not.
    edit.plan
        .visits
        .retain(|other| !other.subjects.is_empty() || draw.coin());
    edit.done(scene.about_teacher(one.teacher))
}

/// A visit by lot, as the plan has it in numbers.
fn visit(scene: &Scene<'_>, draw: &mut Draw) -> Option<(usize, lungang::facts::Visit)> {
    let at = draw.below(scene.placement.visits.len());
    let one = *scene.placement.visits.get(at)?;
    let id = &scene.facts.roster.teacher(one.teacher).id;
    let school = &scene.facts.roster.school(one.school).id;
    let same = |doc: &lungang::plan::VisitDoc| doc.teacher == *id && doc.school == *school;
    let in_list = scene.plan.visits.iter().position(same)?;
    Some((in_list, one))
}

fn sends_who_is_no_visitor(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let visiting = Visiting::new(&scene.facts, &scene.placement);
    let at = draw.below(scene.plan.visits.len());
    let subjects = &scene.plan.visits.get(at)?.subjects;
    let groups: Vec<Vec<Subject>> = scene
        .facts
        .book
        .get(lungang::facts::values::visiting_lessons::GROUPS);
    let group = groups.iter().position(|group| group == subjects);
    let who = draw.pick(&scene.people(|who| !visiting.may_visit(who, group)))?;
    let teacher = scene.facts.roster.teacher(who);
    let mut edit = Edit::of(scene);
    edit.plan.visits[at].teacher.clone_from(&teacher.id);
    edit.plan.visits[at].name.clone_from(&teacher.name);
    edit.done(scene.about_teacher(who))
}

fn sends_too_far(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let visiting = Visiting::new(&scene.facts, &scene.placement);
    let (at, one) = visit(scene, draw)?;
    let far = scene.schools(|to| visiting.reach(one.teacher, to).is_none());
    let to = draw.pick(&far)?;
    let mut edit = Edit::of(scene);
    let school = &scene.facts.roster.school(to).id;
    edit.plan.visits[at].school.clone_from(school);
    edit.done(scene.about_teacher(one.teacher))
}

fn lets_one_go_too_often(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (at, one) = visit(scene, draw)?;
    let made = scene.placement.visits.iter();
    let made = made.filter(|other| other.teacher == one.teacher);
    let made: i64 = made.map(|other| i64::from(other.times)).sum();
    let most = scene.facts.book.count(VISITS.key(), "per_person_at_most");
    let more = most - made + 1 + draw.less_than(3);
    let mut edit = Edit::of(scene);
    edit.plan.visits[at].times += u32::try_from(more).ok()?;
    edit.done(scene.about_teacher(one.teacher))
}

/// Somebody who is guided, and her place in the list.
fn guided(scene: &Scene<'_>, draw: &mut Draw) -> Option<(usize, TeacherNo)> {
    let at = draw.below(scene.plan.mentors.len());
    let doc = scene.plan.mentors.get(at)?;
    Some((at, scene.facts.roster.find_teacher(&doc.teacher)?))
}

fn leaves_her_alone(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (at, who) = guided(scene, draw)?;
    let mut edit = Edit::of(scene);
    edit.plan.mentors.remove(at);
    edit.done(scene.about_teacher(who))
}

fn gives_her_a_mentor_who_is_none(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mentoring = Mentoring::new(&scene.facts, &scene.placement);
    let (at, who) = guided(scene, draw)?;
    let mentor = draw.pick(&scene.people(|one| !mentoring.may_guide(one, who)))?;
    let mentor = scene.facts.roster.teacher(mentor);
    let mut edit = Edit::of(scene);
    edit.plan.mentors[at].mentor.clone_from(&mentor.id);
    edit.plan.mentors[at].mentor_name.clone_from(&mentor.name);
    edit.done(scene.about_teacher(who))
}

fn gives_a_mentor_too_many(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (at, _) = guided(scene, draw)?;
    let doc = scene.plan.mentors.get(at)?;
    let mentor = scene.facts.roster.find_teacher(&doc.mentor)?;
    let pairs = &scene.placement.pairs;
    let has = whole(pairs.iter().filter(|one| one.mentor == mentor).count());
    let others = scene.people(|who| !pairs.iter().any(|one| one.teacher == who) && who != mentor);
    let most = scene.facts.book.count(MENTORS.key(), "per_mentor_at_most");
    let mut edit = Edit::of(scene);
    for who in draw.some(&others, most - has + 1)? {
        let teacher = scene.facts.roster.teacher(who);
        edit.plan.mentors.push(PairDoc {
            teacher: teacher.id.clone(),
            name: teacher.name.clone(),
            subject: teacher.subject,
            ..doc.clone()
        });
    }
    edit.done(scene.about_teacher(mentor))
}
