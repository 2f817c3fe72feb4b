//! `lungang selftest`: small programs whose answers are known by hand, the solver's version, and a
//! fault that solvers are known to have had.

use super::{Exit, Shell, Trouble};
use crate::model::{Lp, Sense, Var};
use crate::plan::Ended;
use crate::policy::{GoalId, Share};
use crate::solve::{Options, Silent, Solver, solve};
use crate::text::Text;
use serde::Serialize;

const GOOD: Text = Text::new("正常", "ok");
const BAD: Text = Text::new("异常", "FAILED");

/// One check and whether it came out as it must.
#[derive(Debug, Serialize)]
struct Check {
    solver: String,
    what: Text,
    ok: bool,
}

pub(super) fn run(shell: &Shell) -> Result<Exit, Trouble> {
    let mut checks = Vec::new();
    #[cfg(feature = "solver")]
    {
        let highs = format!("HiGHS {}", crate::solve::HIGHS_VERSION);
        answers(Solver::Highs, &highs, &mut checks);
        checks.push(Check {
            solver: highs,
            what: Text::new(
                "无 1.14 版把次优解当最优解的缺陷（2x+3z，x+z≥4.5，z 为整数，应得 9）",
                "free of the 1.14 fault of calling a worse plan best (2x+3z, x+z ≥ 4.5, z whole: 9)",
            ),
            ok: crate::solve::known_fault_is_absent(),
        });
    }
    answers(Solver::Microlp, "microlp", &mut checks);
    let ok = checks.iter().all(|check| check.ok);
    if shell.json {
        let version = env!("CARGO_PKG_VERSION");
        shell.facts(&serde_json::json!({ "ok": ok, "lungang": version, "checks": checks }))?;
    } else {
        shell.say(&format!("lungang {}\n", env!("CARGO_PKG_VERSION")))?;
        for check in &checks {
            let word = if check.ok { GOOD } else { BAD }.get(shell.lang);
            let what = check.what.get(shell.lang);
            shell.say(&format!("{word}  {}  {what}\n", check.solver))?;
        }
    }
    Ok(Exit::first_of([(!ok, Exit::Fault)]))
}

/// Solves every program of known answer.
fn answers(solver: Solver, name: &str, checks: &mut Vec<Check>) {
    let goals = [GoalId::EmptyPosts, GoalId::Moves];
    let options = Options {
        solver,
        ..Options::default()
    };
    for (what, mut lp, values) in [triangle(), share(), in_order(), impossible()] {
        lp.tidy();
        let outcome = solve(&lp, &goals, &options, &Silent);
        let found = outcome.point.as_ref();
        let found = found.map(|point| goals.map(|goal| lp.goal_value(goal, point)));
        let ended = values.map_or(Ended::NoPlanExists, |_| Ended::Proved);
        let ok = outcome.ended == ended && found == values;
        let solver = name.to_owned();
        checks.push(Check { solver, what, ok });
    }
}

type Known = (Text, Lp, Option<[i64; 2]>);

/// A program without rows, of so many columns that are 0 or 1.
fn columns(number: usize) -> (Lp, Vec<Var>) {
    let mut lp = Lp::default();
    let columns = (0..number).map(|no| lp.column(format!("x{no}"), 0, 1));
    let columns = columns.collect();
    (lp, columns)
}

/// At least so many of these are 1.
fn at_least(lp: &mut Lp, of: &[Var], need: i64) {
    let terms = of.iter().map(|var| (*var, 1)).collect();
    lp.row(
        "selftest",
        lp.rows.len().to_string(),
        terms,
        Sense::AtLeast,
        need,
    );
}

/// Each side of a triangle needs one of its two corners: two corners; 1.5 in fractions.
fn triangle() -> Known {
    let (mut lp, corners) = columns(3);
    for side in 0..3 {
        at_least(&mut lp, &[corners[side], corners[(side + 1) % 3]], 1);
        lp.cost(GoalId::EmptyPosts, corners[side], 1);
    }
    let what = Text::new(
        "整数解（三角形覆盖，应得 2）",
        "whole numbers (cover of a triangle: 2)",
    );
    (what, lp, Some([2, 0]))
}

/// 28 % of 25 people are 7, not 8 as binary fractions would have it.
fn share() -> Known {
    let (mut lp, people) = columns(25);
    at_least(&mut lp, &people, Share::new(28, 100).ceil_of(25));
    for var in people {
        lp.cost(GoalId::Moves, var, 1);
    }
    let what = Text::new(
        "精确比例（25 人的 28%，应得 7）",
        "exact shares (28% of 25: 7)",
    );
    (what, lp, Some([0, 7]))
}

/// The first goal comes first although a little of it would spare much of the second.
fn in_order() -> Known {
    let (mut lp, both) = columns(2);
    at_least(&mut lp, &both, 1);
    lp.cost(GoalId::EmptyPosts, both[0], 1);
    lp.cost(GoalId::EmptyPosts, both[1], 2);
    lp.cost(GoalId::Moves, both[0], 1000);
    let what = Text::new(
        "目标依次优化（应得 1、1000）",
        "goals in their order (1, then 1000)",
    );
    (what, lp, Some([1, 1000]))
}

/// Three are wanted of two.
fn impossible() -> Known {
    let (mut lp, two) = columns(2);
    at_least(&mut lp, &two, 3);
    let what = Text::new("识别无解", "a program without an answer is told apart");
    (what, lp, None)
}
