//! R30 Title applicants (职称申报条件).
//!
//! Symbols: `A` applicants of the coming round [persons]; `q[t,c]` 1 when applicant `t` fulfils condition
//! `c`: training done, no ethics breach on file, national common language, teaching at present, periods
//! at least the set share of the standard load. The time at village schools is R13. No plan changes any
//! of it, so it is judged and not planned for.

use super::{Rule, Verdict};
use crate::blanks;
use crate::facts::applicants::lacking;
use crate::facts::values::title_applicants;
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;

crate::finding::codes! { pub(super),
    MAY_NOT "R30" warning
        ["{teacher}申报{title}，不符合条件：{why}。", "{teacher} applies for {title} but does not fulfil: {why}."]
        ["核实后退回申报，或补录已具备的材料。", "Check, then return the application, or enter the papers that exist."];
}

pub(super) static CARD: Card = Card {
    code: "R30",
    id: title_applicants::RULE,
    title: Text::new("职称申报条件", "Title applicants"),
    asks: Text::new(
        "申报高一级职称的教师须完成培训、师德合格、掌握国家通用语言文字、在一线任教并完成规定的教学工作量。",
        "Applicants for a higher title have done their training, have no ethics breach, master the national common language, teach at present and carry the set load.",
    ),
    formula: "q[t,c] = 1   t ∈ A, each condition c that is listed",
    unit: Text::new("人", "persons"),
    goal: GoalId::TitleYears,
    mend: None,
    params: title_applicants::PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};

/// Conditions of applicants other than the time at village schools.
pub(super) struct TitleApplicants;

impl Rule for TitleApplicants {
    fn audit(&self, facts: &Facts<'_>, _plan: &Placement, verdict: &mut Verdict) {
        let (mut all, mut fit) = (0, 0);
        for teacher in &facts.roster.teachers {
            let Some(title) = teacher.applies_for else {
                continue;
            };
            let why = lacking(facts.roster, facts.book, teacher);
            all += 1;
            fit += i64::from(why.is_empty());
            let words = blanks! { teacher: teacher.name, title: title.text(), why: why };
            let unfit = i64::from(!why.is_empty());
            verdict.given_none(teacher, &MAY_NOT, unfit, words);
        }
        let name = Text::new("符合条件的申报人", "applicants who fulfil the conditions");
        verdict.bar(name, fit, all, all);
    }
}

impl super::Constrain for TitleApplicants {}
