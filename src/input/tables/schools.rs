//! The table of schools (学校表).

use super::words;
use crate::blanks;
use crate::domain::{Area as Place, School, UrbanCode};
use crate::input::codes;
use crate::input::fields::{ColumnOf, column, put, spec};
use crate::input::records::RecordTable;
use crate::input::spelling::tight;
use crate::input::values::Redact::{Area, Drop, Follow, Group, Id, Keep, Name, Owner};
use crate::input::values::{CellValue, latitude};

/// How an area is often entered that is a town and the county seat in one.
const SEAT: &str = "县城";

const SCHOOLS_FIELDS: &[ColumnOf<School>] = &[
    column!(School.id, "学校代码", "School id", Id)
        .must()
        .id()
        .also(&[
            "学校编码",
            "学校编号",
            "机构代码",
            "机构编码",
            "统一社会信用代码",
            "學校代碼",
            "代碼",
        ]),
    column!(School.name, "学校名称", "School name", Name)
        .must()
        .also(&[
            "校名",
            "单位名称",
            "单位全称（按照单位公章）",
            "机构名称",
            "學校名稱",
        ]),
    column!(School.kind, "学校类型", "Kind of school", Keep)
        .must()
        .also(&["stage", "学段", "學校級別"])
        .spelt(words::KINDS)
        .likely(words::KINDS_LIKELY),
    column!(School.code, "城乡分类代码", "Urban-rural code", Keep)
        .later()
        .also(&["城乡分类", "城乡代码"])
        .says(
            "《统计上划分城乡的规定》的代码（111、112、121、122、123、210、220）或名称；空白为未填",
            "statistical code of town and country (111, 112, 121, 122, 123, 210, 220) or its words; blank: not stated",
        )
        .read_by(|cells, column, one| {
            // The seat is no code: it is what the column "in the county seat" says.
            if tight(cells.cell(column.key)) == SEAT {
                one.county_seat = Some(true);
                cells.tell(&codes::SEAT_AS_AREA, column.key, blanks! {});
            } else {
                let code = CellValue::read(cells, column.key);
                put(cells, column, code, &mut one.code);
            }
        }),
    column!(School.area, "城乡类型", "Area", Keep)
        .must()
        .also(&["所在地城乡类型"])
        .spelt(&[
            ("city", &["城市", "市区", "主城区", "城区学校"]),
            ("town", &["城镇", "镇", SEAT]),
            ("village", &["农村", "乡", "村", "村庄", "乡村学校", "农村学校"]),
        ])
        .or_from("code")
        .read_by(|cells, column, one| {
            // A county town is a town by the statistical code; that it is the seat is a fact of its own.
            if tight(cells.cell(column.key)) == SEAT {
                one.county_seat = Some(true);
                cells.tell(&codes::SEAT_AS_AREA, column.key, blanks! {});
            }
            let area = Place::read(cells, column.key).or_else(|| {
                let blank = !cells.is_filled(column.key);
                let seat = tight(cells.cell("code")) == SEAT;
                let code = one.code.map(UrbanCode::area);
                code.or(seat.then_some(Place::Town)).filter(|_| blank)
            });
            if area.is_none() && ![column.key, "code"].iter().any(|key| cells.is_filled(key)) {
                cells.blank(column.key);
            }
            put(cells, column, area, &mut one.area);
        }),
    column!(School.county_seat, "在县城", "In the county seat", Keep)
        .later()
        .also(&["是否在县城", "县城学校", "是否县城"])
        .says(
            "在县人民政府驻地的建成区；城区、乡村学校可空白，镇区学校空白为未填",
            "in the built-up area of the county seat; blank: not stated (for city and village schools: no)",
        ),
    column!(School.quality, "优质学校", "Quality school", Keep).says(
        "列入县优质学校名单；空白为否",
        "on the county's list of quality schools; blank: no",
    ),
    column!(School.weak, "薄弱学校", "Weak school", Keep).says(
        "列入县薄弱学校名单；空白为否",
        "on the county's list of weak schools; blank: no",
    ),
    column!(School.base_point, "村基点学校", "Village base school", Keep)
        .says("村基点学校；空白为否", "a village base school; blank: no"),
    column!(School.permanent, "永久性保留学校", "Permanently kept", Keep).says(
        "列入永久性保留学校名单；空白为否",
        "on the list of permanently kept schools; blank: no",
    ),
    column!(School.closing, "新学年前撤并", "Closing", Keep).says(
        "新学年开始前撤并；空白为否",
        "closes before the school year begins; blank: no",
    ),
    column!(School.receiver, "撤并后接收学校", "Receiving school", Follow)
        .later()
        .also(&["接收学校", "并入学校"])
        .says(
            "撤并后学生转入的学校代码；不撤并的空白",
            "id of the school that takes its pupils in when it closes; blank: it does not close",
        ),
    column!(School.district, "片区", "District", Area)
        .also(&["学区"])
        .says(
            "教师交流的片区；空白为不分片区",
            "teaching district; blank: none",
        ),
    column!(School.group, "教育集团", "Education group", Group)
        .also(&["集团", "教育共同体"])
        .says("所属教育集团；空白为未加入", "education group; blank: none"),
    column!(School.central_school, "中心校", "Central school", Follow).says(
        "所属乡镇中心校的学校代码；空白为无",
        "id of its township central school; blank: none",
    ),
    column!(School.partner, "结对校", "Partner school", Follow).says(
        "结对帮扶学校的学校代码；空白为无",
        "id of its partner school; blank: none",
    ),
    column!(School.legal_entity, "法人单位", "Legal entity", Owner).says(
        "一校多址共用的法人单位；空白为独立法人",
        "legal person shared by several campuses; blank: its own",
    ),
    column!(School.township, "乡镇", "Township", Area)
        .also(&["所属区域", "区域", "鄉鎮市區"])
        .says("所在乡镇街道", "township"),
    column!(School.place, "lon", "经度", "Longitude", Drop)
        .unit("度", "degrees")
        .says(
            "WGS 84 经度；空白为不详",
            "longitude, WGS 84; blank: not known",
        ),
    column!(School.place, "lat", "纬度", "Latitude", Drop)
        .unit("度", "degrees")
        .says(
            "WGS 84 纬度；空白为不详",
            "latitude, WGS 84; blank: not known",
        )
        .read_by(|_, _, _| {})
        .written_by(|one, _| latitude(one.place)),
    column!(School.hardship, "艰苦程度", "Hardship class", Keep)
        .within(0, 9)
        .always()
        .also(&["hardship_class", "艰苦边远等级"])
        .unit("级", "class")
        .says(
            "艰苦程度，0 为不艰苦，数大更艰苦；空白为 0",
            "hardship class, 0 for none, larger is harder; blank: 0",
        ),
    column!(School.rooms, "教室数", "Rooms", Keep)
        .within(0, 999)
        .unit("间", "rooms")
        .also(&["普通教室数"])
        .says(
            "可用作班级教室的间数；空白为不限",
            "rooms that can hold a class; blank: as many as needed",
        ),
    column!(School.beds, "周转宿舍床位", "Beds", Keep)
        .within(0, 999)
        .always()
        .unit("张", "beds")
        .says(
            "可供新到教师使用的空床位；空白为 0",
            "free beds for incoming teachers; blank: 0",
        ),
    column!(School.boarders, "寄宿生数", "Boarders", Keep)
        .within(0, 9999)
        .always()
        .unit("人", "pupils")
        .also(&["寄宿生"])
        .says("寄宿生数；空白为 0", "boarding pupils; blank: 0"),
    column!(School.quota, "核定编制数", "Staff quota", Keep)
        .within(0, 2000)
        .unit("人", "heads")
        .also(&["核定编制", "编制数"])
        .says(
            "现行核定编制；空白为未核定到校",
            "staff quota in force; blank: not split by school",
        ),
    column!(School.subsidy, "交流教师月补贴", "Monthly subsidy", Keep)
        .within(0, 50_000)
        .unit("元/月", "yuan a month")
        .also(&["月补贴", "乡村教师补贴", "乡镇工作补贴"])
        .says(
            "派到该校任教的教师每月补贴；空白为未填",
            "what a teacher posted here is paid a month; blank: not stated",
        ),
];

/// The table of schools (学校表).
pub static SCHOOLS: RecordTable<School> = RecordTable {
    spec: spec!("schools", "学校", "schools", SCHOOLS_FIELDS)

        .named_by(&["id"])
        .holds("参加交流的全部学校，每校一行", "every school that takes part, one a row")
        .example("\
id,name,kind,area,quality,weak,district,central_school,township,lon,lat,hardship,beds,boarders,quota
S1,示例城关小学|Example town primary,primary,city,yes,no,示例一片区|Example district,,示例城关镇|Example town,119.51,34.11,0,0,0,3
S2,示例东河中心小学|Example river primary,primary,town,no,no,示例一片区|Example district,,示例东河乡|Example river,119.62,34.21,1,2,20,3
S3,示例石桥教学点|Example bridge point,point,village,no,yes,示例一片区|Example district,S2,示例东河乡|Example river,119.71,34.25,2,1,0,2"),
    fields: SCHOOLS_FIELDS,
    blank: School::default,
    rows: |roster| &roster.schools,
};
