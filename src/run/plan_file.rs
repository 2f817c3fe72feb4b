//! Plan files: read as JSON or as a workbook, with what is wrong with them and whether they were edited or made
//! from other tables; and judged, with no solver.

use super::codes::{
    DIGEST, NEWER_PLAN, NO_ROLL, NO_SHEET, NOT_A_PLAN, OLD_PLAN, ONLY_HERE, OTHER_DOCUMENT,
};
use super::decision_words::{approval_words, ban_words, both, pin_words};
use super::files::read_file;
use super::no_json::in_words;
use super::other_inputs::other_inputs;
use super::places::place;
use super::{Checked, ProofAudit, RunFault};
use crate::audit::{Audit, audit};
use crate::blanks;
use crate::disk::{NotJson, json_value};
use crate::domain::{NOTHING_MORE, Question, Roster};
use crate::facts::Facts;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::input::plan_sheets::{MOVES, POSTS};
use crate::input::{Named, Places, is_no_plan, is_workbook};
use crate::plan::{Plan, SCHEMA, placement, question, read_plan_book, upgrade, without_sheets};
use crate::policy::GoalId;
use crate::proof;
use crate::record::{
    Trust, again, claimed, impossible, of_everybody, other_names, since, told, without_rows,
};
use crate::text::{OwnedText, Text};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

/// The plan of a file, and what is wrong with it; that it was edited is no error, since it is not judged. `left` is the
/// time that the command has for a roll that says less than a plan.
pub fn read_plan_file(
    checked: &Checked,
    file: &Path,
    left: Option<Duration>,
) -> Result<(Option<Plan>, Findings), RunFault> {
    let (bytes, name) = plan_bytes(file)?;
    let mut findings = Findings::default();
    let how = How { edited: true, left };
    let read = read_plan(&bytes, &name, checked, how, &mut findings);
    Ok((read.map(|read| read.doc), findings))
}

/// The bytes of a plan file, and its name without the folder.
pub(super) fn plan_bytes(file: &Path) -> Result<(Vec<u8>, String), RunFault> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok((read_file(file)?, name.into_owned()))
}

/// A plan as it was read.
pub(super) struct ReadPlan {
    pub(super) doc: Plan,
    /// The very words of its JSON; a workbook has none.
    pub(super) said: Option<Value>,
    /// How far its words are held against it.
    pub(super) trust: Trust,
    /// Where each person stands in a workbook.
    pub(super) places: Places,
    /// Whoever stands in a workbook by id and by name.
    pub(super) named: Vec<Named>,
}

/// How a plan is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct How {
    /// It was edited on purpose.
    pub edited: bool,
    /// So much time is left, where the command has a limit.
    pub left: Option<Duration>,
}

/// Reads a plan.
pub(super) fn read_plan(
    bytes: &[u8],
    name: &str,
    checked: &Checked,
    how: How,
    findings: &mut Findings,
) -> Option<ReadPlan> {
    let mut wrong = Vec::new();
    let mut read = if is_workbook(bytes) {
        read_book(bytes, name, checked, (&mut wrong, findings))
    } else {
        read_json(bytes, how.edited, &mut wrong)
    };
    if let (Some(plan), Some((roster, _))) = (&read, checked.ready()) {
        let (told, others) = other_names(roster, &plan.doc, &plan.named, &checked.inputs);
        // Of another county nothing else is worth saying.
        if others {
            *findings = Findings::default();
            wrong.clear();
            read = None;
        }
        wrong.extend(told.0);
    }
    if let Some(read) = &mut read {
        let doc = &mut read.doc;
        let old = doc
            .old
            .then(|| Finding::new(&OLD_PLAN, blanks! { found: doc.schema }));
        wrong.extend(old);
        let (others, changed) = other_inputs(checked, doc);
        doc.other_input = changed;
        wrong.extend(others);
        if doc.other_input
            && let Some(facts) = checked.facts(&NOTHING_MORE)
        {
            wrong.extend(since(&facts, doc, &checked.inputs).0);
        }
        wrong.extend(no_sheet(doc));
        #[cfg(feature = "microlp")]
        if doc.unseated && !findings.has_errors() {
            wrong.extend(super::completed::completed(checked, doc, how.left));
        }
        #[cfg(not(feature = "microlp"))]
        let _ = how.left;
        // A plan that is handed on with pseudonyms does not say what it was made from.
        let unsaid = doc.scenario.inputs.iter().any(|one| one.sha256.is_empty());
        if doc.other_input || unsaid {
            read.trust = Trust::Stale;
        } else if (doc.old || doc.says_less) && read.trust != Trust::Stale {
            read.trust = Trust::Old;
        }
    }
    let told = wrong.into_iter().map(|one| match one.place {
        Some(_) => one,
        None => one.at(Place::file(name)),
    });
    findings.0.extend(told);
    read
}

