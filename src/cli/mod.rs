//! The command line: one file per verb, which says what it takes. Only here is anything printed.

mod audit;
mod check;
mod ending;
mod export;
mod fault;
mod generate;
mod help;
mod limit;
mod roster;
mod rules;
mod schema;
mod shell;
#[cfg(feature = "microlp")]
mod solving;
mod template;
mod usage;

pub use ending::{COMMAND_CODES, EXITS, Exit};

use crate::text::Lang;
use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};
use ending::Trouble;
use shell::Shell;
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// What a person may type; the words of `--help` stand in `help/`, in both languages.
#[derive(Debug, Parser)]
#[command(
    name = "lungang",
    // Whatever the file is called: what the manual says can be typed is what is shown.
    bin_name = "lungang",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true
)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    lang: Option<Lang>,
    #[arg(long, global = true)]
    json: bool,
    #[arg(short, long, global = true)]
    quiet: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
enum Verb {
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

/// Parses the arguments of the process, runs the command, and says how it ended.
pub fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let lang = lang_of(&typed, |name| std::env::var(name).ok());
    fault::install(lang);
    let ended = catch_unwind(AssertUnwindSafe(|| match parse(typed, lang) {
        Err(error) => usage::usage(&error, lang),
        Ok(cli) => {
            let (json, quiet) = (cli.json, cli.quiet);
            let shell = Shell { lang, json, quiet };
            run(&shell, &cli.verb).unwrap_or_else(|trouble| shell.trouble(&trouble))
        }
    }));
    ended.unwrap_or(Exit::Fault).into()
}

/// Every command and argument that may be typed, with its words in one language.
pub fn command(lang: Lang) -> clap::Command {
    help::dress(Cli::command(), lang)
}

fn parse(typed: Vec<OsString>, lang: Lang) -> Result<Cli, clap::Error> {
    let matches = command(lang).try_get_matches_from(typed)?;
    Cli::from_arg_matches(&matches)
}

fn run(shell: &Shell, verb: &Verb) -> Result<Exit, Trouble> {
    match verb {
        Verb::Check(args) => check::run(shell, args),
        Verb::Audit(args) => audit::run(shell, args),
        Verb::Rules(args) => rules::run(shell, args),
        Verb::Generate(args) => generate::run(shell, args),
        Verb::Export(args) => export::run(shell, args),
        Verb::Roster(args) => roster::run(shell, args),
        Verb::Template(args) => template::run(shell, args),
        Verb::Schema(args) => schema::run(shell, args),
        #[cfg(feature = "microlp")]
        Verb::Solving(verb) => solving::run(shell, verb),
    }
}

/// The language asked for, else that of the locale, else Chinese; needed before parsing, since
/// `--help` speaks it too.
fn lang_of(typed: &[OsString], env: impl Fn(&str) -> Option<String>) -> Lang {
    let typed: Vec<_> = typed.iter().map(|word| word.to_string_lossy()).collect();
    let asked = typed.iter().enumerate().find_map(|(no, word)| {
        let next = || typed.get(no + 1).map(AsRef::as_ref);
        word.strip_prefix("--lang=")
            .or_else(|| (word == "--lang").then(next).flatten())
    });
    let mut locales = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(env);
    let locale = locales.find(|value| !value.is_empty()).unwrap_or_default();
    let word = asked.unwrap_or(&locale);
    if word.to_ascii_lowercase().starts_with("en") {
        Lang::En
    } else {
        Lang::Zh
    }
}
