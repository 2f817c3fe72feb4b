//! The sheets of a workbook that is no scenario, found by name, their heads as in every other table;
//! every cell that cannot be read is told with its place.

use super::beside_table::{said_of_heads, take_beside};
use super::book;
use super::cells::Cells;
use super::codes;
use super::columns::TableSpec;
use super::ditto;
use super::ids::Ids;
use super::kept::Kept;
use super::lists::BESIDE;
use super::meanings;
use super::ours::{is_no_roll, is_posted};
use super::pencil;
use super::plan_people::{Named, people_then};
use super::plan_sheets::{INPUTS, MADE, MOVES, PLAN_SHEETS, SCHOOL_NAME};
use super::post_cells::{plain_parts, post_key};
use super::records::RecordTable;
use super::roll_heads;
use super::roll_parts::Parts;
use super::roll_sheets::{Passed, chosen, has_the_heads, is_roll_like};
use super::sheet::Sheet;
use super::sheet_words::{self, Against, Words, wrong_totals};
use super::shown::{AsWritten, Shown, added, is_named, not_read};
use super::table::Leaf;
use crate::blanks;
use crate::domain::{Roster, year_start};
use crate::finding::{Code, Finding, Findings, Place};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Where each person of a workbook stands, by id, sheet and column.
pub type Places = BTreeMap<(String, &'static str, &'static str), Place>;

/// The column under which it is kept where somebody stands a second time.
pub const AGAIN: &str = "again";

/// A workbook of the county with this roster, being read.
pub struct NamedSheets<'a> {
    pub(crate) roster: &'a Roster,
    pub(super) ids: Ids,
    pub(super) leaves: Vec<Leaf>,
    /// What each leaf only shows, and what it showed when it was written.
    shown: Vec<Shown>,
    pub(super) written: AsWritten,
    /// The leaves that were read, by their place, and as what.
    pub(super) taken: BTreeMap<usize, &'static TableSpec>,
    /// The sheets that it does not have.
    pub(crate) missing: Vec<Text>,
    /// Sheets that may be its roll and are not read, of which that is told.
    passed: BTreeSet<usize>,
    /// Where each person stands, by id, sheet and column.
    pub(crate) places: Places,
    /// Whoever stands there by id and by name.
    pub(crate) named: Vec<Named>,
    /// Where posts stand, by school and parts.
    pub(crate) posts: BTreeMap<String, Place>,
    findings: Findings,
    /// What is told of words that belong to no table.
    words: Findings,
}

impl<'a> NamedSheets<'a> {
    /// Opens a workbook.
    pub(crate) fn open(file: &str, bytes: &[u8], roster: &'a Roster) -> Self {
        let mut findings = Findings::default();
        let leaves = book::open(file, bytes, &mut findings);
        let made = leaves.iter().find(|leaf| is_named(leaf, &MADE));
        let written = made.map(AsWritten::of).unwrap_or_default();
        let mut ids = Ids::of(roster);
        ids.ours = made.is_some();
        ids.then = made.into_iter().flat_map(people_then).collect();
        for (id, name) in leaves
            .iter()
            .filter(|leaf| is_named(leaf, &MADE))
            .flat_map(old_names)
        {
            ids.also_called(id, name);
        }
        let mut words = Findings::default();
        for leaf in leaves.iter().filter(|leaf| !is_named(leaf, &MADE)) {
            let new = written.new_words(leaf).filter(|_| !written.lacks(leaf));
            let against = Against {
                roster,
                leaves: &leaves,
                known: true,
            };
            words.append(against.told(leaf, &new.unwrap_or_default()));
        }
        Self {
            words,
            shown: leaves.iter().map(Shown::of).collect(),
            written,
            leaves,
            roster,
            ids,
            taken: BTreeMap::new(),
            missing: Vec::new(),
            passed: BTreeSet::new(),
            places: BTreeMap::new(),
            named: Vec::new(),
            posts: BTreeMap::new(),
            findings,
        }
    }

