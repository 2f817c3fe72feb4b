//! Cells of a sheet given another look, and cells made where there was nothing.

use super::styles::Styles;
use super::xml::{Broken, Kind, Splices, Tag, Tags};
use crate::finding::Severity;
use crate::workbook::dress;
use rust_xlsxwriter::utility::column_number_to_name;
use std::collections::{BTreeMap, BTreeSet};

/// Row and column of a cell, both counted from 1.
pub(super) type At = (u32, u32);

/// Row and column of a cell named as a spreadsheet names it.
pub(super) fn at(name: &str) -> Option<At> {
    let name = name.trim().replace('$', "");
    let split = name.find(|one: char| one.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(split)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    // A is the digit 10 of base 36; no smaller digit stands among the letters.
    let mut letters = letters.chars();
    let column = letters.try_fold(0, |column, one| Some(column * 26 + one.to_digit(36)? - 9))?;
    let row: u32 = digits.parse().ok()?;
    let fits = (1..=dress::ROWS).contains(&row) && column <= dress::COLUMNS;
    fits.then_some((row, column))
}

/// The name of a cell.
pub(super) fn name((row, column): At) -> String {
    let column = u16::try_from(column.saturating_sub(1)).unwrap_or(u16::MAX);
    format!("{}{row}", column_number_to_name(column))
}

/// The merged ranges of a sheet, first and last cell.
pub(super) fn merged(xml: &str) -> Result<Vec<(At, At)>, Broken> {
    let mut all = Vec::new();
    let mut tags = Tags::behind(xml, behind_cells(xml));
    while let Some(tag) = tags.find("mergeCell")? {
        let reference = tag.attr("ref").unwrap_or_default();
        let ends = reference.split_once(':');
        all.extend(ends.and_then(|(first, last)| at(first).zip(at(last))));
    }
    Ok(all)
}

/// The byte behind the cells of a sheet.
pub(super) fn behind_cells(xml: &str) -> usize {
    let end = xml.rfind("sheetData").unwrap_or(0);
    let rest = xml.get(end..).unwrap_or_default();
    rest.find('>').map_or(end, |more| end + more + 1)
}

/// The sheet with every named cell filled with the colour of its weight.
pub(super) fn fill(
    xml: &str,
    marks: &BTreeMap<At, Severity>,
    styles: &mut Styles,
) -> Result<String, Broken> {
    let mut walk = Walk {
        marks,
        styles,
        splices: Splices::default(),
        columns: BTreeMap::new(),
        prefix: String::new(),
    };
    let mut tags = Tags::new(xml);
    while let Some(tag) = tags.next()? {
        if tag.opens("col") {
            walk.column(&tag);
        } else if tag.opens("sheetData") {
            tag.prefix().clone_into(&mut walk.prefix);
            walk.rows(&tag, &mut tags)?;
            return walk.splices.apply(xml);
        }
    }
    Err(Broken("sheet"))
}

struct Walk<'a> {
    marks: &'a BTreeMap<At, Severity>,
    styles: &'a mut Styles,
    splices: Splices,
    /// Style of columns: by last column, the first column and the style.
    columns: BTreeMap<u32, (u32, usize)>,
    prefix: String,
}

impl Walk<'_> {
    fn column(&mut self, tag: &Tag<'_>) {
        if let (Some(min), Some(max)) = (tag.number("min"), tag.number("max")) {
            let style = tag.number("style").unwrap_or(0);
            self.columns.insert(max, (min, style));
        }
    }

    /// New cells for the marks from one place up to another, the last left out.
    fn cells(&mut self, from: At, to: At, row_style: Option<usize>) -> Result<String, Broken> {
        let mut text = String::new();
        for (&at, &severity) in self.marks.range(from..to) {
            let column = self.columns.range(at.1..).next();
            let own = column.filter(|(_, (min, _))| *min <= at.1);
            let style = row_style.or(own.map(|(_, (_, style))| *style));
            let style = self.styles.filled(style.unwrap_or(0), severity)?;
            let (prefix, name) = (&self.prefix, name(at));
            text.push_str(&format!("<{prefix}c r=\"{name}\" s=\"{style}\"/>"));
        }
        Ok(text)
    }

    /// New rows for the marks of the rows from one up to another, the last left out.
    fn new_rows(&mut self, from: u32, to: u32) -> Result<String, Broken> {
        let mut text = String::new();
        let marks = self.marks.range((from, 0)..(to, 0));
        let rows: BTreeSet<u32> = marks.map(|(at, _)| at.0).collect();
        for row in rows {
            let cells = self.cells((row, 0), (row + 1, 0), None)?;
            let prefix = &self.prefix;
            text.push_str(&format!("<{prefix}row r=\"{row}\">{cells}</{prefix}row>"));
        }
        Ok(text)
    }

    fn rows(&mut self, data: &Tag<'_>, tags: &mut Tags<'_>) -> Result<(), Broken> {
        const END: u32 = u32::MAX;
        if data.kind == Kind::Empty {
            let rows = self.new_rows(1, END)?;
            self.splices
                .replace(data.span.clone(), data.around(data.raw, &rows));
            return Ok(());
        }
        let mut next = 1;
        while let Some(tag) = tags.next()? {
            if tag.closes("sheetData") {
                let rows = self.new_rows(next, END)?;
                self.splices.insert(tag.span.start, rows);
                return Ok(());
            }
            if tag.opens("row") {
                let number = tag.number("r").filter(|row| *row <= dress::ROWS);
                let row = number.unwrap_or(next).max(next);
                let rows = self.new_rows(next, row)?;
                self.splices.insert(tag.span.start, rows);
                self.row(row, &tag, tags)?;
                next = row + 1;
            }
        }
        Err(Broken("sheet"))
    }

    fn row(&mut self, row: u32, open: &Tag<'_>, tags: &mut Tags<'_>) -> Result<(), Broken> {
        let marked = self.marks.range((row, 0)..(row + 1, 0)).next().is_some();
        let own = open.attr("customFormat");
        let own = own.filter(|flag| flag == "1" || flag == "true");
        let style = own.and_then(|_| open.number("s"));
        if marked {
            // The columns said to be in use may no longer be all.
            let mut head = open.with(&[("spans", None)])?;
            if open.kind == Kind::Empty {
                let cells = self.cells((row, 0), (row + 1, 0), style)?;
                head = open.around(&head, &cells);
            }
            self.splices.replace(open.span.clone(), head);
        }
        if open.kind == Kind::Empty {
            return Ok(());
        }
        let mut next = 1;
        while let Some(tag) = tags.next()? {
            if tag.closes("row") {
                let cells = self.cells((row, next), (row + 1, 0), style)?;
                self.splices.insert(tag.span.start, cells);
                return Ok(());
            }
            if !marked || !tag.opens("c") {
                continue;
            }
            let named = tag.attr("r").and_then(|name| at(&name));
            let column = named.map_or(next, |(_, column)| column).max(next);
            let cells = self.cells((row, next), (row, column), style)?;
            self.splices.insert(tag.span.start, cells);
            if let Some(severity) = self.marks.get(&(row, column)) {
                let own = tag.number("s").unwrap_or(0);
                let style = self.styles.filled(own, *severity)?.to_string();
                let coloured = tag.with(&[("s", Some(&style))])?;
                self.splices.replace(tag.span, coloured);
            }
            next = column + 1;
        }
        Err(Broken("sheet"))
    }
}
