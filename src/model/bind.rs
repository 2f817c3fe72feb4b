//! How strongly a rule's row binds: as a must-rule it holds; as a goal (and, in the elastic program,
//! as a must-rule too) it may be fallen short of, at a price.

use super::{Sense, Staffing, Terms, Var};
use crate::policy::{Card, Force, GoalId, Share};

impl Staffing<'_> {
    /// `terms ≥ bound`, as strongly as the rule binds.
    pub fn at_least(&mut self, card: &Card, about: impl Into<String>, terms: Terms, bound: i64) {
        self.bind(card, about, terms, (Sense::AtLeast, bound, 1));
    }

    /// `terms ≤ bound`, as strongly as the rule binds; gives the column for what it falls short of, where there is one.
    pub fn at_most(
        &mut self,
        card: &Card,
        about: impl Into<String>,
        terms: Terms,
        bound: i64,
    ) -> Option<Var> {
        self.bind(card, about, terms, (Sense::AtMost, bound, 1))
    }

    /// Either, where one unit of the rule counts `unit` on both sides, as when a share was multiplied
    /// by its denominator.
    ///
    /// A goal rule's (and, in the elastic program, a must-rule's) row gets a column for the amount
    /// by which it falls short, in the unit of the rule; it is given back.
    pub fn bind(
        &mut self,
        card: &Card,
        about: impl Into<String>,
        mut terms: Terms,
        (sense, bound, unit): (Sense, i64, i64),
    ) -> Option<Var> {
        let about = about.into();
        let waived = unit * self.facts.waived(card.id, &about);
        let bound = match sense {
            Sense::AtLeast => bound - waived,
            _ => bound + waived,
        };
        let goal = match self.facts.book.force(card.id) {
            Force::Off => return None,
            Force::Goal => Some(card.goal),
            Force::Must => self.elastic.then_some(GoalId::Shortfall),
        };
        let mut column = None;
        if let Some(goal) = goal {
            let (low, high) = self.lp.reach(&terms);
            let (most, sign) = match sense {
                Sense::AtLeast => (bound - low, unit),
                _ => (high - bound, -unit),
            };
            if most > 0 {
                let most = Share::new(most, unit).ceil_of(1);
                let name = format!("short[{},{about}]", card.id);
                let short = self.lp.column(name, 0, most);
                terms.push((short, sign));
                self.lp.cost(goal, short, 1);
                column = Some(short);
            }
        }
        self.lp.row(card.id, about, terms, sense, bound);
        if let Some(row) = self.lp.rows.last_mut() {
            row.unit = unit;
        }
        column
    }
}
