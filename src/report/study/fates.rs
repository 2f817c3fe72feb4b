//! What became of what was edited by hand, in words.

use crate::blanks;
use crate::domain::Roster;
use crate::plan::Edited;
use crate::print::terminal::Lines;
use crate::report::edits::{decision, edit_line};
use crate::run::Fate;
use crate::text::{Lang, Text};

const KEPT: Text = Text::new(
    "人工改动已照改的{number}处：",
    "Edited by hand and kept ({number}):",
);
const LOST: Text = Text::new(
    "人工改动未能保留的{number}处（新方案另有安排，请逐处核对）：",
    "Edited by hand and NOT kept ({number}); the new plan has it otherwise, look at each:",
);
const WHY: Text = Text::new("；未保留的原因：{why}", "; not kept because {why}");
const NOW: Text = Text::new("，新方案为{now}", ", now {now}");

const MORE: Text = Text::new(
    "另有{number}处，用 --json 可全部列出。",
    "{number} more; --json lists them all.",
);
/// Edits of each kind that are shown.
const SHOWN: usize = 20;

/// Every edit, those that are lost last; empty where nothing was edited.
pub fn fates(fates: &[Fate], roster: &Roster, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    for (kept, head) in [(true, KEPT), (false, LOST)] {
        let these = fates.iter().filter(|one| one.kept == kept);
        let number = these.clone().count();
        if number > 0 {
            lines.fill(0, head, &blanks! { number: number });
        }
        for one in these.take(SHOWN) {
            lines.say(2, line(one, roster, lang));
        }
        if number > SHOWN {
            lines.fill(2, MORE, &blanks! { number: number - SHOWN });
        }
    }
    lines.done()
}

fn line(one: &Fate, roster: &Roster, lang: Lang) -> String {
    let edit = Edited {
        what: one.what,
        of: one.of.clone(),
        was: one.was.clone(),
        is: one.edited.clone(),
    };
    let mut line = edit_line(&edit, roster, lang);
    if !one.kept {
        let now = decision(one.what, one.now.as_ref(), roster, lang);
        line.push_str(&NOW.fill(lang, &blanks! { now: now }));
        if let Some(why) = &one.why {
            line.push_str(&WHY.fill(lang, &blanks! { why: why.get(lang) }));
        }
    }
    line
}
