//! Who visits which village school (送教下乡、巡回授课), as a transport program over people who are already
//! placed.
//!
//! `visit[t,s,k]` times a term teacher `t` visits school `s` for want `k`, `miss[s,k]` times that nobody
//! does; `Σ_t visit[t,s,k] + miss[s,k] = n[s,k]`, `Σ visit[t,·,·] ≤ M`. Where circuits are asked of people,
//! `Σ_s visit[t,s] + miss[t] = n` in the place of those of schools, and the most at one school, `Σ_t visit[t,s] ≤ most`,
//! are as few as can be before minutes are looked at.

use super::decision::{Program, Proof, Secondary};
use super::transport::{Transport, Way};
use crate::domain::{Roster, SchoolNo, Subject, TeacherNo};
use crate::facts::values::visiting_lessons;
use crate::facts::visits::{Asked, Visiting};
use crate::facts::{Facts, Placement, Visit};
use crate::input::NamedSheets;
use crate::input::plan_sheets::VISITS as VISIT_SHEET;
use crate::plan::reader::Reader;
use crate::plan::{Plan, VisitDoc};
use crate::policy::RuleId;

/// The decision.
pub struct Visits;

impl Secondary for Visits {
    fn rule(&self) -> Option<RuleId> {
        Some(visiting_lessons::RULE)
    }

    fn programs(&self, facts: &Facts<'_>, heads: &Placement) -> Vec<Program> {
        let (roster, visiting) = (facts.roster, Visiting::new(facts, heads));
        let most = facts.book.get(visiting_lessons::PER_PERSON_AT_MOST);
        let mut program = Transport::new();
        for want in visiting.wanted() {
            let group = want.group.map(|no| format!("group{no}"));
            let group = group.as_deref().unwrap_or("circuit");
            let (id, pairs): (&str, Vec<(TeacherNo, SchoolNo)>) = match want.of {
                Asked::School(school) => {
                    let may = |who: &TeacherNo| visiting.may_visit(*who, want.group);
                    let able = roster.teacher_nos().filter(may);
                    let id = &roster.school(school).id;
                    (id, able.map(|who| (who, school)).collect())
                }
                Asked::Teacher(who) => {
                    let schools = visiting.visited();
                    let id = &roster.teacher(who).id;
                    (id, schools.map(|school| (who, school)).collect())
                }
            };
            let site = format!("{id},{group}");
            // Who goes on circuit goes to whichever school: to all of them alike, then to near ones.
            let by_person = matches!(want.of, Asked::Teacher(_));
            let ways = pairs.into_iter().filter_map(|(who, school)| {
                let minutes = visiting.reach(who, school)?;
                let end = match want.of {
                    Asked::School(_) => &roster.teacher(who).id,
                    Asked::Teacher(_) => &roster.school(school).id,
                };
                Some(Way {
                    means: Visit {
                        teacher: who,
                        school,
                        group: want.group,
                        times: 0,
                    },
                    giver: who,
                    column: format!("visit[{end},{site}]"),
                    most: want.times.min(most),
                    minutes: minutes.into(),
                    uses: None,
                    spread: by_person.then(|| roster.school(school).id.clone()),
                })
            });
            let miss = format!("miss[{site}]");
            program.want(("wants", site.clone()), want.times, ways, miss);
        }
        let at_most = |who: &_| Some((roster.teacher_id(*who), most));
        program.programs(facts, "visitor", at_most, |visit, times, plan| {
            plan.visits.push(Visit { times, ..visit });
        })
    }

    fn list(&self, facts: &Facts<'_>, plan: &Placement, _: Proof, doc: &mut Plan) {
        let (roster, visiting) = (facts.roster, Visiting::new(facts, plan));
        let visits = plan.visits.iter().map(|one| {
            let subjects = one.group.map_or(&[][..], |group| visiting.group(group));
            visit_doc(roster, one, subjects.to_vec())
        });
        doc.visits = visits.collect();
    }

    /// A visit for a group of subjects that the policy does not know is none for anything.
    fn listed(&self, doc: &Plan) -> usize {
        doc.visits.len()
    }

    fn read(&self, doc: &Plan, reader: &mut Reader<'_>) {
        let groups = reader.facts.book.get(visiting_lessons::GROUPS);
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
    }

    fn read_sheets(&self, book: &mut NamedSheets<'_>, doc: &mut Plan) {
        doc.visits = book.rows(&VISIT_SHEET, |cells, roster| {
            let (who, at) = (cells.somebody("teacher", roster), cells.school("school"));
            let (subjects, times) = (cells.subjects("subjects"), cells.count("times"));
            cells.sound.then_some(())?;
            let who = who?;
            Some(VisitDoc {
                teacher: who.id,
                name: who.name,
                school: roster.school_id(at?),
                subjects,
                times: times?,
            })
        });
    }
}

fn visit_doc(roster: &Roster, one: &Visit, subjects: Vec<Subject>) -> VisitDoc {
    VisitDoc {
        teacher: roster.teacher_id(one.teacher),
        name: roster.teacher_name(one.teacher),
        school: roster.school_id(one.school),
        subjects,
        times: one.times,
    }
}
