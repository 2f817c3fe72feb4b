//! One value that is given twice with different words is asked, not decided by which came last; and a slip that is one
//! is told once.

use std::path::Path;
use std::process::Command;

fn run(words: &[&str]) -> (i32, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(words)
        .args(["--lang", "zh"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    (done.status.code().unwrap(), said.into_owned())
}

/// Every command that takes `--set`, up to where its changes are read.
const COMMANDS: [&[&str]; 6] = [
    &["plan", "scenarios/township", "--time-limit", "0"],
    &[
        "audit",
        "scenarios/township",
        "scenarios/township/expected/plan.json",
    ],
    &[
        "explain",
        "scenarios/township",
        "scenarios/township/expected/plan.json",
        "--prices",
        "--time-limit",
        "0",
    ],
    &[
        "replan",
        "scenarios/township",
        "--from",
        "scenarios/township/expected/plan.json",
        "--time-limit",
        "0",
    ],
    &["horizon", "scenarios/township", "--time-limit", "0"],
    &[
        "frontier",
        "scenarios/township",
        "--vary",
        "rules.leavers_cap.at_most=20%..40%/3",
        "--time-limit",
        "0",
    ],
];

/// Two changes, and whether they cannot both be meant.
const PAIRS: [(&str, &str, bool); 12] = [
    (
        "rules.rotation_share.at_least=12%",
        "rules.rotation_share.at_least=13%",
        true,
    ),
    (
        "rotation_share.at_least=12%",
        "rules.rotation_share.at_least=13%",
        true,
    ),
    (
        "rules.rotation_share.force=off",
        "rules.rotation_share.force=must",
        true,
    ),
    ("schools.S001.beds=5", "schools.S001.beds=6", true),
    ("schools.S001.beds=5", "schools.S001.beds=+1", true),
    ("schools.S001.beds=+1", "schools.S001.beds=+1", true),
    ("schools.S001.beds=5", "schools.*.beds=6", true),
    ("schools.*.beds=6", "schools.S001.beds=5", false),
    (
        "rules.rotation_share.at_least=12%",
        "rules.rotation_share.at_least=12%",
        false,
    ),
    (
        "rules.rotation_share.at_least=12%",
        "rules.rotation_share.at_least=0.12",
        false,
    ),
    ("schools.S001.beds=5", "schools.S001.beds=５", false),
    ("schools.S001.beds=5", "schools.S002.beds=6", false),
];

#[test]
fn two_changes_of_one_value_are_asked_by_every_command() {
    for command in COMMANDS {
        let (first, second, _) = PAIRS[0];
        let (code, said) = run(&[command, &["--set", first, "--set", second]].concat());
        assert_eq!(code, 1, "{command:?}: {said}");
        assert!(
            said.contains("I807") && said.contains(first) && said.contains(second),
            "{said}"
        );
    }
    for (first, second, asked) in PAIRS {
        let (_, said) = run(&[COMMANDS[0], &["--set", first, "--set", second]].concat());
        assert_eq!(said.contains("I807"), asked, "{first} {second}: {said}");
    }
}

#[test]
fn what_is_varied_is_set_by_nothing_else() {
    let base = [
        "frontier",
        "scenarios/township",
        "--time-limit",
        "0",
        "--vary",
    ];
    let share = "rules.rotation_share.at_least=5%..15%/3";
    for more in [
        ["--set", "rules.rotation_share.at_least=12%"],
        ["--set", "rotation_share.at_least=12%"],
        ["--vary", "rotation_share.at_least=1%..2%/2"],
    ] {
        let (code, said) = run(&[&base[..], &[share], &more].concat());
        assert!(
            code == 2 && said.contains("rotation_share.at_least"),
            "{said}"
        );
    }
}

#[test]
fn a_slip_in_what_is_varied_is_told_once_and_nothing_is_solved() {
    for slip in [
        "rules.rotation_shar.at_least=5%..15%/8",
        "rules.rotation_share.at_leas=5%..15%/8",
        "schools.S999.beds=1..8/8",
        "schools.S001.bed=1..8/8",
        "shools.S001.beds=1..8/8",
    ] {
        let (code, said) = run(&["frontier", "scenarios/township", "--vary", slip]);
        assert_eq!(code, 1, "{slip}: {said}");
        let path = slip.split('=').next().unwrap();
        let word = path.split('.').find(|one| {
            ![
                "rules",
                "rotation_share",
                "at_least",
                "schools",
                "S001",
                "beds",
            ]
            .contains(one)
        });
        let told = said.matches(&format!("“{}", word.unwrap())).count();
        assert!((1..=2).contains(&told), "{slip}: {said}");
        assert!(said.lines().count() < 12, "{slip}: {said}");
    }
}
