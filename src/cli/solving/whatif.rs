//! `lungang whatif`: many scenarios side by side.

use super::{Ear, Exit, PartArgs, Shell, SolveArgs, Trouble, parts, stopped};
use crate::disk::Home;
use crate::input::Study;
use crate::outputs::of_comparison;
use crate::solve::Options;
use crate::study::{Compared, Comparison, Order, compare_part, compare_study, part_of_study};
use crate::text::{Lang, Text};
use crate::{blanks, report, run};
use clap::Args;
use std::path::{Path, PathBuf};

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
    part: PartArgs,
    #[command(flatten)]
    solve: SolveArgs,
}

pub(super) fn run(shell: &Shell, args: &WhatifArgs) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    args.out.as_deref().map(Home::claim).transpose()?;
    let order = args.part.order(shell, &options, Vec::new(), false)?;
    let study = run::load_study(&args.study)?;
    if let (Some(order), Some(out)) = (order, &args.out) {
        return one_part(shell, &study, &options, order, out);
    }
    let ear = Ear::new(*shell, &options.until).of(study.variants.len() + 1);
    let compared = ear.during(|ear| compare_study(&study, &options, ear))?;
    let exit = finish(shell, &compared, args.out.as_deref(), shell.lang)?;
    stopped::tell(shell, &options.until)?;
    Ok(exit)
}

/// Solves the scenarios of a part.
fn one_part(
    shell: &Shell,
    study: &Study,
    options: &Options,
    order: Order,
    out: &Path,
) -> Result<Exit, Trouble> {
    let number = order.part.share(study.variants.len()) + 1;
    let ear = Ear::new(*shell, &options.until).of(number);
    let (mine, key) = ear.during(|ear| compare_part(study, order.part, options, ear))?;
    let out_of_time = options.until.has_cut();
    let part = part_of_study(order, study, (&mine, key), out_of_time);
    parts::write(shell, out, &options.until, &part)
}

/// Tells and writes what was found; the exit code says whether all of it was.
pub(super) fn finish(
    shell: &Shell,
    compared: &Comparison,
    out: Option<&Path>,
    lang: Lang,
) -> Result<Exit, Trouble> {
    shell.answer(compared, &report::comparison(compared, shell.lang))?;
    if let Some(out) = out {
        let moved = Home::claim(out)?
            .stage(&of_comparison(compared, lang)?)?
            .place()?;
        shell.moved(moved, out)?;
        let path = |name: &str| out.join(name).display().to_string();
        let words = blanks! { file: path("comparison.json"), page: path("comparison.html") };
        shell.tell(WROTE, &words)?;
    }
    let all = || compared.variants.iter().chain([&compared.base]);
    let wrong = compared.findings.has_errors() || all().any(Compared::failed);
    Ok(Exit::first_of([
        (wrong, Exit::Errors),
        (!all().all(Compared::is_settled), Exit::Unproved),
    ]))
}
