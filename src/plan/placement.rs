//! From a plan document, ours or made by hand, to the numbers of the roster.

use super::{ApprenticeDoc, GapDoc, MoveDoc, Plan, RecruitDoc};
use crate::blanks;
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo};
use crate::facts::periods::Gap;
use crate::facts::visits::{MENTORS, VISITS};
use crate::facts::{
    Apprentice, Facts, Hire, LeaderMove, Lesson, Pair, Placement, PlannedMove, PostNo, Remote,
    Trip, Visit,
};
use crate::finding::{About, Code, Finding, Findings, Severity};
use crate::text::Text;
use std::collections::BTreeMap;

static UNKNOWN_TEACHER: Code = Code {
    id: "A01",
    severity: Severity::Error,
    says: Text::new(
        "方案中的教师编号{id}不在教师表中。",
        "The plan names teacher {id}, who is not in the roster.",
    ),
    help: Text::new(
        "核对编号，或用同一份教师表重新审核。",
        "Check the number, or audit with the same roster.",
    ),
};
static UNKNOWN_SCHOOL: Code = Code {
    id: "A02",
    severity: Severity::Error,
    says: Text::new(
        "方案中的学校代码{id}不在学校表中。",
        "The plan names school {id}, which is not in the schools table.",
    ),
    help: Text::new("核对学校代码。", "Check the school code."),
};
static MOVED_TWICE: Code = Code {
    id: "A03",
    severity: Severity::Error,
    says: Text::new(
        "教师{id}在方案中出现两次调整。",
        "The plan moves teacher {id} twice.",
    ),
    help: Text::new("只保留一条。", "Keep one of them."),
};
static WRONG_START: Code = Code {
    id: "A04",
    severity: Severity::Error,
    says: Text::new(
        "教师{id}不在{from}，方案却将其从该校派出。",
        "The plan moves teacher {id} from {from}, where that person is not.",
    ),
    help: Text::new(
        "核对派出学校与教师现任教学校。",
        "Check the sending school against the roster.",
    ),
};
static UNKNOWN_POST: Code = Code {
    id: "A05",
    severity: Severity::Error,
    says: Text::new(
        "{school}没有方案所列的学科岗位：{parts}。",
        "{school} has no such teaching post: {parts}.",
    ),
    help: Text::new(
        "按方案中该校的岗位清单填写，或重新测算岗位。",
        "Use the posts listed for that school, or reckon the posts again.",
    ),
};
static UNKNOWN_POOL: Code = Code {
    id: "A06",
    severity: Severity::Error,
    says: Text::new(
        "拟招聘人员表中没有{id}。",
        "The recruits table has no line {id}.",
    ),
    help: Text::new(
        "核对招聘计划行的编号。",
        "Check the name of the recruiting line.",
    ),
};

/// Every kind of finding about a plan document itself.
pub const PLAN_CODES: &[&Code] = &[
    &UNKNOWN_TEACHER,
    &UNKNOWN_SCHOOL,
    &MOVED_TWICE,
    &WRONG_START,
    &UNKNOWN_POST,
    &UNKNOWN_POOL,
];

type PostKey<'a> = (SchoolNo, Stage, &'a [(Subject, u32)], bool);

struct Reader<'a> {
    facts: &'a Facts<'a>,
    posts: BTreeMap<PostKey<'a>, PostNo>,
    plan: Placement,
    findings: Findings,
}

/// Reads a plan document against the facts; what cannot be placed is a finding.
pub fn placement(facts: &Facts<'_>, doc: &Plan) -> (Placement, Findings) {
    let key = |no: PostNo| {
        let post = facts.post(no);
        (
            post.school,
            post.stage,
            post.parts.as_slice(),
            post.must_open,
        )
    };
    let mut reader = Reader {
        facts,
        posts: facts.post_nos().map(|no| (key(no), no)).collect(),
        plan: Placement::empty(facts),
        findings: Findings::default(),
    };
    doc.moves.iter().for_each(|one| reader.read_move(one));
    for school in &doc.schools {
        for post in &school.teaching_posts {
            if let Some(no) = reader.post(&school.id, post.stage, &post.parts, post.must_open) {
                for id in &post.filled_by {
                    if let Some(who) = reader.teacher(id) {
                        reader.plan.fills[no.0].push(who);
                    }
                }
            }
        }
    }
    doc.recruits
        .iter()
        .for_each(|one| reader.read_recruits(one));
    for one in doc.appointments.iter().filter(|one| one.appointed) {
        if let Some(who) = reader.teacher(&one.teacher) {
            reader.plan.appointments.push(who);
        }
    }
    for id in &doc.conversions {
        if let Some(who) = reader.teacher(id) {
            reader.plan.conversions.push(who);
        }
    }
    reader.plan.conversions.sort_unstable();
    reader.plan.conversions.dedup();
    read_extra_duties(&mut reader, doc);
    reader.plan.appointments.sort_unstable();
    reader.plan.appointments.dedup();
    reader.plan.moves.sort();
    reader.plan.hires.sort();
    reader
        .plan
        .fills
        .iter_mut()
        .for_each(|people| people.sort_unstable());
    reader.moved_twice();
    (reader.plan, reader.findings)
}

