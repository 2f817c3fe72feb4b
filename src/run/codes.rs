//! Kinds of finding about a plan file, and about special approvals, A1..

use crate::finding::Code;

crate::finding::codes! { pub(super),
    NOT_A_PLAN "A11" error
        ["这不是方案文件：{why}。", "This is not a plan: {why}."]
        ["请选择由本工具写出的 plan.json 或 plan.xlsx。", "Choose a plan.json or plan.xlsx written by this tool."];
    OTHER_DOCUMENT "A74" error
        ["这是本工具随方案写出的“{book}”，不是方案，其中没有完整的去向。", "This is the workbook \"{book}\" that goes with a plan; it is no plan and does not say where everybody goes."]
        ["请改用同一文件夹中的 plan.xlsx 或 plan.json。", "Give plan.xlsx or plan.json of the same folder."];
    NEWER_PLAN "A12" error
        ["方案文件的版本是{found}，本工具只认{known}。", "The plan is {found}; this tool knows {known}."]
        ["请用新版本的工具打开。", "Open it with a newer version of the tool."];
    DIGEST "A13" error
        ["方案文件写出后被改动过（校验码不符）。", "The plan was changed after it was written (its digest does not match)."]
        ["有意改动的，加 --edited 审核，以本次审核结论为准；否则请取回原文件。", "If it was edited on purpose, audit with --edited, and this audit is what counts; otherwise get the file as it was written."];
    OTHER_INPUT "A14" warning
        ["方案依据的{name}与现在的文件不同。", "The plan was made from another {name} than the present one."]
        ["用原来的数据审核，或重新测算。", "Audit with the tables it was made from, or plan again."];
    DIGEST_ALONE "A77" warning
        ["方案所记{name}的校验码与现在的不符，但逐行内容都相同：数据没有变，方案所列照常逐项核对。", "The digest that the plan gives of {name} is not that of today, though every row is what it was: nothing has changed, and all that the plan says is held against it."]
        ["校验码被改动过，或由别的版本写出；以本次审核结论为准。", "The digest was changed, or another version wrote it; this audit is what counts."];
    UNKNOWN_WAIVED_RULE "A15" error
        ["特批中的规定“{rule}”不存在{nearest}。", "The waiver names the rule \"{rule}\", which does not exist{nearest}."]
        ["填规定的名称、编号（如 R17）、英文名或所依条款，见 lungang rules。", "Give its title, number (such as R17), id or clause; see lungang rules."];
    WAIVED_TWICE "A44" error
        ["特批中的“{word}”可以指：{known}。", "The waiver says \"{word}\", which may be any of: {known}."]
        ["请填写其中一个。", "Name one of them."];
    UNKNOWN_WAIVED_PLACE "A45" error
        ["特批的涉及对象“{part}”不是学校、教师、学段或学科{nearest}。", "The waiver is for \"{part}\", which is no school, teacher, stage or subject{nearest}."]
        ["填“全县”、学校或教师的名称或编号；分学科的写“学校,学段,学科”。", "Write county, the name or id of a school or teacher, or school,stage,subject."];
    WAIVER_IDLE "A46" warning
        ["特批的规定“{title}”现为“{force}”，不是必须满足，特批不起作用。", "The waiver is of \"{title}\", which is {force} and no must-rule: it has no effect."]
        ["不需要的请删去；需要的请核对政策中的效力。", "Delete it, or check the force of the rule in the policy."];
    WAIVER_NOWHERE "A95" warning
        ["特批“{title}”的涉及对象是{place}，该规定没有这样的核对对象{known}，特批不起作用。", "The approval of \"{title}\" is for {place}; the rule checks nothing of that kind{known}, so it has no effect."]
        ["改填该规定核对的对象；不需要的请删去。", "Name what the rule checks, or delete it."];
    WAIVER_BEYOND "A96" warning
        ["特批“{title}”在{place}放宽{amount}{unit}，而{asks}：放宽得超出常理。", "The approval of \"{title}\" lifts it by {amount} {unit} at {place}, beyond all reason: {asks}."]
        ["核对数量是否多填了一位；只填实际批准的数量。", "Check for a digit too many; enter what was approved and no more."];
    WAIVER_DOUBLE "A97" warning
        ["特批“{title}”对{place}有{number}件，放宽的数量相加为{sum}{unit}：{list}。", "There are {number} approvals of \"{title}\" for {place}; their amounts add up to {sum} {unit}: {list}."]
        ["同一件特批写了两次的，删去一件；确为两次批准的不用处理。", "Delete one that stands there twice; two approvals that were really given need nothing."];
    OTHER_COUNTY "A47" error
        ["与基础情景不是同一批教师：工号相同的{common}人中，{others}人姓名、出生年月都不同。", "These are not the people of the base: of {common} who share a staff id, {others} differ in name and month of birth."]
        ["各情景应以同一个县的数据为基础（base）；比较几个县用 lungang region。", "Scenarios of a study change the tables of one county (base); compare counties with `lungang region`."];
    NO_ROLL "A16" error
        ["工作簿中没有“{sheet}”表，不能作为方案审核。", "The workbook has no sheet \"{sheet}\"; it cannot be audited as a plan."]
        ["请改用同一次写出的 plan.xlsx 或 plan.json；人工编制的，按其“教师交流轮岗花名册”的表头填写一张。", "Give the plan.xlsx or plan.json that was written with it; of a plan made by hand, add a sheet with the heads of its rotation roll."];
    NOT_ABOUT_ITSELF "A48" warning
        ["文件没有可核对的底稿（人工编制、旧版写出或底稿被改动），分不出哪些是人工改动；花名册所列去向一律视为已公布的去向，其余内容重新测算，不予保留。", "The file has no sound record of what it was made with (made by hand, by an older program, or tampered with), so what was edited cannot be told: the letters of its roll are taken as published, and the rest is solved anew."]
        ["用本工具写出的 plan.xlsx 或 plan.json 改动，不删其中隐藏的“底稿”。", "Edit a plan.xlsx or plan.json of this program, and keep its hidden sheet."];
    ONLY_HERE "A49" warning
        ["方案自带{number}项人事决定（退出、指定去向或特批），情景的 decisions.toml 中没有；本次审核照方案所述：{list}。", "Decisions (refusals, pins or approvals) that the plan carries and the scenario's decisions.toml has not: {number}; this audit takes its word: {list}."]
        ["核对是否确有其事：属实的写入 decisions.toml，不实的重新测算。", "Find out whether they were taken: if so, enter them in decisions.toml; if not, plan again."];
    COMPLETED "A67" note
        ["花名册没有写任教岗位，已按各项目标的先后补齐：任课{seated}人，招聘{recruits}人，余{left}个空岗；兼课、送教、结对、职称聘任等没有写的一并补齐。", "The roll does not say who teaches what; that was decided by the goals in their order: people on posts: {seated}; recruits: {recruits}; posts left empty: {left}; lessons, visits, mentors and titles as well where nothing was said."]
        ["需要另行安排的，补上相应的表，如“任课安排表”“招聘计划”。", "To have it otherwise, add the sheet, such as that of teaching posts or the recruiting plan."];
    AT_SIGHT "A78" warning
        ["花名册没有写任教岗位，限定时间内没有求得合适的安排，按最合适的人先任课，没有安排招聘，空岗可能偏多。", "The roll does not say who teaches what, and no arrangement was found in the time there was: whoever fits best takes each post, nobody is recruited, and more posts may be empty than need be."]
        ["补上“任课安排表”和“招聘计划”再审核。", "Add the sheets of teaching posts and recruits, and audit again."];
    NO_SEATING "A107" warning
        ["花名册没有写任教岗位，所列去向与现有数据、政策合不到一处，求不出各校的任课安排{twice}：按最合适的人先任课，没有安排招聘，空岗可能偏多。", "The roll does not say who teaches what, and its moves go together with tables and policy in no arrangement{twice}: whoever fits best takes each post, nobody is recruited, and more posts may be empty than need be."]
        ["先按所列错误改正去向，再审核。", "Mend the moves by the errors that are listed, and audit again."];
    NO_SHEET "A68" warning
        ["工作簿中没有下列内容的表，其中原有的各项不算撤回，由新方案重新安排：{kinds}。", "The workbook has no sheet of the following; what stood there is not taken for withdrawn, and is decided anew: {kinds}."]
        ["确要撤回的，保留这张表，只删相应的行；不是有意删表的，从原文件补回。", "To withdraw something keep the sheet and delete its row; if the sheet was not deleted on purpose, put it back."];
    CARRIED "A61" warning
        ["方案自带的人事决定{number}项，没有找到情景的 decisions.toml，照方案所带的执行：{list}。", "Decisions that the plan carries, {number}, hold as it has them, since the scenario's decisions.toml was not found: {list}."]
        ["仍然有效的不用处理，写出新方案时一并记入；已经撤回的，加 --withdraw 和姓名。", "What still holds needs nothing: it is entered again with the new plan; what was taken back is named with --withdraw."];
    TAKEN_OUT "A62" error
        ["方案是照{number}项人事决定编制的，decisions.toml 中已没有：{list}。是撤回了，还是遗失了？", "The plan was made under decisions, {number}, which decisions.toml has no more: {list}. Were they taken back, or lost?"]
        ["确已撤回的，加 --withdraw 和姓名（特批写规定的名称）；仍然有效的，补回 decisions.toml。", "Name those taken back with --withdraw (of an approval its rule); enter again in decisions.toml what still holds."];
    NOT_SEEN "A76" warning
        ["这里原有的方案读不出，其中如有人事决定（退出、指定去向、特批），新方案没有照办。", "The plan that lay here cannot be read; if it carries decisions (refusals, pins, approvals), the new plan does not obey them."]
        ["decisions.toml 齐全的不用处理；不齐的，补记后重新编制。", "If decisions.toml has them all nothing need be done; if not, enter them and plan again."];
    AGAINST "A63" error
        ["方案自带的决定与 decisions.toml 的相反，后者的日期不在后：方案为{plan}；decisions.toml 为{file}。以哪一项为准？", "The plan carries a decision against that of decisions.toml, whose date is not later: the plan has {plan}; decisions.toml has {file}. Which holds?"]
        ["方案所带的已经撤回的，加 --withdraw 和姓名；以方案为准的，改正 decisions.toml。", "If that of the plan was taken back, name the person with --withdraw; if it holds, correct decisions.toml."];
    TOO_EARLY "A64" error
        ["{teacher}的新决定日期为{date}，decisions.toml 中已有日期在后的相反决定，新决定不会生效。", "The new decision about {teacher} is of {date}; decisions.toml has a later one that says otherwise, so it would not hold."]
        ["用 --date 写作出新决定的日期；原有的决定已不算数的，从 decisions.toml 删去。", "Give the day of the new decision with --date, or delete the old one in decisions.toml if it holds no more."];
    NEWER_BESIDE "A108" note
        ["重排所依据的{from}（校验码{digest}，文件日期{day}）之后，已有较新的方案{newer}（校验码{other}，文件日期{later}）；本次仍按前者重排。", "The plan from which this round begins, {from} ({digest}, file of {day}), has a newer one beside it: {newer} ({other}, file of {later}). This round begins from the former all the same."]
        ["要在较新的方案上接着改的，--from 改用那一份；有意从原方案重来的，不用处理。", "Name the newer one with --from to go on from there; nothing to do where the earlier one is meant."];
    OLD_PLAN "A18" note
        ["方案是旧版（{found}），可以照常审核、重排和说明。旧版没有：指标登记、调整是否计入交流、目标的各组成部分、规定要求的方式。", "The plan is of an older layout ({found}); it can be audited, planned anew from and explained. The old layout lacks the register of figures, whether a move counts as rotation, the parts of goals, and how each rule asks."]
        ["需要这些内容的，请重新测算。", "Plan again for what is new."];
    SEAT_UNKNOWN "I215" warning
        ["“{rule}”（{value}）按是否在县城区分学校，{number}所镇区学校未填“在县城”（如{school}）。", "The rule {rule} ({value}) tells schools by the county seat; {number} town schools do not say whether they lie there (such as {school})."]
        ["请在学校表中补填“在县城”；未填的按不在范围内处理。", "Fill in whether they lie in the county seat; schools that do not say are taken to be outside the rule."];
    ONE_DISTRICT "I216" note
        ["全县学校都在{district}，片区规定不起作用。", "All schools lie in {district}: what the policy says of districts has no effect."]
        ["分片区的，请在学校表中填写各校片区。", "If there are several, name the district of each school."];
    WAY_UNKNOWN "I217" warning
        ["{number}所学校没有经纬度，也没有路程（如{school}），下列规定涉及这些学校时无法判断：{rules}。", "{number} schools have neither coordinates nor travel times (such as {school}); where they are concerned these rules cannot be judged: {rules}."]
        ["请补填经纬度，或在路程表中填写到邻近学校的分钟数。", "Fill in longitude and latitude, or the minutes to schools nearby in the table of travel times."];
}

/// Every kind of finding about a plan file, and about changes of rules.
pub const RUN_CODES: &[&Code] = CODES;
