//! Every kind of finding about a plan document itself, A0...

use crate::finding::Code;

crate::finding::codes! { pub(super),
    UNKNOWN_TEACHER "A01" error
        ["方案中的工号{id}不在教师表中{same}。", "The plan names teacher {id}, who is not on the roster{same}."]
        ["核对工号；工号改了的，先把方案中的工号改成现在的；不在本县任教的，用 lungang replan 重新安排。", "Check the id; where it was changed, write the new one in the plan; where she teaches here no more, lungang replan sees to the post."];
    HAS_LEFT "A56" error
        ["方案中的{id}在教师表中已是“{status}”，不再任教，方案对其所作安排不再有效。", "The plan names {id}, who teaches in the county no more ({status}); what it decides there counts no more."]
        ["用 lungang replan 重新安排空出的岗位。", "lungang replan sees to the post."];
    UNKNOWN_SCHOOL "A02" error
        ["方案中的学校代码{id}不在学校表中。", "The plan names school {id}, which is not in the schools table."]
        ["核对学校代码。", "Check the school code."];
    MOVED_TWICE "A03" error
        ["教师{id}在方案中出现两次调整。", "The plan moves teacher {id} twice."]
        ["只保留一条。", "Keep one of them."];
    WRONG_START "A04" error
        ["{name}（{id}）现在{now}，不在{from}，方案却将其从{from}派出。", "The plan moves {name} ({id}) from {from}; that person is at {now}."]
        ["核对派出学校与教师现任教学校。", "Check the sending school against the roster."];
    NOT_AT_WORK "A106" error
        ["{name}（{id}）现为“{status}”，新学年不任教，方案却将其从{from}派出。", "{name} ({id}) does not teach next year ({status}), and the plan moves that person from {from}."]
        ["从方案中去掉这一调动；已经返岗的，先更新教师表的在岗状态。", "Take the move out; where that person is back at work, mend the table of teachers first."];
    UNKNOWN_POST "A05" error
        ["{school}没有方案所列的学科岗位：{parts}。", "{school} has no such teaching post: {parts}."]
        ["按方案中该校的岗位清单填写，或重新测算岗位。", "Use the posts listed for that school, or reckon the posts again."];
    UNKNOWN_POOL "A06" error
        ["拟招聘人员表中没有{id}。", "The recruits table has no line {id}."]
        ["核对招聘计划行的编号。", "Check the name of the recruiting line."];
    OLD_POSTS "A07" note
        ["方案中有些学科岗位按现在的表格和政策已不存在：{placed}人对应到同校同学段的岗位，{lost}人没有可对应的岗位。", "Some posts of the plan are no more by the tables and the policy of today: {placed} people were matched to a post of the same school and stage, {lost} found none."]
        ["没有对应上的，重新测算时另行安排。", "Those who found none are seen to when you plan anew."];
    NOT_IN_FORCE "A22" error
        ["方案列有{number}项只有规定“{rule}”才有的安排，本县政策没有启用该项规定。", "The plan decides {number} things that belong to the rule {rule}, which the policy has off."]
        ["删去这些内容，或在政策中启用该项规定。", "Take them out, or turn the rule on in the policy."];
    SEATED "A29" note
        ["没有任课安排，已按主教学科、再按最合适的岗位为{number}人安排任课，余{left}个空岗。", "Nobody's post is stated: {number} people were put on posts, of their own subject first, then where they fit best; {left} posts stay empty."]
        ["需要另行安排的，补上“任课安排表”。", "To seat them otherwise, add the sheet of teaching posts."];
    NOT_THIS_YEAR "A23" error
        ["方案中{name}自{start}起调动，所编学年自{year}开始。", "The plan moves {name} from {start} on; the school year that is planned begins in {year}."]
        ["起始月份改为学年的第一个月。", "Begin with the first month of the school year."];
    TOO_LONG "A24" error
        ["方案中{name}的交流为{months}个月，政策安排为{most}个月。", "The plan sends {name} away for {months} months; the policy has {most}."]
        ["更正结束月份；确需延长的，在政策中改交流时长。", "Mend the last month; where postings are to be longer, the policy says so."];
    BEYOND "A25" error
        ["方案中{name}的交流到{end}结束，本人{retires}退休或离开。", "The posting of {name} ends in {end}; that person retires or leaves in {retires}."]
        ["结束月份不得晚于退休。", "Let it end before."];
    OVERFULL "A26" error
        ["方案中{name}在交流学校的工作量为{share}%，超过全时。", "The plan has {name} work {share} % of full time at the new school."]
        ["工作量不超过100%。", "No more than 100 %."];
    HALF_ON_WHOLE "A69" error
        ["方案中{name}在交流学校的工作量为{share}%，所任岗位却有{periods}课时（全时{load}课时）。", "The plan has {name} work {share} % of full time at the new school, on a post of {periods} periods ({load} are full time)."]
        ["改为100%，或在“任课安排表”中另安排与之相当的岗位。", "Make it 100 %, or give that person a post that fits in the sheet of teaching posts."];
    NO_SUCH_FORM "A27" error
        ["方案中{name}的交流形式“{form}”不在政策所列之内，两校之间应为“{fitting}”。", "The policy has no move of the form \"{form}\", as the plan has for {name}; between these schools it is \"{fitting}\"."]
        ["更正交流形式，或在政策的计入交流的形式中加上。", "Mend the form, or let the policy list it."];
    NO_SUCH_QUOTA "A28" error
        ["方案中{name}的编制是否随人走与政策（{rule}）不一致。", "Whether the quota place of {name} goes along is not as the policy has it ({rule})."]
        ["与政策一致，或先改政策。", "Let it be as the policy says, or change the policy first."];
    FOR_GOOD "A37" error
        ["{name}原校撤并，到新学校属撤并安置，不是交流，没有交流形式，也不设期限；方案却写了。", "The school of {name} closes: being placed elsewhere is no posting, has no form and no end; the plan states one."]
        ["交流形式填“撤并安置”，结束年月空白。", "Enter \"placed, the school closes\" as the form and leave the last month blank."];
    NO_TERM "A38" error
        ["{name}原校不撤并，方案却没有写交流形式或结束年月。", "The school of {name} does not close, yet the plan states no form or no last month."]
        ["填写交流形式和结束年月。", "State the form and the last month."];
}

/// Every kind of finding about a plan document itself.
pub const PLAN_CODES: &[&Code] = CODES;
