//! The columns of the table of teachers.

use crate::domain::{Backbone, Degree, Employment, Protection, Role, Sex, Stage, Status, Title};
use crate::input::columns::Column;
use crate::input::kinds::{CellKind, choices};

/// Old and long names of titles.
const TITLES: &[(&str, &str)] = &[
    ("无", "none"),
    ("未评", "none"),
    ("未定职级", "none"),
    ("试用期未聘", "none"),
    ("中小学正高级教师", "full_senior"),
    ("中小学高级教师", "senior"),
    ("中小学一级教师", "first"),
    ("中小学二级教师", "second"),
    ("中小学三级教师", "third"),
    ("正高级", "full_senior"),
    ("高级", "senior"),
    ("一级", "first"),
    ("二级", "second"),
    ("三级", "third"),
];
const STAGES: &[(&str, &str)] = &[
    ("普通初中", "junior"),
    ("初中教育学校", "junior"),
    ("普通高中", "senior"),
    ("小学教师资格", "primary"),
    ("初级中学教师资格", "junior"),
    ("高级中学教师资格", "senior"),
];

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("id", "工号", "Staff id", CellKind::Id).also(&[
        "教师编号",
        "人员编号",
        "继续教育编号",
        "教师代码",
    ]),
    Column::must("name", "姓名", "Name", CellKind::FreeText).also(&[
        "教师姓名",
        "学员姓名",
        "真实姓名",
    ]),
    Column::may("identity", "身份证号", "Identity number", CellKind::Id)
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
        ),
    Column::must("sex", "性别", "Sex", CellKind::Choice(choices!(Sex))).or_from("identity"),
    Column::must("birth", "出生年月", "Born", CellKind::Month)
        .also(&["出生日期", "出生年月日"])
        .or_from("identity"),
    Column::must(
        "degree",
        "学历",
        "Degree",
        CellKind::Choice(choices!(Degree)),
    )
    .also(&["最高学历"])
    .spelt(&[
        ("中专", "secondary"),
        ("高中", "secondary"),
        ("大专", "college"),
        ("专科", "college"),
        ("本科", "bachelor"),
        ("大学", "bachelor"),
        ("硕士", "master"),
        ("研究生", "master"),
        ("博士", "doctor"),
    ]),
    Column::must(
        "employment",
        "用人形式",
        "Employment",
        CellKind::Choice(choices!(Employment)),
    )
    .also(&["编制类别", "是否在编", "教师身份", "现身份"])
    .spelt(&[
        ("是", "on_quota"),
        ("在编在岗", "on_quota"),
        ("否", "contract"),
        ("编外", "contract"),
        ("公办临聘教师", "contract"),
        ("特岗教师", "special_post"),
    ]),
    Column::must(
        "quota_school",
        "编制所在学校",
        "Quota school",
        CellKind::School,
    )
    .also(&[
        "编制学校",
        "单位全称（按照单位公章）",
        "单位标识码/学校编码（请查询单位标识码表）",
        "单位",
    ]),
    Column::may("work_school", "现任教学校", "Work school", CellKind::School)
        .also(&["所在学校", "任教学校", "学校"])
        .says(
            "现任教学校的学校代码；空白为编制所在学校",
            "where she works now; blank: the quota school",
        ),
    Column::may("role", "职务", "Office", CellKind::Choice(choices!(Role)))
        .also(&["行政职务", "学校行政职务"])
        .spelt(&[
            ("无", "teacher"),
            ("专任教师", "teacher"),
            ("中层", "middle"),
            ("主任", "middle"),
            ("正校长", "principal"),
            ("校级副职", "vice_principal"),
            ("校级正职", "principal"),
        ])
        .says(
            "学校职务；空白为教师",
            "office in the school; blank: teacher",
        ),
    Column::may("terms", "任满届数", "Terms served", CellKind::Count(0, 12))
        .unit("届", "terms")
        .says(
            "在本校担任该职务的届数；空白为 0",
            "terms in that office at this school; blank: 0",
        ),
    Column::must(
        "stage",
        "任教学段",
        "Stage",
        CellKind::Choice(choices!(Stage)),
    )
    .also(&["主要任教学段", "学段", "当前任教学段", "主要任课学段"])
    .spelt(STAGES),
    Column::must("subject", "主教学科", "Main subject", CellKind::Subject).also(&[
        "任教学科",
        "学科",
        "当前任教学科",
        "任教课程",
        "主教学科（只能选一门）",
        "主要任教学科",
    ]),
    Column::may(
        "more_subjects",
        "兼教学科",
        "Further subjects",
        CellKind::Subjects,
    )
    .also(&["兼教学科(可以填多门，逗号隔开)"])
    .says(
        "兼教的其他学科；空白为无",
        "further subjects taught; blank: none",
    ),
    Column::may(
        "certified_stages",
        "教师资格学段",
        "Certified stages",
        CellKind::Choices(choices!(Stage)),
    )
    .also(&["教师资格层次", "认证学段"])
    .spelt(STAGES)
    .says(
        "教师资格证学段；空白为无",
        "stages of the certificates held; blank: none",
    ),
    Column::may(
        "certified_subjects",
        "教师资格学科",
        "Certified subjects",
        CellKind::Subjects,
    )
    .also(&["认证学科"])
    .says(
        "教师资格证学科；空白为无",
        "subjects of the certificates held; blank: none",
    ),
    Column::may(
        "weekly_periods",
        "周课时",
        "Weekly periods",
        CellKind::Count(0, 40),
    )
    .unit("节/周", "periods a week")
    .says(
        "现在每周上课节数；空白为未填",
        "periods taught a week; blank: not stated",
    ),
    Column::may(
        "title",
        "现聘职称",
        "Title",
        CellKind::Choice(choices!(Title)),
    )
    .also(&[
        "职称",
        "(聘)教师职称",
        "现职称",
        "现聘专业技术职称",
        "现聘专业技术职称最高级别",
        "现聘专业技术职务",
    ])
    .or_close(&["最高职称", "现持有最高职称", "专业技术职务"])
    .spelt(TITLES)
    .says("现聘职称；空白为未取得职称", "title held; blank: none"),
    Column::may(
        "title_since",
        "现聘职称起始年月",
        "Title since",
        CellKind::Month,
    )
    .also(&["现聘职称聘用时间", "(聘)职称时间"])
    .says(
        "现聘职称的聘任年月；空白为不详",
        "title held since; blank: not known",
    ),
    Column::may(
        "directed_title",
        "定向职称",
        "Directed title",
        CellKind::Flag,
    )
    .says(
        "职称为定向评价、定向使用；空白为否",
        "title valid only in designated rural schools; blank: no",
    ),
    Column::may(
        "backbone",
        "骨干级别",
        "Backbone grade",
        CellKind::Choice(choices!(Backbone)),
    )
    .also(&["最高骨干教师级别", "骨干教师"])
    .says(
        "最高骨干教师级别；空白为无",
        "highest backbone grade; blank: none",
    ),
    Column::must(
        "at_school_since",
        "进入本校年月",
        "At school since",
        CellKind::Month,
    )
    .also(&[
        "入现单位时间",
        "进入现单位任教时间",
        "进入本校时间",
        "本校任教起始时间",
        "现任教学校聘用起始日期",
    ]),
    Column::may(
        "teaching_since",
        "从教起始年月",
        "Teaching since",
        CellKind::Month,
    )
    .also(&["从教起始时间", "参加工作时间", "参加工作年月"])
    .says(
        "从教起始年月；空白为不详",
        "teaching since; blank: not known",
    ),
    Column::may(
        "status",
        "在岗状态",
        "Status",
        CellKind::Choice(choices!(Status)),
    )
    .spelt(&[
        ("在职在岗", "active"),
        ("在职在岗（本校任教）", "active"),
        ("在职", "active"),
        ("产假（不在岗）", "leave"),
        ("长期病休（不在岗）", "leave"),
        ("长期事假（7天以上）", "leave"),
        ("区内其他单位跟岗或借调（不在一线教学）", "seconded"),
    ])
    .says("在岗状态；空白为在岗", "whether on post; blank: on post"),
    Column::may(
        "protections",
        "保护情形",
        "Protections",
        CellKind::Choices(choices!(Protection)),
    )
    .says(
        "不宜安排交流的个人情形；空白为无",
        "reasons in the person for not moving her; blank: none",
    ),
    Column::may("volunteer", "自愿报名", "Volunteer", CellKind::Flag)
        .says("本人自愿报名交流；空白为否", "asked to be moved; blank: no"),
    Column::may("wishes", "志愿学校", "Wishes", CellKind::Schools).says(
        "志愿学校代码，最想去的在前；空白为无",
        "schools wished for, dearest first; blank: none",
    ),
    Column::may("points", "积分", "Points", CellKind::Points)
        .unit("分", "points")
        .says(
            "照顾积分，高者优先照顾；空白为 0",
            "priority points; blank: 0",
        ),
    Column::may("home_lon", "住址经度", "Home longitude", CellKind::Degrees)
        .unit("度", "degrees")
        .says(
            "住址经度；空白为不详",
            "longitude of the home; blank: not known",
        ),
    Column::may("home_lat", "住址纬度", "Home latitude", CellKind::Degrees)
        .unit("度", "degrees")
        .says(
            "住址纬度；空白为不详",
            "latitude of the home; blank: not known",
        ),
    Column::may(
        "bond_until",
        "服务期截止年月",
        "Bond until",
        CellKind::Month,
    )
    .also(&["服务期截止日期"])
    .says(
        "服务期截止年月；空白为无服务期",
        "service bond ends; blank: none",
    ),
    Column::may("language_ok", "国家通用语言", "Language", CellKind::Flag).says(
        "胜任国家通用语言教学；空白为是",
        "teaches in the national common language; blank: yes",
    ),
    Column::may("ethics_ok", "师德合格", "Ethics", CellKind::Flag).says(
        "无师德失范记录；空白为是",
        "no ethics breach on file; blank: yes",
    ),
    Column::may("training_ok", "培训合格", "Training", CellKind::Flag)
        .says("继续教育培训合格；空白为是", "training passed; blank: yes"),
    Column::may(
        "applies_for",
        "拟申报职称",
        "Applies for",
        CellKind::Choice(choices!(Title)),
    )
    .also(&["applies_for_title"])
    .spelt(TITLES)
    .says(
        "下一轮拟申报的职称；空白为不申报",
        "title applied for in the coming round; blank: none",
    ),
];
