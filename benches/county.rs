//! How long the main job takes, as ratios within one run: `cargo bench`.
//!
//! - a whole planning run of a county, over the time HiGHS needs for nothing but the relaxation of
//!   the first goal of the very program that `lungang export --mps` writes: at most 4;
//! - reading and checking a county of 10,000 teachers, over the whole planning run of one of 4,000:
//!   less than a tenth of the solve.
//!
//! Nantou is measured where its table lies beside the project.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints what it measured, and ends when its own input is wrong"
)]

mod measured;

use lungang::disk;
use lungang::domain::{NOTHING_MORE, Roster};
use lungang::facts::Facts;
use lungang::generate::{Options, PlaceKind, Source, Tables, generate, generate_on, write};
use lungang::input::Documents;
use lungang::model::{Lp, Sense};
use lungang::policy::{GoalId, RuleBook};
use lungang::rules::build;
use lungang::run::{Answer, check, load, solve};
use lungang::solve::{Options as Solving, Silent};
use measured::{criterion, measured, ratio};
use std::path::{Path, PathBuf};

fn main() {
    let mut criterion = criterion();
    let ten_thousand = folder("10000", &made_up(10_000, 200));
    let reading = measured(&mut criterion, "read and check", "10000", || {
        let documents = load(std::slice::from_ref(&ten_thousand)).unwrap();
        assert!(check(&documents).ready().is_some());
    });
    let mut counties = vec![("4000", folder("4000", &made_up(4_000, 80)))];
    counties.extend(nantou().map(|tables| ("nantou", folder("nantou", &tables))));
    for (name, folder) in counties {
        let out = folder.join("plan");
        let whole = measured(&mut criterion, "whole plan", name, || {
            let documents = load(std::slice::from_ref(&folder)).unwrap();
            plan(&documents, &out);
        });
        let checked = check(&load(&[folder]).unwrap());
        let (roster, book) = checked.ready().unwrap();
        let lp = first_goal(roster, book);
        let relaxed = measured(&mut criterion, "first relaxation", name, || relax(&lp));
        println!(
            "{name}: whole plan {:.2} times the first relaxation",
            ratio(whole, relaxed)
        );
        println!(
            "{name}: reading and checking 10,000 teachers {:.3} of the whole plan",
            ratio(reading, whole)
        );
    }
    println!("most memory held: {}", most_memory());
    criterion.final_summary();
}

/// The whole road of `lungang plan`: check, solve, audit, write.
fn plan(documents: &Documents, out: &Path) {
    let (checked, options) = (check(documents), Solving::default());
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
        panic!("there is a plan");
    };
    let plan = solved.accepted(&checked, &options).unwrap();
    disk::write(&out.join("plan.json"), &plan.bytes).unwrap();
}

fn made_up(teachers: u32, schools: u32) -> Tables {
    generate(&Options {
        teachers,
        schools,
        ..Options::of(PlaceKind::National)
    })
}

fn nantou() -> Option<Tables> {
    let name = "nantou_113.csv";
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/tw-schools-113-geo");
    let bytes = std::fs::read(folder.join(name)).ok()?;
    let source = Source {
        schools_name: name,
        schools: &bytes,
        classes: None,
    };
    generate_on(&source, &Options::of(PlaceKind::National)).0
}

fn folder(name: &str, tables: &Tables) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{name}"));
    write(tables, &folder).unwrap();
    folder
}

/// The program with the first goal that has terms, but moves for a share only, as its only one.
fn first_goal(roster: &Roster, book: &RuleBook) -> Lp {
    let facts = Facts::new(roster, book);
    let mut lp = build(&facts, false).lp;
    let has_terms =
        |lp: &Lp, goal: &GoalId| lp.goals.get(goal).is_some_and(|sum| !sum.terms.is_empty());
    let mut goals = book.goals.iter().copied();
    let first = goals.find(|goal| *goal != GoalId::ShareOnly && has_terms(&lp, goal));
    lp.goals.retain(|goal, _| Some(*goal) == first);
    lp
}

/// HiGHS as it is out of the box, on one thread.
#[allow(clippy::cast_precision_loss, reason = "sizes are far below 2^53")]
fn relax(lp: &Lp) {
    let mut costs = vec![0.0; lp.columns.len()];
    for (var, amount) in lp.goals.values().flat_map(|sum| &sum.terms) {
        costs[var.0] = *amount as f64;
    }
    let mut problem = highs::RowProblem::new();
    let columns: Vec<_> = lp
        .columns
        .iter()
        .zip(costs)
        .map(|(column, cost)| problem.add_column(cost, column.lower as f64..=column.upper as f64))
        .collect();
    for row in &lp.rows {
        let terms = row.terms.iter();
        let terms: Vec<_> = terms.map(|(var, n)| (columns[var.0], *n as f64)).collect();
        let bound = row.bound as f64;
        match row.sense {
            Sense::AtLeast => problem.add_row(bound.., terms),
            Sense::AtMost => problem.add_row(..=bound, terms),
            Sense::Exactly => problem.add_row(bound..=bound, terms),
        }
    }
    let mut model = problem.optimise(highs::Sense::Minimise);
    model.set_option("threads", 1);
    model.set_option("parallel", "off");
    model.set_option("random_seed", 7);
    assert_eq!(model.solve().status(), highs::HighsModelStatus::Optimal);
}

/// As the system tells it; nothing where it does not.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not known".to_owned(), |size| size.trim().to_owned())
}
