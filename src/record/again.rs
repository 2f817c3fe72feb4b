//! A plan reckoned once more from what it decides alone.

use super::labels::label;
use super::record_codes::UNSAID;
use super::{Claims, Trust, record};
use crate::audit::Audit;
use crate::blanks;
use crate::domain::TeacherNo;
use crate::facts::{Facts, Placement};
use crate::finding::{Finding, Findings};
use crate::input::TABLES;
use crate::plan::secondary::decisions;
use crate::plan::{
    ClaimsDoc, InputDoc, MadeDoc, Plan, Reason, digest, edited, is_sound, made, undecided,
};
use std::collections::BTreeSet;

/// The document as it must be if its decisions are what counts: `placement` is what was read of them, `judged`
/// what the auditor says of it, `inputs` every file that was read; `trust` says how far its words count.
pub fn again(
    facts: &Facts<'_>,
    doc: &Plan,
    placement: &Placement,
    judged: &Audit,
    inputs: &[InputDoc],
    trust: Trust,
) -> Plan {
    let before = undecided(facts, doc);
    let late = late(facts, doc);
    let mut is = record(
        facts,
        [placement, &before],
        judged,
        &claims(facts, doc),
        inputs,
        &|who| late.contains(&who),
    );
    is.digest.clone_from(&doc.digest);
    is.schema.clone_from(&doc.schema);
    // A plan of an older program does not say what each row was, and says nothing wrong; nor what changed since. Of one
    // that says less than it might, that is told.
    let known = doc.scenario.inputs.iter().any(|one| !one.rows.is_empty());
    let less = matches!(trust, Trust::ByHand | Trust::Old);
    for input in &mut is.scenario.inputs {
        let mut then = doc.scenario.inputs.iter();
        let was = then.find(|one| one.name == input.name);
        match was {
            Some(was) if was.sha256 != input.sha256 => {
                input.rows.clone_from(&was.rows);
                // Row by row the table is what it was: it is told, and the plan is held to all that it says.
                if !doc.other_input {
                    input.sha256.clone_from(&was.sha256);
                }
            }
            Some(was) if !less && says_no_rows(was, known) => input.rows.clear(),
            // An earlier program kept one row of all decisions together.
            Some(was) if !less && !is_table(was) && was.rows.len() == 1 => input.rows.truncate(1),
            None if !known && !less => input.rows.clear(),
            _ => {}
        }
    }
    // A plan that does not say what it was made with says nothing wrong; one that was edited says what it was.
    let silent = !less && doc.made == MadeDoc::default();
    if silent || (trust == Trust::Stale && is_sound(&doc.made)) {
        is.made.clone_from(&doc.made);
    }
    is
}

/// The whole plan of a file that says less, or other things than its decisions give: a workbook, a roll made by hand, a
/// plan that was made from other tables. Nothing in it is taken from the file but what is decided; what only a solver can
/// know counts as long as no decision was edited, and so does the digest by which the plan is known.
pub fn rebuilt(
    facts: &Facts<'_>,
    doc: &Plan,
    placement: &Placement,
    judged: &Audit,
    inputs: &[InputDoc],
    trust: Trust,
) -> Plan {
    let again = |doc: &Plan| again(facts, doc, placement, judged, inputs, trust);
    let as_decided = edited(doc).is_some_and(|edits| edits.is_empty());
    let claims = ClaimsDoc::from_lines(&doc.claims);
    if let Some(claims) = claims.as_ref().filter(|_| as_decided) {
        let is = again(&claims.made_by(doc));
        // Where a sheet is gone, or the line was written by somebody else, it is another plan.
        if doc.other_input || digest(&is) == claims.digest {
            return is;
        }
    }
    // How things stand when nothing is decided is not edited with the decisions.
    let before = claims.as_ref().map(|claims| claims.undecided(doc));
    let mut is = again(before.as_ref().unwrap_or(doc));
    if doc.digest.is_empty() {
        is.made = made(&is);
        is.digest = digest(&is);
    }
    is
}

/// Whether a plan of an earlier program does not say what each row of an input was: of none, or of what is no table.
fn says_no_rows(was: &InputDoc, known: bool) -> bool {
    was.rows.is_empty() && !(known && is_table(was))
}

fn is_table(was: &InputDoc) -> bool {
    TABLES.iter().any(|spec| spec.key == was.name)
}

/// Of inputs of which a plan does not say what each row was, that it lacks this.
pub fn without_rows(doc: &Plan, inputs: &[InputDoc]) -> Findings {
    let known = doc.scenario.inputs.iter().any(|one| !one.rows.is_empty());
    let now_rows = |was: &InputDoc| {
        let same = inputs.iter().find(|one| one.name == was.name);
        same.map_or(0, |one| one.rows.len())
    };
    let lacks = |was: &InputDoc| {
        let rows = now_rows(was);
        let together = !is_table(was) && was.rows.len() == 1 && rows > 1;
        rows > 0 && (says_no_rows(was, known) || together)
    };
    let lacks = doc.scenario.inputs.iter().any(lacks);
    let told = lacks.then(|| {
        let what = label("scenario.inputs[0].rows");
        Finding::new(&UNSAID, blanks! { what: what })
    });
    Findings(told.into_iter().collect())
}

/// Of whom a plan says that there was no time to reckon why she moves.
pub fn late(facts: &Facts<'_>, doc: &Plan) -> BTreeSet<TeacherNo> {
    let moves = doc.moves.iter().filter(|one| one.loss.is_none());
    let late = moves.filter(|one| one.reasons == [Reason::NotReached]);
    late.filter_map(|one| facts.roster.find_teacher(&one.teacher))
        .collect()
}

/// What a document says that only a solver can know.
fn claims(facts: &Facts<'_>, doc: &Plan) -> Claims {
    let bounds = doc.outcome.goals.iter();
    Claims {
        version: doc.tool.version.clone(),
        solver: doc.tool.solver.clone(),
        ended: doc.outcome.ended,
        present: doc.outcome.present,
        undecided: doc.outcome.undecided.clone(),
        gap: doc.outcome.gap,
        bounds: bounds
            .filter_map(|one| Some((one.goal, one.bound?)))
            .collect(),
        proofs: decisions(facts).map(|one| one.claimed(doc)).collect(),
    }
}
