//! What the check of a proof says, in one paragraph.

use crate::blanks;
use crate::plan::{Ended, Plan};
use crate::proof::Checked;
use crate::run::ProofAudit;
use crate::text::{Lang, Text};

const ALL: Text = Text::new(
    "已证明最优，证明已核验：{proved}。按表格和政策重建数学规划，用整数逐项复算，没有用求解器；它说明按这一规划没有更好的方案，方案是否合规以审核结论为准。唯一性次序不在核验之列。",
    "Proved best, and the proof verified: {proved}. The program was built anew from tables and policies and reckoned in whole numbers, with no solver. It shows that no plan of this program is better; whether the plan is lawful is what the audit says. The canonical order is not verified.",
);
const SOME: Text = Text::new(
    "证明核验了一部分：{proved}。没有附证明、未核验：{open}。按表格和政策重建数学规划，用整数逐项复算，没有用求解器；方案是否合规以审核结论为准。",
    "Some of the proof is verified: {proved}. Without a proof on file, not verified: {open}. The program was built anew from tables and policies and reckoned in whole numbers, with no solver; whether the plan is lawful is what the audit says.",
);
const NONE: Text = Text::new(
    "证明未能核验，原因见下。",
    "The proof was not verified; why is told below.",
);

/// The paragraph.
pub fn proof(doc: &Plan, said: &ProofAudit, lang: Lang) -> String {
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
    let says = match (said.holds(), whole) {
        (false, _) => NONE,
        (true, true) => ALL,
        (true, false) => SOME,
    };
    let blanks = blanks! { proved: names(Checked::Proved), open: names(Checked::Missing) };
    format!("{}\n", says.fill(lang, &blanks))
}
