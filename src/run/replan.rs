//! A new plan after a published one: refusals, illness, late retirements, or edits by hand. As few
//! letters as possible change, which is proved; then the usual goals count.

use super::fault::RunFault;
use crate::decide::{decide, letters};
use crate::domain::{Ban, Pin, Published, Question, Roster, TeacherNo};
use crate::facts::Facts;
use crate::finding::Place;
use crate::plan::Plan;
use crate::solve::{Options, Silent};
use std::collections::BTreeSet;

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
