//! The roster: everything the county's tables say, checked and in one order.

use super::{
    Ban, Employment, Form, Month, Pin, School, SchoolNo, Stage, Subject, Teacher, TeacherNo, Title,
    Waiver, labelled_enum,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Classes of one grade at one school: pupils class by class.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ClassGroup {
    /// The school.
    pub school: SchoolNo,
    /// Grade 1–12.
    pub grade: u8,
    /// Pupils of each class.
    pub pupils: Vec<u32>,
}

impl ClassGroup {
    /// How many classes.
    pub fn number(&self) -> u32 {
        super::length(self.pupils.len())
    }

    /// Pupils split evenly into so many classes, larger classes first; none into no class.
    pub fn evenly(total: u32, classes: u32) -> Vec<u32> {
        let more = |no: u32| u32::from(no < total.rem_euclid(classes));
        let sizes = (0..classes).map(|no| total.div_euclid(classes) + more(no));
        sizes.collect()
    }
}

/// Pupils whom a school expects in an entry grade of a later school year (招生预测).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Intake {
    /// The school.
    pub school: SchoolNo,
    /// Calendar year in which the school year begins.
    pub year: u32,
    /// The entry grade: 1, 7 or 10.
    pub grade: u8,
    /// Pupils; none when the grade is not opened.
    pub pupils: u32,
    /// Classes; when not stated, as few as the limit of class sizes lets.
    pub classes: Option<u32>,
}

/// A grade whose classes are split before the year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Split {
    /// The school.
    pub school: SchoolNo,
    /// Grade 1–12.
    pub grade: u8,
    /// Pupils of each class as the table has them.
    pub before: Vec<u32>,
    /// Pupils of each class next year.
    pub after: Vec<u32>,
}

/// Pupils of a closing school who go to another (撤并).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Merger {
    /// The school that closes.
    pub from: SchoolNo,
    /// The school that takes them in.
    pub to: SchoolNo,
    /// How many go there.
    pub pupils: u32,
}

/// A spell of service (任教经历).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Spell {
    /// Who.
    pub teacher: TeacherNo,
    /// Where.
    pub school: SchoolNo,
    /// First month.
    pub from: Month,
    /// Last month; open when still running without an end.
    pub to: Option<Month>,
    /// Share of full time, per cent (1–100).
    pub share: u32,
    /// The form, when it was a posting away from the quota school.
    pub form: Option<Form>,
}

impl Spell {
    /// A spell of which nothing is said: every field as its blank cell means it.
    pub fn blank() -> Self {
        Self {
            share: 100,
            ..Self::default()
        }
    }
}

/// Approved staff quota of the county for one stage (县域编制总量), heads.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct QuotaTotal {
    /// The stage.
    pub stage: Stage,
    /// Heads.
    pub heads: u32,
}

/// Weekly periods of a subject in a grade (课程计划).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct GridLine {
    /// Grade 1–12.
    pub grade: u8,
    /// The subject.
    pub subject: Subject,
    /// Periods a week of one class.
    pub periods: u32,
}

/// Weekly periods of a full-time teacher (标准周课时量).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LoadLine {
    /// The stage.
    pub stage: Stage,
    /// The subject.
    pub subject: Subject,
    /// Periods a week.
    pub periods: u32,
}

/// Travel time one way between two schools, minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TravelTime {
    /// From.
    pub from: SchoolNo,
    /// To.
    pub to: SchoolNo,
    /// Minutes.
    pub minutes: u32,
}

/// Posts of one title grade at one school (职称岗位).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TitlePost {
    /// The school.
    pub school: SchoolNo,
    /// The grade.
    pub grade: Title,
    /// Approved posts.
    pub approved: u32,
    /// Filled posts.
    pub filled: u32,
    /// Those of them that came from the reserve for rotated teachers (统筹岗位).
    pub reserve_filled: u32,
}

/// A teaching post stated by the officer (学科岗位), in place of the reckoned ones of that school.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct GivenPost {
    /// The school.
    pub school: SchoolNo,
    /// The stage.
    pub stage: Stage,
    /// Subjects with weekly periods.
    pub parts: Vec<(Subject, u32)>,
    /// How many such posts.
    pub number: u32,
    /// The subject must be opened (开齐).
    pub must_open: bool,
}

labelled_enum! {
    /// 来源。Where recruits come from.
    PoolSource {
        New = "new" "新招" "newly recruited",
        TransferIn = "transfer_in" "外县调回" "transferred in from another county",
    }
}

/// Recruits at hand (拟招聘人员): how many of which kind can be had for which subject and stage.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Pool {
    /// Name of the line; unique.
    pub id: String,
    /// On quota, special post or contract.
    pub employment: Employment,
    /// The stage.
    pub stage: Stage,
    /// Subjects the recruits can teach, main subject first.
    pub subjects: Vec<Subject>,
    /// How many.
    pub number: u32,
    /// Title with which they are hired.
    pub title: Title,
    /// Where they come from.
    pub source: PoolSource,
}

/// The county for which the roster speaks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct County {
    /// Title of the scenario in Chinese.
    pub title_zh: String,
    /// Title of the scenario in English.
    pub title_en: String,
    /// The people in it are made up.
    pub made_up: bool,
}

