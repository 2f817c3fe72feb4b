//! Plans that any few refusals leave standing, with no other letter changed.
//!
//! Symbols, for each row `r` of a must-rule, written `Σ a·x ≥ b` (`≤` with signs turned): `k` refusals
//! [persons]; `d` what one refusal takes from the left side: a move `τ→s` loses
//! `a[move] + a[leave] − a[stay]`, an arrival on a post loses `a[fill] − a[empty]`; `L` the largest of
//! these; `n` how many would take something; `c ≤ k` how many of them the row must be able to lose; `w`
//! 1 when that is `k`.
//! - `Σ a·x − L·c ≥ b`
//! - `n ≤ c + N·w`, `c ≥ k·w`: so `c ≥ min(k, n)`; the same for each column in `n` alone, which the
//!   relaxation needs
//! - `arrive[s,π,p] ≤ fill[s,π,p]`, `Σ_p arrive[s,π,p] = Σ_τ∈π move[τ,s]`: which posts are held by
//!   arrivals, told apart only where a row counts posts
//!
//! Where losses differ this asks for more than is needed, never less. Whoever may not stay, such as the
//! pinned, cannot refuse and is left out.

use super::{Arc, FillVar, Row, Sense, Staffing, Terms, Var};
use crate::domain::SchoolNo;
use crate::facts::{PostNo, ProfileNo, worthy};
use crate::policy::Force;
use std::collections::{BTreeMap, BTreeSet};

/// The name under which these rows stand; no rule asks for them.
const OWN: &str = "refusals";

/// What a column belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// People of a type.
    Type(usize),
    /// Posts of a kind.
    Post(PostNo),
}

