//! Schools and the classes of school that policies speak of.

use super::labelled_enum;
use serde::Serialize;

/// A school: its place in [`super::Roster::schools`], which is sorted by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SchoolNo(pub usize);

labelled_enum! {
    /// 学段。Stage of schooling.
    Stage {
        Primary = "primary" "小学" "primary",
        Junior = "junior" "初中" "junior secondary",
        Senior = "senior" "高中" "senior secondary",
    }
}

impl Stage {
    /// The stage of a grade: 1–6 primary, 7–9 junior, 10–12 senior.
    pub fn of_grade(grade: u8) -> Option<Self> {
        match grade {
            1..=6 => Some(Self::Primary),
            7..=9 => Some(Self::Junior),
            10..=12 => Some(Self::Senior),
            _ => None,
        }
    }

    /// Its first grade.
    pub const fn entry_grade(self) -> u8 {
        match self {
            Self::Primary => 1,
            Self::Junior => 7,
            Self::Senior => 10,
        }
    }
}

labelled_enum! {
    /// 学校类型。Kind of school.
    SchoolKind {
        Primary = "primary" "小学" "primary school",
        Junior = "junior" "初级中学" "junior secondary school",
        NineYear = "nine_year" "九年一贯制学校" "nine-year school",
        Senior = "senior" "高级中学" "senior secondary school",
        Complete = "complete" "完全中学" "complete secondary school",
        Point = "point" "教学点" "teaching point",
    }
}

impl SchoolKind {
    /// The stages taught there.
    pub const fn stages(self) -> &'static [Stage] {
        match self {
            Self::Primary | Self::Point => &[Stage::Primary],
            Self::Junior => &[Stage::Junior],
            Self::NineYear => &[Stage::Primary, Stage::Junior],
            Self::Senior => &[Stage::Senior],
            Self::Complete => &[Stage::Junior, Stage::Senior],
        }
    }
}

labelled_enum! {
    /// 城乡类型。Where a school lies.
    Area {
        City = "city" "城区" "city",
        Town = "town" "镇区" "town",
        Village = "village" "乡村" "village",
    }
}

labelled_enum! {
    /// 学校类别，政策据此规定派出和接收学校。
    /// A class of school by which a policy names senders and receivers.
    Class {
        City = "city" "城区学校" "city school",
        Town = "town" "镇区学校" "town school",
        Village = "village" "乡村学校" "village school",
        Quality = "quality" "优质学校" "quality school",
        Weak = "weak" "薄弱学校" "weak school",
        Central = "central" "中心校" "township central school",
        BasePoint = "base_point" "村基点学校" "village base school",
        Point = "point" "教学点" "teaching point",
    }
}

labelled_enum! {
    /// 每百名学生拥有教师数的一项指标。An indicator of staff per hundred pupils.
    Indicator {
        Degree = "degree" "高于规定学历教师" "teachers above the prescribed degree",
        Backbone = "backbone" "骨干教师" "backbone teachers",
        Arts = "arts" "体育艺术教师" "PE and art teachers",
    }
}

/// One school (学校).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct School {
    /// Its code; unique.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Kind of school.
    pub kind: SchoolKind,
    /// Where it lies.
    pub area: Area,
    /// On the county's list of quality schools (优质学校).
    pub quality: bool,
    /// On the county's list of weak schools (薄弱学校).
    pub weak: bool,
    /// A village base school (村基点学校).
    pub base_point: bool,
    /// On the list of permanently kept schools (永久性保留学校).
    pub permanent: bool,
    /// Closes before the school year begins: nobody is posted there.
    pub closing: bool,
    /// Teaching district (片区).
    pub district: Option<String>,
    /// Education group (集团).
    pub group: Option<String>,
    /// Its township central school (中心校).
    pub central_school: Option<SchoolNo>,
    /// Partner school (结对校).
    pub partner: Option<SchoolNo>,
    /// Legal person to which it belongs, when several campuses share one (法人单位).
    pub legal_entity: Option<String>,
    /// Township (乡镇).
    pub township: Option<String>,
    /// Longitude and latitude, degrees, WGS 84.
    pub place: Option<(f64, f64)>,
    /// Hardship class (艰苦程度), 0 for none; larger is harder.
    pub hardship: u32,
    /// Beds for incoming teachers (周转宿舍床位), those in use by present lodgers not included.
    pub beds: u32,
    /// Class rooms, when stated.
    pub rooms: Option<u32>,
    /// Boarding pupils (寄宿生).
    pub boarders: u32,
    /// Staff quota in force (核定编制), heads.
    pub quota: Option<u32>,
    /// Monthly subsidy of a teacher who is posted here, yuan; none when not stated.
    pub subsidy: Option<u32>,
}

impl School {
    /// Whether it belongs to a class of school.
    pub fn is(&self, class: Class) -> bool {
        match class {
            Class::City => self.area == Area::City,
            Class::Town => self.area == Area::Town,
            Class::Village => self.area == Area::Village,
            Class::Quality => self.quality,
            Class::Weak => self.weak,
            Class::Central => {
                self.kind == SchoolKind::Primary
                    && self.central_school.is_none()
                    && self.area == Area::Town
            }
            Class::BasePoint => self.base_point,
            Class::Point => self.kind == SchoolKind::Point,
        }
    }

    /// Whether it belongs to any of these classes.
    pub fn is_any(&self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.is(*class))
    }

    /// Whether a stage is taught there.
    pub fn teaches(&self, stage: Stage) -> bool {
        self.kind.stages().contains(&stage)
    }
}
