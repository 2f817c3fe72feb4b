//! The workbooks that go with a plan (附件): what the bureau posts, files and works on. Every sheet that
//! says what is decided is read back by the auditor with the heads of [`crate::input::plan_sheets`].

mod balance;
mod book;
mod context;
mod filing;
mod judged;
mod people;
mod posts;
mod redact;
mod roll;
mod schools;
mod staff;
#[cfg(feature = "microlp")]
mod study;
mod titles;

pub use book::{filing_book, plan_book, school_book};
pub use context::Annex;
pub use redact::{Found, Real, redacted, redacted_alias, redacted_book, says_an_alias};
#[cfg(feature = "microlp")]
pub use study::{comparison_book, frontier_book};
