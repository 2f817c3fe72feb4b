//! `lungang generate`: a made-up county, or made-up people for given schools.

use super::ending::bad_argument;
use super::usage::Expected;
use super::{Exit, Shell, Trouble};
use crate::blanks;
use crate::disk;
use crate::finding::Findings;
use crate::generate::{Options, PlaceKind, Source, Tables, generate, generate_on, write};
use crate::text::Text;
use clap::Args;
use std::path::{Path, PathBuf};

const WRITTEN: Text = Text::new(
    "已写入{folder}，共{n}个文件；人员全部虚构。",
    "Wrote {n} files to {folder}; all people are made up.",
);

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

fn place(word: &str) -> Result<PlaceKind, Expected> {
    PlaceKind::find(word).ok_or_else(|| {
        let known: Vec<_> = PlaceKind::ALL.iter().map(|place| place.key()).collect();
        let (zh, en) = (known.join("、"), format!("one of {}", known.join(", ")));
        Expected { zh, en }
    })
}

/// How many schools and teachers a made-up county may have.
const SCHOOLS: std::ops::RangeInclusive<u32> = 1..=2_000;
const TEACHERS: std::ops::RangeInclusive<u32> = 1..=100_000;

/// Numbers beyond any county are a slip of the hand.
fn sized(args: &GenerateArgs) -> Result<(), Trouble> {
    let told = |argument, number: Option<u32>, within: &std::ops::RangeInclusive<u32>, expected| {
        let beyond = number.filter(|number| !within.contains(number));
        beyond.map_or(Ok(()), |number| {
            Err(bad_argument(argument, &number.to_string(), expected))
        })
    };
    let schools = Text::new("1 到 2000 的整数", "a whole number from 1 to 2000");
    told("--schools", args.schools, &SCHOOLS, schools)?;
    let teachers = Text::new("1 到 100000 的整数", "a whole number from 1 to 100000");
    told("--teachers", args.teachers, &TEACHERS, teachers)
}

pub(super) fn run(shell: &Shell, args: &GenerateArgs) -> Result<Exit, Trouble> {
    sized(args)?;
    let usual = Options::of(args.place);
    let options = Options {
        teachers: args.teachers.unwrap_or(usual.teachers),
        schools: args.schools.unwrap_or(usual.schools),
        seed: args.seed.unwrap_or(usual.seed),
        base: args.base.clone(),
        place: args.place,
    };
    let (tables, findings) = match &args.on {
        None => (Some(generate(&options)), Findings::default()),
        Some(schools) => on(args, schools, &options)?,
    };
    let Some(tables) = tables else {
        return shell.findings(&findings);
    };
    // Schools that were left out, or have nobody, are told with the county that was written.
    if !shell.json && !findings.0.is_empty() {
        shell.findings(&findings)?;
    }
    write(&tables, &args.out)?;
    follow(args)?;
    let folder = args.out.display().to_string();
    shell.tell(WRITTEN, &blanks! { folder: folder, n: tables.len() })?;
    if shell.json {
        let files: Vec<&String> = tables.keys().collect();
        shell.facts(&serde_json::json!({ "ok": true, "files": files, "findings": findings }))?;
    }
    Ok(Exit::Done)
}

/// A county on another's base has that one's policy, where the folder has none of its own yet.
fn follow(args: &GenerateArgs) -> Result<(), Trouble> {
    let own = args.out.join("policy.toml");
    let base = args.base.as_deref().filter(|base| *base != ".");
    let Some(base) = base.filter(|_| !own.exists()) else {
        return Ok(());
    };
    let text = format!(
        "title = {{ zh = \"沿用{base}的政策\", en = \"The policy of {base}\" }}\nextends = \"{base}/policy.toml\"\n"
    );
    Ok(disk::write(&own, text.as_bytes())?)
}

/// Made-up people on the schools of a table, none when the table will not do; and the findings.
fn on(
    args: &GenerateArgs,
    schools: &Path,
    options: &Options,
) -> Result<(Option<Tables>, Findings), Trouble> {
    let file = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = disk::read(path).map_err(|error| Trouble::file(path, &error))?;
        Ok::<_, Trouble>((name.into_owned(), bytes))
    };
    let (schools_name, bytes) = file(schools)?;
    let classes = args.classes.as_deref().map(file).transpose()?;
    let classes = classes.as_ref();
    let source = Source {
        schools_name: &schools_name,
        schools: &bytes,
        classes: classes.map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    };
    Ok(generate_on(&source, options))
}
