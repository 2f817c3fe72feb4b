//! The table of teachers (教师表).

use super::words;
use crate::domain::{Teacher, Title};
use crate::input::columns::{CellKind, Column};
use crate::input::fields::{ColumnOf, column, put, spec};
use crate::input::records::RecordTable;
use crate::input::values::Redact::{Drop, Follow, Id, Keep, Name};
use crate::input::values::{latitude, per_cent};

/// It fills in and checks other columns and goes no further.
const IDENTITY: Column = Column::may("identity", "身份证号", "Identity number", CellKind::Id)
    .also(&[
        "身份证号码",
        "身份证件号",
        "身分證字號",
        "身分證號",
        "公民身份号码",
    ])
    .says(
        "18 位公民身份号码，只用于核对和补出性别、出生年月，不写入方案",
        "eighteen characters; only to check and fill in sex and birth, never written into a plan",
    );

const TEACHERS_FIELDS: &[ColumnOf<Teacher>] = &[
    column!(Teacher.id, "工号", "Staff id", Id)
        .must()
        .id()
        .also(&["教师编号", "人员编号", "继续教育编号", "教师代码"]),
    column!(Teacher.name, "姓名", "Name", Name)
        .must()
        .also(&["教师姓名", "学员姓名", "真实姓名"]),
    ColumnOf::aside(IDENTITY, |cells, column, _| {
        cells.check_identity(column.key);
    }),
    column!(Teacher.sex, "性别", "Sex", Keep)
        .must()
        .or_from("identity")
        .read_by(|cells, column, one| {
            let sex = cells.sex(column.key, "identity");
            put(cells, column, sex, &mut one.sex);
        }),
    column!(Teacher.birth, "出生年月", "Born", Keep)
        .must()
        .also(&["出生日期", "出生年月日"])
        .or_from("identity")
        .read_by(|cells, column, one| {
            let birth = cells.birth(column.key, "identity");
            put(cells, column, birth, &mut one.birth);
        }),
    column!(Teacher.degree, "学历", "Degree", Keep)
        .must()
        .also(&["最高学历"])
        .spelt(words::DEGREES)
        .likely(words::DEGREES_LIKELY),
    column!(Teacher.employment, "用人形式", "Employment", Keep)
        .must()
        .also(&["编制类别", "是否在编", "教师身份", "现身份"])
        .spelt(words::EMPLOYMENTS)
        .likely(words::EMPLOYMENTS_LIKELY)
        .says(
            "援派指外地派来任教、编制不在本县的，“编制所在学校”填受援学校，“服务期截止年月”填派任期满",
            "sent from outside: their quota place is not in the county; give the school where they teach as the quota school, and the end of their term as the end of the bond",
        ),
    column!(Teacher.quota_school, "编制所在学校", "Quota school", Follow)
        .must()
        .also(&[
            "编制学校",
            "单位全称（按照单位公章）",
            "单位标识码/学校编码（请查询单位标识码表）",
            "单位",
        ]),
    column!(Teacher.work_school, "现任教学校", "Work school", Follow)
        .always()
        .also(&["所在学校", "任教学校", "学校"])
        .says(
            "现任教学校的学校代码；空白为编制所在学校",
            "where she works now; blank: the quota school",
        )
        .read_by(|cells, column, one| {
            one.work_school = cells.school(column.key).unwrap_or(one.quota_school);
        }),
    column!(Teacher.role, "职务", "Office", Keep)
        .always()
        .also(&["行政职务", "学校行政职务"])
        .spelt(words::ROLES)
        .likely(words::ROLES_LIKELY)
        .says(
            "学校职务；空白为教师",
            "office in the school; blank: teacher",
        ),
    column!(Teacher.terms, "任满届数", "Terms served", Keep)
        .within(0, 12)
        .unit("届", "terms")
        .says(
            "在本校担任该职务的届数；空白为 0",
            "terms in that office at this school; blank: 0",
        ),
    column!(Teacher.stage, "任教学段", "Stage", Keep)
        .must()
        .also(&["主要任教学段", "学段", "当前任教学段", "主要任课学段"])
        .spelt(words::STAGES)
        .likely(words::STAGES_LIKELY),
    column!(Teacher.subject, "主教学科", "Main subject", Keep)
        .must()
        .also(&[
            "任教学科",
            "学科",
            "当前任教学科",
            "任教课程",
            "主教学科（只能选一门）",
            "主要任教学科",
        ]),
    column!(Teacher.more_subjects, "兼教学科", "Further subjects", Keep)
        .also(&["兼教学科(可以填多门，逗号隔开)"])
        .says(
            "兼教的其他学科；空白为无",
            "further subjects taught; blank: none",
        )
        .read_by(|cells, column, one| one.more_subjects = sorted(cells.subjects(column.key))),
    column!(
        Teacher.certified_stages,
        "教师资格学段",
        "Certified stages",
        Keep
    )
    .also(&["教师资格层次", "认证学段"])
    .spelt(words::STAGES)
    .says(
        "教师资格证学段；空白为无",
        "stages of the certificates held; blank: none",
    ),
    column!(
        Teacher.certified_subjects,
        "教师资格学科",
        "Certified subjects",
        Keep
    )
    .also(&["认证学科"])
    .says(
        "教师资格证学科；空白为无",
        "subjects of the certificates held; blank: none",
    )
    .read_by(|cells, column, one| {
        one.certified_subjects = sorted(cells.subjects(column.key));
    }),
    column!(Teacher.weekly_periods, "周课时", "Weekly periods", Keep)
        .within(0, 40)
        .unit("节/周", "periods a week")
        .says(
            "现在每周上课节数；空白为未填",
            "periods taught a week; blank: not stated",
        ),
    column!(Teacher.title, "现聘职称", "Title", Keep)
        .always()
        .also(&[
            "职称",
            "(聘)教师职称",
            "现职称",
            "现聘专业技术职称",
            "现聘专业技术职称最高级别",
            "现聘专业技术职务",
        ])
        .or_close(&["最高职称", "现持有最高职称", "专业技术职务"])
        .spelt(words::TITLES)
        .likely(words::TITLES_LIKELY)
        .says("现聘职称；空白为未取得职称", "title held; blank: none"),
    column!(Teacher.title_since, "现聘职称起始年月", "Title since", Keep)
        .also(&["现聘职称聘用时间", "(聘)职称时间"])
        .says(
            "现聘职称的聘任年月；空白为不详",
            "title held since; blank: not known",
        ),
    column!(Teacher.directed_title, "定向职称", "Directed title", Keep).says(
        "职称为定向评价、定向使用；空白为否",
        "title valid only in designated rural schools; blank: no",
    ),
    column!(Teacher.backbone, "骨干级别", "Backbone grade", Keep)
        .always()
        .also(&["最高骨干教师级别", "骨干教师"])
        .spelt(words::BACKBONES)
        .likely(words::BACKBONES_LIKELY)
        .says(
            "最高骨干教师级别；空白为无",
            "highest backbone grade; blank: none",
        ),
    column!(
        Teacher.at_school_since,
        "进入本校年月",
        "At school since",
        Keep
    )
    .must()
    .also(&[
        "入现单位时间",
        "进入现单位任教时间",
        "进入本校时间",
        "本校任教起始时间",
        "现任教学校聘用起始日期",
    ]),
    column!(
        Teacher.teaching_since,
        "从教起始年月",
        "Teaching since",
        Keep
    )
    .also(&["从教起始时间", "参加工作时间", "参加工作年月"])
    .says(
        "从教起始年月；空白为不详",
        "teaching since; blank: not known",
    ),
    column!(Teacher.status, "在岗状态", "Status", Keep)
        .always()
        .spelt(words::STATUSES)
        .likely(words::STATUSES_LIKELY)
        .says("在岗状态；空白为在岗", "whether on post; blank: on post"),
    column!(Teacher.duty, "任教份额", "Share of a load", Keep)
        .later()
        .also(&["在岗工作量", "在岗比例", "任课比例"])
        .within(1, 100)
        .unit("%", "per cent")
        .says(
            "在岗但一年中有一段不在校的（跟岗、挂职、短期援派、产假跨学期等），新学年可承担的标准课时的百分比；空白为 100",
            "of those at work who are elsewhere for part of the year: per cent of a standard load that they can teach next year; blank: 100",
        )
        .written_by(|one, _| one.duty.map_or_else(String::new, per_cent)),
    column!(Teacher.protections, "保护情形", "Protections", Keep)
        .spelt(words::PROTECTIONS)
        .likely(words::PROTECTIONS_LIKELY)
        .says(
            "不宜安排交流的个人情形；空白为无",
            "reasons in the person for not moving her; blank: none",
        ),
    column!(Teacher.volunteer, "自愿报名", "Volunteer", Keep)
        .says("本人自愿报名交流；空白为否", "asked to be moved; blank: no"),
    column!(Teacher.wishes, "志愿学校", "Wishes", Follow).says(
        "志愿学校代码，最想去的在前；空白为无",
        "schools wished for, dearest first; blank: none",
    ),
    column!(Teacher.spouse, "配偶工号", "Spouse", Drop)
        .id()
        .says(
            "配偶也在本县任教的，填其工号；不对外显示；空白为无",
            "staff id of the husband or wife where both teach in the county, shown to nobody; blank: none",
        )
        .read_by(|cells, column, one| one.spouse = cells.person(column.key).unwrap_or_default())
        .later(),
    column!(Teacher.carer, "独自照料", "Sole carer", Drop)
        .says(
            "独自照料子女或病人；不对外显示；空白为否",
            "cares for a child or somebody ill alone, shown to nobody; blank: no",
        )
        .later(),
    column!(Teacher.points, "积分", "Points", Keep)
        .unit("分", "points")
        .says(
            "照顾积分，高者优先照顾；空白为 0",
            "priority points; blank: 0",
        ),
    column!(Teacher.home, "home_lon", "住址经度", "Home longitude", Drop)
        .unit("度", "degrees")
        .says(
            "住址经度；空白为不详",
            "longitude of the home; blank: not known",
        ),
    column!(Teacher.home, "home_lat", "住址纬度", "Home latitude", Drop)
        .unit("度", "degrees")
        .says(
            "住址纬度；空白为不详",
            "latitude of the home; blank: not known",
        )
        .read_by(|_, _, _| {})
        .written_by(|one, _| latitude(one.home)),
    column!(Teacher.bond_until, "服务期截止年月", "Bond until", Keep)
        .also(&["服务期截止日期"])
        .says(
            "服务期截止年月；空白为无服务期",
            "service bond ends; blank: none",
        ),
    column!(Teacher.language_ok, "国家通用语言", "Language", Keep).yes().says(
        "胜任国家通用语言教学；空白为是",
        "teaches in the national common language; blank: yes",
    ),
    column!(Teacher.ethics_ok, "师德合格", "Ethics", Keep).yes().says(
        "无师德失范记录；空白为是",
        "no ethics breach on file; blank: yes",
    ),
    column!(Teacher.training_ok, "培训合格", "Training", Keep)
        .yes()
        .says("继续教育培训合格；空白为是", "training passed; blank: yes"),
    column!(Teacher.applies_for, "拟申报职称", "Applies for", Keep)
        .also(&["applies_for_title"])
        .spelt(words::TITLES)
        .likely(words::TITLES_LIKELY)
        .says(
            "下一轮拟申报的职称；空白为不申报",
            "title applied for in the coming round; blank: none",
        )
        .read_by(|cells, column, one| {
            let title = cells.choice(column.key, Title::find);
            one.applies_for = title.filter(|title| *title != Title::None);
        }),
];

