//! What a new round of planning begins with: the tables, the plan of the round before, what was edited in it, and the
//! decisions of both and of the command.

use super::earlier::TO_WITHDRAW;
use super::named;
use super::options::{SolveArgs, withstand};
use super::{Shell, Trouble};
use crate::blanks;
use crate::cli::ending::bad_argument;
use crate::domain::{NOTHING_MORE, Roster, TeacherNo};
use crate::finding::{Finding, Findings};
use crate::input::{Documents, Edit, Whom, day_of, is_decided, listed, person};
use crate::plan::{Edited, Made, Plan, edited};
use crate::policy::nearest_hint;
use crate::run::{self, Carried, Checked, Replan, Ruling};
use crate::text::{Text, show};
use clap::Args;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

const NO_LETTER: Text = Text::new(
    "{name}（{id}）：在教师表中，方案没有安排其去向",
    "{name} ({id}), who is on the roster and has no letter of the plan",
);
const A_LETTER: Text = Text::new(
    "方案安排了去向的教师（工号或姓名），见教师交流轮岗花名册",
    "somebody whom the plan moves, by id or name; see its rotation roll",
);

#[derive(Debug, Args)]
pub(crate) struct ReplanArgs {
    pub(super) scenario: PathBuf,
    #[arg(long, value_name = "PLAN")]
    pub(super) from: PathBuf,
    #[arg(long, value_name = "ID,…")]
    pub(super) refuse: Vec<String>,
    #[arg(long, value_name = "ID,…")]
    pub(super) withdraw: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) author: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<String>,
    #[arg(long)]
    pub(super) free: bool,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(super) withstand: u32,
    #[arg(long)]
    pub(super) reserves: bool,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    pub(super) redact: bool,
    #[arg(long, value_name = "PATH=VALUE")]
    pub(super) set: Vec<Edit>,
    #[command(flatten)]
    pub(super) solve: SolveArgs,
}

/// A round, ready to be solved.
pub(super) struct Round {
    /// The tables with every decision.
    pub(super) documents: Documents,
    pub(super) checked: Checked,
    /// The plan of the round before, and what was edited in it.
    pub(super) doc: Plan,
    pub(super) edits: Vec<Edited>,
    pub(super) asked: Replan,
    /// How many decisions are new to the decisions file.
    pub(super) rulings: usize,
    /// What is said of file and decisions.
    pub(super) told: Findings,
}

impl Round {
    /// Opens a round, in the time that is left; findings where it cannot be.
    pub(super) fn opened(
        shell: &Shell,
        args: &ReplanArgs,
        (documents, left): (&Documents, Option<Duration>),
    ) -> Result<Result<Self, Findings>, Trouble> {
        let checked = run::check(documents);
        let Some(facts) = checked.facts(&NOTHING_MORE) else {
            return Ok(Err(checked.findings));
        };
        withstand(args.withstand, &facts)?;
        let (doc, findings) = run::read_plan_file(&checked, &args.from, left)?;
        let Some(doc) = doc else {
            return Ok(Err(findings));
        };
        let (edits, found) = run::hand_edits(&facts, &doc);
        let mut told = run::beside_edits(findings);
        told.append(found);
        if told.has_errors() {
            return Ok(Err(told));
        }
        let asked = asked(shell, args, facts.roster, &doc)?;
        let carried = carried(args, facts.roster, documents, (&doc, &asked))?;
        told.append(carried.told);
        if told.has_errors() {
            return Ok(Err(told));
        }
        let again = (!carried.rulings.is_empty())
            .then(|| run::check(&run::with_rulings(documents, &carried.rulings)));
        let checked = again.unwrap_or_else(|| checked.clone());
        let Some(facts) = checked.facts(&NOTHING_MORE) else {
            return Ok(Err(checked.findings));
        };
        let rulings = run::new_rulings(&facts, &asked, &edits);
        signed(args, &rulings)?;
        let rulings = [carried.rulings, rulings].concat();
        let documents = run::with_rulings(documents, &rulings);
        let checked = run::check(&documents);
        let Some(roster) = &checked.roster else {
            return Ok(Err(checked.findings));
        };
        told.append(run::idle_rulings(roster, &rulings));
        if told.has_errors() {
            return Ok(Err(told));
        }
        told.append(of_decisions(&checked));
        let newer = run::newer_beside(&doc, &args.from, args.out.as_deref());
        told.0.extend(newer);
        Ok(Ok(Self {
            rulings: rulings.len(),
            documents,
            checked,
            doc,
            edits,
            asked,
            told,
        }))
    }
}

/// What the check says of decisions files.
fn of_decisions(checked: &Checked) -> Findings {
    let said = checked.findings.0.iter();
    let place = |one: &&Finding| one.place.as_ref().is_some_and(is_decided);
    Findings(said.filter(place).cloned().collect())
}

