//! The table of service (任教经历表).

use crate::domain::Spell;
use crate::input::fields::{ColumnOf, column, spec};
use crate::input::records::RecordTable;
use crate::input::values::Redact::{Follow, Keep};
use crate::input::values::per_cent;

const SERVICE_FIELDS: &[ColumnOf<Spell>] = &[
    column!(Spell.teacher, "工号", "Staff id", Follow)
        .must()
        .also(&["教师编号", "人员编号"]),
    column!(Spell.school, "任教学校", "School", Follow)
        .must()
        .also(&[
            "交流轮岗单位名称",
            "交流单位名称",
            "支教单位名称",
            "学校代码",
        ]),
    column!(Spell.from, "开始年月", "From", Keep)
        .must()
        .also(&["交流开始时间", "支教开始时间"]),
    column!(Spell.to, "结束年月", "To", Keep)
        .open()
        .also(&["交流结束时间", "支教结束时间"])
        .says(
            "最后一个月；空白为仍在继续",
            "last month; blank: still running",
        ),
    column!(Spell.share, "占全职比例", "Share of full time", Keep)
        .within(1, 100)
        .always()
        .unit("%", "per cent")
        .says(
            "占全职工作量的百分比；空白为 100",
            "share of full time; blank: 100",
        )
        .written_by(|one, _| per_cent(one.share)),
    column!(Spell.form, "形式", "Form", Keep)
        .also(&["交流轮岗类型"])
        .spelt(&[("exchange", &["交流", "轮岗"]), ("shadowing", &["跟岗"])])
        .says(
            "离开编制所在学校任教的形式；在本校任教的空白",
            "form of a posting away from the quota school; blank: at the quota school",
        ),
];

/// The table of service (任教经历表).
pub static SERVICE: RecordTable<Spell> = RecordTable {
    spec: spec!("service", "任教经历", "service", SERVICE_FIELDS)
    .named_by(&["teacher", "from"])
    .holds(
        "任教经历，每人每段一行；用于计算任教年限和交流经历",
        "service, one row for each spell; years at a school and earlier postings follow from it",
    )
    .example(
        "\
teacher,school,from,to,share,form
T1,S1,2008-09,2019-08,,
T1,S2,2019-09,2020-08,100,support
T1,S1,2020-09,,,
T8,S3,2011-09,2025-08,,
T8,S2,2025-09,2027-08,100,exchange",
    ),
    fields: SERVICE_FIELDS,
    blank: Spell::blank,
    rows: |roster| &roster.service,
};
