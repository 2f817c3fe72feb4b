//! When a command has to come to an end: its time is up, or the user asked it to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How often it is looked whether to stop while a solver works.
#[cfg(feature = "solver")]
const LOOK: Duration = Duration::from_millis(100);

/// How long a solver may go on when its time is up, to say what it has found.
#[cfg(feature = "solver")]
const GRACE: Duration = Duration::from_millis(500);

/// Stack of a solver's thread, as large as that of a main thread.
#[cfg(feature = "solver")]
const STACK: usize = 8 << 20;

/// The end of a command: one moment for all that it solves, and a switch that ends it earlier.
#[derive(Debug, Clone, Default)]
pub struct Until {
    end: Option<Instant>,
    stopped: Arc<AtomicBool>,
    cut: Arc<AtomicBool>,
    solves: Arc<AtomicUsize>,
}

impl Until {
    /// So long from now on; without a limit, or with one beyond all clocks, only the switch ends it.
    pub fn after(limit: Option<Duration>) -> Self {
        Self {
            end: limit.and_then(|limit| Instant::now().checked_add(limit)),
            ..Self::default()
        }
    }

    /// Asks everything that shares this end to stop; whether that had been asked before.
    pub fn stop(&self) -> bool {
        self.stopped.swap(true, Ordering::SeqCst)
    }

    /// Whether any solve that shares this end was stopped before it was done.
    pub fn has_cut(&self) -> bool {
        self.cut.load(Ordering::SeqCst)
    }

    /// Whether it is time to stop; if so, it is taken down that something was not done.
    pub fn cuts(&self) -> bool {
        let over = self.is_over();
        self.cut.fetch_or(over, Ordering::SeqCst);
        over
    }

    /// How many programs have been solved, or stopped, so far.
    pub fn solves(&self) -> usize {
        self.solves.load(Ordering::SeqCst)
    }

    /// Counts one more.
    pub(super) fn count(&self) {
        self.solves.fetch_add(1, Ordering::SeqCst);
    }

    /// Takes down that a solve was stopped.
    pub(super) fn was_cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
    }

    /// Whether it is time to stop.
    pub fn is_over(&self) -> bool {
        self.is_stopped() || self.left().is_some_and(|left| left.is_zero())
    }

    /// Whether the user asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    /// Time that is left, where it is limited.
    pub fn left(&self) -> Option<Duration> {
        let end = self.end?;
        Some(end.saturating_duration_since(Instant::now()))
    }

    /// What a piece of work gives, or nothing when it must be stopped before it is done. A solver cannot be
    /// interrupted from outside: it works on a thread of its own, which is left alone when nobody waits for it any
    /// more and ends with the program.
    #[cfg(feature = "solver")]
    pub(super) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        use std::sync::mpsc::{RecvTimeoutError, channel};
        if self.is_over() {
            return None;
        }
        let (tell, hear) = channel();
        let thread = std::thread::Builder::new().stack_size(STACK);
        // Nobody listens any more once the time is up.
        let begun = thread.spawn(move || drop(tell.send(work())));
        begun.ok()?;
        loop {
            match hear.recv_timeout(LOOK) {
                Ok(done) => return Some(done),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    let late = self.end.is_some_and(|end| end.elapsed() > GRACE);
                    if late || self.is_stopped() {
                        return None;
                    }
                }
            }
        }
    }
}
