//! `lungang replan`: after refusals or edits by hand, as few letters as possible change.

use super::args::ReplanArgs;
use super::attach::{Wanted, attach};
use super::watch::Ear;
use super::{Exit, Shell, Trouble};
use crate::decide::Decided;
use crate::domain::Question;
use crate::facts::Facts;
use crate::run::{self, Checked, Planned, Replan, Replanned};
use crate::text::Text;
use crate::{blanks, report};
use std::slice::from_ref;

const EDITED: Text = Text::new(
    "方案有{number}人经人工调整，已按调整后的去向固定，其余重新测算。",
    "{number} letters were edited by hand; they are kept as edited, the rest is solved anew.",
);
const NOBODY: Text = Text::new("方案中的教师工号", "a staff id of the roster");

pub(super) fn run(shell: &Shell, args: &ReplanArgs) -> Result<Exit, Trouble> {
    let options = super::plan::options(&args.solve)?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    let checked = run::check(&documents);
    let Some((roster, book)) = checked.ready() else {
        return shell.findings(&checked.findings);
    };
    let (doc, findings) = run::read_plan_file(&checked, &args.from)?;
    let Some(doc) = doc else {
        return shell.findings(&findings);
    };
    let asked = Replan {
        refuse: args.refuse.clone(),
        reason: args.reason.clone().unwrap_or_else(|| "replan".into()),
        author: args.author.clone().unwrap_or_else(|| "replan".into()),
        free: args.free,
        withstand: args.withstand,
    };
    let (mut question, unknown) = run::after_refusals(roster, &doc, &asked);
    if let Some(id) = unknown.first() {
        let known = roster.teachers.iter().map(|one| one.id.as_str());
        return Err(Trouble::unknown_id(
            "--refuse",
            id,
            known,
            (NOBODY, shell.lang),
        ));
    }
    let facts = Facts::new(roster, book);
    if crate::plan::digest(&doc) != doc.digest {
        let number = run::pin_edits(&mut question, &facts, &asked, &options)?;
        if number > 0 {
            shell.tell(EDITED, &blanks! { number: number })?;
        }
    }
    let ear = Ear::new(*shell);
    let replanned = run::replan(&checked, &question, &options, &ear);
    ear.done();
    match replanned? {
        Replanned::NoPlan(answer) => {
            if shell.json {
                shell.facts(&answer)?;
            } else {
                shell.say(&report::no_plan(&answer, shell.lang))?;
            }
            Ok(Exit::NoPlan)
        }
        Replanned::Stopped(_) => Ok(Exit::Unproved),
        Replanned::Plan(plan) => tell(shell, args, &checked, &question, &plan),
    }
}

/// Writes the new plan and tells what is another.
fn tell(
    shell: &Shell,
    args: &ReplanArgs,
    checked: &Checked,
    question: &Question,
    plan: &Decided,
) -> Result<Exit, Trouble> {
    let options = super::plan::options(&args.solve)?;
    let Some(after) = checked.facts(question) else {
        return shell.findings(&checked.findings);
    };
    let letters = crate::decide::letter_changes(&after, plan);
    let reserves = args.reserves.then(|| run::reserves(&after, plan, &options));
    let reserves = reserves.transpose()?;
    let withstands = args
        .reserves
        .then(|| crate::decide::withstands(&after, plan));
    let mut written = None;
    if let Some(out) = &args.out
        && let Planned::Done(done, _) = run::write_replan(checked, question, plan, out, &options)?
    {
        written = Some(done);
    }
    if shell.json {
        shell.facts(&serde_json::json!({
            "ok": true,
            "ended": plan.outcome.ended,
            "letters": letters,
            "reserves": reserves,
            "withstands": withstands,
        }))?;
    } else {
        shell.say(&report::replan(&letters, reserves.as_deref(), shell.lang))?;
        if let Some(withstands) = &withstands {
            shell.say(&report::withstands(withstands, shell.lang))?;
        }
        if let Some(done) = &written {
            shell.tell(WROTE, &blanks! { file: done.file.display().to_string() })?;
        }
    }
    if let Some(done) = &written {
        let wanted = Wanted {
            by_school: false,
            redact: args.redact,
        };
        attach(shell, done, wanted)?;
    }
    Ok(Exit::Done)
}

const WROTE: Text = Text::new(
    "新方案已写入{file}，并已从文件读回审核。",
    "The new plan is in {file}; it was read back from there and audited.",
);
