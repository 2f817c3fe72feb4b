//! Who works at a school in the school year that is planned, seen by the rules on own people.

use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::{Facts, Placement, PostNo};
use std::collections::BTreeMap;

/// A school in the year that is planned.
#[derive(Debug, Clone)]
pub struct NextYear {
    /// The school.
    pub school: SchoolNo,
    /// Who works there, and the post of each who has one.
    pub there: BTreeMap<TeacherNo, Option<PostNo>>,
    /// Those who are moved there.
    pub come: Vec<TeacherNo>,
    /// Those who are moved away.
    pub leave: Vec<TeacherNo>,
}

impl NextYear {
    /// Every school as a plan has it, by number.
    pub fn of(facts: &Facts<'_>, plan: &Placement) -> Vec<Self> {
        let blank = |school| Self {
            school,
            there: BTreeMap::new(),
            come: Vec::new(),
            leave: Vec::new(),
        };
        let mut all: Vec<_> = facts.roster.school_nos().map(blank).collect();
        for (who, at) in facts.roster.teacher_nos().zip(plan.next(facts)) {
            if let Some(at) = at {
                all[at.0].there.insert(who, None);
            }
        }
        for (no, people) in facts.post_nos().zip(&plan.fills) {
            let on = people.iter().map(|who| (*who, Some(no)));
            all[facts.post(no).school.0].there.extend(on);
        }
        for one in &plan.moves {
            all[one.to.0].come.push(one.teacher);
            all[one.from.0].leave.push(one.teacher);
        }
        all
    }
}
