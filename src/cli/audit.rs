//! `lungang audit`: any plan is judged rule by rule, with no solver.

use super::limit::limit;
use super::{Exit, Shell, Trouble};
use crate::finding::Severity;
use crate::input::Edit;
use crate::outputs::PROOF;
use crate::run::ProofAudit;
use crate::{report, run};
use clap::Args;
use std::path::PathBuf;
use std::time::Instant;

#[derive(Debug, Args)]
pub(super) struct AuditArgs {
    pub(super) scenario: PathBuf,
    pub(super) plan: PathBuf,
    #[arg(long)]
    pub(super) edited: bool,
    #[arg(long, value_name = "PATH=VALUE")]
    pub(super) set: Vec<Edit>,
    #[arg(long)]
    pub(super) proof: bool,
    #[arg(long, value_name = "S")]
    pub(super) time_limit: Option<u64>,
}

pub(super) fn run(shell: &Shell, args: &AuditArgs) -> Result<Exit, Trouble> {
    let (begun, left) = (Instant::now(), limit(args.time_limit)?);
    let scenario = std::slice::from_ref(&args.scenario);
    let documents = run::load_changed(scenario, &args.set)?;
    let checked = run::check(&documents);
    let how = run::How {
        edited: args.edited,
        left: left.map(|left| left.saturating_sub(begun.elapsed())),
    };
    let audited = run::audit_file(&checked, &args.plan, how)?;
    let proof = proved(args, &checked, &audited)?;
    let audited = match proof.as_ref().filter(|_| audited.holds()) {
        Some(proof) => audited.beside(proof),
        None => audited,
    };
    let rules = audited.audit.as_ref().map(|audit| &audit.rules);
    let in_part = proof.as_ref().is_some_and(ProofAudit::is_in_part);
    let holds = audited.holds() && proof.as_ref().is_none_or(ProofAudit::holds);
    if shell.json {
        shell.facts(&serde_json::json!({
            "ok": holds,
            "rules": rules,
            "goals": audited.audit.as_ref().map(|audit| &audit.goals),
            "findings": audited.findings,
            "proof": proof.as_ref().map(|proof| serde_json::json!({
                "holds": proof.holds(),
                "goals": proof.goals,
                "verified": proof.proved(),
                "claimed": proof.goals.len(),
                "findings": proof.findings,
            })),
        }))?;
    } else {
        shell.say(&report::audited(&audited, shell.lang))?;
        let read = report::unreadable(&audited, shell.lang).is_none();
        if let Some((doc, roster)) = audited
            .doc
            .as_ref()
            .zip(checked.roster.as_ref())
            .filter(|_| read)
        {
            shell.say(&report::edits(doc, roster, shell.lang))?;
        }
        if let (Some(proof), Some(doc)) = (&proof, &audited.doc) {
            shell.say(&report::proof(doc, proof, audited.holds(), shell.lang))?;
            shell.by_weight(&proof.findings)?;
        }
        // What only looks wrong because something cannot be read is left for when it can.
        let mut findings = audited.findings.clone();
        findings
            .0
            .retain(|one| read || one.is_unreadable() || one.severity != Severity::Error);
        shell.by_weight(&findings)?;
        if let (Some(rules), false) = (rules, shell.quiet || !read) {
            shell.say(&report::judgements(rules, shell.lang))?;
        }
    }
    Ok(Exit::first_of([
        (!holds, Exit::Errors),
        (in_part, Exit::Unproved),
    ]))
}

/// What is to be said of the proof, where one is to be verified and there is a plan.
fn proved(
    args: &AuditArgs,
    checked: &run::Checked,
    audited: &run::Audited,
) -> Result<Option<ProofAudit>, Trouble> {
    let Some(doc) = audited.doc.as_ref().filter(|_| args.proof) else {
        return Ok(None);
    };
    let file = args.plan.with_file_name(PROOF);
    Ok(Some(run::audit_proof_file(checked, doc, &file)?))
}
