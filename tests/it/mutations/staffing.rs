//! Breaking the rules on who fills which post, and on what is taught.

use super::Breaker;
use super::county::{Scene, whole};
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Class, Role, Stage, Subject, TeacherNo};
use lungang::facts::{Gap, Grade, PostNo, ProfileNo, taught};
use std::collections::BTreeSet;

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R07", empties_posts),
    ("R07", drops_a_school),
    ("R07b", gives_a_post_elsewhere),
    ("R07c", gives_two_posts),
    ("R07d", gives_a_post_she_may_not_teach),
    ("R07g", gives_a_post_she_does_not_fill),
    ("R07e", overfills_a_post),
    ("R07f", moves_without_a_post),
    ("R08", closes_a_subject),
    ("R09", closes_a_subject_of_a_village),
    ("R10", takes_the_last_teacher),
    ("R42k", hires_behind_the_last_teacher),
    ("R12", gives_a_post_without_certificate),
    ("R12c", shares_the_post_of_a_specialist),
];

/// Those who are on posts of a kind.
fn on(scene: &Scene<'_>, no: PostNo) -> Vec<TeacherNo> {
    scene.placement.fills[no.0].clone()
}

fn empties_posts(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let post = draw.pick(&scene.posts(|no| !on(scene, no).is_empty()))?;
    let people = on(scene, post);
    let number = 1 + draw.less_than(whole(people.len()));
    let mut edit = Edit::of(scene);
    for who in draw.some(&people, number)? {
        edit.off_posts(who);
    }
    edit.done(scene.about_school(scene.facts.post(post).school))
}

/// Nobody is on the posts of a school that is left out of the document.
fn drops_a_school(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let post = draw.pick(&scene.posts(|no| !on(scene, no).is_empty()))?;
    let about = scene.about_school(scene.facts.post(post).school);
    let id = &scene.facts.roster.school(scene.facts.post(post).school).id;
    let mut edit = Edit::of(scene);
    edit.plan.schools.retain(|school| school.id != *id);
    edit.done(about)
}

fn gives_a_post_elsewhere(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&scene.people(|_| true))?;
    let other = |no: PostNo| scene.next[who.0] != Some(scene.facts.post(no).school);
    let post = draw.pick(&scene.posts(other))?;
    let mut edit = Edit::of(scene);
    edit.off_posts(who);
    edit.on_post(post, who);
    edit.done(scene.about_teacher(who))
}

/// Two posts at her school, or the same post twice.
fn gives_two_posts(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&scene.people(|who| scene.post_of(who).is_some()))?;
    let here = |no: PostNo| scene.next[who.0] == Some(scene.facts.post(no).school);
    let post = draw.pick(&scene.posts(here))?;
    let mut edit = Edit::of(scene);
    edit.on_post(post, who);
    edit.done(scene.about_teacher(who))
}

fn gives_a_post_she_may_not_teach(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&scene.people(|who| scene.next[who.0].is_some()))?;
    let unfit = |no: PostNo| {
        scene.next[who.0] == Some(scene.facts.post(no).school) && scene.fit(who, no).covered() == 0
    };
    let post = draw.pick(&scene.posts(unfit))?;
    let mut edit = Edit::of(scene);
    edit.off_posts(who);
    edit.on_post(post, who);
    edit.done(scene.about_teacher(who))
}

fn gives_a_post_she_does_not_fill(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let who = draw.pick(&scene.people(|who| scene.next[who.0].is_some()))?;
    let too_little = |no: PostNo| {
        let fit = scene.fit(who, no);
        let here = scene.next[who.0] == Some(scene.facts.post(no).school);
        here && fit.covered() > 0 && !fit.fills()
    };
    let post = draw.pick(&scene.posts(too_little))?;
    let mut edit = Edit::of(scene);
    edit.off_posts(who);
    edit.on_post(post, who);
    edit.done(scene.about_teacher(who))
}

fn overfills_a_post(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let no = draw.pick(&scene.posts(|_| true))?;
    let post = scene.facts.post(no);
    let here =
        scene.people(|who| scene.next[who.0] == Some(post.school) && !on(scene, no).contains(&who));
    let more = i64::from(post.number) - scene.filled(no) + 1;
    let mut edit = Edit::of(scene);
    for who in draw.some(&here, more)? {
        edit.off_posts(who);
        edit.on_post(no, who);
    }
    edit.done(scene.about_school(post.school))
}

