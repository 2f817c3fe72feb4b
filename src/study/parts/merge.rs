//! Parts put together: all of them, once each, in the order of their jobs.

use super::codes::{LOST, NOT_A_PART, SO_FAR, TWICE};
use super::file::{Part, Work};
use super::kept::KeptScenario;
use super::regional::KeptCounty;
use super::same::differs;
use crate::blanks;
use crate::disk::DocumentSet;
use crate::finding::{Finding, Findings};
use crate::study::frontier::{at, grid, mark};
use crate::study::{Comparison, Frontier, Point, RegionSummary, Vary, region_summary};
use crate::text::{Lang, Text};
use std::collections::BTreeMap;

/// What parts come to together.
#[derive(Debug)]
pub struct Together {
    /// The language of the documents.
    pub lang: Lang,
    /// Something was left undone in a part because its time was up.
    pub out_of_time: bool,
    /// What was found.
    pub merged: Merged,
}

/// What one run would have found.
#[derive(Debug)]
pub enum Merged {
    /// Scenarios side by side.
    Whatif(Box<Comparison>),
    /// A curve.
    Frontier(Box<Frontier>),
    /// A region, and the documents of each county that has a plan.
    Region(Box<RegionSummary>, Vec<Option<DocumentSet>>),
}

const UNEVEN: Text = Text::new(
    "所含各项与其份号不符",
    "its jobs are not those of its number",
);

/// A part with the name of its file.
type Filed = (String, Part);

/// Puts parts together, each with the name of its file; or tells why they are no whole.
pub fn merge(parts: Vec<Filed>) -> Result<Together, Findings> {
    let Some(first) = parts.first() else {
        return Err(Findings::default());
    };
    let mut known: BTreeMap<usize, &Filed> = BTreeMap::new();
    let mut told = Findings::default();
    for filed in &parts {
        let (file, part) = filed;
        let number = part.number();
        if let Some(finding) = differs((&first.0, &first.1), (file, part)) {
            told.push(finding);
        } else if !is_even(part) {
            let blanks = blanks! { file: file, why: UNEVEN };
            told.push(Finding::new(&NOT_A_PART, blanks));
        } else if let Some((other, same)) = known.get(&number.part) {
            let alike = same.answers() == part.answers();
            let blanks = blanks! { part: number.to_string(), first: other, file: file };
            let twice = (!alike).then(|| Finding::new(&TWICE, blanks));
            told.0.extend(twice);
        } else {
            known.insert(number.part, filed);
        }
    }
    told.append(lost(&first.1, &known));
    if !told.0.is_empty() {
        return Err(told);
    }
    let file = first.0.clone();
    let all: BTreeMap<usize, Part> = parts
        .into_iter()
        .map(|(_, part)| (part.number().part, part))
        .collect();
    together(all.into_values().collect()).ok_or_else(|| {
        let blanks = blanks! { file: file, why: UNEVEN };
        Findings(vec![Finding::new(&NOT_A_PART, blanks)])
    })
}

/// Whether a part holds as many jobs as are its own; where the base has errors none was tried.
fn is_even(part: &Part) -> bool {
    let own = part.number.share(part.jobs);
    let held = part.tally().0;
    let none = matches!(part.work, Work::Whatif { no_base: true, .. });
    held == if none { 0 } else { own }
}

/// The parts that are missing, each with the command that makes it, and how much is there.
fn lost(head: &Part, known: &BTreeMap<usize, &Filed>) -> Findings {
    let missing = head
        .number
        .all()
        .filter(|one| !known.contains_key(&one.part));
    let lost = missing.map(|one| {
        let blanks = blanks! {
            part: one.to_string(), jobs: one.share(head.jobs), command: head.command(one),
        };
        Finding::new(&LOST, blanks)
    });
    let mut told: Vec<Finding> = lost.collect();
    if !told.is_empty() {
        let done: usize = known.values().map(|(_, part)| part.tally().0).sum();
        let blanks = blanks! {
            have: known.len(), of: head.number.of, done: done, jobs: head.jobs,
        };
        told.push(Finding::new(&SO_FAR, blanks));
    }
    Findings(told)
}

/// All jobs in their order: the first of every part, then the second of every part, and so on.
fn in_turn<T>(parts: Vec<Vec<T>>) -> Vec<T> {
    let mut parts: Vec<_> = parts.into_iter().map(Vec::into_iter).collect();
    let mut all = Vec::new();
    loop {
        let before = all.len();
        all.extend(parts.iter_mut().filter_map(Iterator::next));
        if all.len() == before {
            return all;
        }
    }
}

/// The whole of all parts in their order, which belong together.
fn together(parts: Vec<Part>) -> Option<Together> {
    let out_of_time = parts.iter().any(|part| part.out_of_time);
    let wanted = parts.first()?.wanted.clone();
    let works: Vec<Work> = parts.into_iter().map(|part| part.work).collect();
    let merged = match works.first()? {
        Work::Whatif { .. } => Merged::Whatif(Box::new(comparison(works)?)),
        Work::Frontier { .. } => Merged::Frontier(Box::new(curve(works, &wanted.vary)?)),
        Work::Region { .. } => {
            let (summary, sets) = region(works)?;
            Merged::Region(Box::new(summary), sets)
        }
    };
    Some(Together {
        lang: wanted.lang,
        out_of_time,
        merged,
    })
}

fn comparison(works: Vec<Work>) -> Option<Comparison> {
    let (mut whole, mut all) = (None, Vec::new());
    for work in works {
        let Work::Whatif {
            title: [title_zh, title_en],
            findings,
            base,
            solved,
            ..
        } = work
        else {
            return None;
        };
        all.push(solved);
        whole.get_or_insert_with(|| Comparison {
            title_zh,
            title_en,
            base: base.restored(),
            variants: Vec::new(),
            findings: findings.restored(),
        });
    }
    let variants = in_turn(all).into_iter().map(KeptScenario::restored);
    Some(Comparison {
        variants: variants.collect(),
        ..whole?
    })
}

fn curve(works: Vec<Work>, varied: &[String]) -> Option<Frontier> {
    let varied = varied.iter().map(|one| one.parse());
    let varied: Vec<Vary> = varied.collect::<Result<_, _>>().ok()?;
    let (mut whole, mut all) = (None, Vec::new());
    for work in works {
        let Work::Frontier {
            findings,
            base,
            solved,
            ..
        } = work
        else {
            return None;
        };
        all.push(solved);
        whole.get_or_insert_with(|| Frontier {
            paths: varied.iter().map(|one| one.path.clone()).collect(),
            base: base.map(|base| base.restored()),
            points: Vec::new(),
            findings: findings.restored(),
        });
    }
    let points = in_turn(all).into_iter().zip(grid(&varied));
    let points = points.map(|(one, values)| one.restored(at(&varied, &values)));
    let mut points: Vec<Point> = points.collect();
    mark(&mut points, varied.len());
    Some(Frontier { points, ..whole? })
}

fn region(works: Vec<Work>) -> Option<(RegionSummary, Vec<Option<DocumentSet>>)> {
    let (mut said, mut all) = (None, Vec::new());
    for work in works {
        let Work::Region { region, solved } = work else {
            return None;
        };
        all.push(solved);
        said.get_or_insert(region);
    }
    let counties = in_turn(all).into_iter().map(KeptCounty::restored);
    let counties: Option<Vec<_>> = counties.collect();
    let (counties, sets) = counties?.into_iter().unzip();
    Some((region_summary(&said?.restored(), counties), sets))
}
