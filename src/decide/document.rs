//! The plan as a document: everything that `plan.json` says.

use super::decided::{Covered, cover};
use super::schools::schools;
use super::{Decided, register};
use crate::audit::{Audit, audit};
use crate::facts::fillers::{busy, why_empty};
use crate::facts::values::title_year;
use crate::facts::{Exemption, Facts, Fit, Placement, PlannedMove};
use crate::model::Staffing;
use crate::plan::{
    AimDoc, FindingDoc, GoalDoc, InputDoc, MeasureDoc, MergerDoc, MoveDoc, MoveKind,
    NotEligibleDoc, Order, OutcomeDoc, Plan, RecruitDoc, RuleDoc, SolverFault, SplitDoc,
    StayReason, TitleDoc, Tool, UnfilledDoc, balance_doc, digest, everybody, losses,
};
use crate::policy::GoalId;
use crate::rules::{Judgement, alike, build, card};
use crate::solve::{Options, Outcome, Silent, solve};

/// The document of a decided plan with lessons, visits and the like, and how things stand when nothing is
/// decided.
pub fn written(
    program: &Staffing<'_>,
    decided: &Decided,
    inputs: &[InputDoc],
    options: &Options,
) -> Result<(Plan, Placement), SolverFault> {
    let facts = program.facts;
    let (placement, judged, covered) = cover(facts, &decided.placement, options)?;
    let decided = Decided {
        placement,
        outcome: decided.outcome.clone(),
        judged,
    };
    let before = before(program, options)?;
    let doc = document(facts, &decided, &covered, &before, inputs, options.gap);
    Ok((doc, before))
}

/// Who would fill which post if nothing were decided.
pub fn before(program: &Staffing<'_>, options: &Options) -> Result<Placement, SolverFault> {
    let goals = [GoalId::EmptyPosts, GoalId::OffSubject, GoalId::Canonical];
    let options = Options {
        time_limit: None,
        ..options.clone()
    };
    let outcome = solve(&program.nothing_decided(), &goals, &options, &Silent);
    match outcome.point {
        Some(point) => Ok(program.placement(&point)),
        None => Err(SolverFault(format!("present state: {:?}", outcome.ended))),
    }
}

/// The same for facts.
pub(super) fn undecided(facts: &Facts<'_>, options: &Options) -> Result<Placement, SolverFault> {
    before(&build(facts, false), options)
}

/// The document, digest included; `before` is how things stand when nothing is decided, `inputs` every file that
/// was read, `gap` what was asked for.
pub(super) fn document(
    facts: &Facts<'_>,
    decided: &Decided,
    covered: &Covered,
    before: &Placement,
    inputs: &[InputDoc],
    gap: f64,
) -> Plan {
    let (placement, judged) = (&decided.placement, &decided.judged);
    let why = losses(facts, placement, &judged.rules);
    let order = Order::new(facts, alike(facts), placement);
    let moves = placement.moves.iter().map(|one| {
        let (loss, reasons) = why.get(&one.teacher).cloned().unwrap_or_default();
        MoveDoc {
            reasons,
            loss: Some(loss),
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
    let mergers = facts.roster.mergers.iter().map(|one| MergerDoc {
        from: facts.roster.school_id(one.from),
        to: facts.roster.school_id(one.to),
        pupils: one.pupils,
    });
    let findings = judged.findings.clone().sorted();
    let rules = judged.rules.iter().map(|rule| rule_doc(facts, rule));
    let judged_before = audit(facts, before);
    let mut doc = Plan {
        tool: Tool {
            name: env!("CARGO_PKG_NAME").into(),
            version: env!("CARGO_PKG_VERSION").into(),
            solver: solver_name(),
        },
        outcome: outcome(facts, &decided.outcome, &judged_before, gap),
        rules: rules.collect(),
        balance: balance_doc(facts),
        moves: moves.collect(),
        not_eligible: not_eligible(facts),
        people: everybody(facts, placement),
        schools: schools(facts, placement, before),
        recruits: recruits(facts, placement),
        titles: titles(facts, placement),
        mergers: mergers.collect(),
        class_splits: splits.collect(),
        unfilled: unfilled(facts, placement),
        findings: findings.0.iter().map(FindingDoc::from).collect(),
        ..Plan::bare(facts.roster, inputs.to_vec())
    };
    for (decision, proof) in covered {
        decision.list(facts, placement, *proof, &mut doc);
    }
    register::enter(&mut doc, facts, decided, (before, &judged_before));
    doc.digest = digest(&doc);
    doc
}

fn solver_name() -> String {
    #[cfg(feature = "solver")]
    return format!("HiGHS {}", crate::solve::HIGHS_VERSION);
    #[cfg(not(feature = "solver"))]
    return "microlp".into();
}

fn outcome(facts: &Facts<'_>, outcome: &Outcome, before: &Audit, gap: f64) -> OutcomeDoc {
    let goals = outcome.of_policy().map(|result| GoalDoc {
        goal: result.goal,
        value: result.value.unwrap_or(0),
        bound: result.bound,
        before: before.goals.get(&result.goal).copied().unwrap_or(0),
        unit: result.goal.unit().into(),
        proved: result.bound.is_some() && result.bound == result.value,
        shown: Vec::new(),
    });
    OutcomeDoc {
        ended: Some(outcome.ended),
        gap,
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
        kind: MoveKind::of(facts, one.teacher, (one.from, one.to), one.form),
        subject: who.subject,
        weekly_periods: fit.map_or(0, Fit::covered),
        start: one.start,
        end: one.end,
        share: one.share,
        quota_goes: one.quota_goes,
        bed: one.bed,
        travel_minutes: facts.travel.minutes(one.teacher, one.to),
        ..MoveDoc::default()
    }
}

fn not_eligible(facts: &Facts<'_>) -> Vec<NotEligibleDoc> {
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

fn titles(facts: &Facts<'_>, plan: &Placement) -> Vec<TitleDoc> {
    if !facts.book.is_on(title_year::RULE) {
        return Vec::new();
    }
    let asked = facts.book.get(title_year::TITLES);
    let gives = facts.book.get(title_year::DESTINATIONS);
    let list = facts.roster.teacher_nos().filter_map(|no| {
        let (who, stand) = (facts.roster.teacher(no), facts.stands(no));
        let title = who.applies_for.filter(|title| asked.contains(title))?;
        let goes_there = |one: &PlannedMove| facts.roster.school(one.to).is_any(&gives);
        Some(TitleDoc {
            teacher: who.id.clone(),
            title,
            months: stand.title_months,
            has_year: !stand.lacks_title_year,
            gets_year: stand.lacks_title_year && plan.move_of(no).is_some_and(goes_there),
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