impl Reader<'_> {
    /// A plan moves nobody twice; its moves are sorted.
    fn moved_twice(&mut self) {
        let twice: Vec<TeacherNo> = self
            .plan
            .moves
            .windows(2)
            .filter(|pair| pair[0].teacher == pair[1].teacher)
            .map(|pair| pair[0].teacher)
            .collect();
        for who in twice {
            let id = self.facts.roster.teacher(who).id.clone();
            self.say(
                &MOVED_TWICE,
                Some(About::Teacher(id.clone())),
                blanks! { id: id },
            );
        }
    }

    fn say(&mut self, code: &'static Code, about: Option<About>, facts: crate::text::Blanks) {
        let finding = Finding {
            about,
            ..Finding::new(code, facts)
        };
        self.findings.push(finding);
    }

    fn teacher(&mut self, id: &str) -> Option<TeacherNo> {
        let found = self.facts.roster.find_teacher(id);
        if found.is_none() {
            self.say(
                &UNKNOWN_TEACHER,
                Some(About::Teacher(id.to_owned())),
                blanks! { id: id },
            );
        }
        found
    }

    fn school(&mut self, id: &str) -> Option<SchoolNo> {
        let found = self.facts.roster.find_school(id);
        if found.is_none() {
            self.say(
                &UNKNOWN_SCHOOL,
                Some(About::School(id.to_owned())),
                blanks! { id: id },
            );
        }
        found
    }

    fn post(
        &mut self,
        school: &str,
        stage: Stage,
        parts: &[(Subject, u32)],
        open: bool,
    ) -> Option<PostNo> {
        let no = self.school(school)?;
        let found = self.posts.get(&(no, stage, parts, open)).copied();
        if found.is_none() {
            let parts: Vec<String> = parts
                .iter()
                .map(|(subject, n)| format!("{}:{n}", subject.key()))
                .collect();
            let about = Some(About::School(school.to_owned()));
            self.say(
                &UNKNOWN_POST,
                about,
                blanks! { school: school, parts: parts },
            );
        }
        found
    }

    fn read_move(&mut self, doc: &MoveDoc) {
        let who = self.teacher(&doc.teacher);
        let (from, to) = (self.school(&doc.from), self.school(&doc.to));
        let (Some(teacher), Some(from), Some(to)) = (who, from, to) else {
            return;
        };
        if self.facts.stands(teacher).base != Some(from) {
            let about = Some(About::Teacher(doc.teacher.clone()));
            let from = self.facts.roster.school(from).name.clone();
            self.say(&WRONG_START, about, blanks! { id: doc.teacher, from: from });
        }
        self.plan.moves.push(PlannedMove {
            teacher,
            from,
            to,
            form: doc.form,
            start: doc.start,
            end: doc.end,
            share: doc.share,
            quota_goes: doc.quota_goes,
            bed: doc.bed,
        });
    }

    fn pool(&mut self, id: &str) -> Option<usize> {
        let pool = self.facts.roster.pools.iter();
        let pool = pool.enumerate().find(|(_, pool)| pool.id == id);
        if pool.is_none() {
            self.say(&UNKNOWN_POOL, None, blanks! { id: id });
        }
        pool.map(|(no, _)| no)
    }

    fn read_recruits(&mut self, doc: &RecruitDoc) {
        let pool = self.pool(&doc.pool);
        let post = self.post(&doc.school, doc.stage, &doc.parts, doc.must_open);
        if let (Some(pool), Some(post)) = (pool, post) {
            self.plan.hires.push(Hire {
                pool,
                post,
                number: doc.number,
            });
        }
    }
}

/// Everything that the policy looks at.
fn read_extra_duties(reader: &mut Reader<'_>, doc: &Plan) {
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
