//! Everything read so far, each row with its place: what the checks across tables look at.

use super::apart;
use super::cells::Cells;
use super::codes;
use super::ids::Ids;
use super::kept::Kept;
use super::manifest::Manifest;
use super::records::RecordTable;
use super::sheet::{Sheet, Sheets};
use super::table::FileRow;
use super::tables::{self, SCHOOLS, TEACHERS};
use crate::blanks;
use crate::domain::{
    Ban, ClassGroup, County, GivenPost, GridLine, Intake, LoadLine, Pin, Pool, QuotaTotal, Roster,
    School, SchoolNo, Spell, Teacher, TeacherNo, TitlePost, TravelTime, Waiver,
};
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::to_vec;
use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A value with the row from which it was read.
#[derive(Debug, Clone)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    row: FileRow,
}

/// One table with its rows.
#[derive(Debug)]
pub(super) struct ReadTable<T> {
    sheet: Sheet,
    pub(super) rows: Vec<Placed<T>>,
    /// How many rows there are, read or not.
    stated: usize,
}

impl<T: Serialize> ReadTable<T> {
    fn new(
        table: &'static RecordTable<T>,
        sheets: &mut Sheets,
        ids: &Ids,
        findings: &mut Findings,
    ) -> Self {
        let sheet = sheets.remove(table.spec.key);
        let mut sheet = sheet.unwrap_or_else(|| Sheet::bare(&table.spec));
        let all = std::mem::take(&mut sheet.table.rows);
        let stated = all.len();
        let mut kept = Kept::default();
        let rows = all.into_iter().filter(|row| !row.slipped);
        let rows = rows.filter_map(|row| {
            let value = table.read(&mut Cells::new(
                &sheet,
                &row,
                ids,
                (&mut *findings, &mut kept),
            ))?;
            Some(Placed { value, row })
        });
        let rows = rows.collect();
        let mut read = Self {
            sheet,
            rows,
            stated,
        };
        read.leave_out_doubles(findings);
        read
    }

    /// A record that says all that an earlier one says counts once, which is told. Two classes of a grade and two
    /// posts may be alike.
    fn leave_out_doubles(&mut self, findings: &mut Findings) {
        if ["classes", "teaching_posts"].contains(&self.sheet.spec.key) {
            return;
        }
        let mut seen: BTreeMap<[u8; 32], usize> = BTreeMap::new();
        let (sheet, before) = (&self.sheet, self.rows.len());
        self.rows.retain(|row| {
            let bytes = to_vec(&row.value).unwrap_or_default();
            let number = row.row.number;
            let first = *seen.entry(Sha256::digest(&bytes).into()).or_insert(number);
            if first != number {
                let blanks = blanks! { row: first };
                let place = sheet.table.place(number);
                findings.push(Finding::new(&codes::DOUBLED_ROW, blanks).at(place));
            }
            first == number
        });
        self.stated -= before - self.rows.len();
    }
}

impl ReadTable<ClassGroup> {
    /// Where a column names the classes, rows that hold one class each become one record for each grade of a school,
    /// which is told; a row that is the same in every cell is a double.
    fn join_classes(&mut self, findings: &mut Findings) {
        if self.sheet.class_names().is_none() {
            return;
        }
        let mut groups: BTreeMap<(SchoolNo, u8), Vec<usize>> = BTreeMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            let group = groups.entry((row.value.school, row.value.grade));
            group.or_default().push(at);
        }
        let single = |at: &usize| {
            self.rows
                .get(*at)
                .is_some_and(|row| row.value.pupils.len() == 1)
        };
        groups.retain(|_, all| all.len() > 1 && all.iter().all(single));
        let (mut gone, mut first_row) = (BTreeSet::new(), None);
        for all in groups.into_values() {
            let mut pupils = Vec::new();
            let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
            for at in &all {
                let row = &self.rows[*at];
                let number = row.row.number;
                let first = *seen.entry(row.row.cells.clone()).or_insert(number);
                if first == number {
                    pupils.extend_from_slice(&row.value.pupils);
                } else {
                    let place = self.sheet.table.place(number);
                    let finding = Finding::new(&codes::DOUBLED_ROW, blanks! { row: first });
                    findings.push(finding.at(place));
                }
            }
            pupils.sort_unstable_by(|a, b| b.cmp(a));
            self.rows[all[0]].value.pupils = pupils;
            first_row = first_row.or(Some(self.rows[all[0]].row.number));
            gone.extend(all.into_iter().skip(1));
        }
        if let Some(first) = first_row {
            let blanks = blanks! { number: gone.len() };
            let place = self.sheet.table.place(first);
            findings.push(Finding::new(&codes::CLASS_ROWS, blanks).at(place));
        }
        let mut at = 0..;
        self.rows
            .retain(|_| !at.next().is_some_and(|at| gone.contains(&at)));
        self.stated -= gone.len();
    }
}