/// The plan of a workbook: of one of ours that is none, and of one without the roll, that is told.
fn read_book(
    bytes: &[u8],
    name: &str,
    checked: &Checked,
    (wrong, findings): (&mut Vec<Finding>, &mut Findings),
) -> Option<ReadPlan> {
    if let Some(book) = is_no_plan(bytes) {
        wrong.push(Finding::new(&OTHER_DOCUMENT, blanks! { book: book }));
        return None;
    }
    let mut book = read_plan_book(name, bytes, checked.ready()?.0);
    let looks_like = fold_looks(&mut book.findings);
    findings.append(book.findings);
    let no_roll = !looks_like && book.missing.contains(&MOVES.name);
    wrong.extend(no_roll.then(|| Finding::new(&NO_ROLL, blanks! { sheet: MOVES.name })));
    let unseated = book.missing.contains(&POSTS.name);
    let known = |doc: &Plan| upgrade::is_known(&doc.schema);
    let newer = book.plan.iter().filter(|doc| !known(doc));
    wrong.extend(newer.map(|doc| newer_plan(&doc.schema)));
    // A workbook has no digest: whether it was edited cannot be told.
    book.plan.filter(known).map(|doc| ReadPlan {
        doc: Plan { unseated, ..doc },
        said: None,
        trust: Trust::Stale,
        places: book.places,
        named: book.named,
    })
}

/// What the workbook decided in sheets that it has no more.
fn no_sheet(doc: &Plan) -> Option<Finding> {
    let kinds = without_sheets(doc).into_iter();
    let kinds = kinds.map(|(what, number)| {
        let (zh, en) = (what.text().zh, what.text().en);
        json!({ "zh": format!("{zh}{number}项"), "en": format!("{en} ({number})") })
    });
    let kinds: Vec<Value> = kinds.collect();
    (!kinds.is_empty()).then(|| Finding::new(&NO_SHEET, blanks! { kinds: kinds }))
}

fn newer_plan(found: &str) -> Finding {
    Finding::new(&NEWER_PLAN, blanks! { found: found, known: SCHEMA })
}

/// The plan of a JSON document, and whether it was changed after it was written: without a digest it was made by
/// hand, with a wrong one it was changed, which is an error unless that was on purpose.
fn read_json(bytes: &[u8], on_purpose: bool, wrong: &mut Vec<Finding>) -> Option<ReadPlan> {
    let no_plan = |why: NotJson| {
        let blanks = blanks! { why: in_words(&why) };
        Finding::new(&NOT_A_PLAN, blanks)
    };
    let said = json_value(bytes).map_err(|why| wrong.push(no_plan(why)));
    let said: Value = said.ok()?;
    let schema = said.get("schema").and_then(Value::as_str).unwrap_or("");
    let Some(read) = upgrade::from_value(said.clone()) else {
        let newer = || newer_plan(schema);
        let other = || Finding::new(&NOT_A_PLAN, blanks! { why: NO_SCHEMA });
        let of_plans = schema.starts_with(PLANS);
        wrong.push(if of_plans { newer() } else { other() });
        return None;
    };
    let (doc, edited) = read
        .map_err(|why| wrong.push(no_plan(NotJson::Broken(why))))
        .ok()?;
    let bare = doc.digest.is_empty();
    let trust = match (bare, on_purpose && (bare || edited)) {
        (_, true) => Trust::Stale,
        (true, false) => Trust::ByHand,
        (false, false) => Trust::Written,
    };
    if edited && !bare {
        let mut told = Finding::new(&DIGEST, blanks! {});
        if on_purpose {
            told.severity = Severity::Note;
        }
        wrong.push(told);
    }
    let said = Some(upgrade::in_words_of_today(said));
    let places = Places::new();
    Some(ReadPlan {
        doc,
        said,
        trust,
        places,
        named: Vec::new(),
    })
}

/// How every layout of a plan is called, before its number.
const PLANS: &str = "lungang-plan/";
const NO_SCHEMA: Text = Text::new(
    "文件没有写明是方案（schema 一项不是 lungang-plan）",
    "it does not say that it is one (its schema is not lungang-plan)",
);

/// Whether sheets look like a roll and lack a column. Sheets of one kind, one a school, are told once.
fn fold_looks(findings: &mut Findings) -> bool {
    let all = findings.0.iter();
    let number = all.filter(|one| one.code.id == LOOKS_LIKE).count();
    let mut first = true;
    findings.0.retain_mut(|one| {
        let keep = one.code.id != LOOKS_LIKE || first;
        if one.code.id == LOOKS_LIKE && first {
            (one.more, first) = (number - 1, false);
        }
        keep
    });
    number > 0
}

/// That a sheet looks like a roll and lacks a column.
const LOOKS_LIKE: &str = "A105";
/// What is claimed and not verified.
const CLAIMED: &str = "A33";

/// An audited plan.
#[derive(Debug)]
pub struct Audited {
    /// The plan as it was read; absent when the file is no plan.
    pub doc: Option<Plan>,
    /// What the auditor says; absent when scenario or plan could not be read.
    pub audit: Option<Audit>,
    /// Everything found in scenario and plan.
    pub findings: Findings,
}

