//! Lessons that go with an office (校长、副校长任课): they are planned at the school to which a leader is expected to go.
//! Where a plan sends her elsewhere, whoever comes instead takes them over, as far as she may teach them.
//!
//! Symbols: `p[h,k]` weekly periods of subject `k` that leader `h` teaches at the school where she is expected. The first
//! who comes to that office unexpected takes over those of the first who stays away. What nobody takes over, because
//! nobody comes or because it needs a certificate that she has not, is open.

use super::leaders::Office;
use super::post::Gap;
use super::{Facts, Placement};
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo};
use std::collections::{BTreeMap, VecDeque};

/// Who teaches what beside leading a school when a plan is carried out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfficeLessons {
    /// Subjects with weekly periods of each leader.
    pub taught: BTreeMap<TeacherNo, Vec<(Subject, u32)>>,
    /// Weekly periods that nobody has taken over.
    pub open: Vec<(Gap, u32)>,
}

/// Works it out.
pub fn office_lessons(facts: &Facts<'_>, plan: &Placement) -> OfficeLessons {
    let mut all = OfficeLessons::default();
    let goes = plan.leaders.iter().map(|one| (one.teacher, one.to));
    let goes: BTreeMap<TeacherNo, SchoolNo> = goes.collect();
    let place = |who: TeacherNo, school: SchoolNo| {
        let one = facts.roster.teacher(who);
        let role = one.role;
        (Office { school, role }, one.stage)
    };
    let leads = |who: TeacherNo| {
        let stays = facts.roster.teacher(who).work_school;
        goes.get(&who).copied().unwrap_or(stays)
    };
    let mut comers: BTreeMap<(Office, Stage), VecDeque<TeacherNo>> = BTreeMap::new();
    for who in facts.beside_office.keys().copied() {
        if leads(who) != facts.leads_at(who) {
            let here = comers.entry(place(who, leads(who))).or_default();
            here.push_back(who);
        }
    }
    for (who, parts) in &facts.beside_office {
        let expected = facts.leads_at(*who);
        if leads(*who) == expected {
            all.taught.insert(*who, parts.clone());
            continue;
        }
        let (office, stage) = place(*who, expected);
        let comer = comers.get_mut(&(office, stage));
        let comer = comer.and_then(VecDeque::pop_front);
        for (subject, periods) in parts.iter().copied() {
            let may = |who: &TeacherNo| {
                let own = facts.roster.teacher(*who).subject;
                own == subject || facts.rights.is_open(stage, subject)
            };
            if let Some(who) = comer.filter(may) {
                all.taught.entry(who).or_default().push((subject, periods));
            } else {
                let school = expected;
                let gap = Gap {
                    school,
                    stage,
                    subject,
                };
                all.open.push((gap, periods));
            }
        }
    }
    all
}
