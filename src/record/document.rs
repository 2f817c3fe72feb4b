//! The plan as a document: everything that `plan.json` says, from what is decided and how it is judged.

use super::register;
use super::schools::schools;
use crate::audit::{Audit, audit};
use crate::domain::TeacherNo;
use crate::facts::fillers::{busy, why_empty};
use crate::facts::placed::why_there;
use crate::facts::title_year::{gives, is_asked};
use crate::facts::values::title_year;
use crate::facts::{Exemption, Facts, Fit, Placement, PlannedMove};
use crate::plan::secondary::{Proof, decisions};
use crate::plan::{
    AimDoc, Ended, FindingDoc, GoalDoc, InputDoc, MeasureDoc, MergerDoc, MoveDoc, MoveKind,
    NotEligibleDoc, Order, OutcomeDoc, Plan, RecruitDoc, RuleDoc, SplitDoc, StayReason, TitleDoc,
    Tool, UnfilledDoc, asked, balance_doc, digest, everybody, losses, made,
};
use crate::policy::GoalId;
use crate::rules::{Judgement, alike, card, goals};
use std::collections::BTreeMap;

/// What no reckoning from the decisions gives, because it took a solver to know it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Claims {
    /// Version of the program that wrote the document.
    pub version: String,
    /// The solver and its version.
    pub solver: String,
    /// How the solve ended; none where nobody solved it.
    pub ended: Option<Ended>,
    /// The gap that was asked for.
    pub gap: f64,
    /// How the present state was found, where it is not known to be the best.
    pub present: Option<Ended>,
    /// What was stopped before it was decided as well as can be, by its rule.
    pub undecided: Vec<String>,
    /// What is proved of the goals.
    pub bounds: BTreeMap<GoalId, i64>,
    /// How each of the decisions beside who goes where ended, in their order.
    pub proofs: Vec<Proof>,
}

/// The document, digest included, of a plan and of how things stand when nothing is decided; `inputs` is
/// every file that was read, `is_late` of whom there is no time to say why she moves.
pub fn record(
    facts: &Facts<'_>,
    [placement, before]: [&Placement; 2],
    judged: &Audit,
    claims: &Claims,
    inputs: &[InputDoc],
    is_late: &(dyn Fn(TeacherNo) -> bool + Sync),
) -> Plan {
    let why = losses(facts, placement, &judged.rules, is_late);
    let order = Order::new(facts, alike(facts), placement);
    let moves = placement.moves.iter().map(|one| {
        let (loss, reasons) = why.get(&one.teacher).cloned().unwrap_or_default();
        MoveDoc {
            reasons,
            loss,
            picked: Some(order.picked(one.teacher)),
            ..move_doc(facts, placement, one)
        }
    });
    let splits = facts.roster.splits.iter().map(|one| SplitDoc {
        school: facts.roster.school_id(one.school),
        grade: one.grade,
        before: one.before.clone(),
        after: one.after.clone(),
    });
    let findings = judged.findings.clone().sorted();
    let rules = judged.rules.iter().map(|rule| rule_doc(facts, rule));
    let judged_before = audit(facts, before);
    let mut doc = Plan {
        tool: Tool {
            name: env!("CARGO_PKG_NAME").into(),
            version: claims.version.clone(),
            solver: claims.solver.clone(),
        },
        asked: asked(facts.roster, facts.question),
        outcome: outcome(facts, claims, judged, &judged_before),
        rules: rules.collect(),
        balance: balance_doc(facts),
        moves: moves.collect(),
        not_eligible: not_eligible(facts),
        people: everybody(facts, placement),
        schools: schools(facts, placement, before),
        recruits: recruits(facts, placement),
        titles: titles(facts, placement),
        mergers: mergers(facts),
        class_splits: splits.collect(),
        unfilled: unfilled(facts, placement),
        findings: findings.0.iter().map(FindingDoc::from).collect(),
        ..Plan::bare(facts.roster, inputs.to_vec())
    };
    for (no, decision) in decisions(facts).enumerate() {
        let proof = claims.proofs.get(no).copied().unwrap_or_default();
        decision.list(facts, placement, proof, &mut doc);
    }
    let plans = [(placement, judged), (before, &judged_before)];
    register::enter(&mut doc, facts, plans);
    doc.made = made(&doc);
    doc.digest = digest(&doc);
    doc
}

/// Where the pupils of closing schools go, and how many are counted nowhere.
fn mergers(facts: &Facts<'_>) -> Vec<MergerDoc> {
    let roster = facts.roster;
    let goes = roster.mergers.iter().map(|one| MergerDoc {
        from: roster.school_id(one.from),
        to: Some(roster.school_id(one.to)),
        pupils: one.pupils,
    });
    let closing = roster.school_nos().filter(|no| roster.school(*no).closing);
    let left = closing.map(|from| {
        let groups = roster.classes.iter().filter(|group| group.school == from);
        MergerDoc {
            from: roster.school_id(from),
            to: None,
            pupils: groups.flat_map(|group| &group.pupils).sum(),
        }
    });
    let mut all: Vec<MergerDoc> = goes.chain(left.filter(|one| one.pupils > 0)).collect();
    all.sort_by(|a, b| (&a.from, a.to.is_none(), &a.to).cmp(&(&b.from, b.to.is_none(), &b.to)));
    all
}

