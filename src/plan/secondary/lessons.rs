//! Who covers what nobody on a post covers (兼课、走教、远程课程), once everybody is on a post.

use super::decision::{Program, Proof, Secondary};
use super::lessons_program::{lessons, weight};
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo};
use crate::facts::periods::{self, Gap, Load};
use crate::facts::values::itinerant_teaching;
use crate::facts::{Facts, Lesson, Placement, Remote, Trip};
use crate::input::NamedSheets;
use crate::input::plan_sheets::{GAPS, LESSONS, TRIPS};
use crate::plan::reader::Reader;
use crate::plan::{Ended, GapDoc, ItinerantDoc, LessonDoc, PeriodsDoc, Plan, WeekDoc};
use crate::policy::RuleId;
use std::collections::BTreeSet;

/// The decision.
pub struct Lessons;

impl Secondary for Lessons {
    fn rule(&self) -> Option<RuleId> {
        Some(itinerant_teaching::RULE)
    }

    fn programs(&self, facts: &Facts<'_>, heads: &Placement) -> Vec<Program> {
        lessons(facts, heads)
    }

    fn list(&self, facts: &Facts<'_>, plan: &Placement, proof: Proof, doc: &mut Plan) {
        doc.periods = PeriodsDoc {
            ended: Some(proof.ended),
            value: open_value(facts, plan),
            bound: proof.bound,
            gaps: gaps(facts, plan),
            weeks: weeks(facts, plan),
        };
        doc.itinerants = itinerants(facts, plan);
    }

    fn claimed(&self, doc: &Plan) -> Proof {
        let PeriodsDoc {
            ended,
            value,
            bound,
            ..
        } = doc.periods;
        Proof {
            ended: ended.unwrap_or(Ended::NotFoundInTime),
            value,
            bound,
        }
    }

    fn listed(&self, doc: &Plan) -> usize {
        let remote = doc.periods.gaps.iter().filter(|one| one.remote > 0);
        doc.periods.weeks.len() + doc.itinerants.len() + remote.count()
    }

    fn read(&self, doc: &Plan, reader: &mut Reader<'_>) {
        for week in &doc.periods.weeks {
            let Some(teacher) = reader.teacher(&week.teacher) else {
                continue;
            };
            for one in &week.lessons {
                if let Some(gap) = gap(reader, &one.school, one.stage, one.subject) {
                    reader.plan.lessons.push(Lesson {
                        teacher,
                        gap,
                        periods: one.periods,
                    });
                }
            }
        }
        for one in &doc.itinerants {
            if let Some((teacher, school)) = reader.teacher_and_school(&one.teacher, &one.to) {
                reader.plan.trips.push(Trip {
                    teacher,
                    school,
                    half_days: one.half_days,
                });
            }
        }
        for one in doc.periods.gaps.iter().filter(|one| one.remote > 0) {
            if let Some(gap) = gap(reader, &one.school, one.stage, one.subject) {
                let periods = u32::try_from(one.remote).unwrap_or(u32::MAX);
                reader.plan.remote.push(Remote { gap, periods });
            }
        }
    }

    fn read_sheets(&self, book: &mut NamedSheets<'_>, doc: &mut Plan) {
        doc.periods.weeks = book.rows(&LESSONS, |cells, roster| {
            let (who, at) = (cells.somebody("teacher", roster), cells.school("school"));
            let (stage, subject) = (cells.choice("stage", Stage::find), cells.subject("subject"));
            let (periods, who) = (cells.count("periods"), who?);
            cells.sound.then_some(WeekDoc {
                teacher: who.id,
                name: who.name,
                lessons: vec![LessonDoc {
                    school: roster.school_id(at?),
                    stage: stage?,
                    subject: subject?,
                    periods: periods?,
                }],
                ..WeekDoc::default()
            })
        });
        doc.itinerants = book.rows(&TRIPS, |cells, roster| {
            let (who, to) = (cells.somebody("teacher", roster), cells.school("to"));
            let (half_days, who) = (cells.count("half_days"), who?);
            cells.sound.then_some(ItinerantDoc {
                teacher: who.id,
                name: who.name,
                to: roster.school_id(to?),
                half_days: half_days?,
                ..ItinerantDoc::default()
            })
        });
        doc.periods.gaps = book.rows(&GAPS, |cells, roster| {
            let (at, stage) = (cells.school("school"), cells.choice("stage", Stage::find));
            let (subject, remote) = (cells.subject("subject"), cells.count("remote"));
            cells.sound.then_some(GapDoc {
                school: roster.school_id(at?),
                stage: stage?,
                subject: subject?,
                remote: remote.unwrap_or(0).into(),
                ..GapDoc::default()
            })
        });
    }
}

