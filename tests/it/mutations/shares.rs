//! Breaking the rules on shares and balances of the whole county, and moving for nothing.

use super::Breaker;
use super::county::{Scene, whole};
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Backbone, Class, Form, SchoolNo, TeacherNo};
use lungang::facts::{
    Grade, PostNo, Reckoning, balance, counts_as_rotation, is_directional, worthy,
};
use lungang::finding::About;
use lungang::policy::{Force, Share};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R03", rotates_too_few),
    ("R03b", rotates_too_many),
    ("R04", rotates_too_few_backbone),
    ("R04", rotates_too_many_others),
    ("R11", takes_from_a_short_subject),
    ("R15", teaches_outside_the_subject),
    ("R22", moves_somebody_for_nothing),
    ("R42", moves_somebody_onto_a_small_seat),
];

/// Whether a move from one school to another counts in the direction that binds.
fn counts(scene: &Scene<'_>, from: SchoolNo, to: SchoolNo) -> bool {
    let (facts, rule) = (&scene.facts, "rotation_share");
    let any =
        facts.book.force_of(rule) == Force::Off || facts.book.choice(rule, "direction") == "any";
    counts_as_rotation(facts, from, to) && (any || is_directional(facts, from, to))
}

/// Takes so many of these moves out, or turns them into transfers, which do not count.
fn uncounted(
    scene: &Scene<'_>,
    draw: &mut Draw,
    movers: &[TeacherNo],
    number: i64,
) -> Option<Broken> {
    let forms = scene
        .facts
        .book
        .choices("counting_forms", "forms", Form::find);
    let by_form = draw.coin() && !forms.contains(&Form::Transfer);
    let mut edit = Edit::of(scene);
    for who in draw.some(movers, number)? {
        if by_form {
            edit.move_of(who).form = Some(Form::Transfer);
        } else {
            edit.stays(who);
        }
    }
    edit.done(About::County)
}

fn rotates_too_few(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let figure = scene.binding("rotation_share")?;
    let each = match scene.facts.book.choice("rotation_share", "measure") {
        "heads" => 1,
        _ => 12,
    };
    let spare = (figure.numerator - figure.need?).div_euclid(each);
    let movers =
        scene.moves_where(|one| scene.stands(one.teacher).due && counts(scene, one.from, one.to));
    let movers: Vec<_> = movers.into_iter().map(|one| one.teacher).collect();
    let number = spare + 1 + draw.less_than(3);
    uncounted(scene, draw, &movers, number)
}

/// So many more that they are over the limit that the county has set.
fn rotates_too_many(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let most = scene.facts.book.opt_share("rotation_share", "at_most")?;
    let figure = scene.binding("rotation_share")?;
    let number = most.floor_of(figure.denominator) - figure.numerator + 1;
    let to = |who| {
        let fits = |no| !scene.at(who, no) && counts(scene, scene.from(who), no);
        scene.schools(fits)
    };
    let others = scene.people(|who| {
        let stand = scene.stands(who);
        stand.due && stand.base.is_some() && !scene.moves(who) && !to(who).is_empty()
    });
    let mut edit = Edit::of(scene);
    for who in draw.some(&others, number)? {
        let school = draw.pick(&to(who))?;
        edit.sends(who, school);
    }
    edit.done(About::County)
}

/// What the backbone share is reckoned from.
struct Backbones {
    level: Backbone,
    of_movers: bool,
    share: Share,
    rotate: i64,
    all: i64,
}

fn backbones(scene: &Scene<'_>) -> Option<Backbones> {
    let (book, rule) = (scene.facts.book, "backbone_share");
    let figure = scene.binding(rule)?;
    Some(Backbones {
        level: Backbone::find(book.choice(rule, "level"))?,
        of_movers: book.choice(rule, "of") == "movers",
        share: book.share(rule, "at_least"),
        rotate: figure.numerator,
        all: figure.denominator,
    })
}

/// So many backbone teachers fewer that what is left is below the share of what is left.
fn rotates_too_few_backbone(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let now = backbones(scene)?;
    let grade = |who| scene.facts.roster.teacher(who).backbone;
    let narrow = scene.facts.book.choice("backbone_share", "direction") == "directional";
    let movers = scene.moves_where(|one| {
        let way = !narrow || is_directional(&scene.facts, one.from, one.to);
        way && grade(one.teacher) >= now.level && counts(scene, one.from, one.to)
    });
    let movers: Vec<_> = movers.into_iter().map(|one| one.teacher).collect();
    let breaks = |fewer: &i64| {
        let base = now.all - if now.of_movers { *fewer } else { 0 };
        now.rotate - fewer < now.share.ceil_of(base)
    };
    let numbers: Vec<i64> = (1..=whole(movers.len())).filter(breaks).collect();
    let number = draw.pick(&numbers)?;
    uncounted(scene, draw, &movers, number)
}

/// So many others more that the backbone teachers are below their share.
fn rotates_too_many_others(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let now = backbones(scene).filter(|now| now.of_movers)?;
    let others = scene.people(|who| {
        let stays = scene.stands(who).base.is_some() && !scene.moves(who);
        stays && scene.facts.roster.teacher(who).backbone < now.level
    });
    let number = (1..20).find(|more| now.share.ceil_of(now.all + more) > now.rotate)?;
    let mut edit = Edit::of(scene);
    for who in draw.some(&others, number)? {
        let fits = |no| !scene.at(who, no) && counts(scene, scene.from(who), no);
        let to = draw.pick(&scene.schools(fits))?;
        edit.sends(who, to);
    }
    edit.done(About::County)
}

