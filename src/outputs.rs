//! The files that a run writes, one list for each kind of run: a name, and what makes it. Another
//! document is a function of its room and a line here.

use crate::annex::{
    self, Annex, Found, Real, redacted, redacted_alias, redacted_book, says_an_alias,
};
use crate::disk::{DocumentSet, Kind, MANIFEST};
use crate::domain::Roster;
use crate::facts::Facts;
use crate::plan::{Plan, to_json};
use crate::policy::RuleBook;
use crate::proof::Proof;
use crate::rules::cards;
use crate::run::{Accepted, Named, RunFault};
use crate::text::{Lang, Text};
use crate::{page, report};
use jiff::civil::Date;
#[cfg(feature = "microlp")]
pub use studies::{of_comparison, of_frontier, of_horizon, of_region};

/// The folder of the documents with pseudonyms, inside that of the plan.
pub const REDACTED: &str = "redacted";

/// The file beside a plan that says why none can be better.
pub const PROOF: &str = "proof.json";

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

/// A plan with everything that goes with it; with `redact` the whole set once more, with pseudonyms, in a folder that
/// can be handed on by itself.
pub fn plan_set(
    facts: &Facts<'_>,
    plan: &Accepted,
    set: Set,
    redact: bool,
) -> Result<DocumentSet, RunFault> {
    let whole = |doc: &Plan, bytes, beside: Vec<Named>| DocumentSet {
        kind: Kind::Plan,
        digest: doc.digest.clone(),
        files: [vec![Named::new("plan.json", bytes)], beside].concat(),
    };
    let mut beside = of_plan(facts, &plan.doc, set)?;
    if let Some(proof) = &plan.proof {
        beside.push(Named::new(PROOF, compact(proof)?));
    }
    let mut all = whole(&plan.doc, plan.bytes.clone(), beside);
    if redact {
        let (roster, doc) = redacted(facts, &plan.doc);
        let book = redacted_book(facts.book);
        let masked = Set {
            masked: true,
            ..set
        };
        let files = of_plan(&Facts::new(&roster, &book), &doc, masked)?;
        let inner = whole(&doc, to_json(&doc), files);
        let real = Real::new(
            facts.roster,
            &plan.doc,
            &silent(&book, roster.date, masked)?,
        );
        let found = real.found_in(&inner.files);
        if real.is_unsure() || !found.is_empty() {
            by_other_names(facts, (&plan.doc, &book), masked, &found)?;
        }
        let manifest = Named::new(MANIFEST, inner.manifest().bytes());
        let files = inner.files.into_iter().chain([manifest]);
        all.files.extend(files.map(|one| Named {
            name: format!("{REDACTED}/{}", one.name),
            ..one
        }));
    }
    Ok(all)
}

/// A proof as JSON in one line: nobody reads its numbers.
fn compact(proof: &Proof) -> Result<Vec<u8>, RunFault> {
    serde_json::to_vec(proof).map_err(|why| format!("{PROOF}: {why}").into())
}

/// Makes the set with pseudonyms once more, of the same county with other names. None of those may stand in it; and what
/// was found of the real names in the set that is to be written is no slip where this set says it too.
fn by_other_names(
    facts: &Facts<'_>,
    (doc, book): (&Plan, &RuleBook),
    set: Set,
    found: &[Found],
) -> Result<(), RunFault> {
    let told = |one: &Found| RunFault::Told {
        file: one.file.clone(),
        word: one.word.clone(),
    };
    let (roster, doc) = redacted_alias(facts, doc);
    let mut files = of_plan(&Facts::new(&roster, book), &doc, set)?;
    files.push(Named::new("plan.json", to_json(&doc)));
    if let Some(file) = says_an_alias(&files) {
        let (file, word) = (file.name.clone(), OTHER_NAMES.get(set.lang).to_owned());
        return Err(RunFault::Told { file, word });
    }
    let ours: Vec<&str> = found.iter().map(|one| one.word.as_str()).collect();
    let ours = Real::of(&ours).found_in(&files);
    let slip = found
        .iter()
        .find(|one| !ours.iter().any(|own| own.word == one.word));
    slip.map_or(Ok(()), |one| Err(told(one)))
}

const OTHER_NAMES: Text = Text::new("姓名、编号或校名", "a name or an id");

/// The documents of a county in which there is nobody: whatever they say is said by the program itself.
fn silent(book: &RuleBook, date: Date, set: Set) -> Result<Vec<Named>, RunFault> {
    let roster = Roster {
        date,
        ..Roster::default()
    };
    let mut files = of_plan(&Facts::new(&roster, book), &Plan::default(), set)?;
    // Numbers of rules and clauses, which short ids may be like.
    let cards = cards().into_iter();
    let codes: Vec<&str> = cards.flat_map(|one| [one.id.key(), one.code]).collect();
    let rules = book.rules.values().flat_map(|rule| {
        let values = rule.values.values().flat_map(|value| &value.clauses);
        rule.clauses.iter().chain(values)
    });
    let clauses: Vec<&str> = rules.map(String::as_str).collect();
    let words = [codes, clauses].concat().join("\n");
    files.push(Named::new("codes", words.into_bytes()));
    Ok(files)
}

#[cfg(feature = "microlp")]
mod studies {
    use super::{DocumentSet, Kind, Lang, Named, RunFault, annex, page};
    use crate::run::json;
    use crate::study::{Comparison, Frontier, Horizon, RegionSummary};

    /// The files of scenarios side by side.
    pub fn of_comparison(all: &Comparison, lang: Lang) -> Result<DocumentSet, RunFault> {
        let files = vec![
            Named::new("comparison.json", json(all)?),
            Named::new("comparison.xlsx", annex::comparison_book(all, lang)?),
            Named::new("comparison.html", page::comparison_page(all).into_bytes()),
        ];
        Ok(DocumentSet::of_first(Kind::Comparison, files))
    }

    /// The files of a trade-off curve.
    pub fn of_frontier(curve: &Frontier, lang: Lang) -> Result<DocumentSet, RunFault> {
        let files = vec![
            Named::new("frontier.json", json(curve)?),
            Named::new("frontier.xlsx", annex::frontier_book(curve, lang)?),
            Named::new("frontier.html", page::frontier_page(curve).into_bytes()),
        ];
        Ok(DocumentSet::of_first(Kind::Frontier, files))
    }

    /// The file of several years.
    pub fn of_horizon(years: &Horizon) -> Result<Named, RunFault> {
        Ok(Named::new("horizon.json", json(years)?))
    }

    /// The file of a region, beside the folders of its counties.
    pub fn of_region(all: &RegionSummary) -> Result<Named, RunFault> {
        Ok(Named::new("region.json", json(all)?))
    }
}
