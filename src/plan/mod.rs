//! A plan (方案): the document `plan.json`, its form as a workbook, and how both are read back.

mod asked;
mod book;
mod claims;
mod document;
mod ended;
pub mod figures;
mod loss;
mod made;
mod matching;
mod months;
mod order;
mod placement;
mod plan_codes;
mod reader;
mod seating;
pub mod secondary;
mod subsidy;
pub mod upgrade;

pub use crate::domain::Made;
pub use asked::{asked, question};
pub use book::{
    DECISIONS as DECISIONS_INPUT, MADE_DIGEST, PlanBook, SCENARIO as SCENARIO_INPUT, input_name,
    read_plan_book,
};
pub use claims::ClaimsDoc;
pub use document::*;
pub use ended::{Ended, SolverFault};
pub use figures::{FigureDoc, FigureId, STATES, SchoolFigureDoc};
pub use loss::{Losses, losses};
pub use made::{
    Edited, TERMS, by_themselves, decided, edited, edited_before, is_beside, is_sound, made,
    without_sheets,
};
pub use months::may_be;
pub use order::Order;
pub use placement::{placement, undecided};
pub use plan_codes::PLAN_CODES;
pub use seating::{put_down, seat_the_rest, seated_at_home};
pub use subsidy::subsidy;

/// SHA-256 of the document with an empty digest, as lower-case hexadecimal.
pub fn digest(doc: &Plan) -> String {
    let bare = Plan {
        digest: String::new(),
        ..doc.clone()
    };
    crate::input::sha256(&to_json(&bare))
}

/// The bytes of the document: two-space JSON with a final line feed.
pub fn to_json(doc: &Plan) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(doc).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
