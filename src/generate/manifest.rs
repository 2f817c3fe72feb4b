//! `scenario.toml` of a made-up county: it says that the people are made up, where real schools
//! come from, and which command made it.

use super::options::Options;
use super::taiwan;
use crate::text::Text;

/// What the manifest says about the schools.
pub(super) struct Origin {
    /// Title of the scenario in Chinese and English.
    pub(super) title: (String, String),
    /// What a reader should know; several sentences.
    pub(super) notes: Vec<Text>,
    /// The command that made it, without `--out`.
    pub(super) command: String,
}

impl Origin {
    /// A county that is made up throughout.
    pub(super) fn made_up(options: &Options) -> Self {
        let style = options.place.style();
        let usual = Options::of(options.place);
        let mut command = format!("lungang generate --place {}", options.place.key());
        for (flag, value, own) in [
            (
                "teachers",
                u64::from(options.teachers),
                u64::from(usual.teachers),
            ),
            (
                "schools",
                u64::from(options.schools),
                u64::from(usual.schools),
            ),
            ("seed", options.seed, usual.seed),
        ] {
            if value != own {
                command = format!("{command} --{flag} {value}");
            }
        }
        Self {
            title: (style.title.zh.to_owned(), style.title.en.to_owned()),
            notes: vec![style.note],
            command,
        }
    }

    /// Made-up people in given schools.
    pub(super) fn given(county: &str, file: &str, taiwan: bool) -> Self {
        let notes = if taiwan { taiwan::SOURCE } else { GIVEN };
        Self {
            title: (
                format!("{county}（学校数据照给定表，人员虚构）"),
                format!("{county} (schools as given, people made up)"),
            ),
            notes: vec![notes],
            command: format!("lungang generate --on {file}"),
        }
    }
}

const GIVEN: Text = Text::new(
    "学校、班级、学生数、经纬度和教师人数照给定的表；全部人员虚构。",
    "Schools, classes, pupils, coordinates and head counts are as given; all people are made up.",
);

/// The text of `scenario.toml`.
pub(super) fn text(origin: &Origin, options: &Options) -> String {
    let base = options.base.as_ref();
    let flag = base.map_or_else(String::new, |base| format!(" --base {base}"));
    let mut lines: Vec<String> = Vec::new();
    for note in &origin.notes {
        lines.push(format!("# {}", note.zh));
        lines.push(format!("# {}", note.en));
    }
    let seed = if origin.command.contains("--on") {
        format!(" --seed {}", options.seed)
    } else {
        String::new()
    };
    lines.push(format!(
        "# 生成命令（可照样重做） / Made by: {}{seed}{flag} --out DIR",
        origin.command
    ));
    lines.push(format!(
        "title = {{ zh = \"{}\", en = \"{}\" }}",
        origin.title.0, origin.title.1
    ));
    lines.push("made_up = true".to_owned());
    lines.push("reckoning_date = \"2026-08-31\"".to_owned());
    lines.push("policy = \"policy.toml\"".to_owned());
    if let Some(base) = base.filter(|base| *base != ".") {
        lines.push(String::new());
        lines.push("[tables]".to_owned());
        lines.push(format!("grid = \"{base}/grid.csv\""));
        lines.push(format!("load = \"{base}/load.csv\""));
    }
    lines.push(String::new());
    lines.join("\n")
}
