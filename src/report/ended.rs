//! How a solve ended, in a sentence.

use crate::plan::Ended;
use crate::text::{Lang, Text};

/// What a plan says that was made so that some may refuse.
pub(crate) const WITHSTANDS: Text = Text::new(
    "任意{number}人（指定去向和原校撤并的除外）退出，其余人不必变动，硬性规定仍全部满足；最优是指在这样的方案中最优。",
    "Any {number} people but the pinned and those whose school closes may refuse: nobody else has to change and every must-rule still holds; best means best among such plans.",
);

/// What stands behind the title of a county, by whether its people are made up.
pub(super) fn made_up(yes: bool, lang: Lang) -> &'static str {
    let words = Text::new("〔人员为虚构〕", " [made-up people]");
    if yes { words.get(lang) } else { "" }
}

/// Whether a plan may be taken as final, by how its solve ended.
pub(crate) fn proved(ended: Option<Ended>) -> bool {
    matches!(ended, Some(Ended::Proved | Ended::GoodEnough))
}

/// How the solve ended, in a sentence.
pub(crate) fn ended(ended: Option<Ended>) -> Text {
    match ended {
        Some(Ended::Proved) => Text::new("已证明最优。", "Proved best."),
        Some(Ended::GoodEnough) => {
            Text::new("已在要求的差距之内。", "Within the asked gap of the best.")
        }
        Some(Ended::OutOfTime) => {
            Text::new("中途停止，未证明最优。", "Stopped early, not proved best.")
        }
        other => {
            let key = other.map_or("", Ended::key);
            Text::new(key, key)
        }
    }
}
