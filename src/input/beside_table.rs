//! The heads of a plan's sheets, and what stands beside them: a column that is missing, and words under no head.

use super::codes;
use super::columns::TableSpec;
use super::meanings;
use super::plan_sheets::{BY_POLICY, MOVES};
use super::table::{Leaf, letter};
use crate::blanks;
use crate::finding::{Code, Finding, Findings, Place};
use serde_json::{Value, json};

/// Takes out what stands to the right of a table, under no head: a remark of somebody, which is told and not read.
pub(super) fn take_beside(leaf: &mut Leaf, spec: &'static TableSpec) -> Findings {
    let mut told = Findings::default();
    let Some(fit) = meanings::fit(&meanings::shapes(&leaf.rows), spec) else {
        return told;
    };
    let heads = fit.head.len();
    let place = leaf.place();
    for row in leaf.rows.iter_mut().skip(fit.at + fit.deep) {
        let number = row.number;
        let mut cells = (0..).zip(&row.cells).skip(heads);
        if let Some((at, found)) = cells.find(|(_, cell)| !cell.is_empty()) {
            let place = Place {
                cell: Some(format!("{}{number}", letter(at))),
                found: Some(found.clone()),
                ..place.clone().at_row(number)
            };
            let blanks = blanks! { sheet: spec.name, found: found };
            told.push(Finding::new(&BESIDE_TABLE, blanks).at(place));
        }
        row.cells.truncate(heads);
    }
    told
}

/// What is said of the heads of a sheet of a plan: a column that is missing is told with the heads that are not known,
/// one of which it may be; a roll made by hand may go without what the policy says.
pub(super) fn said_of_heads(found: Findings, spec: &'static TableSpec, ours: bool) -> Findings {
    let is = |one: &Finding, code: &'static Code| one.code == code;
    let unknown = found.0.iter().find(|one| is(one, &codes::UNKNOWN_COLUMN));
    let heads = unknown.and_then(|one| one.blanks.get("heads")).cloned();
    let may = |one: &Finding| {
        let key = one.blanks.get("key").and_then(|key| key.as_str());
        let by_policy = key.is_some_and(|key| BY_POLICY.contains(&key) || key == "teacher");
        spec.key == MOVES.key && !ours && by_policy
    };
    let told = found.0.into_iter().filter_map(|one| {
        if !is(&one, &codes::MISSING_COLUMN) {
            return Some(one);
        }
        if may(&one) {
            return None;
        }
        let column = one.blanks.get("column").cloned().unwrap_or_default();
        let blanks =
            blanks! { sheet: spec.name, column: column, heads: heads_clause(heads.as_ref()) };
        let place = one.place.clone().unwrap_or_default();
        Some(Finding::new(&NO_COLUMN, blanks).at(place))
    });
    Findings(told.collect())
}

/// The heads that are not known, as a clause.
pub(super) fn heads_clause(heads: Option<&Value>) -> Value {
    let heads = heads.and_then(Value::as_array).into_iter().flatten();
    let heads: Vec<&str> = heads.filter_map(Value::as_str).collect();
    if heads.is_empty() {
        return json!("");
    }
    json!({
        "zh": format!("；不认识的列名有“{}”，是否改了列名", heads.join("”、“")),
        "en": format!("; not known are the heads \"{}\": was it renamed", heads.join("\", \"")),
    })
}

crate::finding::codes! { pub(super),
    NO_COLUMN "A65" error
        ["“{sheet}”没有“{column}”这一列{heads}。各行因此读不出，并不是撤回。", "\"{sheet}\" has no column \"{column}\"{heads}. Its rows cannot be read, and are not taken for withdrawn."]
        ["改回列名“{column}”；删去了的，从原文件补回这一列。", "Call it \"{column}\" again; if it was deleted, put it back from the file as written."];
    BESIDE_TABLE "A66" warning
        ["“{sheet}”右边表格之外写有“{found}”，不属于任何一列，没有读取。", "To the right of the table \"{sheet}\" stands \"{found}\", under no head; it is not read."]
        ["只是批注的不用处理；要改动方案的，改在表内，退出的用 --refuse。", "Nothing to do for a remark; what should change the plan belongs into the table, a refusal is named with --refuse."];
}

/// Every kind of finding about heads and what stands beside them.
pub(super) const BESIDE_CODES: &[&Code] = CODES;
