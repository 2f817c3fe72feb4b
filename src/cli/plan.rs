//! `lungang plan`: check, solve, write, read back, audit.

use super::args::{PlanArgs, SolveArgs};
use super::attach::{Wanted, attach};
use super::watch::Ear;
use super::{Exit, Shell, Trouble};
use crate::plan::Ended;
use crate::policy::Share;
use crate::run::{self, Asked, Planned};
use crate::solve::Options;
use crate::text::Text;
use crate::{blanks, report};
use std::path::PathBuf;
use std::time::Duration;

const STOPPED: Text = Text::new(
    "{ended}，未写出方案。可加大 --time-limit，或用 --allow-unproved 写出未证明的方案。",
    "Ended: {ended}; no plan was written. Raise --time-limit, or write an unproved plan with --allow-unproved.",
);

const SEE: Text = Text::new(
    "{tally}逐条内容见 lungang audit。",
    "{tally} `lungang audit` shows each.",
);

pub(super) fn run(shell: &Shell, args: &PlanArgs) -> Result<Exit, Trouble> {
    let asked = Asked {
        options: options(&args.solve)?,
        allow_unproved: args.allow_unproved,
        withstand: args.withstand,
    };
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from("."));
    let ear = Ear::new(*shell);
    let documents = run::load_changed(&args.scenario, &args.set)?;
    let planned = run::plan(&documents, &out, &asked, &ear);
    ear.done();
    match planned? {
        Planned::BadInput(findings) => shell.findings(&findings),
        Planned::Done(done, findings) => {
            if shell.json {
                shell.facts(&done.doc)?;
            } else {
                let file = done.file.display().to_string();
                shell.say(&report::plan(&done.doc, &file, shell.lang))?;
            }
            let wanted = Wanted {
                by_school: args.by_school,
                redact: args.redact,
            };
            attach(shell, &done, wanted)?;
            let tally = report::tally(&findings, shell.lang);
            shell.tell(SEE, &blanks! { tally: tally.trim_end() })?;
            super::check::keep(shell, &documents, done.columns.as_deref())?;
            Ok(match done.ended {
                Ended::Proved | Ended::GoodEnough => Exit::Done,
                _ => Exit::Unproved,
            })
        }
        Planned::NoPlan(answer, findings) => {
            if shell.json {
                shell.facts(&serde_json::json!({
                    "ok": false,
                    "ended": "no_plan_exists",
                    "conflict": answer.conflict,
                    "repairs": answer.repairs,
                    "withstands": answer.withstands,
                    "findings": findings,
                }))?;
            } else {
                shell.say(&report::no_plan(&answer, shell.lang))?;
            }
            Ok(Exit::NoPlan)
        }
        Planned::Stopped(ended, findings) => {
            if shell.json {
                let ended = ended.key();
                shell.facts(&serde_json::json!({
                    "ok": false, "ended": ended, "findings": findings,
                }))?;
            }
            shell.tell(STOPPED, &blanks! { ended: ended.text() })?;
            Ok(Exit::Unproved)
        }
    }
}

/// How to solve.
pub(super) fn options(args: &SolveArgs) -> Result<Options, Trouble> {
    Ok(Options {
        time_limit: args.time_limit.map(Duration::from_secs),
        gap: gap(args.gap.as_deref())?,
        ..Options::default()
    })
}

/// The asked gap as a share of the bound.
fn gap(text: Option<&str>) -> Result<f64, Trouble> {
    let Some(text) = text else { return Ok(0.0) };
    let expected = Text::new(
        "0 到 1 之间的比例，如 1% 或 0.01",
        "a share between 0 and 1, such as 1% or 0.01",
    );
    let wrong = || Trouble::argument("--gap", text, expected);
    let share: Share = text.parse().map_err(|_| wrong())?;
    let (zero, one) = (Share::new(0, 1), Share::new(1, 1));
    if share < zero || share > one {
        return Err(wrong());
    }
    let exact = |whole: i64| i32::try_from(whole).map(f64::from).map_err(|_| wrong());
    Ok(exact(share.numer())? / exact(share.denom())?)
}
