//! Where recruits of village schools learn before they come (新招教师城区见习), as a transport program.
//!
//! Columns: `learns[c,p,s]` recruits of pool `c` for post `p` who learn at school `s`, `nowhere[c,p]` those
//! for whom there is no place; `Σ_s learns + nowhere = h[c,p]`, `Σ learns[·,·,s] ≤ C`. Minutes count between
//! the schools.

use super::decision::{Program, Proof, Secondary};
use super::transport::{Transport, Way};
use crate::domain::Stage;
use crate::facts::apprentices::{Learning, apprentices};
use crate::facts::values::apprentices as values;
use crate::facts::{Apprentice, Facts, Placement};
use crate::input::NamedSheets;
use crate::input::plan_sheets::APPRENTICES;
use crate::plan::reader::Reader;
use crate::plan::{ApprenticeDoc, Plan};
use crate::policy::RuleId;

/// The decision.
pub struct Apprentices;

impl Secondary for Apprentices {
    fn rule(&self) -> Option<RuleId> {
        Some(values::RULE)
    }

    fn programs(&self, facts: &Facts<'_>, heads: &Placement) -> Vec<Program> {
        let (roster, learning) = (facts.roster, Learning::new(facts, heads));
        let most = facts.book.get(values::PER_SCHOOL_AT_MOST);
        let mut program = Transport::new();
        for hire in apprentices(facts, heads) {
            let number = i64::from(hire.number);
            let name = format!("{},p{}", roster.pools[hire.pool].id, hire.post.0);
            let ways = roster.school_nos().filter_map(|school| {
                let minutes = learning.at(hire, school)?;
                Some(Way {
                    means: Apprentice {
                        pool: hire.pool,
                        post: hire.post,
                        school,
                        number: 0,
                    },
                    giver: school,
                    column: format!("learns[{name},{}]", roster.school(school).id),
                    most: number.min(most),
                    minutes: minutes.map_or(0, i64::from),
                    uses: None,
                    spread: None,
                })
            });
            let nowhere = format!("nowhere[{name}]");
            program.want(("recruits", name.clone()), number, ways, nowhere);
        }
        let at_most = |school: &_| Some((roster.school_id(*school), most));
        program.programs(facts, "places", at_most, |one, number, plan| {
            plan.apprentices.push(Apprentice { number, ..one });
        })
    }

    fn list(&self, facts: &Facts<'_>, plan: &Placement, _: Proof, doc: &mut Plan) {
        let (roster, start) = (facts.roster, facts.year_start);
        let months = facts.book.get(values::MONTHS);
        let months = i32::try_from(months).unwrap_or(12);
        let list = plan.apprentices.iter().map(|one| {
            let post = facts.post(one.post);
            ApprenticeDoc {
                pool: roster.pools[one.pool].id.clone(),
                school: roster.school_id(post.school),
                stage: post.stage,
                parts: post.parts.clone(),
                must_open: post.must_open,
                at: roster.school_id(one.school),
                number: one.number,
                start,
                end: start.plus(months - 1),
            }
        });
        doc.apprentices = list.collect();
    }

    fn listed(&self, doc: &Plan) -> usize {
        doc.apprentices.len()
    }

    fn read(&self, doc: &Plan, reader: &mut Reader<'_>) {
        for one in &doc.apprentices {
            let (school, pool) = (reader.school(&one.at), reader.pool(&one.pool));
            let post = reader.post(&one.school, one.stage, &one.parts, one.must_open);
            if let (Some(school), Some(pool), Some(post)) = (school, pool, post) {
                reader.plan.apprentices.push(Apprentice {
                    pool,
                    post,
                    school,
                    number: one.number,
                });
            }
        }
    }

    fn read_sheets(&self, book: &mut NamedSheets<'_>, doc: &mut Plan) {
        doc.apprentices = book.rows(&APPRENTICES, |cells, roster| {
            let pool = cells.id("pool");
            let (of, at) = (cells.school("school"), cells.school("at"));
            let (stage, parts) = (cells.choice("stage", Stage::find), cells.parts("post"));
            let (must_open, number) = (cells.flag("must_open", false), cells.count("number"));
            let (start, end) = (cells.month("start"), cells.month("end"));
            cells.sound.then_some(ApprenticeDoc {
                pool: pool?,
                school: roster.school_id(of?),
                stage: stage?,
                parts,
                must_open,
                at: roster.school_id(at?),
                number: number?,
                start: start?,
                end: end?,
            })
        });
    }
}
