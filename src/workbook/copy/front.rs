//! A new sheet in front of all others.

use super::package::Package;
use super::xml::{Broken, Splices, Tags, escape};

const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A sheet of the workbook.
#[derive(Debug, Clone)]
pub(super) struct SheetPart {
    /// Its name.
    pub(super) name: String,
    /// Its part; blank when it cannot be found.
    pub(super) part: String,
}

/// The main part of a workbook, and its sheets in their order.
pub(super) fn sheets(package: &mut Package<'_>) -> Result<(String, Vec<SheetPart>), Broken> {
    let root = package.relations("")?;
    let main = root.into_iter().find(|one| one.kind == "officeDocument");
    let main = main.ok_or(Broken("workbook"))?.part;
    let text = package.text(&main)?;
    if text.contains("purl.oclc.org/ooxml") {
        // The strict form has names of its own for everything.
        return Err(Broken("strict"));
    }
    let relations = package.relations(&main)?;
    let mut tags = Tags::new(&text);
    let mut all = Vec::new();
    while let Some(tag) = tags.find("sheet")? {
        let id = tag.attr("id").unwrap_or_default();
        let found = relations.iter().find(|one| one.id == id);
        all.push(SheetPart {
            name: tag.attr("name").unwrap_or_default(),
            part: found.map(|one| one.part.clone()).unwrap_or_default(),
        });
    }
    Ok((main, all))
}

/// Puts a sheet with this name in front; the others are no longer the one shown.
pub(super) fn put(
    package: &mut Package<'_>,
    (main, sheets): (&str, &[SheetPart]),
    name: &str,
    xml: String,
) -> Result<(), Broken> {
    for sheet in sheets.iter().filter(|sheet| !sheet.part.is_empty()) {
        deselect(package, &sheet.part)?;
    }
    let part = package.free("xl/worksheets/findings", ".xml");
    package.declare(&part, SHEET)?;
    package.set(&part, xml);
    let id = package.relate(main, "worksheet", &part)?;
    let text = package.text(main)?;
    let mut tags = Tags::new(&text);
    let mut splices = Splices::default();
    let (mut most, mut first) = (0u32, None);
    while let Some(tag) = tags.next()? {
        if tag.opens("sheet") {
            most = most.max(tag.number("sheetId").unwrap_or(0));
            first = first.or(Some((tag.span.start, tag.prefix())));
        } else if tag.opens("workbookView") {
            let shown = [("activeTab", Some("0")), ("firstSheet", None)];
            splices.replace(tag.span.clone(), tag.with(&shown)?);
        } else if tag.opens("definedName")
            && let Some(number) = tag.number::<u32>("localSheetId")
        {
            // Sheets are counted here, and every one moves by one.
            let number = (number + 1).to_string();
            let moved = [("localSheetId", Some(number.as_str()))];
            splices.replace(tag.span.clone(), tag.with(&moved)?);
        }
    }
    let (at, prefix) = first.ok_or(Broken("workbook"))?;
    let (name, number) = (escape(name), most + 1);
    let line = format!(
        "<{prefix}sheet xmlns:r=\"{RELATIONS}\" name=\"{name}\" sheetId=\"{number}\" r:id=\"{id}\"/>"
    );
    splices.insert(at, line);
    package.set(main, splices.apply(&text)?);
    Ok(())
}

/// Two sheets shown at once are a group, and what is typed into one goes into both.
fn deselect(package: &mut Package<'_>, part: &str) -> Result<(), Broken> {
    if !package.has(part) || !package.head(part)?.contains("tabSelected") {
        return Ok(());
    }
    let text = package.text(part)?;
    let mut tags = Tags::new(&text);
    let mut splices = Splices::default();
    while let Some(tag) = tags.next()? {
        if tag.opens("sheetView") {
            splices.replace(tag.span.clone(), tag.with(&[("tabSelected", None)])?);
        }
        if tag.closes("sheetViews") {
            break;
        }
    }
    package.set(part, splices.apply(&text)?);
    Ok(())
}
