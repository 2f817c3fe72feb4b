//! The sheets of a plan's workbook that say what is decided. The annex writes them with these heads
//! and the auditor reads them with the same, so what an officer changes in them counts. Columns that
//! are only shown are words and are not read.

use super::columns::{CellKind, Column, TableSpec};
use crate::domain::{Employment, Form, Label, Labelled, Stage};

const STAGES: CellKind = CellKind::Choice(Stage::LABELS);
const EMPLOYMENTS: CellKind = CellKind::Choice(Employment::LABELS);
const SHARE: CellKind = CellKind::Count(1, 100);
const FORMS: CellKind = CellKind::Choice(&forms_or_placed());

/// In the column of forms: placed from a closing school, for good.
pub const PLACED_FOR_GOOD: Label = Label::new("placed", "撤并安置", "placed, the school closes");

/// Every form, and that of whoever goes under none.
const fn forms_or_placed() -> [Label; Form::LABELS.len() + 1] {
    let mut all = [PLACED_FOR_GOOD; Form::LABELS.len() + 1];
    let mut no = 0;
    while no < Form::LABELS.len() {
        all[no] = Form::LABELS[no];
        no += 1;
    }
    all
}

const TEACHER: Column = Column::must("teacher", "工号", "Staff id", CellKind::Teacher);
const NAME: Column = shown("name", "姓名", "Name");
const STAGE: Column = Column::must("stage", "学段", "Stage", STAGES);
const SUBJECT: Column = Column::must("subject", "学科", "Subject", CellKind::Subject);
const POST: Column = Column::must("post", "学科岗位", "Teaching post", CellKind::Parts).says(
    "学科:周课时，如 音乐:8;美术:8",
    "subject:periods such as music:8;art:8",
);
const MUST_OPEN: Column = Column::may("must_open", "须开齐", "Must be opened", CellKind::Flag)
    .says("国家课程须开齐的学科岗位", "a subject that must be opened");
const POOL: Column = Column::must("pool", "计划编号", "Recruiting line", CellKind::Id);
const NUMBER: Column = count("number", "人数", "Number", 2000);
const MINUTES: Column = shown("minutes", "单程分钟", "Minutes one way");
const START: Column = Column::must("start", "开始年月", "From month", CellKind::Month);
const END: Column = Column::must("end", "结束年月", "To month", CellKind::Month);

/// A column that is only shown.
const fn shown(key: &'static str, zh: &'static str, en: &'static str) -> Column {
    Column::may(key, zh, en, CellKind::FreeText)
}

/// A whole number from one on.
const fn count(key: &'static str, zh: &'static str, en: &'static str, most: u32) -> Column {
    Column::must(key, zh, en, CellKind::Count(1, most))
}

const fn school(key: &'static str, zh: &'static str, en: &'static str) -> Column {
    Column::must(key, zh, en, CellKind::School)
}

const fn sheet(key: &'static str, zh: &'static str, en: &'static str) -> TableSpec {
    TableSpec::new(key, zh, en).optional()
}

/// Columns of the roll that one made by hand may go without: the policy says what is meant.
pub const BY_POLICY: &[&str] = &["form", "quota_goes", "start", "end", "from"];

