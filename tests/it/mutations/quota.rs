//! Breaking the rules on quota and recruits.

use super::Breaker;
use super::county::Scene;
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Class, Employment, Stage, Subject, TeacherNo, whole};
use lungang::facts::apprentices::learns_first;
use lungang::facts::{Exemption, Fit, Hire, PostNo};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R06", brings_too_many_places),
    ("R06e", leaves_a_place_behind),
    ("R07d", recruits_who_may_not_teach_it),
    ("R07e", recruits_onto_a_full_post),
    ("R12b", recruits_of_another_subject),
    ("R15", fills_up_with_novices),
    ("R18", recruits_beyond_the_quota),
    ("R18b", places_a_special_post_in_town),
    ("R18c", recruits_on_contract),
    ("R18d", recruits_more_than_there_are),
    ("R18e", keeps_a_vacancy),
    ("R18f", recruits_beside_somebody_idle),
    ("R18g", leaves_a_line_unused),
    ("R18h", recruits_beside_own_staff),
    ("R18i", recruits_beyond_the_county),
    ("R38", recruits_who_learn_nowhere),
    ("R38d", recruits_who_learn_nowhere),
];

fn on_quota(employment: Employment) -> bool {
    employment == Employment::OnQuota
}

/// State special posts take a place of the school's quota, but are no recruits on quota.
fn holds_place(employment: Employment) -> bool {
    on_quota(employment) || employment == Employment::SpecialPost
}

/// Heads of each school next year among those whose employment counts, by the unbroken plan.
fn heads(scene: &Scene<'_>, counts: fn(Employment) -> bool) -> Vec<i64> {
    let (facts, roster) = (&scene.facts, scene.facts.roster);
    let mut heads: Vec<i64> = facts.quota.iter().map(|one| one.heads_base).collect();
    for one in scene.moves_where(|one| one.quota_goes) {
        let teacher = roster.teacher(one.teacher);
        if counts(teacher.employment) {
            heads[teacher.quota_school.0] -= 1;
            heads[one.to.0] += 1;
        }
    }
    for hire in &scene.placement.hires {
        if counts(roster.pools[hire.pool].employment) {
            heads[facts.post(hire.post).school.0] += i64::from(hire.number);
        }
    }
    heads
}

/// More people come with their quota place than the school has room for.
fn brings_too_many_places(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let to = draw.pick(&scene.schools(|_| true))?;
    let quota = &scene.facts.quota[to.0];
    let most = quota.most.max(quota.heads_base);
    let more = most - heads(scene, holds_place)[to.0] + 1;
    let others = scene.people(|who| {
        let teacher = scene.facts.roster.teacher(who);
        let stays = scene.stands(who).base.is_some() && !scene.moves(who);
        stays && on_quota(teacher.employment) && teacher.quota_school != to && !scene.at(who, to)
    });
    let mut edit = Edit::of(scene);
    for who in draw.some(&others, more)? {
        edit.sends(who, to).quota_goes = true;
    }
    edit.done(scene.about_school(to))
}

/// Somebody goes, but her quota place stays at a school that has too many.
fn leaves_a_place_behind(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, after) = (&scene.facts, heads(scene, holds_place));
    let leaves = scene.moves_where(|one| {
        let teacher = facts.roster.teacher(one.teacher);
        let quota = &facts.quota[teacher.quota_school.0];
        let stay = after[teacher.quota_school.0] + 1;
        let away = one.quota_goes && teacher.quota_school != one.to;
        let over = quota.given < stay && stay <= quota.heads_base;
        // Of a school whose quota the plan cuts it is said that the cut makes it so.
        let school = facts.roster.school(teacher.quota_school);
        let over = over && school.quota.map_or(0, i64::from) > quota.given;
        away && on_quota(teacher.employment) && over
    });
    let one = draw.pick(&leaves)?;
    let from = facts.roster.teacher(one.teacher).quota_school;
    let mut edit = Edit::of(scene);
    edit.move_of(one.teacher).quota_goes = false;
    edit.done(scene.about_school(from))
}

/// So many recruits of any such line for any such post; the finding is about its school.
fn recruited(
    scene: &Scene<'_>,
    draw: &mut Draw,
    fits: impl Fn(usize, PostNo) -> bool,
    number: impl Fn(PostNo) -> i64,
) -> Option<Broken> {
    let pools: Vec<usize> = (0..scene.facts.roster.pools.len()).collect();
    let pool = draw.pick(&pools)?;
    let post = draw.pick(&scene.posts(|no| fits(pool, no)))?;
    let more = number(post) + draw.less_than(2);
    let mut edit = Edit::of(scene);
    edit.hires(pool, post, more);
    edit.done(scene.about_school(scene.facts.post(post).school))
}

