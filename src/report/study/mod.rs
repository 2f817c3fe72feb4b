//! What needs a solver: studies, explanations, new plans against old ones, conflicts.

use super::Asked;
use crate::blanks;
use crate::rules::Bound;
use crate::text::{Lang, Text};

mod answers;
mod comparison;
mod extra_duties;
mod fates;
mod frontier;
mod goals;
mod horizon;
mod letters;
mod no_plan;
mod priced;
mod region;
mod rule_answers;

pub use answers::{school_answer, teacher_answer};
pub use comparison::comparison;
pub(crate) use comparison::{
    STAY, every, judged, overview, scenario_name, scenario_title, weighted_scenarios,
};
pub use fates::fates;
pub use frontier::frontier;
pub(crate) use frontier::{curve, gained, weighted_points};
pub(crate) use goals::{part, shown_parts};
pub use horizon::horizon;
pub use letters::{replan, void_letters, withstands};
pub use no_plan::no_plan;
pub use priced::price_words;
pub use region::region;
pub use rule_answers::{prices, rule_answer};

const BOTH: Text = Text::new("{asks}，{has}", "{asks}, {has}");

/// What a rule asks and what there is, in a sentence: “至多6人，已派4人”.
fn both(one: &Asked<'_>, lang: Lang) -> String {
    if one.bound == Bound::Nothing {
        return one.has().get(lang).to_owned();
    }
    let words = blanks! { asks: one.asks().get(lang), has: one.has().get(lang) };
    BOTH.fill(lang, &words)
}
