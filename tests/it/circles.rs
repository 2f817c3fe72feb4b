//! No file of these rooms needs another that, by whatever way, needs it back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Rooms without any circle, as paths below `src`.
const ROOMS: [&str; 19] = [
    "annex", "audit", "cli", "decide", "domain", "facts", "generate", "input", "model", "page",
    "plan", "policy", "print", "report", "rules", "run", "solve", "study", "workbook",
];

/// The parts of a path such as `input::heads`.
type Module = Vec<String>;

/// Every module with its code: no comments, no tests inside.
fn modules(folder: &Path, above: &Module, all: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let below = || {
            above
                .iter()
                .cloned()
                .chain([stem.clone()])
                .collect::<Module>()
        };
        if path.is_dir() {
            modules(&path, &below(), all);
        } else if !["lib", "main"].contains(&stem.as_str()) {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            let code = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let module = if stem == "mod" {
                above.clone()
            } else {
                below()
            };
            all.insert(module, code.collect::<Vec<_>>().join("\n"));
        }
    }
}

/// The paths of `a::{b, c::{d, e}}`.
fn paths(tree: &str) -> Vec<Module> {
    let (front, inside) = match tree.split_once('{') {
        Some((front, rest)) => (front, rest.rsplit_once('}').map(|one| one.0)),
        None => (tree.split(" as ").next().unwrap(), None),
    };
    let parts = front
        .split("::")
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let front: Module = parts.map(str::to_owned).collect();
    let Some(inside) = inside else {
        return vec![front];
    };
    let (mut depth, mut members) = (0, vec![String::new()]);
    for one in inside.chars() {
        depth += i32::from(one == '{') - i32::from(one == '}');
        if one == ',' && depth == 0 {
            members.push(String::new());
        } else {
            members.last_mut().unwrap().push(one);
        }
    }
    let members = members.iter().filter(|member| !member.trim().is_empty());
    let joined = |rest: Module| front.iter().cloned().chain(rest).collect();
    members
        .flat_map(|member| paths(member))
        .map(joined)
        .collect()
}

/// The paths that a module names, those of `use` and those within the code; those it hands on; and its
/// code without both.
fn named(code: &str) -> (Vec<Module>, Vec<Module>, String) {
    let (mut used, mut handed) = (Vec::new(), Vec::new());
    let mut rest = String::new();
    for statement in code.split_inclusive(';') {
        let start = statement.lines().position(|line| {
            let line = line.trim_start();
            line.starts_with("use ")
                || line.starts_with("pub") && line.contains(") use ")
                || line.starts_with("pub use ")
        });
        let Some(start) = start else {
            rest.push_str(statement);
            continue;
        };
        let lines: Vec<&str> = statement.lines().skip(start).collect();
        let whole = lines.join(" ");
        let (before, tree) = whole.split_once("use ").unwrap();
        let found = paths(tree.trim_end_matches(';'));
        if before.trim().is_empty() {
            &mut used
        } else {
            &mut handed
        }
        .extend(found);
        rest.extend(statement.lines().take(start));
    }
    for mark in ["crate::", "super::"] {
        for (at, _) in rest.match_indices(mark) {
            let tail = rest.get(at..).unwrap_or_default();
            let end = tail.find(|one: char| !one.is_alphanumeric() && !['_', ':'].contains(&one));
            used.extend(paths(
                tail.get(..end.unwrap_or(tail.len())).unwrap_or_default(),
            ));
        }
    }
    (used, handed, rest)
}

/// Which module a path means, seen from another; what a module only hands on is looked for where it is.
fn meant(
    from: &Module,
    path: &[String],
    all: &BTreeMap<Module, String>,
    handed: &BTreeMap<Module, Vec<Module>>,
    steps: usize,
) -> Option<Module> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let whole: Module = match path.first()?.as_str() {
        "crate" => path[1..].to_vec(),
        "super" => {
            let above = &from[..from.len().checked_sub(ups)?];
            above.iter().chain(&path[ups..]).cloned().collect()
        }
        _ => from.iter().chain(path).cloned().collect(),
    };
    let deep = (1..=whole.len())
        .rev()
        .find(|deep| all.contains_key(&whole[..*deep]))?;
    let module = whole[..deep].to_vec();
    if steps > 0
        && let Some(item) = whole.get(deep)
        && let Some(on) = handed
            .get(&module)
            .into_iter()
            .flatten()
            .find(|one| one.last() == Some(item))
        && let Some(home) = meant(&module, on, all, handed, steps - 1)
        && home != module
    {
        return Some(home);
    }
    (deep > from.len() || path[0] == "crate" || path[0] == "super").then_some(module)
}

/// Whether code calls something of the module with this name below it.
fn calls(code: &str, child: &str) -> bool {
    let call = format!("{child}::");
    let mut all = code.match_indices(&call);
    all.any(|(at, _)| {
        let before = code.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|mark| !mark.is_alphanumeric() && !['_', ':'].contains(&mark))
    })
}

#[test]
fn no_circle_of_files_stands_in_these_rooms() {
    let mut all = BTreeMap::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    modules(&source, &Vec::new(), &mut all);
    let named: BTreeMap<&Module, _> = all.iter().map(|(one, code)| (one, named(code))).collect();
    let handed = named
        .iter()
        .map(|(one, (_, handed, _))| ((*one).clone(), handed.clone()));
    let handed: BTreeMap<Module, Vec<Module>> = handed.collect();
    let children = |one: &Module| {
        let below = all.keys().filter(|other| other.len() == one.len() + 1);
        let below = below.filter(|other| other.starts_with(one));
        below.cloned().collect::<Vec<Module>>()
    };
    let needs: BTreeMap<&Module, BTreeSet<Module>> = named
        .iter()
        .map(|(one, (used, _, rest))| {
            let meant = used
                .iter()
                .filter_map(|path| meant(one, path, &all, &handed, 8));
            let below = children(one).into_iter();
            let called = below.filter(|child| calls(rest, &child[one.len()]));
            (
                *one,
                meant.chain(called).filter(|other| other != *one).collect(),
            )
        })
        .collect();
    let mut circles = Vec::new();
    for room in ROOMS {
        let room: Vec<&str> = room.split('/').collect();
        for one in all.keys().filter(|one| {
            one.iter()
                .map(String::as_str)
                .take(room.len())
                .eq(room.iter().copied())
        }) {
            let (mut reached, mut next) = (BTreeSet::new(), vec![one]);
            while let Some(module) = next.pop() {
                for other in needs.get(module).into_iter().flatten() {
                    if reached.insert(other) {
                        next.push(other);
                    }
                }
            }
            if reached.contains(one) {
                circles.push(one.join("::"));
            }
        }
    }
    assert!(
        circles.is_empty(),
        "these files need themselves:\n{}",
        circles.join("\n")
    );
}
