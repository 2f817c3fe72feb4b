//! Decisions files that lie in the folder of a scenario and are not its own: a workbook was saved under another name, or
//! the decisions of a folder were kept under that of a workbook.

use super::book;
use super::codes;
use super::decided::FILE;
use super::documents::{Documents, ReadFault, name_of};
use super::draft::Draft;
use super::manifest::{Decision, Manifest};
use crate::blanks;
use crate::disk;
use crate::finding::{Finding, Findings, Place, Severity};
use std::collections::BTreeSet;
use std::path::Path;

/// Loads the decisions files that lie beside the own one and belong to no variant of a scenario there.
pub(super) fn load(
    documents: &mut Documents,
    folder: &Path,
    beside: &[String],
) -> Result<(), ReadFault> {
    let own = name_of(&documents.decisions_file);
    let of_variant = |name: &str| {
        let stem = name.strip_suffix(FILE).unwrap_or_default();
        beside.contains(&format!("{stem}toml"))
    };
    let others = beside
        .iter()
        .filter(|name| name.ends_with(FILE) && **name != own && !of_variant(name));
    for name in others {
        let file = folder.join(name);
        let bytes = disk::read(&file).map_err(ReadFault::refused(&file))?;
        documents.other_decisions.push((name.clone(), bytes));
    }
    Ok(())
}

/// Decisions files of the same folder that were not read and speak of people of this county: asked for where the county
/// has no decisions of its own, else told.
pub(super) fn tell(documents: &Documents, draft: &Draft, findings: &mut Findings) {
    let own = documents.decisions_file.file_name().unwrap_or_default();
    let own = own.to_string_lossy();
    let is_there = documents.decisions.iter().any(|(name, _)| *name == own);
    for (name, bytes) in &documents.other_decisions {
        let mut unheard = Findings::default();
        let text = book::decode(name, bytes, &mut unheard).unwrap_or_default();
        let read = Manifest::decisions(name, &text, &mut unheard);
        let all = read.bans.iter().chain(&read.pins);
        let people: BTreeSet<String> = all.filter_map(|one| ours(draft, one)).collect();
        if people.is_empty() {
            continue;
        }
        let people: Vec<String> = people.into_iter().collect();
        let blanks = blanks! { own: own, people: people };
        let mut told = Finding::new(&codes::OTHER_DECISIONS, blanks).at(Place::file(name));
        if is_there {
            told.severity = Severity::Warning;
        }
        findings.push(told);
    }
}

/// Somebody of the county whom a decision names, by id and by name where it has both.
fn ours(draft: &Draft, one: &Decision) -> Option<String> {
    let who = draft.ids.teacher_or_name(one.word("teacher"))?;
    let (id, said) = (draft.ids.teacher_id(who), one.word("name"));
    let name = draft.ids.name_of(id);
    let same = said.is_empty() || draft.ids.people(said).iter().any(|one| one.0 == id);
    same.then(|| format!("{name} {id}"))
}
