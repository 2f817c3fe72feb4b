//! People of one subject and stage who change places: two of them, or several in a row or a ring.
//!
//! Symbols, for each school `s` and each subject and stage `k`: `out`, `in` people of `k` who are moved away and who come,
//! of whom it is asked [persons]; `sends` 1 where any leave; `A`, `B` as many as may leave and come.
//! - `out ≤ A·sends`; `in ≤ B·(1 − sends)`

use super::{CARD, CHANGED, SWAPPED, comes_after_own};
use crate::blanks;
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo, whole};
use crate::facts::{Facts, Placement, PlannedMove, PostNo};
use crate::model::{Terms, Var};
use crate::rules::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// People of one subject and stage, at a school. What else they may teach sets them not apart: whoever changes places
/// with a colleague of the subject does so for the shares.
type Place = (SchoolNo, Subject, Stage);

fn place(facts: &Facts<'_>, who: TeacherNo, at: SchoolNo) -> Place {
    let profile = facts.profile(facts.stands(who).profile);
    (at, profile.own, profile.stage)
}

/// Whether it is asked of somebody that nobody like her comes the other way: neither did the officer place her, nor does
/// she go where she wished or for the year of her title.
fn is_asked(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    comes_after_own(facts, who, to) && !facts.roster.teacher(who).volunteers_for(to)
}

/// The place as special approvals name it: the school and the subject, such as `S04,english`.
fn site(facts: &Facts<'_>, (school, subject, _): &Place) -> String {
    format!("{},{}", facts.roster.school_id(*school), subject.key())
}

/// People of one subject who leave a school and come to it; gives who comes so.
pub(super) fn changed(
    facts: &Facts<'_>,
    plan: &Placement,
    verdict: &mut Verdict,
) -> Vec<TeacherNo> {
    let mut flows: BTreeMap<Place, [Vec<TeacherNo>; 2]> = BTreeMap::new();
    for one in &plan.moves {
        if is_asked(facts, one.teacher, one.to) {
            for (way, at) in [one.from, one.to].into_iter().enumerate() {
                let place = place(facts, one.teacher, at);
                flows.entry(place).or_default()[way].push(one.teacher);
            }
        }
    }
    let mut over = Vec::new();
    for (place, [out, come]) in &flows {
        let names = |all: &[TeacherNo]| -> Vec<String> {
            let names = all
                .iter()
                .map(|who| facts.roster.teacher(*who).name.clone());
            names.collect()
        };
        let school = facts.roster.school(place.0);
        let words = blanks! {
            school: school.name, subject: place.1.text(), out: names(out), come: names(come),
        };
        let number = whole(out.len().min(come.len()));
        if number > 0 {
            let verdict = verdict.at(site(facts, place));
            verdict.none(school, &CHANGED, number, words);
            over.extend(come);
        }
    }
    over
}

/// Two rows of the program: of people of one subject a school sends some or receives some.
pub(super) struct Swap {
    /// Where.
    pub(super) school: SchoolNo,
    /// Who may leave.
    pub(super) out: Terms,
    /// Who may come.
    pub(super) come: Terms,
    /// 1 where any leave.
    pub(super) sends: Var,
    /// By how much either row may be fallen short of.
    pub(super) short: Vec<Var>,
    /// What was approved.
    pub(super) waived: i64,
}

/// The rows: of people alike a school sends some or receives some.
pub(super) fn forbid(program: &mut crate::model::Staffing<'_>) -> Vec<Swap> {
    let facts = program.facts;
    // Who leaves and who comes, and the types of which they are.
    let mut flows: BTreeMap<Place, [(Terms, BTreeSet<usize>); 2]> = BTreeMap::new();
    for arc in &program.arcs {
        let one = &program.types[arc.ty];
        if is_asked(facts, one.sample(), arc.to) {
            for (way, at) in [one.base, arc.to].into_iter().enumerate() {
                let place = place(facts, one.sample(), at);
                let flow = &mut flows.entry(place).or_default()[way];
                flow.0.push((arc.var, 1));
                flow.1.insert(arc.ty);
            }
        }
    }
    let mut made = Vec::new();
    for (place, [(out, leaving), (come, coming)]) in flows {
        if out.is_empty() || come.is_empty() {
            continue;
        }
        let size = |types: &BTreeSet<usize>| -> i64 {
            let types = types.iter().map(|ty| program.types[*ty].size());
            types.sum()
        };
        let seats = facts
            .posts_of(place.0)
            .map(|no| i64::from(facts.post(no).number));
        let (most, least) = (size(&leaving), size(&coming).min(seats.sum()));
        let about = site(facts, &place);
        let number = program.lp.columns.len();
        let sends = program.lp.column(format!("sends[{number}]"), 0, 1);
        let waived = facts.waived(CARD.id, &about);
        let leaving = [&out[..], &[(sends, -most)]].concat();
        let coming = [&come[..], &[(sends, least)]].concat();
        let short = [
            program.at_most(&CARD, about.clone(), leaving, 0),
            program.at_most(&CARD, about, coming, least),
        ];
        made.push(Swap {
            school: place.0,
            out,
            come,
            sends,
            short: short.into_iter().flatten().collect(),
            waived,
        });
    }
    made
}

/// Who of her subject and stage goes the other way at the same time, the first on the roster where there are several.
pub fn exchanged_with<'a>(
    facts: &Facts<'_>,
    plan: &'a Placement,
    one: &PlannedMove,
) -> Option<&'a PlannedMove> {
    let teacher = facts.roster.teacher(one.teacher);
    let mut others = plan.moves.iter();
    others.find(|other| {
        let partner = facts.roster.teacher(other.teacher);
        let same = (teacher.stage, teacher.subject) == (partner.stage, partner.subject);
        let placed = facts.must_leave(one.teacher) || facts.must_leave(other.teacher);
        same && !placed && (other.from, other.to) == (one.to, one.from)
    })
}

/// Those of one subject who change places though one of them wished it or was placed: what both are worth together is
/// told of both.
pub(super) fn told(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let covers = |who: TeacherNo, seat: Option<PostNo>| {
        let profile = facts.profile(facts.stands(who).profile);
        seat.map_or(0, |no| profile.fit(facts.post(no)).covered())
    };
    for one in &plan.moves {
        let teacher = facts.roster.teacher(one.teacher);
        let asked = |one: &PlannedMove| is_asked(facts, one.teacher, one.to);
        let other = exchanged_with(facts, plan, one);
        let other = other.filter(|other| !(asked(one) && asked(other)));
        let Some(other) = other else {
            continue;
        };
        let seat = |one: &PlannedMove| {
            let mut posts = facts.posts_of(one.to);
            posts.find(|no| plan.fills[no.0].contains(&one.teacher))
        };
        let [hers, theirs] = [seat(one), seat(other)];
        let now = covers(one.teacher, hers) + covers(other.teacher, theirs);
        let stayed = covers(one.teacher, theirs) + covers(other.teacher, hers);
        let words = blanks! {
            teacher: teacher.name, other: facts.roster.teacher(other.teacher).name,
            stage: teacher.stage.text(), subject: teacher.subject.text(),
            from: facts.roster.school(one.from).name, to: facts.roster.school(one.to).name,
            periods: (now - stayed).max(0),
        };
        verdict.remark(teacher, &SWAPPED, words);
    }
}
