//! A plan as a workbook: ours, edited by hand or made by hand, read back to what it decides. The
//! sheets are found by name, their heads as in every other table, and every cell that cannot be read
//! is told with its place.

mod rows;
mod specs;

pub use specs::PLAN_SHEETS;

/// The sheets by name, for the one who writes them.
pub mod plan_sheets {
    pub use super::specs::{
        APPOINTMENTS, APPRENTICES, CONVERSIONS, GAPS, INPUTS, LEADERS, LESSONS, MENTORS, MOVES,
        POSTS, RECRUITS, TRIPS, VISITS,
    };
}

use super::TABLES;
use super::book::{self, Leaf};
use super::cells::Cells;
use super::codes::files::{NOTES_ROW, TOTALS_ROW};
use super::columns::TableSpec;
use super::heads;
use super::ids::Ids;
use super::sheet::Sheet;
use super::table::Table;
use crate::domain::Roster;
use crate::domain::plan::Plan;
use crate::finding::Findings;
use crate::text::Text;
use serde_json::{Value, json};

/// What was read of a plan's workbook.
#[derive(Debug)]
pub struct PlanBook {
    /// What it decides, and nothing else of a plan; absent when it has no rotation roll.
    pub plan: Option<Plan>,
    /// The sheets that it does not have.
    pub missing: Vec<Text>,
    /// What is wrong, by place.
    pub findings: Findings,
}

/// The name of what is in no table.
pub const SCENARIO: &str = "scenario";
const SCENARIO_NAME: Text = Text::new("情景设定", "scenario");

/// Whether bytes are a workbook rather than a JSON document.
pub fn is_plan_book(bytes: &[u8]) -> bool {
    book::is_workbook(bytes)
}

/// The name of an input in words: of a table its name, of a policy its file.
pub fn input_name(name: &str) -> Value {
    match TABLES.iter().find(|spec| spec.key == name) {
        Some(spec) => json!(spec.name),
        None if name == SCENARIO => json!(SCENARIO_NAME),
        None => json!(name),
    }
}

/// The input with this name in words.
fn input_of(word: &str) -> &str {
    let named = |name: Text| [name.zh, name.en].contains(&word);
    match TABLES.iter().find(|spec| named(spec.name)) {
        Some(spec) => spec.key,
        None if named(SCENARIO_NAME) => SCENARIO,
        None => word,
    }
}

/// Reads the decisions of a plan from a workbook of the county with this roster.
pub fn read_plan_book(file: &str, bytes: &[u8], roster: &Roster) -> PlanBook {
    let mut findings = Findings::default();
    let mut leaves = book::open(file, bytes, &mut findings);
    let mut book = Reading {
        roster,
        ids: Ids::of(roster),
        missing: Vec::new(),
        findings,
    };
    let shut = book.findings.has_errors();
    let plan = book.plan(&mut leaves);
    let mut findings = book.findings;
    // The line to sign below every table is ours.
    findings
        .0
        .retain(|one| ![NOTES_ROW.id, TOTALS_ROW.id].contains(&one.code.id));
    let rolled = !book.missing.contains(&specs::MOVES.name);
    PlanBook {
        plan: (rolled && !shut).then_some(plan),
        missing: if shut { Vec::new() } else { book.missing },
        findings: super::counted::fold(findings).sorted(),
    }
}

struct Reading<'a> {
    roster: &'a Roster,
    ids: Ids,
    missing: Vec<Text>,
    findings: Findings,
}

impl Reading<'_> {
    /// The rows of a sheet, each read by `one`.
    fn rows<T>(
        &mut self,
        leaves: &mut [Leaf],
        spec: &'static TableSpec,
        one: fn(&mut Cells<'_>, &Roster) -> Option<T>,
    ) -> Vec<T> {
        let named = |leaf: &&mut Leaf| {
            let name = leaf.sheet.as_deref().unwrap_or_default().trim();
            [spec.key, spec.name.zh, spec.name.en].contains(&name)
        };
        let fit = leaves.iter_mut().find(named).and_then(|leaf| {
            let fit = heads::fit(&heads::shapes(&leaf.rows), spec)?;
            Some((leaf, fit))
        });
        let Some((leaf, fit)) = fit else {
            self.missing.push(spec.name);
            return Vec::new();
        };
        let table = Table::new(leaf, &fit, &mut self.findings);
        let sheet = Sheet::new(table, &fit, spec, &mut self.findings);
        let rows = sheet.table.rows.iter().filter(|row| !row.slipped);
        let rows = rows.filter_map(|row| {
            let mut cells = Cells::new(&sheet, row, &self.ids, &mut self.findings);
            one(&mut cells, self.roster)
        });
        rows.collect()
    }
}
