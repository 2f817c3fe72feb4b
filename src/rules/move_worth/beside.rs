//! Nobody comes for a subject while people of it who are there would be left beside its posts: without a post, heads of
//! section (中层) too, or on another.
//!
//! Symbols, for each school `s` and subject `k` that has no more people than posts: `beside` people who are alike to one
//! of these in all that they may teach and on no post of `k` [persons]; `come` people of `k` who are moved there of
//! whom it is asked, see `comes_after_own` [persons]; `comes` 1 where any do; `C`, `U` as many as may come, and be there
//! where none of these comes.
//! - `come ≤ C·comes`; `beside + U·comes ≤ U`
//!
//! A move beside them gains nothing that they could not do, so it counts as one for a share only. Where the school
//! has people to spare nobody comes for the subject at all.

use super::{BESIDE, CARD, comes_after_own};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::own_people::{OwnPeople, Place, is_post_of, own_at, own_people};
use crate::facts::own_staff::seats_site;
use crate::facts::{Facts, Placement, ProfileNo};
use crate::model::{Terms, Var};
use crate::rules::Verdict;
use std::collections::BTreeMap;

/// The school and subject of people alike to those who are there.
fn alike(
    facts: &Facts<'_>,
    staff: &BTreeMap<Place, OwnPeople>,
    (profile, school): (ProfileNo, SchoolNo),
) -> Option<Place> {
    let place = own_at(facts, profile, school)?;
    let here = staff.get(&place)?;
    (here.spare == 0 && here.people.contains_key(&profile)).then_some(place)
}

/// Of whom it is asked that nobody of her subject is left beside her, and where.
fn asked(
    facts: &Facts<'_>,
    staff: &BTreeMap<Place, OwnPeople>,
    (who, to): (TeacherNo, SchoolNo),
) -> Option<Place> {
    let place = own_at(facts, facts.stands(who).profile, to)?;
    let bound = staff.get(&place).is_some_and(|here| here.spare == 0);
    (bound && comes_after_own(facts, who, to)).then_some(place)
}

/// People of a subject who are left beside those who come for it; gives who comes so.
pub(super) fn left(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) -> Vec<TeacherNo> {
    let staff = own_people(facts);
    let mut come: BTreeMap<Place, (Vec<TeacherNo>, i64)> = BTreeMap::new();
    for one in &plan.moves {
        if let Some(place) = asked(facts, &staff, (one.teacher, one.to)) {
            come.entry(place).or_default().0.push(one.teacher);
        }
    }
    let place = |who: TeacherNo, school| alike(facts, &staff, (facts.stands(who).profile, school));
    for (who, school) in facts.roster.teacher_nos().zip(plan.next(facts)) {
        let place = school.and_then(|school| place(who, school));
        if let Some(here) = place.and_then(|place| come.get_mut(&place)) {
            here.1 += 1;
        }
    }
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        for who in people {
            let place = place(*who, facts.post(no).school);
            let place = place.filter(|place| is_post_of(facts, no, place.1));
            if let Some(here) = place.and_then(|place| come.get_mut(&place)) {
                here.1 -= 1;
            }
        }
    }
    let mut over = Vec::new();
    for ((no, subject), (people, beside)) in come {
        let school = facts.roster.school(no);
        let names = people.iter().map(|who| &facts.roster.teacher(*who).name);
        let names: Vec<_> = names.collect();
        let words = blanks! {
            school: school.name, subject: subject.text(), names: names, over: beside,
        };
        let verdict = verdict.at(seats_site(facts, no, subject));
        verdict.none(school, &BESIDE, beside.max(0), words);
        if beside > 0 {
            over.extend(people);
        }
    }
    over
}

/// Two rows of the program: nobody comes, or nobody is beside.
pub(super) struct Beside {
    /// Where.
    pub(super) school: SchoolNo,
    /// Who may come.
    pub(super) come: Terms,
    /// 1 where any do.
    pub(super) comes: Var,
}

/// The same in the program.
pub(super) fn forbid(program: &mut crate::model::Staffing<'_>) -> Vec<Beside> {
    let facts = program.facts;
    let staff = own_people(facts);
    // Who may come, and how many: everybody but who must leave a closing school needs a post.
    let mut come: BTreeMap<Place, (Terms, [i64; 2])> = BTreeMap::new();
    for arc in &program.arcs {
        if let Some(place) = asked(facts, &staff, (program.mover(arc), arc.to)) {
            let (terms, most) = come.entry(place).or_default();
            terms.push((arc.var, 1));
            let placed = facts.must_leave(program.mover(arc));
            most[usize::from(placed)] += program.types[arc.ty].size();
        }
    }
    let mut beside = people_beside(program, &staff);
    let mut made = Vec::new();
    for (place, (come, many)) in come {
        let Some((mut beside, fixed, most)) = beside.remove(&place) else {
            continue;
        };
        let about = seats_site(facts, place.0, place.1);
        let seats = facts
            .posts_of(place.0)
            .map(|no| i64::from(facts.post(no).number));
        let many = many[0].min(seats.sum()) + many[1];
        let lp = &mut program.lp;
        let comes = lp.column(format!("comes[{about}]"), 0, 1);
        let any = [&come[..], &[(comes, -many)]].concat();
        lp.counts(CARD.id, about.clone(), any, 0);
        beside.push((comes, most));
        program.at_most(&CARD, about, beside, most - fixed);
        made.push(Beside {
            school: place.0,
            come,
            comes,
        });
    }
    made
}

/// People beside the posts of a subject, how many of them are there whatever is decided, and how many may be where
/// nobody comes who is asked.
fn people_beside(
    program: &crate::model::Staffing<'_>,
    staff: &BTreeMap<Place, OwnPeople>,
) -> BTreeMap<Place, (Terms, i64, i64)> {
    let facts = program.facts;
    let mut beside: BTreeMap<Place, (Terms, i64, i64)> = BTreeMap::new();
    for (one, stay) in program.types.iter().zip(&program.stays) {
        if let Some(place) = alike(facts, staff, (one.profile, one.base)) {
            let here = beside.entry(place).or_default();
            here.0.push((*stay, 1));
            here.2 += one.size();
        }
    }
    for arc in &program.arcs {
        let one = &program.types[arc.ty];
        if let Some(place) = alike(facts, staff, (one.profile, arc.to)) {
            let here = beside.entry(place).or_default();
            here.0.push((arc.var, 1));
            // Where people are beside, of those who are asked nobody comes.
            let none = asked(facts, staff, (one.sample(), arc.to)) == Some(place);
            here.2 += if none { 0 } else { one.size() };
        }
    }
    for ((school, profile), people) in &program.fixed {
        if let Some(place) = alike(facts, staff, (*profile, *school)) {
            let here = beside.entry(place).or_default();
            let number = whole(people.len());
            here.1 += number;
            here.2 += number;
        }
    }
    for one in &program.fills {
        let place = alike(facts, staff, (one.profile, facts.post(one.post).school));
        if let Some(place) = place.filter(|place| is_post_of(facts, one.post, place.1)) {
            beside.entry(place).or_default().0.push((one.var, -1));
        }
    }
    beside
}