impl<T> ReadTable<T> {
    /// Its records.
    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.rows.iter().map(|row| &row.value)
    }

    /// The first row of each number.
    fn first_rows<N: Ord>(&self, number: impl Fn(&T) -> Option<N>) -> BTreeMap<N, usize> {
        let last_first = self.rows.iter().enumerate().rev();
        let numbered = last_first.filter_map(|(at, row)| Some((number(&row.value)?, at)));
        numbered.collect()
    }

    /// Where a cell of a row stands.
    pub(super) fn place(&self, row: &Placed<T>, key: &str) -> Place {
        self.sheet.place(&row.row, key)
    }

    /// The row's number in its file.
    pub(super) fn number(&self, row: &Placed<T>) -> usize {
        row.row.number
    }

    /// The head of a column in both languages.
    pub(super) fn head(&self, key: &str) -> Option<Text> {
        Some(self.sheet.column(key)?.head)
    }

    /// The name of the table.
    pub(super) fn name(&self) -> Text {
        self.sheet.spec.name
    }

    /// Whether the table has rows and every one of them could be read.
    pub(super) fn all_read(&self) -> bool {
        !self.rows.is_empty() && self.stated == self.rows.len()
    }

    /// The file as a whole.
    pub(super) fn file(&self) -> Place {
        Place::file(&self.sheet.table.whole.file)
    }

    /// The records in this order.
    fn sorted_by(self, order: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
        let mut all: Vec<T> = self.rows.into_iter().map(|row| row.value).collect();
        all.sort_by(order);
        all
    }

    fn sorted(self) -> Vec<T>
    where
        T: Ord,
    {
        self.sorted_by(T::cmp)
    }
}

/// Everything read.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) manifest: Manifest,
    pub(super) date: Date,
    pub(super) ids: Ids,
    schools_by_id: BTreeMap<SchoolNo, usize>,
    teachers_by_id: BTreeMap<TeacherNo, usize>,
    pub(super) schools: ReadTable<School>,
    pub(super) teachers: ReadTable<Teacher>,
    pub(super) classes: ReadTable<ClassGroup>,
    pub(super) service: ReadTable<Spell>,
    pub(super) quota: ReadTable<QuotaTotal>,
    pub(super) grid: ReadTable<GridLine>,
    pub(super) load: ReadTable<LoadLine>,
    pub(super) travel: ReadTable<TravelTime>,
    pub(super) title_posts: ReadTable<TitlePost>,
    pub(super) given_posts: ReadTable<GivenPost>,
    pub(super) pools: ReadTable<Pool>,
    pub(super) forecast: ReadTable<Intake>,
    pub(super) pins: Vec<Pin>,
    pub(super) bans: Vec<Ban>,
    pub(super) waivers: Vec<Waiver>,
}

impl Draft {
    /// Where a key of the decision stands that begins at a place.
    pub(super) fn place_in(&self, decision: &Place, key: &str) -> Place {
        let pins = self.manifest.pins.iter();
        let mut all = pins.chain(&self.manifest.bans);
        let found = all.find(|one| one.place == *decision);
        found.map_or_else(
            || decision.clone().in_column(key),
            |found| found.place_of(key),
        )
    }

