//! Hidden rows and columns of XLSX sheets, which the reader of cells does not tell of.

use super::part::{self, Archive, XmlTag, attribute, number};
use quick_xml::events::BytesStart;
use std::collections::{BTreeMap, BTreeSet};

/// What is hidden on one sheet.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    /// Row numbers, from 1.
    pub(super) rows: Vec<usize>,
    /// Columns, from 0.
    pub(super) columns: BTreeSet<usize>,
}

/// By the name of the sheet; whatever cannot be found hides nothing.
pub(super) fn read(bytes: &[u8]) -> BTreeMap<String, Hidden> {
    let mut all = BTreeMap::new();
    let Ok(mut archive) = part::archive(bytes) else {
        return all;
    };
    for (name, path) in paths(bytes) {
        let mut hidden = Hidden::default();
        each(&mut archive, &path, |tag| take(tag, &mut hidden));
        all.insert(name, hidden);
    }
    all
}

/// The path of the part of each sheet, by its name.
pub(super) fn paths(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut sheets: Vec<(String, String)> = Vec::new();
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    let Ok(mut archive) = part::archive(bytes) else {
        return parts;
    };
    each(&mut archive, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet" {
            sheets.extend(attribute(tag, "name").zip(attribute(tag, "id")));
        }
    });
    each(&mut archive, "xl/_rels/workbook.xml.rels", |tag| {
        parts.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
    });
    let path = |part: &String| {
        let whole = part.strip_prefix('/').map(str::to_owned);
        whole.unwrap_or_else(|| format!("xl/{part}"))
    };
    let named = sheets.into_iter();
    let named = named.filter_map(|(name, id)| Some((name, path(parts.get(&id)?))));
    named.collect()
}

fn take(tag: &BytesStart<'_>, hidden: &mut Hidden) {
    let is_hidden = || matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true"));
    match tag.local_name().as_ref() {
        "row" if is_hidden() => hidden.rows.extend(number(tag, "r")),
        "col" if is_hidden() => {
            if let (Some(first), Some(last)) = (number(tag, "min"), number(tag, "max")) {
                // Everything to the right of a table is often hidden; only what is read counts.
                let last = last.min(first.saturating_add(1_000));
                let columns = (first..=last).map(|column| column.saturating_sub(1));
                hidden.columns.extend(columns);
            }
        }
        _ => {}
    }
}

/// Visits the tags that open, up to the first that cannot be read: the reader of cells tells of it.
fn each(archive: &mut Archive<'_>, path: &str, mut visit: impl FnMut(&BytesStart<'_>)) {
    let opened = |tag: XmlTag<'_>| {
        if let XmlTag::Open(tag) = tag {
            visit(tag);
        }
        Ok(())
    };
    let _ = part::each(archive, path, opened);
}
