//! A linear program in whole numbers: every coefficient and bound is an integer until the very
//! moment it is handed to a solver, so that a solution can be checked again exactly.

use crate::disk::sha256;
use crate::policy::{GoalId, RuleId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A column of the program: its place in [`Lp::columns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Var(pub usize);

/// A sum `Σ coefficient · variable`.
pub type Terms = Vec<(Var, i64)>;

/// One column: a whole number between two bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name, such as `move[S01.maths,S07]`.
    pub name: String,
    /// Smallest value.
    pub lower: i64,
    /// Largest value.
    pub upper: i64,
}

/// Which way a row binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// `Σ ≥ bound`
    AtLeast,
    /// `Σ ≤ bound`
    AtMost,
    /// `Σ = bound`
    Exactly,
}

impl Sense {
    /// Whether such a row times this number is true where the row is.
    pub const fn takes(self, factor: i64) -> bool {
        match self {
            Self::AtLeast => factor >= 0,
            Self::AtMost => factor <= 0,
            Self::Exactly => true,
        }
    }

    /// Its sign.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Exactly => "=",
        }
    }
}

/// One row, with the rule that asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Id of the rule, or of the part of the staffing program, that asks for it.
    pub rule: RuleId,
    /// What it is about, such as a school id.
    pub about: String,
    /// Left side, sorted by column, no column twice.
    pub terms: Terms,
    /// Which way it binds.
    pub sense: Sense,
    /// Right side.
    pub bound: i64,
    /// How much of the right side is one unit of the rule; 0 where the row forbids nothing, but makes a column count.
    pub unit: i64,
}

/// One goal: minimise `constant + Σ`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoalSum {
    /// Terms, sorted by column, no column twice, once [`Lp::tidy`] has run.
    pub terms: Terms,
    /// What is already decided.
    pub constant: i64,
}

/// A linear program with several goals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lp {
    /// Columns in the order of their creation.
    pub columns: Vec<Column>,
    /// Rows in the order of their creation.
    pub rows: Vec<Row>,
    /// Goals.
    pub goals: BTreeMap<GoalId, GoalSum>,
}

/// Sums of terms, each by what it is about.
pub fn sums<K: Ord>(terms: impl IntoIterator<Item = (K, Var, i64)>) -> BTreeMap<K, Terms> {
    let mut sums: BTreeMap<K, Terms> = BTreeMap::new();
    for (about, var, factor) in terms {
        sums.entry(about).or_default().push((var, factor));
    }
    sums
}

/// Sorts by column and adds up what stands twice.
fn tidy(terms: &mut Terms) {
    terms.sort_unstable_by_key(|term| term.0);
    terms.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    terms.retain(|term| term.1 != 0);
}

impl Lp {
    /// A new column.
    pub fn column(&mut self, name: String, lower: i64, upper: i64) -> Var {
        self.columns.push(Column { name, lower, upper });
        Var(self.columns.len() - 1)
    }

    /// A new row; one without terms is kept too, since it may be impossible.
    pub fn row(
        &mut self,
        rule: impl Into<RuleId>,
        about: String,
        mut terms: Terms,
        sense: Sense,
        bound: i64,
    ) {
        tidy(&mut terms);
        self.rows.push(Row {
            rule: rule.into(),
            about,
            terms,
            sense,
            bound,
            unit: 1,
        });
    }

    /// A new row `Σ ≤ bound` that forbids nothing: it makes one of its columns count something of a rule.
    pub fn counts(
        &mut self,
        rule: impl Into<RuleId>,
        about: impl Into<String>,
        terms: Terms,
        bound: i64,
    ) {
        self.row(rule, about.into(), terms, Sense::AtMost, bound);
        if let Some(row) = self.rows.last_mut() {
            row.unit = 0;
        }
    }

    /// Adds a term to a goal.
    pub fn cost(&mut self, goal: GoalId, var: Var, amount: i64) {
        if amount != 0 {
            let sum = self.goals.entry(goal).or_default();
            sum.terms.push((var, amount));
        }
    }

    /// Adds a part of a goal that is already decided.
    pub fn constant(&mut self, goal: GoalId, amount: i64) {
        self.goals.entry(goal).or_default().constant += amount;
    }

    /// Adds up goal terms that stand twice. Call once, when everything has been said.
    pub fn tidy(&mut self) {
        self.goals
            .values_mut()
            .for_each(|goal| tidy(&mut goal.terms));
    }

    /// By what a program is known: the digest of its columns, rows and goals, in their order.
    pub fn digest(&self) -> String {
        let mut text = String::new();
        let mut add = |line: &str| {
            text.push_str(line);
            text.push('\n');
        };
        for one in &self.columns {
            add(&format!("{} {} {}", one.name, one.lower, one.upper));
        }
        let sum = |terms: &Terms| -> String {
            let terms = terms.iter();
            let terms: Vec<_> = terms
                .map(|(var, factor)| format!("{factor} {}", var.0))
                .collect();
            terms.join(" ")
        };
        for row in &self.rows {
            let (sign, terms) = (row.sense.sign(), sum(&row.terms));
            add(&format!("{terms} {sign} {}", row.bound));
        }
        for (goal, one) in &self.goals {
            let terms = sum(&one.terms);
            add(&format!("{} {} {terms}", goal.key(), one.constant));
        }
        sha256(text.as_bytes())
    }

    /// Smallest and largest value a sum can take within the bounds of its columns.
    pub fn reach(&self, terms: &Terms) -> (i64, i64) {
        terms.iter().fold((0, 0), |(low, high), (var, factor)| {
            let column = &self.columns[var.0];
            let ends = (factor * column.lower, factor * column.upper);
            (low + ends.0.min(ends.1), high + ends.0.max(ends.1))
        })
    }

    /// The exact value of a goal at a whole-number point.
    pub fn goal_value(&self, goal: GoalId, point: &[i64]) -> i64 {
        self.goals
            .get(&goal)
            .map_or(0, |sum| sum.constant + value(&sum.terms, point))
    }

    /// Rows and bounds that a whole-number point breaks: their numbers, bounds first as `None`.
    pub fn broken(&self, point: &[i64]) -> Vec<Option<usize>> {
        let mut columns = self.columns.iter().zip(point);
        let out_of_bounds = columns.any(|(column, x)| *x < column.lower || *x > column.upper);
        let rows = self.rows.iter().enumerate();
        let rows = rows.filter(|(_, row)| !row.holds(point));
        let rows = rows.map(|(no, _)| Some(no));
        out_of_bounds
            .then_some(None)
            .into_iter()
            .chain(rows)
            .collect()
    }
}

impl Row {
    /// Whether a whole-number point obeys it.
    pub fn holds(&self, point: &[i64]) -> bool {
        let left = value(&self.terms, point);
        match self.sense {
            Sense::AtLeast => left >= self.bound,
            Sense::AtMost => left <= self.bound,
            Sense::Exactly => left == self.bound,
        }
    }
}

/// The last goal, which makes a point unique: each of these columns weighs a number drawn from its own
/// name and the seed of the lottery, so that no two points weigh the same by habit.
pub fn canonical(lp: &mut Lp, vars: &[Var], seed: &str) {
    canonical_by(lp, vars, &BTreeMap::new(), seed);
}

/// The same, some of them drawn by another word than their name.
pub fn canonical_by(lp: &mut Lp, vars: &[Var], words: &BTreeMap<Var, String>, seed: &str) {
    for var in vars {
        let name = words.get(var).unwrap_or(&lp.columns[var.0].name);
        let digest = Sha256::digest(format!("{seed}:{name}").as_bytes());
        let drawn = i64::from(u16::from_be_bytes([digest[0], digest[1]]) >> 3);
        lp.cost(GoalId::Canonical, *var, drawn + 1);
    }
}

fn value(terms: &Terms, point: &[i64]) -> i64 {
    let parts = terms.iter();
    parts.map(|(var, factor)| factor * point[var.0]).sum()
}
