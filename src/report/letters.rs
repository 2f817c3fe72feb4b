//! A new plan against the published one, in words.

use super::answers::people;
use super::comparison::letter_line;
use super::table::{Align, Table};
use crate::blanks;
use crate::decide::{LetterChange, Withstands};
use crate::run::Reserve;
use crate::text::{Lang, Text, show};

const CHANGED: Text = Text::new(
    "与已发布的方案相比，{number}人的去向变动（已证明不能更少）：",
    "{number} letters change against the published plan (proved: no fewer can):",
);
const UNCHANGED: Text = Text::new("没有人的去向变动。", "No letter changes.");
const RESERVES: Text = Text::new("如有人退出，接替的人：", "Who would go in whose place:");
const ALONE: Text = Text::new(
    "无人可以接替：没有这个人，就没有满足全部硬性规定的方案",
    "irreplaceable: without her no plan obeys every must-rule",
);
const NO_NEED: Text = Text::new("不需要别人接替", "nobody needs to go instead");

/// A new plan against the published one, with the reserves when they were asked for.
pub fn replan(letters: &[LetterChange], reserves: Option<&[Reserve]>, lang: Lang) -> String {
    let mut text = String::new();
    if letters.is_empty() {
        text.push_str(&format!("{}\n", UNCHANGED.get(lang)));
    } else {
        let blanks = blanks! { number: letters.len() };
        text.push_str(&format!("{}\n", CHANGED.fill(lang, &blanks)));
        for one in letters {
            text.push_str(&format!("  {}\n", letter_line(one, lang)));
        }
    }
    if let Some(reserves) = reserves {
        text.push_str(&format!("{}\n", RESERVES.get(lang)));
        let mut table = Table::new().column("", Align::Left).column("", Align::Left);
        for one in reserves {
            let others: Vec<LetterChange> = one
                .differences
                .letters
                .iter()
                .filter(|change| change.teacher != one.teacher)
                .cloned()
                .collect();
            let words = if one.ended == crate::plan::Ended::NoPlanExists {
                ALONE.get(lang).to_owned()
            } else if others.is_empty() {
                NO_NEED.get(lang).to_owned()
            } else {
                people(&others, lang)
            };
            table.row([format!("{} {}→{}", one.teacher, one.name, one.to), words]);
        }
        text.push_str(&table.render("  "));
    }
    text
}

const ANY: Text = Text::new(
    "任意{number}人退出，其余人的去向都不必变动，硬性规定仍全部满足。",
    "Any {number} people may refuse: no other letter changes and every must-rule still holds.",
);
const ANY_OTHER: Text = Text::new(
    "任意{number}人（下列人员除外）退出，其余人的去向都不必变动，硬性规定仍全部满足。",
    "Any {number} people but those named below may refuse: no other letter changes and every must-rule still holds.",
);
const NONE: Text = Text::new(
    "下列人员中任何一人退出，都要变动别人的去向：",
    "If any of these refuses, somebody else's letter has to change:",
);

/// How many refusals a plan withstands, and whom it hangs on.
pub fn withstands(one: &Withstands, lang: Lang) -> String {
    let mut text = String::new();
    if one.refusals > 0 {
        let blanks = blanks! { number: one.refusals };
        let any = if one.needed.is_empty() {
            ANY
        } else {
            ANY_OTHER
        };
        text.push_str(&format!("{}\n", any.fill(lang, &blanks)));
    }
    if one.needed.is_empty() {
        return text;
    }
    text.push_str(&format!("{}\n", NONE.get(lang)));
    let mut table = Table::new().column("", Align::Left).column("", Align::Left);
    for who in &one.needed {
        let rules = who.rules.iter();
        let rules = rules.map(|(code, title, place)| {
            format!("{code} {} {}", title.get(lang), show(place, lang))
        });
        let mark = if lang == Lang::Zh { "；" } else { "; " };
        table.row([
            format!("{} {}", who.teacher, who.name),
            rules.collect::<Vec<_>>().join(mark),
        ]);
    }
    text.push_str(&table.render("  "));
    text
}
