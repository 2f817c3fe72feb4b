//! The plan with pseudonyms, list by list. Every field is named here, so that a new one is not forgotten: the
//! compiler asks for it.

use super::masks::{Masks, TITLE, WITHHELD};
use crate::facts::Exemption;
use crate::facts::people::WhyNoPost;
use crate::facts::values::family_ties;
use crate::plan::{
    AppointmentDoc, ApprenticeDoc, ApprovalDoc, AskedDoc, BalanceLineDoc, DutyDoc, GapDoc,
    InputDoc, ItinerantDoc, LeaderDoc, LessonDoc, LetterDoc, LossDoc, MergerDoc, MoveDoc,
    NoPostDoc, NotEligibleDoc, PairDoc, PeriodsDoc, PersonDoc, PinnedDoc, Plan, PostDoc,
    PublishedDoc, RecruitDoc, RefusalDoc, RuleDoc, ScenarioId, SchoolDoc, SplitDoc, StayReason,
    TitleDoc, TitlePostDoc, UnfilledDoc, VisitDoc, WeekDoc, input_name,
};
use crate::rules::Granted;
use crate::text::OwnedText;
use serde_json::Value;
use std::cmp::Reverse;

/// A line of the plan that names people or schools.
trait MaskedLine {
    /// Puts pseudonyms in the place of ids and names.
    fn mask(&mut self, masks: &Masks<'_>);

    /// Where it stands in its list, which is sorted anew: its old place would tell something of the old ids.
    fn order(&self) -> impl Ord;
}

/// A whole list; lines of one place stay in their order.
fn all<T: MaskedLine>(list: &mut [T], masks: &Masks<'_>) {
    for one in list.iter_mut() {
        one.mask(masks);
    }
    list.sort_by(|a, b| a.order().cmp(&b.order()));
}

/// Puts pseudonyms in the place of all ids and names, but for findings, the lines as made and digest, which are made anew.
pub(super) fn mask(plan: &mut Plan, masks: &Masks<'_>) {
    let Plan {
        schema: _,
        tool: _,
        scenario,
        asked,
        outcome: _,
        figures: _,
        rules,
        balance,
        moves,
        not_eligible,
        people: everybody,
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
        mergers,
        class_splits,
        unfilled,
        findings: _,
        made: _,
        old: _,
        old_and_edited: _,
        says_less: _,
        other_input: _,
        unseated: _,
        no_sheet: _,
        goals_then: _,
        claims: _,
        called: _,
        cells: _,
        digest: _,
    } = plan;
    told((scenario, asked), rules, masks);
    all(&mut balance.schools, masks);
    all(moves, masks);
    all(not_eligible, masks);
    all(everybody, masks);
    all(schools, masks);
    all(recruits, masks);
    all(titles, masks);
    both(appointments, title_posts, masks);
    all(itinerants, masks);
    lessons(periods, masks);
    all(visits, masks);
    all(mentors, masks);
    all(leaders, masks);
    all(apprentices, masks);
    people(conversions, masks);
    all(mergers, masks);
    all(class_splits, masks);
    all(unfilled, masks);
}

/// Two lists that belong together.
fn both<A: MaskedLine, B: MaskedLine>(one: &mut [A], other: &mut [B], masks: &Masks<'_>) {
    all(one, masks);
    all(other, masks);
}

/// What a plan says of where it comes from and what was decided before it, and of each rule.
fn told(
    (scenario, asked): (&mut ScenarioId, &mut AskedDoc),
    rules: &mut [RuleDoc],
    masks: &Masks<'_>,
) {
    mark(scenario);
    decided(asked, masks);
    rules.iter_mut().for_each(hush);
    for one in rules.iter_mut().flat_map(|rule| &mut rule.approvals) {
        granted(one, masks);
    }
}

/// What was approved stays; why, when, and who decided it, is not handed on.
fn granted(one: &mut Granted, masks: &Masks<'_>) {
    let about = masks.site(&one.about);
    if about != one.about {
        one.place = OwnedText::new(about.clone(), about.clone());
        one.about = about;
    }
    (one.reason, one.author) = (WITHHELD.into(), WITHHELD.into());
    one.date.clear();
}

/// Who refused and who was put where by hand stays; why, and who decided it, is not handed on.
fn decided(asked: &mut AskedDoc, masks: &Masks<'_>) {
    let AskedDoc {
        refusals,
        pins,
        approvals,
        published,
        by_hand,
    } = asked;
    // The places in it are the officer's words.
    by_hand.clear();
    all(refusals, masks);
    all(pins, masks);
    all(approvals, masks);
    if let Some(PublishedDoc { frozen: _, letters }) = published {
        all(letters, masks);
    }
}

/// Lessons besides the posts.
fn lessons(periods: &mut PeriodsDoc, masks: &Masks<'_>) {
    let PeriodsDoc {
        ended: _,
        value: _,
        bound: _,
        gaps,
        weeks,
    } = periods;
    all(gaps, masks);
    all(weeks, masks);
}

/// Staff ids alone, sorted again.
fn people(ids: &mut [String], masks: &Masks<'_>) {
    for id in ids.iter_mut() {
        masks.teacher(id);
    }
    ids.sort();
}

/// The title says what was done, and names no place; what a guess could be tested with goes.
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
    (*title_zh, *title_en) = (TITLE.zh.into(), TITLE.en.into());
    lottery_seed.clear();
    let mut policies = 0;
    for InputDoc { name, sha256, rows } in inputs {
        sha256.clear();
        rows.clear();
        // A policy is called by its file, and that by the place.
        if input_name(name) == Value::String(name.clone()) {
            policies += 1;
            *name = format!("policy-{policies}");
        }
    }
}