fn gap(reader: &mut Reader<'_>, school: &str, stage: Stage, subject: Subject) -> Option<Gap> {
    let school = reader.school(school)?;
    Some(Gap {
        school,
        stage,
        subject,
    })
}

/// What nobody on a post covers, and what becomes of it.
fn gaps(facts: &Facts<'_>, plan: &Placement) -> Vec<GapDoc> {
    let loads = periods::loads(facts, plan);
    let is_home = |one: &Lesson| {
        let load = loads.get(&one.teacher);
        load.is_some_and(|load| load.school == one.gap.school)
    };
    let list = periods::open(facts, plan).into_iter();
    list.map(|(gap, lacking)| {
        let mut row = GapDoc {
            school: facts.roster.school_id(gap.school),
            stage: gap.stage,
            subject: gap.subject,
            lacking,
            ..GapDoc::default()
        };
        for one in plan.lessons.iter().filter(|one| one.gap == gap) {
            let by = if is_home(one) {
                &mut row.inside
            } else {
                &mut row.itinerant
            };
            *by += i64::from(one.periods);
        }
        let remote = plan.remote.iter().filter(|one| one.gap == gap);
        row.remote = remote.map(|one| i64::from(one.periods)).sum();
        row.open = lacking - row.inside - row.itinerant - row.remote;
        row
    })
    .collect()
}

/// What the periods that stay open, and those from afar, weigh: the first goal of the program.
pub fn open_value(facts: &Facts<'_>, plan: &Placement) -> i64 {
    let counts = facts.book.get(itinerant_teaching::REMOTE_COUNTS);
    let rows = periods::open(facts, plan).into_iter();
    let weighed = rows.map(|(gap, lacking)| {
        let given = plan.lessons.iter().filter(|one| one.gap == gap);
        let given: i64 = given.map(|one| i64::from(one.periods)).sum();
        let remote = plan.remote.iter().filter(|one| one.gap == gap);
        let remote: i64 = remote.map(|one| i64::from(one.periods)).sum();
        let open = (lacking - given - remote).max(0);
        let from_afar = (counts.denom() - counts.numer()).max(0);
        weight(facts, gap) * (open * counts.denom() + remote * from_afar)
    });
    weighed.sum()
}

/// The weeks of all who teach besides their posts.
fn weeks(facts: &Facts<'_>, plan: &Placement) -> Vec<WeekDoc> {
    let loads = periods::loads(facts, plan);
    let people: BTreeSet<TeacherNo> = plan.lessons.iter().map(|one| one.teacher).collect();
    let week = |who: TeacherNo| Some(week(facts, plan, who, *loads.get(&who)?));
    people.into_iter().filter_map(week).collect()
}

/// The week of one who may take on more than her post.
pub fn week(facts: &Facts<'_>, plan: &Placement, who: TeacherNo, load: Load) -> WeekDoc {
    let roster = facts.roster;
    let trips = plan.trips.iter().filter(|one| one.teacher == who);
    let road = trips.map(|one| {
        let minutes = periods::reach(facts, load.school, one.school).unwrap_or(0);
        periods::on_the_road(facts, minutes) * i64::from(one.half_days)
    });
    let lessons = plan.lessons.iter().filter(|one| one.teacher == who);
    let lessons = lessons.map(|one| LessonDoc {
        school: roster.school_id(one.gap.school),
        stage: one.gap.stage,
        subject: one.gap.subject,
        periods: one.periods,
    });
    WeekDoc {
        teacher: roster.teacher_id(who),
        name: roster.teacher_name(who),
        school: roster.school_id(load.school),
        most: load.most,
        on_post: load.taught,
        on_the_road: road.sum(),
        lessons: lessons.collect(),
    }
}

/// Everybody who teaches at another school too.
pub fn itinerants(facts: &Facts<'_>, plan: &Placement) -> Vec<ItinerantDoc> {
    let (roster, next) = (facts.roster, plan.next(facts));
    let list = plan.trips.iter().filter_map(|one| {
        let from: SchoolNo = next[one.teacher.0]?;
        Some(ItinerantDoc {
            teacher: roster.teacher_id(one.teacher),
            name: roster.teacher_name(one.teacher),
            from: roster.school_id(from),
            to: roster.school_id(one.school),
            half_days: one.half_days,
            travel_minutes: facts.travel.between(from, one.school),
        })
    });
    list.collect()
}
