//! Every kind of finding about a plan document itself, A0...

use crate::finding::Code;

crate::finding::codes! { pub(super),
    UNKNOWN_TEACHER "A01" error
        ["方案中的教师编号{id}不在教师表中。", "The plan names teacher {id}, who is not in the roster."]
        ["核对编号，或用同一份教师表重新审核。", "Check the number, or audit with the same roster."];
    UNKNOWN_SCHOOL "A02" error
        ["方案中的学校代码{id}不在学校表中。", "The plan names school {id}, which is not in the schools table."]
        ["核对学校代码。", "Check the school code."];
    MOVED_TWICE "A03" error
        ["教师{id}在方案中出现两次调整。", "The plan moves teacher {id} twice."]
        ["只保留一条。", "Keep one of them."];
    WRONG_START "A04" error
        ["教师{id}不在{from}，方案却将其从该校派出。", "The plan moves teacher {id} from {from}, where that person is not."]
        ["核对派出学校与教师现任教学校。", "Check the sending school against the roster."];
    UNKNOWN_POST "A05" error
        ["{school}没有方案所列的学科岗位：{parts}。", "{school} has no such teaching post: {parts}."]
        ["按方案中该校的岗位清单填写，或重新测算岗位。", "Use the posts listed for that school, or reckon the posts again."];
    UNKNOWN_POOL "A06" error
        ["拟招聘人员表中没有{id}。", "The recruits table has no line {id}."]
        ["核对招聘计划行的编号。", "Check the name of the recruiting line."];
    OLD_POSTS "A07" note
        ["方案中有些学科岗位按现在的表格和政策已不存在：{placed}人对应到同校同学段的岗位，{lost}人没有可对应的岗位。", "Some posts of the plan are no more by the tables and the policy of today: {placed} people were matched to a post of the same school and stage, {lost} found none."]
        ["没有对应上的，重新测算时另行安排。", "Those who found none are seen to when you plan anew."];
    ELSEWHERE "A20" warning
        ["人员去向把{name}列为“{said}”，按方案的安排应为“{is}”。", "The list of people has {name} as \"{said}\"; by what the plan decides it is \"{is}\"."]
        ["以方案的安排为准；重新编制或 replan 后，人员去向随之更新。", "What is decided counts; plan again, or replan, and the list follows."];
    UNACCOUNTED "A21" warning
        ["人员去向没有交代{number}人：{names}。", "The list of people leaves out {number}: {names}."]
        ["教师表中的每一人都应有去向；重新编制，或补上这些人。", "Everybody of the roster belongs there; plan again, or add them."];
}

/// Every kind of finding about a plan document itself.
pub const PLAN_CODES: &[&Code] = CODES;
