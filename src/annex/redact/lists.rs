//! The plan with pseudonyms, list by list. Every field is named here, so that a new one is not forgotten: the
//! compiler asks for it.

use super::masks::{MARK, Masks, PERSONAL};
use crate::domain::{Stage, Subject, Title};
use crate::plan::{
    AppointmentDoc, ApprenticeDoc, GapDoc, InputDoc, ItinerantDoc, LeaderDoc, LessonDoc, MoveDoc,
    PairDoc, PeriodsDoc, Plan, PostDoc, ProtectedDoc, RecruitDoc, RuleDoc, ScenarioId, SchoolDoc,
    SplitDoc, StayReason, TitleDoc, TitlePostDoc, UnfilledDoc, VisitDoc, WeekDoc,
};
use crate::text::OwnedText;
use std::cmp::Reverse;

/// A line of the plan that names people or schools.
trait MaskedLine {
    /// Where it stands in its list, which is sorted anew: its old place would tell something of the old ids.
    type Order: Ord;

    /// Puts pseudonyms in the place of ids and names.
    fn mask(&mut self, masks: &Masks<'_>);

    /// Its place.
    fn order(&self) -> Self::Order;
}

/// A whole list; lines of one place stay in their order.
fn all<T: MaskedLine>(list: &mut [T], masks: &Masks<'_>) {
    for one in list.iter_mut() {
        one.mask(masks);
    }
    list.sort_by_cached_key(MaskedLine::order);
}

/// Puts pseudonyms in the place of all ids and names, but for findings and digest, which are made anew.
pub(super) fn mask(plan: &mut Plan, masks: &Masks<'_>) {
    let Plan {
        schema: _,
        tool: _,
        scenario,
        outcome: _,
        rules,
        moves,
        stays_protected,
        schools,
        recruits,
        titles,
        appointments,
        title_posts,
        itinerants,
        periods,
        visits,
        mentors,
        leaders,
        apprentices,
        conversions,
        class_splits,
        unfilled,
        findings: _,
        digest: _,
    } = plan;
    mark(scenario);
    rules.iter_mut().for_each(hush);
    all(moves, masks);
    all(stays_protected, masks);
    all(schools, masks);
    all(recruits, masks);
    all(titles, masks);
    all(appointments, masks);
    all(title_posts, masks);
    all(itinerants, masks);
    let PeriodsDoc {
        ended: _,
        value: _,
        bound: _,
        gaps,
        weeks,
    } = periods;
    all(gaps, masks);
    all(weeks, masks);
    all(visits, masks);
    all(mentors, masks);
    all(leaders, masks);
    all(apprentices, masks);
    people(conversions, masks);
    all(class_splits, masks);
    all(unfilled, masks);
}

/// Staff ids alone, sorted again.
fn people(ids: &mut [String], masks: &Masks<'_>) {
    for id in ids.iter_mut() {
        masks.teacher(id);
    }
    ids.sort();
}

/// The title says what was done; what a guess could be tested with goes.
fn mark(scenario: &mut ScenarioId) {
    let ScenarioId {
        title_zh,
        title_en,
        made_up: _,
        reckoning_date: _,
        lottery_seed,
        year_start: _,
        inputs,
    } = scenario;
    title_zh.push_str(MARK.zh);
    title_en.push_str(MARK.en);
    lottery_seed.clear();
    for InputDoc { name: _, sha256 } in inputs {
        sha256.clear();
    }
}

/// Figures that count people by what is personal go: in a small county a count names somebody.
fn hush(rule: &mut RuleDoc) {
    let personal = PERSONAL.map(|one| OwnedText::from(one.text()));
    rule.measures.retain(|one| !personal.contains(&one.name));
}

/// Implements [`MaskedLine`]: which fields hold ids and names, which others there are, and the order.
macro_rules! line {
    ($doc:ident { $($field:ident),+ ; $($other:ident),* } $masks:ident $mask:block, $order:ty = $of:expr) => {
        impl MaskedLine for $doc {
            type Order = $order;
            fn mask(&mut self, $masks: &Masks<'_>) {
                let Self { $($field),+ $(, $other: _)* } = self;
                $mask
            }
            fn order(&self) -> $order {
                let of: fn(&Self) -> $order = $of;
                of(self)
            }
        }
    };
}

line!(MoveDoc { teacher, name, from, to;
        form, subject, weekly_periods, start, end, share, quota_goes, bed, travel_minutes, reasons }
    masks {
        masks.person(teacher, name);
        masks.school(from);
        masks.school(to);
    }, String = |one| one.teacher.clone());

line!(ProtectedDoc { teacher, reasons; }
    masks {
        masks.teacher(teacher);
        for reason in reasons.iter_mut() {
            if PERSONAL.iter().any(|one| *reason == StayReason::Exempt(*one)) {
                *reason = StayReason::Personal;
            }
        }
        reasons.dedup();
    }, String = |one| one.teacher.clone());

line!(SchoolDoc { id, name, teaching_posts;
        kind, area, pupils, classes, heads_now, heads_before, heads_after, subjects, quota,
        indicators }
    masks {
        masks.campus(id, name);
        for PostDoc { filled_by, stage: _, parts: _, number: _, how: _, must_open: _, recruits: _, empty: _ }
            in teaching_posts
        {
            people(filled_by, masks);
        }
    }, String = |one| one.id.clone());

line!(RecruitDoc { school; pool, employment, stage, parts, must_open, number }
    masks { masks.school(school); },
    (String, String) = |one| (one.pool.clone(), one.school.clone()));

line!(TitleDoc { teacher; title, months, has_year, gets_year }
    masks { masks.teacher(teacher); },
    String = |one| one.teacher.clone());

line!(AppointmentDoc { teacher, school; title, place, appointed, post, lacks }
    masks {
        masks.teacher(teacher);
        masks.school(school);
    }, (Reverse<Title>, bool, Option<i64>, String) =
        |one| (Reverse(one.title), one.place.is_none(), one.place, one.teacher.clone()));

line!(TitlePostDoc { school;
        grade, approved, filled, freed, appointed, risen, recruited, moved, given, filled_after }
    masks {
        if let Some(id) = school {
            masks.school(id);
        }
    },
    (Reverse<Title>, bool, Option<String>) =
        |one| (Reverse(one.grade), one.school.is_none(), one.school.clone()));

line!(ItinerantDoc { teacher, name, from, to; half_days, travel_minutes }
    masks {
        masks.person(teacher, name);
        masks.school(from);
        masks.school(to);
    }, (String, String) = |one| (one.teacher.clone(), one.to.clone()));

line!(GapDoc { school; stage, subject, lacking, inside, itinerant, remote, open }
    masks { masks.school(school); },
    (String, Stage, Subject) = |one| (one.school.clone(), one.stage, one.subject));

line!(WeekDoc { teacher, name, school, lessons; most, on_post, on_the_road }
    masks {
        masks.person(teacher, name);
        masks.school(school);
        all(lessons, masks);
    }, String = |one| one.teacher.clone());

line!(LessonDoc { school; stage, subject, periods }
    masks { masks.school(school); },
    (String, Stage, Subject) = |one| (one.school.clone(), one.stage, one.subject));

line!(VisitDoc { teacher, name, school; subjects, times }
    masks {
        masks.person(teacher, name);
        masks.school(school);
    }, (String, String) = |one| (one.teacher.clone(), one.school.clone()));

line!(PairDoc { teacher, name, mentor, mentor_name; subject }
    masks {
        masks.person(teacher, name);
        masks.person(mentor, mentor_name);
    }, String = |one| one.teacher.clone());

line!(LeaderDoc { teacher, name, from, to; role, terms, travel_minutes }
    masks {
        masks.person(teacher, name);
        masks.school(from);
        masks.school(to);
    }, String = |one| one.teacher.clone());

line!(ApprenticeDoc { school, at; pool, stage, parts, must_open, number, start, end }
    masks {
        masks.school(school);
        masks.school(at);
    }, (String, String, Stage, Vec<(Subject, u32)>, bool, String) =
        |one| (one.pool.clone(), one.school.clone(), one.stage, one.parts.clone(), one.must_open, one.at.clone()));

line!(SplitDoc { school; grade, before, after }
    masks { masks.school(school); },
    (String, u8) = |one| (one.school.clone(), one.grade));

line!(UnfilledDoc { school; stage, parts, number }
    masks { masks.school(school); },
    String = |one| one.school.clone());
