//! Documents saved by another program, in GBK or UTF-16, are read alike by every command, and what is written behind
//! them stays readable.

use encoding_rs::GBK;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const REFUSED: &str = "[[refusals]]\nteacher = \"{who}\"\nreason = \"家中老人需照料\"\nauthor = \"人事股\"\ndate = \"2026-07-01\"\n";

fn scenarios() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

/// A copy of the township beside the policy that it rests on.
fn copy(name: &str) -> PathBuf {
    let at = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("encodings")
        .join(name);
    drop(fs::remove_dir_all(&at));
    for county in ["national", "township"] {
        fs::create_dir_all(at.join(county)).unwrap();
        for entry in fs::read_dir(scenarios().join(county)).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_file() {
                fs::copy(entry.path(), at.join(county).join(entry.file_name())).unwrap();
            }
        }
    }
    at.join("township")
}

fn run(words: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lungang"));
    let done = command.args(words).args(["--lang", "zh"]).output().unwrap();
    let text = String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap();
    (done.status.code().unwrap(), text)
}

/// A text in each encoding in which an office saves it.
fn encoded(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide = |of: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        let units = text.encode_utf16().flat_map(of);
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    vec![
        ("utf8", text.as_bytes().to_vec()),
        ("bom", ["\u{feff}", text].concat().into_bytes()),
        ("gbk", GBK.encode(text).0.into_owned()),
        ("utf16le", wide(u16::to_le_bytes, [0xFF, 0xFE])),
        ("utf16be", wide(u16::to_be_bytes, [0xFE, 0xFF])),
    ]
}

fn movers(plan: &Path) -> Vec<(String, String)> {
    let plan: lungang::plan::Plan = serde_json::from_slice(&fs::read(plan).unwrap()).unwrap();
    let moves = plan.moves.into_iter();
    moves.map(|one| (one.teacher, one.to)).collect()
}

#[test]
fn decisions_in_any_encoding_hold_in_every_command() {
    let published = scenarios().join("township/expected/plan.json");
    let movers_then = movers(&published);
    let plan: lungang::plan::Plan = serde_json::from_slice(&fs::read(&published).unwrap()).unwrap();
    let refuser = plan.moves[1].name.clone();
    let other = plan.moves.last().unwrap().clone();
    let mut all = Vec::new();
    for (name, bytes) in encoded(&REFUSED.replace("{who}", &refuser)) {
        let at = copy(name);
        let decisions = at.join("decisions.toml");
        fs::write(&decisions, &bytes).unwrap();
        let (at, out) = (at.to_str().unwrap(), at.join("out"));
        let (code, text) = run(&["check", at]);
        assert_eq!(code, 0, "{name}: {text}");
        let from = published.to_str().unwrap();
        let (code, text) = run(&[
            "replan",
            at,
            "--from",
            from,
            "--refuse",
            &other.teacher,
            "--reason",
            "家中有事",
            "--author",
            "人事股",
            "--date",
            "2026-08-01",
            "--out",
            out.to_str().unwrap(),
        ]);
        assert_eq!(code, 0, "{name}: {text}");
        let moved = movers(&out.join("plan.json"));
        let stays = |id: &str| moved.iter().all(|one| one.0 != id);
        assert!(
            stays(&plan.moves[1].teacher) && stays(&other.teacher),
            "{name}"
        );
        // What was there before is still there, and both can be read.
        let written = String::from_utf8(fs::read(&decisions).unwrap());
        let written = written.unwrap_or_else(|_| panic!("{name}: the file is a mixture"));
        assert!(
            written.contains("家中老人需照料") && written.contains("家中有事"),
            "{name}"
        );
        let file = out.join("plan.json");
        let (code, text) = run(&["audit", at, file.to_str().unwrap()]);
        assert_eq!(code, 0, "{name}: {text}");
        all.push(moved);
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]));
    assert_ne!(all[0], movers_then);
}

#[test]
fn scenario_and_policy_in_any_encoding_are_read_and_told() {
    for file in ["scenario.toml", "policy.toml"] {
        let text = fs::read_to_string(scenarios().join("township").join(file)).unwrap();
        for (name, bytes) in encoded(&text) {
            let at = copy(&format!("{file}-{name}"));
            fs::write(at.join(file), &bytes).unwrap();
            let (code, said) = run(&["check", at.to_str().unwrap()]);
            assert_eq!(code, 0, "{file} {name}: {said}");
            assert_eq!(
                said.contains("I113"),
                name == "gbk",
                "{file} {name}: {said}"
            );
        }
    }
}
