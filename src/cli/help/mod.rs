//! The words of `--help` in both languages, put onto the commands before anything is parsed.

mod shared;
mod texts;

use crate::text::Lang;
use clap::Command;
use texts::TEXTS;

/// The words of a command or argument.
fn words(key: &str, lang: Lang) -> Option<&'static str> {
    let found = TEXTS.iter().find(|(name, _)| *name == key);
    found.map(|(_, text)| text.get(lang))
}

/// The same command with its words in one language.
pub(super) fn dress(command: Command, lang: Lang) -> Command {
    let template = match lang {
        Lang::Zh => "{about}\n\n用法：{usage}\n\n{all-args}\n",
        Lang::En => "{about}\n\nUsage: {usage}\n\n{all-args}\n",
    };
    let verbs = match lang {
        Lang::Zh => "命令",
        Lang::En => "Commands",
    };
    let command = one(command, "", lang)
        .help_template(template)
        .subcommand_help_heading(verbs);
    command.mut_subcommands(|verb| {
        let name = verb.get_name().to_owned();
        let order = TEXTS.iter().position(|(key, _)| *key == name);
        let verb = one(verb, &name, lang).help_template(template);
        verb.display_order(order.unwrap_or(usize::MAX))
    })
}

fn one(command: Command, name: &str, lang: Lang) -> Command {
    let heading = |positional| match (lang, positional) {
        (Lang::Zh, true) => "参数",
        (Lang::Zh, false) => "选项",
        (Lang::En, true) => "Arguments",
        (Lang::En, false) => "Options",
    };
    let command = match words(name, lang) {
        Some(about) => command.about(about),
        None => command,
    };
    command.mut_args(|arg| {
        let key = format!("{name}.{}", arg.get_id());
        let positional = arg.is_positional();
        let arg = arg.help_heading(heading(positional));
        match words(&key, lang) {
            Some(help) => arg.help(help),
            None => arg,
        }
    })
}
