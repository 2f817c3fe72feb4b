//! `lungang replan`: after refusals or edits by hand, as few letters as possible change.

use super::round::{ReplanArgs, Round};
use super::{Ear, Exit, Shell, Trouble, stopped};
use super::{attach, beside};
use crate::decide::{letter_changes, withstands};
use crate::disk::Home;
use crate::domain::NOTHING_MORE;
use crate::facts::Facts;
use crate::input::Documents;
use crate::outputs::{Set, plan_set};
use crate::plan::{Edited, Made, Plan};
use crate::run::{self, Answer, Checked, NotKept, Solved};
use crate::solve::{Options, Until};
use crate::text::Text;
use crate::{blanks, report, study};
use serde_json::json;
use std::slice::from_ref;

const WROTE: Text = Text::new(
    "新方案已写入{file}，并已从文件读回审核。",
    "The new plan is in {file}; it was read back from there and audited.",
);

const EDITED: Text = Text::new(
    "方案有{number}人经人工调整，已按调整后的去向固定，其余重新测算。",
    "Letters edited by hand and kept as edited: {number}; the rest is solved anew.",
);
const DECIDED: Text = Text::new(
    "新的人事决定{number}项已记入{file}，以后各轮照此执行；要撤回的，删去相应一项，并在重排时加 --withdraw。",
    "New decisions in {file}: {number}; they hold in every later round. To withdraw one, take it out and name it with --withdraw.",
);
const NOT_WRITTEN: Text = Text::new(
    "试算而已：{number}项人事决定和新方案都没有写出；要写出，加 --out。",
    "Only tried: the new plan was not written, nor new decisions ({number}); add --out to write them.",
);
const STOPPED: Text = Text::new(
    "到了 --time-limit 的时间，{ended}：没有新方案，原方案不变，也没有记入人事决定。加大 --time-limit 或不设时限。",
    "The time of --time-limit was up: {ended}; there is no new plan, the old one stands, and no decision was entered. Give more time, or no limit.",
);
const BY_HAND: Text = Text::new(
    "按 Ctrl-C 停止，{ended}：没有新方案，原方案不变，也没有记入人事决定。让它算完即可。",
    "Stopped by Ctrl-C: {ended}; there is no new plan, the old one stands, and no decision was entered. Let it finish.",
);
pub(super) fn run(shell: &Shell, args: &ReplanArgs) -> Result<Exit, Trouble> {
    let options = args.solve.options()?;
    let ear = Ear::new(*shell, &options.until);
    args.out.as_deref().map(Home::claim).transpose()?;
    let documents = run::load_changed(from_ref(&args.scenario), &args.set)?;
    let round = match Round::opened(shell, args, (&documents, options.until.left()))? {
        Ok(round) => round,
        Err(found) => return shell.findings(&found),
    };
    let Some(facts) = round.checked.facts(&NOTHING_MORE) else {
        return shell.findings(&round.checked.findings);
    };
    if !shell.json && !shell.quiet {
        shell.say(&report::findings(&round.told, shell.lang, false))?;
    }
    let (doc, edits) = (&round.doc, &round.edits);
    beside::tell(shell, &round.checked, (doc, &args.from))?;
    let question = run::after_refusals(&facts, doc, &round.asked, edits);
    tell_letters(shell, edits)?;
    let mut kept = Kept {
        documents: &round.documents,
        rulings: round.rulings,
        doc,
        edits,
        reasons: Vec::new(),
        options: &options,
    };
    let facts = facts.asking(&question);
    match ear.during(|ear| run::solve(&facts, &options, false, ear))? {
        Answer::NoPlan(why) => {
            shell.answer(&why, &report::no_plan(&why, shell.lang))?;
            Ok(Exit::NoPlan)
        }
        Answer::Stopped(ended) => {
            if shell.json {
                shell.facts(&json!({ "ok": false, "ended": ended }))?;
            }
            let by_hand = options.until.is_stopped();
            let says = if by_hand { BY_HAND } else { STOPPED };
            shell.insist(says, &blanks! { ended: ended.text() })?;
            Ok(Exit::Unproved)
        }
        Answer::Plan(mut solved) => {
            kept.reasons = run::hold(&facts, &mut solved.decided, doc, edits);
            let checked = &round.checked;
            tell((shell, &ear), args, checked, &facts, (&solved, &kept))
        }
    }
}

