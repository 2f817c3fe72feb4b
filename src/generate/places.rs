//! The kinds of county that can be made up: how their schools lie, how large they are, who works
//! there. Everything in them is made up; the names say which policy document each is to fit.

use crate::domain::{Area, labelled_enum};
use crate::text::Text;

labelled_enum! {
    /// The kind of place a made-up county resembles.
    PlaceKind {
        National = "national" "普通农业县" "an ordinary rural county",
        Anshan = "anshan" "地级市所辖区县" "city, towns and villages",
        Zhangye = "zhangye" "地广人稀的县" "long distances and teaching points",
        Alar = "alar" "师市与团镇" "a division-city with regimental towns",
        Township = "township" "一个乡镇" "one township",
        Dehua = "dehua" "县城大班额的县" "a county town with large classes",
    }
}

/// What is particular to a kind of place. Lengths in kilometres, shares per mille.
#[derive(Debug)]
pub(super) struct Style {
    /// Title of the scenario.
    pub(super) title: Text,
    /// What a reader should know about the place.
    pub(super) note: Text,
    /// Teachers, schools and seed when the user names none.
    pub(super) size: (u32, u32, u64),
    /// Longitude and latitude of the centre, millionths of a degree.
    pub(super) centre: (i64, i64),
    /// Area class of the schools in the seat of the county.
    pub(super) core: Area,
    /// Area class of the township central schools.
    pub(super) central: Area,
    /// Schools in the seat, of all.
    pub(super) core_share: u32,
    /// Schools in one township.
    pub(super) per_township: u32,
    /// Distance of townships from the seat, and of villages from their township.
    pub(super) town_km: (u32, u32),
    /// Distance of villages from their township.
    pub(super) village_km: (u32, u32),
    /// Pupils of a class in the seat.
    pub(super) core_pupils: (u32, u32),
    /// Pupils of a class in a township centre.
    pub(super) town_pupils: (u32, u32),
    /// Pupils of a class in a village.
    pub(super) village_pupils: (u32, u32),
    /// Contract staff in the seat, of its teachers.
    pub(super) contract: u32,
    /// State special posts in villages, of their teachers.
    pub(super) special_post: u32,
    /// Apprentices, of the village novices.
    pub(super) apprentice: u32,
    /// Running rotations, of all teachers.
    pub(super) running: u32,
    /// Regimental towns instead of townships.
    pub(super) regiments: bool,
}

const NATIONAL: Style = Style {
    title: Text::new("示例县（虚构）", "An example county (made up)"),
    note: Text::new(
        "学校和人员全部虚构，仅用于演示全国通用规则。",
        "Schools and people are all made up, to show the national rules.",
    ),
    size: (140, 11, 3),
    centre: (112_520_000, 33_480_000),
    core: Area::Town,
    central: Area::Town,
    core_share: 300,
    per_township: 4,
    town_km: (9, 22),
    village_km: (3, 8),
    core_pupils: (42, 50),
    town_pupils: (32, 44),
    village_pupils: (9, 24),
    contract: 50,
    special_post: 80,
    apprentice: 0,
    running: 30,
    regiments: false,
};

const ANSHAN: Style = Style {
    title: Text::new(
        "鞍山政策示例区县（虚构）",
        "An example for the Anshan policy (made up)",
    ),
    note: Text::new(
        "学校和人员全部虚构；城区、镇区、乡村学校俱全，用于演示城镇学校和优质学校向乡村学校和薄弱学校交流的定向比例。",
        "Schools and people are all made up; city, town and village schools, to show the directional share.",
    ),
    size: (170, 13, 2),
    centre: (122_880_000, 40_960_000),
    core: Area::City,
    central: Area::Town,
    core_share: 340,
    per_township: 4,
    core_pupils: (40, 47),
    running: 25,
    ..NATIONAL
};

const ZHANGYE: Style = Style {
    title: Text::new(
        "张掖政策示例县（虚构）",
        "An example for the Zhangye policy (made up)",
    ),
    note: Text::new(
        "学校和人员全部虚构；路途远、教学点多，新教师先到县城学校见习。",
        "Schools and people are all made up; long roads, teaching points, novices as apprentices in the county town.",
    ),
    size: (138, 14, 3),
    centre: (100_380_000, 38_870_000),
    core_share: 240,
    per_township: 5,
    town_km: (28, 65),
    village_km: (8, 24),
    core_pupils: (40, 46),
    town_pupils: (24, 36),
    village_pupils: (4, 14),
    special_post: 130,
    apprentice: 700,
    ..NATIONAL
};

const ALAR: Style = Style {
    title: Text::new(
        "阿拉尔政策示例师市（虚构）",
        "An example for the Alar policy (made up)",
    ),
    note: Text::new(
        "学校和人员全部虚构，团场编号也是虚构的；团镇学校按乡村学校填报，连队学校挂靠团镇中心小学。",
        "Schools and people are all made up, and so are the numbers of the regiments; schools of regimental towns are entered as village schools.",
    ),
    size: (150, 12, 4),
    centre: (81_290_000, 40_550_000),
    core: Area::City,
    central: Area::Village,
    core_share: 340,
    per_township: 3,
    town_km: (25, 70),
    village_km: (5, 14),
    core_pupils: (42, 50),
    town_pupils: (28, 40),
    special_post: 110,
    regiments: true,
    ..NATIONAL
};

const TOWNSHIP: Style = Style {
    title: Text::new(
        "乡镇政策示例乡镇（虚构）",
        "An example for the township policy (made up)",
    ),
    note: Text::new(
        "学校和人员全部虚构；只有一个乡镇：一所中心小学、一所初级中学和若干村基点学校。",
        "Schools and people are all made up; one township: a central primary, a junior secondary and village base schools.",
    ),
    size: (92, 8, 7),
    centre: (110_240_000, 30_510_000),
    core_share: 0,
    per_township: 100,
    town_km: (0, 0),
    village_km: (4, 15),
    town_pupils: (36, 45),
    village_pupils: (12, 28),
    contract: 40,
    running: 24,
    ..NATIONAL
};

const DEHUA: Style = Style {
    title: Text::new(
        "德化政策示例县（虚构）",
        "An example for the Dehua policy (made up)",
    ),
    note: Text::new(
        "学校和人员全部虚构；县城学校班额大、编外合同教师多。",
        "Schools and people are all made up; large classes and many contract teachers in the county town.",
    ),
    size: (170, 12, 6),
    centre: (118_240_000, 25_490_000),
    core_share: 370,
    core_pupils: (47, 57),
    contract: 140,
    ..NATIONAL
};

impl PlaceKind {
    /// What is particular to it.
    pub(super) const fn style(self) -> &'static Style {
        match self {
            Self::National => &NATIONAL,
            Self::Anshan => &ANSHAN,
            Self::Zhangye => &ZHANGYE,
            Self::Alar => &ALAR,
            Self::Township => &TOWNSHIP,
            Self::Dehua => &DEHUA,
        }
    }
}
