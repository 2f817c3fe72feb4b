//! Whoever comes crowds out nobody of the subject who is there.

use super::{CARD, CROWDS_OUT, comes_after_own};
use crate::blanks;
use crate::domain::{SchoolNo, Subject, TeacherNo};
use crate::facts::own_staff::{
    has_surplus, has_vacancy, is_own_seat, only_spared, seats_of, seats_site, subject_at,
};
use crate::facts::{Facts, Placement, PostNo, ProfileNo, worthy};
use crate::model::Terms;
use crate::rules::Verdict;
use std::collections::BTreeMap;

/// A school and subject of whose seats people of a profile are counted: all of the subject, or where there are people
/// to spare only those who come for other posts.
fn counted_at(
    facts: &Facts<'_>,
    profile: ProfileNo,
    school: SchoolNo,
) -> Option<(SchoolNo, Subject)> {
    let subject = subject_at(facts, school, profile)?;
    (!only_spared(facts, profile, school)).then_some((school, subject))
}

/// Whether somebody of a profile is there for another subject on a post: it is none of her own subject's people, would
/// be worth a move, and its own subject has fewer people there than posts. A lesson that is only shared (兼任) is none,
/// nor a post of colleagues: a newcomer must not push anybody onto either.
fn is_other_seat(facts: &Facts<'_>, profile: ProfileNo, post: PostNo) -> bool {
    let lacks = |main| has_vacancy(facts, facts.post(post).school, main);
    worthy(facts, profile, post)
        && !is_own_seat(facts, profile, post)
        && facts.post(post).main().is_some_and(lacks)
}

/// People of the subject who were there and would be left without a post, by school and subject.
pub(super) fn crowded_out(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let of = |who: TeacherNo, school| counted_at(facts, facts.stands(who).profile, school);
    let mut flows: BTreeMap<_, [i64; 3]> = BTreeMap::new();
    for one in &plan.moves {
        let comes = comes_after_own(facts, one.teacher, one.to);
        if let Some(place) = of(one.teacher, one.to).filter(|_| comes) {
            flows.entry(place).or_default()[0] += 1;
        }
        let place = of(one.teacher, one.from);
        if let Some(place) = place.filter(|place| !has_surplus(facts, place.0, place.1)) {
            flows.entry(place).or_default()[1] += 1;
        }
    }
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        for who in people {
            let other = is_other_seat(facts, facts.stands(*who).profile, no);
            if let Some(place) = of(*who, facts.post(no).school).filter(|_| other) {
                flows.entry(place).or_default()[2] += 1;
            }
        }
    }
    for ((no, subject), [arrive, leave, other]) in flows {
        let (school, staff) = (facts.roster.school(no), seats_of(facts, no, subject));
        let over = arrive - leave - other - staff.beyond();
        if arrive > 0 {
            let words = blanks! { school: school.name, subject: subject.text(), posts: staff.posts,
            heads: staff.heads, arrive: arrive, leave: leave, over: over };
            let verdict = verdict.at(seats_site(facts, no, subject));
            verdict.none(school, &CROWDS_OUT, over, words);
        }
    }
}

/// A row of the program: no more come to a school for a subject than it has posts for, beside those who are there.
pub(super) struct Seats {
    /// Where.
    pub(super) school: SchoolNo,
    /// As approvals name it.
    pub(super) about: String,
    /// The row, with what may be fallen short of.
    pub(super) terms: Terms,
    /// Posts beyond the people who are there, with what was approved.
    pub(super) most: i64,
}

/// Nobody who comes crowds out people of the subject who are there.
pub(super) fn keep_own_seats(program: &mut crate::model::Staffing<'_>) -> Vec<Seats> {
    let facts = program.facts;
    // Thousands of ways and seats ask the same of few profiles and schools.
    let mut known = BTreeMap::new();
    let mut of = |profile: ProfileNo, school: SchoolNo| {
        let place = known.entry((profile, school));
        *place.or_insert_with(|| counted_at(facts, profile, school))
    };
    let arcs = program.arcs.iter().filter_map(|arc| {
        let comes = comes_after_own(facts, program.mover(arc), arc.to);
        let place = of(program.types[arc.ty].profile, arc.to).filter(|_| comes)?;
        Some((place, arc.var, 1))
    });
    let mut rows = crate::model::sums(arcs);
    for (one, leave) in program.types.iter().zip(&program.leaves) {
        let place = of(one.profile, one.base);
        let place = place.filter(|place| !has_surplus(facts, place.0, place.1));
        let row = place.and_then(|place| rows.get_mut(&place));
        if let Some(row) = row {
            row.push((*leave, -1));
        }
    }
    for fill in &program.fills {
        let school = facts.post(fill.post).school;
        let place = of(fill.profile, school);
        let place = place.filter(|_| is_other_seat(facts, fill.profile, fill.post));
        let row = place.and_then(|place| rows.get_mut(&place));
        if let Some(row) = row {
            row.push((fill.var, -1));
        }
    }
    let mut made = Vec::new();
    for ((school, subject), terms) in rows {
        let staff = seats_of(facts, school, subject);
        let most = staff.beyond();
        if program.lp.reach(&terms).1 > most {
            let about = seats_site(facts, school, subject);
            program.at_most(&CARD, about.clone(), terms, most);
            // With what the rule adds to it: what may be fallen short of, and what was approved.
            let row = program.lp.rows.last();
            made.extend(row.map(|row| Seats {
                school,
                about,
                terms: row.terms.clone(),
                most: row.bound,
            }));
        }
    }
    made
}