fn moves_without_a_post(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    // Of whoever leaves a closing school no post is asked.
    let asked = |who: TeacherNo| !scene.facts.must_leave(who);
    let stays = |who| scene.stands(who).base.is_some() && !scene.moves(who) && asked(who);
    let stays = scene.people(stays);
    let mut edit = Edit::of(scene);
    let who = if draw.coin() {
        let one = draw.pick(&scene.moves_where(|one| asked(one.teacher)))?;
        one.teacher
    } else {
        let who = draw.pick(&stays)?;
        let to = draw.pick(&scene.schools(|no| !scene.at(who, no)))?;
        edit.sends(who, to);
        who
    };
    edit.off_posts(who);
    edit.done(scene.about_teacher(who))
}

/// Takes everybody who may teach a subject at a stage of a school off the posts that have it.
fn closed(
    scene: &Scene<'_>,
    draw: &mut Draw,
    asked: impl Fn(PostNo, Subject) -> bool,
) -> Option<Broken> {
    let facts = &scene.facts;
    let no = draw.pick(&scene.posts(|no| scene.filled(no) > 0))?;
    let (school, stage) = (facts.post(no).school, facts.post(no).stage);
    let parts = facts.post(no).parts.iter().map(|part| part.0);
    let parts: Vec<Subject> = parts.filter(|subject| asked(no, *subject)).collect();
    let subject = draw.pick(&parts)?;
    let gap = Gap {
        school,
        stage,
        subject,
    };
    // What a head teaches beside the office is opened whoever is on the posts.
    let beside = facts.beside_office.iter().any(|(who, parts)| {
        let head = facts.roster.teacher(*who);
        let teaches = parts.iter().any(|part| part.0 == subject);
        (facts.leads_at(*who), head.stage) == (school, stage) && teaches
    });
    if beside {
        return None;
    }
    let may = |profile: ProfileNo| {
        let least = facts.least_right(&gap, i64::MAX);
        facts.profile(profile).grade(stage, subject, least) > Grade::None
    };
    let mut edit = Edit::of(scene);
    let mut taken = false;
    let has = |no: &PostNo| facts.post(*no).stage == stage && facts.post(*no).has(subject);
    for no in facts.posts_of(school).filter(has) {
        for who in on(scene, no)
            .into_iter()
            .filter(|who| may(scene.stands(*who).profile))
        {
            edit.off_posts(who);
            taken = true;
        }
        for hire in scene.placement.hires.iter().filter(|hire| hire.post == no) {
            if may(facts.pool_profile[hire.pool]) {
                edit.strikes(Some(hire.pool), no);
                taken = true;
            }
        }
    }
    taken.then(|| edit.done(scene.about_school(school)))?
}

fn closes_a_subject(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let find = |word: &str| Some(word.to_owned());
    let words: Vec<String> = facts.book.choices("must_open_subjects", "subjects", find);
    closed(scene, draw, |no, subject| {
        let open = facts.rights.is_open(facts.post(no).stage, subject);
        words
            .iter()
            .any(|word| (word == "all" && !open) || word == subject.key())
    })
}

fn closes_a_subject_of_a_village(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, rule) = (&scene.facts, "village_subjects");
    let subjects = facts.book.choices(rule, "subjects", Subject::find);
    let classes = facts.book.choices(rule, "schools", Class::find);
    closed(scene, draw, |no, subject| {
        let school = facts.roster.school(facts.post(no).school);
        school.is_any(&classes) && subjects.contains(&subject)
    })
}

/// Sends away everybody of an own subject that is still taught at the school.
fn takes_the_last_teacher(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let places: Vec<_> = taught(facts).into_iter().collect();
    let (school, stage, subject) = draw.pick(&places)?;
    let own = |profile| {
        let profile = facts.profile(profile);
        profile.own == subject && profile.may_teach(stage, subject)
    };
    let hers = |who: TeacherNo| own(scene.stands(who).profile);
    let before = scene.people(|who| hers(who) && scene.stands(who).base == Some(school));
    let after = scene.people(|who| hers(who) && scene.next[who.0] == Some(school));
    if before.is_empty() || after.is_empty() || after.len() > 3 {
        return None;
    }
    let mut edit = Edit::of(scene);
    for who in after {
        if scene.at(who, school) {
            let to = draw.pick(&scene.schools(|no| no != school))?;
            edit.sends(who, to);
        } else {
            edit.stays(who);
        }
    }
    for hire in &scene.placement.hires {
        if facts.post(hire.post).school == school && own(facts.pool_profile[hire.pool]) {
            edit.strikes(Some(hire.pool), hire.post);
        }
    }
    edit.done(scene.about_school(school))
}

