//! A plan as a workbook: ours, edited by hand or made by hand, read back to what it decides: what one row
//! of each sheet says.

use super::{
    AppointmentDoc, ApprenticeDoc, GapDoc, InputDoc, ItinerantDoc, LeaderDoc, LessonDoc, MoveDoc,
    PairDoc, Plan, PostDoc, RecruitDoc, SchoolDoc, VisitDoc, WeekDoc,
};
use crate::domain::{Employment, Form, Roster, SchoolNo, Stage, Title};
use crate::finding::Findings;
use crate::input::{Cells, NamedSheets, TABLES, plan_sheets as sheets};
use crate::text::Text;
use serde_json::{Value, json};

/// What was read of a plan's workbook.
#[derive(Debug)]
pub struct PlanBook {
    /// What it decides, and nothing else of a plan; absent when it has no rotation roll.
    pub plan: Option<Plan>,
    /// The sheets that it does not have.
    pub missing: Vec<Text>,
    /// What is wrong, by place.
    pub findings: Findings,
}

/// The name of what is in no table.
pub const SCENARIO: &str = "scenario";
const SCENARIO_NAME: Text = Text::new("情景设定", "scenario");

/// The name of an input in words: of a table its name, of a policy its file.
pub fn input_name(name: &str) -> Value {
    match TABLES.iter().find(|spec| spec.key == name) {
        Some(spec) => json!(spec.name),
        None if name == SCENARIO => json!(SCENARIO_NAME),
        None => json!(name),
    }
}

/// The input with this name in words.
fn input_of(word: &str) -> &str {
    let named = |name: Text| [name.zh, name.en].contains(&word);
    match TABLES.iter().find(|spec| named(spec.name)) {
        Some(spec) => spec.key,
        None if named(SCENARIO_NAME) => SCENARIO,
        None => word,
    }
}

/// Reads the decisions of a plan from a workbook of the county with this roster.
pub fn read_plan_book(file: &str, bytes: &[u8], roster: &Roster) -> PlanBook {
    let mut book = NamedSheets::open(file, bytes, roster);
    let shut = book.has_errors();
    let plan = plan(&mut book);
    let rolled = !book.missing.contains(&sheets::MOVES.name);
    PlanBook {
        plan: (rolled && !shut).then_some(plan),
        missing: if shut {
            Vec::new()
        } else {
            book.missing.clone()
        },
        findings: book.findings(),
    }
}

/// A move by a row without a form is none.
const NO_FORM: [&str; 3] = ["0-无", "0—无", "无"];

/// Everything that the sheets decide.
fn plan(book: &mut NamedSheets<'_>) -> Plan {
    let roster = book.roster;
    let mut plan = Plan::bare(roster, Vec::new());
    plan.moves = book.rows(&sheets::MOVES, one_move);
    let posts = book.rows(&sheets::POSTS, post);
    plan.schools = schools(roster, posts);
    plan.recruits = book.rows(&sheets::RECRUITS, recruits);
    plan.apprentices = book.rows(&sheets::APPRENTICES, apprentices);
    plan.appointments = book.rows(&sheets::APPOINTMENTS, appointment);
    plan.conversions = book.rows(&sheets::CONVERSIONS, |cells, roster| {
        Some(roster.teacher_id(cells.teacher("teacher")?))
    });
    plan.periods.weeks = book.rows(&sheets::LESSONS, lesson);
    plan.itinerants = book.rows(&sheets::TRIPS, trip);
    plan.periods.gaps = book.rows(&sheets::GAPS, gap);
    plan.visits = book.rows(&sheets::VISITS, visit);
    plan.mentors = book.rows(&sheets::MENTORS, pair);
    plan.leaders = book.rows(&sheets::LEADERS, leader);
    plan.scenario.inputs = book.rows(&sheets::INPUTS, input);
    plan
}

/// The posts of each school with those who fill them.
fn schools(roster: &Roster, posts: Vec<(SchoolNo, PostDoc)>) -> Vec<SchoolDoc> {
    let mut schools: Vec<SchoolDoc> = Vec::new();
    let mut sorted = posts;
    sorted.sort_by_key(|(school, _)| *school);
    for (no, post) in sorted {
        let school = roster.school(no);
        if schools.last().is_none_or(|last| last.id != school.id) {
            schools.push(SchoolDoc::bare(school));
        }
        if let Some(last) = schools.last_mut() {
            last.teaching_posts.push(post);
        }
    }
    schools
}
/// A row without a form moves nobody.
fn one_move(cells: &mut Cells<'_>, roster: &Roster) -> Option<MoveDoc> {
    let word = cells.text("form")?;
    if NO_FORM.contains(&word.as_str()) {
        return None;
    }
    let form = cells.choice("form", Form::find);
    let who = cells.teacher("teacher");
    let (from, to) = (cells.school("from"), cells.school("to"));
    let (start, end) = (cells.month("start"), cells.month("end"));
    let quota_goes = cells.flag("quota_goes", false);
    let share = cells.count("share").unwrap_or(100);
    let bed = cells.flag("bed", false);
    cells.sound.then_some(())?;
    let who = who?;
    Some(MoveDoc {
        teacher: roster.teacher_id(who),
        name: roster.teacher_name(who),
        from: roster.school_id(from?),
        to: roster.school_id(to?),
        form: form?,
        subject: roster.teacher(who).subject,
        weekly_periods: 0,
        start: start?,
        end: end?,
        share,
        quota_goes,
        bed,
        travel_minutes: None,
        reasons: Vec::new(),
    })
}

