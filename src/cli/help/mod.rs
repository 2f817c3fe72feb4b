//! The words of `--help` in both languages, put onto the commands before anything is parsed.

mod texts;

use crate::text::Lang;
use clap::Command;
use texts::TEXTS;

/// The words of a command, or of an argument behind a point.
fn words(key: &str, lang: Lang) -> Option<&'static str> {
    let (command, argument) = key.split_once('.').unwrap_or((key, ""));
    let found = TEXTS.iter().find(|(of, ..)| {
        let (commands, what) = of.split_once('.').unwrap_or((of, ""));
        let of_all = commands.is_empty() && !what.is_empty();
        what == argument && (of_all || commands.split('|').any(|one| one == command))
    });
    found.map(|(_, zh, en)| lang.pick(*zh, *en))
}

/// The same command with its words in one language.
pub(super) fn dress(command: Command, lang: Lang) -> Command {
    let usage = lang.pick("用法：", "Usage: ");
    let template = format!("{{about}}\n\n{usage}{{usage}}\n\n{{all-args}}\n");
    let command = one(command, "", lang)
        .help_template(template.clone())
        .subcommand_help_heading(lang.pick("命令", "Commands"));
    command.mut_subcommands(|verb| {
        let name = verb.get_name().to_owned();
        let order = TEXTS.iter().position(|(key, ..)| *key == name);
        let verb = one(verb, &name, lang).help_template(template.clone());
        verb.display_order(order.unwrap_or(usize::MAX))
    })
}

fn one(command: Command, name: &str, lang: Lang) -> Command {
    let command = command.about(words(name, lang));
    command.mut_args(|arg| {
        let help = words(&format!("{name}.{}", arg.get_id()), lang);
        let heading = if arg.is_positional() {
            lang.pick("参数", "Arguments")
        } else {
            lang.pick("选项", "Options")
        };
        arg.help_heading(heading).help(help)
    })
}
