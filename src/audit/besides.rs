//! Reads what a plan document says besides posts and moves: lessons, half-days, visits, mentors, leaders.

use super::placement::Reader;
use crate::domain::Subject;
use crate::domain::plan::{ApprenticeDoc, GapDoc, Plan};
use crate::facts::periods::Gap;
use crate::facts::visits::{MENTORS, VISITS};
use crate::facts::{Apprentice, LeaderMove, Lesson, Pair, Remote, Trip, Visit};

/// Everything that the policy looks at.
pub(super) fn read(reader: &mut Reader<'_>, doc: &Plan) {
    if reader.facts.book.is_on(crate::facts::periods::RULE) {
        read_lessons(reader, doc);
    }
    if reader.facts.book.is_on(VISITS) {
        read_visits(reader, doc);
    }
    if reader.facts.book.is_on(MENTORS) {
        for one in &doc.mentors {
            let (who, mentor) = (reader.teacher(&one.teacher), reader.teacher(&one.mentor));
            if let (Some(teacher), Some(mentor)) = (who, mentor) {
                reader.plan.pairs.push(Pair { teacher, mentor });
            }
        }
    }
    if reader.facts.book.is_on(crate::facts::leaders::RULE) {
        for one in &doc.leaders {
            let (who, school) = (reader.teacher(&one.teacher), reader.school(&one.to));
            if let (Some(teacher), Some(to)) = (who, school) {
                reader.plan.leaders.push(LeaderMove { teacher, to });
            }
        }
    }
    if reader.facts.book.is_on(crate::facts::apprentices::RULE) {
        doc.apprentices
            .iter()
            .for_each(|one| read_apprentice(reader, one));
    }
    let plan = &mut reader.plan;
    plan.apprentices.sort_unstable();
    plan.leaders.sort_unstable();
    plan.lessons.sort_unstable();
    plan.trips.sort_unstable();
    plan.remote.sort_unstable();
    plan.visits.sort_unstable();
    plan.pairs.sort_unstable();
}

fn read_lessons(reader: &mut Reader<'_>, doc: &Plan) {
    for week in &doc.periods.weeks {
        let Some(teacher) = reader.teacher(&week.teacher) else {
            continue;
        };
        for one in &week.lessons {
            if let Some(school) = reader.school(&one.school) {
                let gap = Gap {
                    school,
                    stage: one.stage,
                    subject: one.subject,
                };
                reader.plan.lessons.push(Lesson {
                    teacher,
                    gap,
                    periods: one.periods,
                });
            }
        }
    }
    for one in &doc.itinerants {
        let (who, school) = (reader.teacher(&one.teacher), reader.school(&one.to));
        if let (Some(teacher), Some(school)) = (who, school) {
            reader.plan.trips.push(Trip {
                teacher,
                school,
                half_days: one.half_days,
            });
        }
    }
    let remote = doc.periods.gaps.iter().filter(|gap| gap.remote > 0);
    remote.for_each(|gap| read_remote(reader, gap));
}

fn read_remote(reader: &mut Reader<'_>, doc: &GapDoc) {
    if let Some(school) = reader.school(&doc.school) {
        let gap = Gap {
            school,
            stage: doc.stage,
            subject: doc.subject,
        };
        let periods = u32::try_from(doc.remote).unwrap_or(u32::MAX);
        reader.plan.remote.push(Remote { gap, periods });
    }
}

/// A visit for a group of subjects that the policy does not know is none for anything.
fn read_visits(reader: &mut Reader<'_>, doc: &Plan) {
    let groups: Vec<Vec<Subject>> = reader.facts.book.groups(VISITS, "groups", Subject::find);
    for one in &doc.visits {
        let (who, school) = (reader.teacher(&one.teacher), reader.school(&one.school));
        let group = groups.iter().position(|group| *group == one.subjects);
        if let (Some(teacher), Some(school)) = (who, school) {
            reader.plan.visits.push(Visit {
                teacher,
                school,
                group: (!one.subjects.is_empty()).then(|| group.unwrap_or(usize::MAX)),
                times: one.times,
            });
        }
    }
}

fn read_apprentice(reader: &mut Reader<'_>, doc: &ApprenticeDoc) {
    let school = reader.school(&doc.at);
    let pool = reader.pool(&doc.pool);
    let post = reader.post(&doc.school, doc.stage, &doc.parts, doc.must_open);
    if let (Some(school), Some(pool), Some(post)) = (school, pool, post) {
        reader.plan.apprentices.push(Apprentice {
            pool,
            post,
            school,
            number: doc.number,
        });
    }
}
