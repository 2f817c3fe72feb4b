//! When no plan obeys every must-rule: a smallest set of must-rules that cannot hold together, with the
//! places and people in it.
//!
//! First the prices of the elastic relaxation (a Farkas certificate) tell which rules and places are
//! suspect; all others are left out at once, if there is still no plan. Then a deletion filter: one rule after the other is left out; where the rest still has no plan, it stays
//! out. What remains has no plan, and has one as soon as any rule of it is left out: it is irreducible,
//! and each of these solves is its proof. Rules that are rarely the cause are left out first. Places
//! are found in the same way among the rows of what remains, by halves (`QuickXplain`, Junker 2004).

use super::place_words;
use super::solved::built;
use crate::facts::Facts;
use crate::facts::values::eligibility::{self, WhoMayMove};
use crate::facts::values::protected_teachers;
use crate::model::{Lp, Row};
use crate::plan::{Ended, SolverFault};
use crate::policy::{Force, GoalId, RuleBook, RuleId};
use crate::rules::{cards, people};
use crate::solve::{Options, Watch, relaxed, solve};
use crate::text::Text;
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Solves that the search for places may take.
const PROBES: usize = 12;

/// A dual value below this is none.
const PRICE: f64 = 1e-6;

/// Must-rules that cannot hold together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflict {
    /// The rules; without any one of them there is a plan.
    pub members: Vec<Member>,
    /// Solves that prove it.
    pub solves: usize,
}

/// One rule of a conflict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Member {
    /// Id of the rule.
    pub rule: RuleId,
    /// Its number.
    pub code: &'static str,
    /// Its title.
    pub title: Text,
    /// Clauses of the policy.
    pub clauses: Vec<String>,
    /// The places where it is needed for the conflict, as special approvals name them; empty for a
    /// rule about people.
    pub places: Vec<String>,
    /// The same in words.
    pub place_words: Vec<serde_json::Value>,
    /// No place can be left out; otherwise the search for places was cut short.
    pub places_proved: bool,
    /// Staff ids of those whom only this rule holds back.
    pub people: Vec<String>,
}

struct Search<'a> {
    facts: &'a Facts<'a>,
    options: &'a Options,
    watch: &'a dyn Watch,
    solves: usize,
    out_of_time: bool,
}

/// The conflict; none when the must-rules can hold together, or time ran out.
pub fn conflict(
    facts: &Facts<'_>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Option<Conflict>, SolverFault> {
    let mut search = Search {
        facts,
        options,
        watch,
        solves: 0,
        out_of_time: false,
    };
    match search.run() {
        Err(_) if search.out_of_time => Ok(None),
        answer => answer,
    }
}

/// What the prices of the elastic relaxation point at: every rule that has rows at all, with the places of its
/// rows that have a price.
type Suspects = BTreeMap<RuleId, BTreeSet<String>>;

