//! Who may teach what, full loads and ways, by the plain words of the policy (domain 9.1, 9.2).

use super::{County, Line, cell, entries, parts, stage, text};
use serde_json::Value;

/// PE and the arts, of which there are to be so many teachers for a hundred pupils.
pub(crate) const ARTS: [&str; 3] = ["体育与健康", "音乐", "美术"];

const STAGES: [&str; 3] = ["小学", "初中", "高中"];

/// Subjects that any teacher of the stage may take.
fn is_open(stage: &str, subject: &str) -> bool {
    let any = ["劳动", "综合实践", "地方与校本课程", "书法", "班队会"];
    any.contains(&subject) || (stage == "小学" && subject == "道德与法治")
}

/// Whether the roster has the certificate: its stage or a higher one, and the subject; where no subject is
/// entered she holds what she teaches now.
pub(crate) fn certified(one: &Line, stage: &str, subject: &str) -> bool {
    let place = |word: &str| STAGES.iter().position(|one| *one == word);
    let mut stages = entries(one, "教师资格学段");
    if stages.is_empty() {
        stages.push(cell(one, "任教学段"));
    }
    let mut subjects = entries(one, "教师资格学科");
    if subjects.is_empty() {
        subjects.push(cell(one, "主教学科"));
    }
    let leads_class = subject == "包班（全科）" && {
        let own = cell(one, "主教学科");
        ["语文", "数学", "包班（全科）"].contains(&own) && subjects.contains(&own)
    };
    stages.iter().any(|held| place(held) >= place(stage))
        && (subjects.contains(&subject) || leads_class)
        && teaches(one)
}

/// Nobody is put before a class with a breach of ethics on file or without the common language.
pub(crate) fn teaches(one: &Line) -> bool {
    cell(one, "师德合格") != "否" && cell(one, "国家通用语言") != "否"
}

/// Whether she may take a subject by certificate, as Chinese and maths for each other in primary schools, or
/// because the subject has no certificate of its own; what is only shared at the own school is none of these.
pub(crate) fn may_take(one: &Line, stage: &str, subject: &str) -> bool {
    let either = ["语文", "数学"];
    let told = stage == "小学"
        && either.contains(&subject)
        && ["语文", "数学", "包班（全科）"]
            .iter()
            .any(|other| certified(one, stage, other));
    let own = [cell(one, "教师资格学段"), cell(one, "任教学段")];
    let of_stage = own.iter().any(|held| {
        let place = |word: &str| STAGES.iter().position(|one| *one == word);
        held.split(';').any(|held| place(held) >= place(stage))
    });
    certified(one, stage, subject) || told || (teaches(one) && is_open(stage, subject) && of_stage)
}

impl County {
    /// Weekly periods of a post that somebody may take.
    pub(crate) fn taught(&self, who: &str, post: &Value) -> i64 {
        let one = &self.teachers[who];
        let taken = parts(post).into_iter();
        let taken = taken.filter(|(subject, _)| may_take(one, stage(post), subject));
        taken.map(|part| part.1).sum()
    }

