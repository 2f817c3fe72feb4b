//! Cells of XLSX sheets that are struck through, as a whole or some of their words, and comments on cells, which the
//! reader of cells does not tell of.

use super::part::{self, Archive, XmlTag, attribute, number};
use crate::input::COMMENTS_BY;
use quick_xml::events::BytesStart;
use std::collections::{BTreeMap, BTreeSet};

/// What is marked on one sheet.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// Cells by row number and column from 0.
    pub(super) struck: BTreeSet<(usize, usize)>,
    /// Comments by row number and column from 0.
    pub(super) comments: Vec<(usize, usize, String)>,
}

/// By the path of each sheet's part; whatever cannot be found marks nothing.
pub(super) fn read(bytes: &[u8], paths: &BTreeMap<String, String>) -> BTreeMap<String, Marked> {
    let mut all = BTreeMap::new();
    let Ok(mut archive) = part::archive(bytes) else {
        return all;
    };
    let styles = struck_styles(&mut archive);
    let strings = struck_strings(&mut archive);
    for (name, path) in paths {
        let struck = struck(&mut archive, path, (&styles, &strings));
        let comments = comments(&mut archive, path);
        all.insert(name.clone(), Marked { struck, comments });
    }
    all
}

/// Which styles of cells have a font that strikes through.
fn struck_styles(archive: &mut Archive<'_>) -> BTreeSet<usize> {
    let (mut fonts, mut of_cells) = (false, false);
    let (mut font, mut style) = (0_usize, 0_usize);
    let (mut struck, mut styles) = (BTreeSet::new(), BTreeSet::new());
    let _ = part::each(archive, "xl/styles.xml", |tag| {
        match tag {
            XmlTag::Open(tag) => match tag.local_name().as_ref() {
                "fonts" => fonts = true,
                "cellXfs" => of_cells = true,
                "font" if fonts => font += 1,
                "strike" if fonts && is_on(tag) => {
                    struck.insert(font - 1);
                }
                "xf" if of_cells => {
                    if number(tag, "fontId").is_some_and(|font| struck.contains(&font)) {
                        styles.insert(style);
                    }
                    style += 1;
                }
                _ => {}
            },
            XmlTag::Close("fonts") => fonts = false,
            XmlTag::Close("cellXfs") => of_cells = false,
            _ => {}
        }
        Ok(())
    });
    styles
}

/// Which of the strings that cells share are struck through in part or as a whole.
fn struck_strings(archive: &mut Archive<'_>) -> BTreeSet<usize> {
    let (mut strings, mut struck) = (0_usize, BTreeSet::new());
    let _ = part::each(archive, "xl/sharedStrings.xml", |tag| {
        if let XmlTag::Open(tag) = tag {
            match tag.local_name().as_ref() {
                "si" => strings += 1,
                "strike" if is_on(tag) => {
                    struck.insert(strings.saturating_sub(1));
                }
                _ => {}
            }
        }
        Ok(())
    });
    struck
}

/// Whether a tag turns on what it is called after.
fn is_on(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "val").is_none_or(|one| !["0", "false"].contains(&one.as_str()))
}

/// The cells of a sheet that have such a style, hold such a string, or words that are struck through themselves.
fn struck(
    archive: &mut Archive<'_>,
    path: &str,
    (styles, strings): (&BTreeSet<usize>, &BTreeSet<usize>),
) -> BTreeSet<(usize, usize)> {
    let mut cells = BTreeSet::new();
    // The cell that is being read, whether it holds a shared string, and whether its value is.
    let (mut at, mut shared, mut value) = (None, false, false);
    let _ = part::each(archive, path, |tag| {
        match tag {
            XmlTag::Open(tag) => match tag.local_name().as_ref() {
                "c" => {
                    at = attribute(tag, "r").as_deref().and_then(cell);
                    shared = attribute(tag, "t").is_some_and(|kind| kind == "s");
                    let styled = number(tag, "s").is_some_and(|style| styles.contains(&style));
                    cells.extend(at.filter(|_| styled));
                }
                "strike" if is_on(tag) => cells.extend(at),
                "v" => value = shared,
                _ => {}
            },
            XmlTag::Close("v") => value = false,
            XmlTag::Text(text) if value => {
                let string = text.trim().parse::<usize>().ok();
                let marked = string.is_some_and(|string| strings.contains(&string));
                cells.extend(at.filter(|_| marked));
            }
            XmlTag::Close(_) | XmlTag::Text(_) => {}
        }
        Ok(())
    });
    cells
}

/// The comments of a sheet but for those of this program.
fn comments(archive: &mut Archive<'_>, path: &str) -> Vec<(usize, usize, String)> {
    let Some((folder, file)) = path.rsplit_once('/') else {
        return Vec::new();
    };
    let mut targets = Vec::new();
    let _ = part::each(archive, &format!("{folder}/_rels/{file}.rels"), |tag| {
        if let XmlTag::Open(tag) = tag
            && attribute(tag, "Type").is_some_and(|one| one.ends_with("/comments"))
        {
            targets.extend(attribute(tag, "Target"));
        }
        Ok(())
    });
    let of_target = |target: String| {
        let whole = target.strip_prefix('/').map(str::to_owned);
        let above = || Some(format!("xl/{}", target.strip_prefix("../")?));
        let beside = || format!("{folder}/{target}");
        comments_of(archive, &whole.or_else(above).unwrap_or_else(beside))
    };
    targets.into_iter().flat_map(of_target).collect()
}

fn comments_of(archive: &mut Archive<'_>, path: &str) -> Vec<(usize, usize, String)> {
    let mut authors: Vec<String> = Vec::new();
    let mut all: Vec<(usize, usize, String)> = Vec::new();
    // Whose text is being read.
    let (mut in_author, mut in_text, mut taken) = (false, false, false);
    let _ = part::each(archive, path, |tag| {
        match tag {
            XmlTag::Open(tag) => match tag.local_name().as_ref() {
                "author" => {
                    in_author = true;
                    authors.push(String::new());
                }
                "comment" => {
                    let by = number(tag, "authorId").and_then(|no| authors.get(no));
                    let at = attribute(tag, "ref").as_deref().and_then(cell);
                    taken = by.is_none_or(|by| by != COMMENTS_BY) && at.is_some();
                    all.extend(
                        at.filter(|_| taken)
                            .map(|(row, at)| (row, at, String::new())),
                    );
                }
                "t" => in_text = taken,
                _ => {}
            },
            XmlTag::Close("author") => in_author = false,
            XmlTag::Close("t") => in_text = false,
            XmlTag::Close(_) => {}
            XmlTag::Text(text) => {
                if let Some(author) = authors.last_mut().filter(|_| in_author) {
                    author.push_str(text);
                } else if let Some(comment) = all.last_mut().filter(|_| in_text) {
                    comment.2.push_str(text);
                }
            }
        }
        Ok(())
    });
    all
}

/// Row number and column from 0 of a cell such as `C17`.
fn cell(name: &str) -> Option<(usize, usize)> {
    let digits = name.trim_start_matches(|one: char| one.is_ascii_uppercase());
    let letters = name.strip_suffix(digits)?;
    let place = |at: usize, one: u8| at * 26 + usize::from(one - b'A') + 1;
    let column = letters.bytes().fold(0, place);
    Some((digits.parse().ok()?, column.checked_sub(1)?))
}
