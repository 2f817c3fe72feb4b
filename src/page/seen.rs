//! What the sections of the page look at: the plan, the roster behind it, and who goes from where to
//! where.

use crate::domain::{SchoolNo, Subject};
use crate::facts::Facts;
use crate::plan::{Plan, SubjectDoc};
use crate::print::html::t;
use crate::print::two_places;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// A plan as the page sees it.
pub(super) struct Seen<'a> {
    /// What is, and what must be.
    pub(super) facts: &'a Facts<'a>,
    /// The document.
    pub(super) doc: &'a Plan,
    /// People who go from one school to another, most first.
    pub(super) flows: Vec<Flow>,
}

/// People who go from one school to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flow {
    /// From here.
    pub(super) from: SchoolNo,
    /// To there.
    pub(super) to: SchoolNo,
    /// Teachers who move.
    pub(super) teachers: i64,
    /// School leaders who are exchanged.
    pub(super) leaders: i64,
}

impl Flow {
    /// Both.
    pub(super) const fn people(&self) -> i64 {
        self.teachers + self.leaders
    }
}

impl<'a> Seen<'a> {
    /// Reads the document against the roster.
    pub(super) fn new(facts: &'a Facts<'a>, doc: &'a Plan) -> Self {
        Self {
            facts,
            doc,
            flows: flows(facts, doc),
        }
    }

    /// The name of a school by its id; the id itself where the roster has no such school.
    pub(super) fn school<'b>(&'b self, id: &'b str) -> &'b str {
        let no = self.facts.roster.find_school(id);
        no.map_or(id, |no| &self.facts.roster.school(no).name)
    }

    /// The name of a school.
    pub(super) fn name(&self, no: SchoolNo) -> &str {
        &self.facts.roster.school(no).name
    }
}

fn flows(facts: &Facts<'_>, doc: &Plan) -> Vec<Flow> {
    let mut table: BTreeMap<(SchoolNo, SchoolNo), (i64, i64)> = BTreeMap::new();
    let moves = doc.moves.iter().map(|one| (&one.from, &one.to, 1, 0));
    let leaders = doc.leaders.iter().map(|one| (&one.from, &one.to, 0, 1));
    for (from, to, teacher, leader) in moves.chain(leaders) {
        let no = |id: &str| facts.roster.find_school(id);
        if let (Some(from), Some(to)) = (no(from), no(to)) {
            let sum = table.entry((from, to)).or_default();
            *sum = (sum.0 + teacher, sum.1 + leader);
        }
    }
    let flow = |((from, to), (teachers, leaders))| Flow {
        from,
        to,
        teachers,
        leaders,
    };
    let mut flows: Vec<Flow> = table.into_iter().map(flow).collect();
    flows.sort_by_key(|one| std::cmp::Reverse(one.people()));
    flows
}

/// People short of a subject after the plan, as the balance reckons.
pub(super) fn lacking(subject: &SubjectDoc) -> i64 {
    subject.over_after.map_or(0, |over| (-over).max(0))
}

/// Subjects with their weekly periods.
pub(super) fn parts(parts: &[(Subject, u32)]) -> Markup {
    html! {
        @for (no, (subject, periods)) in parts.iter().enumerate() {
            @if no > 0 { " + " }
            (t(subject.text())) " " (periods)
        }
    }
}

/// A share as a decimal with two places at most.
pub(super) fn decimal(numerator: i64, denominator: i64) -> String {
    let text = two_places(numerator, denominator);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
