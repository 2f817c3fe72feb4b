//! `lungang frontier`: the trade-off curve, each point proved.

use super::args::FrontierArgs;
use super::watch::Ear;
use super::{Exit, Shell, Trouble};
use crate::annex::frontier_book;
use crate::run;
use crate::text::Text;
use crate::{blanks, page, report};
use std::slice::from_ref;

const WROTE: Text = Text::new(
    "曲线已写入{file}，说明页{page}。",
    "The curve is in {file}, the page about it in {page}.",
);

/// Values that may be varied at the same time.
const MOST: usize = 2;

pub(super) fn run(shell: &Shell, args: &FrontierArgs) -> Result<Exit, Trouble> {
    if args.vary.len() > MOST {
        let expected = Text::new("一个或两个参数", "one or two values");
        let given = args.vary.len().to_string();
        return Err(Trouble::argument("--vary", &given, expected));
    }
    let options = super::plan::options(&args.solve)?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    let number: usize = args.vary.iter().map(|one| one.values.len()).product();
    let ear = Ear::new(*shell).of(number + 1);
    let curve = crate::study::frontier(&documents, &args.vary, args.alternatives, &options, &ear);
    ear.done();
    let curve = curve?;
    if curve.findings.has_errors() {
        return shell.findings(&curve.findings);
    }
    if shell.json {
        shell.facts(&curve)?;
    } else {
        shell.say(&report::frontier(&curve, shell.lang))?;
    }
    if let Some(out) = &args.out {
        let file = out.join("frontier.json");
        run::write_json(&file, &curve)?;
        super::attach::study(out, "frontier.xlsx", frontier_book(&curve, shell.lang))?;
        let page = out.join("frontier.html");
        run::write_file(&page, page::frontier_page(&curve).as_bytes())?;
        let (file, page) = (file.display().to_string(), page.display().to_string());
        shell.tell(WROTE, &blanks! { file: file, page: page })?;
    }
    Ok(if curve.points.iter().any(|one| one.ended.is_none()) {
        Exit::Errors
    } else if curve.points.iter().all(crate::study::Point::is_settled) {
        Exit::Done
    } else {
        Exit::Unproved
    })
}
