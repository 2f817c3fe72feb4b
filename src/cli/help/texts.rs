//! The words of `--help` in both languages, by command and argument.

use super::shared::{
    GAP, PLAN, REDACT, REGION, REGION_FILE, REGION_OUT, SCENARIO, SET, SOURCES, TIME_LIMIT,
    WITHSTAND,
};
use crate::text::Text;

/// Words by command and argument, commands in the order in which `--help` lists them: `""` the program,
/// `"plan"` a command, `"plan.out"` an argument, `".json"` an argument of every command.
pub(super) const TEXTS: &[(&str, Text)] = &[
    (
        "",
        Text::new(
            "轮岗：编制教师交流轮岗与岗位编制方案，证明最优，逐条审核",
            "Plans teacher rotation and staffing quota, proves the plan best, audits it rule by rule",
        ),
    ),
    (
        ".lang",
        Text::new(
            "语言：zh 中文，en 英文；默认随系统",
            "language: zh or en; that of the system by default",
        ),
    ),
    (
        ".json",
        Text::new(
            "标准输出只写 JSON 数据",
            "facts as JSON on standard output, and nothing else there",
        ),
    ),
    (
        ".quiet",
        Text::new("只显示结果，不显示过程", "only what was asked for"),
    ),
    (".help", Text::new("显示帮助", "show this help")),
    (".version", Text::new("显示版本", "show the version")),
    (
        "check",
        Text::new(
            "读取全部数据，一次列出所有问题，不求解",
            "read everything, report every finding at once, solve nothing",
        ),
    ),
    ("check.scenario", SOURCES),
    (
        "check.out",
        Text::new(
            "把带批注的副本写入此目录：有问题的格加批注，最前面一张表列出全部问题",
            "folder for copies of your files with a comment on every cell in question and the list of findings in front",
        ),
    ),
    (
        "plan",
        Text::new(
            "检查、求解、写出、回读并审核",
            "check, solve, write, read back, audit",
        ),
    ),
    ("plan.scenario", SOURCES),
    (
        "plan.out",
        Text::new(
            "写出 plan.json 和附件的目录，没有则新建",
            "folder for plan.json and the documents with it, made when it is not there",
        ),
    ),
    ("plan.time_limit", TIME_LIMIT),
    ("plan.gap", GAP),
    ("plan.set", SET),
    ("plan.withstand", WITHSTAND),
    (
        "plan.allow_unproved",
        Text::new(
            "到时未证明最优也写出方案，并注明",
            "write a plan even when time ran out before the proof, marked as such",
        ),
    ),
    (
        "plan.by_school",
        Text::new(
            "另写 schools.xlsx：派出、接收教师的学校各一张名册",
            "also write schools.xlsx: a sheet for each school that sends or receives",
        ),
    ),
    ("plan.redact", REDACT),
    (
        "audit",
        Text::new(
            "逐条审核任何方案（本程序的、人工改过的或人工编的），不求解",
            "judge any plan rule by rule, ours, edited or made by hand, with no solver",
        ),
    ),
    ("audit.scenario", SCENARIO),
    ("audit.plan", PLAN),
    ("audit.set", SET),
    (
        "whatif",
        Text::new(
            "多个情景并排比较：各项目标、规定、学校和去向变动的教师",
            "many scenarios side by side: goals, rules, schools, people whose letter changes",
        ),
    ),
    (
        "whatif.study",
        Text::new(
            "比较文件 study.toml，或放有多个情景的目录",
            "a study.toml, or a folder of scenarios",
        ),
    ),
    (
        "whatif.out",
        Text::new(
            "写出 comparison.json、comparison.xlsx 和 comparison.html 的目录",
            "folder for comparison.json, comparison.xlsx and comparison.html",
        ),
    ),
    ("whatif.time_limit", TIME_LIMIT),
    ("whatif.gap", GAP),
    (
        "frontier",
        Text::new(
            "一个或两个参数逐步变化时的得失，每一点都求解证明",
            "the trade-off curve of one or two values, each point proved",
        ),
    ),
    ("frontier.scenario", SCENARIO),
    (
        "frontier.vary",
        Text::new(
            "参数及取值范围，如 rules.rotation_share.at_least=10%..20%/11 表示 11 个点；可写两次",
            "value and range, such as rules.rotation_share.at_least=10%..20%/11 for 11 points; may be given twice",
        ),
    ),
    ("frontier.set", SET),
    (
        "frontier.alternatives",
        Text::new(
            "同时列出各点同样好而人选最不同的方案",
            "with each point, the equally good plan that differs most",
        ),
    ),
    (
        "frontier.out",
        Text::new(
            "写出 frontier.json、frontier.xlsx 和 frontier.html 的目录",
            "folder for frontier.json, frontier.xlsx and frontier.html",
        ),
    ),
    ("frontier.time_limit", TIME_LIMIT),
    ("frontier.gap", GAP),
    (
        "horizon",
        Text::new(
            "三至六年滚动测算：退休、期满返回、升级招生、编制周期，哪年哪条规定不成立、怎样补救",
            "three to six years rolling: retirements, returns, intake, quota cycle; which must-rule fails when, and what mends it",
        ),
    ),
    ("horizon.scenario", SOURCES),
    (
        "horizon.years",
        Text::new("年数，3 到 6，默认 3", "years, 3 to 6; 3 by default"),
    ),
    ("horizon.set", SET),
    (
        "horizon.out",
        Text::new("写出 horizon.json 的目录", "folder for horizon.json"),
    ),
    ("horizon.time_limit", TIME_LIMIT),
    ("horizon.gap", GAP),
    ("region", REGION),
    ("region.region", REGION_FILE),
    ("region.out", REGION_OUT),
    ("region.time_limit", TIME_LIMIT),
    ("region.gap", GAP),
    (
        "explain",
        Text::new(
            "为什么、为什么不、换成别人会怎样：按教师、学校或规定说明方案",
            "why, why not, what instead and at what cost: of a teacher, a school or a rule",
        ),
    ),
    ("explain.scenario", SCENARIO),
    ("explain.plan", PLAN),
    (
        "explain.teacher",
        Text::new("教师工号", "staff id of a teacher"),
    ),
    ("explain.school", Text::new("学校代码", "id of a school")),
    (
        "explain.rule",
        Text::new(
            "规定的编号或名称，如 R03",
            "number or id of a rule, such as R03",
        ),
    ),
    (
        "explain.prices",
        Text::new(
            "每条硬性规定放宽或收紧一个单位的代价",
            "what one unit looser or tighter of every must-rule changes",
        ),
    ),
    (
        "explain.notices",
        Text::new(
            "写出告知书的目录：每位交流教师一页；与 --teacher 合用则只写这一位，并附其他方案的测算",
            "folder for notices: a page for each mover; with --teacher for her alone, with what else was tried",
        ),
    ),
    ("explain.set", SET),
    ("explain.time_limit", TIME_LIMIT),
    ("explain.gap", GAP),
    (
        "replan",
        Text::new(
            "有人退出、生病或人工调整后重新测算：变动的通知书最少",
            "after refusals, illness or edits by hand: as few letters as possible change",
        ),
    ),
    ("replan.scenario", SCENARIO),
    (
        "replan.from",
        Text::new("已发布的方案 plan.json", "the published plan.json"),
    ),
    (
        "replan.refuse",
        Text::new(
            "不再派出的教师工号，用逗号分隔",
            "staff ids of those who do not go, split by commas",
        ),
    ),
    (
        "replan.reason",
        Text::new("理由，随决定保存", "why, kept with the decision"),
    ),
    ("replan.author", Text::new("决定人", "who decided")),
    (
        "replan.free",
        Text::new(
            "通知书不冻结：其他目标更好时可以变动",
            "letters are not frozen: they may change where another goal gains",
        ),
    ),
    ("replan.withstand", WITHSTAND),
    (
        "replan.reserves",
        Text::new(
            "列出每个人的接替人选",
            "who would go in the place of each mover",
        ),
    ),
    (
        "replan.out",
        Text::new("写出新的 plan.json 的目录", "folder for the new plan.json"),
    ),
    ("replan.redact", REDACT),
    ("replan.set", SET),
    ("replan.time_limit", TIME_LIMIT),
    ("replan.gap", GAP),
    (
        "rules",
        Text::new(
            "列出每条规定：要求、公式、取值、条款与出处",
            "every rule: what it asks, formula, values in force, clause and source",
        ),
    ),
    (
        "rules.scenario",
        Text::new(
            "情景目录；不写则只列规定本身",
            "scenario folder; without it the rules alone are shown",
        ),
    ),
    ("rules.set", SET),
    (
        "rules.coverage",
        Text::new(
            "逐条列出政策文件的条款，以及由哪条规定落实",
            "every clause of the policy documents and what serves it",
        ),
    ),
    (
        "generate",
        Text::new(
            "生成虚构的县域数据，注明虚构",
            "a made-up county, labelled as made up",
        ),
    ),
    (
        "generate.place",
        Text::new(
            "仿照哪类地方：national 普通农业县（默认）、anshan、zhangye、alar、township、dehua",
            "kind of place: national (an ordinary rural county, the default), anshan, zhangye, alar, township, dehua",
        ),
    ),
    (
        "generate.classes",
        Text::new(
            "与 --on 配套的班级表",
            "table of classes that goes with --on",
        ),
    ),
    (
        "generate.base",
        Text::new(
            "课程计划和课时标准取自哪个目录（从新目录看的相对路径）",
            "folder whose curriculum and loads are used, as seen from the new one",
        ),
    ),
    (
        "generate.teachers",
        Text::new("教师人数", "number of teachers"),
    ),
    ("generate.schools", Text::new("学校数", "number of schools")),
    (
        "generate.on",
        Text::new(
            "以现有学校表为底，只虚构教师",
            "draw the teachers on this table of real schools",
        ),
    ),
    (
        "generate.seed",
        Text::new(
            "随机种子；种子相同，结果相同",
            "seed; the same seed gives the same county",
        ),
    ),
    ("generate.out", Text::new("写入的目录", "folder to write")),
    (
        "export",
        Text::new(
            "把整个情景写成一个工作簿，或写出所求解的数学规划供其他求解器核对",
            "the whole scenario as one workbook, or the very program that is solved, for any other solver",
        ),
    ),
    ("export.scenario", SCENARIO),
    (
        "export.xlsx",
        Text::new(
            "写出的工作簿，可再读入，方案不变",
            "the workbook to write; read again it gives the same plan",
        ),
    ),
    (
        "export.mps",
        Text::new("写出的 MPS 文件", "the MPS file to write"),
    ),
    (
        "roster",
        Text::new(
            "比较两年的教师名册：新增、减少、学校和职称变动、到龄退休",
            "this year's roster against last year's: who came, who left, what changed, who retires",
        ),
    ),
    ("roster.what", Text::new("diff 比较", "diff")),
    (
        "roster.old",
        Text::new("上一年的情景", "last year's scenario"),
    ),
    (
        "roster.new",
        Text::new("今年的情景", "this year's scenario"),
    ),
    (
        "template",
        Text::new(
            "写出填报模板：一个工作簿，含全部表格、示例、下拉列表和填表说明",
            "a workbook to fill in: all tables with examples, lists and how to fill them in",
        ),
    ),
    (
        "template.folder",
        Text::new(
            "写入的目录，没有则新建",
            "folder to write, made when it is not there",
        ),
    ),
    (
        "schema",
        Text::new("显示文件格式（JSON Schema）", "JSON Schema of a document"),
    ),
    (
        "schema.what",
        Text::new("哪种文件：plan 方案", "which document: plan"),
    ),
    (
        "selftest",
        Text::new(
            "用已知答案自检，报告求解器版本与已知缺陷",
            "known answers, solver version, known solver faults",
        ),
    ),
];
