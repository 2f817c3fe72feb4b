//! The command line: which language it speaks, and that it has words for all that may be typed.

use lungang::cli::command;
use lungang::text::Lang;
use std::process::Command;

/// The language of the help for these words under this locale.
fn spoken(typed: &[&str], locale: &str) -> Lang {
    let mut program = Command::new(env!("CARGO_BIN_EXE_lungang"));
    program.args(typed).arg("--help").env("LANG", locale);
    program.env_remove("LC_ALL").env_remove("LC_MESSAGES");
    let said = program.output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    match (said.contains("用法："), said.contains("Usage:")) {
        (true, false) => Lang::Zh,
        (false, true) => Lang::En,
        _ => panic!("{said}"),
    }
}

#[test]
fn the_language_is_asked_for_or_that_of_the_locale_or_chinese() {
    assert_eq!(spoken(&["rules"], "en_GB.UTF-8"), Lang::En);
    assert_eq!(spoken(&["rules"], "C.UTF-8"), Lang::Zh);
    assert_eq!(spoken(&["--lang", "zh"], "en_GB"), Lang::Zh);
    assert_eq!(spoken(&["--lang=en"], "zh_CN"), Lang::En);
}

#[test]
fn every_command_and_argument_has_words() {
    let command = command(Lang::Zh);
    let mut all = vec![(String::new(), command.get_about())];
    for verb in command.get_subcommands() {
        all.push((verb.get_name().to_owned(), verb.get_about()));
        let said = |arg: &'_ clap::Arg| format!("{}.{}", verb.get_name(), arg.get_id());
        all.extend(verb.get_arguments().map(|arg| (said(arg), arg.get_help())));
    }
    let own = command.get_arguments();
    all.extend(own.map(|arg| (format!(".{}", arg.get_id()), arg.get_help())));
    for (key, words) in all {
        let words = words.map(ToString::to_string).unwrap_or_default();
        let chinese = words.chars().any(|one| ('一'..='鿿').contains(&one));
        assert!(chinese, "no words for {key:?} in help/: {words:?}");
    }
}

#[test]
fn arguments_are_well_formed() {
    command(Lang::Zh).debug_assert();
}
