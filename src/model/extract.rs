//! From whole numbers of each type back to people.
//!
//! Inside a class people are picked in the published order: those who want to go by what the point
//! says of their wishes, then the first of all others, to the destinations in order of school. At a
//! school arrivals take posts before those who stayed, since whoever is moved holds a post; posts that
//! are not worth the move only as many as are lodged there. Of those who stayed, `at_home` says who sits where.

use super::at_home::own_people_first;
use super::types::in_order;
use super::{AppointVar, Arc, FillVar, HireVar, Lp, Staffing, Type, Var};
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::{Hire, Placement, PlannedMove, ProfileNo, closes_nothing, willing, worthy};
use crate::policy::Force;
use std::collections::BTreeMap;

impl Staffing<'_> {
    /// The plan that a point of the program means.
    pub fn placement(&self, point: &[i64]) -> Placement {
        let mut plan = Placement::empty(self.facts);
        let mut arrivals: BTreeMap<(SchoolNo, ProfileNo), Vec<TeacherNo>> = BTreeMap::new();
        let mut hands = arrivals.clone();
        let mut start = 0;
        for class in self.types.chunk_by(|one, next| one.class == next.class) {
            let (base, profile) = (class[0].base, class[0].profile);
            let (going, staying) = self.picked(class, start, point);
            start += class.len();
            // Whoever must leave a closing school has no better claim to a post there than who stays.
            let come = if self.facts.must_leave(class[0].sample()) {
                &mut hands
            } else {
                &mut arrivals
            };
            for (to, who) in going {
                plan.moves.push(PlannedMove::new(self.facts, who, base, to));
                come.entry((to, profile)).or_default().push(who);
            }
            let here = hands.entry((base, profile)).or_default();
            here.extend(staying);
        }
        for (key, people) in &self.fixed {
            hands.entry(*key).or_default().extend(people);
        }
        plan.moves.sort();
        // From the last, so that the first are taken first.
        for people in arrivals.values_mut().chain(hands.values_mut()) {
            people.reverse();
        }
        for fill in &self.fills {
            let key = (self.facts.post(fill.post).school, fill.profile);
            let (all, come) = (size(point[fill.var.0]), arrivals.entry(key).or_default());
            let first = self.arrive(fill, point).map_or(all, size).min(all);
            let first = first.min(come.len());
            let posts = &mut plan.fills[fill.post.0];
            posts.extend(come.drain(come.len() - first..));
            let here = hands.entry(key).or_default();
            posts.extend(here.drain(here.len() - (all - first)..));
        }
        plan.sort_fills();
        own_people_first(self.facts, &mut plan);
        for hire in self.hires.iter().filter(|hire| point[hire.var.0] > 0) {
            plan.hires.push(Hire {
                pool: hire.pool,
                post: hire.post,
                number: u32::try_from(point[hire.var.0]).unwrap_or(0),
            });
        }
        plan.hires.sort();
        plan.appointments = chosen(&self.appoints, point);
        plan.conversions = chosen(&self.converts, point);
        plan
    }

    /// Who of a class goes where, and who stays: those who want to go to the schools of their wish, by the
    /// types that the point names, then of all others the first in the published order, whatever else they
    /// may have wished.
    fn picked(
        &self,
        class: &[Type],
        start: usize,
        point: &[i64],
    ) -> (Vec<(SchoolNo, TeacherNo)>, Vec<TeacherNo>) {
        let (mut going, mut left, mut drafts) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (ty, one) in (start..).zip(class) {
            let mut members = one.members.iter().copied();
            for arc in self.arcs_of(ty) {
                let number = size(point[arc.var.0]);
                if willing(self.facts, one.sample(), arc.to) {
                    going.extend(members.by_ref().take(number).map(|who| (arc.to, who)));
                } else {
                    *drafts.entry(arc.to).or_insert(0) += number;
                }
            }
            left.extend(members);
        }
        let mut left = in_order(self.facts, left);
        for (to, number) in drafts {
            for _ in 0..number {
                // Whoever wants to go there was asked before, as far as the point asks anybody.
                let drafted = left.iter().position(|who| !willing(self.facts, *who, to));
                match drafted {
                    Some(place) => going.push((to, left.remove(place))),
                    None => return self.picked_by_type(class, start, point),
                }
            }
        }
        (going, left)
    }

    /// The same type by type, where the order of the class does not come out even.
    fn picked_by_type(
        &self,
        class: &[Type],
        start: usize,
        point: &[i64],
    ) -> (Vec<(SchoolNo, TeacherNo)>, Vec<TeacherNo>) {
        let (mut going, mut left) = (Vec::new(), Vec::new());
        for (ty, one) in (start..).zip(class) {
            let mut members = one.members.iter().copied();
            for arc in self.arcs_of(ty) {
                let number = size(point[arc.var.0]);
                going.extend(members.by_ref().take(number).map(|who| (arc.to, who)));
            }
            left.extend(members);
        }
        (going, in_order(self.facts, left))
    }

    /// How many on posts of a kind have just arrived, where that is told apart: where arrivals are,
    /// and on posts that are not worth the move, on which only those are who are lodged.
    fn arrive(&self, fill: &FillVar, point: &[i64]) -> Option<i64> {
        if worthy(self.facts, fill.profile, fill.post) {
            let arriving = self.arriving.get(&(fill.profile, fill.post));
            return arriving.map(|var| point[var.0]);
        }
        let same = |one: &&FillVar| (one.profile, one.post) == (fill.profile, fill.post);
        let lodged = self.lodged.iter().find(same);
        Some(lodged.map_or(0, |one| point[one.var.0]))
    }

    /// The same program with people, posts and recruits fixed as in a plan; `None` when the plan
    /// needs a column that the program does not have, which is a breach in itself.
    pub fn fixed_to(&self, plan: &Placement) -> Option<Lp> {
        let mut amounts: BTreeMap<Var, i64> = BTreeMap::new();
        let next = plan.next(self.facts);
        for (ty, one) in self.types.iter().enumerate() {
            for who in &one.members {
                let to = next[who.0]?;
                if to == one.base {
                    *amounts.entry(self.stays[ty]).or_default() += 1;
                } else {
                    let goes = |arc: &&Arc| arc.ty == ty && arc.to == to;
                    let arc = self.arcs.iter().find(goes)?;
                    *amounts.entry(arc.var).or_default() += 1;
                    *amounts.entry(self.leaves[ty]).or_default() += 1;
                }
            }
        }
        let mut movers = plan.moves.iter().map(|one| self.facts.stands(one.teacher));
        if movers.any(|stand| !stand.movable) {
            return None;
        }
        for (post, people) in self.facts.post_nos().zip(&plan.fills) {
            for who in people {
                let profile = self.facts.stands(*who).profile;
                let fits = |fill: &&FillVar| fill.post == post && fill.profile == profile;
                let var = self.fills.iter().find(fits)?.var;
                *amounts.entry(var).or_default() += 1;
                if closes_nothing(self.facts, plan, *who, post) {
                    let var = self.lodged.iter().find(fits)?.var;
                    *amounts.entry(var).or_default() += 1;
                }
            }
        }
        for hire in &plan.hires {
            let fits = |one: &&HireVar| one.post == hire.post && one.pool == hire.pool;
            let var = self.hires.iter().find(fits)?.var;
            *amounts.entry(var).or_default() += i64::from(hire.number);
        }
        let appointed = plan.appointments.iter().map(|who| (who, &self.appoints));
        let taken_on = plan.conversions.iter().map(|who| (who, &self.converts));
        for (who, of) in appointed.chain(taken_on) {
            amounts.insert(of.iter().find(|one| one.teacher == *who)?.var, 1);
        }
        let mut lp = self.lp.clone();
        for var in self.decided() {
            let amount = amounts.get(&var).copied().unwrap_or(0);
            let column = &mut lp.columns[var.0];
            if amount < column.lower || amount > column.upper {
                return None;
            }
            (column.lower, column.upper) = (amount, amount);
        }
        Some(lp)
    }

    /// Every column that a plan decides.
    fn decided(&self) -> impl Iterator<Item = Var> {
        let places = self.stays.iter().chain(&self.leaves).copied();
        let fills = self.fills.iter().map(|one| one.var);
        self.changes().chain(places).chain(fills)
    }

    /// The program in which everybody stays and nobody is recruited; rows of must-rules are left
    /// out, since the present state need not obey them. Shows how things stand before the plan.
    pub fn nothing_decided(&self) -> Lp {
        let mut lp = self.lp.clone();
        for (stay, one) in self.stays.iter().zip(&self.types) {
            let column = &mut lp.columns[stay.0];
            (column.lower, column.upper) = (one.size(), one.size());
        }
        for var in self.changes() {
            lp.columns[var.0].upper = 0;
        }
        lp.rows
            .retain(|row| self.facts.book.force(row.rule) != Force::Must);
        lp
    }
}

fn size(people: i64) -> usize {
    usize::try_from(people).unwrap_or(0)
}

/// The people whom a point chooses, sorted.
fn chosen(all: &[AppointVar], point: &[i64]) -> Vec<TeacherNo> {
    let yes = all.iter().filter(|one| point[one.var.0] > 0);
    let mut who: Vec<TeacherNo> = yes.map(|one| one.teacher).collect();
    who.sort_unstable();
    who
}
