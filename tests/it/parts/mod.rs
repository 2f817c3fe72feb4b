//! Small parts, one file for each room of the library: each case goes in by the public door that is
//! nearest to what it is about.

mod annex;
mod cells;
mod cli;
mod domain;
mod facts;
mod files;
mod generate;
mod input;
mod model;
mod policy;
mod print;
mod report;
#[cfg(feature = "microlp")]
mod study;
mod text;
mod workbook;
