//! What is said at the end of a command that did not come to its end: by what it was stopped, and what that leaves. It
//! stands whatever else is left out.

use super::{Shell, Trouble};
use crate::solve::Until;
use crate::text::{Blanks, Text};

const BY_HAND: Text = Text::new(
    "按 Ctrl-C 停止，没有算完：注明“中途停止”的和没有列出的，没有求解或没有证明；其余照常有效。",
    "Stopped by Ctrl-C before all was done: what is marked as stopped, or is not listed, was not solved or not proved; the rest holds.",
);
const BY_CLOCK: Text = Text::new(
    "到了 --time-limit 的时间，没有算完：注明“中途停止”的和没有列出的，没有求解或没有证明；其余照常有效。加大 --time-limit 或不设时限，即可算完。",
    "The time of --time-limit was up before all was done: what is marked as stopped, or is not listed, was not solved or not proved; the rest holds. Give more time, or no limit, for the whole.",
);

const NOT_WRITTEN: Text = Text::new(
    "按 Ctrl-C 停止，这一份没有算完，没有写出；重新运行同一命令即可。",
    "Stopped by Ctrl-C before this part was done; it was not written. Run the same command again.",
);

/// Says that a part was stopped by hand, and that there is none.
pub(super) fn not_written(shell: &Shell) -> Result<(), Trouble> {
    shell.insist(NOT_WRITTEN, &Blanks::new())
}

/// Says that the time was up in a part of what was put together.
pub(super) fn by_clock(shell: &Shell) -> Result<(), Trouble> {
    shell.insist(BY_CLOCK, &Blanks::new())
}

/// Says by what a command was stopped, where it was.
pub(super) fn tell(shell: &Shell, until: &Until) -> Result<(), Trouble> {
    if !until.has_cut() {
        return Ok(());
    }
    let says = if until.is_stopped() {
        BY_HAND
    } else {
        BY_CLOCK
    };
    shell.insist(says, &Blanks::new())
}
