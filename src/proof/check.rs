//! Checks a proof in whole numbers, with nothing but the program at hand.

use super::certificate::{GoalProof, Leaf, Proof, Split, Step};
use crate::domain::labelled_enum;
use crate::model::{GoalSum, Lp, Sense};
use crate::policy::GoalId;

/// Smallest and largest value of each column.
pub type Ends = Vec<(i64, i64)>;

/// A column with its smallest and largest value.
type Narrower = (usize, (i64, i64));

/// Earlier goals with what they are at most.
pub type Caps<'a> = [(GoalId, i64)];

labelled_enum! {
    /// 目标证明的核验结果。What is to be said of the proof of one goal.
    Checked {
        Missing = "missing" "没有附证明" "no proof on file",
        Proved = "proved" "证明已核验" "proof verified",
        Wrong = "wrong" "证明不成立" "the proof does not hold",
    }
}

/// The ends of all columns of a program.
pub fn ends_of(lp: &Lp) -> Ends {
    let columns = lp.columns.iter();
    columns.map(|one| (one.lower, one.upper)).collect()
}

/// Checks every goal that the plan has a value of, in their order.
pub fn check(lp: &Lp, values: &Caps<'_>, proof: &Proof) -> Vec<(GoalId, Checked)> {
    let goals = values.iter().enumerate();
    let said = goals.map(|(number, (goal, value))| {
        let mut of_goal = proof.goals.iter().filter(|one| one.goal == *goal);
        let checked = match (of_goal.next(), of_goal.next()) {
            (None, _) => Checked::Missing,
            (Some(one), None) if one.at_least == *value && holds(lp, &values[..number], one) => {
                Checked::Proved
            }
            _ => Checked::Wrong,
        };
        (*goal, checked)
    });
    said.collect()
}

/// Whether the steps cover the whole program and each part is proved.
fn holds(lp: &Lp, caps: &Caps<'_>, proof: &GoalProof) -> bool {
    let mut ends = ends_of(lp);
    // Splits on the way to the part at hand: the column, and its ends before.
    let mut way: Vec<Narrower> = Vec::new();
    // Parts still to come: how many splits lead to where they branch off, and the ends of the column there.
    let mut parts: Vec<(usize, Option<Narrower>)> = vec![(0, None)];
    for step in &proof.steps {
        let Some((depth, narrower)) = parts.pop() else {
            return false;
        };
        while way.len() > depth {
            if let Some((column, before)) = way.pop() {
                ends[column] = before;
            }
        }
        if let Some((column, narrower)) = narrower {
            way.push((column, ends[column]));
            ends[column] = narrower;
        }
        match step {
            Step::Split(Split { column, most }) => {
                let Some((low, high)) = ends.get(*column).copied() else {
                    return false;
                };
                let upper = (low.max(most.saturating_add(1)), high);
                let lower = (low, high.min(*most));
                parts.extend([upper, lower].map(|part| (way.len(), Some((*column, part)))));
            }
            Step::Leaf(leaf) => {
                if proves(lp, (caps, proof.goal), &ends, leaf, proof.at_least) != Some(true) {
                    return false;
                }
            }
        }
    }
    parts.is_empty()
}

/// Whether the multipliers prove that the goal is at least so much within these ends; none where they are no
/// multipliers of this program, or beyond all that can be reckoned.
pub fn proves(
    lp: &Lp,
    (caps, goal): (&Caps<'_>, GoalId),
    ends: &Ends,
    leaf: &Leaf,
    at_least: i64,
) -> Option<bool> {
    if ends.iter().any(|(low, high)| low > high) {
        return Some(true);
    }
    let nothing = GoalSum::default();
    let sum = |goal: GoalId| lp.goals.get(&goal).unwrap_or(&nothing);
    let by = i128::from(leaf.by);
    if by < 0 {
        return None;
    }
    let mut left = vec![0_i128; ends.len()];
    for (var, cost) in &sum(goal).terms {
        left[var.0] = left[var.0].checked_add(by.checked_mul((*cost).into())?)?;
    }
    let mut total = 0_i128;
    for (number, factor) in &leaf.rows {
        let row = lp.rows.get(*number)?;
        if !row.sense.takes(*factor) {
            return None;
        }
        total = total.checked_add(times(*factor, row.bound))?;
        for (var, amount) in &row.terms {
            left[var.0] = left[var.0].checked_sub(times(*factor, *amount))?;
        }
    }
    for (earlier, factor) in &leaf.goals {
        let (_, most) = caps.iter().find(|one| one.0 == *earlier)?;
        if !Sense::AtMost.takes(*factor) {
            return None;
        }
        let sum = sum(*earlier);
        total = total.checked_add(times(*factor, most.checked_sub(sum.constant)?))?;
        for (var, amount) in &sum.terms {
            left[var.0] = left[var.0].checked_sub(times(*factor, *amount))?;
        }
    }
    for (left, (low, high)) in left.into_iter().zip(ends) {
        let at = |end: i64| left.checked_mul(end.into());
        total = total.checked_add(at(*low)?.min(at(*high)?))?;
    }
    let least = at_least.checked_sub(sum(goal).constant)?.checked_sub(1)?;
    Some(total > by.checked_mul(least.into())?)
}

/// The product of two numbers of 64 bits, which 128 hold.
fn times(a: i64, b: i64) -> i128 {
    i128::from(a) * i128::from(b)
}
