//! What would be lost if somebody who moves stayed where she is and everybody else did as the plan says:
//! the true reason of her move (调整理由). Reckoned from the plan, nothing is solved again, so that whoever
//! judges a plan can reckon it too. What has room to spare is no reason.

mod seats;

use super::{LossDoc, MissedDoc, Reason, TightDoc};
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo, whole};
use crate::facts::floors::{self, Floor, Indicator};
use crate::facts::values::rotation_share::{self, CountedIn};
use crate::facts::values::{per_pupil_staff, title_year};
use crate::facts::{Facts, Placement, PlannedMove};
use crate::policy::RuleId;
use crate::rules::{
    Judgement, RULES, Verdict, backbone_share, cover, exchanged_with, gain_asked,
    must_open_subjects, village_subjects,
};
use rayon::prelude::*;
use seats::{Change, Seats};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Months of a school year.
const YEAR: i64 = 12;

/// A plan, seen so that each of its moves can be left out.
pub struct Losses<'a> {
    facts: &'a Facts<'a>,
    plan: &'a Placement,
    judged: &'a [Judgement],
    seats: Seats<'a>,
    floors: Vec<Floor>,
    /// By how much each rule is missed by the moves, posts and recruits of the plan alone.
    missed: OnceLock<BTreeMap<RuleId, i64>>,
}

impl<'a> Losses<'a> {
    /// A plan and what the auditor says of each rule.
    pub fn new(facts: &'a Facts<'a>, plan: &'a Placement, judged: &'a [Judgement]) -> Self {
        let asked = facts.book.is_on(per_pupil_staff::RULE);
        Self {
            facts,
            plan,
            judged,
            seats: Seats::new(facts, plan),
            floors: if asked {
                floors::floors(facts)
            } else {
                Vec::new()
            },
            missed: OnceLock::new(),
        }
    }

    /// What would be lost.
    pub fn of(&self, one: &PlannedMove) -> LossDoc {
        // Her school is gone: that she stays is no question.
        if self.facts.must_leave(one.teacher) {
            return LossDoc {
                title_year: self.gives_year(one),
                ..LossDoc::default()
            };
        }
        let other = self.exchanged(one);
        let (there, home) = self.changes(one, other);
        let without = self.without(one, other, [&there, &home]);
        let gains = [Some(one), other].into_iter().flatten();
        let gain: i64 = gains.map(|one| gain_asked(self.facts, one)).sum();
        let mut loss = LossDoc {
            with: other.map(|other| self.facts.roster.teacher_id(other.teacher)),
            left: self.left(&there),
            posts: (-there.posts - home.posts).max(0),
            periods: (-there.periods - home.periods).max(0),
            at_home: home.periods.max(0),
            weighted: (-there.weighted - home.weighted - gain).max(0),
            unopened: self.unopened(one, &without),
            indicators: self.indicators(one, &without),
            title_year: self.gives_year(one),
            share: self.share(one, other),
            backbone: self.backbone(one, other),
            rules: Vec::new(),
        };
        if self.serves(one, &loss).is_empty() {
            loss.rules = self.others(&without);
        }
        loss
    }

    /// The reasons of a move, in the order of [`Reason`]: what would be lost, what the officer decided, and,
    /// beside these, that she asked for it.
    pub fn reasons(&self, one: &PlannedMove, loss: &LossDoc) -> Vec<Reason> {
        let mut reasons = self.serves(one, loss);
        if reasons.is_empty() {
            let spare = loss.rules.is_empty();
            reasons.push(if spare {
                Reason::Spare
            } else {
                Reason::OtherRule
            });
        }
        let who = self.facts.roster.teacher(one.teacher);
        if who.goes_willingly(one.to) {
            reasons.push(Reason::Volunteer);
        }
        reasons.sort_unstable();
        reasons
    }

    /// The plan in which she stays, with the seats that change.
    pub fn staying(&self, one: &PlannedMove) -> Placement {
        let other = self.exchanged(one);
        let (there, home) = self.changes(one, other);
        self.without(one, other, [&there, &home])
    }

