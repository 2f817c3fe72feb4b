//! `scenario.toml` of a made-up county: it says that the people are made up, where real schools
//! come from, and which command made it.

use super::{Options, taiwan};
use crate::text::Text;

/// What the manifest says about the schools.
pub(super) struct Origin {
    /// Title of the scenario in Chinese and English.
    title: (String, String),
    /// What a reader should know.
    note: Text,
    /// The command that made it, without `--base` and `--out`.
    command: String,
}

impl Origin {
    /// A county that is made up throughout.
    pub(super) fn made_up(options: &Options) -> Self {
        let (style, usual) = (options.place.style(), Options::of(options.place));
        let mut command = format!("lungang generate --place {}", options.place.key());
        for (flag, value, own) in [
            ("teachers", options.teachers.into(), usual.teachers.into()),
            ("schools", options.schools.into(), usual.schools.into()),
            ("seed", options.seed, usual.seed),
        ] {
            if value != own {
                command.push_str(&format!(" --{flag} {value}"));
            }
        }
        Self {
            title: (style.title.zh.to_owned(), style.title.en.to_owned()),
            note: style.note,
            command,
        }
    }

    /// Made-up people in given schools.
    pub(super) fn given(county: &str, file: &str, taiwan: bool, options: &Options) -> Self {
        Self {
            title: (
                format!("{county}（学校数据照给定表，人员虚构）"),
                format!("{county} (schools as given, people made up)"),
            ),
            note: if taiwan { taiwan::SOURCE } else { GIVEN },
            command: format!("lungang generate --on {file} --seed {}", options.seed),
        }
    }
}

const GIVEN: Text = Text::new(
    "学校、班级、学生数、经纬度和教师人数照给定的表；全部人员虚构。",
    "Schools, classes, pupils, coordinates and head counts are as given; all people are made up.",
);

/// The text of `scenario.toml`.
pub(super) fn text(origin: &Origin, options: &Options) -> String {
    let ((zh, en), command) = (&origin.title, &origin.command);
    let (note_zh, note_en) = (origin.note.zh, origin.note.en);
    let (mut flag, mut tables) = (String::new(), String::new());
    if let Some(base) = &options.base {
        flag = format!(" --base {base}");
        if base != "." {
            tables =
                format!("\n[tables]\ngrid = \"{base}/grid.csv\"\nload = \"{base}/load.csv\"\n");
        }
    }
    format!(
        r#"# {note_zh}
# {note_en}
# 生成命令（可照样重做） / Made by: {command}{flag} --out DIR
title = {{ zh = "{zh}", en = "{en}" }}
made_up = true
reckoning_date = "2026-08-31"
policy = "policy.toml"
{tables}"#
    )
}
