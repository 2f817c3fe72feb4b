//! From a checked scenario to a proved, written and audited plan.

use super::{Checked, RunFault, audit_under, check, read_file, write_file};
use crate::audit;
use crate::decide::{Decision, NoPlan, decide_built, no_plan, written};
use crate::domain::{NOTHING_MORE, Question, Roster};
use crate::finding::Findings;
use crate::input::Documents;
use crate::model::mps;
use crate::plan::Ended;
use crate::plan::{Plan, to_json};
use crate::policy::{GoalId, RuleBook};
use crate::rules::build;
use crate::solve::{Options, Watch};
use std::path::{Path, PathBuf};

/// What is asked of a planning run.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// How to solve.
    pub options: Options,
    /// Write a plan that is not proved, marked as such.
    pub allow_unproved: bool,
    /// So many refusals must leave every must-rule standing.
    pub withstand: u32,
}

/// A plan that was written, read back and audited.
#[derive(Debug)]
pub struct Done {
    /// The document as it was read back.
    pub doc: Plan,
    /// What the auditor says of it.
    pub audit: audit::Audit,
    /// Where it was written.
    pub file: PathBuf,
    /// What is, for what is written beside the plan.
    pub roster: Roster,
    /// What must be.
    pub book: RuleBook,
    /// What was asked.
    pub question: Question,
    /// How the solve ended.
    pub ended: Ended,
    /// The text of `columns.toml`, when sheets or heads had to be recognised.
    pub columns: Option<String>,
}

/// How a planning run ended.
#[derive(Debug)]
pub enum Planned {
    /// The input has errors; nothing was solved.
    BadInput(Findings),
    /// A plan was written and audited.
    Done(Box<Done>, Findings),
    /// No plan obeys every must-rule; why, and what would make one possible.
    NoPlan(Box<NoPlan>, Findings),
    /// Stopped before the asked gap; nothing was written.
    Stopped(Ended, Findings),
}

/// Checks, solves, writes `plan.json` into `out`, reads it back and audits it.
pub fn plan(
    documents: &Documents,
    out: &Path,
    asked: &Asked,
    watch: &dyn Watch,
) -> Result<Planned, RunFault> {
    let checked = check(documents);
    let question = Question {
        withstand: asked.withstand.into(),
        ..Question::default()
    };
    let findings = checked.findings.clone();
    match answer(&checked, &question, asked, watch)? {
        Answer::BadInput => Ok(Planned::BadInput(findings)),
        Answer::NoPlan(why) => Ok(Planned::NoPlan(why, findings)),
        Answer::Stopped(ended) => Ok(Planned::Stopped(ended, findings)),
        Answer::Plan { doc, ended, .. } => finish(&checked, &question, &doc, out, ended),
    }
}

/// What a checked scenario gives, before anything is written.
pub enum Answer {
    /// Errors in the input.
    BadInput,
    /// No plan obeys every must-rule.
    NoPlan(Box<NoPlan>),
    /// Stopped before the asked gap.
    Stopped(Ended),
    /// A plan.
    Plan {
        /// The document.
        doc: Box<Plan>,
        /// How the solve ended.
        ended: Ended,
        /// Posts that stay empty when nothing is decided.
        empty_before: i64,
    },
}

/// Solves a checked scenario.
pub fn answer(
    checked: &Checked,
    question: &Question,
    asked: &Asked,
    watch: &dyn Watch,
) -> Result<Answer, RunFault> {
    let Some(facts) = checked.facts(question) else {
        return Ok(Answer::BadInput);
    };
    let program = build(&facts, false);
    match decide_built(&program, &asked.options, asked.allow_unproved, watch)? {
        Decision::NoPlan => {
            let why = no_plan(&facts, &asked.options, watch)?;
            Ok(Answer::NoPlan(Box::new(why)))
        }
        Decision::Stopped(ended) => Ok(Answer::Stopped(ended)),
        Decision::Plan(decided) => {
            let (doc, before) = written(&program, &decided, &checked.inputs, &asked.options)?;
            Ok(Answer::Plan {
                doc: Box::new(doc),
                ended: decided.outcome.ended,
                empty_before: before.empty_posts(&facts),
            })
        }
    }
}

/// Writes the document, reads it back from disk and judges what was read.
pub fn finish(
    checked: &Checked,
    question: &Question,
    doc: &Plan,
    out: &Path,
    ended: Ended,
) -> Result<Planned, RunFault> {
    let file = out.join("plan.json");
    let bytes = accepted(checked, question, doc)?;
    write_file(&file, &bytes)?;
    let read_back = audit_under(checked, question, &read_file(&file)?, "plan.json");
    match (read_back.doc, read_back.audit, checked.ready()) {
        (Some(doc), Some(audit), Some((roster, book))) => {
            let done = Done {
                doc,
                audit,
                file,
                roster: roster.clone(),
                book: book.clone(),
                question: question.clone(),
                ended,
                columns: checked.columns.clone(),
            };
            Ok(Planned::Done(Box::new(done), read_back.findings))
        }
        _ => Err(String::from("the written plan does not read back").into()),
    }
}

/// The bytes of a document that the auditor accepts.
pub fn accepted(checked: &Checked, question: &Question, doc: &Plan) -> Result<Vec<u8>, RunFault> {
    let bytes = to_json(doc);
    let judged = audit_under(checked, question, &bytes, "plan.json");
    let sound = judged.holds();
    let (Some(_), Some(_), true) = (&judged.doc, &judged.audit, sound) else {
        let codes: Vec<_> = judged
            .findings
            .0
            .iter()
            .map(|finding| finding.code.id)
            .collect();
        return Err(format!("the auditor rejects the plan: {codes:?}").into());
    };
    Ok(bytes)
}

/// The very program of the first goal, in MPS; `Err` holds the findings when the input has errors.
pub fn export(documents: &Documents) -> Result<String, Findings> {
    let checked = check(documents);
    let Some(facts) = checked.facts(&NOTHING_MORE) else {
        return Err(checked.findings);
    };
    let program = build(&facts, false);
    let first = facts.book.goals.iter().find(|goal| {
        program
            .lp
            .goals
            .get(goal)
            .is_some_and(|sum| !sum.terms.is_empty())
    });
    Ok(mps(
        &program.lp,
        first.copied().unwrap_or(GoalId::Canonical),
    ))
}
