//! `lungang merge`: the parts of a study, put together as one run would have written it.

use super::{Exit, Shell, Trouble, frontier, region, stopped, whatif};
use crate::disk::{self, Home};
use crate::finding::Findings;
use crate::study::{Merged, Part, Together, merge};
use clap::Args;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(crate) struct MergeArgs {
    #[arg(required = true)]
    parts: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(shell: &Shell, args: &MergeArgs) -> Result<Exit, Trouble> {
    args.out.as_deref().map(Home::claim).transpose()?;
    let (mut parts, mut told) = (Vec::new(), Findings::default());
    for file in files(&args.parts)? {
        let name = file.display().to_string();
        let bytes = disk::read(&file).map_err(|why| Trouble::file(&file, &why))?;
        match Part::read(&name, &bytes) {
            Ok(part) => parts.push((name, part)),
            Err(finding) => told.push(*finding),
        }
    }
    let merged = merge(parts);
    if let Err(why) = &merged {
        told.append(why.clone());
    }
    match merged {
        Ok(whole) if told.0.is_empty() => finish(shell, args.out.as_deref(), whole),
        _ => shell.findings(&told),
    }
}

/// The files of parts: those that are named, and those that lie in folders that are named.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut all = Vec::new();
    for path in named {
        if !path.is_dir() {
            all.push(path.clone());
            continue;
        }
        let fault = |why| Trouble::file(path, &why);
        let mut inside = Vec::new();
        for entry in path.read_dir().map_err(fault)? {
            let name = entry.map_err(fault)?.file_name();
            let is_part = name.to_string_lossy().starts_with("part-");
            let file = path.join(name);
            if is_part && file.extension().is_some_and(|end| end == "json") {
                inside.push(file);
            }
        }
        if inside.is_empty() {
            let none = std::io::ErrorKind::NotFound.into();
            return Err(Trouble::file(path.join("part-1-of-….json"), &none));
        }
        inside.sort();
        all.extend(inside);
    }
    Ok(all)
}

/// Writes and tells what one run would have.
fn finish(shell: &Shell, out: Option<&Path>, whole: Together) -> Result<Exit, Trouble> {
    let exit = match whole.merged {
        Merged::Whatif(all) => whatif::finish(shell, &all, out, whole.lang)?,
        Merged::Frontier(curve) if curve.findings.has_errors() => {
            return shell.findings(&curve.findings);
        }
        Merged::Frontier(curve) => frontier::finish(shell, &curve, out, whole.lang)?,
        Merged::Region(summary, mut sets) => {
            let set = |no: usize| Ok(sets.get_mut(no).and_then(Option::take));
            region::finish(shell, &summary, out, set)?
        }
    };
    if whole.out_of_time {
        stopped::by_clock(shell)?;
    }
    Ok(exit)
}
