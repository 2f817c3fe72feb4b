//! A transport program: wants that givers meet, each giver so often at most.
//!
//! Columns, whole numbers: `way[w,g]` how often giver `g` meets want `w`, `open[w]` how often nobody does.
//! Rows: `Σ_g way[w,g] + open[w] = n[w]`, `Σ_w way[w,g] ≤ m[g]`; and for what ways use besides, such as beds,
//! `Σ way ≤ b`; where ways are to be spread over places, `Σ way ≤ most` at each. Goals: as little open as can be; then
//! `most`; then minutes; then the order that lots draw, for which these programs are small enough.

use super::decision::{Program, given};
use crate::facts::{Facts, Placement};
use crate::model::{Lp, Sense, Terms, Var, canonical};
use crate::policy::GoalId;
use std::collections::BTreeMap;

const GOALS: &[GoalId] = &[
    GoalId::EmptyPosts,
    GoalId::Gaps,
    GoalId::Burden,
    GoalId::Canonical,
];

/// A program that is being built; `T` is what a way means.
pub(super) struct Transport<T, G> {
    lp: Lp,
    ways: Vec<(T, Var)>,
    by_giver: BTreeMap<G, Terms>,
    /// Rows that ways of several givers share: what may be used there at most.
    shared: BTreeMap<String, (Terms, i64)>,
    /// Ways that are to be spread evenly, by place.
    spread: BTreeMap<String, Terms>,
}

/// How a giver may meet a want.
pub(super) struct Way<T, G> {
    /// What it means.
    pub(super) means: T,
    /// Who gives.
    pub(super) giver: G,
    /// Name of the column.
    pub(super) column: String,
    /// How often at most.
    pub(super) most: i64,
    /// Minutes that it costs each time.
    pub(super) minutes: i64,
    /// What it uses besides, such as a bed, and how many of these there are.
    pub(super) uses: Option<(String, i64)>,
    /// The place, where ways are to be spread evenly over places.
    pub(super) spread: Option<String>,
}

impl<T: Copy + Send + Sync + 'static, G: Ord> Transport<T, G> {
    /// Nothing is wanted yet.
    pub(super) fn new() -> Self {
        Self {
            lp: Lp::default(),
            ways: Vec::new(),
            by_giver: BTreeMap::new(),
            shared: BTreeMap::new(),
            spread: BTreeMap::new(),
        }
    }

    /// Something is wanted so often; the column of how often nobody meets it comes back.
    pub(super) fn want(
        &mut self,
        (row, about): (&'static str, String),
        number: i64,
        ways: impl IntoIterator<Item = Way<T, G>>,
        open: String,
    ) -> Var {
        let mut terms = Terms::new();
        for way in ways {
            let var = self.lp.column(way.column, 0, way.most);
            self.lp.cost(GoalId::Burden, var, way.minutes);
            self.ways.push((way.means, var));
            self.counts(way.giver, var);
            if let Some((what, there)) = way.uses {
                let (terms, most) = self.shared.entry(what).or_default();
                terms.push((var, 1));
                *most = there;
            }
            if let Some(place) = way.spread {
                self.spread.entry(place).or_default().push((var, 1));
            }
            terms.push((var, 1));
        }
        let open = self.lp.column(open, 0, number);
        self.lp.cost(GoalId::EmptyPosts, open, 1);
        terms.push((open, 1));
        self.lp.row(row, about, terms, Sense::Exactly, number);
        open
    }

    /// A column counts with what a giver gives.
    pub(super) fn counts(&mut self, giver: G, var: Var) {
        self.by_giver.entry(giver).or_default().push((var, 1));
    }

    /// The one program, in which each giver gives so often at most; `add` adds what is given to a plan.
    pub(super) fn programs(
        mut self,
        facts: &Facts<'_>,
        row: &'static str,
        most: impl Fn(&G) -> Option<(String, i64)>,
        add: impl Fn(T, u32, &mut Placement) + Send + Sync + 'static,
    ) -> Vec<Program> {
        for (giver, terms) in self.by_giver {
            if let Some((about, most)) = most(&giver) {
                self.lp.row(row, about, terms, Sense::AtMost, most);
            }
        }
        for (what, (terms, most)) in self.shared {
            self.lp.row("uses", what, terms, Sense::AtMost, most);
        }
        let all: i64 = self
            .spread
            .values()
            .map(|terms| self.lp.reach(terms).1)
            .sum();
        if all > 0 {
            let most = self.lp.column("most".into(), 0, all);
            self.lp.cost(GoalId::Gaps, most, 1);
            for (place, mut terms) in self.spread {
                terms.push((most, -1));
                self.lp.row("spread", place, terms, Sense::AtMost, 0);
            }
        }
        let vars: Vec<Var> = self.ways.iter().map(|way| way.1).collect();
        canonical(&mut self.lp, &vars, &facts.roster.lottery_seed);
        self.lp.tidy();
        let ways = self.ways;
        let add = move |point: &[i64], plan: &mut Placement| {
            given(point, &ways).for_each(|(one, number)| add(one, number, plan));
        };
        vec![Program {
            lp: self.lp,
            goals: GOALS,
            add: Box::new(add),
        }]
    }
}