    /// Who changes places with her: of the same subject, and each could take the other's post. Then neither move is worth
    /// anything without the other, and both are left out together.
    fn exchanged(&self, one: &PlannedMove) -> Option<&'a PlannedMove> {
        let other = exchanged_with(self.facts, self.plan, one)?;
        let fits = self.seats.may_take_over(one.teacher, other.teacher)
            && self.seats.may_take_over(other.teacher, one.teacher);
        fits.then_some(other)
    }

    fn changes(&self, one: &PlannedMove, other: Option<&PlannedMove>) -> (Change, Change) {
        match other {
            Some(other) => (
                self.seats.taken_over(one.to, one.teacher, other.teacher),
                self.seats.taken_over(one.from, other.teacher, one.teacher),
            ),
            None => (
                self.seats.without(one.to, one.teacher),
                self.seats.with(one.from, one.teacher),
            ),
        }
    }

    /// Subjects of the post that stays empty at her new school.
    fn left(&self, there: &Change) -> Vec<Subject> {
        let last = there.steps.last().filter(|_| there.posts < 0);
        let left = last.and_then(|(_, from, _)| *from);
        left.map_or_else(Vec::new, |no| {
            let parts = self.facts.post(no).parts.iter();
            parts.map(|part| part.0).collect()
        })
    }

    fn without(
        &self,
        one: &PlannedMove,
        other: Option<&PlannedMove>,
        changes: [&Change; 2],
    ) -> Placement {
        let mut plan = Placement {
            moves: self.plan.moves.clone(),
            fills: self.plan.fills.clone(),
            hires: self.plan.hires.clone(),
            appointments: self.plan.appointments.clone(),
            conversions: self.plan.conversions.clone(),
            ..Placement::default()
        };
        plan.moves.retain(|kept| kept != one && Some(kept) != other);
        for (who, from, to) in changes.iter().flat_map(|change| &change.steps) {
            if let Some(no) = from {
                plan.fills[no.0].retain(|other| other != who);
            }
            if let Some(no) = to {
                plan.fills[no.0].push(*who);
                plan.fills[no.0].sort_unstable();
            }
        }
        plan
    }

    /// What is reckoned of a move itself.
    fn serves(&self, one: &PlannedMove, loss: &LossDoc) -> Vec<Reason> {
        let facts = self.facts;
        let mut pins = facts.pins.iter();
        let pinned = pins.any(|pin| pin.teacher == one.teacher && pin.school == one.to);
        let fills = loss.posts > 0 && loss.weighted > 0;
        let moved_on = !fills && loss.weighted > 0;
        // That nobody teaches what is on the post that would be empty goes without saying.
        let hers = |subject| fills && self.seats.holds(one.teacher, subject);
        let opens = loss.unopened.iter().any(|subject| !hers(*subject));
        [
            (fills, Reason::FillsPost),
            (moved_on, Reason::PostFirst),
            (opens, Reason::OpensSubject),
            (!loss.indicators.is_empty(), Reason::StaffFloor),
            (loss.title_year, Reason::TitleYear),
            (loss.share.is_some(), Reason::RotationShare),
            (loss.backbone.is_some(), Reason::BackboneShare),
            (pinned, Reason::Pinned),
            (facts.must_leave(one.teacher), Reason::SchoolCloses),
        ]
        .into_iter()
        .filter_map(|(holds, reason)| holds.then_some(reason))
        .collect()
    }

    /// Subjects that the policy wants opened at her new school and that nobody on a post there teaches then;
    /// nothing where her old school opens as many more.
    fn unopened(&self, one: &PlannedMove, without: &Placement) -> Vec<Subject> {
        let opened = |plan, school| self.opened(plan, school);
        let (was, is) = (opened(self.plan, one.to), opened(without, one.to));
        let home = opened(without, one.from).len();
        let more = home.saturating_sub(opened(self.plan, one.from).len());
        let lost: Vec<_> = was.difference(&is).map(|place| place.1).collect();
        if lost.len() > more { lost } else { Vec::new() }
    }

    /// Subjects that somebody opens at a school, of those that the policy wants opened.
    fn opened(&self, plan: &Placement, school: SchoolNo) -> BTreeSet<(Stage, Subject)> {
        let mut opened = cover::opened(self.facts, plan, school);
        opened.retain(|(stage, subject)| {
            must_open_subjects::asks(self.facts, *stage, *subject)
                || village_subjects::asks(self.facts, school, *subject)
        });
        opened
    }

    /// Indicators of which her new school lacks one more, unless her old school lacks as many fewer.
    fn indicators(&self, one: &PlannedMove, without: &Placement) -> Vec<Indicator> {
        if self.floors.is_empty() {
            return Vec::new();
        }
        let (facts, by) = (self.facts, Indicator::ALL.iter().copied());
        let (now, then) = (
            floors::after(facts, self.plan),
            floors::after(facts, without),
        );
        let lacking = |there: &BTreeMap<_, i64>, at: SchoolNo, by: Indicator| {
            let asked = |floor: &&Floor| (floor.school, floor.indicator) == (at, by);
            let need = self.floors.iter().find(asked).map_or(0, |floor| floor.need);
            (need - there.get(&(at, by)).copied().unwrap_or(0)).max(0)
        };
        let more = |at, by| lacking(&then, at, by) - lacking(&now, at, by);
        let net: i64 = by
            .clone()
            .map(|by| more(one.to, by) + more(one.from, by))
            .sum();
        by.filter(|by| net > 0 && more(one.to, *by) > 0).collect()
    }

    /// What the auditor says of a rule.
    fn judged(&self, rule: RuleId) -> Option<&Judgement> {
        self.judged.iter().find(|one| one.rule == rule)
    }

    /// Whether the move gives her the title year, and staying would not.
    fn gives_year(&self, one: &PlannedMove) -> bool {
        let (book, stand) = (self.facts.book, self.facts.stands(one.teacher));
        let judged = self.judged(title_year::RULE);
        let gets = judged.is_some_and(|rule| rule.counted.contains(&one.teacher));
        let counts = book.get(title_year::DESTINATIONS);
        let months = i64::from(stand.title_months) + YEAR;
        let here = self.facts.roster.school(one.from).is_any(&counts);
        gets && !(here && months >= book.get(title_year::MIN_MONTHS))
    }

    /// The rotation share, when it would be missed without her, and without whom she changes places with.
    fn share(&self, one: &PlannedMove, other: Option<&PlannedMove>) -> Option<TightDoc> {
        let rule = self.judged(rotation_share::RULE)?;
        if !rule.counted.contains(&one.teacher) {
            return None;
        }
        let binding = rule.measures.iter().find(|measure| measure.binds)?;
        let (need, actual) = (binding.need? - rule.waived, binding.numerator);
        let months = self.facts.book.get(rotation_share::MEASURE) == CountedIn::FullTimeMonths;
        let counts = |one: &PlannedMove| {
            if !months {
                return 1;
            }
            let served = one.months(self.facts.book);
            (served.min(YEAR) * i64::from(one.share)).div_euclid(100)
        };
        let other = other.filter(|other| rule.counted.contains(&other.teacher));
        let hers = counts(one) + other.map_or(0, counts);
        (actual - hers < need).then_some(TightDoc {
            need,
            actual,
            months,
        })
    }

    /// The backbone share, when it would be missed without her: of those who rotate there is one fewer
    /// then, whoever she is.
    fn backbone(&self, one: &PlannedMove, other: Option<&PlannedMove>) -> Option<TightDoc> {
        let rule = self.judged(backbone_share::RULE)?;
        if !rule.counted.contains(&one.teacher) {
            return None;
        }
        let (book, actual) = (self.facts.book, whole(rule.counted.len()));
        let of = whole(rule.among.len());
        let share = book.get(backbone_share::AT_LEAST);
        let of_movers = book.get(backbone_share::OF) == backbone_share::ShareOf::Movers;
        let both = [Some(one), other].into_iter().flatten();
        let among = both.clone().filter(|one| rule.among.contains(&one.teacher));
        let fewer = if of_movers { whole(among.count()) } else { 0 };
        let hers = both.filter(|one| rule.counted.contains(&one.teacher));
        let then = share.ceil_of(of - fewer) - rule.waived;
        let need = share.ceil_of(of) - rule.waived;
        let months = false;
        (actual - whole(hers.count()) < then).then_some(TightDoc {
            need,
            actual,
            months,
        })
    }

    /// Rules that are missed, or by more, than with her; every rule is judged for it.
    fn others(&self, without: &Placement) -> Vec<MissedDoc> {
        let now = self.missed.get_or_init(|| {
            let bare = Placement {
                moves: self.plan.moves.clone(),
                fills: self.plan.fills.clone(),
                hires: self.plan.hires.clone(),
                appointments: self.plan.appointments.clone(),
                conversions: self.plan.conversions.clone(),
                ..Placement::default()
            };
            missed(self.facts, &bare)
        });
        let then = missed(self.facts, without);
        let more = then.into_iter().filter_map(|(rule, short)| {
            let by = short - now.get(&rule).copied().unwrap_or(0);
            (by > 0).then(|| MissedDoc {
                rule: rule.key().into(),
                by,
            })
        });
        more.collect()
    }
}

/// By how much each rule that is on is missed.
fn missed(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<RuleId, i64> {
    let on = RULES.iter().filter(|(card, _)| facts.book.is_on(card.id));
    let judged = on.map(|(card, rule)| {
        let mut verdict = Verdict::new(card, facts);
        rule.audit(facts, plan, &mut verdict);
        let (judgement, ..) = verdict.close();
        (card.id, judgement.shortfall)
    });
    judged.collect()
}

/// What would be lost for each who moves, and the reasons; of whom there is no time to reckon it, that is said.
pub fn losses(
    facts: &Facts<'_>,
    plan: &Placement,
    judged: &[Judgement],
    is_late: &(dyn Fn(TeacherNo) -> bool + Sync),
) -> BTreeMap<TeacherNo, (Option<LossDoc>, Vec<Reason>)> {
    let all = Losses::new(facts, plan, judged);
    let each = plan.moves.par_iter().map(|one| {
        if is_late(one.teacher) {
            return (one.teacher, (None, vec![Reason::NotReached]));
        }
        let loss = all.of(one);
        let reasons = all.reasons(one, &loss);
        (one.teacher, (Some(loss), reasons))
    });
    each.collect()
}
