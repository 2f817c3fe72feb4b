//! Breaking the exchange of leaders, transfers in, apprenticeships, conversions and dormitories.

use super::Breaker;
use super::county::{Scene, whole};
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Employment, PoolSource, SchoolNo, TeacherNo};
use lungang::facts::Reckoning;
use lungang::facts::leaders::{Office, due, free, may_take};
use lungang::finding::About;
use lungang::plan::{ApprenticeDoc, LeaderDoc};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R36", keeps_a_leader),
    ("R36b", sends_a_leader_wrongly),
    ("R36c", gives_an_office_twice),
    ("R36d", leaves_an_office_empty),
    ("R37", puts_a_transfer_on_another_subject),
    ("R38", forgets_an_apprentice),
    ("R38b", sends_an_apprentice_wrongly),
    ("R38c", crowds_apprentices),
    ("R39", takes_on_too_many),
    ("R39b", takes_on_somebody_else),
    ("R39c", takes_on_beside_staff),
    ("R40", needs_a_bed_where_there_is_none),
];

fn index(draw: &mut Draw, length: usize) -> Option<usize> {
    (length > 0).then(|| draw.below(length))
}

fn keeps_a_leader(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let place = index(draw, edit.plan.leaders.len())?;
    let gone = edit.plan.leaders.remove(place);
    edit.done(About::Teacher(gone.teacher))
}

/// Whoever was to take an office stays: it falls empty.
fn leaves_an_office_empty(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let place = index(draw, edit.plan.leaders.len())?;
    let gone = edit.plan.leaders.remove(place);
    let to = scene.facts.roster.find_school(&gone.to)?;
    edit.done(scene.about_school(to))
}

/// Somebody whose terms are not over, or to a school without a free office that fits.
fn sends_a_leader_wrongly(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let (due, free) = (due(facts), free(facts));
    let who = draw.pick(&scene.people(|_| true))?;
    let schools: Vec<SchoolNo> = facts.roster.school_nos().collect();
    let to = draw.pick(&schools)?;
    let fits = due.get(&who).is_some_and(|held| {
        let office = Office {
            school: to,
            role: held.role,
        };
        free.contains_key(&office) && may_take(facts, who, *held, office)
    });
    (!fits).then_some(())?;
    let mut edit = Edit::of(scene);
    let doc = leader(scene, who, to);
    edit.plan.leaders.retain(|one| one.teacher != doc.teacher);
    edit.plan.leaders.push(doc);
    edit.done(scene.about_teacher(who))
}

fn leader(scene: &Scene<'_>, who: TeacherNo, to: SchoolNo) -> LeaderDoc {
    let (roster, one) = (scene.facts.roster, scene.facts.roster.teacher(who));
    LeaderDoc {
        teacher: one.id.clone(),
        name: one.name.clone(),
        role: one.role,
        terms: one.terms,
        from: roster.school(one.work_school).id.clone(),
        to: roster.school(to).id.clone(),
        travel_minutes: None,
    }
}

/// Two leaders into one office.
fn gives_an_office_twice(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let (due, free) = (due(facts), free(facts));
    let moves = &scene.placement.leaders;
    let first = &moves[index(draw, moves.len())?];
    let office = Office {
        school: first.to,
        role: due.get(&first.teacher)?.role,
    };
    (*free.get(&office)? == 1).then_some(())?;
    let others: Vec<TeacherNo> = due
        .iter()
        .filter(|(who, held)| **who != first.teacher && may_take(facts, **who, **held, office))
        .map(|(who, _)| *who)
        .collect();
    let who = draw.pick(&others)?;
    let mut edit = Edit::of(scene);
    let doc = leader(scene, who, first.to);
    edit.plan.leaders.retain(|one| one.teacher != doc.teacher);
    edit.plan.leaders.push(doc);
    edit.done(scene.about_school(first.to))
}

fn puts_a_transfer_on_another_subject(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let pools: Vec<usize> = (0..facts.roster.pools.len())
        .filter(|no| facts.roster.pools[*no].source == PoolSource::TransferIn)
        .collect();
    let pool = draw.pick(&pools)?;
    let find = lungang::domain::Subject::find;
    let short = facts.book.choices("transfers_in", "subjects", find);
    let profile = facts.profile(facts.pool_profile[pool]);
    let other = |no: lungang::facts::PostNo| {
        let main = facts.post(no).main();
        main.is_some_and(|main| !short.contains(&main)) && !profile.own.key().is_empty()
    };
    let post = draw.pick(&scene.posts(other))?;
    let mut edit = Edit::of(scene);
    edit.strikes(Some(pool), post);
    edit.hires(pool, post, 1);
    edit.done(scene.about_school(facts.post(post).school))
}

fn forgets_an_apprentice(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let mut edit = Edit::of(scene);
    let place = index(draw, edit.plan.apprentices.len())?;
    let gone = edit.plan.apprentices.remove(place);
    edit.done(About::School(gone.school))
}

