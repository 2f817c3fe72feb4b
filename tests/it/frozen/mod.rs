//! Everything the program writes, frozen as digests: a change that must not change any output is
//! checked against them.
//!
//! `tests/golden/frozen/` holds one line for each output: the first sixteen digits of its SHA-256, its
//! size, the command, and what of it: `stdout`, `stderr`, `exit`, or a file that the command wrote or
//! changed. Empty streams have no line. Every verb is run in both languages and with `--json`, as a
//! process of its own in a folder with relative paths, without a terminal, locale or colour.
//!
//! When an output differs, the test names its command and where the output was kept: a folder
//! for each command, with its streams and, under `here`, its files. `LUNGANG_RENEW=1 cargo
//! test --release frozen` writes the digests anew.
//!
//! To see what differs between two builds, let each leave its outputs and compare the folders:
//!
//! ```text
//! LUNGANG_FROZEN=target/old LUNGANG_BINARY=path/of/the/old/lungang cargo test --release frozen
//! LUNGANG_FROZEN=target/new cargo test --release frozen
//! diff -r target/old target/new
//! ```
//!
//! What solves the whole many times again is run by night alone.
//!
//! Not frozen are the progress line, which only a terminal sees, and what a limit of time leaves
//! unproved, which differs from machine to machine. Messages of the system and paths have the form
//! of Linux, so that the test is run there alone.

mod chosen;
mod county;
mod explains;
mod group;
mod rest;
mod studies;

#[test]
fn alar_gives_the_same_bytes() {
    county::all("alar");
}

#[test]
fn anshan_gives_the_same_bytes() {
    county::all("anshan");
}

#[test]
fn dehua_gives_the_same_bytes() {
    county::all("dehua");
}

#[test]
fn national_gives_the_same_bytes() {
    county::all("national");
}

#[test]
fn township_gives_the_same_bytes() {
    county::all("township");
}

#[test]
fn zhangye_gives_the_same_bytes() {
    county::all("zhangye");
}

#[test]
fn studies_and_regions_give_the_same_bytes() {
    studies::all();
}

#[test]
fn all_other_commands_give_the_same_bytes() {
    rest::all();
}
