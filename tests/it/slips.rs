//! Slips in the policy and on the command line: values that exclude each other, numbers beyond all sense,
//! approvals by name, and words that are typed wrongly.

use crate::study::{load, root};
use lungang::domain::Roster;
use lungang::finding::Severity;
use lungang::input::Edit;
use lungang::policy::{Kind, Param, RuleBook, Share};
use lungang::rules::cards;
use lungang::run::{Checked, check};
use std::collections::BTreeMap;
use std::process::{Command, Output};

fn edit(text: &str) -> Edit {
    text.parse().unwrap()
}

/// Errors of the county of the cases with these values.
fn errors(county: &Checked, set: &[&str]) -> Vec<(String, String)> {
    let set: Vec<Edit> = set.iter().copied().map(edit).collect();
    let changed = county.with_rules(&set);
    let errors = changed.findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let told = |one: &lungang::finding::Finding| {
        (one.code.id.to_owned(), one.says(lungang::text::Lang::Zh))
    };
    errors.map(told).collect()
}

fn township() -> Checked {
    check(&load(&root("scenarios/township")))
}

#[test]
fn two_values_that_exclude_each_other_are_an_error_that_names_both() {
    let county = township();
    for (set, both) in [
        (
            &["rules.counting_forms.length_months=6"][..],
            ["length_months（6）", "min_months（10）"],
        ),
        (
            &[
                "rules.rotation_share.at_least=12%",
                "rules.rotation_share.at_most=11.9%",
            ],
            ["at_most（11.9%）", "at_least（12%）"],
        ),
        (
            &[
                "rules.class_sizes.super_from=40",
                "rules.class_sizes.force=goal",
            ],
            ["super_from（40）", "large_from（56）"],
        ),
    ] {
        let told = errors(&county, set);
        let [(code, says)] = &told[..] else {
            panic!("{set:?}: {told:?}");
        };
        assert_eq!(code, "P229");
        assert!(both.iter().all(|word| says.contains(word)), "{says}");
    }
    let equal = ["rules.counting_forms.length_months=10"];
    assert_eq!(errors(&county, &equal), []);
}

/// The small county of the cases of rules, which has every rule.
fn small() -> Checked {
    check(&load(&root("tests/golden/rules/base")))
}

/// Every number of every rule beyond what may be typed: each is a finding.
#[test]
fn no_number_of_any_rule_is_beyond_reckoning() {
    let county = small();
    let cards = cards();
    let params = cards
        .iter()
        .flat_map(|card| card.params.iter().map(move |one| (card.id, one)));
    let of = |kind: Kind| params.clone().filter(move |(_, param)| param.kind == kind);
    let counts = [
        "9223372036854775807",
        "99999999999999999999",
        "-1",
        "1000001",
    ];
    let shares = [
        "9223372036854775807",
        "1234567890123456787/9234567890123456789",
        "1/9223372036854775807%",
        "0.1234567",
    ];
    for (kind, values) in [(Kind::Count, counts), (Kind::Share, shares)] {
        for value in values {
            let set = of(kind).map(|(rule, param)| format!("rules.{rule}.{}={value}", param.key));
            let set: Vec<String> = set.collect();
            let told = errors(&county, &set.iter().map(String::as_str).collect::<Vec<_>>());
            let refused = told.iter().filter(|(code, _)| code == "P205").count();
            assert_eq!(refused, set.len(), "{value}: {told:?}");
            assert!(set.len() > 30, "{set:?}");
        }
    }
}

/// Everything that follows from the largest numbers that are read is reckoned without a fault.
#[test]
fn the_largest_numbers_that_are_read_can_be_reckoned_with() {
    let county = small();
    let (largest, mut reckoned) = (largest(&county), 0);
    for card in cards() {
        let most = |param: &Param| match param.kind {
            Kind::Count => {
                let path = format!("rules.{}.values.{}", card.id, param.key);
                Some(largest[&path].clone())
            }
            Kind::Share if param.key.ends_with("at_least") || param.key.ends_with("at_most") => {
                Some("999999/1000000".to_owned())
            }
            Kind::Share => Some("1000000000".to_owned()),
            _ => None,
        };
        let numbers = card
            .params
            .iter()
            .filter_map(|param| Some((param.key, most(param)?)));
        let numbers: Vec<(&str, String)> = numbers.collect();
        let on = edit(&format!("rules.{}.force=goal", card.id));
        let one = |key: &str, value: &str| edit(&format!("rules.{}.{key}={value}", card.id));
        let mut tries: Vec<Vec<Edit>> = Vec::new();
        tries.extend(
            numbers
                .iter()
                .map(|(key, most)| vec![on.clone(), one(key, most)]),
        );
        tries.push(
            numbers
                .iter()
                .map(|(key, _)| one(key, "0"))
                .chain([on.clone()])
                .collect(),
        );
        for set in tries {
            if let Some((roster, book)) = county.with_rules(&set).ready() {
                reckon(roster, book);
                reckoned += 1;
            }
        }
    }
    assert!(reckoned > 100, "only {reckoned}");
}

