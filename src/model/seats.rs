//! The seats of the staffing program: who fills which post, who stands on none, where recruits go.

use super::staffing::{FillVar, HireVar, Shape, Staffing};
use super::{Sense, Terms, Var, sums};
use crate::domain::{SchoolNo, whole};
use crate::facts::{PostNo, ProfileNo, worthy};
use std::collections::{BTreeMap, BTreeSet};

impl Staffing<'_> {
    /// Who stays, by school and profile, and how many are there today: whoever must leave has a
    /// place there too, for the state in which nothing is decided.
    fn stays_by_place(&self) -> BTreeMap<(SchoolNo, ProfileNo), (Terms, i64)> {
        let mut all: BTreeMap<_, (Terms, i64)> = BTreeMap::new();
        for (one, stay) in self.types.iter().zip(&self.stays) {
            let (terms, today) = all.entry((one.base, one.profile)).or_default();
            terms.push((*stay, 1));
            *today += one.size();
        }
        all
    }

    /// Who may arrive, by school and profile: of those whose school closes, or of all others.
    fn comes_by_place(&self, closes: bool) -> BTreeMap<(SchoolNo, ProfileNo), Terms> {
        let arcs = self.arcs.iter();
        let of = arcs.filter(|arc| self.facts.must_leave(self.mover(arc)) == closes);
        sums(of.map(|arc| ((arc.to, self.types[arc.ty].profile), arc.var, 1)))
    }

    /// Posts of every school, who fills them and who stands idle; recruits.
    pub(super) fn add_posts(&mut self, shape: &Shape<'_>) {
        let facts = self.facts;
        let mut filling: Vec<Terms> = vec![Vec::new(); facts.posts.len()];
        let mut stays = self.stays_by_place();
        let mut comes = self.comes_by_place(false);
        let mut placed = self.comes_by_place(true);
        let keys = stays.keys().chain(comes.keys()).chain(placed.keys());
        let keys = keys.chain(self.fixed.keys());
        let keys: BTreeSet<_> = keys.copied().collect();
        for key in keys {
            let (school, profile) = key;
            let name = format!("{},q{}", facts.roster.school(school).id, profile.0);
            let here = self.fixed.get(&key).map_or(0, |list| whole(list.len()));
            let (mut stay, today) = stays.remove(&key).unwrap_or_default();
            let come = comes.remove(&key).unwrap_or_default();
            let placed = placed.remove(&key).unwrap_or_default();
            let may_idle = here + today + self.lp.reach(&placed).1;
            stay.extend(placed);
            let most = may_idle + self.lp.reach(&come).1;
            let mut hands: Terms = stay.iter().chain(&come).copied().collect();
            let mut on_post: Terms = stay.iter().map(|(var, _)| (*var, -1)).collect();
            if may_idle > 0 {
                let idle = self.lp.column(format!("idle[{name}]"), 0, may_idle);
                hands.push((idle, -1));
                on_post.push((idle, 1));
            }
            let mut told = !stay.is_empty();
            for post in facts.posts_of(school) {
                if facts.profile(profile).fit(facts.post(post)).fills() {
                    let most = most.min(i64::from(facts.post(post).number));
                    let var = self.lp.column(format!("fill[{name},p{}]", post.0), 0, most);
                    self.fills.push(FillVar { profile, post, var });
                    hands.push((var, -1));
                    filling[post.0].push((var, 1));
                    if !come.is_empty() && !worthy(facts, profile, post) {
                        told = true;
                        on_post.push((var, 1));
                        self.lodge(&name, profile, (post, var), &mut on_post);
                    }
                }
            }
            if !come.is_empty() && told {
                let name = name.clone();
                self.lp
                    .row("mover_on_post", name, on_post, Sense::AtMost, here);
            }
            self.lp.row("hands", name, hands, Sense::Exactly, -here);
        }
        self.add_recruits(shape, &mut filling);
        for (post, mut row) in facts.post_nos().zip(filling) {
            let number = i64::from(facts.post(post).number);
            let empty = self.lp.column(format!("empty[p{}]", post.0), 0, number);
            self.empties.push(empty);
            row.push((empty, 1));
            let name = format!("p{}", post.0);
            self.lp.row("posts", name, row, Sense::Exactly, number);
        }
    }

    /// Arrivals on a post that is not worth their move, where such are possible.
    fn lodge(
        &mut self,
        place: &str,
        profile: ProfileNo,
        (post, fill): (PostNo, Var),
        on_post: &mut Terms,
    ) {
        if self.may_lodge() {
            let name = format!("{place},p{}", post.0);
            let most = self.lp.columns[fill.0].upper;
            let var = self.lp.column(format!("lodged[{name}]"), 0, most);
            self.lodged.push(FillVar { profile, post, var });
            on_post.push((var, -1));
            let among = vec![(var, 1), (fill, -1)];
            self.lp.row("lodged", name, among, Sense::AtMost, 0);
        }
    }

    fn add_recruits(&mut self, shape: &Shape<'_>, filling: &mut [Terms]) {
        let facts = self.facts;
        for (pool, line) in facts.roster.pools.iter().enumerate() {
            let profile = facts.profile(facts.pool_profile[pool]);
            let mut row = Terms::new();
            for post in facts.post_nos() {
                let suits = profile.fit(facts.post(post)).suits_recruit();
                if suits && (shape.may_hire)(pool, post) {
                    let most = i64::from(line.number.min(facts.post(post).number));
                    let name = format!("hire[{},p{}]", line.id, post.0);
                    let var = self.lp.column(name, 0, most);
                    self.hires.push(HireVar { pool, post, var });
                    filling[post.0].push((var, 1));
                    row.push((var, 1));
                }
            }
            let (name, number) = (line.id.clone(), i64::from(line.number));
            self.lp.row("pool", name, row, Sense::AtMost, number);
        }
    }
}
