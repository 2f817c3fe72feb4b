//! Recruits of village schools who first learn at a town school (新招教师城区见习): their posts stay open
//! until they come.

use super::values::apprentices;
use super::{Facts, Hire, Placement};
use crate::domain::{Class, SchoolNo};

/// Whether recruits learn elsewhere first.
pub fn learns_first(facts: &Facts<'_>, hire: &Hire) -> bool {
    let school = facts.roster.school(facts.post(hire.post).school);
    hire.number > 0
        && facts.book.is_on(apprentices::RULE)
        && school.is_any(&facts.book.get(apprentices::OF_SCHOOLS))
}

/// The recruits of a plan who learn first, in its order.
pub fn apprentices<'p>(
    facts: &'p Facts<'_>,
    plan: &'p Placement,
) -> impl Iterator<Item = &'p Hire> {
    plan.hires.iter().filter(|hire| learns_first(facts, hire))
}

/// Where recruits may learn under a plan.
pub struct Learning<'a> {
    facts: &'a Facts<'a>,
    next: Vec<Option<SchoolNo>>,
    classes: Vec<Class>,
}

impl<'a> Learning<'a> {
    /// As the policy of the facts says.
    pub fn new(facts: &'a Facts<'a>, plan: &Placement) -> Self {
        Self {
            facts,
            next: plan.next(facts),
            classes: facts.book.get(apprentices::AT_SCHOOLS),
        }
    }

    /// Minutes between the school of a post and one where its recruit may learn: of the listed classes,
    /// with her stage, and with somebody who teaches her subject next year.
    pub fn at(&self, hire: &Hire, at: SchoolNo) -> Option<Option<u32>> {
        let facts = self.facts;
        let (post, pool) = (facts.post(hire.post), &facts.roster.pools[hire.pool]);
        let school = facts.roster.school(at);
        let own = pool.subjects.first();
        let taught = || {
            let mut people = facts.roster.teachers.iter().zip(&self.next);
            people.any(|(one, there)| *there == Some(at) && own == Some(&one.subject))
        };
        let may = at != post.school
            && !school.closing
            && school.is_any(&self.classes)
            && (!school.weak || facts.book.get(apprentices::WEAK_TOO))
            && school.teaches(post.stage)
            && taught();
        may.then(|| facts.travel.between(post.school, at))
    }
}
