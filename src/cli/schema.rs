//! `lungang schema`: the layout of a document, for other programs.

use super::args::{SchemaArgs, SchemaOf};
use super::{Exit, Shell, Trouble};
use crate::report;

pub(super) fn run(shell: &Shell, args: &SchemaArgs) -> Result<Exit, Trouble> {
    match args.what {
        SchemaOf::Plan => shell.facts(&report::plan_schema())?,
    }
    Ok(Exit::Done)
}
