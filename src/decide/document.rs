//! The plan as a document: everything that `plan.json` says.

use super::decide::Decided;
use super::lessons::Covered;
use super::reasons::{reasons, short_floors};
use crate::audit;
use crate::domain::{Class, TeacherNo, Title};
use crate::facts::floors::Floor;
use crate::facts::{Facts, Placement, PlannedMove};
use crate::plan::digest;
use crate::plan::{
    FindingDoc, GoalDoc, InputDoc, MeasureDoc, MoveDoc, OutcomeDoc, PeriodsDoc, Plan, ProtectedDoc,
    RecruitDoc, RuleDoc, SCHEMA, ScenarioId, SplitDoc, StayReason, TitleDoc, Tool, UnfilledDoc,
};
use crate::policy::GoalId;
use crate::rules::cards;

/// Everything a document is made from.
pub(super) struct Parts<'a> {
    /// What was known before.
    pub(super) facts: &'a Facts<'a>,
    /// What was decided, and what solver and auditor say of it.
    pub(super) decided: &'a Decided,
    /// How the small programs of lessons ended.
    pub(super) covered: &'a Covered,
    /// How things stand when nothing is decided.
    pub(super) before: &'a Placement,
    /// Every file that was read.
    pub(super) inputs: &'a [InputDoc],
    /// The gap that was asked for.
    pub(super) gap: f64,
}

/// The document, digest included.
pub(super) fn document(parts: &Parts<'_>) -> Plan {
    let Parts { facts, before, .. } = parts;
    let (placement, judged) = (&parts.decided.placement, &parts.decided.judged);
    let roster = facts.roster;
    let stood = audit::audit(facts, before);
    let county = &roster.county;
    let mut doc = Plan {
        schema: SCHEMA.into(),
        tool: Tool {
            name: env!("CARGO_PKG_NAME").into(),
            version: env!("CARGO_PKG_VERSION").into(),
            solver: solver_name(),
        },
        scenario: ScenarioId {
            title_zh: county.title_zh.clone(),
            title_en: county.title_en.clone(),
            made_up: county.made_up,
            reckoning_date: roster.date.to_string(),
            lottery_seed: roster.lottery_seed.clone(),
            year_start: facts.year_start,
            inputs: parts.inputs.to_vec(),
        },
        outcome: outcome(parts, &stood),
        rules: rules(facts, judged),
        moves: moves(parts),
        stays_protected: protected(facts),
        schools: super::schools::schools(facts, placement, before),
        recruits: recruits(facts, placement),
        titles: titles(facts, placement),
        appointments: super::titles::appointments(facts, placement),
        title_posts: super::titles::title_posts(facts, placement),
        itinerants: Vec::new(),
        periods: PeriodsDoc::default(),
        visits: Vec::new(),
        mentors: Vec::new(),
        leaders: Vec::new(),
        apprentices: Vec::new(),
        conversions: placement
            .conversions
            .iter()
            .map(|who| roster.teacher(*who).id.clone())
            .collect(),
        class_splits: splits(facts),
        unfilled: unfilled(facts, placement),
        findings: judged
            .findings
            .clone()
            .sorted()
            .0
            .iter()
            .map(FindingDoc::from)
            .collect(),
        digest: String::new(),
    };
    super::lessons::list(facts, placement, parts.covered, &mut doc);
    doc.digest = digest(&doc);
    doc
}

fn solver_name() -> String {
    #[cfg(feature = "solver")]
    return format!("HiGHS {}", crate::solve::HIGHS_VERSION);
    #[cfg(not(feature = "solver"))]
    return "microlp".into();
}

fn outcome(parts: &Parts<'_>, stood: &audit::Audit) -> OutcomeDoc {
    let shown = parts
        .decided
        .outcome
        .goals
        .iter()
        .filter(|result| result.goal != GoalId::Canonical);
    let goals = shown.map(|result| GoalDoc {
        goal: result.goal,
        value: result.value.unwrap_or(0),
        bound: result.bound,
        before: stood.goals.get(&result.goal).copied().unwrap_or(0),
        unit: result.goal.unit().into(),
    });
    OutcomeDoc {
        ended: Some(parts.decided.outcome.ended),
        gap: parts.gap,
        withstand: parts.facts.roster.withstand.try_into().unwrap_or(0),
        goals: goals.collect(),
    }
}

