//! Every kind of finding about a proof, Q...

use crate::finding::Code;

crate::finding::codes! { pub(super),
    NO_PROOF "Q01" error
        ["文件不是本工具写的证明，或版式不同（本版为{known}）：{why}。", "This is no proof that this program wrote, or one of another layout (this version knows {known}): {why}."]
        ["请选择与方案写在一起的 proof.json。", "Choose the proof.json that was written beside the plan."];
    NOT_THERE "Q06" error
        ["方案旁边没有 proof.json，无从核验。", "There is no proof.json beside the plan; nothing can be verified."]
        ["附有证明的是 plan、replan 写出的整套文件；未证明最优的、要求经得起退出的（--withstand）、教师过多的方案没有证明。", "Proofs come with the documents of plan and replan; plans that are not proved, made to withstand refusals or of very large counties have none."];
    NO_TABLES "Q07" error
        ["表格或政策有错误，不能重建数学规划，证明未核验。", "Tables or policies have errors: the program cannot be built anew, and the proof is not verified."]
        ["先改正上面的错误。", "Mend the errors above first."];
    EMPTY "Q08" error
        ["证明文件里没有任何目标的证明。", "The proof says nothing of any goal."]
        ["请选择与方案写在一起、未经改动的 proof.json。", "Choose the proof.json that was written beside the plan, unchanged."];
    NO_DIGEST "Q05" error
        ["方案文件没有方案校验码（工作簿或人工编制的方案），不能与证明相对照。", "The plan file has no digest (a workbook, or made by hand): a proof cannot be held against it."]
        ["改用与 proof.json 写在一起的 plan.json。", "Use the plan.json that was written beside the proof.json."];
    OTHER_PLAN "Q02" error
        ["证明属于另一份方案：两者的方案校验码不同。", "The proof belongs to another plan: the digests differ."]
        ["请选择与这份方案写在一起的 proof.json；方案改过的，重新测算。", "Choose the proof.json that was written beside this plan; if the plan was edited, plan again."];
    OTHER_PROGRAM "Q03" error
        ["按现在的表格和政策重建的数学规划，与证明所用的不同。", "The program built anew from the tables and policies of today is not the one that the proof is about."]
        ["表格或政策改过的，重新测算；没有改过的，证明与这些表格无关，不能采信。", "If tables or policies were changed, plan again; if not, the proof has nothing to do with these tables."];
    GIVEN_BY_PLAN "Q09" warning
        ["证明以方案自己列出的条件为前提：本人拒绝{refusals}人、指定去向{pins}人、已公示通知{letters}封。这些条件不在决定文件中；没有它们，可能有更好的方案。", "The proof holds under conditions that the plan itself lists: {refusals} refused, {pins} pinned, {letters} letters published. They are not in the decisions file; without them there may be a better plan."]
        ["逐条核对方案的“已定事项”是否属实。", "Check each of the plan's decisions."];
    NOT_IN_PROGRAM "Q10" error
        ["方案违反自己列出的条件（{who}应留在{school}），所证明的题目里没有这份方案。", "The plan breaks a condition that it lists itself ({who} is to stay at {school}): it is none of the plans that the proof is about."]
        ["重新测算。", "Plan again."];
    PROVES_NOTHING "Q04" error
        ["目标“{goal}”的证明不成立：它不能说明没有更好的方案。", "The proof of the goal \"{goal}\" does not hold: it does not show that no plan is better."]
        ["以未核验对待，或重新测算。", "Take the goal as unverified, or plan again."];
}

/// Every kind of finding about a proof.
pub const PROOF_CODES: &[&Code] = CODES;
