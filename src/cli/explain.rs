//! `lungang explain`: why, why not, what instead, at what cost.

use super::args::ExplainArgs;
use super::{Exit, Shell, Trouble};
use crate::facts::Facts;
use crate::law::nearest_hint;
use crate::report;
use crate::run;
use crate::text::Text;
use serde::Serialize;
use std::slice::from_ref;

pub(super) fn run(shell: &Shell, args: &ExplainArgs) -> Result<Exit, Trouble> {
    let options = super::plan::options(&args.solve)?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    let checked = run::check(&documents);
    let Some((roster, book)) = checked.ready() else {
        return shell.findings(&checked.findings);
    };
    let (doc, findings) = run::read_plan_file(&checked, &args.plan)?;
    let Some(doc) = doc else {
        return shell.findings(&findings);
    };
    let facts = Facts::new(roster, book);
    let plan = match run::given(&facts, &doc, &options)? {
        Ok(plan) => plan,
        Err(findings) => {
            shell.findings(&findings)?;
            return Ok(Exit::Errors);
        }
    };
    if !shell.json && !shell.quiet {
        shell.say(&report::findings(&findings, shell.lang, false))?;
    }
    if let Some(id) = &args.teacher {
        let known = roster.teachers.iter().map(|one| one.id.as_str());
        let who = roster
            .find_teacher(id)
            .ok_or_else(|| unknown("--teacher", id, known))?;
        let before = run::undecided(&facts, &options)?;
        let answer = run::explain_teacher(&facts, &plan, &before, who, &options)?;
        return show(shell, &answer, &report::teacher_answer(&answer, shell.lang));
    }
    if let Some(id) = &args.school {
        let known = roster.schools.iter().map(|one| one.id.as_str());
        let no = roster
            .find_school(id)
            .ok_or_else(|| unknown("--school", id, known))?;
        let of_doc = doc.schools.iter().find(|one| one.id == *id);
        let answer = run::explain_school(&facts, &plan, no, &options)?;
        let text = report::school_answer(&answer, of_doc, shell.lang);
        return show(shell, &answer, &text);
    }
    let id = args.rule.as_deref().unwrap_or_default();
    let cards = crate::rules::cards();
    let card = cards.iter().find(|card| card.id == id || card.code == id);
    let ids = || cards.iter().map(|card| card.id);
    let card = card.ok_or_else(|| unknown("--rule", id, ids()))?;
    match run::explain_rule(&facts, &plan, card.id, &options)? {
        Some(answer) => show(shell, &answer, &report::rule_answer(&answer, shell.lang)),
        None => Err(unknown("--rule", id, ids())),
    }
}

fn show(shell: &Shell, answer: &impl Serialize, text: &str) -> Result<Exit, Trouble> {
    if shell.json {
        shell.facts(answer)?;
    } else {
        shell.say(text)?;
    }
    Ok(Exit::Done)
}

fn unknown<'k>(flag: &str, id: &str, known: impl Iterator<Item = &'k str>) -> Trouble {
    let expected = Text::new("情景中已有的编号", "an id of the scenario");
    let hint = nearest_hint(id, known);
    let shown = format!("{id}{}", crate::text::show(&hint, crate::text::Lang::Zh));
    Trouble::argument(flag, &shown, expected)
}
