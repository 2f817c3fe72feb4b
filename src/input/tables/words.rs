//! Words of real tables for the values of columns: what is certain is read, what may be meant otherwise is proposed and
//! asked about.

/// A list of words, written without commas.
macro_rules! words {
    ($($word:literal)+) => {
        &[$($word),+]
    };
}

/// Words by the key of the value for which they stand.
pub(super) type Words = &'static [(&'static str, &'static [&'static str])];

/// Old and long names of titles.
pub(super) const TITLES: Words = &[
    (
        "none",
        words![
            "无" "未评" "未定职级" "试用期未聘" "未评职称" "暂无职称" "未定级" "见习期" "试用期"
        ],
    ),
    (
        "full_senior",
        words!["中小学正高级教师" "正高级" "正高" "正高级职称"],
    ),
    (
        "senior",
        words![
            "中小学高级教师" "高级" "副高级" "副高" "中学高级教师" "中学高级" "中高" "副高级职称"
        ],
    ),
    (
        "first",
        words!["中小学一级教师" "一级" "中级" "中学一级教师" "中学一级" "中一"],
    ),
    (
        "second",
        words!["中小学二级教师" "二级" "中学二级教师" "中学二级" "中二"],
    ),
    (
        "third",
        words!["中小学三级教师" "三级" "中学三级教师" "中学三级" "员级"],
    ),
];

/// Names of titles that two scales share: in the old one of primary schools the senior title is the first grade of
/// today.
pub(super) const TITLES_LIKELY: Words = &[
    (
        "first",
        words!["小学高级教师" "小学高级" "小高" "幼教高级" "讲师" "助理研究员"],
    ),
    (
        "second",
        words!["小学一级教师" "小学一级" "小一" "初级" "助理级" "助教" "助理讲师"],
    ),
    (
        "third",
        words!["小学二级教师" "小学三级教师" "小学二级" "小学三级" "小二"],
    ),
    ("senior", words!["小中高" "高级讲师"]),
];

/// Stages as schools and certificates call them.
pub(super) const STAGES: Words = &[
    (
        "junior",
        words!["普通初中" "初中教育学校" "初级中学教师资格" "初级中学" "初中教师资格"],
    ),
    (
        "senior",
        words!["普通高中" "高级中学教师资格" "高级中学" "高中教师资格"],
    ),
    ("primary", words!["小学教师资格" "小学段"]),
];

/// Stages that a word may mean.
pub(super) const STAGES_LIKELY: Words = &[("junior", words!["中学" "九年一贯制" "初级"])];

/// Degrees.
pub(super) const DEGREES: Words = &[
    (
        "secondary",
        words![
            "中专" "高中" "中师" "中等师范" "中等专科" "中专学历" "高中学历" "职高" "中技" "初中" "中师学历"
        ],
    ),
    (
        "college",
        words![
            "大专" "专科" "高职" "大专学历" "专科学历" "大学专科学历" "全日制大专" "函授专科" "自考大专"
            "大专毕业"
        ],
    ),
    (
        "bachelor",
        words![
            "本科" "大学" "大本" "学士" "本科学历" "大学本科学历" "全日制本科" "在职本科" "函授本科" "自考本科"
            "成人本科" "本科毕业" "大学毕业" "本科学士" "双学士"
        ],
    ),
    (
        "master",
        words![
            "硕士" "研究生" "硕士研究生学历" "研究生学历" "教育硕士" "全日制研究生" "硕士学位" "在职硕士"
        ],
    ),
    ("doctor", words!["博士" "博士学位" "博士研究生学历"]),
];

/// Degrees that a word may mean.
pub(super) const DEGREES_LIKELY: Words = &[
    (
        "master",
        words!["在职研究生" "研究生班" "研究生课程班" "研究生进修"],
    ),
    ("college", words!["大普" "电大" "函授" "自考"]),
];

/// Ways to be employed.
pub(super) const EMPLOYMENTS: Words = &[
    (
        "on_quota",
        words![
            "是" "在编在岗" "编内" "编制内" "事业编" "事业编制" "全额事业编" "正式" "正式在编" "正式编制"
            "公办在编" "在编教师" "在编人员" "在编不在岗" "公办教师" "公办"
        ],
    ),
    (
        "contract",
        words![
            "否" "编外" "公办临聘教师" "编外教师" "合同制" "合同制教师" "合同工" "临聘" "临聘教师" "临时聘用"
            "代课" "代课教师" "自聘" "自聘教师" "校聘" "外聘" "非在编" "不在编" "编外聘用" "临代" "合同教师"
        ],
    ),
    (
        "special_post",
        words!["特岗教师" "特岗计划" "国家特岗" "省特岗" "特设岗位" "特岗计划教师"],
    ),
    (
        "purchased",
        words!["劳务派遣" "派遣" "政府购买服务" "购买岗位" "政府购买" "第三方派遣"],
    ),
    (
        "support",
        words!["援疆" "援藏" "组团式援疆" "外地支教" "援青" "组团式援藏" "援派教师"],
    ),
];