/// Figures that count people by what is personal go: in a small county a count names somebody.
fn hush(rule: &mut RuleDoc) {
    let personal = Exemption::ALL.iter().filter(|one| one.is_personal());
    let personal: Vec<_> = personal.map(|one| OwnedText::from(one.text())).collect();
    rule.measures.retain(|one| !personal.contains(&one.name));
    if family_ties::RULE == rule.id.as_str() {
        rule.measures.clear();
    }
}

/// What is done with fields that hold more than an id or a name.
impl Masks<'_> {
    fn lessons(&self, lessons: &mut [LessonDoc]) {
        all(lessons, self);
    }

    fn posts(&self, posts: &mut [PostDoc]) {
        for PostDoc {
            filled_by,
            filled_before,
            stage: _,
            parts: _,
            main: _,
            number: _,
            how: _,
            must_open: _,
            recruits: _,
            empty: _,
        } in posts
        {
            people(filled_by, self);
            if let Some(ids) = filled_before {
                people(ids, self);
            }
        }
    }

    fn kept_at(&self, school: &mut Option<String>) {
        if let Some(id) = school {
            self.school(id);
        }
    }

    /// What keeps somebody from any post stands in her file: it is not handed on.
    fn whys(&self, why: &mut Option<NoPostDoc>) {
        let _ = self.roster;
        if why.as_ref().is_some_and(|one| one.why == WhyNoPost::Barred) {
            *why = None;
        }
    }

    fn duties(&self, duties: &mut [DutyDoc]) {
        for DutyDoc {
            school,
            duty: _,
            number: _,
        } in duties.iter_mut()
        {
            self.kept_at(school);
        }
        duties.sort_by(|a, b| (a.duty, &a.school).cmp(&(b.duty, &b.school)));
    }

    /// Of what would be lost only whom she changes places with is somebody.
    fn exchange(&self, loss: &mut Option<LossDoc>) {
        if let Some(LossDoc {
            with: Some(with),
            posts: _,
            left: _,
            periods: _,
            at_home: _,
            weighted: _,
            unopened: _,
            indicators: _,
            title_year: _,
            share: _,
            backbone: _,
            rules: _,
        }) = loss
        {
            self.teacher(with);
        }
    }

    fn at(&self, about: &mut String) {
        *about = self.site(about);
    }

    /// Words of the officer's are not handed on.
    fn words(&self, words: &mut String) {
        let _ = self.roster;
        words.clear();
    }

    fn reasons(&self, reasons: &mut Vec<StayReason>) {
        for reason in reasons.iter_mut() {
            if matches!(reason, StayReason::Exempt(one) if one.is_personal()) {
                *reason = StayReason::Personal;
            }
        }
        reasons.dedup();
    }
}

