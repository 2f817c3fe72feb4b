//! Every kind of finding that a policy document can give, P2...

use crate::finding::Code;

crate::finding::codes! { pub(super),
    NOT_TOML "P201" error
        ["政策文件格式有误：{error}。", "The policy is not valid TOML: {error}."]
        ["请对照其他场景的 policy.toml 改正这一行。", "Mend this line; the policy.toml of any scenario shows the form."];
    UNKNOWN_RULE "P202" error
        ["没有名为“{rule}”的规则{nearest}。", "There is no rule named \"{rule}\"{nearest}."]
        ["规则名称见 lungang rules 的输出。", "`lungang rules` lists the names of the rules."];
    UNKNOWN_VALUE "P203" error
        ["规则“{rule}”没有名为“{key}”的参数{nearest}。", "The rule {rule} has no value named \"{key}\"{nearest}."]
        ["可用的参数：{known}。", "Its values are: {known}."];
    WRONG_KIND "P205" error
        ["参数 {key}（{meaning}）的值“{found}”填写有误，应为{expected}。", "The value \"{found}\" of {key} ({meaning}) is not what it should be: {expected}."]
        ["请按要求改填。", "Write it in that form."];
    NOT_YET "P206" error
        ["参数 {key} 在核算日期 {date} 尚无生效的值，最早自 {since} 起施行。", "No value of {key} is in force on the reckoning date {date}; the first is in force since {since}."]
        ["请核对核算日期，或补填当时施行的规定。", "Check the reckoning date, or add the value that was in force then."];
    AHEAD "P236" warning
        ["规则“{rule}”（{title}）的参数 {key}（{meaning}）：取值{value}自 {since} 起施行，核算日期 {date} 尚未施行，按“{now}”执行。", "The rule {rule} ({title}), {key} ({meaning}): {value} holds since {since} only and is not in force on the reckoning date {date}; \"{now}\" holds."]
        ["本次就要执行的，把 since 改为核算日期当日或以前；确应以后施行的无需处理。", "To have it hold now, put since on the reckoning date or before; nothing to do where it is to hold later."];
    NO_SOURCE "P207" error
        ["{path} 未写明 {field}（{meaning}）。", "{path} does not give its {field} ({meaning})."]
        ["每条规则和每个参数都要写明依据、施行日期和核实情况。", "Every rule and every value names where it comes from, since when it holds and how well that is known."];
    UNKNOWN_FORCE "P208" error
        ["规则“{rule}”的效力“{found}”无法识别。", "The force \"{found}\" of the rule {rule} is not known."]
        ["请填写 must（必须满足）、goal（尽量满足）或 off（不启用）。", "Write must, goal or off."];
    UNKNOWN_VERIFIED "P209" error
        ["核实情况“{found}”无法识别。", "The word \"{found}\" for how well the source is known is not known."]
        ["可填：{expected}。", "Write one of: {expected}."];
    UNKNOWN_GOAL "P210" error
        ["没有名为“{found}”的目标{nearest}。", "There is no goal named \"{found}\"{nearest}."]
        ["可填：{expected}。欠额恒为首位，唯一性次序恒为末位，都不必填写。", "Write these: {expected}. The shortfall is always first and the canonical order always last; neither is written."];
    GOAL_TWICE "P211" error
        ["目标“{found}”在次序中出现了两次。", "The goal {found} stands twice in the order."]
        ["请删去其中一个。", "Delete one of the two."];
    UNKNOWN_CLAUSE "P212" error
        ["条款编号“{found}”不存在。", "There is no clause with the id \"{found}\"."]
        ["请填写 lungang rules --coverage 列出的编号、N2.1 一类的全国规定编号，或 L（本地规定）。", "Write an id listed by `lungang rules --coverage`, a national section such as N2.1, or L for a local rule."];
    OVER_WHOLE "P213" error
        ["参数 {key} 的比例 {found} 超过 100%。", "The share {found} of {key} is more than 100 %."]
        ["请改为不超过 100% 的比例。", "Write a share of at most 100 %."];
    UNVERIFIED_VALUE "P214" note
        ["有{number}条规定共{values}个取值尚未核实依据：{rules}。", "Of {number} rules {values} values in all rest on no verified source: {rules}."]
        ["正式使用前，用 lungang rules 逐条查看标有“未核实”的取值，按本地文件核对，并改写 source 和 verified。", "Before official use look them up with lungang rules, where they are marked UNVERIFIED, check them against the local documents, then mend source and verified."];
    UNKNOWN_FIELD "P216" error
        ["{path} 中没有名为“{found}”的项{nearest}。", "There is nothing named \"{found}\" in {path}{nearest}."]
        ["可用的项：{expected}。", "What may stand there: {expected}."];
    WRONG_SHAPE "P217" error
        ["{path} 的写法有误，应为{expected}。", "{path} is not written as it should be: {expected}."]
        ["请对照全国政策文件（national/policy.toml）中的写法改正。", "Mend it after the manner of national/policy.toml."];
    NOT_A_DATE "P218" error
        ["“{found}”不是日期。", "\"{found}\" is not a date."]
        ["请写成 2014-09-01 的形式。", "Write it as 2014-09-01."];
    NO_TARGET "P235" error
        ["规则“{rule}”的参数 {key} 不能写目标期限（by）：它不是可以逐年接近的指标。", "The value {key} of the rule {rule} cannot have a date (by) from which it binds: it is no figure that is approached over years."]
        ["删去 by；尚未施行的规定，请改写施行日期 since。", "Delete it; of what is not in force yet write the day since which it holds."];
    GOAL_MISSING "P219" error
        ["目标次序中缺少：{missing}。", "The order of goals lacks: {missing}."]
        ["请在 [goals] 的 order 中写全各目标。", "Name every goal in the order of [goals]."];
    RETIRED_VALUE "P225" note
        ["规则“{rule}”的参数 {key} 已不再使用：{instead}。", "The value {key} of the rule {rule} is no longer used: {instead}."]
        ["请删去这一项，需要时改填新的参数。", "Delete it, and state the new value where it is wanted."];
    GOAL_PLACED "P226" note
        ["目标次序未写“{goal}”（新增目标），置于“{after}”之后。", "The order of goals does not name {goal}, which is new; it is put after {after}."]
        ["如需另定位置，请在 [goals] 的 order 中写明。", "Name it in the order of [goals] to give it another place."];
    GOAL_FIRST "P231" note
        ["目标次序未写“{goal}”（新增目标），置于最前。", "The order of goals does not name {goal}, which is new; it is put first."]
        ["如需另定位置，请在 [goals] 的 order 中写明。", "Name it in the order of [goals] to give it another place."];
    MOVES_AFTER_GAPS "P227" warning
        ["本政策把“调整人数”放在“校际差距”之后，可能只为指标多调人；全国通用政策已改在前。", "This policy puts people moved after gaps between schools: people may be moved for figures alone; the national text now has it before."]
        ["如无特别理由，请把 moves 移到 gaps 之前；不改则照此次序编制。", "Unless there is a reason put moves before gaps; otherwise plans follow this order."];
    SAME_DATE "P220" error
        ["参数 {key} 有两个值同自 {since} 起施行。", "Two values of {key} are in force since the same day, {since}."]
        ["请保留一个，或改正施行日期。", "Keep one of them, or mend a date."];
    NO_TITLE "P221" error
        ["政策文件没有中英文名称。", "No policy document gives a title in both languages."]
        ["请写明 title 的 zh（中文名称）和 en（英文名称）。", "Give title its zh (Chinese) and en (English) text."];
    ONLY_JUDGED "P223" error
        ["规则“{rule}”（{title}）只能在方案作出后评价，不能作为必须满足的规定。", "The rule {rule} ({title}) can only be judged after the plan; it cannot be a must-rule."]
        ["请写 goal（尽量满足）或 off（不启用）；要让方案朝这个方向安排，用 per_pupil_staff。", "Write goal or off; per_pupil_staff is what plans can be made to meet."];
    BARE_VALUE "P222" note
        ["参数 {key} 的值“{found}”未写依据，按本地填写处理。", "The value \"{found}\" of {key} names no source; it is taken as entered locally."]
        ["用于试算时无妨；正式方案请写明 since、clauses、source 和 verified。", "That is fine for a trial; an official policy gives since, clauses, source and verified."];
    VALUE_OF_NATIONAL "P224" note
        ["规则“{rule}”没有写参数 {key}（{meaning}），按随附的全国通用政策取“{value}”（{source}）。", "The rule {rule} does not give {key} ({meaning}); \"{value}\" is taken from the national policy that comes with the program ({source})."]
        ["同意的无需处理；否则在 [rules.{rule}.values] 中写明本地的值。", "Nothing to do if that is right; otherwise write the local value under [rules.{rule}.values]."];
    NEW_RULE "P228" note
        ["政策文件中没有规则“{rule}”（{title}），按不启用处理。", "No policy document has the rule {rule} ({title}); it is off."]
        ["需要启用的，补上 [rules.{rule}]，写明 force 和依据。", "To use it, add [rules.{rule}] with its force and source."];
    MOST_BELOW_LEAST "P229" error
        ["规则“{rule}”的 {most_key}（{most}）小于 {least_key}（{least}），两项不能同时成立。", "The rule {rule} has {most_key} ({most}) below {least_key} ({least}): the two cannot both hold."]
        ["请调高前者或调低后者。", "Raise the first or lower the second."];
    VALUE_BELOW_NATIONAL "P237" warning
        ["“{title}”的 {key}（{meaning}）取{value}，比国家规定的{national}宽（{source}）。", "{title}: {key} ({meaning}) is {value}, which asks less than the national {national} ({source})."]
        ["有依据的，写明出处即可；没有依据的，不应宽于国家规定。", "Name its source where there is one; otherwise it should not ask less than the nation does."];
    FORCE_BELOW_NATIONAL "P238" warning
        ["“{title}”在本政策中为“{force}”，国家文件要求必须做到（{source}）。", "{title} is {force} in this policy; the national documents require it ({source})."]
        ["有依据的不用处理；没有依据的，改为必须满足。", "Nothing to do where there is a ground for it; otherwise make it a must-rule."];
    NOUGHT "P230" warning
        ["规则“{rule}”的 {key} 为 0：{then}。", "The value {key} of the rule {rule} is 0: {then}."]
        ["请填写大于 0 的数。", "State a number above nought."];
}

/// Every kind of finding that a policy document can give.
pub static POLICY_CODES: &[&Code] = CODES;
