//! Breaking the ledger of title posts: people appointed beyond the posts, past others, or unfit.

use super::Breaker;
use super::county::Scene;
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Employment, TeacherNo, Title};
use lungang::facts::titles::{Applicant, Cell};
use lungang::finding::About;
use lungang::plan::AppointmentDoc;

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R31", appoints_beyond_the_posts),
    ("R31b", gives_the_reserve_away),
    ("R31c", appoints_the_unfit),
    ("R31d", appoints_who_does_not_apply),
    ("R31e", passes_somebody_over),
    ("R32", leaves_posts_empty),
    ("R45", lets_a_senior_teacher_idle),
];

fn appointed(scene: &Scene<'_>, one: &Applicant) -> bool {
    scene.placement.appointments.contains(&one.teacher)
}

/// Turns an application into an appointment, or back.
fn decide(edit: &mut Edit<'_, '_>, scene: &Scene<'_>, who: TeacherNo, appointed: bool) {
    let id = &scene.facts.roster.teacher(who).id;
    let all = edit.plan.appointments.iter_mut();
    for one in all.filter(|one| one.teacher == *id) {
        one.appointed = appointed;
    }
}

/// Everybody who is appointed to a cell, with those added; less whom they leave behind.
fn takes(scene: &Scene<'_>, cell: &Cell, more: &[TeacherNo], rotated: bool) -> i64 {
    let all = scene.facts.titles.applicants.iter();
    let there = all.filter(|one| cell.school.is_none_or(|no| no == one.school));
    let counted = there.filter(|one| appointed(scene, one) || more.contains(&one.teacher));
    counted
        .map(|one| {
            let takes = one.title == cell.grade && !one.outside && (rotated || !one.rotated);
            i64::from(takes) - i64::from(one.from == cell.grade)
        })
        .sum()
}

fn beyond(scene: &Scene<'_>, draw: &mut Draw, reserve: bool) -> Option<Broken> {
    let cells = scene.facts.titles.cells();
    let open: Vec<usize> = (0..cells.len())
        .filter(|at| !reserve || cells[*at].reserve > 0)
        .collect();
    let cell = &cells[draw.pick(&open)?];
    let waits = |one: &&Applicant| {
        one.title == cell.grade
            && cell.school.is_none_or(|no| no == one.school)
            && !appointed(scene, one)
            && !one.outside
            && !(reserve && one.rotated)
    };
    let waiting: Vec<TeacherNo> = scene
        .facts
        .titles
        .applicants
        .iter()
        .filter(waits)
        .map(|one| one.teacher)
        .collect();
    let number = i64::try_from(draw.below(waiting.len()) + 1).ok()?;
    let more = draw.some(&waiting, number)?;
    let free = if reserve { cell.general() } else { cell.free() };
    (takes(scene, cell, &more, !reserve) > free).then_some(())?;
    let mut edit = Edit::of(scene);
    for who in more {
        decide(&mut edit, scene, who, true);
    }
    edit.done(About::County)
}

fn appoints_beyond_the_posts(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    beyond(scene, draw, false)
}

fn gives_the_reserve_away(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    beyond(scene, draw, true)
}

fn appoints_the_unfit(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let unfit = scene.facts.titles.applicants.iter();
    let unfit: Vec<TeacherNo> = unfit
        .filter(|one| !one.unfit.is_empty())
        .map(|one| one.teacher)
        .collect();
    let who = draw.pick(&unfit)?;
    let mut edit = Edit::of(scene);
    decide(&mut edit, scene, who, true);
    edit.done(scene.about_teacher(who))
}

fn appoints_who_does_not_apply(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&scene.people(|who| scene.facts.titles.applicant(who).is_none()))?;
    let mut edit = Edit::of(scene);
    let teacher = scene.facts.roster.teacher(who);
    edit.plan.appointments.push(AppointmentDoc {
        teacher: teacher.id.clone(),
        school: scene.facts.roster.school(teacher.quota_school).id.clone(),
        title: Title::Senior,
        place: None,
        appointed: true,
        post: None,
        lacks: Vec::new(),
    });
    edit.done(scene.about_teacher(who))
}

/// Takes the post from somebody while one behind her keeps hers.
fn passes_somebody_over(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let all = &scene.facts.titles.applicants;
    let behind = |one: &Applicant, other: &Applicant| {
        (other.title, other.from) == (one.title, one.from)
            && appointed(scene, other)
            && !other.outside
            && other.place > one.place
            && (one.rotated || !other.rotated)
    };
    let before =
        |one: &&Applicant| appointed(scene, one) && all.iter().any(|other| behind(one, other));
    let before: Vec<TeacherNo> = all.iter().filter(before).map(|one| one.teacher).collect();
    let who = draw.pick(&before)?;
    let mut edit = Edit::of(scene);
    decide(&mut edit, scene, who, false);
    edit.done(scene.about_teacher(who))
}

fn leaves_posts_empty(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, rule) = (&scene.facts, "titles_filled");
    let share = facts.book.opt_share(rule, "senior_at_least")?;
    let cells = facts.titles.cells().into_iter();
    let (approved, occupied) = cells
        .filter(|cell| cell.grade == Title::Senior)
        .fold((0, 0), |sum, cell| {
            (sum.0 + cell.approved, sum.1 + cell.occupied)
        });
    let now = facts.titles.applicants.iter();
    let now: Vec<TeacherNo> = now
        .filter(|one| appointed(scene, one) && one.title == Title::Senior && !one.outside)
        .map(|one| one.teacher)
        .collect();
    let there = occupied + i64::try_from(now.len()).ok()?;
    let number = 1 + i64::try_from(draw.below(now.len())).ok()?;
    (there - number < share.ceil_of(approved)).then_some(())?;
    let mut edit = Edit::of(scene);
    for who in draw.some(&now, number)? {
        decide(&mut edit, scene, who, false);
    }
    edit.done(About::County)
}

/// Whoever is of middle or senior title and has neither office nor further lessons loses the post.
fn lets_a_senior_teacher_idle(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let roster = scene.facts.roster;
    let who = draw.pick(&scene.people(|who| {
        let one = roster.teacher(who);
        let lessons = scene.placement.lessons.iter();
        one.title >= Title::First
            && one.employment == Employment::OnQuota
            && scene.post_of(who).is_some()
            && !lessons.into_iter().any(|lesson| lesson.teacher == who)
    }))?;
    let mut edit = Edit::of(scene);
    edit.off_posts(who);
    edit.done(scene.about_teacher(who))
}