    /// Whether something is wrong that no reader could mend.
    pub(crate) fn has_errors(&self) -> bool {
        self.findings.has_errors()
    }

    /// What is wrong, by place. The line to sign below every table is ours.
    pub(crate) fn findings(mut self) -> Findings {
        self.say_copies();
        self.say_what_is_only_shown();
        let ours = [&codes::NOTES_ROW, &codes::TOTALS_ROW];
        let known = self.ids.ours || self.leaves.iter().any(|leaf| is_named(leaf, &INPUTS));
        self.findings
            .0
            .retain(|one| !known || !ours.contains(&one.code));
        sheet_words::settle(&mut self.findings, self.words);
        super::counted::fold(self.findings).sorted()
    }

    /// The rows of a sheet, or of every sheet that is one by its heads, each read by `one`.
    pub(crate) fn rows<T>(
        &mut self,
        spec: &'static TableSpec,
        one: fn(&mut Cells<'_>, &Roster) -> Option<T>,
    ) -> Vec<T> {
        let (mut rows, mut found) = (Vec::new(), false);
        for no in self.find(spec) {
            if let Some(more) = self.rows_of(no, spec, one) {
                rows.extend(more);
                found = true;
            }
        }
        if !found && (spec.key != MOVES.key || self.passed.is_empty()) {
            self.missing.push(spec.name);
            self.say_what_looks_like(spec);
        }
        rows
    }

    /// The rows of one leaf; none where it has no such heads.
    fn rows_of<T>(
        &mut self,
        no: usize,
        spec: &'static TableSpec,
        one: fn(&mut Cells<'_>, &Roster) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.taken.insert(no, spec);
        let words = self.words_of(no, spec);
        let mut leaf = self.leaves.get_mut(no);
        // Ours is hidden on purpose.
        if let Some(leaf) = leaf.as_mut().filter(|_| spec.key == MADE.key) {
            leaf.hidden = false;
        }
        let mut found = Findings::default();
        let mut parts = None;
        let ids = &self.ids;
        let sheet = leaf.and_then(|leaf| {
            found.append(take_beside(leaf, spec));
            parts = (spec.key == MOVES.key).then(|| Parts::of(leaf, ids));
            found.append(pencil::of_roll(leaf, spec));
            sheet(leaf, spec, &mut found)
        });
        self.findings
            .append(said_of_heads(found, spec, self.ids.ours));
        let sheet = sheet?;
        let parts = parts.unwrap_or_default();
        self.findings.append(parts.told.clone());
        if let Some(words) = words.filter(|_| spec.key == MOVES.key) {
            let told = wrong_totals(&sheet, &words, parts.headings());
            self.findings.append(told);
        }
        let mut kept = Kept::default();
        let rows = sheet.table.rows.iter().filter(|row| !row.slipped);
        let rows = rows.filter(|row| !parts.is_heading(row) && !parts.is_out(row));
        let (places, posts) = (&mut self.places, &mut self.posts);
        let rows = rows.filter_map(|row| {
            for (who, _) in BESIDE {
                let Some(id) = self.ids.id_then_or_now(sheet.cell(row, who)) else {
                    continue;
                };
                if places.contains_key(&(id.clone(), spec.key, who)) {
                    let again = places.entry((id.clone(), spec.key, AGAIN));
                    again.or_insert_with(|| sheet.place(row, who));
                }
                // Of a mentor alone that cell; of whose row it is every one.
                let columns = spec.columns.iter().map(|one| one.key);
                let columns = columns.filter(|key| sheet.has(key));
                for column in columns.filter(|key| who == "teacher" || *key == who) {
                    let place = places.entry((id.clone(), spec.key, column));
                    place.or_insert_with(|| sheet.place(row, column));
                }
            }
            let at = self.ids.school(sheet.cell(row, "school"));
            let parts = plain_parts(sheet.cell(row, "post"));
            if let (Some(at), Some(parts)) = (at, parts) {
                let key = post_key(self.ids.school_id(at), &parts);
                posts.entry(key).or_insert_with(|| sheet.place(row, "post"));
            }
            let mut cells = Cells::new(&sheet, row, &self.ids, (&mut self.findings, &mut kept));
            self.named.extend(cells.named());
            let read = one(&mut cells, self.roster);
            if spec.key == MOVES.key {
                cells.say_row_not_read(read.is_some());
                cells.say_remarks();
            }
            read
        });
        Some(rows.collect())
    }

    /// The words beside the table of a leaf, where it does not say itself which of them are ours: what is asked of them is
    /// kept.
    fn words_of(&mut self, no: usize, spec: &'static TableSpec) -> Option<Vec<Words>> {
        let leaf = self.leaves.get(no).filter(|_| spec.key != MADE.key)?;
        if self.written.new_words(leaf).is_some() {
            return None;
        }
        let words = sheet_words::of(leaf, Some(spec));
        let against = Against {
            roster: self.roster,
            leaves: &self.leaves,
            known: false,
        };
        self.words.append(against.told(leaf, &words));
        Some(words)
    }

    /// The leaves of a sheet: the one of its name, or else the only other one that has its very heads, which is told.
    /// The roll of a workbook made by hand may stand in several sheets, under any title.
    fn find(&mut self, spec: &'static TableSpec) -> Vec<usize> {
        let named = self.leaves.iter().position(|leaf| is_named(leaf, spec));
        let is_roll = spec.key == MOVES.key;
        let by_hand =
            is_roll && !self.ids.ours && !self.leaves.iter().any(|leaf| is_named(leaf, &INPUTS));
        if named.is_some() && !by_hand {
            return named.into_iter().collect();
        }
        let like = self.leaves.iter().enumerate().filter(|(no, leaf)| {
            let of_others = PLAN_SHEETS.iter().any(|other| is_named(leaf, other));
            let free = !self.taken.contains_key(no) && !of_others && !is_no_roll(leaf);
            let alike = is_roll && is_roll_like(leaf) && !self.written.wrote(leaf);
            let has_heads = has_the_heads(leaf, spec) || alike;
            let posted = named.is_some() && is_posted(leaf);
            free && has_heads && !posted
        });
        let like: Vec<usize> = like.map(|(no, _)| no).collect();
        if like.len() > 1 && !by_hand {
            return Vec::new();
        }
        let all: Vec<usize> = named.into_iter().chain(like).collect();
        let (all, passed) = if by_hand {
            let start = year_start(self.roster.date).first_day().year();
            chosen(&self.leaves, all, &self.ids, start)
        } else {
            (all, Passed::default())
        };
        self.passed.extend(passed.sheets);
        self.findings.append(passed.told);
        let like = all.iter().filter(|no| Some(**no) != named);
        for leaf in like.filter_map(|no| self.leaves.get(*no)) {
            let blanks = blanks! { sheet: spec.name, found: leaf.sheet };
            let code: &'static Code = if named.is_some() {
                &ALSO_ROLL
            } else {
                &OTHER_TITLE
            };
            let told = Finding::new(code, blanks).at(leaf.place());
            self.findings.push(told);
        }
        all
    }

    /// Of a workbook made by hand that has no roll: which sheets look like one, and what they lack.
    fn say_what_looks_like(&mut self, spec: &TableSpec) {
        if spec.key == MOVES.key && !self.ids.ours {
            for (no, leaf) in self.leaves.iter().enumerate() {
                if let Some(told) = roll_heads::lacking(leaf) {
                    self.passed.insert(no);
                    self.findings.push(told);
                }
            }
        }
    }

    /// Sheets that look like one that was read, and were not read themselves.
    fn say_copies(&mut self) {
        for (no, leaf) in self.leaves.iter().enumerate() {
            let mut read = self.taken.values();
            if self.taken.contains_key(&no) || self.passed.contains(&no) {
                continue;
            }
            let ours = self.written.wrote(leaf);
            let by_hand = self.written.lacks(leaf) && !is_posted(leaf);
            let is_roll = |spec: &TableSpec| by_hand && spec.key == MOVES.key && is_roll_like(leaf);
            if let Some(spec) = read.find(|spec| !ours && (is_copy(leaf, spec) || is_roll(spec))) {
                let blanks = blanks! { sheet: spec.name, found: leaf.sheet };
                let told = Finding::new(&COPIED_SHEET, blanks).at(leaf.place());
                self.findings.push(told);
            } else if self.written.lacks(leaf) && !leaf.rows.is_empty() {
                self.findings.push(added(leaf));
            }
        }
        if self.written.is_unknown() {
            let free = self.leaves.iter().enumerate();
            let free =
                free.filter(|(no, _)| !self.taken.contains_key(no) && !self.passed.contains(no));
            let free = free.filter(|(_, leaf)| !leaf.rows.is_empty());
            let free: Vec<&Leaf> = free.map(|one| one.1).collect();
            self.findings.0.extend(not_read(&free));
        }
    }

    /// What was changed where nobody reads.
    fn say_what_is_only_shown(&mut self) {
        let leaves = self.leaves.iter().zip(&self.shown);
        let told = leaves.filter_map(|(leaf, shown)| self.written.changed(leaf, shown, &self.ids));
        self.findings.0.extend(told);
    }
}

/// How schools were called when the workbook was written, by id.
fn old_names(leaf: &Leaf) -> impl Iterator<Item = (&str, &str)> {
    let lines = leaf.rows.iter().filter_map(|row| row.cells.first());
    let lines = lines.filter_map(|line| line.strip_prefix(SCHOOL_NAME));
    lines.filter_map(|line| line.split_once(" = "))
}

/// Whether a leaf is a copy of a sheet: by its heads, or by its name with more behind, such as `(2)`.
fn is_copy(leaf: &Leaf, spec: &'static TableSpec) -> bool {
    let name = leaf.sheet.as_deref().unwrap_or_default().trim();
    let mut names = [spec.name.zh, spec.name.en].into_iter();
    has_the_heads(leaf, spec) || names.any(|ours| name.starts_with(ours))
}

crate::finding::codes! { pub(super),
    OTHER_TITLE "A41" note
        ["没有名为“{sheet}”的表，表头相同的“{found}”按该表读取。", "There is no sheet \"{sheet}\"; \"{found}\" has its heads and is read as such."]
        ["若不是这张表，请改回表名。", "If it is not the one, give the sheet its name back."];
    ALSO_ROLL "A80" note
        ["“{found}”的表头与“{sheet}”相同，作为同一份花名册一并读取。", "\"{found}\" has the heads of \"{sheet}\" and is read as part of the same roll."]
        ["这张表不应计入的（如初稿），请删去。", "Take it out where it should not count, such as a draft."];
    COPIED_SHEET "A42" error
        ["“{found}”与“{sheet}”表头相同，没有读取：其中的改动不起作用。", "\"{found}\" has the heads of \"{sheet}\" and is not read: what was changed there does not count."]
        ["只留一张，表名为“{sheet}”。", "Keep one of them, called \"{sheet}\"."];
}

/// Every kind of finding about the sheets of a plan.
pub(super) const SHEET_CODES: &[&Code] = CODES;

/// A leaf as the table that it is known to be; none when it has no such heads.
fn sheet(leaf: &mut Leaf, spec: &'static TableSpec, findings: &mut Findings) -> Option<Sheet> {
    let fit = meanings::fit(&meanings::shapes(&leaf.rows), spec)?;
    let mut sheet = Sheet::new(leaf, &fit, findings);
    ditto::take(&mut sheet, findings);
    Some(sheet)
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
