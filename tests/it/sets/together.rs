//! Two runs at once on one folder: one waits for the other, both end well, and no documents are mixed.

use super::{is_tidy, room, whole};
use crate::night::by_night;
use lungang::disk::EARLIER;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Pairs of runs: with every change, and by night.
const PAIRS: [usize; 2] = [3, 40];

/// A little county with the national policy.
fn tiny(room: &Path) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tiny = room.join("tiny");
    fs::create_dir_all(&tiny).unwrap();
    for entry in fs::read_dir(root.join("tests/golden/input/base")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), tiny.join(entry.file_name())).unwrap();
    }
    let policy = root.join("scenarios/national/policy.toml");
    fs::copy(policy, tiny.join("policy.toml")).unwrap();
    tiny
}

fn plan(folder: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lungang"));
    command
        .args(["plan", ".", "--redact", "--by-school"])
        .args(["--set", "rules.backbone_share.force=goal"])
        .args(more)
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[test]
fn two_runs_at_once_mix_nothing_and_both_end_well() {
    let room = room("together");
    let tiny = tiny(&room);
    let out = tiny.join("plan");
    for no in 0..by_night(PAIRS[0], PAIRS[1]) {
        let other = ["--set", "rules.leavers_cap.force=goal"];
        let runs = [&[][..], &other].map(|more| plan(&tiny, more).spawn().unwrap());
        for run in runs {
            let done = run.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            assert_eq!(done.status.code(), Some(0), "pair {no}: {said}");
        }
        let last = whole(&out);
        let masked = whole(&out.join("redacted"));
        assert_ne!(last, masked);
        let earlier = fs::read_dir(out.join(EARLIER)).unwrap();
        let earlier = earlier.map(|one| one.unwrap().file_name().to_string_lossy().into_owned());
        let earlier: BTreeSet<String> = earlier.collect();
        assert!(earlier.len() < 3, "{earlier:?}");
        assert!(!last.is_empty());
        is_tidy(&tiny);
    }
}
