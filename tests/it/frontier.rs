//! Curves and grids: every point is the plan that `--set` gives, and what is marked is what the
//! definitions of `lungang::study::frontier` say, reckoned here once more.

use crate::night::by_night;
use crate::study::{load, root};
use lungang::decide::{self, Figures};
use lungang::facts::Facts;
use lungang::input::{Documents, Edit};
use lungang::plan::{Ended, FigureId};
use lungang::policy::GoalId;
use lungang::run::{self};
use lungang::solve::{Options, Progress, Silent, Watch};
use lungang::study::{Frontier, StudyWatch, Vary};
use lungang::text::Lang;
use num_rational::Ratio;

struct Nobody;

impl Watch for Nobody {
    fn heard(&self, _: Progress) {}
}

impl StudyWatch for Nobody {
    fn done(&self, _: &str, _: Option<Ended>) {}
}

fn curve(documents: &Documents, varied: &[&str], threads: usize) -> Frontier {
    let varied: Vec<Vary> = varied.iter().map(|one| one.parse().unwrap()).collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
    pool.build().unwrap().install(|| {
        lungang::study::frontier(documents, &varied, false, &Options::default(), &Nobody).unwrap()
    })
}

/// The goals of the policy in their order.
fn goals(figures: &Figures) -> Vec<i64> {
    let goals = figures.goals.iter();
    let of_policy = goals.filter(|one| one.goal != GoalId::Letters);
    of_policy.map(|one| one.value).collect()
}

/// What a single plan with these values gives; none when there is no plan.
fn single(documents: &Documents, paths: &[String], shown: &[String]) -> (Ended, Option<Figures>) {
    let mut documents = documents.clone();
    for (path, value) in paths.iter().zip(shown) {
        let edit: Edit = format!("{path}={value}").parse().unwrap();
        documents.edits.push(edit);
    }
    let checked = run::check(&documents);
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    let decision = decide::decide(&facts, &Options::default(), false, &Silent).unwrap();
    let figures = decision.plan().map(|plan| decide::figures(&facts, plan));
    (decision.ended(), figures)
}

/// Value and goals of each point that has a plan.
type Solved = Vec<(Vec<Ratio<i64>>, Vec<i64>)>;

fn solved(curve: &Frontier) -> Solved {
    let points = curve.points.iter();
    let points = points.filter_map(|one| {
        let values = one.values.iter().map(|value| value.ratio());
        Some((values.collect(), goals(one.figures.as_ref()?)))
    });
    points.collect()
}

/// Which way each value asks more: the way in which the first goal that changes gets worse, all other
/// values alike.
fn asks(points: &Solved, no: usize) -> i64 {
    for (low, cheap) in points {
        for (high, dear) in points {
            let alike = (0..low.len()).all(|other| other == no || low[other] == high[other]);
            if alike && low[no] < high[no] && cheap != dear {
                return if cheap < dear { 1 } else { -1 };
            }
        }
    }
    1
}

/// Whether another point asks at least as much and is nowhere worse, and not the same.
fn is_dominated(points: &Solved, asks: &[i64], at: usize) -> bool {
    let (values, goals) = &points[at];
    points.iter().any(|(others, than)| {
        let pairs = others.iter().zip(values).zip(asks);
        let asked: Vec<_> = pairs
            .map(|((one, than), sign)| (one - than) * sign)
            .collect();
        let nought = Ratio::from_integer(0);
        let as_much = asked.iter().all(|by| *by >= nought);
        let as_good = than.iter().zip(goals).all(|(one, other)| one <= other);
        as_much && as_good && (asked.iter().any(|by| *by > nought) || than != goals)
    })
}

/// Every point of a grid against single plans and the definitions; how many are dominated.
fn check(documents: &Documents, varied: &[&str], asked: &[i64]) -> usize {
    let grid = curve(documents, varied, 2);
    let again = curve(documents, varied, 1);
    let bytes = |curve: &Frontier| serde_json::to_string(curve).unwrap();
    assert_eq!(bytes(&grid), bytes(&again));
    for point in &grid.points {
        let (ended, figures) = single(documents, &grid.paths, &point.shown);
        assert_eq!(point.ended, Some(ended), "{:?}", point.shown);
        assert_eq!(
            point.figures.as_ref().map(goals),
            figures.as_ref().map(goals),
            "{:?}",
            point.shown
        );
        let rules = |figures: &Figures| {
            let rules = figures.rules.iter();
            rules
                .map(|one| (one.rule, one.force, one.holds))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            point.figures.as_ref().map(rules),
            figures.as_ref().map(rules)
        );
    }
    let points = solved(&grid);
    let asks: Vec<i64> = (0..varied.len()).map(|no| asks(&points, no)).collect();
    assert_eq!(asks, asked, "{points:?}");
    let with_plan = grid.points.iter().filter(|one| one.figures.is_some());
    let mut number = 0;
    for (at, point) in with_plan.enumerate() {
        let dominated = is_dominated(&points, &asks, at);
        assert_eq!(point.dominated, dominated, "{:?}: {points:?}", point.shown);
        number += usize::from(dominated);
    }
    let without = grid.points.iter().filter(|one| one.figures.is_none());
    assert!(without.into_iter().all(|one| !one.dominated));
    // A knee is told of curves only.
    assert!(varied.len() == 1 || grid.points.iter().all(|one| !one.knee));
    number
}

