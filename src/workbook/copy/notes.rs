//! Comments on cells: those that are there stay, ours are added, and both stand in one where they
//! meet.

use super::cells::{At, at, behind_cells, name};
use super::package::Package;
use super::xml::{Broken, Kind, Splices, Tags, add_inside, escape};
use crate::workbook::dress;
use std::collections::BTreeMap;

const AUTHOR: &str = crate::input::COMMENTS_BY;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/// Columns of text that fit into a comment.
const ROOM: usize = 44;
/// The last row and column of a sheet, counted from 0.
const LAST: At = (dress::ROWS - 1, dress::COLUMNS - 1);
/// What stands behind the drawing of comments in a sheet.
const BEHIND: &[&str] = &[
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
];

/// Adds comments to a sheet; hands back its text.
pub(super) fn add(
    package: &mut Package<'_>,
    part: &str,
    xml: String,
    notes: &BTreeMap<At, String>,
) -> Result<String, Broken> {
    if notes.is_empty() {
        return Ok(xml);
    }
    let relations = package.relations(part)?;
    let old = relations.iter().find(|one| one.kind == "comments");
    let (path, text) = if let Some(relation) = old {
        (relation.part.clone(), package.text(&relation.part)?)
    } else {
        let path = package.free("xl/comments", ".xml");
        package.declare(&path, COMMENTS)?;
        package.relate(part, "comments", &path)?;
        let empty = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{MAIN}\"><authors/><commentList/></comments>"
        );
        (path, empty)
    };
    let (text, new) = write(&text, notes)?;
    package.set(&path, text);
    let drawing = Tags::behind(&xml, behind_cells(&xml)).find("legacyDrawing")?;
    let drawing = drawing.and_then(|tag| tag.attr("id"));
    let drawing = drawing.and_then(|id| relations.iter().find(|one| one.id == id));
    if let Some(relation) = drawing {
        let text = package.text(&relation.part)?;
        package.set(&relation.part, draw(&text, &new)?);
        return Ok(xml);
    }
    let path = package.free("xl/drawings/vmlDrawingNotes", ".vml");
    package.declare_ending("vml", VML)?;
    package.set(&path, draw(EMPTY_VML, &new)?);
    let id = package.relate(part, "vmlDrawing", &path)?;
    place_drawing(&xml, &id)
}

/// The sheet with a drawing of comments.
fn place_drawing(xml: &str, id: &str) -> Result<String, Broken> {
    let root = Tags::new(xml).next()?.ok_or(Broken("sheet"))?;
    let prefix = root.prefix();
    let line = format!("<{prefix}legacyDrawing xmlns:r=\"{RELATIONS}\" r:id=\"{id}\"/>");
    let mut tags = Tags::behind(xml, behind_cells(xml));
    let mut splices = Splices::default();
    let mut depth = 0;
    while let Some(tag) = tags.next()? {
        let start = tag.span.start;
        let place = match (depth, tag.kind) {
            // It led nowhere.
            (0, Kind::Open | Kind::Empty) if tag.name() == "legacyDrawing" => Some(tag.span),
            (0, Kind::Close) => Some(start..start),
            (0, _) if BEHIND.contains(&tag.name()) => Some(start..start),
            _ => None,
        };
        if let Some(place) = place {
            splices.replace(place, line);
            return splices.apply(xml);
        }
        match tag.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Empty => {}
        }
    }
    Err(Broken("sheet"))
}