/// Decisions that are written say when, by whom and why.
fn signed(args: &ReplanArgs, rulings: &[Ruling]) -> Result<(), Trouble> {
    if args.out.is_none() || rulings.is_empty() {
        return Ok(());
    }
    let said = [
        ("--date", args.date.as_ref(), A_DATE),
        ("--author", args.author.as_ref(), AN_AUTHOR),
        ("--reason", args.reason.as_ref(), A_REASON),
    ];
    let mut unsaid = said.into_iter();
    let unsaid = unsaid.find(|one| one.1.is_none_or(|word| word.trim().is_empty()));
    unsaid.map_or(Ok(()), |(flag, _, what)| Err(bad_argument(flag, "", what)))
}

/// What the plan carries besides the decisions file; a word of `--withdraw` that fits nothing is a mistake.
fn carried(
    args: &ReplanArgs,
    roster: &Roster,
    documents: &Documents,
    (doc, asked): (&Plan, &Replan),
) -> Result<Carried, Trouble> {
    let words = named::withdrawn(roster, &args.withdraw);
    let carried = run::carried(roster, documents, doc, (&words, &asked.refuse));
    match carried.unused.first() {
        Some(word) => Err(bad_argument("--withdraw", word, TO_WITHDRAW)),
        None => Ok(carried),
    }
}

const AN_AUTHOR: Text = Text::new(
    "由谁决定，如 局务会（写入 decisions.toml，程序不代填）",
    "who decided, such as the board; it is kept in decisions.toml, and nobody is made up",
);
const A_REASON: Text = Text::new(
    "为什么，如 家人病重（写入 decisions.toml，程序不代填）",
    "why, such as illness in the family; it is kept in decisions.toml",
);

/// What is asked of a new plan.
fn asked(shell: &Shell, args: &ReplanArgs, roster: &Roster, doc: &Plan) -> Result<Replan, Trouble> {
    Ok(Replan {
        refuse: refusing(shell, &args.refuse, roster, doc)?,
        reason: args.reason.clone(),
        author: args.author.clone(),
        date: date(args, roster)?,
        free: args.free,
        withstand: args.withstand,
        lang: shell.lang,
    })
}

/// The day of a decision, which no clock tells: as it was given, or, of a mere trial, that of the last decision.
fn date(args: &ReplanArgs, roster: &Roster) -> Result<String, Trouble> {
    let Some(said) = &args.date else {
        let Some(last) = run::last_day(roster) else {
            return Ok(roster.date.to_string());
        };
        // A refusal that is tried is the last word; an edit that says otherwise than a decision is asked.
        let next = last.tomorrow().unwrap_or(last);
        let day = if args.refuse.is_empty() { last } else { next };
        return Ok(day.to_string());
    };
    let day = day_of(said).ok_or_else(|| bad_argument("--date", said, A_DATE))?;
    Ok(day.to_string())
}

const A_DATE: Text = Text::new(
    "作出决定的日期，如 2026-08-20（写入 decisions.toml）",
    "when it was decided, such as 2026-08-20; it is kept in decisions.toml",
);

/// Those who refuse: people to whom the plan gives a letter, or gave one before it was edited.
fn refusing(
    shell: &Shell,
    words: &[String],
    roster: &Roster,
    doc: &Plan,
) -> Result<Vec<TeacherNo>, Trouble> {
    let letters = letters_of(doc);
    let mut people = Vec::new();
    let all = listed(words);
    if all.is_empty() && !words.is_empty() {
        return Err(bad_argument("--refuse", "", A_LETTER));
    }
    for word in all {
        // Whoever has a letter is meant rather than anybody else of the roster.
        if matches!(person(roster, &word), Whom::Nobody(_)) {
            let known = letters.iter().filter_map(|id| roster.find_teacher(id));
            let known = known.map(|no| roster.teacher(no));
            let known = known.flat_map(|one| [one.id.as_str(), one.name.as_str()]);
            let near = show(&nearest_hint(&word, known), shell.lang);
            if !near.is_empty() {
                return Err(bad_argument("--refuse", &format!("{word}{near}"), A_LETTER));
            }
        }
        let who = named::teacher(shell, "--refuse", roster, &word)?;
        let id = roster.teacher_id(who);
        // Whoever has refused already does so again.
        let mut before = doc.asked.refusals.iter();
        let again = run::has_refused(roster, who) || before.any(|one| one.teacher == id);
        if !letters.contains(&id) && !again {
            let blanks = blanks! { name: roster.teacher_name(who), id: id };
            let said = NO_LETTER.fill(shell.lang, &blanks);
            return Err(bad_argument("--refuse", &said, A_LETTER));
        }
        people.push(who);
    }
    Ok(people)
}

/// Staff ids of all to whom a plan gives a letter, or gave one when it was made.
fn letters_of(doc: &Plan) -> BTreeSet<String> {
    let before = edited(doc).unwrap_or_default();
    let before = before.into_iter().filter(|one| one.what == Made::Letter);
    let now = doc.moves.iter().map(|one| one.teacher.clone());
    now.chain(before.map(|one| one.of)).collect()
}
