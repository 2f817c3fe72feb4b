//! lungang (轮岗) plans teacher rotation and staffing quota for a county education bureau.
//!
//! The story in seven nouns: a [`domain::Roster`] says what is; a [`policy::RuleBook`] says what must
//! be; [`facts::Facts`] follow from both before anything is decided; `model::Staffing` is the
//! program (MILP); `solve::Outcome` is what the solver said; a [`plan::Plan`] says who
//! goes where; a [`finding::Finding`] says what is wrong; [`run`] is the road through all of it.
//!
//! The modules stand in layers: each may name only those above it in this file, and a test keeps
//! it so. `solve` and `audit` never name each other; only `run` knows both.

// Words in both languages.
pub mod text;

// What is wrong, and where.
pub mod finding;

// Files: read, and written whole or not at all.
pub mod disk;

// What is: schools, teachers, tables.
pub mod domain;

// What must be: exact values with date, clause and source.
pub mod policy;

// From the officer's files to the roster.
pub mod input;

// Workbooks that are written: template, scenario, commented copy.
pub mod workbook;

// What is shown, and the printers that lay it out: terminal, page, workbook, letter.
pub mod print;

// Made-up counties.
pub mod generate;

// What follows before anything is decided.
pub mod facts;

// The program: whole-number columns, rows, goals.
pub mod model;

// Why no plan can be better, checked in whole numbers.
pub mod proof;

// One rule, one file: words, audit, program.
pub mod rules;

// The plan as a document, how it is read back, and what is decided beside who goes where.
pub mod plan;

// Judges any plan, with no solver.
pub mod audit;

// A whole plan written down, and held against what a plan says of itself.
pub mod record;

// Reaches the goals in their order and proves them.
#[cfg(feature = "microlp")]
pub mod solve;

// Deciding, in memory: solve, audit, explain a conflict, write the document.
#[cfg(feature = "microlp")]
pub mod decide;

// The one road from documents to a written, audited plan.
pub mod run;

// What if, how far, why, at what price, in later years.
#[cfg(feature = "microlp")]
pub mod study;

// Findings, rules and plans in words.
pub mod report;

// One page for a whole plan or study, to look at.
pub mod page;

// The workbooks that go with a plan.
pub mod annex;

// One page for one teacher, to hand over.
#[cfg(feature = "microlp")]
pub mod notice;

// The files that a run writes.
pub mod outputs;

// One file per verb.
pub mod cli;
