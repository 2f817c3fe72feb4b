//! Hidden rows and columns of XLSX sheets, which the reader of cells does not tell of.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

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
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return all;
    };
    let mut sheets: Vec<(String, String)> = Vec::new();
    each(&mut archive, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet" {
            sheets.extend(attribute(tag, "name").zip(attribute(tag, "id")));
        }
    });
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    each(&mut archive, "xl/_rels/workbook.xml.rels", |tag| {
        parts.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
    });
    for (name, id) in sheets {
        let Some(part) = parts.get(&id) else { continue };
        let path = match part.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{part}"),
        };
        let mut hidden = Hidden::default();
        each(&mut archive, &path, |tag| take(tag, &mut hidden));
        all.insert(name, hidden);
    }
    all
}

fn take(tag: &BytesStart<'_>, hidden: &mut Hidden) {
    let name = tag.local_name();
    let (is_row, is_column) = (name.as_ref() == "row", name.as_ref() == "col");
    if !is_row && !is_column || !matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true")) {
        return;
    }
    let number = |key| attribute(tag, key).and_then(|text| text.parse::<usize>().ok());
    if is_row {
        hidden.rows.extend(number("r"));
    } else if let (Some(first), Some(last)) = (number("min"), number("max")) {
        // Everything to the right of a table is often hidden; only what is read counts.
        let last = last.min(first.saturating_add(1_000));
        hidden
            .columns
            .extend((first..=last).map(|column| column.saturating_sub(1)));
    }
}

/// An attribute by its name without prefix.
fn attribute(tag: &BytesStart<'_>, key: &str) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|one| one.key.local_name().as_ref() == key)?;
    quick_xml::escape::unescape(&found.value)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

fn each(archive: &mut Archive<'_>, path: &str, mut visit: impl FnMut(&BytesStart<'_>)) {
    let Ok(part) = archive.by_name(path) else {
        return;
    };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => visit(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
        buffer.clear();
    }
}
