//! What the check of a proof says, in one paragraph.

use crate::blanks;
use crate::plan::{Ended, Plan};
use crate::proof::Checked;
use crate::run::ProofAudit;
use crate::text::{Lang, Text};

const ALL: Text = Text::new(
    "证明已核验：方案列为最优的{all}项目标，{number}项都已核验（{proved}）。所证的是谁到哪里、谁任哪个岗位、招聘和聘任，每项目标都是在先列目标同样好的方案中最优；走教、送教、结对、校长交流等另行安排的和唯一性次序不在核验之列。按表格、政策和方案所载的人事决定重建数学规划，用整数逐项复算，没有用求解器；方案是否合规以审核结论为准。",
    "The proof is verified: all {number} of the {all} goals that the plan gives as best ({proved}). It is about who goes where, who holds which post, recruits and appointments, each goal among plans as good in the goals before; lessons, visits, mentors and leaders that are arranged beside, and the canonical order, are not verified. The program was built anew from tables, policies and the decisions that the plan is for, and reckoned in whole numbers, with no solver; whether the plan is lawful is what the audit says.",
);
const SOME: Text = Text::new(
    "证明只核验了一部分：方案所列{all}项目标，核验了{number}项（{proved}；每项都是在先列目标同样好的方案中最优）；{left}项没有附证明、未核验：{open}。按表格、政策和方案所载的人事决定重建数学规划，用整数逐项复算，没有用求解器；方案是否合规以审核结论为准。",
    "Verified in part: {number} of the {all} goals of the plan ({proved}; each among plans as good in the goals before). Without a proof on file, not verified, {left}: {open}. The program was built anew from tables, policies and the decisions that the plan is for, and reckoned in whole numbers, with no solver; whether the plan is lawful is what the audit says.",
);
const UNLAWFUL: Text = Text::new(
    "方案不成立，谈不上最优，证明不予采信。",
    "The plan does not hold: there is nothing to be called best, and the proof counts for nothing.",
);
const NONE: Text = Text::new(
    "证明未能核验，原因见下。",
    "The proof was not verified; why is told below.",
);

/// The paragraph; `lawful` says whether the plan itself holds.
pub fn proof(doc: &Plan, said: &ProofAudit, lawful: bool, lang: Lang) -> String {
    let names = |kind: Checked| {
        let goals = said.goals.iter().filter(|(_, one)| *one == kind);
        let names: Vec<&str> = goals.map(|(goal, _)| goal.text().get(lang)).collect();
        match (names.is_empty(), lang) {
            (true, Lang::Zh) => "无".to_owned(),
            (true, Lang::En) => "none".to_owned(),
            (false, Lang::Zh) => names.join("、"),
            (false, Lang::En) => names.join(", "),
        }
    };
    let whole = said.proved() == said.goals.len() && doc.outcome.ended == Some(Ended::Proved);
    let says = match (said.holds(), lawful, whole) {
        (false, ..) => NONE,
        (true, false, _) => UNLAWFUL,
        (true, true, true) => ALL,
        (true, true, false) => SOME,
    };
    let (all, number) = (said.goals.len(), said.proved());
    let blanks = blanks! {
        proved: names(Checked::Proved), open: names(Checked::Missing),
        all: all, number: number, left: all - number,
    };
    format!("{}\n", says.fill(lang, &blanks))
}
