//! Rows of persons who stand on the roster and teach in the county no more: they are no teachers, and what other
//! tables say of them counts no more; both are told.

use super::codes;
use super::sheet::Sheets;
use super::spelling;
use super::tables::TEACHERS;
use crate::blanks;
use crate::finding::{Finding, Findings};
use serde_json::json;
use std::collections::BTreeMap;

/// How real rosters mark them in the column of the status.
const WORDS: &[&str] = &[
    "退休",
    "已退休",
    "离退休",
    "离休",
    "去世",
    "已去世",
    "病故",
    "死亡",
    "已故",
    "调出",
    "已调出",
    "调离",
    "已调离",
    "辞职",
    "已辞职",
    "离职",
    "已离职",
    "解聘",
    "开除",
    "除名",
    "病退",
    "提前退休",
    "到龄退休",
    "已退",
    "辞退",
    "自动离职",
    "开除公职",
    "外调",
    "调走",
    "转出",
    "考走",
    "考出",
    "考离",
    "亡故",
    "逝世",
    "终止合同",
    "解除合同",
];

/// Takes them out; their ids, with the word of each.
pub(super) fn take_out(sheets: &mut Sheets, findings: &mut Findings) -> BTreeMap<String, String> {
    let mut gone = BTreeMap::new();
    let Some(sheet) = sheets.get_mut(TEACHERS.spec.key) else {
        return gone;
    };
    let rows = std::mem::take(&mut sheet.table.rows);
    let is_gone = |cell: &str| WORDS.contains(&spelling::tight(cell).as_str());
    let all = rows.into_iter();
    let (out, stay): (Vec<_>, Vec<_>) = all.partition(|row| is_gone(sheet.cell(row, "status")));
    for row in &out {
        let (id, status) = (sheet.cell(row, "id"), sheet.cell(row, "status"));
        gone.insert(spelling::code(id), spelling::tight(status));
        let column = sheet.column("status").map(|column| column.head);
        let mut blanks = blanks! { found: sheet.cell(row, "status") };
        blanks.insert("column".to_owned(), json!(column));
        findings.push(Finding::new(&codes::GONE, blanks).at(sheet.place(row, "status")));
    }
    sheet.table.rows = stay;
    gone
}
