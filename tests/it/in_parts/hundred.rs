//! A province of a hundred counties (fewer by day) whose parts are killed, lost, run again and run twice: what is done,
//! what is missing and what comes out in the end always add up.

use super::{are_alike, counties, ends, folder};
use crate::night::by_night;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

/// Some counties as small as these have no plan that obeys every must-rule, which is told in the end.
const NO_PLAN: i32 = 3;

/// The parts that are named as missing; and of the parts and the jobs how many are there, and how many there must be.
fn progress(told: &str) -> (BTreeSet<usize>, [u64; 4]) {
    let told: Value = serde_json::from_str(told).unwrap();
    let findings = told["findings"].as_array().unwrap();
    let of = |code: &'static str| findings.iter().filter(move |one| one["code"] == code);
    let lost = of("C304").map(|one| {
        let part = one["facts"]["part"].as_str().unwrap();
        part.split_once('/').unwrap().0.parse().unwrap()
    });
    let facts = &of("C307").next().unwrap()["facts"];
    let number = |key: &str| facts[key].as_u64().unwrap();
    (lost.collect(), ["have", "of", "done", "jobs"].map(number))
}

#[test]
fn what_is_done_and_what_is_missing_add_up() {
    let (number, of) = by_night((9, 4), (100, 12));
    let here = folder("hundred", &[]);
    let region = counties(&here, number);
    fs::write(here.join("region.toml"), region).unwrap();
    let command = "region region.toml --lang en --out parts --quiet";
    let file = |part: usize| here.join(format!("parts/part-{part}-of-{of}.json"));
    let share = |part: usize| (part..=number).step_by(of).count();
    // A part that is killed leaves nothing.
    let mut child = Command::new(env!("CARGO_BIN_EXE_lungang"));
    child
        .args(command.split(' '))
        .args(["--part", &format!("2/{of}")]);
    let child = child
        .current_dir(&here)
        .stderr(Stdio::null())
        .stdout(Stdio::null());
    let mut child = child.spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(30));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!file(2).exists());
    let mut missing: BTreeSet<usize> = (1..=of).collect();
    let mut there: Vec<usize> = Vec::new();
    // Whatever the order in which they end: here the even ones first.
    let (even, odd): (Vec<usize>, Vec<usize>) = (1..=of).partition(|part| part % 2 == 0);
    for part in [even, odd].concat() {
        missing.remove(&part);
        ends(&here, &format!("{command} --part {part}/{of}"), 0);
        there.push(part);
        if missing.is_empty() {
            break;
        }
        let told = ends(&here, "merge parts --out merged --json", 1);
        let done = there.iter().map(|one| share(*one)).sum();
        let expected = [there.len(), of, done, number].map(|one| one as u64);
        assert_eq!(progress(&told), (missing.clone(), expected), "{told}");
    }
    ends(&here, "merge parts --out merged --quiet", NO_PLAN);
    // Two are lost again; only they are run again, and one that is there besides.
    for part in [1, of] {
        fs::remove_file(file(part)).unwrap();
    }
    for part in [1, of, 2] {
        ends(&here, &format!("{command} --part {part}/{of}"), 0);
    }
    ends(&here, "merge parts --out again --quiet", NO_PLAN);
    are_alike(&here.join("merged"), &here.join("again"));
    ends(
        &here,
        "region region.toml --lang en --out whole --quiet",
        NO_PLAN,
    );
    are_alike(&here.join("merged"), &here.join("whole"));
}
