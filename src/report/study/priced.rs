//! What something else would change, in one line: periods, posts and persons, never the weights of the solver.

use crate::blanks;
use crate::decide::GoalPart;
use crate::plan::{Ended, FigureId};
use crate::policy::GoalId;
use crate::print::ALSO;
use crate::study::Priced;
use crate::text::{Lang, Text};

const NOTHING: Text = Text::new("各项目标不变", "no goal changes");
const NO_PLAN: Text = Text::new(
    "不存在满足全部硬性规定的方案",
    "no plan obeys every must-rule",
);
const GOAL: Text = Text::new("{goal}{by}（{unit}）", "{goal} {by} ({unit})");
const WITHIN: Text = Text::new(
    "课时、岗位、人数均不变，只是各项目标的权衡不同",
    "no periods, posts or persons change, only what the goals weigh",
);
const COUNTS: Text = Text::new(
    "空岗{empty}，调整人数{moves}",
    "empty posts {empty}, moves {moves}",
);
const GAPS: Text = Text::new(
    "校际差距指标{better}项变好、{worse}项变差",
    "of the gaps between schools {better} grow smaller, {worse} grow larger",
);

/// Whether something changes nothing at all.
pub(super) fn is_nothing(price: &Priced) -> bool {
    price.ended.is_settled() && price.ended != Ended::NoPlanExists && price.goals.is_empty()
}

/// What something changes, in one line.
pub fn price_words(price: &Priced, lang: Lang) -> String {
    if price.ended == Ended::NoPlanExists {
        return NO_PLAN.get(lang).to_owned();
    }
    // What was stopped is no proof of anything.
    if !price.ended.is_settled() {
        return price.ended.text().get(lang).to_owned();
    }
    if price.goals.is_empty() {
        return NOTHING.get(lang).to_owned();
    }
    // Posts and moves are told by themselves, the many indicators of the gaps by their number.
    let by_itself =
        |one: &&GoalPart| one.figure == Some(FigureId::PostsEmpty) || one.goal == GoalId::Moves;
    let of_gaps = |one: &&GoalPart| one.goal == GoalId::Gaps;
    let told = price.parts.iter().filter(|one| !by_itself(one));
    let (gaps, told): (Vec<&GoalPart>, Vec<&GoalPart>) = told.partition(of_gaps);
    let mut parts: Vec<String> = told.iter().map(|one| part_words(one, lang)).collect();
    match gaps.as_slice() {
        [] => {}
        [one] => parts.push(part_words(one, lang)),
        several => {
            let better = several.iter().filter(|one| one.value < 0).count();
            let blanks = blanks! { better: better, worse: several.len() - better };
            parts.push(GAPS.fill(lang, &blanks));
        }
    }
    if (price.empty_posts, price.moves) != (0, 0) {
        let blanks = blanks! {
            empty: format!("{:+}", price.empty_posts), moves: format!("{:+}", price.moves),
        };
        parts.push(COUNTS.fill(lang, &blanks));
    }
    if parts.is_empty() {
        return WITHIN.get(lang).to_owned();
    }
    parts.join(ALSO.get(lang))
}

fn part_words(one: &GoalPart, lang: Lang) -> String {
    let blanks = blanks! {
        goal: one.name.get(lang), by: format!("{:+}", one.value), unit: one.unit.get(lang),
    };
    GOAL.fill(lang, &blanks)
}
