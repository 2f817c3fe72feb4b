//! What one row of each sheet decides.

use super::super::cells::Cells;
use super::{Leaf, Reading, input_of, specs};
use crate::domain::plan::{
    AppointmentDoc, ApprenticeDoc, GapDoc, InputDoc, ItinerantDoc, LeaderDoc, LessonDoc, MoveDoc,
    PairDoc, Plan, PostDoc, RecruitDoc, ScenarioId, SchoolDoc, VisitDoc, WeekDoc,
};
use crate::domain::{Employment, Form, Roster, SchoolNo, Stage, TeacherNo, Title, year_start};

/// A move by a row without a form is none.
const NO_FORM: [&str; 3] = ["0-无", "0—无", "无"];

impl Reading<'_> {
    /// Everything that the sheets decide.
    pub(super) fn plan(&mut self, leaves: &mut [Leaf]) -> Plan {
        let county = &self.roster.county;
        let mut plan = Plan::bare(ScenarioId {
            title_zh: county.title_zh.clone(),
            title_en: county.title_en.clone(),
            made_up: county.made_up,
            reckoning_date: self.roster.date.to_string(),
            lottery_seed: self.roster.lottery_seed.clone(),
            year_start: year_start(self.roster.date),
            inputs: Vec::new(),
        });
        plan.moves = self.rows(leaves, &specs::MOVES, one_move);
        let posts = self.rows(leaves, &specs::POSTS, post);
        plan.schools = self.schools(posts);
        plan.recruits = self.rows(leaves, &specs::RECRUITS, recruits);
        plan.apprentices = self.rows(leaves, &specs::APPRENTICES, apprentices);
        plan.appointments = self.rows(leaves, &specs::APPOINTMENTS, appointment);
        plan.conversions = self.rows(leaves, &specs::CONVERSIONS, |cells, roster| {
            Some(id(roster, cells.teacher("teacher")?))
        });
        plan.periods.weeks = self.rows(leaves, &specs::LESSONS, lesson);
        plan.itinerants = self.rows(leaves, &specs::TRIPS, trip);
        plan.periods.gaps = self.rows(leaves, &specs::GAPS, gap);
        plan.visits = self.rows(leaves, &specs::VISITS, visit);
        plan.mentors = self.rows(leaves, &specs::MENTORS, pair);
        plan.leaders = self.rows(leaves, &specs::LEADERS, leader);
        plan.scenario.inputs = self.rows(leaves, &specs::INPUTS, input);
        plan
    }

    /// The posts of each school with those who fill them.
    fn schools(&self, posts: Vec<(SchoolNo, PostDoc)>) -> Vec<SchoolDoc> {
        let mut schools: Vec<SchoolDoc> = Vec::new();
        let mut sorted = posts;
        sorted.sort_by_key(|(school, _)| *school);
        for (no, post) in sorted {
            let school = self.roster.school(no);
            if schools.last().is_none_or(|last| last.id != school.id) {
                schools.push(SchoolDoc::bare(school));
            }
            if let Some(last) = schools.last_mut() {
                last.teaching_posts.push(post);
            }
        }
        schools
    }
}

fn id(roster: &Roster, who: TeacherNo) -> String {
    roster.teacher(who).id.clone()
}

fn name(roster: &Roster, who: TeacherNo) -> String {
    roster.teacher(who).name.clone()
}

fn school(roster: &Roster, no: SchoolNo) -> String {
    roster.school(no).id.clone()
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
        teacher: id(roster, who),
        name: name(roster, who),
        from: school(roster, from?),
        to: school(roster, to?),
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
        how: String::new(),
        must_open,
        filled_by: who.map(|who| id(roster, who)).into_iter().collect(),
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
        school: school(roster, at?),
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
        school: school(roster, of?),
        stage: stage?,
        parts,
        must_open,
        at: school(roster, at?),
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
        school: school(roster, teacher.quota_school),
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
        teacher: id(roster, who),
        name: name(roster, who),
        school: String::new(),
        most: 0,
        on_post: 0,
        on_the_road: 0,
        lessons: vec![LessonDoc {
            school: school(roster, at?),
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
        teacher: id(roster, who),
        name: name(roster, who),
        from: String::new(),
        to: school(roster, to?),
        half_days: half_days?,
        travel_minutes: None,
    })
}

fn gap(cells: &mut Cells<'_>, roster: &Roster) -> Option<GapDoc> {
    let (at, stage) = (cells.school("school"), cells.choice("stage", Stage::find));
    let (subject, remote) = (cells.subject("subject"), cells.count("remote"));
    cells.sound.then_some(GapDoc {
        school: school(roster, at?),
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
        teacher: id(roster, who),
        name: name(roster, who),
        school: school(roster, at?),
        subjects,
        times: times?,
    })
}

fn pair(cells: &mut Cells<'_>, roster: &Roster) -> Option<PairDoc> {
    let (who, mentor) = (cells.teacher("teacher")?, cells.teacher("mentor")?);
    Some(PairDoc {
        teacher: id(roster, who),
        name: name(roster, who),
        mentor: id(roster, mentor),
        mentor_name: name(roster, mentor),
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
        from: school(roster, teacher.work_school),
        to: school(roster, to),
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
