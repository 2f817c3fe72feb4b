//! What is asked of a county beside what is: a try changes the question and shares the county.

use super::{Ban, Made, Pin, SchoolNo, TeacherNo, Waiver};
use crate::finding::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A plan that has been published (已发布的方案): who had a letter, and for which school.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The school to which each letter sends its teacher.
    pub letters: BTreeMap<TeacherNo, SchoolNo>,
    /// As few letters as possible change before any other goal; otherwise only among plans that are
    /// alike in every other goal.
    pub frozen: bool,
}

/// What is asked; by itself only that the tables are planned as they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    /// A plan that has been published, when this one follows it.
    pub published: Option<Published>,
    /// Whom the program may send, or keep, nowhere but there, whatever the policy makes of pins.
    pub forced: BTreeMap<TeacherNo, SchoolNo>,
    /// The plan is made so that any so many refusals leave every must-rule standing.
    pub withstand: i64,
    /// People whose pins in the tables do not count.
    pub unpinned: BTreeSet<TeacherNo>,
    /// People whose bans in the tables do not count.
    pub unbanned: BTreeSet<TeacherNo>,
    /// Pins besides those of the tables.
    pub pins: Vec<Pin>,
    /// Bans besides those of the tables.
    pub bans: Vec<Ban>,
    /// Special approvals besides those of the tables.
    pub waivers: Vec<Waiver>,
    /// What was edited by hand but where somebody goes, in this round or an earlier one, of whom or where, and how: it is
    /// held as the published plan has it.
    pub by_hand: BTreeSet<ByHand>,
}

/// Something that was edited by hand: what, of whom or where, and what it was edited to; empty where it was taken out,
/// none where an earlier program did not say.
pub(crate) type ByHand = (Made, String, Option<String>);

/// Nothing is asked but a plan.
pub static NOTHING_MORE: LazyLock<Question> = LazyLock::new(Question::default);

impl Question {
    /// No pin of somebody counts any more.
    pub fn unpin(&mut self, who: TeacherNo) {
        self.unpinned.insert(who);
        self.pins.retain(|pin| pin.teacher != who);
    }

    /// No ban of somebody counts any more.
    pub fn unban(&mut self, who: TeacherNo) {
        self.unbanned.insert(who);
        self.bans.retain(|ban| ban.teacher != who);
    }

    /// Tries out a special approval of so many units of a rule at a place.
    pub fn grant(&mut self, rule: &str, about: &str, amount: i64) {
        self.waivers.push(Waiver {
            rule: rule.to_owned(),
            about: about.to_owned(),
            amount,
            reason: "repair".to_owned(),
            author: "repair".to_owned(),
            date: String::new(),
            place: Place::default(),
            about_place: Place::default(),
        });
    }
}
