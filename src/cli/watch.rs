//! The progress line of a running solve, and Ctrl-C.

use super::Shell;
use crate::solve::{Progress, Watch};
use crate::text::{Lang, Text};
use crate::words;
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const LINE: Text = Text::new(
    "目标{number}/{of}：{goal}，下界{bound}",
    "goal {number}/{of}: {goal}, bound {bound}",
);
const STOPPING: Text = Text::new("正在停止……", "stopping…");

/// Shows the news on standard error when that is a terminal, and stops when the user asks.
pub(super) struct Ear {
    bar: ProgressBar,
    stop: Arc<AtomicBool>,
    lang: Lang,
}

impl Ear {
    /// Listens to Ctrl-C from now on. A second Ctrl-C ends the program at once; nothing is half
    /// written then either, since files are written beside their place and renamed.
    pub(super) fn new(shell: Shell) -> Self {
        let bar = if shell.progress() {
            ProgressBar::new_spinner()
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        let stop = Arc::new(AtomicBool::new(false));
        let (asked, shown, lang) = (Arc::clone(&stop), bar.clone(), shell.lang);
        // Without the handler Ctrl-C still ends the program, only less politely.
        let _ = ctrlc::set_handler(move || {
            shown.set_message(STOPPING.get(lang));
            if asked.swap(true, Ordering::SeqCst) {
                quit();
            }
        });
        Self { bar, stop, lang }
    }

    /// Takes the line away.
    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

#[allow(clippy::exit, reason = "the user asked twice")]
fn quit() -> ! {
    std::process::exit(130)
}

impl Watch for Ear {
    fn heard(&self, news: Progress) {
        let bound = news
            .bound
            .map_or_else(|| "…".to_owned(), |bound| format!("{bound:.0}"));
        let facts = words! {
            number: news.number,
            of: news.of,
            goal: news.goal.text(),
            bound: bound,
        };
        self.bar.set_message(LINE.fill(self.lang, &facts));
    }

    fn stop(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }
}
