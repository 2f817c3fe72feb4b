//! A school that could have been chosen for somebody, and what choosing it changes.

use crate::decide::{Decided, LetterChange, letters};
use crate::domain::{Pin, Roster, SchoolNo, TeacherNo};
use crate::facts::Facts;
use crate::finding::Place;
use crate::policy::GoalId;
use crate::run::RunFault;
use crate::solve::Options;
use crate::study::prices::Priced;
use crate::study::prices::otherwise;
use serde::Serialize;

/// Reason and author of a pin that is only tried.
const TRIED: &str = "explain";

/// A school that could have been chosen.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Choice {
    /// Id of the school.
    pub school: String,
    /// Its name.
    pub name: String,
    /// What the relaxation says that it adds to the first goal at least; an estimate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub estimate: Option<f64>,
    /// What it changes, exact; none: not solved, since others come first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Priced>,
    /// Whose letters would change besides hers.
    pub instead: Vec<LetterChange>,
}

pub(super) fn unsolved(roster: &Roster, to: SchoolNo) -> Choice {
    Choice {
        school: roster.school(to).id.clone(),
        name: roster.school(to).name.clone(),
        ..Choice::default()
    }
}

/// What changes when the officer decides that a teacher works at a school, as with a pin of the tables; of plans
/// alike in all goals the one that changes the fewest letters.
pub(super) fn forced(
    facts: &Facts<'_>,
    plan: &Decided,
    who: TeacherNo,
    to: SchoolNo,
    options: &Options,
) -> Result<Choice, RunFault> {
    let mut question = facts.question.clone();
    question.published = Some(letters(&plan.placement, facts.roster, facts.roster, false));
    question.unpin(who);
    question.unban(who);
    question.forced.insert(who, to);
    question.pins.push(Pin {
        teacher: who,
        school: to,
        reason: TRIED.to_owned(),
        author: TRIED.to_owned(),
        date: String::new(),
        place: Place::default(),
    });
    let (mut price, changes) = otherwise((facts, plan), &question, options)?;
    price.goals.remove(&GoalId::Letters);
    price.parts.retain(|one| one.goal != GoalId::Letters);
    let hers = &facts.roster.teacher(who).id;
    let mut instead = changes.letters;
    instead.retain(|one| one.teacher != *hers);
    Ok(Choice {
        price: Some(price),
        instead,
        ..unsolved(facts.roster, to)
    })
}