/// Who moves: the six heads of the rotation record in teacher files first.
pub static MOVES: TableSpec = sheet("plan_moves", "教师交流轮岗花名册", "rotation roll")
    .columns(&[
    Column::may("form", "交流轮岗类型", "Form of rotation", FORMS)
        .also(&["交流形式"])
        .says(
            "空白或“0-无”的一行不是交流；原校撤并的填“撤并安置”",
            "a row that is blank here, or says 0-无, is no move; of a school that closes: placed",
        ),
    Column::must(
        "quota_goes",
        "是否调动人事关系",
        "Quota place goes along",
        CellKind::Flag,
    ),
    START,
    END.says(
        "撤并安置不设期限，空白",
        "blank of who is placed from a closing school: for good",
    ),
    school("from", "原单位名称", "From school").also(&[
        "派出学校",
        "原单位",
        "原学校",
        "调出学校",
        "派出单位",
        "调出单位",
        "流出学校",
        "现学校",
        "现单位",
        "所在学校",
        "现任教学校",
        "原任教学校",
        "原工作单位",
        "原所在学校",
        "原任学校",
        "原校",
        "原任教单位",
        "原学校名称",
        "现校",
        "现所在学校",
        "现所在单位",
        "现任教单位",
        "现工作单位",
        "轮出学校",
        "交出学校",
        "转出学校",
        "所在单位",
        "工作单位",
        "来源学校",
    ]),
    school("to", "交流轮岗单位名称", "To school").also(&[
        "接收学校",
        "交流单位",
        "交流学校",
        "调入学校",
        "调入单位",
        "接收单位",
        "新单位",
        "流入学校",
        "派往学校",
        "派入学校",
        "拟去学校",
        "拟交流学校",
        "拟派学校",
        "拟调入学校",
        "去向学校",
        "交流去向",
        "新任教学校",
        "调往学校",
        "调往单位",
        "派往单位",
        "派入单位",
        "流入单位",
        "新学校",
        "新任学校",
        "新任教单位",
        "新工作单位",
        "拟任教学校",
        "拟任教单位",
        "拟任学校",
        "拟去单位",
        "拟交流单位",
        "拟轮岗学校",
        "拟轮岗单位",
        "拟派往学校",
        "拟调往学校",
        "拟调入单位",
        "拟安排学校",
        "拟分配学校",
        "安排学校",
        "分配学校",
        "去向",
        "去向单位",
        "轮岗去向",
        "轮岗学校",
        "轮岗单位",
        "轮岗单位名称",
        "轮入学校",
        "交入学校",
        "转入学校",
        "交流到学校",
        "交流任教学校",
        "轮岗任教学校",
        "支教学校",
        "受援学校",
        "目标学校",
        "目的学校",
        "去往学校",
        "到岗学校",
        "交流后学校",
        "轮岗后学校",
        "调整后学校",
        "调整后单位",
        "新学年任教学校",
        "下学年任教学校",
        "接收学校名称",
        "接收单位名称",
        "调入学校名称",
    ]),
    TEACHER.also(&[
        "教师工号",
        "教职工号",
        "职工号",
        "教工号",
        "教师编号",
        "人员编号",
    ]),
    NAME.also(&[
        "教师姓名",
        "教职工姓名",
        "教师",
        "交流教师",
        "交流教师姓名",
        "轮岗教师",
    ]),
    shown("sex", "性别", "Sex"),
    shown("birth", "出生年月", "Born"),
    shown("degree", "学历", "Degree"),
    shown("title", "职称", "Title"),
    shown("stage", "任教学段", "Stage"),
    shown("subject", "主教学科", "Main subject").also(&["任教学科"]),
    shown("backbone", "骨干级别", "Backbone grade"),
    shown("at_school_since", "现校任教起始年月", "At the school since"),
    shown("post", "接收岗位", "Post there"),
    shown("periods", "周课时", "Weekly periods"),
    Column::may("share", "工作量占比", "Share of full time", SHARE)
        .unit("%", "%")
        .says("空白为全职", "blank: full time"),
    Column::may("bed", "是否住周转宿舍", "Bed", CellKind::Flag),
    MINUTES,
    shown("kind", "是否计入交流", "Counts as rotation"),
    shown("remark", "备注", "Remark"),
]);

/// Who fills which teaching post, a row for each.
pub static POSTS: TableSpec = sheet("plan_posts", "任课安排表", "teaching posts").columns(&[
    school("school", "学校", "School"),
    STAGE,
    POST,
    MUST_OPEN,
    Column::may("teacher", "任教教师工号", "Staff id", CellKind::Teacher),
    NAME,
    shown("subject", "主教学科", "Main subject"),
    shown("state", "落实情况", "How filled"),
    shown("periods", "周课时", "Weekly periods"),
    shown("remark", "说明", "Remark"),
]);

/// Recruits by school and post.
pub static RECRUITS: TableSpec = sheet("plan_recruits", "招聘计划", "recruiting plan").columns(&[
    POOL,
    Column::may("employment", "用人形式", "Employment", EMPLOYMENTS),
    shown("source", "来源", "Source"),
    school("school", "学校", "School"),
    STAGE,
    POST,
    MUST_OPEN,
    NUMBER,
]);

/// Recruits who learn at another school first.
pub static APPRENTICES: TableSpec = sheet("plan_apprentices", "见习安排", "apprenticeship")
    .columns(&[
        POOL,
        school("school", "学校", "School"),
        STAGE,
        POST,
        MUST_OPEN,
        school("at", "见习学校", "Learns at"),
        NUMBER,
        START,
        END,
    ]);

/// Applicants for title posts and who is appointed.
pub static APPOINTMENTS: TableSpec = sheet("plan_appointments", "职称聘任表", "title appointments")
    .columns(&[
        TEACHER,
        NAME,
        shown("school", "学校", "School"),
        shown("title", "申报职称", "Title applied for"),
        shown("place", "排名", "Place"),
        Column::must("appointed", "是否聘任", "Appointed", CellKind::Flag),
        shown("source", "岗位来源", "Post from"),
        shown("lacks", "未达条件", "Lacks"),
    ]);

