//! A workbook as a package of parts: parts that are not changed are copied as they are compressed.

use super::xml::{Broken, Tags, add_inside, escape};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The largest part that is unpacked, bytes.
const LARGEST: u64 = 1 << 29;
/// How much of a sheet is read to see its head, bytes.
const HEAD: u64 = 1 << 14;
const TYPES: &str = "[Content_Types].xml";

/// A package being edited.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The old parts by name.
    parts: BTreeMap<String, usize>,
    /// Changed and new parts by name, each with the name that it is written under.
    changed: BTreeMap<String, (String, String)>,
}

/// One relation of a part.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type, such as `worksheet`.
    pub(super) kind: String,
    /// The part it leads to, from the root of the package.
    pub(super) part: String,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Broken> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Broken("zip"))?;
        let names = archive.file_names().enumerate();
        let parts = names.filter_map(|(no, name)| Some((key(&name.ok()?), no)));
        Ok(Self {
            parts: parts.collect(),
            changed: BTreeMap::new(),
            archive,
        })
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, path: &str) -> bool {
        let key = key(path);
        self.changed.contains_key(&key) || self.parts.contains_key(&key)
    }

    fn read(&mut self, path: &str, most: u64) -> Result<Vec<u8>, Broken> {
        let no = self.parts.get(&key(path)).ok_or(Broken("part"))?;
        let file = self.archive.by_index(*no).map_err(|_| Broken("part"))?;
        let mut bytes = Vec::new();
        let read = file.take(most).read_to_end(&mut bytes);
        read.map_err(|_| Broken("part"))?;
        Ok(bytes)
    }

    /// The text of a part.
    pub(super) fn text(&mut self, path: &str) -> Result<String, Broken> {
        if let Some((_, text)) = self.changed.get(&key(path)) {
            return Ok(text.clone());
        }
        let bytes = self.read(path, LARGEST)?;
        if bytes.len() as u64 == LARGEST {
            return Err(Broken("size"));
        }
        let text = String::from_utf8(bytes).map_err(|_| Broken("encoding"))?;
        Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
    }

    /// The first part of a text, to look for something near its head.
    pub(super) fn head(&mut self, path: &str) -> Result<String, Broken> {
        match self.changed.get(&key(path)) {
            Some((_, text)) => Ok(text.clone()),
            None => Ok(String::from_utf8_lossy(&self.read(path, HEAD)?).into_owned()),
        }
    }

    /// Puts a part in place of the old one.
    pub(super) fn set(&mut self, path: &str, text: String) {
        self.changed.insert(key(path), (path.to_owned(), text));
    }

    /// A name that no part has: `xl/comments7.xml`.
    pub(super) fn free(&self, before: &str, after: &str) -> String {
        let mut names = (1..=u32::MAX).map(|no| format!("{before}{no}{after}"));
        names.find(|path| !self.has(path)).unwrap_or_default()
    }

    /// The relations of a part; none when it has none.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Broken> {
        let path = relations_path(part);
        if !self.has(&path) {
            return Ok(Vec::new());
        }
        let text = self.text(&path)?;
        let mut tags = Tags::new(&text);
        let mut all = Vec::new();
        while let Some(tag) = tags.find("Relationship")? {
            let attr = |name| tag.attr(name).unwrap_or_default();
            if attr("TargetMode") != "External" {
                let kind = attr("Type");
                all.push(Relation {
                    id: attr("Id"),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    part: resolve(part, &attr("Target")),
                });
            }
        }
        Ok(all)
    }

    /// Adds a relation from a part to another; hands back its id.
    pub(super) fn relate(&mut self, part: &str, kind: &str, to: &str) -> Result<String, Broken> {
        const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
        let path = relations_path(part);
        if !self.has(&path) {
            self.set(&path, EMPTY.to_owned());
        }
        let text = self.text(&path)?;
        let mut ids = (1..=u32::MAX).map(|no| format!("rIdLungang{no}"));
        let id = ids.find(|id| !text.contains(&format!("\"{id}\"")));
        let id = id.unwrap_or_default();
        let member = format!(
            "Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"/{}\"",
            escape(to)
        );
        self.add(&path, "Relationships", (false, &member))?;
        Ok(id)
    }

    /// Says what a new part holds.
    pub(super) fn declare(&mut self, part: &str, content: &str) -> Result<(), Broken> {
        let part = escape(part);
        let member = format!("Override PartName=\"/{part}\" ContentType=\"{content}\"");
        self.add(TYPES, "Types", (false, &member))
    }

    /// Says what the parts with this ending hold, unless that is said already.
    pub(super) fn declare_ending(&mut self, ending: &str, content: &str) -> Result<(), Broken> {
        let text = self.text(TYPES)?;
        let mut tags = Tags::new(&text);
        while let Some(tag) = tags.find("Default")? {
            let known = tag.attr("Extension").unwrap_or_default();
            if known.eq_ignore_ascii_case(ending) {
                return Ok(());
            }
        }
        let member = format!("Default Extension=\"{ending}\" ContentType=\"{content}\"");
        self.add(TYPES, "Types", (true, &member))
    }

    /// Adds an empty element as first or last inside the root of a part.
    fn add(
        &mut self,
        path: &str,
        root: &'static str,
        (first, member): (bool, &str),
    ) -> Result<(), Broken> {
        let text = self.text(path)?;
        let tag = Tags::new(&text).find(root)?.ok_or(Broken(root))?;
        let line = format!("<{}{member}/>", tag.prefix());
        let text = add_inside(&text, root, (first, &line), 0)?;
        self.set(path, text);
        Ok(())
    }

    /// The package as a file: old parts in their order, new ones behind them.
    pub(super) fn close(mut self) -> Result<Vec<u8>, Broken> {
        let broken = |_| Broken("zip");
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let write = |writer: &mut ZipWriter<_>, path: &str, text: &str| {
            let options = SimpleFileOptions::default();
            writer.start_file(path, options).map_err(broken)?;
            writer.write_all(text.as_bytes()).map_err(|_| Broken("zip"))
        };
        for no in 0..self.archive.len() {
            let file = self.archive.by_index_raw(no).map_err(broken)?;
            let name = file.name().map_err(broken)?.into_owned();
            match self.changed.remove(&key(&name)) {
                Some((_, text)) => write(&mut writer, &name, &text)?,
                None => writer.raw_copy_file(file).map_err(broken)?,
            }
        }
        for (path, text) in self.changed.values() {
            write(&mut writer, path, text)?;
        }
        Ok(writer.finish().map_err(broken)?.into_inner())
    }
}

/// Names of parts are the same in capitals, and some programs turn their strokes round.
fn key(path: &str) -> String {
    path.replace('\\', "/").to_lowercase()
}

fn relations_path(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// A target as seen from the root of the package.
fn resolve(part: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                folders.pop();
            }
            step => folders.push(step),
        }
    }
    folders.join("/")
}
