//! The verbs that need a solver.

mod attach;
mod beside;
mod earlier;
mod explain;
mod frontier;
mod horizon;
mod merge;
mod named;
mod options;
mod parts;
mod plan;
mod region;
mod replan;
mod round;
mod selftest;
mod stopped;
mod watch;
mod whatif;

use super::{Exit, Shell, Trouble};
use clap::Subcommand;
use options::SolveArgs;
use parts::PartArgs;
use watch::Ear;

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    Plan(plan::PlanArgs),
    Whatif(whatif::WhatifArgs),
    Frontier(frontier::FrontierArgs),
    Horizon(horizon::HorizonArgs),
    Region(region::RegionArgs),
    Merge(merge::MergeArgs),
    Explain(explain::ExplainArgs),
    Replan(round::ReplanArgs),
    Selftest,
}

pub(super) fn run(shell: &Shell, verb: &Verb) -> Result<Exit, Trouble> {
    match verb {
        Verb::Plan(args) => plan::run(shell, args),
        Verb::Whatif(args) => whatif::run(shell, args),
        Verb::Frontier(args) => frontier::run(shell, args),
        Verb::Horizon(args) => horizon::run(shell, args),
        Verb::Region(args) => region::run(shell, args),
        Verb::Merge(args) => merge::run(shell, args),
        Verb::Explain(args) => explain::run(shell, args),
        Verb::Replan(args) => replan::run(shell, args),
        Verb::Selftest => selftest::run(shell),
    }
}
