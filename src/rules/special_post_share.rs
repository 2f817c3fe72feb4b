//! R28 Special posts for village schools (特岗教师到村小和教学点的比例).
//!
//! Symbols: `h[c,p]` recruits of pool `c` for post `p` [persons]; `T` pools of special posts (特岗); `V`
//! posts at schools of the listed classes; `r` share asked for, such as that of last year [exact
//! fraction]. Nothing is asked where nobody is recruited on special posts.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Class, Employment};
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::{Card, GoalId, Share, values};
use crate::text::Text;

values! {
    "special_post_share"
    AT_LEAST: Option<Share> = "at_least"
        "特岗教师到规定类别学校的最低比例；“逐年提高”的，填上年度比例"
        "least share; last year's where it is to rise";
    SCHOOLS: Vec<Class> = "schools" "计入的学校类别" "classes of school that count";
}

crate::finding::codes! { pub(super),
    TOO_FEW "R28" error
        ["特岗教师共招{all}人，到规定类别学校的应不少于{need}人，方案{actual}人。", "Of {all} recruits on special posts {need} must go to the listed schools; {actual} do."]
        ["把更多特岗教师安排到村小、教学点。", "Place more of them at village schools and teaching points."];
}

pub(super) static CARD: Card = Card {
    code: "R28",
    id: RULE,
    title: Text::new("特岗教师到村比例", "Special posts for village schools"),
    asks: Text::new(
        "特岗教师中安排到村小、教学点的比例不低于规定数，如上年度的比例。",
        "The share of recruits on special posts who go to village schools and points is at least the set one, such as last year's.",
    ),
    formula: "Σ_{p ∈ V} h[c,p] ≥ r·Σ h[c,p]   c ∈ T",
    unit: Text::new("人", "persons"),
    goal: GoalId::Gaps,
    mend: Some(Text::new(
        "允许到村的特岗教师少{amount}人",
        "{amount} fewer special posts may go to villages",
    )),
    params: PARAMS,
    marks: &[],
    suspected: 6,
    breaches: CODES,
};

/// Special posts go to village schools.
pub(super) struct SpecialPostShare;

impl Rule for SpecialPostShare {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let Some(share) = facts.book.get(AT_LEAST) else {
            return;
        };
        let classes = facts.book.get(SCHOOLS);
        let (mut all, mut actual) = (0, 0);
        for hire in &plan.hires {
            if facts.roster.pools[hire.pool].employment == Employment::SpecialPost {
                let at = facts.roster.school(facts.post(hire.post).school);
                all += i64::from(hire.number);
                if at.is_any(&classes) {
                    actual += i64::from(hire.number);
                }
            }
        }
        let need = share.ceil_of(all);
        let words = blanks! { all: all, need: need, actual: actual };
        verdict.at_least(About::County, &TOO_FEW, need, actual, words);
        let name = Text::new("到村特岗教师占特岗教师", "special posts at village schools");
        verdict.bar(name, actual, all, need);
    }
}

impl super::Constrain for SpecialPostShare {
    /// `q·Σ_V h − p·Σ h ≥ 0` for a share `p/q`.
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        use crate::model::Sense;
        let facts = program.facts;
        let Some(share) = facts.book.get(AT_LEAST) else {
            return;
        };
        let classes = facts.book.get(SCHOOLS);
        let special = |pool: usize| facts.roster.pools[pool].employment == Employment::SpecialPost;
        let hires = program.hires.iter().filter(|hire| special(hire.pool));
        let terms = hires.map(|hire| {
            let at = facts.roster.school(facts.post(hire.post).school);
            let whole = if at.is_any(&classes) {
                share.denom()
            } else {
                0
            };
            (hire.var, whole - share.numer())
        });
        let (terms, bound) = (terms.collect(), (Sense::AtLeast, 0, share.denom()));
        program.bind(&CARD, "county", terms, bound);
    }
}