/// One more leaves a school in a subject that is short there than comes to it.
fn takes_from_a_short_subject(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    if !facts.book.flag("surplus_first", "no_net_loss") {
        return None;
    }
    let short: Vec<_> = balance(facts)
        .into_iter()
        .filter(|(_, (heads, posts))| 0 < *heads && heads < posts)
        .map(|(place, _)| place)
        .collect();
    let (school, subject) = draw.pick(&short)?;
    let hers = |who: TeacherNo| facts.roster.teacher(who).subject == subject;
    let out = scene.moves_where(|one| one.from == school && hers(one.teacher));
    let into = scene.moves_where(|one| one.to == school && hers(one.teacher));
    let number = whole(into.len()) - whole(out.len()) + 1;
    let stay = |who| scene.stands(who).base == Some(school) && !scene.moves(who) && hers(who);
    let mut edit = Edit::of(scene);
    for who in draw.some(&scene.people(stay), number)? {
        let to = draw.pick(&scene.schools(|no| no != school))?;
        edit.sends(who, to);
    }
    edit.done(scene.about_school(school))
}

/// Puts people of a receiving school onto posts without their own subject, until there are more of
/// them than the share allows.
fn teaches_outside_the_subject(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, rule) = (&scene.facts, "arrivals_mix");
    let cap = facts.book.opt_share(rule, "off_subject_at_most")?;
    if facts.book.choice(rule, "base") != "posts" {
        return None;
    }
    let receivers = facts.book.choices(rule, "receivers", Class::find);
    let receives = |no: SchoolNo| facts.roster.school(no).is_any(&receivers);
    let school = draw.pick(&scene.schools(receives))?;
    let posts: Vec<PostNo> = facts.posts_of(school).collect();
    let outside = |who: TeacherNo, no: PostNo| {
        let (post, main) = (facts.post(no), scene.fit(who, no).main);
        post.how != Reckoning::Class && !post.is_open() && main < Grade::Certificate
    };
    let mut people = Vec::new();
    for no in &posts {
        people.extend(scene.placement.fills[no.0].iter().map(|who| (*who, *no)));
    }
    let (already, inside): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|(who, no)| outside(*who, *no));
    let number = posts.iter().map(|no| facts.post(*no).number).sum::<u32>();
    let more = (cap.floor_of(i64::from(number)) - whole(already.len()) + 1).max(1);
    let mut edit = Edit::of(scene);
    for (who, _) in draw.some(&inside, more)? {
        let other: Vec<_> = posts
            .iter()
            .copied()
            .filter(|no| outside(who, *no))
            .collect();
        let no = draw.pick(&other)?;
        edit.off_posts(who);
        edit.on_post(no, who);
    }
    edit.done(scene.about_school(school))
}

/// Somebody who could hold the post of a newcomer is taken off her own post.
fn moves_somebody_for_nothing(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let findings = &scene.before.findings.0;
    let named = |who: TeacherNo| {
        let about = Some(scene.about_teacher(who));
        findings
            .iter()
            .any(|one| one.code.id == "R22" && one.about == about)
    };
    // Where a move closes nothing already, one more person to spare may make no difference.
    let clean = |to: SchoolNo| {
        !scene
            .moves_where(|one| one.to == to)
            .iter()
            .any(|one| named(one.teacher))
    };
    let moves =
        scene.moves_where(|one| !scene.stands(one.teacher).lacks_title_year && clean(one.to));
    // Those who stay at her new school and leave no more of her post uncovered.
    let able = moves.iter().flat_map(|one| {
        let post = scene.post_of(one.teacher);
        let left = move |who: TeacherNo| {
            let profile = facts.profile(scene.stands(who).profile);
            post.map(|no| profile.fit(facts.post(no)).uncovered)
        };
        scene.people(|who| {
            let stays = scene.stands(who).base == Some(one.to) && !scene.moves(who);
            let able = post.is_some() && left(who) <= left(one.teacher);
            stays && scene.post_of(who).is_some() && able
        })
    });
    let able: Vec<TeacherNo> = able.collect();
    let mut edit = Edit::of(scene);
    edit.off_posts(draw.pick(&able)?);
    edit.done(None)
}

/// Sends somebody who stays onto a post that she fills, yet with too few periods; whoever holds it gives it up.
fn moves_somebody_onto_a_small_seat(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let small = |who: TeacherNo, no: PostNo| {
        let (profile, post) = (scene.stands(who).profile, facts.post(no));
        let fits = facts.profile(profile).fit(post).fills() && !worthy(facts, profile, no);
        fits && !scene.at(who, post.school)
    };
    let stays = |who| scene.stands(who).base.is_some() && !scene.moves(who);
    let people = scene.people(|who| stays(who) && facts.post_nos().any(|no| small(who, no)));
    let who = draw.pick(&people)?;
    let no = draw.pick(&scene.posts(|no| small(who, no)))?;
    let school = facts.post(no).school;
    let mut edit = Edit::of(scene);
    if scene.filled(no) >= i64::from(facts.post(no).number) {
        edit.off_posts(draw.pick(&scene.placement.fills[no.0])?);
    }
    edit.sends(who, school);
    edit.off_posts(who);
    edit.on_post(no, who);
    edit.done(scene.about_school(school))
}
