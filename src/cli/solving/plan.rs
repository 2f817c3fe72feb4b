//! `lungang plan`: check, solve, write, read back, audit.

use super::attach;
use super::earlier::{Held, held};
use super::options::withstand;
use super::{Ear, Exit, Shell, SolveArgs, Trouble, stopped};
use crate::cli::check::keep;
use crate::disk::{DocumentSet, Home};
use crate::domain::Question;
use crate::input::Edit;
use crate::outputs::{Set, plan_set};
use crate::run::{self, Accepted, Answer};
use crate::text::Text;
use crate::{blanks, report};
use clap::Args;
use serde_json::json;
use std::path::{Path, PathBuf};

const STOPPED: Text = Text::new(
    "到了 --time-limit 的时间，{ended}，未写出方案。可加大 --time-limit，或用 --allow-unproved 写出未证明的方案。",
    "The time of --time-limit was up: {ended}; no plan was written. Raise --time-limit, or write an unproved plan with --allow-unproved.",
);

const NOTHING_YET: Text = Text::new(
    "到了 --time-limit 的时间，{ended}，还没有求得任何方案可写。请加大 --time-limit。",
    "The time of --time-limit was up: {ended}; there is no plan to write yet. Raise --time-limit.",
);
const BY_HAND: Text = Text::new(
    "按 Ctrl-C 停止，{ended}，未写出方案。让它算完，或加 --allow-unproved，停止时写出已求得的方案。",
    "Stopped by Ctrl-C: {ended}; no plan was written. Let it finish, or use --allow-unproved, which writes what was found when it is stopped.",
);
const BY_HAND_NOTHING: Text = Text::new(
    "按 Ctrl-C 停止，{ended}，还没有求得任何方案可写。",
    "Stopped by Ctrl-C: {ended}; there is no plan to write yet.",
);

/// What to do where it was stopped, by the clock or by hand, and whether a plan without proof would have done.
const fn advice(timed: bool, unproved: bool) -> Text {
    match (timed, unproved) {
        (true, false) => STOPPED,
        (true, true) => NOTHING_YET,
        (false, false) => BY_HAND,
        (false, true) => BY_HAND_NOTHING,
    }
}

const SEE: Text = Text::new(
    "{tally}逐条内容见 lungang audit。",
    "{tally} `lungang audit` shows each.",
);

/// The folder beside the tables where the plan goes when nothing else is said.
const PLAN: &str = "plan";

#[derive(Debug, Args)]
pub(crate) struct PlanArgs {
    #[arg(required = true)]
    scenario: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    solve: SolveArgs,
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<Edit>,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    withstand: u32,
    #[arg(long)]
    allow_unproved: bool,
    #[arg(long)]
    by_school: bool,
    #[arg(long)]
    redact: bool,
    #[arg(long, value_name = "ID,…")]
    withdraw: Vec<String>,
}

pub(super) fn run(shell: &Shell, args: &PlanArgs) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    let ear = Ear::new(*shell, &options.until);
    let documents = run::load_changed(&args.scenario, &args.set)?;
    let out = args.out.clone().unwrap_or_else(|| documents.beside(PLAN));
    let home = Home::claim(&out)?;
    let checked = run::check(&documents);
    let held = match held(shell, (documents, checked), (&out, &args.withdraw))? {
        Ok(held) => held,
        Err(found) => return shell.findings(&found),
    };
    let checked = &held.checked;
    let question = Question {
        withstand: args.withstand.into(),
        ..Question::default()
    };
    let Some(facts) = checked.facts(&question) else {
        return shell.findings(&checked.findings);
    };
    withstand(args.withstand, &facts)?;
    match ear.during(|ear| run::solve(&facts, &options, args.allow_unproved, ear))? {
        Answer::Plan(solved) => {
            let set = set(shell, args);
            let (plan, set) = ear.writing(|| {
                let plan = solved.accepted(checked, &options)?;
                let set = plan_set(&facts, &plan, set, args.redact)?;
                Ok::<_, Trouble>((plan, set))
            })?;
            written(shell, &plan, &set, (&home, &out, &held))?;
            keep(shell, &held.documents, checked)?;
            stopped::tell(shell, &options.until)?;
            let settled = solved.decided.outcome.ended.is_settled();
            let stopped = !settled || options.until.has_cut();
            Ok(Exit::first_of([(stopped, Exit::Unproved)]))
        }
        Answer::NoPlan(why) => {
            let facts = json!({
                "ok": false,
                "ended": "no_plan_exists",
                "conflict": why.conflict,
                "repairs": why.repairs,
                "withstands": why.withstands,
                "unfinished": why.unfinished,
                "findings": checked.findings,
            });
            shell.answer(&facts, &report::no_plan(&why, shell.lang))?;
            stopped::tell(shell, &options.until)?;
            Ok(Exit::NoPlan)
        }
        Answer::Stopped(ended) => {
            if shell.json {
                let findings = &checked.findings;
                shell.facts(&json!({ "ok": false, "ended": ended, "findings": findings }))?;
            }
            let advice = advice(!options.until.is_stopped(), args.allow_unproved);
            shell.insist(advice, &blanks! { ended: ended.text() })?;
            Ok(Exit::Unproved)
        }
    }
}

/// How its documents are set.
fn set(shell: &Shell, args: &PlanArgs) -> Set {
    Set {
        by_school: args.by_school,
        ..Set::plain(shell.lang)
    }
}

/// Writes the plan with all that goes with it, and says what is in it.
fn written(
    shell: &Shell,
    plan: &Accepted,
    set: &DocumentSet,
    (home, out, held): (&Home, &Path, &Held),
) -> Result<(), Trouble> {
    let staged = home.stage(set)?;
    held.write(shell)?;
    let moved = staged.place()?;
    let file = out.join("plan.json").display().to_string();
    shell.answer(&plan.doc, &report::plan(&plan.doc, &file, shell.lang))?;
    attach::tell(shell, set, out)?;
    shell.moved(moved, out)?;
    let tally = report::tally(&plan.findings, shell.lang);
    shell.tell(SEE, &blanks! { tally: tally.trim_end() })
}
