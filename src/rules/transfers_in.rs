//! R37 Transfers into the county (外县教师调回).
//!
//! Symbols: `h[c,p]` people of pool `c` for post `p` [persons]; `T` pools of people who are on quota in
//! another county; `K` subjects that are short. The quota that they use is counted in R18.
//! - `h[c,p] = 0`   c ∈ T, main subject of p ∉ K

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{PoolSource, Subject};
use crate::facts::{Facts, Hire, Placement, PostNo};
use crate::policy::{Card, GoalId, values};
use crate::text::Text;

values! {
    "transfers_in"
    SUBJECTS: Vec<Subject> = "subjects" "紧缺学科" "subjects that are short";
}

crate::finding::codes! { pub(super),
    NOT_SHORT "R37" error
        ["{school}安排外县调回教师{number}人任{subject}，该学科不在紧缺学科之列。", "{number} people transferred in are to teach {subject} at {school}, which is not among the short subjects."]
        ["调回教师只安排到紧缺学科岗位，或补充紧缺学科清单。", "Place them on posts of short subjects, or add the subject to the list."];
}

pub(super) static CARD: Card = Card {
    code: "R37",
    id: RULE,
    title: Text::new("外县教师调回", "Transfers into the county"),
    asks: Text::new(
        "外县在编教师调回，只补紧缺学科，并占用空编。",
        "People on quota in another county who come back fill posts of short subjects only, within the vacancies.",
    ),
    formula: "h[c,p] = 0   c ∈ T, main subject of p ∉ K",
    unit: Text::new("人", "persons"),
    goal: GoalId::Gaps,
    mend: Some(Text::new(
        "允许{place}调回非紧缺学科教师{amount}人",
        "{place} may take {amount} people of other subjects",
    )),
    params: PARAMS,
    marks: &[],
    suspected: 0,
    breaches: CODES,
};

/// Transfers in are for short subjects.
pub(super) struct TransfersIn;

fn fits(facts: &Facts<'_>, pool: usize, post: PostNo) -> bool {
    let short = facts.book.get(SUBJECTS);
    facts.roster.pools[pool].source != PoolSource::TransferIn
        || facts
            .post(post)
            .main()
            .is_some_and(|one| short.contains(&one))
}

impl Rule for TransfersIn {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let source = |hire: &Hire| facts.roster.pools[hire.pool].source;
        let transfers = |hire: &&Hire| source(hire) == PoolSource::TransferIn && hire.number > 0;
        for hire in plan.hires.iter().filter(transfers) {
            let (number, fits) = (i64::from(hire.number), fits(facts, hire.pool, hire.post));
            let wrong = if fits { 0 } else { number };
            let school = facts.roster.school(facts.post(hire.post).school);
            let subject = facts.post(hire.post).main().map(Subject::text);
            let words = blanks! { school: school.name, number: number, subject: subject };
            let verdict = verdict.at(facts.post_site(hire.post));
            verdict.none(school, &NOT_SHORT, wrong, words);
        }
    }
}

impl super::Constrain for TransfersIn {
    fn may_hire(&self, facts: &Facts<'_>, pool: usize, post: PostNo) -> bool {
        facts.waived(CARD.id, &facts.post_site(post)) > 0 || fits(facts, pool, post)
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        for hire in program.hires.clone() {
            if !fits(facts, hire.pool, hire.post) {
                let site = facts.post_site(hire.post);
                program.at_most(&CARD, site, vec![(hire.var, 1)], 0);
            }
        }
    }
}