/// What is. Every list is in canonical order, so the order of rows in a file changes nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Roster {
    /// The county.
    pub county: County,
    /// Reckoning date (核算日期): ages, years and retirements are reckoned on it.
    pub date: Date,
    /// Schools, by id.
    pub schools: Vec<School>,
    /// Teachers, by id.
    pub teachers: Vec<Teacher>,
    /// Classes, by school and grade.
    pub classes: Vec<ClassGroup>,
    /// Spells, by teacher and date.
    pub service: Vec<Spell>,
    /// County quota by stage.
    pub quota: Vec<QuotaTotal>,
    /// Curriculum grid.
    pub grid: Vec<GridLine>,
    /// Standard loads.
    pub load: Vec<LoadLine>,
    /// Stated travel times.
    pub travel: Vec<TravelTime>,
    /// Posts by title grade.
    pub title_posts: Vec<TitlePost>,
    /// Teaching posts stated by the officer.
    pub given_posts: Vec<GivenPost>,
    /// Recruits at hand.
    pub pools: Vec<Pool>,
    /// Expected intake of later years, by school, year and grade.
    pub forecast: Vec<Intake>,
    /// Pins.
    pub pins: Vec<Pin>,
    /// Bans.
    pub bans: Vec<Ban>,
    /// Special approvals.
    pub waivers: Vec<Waiver>,
    /// What the lottery inside a group of interchangeable teachers is drawn from; anyone can
    /// repeat it.
    pub lottery_seed: String,
    /// Classes that are split before the year; [`Roster::classes`] are those after it.
    #[serde(skip)]
    pub splits: Vec<Split>,
    /// Pupils of closing schools who go elsewhere; [`Roster::classes`] hold them there.
    #[serde(skip)]
    pub mergers: Vec<Merger>,
    /// Persons who stand in the table of teachers and teach in the county no more, by id, with the word that says so.
    #[serde(skip)]
    pub gone: BTreeMap<String, String>,
    /// Where somebody's home is kept back, how far it is from there to each school: minutes one way, by
    /// [`SchoolNo`].
    #[serde(skip)]
    pub ways: BTreeMap<TeacherNo, Vec<Option<u32>>>,
    /// Where names and ids are kept back, the exchange of heads that was foreseen: of equal ways that of the first
    /// ids is, which are no more.
    #[serde(skip)]
    pub foreseen: Option<BTreeMap<TeacherNo, SchoolNo>>,
    /// Where ids are kept back, the place of each school in the order of its real id, which decides between equals; by
    /// [`SchoolNo`], empty where it is their own.
    #[serde(skip)]
    pub ranks: Vec<usize>,
}

impl Roster {
    /// Which of equal schools comes first.
    pub fn rank(&self, no: SchoolNo) -> usize {
        self.ranks.get(no.0).copied().unwrap_or(no.0)
    }

    /// The school.
    pub fn school(&self, no: SchoolNo) -> &School {
        &self.schools[no.0]
    }

    /// The teacher.
    pub fn teacher(&self, no: TeacherNo) -> &Teacher {
        &self.teachers[no.0]
    }

    /// Weekly periods of a full-time teacher of a subject at a stage, where the tables state them.
    pub fn standard_load(&self, stage: Stage, subject: Subject) -> Option<u32> {
        let mut lines = self.load.iter();
        let line = lines.find(|one| (one.stage, one.subject) == (stage, subject))?;
        Some(line.periods)
    }

    /// The id of a school, for a document.
    pub fn school_id(&self, no: SchoolNo) -> String {
        self.school(no).id.clone()
    }

    /// The staff id of a teacher, for a document.
    pub fn teacher_id(&self, no: TeacherNo) -> String {
        self.teacher(no).id.clone()
    }

    /// The name of a teacher, for a document.
    pub fn teacher_name(&self, no: TeacherNo) -> String {
        self.teacher(no).name.clone()
    }

    /// The school with this id.
    pub fn find_school(&self, id: &str) -> Option<SchoolNo> {
        self.schools
            .binary_search_by(|school| school.id.as_str().cmp(id))
            .ok()
            .map(SchoolNo)
    }

    /// The teacher with this id.
    pub fn find_teacher(&self, id: &str) -> Option<TeacherNo> {
        self.teachers
            .binary_search_by(|one| one.id.as_str().cmp(id))
            .ok()
            .map(TeacherNo)
    }

    /// Every school number.
    pub fn school_nos(&self) -> impl Iterator<Item = SchoolNo> + use<> {
        (0..self.schools.len()).map(SchoolNo)
    }

    /// Every teacher number.
    pub fn teacher_nos(&self) -> impl Iterator<Item = TeacherNo> + use<> {
        (0..self.teachers.len()).map(TeacherNo)
    }

    /// Classes of a school and stage.
    pub fn classes_of(&self, school: SchoolNo, stage: Stage) -> impl Iterator<Item = &ClassGroup> {
        self.classes.iter().filter(move |group| {
            group.school == school && Stage::of_grade(group.grade) == Some(stage)
        })
    }

    /// Pupils of a school and stage.
    pub fn pupils(&self, school: SchoolNo, stage: Stage) -> u32 {
        self.classes_of(school, stage)
            .flat_map(|group| &group.pupils)
            .sum()
    }

    /// Spells of a teacher, oldest first.
    pub fn spells_of(&self, teacher: TeacherNo) -> &[Spell] {
        let from = self.service.partition_point(|one| one.teacher < teacher);
        let to = self.service.partition_point(|one| one.teacher <= teacher);
        &self.service[from..to]
    }
}
