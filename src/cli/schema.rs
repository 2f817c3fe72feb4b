//! `lungang schema`: the layout of a document, for other programs.

use super::{Exit, Shell, Trouble};
use crate::report;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    pub(super) what: SchemaOf,
}

/// Documents that have a JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum SchemaOf {
    Plan,
}

pub(super) fn run(shell: &Shell, args: &SchemaArgs) -> Result<Exit, Trouble> {
    let SchemaOf::Plan = args.what;
    shell.facts(&report::plan_schema())?;
    Ok(Exit::Done)
}
