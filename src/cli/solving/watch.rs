//! The progress line of a running solve, and Ctrl-C.

use crate::blanks;
use crate::cli::shell::{Shell, before_saying};
use crate::plan::Ended;
use crate::solve::{Progress, Until, Watch};
use crate::study::StudyWatch;
use crate::text::{Lang, Text};
use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::io::{self, IsTerminal, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// How often the line is drawn anew.
const TICK: Duration = Duration::from_millis(200);
const LINE: Text = Text::new(
    "目标{number}/{of}：{goal}，下界{bound}",
    "goal {number}/{of}: {goal}, bound {bound}",
);
const DONE: Text = Text::new(
    "已完成{number}/{of}：{key}，{ended}",
    "{number}/{of} done: {key}, {ended}",
);
const READING: Text = Text::new(
    "正在读取和核对数据（按 Ctrl-C 停止）",
    "reading and checking the tables (Ctrl-C stops)",
);
const SEEKING: Text = Text::new(
    "没有满足全部硬性规定的方案，正在查找互相冲突的规定和可行的特批",
    "no plan obeys every must-rule; looking for the rules that conflict and for approvals that help",
);
const SOLVED: Text = Text::new("，已求解{number}次", "; solved so far: {number}");
const FAILED: Text = Text::new("数据有误", "input has errors");
const SOLVING: Text = Text::new(
    "正在逐项求解（按 Ctrl-C 停止，已求得的照样给出）",
    "solving one by one (Ctrl-C stops, what is known is shown)",
);
const WRITING: Text = Text::new(
    "正在核对方案、编制文件（按 Ctrl-C，尚未核算的从略）",
    "checking the plan and making its documents (Ctrl-C leaves out what is not reckoned yet)",
);
const QUIT: Text = Text::new(
    "按 Ctrl-C 停止，没有结果。",
    "Stopped by Ctrl-C, without a result.",
);
const STOPPING: Text = Text::new("正在停止……", "stopping…");

/// Shows the news on standard error when that is a terminal, and stops when the user asks.
pub(super) struct Ear {
    bar: ProgressBar,
    lang: Lang,
    /// Whether there may be something to keep when it is stopped.
    working: Arc<AtomicBool>,
    /// Whether what is solved now is no plan.
    seeking: AtomicBool,
    /// Solves that are done, of so many; none when there is only one.
    solves: Option<(AtomicUsize, usize)>,
}

impl Ear {
    /// Listens to Ctrl-C from now on, and shows that the command is at work. While tables are read, and when it is asked
    /// twice, Ctrl-C ends the program at once; nothing is half written then either, since files are written beside their
    /// place and renamed.
    pub(super) fn new(shell: Shell, until: &Until) -> Self {
        let shown = !shell.quiet && !shell.json && io::stderr().is_terminal();
        let bar = if shown {
            ProgressBar::new_spinner()
        } else {
            ProgressBar::hidden()
        };
        let lang = shell.lang;
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}{solves}") {
            let until = until.clone();
            bar.set_style(style.with_key(
                "solves",
                move |_: &ProgressState, line: &mut dyn Write| {
                    let number = until.solves();
                    if number > 1 {
                        // A line that cannot be written is not seen.
                        let _ = line.write_str(&SOLVED.fill(lang, &blanks! { number: number }));
                    }
                },
            ));
        }
        bar.set_message(READING.get(lang));
        bar.enable_steady_tick(TICK);
        let line = bar.clone();
        before_saying(Box::new(move || line.finish_and_clear()));
        let working = Arc::new(AtomicBool::new(false));
        let (until, shown, at_work) = (until.clone(), bar.clone(), Arc::clone(&working));
        // Without the handler Ctrl-C still ends the program, only less politely.
        let _ = ctrlc::set_handler(move || {
            shown.set_message(STOPPING.get(lang));
            if until.stop() || !at_work.load(Ordering::SeqCst) {
                shown.finish_and_clear();
                quit(lang);
            }
        });
        Self {
            bar,
            lang,
            working,
            seeking: AtomicBool::new(false),
            solves: None,
        }
    }

    /// The same for so many solves: the line then counts them.
    pub(super) fn of(mut self, number: usize) -> Self {
        self.solves = Some((AtomicUsize::new(0), number));
        self
    }

    /// Listens while something is solved, and takes the line away.
    pub(super) fn during<T>(&self, solve: impl FnOnce(&Self) -> T) -> T {
        self.saying(SOLVING, solve)
    }

    /// Listens while what was found is checked and its documents are made.
    pub(super) fn writing<T>(&self, make: impl FnOnce() -> T) -> T {
        self.saying(WRITING, |_| make())
    }

    fn saying<T>(&self, words: Text, work: impl FnOnce(&Self) -> T) -> T {
        self.working.store(true, Ordering::SeqCst);
        if self.bar.is_finished() {
            self.bar.reset();
            self.bar.enable_steady_tick(TICK);
        }
        self.bar.set_message(words.get(self.lang));
        let answer = work(self);
        self.bar.finish_and_clear();
        answer
    }
}

#[allow(
    clippy::exit,
    reason = "there is nothing to keep, or the user asked twice"
)]
fn quit(lang: Lang) -> ! {
    // Standard error may be closed; there is nobody left to tell then.
    let _ = writeln!(io::stderr().lock(), "{}", QUIT.get(lang));
    std::process::exit(130)
}

impl Watch for Ear {
    fn heard(&self, news: Progress) {
        if self.solves.is_some() || self.seeking.load(Ordering::SeqCst) {
            return;
        }
        let bound = news.bound.map(|bound| format!("{bound:.0}"));
        let bound = bound.unwrap_or_else(|| "…".to_owned());
        let blanks = blanks! {
            number: news.number,
            of: news.of,
            goal: news.goal.text(),
            bound: bound,
        };
        self.bar.set_message(LINE.fill(self.lang, &blanks));
    }

    fn no_plan(&self) {
        if self.solves.is_none() {
            self.seeking.store(true, Ordering::SeqCst);
            self.bar.set_message(SEEKING.get(self.lang));
        }
    }
}

impl StudyWatch for Ear {
    fn done(&self, key: &str, ended: Option<Ended>) {
        if let Some((done, of)) = &self.solves {
            let number = done.fetch_add(1, Ordering::SeqCst) + 1;
            let ended = ended.map_or(FAILED, Ended::text);
            let blanks = blanks! { number: number, of: of, key: key, ended: ended };
            self.bar.set_message(DONE.fill(self.lang, &blanks));
        }
    }
}
