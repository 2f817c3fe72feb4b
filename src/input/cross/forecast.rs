//! Expected intake against the kind of the school, the planned year and its own classes.

use super::tell::Teller;
use crate::blanks;
use crate::domain::{Stage, year_start};
use crate::finding::Findings;
use crate::input::codes::tables::{FORECAST_CLASSES, FORECAST_GRADE, FORECAST_IDLE};
use crate::input::draft::Draft;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let planned = u32::try_from(year_start(draft.date).first_day().year()).unwrap_or(0);
    for row in &draft.forecast.rows {
        let line = &row.value;
        let Some(at) = draft.school(line.school) else {
            continue;
        };
        let mut about = Teller::county(&draft.forecast, row, findings).school(&at.id);
        let starts = |stage: Stage| stage.entry_grade() == line.grade && at.teaches(stage);
        if !Stage::of_grade(line.grade).is_some_and(starts) {
            let blanks = blanks! { school: at.name, kind: at.kind.text(), grade: line.grade };
            about.tell(&FORECAST_GRADE, "grade", blanks);
        }
        if draft.manifest.date.is_some() && line.year <= planned {
            let blanks = blanks! { school: at.name, year: line.year, planned: planned };
            about.tell(&FORECAST_IDLE, "year", blanks);
        }
        let cannot = |classes: u32| classes > line.pupils || (classes == 0 && line.pupils > 0);
        if line.classes.is_some_and(cannot) {
            let blanks = blanks! { school: at.name, pupils: line.pupils, classes: line.classes };
            about.tell(&FORECAST_CLASSES, "classes", blanks);
        }
    }
}
