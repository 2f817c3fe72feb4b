//! `lungang whatif`: many scenarios side by side.

use super::{Ear, Exit, Shell, SolveArgs, Trouble, stopped};
use crate::disk::Home;
use crate::outputs::of_comparison;
use crate::run;
use crate::study::{Compared, compare_study};
use crate::text::Text;
use crate::{blanks, report};
use clap::Args;
use std::path::PathBuf;

const WROTE: Text = Text::new(
    "比较结果已写入{file}，说明页{page}。",
    "The comparison is in {file}, the page about it in {page}.",
);

#[derive(Debug, Args)]
pub(crate) struct WhatifArgs {
    study: PathBuf,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    solve: SolveArgs,
}

pub(super) fn run(shell: &Shell, args: &WhatifArgs) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    args.out.as_deref().map(Home::claim).transpose()?;
    let study = run::load_study(&args.study)?;
    let ear = Ear::new(*shell, &options.until).of(study.variants.len() + 1);
    let compared = ear.during(|ear| compare_study(&study, &options, ear))?;
    shell.answer(&compared, &report::comparison(&compared, shell.lang))?;
    if let Some(out) = &args.out {
        let moved = Home::claim(out)?
            .stage(&of_comparison(&compared, shell.lang)?)?
            .place()?;
        shell.moved(moved, out)?;
        let path = |name: &str| out.join(name).display().to_string();
        let words = blanks! { file: path("comparison.json"), page: path("comparison.html") };
        shell.tell(WROTE, &words)?;
    }
    stopped::tell(shell, &options.until)?;
    let all = || compared.variants.iter().chain([&compared.base]);
    let wrong = compared.findings.has_errors() || all().any(Compared::failed);
    Ok(Exit::first_of([
        (wrong, Exit::Errors),
        (!all().all(Compared::is_settled), Exit::Unproved),
    ]))
}
