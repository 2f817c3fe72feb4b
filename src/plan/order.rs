//! How somebody who moves was picked among people alike in everything that the rules look at: which step
//! of the published order decided (排序依据).

use super::{PickedDoc, Step};
use crate::domain::{SchoolNo, TeacherNo, length};
use crate::facts::{Facts, Placement, ticket, willing};
use std::collections::BTreeMap;

/// People alike, with whoever of them the plan moves.
pub struct Order<'a> {
    facts: &'a Facts<'a>,
    /// Groups of people alike.
    groups: Vec<Vec<TeacherNo>>,
    /// The group of each teacher.
    of: BTreeMap<TeacherNo, usize>,
    goes: BTreeMap<TeacherNo, SchoolNo>,
}

impl<'a> Order<'a> {
    /// The groups of a county and a plan for it.
    pub fn new(facts: &'a Facts<'a>, groups: Vec<Vec<TeacherNo>>, plan: &Placement) -> Self {
        let numbered = groups.iter().enumerate();
        let of = numbered.flat_map(|(no, group)| group.iter().map(move |who| (*who, no)));
        let of = of.collect();
        let moves = plan.moves.iter();
        let goes = moves.map(|one| (one.teacher, one.to)).collect();
        Self {
            facts,
            groups,
            of,
            goes,
        }
    }

    /// How a mover was picked.
    pub fn picked(&self, who: TeacherNo) -> PickedDoc {
        let group = self
            .of
            .get(&who)
            .map_or(&[][..], |no| self.groups[*no].as_slice());
        let (going, staying): (Vec<_>, Vec<TeacherNo>) = group
            .iter()
            .copied()
            .partition(|one| self.goes.contains_key(one));
        let to = self.goes.get(&who).copied();
        let first = staying
            .iter()
            .min_by_key(|one| self.rank(**one, to))
            .copied();
        PickedDoc {
            alike: length(group.len()).max(1),
            going: length(going.len()).max(1),
            by: match first {
                None if group.len() < 2 => Step::Alone,
                None => Step::All,
                Some(next) => self.step(who, next, to),
            },
        }
    }

    /// Her place in the published order, the smallest first: whoever asked for that school, the longest at
    /// her own, fewest points, the lottery.
    fn rank(&self, who: TeacherNo, to: Option<SchoolNo>) -> impl Ord + use<> {
        let one = self.facts.roster.teacher(who);
        let willing = to.is_some_and(|to| willing(self.facts, who, to));
        let ticket = ticket(&self.facts.roster.lottery_seed, &one.id);
        (!willing, one.at_school_since, one.points, ticket)
    }

    /// What sets a mover before the first of those who stay.
    fn step(&self, who: TeacherNo, next: TeacherNo, to: Option<SchoolNo>) -> Step {
        let roster = self.facts.roster;
        let willing = |who| to.is_some_and(|to| willing(self.facts, who, to));
        let (a, b) = (roster.teacher(who), roster.teacher(next));
        if self.rank(who, to) > self.rank(next, to) {
            Step::Other
        } else if willing(who) != willing(next) {
            Step::Willing
        } else if a.at_school_since != b.at_school_since {
            Step::Longest
        } else if a.points != b.points {
            Step::Points
        } else {
            Step::Lot
        }
    }
}