fn rules(facts: &Facts<'_>, judged: &audit::Audit) -> Vec<RuleDoc> {
    let cards = cards();
    let unit = |id: &str| {
        cards
            .iter()
            .find(|card| card.id == id)
            .map(|card| card.unit.into())
    };
    let clauses = |id: &str| facts.book.rules.get(id).map(|rule| rule.clauses.clone());
    judged
        .rules
        .iter()
        .map(|rule| RuleDoc {
            id: rule.rule.into(),
            code: rule.code.into(),
            force: rule.force,
            clauses: clauses(rule.rule).unwrap_or_default(),
            need: rule.need,
            actual: rule.actual,
            unit: rule.unit.into(),
            shortfall_unit: unit(rule.rule).unwrap_or_default(),
            holds: rule.holds,
            binding: rule.binding,
            shortfall: rule.shortfall,
            waived: rule.waived,
            measures: rule
                .measures
                .iter()
                .map(|one| MeasureDoc {
                    name: one.name.into(),
                    numerator: one.numerator,
                    denominator: one.denominator,
                    need: one.need,
                    binds: one.binds,
                })
                .collect(),
        })
        .collect()
}

fn moves(parts: &Parts<'_>) -> Vec<MoveDoc> {
    let short = short_floors(parts.facts, parts.before);
    let moves = parts.decided.placement.moves.iter();
    moves.map(|one| move_doc(parts, &short, one)).collect()
}

fn move_doc(parts: &Parts<'_>, short: &[Floor], one: &PlannedMove) -> MoveDoc {
    let facts = parts.facts;
    let who = facts.roster.teacher(one.teacher);
    let profile = facts.profile(facts.stands(one.teacher).profile);
    let held = facts
        .posts_of(one.to)
        .find(|no| parts.decided.placement.fills[no.0].contains(&one.teacher));
    let periods = held.map_or(0, |no| {
        let fit = profile.fit(facts.post(no));
        fit.own + fit.further
    });
    MoveDoc {
        teacher: who.id.clone(),
        name: who.name.clone(),
        from: facts.roster.school(one.from).id.clone(),
        to: facts.roster.school(one.to).id.clone(),
        form: one.form,
        subject: who.subject,
        weekly_periods: periods,
        start: one.start,
        end: one.end,
        share: one.share,
        quota_goes: one.quota_goes,
        bed: one.bed,
        travel_minutes: facts.travel.minutes(one.teacher, one.to),
        reasons: reasons(facts, &parts.decided.placement, (parts.before, short), one),
    }
}

fn protected(facts: &Facts<'_>) -> Vec<ProtectedDoc> {
    let stands = facts
        .standing
        .iter()
        .enumerate()
        .filter(|(_, stand)| !stand.eligible);
    let doc = stands.map(|(no, stand)| ProtectedDoc {
        teacher: facts.roster.teachers[no].id.clone(),
        reasons: stand
            .exemptions
            .iter()
            .copied()
            .map(StayReason::Exempt)
            .collect(),
    });
    doc.collect()
}

fn recruits(facts: &Facts<'_>, plan: &Placement) -> Vec<RecruitDoc> {
    let list = plan.hires.iter().map(|hire| {
        let (pool, post) = (&facts.roster.pools[hire.pool], facts.post(hire.post));
        RecruitDoc {
            pool: pool.id.clone(),
            employment: pool.employment,
            school: facts.roster.school(post.school).id.clone(),
            stage: post.stage,
            parts: post.parts.clone(),
            must_open: post.must_open,
            number: hire.number,
        }
    });
    list.collect()
}

fn titles(facts: &Facts<'_>, plan: &Placement) -> Vec<TitleDoc> {
    if !facts.book.is_on("title_year") {
        return Vec::new();
    }
    let asked = facts.book.choices("title_year", "titles", Title::find);
    let gives = facts
        .book
        .choices("title_year", "destinations", Class::find);
    let mut list = Vec::new();
    for (no, who) in facts.roster.teachers.iter().enumerate() {
        let stand = &facts.standing[no];
        if let Some(title) = who.applies_for.filter(|title| asked.contains(title)) {
            let moved = plan.move_of(TeacherNo(no));
            let gets = stand.lacks_title_year
                && moved.is_some_and(|one| facts.roster.school(one.to).is_any(&gives));
            list.push(TitleDoc {
                teacher: who.id.clone(),
                title,
                months: stand.title_months,
                has_year: !stand.lacks_title_year,
                gets_year: gets,
            });
        }
    }
    list
}

fn splits(facts: &Facts<'_>) -> Vec<SplitDoc> {
    let all = facts.roster.splits.iter().map(|one| SplitDoc {
        school: facts.roster.school(one.school).id.clone(),
        grade: one.grade,
        before: one.before.clone(),
        after: one.after.clone(),
    });
    all.collect()
}

fn unfilled(facts: &Facts<'_>, plan: &Placement) -> Vec<UnfilledDoc> {
    let open = facts.post_nos().filter_map(|no| {
        let post = facts.post(no);
        let number = plan.empty_of(facts, no);
        (number > 0).then(|| UnfilledDoc {
            school: facts.roster.school(post.school).id.clone(),
            stage: post.stage,
            parts: post.parts.clone(),
            number,
        })
    });
    open.collect()
}
