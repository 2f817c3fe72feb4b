//! `lungang explain`: why, why not, what instead, at what cost.

use super::args::ExplainArgs;
use super::{Exit, Shell, Trouble};
use crate::domain::TeacherNo;
use crate::facts::Facts;
use crate::notice::{self, Told};
use crate::plan::Plan;
use crate::print::docx::docx;
use crate::solve::Options;
use crate::text::{Blanks, Text};
use crate::{blanks, report, run};
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
    let plan = match crate::decide::given(&facts, &doc, &options)? {
        Ok(plan) => plan,
        Err(findings) => {
            shell.findings(&findings)?;
            return Ok(Exit::Errors);
        }
    };
    if !shell.json && !shell.quiet {
        shell.say(&report::findings(&findings, shell.lang, false))?;
    }
    let about = About {
        shell,
        args,
        facts: &facts,
        doc: &doc,
        plan: &plan,
        options: &options,
    };
    if args.teacher.is_some() || args.notices.is_some() {
        about.people()
    } else if args.prices {
        about.prices()
    } else if let Some(id) = &args.school {
        about.school(id)
    } else {
        about.rule(args.rule.as_deref().unwrap_or_default())
    }
}

/// What an answer is made from.
struct About<'a> {
    shell: &'a Shell,
    args: &'a ExplainArgs,
    facts: &'a Facts<'a>,
    doc: &'a Plan,
    plan: &'a crate::decide::Decided,
    options: &'a Options,
}

impl About<'_> {
    /// A teacher's answer, her notice, or the notices of all who move.
    fn people(&self) -> Result<Exit, Trouble> {
        let (shell, roster) = (self.shell, self.facts.roster);
        let mut told = Told {
            facts: self.facts,
            doc: self.doc,
            answer: None,
            lang: shell.lang,
        };
        let Some(id) = &self.args.teacher else {
            let movers = self.doc.moves.iter();
            let movers: Vec<_> = movers
                .filter_map(|one| roster.find_teacher(&one.teacher))
                .collect();
            return self.notices(&told, &movers);
        };
        let known = roster.teachers.iter().map(|one| one.id.as_str());
        let who = roster.find_teacher(id);
        let who = who
            .ok_or_else(|| Trouble::unknown_id("--teacher", id, known, (KNOWN, self.shell.lang)))?;
        let before = crate::decide::undecided(self.facts, self.options)?;
        let answer =
            crate::study::explain_teacher(self.facts, self.plan, &before, who, self.options)?;
        show(shell, &answer, &report::teacher_answer(&answer, shell.lang))?;
        told.answer = Some(&answer);
        self.notices(&told, &[who])
    }

    /// Writes a page for each of them, when pages are asked for.
    fn notices(&self, told: &Told<'_>, whom: &[TeacherNo]) -> Result<Exit, Trouble> {
        let Some(folder) = &self.args.notices else {
            return Ok(Exit::Done);
        };
        for who in whom {
            let notice = notice::notice(told, *who);
            let path = folder.join(notice::file_name(&notice));
            let fault = |source| run::RunFault::File {
                path: path.clone(),
                source,
            };
            run::write_file(&path, &docx(&notice.letter).map_err(fault)?)?;
        }
        let words = blanks! { number: whom.len(), folder: folder.display().to_string() };
        self.shell.tell(WROTE, &words)?;
        Ok(Exit::Done)
    }

    fn prices(&self) -> Result<Exit, Trouble> {
        let (prices, whole) = crate::study::all_prices(self.facts, self.plan, self.options)?;
        let table = report::price_table(&prices, self.shell.lang);
        show(
            self.shell,
            &serde_json::json!({ "prices": prices, "whole": whole }),
            &table,
        )?;
        if !whole {
            self.shell.tell(SOME, &Blanks::new())?;
        }
        Ok(Exit::Done)
    }

    fn school(&self, id: &str) -> Result<Exit, Trouble> {
        let roster = self.facts.roster;
        let known = roster.schools.iter().map(|one| one.id.as_str());
        let no = roster.find_school(id);
        let no =
            no.ok_or_else(|| Trouble::unknown_id("--school", id, known, (KNOWN, self.shell.lang)))?;
        let of_doc = self.doc.schools.iter().find(|one| one.id == *id);
        let answer = crate::study::explain_school(self.facts, self.plan, no, self.options)?;
        let text = report::school_answer(&answer, of_doc, self.shell.lang);
        show(self.shell, &answer, &text)
    }

    fn rule(&self, id: &str) -> Result<Exit, Trouble> {
        let cards = crate::rules::cards();
        let card = cards.iter().find(|card| card.id == id || card.code == id);
        let ids = || cards.iter().map(|card| card.id.key());
        let card =
            card.ok_or_else(|| Trouble::unknown_id("--rule", id, ids(), (KNOWN, self.shell.lang)))?;
        let answer = crate::study::explain_rule(self.facts, self.plan, card.id, self.options)?;
        let answer = answer
            .ok_or_else(|| Trouble::unknown_id("--rule", id, ids(), (KNOWN, self.shell.lang)))?;
        show(
            self.shell,
            &answer,
            &report::rule_answer(&answer, self.shell.lang),
        )
    }
}

const KNOWN: Text = Text::new("情景中已有的编号", "an id of the scenario");
const SOME: Text = Text::new(
    "有的规定用足之处较多，每条只列其中一部分；全部代价见 --rule。",
    "Some rules bind at many places; only some of each are listed. --rule shows them all.",
);
const WROTE: Text = Text::new(
    "{number}份告知书已写入{folder}。公示期、盖章和日期请按本地规定填写。",
    "{number} notices are in {folder}. Fill in posting dates, seal and date as local rules ask.",
);

fn show(shell: &Shell, answer: &impl Serialize, text: &str) -> Result<Exit, Trouble> {
    if shell.json {
        shell.facts(answer)?;
    } else {
        shell.say(text)?;
    }
    Ok(Exit::Done)
}
