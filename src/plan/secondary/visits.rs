//! Who visits which village school (送教下乡、巡回授课), as a transport program over people who are already
//! placed.
//!
//! `visit[t,s,k]` times a term teacher `t` visits school `s` for want `k`, `miss[s,k]` times that nobody
//! does; `Σ_t visit[t,s,k] + miss[s,k] = n[s,k]`, `Σ visit[t,·,·] ≤ M`.

use super::decision::{Program, Proof, Secondary};
use super::transport::{Transport, Way};
use crate::domain::Subject;
use crate::facts::visits::{VISITS, Visiting};
use crate::facts::{Facts, Placement, Visit};
use crate::plan::reader::Reader;
use crate::plan::{Plan, VisitDoc};

/// The decision.
pub struct Visits;

impl Secondary for Visits {
    fn is_on(&self, facts: &Facts<'_>) -> bool {
        facts.book.is_on(VISITS)
    }

    fn programs(&self, facts: &Facts<'_>, heads: &Placement) -> Vec<Program> {
        let (roster, visiting) = (facts.roster, Visiting::new(facts, heads));
        let most = facts.book.count(VISITS, "per_person_at_most");
        let mut program = Transport::new();
        for want in visiting.wanted() {
            let group = want
                .group
                .map_or("circuit".to_owned(), |no| format!("group{no}"));
            let site = format!("{},{group}", roster.school(want.school).id);
            let able = roster.teacher_nos();
            let able = able.filter(|who| visiting.may_visit(*who, want.group));
            let ways = able.filter_map(|who| {
                let minutes = visiting.reach(who, want.school)?;
                Some(Way {
                    means: Visit {
                        teacher: who,
                        school: want.school,
                        group: want.group,
                        times: 0,
                    },
                    giver: who,
                    column: format!("visit[{},{site}]", roster.teacher(who).id),
                    most: want.times.min(most),
                    minutes: minutes.into(),
                })
            });
            let miss = format!("miss[{site}]");
            program.want(("wants", site.clone()), want.times, ways, miss);
        }
        let at_most = |who: &_| Some((roster.teacher_id(*who), most));
        let program = program.program(facts, "visitor", at_most, |made, plan| {
            let made = made.map(|(visit, times)| Visit { times, ..visit });
            plan.visits.extend(made);
            plan.visits.sort_unstable();
        });
        vec![program]
    }

    fn list(&self, facts: &Facts<'_>, plan: &Placement, _: Proof, doc: &mut Plan) {
        let (roster, visiting) = (facts.roster, Visiting::new(facts, plan));
        let visits = plan.visits.iter().map(|one| VisitDoc {
            teacher: roster.teacher_id(one.teacher),
            name: roster.teacher_name(one.teacher),
            school: roster.school_id(one.school),
            subjects: one
                .group
                .map_or_else(Vec::new, |group| visiting.group(group).to_vec()),
            times: one.times,
        });
        doc.visits = visits.collect();
    }

    /// A visit for a group of subjects that the policy does not know is none for anything.
    fn read(&self, doc: &Plan, reader: &mut Reader<'_>) {
        let groups: Vec<Vec<Subject>> = reader.facts.book.groups(VISITS, "groups", Subject::find);
        for one in &doc.visits {
            let group = groups.iter().position(|group| *group == one.subjects);
            if let Some((teacher, school)) = reader.teacher_and_school(&one.teacher, &one.school) {
                reader.plan.visits.push(Visit {
                    teacher,
                    school,
                    group: (!one.subjects.is_empty()).then(|| group.unwrap_or(usize::MAX)),
                    times: one.times,
                });
            }
        }
        reader.plan.visits.sort_unstable();
    }
}