/// How well a recruit of a line fits a post.
fn fit(scene: &Scene<'_>, pool: usize, no: PostNo) -> Fit {
    let profile = scene.facts.profile(scene.facts.pool_profile[pool]);
    profile.fit(scene.facts.post(no))
}

fn covers(scene: &Scene<'_>, pool: usize, no: PostNo) -> bool {
    fit(scene, pool, no).suits_recruit()
}

fn recruits_who_may_not_teach_it(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let nothing = |pool, no| fit(scene, pool, no).covered() == 0;
    recruited(scene, draw, nothing, |_| 1)
}

fn recruits_onto_a_full_post(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let over = |no: PostNo| i64::from(scene.facts.post(no).number) - scene.filled(no) + 1;
    recruited(scene, draw, |pool, no| covers(scene, pool, no), over)
}

fn recruits_of_another_subject(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let unfit = |pool: usize, no: PostNo| {
        let (pool, post) = (&scene.facts.roster.pools[pool], scene.facts.post(no));
        let strange = |part: &(Subject, u32)| {
            part.0 != Subject::WHOLE_CLASS && !pool.subjects.contains(&part.0)
        };
        pool.stage != post.stage || post.parts.iter().all(strange)
    };
    recruited(scene, draw, unfit, |_| 1)
}

/// Recruits are novices: enough of them are over any share of a receiving school.
fn fills_up_with_novices(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, rule) = (&scene.facts, "arrivals_mix");
    let cap = facts.book.opt_share(rule, "novice_at_most")?;
    if facts.book.choice(rule, "base") != "posts" {
        return None;
    }
    let receivers = facts.book.choices(rule, "receivers", Class::find);
    let receives = |no: PostNo| {
        let school = facts.roster.school(facts.post(no).school);
        school.is_any(&receivers)
    };
    let over = |no: PostNo| {
        let school = facts.post(no).school;
        let posts = facts.posts_of(school).map(|no| facts.post(no).number);
        let here = |who: usize| scene.next[who] == Some(school) && facts.standing[who].novice;
        let novices = (0..facts.standing.len()).filter(|who| here(*who)).count();
        let hired = facts
            .posts_of(school)
            .map(|no| i64::from(scene.placement.hired(no)));
        let there = super::county::whole(novices) + hired.sum::<i64>();
        (cap.floor_of(i64::from(posts.sum::<u32>())) - there + 1).max(1)
    };
    recruited(scene, draw, |_, no| receives(no), over)
}

fn recruits_beyond_the_quota(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, now) = (&scene.facts, heads(scene, on_quota));
    let regular = |pool: usize| on_quota(facts.roster.pools[pool].employment);
    let over = |no: PostNo| {
        let quota = &facts.quota[facts.post(no).school.0];
        let vacant = quota.most - now[facts.post(no).school.0];
        if quota.heads_base > quota.most {
            1
        } else {
            (vacant + 1).max(1)
        }
    };
    recruited(scene, draw, |pool, _| regular(pool), over)
}

/// One recruit more than the county has places left for at the stage.
fn recruits_beyond_the_county(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let regular = |pool: usize| on_quota(facts.roster.pools[pool].employment);
    let stage = |no: PostNo| facts.post(no).stage;
    let total = |at: Stage| {
        let lines = facts.roster.quota.iter().filter(|line| line.stage == at);
        lines.map(|line| i64::from(line.heads)).reduce(|a, b| a + b)
    };
    let stays = |who: &TeacherNo| {
        let leaves = |one: &Exemption| *one == Exemption::Leaving;
        !facts.stands(*who).exemptions.iter().any(leaves)
    };
    let holds = |at: Stage| {
        let people = facts.roster.teacher_nos().filter(|who| {
            let one = facts.roster.teacher(*who);
            one.stage == at && on_quota(one.employment)
        });
        whole(people.filter(stays).count())
    };
    let here = |pool: usize, no: PostNo| regular(pool) && total(stage(no)).is_some();
    let over = |no: PostNo| (total(stage(no)).unwrap_or(0) - holds(stage(no))).max(0) + 1;
    let mut broken = recruited(scene, draw, here, over)?;
    broken.about = Some(lungang::finding::About::County);
    Some(broken)
}

fn places_a_special_post_in_town(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, rule) = (&scene.facts, "recruits");
    let classes = facts
        .book
        .choices(rule, "special_post_schools", Class::find);
    let stages = facts.book.choices(rule, "special_post_stages", Stage::find);
    let wrong = |pool: usize, no: PostNo| {
        let school = facts.roster.school(facts.post(no).school);
        facts.roster.pools[pool].employment == Employment::SpecialPost
            && !(school.is_any(&classes) && stages.contains(&facts.post(no).stage))
    };
    recruited(scene, draw, wrong, |_| 1)
}

