//! The table of schools (学校表).

use crate::domain::{Area, School, SchoolKind};
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::{CellKind, choices};
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("id", "学校代码", "School id", CellKind::Id).also(&[
        "学校编码",
        "学校编号",
        "机构代码",
        "机构编码",
        "统一社会信用代码",
        "學校代碼",
        "代碼",
    ]),
    Column::must("name", "学校名称", "School name", CellKind::FreeText).also(&[
        "校名",
        "单位名称",
        "单位全称（按照单位公章）",
        "机构名称",
        "學校名稱",
    ]),
    Column::must(
        "kind",
        "学校类型",
        "Kind of school",
        CellKind::Choice(choices!(SchoolKind)),
    )
    .also(&["stage", "学段", "學校級別"])
    .spelt(&[
        ("初中", "junior"),
        ("普通初中", "junior"),
        ("初级中学学校", "junior"),
        ("九年一贯制", "nine_year"),
        ("高中", "senior"),
        ("普通高中", "senior"),
        ("完中", "complete"),
        ("小学教学点", "point"),
        ("完全小学", "primary"),
    ]),
    Column::must("area", "城乡类型", "Area", CellKind::Choice(choices!(Area)))
        .also(&["所在地城乡类型"])
        .spelt(&[
            ("城市", "city"),
            ("县城", "city"),
            ("城镇", "town"),
            ("镇", "town"),
            ("农村", "village"),
            ("乡", "village"),
            ("村", "village"),
        ]),
    Column::may("quality", "优质学校", "Quality school", CellKind::Flag).says(
        "列入县优质学校名单；空白为否",
        "on the county's list of quality schools; blank: no",
    ),
    Column::may("weak", "薄弱学校", "Weak school", CellKind::Flag).says(
        "列入县薄弱学校名单；空白为否",
        "on the county's list of weak schools; blank: no",
    ),
    Column::may(
        "base_point",
        "村基点学校",
        "Village base school",
        CellKind::Flag,
    )
    .says("村基点学校；空白为否", "a village base school; blank: no"),
    Column::may(
        "permanent",
        "永久性保留学校",
        "Permanently kept",
        CellKind::Flag,
    )
    .says(
        "列入永久性保留学校名单；空白为否",
        "on the list of permanently kept schools; blank: no",
    ),
    Column::may("closing", "新学年前撤并", "Closing", CellKind::Flag).says(
        "新学年开始前撤并；空白为否",
        "closes before the school year begins; blank: no",
    ),
    Column::may("district", "片区", "District", CellKind::FreeText)
        .also(&["学区"])
        .says(
            "教师交流的片区；空白为不分片区",
            "teaching district; blank: none",
        ),
    Column::may("group", "教育集团", "Education group", CellKind::FreeText)
        .also(&["集团", "教育共同体"])
        .says("所属教育集团；空白为未加入", "education group; blank: none"),
    Column::may(
        "central_school",
        "中心校",
        "Central school",
        CellKind::School,
    )
    .says(
        "所属乡镇中心校的学校代码；空白为无",
        "id of its township central school; blank: none",
    ),
    Column::may("partner", "结对校", "Partner school", CellKind::School).says(
        "结对帮扶学校的学校代码；空白为无",
        "id of its partner school; blank: none",
    ),
    Column::may(
        "legal_entity",
        "法人单位",
        "Legal entity",
        CellKind::FreeText,
    )
    .says(
        "一校多址共用的法人单位；空白为独立法人",
        "legal person shared by several campuses; blank: its own",
    ),
    Column::may("township", "乡镇", "Township", CellKind::FreeText)
        .also(&["所属区域", "区域", "鄉鎮市區"])
        .says("所在乡镇街道", "township"),
    Column::may("lon", "经度", "Longitude", CellKind::Degrees)
        .unit("度", "degrees")
        .says(
            "WGS 84 经度；空白为不详",
            "longitude, WGS 84; blank: not known",
        ),
    Column::may("lat", "纬度", "Latitude", CellKind::Degrees)
        .unit("度", "degrees")
        .says(
            "WGS 84 纬度；空白为不详",
            "latitude, WGS 84; blank: not known",
        ),
    Column::may(
        "hardship",
        "艰苦程度",
        "Hardship class",
        CellKind::Count(0, 9),
    )
    .also(&["hardship_class", "艰苦边远等级"])
    .unit("级", "class")
    .says(
        "艰苦程度，0 为不艰苦，数大更艰苦；空白为 0",
        "hardship class, 0 for none, larger is harder; blank: 0",
    ),
    Column::may("rooms", "教室数", "Rooms", CellKind::Count(0, 999))
        .unit("间", "rooms")
        .also(&["普通教室数"])
        .says(
            "可用作班级教室的间数；空白为不限",
            "rooms that can hold a class; blank: as many as needed",
        ),
    Column::may("beds", "周转宿舍床位", "Beds", CellKind::Count(0, 999))
        .unit("张", "beds")
        .says(
            "可供新到教师使用的空床位；空白为 0",
            "free beds for incoming teachers; blank: 0",
        ),
    Column::may("boarders", "寄宿生数", "Boarders", CellKind::Count(0, 9999))
        .unit("人", "pupils")
        .also(&["寄宿生"])
        .says("寄宿生数；空白为 0", "boarding pupils; blank: 0"),
    Column::may(
        "quota",
        "核定编制数",
        "Staff quota",
        CellKind::Count(0, 2000),
    )
    .unit("人", "heads")
    .also(&["核定编制", "编制数"])
    .says(
        "现行核定编制；空白为未核定到校",
        "staff quota in force; blank: not split by school",
    ),
    Column::may(
        "subsidy",
        "交流教师月补贴",
        "Monthly subsidy",
        CellKind::Count(0, 50_000),
    )
    .unit("元/月", "yuan a month")
    .also(&["月补贴", "乡村教师补贴", "乡镇工作补贴"])
    .says(
        "派到该校任教的教师每月补贴；空白为未填",
        "what a teacher posted here is paid a month; blank: not stated",
    ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "schools",
    name: Text::new("学校", "schools"),
    optional: false,
    columns: COLUMNS,
};

/// One school.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<School> {
    let (id, name) = (cells.id("id"), cells.text("name"));
    let (kind, area) = (
        cells.choice("kind", SchoolKind::find),
        cells.choice("area", Area::find),
    );
    let (lon, lat) = (cells.degrees("lon"), cells.degrees("lat"));
    let school = School {
        quality: cells.flag("quality", false),
        weak: cells.flag("weak", false),
        base_point: cells.flag("base_point", false),
        permanent: cells.flag("permanent", false),
        closing: cells.flag("closing", false),
        district: cells.text("district"),
        group: cells.text("group"),
        central_school: cells.school("central_school"),
        partner: cells.school("partner"),
        legal_entity: cells.text("legal_entity"),
        township: cells.text("township"),
        place: cells.coordinates(("lon", lon), ("lat", lat)),
        hardship: cells.count("hardship").unwrap_or(0),
        beds: cells.count("beds").unwrap_or(0),
        rooms: cells.count("rooms"),
        boarders: cells.count("boarders").unwrap_or(0),
        quota: cells.count("quota"),
        subsidy: cells.count("subsidy"),
        id: id?,
        name: name?,
        kind: kind?,
        area: area?,
    };
    cells.sound.then_some(school)
}
