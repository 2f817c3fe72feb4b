//! The README is run: its console blocks, its tables and its test command.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

fn lungang(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap()
}

/// The blocks fenced with this language, each as its lines without the indent of the fence.
fn blocks(text: &str, language: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, Vec<String>)> = None;
    for line in text.lines() {
        let bare = line.trim_start();
        match &mut open {
            None if bare == format!("```{language}") => {
                open = Some((line.len() - bare.len(), Vec::new()));
            }
            None => {}
            Some(_) if bare == "```" => found.extend(open.take().map(|(_, lines)| lines)),
            Some((indent, lines)) => lines.push(line.get(*indent..).unwrap_or("").to_owned()),
        }
    }
    found
}

/// The first cells of the rows of every table whose head begins with this cell.
fn first_cells(text: &str, head: &str) -> Vec<String> {
    let start = format!("| {head} |");
    let rows = text
        .lines()
        .skip_while(|line| !line.starts_with(&start))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| row.split('|').nth(1))
        .map(|cell| cell.trim().trim_matches('`').to_owned())
        .collect()
}

#[cfg(feature = "solver")]
#[test]
fn every_console_block_runs_and_ends_well() {
    let folder = sandbox("readme");
    let mut run = 0;
    for block in blocks(&readme(), "console") {
        for line in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert_eq!(words[0], "lungang", "{line}");
            let output = lungang(&words[1..], &folder);
            let said = String::from_utf8_lossy(&output.stdout);
            let failed = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{line}\n{said}\n{failed}");
            run += 1;
        }
    }
    assert!(run > 3, "the README shows how to begin");
}

/// A folder of its own with a copy of the scenarios.
#[cfg(feature = "solver")]
fn sandbox(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy(&root().join("scenarios"), &folder.join("scenarios"));
    folder
}

#[cfg(feature = "solver")]
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_test_command_is_the_one_that_ci_runs() {
    let shell = blocks(&readme(), "sh").concat();
    let command = shell
        .iter()
        .filter_map(|line| line.rsplit("&& ").next())
        .find(|command| command.starts_with("cargo test"))
        .expect("the README has a test command")
        .to_owned();
    let ci = fs::read_to_string(root().join(".ci/run")).unwrap();
    assert!(
        ci.lines().any(|line| line == format!("step {command}")),
        "`.ci/run` must run `{command}` and nothing else on that line"
    );
}

#[test]
fn the_readme_and_ci_install_by_the_script_alone() {
    let commands = blocks(&readme(), "sh").concat();
    let ci = fs::read_to_string(root().join(".ci/run")).unwrap();
    for (setup, then) in [(".ci/setup", "run"), (".ci/setup --tests", "test")] {
        let start = format!("{setup} && cargo {then} --release");
        let found = commands.iter().any(|line| line.starts_with(&start));
        assert!(found, "the README has no command `{start}`");
    }
    assert!(ci.lines().any(|line| line == ".ci/setup --tests"));
    for line in commands.iter().map(String::as_str).chain(ci.lines()) {
        assert!(
            !line.contains("apt-get"),
            "only `.ci/setup` installs: {line}"
        );
    }
}

#[test]
fn the_exit_codes_are_those_of_the_program() {
    let known: Vec<String> = lungang::cli::EXITS
        .iter()
        .map(|(exit, _)| (*exit as u8).to_string())
        .collect();
    assert_eq!(first_cells(&readme(), "exit code"), known);
    let text = readme();
    for (exit, words) in lungang::cli::EXITS {
        let row = format!("| {} | {} |", *exit as u8, words.en);
        assert!(text.contains(&row), "the README lacks the row: {row}");
    }
}

#[cfg(feature = "solver")]
#[test]
fn the_commands_are_those_of_the_program() {
    let mut listed: Vec<String> = first_cells(&readme(), "command")
        .iter()
        .filter_map(|cell| cell.split_whitespace().nth(1))
        .map(str::to_owned)
        .collect();
    listed.sort();
    let help = lungang(&["--help", "--lang", "en"], root());
    let help = String::from_utf8(help.stdout).unwrap();
    let mut known: Vec<String> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands"))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    known.sort();
    assert_eq!(listed, known);
}

#[test]
fn the_scenarios_are_those_that_are_shipped() {
    let mut listed = first_cells(&readme(), "folder");
    listed.sort();
    let mut shipped: Vec<String> = fs::read_dir(root().join("scenarios"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().join("scenario.toml").exists())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    shipped.sort();
    assert_eq!(listed, shipped);
}

#[test]
fn wrong_usage_and_missing_files_have_their_exit_codes() {
    let code = |args: &[&str]| lungang(args, root()).status.code();
    assert_eq!(code(&["--help"]), Some(0));
    assert_eq!(code(&["no-such-command"]), Some(2));
    assert_eq!(code(&["check", "no-such-folder"]), Some(5));
    assert_eq!(
        code(&["rules", "scenarios/township", "--set", "no"]),
        Some(2)
    );
    let wrong = ["rules", "scenarios/township", "--set", "no_such.rule=1"];
    assert_eq!(code(&wrong), Some(1));
}