fn outcome(facts: &Facts<'_>, claims: &Claims, judged: &Audit, before: &Audit) -> OutcomeDoc {
    let value = |of: &Audit, goal| of.goals.get(&goal).copied().unwrap_or(0);
    let goals = goals(facts).into_iter();
    let goals = goals.filter(|goal| *goal != GoalId::Canonical).map(|goal| {
        let (value, bound) = (value(judged, goal), claims.bounds.get(&goal).copied());
        GoalDoc {
            goal,
            value,
            bound,
            before: before.goals.get(&goal).copied().unwrap_or(0),
            unit: goal.unit().into(),
            proved: bound == Some(value),
            shown: Vec::new(),
        }
    });
    OutcomeDoc {
        ended: claims.ended,
        present: claims.present,
        undecided: claims.undecided.clone(),
        gap: claims.gap,
        withstand: facts.question.withstand.try_into().unwrap_or(0),
        goals: goals.collect(),
    }
}

fn rule_doc(facts: &Facts<'_>, rule: &Judgement) -> RuleDoc {
    let (card, stated) = (card(rule.rule.key()), facts.book.rules.get(&rule.rule));
    let measures = rule.measures.iter().map(|one| MeasureDoc {
        name: one.name.into(),
        numerator: one.numerator,
        denominator: one.denominator,
        need: one.need,
        binds: one.binds,
    });
    RuleDoc {
        id: rule.rule.into(),
        code: rule.code.into(),
        force: rule.force,
        clauses: stated.map(|one| one.clauses.clone()).unwrap_or_default(),
        need: rule.need,
        actual: rule.actual,
        unit: rule.unit.into(),
        bound: rule.bound,
        shortfall_unit: card.map(|card| card.unit.into()).unwrap_or_default(),
        holds: rule.holds,
        binding: rule.binding,
        shortfall: rule.shortfall,
        aim: rule.aim.as_ref().map(|aim| AimDoc {
            by: aim.by.clone(),
            distance: aim.distance,
        }),
        waived: rule.waived,
        approvals: rule.approvals.clone(),
        measures: measures.collect(),
    }
}

fn move_doc(facts: &Facts<'_>, placement: &Placement, one: &PlannedMove) -> MoveDoc {
    let (roster, who) = (facts.roster, facts.roster.teacher(one.teacher));
    let mut posts = facts.posts_of(one.to);
    let held = posts.find(|no| placement.fills[no.0].contains(&one.teacher));
    let profile = facts.profile(facts.stands(one.teacher).profile);
    let fit = held.map(|no| profile.fit(facts.post(no)));
    MoveDoc {
        teacher: who.id.clone(),
        name: who.name.clone(),
        from: roster.school_id(one.from),
        to: roster.school_id(one.to),
        form: one.form,
        kind: MoveKind::of(facts, one),
        subject: who.subject,
        weekly_periods: fit.map_or(0, Fit::covered),
        start: one.start,
        end: one.end,
        share: one.share,
        quota_goes: one.quota_goes,
        bed: one.bed,
        travel_minutes: facts.travel.minutes(one.teacher, one.to),
        why_there: why_there(facts, placement, one),
        ..MoveDoc::default()
    }
}

/// Who does not meet the conditions, and why.
pub(super) fn not_eligible(facts: &Facts<'_>) -> Vec<NotEligibleDoc> {
    let people = facts.roster.teachers.iter().zip(&facts.standing);
    let kept = people.filter(|(_, stand)| !stand.eligible);
    kept.map(|(who, stand)| {
        let mut reasons: Vec<StayReason> = stand.exemptions.iter().copied().map(said).collect();
        reasons.dedup();
        NotEligibleDoc {
            teacher: who.id.clone(),
            protected: stand.exemptions.iter().any(|one| one.protects()),
            reasons,
        }
    })
    .collect()
}

/// What concerns another person too is not said, not even in the officer's own plan.
fn said(one: Exemption) -> StayReason {
    if one.is_of_family() {
        StayReason::Personal
    } else {
        StayReason::Exempt(one)
    }
}

fn recruits(facts: &Facts<'_>, plan: &Placement) -> Vec<RecruitDoc> {
    let list = plan.hires.iter().map(|hire| {
        let (pool, post) = (&facts.roster.pools[hire.pool], facts.post(hire.post));
        RecruitDoc {
            pool: pool.id.clone(),
            employment: pool.employment,
            school: facts.roster.school_id(post.school),
            stage: post.stage,
            parts: post.parts.clone(),
            must_open: post.must_open,
            number: hire.number,
        }
    });
    list.collect()
}

/// Who applies for a title that asks for the year.
pub(super) fn titles(facts: &Facts<'_>, plan: &Placement) -> Vec<TitleDoc> {
    if !facts.book.is_on(title_year::RULE) {
        return Vec::new();
    }
    let list = facts.roster.teacher_nos().filter_map(|no| {
        let (who, stand) = (facts.roster.teacher(no), facts.stands(no));
        let asked = is_asked(facts.roster, facts.book, who);
        let title = who.applies_for.filter(|_| asked)?;
        Some(TitleDoc {
            teacher: who.id.clone(),
            title,
            months: stand.title_months,
            has_year: !stand.lacks_title_year,
            gets_year: stand.lacks_title_year && gives(facts, plan, no),
        })
    });
    list.collect()
}

fn unfilled(facts: &Facts<'_>, plan: &Placement) -> Vec<UnfilledDoc> {
    let busy = busy(plan);
    let open = facts.post_nos().filter_map(|no| {
        let (post, number) = (facts.post(no), plan.empty_of(facts, no));
        (number > 0).then(|| {
            let empty = why_empty(facts, plan, &busy, no);
            UnfilledDoc {
                school: facts.roster.school_id(post.school),
                stage: post.stage,
                parts: post.parts.clone(),
                number,
                why: Some(empty.why),
                able: empty.able,
                idle: empty.idle,
                covered: empty.covered,
            }
        })
    });
    open.collect()
}
