//! `lungang schema`: the layout of a document, for other programs.

use super::{Exit, Shell, Trouble};
use crate::plan::Plan;
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
    match args.what {
        SchemaOf::Plan => shell.facts(&schemars::schema_for!(Plan))?,
    }
    Ok(Exit::Done)
}