/// Contract teachers who are taken onto the quota.
pub static CONVERSIONS: TableSpec =
    sheet("plan_conversions", "编外教师入编表", "taken onto the quota").columns(&[
        TEACHER,
        NAME,
        shown("school", "学校", "School"),
    ]);

/// Lessons besides a post.
pub static LESSONS: TableSpec = sheet("plan_lessons", "兼课安排表", "lessons besides posts")
    .columns(&[
        TEACHER,
        NAME,
        shown("home", "任教学校", "Own school"),
        shown("on_post", "岗位周课时", "Periods on the post"),
        school("school", "授课学校", "School of the lessons"),
        STAGE,
        SUBJECT,
        count("periods", "兼课周课时", "Periods", 60),
    ]);

/// Half-days at other schools.
pub static TRIPS: TableSpec = sheet("plan_trips", "走教安排表", "itinerant teaching").columns(&[
    TEACHER,
    NAME,
    shown("home", "任教学校", "Own school"),
    school("to", "走教学校", "Goes to"),
    count("half_days", "每周半天数", "Half-days a week", 14),
    MINUTES,
]);

/// Periods that nobody on a post covers.
pub static GAPS: TableSpec = sheet("plan_gaps", "课时台账", "periods ledger").columns(&[
    school("school", "学校", "School"),
    STAGE,
    SUBJECT,
    shown("lacking", "岗位外缺课时", "Not covered by posts"),
    shown("inside", "本校兼课", "Own school"),
    shown("itinerant", "走教", "Itinerants"),
    Column::may("remote", "远程课程", "Remote", CellKind::Count(0, 9999)),
    shown("open", "仍缺课时", "Still open"),
]);

/// Lessons given now and then at village schools.
pub static VISITS: TableSpec = sheet("plan_visits", "送教安排表", "visiting lessons").columns(&[
    TEACHER,
    NAME,
    school("school", "送教学校", "School visited"),
    Column::may("subjects", "缺科", "Subjects lacking", CellKind::Subjects).says(
        "送教所补的学科；空白为巡回授课",
        "the subjects that are brought; blank for a circuit",
    ),
    count("times", "每学期次数", "Times a term", 200),
]);

/// Village backbone teachers and their mentors.
pub static MENTORS: TableSpec = sheet("plan_mentors", "名师结对表", "mentors").columns(&[
    TEACHER,
    NAME,
    shown("subject", "学科", "Subject"),
    Column::must("mentor", "导师工号", "Mentor", CellKind::Teacher),
    shown("mentor_name", "导师姓名", "Mentor's name"),
]);

/// School leaders who go on to another school.
pub static LEADERS: TableSpec = sheet("plan_leaders", "校长交流表", "exchange of school leaders")
    .columns(&[
        TEACHER,
        NAME,
        shown("role", "职务", "Office"),
        shown("terms", "已任届数", "Terms served"),
        shown("from", "原学校", "From school"),
        school("to", "交流学校", "To school"),
        MINUTES,
    ]);

/// What the plan was made from.
pub static INPUTS: TableSpec = sheet("plan_inputs", "依据数据", "made from").columns(&[
    Column::must("input", "数据", "Data", CellKind::FreeText),
    Column::must("sha256", "校验码（SHA-256）", "SHA-256", CellKind::FreeText),
]);

/// How a line of the hidden sheet begins that says how a school was called.
pub const SCHOOL_NAME: &str = "name ";

/// How a line of the hidden sheet begins that says what a goal came to.
pub const GOAL_VALUE: &str = "goal ";
/// How a line of the hidden sheet begins that says how a row of a table was when the plan was made.
pub const TABLE_ROW: &str = "row ";

/// What was decided when the workbook was written: hidden, to find what was edited since.
pub static MADE: TableSpec = sheet("plan_made", "底稿", "as made").columns(&[Column::must(
    "decision",
    "决定",
    "Decision",
    CellKind::FreeText,
)]);

/// Every sheet that is read back.
pub static PLAN_SHEETS: &[&TableSpec] = &[
    &MOVES,
    &POSTS,
    &RECRUITS,
    &APPRENTICES,
    &APPOINTMENTS,
    &CONVERSIONS,
    &LESSONS,
    &TRIPS,
    &GAPS,
    &VISITS,
    &MENTORS,
    &LEADERS,
    &INPUTS,
    &MADE,
];
