//! `lungang frontier`: the trade-off curve, each point proved.

use super::{Ear, Exit, PartArgs, Shell, SolveArgs, parts, stopped};
use crate::cli::ending::{Trouble, bad_argument};
use crate::disk::Home;
use crate::input::{Documents, Edit};
use crate::outputs::of_frontier;
use crate::solve::Options;
use crate::study::{Frontier, Order, Point, Vary, frontier_part, part_of_curve};
use crate::text::{Lang, Text};
use crate::{blanks, report, run, study};
use clap::Args;
use std::path::{Path, PathBuf};
use std::slice::from_ref;

const WROTE: Text = Text::new(
    "曲线已写入{file}，说明页{page}。",
    "The curve is in {file}, the page about it in {page}.",
);

/// Values that may be varied at the same time.
const MOST: usize = 2;

#[derive(Debug, Args)]
pub(crate) struct FrontierArgs {
    scenario: PathBuf,
    #[arg(long, value_name = "PATH=FROM..TO/N", required = true)]
    vary: Vec<Vary>,
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<Edit>,
    #[arg(long)]
    alternatives: bool,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    part: PartArgs,
    #[command(flatten)]
    solve: SolveArgs,
}

/// A value that is varied is given by nothing else.
fn given_twice(args: &FrontierArgs) -> Result<(), Trouble> {
    let edit = |one: &Vary| one.values.first().and_then(|value| one.edit(*value));
    let varied: Vec<Edit> = args.vary.iter().filter_map(edit).collect();
    let mut others = args.set.iter();
    let set = others.find(|set| varied.iter().any(|one| one.path == set.path));
    if let Some(set) = set {
        let expected = Text::new(
            "用 --set 固定或用 --vary 变化，只能取其一",
            "a value that is not set by --set too",
        );
        return Err(bad_argument("--vary", &set.shown(), expected));
    }
    match varied.as_slice() {
        [one, other] if one.path == other.path => {
            let expected = Text::new("两个不同的参数", "two different values");
            Err(bad_argument("--vary", &one.shown(), expected))
        }
        _ => Ok(()),
    }
}

pub(super) fn run(shell: &Shell, args: &FrontierArgs) -> Result<Exit, Trouble> {
    if args.vary.len() > MOST {
        let expected = Text::new("一个或两个参数", "one or two values");
        let given = args.vary.len().to_string();
        return Err(bad_argument("--vary", &given, expected));
    }
    given_twice(args)?;
    let options = args.solve.options()?;
    let number: usize = args.vary.iter().map(|one| one.values.len()).product();
    args.out.as_deref().map(Home::claim).transpose()?;
    let vary = args.vary.iter().map(ToString::to_string).collect();
    let order = args.part.order(shell, &options, vary, args.alternatives)?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    if let (Some(order), Some(out)) = (order, &args.out) {
        return one_part(shell, (&documents, &args.vary), &options, order, out);
    }
    let ear = Ear::new(*shell, &options.until).of(number + 1);
    let curve = ear
        .during(|ear| study::frontier(&documents, &args.vary, args.alternatives, &options, ear))?;
    if curve.findings.has_errors() {
        return shell.findings(&curve.findings);
    }
    let exit = finish(shell, &curve, args.out.as_deref(), shell.lang)?;
    stopped::tell(shell, &options.until)?;
    Ok(exit)
}

/// Solves the points of a part. What is wrong with whatever value is tried is told by every part, and none is written.
fn one_part(
    shell: &Shell,
    (documents, varied): (&Documents, &[Vary]),
    options: &Options,
    order: Order,
    out: &Path,
) -> Result<Exit, Trouble> {
    let number: usize = varied.iter().map(|one| one.values.len()).product();
    let ear = Ear::new(*shell, &options.until).of(order.part.share(number) + 1);
    let asked = (order.part, order.wanted.alternatives);
    let (mine, key) = ear.during(|ear| frontier_part(documents, varied, asked, options, ear))?;
    if mine.findings.has_errors() {
        return shell.findings(&mine.findings);
    }
    let out_of_time = options.until.has_cut();
    let part = part_of_curve(order, documents, varied, (&mine, key), out_of_time);
    parts::write(shell, out, &options.until, &part)
}

/// Tells and writes what was found; the exit code says whether all of it was.
pub(super) fn finish(
    shell: &Shell,
    curve: &Frontier,
    out: Option<&Path>,
    lang: Lang,
) -> Result<Exit, Trouble> {
    shell.answer(curve, &report::frontier(curve, shell.lang))?;
    if let Some(out) = out {
        let moved = Home::claim(out)?
            .stage(&of_frontier(curve, lang)?)?
            .place()?;
        shell.moved(moved, out)?;
        let path = |name: &str| out.join(name).display().to_string();
        let words = blanks! { file: path("frontier.json"), page: path("frontier.html") };
        shell.tell(WROTE, &words)?;
    }
    let any = |told: fn(&Point) -> bool| curve.points.iter().any(told);
    Ok(Exit::first_of([
        (any(|one| one.ended.is_none()), Exit::Errors),
        (any(|one| !one.is_settled()), Exit::Unproved),
    ]))
}
