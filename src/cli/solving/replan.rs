//! `lungang replan`: after refusals or edits by hand, as few letters as possible change.

use super::attach::write_plan;
use super::options::{SolveArgs, unknown_id};
use super::{Ear, Exit, Shell, Trouble};
use crate::decide::{letter_changes, withstands};
use crate::domain::NOTHING_MORE;
use crate::facts::Facts;
use crate::input::Edit;
use crate::outputs::Set;
use crate::run::{self, Answer, Checked, Replan, Solved};
use crate::text::Text;
use crate::{blanks, report, study};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use std::slice::from_ref;

const WROTE: Text = Text::new(
    "新方案已写入{file}，并已从文件读回审核。",
    "The new plan is in {file}; it was read back from there and audited.",
);

const EDITED: Text = Text::new(
    "方案有{number}人经人工调整，已按调整后的去向固定，其余重新测算。",
    "Letters edited by hand and kept as edited: {number}; the rest is solved anew.",
);
const NOBODY: Text = Text::new("方案中的教师工号", "a staff id of the roster");

#[derive(Debug, Args)]
pub(crate) struct ReplanArgs {
    scenario: PathBuf,
    #[arg(long, value_name = "PLAN")]
    from: PathBuf,
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    refuse: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    #[arg(long)]
    free: bool,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    withstand: u32,
    #[arg(long)]
    reserves: bool,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    redact: bool,
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<Edit>,
    #[command(flatten)]
    solve: SolveArgs,
}

pub(super) fn run(shell: &Shell, args: &ReplanArgs) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    let checked = run::check(&documents);
    let Some(facts) = checked.facts(&NOTHING_MORE) else {
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
    let (mut question, unknown) = run::after_refusals(facts.roster, &doc, &asked);
    if let Some(id) = unknown.first() {
        let known = facts.roster.teachers.iter().map(|one| one.id.as_str());
        return Err(unknown_id(shell, "--refuse", id, known, NOBODY));
    }
    if !shell.json && !shell.quiet {
        shell.say(&report::findings(&findings, shell.lang, false))?;
    }
    if crate::plan::upgrade::is_edited(&doc) {
        let number = run::pin_edits(&mut question, &facts, &asked, &options)?;
        if number > 0 {
            shell.tell(EDITED, &blanks! { number: number })?;
        }
    }
    let facts = facts.asking(&question);
    match Ear::new(*shell).during(|ear| run::solve(&facts, &options, false, ear))? {
        Answer::NoPlan(why) => {
            shell.answer(&why, &report::no_plan(&why, shell.lang))?;
            Ok(Exit::NoPlan)
        }
        Answer::Stopped(_) => Ok(Exit::Unproved),
        Answer::Plan(solved) => tell(shell, args, &checked, &facts, &solved),
    }
}

/// Writes the new plan and tells what changed.
fn tell(
    shell: &Shell,
    args: &ReplanArgs,
    checked: &Checked,
    facts: &Facts<'_>,
    solved: &Solved<'_>,
) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    let plan = &solved.decided;
    let letters = letter_changes(facts, plan);
    let reserves = || study::reserves(facts, plan, &options);
    let reserves = args.reserves.then(reserves).transpose()?;
    let withstands = args.reserves.then(|| withstands(facts, plan));
    let mut written = None;
    if let Some(out) = &args.out {
        let plan = solved.accepted(checked, &options)?;
        let files = write_plan(facts, &plan, out, Set::plain(shell.lang), args.redact)?;
        written = Some((files, out.join("plan.json").display().to_string()));
    }
    if shell.json {
        shell.facts(&json!({
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
    }
    if let Some((files, file)) = written {
        shell.tell(WROTE, &blanks! { file: file })?;
        files.tell(shell)?;
    }
    Ok(Exit::Done)
}
