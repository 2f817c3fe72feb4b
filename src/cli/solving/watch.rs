//! The progress line of a running solve, and Ctrl-C.

use crate::blanks;
use crate::cli::shell::Shell;
use crate::plan::Ended;
use crate::solve::{Progress, Until, Watch};
use crate::study::StudyWatch;
use crate::text::{Lang, Text};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const LINE: Text = Text::new(
    "目标{number}/{of}：{goal}，下界{bound}",
    "goal {number}/{of}: {goal}, bound {bound}",
);
const DONE: Text = Text::new(
    "已完成{number}/{of}：{key}，{ended}",
    "{number}/{of} done: {key}, {ended}",
);
const FAILED: Text = Text::new("数据有误", "input has errors");
const SOLVING: Text = Text::new(
    "正在逐项求解（按 Ctrl-C 停止，已求得的照样给出）",
    "solving one by one (Ctrl-C stops, what is known is shown)",
);
const STOPPING: Text = Text::new("正在停止……", "stopping…");

/// Shows the news on standard error when that is a terminal, and stops when the user asks.
pub(super) struct Ear {
    bar: ProgressBar,
    lang: Lang,
    /// Solves that are done, of so many; none when there is only one.
    solves: Option<(AtomicUsize, usize)>,
}

impl Ear {
    /// Listens to Ctrl-C from now on. A second Ctrl-C ends the program at once; nothing is half
    /// written then either, since files are written beside their place and renamed.
    pub(super) fn new(shell: Shell, until: &Until) -> Self {
        let shown = !shell.quiet && !shell.json && io::stderr().is_terminal();
        let bar = if shown {
            ProgressBar::new_spinner()
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        let (until, shown, lang) = (until.clone(), bar.clone(), shell.lang);
        // Without the handler Ctrl-C still ends the program, only less politely.
        let _ = ctrlc::set_handler(move || {
            shown.set_message(STOPPING.get(lang));
            if until.stop() {
                quit();
            }
        });
        Self {
            bar,
            lang,
            solves: None,
        }
    }

    /// The same for so many solves: the line then counts them.
    pub(super) fn of(mut self, number: usize) -> Self {
        self.solves = Some((AtomicUsize::new(0), number));
        self
    }

    /// Says that many things are solved one after another.
    pub(super) fn solving(&self) {
        self.bar.set_message(SOLVING.get(self.lang));
    }

    /// Listens while something is solved, and takes the line away.
    pub(super) fn during<T>(self, solve: impl FnOnce(&Self) -> T) -> T {
        let answer = solve(&self);
        self.bar.finish_and_clear();
        answer
    }
}

#[allow(clippy::exit, reason = "the user asked twice")]
fn quit() -> ! {
    std::process::exit(130)
}

impl Watch for Ear {
    fn heard(&self, news: Progress) {
        if self.solves.is_some() {
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
