//! `lungang rules`: what each rule asks, its formula, its values and where they come from.

use super::args::RulesArgs;
use super::{Exit, Shell, Trouble};
use crate::{report, rules};

pub(super) fn run(shell: &Shell, _: &RulesArgs) -> Result<Exit, Trouble> {
    let cards = rules::cards();
    let lines = report::rule_lines(&cards, None);
    if shell.json {
        shell.facts(&lines)?;
    } else {
        shell.say(&report::rules(&lines, shell.lang))?;
    }
    Ok(Exit::Done)
}