    /// The main part of a post: most periods of what asks for a certificate, of all where nothing does.
    pub(crate) fn main(post: &Value) -> &'static str {
        let all = parts(post);
        let closed: Vec<_> = all
            .iter()
            .filter(|(subject, _)| !is_open(stage(post), subject))
            .collect();
        let of = if closed.is_empty() {
            all.iter().collect()
        } else {
            closed
        };
        let most = of.iter().map(|part| part.1).max();
        of.iter().find(|part| Some(part.1) == most).unwrap().0
    }

    /// Weekly periods of a full-time teacher of a subject; whoever takes a whole class has a load of Chinese.
    pub(crate) fn load(&self, stage: &str, subject: &str) -> i64 {
        let stated = |subject: &str| {
            let mut lines = self.load.iter();
            let line =
                lines.find(|one| cell(one, "学段") == stage && cell(one, "学科") == subject)?;
            cell(line, "标准周课时").parse::<i64>().ok()
        };
        stated(subject).or_else(|| stated("语文")).unwrap()
    }

    /// Pupils of a school.
    pub(crate) fn pupils(&self, school: &str) -> i64 {
        let groups = self.classes.iter();
        let groups = groups.filter(|group| cell(group, "学校代码") == school);
        let sizes = groups.flat_map(|group| entries(group, "各班学生数"));
        sizes.map(|size| size.parse::<i64>().unwrap()).sum()
    }

    /// Whether whoever holds a post counts as a teacher of PE or art: with the certificate, where that is its main
    /// part or as large; at village schools below 100 pupils whoever takes any of it (公开督导数据系统：50—99人).
    pub(crate) fn does_arts(&self, who: &str, school: &str, post: &Value) -> bool {
        let one = &self.teachers[who];
        let of = parts(post);
        let closed = of
            .iter()
            .filter(|(subject, _)| !is_open(stage(post), subject));
        let most = closed.map(|part| part.1).max();
        let small = cell(&self.schools[school], "城乡类型") == "乡村" && self.pupils(school) < 100;
        let arts = of.iter().filter(|(subject, _)| ARTS.contains(subject));
        let mut arts = arts.filter(|(subject, _)| small || certified(one, stage(post), subject));
        arts.any(|(_, periods)| small || Some(*periods) == most)
    }

    /// Weekly periods that the curriculum asks of a school at a stage, or of the whole county.
    pub(crate) fn asked(&self, of: Option<(&str, &str)>, subject: Option<&str>) -> i64 {
        let stage = |grade: &str| match grade.parse().unwrap_or(0) {
            1..=6 => "小学",
            7..=9 => "初中",
            _ => "高中",
        };
        let groups = self.classes.iter().filter(|group| {
            let (school, grade) = (cell(group, "学校代码"), cell(group, "年级"));
            of.is_none_or(|of| of == (school, stage(grade)))
        });
        let of = |group: &Line| {
            let lines = self.grid.iter().filter(|line| {
                let taught = cell(line, "学科");
                cell(line, "年级") == cell(group, "年级")
                    && subject.is_none_or(|subject| subject == taught)
            });
            let periods: i64 = lines
                .map(|line| cell(line, "周课时").parse::<i64>().unwrap())
                .sum();
            periods * i64::try_from(entries(group, "各班学生数").len()).unwrap()
        };
        groups.map(of).sum()
    }

    /// Weekly periods that somebody can teach: a full load, less beside an office (domain 9.5); the whole class of
    /// whoever has one.
    fn capacity(&self, who: &str) -> i64 {
        let one = &self.teachers[who];
        let junior = cell(one, "任教学段") == "初中";
        let share = match (cell(one, "职务"), junior) {
            ("校长", false) => 25,
            ("副校长", false) => 60,
            ("中层干部", false) => 80,
            ("校长", true) => 15,
            ("副校长", true) => 30,
            ("中层干部", true) => 45,
            _ => 100,
        };
        let load = self.load(cell(one, "任教学段"), cell(one, "主教学科"));
        let class = self.held(who).map(|held| parts(held.1)).unwrap_or_default();
        let class = class.iter().filter(|part| part.0 == "包班（全科）");
        class
            .map(|part| part.1)
            .max()
            .unwrap_or(0)
            .max((load * share).div_euclid(100))
    }

    /// Weekly periods that all who are there next year can teach, recruits among them.
    pub(crate) fn supply(&self) -> i64 {
        let here = self.teachers.keys();
        let here = here.filter(|who| self.base(who).is_some());
        let own: i64 = here.map(|who| self.capacity(who)).sum();
        let hired = super::list(&self.plan, "recruits").iter();
        let hired = hired
            .map(|one| self.load(stage(one), Self::main(one)) * one["number"].as_i64().unwrap());
        own + hired.sum::<i64>()
    }

    /// Minutes one way between home, or the present school where no home is entered, and a school.
    pub(crate) fn minutes(&self, who: &str, to: &str) -> Option<f64> {
        let one = &self.teachers[who];
        let place = |line: &Line, heads: [&str; 2]| {
            let at = |head: &str| cell(line, head).parse::<f64>().ok();
            Some((at(heads[0])?, at(heads[1])?))
        };
        let school = |id: &str| place(&self.schools[id], ["经度", "纬度"]);
        let home = place(one, ["住址经度", "住址纬度"]);
        let from = home.or_else(|| school(cell(one, "现任教学校")))?;
        // Forty kilometres an hour on roads two fifths longer than the crow flies.
        Some((kilometres(from, school(to)?) * 1.4 / 40.0 * 60.0).ceil())
    }

    /// Whether she asked to go to a school: any where she volunteers and names none.
    pub(crate) fn asked_for(&self, who: &str, to: &str) -> bool {
        let one = &self.teachers[who];
        let wishes = entries(one, "志愿学校");
        wishes.contains(&to) || (wishes.is_empty() && yes_or_set(one))
    }

    /// A village school or a weak one takes in; every other one, in a city or town or good, sends
    /// (鞍政发〔2017〕24号第20条; 教师〔2014〕4号).
    pub(crate) fn takes_in(&self, school: &str) -> bool {
        let one = &self.schools[school];
        cell(one, "城乡类型") == "乡村" || super::yes(one, "薄弱学校")
    }

    /// Whether a school closes.
    pub(crate) fn closes(&self, school: &str) -> bool {
        super::yes(&self.schools[school], "新学年前撤并")
    }

    /// Whether a move is for what somebody asked for or because her school closes.
    pub(crate) fn is_free(&self, one: &Value) -> bool {
        self.closes(text(one, "from")) || self.asked_for(text(one, "teacher"), text(one, "to"))
    }
}

fn yes_or_set(one: &Line) -> bool {
    super::yes(one, "自愿报名")
}

/// The great circle, on a globe.
fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let half = |a: f64, b: f64| ((a - b).to_radians() / 2.0).sin().powi(2);
    let (south, north) = (from.1.to_radians().cos(), to.1.to_radians().cos());
    let part = half(from.1, to.1) + south * north * half(from.0, to.0);
    2.0 * 6371.0 * part.sqrt().asin()
}
