//! Many scenarios side by side, each compared with the same base. They run at the same time, each on
//! one thread; one that fails does not stop the others.

use super::parts::{BaseKey, PartOf};
use crate::decide::{
    Decided, Decision, Differences, Figures, covered, decide, differences, figures, letters,
};
use crate::domain::{Published, Question, Roster};
use crate::facts::Facts;
use crate::finding::{Findings, Severity};
use crate::input::{Study, Variant};
use crate::plan::Ended;
use crate::policy::RuleBook;
use crate::run::{Checked, RunFault, check, strangers};
use crate::solve::{Options, Watch};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// A study, solved.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// Title in Chinese.
    pub title_zh: String,
    /// Title in English.
    pub title_en: String,
    /// The base, as far as it could be solved.
    pub base: Compared,
    /// The scenarios in the order of the study.
    pub variants: Vec<Compared>,
    /// What is wrong with the study itself.
    pub findings: Findings,
}

/// One scenario of a study.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Its short name; `base` for the base.
    pub key: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// Its title in English.
    pub title_en: String,
    /// How the solve ended; absent when the input has errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
    /// Its figures, when there is a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<Figures>,
    /// What differs from the base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differences: Option<Differences>,
    /// What stopped it, when the program failed on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// Errors and warnings of its input.
    #[serde(skip_deserializing)]
    pub findings: Findings,
}

/// Hears which scenarios are done.
pub trait StudyWatch: Watch {
    /// One more is done.
    fn done(&self, key: &str, ended: Option<Ended>);
}

/// Solves every scenario of a study.
pub fn compare_study(
    study: &Study,
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<Comparison, RunFault> {
    Ok(compare_part(study, PartOf::WHOLE, options, watch)?.0)
}

/// Solves the base and those scenarios of a study that belong to a part; and by what the plan of the base is known.
pub fn compare_part(
    study: &Study,
    part: PartOf,
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<(Comparison, BaseKey), RunFault> {
    let checked = check(&study.base);
    let mut all = Comparison {
        title_zh: study.title_zh.clone(),
        title_en: study.title_en.clone(),
        base: unsolved("base", &checked),
        variants: Vec::new(),
        findings: study.findings.clone(),
    };
    let Some((roster, book)) = checked.ready() else {
        return Ok((all, BaseKey::default()));
    };
    let facts = Facts::new(roster, book);
    let decision = decide(&facts, options, false, watch)?;
    watch.done("base", Some(decision.ended()));
    let plan = whole(&facts, &decision, options)?;
    let base = (&facts, plan.as_ref());
    all.base.ended = Some(ended(&decision, base.1));
    all.base.figures = base.1.map(|plan| figures(&facts, plan));
    let solved = |one: &Variant| variant(one, base, options, watch);
    let mine: Vec<&Variant> = part.of_all(&study.variants).collect();
    all.variants = mine.into_par_iter().map(solved).collect();
    Ok((all, BaseKey::of(base.1)))
}

/// The plan of a decision with all that is decided beside who goes where: rules about lessons, visits, mentors and
/// leaders are judged as the plan itself has them.
pub(super) fn whole(
    facts: &Facts<'_>,
    decision: &Decision,
    options: &Options,
) -> Result<Option<Decided>, RunFault> {
    let plan = decision.plan().map(|plan| covered(facts, plan, options));
    Ok(plan.transpose()?)
}

/// How it ended: with all that goes with a plan, where there is one.
pub(super) fn ended(decision: &Decision, whole: Option<&Decided>) -> Ended {
    whole.map_or_else(|| decision.ended(), |plan| plan.outcome.ended)
}

/// The base of a comparison, with its plan when there is one.
pub(super) type Base<'a> = (&'a Facts<'a>, Option<&'a Decided>);

/// Solves one scenario; whatever goes wrong with it stays with it.
fn variant(one: &Variant, base: Base<'_>, options: &Options, watch: &dyn StudyWatch) -> Compared {
    let checked = check(&one.documents);
    let mut all = unsolved(&one.key, &checked);
    if checked.ready().is_some() && options.until.cuts() {
        all.ended = Some(Ended::NotTried);
    } else if let Some((roster, book)) = checked.ready() {
        if let Some(told) = strangers(base.0.roster, roster) {
            all.findings.push(told);
            watch.done(&one.key, None);
            return all;
        }
        match against(roster, book, base, options, watch) {
            Ok(one) => {
                (all.ended, all.figures) = (Some(one.ended), one.figures);
                all.differences = one.differences;
            }
            Err(fault) => all.fault = Some(fault.to_string()),
        }
    }
    watch.done(&one.key, all.ended);
    all
}

/// What a scenario gives against a base.
pub(super) struct AgainstBase {
    /// How the solve ended.
    pub(super) ended: Ended,
    /// Its figures, when there is a plan.
    pub(super) figures: Option<Figures>,
    /// What differs from the base.
    pub(super) differences: Option<Differences>,
    /// Its letters.
    pub(super) letters: Option<Published>,
}

/// A scenario against the base: among plans alike in every goal, the one that changes the fewest
/// letters of the base.
pub(super) fn against(
    roster: &Roster,
    book: &RuleBook,
    (base_facts, base): Base<'_>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<AgainstBase, RunFault> {
    if options.until.cuts() {
        return Ok(AgainstBase {
            ended: Ended::NotTried,
            figures: None,
            differences: None,
            letters: None,
        });
    }
    let question = Question {
        published: base.map(|base| letters(&base.placement, base_facts.roster, roster, false)),
        ..Question::default()
    };
    let facts = Facts::asked(roster, book, &question);
    let decision = decide(&facts, options, false, watch)?;
    let plan = whole(&facts, &decision, options)?;
    let plan = plan.as_ref();
    let both = base.zip(plan);
    Ok(AgainstBase {
        ended: ended(&decision, plan),
        figures: plan.map(|plan| figures(&facts, plan)),
        differences: both.map(|(base, plan)| differences((base_facts, base), (&facts, plan))),
        letters: plan.map(|plan| letters(&plan.placement, roster, roster, false)),
    })
}

fn unsolved(key: &str, checked: &Checked) -> Compared {
    let county = checked.county();
    let told = checked.findings.0.iter();
    let told = told.filter(|one| one.severity != Severity::Note);
    Compared {
        key: key.to_owned(),
        title_zh: county.title_zh,
        title_en: county.title_en,
        findings: Findings(told.cloned().collect()),
        ..Compared::default()
    }
}

impl Compared {
    /// Whether its input has errors or the program failed on it.
    pub fn failed(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether there is an answer, proved as was asked: a plan, or that there is none.
    pub fn is_settled(&self) -> bool {
        self.ended.is_some_and(Ended::is_settled)
    }
}
