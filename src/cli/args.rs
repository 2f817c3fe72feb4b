//! What a person may type. The words of `--help` stand in `help.rs`, in both languages.

use crate::generate::PlaceKind;
use crate::input::Edit;
#[cfg(feature = "microlp")]
use crate::study::Vary;
use crate::text::Lang;
use clap::{ArgAction, Args, Parser, Subcommand};
use std::path::PathBuf;

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
    Check(CheckArgs),
    #[cfg(feature = "microlp")]
    Plan(PlanArgs),
    Audit(AuditArgs),
    #[cfg(feature = "microlp")]
    Whatif(WhatifArgs),
    #[cfg(feature = "microlp")]
    Frontier(FrontierArgs),
    #[cfg(feature = "microlp")]
    Horizon(HorizonArgs),
    #[cfg(feature = "microlp")]
    Region(RegionArgs),
    #[cfg(feature = "microlp")]
    Explain(ExplainArgs),
    #[cfg(feature = "microlp")]
    Replan(ReplanArgs),
    Rules(RulesArgs),
    Generate(GenerateArgs),
    Export(ExportArgs),
    Roster(RosterArgs),
    Template(TemplateArgs),
    Schema(SchemaArgs),
    #[cfg(feature = "microlp")]
    Selftest,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(required = true)]
    pub(super) scenario: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

#[cfg(feature = "microlp")]
#[derive(Debug, Args)]
pub(super) struct PlanArgs {
    #[arg(required = true)]
    pub(super) scenario: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) solve: SolveArgs,
    #[arg(long, value_name = "PATH=VALUE")]
    pub(super) set: Vec<Edit>,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(super) withstand: u32,
    #[arg(long)]
    pub(super) allow_unproved: bool,
    #[arg(long)]
    pub(super) by_school: bool,
    #[arg(long)]
    pub(super) redact: bool,
}

/// What a command with many solves takes.
#[cfg(feature = "microlp")]
#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    #[arg(long, value_name = "S")]
    pub(super) time_limit: Option<u64>,
    #[arg(long, value_name = "G")]
    pub(super) gap: Option<String>,
}

#[cfg(feature = "microlp")]
#[derive(Debug, Args)]
pub(super) struct WhatifArgs {
    pub(super) study: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) solve: SolveArgs,
}

#[cfg(feature = "microlp")]
#[derive(Debug, Args)]
pub(super) struct FrontierArgs {
    pub(super) scenario: PathBuf,
    #[arg(long, value_name = "PATH=FROM..TO/N", required = true)]
    pub(super) vary: Vec<Vary>,
    #[arg(long, value_name = "PATH=VALUE")]
    pub(super) set: Vec<Edit>,
    #[arg(long)]
    pub(super) alternatives: bool,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) solve: SolveArgs,
}

#[cfg(feature = "microlp")]
#[derive(Debug, Args)]
pub(super) struct HorizonArgs {
    #[arg(required = true)]
    pub(super) scenario: Vec<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 3, hide_default_value = true)]
    pub(super) years: u32,
    #[arg(long, value_name = "PATH=VALUE")]
    pub(super) set: Vec<Edit>,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) solve: SolveArgs,
}

#[cfg(feature = "microlp")]
#[derive(Debug, Args)]
pub(super) struct RegionArgs {
    pub(super) region: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) solve: SolveArgs,
}

#[cfg(feature = "microlp")]
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("asked").required(true).multiple(true))]
pub(super) struct ExplainArgs {
    pub(super) scenario: PathBuf,
    pub(super) plan: PathBuf,
    #[arg(long, value_name = "ID", groups = ["asked", "whom"])]
    pub(super) teacher: Option<String>,
    #[arg(long, value_name = "ID", groups = ["asked", "whom"])]
    pub(super) school: Option<String>,
    #[arg(long, value_name = "ID", groups = ["asked", "whom"])]
    pub(super) rule: Option<String>,
    #[arg(long, groups = ["asked", "whom"])]
    pub(super) prices: bool,
    #[arg(long, value_name = "DIR", group = "asked", conflicts_with_all = ["school", "rule", "prices"])]
    pub(super) notices: Option<PathBuf>,
    #[arg(long, value_name = "PATH=VALUE")]
    pub(super) set: Vec<Edit>,
    #[command(flatten)]
    pub(super) solve: SolveArgs,
}

#[cfg(feature = "microlp")]
#[derive(Debug, Args)]
pub(super) struct ReplanArgs {
    pub(super) scenario: PathBuf,
    #[arg(long, value_name = "PLAN")]
    pub(super) from: PathBuf,
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    pub(super) refuse: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) author: Option<String>,
    #[arg(long)]
    pub(super) free: bool,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(super) withstand: u32,
    #[arg(long)]
    pub(super) reserves: bool,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    pub(super) redact: bool,
    #[arg(long, value_name = "PATH=VALUE")]
    pub(super) set: Vec<Edit>,
    #[command(flatten)]
    pub(super) solve: SolveArgs,
}

#[derive(Debug, Args)]
pub(super) struct AuditArgs {
    pub(super) scenario: PathBuf,
    pub(super) plan: PathBuf,
    #[arg(long, value_name = "PATH=VALUE")]
    pub(super) set: Vec<Edit>,
}

#[derive(Debug, Args)]
pub(super) struct RulesArgs {
    pub(super) scenario: Option<PathBuf>,
    #[arg(long, value_name = "PATH=VALUE", requires = "scenario")]
    pub(super) set: Vec<Edit>,
    #[arg(long, conflicts_with = "scenario")]
    pub(super) coverage: bool,
}

#[derive(Debug, Args)]
pub(super) struct GenerateArgs {
    #[arg(long, value_name = "KIND", value_parser = place, default_value = "national", hide_default_value = true)]
    pub(super) place: PlaceKind,
    #[arg(long, value_name = "N")]
    pub(super) teachers: Option<u32>,
    #[arg(long, value_name = "M")]
    pub(super) schools: Option<u32>,
    #[arg(long, value_name = "FILE")]
    pub(super) on: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "on")]
    pub(super) classes: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) base: Option<String>,
    #[arg(long, value_name = "S")]
    pub(super) seed: Option<u64>,
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
}

fn place(word: &str) -> Result<PlaceKind, String> {
    PlaceKind::find(word).ok_or_else(|| {
        let known: Vec<_> = PlaceKind::ALL.iter().map(|place| place.key()).collect();
        format!("one of {}", known.join(", "))
    })
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("form").required(true).multiple(true))]
pub(super) struct ExportArgs {
    pub(super) scenario: PathBuf,
    #[arg(long, value_name = "FILE", group = "form")]
    pub(super) xlsx: Option<PathBuf>,
    #[cfg(feature = "microlp")]
    #[arg(long, value_name = "FILE", group = "form")]
    pub(super) mps: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct RosterArgs {
    #[arg(hide_possible_values = true)]
    pub(super) what: RosterWhat,
    pub(super) old: PathBuf,
    pub(super) new: PathBuf,
}

/// What is done with two rosters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum RosterWhat {
    Diff,
}

#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    pub(super) what: SchemaOf,
}

/// Documents that have a JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum SchemaOf {
    Plan,
}
