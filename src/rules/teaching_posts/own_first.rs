//! Who teaches a subject stays on its posts (专任优先): nobody takes another post while one of her own subject that she
//! could hold would stand empty for it.
//!
//! Symbols, for each school `s` and subject `k`: `H`, `N` its people who fill some post of `k` there and the posts whose
//! main part it is; `S = max(0, H − N)` of them to spare; `off` people of `k` on other posts of the school, of those who
//! are alike to one of the `H` in all that they may teach; `in` people of `k` who are moved there and before whom the `H`
//! do not go (R42: the officer placed them, or their title asks for the year), `leave` those of the `H` who are moved
//! away; `pulled` how many are missed on their own posts [persons].
//! - `off − in − pulled ≤ S`; where `S > 0` also `H·(off − in) + S·leave − H·pulled ≤ H·S`
//!
//! So none may be off where none is to spare, and of one to spare nothing is left once somebody leaves. Of more to spare
//! one too many may pass: the exact bound needs a 0/1 column for each school and subject, with which a county of 40
//! schools took seven times as long.
//!
//! Each pulled person weighs as much as the post of the school that weighs most, so that nobody is pulled away for
//! what can be covered instead, and somebody still is where a must-rule asks for it.

use super::next_year::NextYear;
use super::weight;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::own_people::{OwnPeople, Place, is_post_of, own_at, own_people};
use crate::facts::own_staff::seats_site;
use crate::facts::{Facts, PostNo, ProfileNo};
use crate::rules::move_worth::comes_after_own;
use std::collections::BTreeMap;

/// What the post of a school that weighs most weighs.
pub(super) fn price(facts: &Facts<'_>, school: SchoolNo) -> i64 {
    let posts = facts.posts_of(school);
    let each = posts.map(|no| weight(facts, no) * facts.post(no).periods());
    each.max().unwrap_or(0)
}

/// The school and subject of whoever is on a post of another subject there, of those who may be missed.
fn off_own(
    facts: &Facts<'_>,
    staff: &BTreeMap<Place, OwnPeople>,
    (profile, no): (ProfileNo, PostNo),
) -> Option<Place> {
    let place = own_at(facts, profile, facts.post(no).school)?;
    let alike = staff.get(&place)?.people.contains_key(&profile);
    (alike && !is_post_of(facts, no, place.1)).then_some(place)
}

/// Own people of every school and subject, before anything is decided.
pub struct OwnPosts {
    staff: BTreeMap<Place, OwnPeople>,
    /// What a pulled person weighs at each school.
    prices: Vec<i64>,
}

/// How many of a subject at a school are off its posts, come and leave.
pub type Flows = BTreeMap<Place, [i64; 3]>;

impl OwnPosts {
    /// Those of a county.
    pub fn of(facts: &Facts<'_>) -> Self {
        let schools = facts.roster.school_nos();
        Self {
            staff: own_people(facts),
            prices: schools.map(|school| price(facts, school)).collect(),
        }
    }

    /// What it weighs that own people are pulled away from their subject, as uncovered periods are weighed.
    pub fn cost(&self, facts: &Facts<'_>, next: &NextYear) -> i64 {
        let flows = self.flows(facts, next).into_iter();
        flows.map(|(place, flow)| self.weigh(place, flow)).sum()
    }

    /// The flows at a school as a plan has it.
    pub fn flows(&self, facts: &Facts<'_>, next: &NextYear) -> Flows {
        let mut flows = Flows::new();
        for (who, no) in &next.there {
            add(&mut flows, self.off(facts, *who, *no), 0, 1);
        }
        for who in &next.come {
            add(&mut flows, comes(facts, *who, next.school), 1, 1);
        }
        for who in &next.leave {
            add(&mut flows, at(facts, *who, next.school), 2, 1);
        }
        flows
    }

