//! `lungang horizon`: several years, one after the other.

use super::args::HorizonArgs;
use super::watch::Ear;
use super::{Exit, Shell, Trouble};
use crate::run;
use crate::text::Text;
use crate::{blanks, report};

const WROTE: Text = Text::new("测算结果已写入{file}。", "The years are in {file}.");

pub(super) fn run(shell: &Shell, args: &HorizonArgs) -> Result<Exit, Trouble> {
    if !crate::study::YEARS.contains(&args.years) {
        let expected = Text::new("3 到 6 之间的年数", "a number of years from 3 to 6");
        let given = args.years.to_string();
        return Err(Trouble::argument("--years", &given, expected));
    }
    let options = super::plan::options(&args.solve)?;
    let documents = run::load_changed(&args.scenario, &args.set)?;
    let ear = Ear::new(*shell).of(usize::try_from(args.years).unwrap_or(0));
    let years = crate::study::horizon(&documents, args.years, &options, &ear);
    ear.done();
    let years = years?;
    if years.findings.has_errors() {
        return shell.findings(&years.findings);
    }
    if shell.json {
        shell.facts(&years)?;
    } else {
        shell.say(&report::horizon(&years, shell.lang))?;
    }
    if let Some(out) = &args.out {
        let file = out.join("horizon.json");
        run::write_json(&file, &years)?;
        shell.tell(WROTE, &blanks! { file: file.display().to_string() })?;
    }
    Ok(if years.lacks_a_plan() {
        Exit::NoPlan
    } else if years.is_settled() {
        Exit::Done
    } else {
        Exit::Unproved
    })
}