impl Audited {
    /// The same with what a proof has shown: of that it is no longer said that it is claimed and not verified.
    pub fn beside(mut self, proof: &ProofAudit) -> Self {
        let goals = proof.goals.iter();
        let shown = goals.filter(|(_, one)| *one == proof::Checked::Proved);
        let shown: Vec<GoalId> = shown.map(|(goal, _)| *goal).collect();
        if let (Some(doc), false) = (&self.doc, shown.is_empty() || !proof.holds()) {
            let left = claimed(doc, &shown).0;
            let said = self.findings.0.iter_mut();
            for (one, left) in said.filter(|one| one.code.id == CLAIMED).zip(left) {
                *one = left;
            }
        }
        self
    }

    /// Whether the plan obeys every must-rule and nothing in the files is wrong.
    pub fn holds(&self) -> bool {
        !self.findings.has_errors() && self.audit.as_ref().is_some_and(Audit::holds)
    }
}

/// Judges a plan file against a scenario that has been read.
pub fn audit_file(checked: &Checked, file: &Path, how: How) -> Result<Audited, RunFault> {
    let (bytes, name) = plan_bytes(file)?;
    Ok(judged(checked, None, &bytes, &name, how))
}

/// Judges the bytes of a plan against a scenario that has been read.
pub fn audit_bytes(checked: &Checked, bytes: &[u8], name: &str) -> Audited {
    judged(checked, None, bytes, name, How::default())
}

/// The same for a plan that was edited on purpose: what was not edited with it is told, and no error.
pub fn audit_edited(checked: &Checked, bytes: &[u8], name: &str) -> Audited {
    let how = How {
        edited: true,
        left: None,
    };
    judged(checked, None, bytes, name, how)
}

/// Judges a plan under the question that it says it answers; `known` are facts that were worked out under a question,
/// and serve again where it is the same.
pub(super) fn judged(
    checked: &Checked,
    known: Option<&Facts<'_>>,
    bytes: &[u8],
    name: &str,
    how: How,
) -> Audited {
    let mut findings = checked.findings.clone();
    let read = read_plan(bytes, name, checked, how, &mut findings);
    let said = checked
        .ready()
        .zip(read.as_ref())
        .map(|((roster, _), read)| {
            let (question, unknown) = question(roster, &read.doc);
            findings.append(unknown);
            if known.is_none() {
                findings.append(only_here(roster, &question));
            }
            let same = known.filter(|facts| *facts.question == question);
            let fresh = same.is_none().then(|| checked.facts(&question)).flatten();
            let facts = same.or(fresh.as_ref())?;
            let (said, mut found) = held(checked, facts, read, known.is_none());
            // The plan's own hints are about the plan, wherever they stand.
            for one in found
                .0
                .iter_mut()
                .filter(|one| one.severity == Severity::Error)
            {
                one.place = one.place.take().or_else(|| place(one, &read.places));
            }
            findings.append(found);
            Some(said)
        });
    Audited {
        doc: read.map(|read| read.doc),
        audit: said.flatten(),
        findings,
    }
}

/// Refusals, pins and approvals of which only the plan speaks, by name: those of the decisions file are asked in any case.
fn only_here(roster: &Roster, question: &Question) -> Findings {
    let bans = question.bans.iter().map(|one| ban_words(roster, one));
    let pins = question.pins.iter().map(|one| pin_words(roster, one));
    let approvals = question.waivers.iter().map(|one| {
        let signed = [&one.reason, &one.author, &one.date].map(Clone::clone);
        approval_words((&one.rule, &one.about, one.amount), &signed)
    });
    let list: Vec<OwnedText> = bans.chain(pins).chain(approvals).collect();
    let blanks = blanks! { number: list.len(), list: both(&list.iter().collect::<Vec<_>>()) };
    let told = (!list.is_empty()).then(|| Finding::new(&ONLY_HERE, blanks));
    Findings(told.into_iter().collect())
}

/// What the auditor says of a plan, and where the plan says otherwise; `claims` are told of a plan of others.
fn held(checked: &Checked, facts: &Facts<'_>, read: &ReadPlan, claims: bool) -> (Audit, Findings) {
    let doc = &read.doc;
    let (placed, mut findings) = placement(facts, doc);
    let said = audit(facts, &placed);
    findings.append(said.findings.clone());
    if let Some(words) = &read.said {
        let is = again(facts, doc, &placed, &said, &checked.inputs, read.trust);
        findings.append(told(words, &is, read.trust));
        if read.trust != Trust::Stale {
            findings.append(impossible(doc, &is));
            findings.append(of_everybody(doc, facts.roster.teachers.len()));
        }
        if read.trust == Trust::Written {
            findings.append(without_rows(doc, &checked.inputs));
        }
        if claims {
            findings.append(claimed(doc, &[]));
        }
    }
    (said, findings)
}
