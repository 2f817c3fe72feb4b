//! Goals in plain units: what each goal is made of, part by part, as a person counts it. Parts of different
//! kinds are never added; the weighted value of a goal is the program's own business.

use super::ways;
use crate::audit::Audit;
use crate::facts::{Facts, Placement};
use crate::plan::{FigureDoc, FigureId, PartDoc};
use crate::policy::{Force, GoalId};
use crate::rules::{Judgement, card, staff_balance};
use crate::text::OwnedText;
use serde::{Deserialize, Serialize};

/// A part of a goal in one of the plans of a study, as a person counts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalPart {
    /// The goal.
    #[serde(skip)]
    pub goal: GoalId,
    /// The figure of the register, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureId>,
    /// What is counted.
    pub name: OwnedText,
    /// Its unit.
    pub unit: OwnedText,
    /// How many; of a change, by how many.
    pub value: i64,
}

impl GoalPart {
    /// Whether another counts the same.
    pub fn is_like(&self, other: &Self) -> bool {
        (self.goal, &self.name) == (other.goal, &other.name)
    }
}

/// The parts of a goal with this value in a plan that stands for itself.
pub fn of_plan(
    facts: &Facts<'_>,
    plan: &Placement,
    judged: &Audit,
    (goal, value): (GoalId, i64),
) -> Vec<GoalPart> {
    let figures = match shown(goal) {
        Shown::Figures(keys) => ways::of_goal(facts, plan, keys),
        _ => Vec::new(),
    };
    let all = parts(goal, [value, value], &figures, [judged, judged]);
    let alone = |one: PartDoc| GoalPart {
        goal,
        figure: one.figure,
        name: one.name,
        unit: one.unit,
        value: one.value,
    };
    all.into_iter().map(alone).collect()
}

/// By how much each part differs in the second of two plans; what does not differ is left out.
pub fn changes(before: &[GoalPart], after: &[GoalPart]) -> Vec<GoalPart> {
    let value = |all: &[GoalPart], one: &GoalPart| {
        let mut all = all.iter();
        all.find(|other| one.is_like(other))
            .map_or(0, |one| one.value)
    };
    let gone = before
        .iter()
        .filter(|one| !after.iter().any(|other| one.is_like(other)));
    let all = after.iter().chain(gone);
    let changes = all.map(|one| GoalPart {
        value: value(after, one) - value(before, one),
        ..one.clone()
    });
    changes.filter(|one| one.value != 0).collect()
}

/// What a goal is shown by.
enum Shown {
    /// Figures of the register.
    Figures(&'static [FigureId]),
    /// The rules that are goals and add to it, each in its own unit.
    Rules(Force),
    /// Its own value, which is in a plain unit.
    Itself,
}

/// A new goal in a plain unit needs nothing here; one that is weighted needs its line.
const fn shown(goal: GoalId) -> Shown {
    match goal {
        // Subjects that are not opened are a goal of their own.
        GoalId::EmptyPosts => Shown::Figures(&[FigureId::PeriodsLacking, FigureId::PostsEmpty]),
        GoalId::Burden => Shown::Figures(&[
            FigureId::TravelMinutes,
            FigureId::TravelUnknown,
            FigureId::AgainstWish,
            FigureId::OutsideDistrict,
        ]),
        GoalId::Appointments => Shown::Figures(&[FigureId::FitWaiting]),
        GoalId::Shortfall => Shown::Rules(Force::Must),
        GoalId::Gaps => Shown::Rules(Force::Goal),
        _ => Shown::Itself,
    }
}

/// The parts of a goal with this value, and its value when nothing is decided.
pub(super) fn parts(
    goal: GoalId,
    [value, before]: [i64; 2],
    figures: &[FigureDoc],
    [judged, judged_before]: [&Audit; 2],
) -> Vec<PartDoc> {
    match shown(goal) {
        Shown::Figures(keys) => {
            let stated = |key: &FigureId| figures.iter().find(|one| one.key == *key);
            let all = keys.iter().filter_map(stated).map(of_figure);
            // Of what there is none, before and after, the chief part alone is told.
            let said = all
                .enumerate()
                .filter(|(no, one)| *no == 0 || !is_nought(one));
            said.map(|(_, one)| one).collect()
        }
        Shown::Rules(force) => {
            let rules = judged.rules.iter().filter(|rule| rule.force == force);
            let rules = rules.filter(|rule| {
                let own = card(rule.rule.key()).map(|card| card.goal);
                force == Force::Must || own == Some(goal)
            });
            rules
                .flat_map(|rule| {
                    let mut all = judged_before.rules.iter();
                    of_rule(rule, all.find(|one| one.rule == rule.rule))
                })
                .collect()
        }
        Shown::Itself => vec![PartDoc {
            figure: None,
            name: goal.text().into(),
            unit: goal.unit().into(),
            value,
            before,
        }],
    }
}

fn is_nought(one: &PartDoc) -> bool {
    (one.value, one.before) == (0, 0)
}

fn of_figure(one: &FigureDoc) -> PartDoc {
    PartDoc {
        figure: Some(one.key),
        name: one.name.clone(),
        unit: one.unit.clone(),
        value: one.value,
        before: one.before.unwrap_or(0),
    }
}

/// What a rule falls short by; a rule whose shortfall adds per-mille of different indicators shows each
/// indicator by itself.
fn of_rule(rule: &Judgement, before: Option<&Judgement>) -> Vec<PartDoc> {
    let Some(card) = card(rule.rule.key()) else {
        return Vec::new();
    };
    if rule.rule == staff_balance::RULE {
        let measures = rule.measures.iter().filter(|one| one.binds);
        let was = |name| {
            let mut all = before.into_iter().flat_map(|one| &one.measures);
            all.find(|one| one.name == name)
                .map_or(0, |one| one.numerator)
        };
        let bare = |name: &str| {
            name.replace("（千分之）", "（越小越均衡）")
                .replace(" (per mille)", "")
        };
        let parts = measures.map(|one| PartDoc {
            figure: None,
            name: OwnedText::new(bare(one.name.zh), bare(one.name.en)),
            unit: card.unit.into(),
            value: one.numerator,
            before: was(one.name),
        });
        return parts.filter(|one| !is_nought(one)).collect();
    }
    let was = before.map_or(0, |one| one.shortfall);
    if (rule.shortfall, was) == (0, 0) {
        return Vec::new();
    }
    let words = |zh: &str, en: &str| {
        OwnedText::new(
            format!("距“{zh}”要求的差额"),
            format!("{en}: short of it by"),
        )
    };
    vec![PartDoc {
        figure: None,
        name: words(card.title.zh, card.title.en),
        unit: card.unit.into(),
        value: rule.shortfall,
        before: was,
    }]
}
