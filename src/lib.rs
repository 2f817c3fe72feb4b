//! lungang (轮岗) plans teacher rotation and staffing quota for a county education bureau.
//!
//! The story in seven nouns: a [`domain::Roster`] says what is; a [`law::RuleBook`] says what must
//! be; [`facts::Facts`] follow from both before anything is decided; [`model::Staffing`] is the
//! program (MILP); [`solve::Outcome`] is what the solver said; a [`domain::plan::Plan`] says who
//! goes where; a [`finding::Finding`] says what is wrong; a [`run::Run`] is all of it.
//!
//! The modules stand in layers: each may name only those above it in this file, and a test keeps
//! it so. `solve` and `audit` never name each other; only `run` knows both.

pub mod text;

pub mod finding;

pub mod domain;

pub mod law;

pub mod input;

pub mod generate;

pub mod facts;

#[cfg(feature = "model")]
pub mod model;

pub mod rules;

pub mod report;

pub mod cli;