/// The largest number that each count of a rule may be, by its path: the finding names it.
fn largest(county: &Checked) -> BTreeMap<String, String> {
    let cards = cards().into_iter();
    let set = cards.flat_map(|card| {
        let counts = card.params.iter().filter(|param| param.kind == Kind::Count);
        counts.map(|param| edit(&format!("rules.{}.{}=9999999999", card.id, param.key)))
    });
    let told = county.with_rules(&set.collect::<Vec<_>>()).findings;
    let refused = told.0.iter().filter(|one| one.code.id == "P205");
    let most = refused.map(|one| {
        let column = one.place.as_ref().unwrap().column.clone().unwrap();
        let says = one.says(lungang::text::Lang::Zh);
        let (_, most) = says.rsplit_once("0 到 ").unwrap();
        (column, most.split(' ').next().unwrap().to_owned())
    });
    most.collect()
}

/// The program of the county and the audit of a plan that decides nothing.
#[cfg(feature = "microlp")]
fn reckon(roster: &Roster, book: &RuleBook) {
    use lungang::facts::{Facts, Placement};
    let facts = Facts::new(roster, book);
    let _ = lungang::rules::build(&facts, false);
    let _ = lungang::audit::audit(&facts, &Placement::empty(&facts));
}

#[cfg(not(feature = "microlp"))]
fn reckon(roster: &Roster, book: &RuleBook) {
    use lungang::facts::{Facts, Placement};
    let facts = Facts::new(roster, book);
    let _ = lungang::audit::audit(&facts, &Placement::empty(&facts));
}

#[test]
fn a_share_is_exact_or_refused() {
    for (text, shown) in [("12.345678", "6172839/500000"), ("1/1000000", "1/1000000")] {
        assert_eq!(text.parse::<Share>().unwrap().to_string(), shown);
    }
    for text in [
        "0.12345678",
        "1/1000001",
        "1000000001",
        "1/-0",
        "99999999999999999999999999",
    ] {
        assert!(text.parse::<Share>().is_err(), "{text}");
    }
}

/// The approvals of township after one more was entered, and the codes of what is wrong.
fn approved(rule: &str, about: &str) -> (Vec<(String, String)>, Vec<&'static str>) {
    let mut documents = load(&root("scenarios/township"));
    let manifest = documents.files.get_mut("scenario.toml").unwrap();
    manifest.extend(
        format!(
            "\n[[waivers]]\nrule = \"{rule}\"\nabout = \"{about}\"\namount = 1\nreason = \"试行\"\nauthor = \"局务会\"\n"
        )
        .into_bytes(),
    );
    let checked = check(&documents);
    let roster = checked.roster.clone().unwrap();
    let all = roster.waivers.iter();
    let all = all.map(|one| (one.rule.clone(), one.about.clone()));
    let told = checked.findings.0.iter();
    let told = told.filter(|one| one.severity != Severity::Note);
    (
        all.collect(),
        told.map(|one| one.code.id)
            .filter(|id| id.starts_with('A'))
            .collect(),
    )
}

#[test]
fn an_approval_is_entered_by_rule_name_number_or_clause_and_by_school_name() {
    let township = township();
    let roster = township.roster.clone().unwrap();
    let (school, person) = (&roster.schools[0], &roster.teachers[0]);
    let card = cards()
        .into_iter()
        .find(|card| card.id == "leavers_cap")
        .unwrap();
    let expected = |about: &str| vec![("leavers_cap".to_owned(), about.to_owned())];
    for rule in [
        "leavers_cap",
        card.code,
        &card.code.to_lowercase(),
        card.title.zh,
        card.title.en,
    ] {
        let (all, told) = approved(rule, &school.name);
        assert_eq!((all, told), (expected(&school.id), vec![]), "{rule}");
    }
    for (about, site) in [
        ("全县", "county".to_owned()),
        (&school.id, school.id.clone()),
        (&person.id, person.id.clone()),
        (
            &format!("{}，小学，语文＋数学", school.name),
            format!("{},primary,chinese+maths", school.id),
        ),
    ] {
        let (all, mut told) = approved("leavers_cap", about);
        // That the rule checks no such place is another matter.
        told.retain(|id| *id != "A95");
        assert_eq!((all, told), (expected(&site), vec![]), "{about}");
    }
    // A clause on which one rule rests is that rule; on which several do, they are named.
    let book = township.book.as_ref().unwrap();
    let resting = |clause: &str| {
        let rules = book
            .rules
            .iter()
            .filter(|(_, rule)| rule.clauses.iter().any(|one| one == clause));
        rules.map(|(id, _)| id.key().to_owned()).collect::<Vec<_>>()
    };
    let clauses = book.rules.values().flat_map(|rule| rule.clauses.clone());
    let clauses: std::collections::BTreeSet<String> = clauses.collect();
    let by_number = |one: bool| {
        let mut all = clauses
            .iter()
            .filter(|clause| (resting(clause).len() == 1) == one);
        all.next().unwrap().clone()
    };
    let (alone, shared) = (by_number(true), by_number(false));
    assert_eq!(approved(&alone, "全县").0[0].0, resting(&alone)[0]);
    assert_eq!(approved(&shared, "全县").1, ["A44"]);
}

