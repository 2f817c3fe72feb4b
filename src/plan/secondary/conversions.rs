//! Contract teachers who are taken onto the quota (编外合同教师择优入编); the main program decides who.

use super::decision::{Proof, Secondary};
use crate::facts::{Facts, Placement};
use crate::input::NamedSheets;
use crate::input::plan_sheets::CONVERSIONS;
use crate::plan::Plan;
use crate::plan::reader::Reader;

/// The decision.
pub struct Conversions;

impl Secondary for Conversions {
    fn list(&self, facts: &Facts<'_>, plan: &Placement, _: Proof, doc: &mut Plan) {
        let taken = plan.conversions.iter();
        doc.conversions = taken.map(|who| facts.roster.teacher_id(*who)).collect();
    }

    fn listed(&self, doc: &Plan) -> usize {
        doc.conversions.len()
    }

    fn read(&self, doc: &Plan, reader: &mut Reader<'_>) {
        let ids = doc.conversions.iter();
        reader.plan.conversions = reader.people(ids);
    }

    fn read_sheets(&self, book: &mut NamedSheets<'_>, doc: &mut Plan) {
        doc.conversions = book.rows(&CONVERSIONS, |cells, roster| {
            Some(cells.somebody("teacher", roster)?.id)
        });
    }
}