/// The comments with ours; and those of ours that stand on cells without one.
fn write<'a>(
    xml: &str,
    notes: &'a BTreeMap<At, String>,
) -> Result<(String, BTreeMap<At, &'a str>), Broken> {
    let said = notes.iter().map(|(at, text)| (*at, text.as_str()));
    let mut new: BTreeMap<At, &str> = said.collect();
    let mut tags = Tags::new(xml);
    let mut splices = Splices::default();
    let (mut authors, mut ours, mut prefix) = (0, None, String::new());
    let mut texts = 0;
    while let Some(tag) = tags.next()? {
        match (tag.name(), tag.kind) {
            ("comments", Kind::Open) => tag.prefix().clone_into(&mut prefix),
            ("author", Kind::Open | Kind::Empty) => authors += 1,
            ("comment", Kind::Open) => {
                ours = tag.attr("ref").and_then(|name| new.remove(&at(&name)?));
                texts = 0;
            }
            // Plain text becomes a run, so that another can follow.
            ("t", Kind::Open) if ours.is_some() && texts == 0 => {
                splices.insert(tag.span.start, format!("<{prefix}r>"));
                texts = 1;
            }
            ("t", Kind::Close) if texts == 1 => {
                splices.insert(tag.span.end, format!("</{prefix}r>"));
                texts = 2;
            }
            ("r" | "phoneticPr" | "rPh", _) if texts == 0 => texts = 2,
            ("text", Kind::Empty) => {
                if let Some(text) = ours.take() {
                    let whole = tag.around(tag.raw, &run(&prefix, text));
                    splices.replace(tag.span.clone(), whole);
                }
            }
            ("text", Kind::Close) => {
                if let Some(text) = ours.take() {
                    splices.insert(tag.span.start, run(&prefix, &format!("\n\n{text}")));
                }
            }
            _ => {}
        }
    }
    let xml = splices.apply(xml)?;
    let author = format!("<{prefix}author>{AUTHOR}</{prefix}author>");
    let xml = add_inside(&xml, "authors", (false, &author), 0)?;
    let comment = |(at, text): (&At, &&str)| {
        let (cell, run) = (name(*at), run(&prefix, text));
        format!(
            "<{prefix}comment ref=\"{cell}\" authorId=\"{authors}\"><{prefix}text>{run}</{prefix}text></{prefix}comment>"
        )
    };
    let list: String = new.iter().map(comment).collect();
    Ok((add_inside(&xml, "commentList", (false, &list), 0)?, new))
}

fn run(p: &str, text: &str) -> String {
    format!(
        "<{p}r><{p}rPr><{p}sz val=\"10\"/><{p}color indexed=\"81\"/><{p}rFont val=\"Calibri\"/><{p}family val=\"2\"/></{p}rPr><{p}t xml:space=\"preserve\">{}</{p}t></{p}r>",
        escape(text)
    )
}

const EMPTY_VML: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";
/// The names of drawings, where the drawing itself does not call them so.
const NAMES: &str = " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
const SHAPE_TYPE: &str = " id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

/// The drawing with a box for every new comment. Drawings are not always well-formed, so this is
/// done by words alone.
fn draw(vml: &str, notes: &BTreeMap<At, &str>) -> Result<String, Broken> {
    let end = vml.rfind("</xml>").ok_or(Broken("drawing"))?;
    let (before, after) = vml.split_at_checked(end).ok_or(Broken("drawing"))?;
    let number = |part: &str| {
        let end = part.find(|one: char| !one.is_ascii_digit());
        part.get(..end.unwrap_or(part.len()))?.parse().ok()
    };
    let taken = vml.split("_x0000_s").skip(1).filter_map(number);
    let taken = taken.filter(|number: &u32| *number < u32::MAX >> 1).max();
    let mut shape = taken.unwrap_or(1024).max(1024);
    let known = NAMES.split_whitespace().all(|name| vml.contains(name));
    let names = if known { "" } else { NAMES };
    let mut text = before.to_owned();
    if !vml.contains("id=\"_x0000_t202\"") {
        text.push_str(&format!("<v:shapetype{names}{SHAPE_TYPE}"));
    }
    for ((row, column), note) in notes {
        shape += 1;
        let lines = dress::row(dress::lines(note, ROOM)).clamp(2, 30) + 1;
        let (top, left) = (row.saturating_sub(2), *column);
        let (bottom, right) = ((top + lines).min(LAST.0), (left + 4).min(LAST.1));
        let left = left.min(LAST.1 - 1);
        let (row, column) = (row - 1, column - 1);
        text.push_str(&format!(
            "<v:shape{names} id=\"_x0000_s{shape}\" type=\"#_x0000_t202\" style='position:absolute;margin-left:60pt;margin-top:1pt;width:240pt;height:60pt;z-index:1;visibility:hidden' fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 12, {top}, 4, {right}, 12, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        ));
    }
    text.push_str(after);
    Ok(text)
}
