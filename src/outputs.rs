//! The files that a run writes, one list for each kind of run: a name, and what makes it. Another
//! document is a function of its room and a line here.

use crate::annex::{self, Annex};
use crate::facts::Facts;
use crate::plan::Plan;
use crate::run::{Named, RunFault};
use crate::text::Lang;
use crate::{page, report};
#[cfg(feature = "microlp")]
pub use studies::{of_comparison, of_frontier, of_horizon, of_region};

/// How the documents of a plan are set.
#[derive(Debug, Clone, Copy)]
pub struct Set {
    /// The language.
    pub lang: Lang,
    /// With a sheet for each school that sends or receives.
    pub by_school: bool,
    /// With pseudonyms.
    pub masked: bool,
}

impl Set {
    /// As it always is, in one language.
    pub fn plain(lang: Lang) -> Self {
        Self {
            lang,
            by_school: false,
            masked: false,
        }
    }
}

/// Everything that goes with a plan, but the plan itself.
pub fn of_plan(facts: &Facts<'_>, doc: &Plan, set: Set) -> Result<Vec<Named>, RunFault> {
    let annex = Annex::new(facts, doc, set.lang);
    let annex = if set.masked { annex.masked() } else { annex };
    let mut files = vec![
        Named::new("report.html", page::page(facts, doc).into_bytes()),
        Named::new("summary.md", report::summary(doc, set.lang).into_bytes()),
        Named::new("plan.xlsx", annex::plan_book(&annex)?),
        Named::new("filing.xlsx", annex::filing_book(&annex)?),
    ];
    if set.by_school
        && let Some(bytes) = annex::school_book(&annex)?
    {
        files.push(Named::new("schools.xlsx", bytes));
    }
    Ok(files)
}

#[cfg(feature = "microlp")]
mod studies {
    use super::{Lang, Named, RunFault, annex, page};
    use crate::run::json;
    use crate::study::{Comparison, Frontier, Horizon, RegionSummary};

    /// The files of scenarios side by side.
    pub fn of_comparison(all: &Comparison, lang: Lang) -> Result<Vec<Named>, RunFault> {
        Ok(vec![
            Named::new("comparison.json", json(all)?),
            Named::new("comparison.xlsx", annex::comparison_book(all, lang)?),
            Named::new("comparison.html", page::comparison_page(all).into_bytes()),
        ])
    }

    /// The files of a trade-off curve.
    pub fn of_frontier(curve: &Frontier, lang: Lang) -> Result<Vec<Named>, RunFault> {
        Ok(vec![
            Named::new("frontier.json", json(curve)?),
            Named::new("frontier.xlsx", annex::frontier_book(curve, lang)?),
            Named::new("frontier.html", page::frontier_page(curve).into_bytes()),
        ])
    }

    /// The file of several years.
    pub fn of_horizon(years: &Horizon) -> Result<Vec<Named>, RunFault> {
        Ok(vec![Named::new("horizon.json", json(years)?)])
    }

    /// The file of a region, beside the folders of its counties.
    pub fn of_region(all: &RegionSummary) -> Result<Vec<Named>, RunFault> {
        Ok(vec![Named::new("region.json", json(all)?)])
    }
}