impl Search<'_> {
    fn run(&mut self) -> Result<Option<Conflict>, SolverFault> {
        let must = self.facts.book.rules.iter();
        let must = must.filter(|(_, rule)| rule.force == Force::Must);
        let mut kept: BTreeSet<RuleId> = must.map(|(id, _)| *id).collect();
        if self.has_plan(&kept)? {
            return Ok(None);
        }
        let suspects = self.suspects(&kept)?;
        let mut fewer = kept.clone();
        fewer.retain(|rule| suspects.get(rule).is_none_or(|places| !places.is_empty()));
        if fewer.len() < kept.len() && !self.has_plan(&fewer)? {
            kept = fewer;
        }
        let mut order = cards();
        order.retain(|card| kept.contains(&card.id));
        order.sort_by_key(|card| (card.suspected, card.id));
        for card in order {
            let mut without = kept.clone();
            without.remove(&card.id);
            if !self.has_plan(&without)? {
                kept = without;
            }
        }
        let places = self.places(&kept)?;
        let members = cards().into_iter().filter(|card| kept.contains(&card.id));
        let members = members.map(|card| {
            let (here, proved) = places.get(&card.id).cloned().unwrap_or_default();
            let words = here.iter().map(|at| place_words(self.facts.roster, at));
            Member {
                rule: card.id,
                code: card.code,
                title: card.title,
                clauses: self.facts.book.rules[&card.id].clauses.clone(),
                place_words: words.collect(),
                places: here,
                places_proved: proved,
                people: people(self.facts, card),
            }
        });
        Ok(Some(Conflict {
            members: members.collect(),
            solves: self.solves,
        }))
    }

    /// The program in which no other must-rule holds, unless it is time to stop.
    fn program(&mut self, kept: &BTreeSet<RuleId>, elastic: bool) -> Result<Lp, SolverFault> {
        let book = without_others(self.facts.book, kept);
        let facts = loosened(self.facts, &book, kept);
        let program = built(&facts, elastic, self.options).map(|program| program.lp);
        program.ok_or_else(|| self.stopped())
    }

    fn stopped(&mut self) -> SolverFault {
        self.out_of_time = true;
        SolverFault("no time for the conflict".into())
    }

    fn suspects(&mut self, kept: &BTreeSet<RuleId>) -> Result<Suspects, SolverFault> {
        let lp = self.program(kept, true)?;
        self.solves += 1;
        let relaxed = relaxed(&lp, GoalId::Shortfall, self.options);
        let prices = relaxed.map(|one| one.row_prices).unwrap_or_default();
        let mut suspects = Suspects::default();
        for (row, price) in lp.rows.iter().zip(&prices) {
            if kept.contains(&row.rule) {
                let places = suspects.entry(row.rule).or_default();
                places.extend((price.abs() > PRICE).then(|| row.about.clone()));
            }
        }
        Ok(suspects)
    }

    fn has_plan(&mut self, kept: &BTreeSet<RuleId>) -> Result<bool, SolverFault> {
        let lp = self.program(kept, false)?;
        self.is_possible(&lp)
    }

    fn is_possible(&mut self, lp: &Lp) -> Result<bool, SolverFault> {
        self.solves += 1;
        let outcome = solve(lp, &[GoalId::Shortfall], self.options, self.watch);
        match outcome.ended {
            Ended::NoPlanExists => Ok(false),
            Ended::Proved | Ended::GoodEnough | Ended::OutOfTime => Ok(true),
            Ended::NotFoundInTime | Ended::NotTried => Err(self.stopped()),
            Ended::SolverFault => Err(SolverFault(outcome.fault.unwrap_or_default())),
        }
    }

    /// The places of each rule without which there would be a plan.
    fn places(
        &mut self,
        kept: &BTreeSet<RuleId>,
    ) -> Result<BTreeMap<RuleId, (Vec<String>, bool)>, SolverFault> {
        let lp = self.program(kept, false)?;
        let rows = lp.rows.into_iter();
        let (held, always): (Vec<Row>, _) = rows.partition(|row| kept.contains(&row.rule));
        let mut groups = Groups::new();
        for row in held {
            let key = (row.rule, row.about.clone());
            groups.entry(key).or_default().push(row);
        }
        let bare = Lp {
            rows: always,
            goals: BTreeMap::new(),
            columns: lp.columns,
        };
        let mut all: Vec<usize> = (0..groups.len()).collect();
        let suspects = self.suspects(kept)?;
        let priced = |no: &usize| {
            let (rule, about) = &groups.keys()[*no];
            let places = suspects.get(rule);
            places.is_some_and(|places| places.contains(about))
        };
        let some: Vec<usize> = all.iter().copied().filter(priced).collect();
        if !some.is_empty() && !self.is_possible(&with_groups(&bare, &groups, &some))? {
            all = some;
        }
        let until = self.solves + PROBES;
        // Each place that is needed takes a proof of its own.
        let needed = if all.len() <= PROBES {
            self.quick(&bare, &groups, (&[], false), &all, until)?
        } else {
            None
        };
        let proved = needed.is_some();
        let mut places: BTreeMap<RuleId, (Vec<String>, bool)> = BTreeMap::new();
        for no in needed.unwrap_or(all) {
            let (rule, about) = &groups.keys()[no];
            let here = places.entry(*rule).or_insert((Vec::new(), proved));
            here.0.push(about.clone());
        }
        Ok(places)
    }

    /// The groups out of `open` that are needed beside `base` for there to be no plan; none when the
    /// probes are used up.
    fn quick(
        &mut self,
        bare: &Lp,
        groups: &Groups,
        (base, grown): (&[usize], bool),
        open: &[usize],
        until: usize,
    ) -> Result<Option<Vec<usize>>, SolverFault> {
        if grown || open.is_empty() {
            if self.solves >= until {
                return Ok(None);
            }
            if !self.is_possible(&with_groups(bare, groups, base))? {
                return Ok(Some(Vec::new()));
            }
        }
        if open.len() <= 1 {
            return Ok(Some(open.to_vec()));
        }
        let (one, two) = open.split_at(open.len().div_ceil(2));
        let wider: Vec<usize> = base.iter().chain(one).copied().collect();
        let Some(second) = self.quick(bare, groups, (&wider, !one.is_empty()), two, until)? else {
            return Ok(None);
        };
        let wider: Vec<usize> = base.iter().chain(&second).copied().collect();
        let first = self.quick(bare, groups, (&wider, !second.is_empty()), one, until)?;
        Ok(first.map(|first| first.into_iter().chain(second).collect()))
    }
}

/// A program with the rows of some groups.
fn with_groups(bare: &Lp, groups: &Groups, some: &[usize]) -> Lp {
    let mut lp = bare.clone();
    let rows = some.iter().flat_map(|no| &groups[*no]);
    lp.rows.extend(rows.cloned());
    lp
}

/// The rows of each rule at each place, in the order of the program.
type Groups = IndexMap<(RuleId, String), Vec<Row>>;

/// The rule book with every must-rule off that is not kept.
fn without_others(book: &RuleBook, kept: &BTreeSet<RuleId>) -> RuleBook {
    let mut book = book.clone();
    for (id, rule) in &mut book.rules {
        if rule.force == Force::Must && !kept.contains(id) {
            rule.force = Force::Off;
        }
    }
    if !kept.contains(&eligibility::RULE) {
        book.choose(eligibility::WHO_MAY_MOVE, WhoMayMove::AnyoneUnprotected);
    }
    book
}

/// The rule book without one rule. Where the rule only says who may be moved, whoever it holds back may be.
pub fn without(book: &RuleBook, rule: RuleId) -> RuleBook {
    let mut book = book.clone();
    if let Some(rule) = book.rules.get_mut(&rule) {
        rule.force = Force::Off;
    }
    if rule == eligibility::RULE {
        book.choose(eligibility::WHO_MAY_MOVE, WhoMayMove::AnyoneUnprotected);
    }
    book
}

/// The same facts under a rule book in which fewer rules hold: only who may be moved differs.
fn loosened<'a>(facts: &Facts<'a>, book: &'a RuleBook, kept: &BTreeSet<RuleId>) -> Facts<'a> {
    let mut loose = facts.under(book);
    let held = Facts::asked(facts.roster, book, facts.question);
    let locks = facts.book.get(protected_teachers::LOCKS);
    for (stand, under) in loose.standing.iter_mut().zip(&held.standing) {
        stand.movable |= under.movable;
        if !kept.contains(&eligibility::RULE) && stand.base.is_some() {
            stand.movable |= !stand.has_any(&locks) || !kept.contains(&protected_teachers::RULE);
        }
    }
    loose
}