#[test]
fn an_approval_that_names_nothing_is_an_error() {
    assert_eq!(approved("派出比例", "全县").1, ["A15"]);
    for about in ["不存在的学校", "S999", "全县,语闻", "primray"] {
        assert_eq!(approved("leavers_cap", about).1, ["A45"], "{about}");
    }
    // One of a rule that is no must-rule has no effect.
    let idle =
        |id: &&str| township().book.unwrap().rules[*id].force != lungang::policy::Force::Must;
    let mut ids = cards().into_iter().map(|card| card.id.key());
    let rule = ids.find(|id| idle(id)).unwrap();
    assert_eq!(approved(rule, "全县").1, ["A46"]);
}

fn typed(words: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_lungang"));
    program.args(words).env("LANG", "zh_CN.UTF-8");
    program.env_remove("LC_ALL").env_remove("LC_MESSAGES");
    program.output().unwrap()
}

/// Letters of another language that are neither a name that is typed nor the usage.
fn english(text: &str) -> Vec<&str> {
    let words = text.split(|one: char| !one.is_ascii_alphabetic());
    let plain = words.filter(|word| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()));
    let found = [
        "error",
        "unexpected",
        "argument",
        "invalid",
        "value",
        "required",
        "were",
        "found",
        "such",
        "file",
    ];
    plain.filter(|word| found.contains(word)).collect()
}

/// What is typed (`SCENARIO` stands for one), the exit code, and what is said.
const TYPED: &[(&str, i32, &str)] = &[
    ("plna", 2, "没有命令“plna”（是否为"),
    ("check", 2, "缺少参数：<SCENARIO>..."),
    (
        "check SCENARIO --outt x",
        2,
        "没有参数“--outt”（是否为 --out？）",
    ),
    (
        "check --lang fr SCENARIO",
        2,
        "取值“fr”不合用。可填：zh、en",
    ),
    ("check SCENARIO --out", 2, "之后没有写取值"),
    ("generate --place mars --out x", 2, "应填national、"),
    ("generate --teachers abc --out x", 2, "应填整数"),
    ("generate --schools 0 --out x", 2, "1 到 2000 的整数"),
    (
        "generate --teachers 4294967295 --out x",
        2,
        "1 到 100000 的整数",
    ),
    ("audit SCENARIO /nowhere/plan.json", 5, "文件或目录不存在"),
    ("template /dev/null/x", 5, "不是目录"),
    ("audit SCENARIO plan.json --set a", 2, "路径=值"),
];

/// The same of commands that solve.
#[cfg(feature = "microlp")]
const TYPED_SOLVING: &[(&str, i32, &str)] = &[
    ("frontier SCENARIO --vary foo", 2, "路径=起..止/点数"),
    (
        "plan SCENARIO --time-limit 18446744073709551615",
        2,
        "31536000",
    ),
    (
        "plan SCENARIO --withstand 4294967295",
        2,
        "不多于教师表中的人数",
    ),
];
#[cfg(not(feature = "microlp"))]
const TYPED_SOLVING: &[(&str, i32, &str)] = &[];

#[test]
fn what_is_typed_wrongly_is_told_in_chinese() {
    let scenario = root("scenarios/township").display().to_string();
    for (words, code, says) in TYPED.iter().chain(TYPED_SOLVING) {
        let words = words.split(' ');
        let words = words.map(|word| if word == "SCENARIO" { &scenario } else { word });
        let words: Vec<&str> = words.collect();
        let output = typed(&words);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(*code), "{words:?}: {text}");
        assert!(text.contains(says), "{words:?}: {text}");
        assert_eq!(english(&text), [""; 0], "{text}");
    }
    // English stays as it was.
    let output = typed(&["--lang", "en", "plna"]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("unrecognized subcommand"), "{text}");
}
