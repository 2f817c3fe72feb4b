//! The words of `--help` in both languages, by command and argument.

/// Words by command and argument, in Chinese and English, commands in the order in which `--help` lists them:
/// `""` the program, `"plan"` a command, `"plan.out"` an argument, `"plan|replan.redact"` an argument of both,
/// `".json"` one of every command; what is said of fewer commands comes first.
pub(super) const TEXTS: &[(&str, &str, &str)] = &[
    (
        "",
        "轮岗：编制教师交流轮岗与岗位编制方案，证明最优，逐条审核",
        "Plans teacher rotation and staffing quota, proves the plan best, audits it rule by rule",
    ),
    (
        ".lang",
        "语言：zh 中文，en 英文；默认随系统",
        "language: zh or en; that of the system by default",
    ),
    (
        ".json",
        "标准输出只写 JSON 数据",
        "facts as JSON on standard output, and nothing else there",
    ),
    (
        ".quiet",
        "只显示结果，不显示过程",
        "only what was asked for",
    ),
    (".help", "显示帮助", "show this help"),
    (".version", "显示版本", "show the version"),
    (
        "check",
        "读取全部数据，一次列出所有问题，不求解",
        "read everything, report every finding at once, solve nothing",
    ),
    (
        "check|plan|horizon.scenario",
        "情景：目录、一个工作簿，或多个文件",
        "scenario: a folder, one workbook, or several files",
    ),
    (
        "check.out",
        "把带批注的副本写入此目录：有问题的格加批注，最前面一张表列出全部问题",
        "folder for copies of your files with a comment on every cell in question and the list of findings in front",
    ),
    (
        "plan",
        "检查、求解、写出、回读并审核",
        "check, solve, write, read back, audit",
    ),
    (
        "plan.out",
        "写出 plan.json 和附件的目录，没有则新建；不写此参数的，写入数据旁边的 plan 目录",
        "folder for plan.json and the documents with it, made when it is not there; otherwise the folder `plan` beside the tables",
    ),
    (
        "plan|replan.withstand",
        "任意这么多人退出，其余人都不必变动、硬性规定仍全部满足",
        "so many refusals leave every must-rule standing, with no other letter changed",
    ),
    (
        "plan.allow_unproved",
        "停止时未证明最优也写出方案，并注明",
        "write a plan even when it was stopped before the proof, marked as such",
    ),
    (
        "plan.by_school",
        "另写 schools.xlsx：派出、接收教师的学校各一张名册",
        "also write schools.xlsx: a sheet for each school that sends or receives",
    ),
    (
        "plan|replan.redact",
        "另在 redacted 目录写一套对外提供的文件，人员、学校和地名换成代号；全文检索仍有真名的，不写出",
        "also write into redacted/ a set to hand on, with pseudonyms for people, schools and places; nothing where a search of it still finds a real one",
    ),
    (
        "audit",
        "逐条审核任何方案（本程序的、人工改过的或人工编的），不求解；只有没写任教岗位的人工花名册，先求解补齐（至多一分钟）",
        "judge any plan rule by rule, ours, edited or made by hand, with no solver; only a roll made by hand without posts is first completed by one, for at most a minute",
    ),
    (
        "audit.edited",
        "方案是有意改动的：校验码不符不算错误，未随之更新的数字只作提醒",
        "the plan was edited on purpose: a wrong digest is no error, and figures that were not edited with it are told",
    ),
    (
        "audit.proof",
        "另核验方案的证明（与方案在一起的 proof.json）：用整数复算，不用求解器；没有全部核验的，退出码为 4",
        "verify the proof of the plan too (the proof.json beside it), in whole numbers and with no solver; exit code 4 where it is not verified for every goal",
    ),
    (
        "audit.time_limit",
        "人工编制的花名册没有写任教岗位的，最多用多少秒补齐（不写为 60 秒）",
        "complete a roll made by hand that says no posts in at most this many seconds (60 by default)",
    ),
    (
        "audit|explain.plan",
        "方案文件 plan.json",
        "the plan, a plan.json",
    ),
    (
        "whatif",
        "多个情景并排比较：各项目标、规定、学校和去向变动的教师",
        "many scenarios side by side: goals, rules, schools, people whose letter changes",
    ),
    (
        "whatif.study",
        "比较文件 study.toml，或放有多个情景的目录",
        "a study.toml, or a folder of scenarios",
    ),
    (
        "whatif.out",
        "写出 comparison.json、comparison.xlsx 和 comparison.html 的目录",
        "folder for comparison.json, comparison.xlsx and comparison.html",
    ),
    (
        "frontier",
        "一个或两个参数逐步变化时的得失，每一点都求解证明",
        "the trade-off curve of one or two values, each point proved",
    ),
    (
        "frontier.vary",
        "参数及取值范围，如 rules.rotation_share.at_least=10%..20%/11 表示 11 个点；可写两次",
        "value and range, such as rules.rotation_share.at_least=10%..20%/11 for 11 points; may be given twice",
    ),
    (
        "frontier.alternatives",
        "同时列出各点同样好而人选最不同的方案",
        "with each point, the equally good plan that differs most",
    ),
    (
        "frontier.out",
        "写出 frontier.json、frontier.xlsx 和 frontier.html 的目录",
        "folder for frontier.json, frontier.xlsx and frontier.html",
    ),
    (
        "horizon",
        "三至六年滚动测算：退休、期满返回、升级招生、编制周期，哪年哪条规定不成立、怎样补救",
        "three to six years rolling: retirements, returns, intake, quota cycle; which must-rule fails when, and what mends it",
    ),
    (
        "horizon.years",
        "年数，3 到 6，默认 3",
        "years, 3 to 6; 3 by default",
    ),
    (
        "horizon.out",
        "写出 horizon.json 的目录",
        "folder for horizon.json",
    ),
    (
        "region",
        "各县区同时编制方案，汇总一表：编制总量、缺编县区、优质均衡、结对帮扶",
        "the counties of a city or province side by side: totals, quota, quality balance, one summary",
    ),
    (
        "region.region",
        "区域文件 region.toml，或其所在目录",
        "a region.toml, or the folder that holds it",
    ),
    (
        "region.out",
        "写出 region.json 和各县区 plan.json 的目录",
        "folder for region.json and the plan.json of each county",
    ),
    (
        "merge",
        "把 --part 写出的各份合并，与一次算完的结果逐字节相同；缺哪一份、哪一份不合，会写明",
        "put together what --part wrote, byte for byte as one run; which part is missing or does not belong is told",
    ),
    (
        "merge.parts",
        "各份文件，或放有各份的目录",
        "files of parts, or folders that hold them",
    ),
    (
        "merge.out",
        "写出合并结果的目录，内容与不分份时相同",
        "folder for what is put together, the same as of one run",
    ),
    (
        "whatif|frontier|region.part",
        "只算其中一份，如 3/40，写入 --out 目录的 part-3-of-40.json；各份可在不同机器上算，再用 lungang merge 合并",
        "solve one part only, such as 3/40, into part-3-of-40.json in the folder of --out; parts may run on several machines and are put together with lungang merge",
    ),
    (
        "explain",
        "为什么、为什么不、换成别人会怎样：按教师、学校或规定说明方案",
        "why, why not, what instead and at what cost: of a teacher, a school or a rule",
    ),
    ("explain.teacher", "教师工号", "staff id of a teacher"),
    ("explain.school", "学校代码", "id of a school"),
    (
        "explain.rule",
        "规定的编号或名称，如 R03",
        "number or id of a rule, such as R03",
    ),
    (
        "explain.prices",
        "每条硬性规定放宽或收紧一个单位的代价",
        "what one unit looser or tighter of every must-rule changes",
    ),
    (
        "explain.notices",
        "写出告知书的目录：每位交流教师一页；与 --teacher 合用则只写这一位，并附其他方案的测算",
        "folder for notices: a page for each mover; with --teacher for her alone, with what else was tried",
    ),
    (
        "replan",
        "有人退出、生病或人工调整后重新测算：变动的通知书最少",
        "after refusals, illness or edits by hand: as few letters as possible change",
    ),
    (
        "replan.from",
        "已发布或人工改过的方案：plan.json 或 plan.xlsx",
        "the published or edited plan: plan.json or plan.xlsx",
    ),
    (
        "replan.refuse",
        "不再派出的教师：工号或姓名，用逗号分隔（中文逗号、顿号也可）",
        "those who do not go, by id or name, split by commas",
    ),
    (
        "plan|replan.withdraw",
        "已撤回的决定：原方案自带而 decisions.toml 中没有的，写教师或特批的规定",
        "decisions taken back, which the earlier plan carries and decisions.toml has not, by teacher or by the rule of an approval",
    ),
    (
        "replan.reason",
        "理由，随决定保存；有新的决定要写出时必填",
        "why, kept with the decision; asked for when new decisions are written",
    ),
    (
        "replan.author",
        "决定人；有新的决定要写出时必填，程序不代填",
        "who decided; asked for when new decisions are written, nobody is made up",
    ),
    (
        "replan.date",
        "决定日期，如 2026-08-20；有新的决定要写出时必填",
        "when it was decided, such as 2026-08-20; asked for when new decisions are written",
    ),
    (
        "replan.free",
        "通知书不冻结：其他目标更好时可以变动",
        "letters are not frozen: they may change where another goal gains",
    ),
    (
        "replan.reserves",
        "列出每个人的接替人选",
        "who would go in the place of each mover",
    ),
    (
        "replan.out",
        "写出新的 plan.json 的目录",
        "folder for the new plan.json",
    ),
    (
        "rules",
        "列出每条规定：要求、公式、取值、条款与出处",
        "every rule: what it asks, formula, values in force, clause and source",
    ),
    (
        "rules.scenario",
        "情景目录；不写则只列规定本身",
        "scenario folder; without it the rules alone are shown",
    ),
    (
        "rules.coverage",
        "逐条列出政策文件的条款，以及由哪条规定落实",
        "every clause of the policy documents and what serves it",
    ),
    (
        "generate",
        "生成虚构的县域数据，注明虚构",
        "a made-up county, labelled as made up",
    ),
    (
        "generate.place",
        "仿照哪类地方：national 普通农业县（默认）、anshan、zhangye、alar、township、dehua",
        "kind of place: national (an ordinary rural county, the default), anshan, zhangye, alar, township, dehua",
    ),
    (
        "generate.classes",
        "与 --on 配套的班级表",
        "table of classes that goes with --on",
    ),
    (
        "generate.base",
        "课程计划和课时标准取自哪个目录（从新目录看的相对路径）",
        "folder whose curriculum and loads are used, as seen from the new one",
    ),
    ("generate.teachers", "教师人数", "number of teachers"),
    ("generate.schools", "学校数", "number of schools"),
    (
        "generate.on",
        "以现有学校表为底，只虚构教师",
        "draw the teachers on this table of real schools",
    ),
    (
        "generate.seed",
        "随机种子；种子相同，结果相同",
        "seed; the same seed gives the same county",
    ),
    ("generate.out", "写入的目录", "folder to write"),
    (
        "export",
        "把整个情景写成一个工作簿，或写出所求解的数学规划供其他求解器核对",
        "the whole scenario as one workbook, or the very program that is solved, for any other solver",
    ),
    (
        "export.xlsx",
        "写出的工作簿，可再读入，方案不变",
        "the workbook to write; read again it gives the same plan",
    ),
    ("export.mps", "写出的 MPS 文件", "the MPS file to write"),
    (
        "roster",
        "比较两年的教师名册：新增、减少、学校和职称变动、到龄退休",
        "this year's roster against last year's: who came, who left, what changed, who retires",
    ),
    ("roster.what", "diff 比较", "diff"),
    ("roster.old", "上一年的情景", "last year's scenario"),
    ("roster.new", "今年的情景", "this year's scenario"),
    (
        "template",
        "写出填报模板：一个工作簿，含全部表格、示例、下拉列表和填表说明",
        "a workbook to fill in: all tables with examples, lists and how to fill them in",
    ),
    (
        "template.folder",
        "写入的目录，没有则新建",
        "folder to write, made when it is not there",
    ),
    (
        "schema",
        "显示文件格式（JSON Schema）",
        "JSON Schema of a document",
    ),
    ("schema.what", "哪种文件：plan 方案", "which document: plan"),
    (
        "selftest",
        "用已知答案自检，报告求解器版本与已知缺陷",
        "known answers, solver version, known solver faults",
    ),
    (
        ".time_limit",
        "最多求解多少秒",
        "stop solving after this many seconds",
    ),
    (
        ".gap",
        "与最优值的差距小到多少即可接受，如 1%；默认 0，即必须最优",
        "accept a plan within this share of the best, such as 1%; 0 by default",
    ),
    (
        ".set",
        "临时更改，如 rules.rotation_share.at_least=12%、schools.S07.closing=是、recruits.R1.number=+10；可多次使用",
        "a change for this run, such as rules.rotation_share.at_least=12%, schools.S07.closing=yes or recruits.R1.number=+10; may be repeated",
    ),
    (
        ".scenario",
        "情景：目录，或含“情景设定”表的工作簿",
        "scenario: a folder, or a workbook with the sheet \"scenario\"",
    ),
];