fn sends_an_apprentice_wrongly(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let mut edit = Edit::of(scene);
    let place = index(draw, edit.plan.apprentices.len())?;
    let doc: &mut ApprenticeDoc = &mut edit.plan.apprentices[place];
    let own = facts.roster.find_school(&doc.school)?;
    let at = facts.roster.find_school(&doc.at)?;
    let stage = doc.stage;
    // More than are recruited, as far as one school may take them.
    let most = u32::try_from(facts.book.count("apprentices", "per_school_at_most")).ok()?;
    if doc.number < most && draw.below(3) == 0 {
        doc.number += 1;
        return edit.done(scene.about_school(at));
    }
    let wrong = scene.schools(|no| no == own || !facts.roster.school(no).teaches(stage));
    let to = draw.pick(&wrong)?;
    doc.at.clone_from(&facts.roster.school(to).id);
    edit.done(scene.about_school(to))
}

fn crowds_apprentices(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let most = scene.facts.book.count("apprentices", "per_school_at_most");
    let mut edit = Edit::of(scene);
    let place = index(draw, edit.plan.apprentices.len())?;
    let doc = &mut edit.plan.apprentices[place];
    doc.number = u32::try_from(most + 1 + draw.less_than(9)).ok()?;
    let about = About::School(doc.at.clone());
    edit.done(about)
}

fn takes_on_too_many(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let most = facts
        .book
        .opt_count("contract_conversions", "number_at_most")?;
    let waiting: Vec<TeacherNo> = facts
        .conversions
        .iter()
        .map(|one| one.teacher)
        .filter(|who| !scene.placement.conversions.contains(who))
        .collect();
    let now = whole(scene.placement.conversions.len());
    let number = most - now + 1 + draw.less_than(2);
    let more = draw.some(&waiting, number)?;
    let mut edit = Edit::of(scene);
    for who in more {
        let id = facts.roster.teacher(who).id.clone();
        edit.plan.conversions.push(id);
    }
    edit.done(About::County)
}

/// A contract teacher of a subject of which her school has people enough on quota, or one more than it lacks.
fn takes_on_beside_staff(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let asked = facts.book.flag("contract_conversions", "own_staff_first");
    let place = |who: TeacherNo| {
        let stand = scene.stands(who);
        Some((stand.base?, facts.profile(stand.profile).own))
    };
    let left = |who: TeacherNo| {
        let (base, own) = place(who)?;
        let posts = facts.posts.iter().filter(|post| {
            let class = post.how == Reckoning::Class && post.has(own);
            post.school == base && (post.main() == Some(own) || class)
        });
        let posts: i64 = posts.map(|post| i64::from(post.number)).sum();
        let contract = |who: TeacherNo| {
            let employment = facts.roster.teacher(who).employment;
            matches!(employment, Employment::Contract | Employment::Purchased)
        };
        let staff = scene.people(|who| !contract(who) && place(who) == Some((base, own)));
        let taken = scene.placement.conversions.iter();
        let taken = taken.filter(|who| place(**who) == Some((base, own)));
        Some((posts - whole(staff.len())).max(0) - whole(taken.count()))
    };
    let people = facts.conversions.iter().map(|one| one.teacher);
    let waiting = people.filter(|who| asked && !scene.placement.conversions.contains(who));
    let waiting: Vec<TeacherNo> = waiting.filter(|who| left(*who) <= Some(0)).collect();
    // More than one, sometimes: so many candidates there are not.
    let number = 1 + draw.less_than(whole(waiting.len()).max(1));
    let more = draw.some(&waiting, number)?;
    let who = *more.first()?;
    let mut edit = Edit::of(scene);
    for one in &more {
        let id = facts.roster.teacher(*one).id.clone();
        edit.plan.conversions.push(id);
    }
    edit.done(scene.about_school(scene.stands(who).base?))
}

fn takes_on_somebody_else(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let known = |who| facts.conversions.iter().any(|one| one.teacher == who);
    let who = draw.pick(&scene.people(|who| !known(who)))?;
    let mut edit = Edit::of(scene);
    let id = facts.roster.teacher(who).id.clone();
    edit.plan.conversions.push(id);
    edit.done(scene.about_teacher(who))
}

/// Somebody from far to a township that has no beds and where nobody needed one.
fn needs_a_bed_where_there_is_none(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let facts = &scene.facts;
    let beds = |name: &str| -> u32 {
        let all = facts.roster.schools.iter();
        let here = all.filter(|one| one.township.as_deref() == Some(name) && !one.closing);
        here.map(|one| one.beds).sum()
    };
    let wanted = |name: &str| {
        let in_need = scene.people(|who| {
            let at = scene.next[who.0].filter(|at| facts.needs_bed(who, *at));
            at.is_some_and(|at| facts.roster.school(at).township.as_deref() == Some(name))
        });
        !in_need.is_empty()
    };
    let bare = scene.schools(|no| {
        let township = facts.roster.school(no).township.as_deref();
        township.is_some_and(|name| beds(name) == 0 && !wanted(name))
    });
    let to = draw.pick(&bare)?;
    let far = scene.people(|who| {
        scene.stands(who).base.is_some() && !scene.moves(who) && facts.needs_bed(who, to)
    });
    let who = draw.pick(&far)?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(About::County)
}
