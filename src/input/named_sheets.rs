//! The sheets of a workbook that is no scenario, found by name, their heads as in every other table;
//! every cell that cannot be read is told with its place.

use super::book;
use super::cells::Cells;
use super::codes;
use super::columns::TableSpec;
use super::ids::Ids;
use super::kept::Kept;
use super::meanings;
use super::records::RecordTable;
use super::sheet::Sheet;
use super::table::Leaf;
use crate::domain::Roster;
use crate::finding::Findings;
use crate::text::Text;

/// A workbook of the county with this roster, being read.
pub struct NamedSheets<'a> {
    pub(crate) roster: &'a Roster,
    ids: Ids,
    leaves: Vec<Leaf>,
    /// The sheets that it does not have.
    pub(crate) missing: Vec<Text>,
    findings: Findings,
}

impl<'a> NamedSheets<'a> {
    /// Opens a workbook.
    pub(crate) fn open(file: &str, bytes: &[u8], roster: &'a Roster) -> Self {
        let mut findings = Findings::default();
        Self {
            leaves: book::open(file, bytes, &mut findings),
            roster,
            ids: Ids::of(roster),
            missing: Vec::new(),
            findings,
        }
    }

    /// Whether something is wrong that no reader could mend.
    pub(crate) fn has_errors(&self) -> bool {
        self.findings.has_errors()
    }

    /// What is wrong, by place. The line to sign below every table is ours.
    pub(crate) fn findings(mut self) -> Findings {
        let ours = [&codes::NOTES_ROW, &codes::TOTALS_ROW];
        self.findings.0.retain(|one| !ours.contains(&one.code));
        super::counted::fold(self.findings).sorted()
    }

    /// The rows of a sheet, each read by `one`.
    pub(crate) fn rows<T>(
        &mut self,
        spec: &'static TableSpec,
        one: fn(&mut Cells<'_>, &Roster) -> Option<T>,
    ) -> Vec<T> {
        let named = |leaf: &&mut Leaf| {
            let name = leaf.sheet.as_deref().unwrap_or_default().trim();
            [spec.key, spec.name.zh, spec.name.en].contains(&name)
        };
        let leaf = self.leaves.iter_mut().find(named);
        let sheet = leaf.and_then(|leaf| sheet(leaf, spec, &mut self.findings));
        let Some(sheet) = sheet else {
            self.missing.push(spec.name);
            return Vec::new();
        };
        let mut kept = Kept::default();
        let rows = sheet.table.rows.iter().filter(|row| !row.slipped);
        let rows = rows.filter_map(|row| {
            let mut cells = Cells::new(&sheet, row, &self.ids, (&mut self.findings, &mut kept));
            one(&mut cells, self.roster)
        });
        rows.collect()
    }
}

/// A leaf as the table that it is known to be; none when it has no such heads.
fn sheet(leaf: &mut Leaf, spec: &'static TableSpec, findings: &mut Findings) -> Option<Sheet> {
    let fit = meanings::fit(&meanings::shapes(&leaf.rows), spec)?;
    Some(Sheet::new(leaf, &fit, findings))
}

/// The records of a text that holds one table, as far as they can be read; it names no school and no
/// teacher.
pub(crate) fn records<T>(table: &'static RecordTable<T>, text: &str) -> Vec<T> {
    let (ids, mut findings, mut kept) = (Ids::default(), Findings::default(), Kept::default());
    let mut leaves = book::open(table.spec.key, text.as_bytes(), &mut findings);
    let leaf = leaves.first_mut();
    let Some(sheet) = leaf.and_then(|leaf| sheet(leaf, &table.spec, &mut findings)) else {
        return Vec::new();
    };
    let rows = sheet.table.rows.iter();
    let read = rows.map(|row| {
        let told = (&mut findings, &mut kept);
        table.read(&mut Cells::new(&sheet, row, &ids, told))
    });
    read.flatten().collect()
}