#[test]
fn each_point_of_a_grid_is_a_plan_of_its_own() {
    let documents = load(&root("scenarios/national"));
    // By day the share goes less far: the higher it is, the longer a plan takes.
    let share = by_night(
        "rules.rotation_share.at_least=10%..14%/2",
        "rules.rotation_share.at_least=10%..20%/3",
    );
    // More of the share is dearer, more of the cap is cheaper.
    let share_and_cap = [share, "rules.leavers_cap.at_most=10%..40%/3"];
    let dominated = check(&documents, &share_and_cap, &[1, -1]);
    assert!(dominated >= by_night(1, 2), "{dominated}");
    // Both are dearer.
    let two_shares = [share, "rules.backbone_share.at_least=20%..40%/3"];
    let dominated = check(&documents, &two_shares, &[1, 1]);
    assert!(dominated >= by_night(0, 1), "{dominated}");
}

#[test]
fn the_knee_lies_farthest_below_the_line_between_the_ends() {
    let documents = load(&root("scenarios/national"));
    let number = by_night(6, 11);
    let top = by_night(16, 20);
    let varied = format!("rules.rotation_share.at_least=10%..{top}%/{number}");
    let varied = [varied.as_str()];
    check(&documents, &varied, &[1]);
    let curve = curve(&documents, &varied, 2);
    let points = solved(&curve);
    assert_eq!(points.len(), number);
    let (first, last) = (&points[0], &points[number - 1]);
    let goal = first
        .1
        .iter()
        .zip(&last.1)
        .position(|(one, other)| one != other);
    let goal = goal.unwrap();
    let place = |at: &(Vec<Ratio<i64>>, Vec<i64>)| (at.0[0], Ratio::from_integer(at.1[goal]));
    let ((x0, y0), (x1, y1)) = (place(first), place(last));
    let below = points.iter().map(|at| {
        let (x, y) = place(at);
        y0 + (y1 - y0) * (x - x0) / (x1 - x0) - y
    });
    let below: Vec<_> = below.collect();
    let most = *below.iter().max().unwrap();
    let marked: Vec<usize> = (0..number).filter(|no| curve.points[*no].knee).collect();
    let first_of_most = below.iter().position(|depth| *depth == most).unwrap();
    assert!(most > Ratio::from_integer(0), "{below:?}");
    assert_eq!(marked, [first_of_most]);
}

/// A higher limit on rotation leaves every plan of a lower one: no point is worse than the one before it, and
/// somewhere more moves buy something. Below what the share asks for there is no plan at all.
#[test]
fn what_more_moves_would_buy_is_seen_over_the_limit_on_rotation() {
    let (mut bought, mut told) = (0, 0);
    for name in ["national", "zhangye"] {
        let mut documents = load(&root(&format!("scenarios/{name}")));
        // As few are asked for as two in a hundred, so that the limit is what counts.
        let few = "rules.rotation_share.at_least=2%".parse().unwrap();
        documents.edits = vec![few];
        let curve = curve(&documents, &["rules.rotation_share.at_most=1%..25%/9"], 2);
        assert!(curve.points[0].figures.is_none(), "{name}: below the share");
        let points = solved(&curve);
        assert!(points.len() >= 2, "{name}: {points:?}");
        for pair in points.windows(2) {
            assert!(pair[1].1 <= pair[0].1, "{name}: {pair:?}");
            bought += usize::from(pair[1].1 < pair[0].1);
        }
        told += steps_told(&curve);
    }
    assert!(bought > 0, "nowhere do more moves buy anything");
    assert!(told > 0, "no curve says what more moves buy");
}

/// Each line on what more moves buy is the difference of two measured points, in people, periods and posts; how many
/// lines there are. What only the solver counts in stands in no line.
fn steps_told(curve: &Frontier) -> usize {
    let text = lungang::report::frontier(curve, Lang::Zh);
    for word in ["加权周课时", "折算分钟", "排名分"] {
        assert!(!text.contains(word), "{text}");
    }
    let lacking = |figures: &Figures| {
        let mut parts = figures.goals.iter().flat_map(|one| &one.shown);
        let found = parts.find(|one| one.figure == Some(FigureId::PeriodsLacking));
        found.unwrap().value
    };
    let measured = curve.points.iter();
    let measured = measured.filter_map(|one| Some((&one.shown[0], one.figures.as_ref()?)));
    let measured: Vec<_> = measured.collect();
    let mut lines = 0;
    for line in text.lines().filter(|line| line.contains("再多交流")) {
        let (from, rest) = line.split_once('→').unwrap();
        let (to, rest) = rest.split_once('：').unwrap();
        let at = |shown: &str| measured.iter().find(|one| one.0 == shown).unwrap().1;
        let (before, after) = (at(from), at(to));
        let people = format!("再多交流{}人", after.rotating - before.rotating);
        assert!(
            after.rotating > before.rotating && rest.starts_with(&people),
            "{line}"
        );
        let periods = lacking(before) - lacking(after);
        let posts = before.empty_posts - after.empty_posts;
        for (gained, unit) in [(periods, "课时"), (posts, "个岗位")] {
            let said = rest.contains(&format!("{gained}{unit}"));
            assert_eq!(
                said,
                gained > 0 && periods >= 0 && posts >= 0,
                "{line}: {gained}{unit}"
            );
        }
        lines += 1;
    }
    lines
}
