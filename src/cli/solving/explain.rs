//! `lungang explain`: why, why not, what instead, at what cost.

use super::options::{SolveArgs, unknown_id};
use super::watch::Ear;
use super::{Exit, Shell, Trouble, stopped};
use super::{beside, named};
use crate::decide::{Decided, built, given};
use crate::disk::{DocumentSet, Home, Kind, Named};
use crate::domain::{NOTHING_MORE, TeacherNo};
use crate::facts::Facts;
use crate::input::Edit;
use crate::notice::{self, Told};
use crate::plan::Plan;
use crate::print::docx::docx;
use crate::rules::cards;
use crate::solve::Options;
use crate::study::TeacherAnswer;
use crate::text::{Blanks, Text};
use crate::{blanks, report, run, study};
use clap::Args;
use std::path::{Path, PathBuf};
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
    let ear = Ear::new(*shell, &options.until);
    args.notices.as_deref().map(Home::claim).transpose()?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    let checked = run::check(&documents);
    let Some(facts) = checked.facts(&NOTHING_MORE) else {
        return shell.findings(&checked.findings);
    };
    let read = run::explained_file(&checked, &args.plan, options.until.left())?;
    let mut findings = read.findings;
    let (Some(doc), Some(whole)) = (read.doc, read.whole) else {
        return shell.findings(&findings);
    };
    beside::tell(shell, &checked, (&doc, &args.plan))?;
    if findings.has_errors() {
        let exit = shell.findings(&findings)?;
        shell.insist(FIRST, &Blanks::new())?;
        return Ok(exit);
    }
    let plan = match given(&facts, &doc, &options)? {
        Ok(plan) => plan,
        Err(broken) => {
            findings.append(broken);
            shell.findings(&findings)?;
            return Ok(Exit::Errors);
        }
    };
    if !shell.json && !shell.quiet {
        shell.say(&report::findings(&findings, shell.lang, false))?;
    }
    let about = About {
        shell,
        facts: &facts,
        doc: &whole,
        plan: &plan,
        options: &options,
    };
    let notices = args.notices.as_deref();
    ear.during(|_| match (&args.teacher, &args.school, &args.rule) {
        (Some(id), ..) => about.teacher(id, notices),
        (_, Some(id), _) => about.school(id),
        (.., Some(id)) => about.rule(id),
        _ if args.prices => about.prices(),
        _ => about.movers(notices),
    })?;
    stopped::tell(shell, &options.until)?;
    let cut = options.until.has_cut();
    Ok(Exit::first_of([(cut, Exit::Unproved)]))
}

/// What an answer is made from.
struct About<'a> {
    shell: &'a Shell,
    facts: &'a Facts<'a>,
    doc: &'a Plan,
    plan: &'a Decided,
    options: &'a Options,
}

impl About<'_> {
    /// A teacher's answer, and her notice.
    fn teacher(&self, id: &str, notices: Option<&Path>) -> Result<(), Trouble> {
        let (shell, roster) = (self.shell, self.facts.roster);
        let who = named::teacher(shell, "--teacher", roster, id)?;
        let answer = study::explain_teacher(self.facts, self.plan, who, self.options)?;
        shell.answer(&answer, &report::teacher_answer(&answer, shell.lang))?;
        self.notices(notices, Some(&answer), &[who])
    }

    /// The notices of all who move, and of all who come back from a posting.
    fn movers(&self, notices: Option<&Path>) -> Result<(), Trouble> {
        let movers = self.doc.moves.iter();
        let movers = movers.filter_map(|one| self.facts.roster.find_teacher(&one.teacher));
        let told = self.told(None);
        let whom: Vec<TeacherNo> = movers.chain(notice::returning(&told)).collect();
        self.notices(notices, None, &whom)
    }

    /// What notices are made from.
    fn told<'t>(&'t self, answer: Option<&'t TeacherAnswer>) -> Told<'t> {
        Told {
            facts: self.facts,
            doc: self.doc,
            answer,
            lang: self.shell.lang,
        }
    }

    /// Writes a page for each of them, when pages are asked for.
    fn notices(
        &self,
        folder: Option<&Path>,
        answer: Option<&TeacherAnswer>,
        whom: &[TeacherNo],
    ) -> Result<(), Trouble> {
        let Some(folder) = folder else {
            return Ok(());
        };
        let told = self.told(answer);
        let letter = |who: &TeacherNo| {
            let notice = notice::notice(&told, *who);
            let name = notice::file_name(&notice);
            let bytes = docx(&notice.letter);
            let bytes = bytes.map_err(|error| Trouble::file(folder.join(&name), &error))?;
            Ok(Named::new(name, bytes))
        };
        let files = whom.iter().map(letter).collect::<Result<_, Trouble>>()?;
        let set = DocumentSet {
            kind: Kind::Notices,
            digest: self.doc.digest.clone(),
            files,
        };
        let moved = Home::claim(folder)?.stage(&set)?.place()?;
        let words = blanks! { number: whom.len(), folder: folder.display().to_string() };
        self.shell.tell(WROTE, &words)?;
        self.shell.moved(moved, folder)
    }

    fn prices(&self) -> Result<(), Trouble> {
        let all = match built(self.facts, false, self.options) {
            Some(program) => study::all_prices(&program, self.plan, self.options)?,
            None => study::Prices::default(),
        };
        self.shell
            .answer(&all, &report::prices(&all, self.shell.lang))?;
        if !all.whole && !self.options.until.has_cut() {
            self.shell.tell(SOME, &Blanks::new())?;
        }
        Ok(())
    }

    fn school(&self, id: &str) -> Result<(), Trouble> {
        let roster = self.facts.roster;
        let no = named::one_school(self.shell, "--school", roster, id)?;
        let id = &roster.school(no).id;
        let of_doc = self.doc.schools.iter().find(|one| one.id == *id);
        let answer = study::explain_school(self.facts, self.plan, no, self.options)?;
        let text = report::school_answer(&answer, of_doc, self.shell.lang);
        self.shell.answer(&answer, &text)
    }

    fn rule(&self, id: &str) -> Result<(), Trouble> {
        let cards = cards();
        let card = cards.iter().find(|card| card.id == id || card.code == id);
        let ids = cards.iter().map(|card| card.id.key());
        let answer = match card {
            Some(card) => study::explain_rule(self.facts, self.plan, card.id, self.options)?,
            None => None,
        };
        let answer = answer.ok_or_else(|| unknown_id(self.shell, "--rule", id, ids, KNOWN))?;
        let words = report::rule_answer(&answer, self.shell.lang);
        self.shell.answer(&answer, &words)
    }
}

const KNOWN: Text = Text::new("情景中已有的编号", "an id of the scenario");
const FIRST: Text = Text::new(
    "方案文件有错误，没有作说明，也没有写告知书。有意改动了方案的，先运行 lungang replan --from，以重排后的方案为准；不是有意的，用原方案。",
    "The plan has errors: nothing was explained and no notice written. If it was edited on purpose, run `lungang replan --from` first and use the new plan; if not, use the plan as it was written.",
);
const SOME: Text = Text::new(
    "有的规定用足之处较多，每条只列其中一部分；全部代价见 --rule。",
    "Some rules bind at many places; only some of each are listed. --rule shows them all.",
);
const WROTE: Text = Text::new(
    "{number}份告知书已写入{folder}。公示期、盖章和日期请按本地规定填写。",
    "{number} notices are in {folder}. Fill in posting dates, seal and date as local rules ask.",
);
