//! Which tables stand in which workbook.

use super::context::Annex;
use super::{balance, filing, judged, people, posts, roll, schools, staff, titles};
use crate::input::{FILING_BOOK, PLAN_BOOK, SCHOOLS_BOOK, shown_marks};
use crate::print::Table;
use crate::print::xlsx::workbook;
use crate::workbook::XlsxError;

/// The plan as a workbook (`plan.xlsx`): what the auditor reads back, and what goes with it.
pub fn plan_book(annex: &Annex<'_>) -> Result<Vec<u8>, XlsxError> {
    let wanted = [
        balance::county(annex),
        balance::schools(annex),
        judged::summary(annex),
        staff::summary(annex),
        roll::moves(annex),
        roll::posted(annex),
        roll::reasons(annex),
        staff::quota(annex),
        posts::balance(annex),
        posts::posts(annex),
        people::everybody(annex),
    ];
    // What a plan does not have needs no sheet.
    let others = [
        balance::empty(annex),
        people::surplus(annex),
        people::away(annex),
        staff::indicators(annex),
        posts::recruits(annex),
        balance::recruits_left(annex),
        posts::apprentices(annex),
        titles::years(annex),
        titles::appointments(annex),
        titles::posts(annex),
        titles::conversions(annex),
        roll::leaders(annex),
        posts::gaps(annex),
        posts::lessons(annex),
        posts::trips(annex),
        posts::visits(annex),
        posts::mentors(annex),
        posts::splits(annex),
    ];
    let last = [
        judged::rules(annex),
        judged::figures(annex),
        judged::measures(annex),
        judged::technical(annex),
        judged::inputs(annex),
    ];
    let others = others.into_iter().filter(|table| !table.rows.is_empty());
    let tables = wanted.into_iter().chain(others).chain(last);
    let mut tables: Vec<Table> = tables.collect();
    let bare = workbook(PLAN_BOOK, &annex.around(), &tables)?;
    // A plan of an older program does not say what it was made with, and so nothing of what it shows.
    if annex.doc.made.decisions.is_empty() {
        return Ok(bare);
    }
    // The sheets as they are read back, whatever cells they are written as.
    tables.push(judged::made(annex, &shown_marks(&bare)));
    workbook(PLAN_BOOK, &annex.around(), &tables)
}

/// What is filed with the staffing office (编办), human resources (人社) and finance (财政).
pub fn filing_book(annex: &Annex<'_>) -> Result<Vec<u8>, XlsxError> {
    workbook(FILING_BOOK, &annex.around(), &filing::tables(annex))
}

/// A sheet for each school that sends or receives; none when nobody moves.
pub fn school_book(annex: &Annex<'_>) -> Result<Option<Vec<u8>>, XlsxError> {
    let tables = schools::schools(annex);
    if tables.is_empty() {
        return Ok(None);
    }
    workbook(SCHOOLS_BOOK, &annex.around(), &tables).map(Some)
}
