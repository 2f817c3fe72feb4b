//! The exchange of school leaders as a matching.
//!
//! Columns, 0 or 1: `takes[h,o]` leader `h`, whose terms are over, takes free office `o`; `stays[h]`
//! otherwise. Rows: `Σ_o takes[h,o] + stays[h] = 1`; `Σ_h takes[h,o] + Σ stays of its holders ≤ n[o]`, the
//! number of such offices that are free: an office is free only if its holder goes.
//! Goals: as few stay as can be; then minutes from home; then the canonical order. Nobody who is due
//! fills a teaching post, so the matching shares no row with the program of posts, and both together are
//! as good as one.

use super::{Lp, Sense, Terms, Var, canonical};
use crate::domain::TeacherNo;
use crate::facts::leaders::{Office, due, free, may_take};
use crate::facts::{Facts, LeaderMove, Placement};
use crate::policy::GoalId;
use std::collections::BTreeMap;

/// Who takes which office.
#[derive(Debug, Clone)]
pub struct Leaders {
    /// Columns, rows, goals.
    pub lp: Lp,
    ways: Vec<(TeacherNo, Office, Var)>,
}

impl Leaders {
    /// Adds to a plan what a point of the program means.
    pub fn read(&self, point: &[i64], plan: &mut Placement) {
        let made = self.ways.iter().filter(|way| point[way.2.0] > 0);
        plan.leaders
            .extend(made.map(|(teacher, office, _)| LeaderMove {
                teacher: *teacher,
                to: office.school,
            }));
        plan.leaders.sort_unstable();
    }
}

/// The program of the exchange.
pub fn leaders(facts: &Facts<'_>) -> Leaders {
    let (due, free) = (due(facts), free(facts));
    let (mut lp, mut ways) = (Lp::default(), Vec::new());
    let mut of_office: BTreeMap<Office, Terms> = BTreeMap::new();
    for (who, held) in &due {
        let id = &facts.roster.teacher(*who).id;
        let mut row = Terms::new();
        for office in free
            .keys()
            .filter(|one| may_take(facts, *who, *held, **one))
        {
            let school = &facts.roster.school(office.school).id;
            let var = lp.column(format!("takes[{id},{school}]"), 0, 1);
            let minutes = facts.travel.minutes(*who, office.school).unwrap_or(0);
            lp.cost(GoalId::Burden, var, i64::from(minutes));
            ways.push((*who, *office, var));
            of_office.entry(*office).or_default().push((var, 1));
            row.push((var, 1));
        }
        let stays = lp.column(format!("stays[{id}]"), 0, 1);
        lp.cost(GoalId::EmptyPosts, stays, 1);
        row.push((stays, 1));
        lp.row("leader", id.clone(), row, Sense::Exactly, 1);
        of_office.entry(*held).or_default().push((stays, 1));
    }
    for (office, row) in of_office {
        let school = &facts.roster.school(office.school).id;
        let about = format!("{school},{}", office.role.key());
        let most = free.get(&office).copied();
        // An office at a school that closes is not given on; whoever holds it may still stay without it.
        if let Some(most) = most {
            lp.row("office", about, row, Sense::AtMost, most);
        }
    }
    let vars: Vec<Var> = ways.iter().map(|way| way.2).collect();
    canonical(&mut lp, &vars, &facts.roster.lottery_seed);
    lp.tidy();
    Leaders { lp, ways }
}