    /// Reads every table to its last row.
    pub(super) fn read(manifest: Manifest, mut sheets: Sheets, findings: &mut Findings) -> Self {
        let gone = super::gone::take_out(&mut sheets, findings);
        let ids = [&SCHOOLS.spec, &TEACHERS.spec].map(|spec| sheets.get(spec.key));
        let ids = Ids::new(ids[0], ids[1]).without(gone);
        macro_rules! read {
            ($table:ident) => {
                ReadTable::new(&tables::$table, &mut sheets, &ids, findings)
            };
        }
        let (schools, teachers) = (read!(SCHOOLS), read!(TEACHERS));
        let mut classes = read!(CLASSES);
        classes.join_classes(findings);
        Self {
            date: manifest.date.unwrap_or(Date::ZERO),
            schools_by_id: schools.first_rows(|one| ids.school(&one.id)),
            teachers_by_id: teachers.first_rows(|one| ids.teacher(&one.id)),
            schools,
            teachers,
            classes,
            service: read!(SERVICE),
            quota: read!(QUOTA),
            grid: read!(GRID),
            load: read!(LOAD),
            travel: read!(TRAVEL),
            title_posts: read!(TITLE_POSTS),
            given_posts: read!(TEACHING_POSTS),
            pools: read!(RECRUITS),
            forecast: read!(FORECAST),
            pins: super::rulings::pins(&manifest, &ids, findings),
            bans: super::rulings::bans(&manifest, &ids, findings),
            waivers: super::rulings::waivers(&manifest, findings),
            manifest,
            ids,
        }
    }

    /// The school with this number, when its row could be read.
    pub(super) fn school(&self, no: SchoolNo) -> Option<&School> {
        let at = self.schools_by_id.get(&no)?;
        self.schools.rows.get(*at).map(|row| &row.value)
    }

    /// Whether the school with this number closes before the year.
    pub(super) fn is_closing(&self, no: SchoolNo) -> bool {
        self.school(no).is_some_and(|school| school.closing)
    }

    /// The name of the school with this number, or else its id.
    pub(super) fn school_name(&self, no: SchoolNo) -> &str {
        self.school(no)
            .map_or_else(|| self.ids.school_id(no), |school| &school.name)
    }

    /// Every school whose row could be read.
    pub(super) fn school_nos(&self) -> impl Iterator<Item = SchoolNo> {
        self.schools_by_id.keys().copied()
    }

    /// The teacher with this number, when her row could be read.
    pub(super) fn teacher(&self, no: TeacherNo) -> Option<&Teacher> {
        let at = self.teachers_by_id.get(&no)?;
        self.teachers.rows.get(*at).map(|row| &row.value)
    }

    /// Whether every row of schools, classes and teachers could be read.
    pub(super) fn all_read(&self) -> bool {
        self.schools.all_read() && self.classes.all_read() && self.teachers.all_read()
    }

    /// The roster in canonical order; only for a draft without errors.
    pub(super) fn into_roster(self) -> Roster {
        let (mut pins, mut bans) = (self.pins, self.bans);
        pins.sort_by_cached_key(|one| (one.teacher, one.school, one.reason.clone()));
        bans.sort_by_cached_key(|one| (one.teacher, one.school, one.reason.clone()));
        // Fixed before the roster is known: the year that is planned.
        let lottery_seed = self.manifest.lottery_seed;
        let lottery_seed = lottery_seed.unwrap_or_else(|| self.date.year().to_string());
        Roster {
            county: County {
                title_zh: self.manifest.title_zh,
                title_en: self.manifest.title_en,
                made_up: self.manifest.made_up,
            },
            date: self.date,
            schools: told_apart(with_leaders(self.schools.sorted_by(|a, b| a.id.cmp(&b.id)))),
            teachers: self.teachers.sorted_by(|a, b| a.id.cmp(&b.id)),
            classes: self.classes.sorted(),
            service: self.service.sorted(),
            quota: self.quota.sorted(),
            grid: self.grid.sorted(),
            load: self.load.sorted(),
            travel: self.travel.sorted(),
            title_posts: self.title_posts.sorted(),
            given_posts: self.given_posts.sorted(),
            pools: self.pools.sorted(),
            forecast: self.forecast.sorted(),
            pins,
            bans,
            waivers: self.waivers,
            lottery_seed,
            splits: Vec::new(),
            mergers: Vec::new(),
            gone: self.ids.gone,
            ways: BTreeMap::new(),
            foreseen: None,
            ranks: Vec::new(),
        }
    }
}

/// The schools, those of one name with their codes behind it.
fn told_apart(mut schools: Vec<School>) -> Vec<School> {
    apart::tell_apart(
        schools
            .iter_mut()
            .map(|one| (one.id.as_str(), &mut one.name)),
    );
    schools
}

/// The schools, with a mark at each that another one names as its central school.
fn with_leaders(mut schools: Vec<School>) -> Vec<School> {
    let named: BTreeSet<_> = schools
        .iter()
        .filter_map(|one| one.central_school)
        .collect();
    for no in named {
        if let Some(school) = schools.get_mut(no.0) {
            school.leads = true;
        }
    }
    schools
}