/// Ways to be employed that a word may mean.
pub(super) const EMPLOYMENTS_LIKELY: Words = &[
    (
        "on_quota",
        words!["备案制" "员额" "员额制" "控制数" "备案教师" "公费师范生" "周转编制"],
    ),
    (
        "contract",
        words!["三支一扶" "西部计划" "实习支教" "返聘" "退休返聘" "见习" "公益性岗位" "民办"],
    ),
    (
        "support",
        words!["银龄" "银龄教师" "银龄讲学" "对口支援" "支教"],
    ),
];

/// Offices in a school.
pub(super) const ROLES: Words = &[
    (
        "teacher",
        words![
            "无" "专任教师" "普通教师" "任课教师" "科任教师" "一线教师" "教员" "班主任" "科任" "无职务"
        ],
    ),
    (
        "middle",
        words![
            "中层" "主任" "中层正职" "中层副职" "副主任" "教导主任" "教导副主任" "副教导主任" "教导处主任"
            "教导处副主任" "教务主任" "教务副主任" "教务处主任" "教务处副主任" "总务主任" "总务副主任"
            "总务处主任" "总务处副主任" "副总务主任" "后勤主任" "后勤副主任" "德育主任" "德育副主任"
            "德育处主任" "德育处副主任" "政教主任" "政教副主任" "政教处主任" "政教处副主任" "教科主任"
            "教科室主任" "教科室副主任" "教研室主任" "科研主任" "科研处主任" "办公室主任" "办公室副主任"
            "校办主任" "党办主任" "安全主任" "安保主任" "安全办主任" "信息中心主任" "学生处主任" "体卫艺主任"
            "中层管理" "中层领导"
        ],
    ),
    (
        "principal",
        words![
            "正校长" "校级正职" "中心校校长" "中心校长" "书记校长" "书记、校长" "书记兼校长" "校长兼书记"
            "校长、书记" "党支部书记、校长" "党支部书记兼校长" "校长（法人）"
        ],
    ),
    (
        "vice_principal",
        words![
            "校级副职" "副校级" "常务副校长" "教学副校长" "德育副校长" "后勤副校长" "业务副校长" "分管副校长"
            "安全副校长" "中心校副校长"
        ],
    ),
];

/// Offices that a word may mean.
pub(super) const ROLES_LIKELY: Words = &[
    (
        "principal",
        words![
            "书记" "党支部书记" "党总支书记" "党委书记" "支部书记" "执行校长" "负责人" "教学点负责人" "完小校长"
            "村小校长" "园长" "主持工作"
        ],
    ),
    (
        "vice_principal",
        words!["副书记" "党支部副书记" "专职副书记" "工会主席" "纪检委员" "副园长" "副校长级"],
    ),
    (
        "middle",
        words![
            "校长助理" "少先队大队辅导员" "大队辅导员" "少先队辅导员" "团委书记" "团支部书记" "年级主任" "会计"
            "报账员" "办公室" "工会委员"
        ],
    ),
    (
        "teacher",
        words!["教研组长" "备课组长" "年级组长" "学科组长" "副班主任" "职员" "工勤" "教辅"],
    ),
];

/// Whether somebody is at work.
pub(super) const STATUSES: Words = &[
    (
        "active",
        words![
            "在职在岗" "在职在岗（本校任教）" "在职" "在编在岗" "正常" "正常在岗" "在校" "在校任教" "任教"
            "一线教学" "在一线" "区内交流（在一线教学）" "区内交流" "县内交流" "镇内交流" "交流" "交流轮岗"
            "返岗" "已返岗" "公假（丧假、婚假等）"
        ],
    ),
    (
        "leave",
        words![
            "产假（不在岗）" "长期病休（不在岗）" "长期事假（7天以上）" "产假" "休产假" "产假中" "产假期间"
            "育儿假" "待产" "病休" "病假" "休病假" "长期病休" "长期病假" "长病假" "长病" "因病离岗" "因病不在岗"
            "事假" "长期事假" "请长假" "长期请假" "离岗待退" "离岗待退休" "离岗休养" "内退" "待退" "退养"
            "内退退养" "停薪留职" "停职" "停职检查" "停岗" "待岗" "不在岗" "长期不在岗" "离岗创业" "失联" "羁押"
        ],
    ),
    (
        "seconded",
        words![
            "区内其他单位跟岗或借调（不在一线教学）" "借调外单位" "外市支教" "借调教育局" "借调局机关"
            "借调机关" "借出" "外借" "借用" "抽调" "抽调外单位" "抽调机关" "驻村" "驻村干部" "驻村工作队"
            "驻村第一书记" "第一书记" "援疆" "援藏" "援青" "援外" "外派"
        ],
    ),
    (
        "training",
        words!["脱产学习" "脱产进修" "全脱产培训" "离岗进修" "离岗培训" "脱产读研"],
    ),
];

