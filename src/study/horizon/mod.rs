//! Several years rolling (多年滚动测算): the plan of the first year is carried out, the county moves on
//! by a year, and the next year is planned and proved on what is there then. Beside it runs the county in
//! which nothing is decided, which shows the must-rules that would fail and when.

mod assumed;
mod intake;
mod roll;
mod service;
mod undecided;
mod year;

pub use roll::{Kept, next_year};
pub use undecided::Undecided;
pub use year::{StageStock, Stock, SubjectChange, Year};

use super::whatif::StudyWatch;
use crate::decide::{Decided, Decision, NoPlan, covered, decide, figures, granting, written};
use crate::domain::{County, Roster};
use crate::facts::splits::split_classes;
use crate::facts::{Facts, Placement};
use crate::finding::Findings;
use crate::input::Documents;
use crate::plan::{Ended, Plan};
use crate::policy::{RuleBook, RuleId};
use crate::rules::cards;
use crate::run::{Answer, Checked, RunFault, check, solve};
use crate::solve::Options;
use crate::text::Text;
use jiff::ToSpan;
use serde::Serialize;
use serde_json::Value;

/// Fewest and most years of a horizon.
pub const YEARS: std::ops::RangeInclusive<u32> = 3..=6;

/// Several years, planned one after the other.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Horizon {
    /// The county.
    #[serde(flatten)]
    pub county: County,
    /// The years in their order; fewer than asked for where one could not be planned at all.
    pub years: Vec<Year>,
    /// Years that were asked for.
    pub asked: u32,
    /// What is taken for granted, in both languages.
    pub assumptions: Vec<Value>,
    /// The plan of the first year as `lungang plan` writes it, when it needs no repair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Plan>,
    /// What is wrong with the input.
    pub findings: Findings,
}

impl Horizon {
    /// Whether some year has no plan that obeys every must-rule.
    pub fn lacks_a_plan(&self) -> bool {
        let mut years = self.years.iter();
        years.any(|year| year.ended == Ended::NoPlanExists)
    }

    /// Whether years that were asked for were never begun, since it was time to stop.
    pub fn is_cut(&self) -> bool {
        let mut last = self.years.iter().rev();
        let done = u32::try_from(self.years.len()).unwrap_or(self.asked);
        let goes_on = last.next().is_none_or(|year| year.ended.is_settled());
        done < self.asked && goes_on && !self.lacks_a_plan()
    }

    /// Whether every year that was asked for is answered, proved as was asked.
    pub fn is_settled(&self) -> bool {
        let settled = |year: &Year| {
            let plan = year.figures.as_ref().map_or(year.ended, |one| one.ended);
            year.ended.is_settled() && plan.is_settled() && !year.undecided.unfinished
        };
        !self.is_cut() && self.years.iter().all(settled)
    }

    /// The rules that fail in some year when nothing is ever decided, with their titles, in the order of
    /// the rule list.
    pub fn failing(&self) -> Vec<(RuleId, Text)> {
        let fails = |id: RuleId| {
            let mut all = self.years.iter().flat_map(|year| &year.undecided.failing);
            all.any(|one| one.rule == id)
        };
        let cards = cards().into_iter().filter(|card| fails(card.id));
        cards.map(|card| (card.id, card.title)).collect()
    }
}

/// Plans so many years, one after the other.
pub fn horizon(
    documents: &Documents,
    years: u32,
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<Horizon, RunFault> {
    let checked = check(documents);
    let mut horizon = Horizon {
        county: checked.county(),
        asked: years,
        findings: checked.findings.clone(),
        ..Horizon::default()
    };
    let Some((roster, book)) = checked.ready() else {
        return Ok(horizon);
    };
    horizon.assumptions = assumed::assumed(roster, years);
    let books = books(&checked, roster, book, years);
    let (planned, undecided) = rayon::join(
        || planned(&checked, roster, &books, options, watch),
        || undecided::undecided(roster, &books, options, watch),
    );
    (horizon.years, horizon.first) = planned?;
    let mut undecided = undecided?.into_iter();
    for year in &mut horizon.years {
        year.undecided = undecided.next().unwrap_or(Undecided {
            unfinished: true,
            ..Undecided::default()
        });
    }
    Ok(horizon)
}

/// The rule book of each year: the values in force on its reckoning date.
fn books(checked: &Checked, roster: &Roster, first: &RuleBook, years: u32) -> Vec<RuleBook> {
    let book = |no: u32| {
        let date = roster.date.saturating_add(i64::from(no).years());
        let later = (no > 0).then(|| checked.book_on(date));
        later.flatten().unwrap_or_else(|| first.clone())
    };
    (0..years).map(book).collect()
}

/// The years of the plans, and the document of the first.
fn planned(
    checked: &Checked,
    roster: &Roster,
    books: &[RuleBook],
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<(Vec<Year>, Option<Plan>), RunFault> {
    let (mut roster, mut kept) = (roster.clone(), None);
    let (mut years, mut first) = (Vec::new(), None);
    for book in books {
        // A year that nobody began to solve is none.
        if options.until.cuts() {
            break;
        }
        let is_first = years.is_empty();
        if !is_first {
            split_classes(&mut roster, book);
        }
        let facts = Facts::new(&roster, book);
        let begun = kept.unwrap_or_else(|| Kept::new(&facts));
        let mut year = Year::begun(&facts, begun.returned);
        let done = match solve(&facts, options, true, watch)? {
            Answer::Stopped(ended) => {
                year.ended = ended;
                None
            }
            Answer::Plan(solved) => {
                let whole = covered(&facts, &solved.decided, options)?;
                year.ended = whole.outcome.ended;
                fill(&mut year, &facts, &whole);
                if is_first {
                    let inputs = &checked.inputs;
                    first = Some(written(&solved.program, &solved.decided, inputs, options)?.0);
                }
                Some(whole.placement)
            }
            Answer::NoPlan(why) => {
                year.ended = Ended::NoPlanExists;
                let done = repaired(&mut year, &facts, &why, options, watch)?;
                year.no_plan = Some(if is_first {
                    *why
                } else {
                    undecided::unnamed(*why, &roster)
                });
                done
            }
        };
        watch.done(&year.year.to_string(), Some(year.ended));
        years.push(year);
        let Some(done) = done else {
            break;
        };
        let (next, carried) = next_year(&facts, &done, &begun);
        (roster, kept) = (next, Some(carried));
    }
    Ok((years, first))
}

/// The plan of a year that the first repair makes possible.
fn repaired(
    year: &mut Year,
    facts: &Facts<'_>,
    why: &NoPlan,
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<Option<Placement>, RunFault> {
    let Some(repair) = why.repairs.first() else {
        return Ok(None);
    };
    let question = granting(facts.question, &repair.reliefs);
    let granted = facts.asking(&question);
    let Decision::Plan(plan) = decide(&granted, options, true, watch)? else {
        return Ok(None);
    };
    let plan = covered(&granted, &plan, options)?;
    fill(year, &granted, &plan);
    year.repaired = true;
    Ok(Some(plan.placement))
}

/// What a plan makes of a year.
fn fill(year: &mut Year, facts: &Facts<'_>, plan: &Decided) {
    year.figures = Some(figures(facts, plan));
    (year.short_of_quota, year.over_quota) = year::quota_gaps(facts, &plan.placement);
    year.lines = year::lines(facts, &plan.placement);
}
