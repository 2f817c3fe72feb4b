//! The tables that hold for the whole county: quotas, curriculum, loads, travel times.

use crate::domain::{GridLine, LoadLine, QuotaTotal, TravelTime};
use crate::input::fields::{ColumnOf, column, spec};
use crate::input::records::RecordTable;
use crate::input::values::Redact::{Follow, Keep};

const QUOTA_FIELDS: &[ColumnOf<QuotaTotal>] = &[
    column!(QuotaTotal.stage, "学段", "Stage", Keep).must(),
    column!(QuotaTotal.heads, "编制总量", "Heads", Keep)
        .must()
        .within(0, 50_000)
        .unit("人", "heads")
        .also(&["核定编制数", "编制数"])
        .says(
            "本县该学段核定编制总量",
            "approved staff quota of the county for the stage",
        ),
];

/// The table of county quotas (县域编制总量表).
pub static QUOTA: RecordTable<QuotaTotal> = RecordTable {
    spec: spec!("quota", "编制总量", "quota", QUOTA_FIELDS)
        .named_by(&["stage"])
        .holds(
            "编制部门核定的各学段编制总量",
            "staff quota of the county for each stage",
        )
        .example(
            "\
stage,heads
primary,9",
        ),
    fields: QUOTA_FIELDS,
    blank: QuotaTotal::default,
    rows: |roster| &roster.quota,
};

const GRID_FIELDS: &[ColumnOf<GridLine>] = &[
    column!(GridLine.grade, "年级", "Grade", Keep).must(),
    column!(GridLine.subject, "学科", "Subject", Keep).must(),
    column!(GridLine.periods, "周课时", "Weekly periods", Keep)
        .must()
        .within(0, 40)
        .unit("节/周", "periods a week")
        .says("每个班每周的课时", "periods a week of one class"),
];

/// The table of the curriculum (课程计划表).
pub static GRID: RecordTable<GridLine> = RecordTable {
    spec: spec!("grid", "课程计划", "grid", GRID_FIELDS)
        .named_by(&["grade", "subject"])
        .holds(
            "各年级各学科的周课时（课程计划）",
            "periods a week of every subject in every grade",
        )
        .example(
            "\
grade,subject,periods
1,chinese,8
1,maths,4
1,music,2
2,chinese,8
2,maths,4
2,music,2",
        ),
    fields: GRID_FIELDS,
    blank: GridLine::default,
    rows: |roster| &roster.grid,
};

const LOAD_FIELDS: &[ColumnOf<LoadLine>] = &[
    column!(LoadLine.stage, "学段", "Stage", Keep).must(),
    column!(LoadLine.subject, "学科", "Subject", Keep).must(),
    column!(LoadLine.periods, "标准周课时", "Weekly periods", Keep)
        .must()
        .within(1, 40)
        .unit("节/周", "periods a week")
        .also(&["周课时", "课时"])
        .says(
            "一名专任教师的标准周课时",
            "periods a week of a full-time teacher",
        ),
];

/// The table of standard loads (标准周课时量表).
pub static LOAD: RecordTable<LoadLine> = RecordTable {
    spec: spec!("load", "标准课时量", "load", LOAD_FIELDS)
        .named_by(&["stage", "subject"])
        .holds(
            "各学段各学科教师的标准周课时",
            "periods a week of a full-time teacher",
        )
        .example(
            "\
stage,subject,periods
primary,chinese,15
primary,maths,15
primary,music,16",
        ),
    fields: LOAD_FIELDS,
    blank: LoadLine::default,
    rows: |roster| &roster.load,
};

const TRAVEL_FIELDS: &[ColumnOf<TravelTime>] = &[
    column!(TravelTime.from, "起点学校", "From", Follow).must(),
    column!(TravelTime.to, "终点学校", "To", Follow).must(),
    column!(TravelTime.minutes, "单程时间", "Minutes", Keep)
        .must()
        .within(0, 600)
        .unit("分钟", "minutes")
        .also(&["分钟"])
        .says("单程时间", "travel time one way"),
];

/// The table of travel times (路程表); optional.
pub static TRAVEL: RecordTable<TravelTime> = RecordTable {
    spec: spec!("travel", "路程", "travel", TRAVEL_FIELDS)
        .optional()
        .named_by(&["from", "to"])
        .holds(
            "学校之间的单程时间；没有的按经纬度估算",
            "travel times between schools; estimated from the coordinates where missing",
        )
        .example(
            "\
from,to,minutes
S1,S2,25
S2,S3,30",
        ),
    fields: TRAVEL_FIELDS,
    blank: TravelTime::default,
    rows: |roster| &roster.travel,
};
