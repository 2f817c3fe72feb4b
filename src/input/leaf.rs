//! A sheet or text file as it stands: rows of trimmed cells, each with its row number.

use crate::finding::Place;
use std::collections::BTreeSet;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileRow {
    /// As the officer counts it: the first row of the file is 1.
    pub(super) number: usize,
    /// Trimmed cells.
    pub(super) cells: Vec<String>,
    /// Its cells do not stand under their heads: told once, and not read any further.
    pub(super) slipped: bool,
}

impl FileRow {
    /// A row that holds these cells.
    pub(super) fn new(number: usize, cells: Vec<String>) -> Self {
        Self {
            number,
            cells,
            slipped: false,
        }
    }
}

/// One sheet, or a whole text file.
#[derive(Debug, Clone, Default)]
pub(super) struct Leaf {
    /// File name as shown to the officer.
    pub(super) file: String,
    /// Sheet of a workbook.
    pub(super) sheet: Option<String>,
    /// Rows of trimmed cells that are not wholly blank.
    pub(super) rows: Vec<FileRow>,
    /// Cells (row number, column from 0) filled from the merged cell above them.
    pub(super) filled: BTreeSet<(usize, usize)>,
    /// The sheet itself is hidden.
    pub(super) hidden: bool,
    /// Numbers of hidden rows.
    pub(super) hidden_rows: Vec<usize>,
    /// Hidden columns, from 0.
    pub(super) hidden_columns: BTreeSet<usize>,
}

impl Leaf {
    /// The rows of a file, or of one of its sheets.
    pub(super) fn new(file: &str, sheet: Option<&str>, rows: Vec<FileRow>) -> Self {
        Self {
            file: file.to_owned(),
            sheet: sheet.map(str::to_owned),
            rows,
            ..Self::default()
        }
    }

    /// The sheet as a whole.
    pub(super) fn place(&self) -> Place {
        Place {
            sheet: self.sheet.clone(),
            ..Place::file(&self.file)
        }
    }
}