    /// By how much more it weighs once people change seats at a school; the first of them is whoever does not come
    /// there after all, or does not leave. Of two steps of one person the later counts.
    pub fn change(
        &self,
        facts: &Facts<'_>,
        (next, flows): (&NextYear, &Flows),
        steps: &[(TeacherNo, Option<PostNo>)],
    ) -> i64 {
        let mut by = Flows::new();
        let last: BTreeMap<TeacherNo, Option<PostNo>> = steps.iter().copied().collect();
        let her = steps.first().map(|step| step.0);
        let gone = her.filter(|her| next.come.contains(her));
        for (who, to) in last {
            let was = next.there.get(&who).copied().flatten();
            let is = to.filter(|_| gone != Some(who));
            if was != is {
                add(&mut by, self.off(facts, who, was), 0, -1);
                add(&mut by, self.off(facts, who, is), 0, 1);
            }
        }
        if let Some(her) = gone {
            add(&mut by, comes(facts, her, next.school), 1, -1);
        }
        if let Some(her) = her.filter(|her| next.leave.contains(her)) {
            add(&mut by, at(facts, her, next.school), 2, -1);
        }
        let changed = by.into_iter().map(|(place, by)| {
            let was = flows.get(&place).copied().unwrap_or_default();
            let is = [was[0] + by[0], was[1] + by[1], was[2] + by[2]];
            self.weigh(place, is) - self.weigh(place, was)
        });
        changed.sum()
    }

    fn off(&self, facts: &Facts<'_>, who: TeacherNo, no: Option<PostNo>) -> Option<Place> {
        off_own(facts, &self.staff, (facts.stands(who).profile, no?))
    }

    /// What people of a subject who are pulled away from it weigh.
    fn weigh(&self, place: Place, [off, come, leave]: [i64; 3]) -> i64 {
        let Some(OwnPeople { heads, spare, .. }) = self.staff.get(&place) else {
            return 0;
        };
        let over = heads * (off - come) + spare * leave - heads * spare;
        // Rounded up.
        let left = if *spare > 0 {
            -(-over).div_euclid(*heads)
        } else {
            0
        };
        left.max(off - come - spare).max(0) * self.prices[place.0.0]
    }
}

fn add(flows: &mut Flows, place: Option<Place>, what: usize, by: i64) {
    if let Some(place) = place {
        flows.entry(place).or_default()[what] += by;
    }
}

/// Of which subject somebody is at a school.
fn at(facts: &Facts<'_>, who: TeacherNo, school: SchoolNo) -> Option<Place> {
    own_at(facts, facts.stands(who).profile, school)
}

/// The same of who is moved there, before whom those of the school do not go.
fn comes(facts: &Facts<'_>, who: TeacherNo, school: SchoolNo) -> Option<Place> {
    at(facts, who, school).filter(|_| !comes_after_own(facts, who, school))
}

/// The same in the program.
pub(super) fn constrain(program: &mut crate::model::Staffing<'_>) {
    use crate::model::Terms;
    let facts = program.facts;
    let staff = own_people(facts);
    let mut rows: BTreeMap<Place, [Terms; 3]> = BTreeMap::new();
    for one in &program.fills {
        if let Some(place) = off_own(facts, &staff, (one.profile, one.post)) {
            rows.entry(place).or_default()[0].push((one.var, 1));
        }
    }
    for arc in &program.arcs {
        let first = !comes_after_own(facts, program.mover(arc), arc.to);
        let place = own_at(facts, program.types[arc.ty].profile, arc.to).filter(|_| first);
        if let Some(row) = place.and_then(|place| rows.get_mut(&place)) {
            row[1].push((arc.var, -1));
        }
    }
    for (one, leave) in program.types.iter().zip(&program.leaves) {
        let place = own_at(facts, one.profile, one.base);
        if let Some(row) = place.and_then(|place| rows.get_mut(&place)) {
            row[2].push((*leave, 1));
        }
    }
    for (place, [mut off, come, leave]) in rows {
        let Some(OwnPeople { heads, spare, .. }) = staff.get(&place) else {
            continue;
        };
        let about = seats_site(facts, place.0, place.1);
        let most = whole(facts.roster.teachers.len());
        let pulled = program.lp.column(format!("pulled[{about}]"), 0, most);
        let lp = &mut program.lp;
        lp.cost(super::CARD.goal, pulled, price(facts, place.0));
        off.extend(come);
        if *spare > 0 {
            let times = |terms: &Terms, factor: i64| -> Terms {
                let terms = terms.iter();
                terms.map(|term| (term.0, term.1 * factor)).collect()
            };
            let mut left = times(&off, *heads);
            left.extend(times(&leave, *spare));
            left.push((pulled, -heads));
            let name = about.clone();
            lp.counts(super::CARD.id, name, left, heads * spare);
        }
        off.push((pulled, -1));
        lp.counts(super::CARD.id, about, off, *spare);
    }
}
