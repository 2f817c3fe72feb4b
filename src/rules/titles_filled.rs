//! R32 Filled title posts (职称聘任比例).
//!
//! Symbols: `N[g]` approved posts of grade `g` in the county, `F[g]` filled and not freed [posts]; `y[a]`,
//! `h` as in R31 [persons]; `r[g]` share asked for, a provincial number [exact fraction].

use super::title_posts::taken;
use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::Title;
use crate::facts::values::titles_filled;
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::{Card, GoalId, Mark, Share};
use crate::text::Text;

crate::finding::codes! { pub(super),
    TOO_FEW "R32" error
        ["{grade}岗位核定{approved}个，应聘满不少于{need}个，方案实施后{actual}个。", "Of {approved} posts of {grade}, {need} must be filled; {actual} are after the plan."]
        ["组织符合条件的教师申报。", "Have more people who fulfil the conditions apply."];
}

pub(super) static CARD: Card = Card {
    code: "R32",
    id: titles_filled::RULE,
    title: Text::new("职称聘任比例", "Filled title posts"),
    asks: Text::new(
        "已聘岗位占核定岗位的比例达到省定标准。",
        "The share of the approved title posts that is filled reaches the provincial standard.",
    ),
    formula: "F[g] + Σ y in − Σ y out + Σ h ≥ ⌈r[g]·N[g]⌉",
    unit: Text::new("个岗位", "posts"),
    goal: GoalId::Appointments,
    mend: Some(Text::new(
        "允许{place}少聘{amount}个",
        "{amount} fewer posts may be filled in {place}",
    )),
    params: titles_filled::PARAMS,
    marks: &[Mark::Dated],
    suspected: 0,
    breaches: CODES,
};

/// Title posts do not stay empty.
pub(super) struct TitlesFilled;

/// Grades that are asked about, with what is asked and the day from which it binds, where that is yet to come.
fn asked<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (Title, Share, Option<&'a str>)> {
    let book = facts.book;
    let grades = [
        (Title::Senior, titles_filled::SENIOR_AT_LEAST),
        (Title::First, titles_filled::FIRST_AT_LEAST),
    ];
    let grades = grades.into_iter();
    grades.filter_map(|(grade, key)| Some((grade, book.get(key)?, book.target(key))))
}

/// Approved posts of a grade in the county, and those that stay filled.
fn ledger(facts: &Facts<'_>, grade: Title) -> (i64, i64) {
    let here = facts.titles.posts.iter().filter(|one| one.grade == grade);
    here.fold((0, 0), |(approved, filled), one| {
        (approved + one.approved, filled + one.filled - one.freed)
    })
}

fn site(grade: Title) -> String {
    format!("county,{}_posts", grade.key())
}

impl Rule for TitlesFilled {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let taken = taken(facts, plan);
        for (grade, share, due) in asked(facts) {
            let (approved, filled) = ledger(facts, grade);
            let here = taken.iter().filter(|((_, one), _)| *one == grade);
            let actual = filled + here.map(|(_, taken)| taken.all()).sum::<i64>();
            let need = share.ceil_of(approved);
            let words = blanks! { grade: grade.text(), approved: approved, need: need,
            actual: actual };
            let at = verdict.at(site(grade)).due(due);
            at.at_least(About::County, &TOO_FEW, need, actual, words);
            let name = super::title_posts::filled(grade);
            verdict.measure(name, actual, approved, Some(need), due.is_none());
        }
    }
}

impl super::Constrain for TitlesFilled {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        program.add_applicants();
        let sums =
            program.title_terms(|title, at| super::title_posts::needs_post(facts, title, at));
        for (grade, share, _) in asked(facts).filter(|one| one.2.is_none()) {
            let (approved, filled) = ledger(facts, grade);
            let here = sums.iter().filter(|((_, one), _)| *one == grade);
            let here = here.flat_map(|(_, terms)| terms);
            let terms = here.map(crate::model::TitleTerm::counted).collect();
            let need = share.ceil_of(approved) - filled;
            program.at_least(&CARD, site(grade), terms, need);
        }
    }
}
