//! Every kind of finding about what a plan says of itself, A3...

use crate::finding::Code;

crate::finding::codes! { pub(super),
    OTHERWISE "A30" error
        ["{path}（{what}）说{says}，实为{is}{more}。", "{path} ({what}) says {says}, but it is {is}{more}."]
        ["以方案的决定为准重新推算：运行 lungang replan；若是有意改动的文件，加 --edited 审核。", "Reckon it again from what is decided: run lungang replan; if the file was edited on purpose, audit with --edited."];
    MORE_LIES "A31" error
        ["另有{kinds}个部分、{number}处与方案的决定推算不符，不逐条列出。", "{number} more differences in {kinds} parts are not listed."]
        ["先改正以上各条，再审核一次。", "Mend those above first, then audit again."];
    STALE "A32" warning
        ["方案所列有{number}处（{kinds}个部分）与按现在的决定和表格推算的不同：{list}；以本次审核结论为准。", "{number} places of the plan, in {kinds} parts, are not what its decisions and the tables of today give: {list}; this audit is what counts."]
        ["运行 lungang replan，各项数字随之更新。", "Run lungang replan, and the figures follow."];
    OTHER_NAME "A40" error
        ["工号{id}是{name}，这里写的姓名是“{found}”。", "Staff id {id} is {name}; the name here is \"{found}\"."]
        ["核对工号和姓名，改正其中之一。", "Check id and name, and mend one of them."];
    OTHER_COUNTY "A72" error
        ["方案不是为这批教师编的：方案所列{number}人中，{others}人的工号不在教师表中，或姓名与教师表不符。", "The plan is not of these people: of {number} whom it names {others} are not on the roster, or have another name there."]
        ["核对县和文件是否拿错；隐去姓名的副本不能据以审核、重排或说明。", "Find out whether county and file belong together; a copy with pseudonyms cannot be audited, planned from or explained."];
    OTHER_SCHOOL_NAME "A75" error
        ["学校代码{id}是{name}，方案写的校名是“{found}”。", "School {id} is {name}; the plan calls it \"{found}\"."]
        ["核对学校代码和校名，改正其中之一。", "Check code and name, and mend one of them."];
    UNSAID "A70" note
        ["方案没有写下列内容，未作核对：{what}。", "The plan does not say these, so they are not compared: {what}."]
        ["需要这些内容的，运行 lungang replan，由本工具写出完整的方案。", "Run lungang replan, which writes the whole plan."];
    CLAIMED "A33" note
        ["下列内容只有求解器能得出，审核不采信、未核验：{what}。", "Only a solver can know these; they are claimed, not verified: {what}."]
        ["需要核验的，用 lungang plan 重新求解对照。", "To verify them, solve again with lungang plan and compare."];
    ABOVE_VALUE "A34" error
        ["{path} 说目标“{goal}”不会低于{bound}，方案却已做到{value}。", "{path} says that the goal \"{goal}\" cannot be below {bound}, but the plan reaches {value}."]
        ["这样的下界不成立；重新编制方案。", "No such bound can hold; plan again."];
    NOT_PROVED "A35" error
        ["{path} 说已证明最优，但目标“{goal}”的下界是{bound}，方案为{value}。", "{path} says proved best, but the goal \"{goal}\" has the bound {bound} and the plan {value}."]
        ["以未证明最优的方案对待，或重新编制方案。", "Take it as a plan that is not proved, or plan again."];
    NOT_A_SUM "A36" error
        ["方案所列人员去向各项合计{sum}人，教师表共{roster}人：每人应只列一项。", "The states of the plan's people come to {sum}, the roster has {roster}: everybody has one state."]
        ["运行 lungang replan，按人员去向重新汇总。", "Run lungang replan, which counts everybody again."];
    CHANGED "A57" warning
        ["编制方案以后，“{table}”表中{who}有变动：{what}。", "Since the plan was made {who} has changed in the table of {table}: {what}."]
        ["变动属实的，运行 lungang replan：只有受此影响的去向会变；不属实的，改回表格。", "If it is so, run lungang replan: only what follows from it changes; if not, put the table right."];
    ROW_NEW "A58" warning
        ["编制方案以后，“{table}”表新增了{who}。", "Since the plan was made {who} came into the table of {table}."]
        ["属实的，运行 lungang replan 一并安排；不属实的，从表格中删去。", "If it is so, run lungang replan; if not, take the row out."];
    ROW_GONE "A59" warning
        ["编制方案以后，“{table}”表删去了{who}。", "Since the plan was made {who} was taken out of the table of {table}."]
        ["属实的，运行 lungang replan；误删的，补回表格。", "If it is so, run lungang replan; if not, put the row back."];
    VANISHED "A93" warning
        ["编制方案时有、现在没有的{what}{number}项：{list}。", "There when the plan was made and not now, {what} ({number}): {list}."]
        ["确已取消的不用处理；误删、漏交的，补回后重新编制。", "What was taken out on purpose needs nothing; put back what was lost, then plan again."];
    VALUE_CHANGED "A98" warning
        ["编制方案以后，政策 {file} 的取值有变动：{list}。", "Since the plan was made values of the policy {file} have changed: {list}."]
        ["变动属实的，运行 lungang replan；不属实的，改回政策文件。", "If it is so, run lungang replan; if not, put the policy right."];
    MORE_CHANGED "A60" warning
        ["编制方案以后，表格还有{number}处变动没有逐条列出：{tables}。", "Since the plan was made there are {number} more changes of the tables, not listed: {tables}."]
        ["教师表可用 lungang roster 对照前后两份；其余核对相应表格。", "Compare two rosters with lungang roster; look the other tables through."];
}

/// Every kind of finding about what a plan says of itself.
pub const RECORD_CODES: &[&Code] = CODES;
