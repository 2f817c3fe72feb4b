//! Whoever stops a command is told so, whatever else is left out, and nothing is said of what was never begun.

use crate::limits::{COMMANDS, out};
use lungang::input::load_study;
use lungang::plan::Ended;
use lungang::report;
use lungang::solve::{Options, Progress, Watch};
use lungang::study::{StudyWatch, compare_study};
use lungang::text::Lang;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const BY_CLOCK: &str = "到了 --time-limit 的时间";
const BY_HAND: &str = "按 Ctrl-C 停止";

fn command(words: &str, more: &[&str]) -> Command {
    let out = out("stops");
    let words = words.replace("{out}", &out.display().to_string());
    let mut command = Command::new(env!("CARGO_BIN_EXE_lungang"));
    command
        .args(words.split_whitespace())
        .args(more)
        .args(["--lang", "zh"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[test]
fn that_time_was_up_is_said_whatever_is_left_out() {
    for words in COMMANDS {
        for left_out in ["-q", "--json"] {
            let done = command(words, &["--time-limit", "0", left_out]).output();
            let done = done.unwrap();
            assert_eq!(done.status.code(), Some(4), "{words}");
            let told = String::from_utf8_lossy(&done.stderr);
            assert!(told.contains(BY_CLOCK), "{words} {left_out}: {told}");
            assert_eq!(told.trim().lines().count(), 1, "{words}: {told}");
            if left_out == "--json" {
                let facts: Result<serde_json::Value, _> = serde_json::from_slice(&done.stdout);
                assert!(facts.is_ok(), "{words}");
            }
        }
    }
}

/// Without a limit, and with one that is far away.
#[cfg(unix)]
#[test]
fn who_stops_it_by_hand_is_told_so_and_hears_of_no_limit() {
    let long = [
        "horizon scenarios/national --years 6",
        "explain scenarios/national scenarios/national/expected/plan.json --prices",
        "frontier scenarios/national --vary rules.rotation_share.at_least=5%..15%/40",
        "plan scenarios/zhangye --out {out}",
        "replan scenarios/zhangye --from scenarios/zhangye/expected/plan.json --reserves",
    ];
    for words in long {
        for more in [&[][..], &["--time-limit", "3000", "-q"]] {
            let child = command(words, more).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(800));
            let id = child.id().to_string();
            let sent = Command::new("kill").args(["-INT", &id]).status();
            assert!(sent.unwrap().success());
            let done = child.wait_with_output().unwrap();
            let said =
                String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
            // While tables are read nothing is there to be kept.
            assert!(matches!(done.status.code(), Some(4 | 130)), "{words}");
            assert!(said.contains(BY_HAND), "{words}: {said}");
            assert!(!said.contains(BY_CLOCK), "{words}: {said}");
        }
    }
}

/// Hears nothing of a study.
struct Deaf;

impl Watch for Deaf {
    fn heard(&self, _: Progress) {}
}

impl StudyWatch for Deaf {
    fn done(&self, _: &str, _: Option<Ended>) {}
}

#[test]
fn of_what_was_never_begun_no_study_says_that_it_was_tried() {
    let folder = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let text = format!(
        "base = {:?}\n\n[[scenarios]]\nkey = \"a\"\n[scenarios.rules.rotation_share]\nat_least = \"12%\"\n",
        base.display().to_string()
    );
    std::fs::write(folder.path().join("study.toml"), text).unwrap();
    let study = load_study(folder.path()).unwrap();
    let options = Options::default();
    options.until.stop();
    let all = compare_study(&study, &options, &Deaf).unwrap();
    assert_eq!(all.base.ended, Some(Ended::NotTried), "{:?}", all.findings);
    assert!(
        all.variants
            .iter()
            .all(|one| one.ended == Some(Ended::NotTried))
    );
    let said = report::comparison(&all, Lang::Zh);
    assert!(!said.contains("尚未找到"), "{said}");
    let tried = ["尚未找到", "第1年", "未证明最优", "学年中途", "也都成立"];
    for words in COMMANDS {
        let done = command(words, &["--time-limit", "0"]).output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout);
        for claim in tried {
            let rest = said.replace("学年中途到龄", "");
            assert!(!rest.contains(claim), "{words}: {claim} in {said}");
        }
    }
}
