//! Scenarios and points as the file of a part keeps them: what the JSON for readers says, and beside it what that leaves
//! out (judgements by all their figures, goals of parts, findings with what fills their words).

use crate::decide::{Differences, Figures};
use crate::finding::{About, Code, Finding, Findings, Place, Severity};
use crate::policy::GoalId;
use crate::rules::{Judgement, cards};
use crate::study::{Compared, Point};
use crate::text::Blanks;
use crate::{generate, input, plan, policy, record, run};
use serde::{Deserialize, Serialize};
use std::mem::take;

/// Every kind of finding that a study may tell.
pub fn known_codes() -> Vec<&'static Code> {
    let lists = [
        policy::POLICY_CODES,
        plan::PLAN_CODES,
        record::RECORD_CODES,
        run::RUN_CODES,
        run::PROOF_CODES,
        run::ASK_CODES,
        run::PEOPLE_CODES,
        generate::GENERATE_CODES,
    ];
    let of_rules = cards().into_iter().map(|card| card.breaches);
    let lists = lists.into_iter().chain(of_rules);
    let mut all = input::input_codes();
    all.extend(lists.flatten().copied());
    all
}

/// A finding, its kind by number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct KeptFinding {
    code: String,
    severity: Severity,
    about: Option<About>,
    place: Option<Place>,
    more: usize,
    facts: Blanks,
}

/// Many findings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct KeptFindings(Vec<KeptFinding>);

impl KeptFindings {
    pub(super) fn of(findings: &Findings) -> Self {
        let all = findings.0.iter().map(|one| KeptFinding {
            code: one.code.id.to_owned(),
            severity: one.severity,
            about: one.about.clone(),
            place: one.place.clone(),
            more: one.more,
            facts: one.blanks.clone(),
        });
        Self(all.collect())
    }

    /// The findings again. A kind that is not known cannot come from the same program, which is looked at before.
    pub(super) fn restored(self) -> Findings {
        let known = known_codes();
        let all = self.0.into_iter().filter_map(|one| {
            let code = known.iter().find(|code| code.id == one.code)?;
            Some(Finding {
                code,
                severity: one.severity,
                about: one.about,
                place: one.place,
                more: one.more,
                blanks: one.facts,
            })
        });
        Findings(all.collect())
    }
}

/// What the JSON of figures and differences leaves out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct LeftOut {
    judged: Vec<Judgement>,
    goals: Vec<GoalId>,
}

impl LeftOut {
    /// Takes it out of them: what is read back is then what was written.
    fn taken(figures: Option<&mut Figures>, differences: Option<&Differences>) -> Self {
        let judged = figures.map(|one| take(&mut one.rules));
        let parts = differences.into_iter().flat_map(|one| &one.parts);
        Self {
            judged: judged.unwrap_or_default(),
            goals: parts.map(|part| part.goal).collect(),
        }
    }

    fn put_back(self, figures: Option<&mut Figures>, differences: Option<&mut Differences>) {
        if let Some(figures) = figures {
            figures.rules = self.judged;
            for goal in &mut figures.goals {
                let of = goal.goal;
                goal.shown.iter_mut().for_each(|part| part.goal = of);
            }
        }
        let parts = differences.into_iter().flat_map(|one| &mut one.parts);
        for (part, goal) in parts.zip(self.goals) {
            part.goal = goal;
        }
    }
}

/// A scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct KeptScenario {
    said: Compared,
    left_out: LeftOut,
    findings: KeptFindings,
}

impl KeptScenario {
    pub(super) fn of(one: &Compared) -> Self {
        let mut said = one.clone();
        Self {
            left_out: LeftOut::taken(said.figures.as_mut(), said.differences.as_ref()),
            findings: KeptFindings::of(&take(&mut said.findings)),
            said,
        }
    }

    pub(super) fn restored(self) -> Compared {
        let mut one = self.said;
        self.left_out
            .put_back(one.figures.as_mut(), one.differences.as_mut());
        one.findings = self.findings.restored();
        one
    }

    pub(super) fn is_settled(&self) -> bool {
        self.said.is_settled()
    }
}

/// A point of a curve; where it lies follows from its number.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct KeptPoint {
    said: Point,
    left_out: LeftOut,
    findings: KeptFindings,
}

impl KeptPoint {
    pub(super) fn of(one: &Point) -> Self {
        let mut said = one.clone();
        Self {
            left_out: LeftOut::taken(said.figures.as_mut(), said.differences.as_ref()),
            findings: KeptFindings::of(&take(&mut said.findings)),
            said,
        }
    }

    /// The point again, at this place.
    pub(super) fn restored(self, at: Point) -> Point {
        let mut one = self.said;
        self.left_out
            .put_back(one.figures.as_mut(), one.differences.as_mut());
        one.findings = self.findings.restored();
        (one.shown, one.values) = (at.shown, at.values);
        one
    }

    pub(super) fn is_settled(&self) -> bool {
        self.said.is_settled()
    }
}

/// The figures of a base.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct KeptFigures {
    said: Figures,
    left_out: LeftOut,
}

impl KeptFigures {
    pub(super) fn of(one: &Figures) -> Self {
        let mut said = one.clone();
        Self {
            left_out: LeftOut::taken(Some(&mut said), None),
            said,
        }
    }

    pub(super) fn restored(self) -> Figures {
        let mut one = self.said;
        self.left_out.put_back(Some(&mut one), None);
        one
    }
}
