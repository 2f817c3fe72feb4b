//! `lungang explain`: why, why not, what instead, at what cost.

use super::options::{SolveArgs, unknown_id};
use super::{Exit, Shell, Trouble};
use crate::domain::{NOTHING_MORE, TeacherNo};
use crate::facts::Facts;
use crate::input::Edit;
use crate::notice::{self, Told};
use crate::plan::Plan;
use crate::print::docx::docx;
use crate::solve::Options;
use crate::text::{Blanks, Text};
use crate::{blanks, report, run, study};
use clap::Args;
use std::path::PathBuf;
use std::slice::from_ref;

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("asked").required(true).multiple(true))]
pub(crate) struct ExplainArgs {
    scenario: PathBuf,
    plan: PathBuf,
    #[arg(long, value_name = "ID", groups = ["asked", "whom"])]
    teacher: Option<String>,
    #[arg(long, value_name = "ID", groups = ["asked", "whom"])]
    school: Option<String>,
    #[arg(long, value_name = "ID", groups = ["asked", "whom"])]
    rule: Option<String>,
    #[arg(long, groups = ["asked", "whom"])]
    prices: bool,
    #[arg(long, value_name = "DIR", group = "asked", conflicts_with_all = ["school", "rule", "prices"])]
    notices: Option<PathBuf>,
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<Edit>,
    #[command(flatten)]
    solve: SolveArgs,
}

pub(super) fn run(shell: &Shell, args: &ExplainArgs) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    let checked = run::check(&documents);
    let Some(facts) = checked.facts(&NOTHING_MORE) else {
        return shell.findings(&checked.findings);
    };
    let (doc, findings) = run::read_plan_file(&checked, &args.plan)?;
    let Some(doc) = doc else {
        return shell.findings(&findings);
    };
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
        let who = who.ok_or_else(|| unknown_id(shell, "--teacher", id, known, KNOWN))?;
        let before = crate::decide::undecided(self.facts, self.options)?;
        let answer = study::explain_teacher(self.facts, self.plan, &before, who, self.options)?;
        shell.answer(&answer, &report::teacher_answer(&answer, shell.lang))?;
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
            let bytes = docx(&notice.letter).map_err(|error| Trouble::file(&path, &error))?;
            run::write_file(&path, &bytes)?;
        }
        let words = blanks! { number: whom.len(), folder: folder.display().to_string() };
        self.shell.tell(WROTE, &words)?;
        Ok(Exit::Done)
    }

    fn prices(&self) -> Result<Exit, Trouble> {
        let (prices, whole) = study::all_prices(self.facts, self.plan, self.options)?;
        let table = report::price_table(&prices, self.shell.lang);
        let facts = serde_json::json!({ "prices": prices, "whole": whole });
        self.shell.answer(&facts, &table)?;
        if !whole {
            self.shell.tell(SOME, &Blanks::new())?;
        }
        Ok(Exit::Done)
    }

    fn school(&self, id: &str) -> Result<Exit, Trouble> {
        let roster = self.facts.roster;
        let known = roster.schools.iter().map(|one| one.id.as_str());
        let no = roster.find_school(id);
        let no = no.ok_or_else(|| unknown_id(self.shell, "--school", id, known, KNOWN))?;
        let of_doc = self.doc.schools.iter().find(|one| one.id == *id);
        let answer = study::explain_school(self.facts, self.plan, no, self.options)?;
        let text = report::school_answer(&answer, of_doc, self.shell.lang);
        self.shell.answer(&answer, &text)?;
        Ok(Exit::Done)
    }

    fn rule(&self, id: &str) -> Result<Exit, Trouble> {
        let cards = crate::rules::cards();
        let card = cards.iter().find(|card| card.id == id || card.code == id);
        let ids = cards.iter().map(|card| card.id.key());
        let unknown = || unknown_id(self.shell, "--rule", id, ids, KNOWN);
        let answer = match card {
            Some(card) => study::explain_rule(self.facts, self.plan, card.id, self.options)?,
            None => None,
        };
        let answer = answer.ok_or_else(unknown)?;
        let words = report::rule_answer(&answer, self.shell.lang);
        self.shell.answer(&answer, &words)?;
        Ok(Exit::Done)
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
