//! What a plan was made from and is gone: each pin, ban, approval, line of recruits and title post is told by name, by
//! whoever looks at the plan next; and which value of a policy has changed.

use crate::keeps_faith::Copy;
use lungang::input::load_documents;
use lungang::run::check;
use std::fs;
use std::path::{Path, PathBuf};

/// One thing that vanishes: from which file, what, and the words that tell it.
struct Case {
    file: &'static str,
    without: fn(&str) -> String,
    told: &'static [&'static str],
}

/// A text without what begins here, as far as what comes next.
fn cut(text: &str, from: &str, next: &str) -> String {
    let (before, rest) = text.split_once(from).unwrap();
    let after = rest.split_once(next).map(|one| format!("{next}{}", one.1));
    before.to_owned() + &after.unwrap_or_default()
}

fn without_line(text: &str, begins: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with(begins));
    lines.flat_map(|line| [line, "\n"]).collect()
}

const CASES: [Case; 4] = [
    Case {
        file: "scenario.toml",
        without: |text| cut(text, "[[bans]]", "[["),
        told: &["不予安排（回避）1项", "T00046"],
    },
    Case {
        file: "scenario.toml",
        without: |text| cut(text, "[[pins]]\nteacher = \"T00071\"", "[["),
        told: &["指定去向1项", "T00071"],
    },
    Case {
        file: "recruits.csv",
        without: |text| without_line(text, "Z6,"),
        told: &["拟招聘1项", "Z6"],
    },
    Case {
        file: "title_posts.csv",
        without: |text| without_line(text, "S001,高级教师"),
        told: &["职称岗位1项", "白坝镇中心小学、高级教师"],
    },
];

fn told(copy: &Copy, words: &[&str], plan: &Path) -> String {
    let (_, text) = copy.scenario(words, &[plan.to_str().unwrap()]);
    let lines = text.lines().filter(|line| line.contains("A93"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn whatever_vanished_is_told_by_name_by_audit_from_json_and_from_the_workbook() {
    let copy = Copy::new("vanished");
    copy.round("plan.json", "one", &[]);
    let plans: Vec<PathBuf> = ["one/plan.json", "one/plan.xlsx"]
        .map(|name| copy.at.join(name))
        .to_vec();
    for plan in &plans {
        assert_eq!(told(&copy, &["audit"], plan), "");
    }
    for one in &CASES {
        let file = copy.at.join("township").join(one.file);
        let was = fs::read_to_string(&file).unwrap();
        fs::write(&file, (one.without)(&was)).unwrap();
        for plan in &plans {
            let told = told(&copy, &["audit"], plan);
            let all = one.told.iter().all(|word| told.contains(word));
            assert!(all, "{:?}: {told}", one.told);
            assert_eq!(told.lines().count(), 1, "{told}");
        }
        fs::write(&file, was).unwrap();
    }
}

#[test]
fn who_plans_anew_where_a_plan_lies_is_told_what_vanished() {
    let copy = Copy::new("vanished_anew");
    let out = copy.at.join("out");
    fs::create_dir_all(&out).unwrap();
    fs::copy(copy.at.join("plan.json"), out.join("plan.json")).unwrap();
    for one in &CASES {
        let file = copy.at.join("township").join(one.file);
        let was = fs::read_to_string(&file).unwrap();
        fs::write(&file, (one.without)(&was)).unwrap();
    }
    let words = ["--out", out.to_str().unwrap(), "--time-limit", "0"];
    let (_, text) = copy.scenario(&["plan"], &words);
    for one in &CASES {
        let is_told = |line: &str| one.told.iter().all(|word| line.contains(word));
        assert!(text.lines().any(is_told), "{:?}: {text}", one.told);
    }
}

#[test]
fn a_decision_that_moved_to_the_decisions_file_has_not_vanished() {
    let copy = Copy::new("moved_decision");
    let file = copy.at.join("township/scenario.toml");
    let was = fs::read_to_string(&file).unwrap();
    let (before, ban) = was.split_once("[[bans]]").unwrap();
    let ban = format!("[[bans]]{ban}date = \"2026-08-20\"\n");
    fs::write(&file, before).unwrap();
    fs::write(copy.at.join("township/decisions.toml"), ban).unwrap();
    assert_eq!(told(&copy, &["audit"], &copy.at.join("plan.json")), "");
}

#[test]
fn which_value_of_a_policy_changed_is_told_with_what_it_was() {
    let copy = Copy::new("policy_changed");
    let file = copy.at.join("township/policy.toml");
    let was = fs::read_to_string(&file).unwrap();
    let audit = || {
        let plan = copy.at.join("plan.json");
        let (_, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
        let lines = text.lines().filter(|line| line.contains("A98"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(audit(), Vec::<String>::new());
    let cases: [(&str, &str, &[&str]); 3] = [
        (
            "at_least = { value = \"10%\"",
            "at_least = { value = \"12%\"",
            &["交流轮岗比例", "原为10%", "现为12%"],
        ),
        (
            "at_least = { value = \"10%\", since = \"2014-09-01\"",
            "at_least = { value = \"10%\", since = \"2015-09-01\"",
            &["交流轮岗比例", "2014-09-01", "2015-09-01"],
        ),
        ("# ", "# 另一句说明 ", &[]),
    ];
    for (from, to, words) in cases {
        let now = was.replacen(from, to, 1);
        fs::write(&file, &now).unwrap();
        let told = audit();
        assert_eq!(
            told.len(),
            usize::from(!words.is_empty() && now != was),
            "{told:?}"
        );
        for word in words {
            assert!(told[0].contains(word), "{word}: {told:?}");
        }
    }
}

/// A value of a county that asks less than the nation does is told with the national document; one that asks more is not.
#[test]
fn a_value_below_the_national_floor_is_told_with_its_document() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let documents = load_documents(&[folder]).unwrap();
    let checked = check(&documents);
    let cases = [
        ("rules.rotation_share.at_least=8%", "教师〔2014〕4号"),
        ("rules.rotation_share.at_least=12%", ""),
        ("rules.backbone_share.at_least=15%", "教师〔2014〕4号"),
        ("rules.class_sizes.primary_at_most=50", "教督〔2017〕6号"),
        ("rules.class_sizes.primary_at_most=40", ""),
        ("rules.staff_balance.primary_at_most=0.6", "教督〔2017〕6号"),
        ("rules.per_pupil_staff.backbone=0.5", "教督〔2017〕6号"),
        ("rules.per_pupil_staff.backbone=2", ""),
        // No national document says anything of these.
        ("rules.leavers_cap.at_most=90%", ""),
        ("rules.travel_limit.minutes_at_most=300", ""),
    ];
    for (edit, document) in cases {
        let changed = checked.with_rules(&[edit.parse().unwrap()]);
        let found = changed
            .findings
            .0
            .iter()
            .filter(|one| one.code.id == "P237");
        let says: Vec<String> = found.map(|one| one.says(lungang::text::Lang::Zh)).collect();
        assert_eq!(
            says.len(),
            usize::from(!document.is_empty()),
            "{edit}: {says:?}"
        );
        assert!(says.iter().all(|one| one.contains(document)), "{says:?}");
    }
}
