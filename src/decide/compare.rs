//! Two plans side by side: goals, rules, schools, and the people whose letter changes.

use super::decided::Decided;
use crate::facts::Facts;
use crate::plan::{Ended, SubsidyDoc, subsidy};
use crate::policy::{GoalId, RuleId};
use crate::record::parts::{self, GoalPart};
use crate::record::register;
use crate::rules::Judgement;
use crate::text::Text;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// A plan in figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// How the solve ended.
    pub ended: Ended,
    /// The goals in their order; the canonical one says nothing to a person.
    pub goals: Vec<GoalFigure>,
    /// Every rule that is on.
    #[serde(serialize_with = "in_figures", skip_deserializing)]
    pub rules: Vec<Judgement>,
    /// People moved.
    pub moves: i64,
    /// Those of them who rotate.
    pub rotating: i64,
    /// Recruits.
    pub recruits: i64,
    /// Posts left empty.
    pub empty_posts: i64,
    /// What the postings cost in subsidies in the school year, when the schools table says what a
    /// posting there is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subsidy: Option<SubsidyDoc>,
}

/// One goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalFigure {
    /// The goal.
    pub goal: GoalId,
    /// Its value.
    pub value: i64,
    /// No plan as good in the goals before can be below this.
    pub bound: Option<i64>,
    /// Its unit.
    pub unit: Text,
    /// What it is made of, in plain units.
    pub shown: Vec<GoalPart>,
}

/// What differs in the second plan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Differences {
    /// Change of each goal that both have.
    pub goals: BTreeMap<GoalId, i64>,
    /// What that comes to in plain units, part by part.
    pub parts: Vec<GoalPart>,
    /// Rules whose need, actual, force or verdict differs.
    pub rules: Vec<RuleId>,
    /// Schools with another number of people or of empty posts.
    pub schools: Vec<SchoolChange>,
    /// People whose letter changes, by id.
    pub letters: Vec<LetterChange>,
}

/// One school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolChange {
    /// Id.
    pub school: String,
    /// Name.
    pub name: String,
    /// People after the first and after the second plan, recruits included.
    pub heads: [i64; 2],
    /// Posts left empty by the first and by the second plan.
    pub empty_posts: [i64; 2],
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterChange {
    /// Staff id.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// Where she stays without a letter.
    pub base: String,
    /// The school of the first letter, by name; none: she stayed.
    pub was: Option<String>,
    /// The school of the second letter, by name; none: she stays.
    pub now: Option<String>,
}

/// The figures of a plan.
pub fn figures(facts: &Facts<'_>, plan: &Decided) -> Figures {
    let goals = plan.outcome.of_policy().map(|one| {
        let value = one.value.unwrap_or(0);
        GoalFigure {
            goal: one.goal,
            value,
            bound: one.bound,
            unit: one.goal.unit(),
            shown: parts::of_plan(facts, &plan.placement, &plan.judged, (one.goal, value)),
        }
    });
    Figures {
        ended: plan.outcome.ended,
        goals: goals.collect(),
        rules: plan.judged.rules.clone(),
        moves: register::moved(&plan.placement),
        rotating: register::rotating(facts, &plan.placement),
        recruits: register::recruits(&plan.placement),
        empty_posts: plan.placement.empty_posts(facts),
        subsidy: subsidy(facts.roster, plan.placement.moves.iter().map(|one| one.to)),
    }
}

/// Judgements by these figures alone.
pub(crate) fn in_figures<S: Serializer>(rules: &[Judgement], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(rules.iter().map(|one| {
        json!({
            "rule": one.rule,
            "code": one.code,
            "force": one.force,
            "need": one.need,
            "actual": one.actual,
            "shortfall": one.shortfall,
            "holds": one.holds,
            "binding": one.binding,
        })
    }))
}

/// A plan, and what was known before it.
pub type Planned<'a> = (&'a Facts<'a>, &'a Decided);

/// What differs between two plans, as the second has it. Schools and people are the same when their ids are.
pub fn differences(first: Planned<'_>, second: Planned<'_>) -> Differences {
    let (plan, other) = (first.1, second.1);
    let rules = other.judged.rules.iter().filter(|now| {
        let was = plan.judged.rules.iter().find(|was| was.rule == now.rule);
        was.is_none_or(|was| {
            (was.need, was.actual, was.force, was.holds)
                != (now.need, now.actual, now.force, now.holds)
        })
    });
    Differences {
        goals: goal_changes(plan, other),
        parts: part_changes(first, second),
        rules: rules.map(|one| one.rule).collect(),
        schools: schools(first, second),
        letters: letters(first, second),
    }
}