/// Tells what was not reckoned when it was stopped: of the new plan where there is one, and by what it was stopped.
fn tell_unfinished(shell: &Shell, doc: Option<&Plan>, until: &Until) -> Result<(), Trouble> {
    let left = doc.and_then(|doc| report::unfinished(doc, shell.lang));
    if let (Some(left), false) = (left, shell.json) {
        shell.say(&format!("{left}\n"))?;
    }
    stopped::tell(shell, until)
}

/// Tells how many letters were edited.
fn tell_letters(shell: &Shell, edits: &[Edited]) -> Result<(), Trouble> {
    let number = edits.iter().filter(|one| one.what == Made::Letter).count();
    if number == 0 {
        return Ok(());
    }
    shell.tell(EDITED, &blanks! { number: number })
}

/// What a new plan must keep.
struct Kept<'a> {
    documents: &'a Documents,
    /// How many decisions are new.
    rulings: usize,
    /// The file.
    doc: &'a Plan,
    edits: &'a [Edited],
    /// Why edits are not kept.
    reasons: Vec<NotKept>,
    /// How to solve: one end for the whole command.
    options: &'a Options,
}

impl Kept<'_> {
    /// Writes the decisions file, where there is anything new.
    fn write(&self, shell: &Shell) -> Result<(), Trouble> {
        if self.rulings == 0 {
            return Ok(());
        }
        run::write_decisions(self.documents)?;
        let file = self.documents.decisions_file.display().to_string();
        shell.tell(DECIDED, &blanks! { number: self.rulings, file: file })
    }
}

/// Writes the new plan and tells what changed.
fn tell(
    (shell, ear): (&Shell, &Ear),
    args: &ReplanArgs,
    checked: &Checked,
    facts: &Facts<'_>,
    (solved, kept): (&Solved<'_>, &Kept<'_>),
) -> Result<Exit, Trouble> {
    let plan = &solved.decided;
    let letters = letter_changes(facts, plan);
    let void = run::void_letters(facts, kept.doc);
    let reserves = || ear.during(|_| study::reserves(facts, plan, kept.options));
    let reserves = args.reserves.then(reserves).transpose()?;
    let withstands = args.reserves.then(|| withstands(facts, plan));
    let wanted = args.out.is_some() || !kept.edits.is_empty();
    let edited = (kept.doc, kept.edits);
    let accepted = || ear.writing(|| solved.accepted_holding(checked, kept.options, edited));
    let (accepted, beside) = wanted.then(accepted).transpose()?.unzip();
    let reasons = [kept.reasons.clone(), beside.unwrap_or_default()].concat();
    let fates = accepted
        .as_ref()
        .map(|new| run::fates(facts, kept.edits, &new.doc, &reasons));
    let fates = fates.unwrap_or_default();
    let mut written = None;
    if let (Some(out), Some(plan)) = (&args.out, &accepted) {
        let set = Set::plain(shell.lang);
        let set = ear.writing(|| plan_set(facts, plan, set, args.redact))?;
        let staged = Home::claim(out)?.stage(&set)?;
        kept.write(shell)?;
        written = Some((set, staged.place()?, out));
    }
    if shell.json {
        shell.facts(&json!({
            "ok": true,
            "ended": plan.outcome.ended,
            "letters": letters,
            "edits": fates,
            "reserves": reserves,
            "withstands": withstands,
            "void": void,
            "present": accepted.as_ref().and_then(|new| new.doc.outcome.present),
            "undecided": accepted.as_ref().map(|new| &new.doc.outcome.undecided),
            "unfinished": kept.options.until.has_cut(),
        }))?;
    } else {
        shell.say(&report::fates(&fates, facts.roster, shell.lang))?;
        shell.say(&report::replan(&letters, reserves.as_deref(), shell.lang))?;
        shell.say(&report::void_letters(&void, shell.lang))?;
        if let Some(withstands) = &withstands {
            shell.say(&report::withstands(withstands, shell.lang))?;
        }
    }
    if written.is_none() && kept.rulings > 0 {
        shell.tell(NOT_WRITTEN, &blanks! { number: kept.rulings })?;
    }
    if let Some((set, moved, out)) = written {
        let file = out.join("plan.json").display().to_string();
        shell.tell(WROTE, &blanks! { file: file })?;
        attach::tell(shell, &set, out)?;
        shell.moved(moved, out)?;
    }
    let cut = kept.options.until.has_cut();
    tell_unfinished(
        shell,
        accepted.as_ref().map(|new| &new.doc),
        &kept.options.until,
    )?;
    Ok(Exit::first_of([(cut, Exit::Unproved)]))
}
