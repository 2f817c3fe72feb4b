//! Where in a plan's workbook that stands which a finding is about: the sheet in which it was decided, not merely the
//! first that names the person.

use crate::finding::{About, Finding, Place};
use crate::input::plan_sheets::{
    APPOINTMENTS, CONVERSIONS, LEADERS, LESSONS, MENTORS, MOVES, POSTS, TRIPS, VISITS,
};
use crate::input::{AGAIN, Places, TableSpec};

/// Columns of the roll that a finding about a move is about.
const CELLS: [(&str, &str); 11] = [
    ("A03", AGAIN),
    ("A04", "from"),
    ("A23", "start"),
    ("A24", "end"),
    ("A25", "end"),
    ("A26", "share"),
    ("A27", "form"),
    ("A37", "end"),
    ("A38", "end"),
    ("A69", "share"),
    ("A106", "from"),
];

/// Cells of other sheets by the rule whose findings are about what is decided there.
static SHEETS: [(&str, &[(&TableSpec, &str)]); 7] = [
    ("R07", &[(&POSTS, "post")]),
    ("R31", &[(&APPOINTMENTS, "appointed")]),
    ("R33", &[(&LESSONS, "periods"), (&TRIPS, "half_days")]),
    ("R34", &[(&VISITS, "times")]),
    ("R35", &[(&MENTORS, "mentor")]),
    ("R36", &[(&LEADERS, "to")]),
    ("R39", &[(&CONVERSIONS, "teacher")]),
];

/// The cell of a workbook in which the person stands whom a finding is about.
pub(super) fn place(finding: &Finding, places: &Places) -> Option<Place> {
    let Some(About::Teacher(id)) = &finding.about else {
        return None;
    };
    let code = finding.code.id;
    let at = |(sheet, column): &(&TableSpec, &'static str)| {
        places.get(&(id.clone(), sheet.key, *column)).cloned()
    };
    let of_rule = SHEETS.iter().filter(|(rule, _)| code.starts_with(rule));
    let of_rule = of_rule.flat_map(|one| one.1).find_map(at);
    let cells = CELLS.iter().filter(|(known, _)| *known == code);
    let cells = cells.map(|one| (&MOVES, one.1));
    let cells: Vec<(&TableSpec, &'static str)> =
        cells.map(|one| (one.0 as &TableSpec, one.1)).collect();
    let of_move = || cells.iter().find_map(at);
    // Any other is about where somebody goes, or else about her, wherever she stands first.
    let goes = || at(&(&MOVES, "to"));
    let stands = || {
        let mut hers = places.iter().filter(|one| one.0.0 == *id);
        let named = hers.clone().find(|one| one.0.2 == "teacher");
        named.or_else(|| hers.next()).map(|one| one.1.clone())
    };
    of_rule.or_else(of_move).or_else(goes).or_else(stands)
}