/// Change of each goal that both plans have.
pub fn goal_changes(plan: &Decided, other: &Decided) -> BTreeMap<GoalId, i64> {
    let (before, after) = (&plan.judged.goals, &other.judged.goals);
    let both = after.iter();
    both.filter_map(|(goal, value)| Some((*goal, value - before.get(goal)?)))
        .collect()
}

/// The same in plain units, for the goals of the policy in their order.
pub fn part_changes(first: Planned<'_>, second: Planned<'_>) -> Vec<GoalPart> {
    let [before, after] = [first, second].map(|(facts, plan)| {
        let goals = facts
            .book
            .goals
            .iter()
            .filter(|goal| plan.judged.goals.contains_key(goal));
        let of = |goal: &GoalId| {
            let value = (*goal, plan.goal(*goal));
            parts::of_plan(facts, &plan.placement, &plan.judged, value)
        };
        goals.flat_map(of).collect::<Vec<_>>()
    });
    parts::changes(&before, &after)
}

/// Name of each school, with its people and empty posts, by id.
fn stocks((facts, plan): Planned<'_>) -> BTreeMap<String, (String, [i64; 2])> {
    let mut heads = vec![0; facts.roster.schools.len()];
    for school in plan.placement.next(facts).into_iter().flatten() {
        heads[school.0] += 1;
    }
    for hire in &plan.placement.hires {
        heads[facts.post(hire.post).school.0] += i64::from(hire.number);
    }
    let schools = facts.roster.school_nos().zip(heads);
    let stocks = schools.map(|(no, heads)| {
        let posts = facts.posts_of(no);
        let open = posts.map(|post| i64::from(plan.placement.empty_of(facts, post)));
        let school = facts.roster.school(no);
        (
            school.id.clone(),
            (school.name.clone(), [heads, open.sum()]),
        )
    });
    stocks.collect()
}

fn schools(first: Planned<'_>, second: Planned<'_>) -> Vec<SchoolChange> {
    let (before, after) = (stocks(first), stocks(second));
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = ids.into_iter().filter_map(|id| {
        let (was, now) = (before.get(id), after.get(id));
        let (name, _) = was.or(now)?;
        let [was, now] = [was, now].map(|stock| stock.map_or([0, 0], |known| known.1));
        (was != now).then(|| SchoolChange {
            school: id.clone(),
            name: name.clone(),
            heads: [was[0], now[0]],
            empty_posts: [was[1], now[1]],
        })
    });
    changed.collect()
}

/// Name, base and destination of everybody with a letter, by id.
fn sent((facts, plan): Planned<'_>) -> BTreeMap<String, [String; 3]> {
    let name = |no| facts.roster.school(no).name.clone();
    let moves = plan.placement.moves.iter();
    let letters = moves.map(|one| {
        let teacher = facts.roster.teacher(one.teacher);
        let words = [teacher.name.clone(), name(one.from), name(one.to)];
        (teacher.id.clone(), words)
    });
    letters.collect()
}

fn letters(first: Planned<'_>, second: Planned<'_>) -> Vec<LetterChange> {
    let (before, after) = (sent(first), sent(second));
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = ids.into_iter().filter_map(|id| {
        let (was, now) = (before.get(id), after.get(id));
        let [name, base, _] = now.or(was)?;
        let to = |one: Option<&[String; 3]>| one.map(|one| one[2].clone());
        (to(was) != to(now)).then(|| LetterChange {
            teacher: id.clone(),
            name: name.clone(),
            base: base.clone(),
            was: to(was),
            now: to(now),
        })
    });
    changed.collect()
}

/// The letters of a plan that differ from the published ones.
pub fn letter_changes(facts: &Facts<'_>, plan: &Decided) -> Vec<LetterChange> {
    let Some(published) = &facts.question.published else {
        return Vec::new();
    };
    let name = |no: crate::domain::SchoolNo| facts.roster.school(no).name.clone();
    let movers = plan.placement.moves.iter().map(|one| one.teacher);
    let who: BTreeSet<_> = published.letters.keys().copied().chain(movers).collect();
    let changed = who.into_iter().filter_map(|who| {
        let base = facts.stands(who).base;
        let was = published.letters.get(&who).copied();
        let was = was.filter(|to| base != Some(*to));
        let now = plan.placement.move_of(who).map(|one| one.to);
        let teacher = facts.roster.teacher(who);
        (was != now).then(|| LetterChange {
            teacher: teacher.id.clone(),
            name: teacher.name.clone(),
            base: base.map_or_else(String::new, name),
            was: was.map(name),
            now: now.map(name),
        })
    });
    changed.collect()
}
