//! `lungang horizon`: several years, one after the other.

use super::{Ear, Exit, Shell, SolveArgs, stopped};
use crate::cli::ending::{Trouble, bad_argument};
use crate::input::Edit;
use crate::outputs::of_horizon;
use crate::text::Text;
use crate::{blanks, report, run, study};
use clap::Args;
use std::path::PathBuf;

const WROTE: Text = Text::new("测算结果已写入{file}。", "The years are in {file}.");

#[derive(Debug, Args)]
pub(crate) struct HorizonArgs {
    #[arg(required = true)]
    scenario: Vec<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 3, hide_default_value = true)]
    years: u32,
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<Edit>,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    solve: SolveArgs,
}

pub(super) fn run(shell: &Shell, args: &HorizonArgs) -> Result<Exit, Trouble> {
    if !study::YEARS.contains(&args.years) {
        let expected = Text::new("3 到 6 之间的年数", "a number of years from 3 to 6");
        let given = args.years.to_string();
        return Err(bad_argument("--years", &given, expected));
    }
    let options = args.solve.options()?;
    let ear = Ear::new(*shell, &options.until).of(usize::try_from(args.years).unwrap_or(0));
    let documents = run::load_changed(&args.scenario, &args.set)?;
    let years = ear.during(|ear| study::horizon(&documents, args.years, &options, ear))?;
    if years.findings.has_errors() {
        return shell.findings(&years.findings);
    }
    shell.answer(&years, &report::horizon(&years, shell.lang))?;
    if let Some(out) = &args.out {
        let file = of_horizon(&years)?;
        let path = out.join(&file.name);
        shell.put(&path, &file.bytes)?;
        shell.tell(WROTE, &blanks! { file: path.display().to_string() })?;
    }
    stopped::tell(shell, &options.until)?;
    Ok(Exit::first_of([
        (years.lacks_a_plan(), Exit::NoPlan),
        (!years.is_settled(), Exit::Unproved),
    ]))
}
