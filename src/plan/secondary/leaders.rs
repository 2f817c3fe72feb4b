//! The exchange of school leaders (校长交流) as a matching.
//!
//! Columns, 0 or 1: `takes[h,o]` leader `h`, whose terms are over, takes free office `o`; `stays[h]`
//! otherwise. Rows: `Σ_o takes[h,o] + stays[h] = 1`; `Σ_h takes[h,o] + Σ stays of its holders ≤ n[o]`, the
//! number of such offices that are free: an office is free only if its holder goes. Minutes count from
//! home. Whoever lives beyond the travel limit needs a bed that the teachers have left. Nobody who is due fills a teaching post, so the matching shares no row with the program of posts,
//! and both together are as good as one.

use super::decision::{Program, Proof, Secondary};
use super::transport::{Transport, Way};
use crate::domain::{Roster, SchoolNo, whole};
use crate::facts::leaders::{Office, beds_left, due, free, may_take};
use crate::facts::values::leader_exchange;
use crate::facts::{Facts, LeaderMove, Placement, far};
use crate::input::NamedSheets;
use crate::input::plan_sheets::LEADERS;
use crate::plan::reader::Reader;
use crate::plan::{LeaderDoc, Plan};
use crate::policy::RuleId;

/// The decision.
pub struct Leaders;

impl Secondary for Leaders {
    fn rule(&self) -> Option<RuleId> {
        Some(leader_exchange::RULE)
    }

    fn programs(&self, facts: &Facts<'_>, heads: &Placement) -> Vec<Program> {
        let (roster, free, beds) = (facts.roster, free(facts), beds_left(facts, heads));
        let due = due(facts);
        // Among exchanges of as many minutes the foreseen one, for which lessons are planned.
        let unforeseen = |who, to| i64::from(facts.exchange.get(&who) != Some(&to));
        let weight = whole(due.len()) + 1;
        let mut program = Transport::new();
        for (teacher, held) in due {
            let id = roster.teacher_id(teacher);
            let may = |office: &&Office| may_take(facts, teacher, held, **office);
            let ways = free.keys().filter(may).map(|office| {
                let to = office.school;
                Way {
                    means: LeaderMove { teacher, to },
                    giver: *office,
                    column: format!("takes[{id},{}]", roster.school(to).id),
                    most: 1,
                    minutes: far(facts.travel.minutes(teacher, to)) * weight
                        + unforeseen(teacher, to),
                    uses: facts.needs_bed(teacher, to).then(|| {
                        let left = beds.get(&to).copied().unwrap_or(0);
                        (format!("beds,{}", roster.school(to).id), left)
                    }),
                    spread: None,
                }
            });
            let stays = format!("stays[{id}]");
            let stays = program.want(("leader", id.clone()), 1, ways, stays);
            program.counts(held, stays);
        }
        // An office at a school that closes is not given on; whoever holds it may still stay without it.
        let at_most = |office: &Office| {
            let about = format!("{},{}", roster.school(office.school).id, office.role.key());
            Some((about, *free.get(office)?))
        };
        program.programs(facts, "office", at_most, |one, _, plan| {
            plan.leaders.push(one);
        })
    }

    fn list(&self, facts: &Facts<'_>, plan: &Placement, _: Proof, doc: &mut Plan) {
        let due = due(facts);
        let leaders = plan.leaders.iter().filter_map(|one| {
            let from = due.get(&one.teacher)?.school;
            Some(LeaderDoc {
                travel_minutes: facts.travel.minutes(one.teacher, one.to),
                ..leader_doc(facts.roster, *one, from)
            })
        });
        doc.leaders = leaders.collect();
    }

    fn listed(&self, doc: &Plan) -> usize {
        doc.leaders.len()
    }

    fn read(&self, doc: &Plan, reader: &mut Reader<'_>) {
        for one in &doc.leaders {
            if let Some((teacher, to)) = reader.teacher_and_school(&one.teacher, &one.to) {
                reader.plan.leaders.push(LeaderMove { teacher, to });
            }
        }
    }

    fn read_sheets(&self, book: &mut NamedSheets<'_>, doc: &mut Plan) {
        doc.leaders = book.rows(&LEADERS, |cells, roster| {
            let who = cells.somebody("teacher", roster)?;
            let to = cells.school("to")?;
            if let Some(teacher) = who.no {
                let from = roster.teacher(teacher).work_school;
                return Some(leader_doc(roster, LeaderMove { teacher, to }, from));
            }
            Some(LeaderDoc {
                teacher: who.id,
                name: who.name,
                to: roster.school_id(to),
                ..LeaderDoc::default()
            })
        });
    }
}

fn leader_doc(roster: &Roster, one: LeaderMove, from: SchoolNo) -> LeaderDoc {
    let who = roster.teacher(one.teacher);
    LeaderDoc {
        teacher: who.id.clone(),
        name: who.name.clone(),
        role: who.role,
        terms: who.terms,
        from: roster.school_id(from),
        to: roster.school_id(one.to),
        travel_minutes: None,
    }
}