/// The same of people who did not ask to go, and a recruit of the subject comes.
fn hires_behind_the_last_teacher(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let places: Vec<_> = taught(facts).into_iter().collect();
    let (school, stage, subject) = draw.pick(&places)?;
    let own = |profile: ProfileNo| {
        let profile = facts.profile(profile);
        profile.own == subject && profile.may_teach(stage, subject)
    };
    let asked = |who: TeacherNo| {
        let stand = scene.stands(who);
        let teacher = facts.roster.teacher(who);
        teacher.volunteer
            || stand.lacks_title_year
            || facts.pins.iter().any(|pin| pin.teacher == who)
    };
    let all = scene.people(|who| own(scene.stands(who).profile));
    let before = all
        .iter()
        .filter(|who| scene.stands(**who).base == Some(school));
    let after: Vec<TeacherNo> = all
        .iter()
        .copied()
        .filter(|who| scene.at(*who, school))
        .collect();
    let pools: Vec<usize> = (0..facts.pool_profile.len())
        .filter(|pool| own(facts.pool_profile[*pool]))
        .collect();
    let post = draw.pick(&scene.posts(|no| facts.post(no).school == school))?;
    let pool = draw.pick(&pools)?;
    if before.clone().count() == 0 || before.copied().any(asked) || after.len() > 3 {
        return None;
    }
    let mut edit = Edit::of(scene);
    for who in after {
        if scene.stands(who).base == Some(school) {
            let to = draw.pick(&scene.schools(|no| no != school))?;
            edit.sends(who, to);
        } else {
            edit.stays(who);
        }
    }
    edit.hires(pool, post, 1);
    edit.done(scene.about_school(school))
}

/// A post of subjects that are nowhere in her record, or of a stage above all that she holds.
fn gives_a_post_without_certificate(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let who = draw.pick(&scene.people(|who| scene.next[who.0].is_some()))?;
    let teacher = facts.roster.teacher(who);
    let known: BTreeSet<Subject> = teacher.subjects().into_iter().collect();
    let top: Stage = *teacher
        .certified_stages
        .iter()
        .chain([&teacher.stage])
        .max()?;
    let by_stage = draw.coin();
    let lacks = |no: PostNo| {
        let post = facts.post(no);
        let strange =
            |part: &(Subject, u32)| part.0 != Subject::WHOLE_CLASS && !known.contains(&part.0);
        if by_stage {
            post.stage > top
        } else {
            scene.next[who.0] == Some(post.school)
                && post.parts.iter().all(strange)
                && scene.fit(who, no).covered() == 0
                && teacher.role < Role::VicePrincipal
        }
    };
    let post = draw.pick(&scene.posts(lacks))?;
    let mut edit = Edit::of(scene);
    edit.off_posts(who);
    edit.on_post(post, who);
    edit.done(scene.about_teacher(who))
}

/// A colleague takes the post of a specialist without the certificate, where there are specialists enough.
fn shares_the_post_of_a_specialist(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let shares = |who: TeacherNo, no: PostNo| {
        scene.next[who.0] == Some(facts.post(no).school)
            && scene.fit(who, no).main == Grade::PartTime
            && !on(scene, no).contains(&who)
    };
    let somebody = |no: PostNo| !scene.people(|who| shares(who, no)).is_empty();
    let staffed = |no: PostNo| scene.staff_beyond(no) <= 0 && !on(scene, no).is_empty();
    let post = draw.pick(&scene.posts(|no| staffed(no) && somebody(no)))?;
    let who = draw.pick(&scene.people(|who| shares(who, post)))?;
    let holder = draw.pick(&on(scene, post))?;
    let mut edit = Edit::of(scene);
    edit.off_posts(holder);
    edit.off_posts(who);
    edit.on_post(post, who);
    edit.done(scene.about_school(facts.post(post).school))
}
