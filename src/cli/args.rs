//! What a person may type; what each verb takes stands in its own file. The words of `--help` stand in
//! `help/`, in both languages.

#[cfg(feature = "microlp")]
use super::solving;
use super::{audit, check, export, generate, roster, rules, schema, template};
use crate::text::Lang;
use clap::{ArgAction, Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(
    name = "lungang",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) verb: Verb,
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    Check(check::CheckArgs),
    Audit(audit::AuditArgs),
    Rules(rules::RulesArgs),
    Generate(generate::GenerateArgs),
    Export(export::ExportArgs),
    Roster(roster::RosterArgs),
    Template(template::TemplateArgs),
    Schema(schema::SchemaArgs),
    #[cfg(feature = "microlp")]
    #[command(flatten)]
    Solving(solving::Verb),
}
