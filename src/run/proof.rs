//! Proofs that no plan can be better: written beside a plan, and checked with the program built anew, without a solver.

use super::files::read_file;
use super::proof_codes::{
    EMPTY, GIVEN_BY_PLAN, NO_DIGEST, NO_PROOF, NO_TABLES, NOT_IN_PROGRAM, NOT_THERE, OTHER_PLAN,
    OTHER_PROGRAM, PROVES_NOTHING,
};
use super::{Checked, RunFault};
use crate::audit::audit;
use crate::blanks;
use crate::disk::json_value;
use crate::facts::{Facts, Placement};
use crate::finding::{Finding, Findings, Place};
use crate::model::Lp;
use crate::plan::{Plan, placement, question, upgrade};
use crate::policy::GoalId;
use crate::proof::{self, Proof, SCHEMA};
use crate::rules::{build, goals};
use std::path::Path;

/// What the check of a proof says.
#[derive(Debug, Default)]
pub struct ProofAudit {
    /// Every goal of the policy in its order, with what its proof is worth.
    pub goals: Vec<(GoalId, proof::Checked)>,
    /// What is wrong with the proof.
    pub findings: Findings,
}

impl ProofAudit {
    /// Whether nothing is wrong with what is proved.
    pub fn holds(&self) -> bool {
        !self.findings.has_errors()
    }

    /// Whether of some goals there is no proof, and nothing is wrong with that of the others.
    pub fn is_in_part(&self) -> bool {
        self.holds() && self.proved() < self.goals.len()
    }

    /// Goals that are proved.
    pub fn proved(&self) -> usize {
        let goals = self.goals.iter();
        goals
            .filter(|(_, one)| *one == proof::Checked::Proved)
            .count()
    }
}

/// What a plan reaches in each goal of the policy, in their order, as the auditor reckons it of what the staffing program
/// decides: who goes where, who holds which post, who is recruited, appointed and taken onto the quota.
pub(super) fn reached(facts: &Facts<'_>, plan: &Placement) -> Vec<(GoalId, i64)> {
    let decided = Placement {
        lessons: Vec::new(),
        trips: Vec::new(),
        remote: Vec::new(),
        visits: Vec::new(),
        pairs: Vec::new(),
        leaders: Vec::new(),
        apprentices: Vec::new(),
        ..plan.clone()
    };
    let audited = audit(facts, &decided).goals;
    let policy = goals(facts).into_iter();
    let policy = policy.filter(|goal| *goal != GoalId::Canonical);
    policy
        .map(|goal| (goal, audited.get(&goal).copied().unwrap_or(0)))
        .collect()
}

/// The proofs of a plan that was proved, as far as they are found; nothing where there is none, nor of a plan that is to
/// withstand refusals, whose program has rows of its own.
#[cfg(feature = "solver")]
pub(super) fn proof_of(
    program: &crate::model::Staffing<'_>,
    plan: &Placement,
    digest: &str,
    until: &crate::solve::Until,
) -> Option<Proof> {
    let (facts, lp) = (program.facts, &program.lp);
    if facts.question.withstand > 0 {
        return None;
    }
    let goals = crate::solve::certify(lp, &reached(facts, plan), until);
    (!goals.is_empty()).then(|| Proof {
        schema: SCHEMA.to_owned(),
        plan: digest.to_owned(),
        program: lp.digest(),
        goals,
    })
}

/// Checks the proof of a plan in a file.
pub fn audit_proof_file(
    checked: &Checked,
    doc: &Plan,
    file: &Path,
) -> Result<ProofAudit, RunFault> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if !file.exists() {
        let found = Finding::new(&NOT_THERE, blanks! {}).at(Place::file(name.as_ref()));
        return Ok(ProofAudit {
            goals: Vec::new(),
            findings: Findings(vec![found]),
        });
    }
    Ok(audit_proof(checked, doc, &read_file(file)?, &name))
}

/// Checks the proof of a plan: builds the program anew from the tables and reckons in whole numbers.
pub fn audit_proof(checked: &Checked, doc: &Plan, bytes: &[u8], name: &str) -> ProofAudit {
    let mut said = ProofAudit::default();
    let question = checked.ready().map(|(roster, _)| question(roster, doc).0);
    let facts = question.as_ref().and_then(|one| checked.facts(one));
    match (facts, read(bytes)) {
        (_, Err(why)) => {
            let found = Finding::new(&NO_PROOF, blanks! { why: why, known: SCHEMA });
            said.findings.push(found);
        }
        (Some(facts), Ok(proof)) => {
            let plan = placement(&facts, doc).0;
            let lp = build(&facts, false).lp;
            let values = reached(&facts, &plan);
            said.findings.append(given(&facts, &plan));
            held(&mut said, doc, (&lp, &values), &proof);
        }
        (None, Ok(_)) => said.findings.push(Finding::new(&NO_TABLES, blanks! {})),
    }
    for one in &mut said.findings.0 {
        one.place = Some(Place::file(name));
    }
    said
}

/// What the plan itself says was asked of it: the program was built for that, so the proof is worth no more.
fn given(facts: &Facts<'_>, plan: &Placement) -> Findings {
    let (asked, roster) = (facts.question, facts.roster);
    let letters = asked.published.as_ref();
    let letters = letters.map_or(0, |one| one.letters.len());
    let mut findings = Findings::default();
    if asked.bans.len() + asked.pins.len() + letters > 0 {
        let (refusals, pins) = (asked.bans.len(), asked.pins.len());
        let conditions = blanks! { refusals: refusals, pins: pins, letters: letters };
        findings.push(Finding::new(&GIVEN_BY_PLAN, conditions));
    }
    for (&who, &school) in &asked.forced {
        let mut moves = plan.moves.iter();
        let moved = moves.find(|one| one.teacher == who).map(|one| one.to);
        if moved.or(facts.stands(who).base) != Some(school) {
            let names = blanks! {
                who: roster.teacher(who).name.clone(),
                school: roster.school(school).name.clone(),
            };
            findings.push(Finding::new(&NOT_IN_PROGRAM, names));
        }
    }
    findings
}

fn read(bytes: &[u8]) -> Result<Proof, String> {
    let said = json_value(bytes).map_err(|why| why.to_string())?;
    let proof: Proof = serde_json::from_value(said).map_err(|why| why.to_string())?;
    if proof.schema == SCHEMA {
        Ok(proof)
    } else {
        Err(proof.schema)
    }
}

/// What each proof is worth for this plan and program.
fn held(said: &mut ProofAudit, doc: &Plan, (lp, values): (&Lp, &[(GoalId, i64)]), proof: &Proof) {
    let not_this = if doc.digest.is_empty() {
        &NO_DIGEST
    } else {
        &OTHER_PLAN
    };
    let other = [
        (proof.plan != doc.digest || upgrade::is_edited(doc))
            .then(|| Finding::new(not_this, blanks! {})),
        (proof.program != lp.digest()).then(|| Finding::new(&OTHER_PROGRAM, blanks! {})),
    ];
    said.findings.0.extend(other.into_iter().flatten());
    if said.findings.has_errors() {
        return;
    }
    said.goals = proof::check(lp, values, proof);
    if proof.goals.is_empty() {
        said.findings.push(Finding::new(&EMPTY, blanks! {}));
    }
    let wrong = said.goals.iter();
    let wrong = wrong.filter(|(_, one)| *one == proof::Checked::Wrong);
    let wrong = wrong.map(|(goal, _)| Finding::new(&PROVES_NOTHING, blanks! { goal: goal.text() }));
    said.findings.0.extend(wrong);
}
