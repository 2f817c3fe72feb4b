//! From what is known to a plan that the auditor accepts, in memory; and what is asked of a new plan after a
//! published one: refusals, illness, late retirements, or edits by hand. As few letters as possible change, which
//! is proved; then the usual goals count.

use super::{Accepted, Checked, RunFault, accepted};
use crate::decide::{Decided, Decision, NoPlan, decide, decide_built, letters, no_plan, written};
use crate::domain::{Ban, Pin, Published, Question, Roster, TeacherNo};
use crate::facts::Facts;
use crate::finding::Place;
use crate::model::Staffing;
use crate::plan::{Ended, Plan};
use crate::rules::build;
use crate::solve::{Options, Silent, Watch};
use std::collections::BTreeSet;

/// How a run ended.
pub enum Answer<'f> {
    /// There is a plan.
    Plan(Box<Solved<'f>>),
    /// No plan obeys every must-rule; why, and what would make one possible.
    NoPlan(Box<NoPlan>),
    /// Stopped before the asked gap.
    Stopped(Ended),
}

/// What was decided, with the program that it was decided by.
pub struct Solved<'f> {
    /// Who goes where.
    pub decided: Decided,
    /// The program.
    pub program: Staffing<'f>,
}

/// Solves; an unproved plan counts as one only when it is asked for.
pub fn solve<'f>(
    facts: &'f Facts<'f>,
    options: &Options,
    allow_unproved: bool,
    watch: &dyn Watch,
) -> Result<Answer<'f>, RunFault> {
    let program = build(facts, false);
    let decision = decide_built(&program, options, allow_unproved, watch)?;
    Ok(match decision {
        Decision::Plan(decided) => Answer::Plan(Box::new(Solved {
            decided: *decided,
            program,
        })),
        Decision::NoPlan => Answer::NoPlan(Box::new(no_plan(facts, options, watch)?)),
        Decision::Stopped(ended) => Answer::Stopped(ended),
    })
}

impl Solved<'_> {
    /// The document as the auditor accepts it.
    pub fn accepted(&self, checked: &Checked, options: &Options) -> Result<Accepted, RunFault> {
        let (doc, _) = written(&self.program, &self.decided, &checked.inputs, options)?;
        accepted(checked, self.program.facts, &doc)
    }
}

/// What is asked of a new plan.
#[derive(Debug, Clone, Default)]
pub struct Replan {
    /// Staff ids of those who do not go after all.
    pub refuse: Vec<String>,
    /// Why, as it is kept with the decision.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// Letters may change wherever another goal gains by it.
    pub free: bool,
    /// So many further refusals must leave every must-rule standing.
    pub withstand: u32,
}

/// The published letters, and refusals as bans; and the ids that nobody has.
pub fn after_refusals(roster: &Roster, doc: &Plan, asked: &Replan) -> (Question, Vec<String>) {
    let mut unknown = Vec::new();
    let moves = doc.moves.iter().filter_map(|one| {
        let teacher = roster.find_teacher(&one.teacher)?;
        Some((teacher, roster.find_school(&one.to)?))
    });
    let mut question = Question {
        withstand: asked.withstand.into(),
        published: Some(Published {
            letters: moves.collect(),
            frozen: !asked.free,
        }),
        ..Question::default()
    };
    for id in &asked.refuse {
        match roster.find_teacher(id) {
            None => unknown.push(id.clone()),
            Some(teacher) => {
                // A refusal counts however strongly the policy binds pins and bans.
                let letter = doc.moves.iter().find(|one| one.teacher == *id);
                let from = letter.and_then(|one| roster.find_school(&one.from));
                question.forced.extend(from.map(|from| (teacher, from)));
                question.unpin(teacher);
                question.bans.push(Ban {
                    teacher,
                    school: None,
                    reason: asked.reason.clone(),
                    author: asked.author.clone(),
                    place: Place::default(),
                });
            }
        }
    }
    (question, unknown)
}

/// Pins for what was edited by hand in a plan: every letter that differs from the plan that the
/// same input gives.
pub fn pin_edits(
    question: &mut Question,
    facts: &Facts<'_>,
    asked: &Replan,
    options: &Options,
) -> Result<usize, RunFault> {
    let decision = decide(facts, options, false, &Silent)?;
    let (Some(plan), Some(published)) = (decision.plan(), &question.published) else {
        return Ok(0);
    };
    let ours = letters(&plan.placement, facts.roster, facts.roster, true).letters;
    let theirs = published.letters.clone();
    let mut edited: BTreeSet<TeacherNo> = ours.keys().chain(theirs.keys()).copied().collect();
    edited.retain(|who| ours.get(who) != theirs.get(who));
    for &who in &edited {
        let to = theirs.get(&who).copied();
        if let Some(school) = to.or(facts.stands(who).base) {
            question.unpin(who);
            question.pins.push(Pin {
                teacher: who,
                school,
                reason: asked.reason.clone(),
                author: asked.author.clone(),
                place: Place::default(),
            });
        }
    }
    Ok(edited.len())
}
