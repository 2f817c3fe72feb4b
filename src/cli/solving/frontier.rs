//! `lungang frontier`: the trade-off curve, each point proved.

use super::{Ear, Exit, Shell, SolveArgs, stopped};
use crate::cli::ending::{Trouble, bad_argument};
use crate::disk::Home;
use crate::input::Edit;
use crate::outputs::of_frontier;
use crate::study::{Point, Vary};
use crate::text::Text;
use crate::{blanks, report, run, study};
use clap::Args;
use std::path::PathBuf;
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
    let ear = Ear::new(*shell, &options.until).of(number + 1);
    args.out.as_deref().map(Home::claim).transpose()?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    let curve = ear
        .during(|ear| study::frontier(&documents, &args.vary, args.alternatives, &options, ear))?;
    if curve.findings.has_errors() {
        return shell.findings(&curve.findings);
    }
    shell.answer(&curve, &report::frontier(&curve, shell.lang))?;
    if let Some(out) = &args.out {
        let moved = Home::claim(out)?
            .stage(&of_frontier(&curve, shell.lang)?)?
            .place()?;
        shell.moved(moved, out)?;
        let path = |name: &str| out.join(name).display().to_string();
        let words = blanks! { file: path("frontier.json"), page: path("frontier.html") };
        shell.tell(WROTE, &words)?;
    }
    stopped::tell(shell, &options.until)?;
    let any = |told: fn(&Point) -> bool| curve.points.iter().any(told);
    Ok(Exit::first_of([
        (any(|one| one.ended.is_none()), Exit::Errors),
        (any(|one| !one.is_settled()), Exit::Unproved),
    ]))
}