fn recruits_on_contract(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let contract = |pool: usize| {
        let kinds = [Employment::Contract, Employment::Purchased];
        kinds.contains(&facts.roster.pools[pool].employment)
    };
    let allowed = facts.book.flag("recruits", "contract_allowed");
    recruited(scene, draw, |pool, _| !allowed && contract(pool), |_| 1)
}

fn recruits_more_than_there_are(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let pools: Vec<usize> = (0..scene.facts.roster.pools.len()).collect();
    let pool = draw.pick(&pools)?;
    let used = scene.placement.hires.iter().filter(|one| one.pool == pool);
    let used: i64 = used.map(|one| i64::from(one.number)).sum();
    let left = i64::from(scene.facts.roster.pools[pool].number) - used;
    let post = draw.pick(&scene.posts(|no| covers(scene, pool, no)))?;
    let mut edit = Edit::of(scene);
    edit.hires(pool, post, left + 1 + draw.less_than(3));
    edit.done(lungang::finding::About::County)
}

/// Strikes recruits on quota from posts of schools that have the places for them.
fn keeps_a_vacancy(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, now) = (&scene.facts, heads(scene, on_quota));
    if !facts.book.flag("recruits", "fill_vacancies") {
        return None;
    }
    let vacant = |hire: &&Hire| {
        let school = facts.post(hire.post).school;
        on_quota(facts.roster.pools[hire.pool].employment)
            && facts.quota[school.0].most - now[school.0] + i64::from(hire.number) > 0
    };
    let hires: Vec<&Hire> = scene.placement.hires.iter().filter(vacant).collect();
    let number = 1 + draw.less_than(2);
    let struck = draw.some(&hires, number)?;
    let mut edit = Edit::of(scene);
    for hire in &struck {
        edit.strikes(Some(hire.pool), hire.post);
    }
    edit.done(scene.about_school(facts.post(struck[0].post).school))
}

/// Takes somebody who stays off her post and recruits for it somebody who covers no more of it.
fn recruits_beside_somebody_idle(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let pools: Vec<usize> = (0..facts.roster.pools.len()).collect();
    let pool = draw.pick(&pools)?;
    let hired = |no: PostNo| facts.profile(facts.pool_profile[pool]).fit(facts.post(no));
    let held = |who| {
        let fit = |no| facts.profile(scene.stands(who).profile).fit(facts.post(no));
        let post = scene.post_of(who).filter(|_| !scene.moves(who));
        post.filter(|no| hired(*no).fills() && fit(*no).certified() >= hired(*no).covered())
    };
    let who = draw.pick(&scene.people(|who| held(who).is_some()))?;
    let post = held(who)?;
    let mut edit = Edit::of(scene);
    edit.off_posts(who);
    edit.hires(pool, post, 1);
    edit.done(scene.about_school(facts.post(post).school))
}

/// Strikes recruits of a line from their posts.
fn leaves_a_line_unused(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let hires: Vec<&Hire> = scene.placement.hires.iter().collect();
    let number = 1 + draw.less_than(3);
    let struck = draw.some(&hires, number)?;
    let mut edit = Edit::of(scene);
    for hire in struck {
        edit.strikes(Some(hire.pool), hire.post);
    }
    edit.done(lungang::finding::About::County)
}

/// More recruits for a subject than there are posts for which the school has nobody.
fn recruits_beside_own_staff(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, plan) = (&scene.facts, &scene.placement);
    let more = |no: PostNo| {
        let post = facts.post(no);
        let alike = |other: &PostNo| {
            let other = facts.post(*other);
            (other.school, other.stage, other.main()) == (post.school, post.stage, post.main())
        };
        let hired = facts.post_nos().filter(alike);
        let hired: i64 = hired.map(|no| i64::from(plan.hired(no))).sum();
        let gone = scene.moves_where(|one| scene.is_staff_of(one.teacher, no));
        scene.staff_beyond(no).max(0) + super::county::whole(gone.len()) - hired + 1
    };
    let asked = facts.book.flag("recruits", "own_staff_first");
    let fits = |pool, no| asked && covers(scene, pool, no);
    recruited(scene, draw, fits, |no| more(no).max(1))
}

/// More recruits of those who learn elsewhere first, and no school for them to learn at.
fn recruits_who_learn_nowhere(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let learns = |pool, post| {
        let hire = Hire {
            pool,
            post,
            number: 1,
        };
        let mut hires = scene.placement.hires.iter();
        // Where the plan has some already they may have a school to learn at.
        let known = hires.any(|one| (one.pool, one.post) == (pool, post));
        !known && covers(scene, pool, post) && learns_first(facts, &hire)
    };
    recruited(scene, draw, learns, |_| 1)
}