fn post(cells: &mut Cells<'_>, roster: &Roster) -> Option<(SchoolNo, PostDoc)> {
    let (no, stage) = (cells.school("school"), cells.choice("stage", Stage::find));
    let parts = cells.parts("post");
    let must_open = cells.flag("must_open", false);
    let who = cells.teacher("teacher");
    cells.sound.then_some(())?;
    let post = PostDoc {
        stage: stage?,
        parts,
        number: 1,
        how: None,
        must_open,
        filled_by: who.map(|who| roster.teacher_id(who)).into_iter().collect(),
        recruits: 0,
        empty: 0,
    };
    Some((no?, post))
}

fn recruits(cells: &mut Cells<'_>, roster: &Roster) -> Option<RecruitDoc> {
    let pool = cells.id("pool");
    let employment = cells.choice("employment", Employment::find);
    let (at, stage) = (cells.school("school"), cells.choice("stage", Stage::find));
    let parts = cells.parts("post");
    let (must_open, number) = (cells.flag("must_open", false), cells.count("number"));
    cells.sound.then_some(RecruitDoc {
        pool: pool?,
        employment: employment.unwrap_or(Employment::OnQuota),
        school: roster.school_id(at?),
        stage: stage?,
        parts,
        must_open,
        number: number?,
    })
}

fn apprentices(cells: &mut Cells<'_>, roster: &Roster) -> Option<ApprenticeDoc> {
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
}

fn appointment(cells: &mut Cells<'_>, roster: &Roster) -> Option<AppointmentDoc> {
    let who = cells.teacher("teacher")?;
    let appointed = cells.flag("appointed", false);
    let teacher = roster.teacher(who);
    cells.sound.then_some(AppointmentDoc {
        teacher: teacher.id.clone(),
        school: roster.school_id(teacher.quota_school),
        title: teacher.applies_for.unwrap_or(Title::None),
        place: None,
        appointed,
        post: None,
        lacks: Vec::new(),
    })
}

fn lesson(cells: &mut Cells<'_>, roster: &Roster) -> Option<WeekDoc> {
    let (who, at) = (cells.teacher("teacher"), cells.school("school"));
    let (stage, subject) = (cells.choice("stage", Stage::find), cells.subject("subject"));
    let periods = cells.count("periods");
    let who = who?;
    cells.sound.then_some(WeekDoc {
        teacher: roster.teacher_id(who),
        name: roster.teacher_name(who),
        school: String::new(),
        most: 0,
        on_post: 0,
        on_the_road: 0,
        lessons: vec![LessonDoc {
            school: roster.school_id(at?),
            stage: stage?,
            subject: subject?,
            periods: periods?,
        }],
    })
}

fn trip(cells: &mut Cells<'_>, roster: &Roster) -> Option<ItinerantDoc> {
    let (who, to) = (cells.teacher("teacher"), cells.school("to"));
    let half_days = cells.count("half_days");
    let who = who?;
    cells.sound.then_some(ItinerantDoc {
        teacher: roster.teacher_id(who),
        name: roster.teacher_name(who),
        from: String::new(),
        to: roster.school_id(to?),
        half_days: half_days?,
        travel_minutes: None,
    })
}

fn gap(cells: &mut Cells<'_>, roster: &Roster) -> Option<GapDoc> {
    let (at, stage) = (cells.school("school"), cells.choice("stage", Stage::find));
    let (subject, remote) = (cells.subject("subject"), cells.count("remote"));
    cells.sound.then_some(GapDoc {
        school: roster.school_id(at?),
        stage: stage?,
        subject: subject?,
        lacking: 0,
        inside: 0,
        itinerant: 0,
        remote: remote.unwrap_or(0).into(),
        open: 0,
    })
}

fn visit(cells: &mut Cells<'_>, roster: &Roster) -> Option<VisitDoc> {
    let (who, at) = (cells.teacher("teacher"), cells.school("school"));
    let (subjects, times) = (cells.subjects("subjects"), cells.count("times"));
    let who = who?;
    cells.sound.then_some(VisitDoc {
        teacher: roster.teacher_id(who),
        name: roster.teacher_name(who),
        school: roster.school_id(at?),
        subjects,
        times: times?,
    })
}

fn pair(cells: &mut Cells<'_>, roster: &Roster) -> Option<PairDoc> {
    let (who, mentor) = (cells.teacher("teacher")?, cells.teacher("mentor")?);
    Some(PairDoc {
        teacher: roster.teacher_id(who),
        name: roster.teacher_name(who),
        mentor: roster.teacher_id(mentor),
        mentor_name: roster.teacher_name(mentor),
        subject: roster.teacher(who).subject,
    })
}

fn leader(cells: &mut Cells<'_>, roster: &Roster) -> Option<LeaderDoc> {
    let (who, to) = (cells.teacher("teacher")?, cells.school("to")?);
    let teacher = roster.teacher(who);
    Some(LeaderDoc {
        teacher: teacher.id.clone(),
        name: teacher.name.clone(),
        role: teacher.role,
        terms: teacher.terms,
        from: roster.school_id(teacher.work_school),
        to: roster.school_id(to),
        travel_minutes: None,
    })
}

fn input(cells: &mut Cells<'_>, _: &Roster) -> Option<InputDoc> {
    let (name, sha256) = (cells.text("input")?, cells.text("sha256")?);
    Some(InputDoc {
        name: input_of(&name).to_owned(),
        sha256,
    })
}
