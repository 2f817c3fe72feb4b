//! The tags of one part of an archive, one after the other.

use super::shut::{CUT_OFF, Shut};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// An archive in memory.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A tag, or the words between two; an empty element is opened and closed.
pub(super) enum XmlTag<'a> {
    Open(&'a BytesStart<'a>),
    Close(&'a str),
    Text(&'a str),
}

/// An archive that can be opened.
pub(super) fn archive(bytes: &[u8]) -> Result<Archive<'_>, Shut> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| CUT_OFF)
}

/// Visits every tag of a part; a part that is missing or damaged is told by the error.
pub(super) fn each(
    archive: &mut Archive<'_>,
    path: &str,
    mut visit: impl FnMut(XmlTag<'_>) -> Result<(), Shut>,
) -> Result<(), Shut> {
    let part = archive.by_name(path).map_err(|_| CUT_OFF)?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|_| CUT_OFF)? {
            Event::Start(tag) => visit(XmlTag::Open(&tag))?,
            Event::Empty(tag) => {
                visit(XmlTag::Open(&tag))?;
                visit(XmlTag::Close(tag.local_name().as_ref()))?;
            }
            Event::End(tag) => visit(XmlTag::Close(tag.local_name().as_ref()))?,
            Event::Text(text) => visit(XmlTag::Text(text.as_ref()))?,
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// An attribute by its name without prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, key: &str) -> Option<String> {
    let mut all = tag.attributes().flatten();
    let found = all.find(|one| one.key.local_name().as_ref() == key)?;
    let plain = quick_xml::escape::unescape(&found.value).ok()?;
    Some(plain.into_owned())
}

/// A whole number in an attribute.
pub(super) fn number(tag: &BytesStart<'_>, key: &str) -> Option<usize> {
    attribute(tag, key)?.parse().ok()
}