/// Implements [`MaskedLine`]: what is put in the place of which fields, which others there are, and the order.
macro_rules! line {
    ($doc:ident { $($mask:ident($($field:ident),+)),+ ; $($other:ident),* } by |$one:ident| $of:expr) => {
        impl MaskedLine for $doc {
            fn mask(&mut self, masks: &Masks<'_>) {
                let Self { $($($field,)+)+ $($other: _),* } = self;
                $(masks.$mask($($field),+);)+
            }
            fn order(&self) -> impl Ord {
                let $one = self;
                $of
            }
        }
    };
}

line!(MoveDoc { person(teacher, name), school(from), school(to), exchange(loss);
        form, kind, subject, weekly_periods, start, end, share, quota_goes, bed, travel_minutes, reasons,
        why_there, picked, unsaid }
    by |one| &one.teacher);

line!(RefusalDoc { teacher(teacher), kept_at(stays), words(reason), words(author); date } by |one| &one.teacher);

line!(PinnedDoc { teacher(teacher), school(school), words(reason), words(author); date } by |one| &one.teacher);

line!(ApprovalDoc { at(about), words(reason), words(author); rule, amount, date } by |one| (&one.rule, &one.about));

line!(LetterDoc { teacher(teacher), school(to); } by |one| &one.teacher);

line!(NotEligibleDoc { teacher(teacher), reasons(reasons); protected } by |one| &one.teacher);

line!(PersonDoc { person(teacher, name), school(from), kept_at(school), whys(why), duties(duties);
        state, status, duty, employment, role, form, post, periods }
    by |one| &one.teacher);

line!(SchoolDoc { campus(id, name), posts(teaching_posts);
        kind, area, pupils, classes, heads_now, heads_before, heads_after, figures, subjects, quota,
        indicators }
    by |one| &one.id);

line!(BalanceLineDoc { kept_at(school);
        stage, subject, periods, heads, capacity, reduced, holders, load, open }
    by |one| (&one.school, one.stage, one.subject));

line!(RecruitDoc { pool(pool), school(school); employment, stage, parts, must_open, number }
    by |one| (&one.pool, &one.school));

line!(TitleDoc { teacher(teacher); title, months, has_year, gets_year } by |one| &one.teacher);

line!(AppointmentDoc { teacher(teacher), school(school); title, place, appointed, post, lacks }
    by |one| (Reverse(one.title), one.place.is_none(), one.place, &one.teacher));

line!(TitlePostDoc { kept_at(school);
        grade, approved, filled, freed, appointed, risen, recruited, moved, given, filled_after }
    by |one| (Reverse(one.grade), one.school.is_none(), &one.school));

line!(ItinerantDoc { person(teacher, name), school(from), school(to); half_days, travel_minutes }
    by |one| (&one.teacher, &one.to));

line!(GapDoc { school(school); stage, subject, lacking, inside, itinerant, remote, open }
    by |one| (&one.school, one.stage, one.subject));

line!(WeekDoc { person(teacher, name), school(school), lessons(lessons);
        most, on_post, on_the_road }
    by |one| &one.teacher);

line!(LessonDoc { school(school); stage, subject, periods }
    by |one| (&one.school, one.stage, one.subject));

line!(VisitDoc { person(teacher, name), school(school); subjects, times }
    by |one| (&one.teacher, &one.school));

line!(PairDoc { person(teacher, name), person(mentor, mentor_name); subject }
    by |one| &one.teacher);

line!(LeaderDoc { person(teacher, name), school(from), school(to); role, terms, travel_minutes }
    by |one| &one.teacher);

line!(ApprenticeDoc { pool(pool), school(school), school(at); stage, parts, must_open, number, start, end }
    by |one| (&one.pool, &one.school, one.stage, &one.parts, one.must_open, &one.at));

line!(MergerDoc { school(from), kept_at(to); pupils } by |one| (&one.from, &one.to));

line!(SplitDoc { school(school); grade, before, after } by |one| (&one.school, one.grade));

line!(UnfilledDoc { school(school); stage, parts, number, why, able, idle, covered } by |one| &one.school);
