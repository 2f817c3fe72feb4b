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
    /// 城乡分类代码。Class of the place by the statistical code of town and country (国函〔2008〕60号).
    UrbanCode {
        C111 = "111" "主城区" "main urban area",
        C112 = "112" "城乡结合区" "urban fringe",
        C121 = "121" "镇中心区" "centre of a town",
        C122 = "122" "镇乡结合区" "fringe of a town",
        C123 = "123" "特殊区域" "special area",
        C210 = "210" "乡中心区" "centre of a township",
        C220 = "220" "村庄" "village",
    }
}

impl UrbanCode {
    /// Where a school with this code lies.
    pub const fn area(self) -> Area {
        match self {
            Self::C111 | Self::C112 => Area::City,
            Self::C121 | Self::C122 | Self::C123 => Area::Town,
            Self::C210 | Self::C220 => Area::Village,
        }
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
        CountySeat = "county_seat" "县城学校" "school in the county seat",
        BelowSeat = "below_seat" "县城以下学校" "school below the county seat",
        Centre = "centre" "乡镇政府驻地学校" "school in the centre of a township",
        Hamlet = "hamlet" "村庄学校" "school in a village outside the centre",
    }
}

impl Class {
    /// Whether it turns on where the county seat (县城) is, which the table need not say.
    pub const fn asks_for_the_seat(self) -> bool {
        matches!(self, Self::CountySeat | Self::BelowSeat | Self::Centre)
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
    /// The statistical code of its place (城乡分类代码), when stated.
    pub code: Option<UrbanCode>,
    /// Whether it lies in the county seat (县城), when stated.
    pub county_seat: Option<bool>,
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
    /// Where its pupils go when it closes (撤并后接收学校).
    pub receiver: Option<SchoolNo>,
    /// Teaching district (片区).
    pub district: Option<String>,
    /// Education group (集团).
    pub group: Option<String>,
    /// Its township central school (中心校).
    pub central_school: Option<SchoolNo>,
    /// Another school names it as its central school.
    #[serde(skip)]
    pub leads: bool,
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
    /// Whether it is known to belong to a class of school.
    pub fn is(&self, class: Class) -> bool {
        self.class(class) == Some(true)
    }

    /// Whether it belongs to a class of school; none where that turns on the county seat, and nobody
    /// said whether it lies there.
    pub fn class(&self, class: Class) -> Option<bool> {
        match class {
            Class::City => Some(self.area == Area::City),
            Class::Town => Some(self.area == Area::Town),
            Class::Village => Some(self.area == Area::Village),
            Class::Quality => Some(self.quality),
            Class::Weak => Some(self.weak),
            Class::Central => Some(self.is_central()),
            Class::BasePoint => Some(self.base_point),
            Class::Point => Some(self.kind == SchoolKind::Point),
            Class::CountySeat => self.in_seat(),
            Class::BelowSeat => match self.area {
                Area::City => Some(false),
                Area::Town => self.in_seat().map(|seat| !seat),
                Area::Village => Some(true),
            },
            Class::Centre => self.in_centre(),
            Class::Hamlet => Some(match self.code {
                Some(code) => code == UrbanCode::C220,
                None => self.area == Area::Village && !self.is_central(),
            }),
        }
    }

    /// A township central school: another school says so, or it is a primary school of a town that
    /// stands under none, and not of the county seat.
    fn is_central(&self) -> bool {
        self.leads
            || self.kind == SchoolKind::Primary
                && self.central_school.is_none()
                && self.area == Area::Town
                && self.county_seat != Some(true)
    }

    /// A city school lies in no county seat unless that is stated, a village school never does.
    fn in_seat(&self) -> Option<bool> {
        match self.area {
            Area::City => Some(self.county_seat == Some(true)),
            Area::Town => self.county_seat,
            Area::Village => Some(false),
        }
    }

    /// Where the government of the township sits: by code a town outside the county seat or the centre
    /// of a township; without a code a town outside the county seat, or a central school.
    fn in_centre(&self) -> Option<bool> {
        match (self.code, self.area) {
            (Some(UrbanCode::C210), _) => Some(true),
            (Some(UrbanCode::C121 | UrbanCode::C122), _) => self.in_seat().map(|seat| !seat),
            (Some(_), _) | (None, Area::City) => Some(false),
            (None, Area::Village) => Some(self.is_central()),
            (None, Area::Town) if self.leads => Some(true),
            (None, Area::Town) => self.in_seat().map(|seat| !seat),
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
