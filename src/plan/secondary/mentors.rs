//! Who is whose mentor (名师结对), as a transport program over people who are already placed.
//!
//! `pair[m,e]` 1 when `m` guides `e`, `alone[e]` 1 when nobody does; `Σ_m pair[m,e] + alone[e] = 1`,
//! `Σ_e pair[m,e] ≤ C`.

use super::decision::{Program, Proof, Secondary};
use super::transport::{Transport, Way};
use crate::domain::{Roster, TeacherNo};
use crate::facts::values::mentor_pairs;
use crate::facts::visits::Mentoring;
use crate::facts::{Facts, Pair, Placement};
use crate::input::NamedSheets;
use crate::input::plan_sheets::MENTORS as MENTOR_SHEET;
use crate::plan::reader::Reader;
use crate::plan::{PairDoc, Plan};
use crate::policy::RuleId;

/// The decision.
pub struct Mentors;

impl Secondary for Mentors {
    fn rule(&self) -> Option<RuleId> {
        Some(mentor_pairs::RULE)
    }

    fn programs(&self, facts: &Facts<'_>, heads: &Placement) -> Vec<Program> {
        let (roster, mentoring) = (facts.roster, Mentoring::new(facts, heads));
        let most = facts.book.get(mentor_pairs::PER_MENTOR_AT_MOST);
        let mut program = Transport::new();
        for teacher in roster.teacher_nos().filter(|who| mentoring.wants(*who)) {
            let id = roster.teacher_id(teacher);
            let may = |mentor: &TeacherNo| mentoring.may_guide(*mentor, teacher);
            let able = roster.teacher_nos().filter(may);
            let ways = able.map(|mentor| Way {
                means: Pair { teacher, mentor },
                giver: mentor,
                column: format!("pair[{},{id}]", roster.teacher(mentor).id),
                most: 1,
                minutes: mentoring.minutes(mentor, teacher),
                uses: None,
                spread: None,
            });
            let alone = format!("alone[{id}]");
            program.want(("guided", id.clone()), 1, ways, alone);
        }
        let at_most = |mentor: &_| Some((roster.teacher_id(*mentor), most));
        program.programs(facts, "mentor", at_most, |pair, _, plan| {
            plan.pairs.push(pair);
        })
    }

    fn list(&self, facts: &Facts<'_>, plan: &Placement, _: Proof, doc: &mut Plan) {
        let pairs = plan.pairs.iter();
        doc.mentors = pairs.map(|pair| pair_doc(facts.roster, *pair)).collect();
    }

    fn listed(&self, doc: &Plan) -> usize {
        doc.mentors.len()
    }

    fn read(&self, doc: &Plan, reader: &mut Reader<'_>) {
        for one in &doc.mentors {
            let (who, mentor) = (reader.teacher(&one.teacher), reader.teacher(&one.mentor));
            if let (Some(teacher), Some(mentor)) = (who, mentor) {
                reader.plan.pairs.push(Pair { teacher, mentor });
            }
        }
    }

    fn read_sheets(&self, book: &mut NamedSheets<'_>, doc: &mut Plan) {
        doc.mentors = book.rows(&MENTOR_SHEET, |cells, roster| {
            let who = cells.somebody("teacher", roster)?;
            let mentor = cells.somebody("mentor", roster)?;
            let subject = who.no.map(|no| roster.teacher(no).subject);
            Some(PairDoc {
                teacher: who.id,
                name: who.name,
                mentor: mentor.id,
                mentor_name: mentor.name,
                subject: subject.unwrap_or_default(),
            })
        });
    }
}

fn pair_doc(roster: &Roster, pair: Pair) -> PairDoc {
    PairDoc {
        teacher: roster.teacher_id(pair.teacher),
        name: roster.teacher_name(pair.teacher),
        mentor: roster.teacher_id(pair.mentor),
        mentor_name: roster.teacher_name(pair.mentor),
        subject: roster.teacher(pair.teacher).subject,
    }
}