impl Staffing<'_> {
    /// Whether a row binds as a must-rule; one that only counts towards a goal has a column of its own.
    pub fn is_must(&self, row: &Row) -> bool {
        row.unit > 0 && self.facts.book.force(row.rule) == Force::Must
    }

    /// Any so many of those who may stay can refuse, and these rows still hold.
    pub fn withstand(&mut self, refusals: i64, rows: &BTreeSet<usize>) {
        let owners = self.owners();
        for &no in rows {
            let row = self.lp.rows[no].clone();
            let (losing, most) = self.losing(&row, &owners);
            if losing.is_empty() {
                continue;
            }
            let about = format!("{},{}", row.rule, row.about);
            if row.sense == Sense::Exactly {
                self.lp.row(OWN, about, losing, Sense::AtMost, 0);
                continue;
            }
            let (_, can) = self.lp.reach(&losing);
            let spare = self.lp.column(format!("spare[{about}]"), 0, refusals);
            let full = self.lp.column(format!("full[{about}]"), 0, 1);
            let sign = if row.sense == Sense::AtLeast { -1 } else { 1 };
            self.lp.rows[no].terms.push((spare, sign * most));
            for (var, _) in &losing {
                let over = (self.lp.columns[var.0].upper - refusals).max(0);
                let alone = vec![(*var, 1), (spare, -1), (full, -over)];
                self.lp.row(OWN, about.clone(), alone, Sense::AtMost, 0);
            }
            let mut enough = losing;
            enough.extend([(spare, -1), (full, -can)]);
            self.lp.row(OWN, about.clone(), enough, Sense::AtMost, 0);
            let whole = vec![(spare, 1), (full, -refusals)];
            self.lp.row(OWN, about, whole, Sense::AtLeast, 0);
        }
    }

    /// What each column of people and posts belongs to.
    fn owners(&self) -> BTreeMap<Var, Owner> {
        let types = 0..self.types.len();
        let types = types
            .flat_map(|ty| [self.stays[ty], self.leaves[ty]].map(|var| (var, Owner::Type(ty))));
        let arcs = self.arcs.iter().map(|arc| (arc.var, Owner::Type(arc.ty)));
        let fills = self.fills.iter();
        let fills = fills.map(|fill| (fill.var, Owner::Post(fill.post)));
        let empties = self.facts.post_nos().zip(&self.empties);
        let empties = empties.map(|(post, var)| (*var, Owner::Post(post)));
        types.chain(arcs).chain(fills).chain(empties).collect()
    }

    /// The columns that count who would take something from a row by refusing, and the most that one
    /// takes.
    fn losing(&mut self, row: &Row, owners: &BTreeMap<Var, Owner>) -> (Terms, i64) {
        let by: BTreeMap<Var, i64> = row.terms.iter().copied().collect();
        let of = |var: Var| by.get(&var).copied().unwrap_or(0);
        let lost = |change: i64| match row.sense {
            Sense::AtLeast => change.max(0),
            Sense::AtMost => (-change).max(0),
            Sense::Exactly => change.abs(),
        };
        let touched = by.keys().filter_map(|var| owners.get(var));
        let touched: BTreeSet<Owner> = touched.copied().collect();
        let (mut losing, mut most) = (Terms::new(), 0);
        for owner in touched {
            match owner {
                Owner::Type(ty) => {
                    let (stay, leave) = (self.stays[ty], self.leaves[ty]);
                    if self.lp.columns[stay.0].upper == 0 {
                        continue;
                    }
                    let arcs = self.arcs_of(ty);
                    let loss = |arc: &Arc| lost(of(arc.var) + of(leave) - of(stay));
                    let lose: Vec<&Arc> = arcs.iter().filter(|arc| loss(arc) > 0).collect();
                    most = lose.iter().map(|arc| loss(arc)).fold(most, i64::max);
                    if lose.len() == arcs.len() && !arcs.is_empty() {
                        losing.push((leave, 1));
                    } else {
                        losing.extend(lose.iter().map(|arc| (arc.var, 1)));
                    }
                }
                Owner::Post(post) => {
                    let of_post = |fill: &&FillVar| fill.post == post;
                    let fills: Vec<FillVar> = self.fills.iter().filter(of_post).copied().collect();
                    for fill in fills {
                        let loss = lost(of(fill.var) - of(self.empties[post.0]));
                        if let Some(arrive) = (loss > 0).then(|| self.arrivals(&fill)).flatten() {
                            losing.push((arrive, 1));
                            most = most.max(loss);
                        }
                    }
                }
            }
        }
        (losing, most)
    }

    /// How many on posts of a kind have just arrived; none where nobody of the profile can arrive.
    fn arrivals(&mut self, fill: &FillVar) -> Option<Var> {
        let (profile, post) = (fill.profile, fill.post);
        let school = self.facts.post(post).school;
        if !self.arriving.contains_key(&(profile, post)) {
            self.tell_arrivals_apart(school, profile);
        }
        self.arriving.get(&(profile, post)).copied()
    }

    fn tell_arrivals_apart(&mut self, school: SchoolNo, profile: ProfileNo) {
        let comes = self.arcs.iter();
        let comes = comes.filter(|arc| {
            let one = &self.types[arc.ty];
            arc.to == school && one.profile == profile && !self.facts.must_leave(one.sample())
        });
        let mut hands: Terms = comes.map(|arc| (arc.var, -1)).collect();
        if hands.is_empty() {
            return;
        }
        let name = format!("{},q{}", self.facts.roster.school(school).id, profile.0);
        let here = |fill: &&FillVar| {
            fill.profile == profile && self.facts.post(fill.post).school == school
        };
        let fills: Vec<_> = self.fills.iter().filter(here).copied().collect();
        for fill in fills {
            if !worthy(self.facts, profile, fill.post) {
                // Whoever arrives there is lodged, or nobody may.
                let same = |one: &&FillVar| (one.profile, one.post) == (profile, fill.post);
                if let Some(lodged) = self.lodged.iter().find(same) {
                    hands.push((lodged.var, 1));
                    self.arriving.insert((profile, fill.post), lodged.var);
                }
                continue;
            }
            let most = self.lp.columns[fill.var.0].upper;
            let label = format!("{name},p{}", fill.post.0);
            let arrive = self.lp.column(format!("arrive[{label}]"), 0, most);
            let among = vec![(arrive, 1), (fill.var, -1)];
            self.lp.row(OWN, label, among, Sense::AtMost, 0);
            hands.push((arrive, 1));
            self.arriving.insert((profile, fill.post), arrive);
        }
        self.lp.row(OWN, name, hands, Sense::Exactly, 0);
    }
}
