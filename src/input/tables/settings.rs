//! The sheets of a workbook that say what `scenario.toml` says: the settings, the pins and bans, the
//! special approvals and the policies with their texts.

use crate::domain::Label;
use crate::input::columns::{CellKind, Column, TableSpec};

/// The lines of the sheet of settings.
pub const ITEMS: &[Label] = &[
    Label::new("title_zh", "标题", "Title in Chinese"),
    Label::new("title_en", "英文标题", "Title in English"),
    Label::new("made_up", "虚构数据", "Made up"),
    Label::new("reckoning_date", "核算日期", "Reckoning date"),
    Label::new("policy", "政策", "Policy"),
    Label::new("lottery_seed", "摇号种子", "Lottery seed"),
];

/// Heads of the school of a decision.
const SCHOOL_HEADS: [&str; 7] = [
    "学校",
    "学校名称",
    "回避学校",
    "不予安排学校",
    "指定学校",
    "去向学校",
    "拟去学校",
];

const RULING: [Column; 4] = [
    Column::must("teacher", "工号", "Staff id", CellKind::Teacher)
        .also(&["教师工号", "职工号", "教工号", "人员编号"])
        .nearly(&["姓名", "教师姓名", "教师"]),
    Column::must("school", "学校代码", "School id", CellKind::School).also(&SCHOOL_HEADS),
    Column::must("reason", "理由", "Reason", CellKind::FreeText)
        .also(&[
            "原因",
            "事由",
            "回避原因",
            "回避理由",
            "指定理由",
            "情况说明",
        ])
        .says("为什么这样决定，以备查对", "why, so that it can be checked"),
    Column::must("author", "决定人", "Decided by", CellKind::FreeText)
        .also(&[
            "决定单位",
            "决定部门",
            "决定机关",
            "批准人",
            "审批人",
            "批准单位",
            "审定人",
        ])
        .says("作出决定的人或会议", "the person or meeting that decided"),
];

/// The settings, one a line.
pub(in crate::input) static SCENARIO: TableSpec = TableSpec::new("scenario", "情景设定", "scenario").columns(&[
        Column::must("item", "项目", "Item", CellKind::Choice(ITEMS)),
        Column::must("value", "内容", "Value", CellKind::FreeText).says(
            "核算日期按 2026-08-31 的格式；政策填内置政策名、政策文件名或“政策文本”表中的文件名",
            "the date as 2026-08-31; a policy that comes with the program, a file, or one of the sheet of policy texts",
        ),
    ])
.optional()
.holds("标题、核算日期、适用的政策", "title, reckoning date, the policy that applies")
.example("\
item,value
title_zh,示例县
title_en,Example county
made_up,是|yes
reckoning_date,2026-08-31
policy,national
lottery_seed,2027");

/// Who is sent where by decision.
pub(in crate::input) static PINS: TableSpec = TableSpec::new("pins", "指定去向", "pins")
    .columns(&RULING)
    .optional()
    .holds(
        "已经决定去向的教师，写明理由和决定人",
        "teachers whose school is decided already, with reason and author",
    );

/// Who is not sent to a school, or anywhere, by decision.
pub(in crate::input) static BANS: TableSpec = TableSpec::new("bans", "不予安排", "bans")
    .columns(&[
        RULING[0],
        Column::may("school", "学校代码", "School id", CellKind::School)
            .also(&SCHOOL_HEADS)
            .says(
                "不得前往的学校；空白为不得离开现任教学校",
                "the school not to be sent to; blank: not to be moved at all",
            ),
        RULING[2],
        RULING[3],
    ])
    .optional()
    .holds(
        "决定不安排到某校或不安排交流的教师，写明理由和决定人",
        "teachers who are not to be sent to a school, or anywhere, with reason and author",
    );

/// By how much a must-rule is lifted somewhere by special approval.
pub(in crate::input) static WAIVERS: TableSpec = TableSpec::new("waivers", "特批", "waivers")
    .columns(&[
        Column::must("rule", "规定", "Rule", CellKind::FreeText).says(
            "规定的名称、编号、英文名或所依条款，见 lungang rules",
            "title, number, id or clause of the rule, see lungang rules",
        ),
        Column::must("about", "涉及对象", "About", CellKind::FreeText).says(
            "全县、学校、教师的名称或编号，或“学校,学段,学科”",
            "county, a school or teacher by name or id, or school,stage,subject",
        ),
        Column::must("amount", "放宽数量", "Amount", CellKind::Count(1, 100_000)).says(
            "按该规定的单位，正整数",
            "in the unit of the rule, a whole number above nought",
        ),
        RULING[2],
        RULING[3],
        Column::may("date", "决定日期", "Date", CellKind::FreeText).says(
            "何时批准，如 2026-08-20",
            "when it was approved, such as 2026-08-20",
        ),
    ])
    .optional()
    .holds(
        "经批准在某处放宽的规定，写明数量、理由和决定人",
        "rules lifted somewhere by special approval, with amount, reason and author",
    );

/// The policies line by line, most special first.
pub(in crate::input) static POLICIES: TableSpec =
    TableSpec::new("policies", "政策文本", "policy texts")
        .columns(&[
            Column::must("file", "文件", "File", CellKind::FreeText)
                .says("政策文件名", "name of the policy file"),
            Column::may("line", "文本", "Line", CellKind::FreeText).says(
                "该文件的一行，按原文顺序",
                "one line of the file, in its order",
            ),
        ])
        .optional()
        .holds(
            "本地政策文件的全文，一行一格；用内置政策的留空",
            "the text of a policy of your own, line by line; blank when a built-in one is used",
        );

/// What every decision of the decisions file says besides: of whom, for the reader, and when it was taken.
const NAMED: Column = Column::may("name", "姓名", "Name", CellKind::FreeText);
const WHEN: Column = Column::must("date", "决定日期", "Date", CellKind::FreeText);

/// Who does not go after all, in the decisions file.
pub(in crate::input) static REFUSALS: TableSpec = TableSpec::new("refusals", "退出", "refusals")
    .columns(&[RULING[0], NAMED, RULING[2], RULING[3], WHEN])
    .optional();

/// Pins of the decisions file.
pub(in crate::input) static DATED_PINS: TableSpec = TableSpec::new("pins", "指定去向", "pins")
    .columns(&[RULING[0], NAMED, RULING[1], RULING[2], RULING[3], WHEN])
    .optional();

/// Bans of the decisions file.
pub(in crate::input) static DATED_BANS: TableSpec = TableSpec::new("bans", "不予安排", "bans")
    .columns(&[RULING[0], NAMED, RULING[1], RULING[2], RULING[3], WHEN])
    .optional();

/// Special approvals of the decisions file.
pub(in crate::input) static APPROVALS: TableSpec = TableSpec::new("approvals", "特批", "approvals")
    .columns(&[
        Column::must("rule", "规定", "Rule", CellKind::FreeText),
        Column::must("about", "涉及对象", "About", CellKind::FreeText),
        Column::must("amount", "放宽数量", "Amount", CellKind::Count(1, 100_000)),
        RULING[2],
        RULING[3],
        WHEN,
    ])
    .optional();