/// What a word may mean of somebody's being at work.
pub(super) const STATUSES_LIKELY: Words = &[
    (
        "seconded",
        words![
            "挂职" "挂职锻炼" "基层挂职" "支教" "外出支教" "县外支教" "对口支援" "帮扶" "集中办公" "派驻"
        ],
    ),
    (
        "training",
        words!["进修" "跟岗" "跟岗学习" "跟岗锻炼" "培训" "在外培训" "读研" "在职读研" "学习"],
    ),
    (
        "leave",
        words![
            "请假" "哺乳期" "孕期" "怀孕" "病" "出国" "陪产假" "工伤" "待退休" "退居二线" "二线"
        ],
    ),
    (
        "active",
        words!["后勤" "教辅" "工勤" "门卫" "食堂" "宿管" "实习" "见习" "试用"],
    ),
];

/// Reasons in the person for not moving her.
pub(super) const PROTECTIONS: Words = &[
    (
        "pregnant",
        words!["怀孕" "孕" "已孕" "孕妇" "妊娠" "妊娠期" "怀孕中" "孕期女教师" "怀孕期"],
    ),
    ("nursing", words!["哺乳" "哺乳期内" "哺乳期女教师" "哺乳中"]),
    (
        "illness",
        words![
            "重病" "大病" "重疾" "患重大疾病" "癌症" "恶性肿瘤" "重症" "身患重病" "本人重病" "重大疾病患者"
        ],
    ),
    (
        "hardship",
        words!["家庭困难" "家庭特殊困难" "特困" "特殊家庭困难" "家庭有特殊困难"],
    ),
];

/// Reasons that a word may mean.
pub(super) const PROTECTIONS_LIKELY: Words = &[
    ("nursing", words!["产假" "产后" "休产假" "二孩" "育儿"]),
    (
        "illness",
        words!["病" "患病" "慢性病" "长期患病" "病休" "病假" "手术" "抑郁症" "体弱"],
    ),
    (
        "hardship",
        words![
            "残疾" "单亲" "照顾老人" "照料老人" "父母重病" "家属重病" "子女残疾" "独自照料" "独生子女照料"
            "离异带孩" "困难"
        ],
    ),
];

/// Grades of backbone teachers.
pub(super) const BACKBONES: Words = &[
    ("none", words!["否" "不是"]),
    ("school", words!["校级骨干" "校级骨干教师" "校骨干"]),
    (
        "county",
        words![
            "县级骨干" "县骨干" "县级骨干教师" "区级" "区级骨干" "区级骨干教师" "区骨干" "县区级" "县（区）级"
            "县市区级"
        ],
    ),
    (
        "city",
        words!["市级骨干" "市骨干" "市级骨干教师" "地市级" "州级" "盟级"],
    ),
    (
        "province",
        words!["省级骨干" "省骨干" "省级骨干教师" "自治区级" "直辖市级"],
    ),
    ("nation", words!["国家级骨干" "国家级骨干教师" "国培骨干"]),
];

/// Grades that a word may mean.
pub(super) const BACKBONES_LIKELY: Words = &[
    (
        "county",
        words![
            "是" "骨干" "骨干教师" "县级教学能手" "教学能手" "县级名师" "县级学科带头人" "学科带头人" "镇级"
            "乡镇级"
        ],
    ),
    ("city", words!["市级名师" "市级学科带头人" "市级教学能手"]),
    (
        "province",
        words!["特级教师" "省级名师" "省级学科带头人" "省特级教师"],
    ),
];

/// Kinds of school.
pub(super) const KINDS: Words = &[
    (
        "junior",
        words!["初中" "普通初中" "初级中学学校" "初中学校" "独立初中"],
    ),
    (
        "nine_year",
        words!["九年一贯制" "九年制学校" "九年制" "九年一贯" "一贯制学校"],
    ),
    ("senior", words!["高中" "普通高中" "独立高中"]),
    ("complete", words!["完中" "完全中学学校"]),
    ("point", words!["小学教学点" "村教学点" "教学点（小学）"]),
    (
        "primary",
        words!["完全小学" "完小" "村小" "村完小" "中心小学" "中心完小" "小学学校" "村小学"],
    ),
];

/// Kinds that a word may mean.
pub(super) const KINDS_LIKELY: Words = &[
    (
        "primary",
        words!["中心校" "中心学校" "初小" "初级小学" "附小"],
    ),
    ("point", words!["分校" "校区" "下伸点"]),
    ("junior", words!["中学" "乡镇中学" "农村中学"]),
    (
        "nine_year",
        words!["学校" "实验学校" "十二年一贯制" "十二年一贯制学校"],
    ),
];