/// The table of teachers (教师表).
pub static TEACHERS: RecordTable<Teacher> = RecordTable {
    spec: spec!("teachers", "教师", "teachers", TEACHERS_FIELDS)

        .named_by(&["id"])
        .holds("全部教师（含编外、借调、离岗人员），每人一行", "all teachers, those off quota, seconded or on leave included, one a row")
        .example("\
id,name,sex,birth,degree,employment,quota_school,work_school,role,terms,stage,subject,more_subjects,certified_stages,certified_subjects,weekly_periods,title,title_since,at_school_since,teaching_since,status,protections,volunteer,wishes,points,applies_for
T1,示例甲|Example A,female,1985-03,bachelor,on_quota,S1,S1,teacher,0,primary,chinese,,primary,chinese,14,first,2015-09,2008-09,2008-09,active,,no,,0,senior
T2,示例乙|Example B,male,1979-11,bachelor,on_quota,S1,S1,principal,1,primary,maths,,primary,maths,15,senior,2016-12,2001-08,2001-08,active,,no,,0,
T3,示例丙|Example C,female,1990-06,bachelor,on_quota,S1,S1,teacher,0,primary,music,art,primary,music,12,second,2016-09,2013-09,2013-09,active,,yes,S2;S3,3,
T4,示例丁|Example D,female,1992-01,bachelor,on_quota,S2,S2,teacher,0,primary,chinese,,primary,chinese,15,second,2018-09,2015-09,2015-09,active,pregnant,no,,0,
T5,示例戊|Example E,male,1968-05,college,on_quota,S2,S2,teacher,0,primary,maths,,primary,maths,14,first,2005-12,1990-09,1988-08,active,,no,,0,
T6,示例己|Example F,female,1997-08,bachelor,contract,S2,S2,teacher,0,primary,chinese,,primary,chinese,16,,,2020-09,2020-09,active,,no,,0,
T7,示例庚|Example G,male,1975-04,college,on_quota,S3,S3,teacher,0,primary,chinese,maths,primary,chinese;maths,18,first,2010-12,1996-08,1996-08,active,,no,,0,
T8,示例辛|Example H,female,1988-12,bachelor,on_quota,S3,S2,teacher,0,primary,maths,,primary,maths,14,first,2019-12,2011-09,2011-09,active,,no,,0,"),
    fields: TEACHERS_FIELDS,
    blank: Teacher::blank,
    rows: |roster| &roster.teachers,
};

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list
}
