//! Every way in which a policy document can be wrong, word for word in both languages, and how a
//! local text changes the national one.

use crate::by_name::ByName;
#[cfg(feature = "solver")]
use crate::keeps_faith::{copy, lungang};
use jiff::civil::{Date, date};
use lungang::facts::values::rotation_share::RULE;
use lungang::finding::{Finding, Findings, Severity};
use lungang::policy::{Card, Force, POLICY_CODES, PolicyDoc, RuleBook, Share, Verified, load_book};
use lungang::rules;
use lungang::text::Lang;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const DAY: Date = date(2026, 8, 31);
const EXTENDS_BASE: &str = "extends = \"../base.toml\"";

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/policy")
        .join(name)
}

fn doc(file: &str, text: &str) -> PolicyDoc {
    PolicyDoc {
        file: file.to_owned(),
        text: text.to_owned(),
    }
}

/// One card is enough to show everything that can be wrong; others are added where a policy speaks of
/// what only they have: a rule that is judged only, values that are retired or ought to be above nought.
fn cards(docs: &[PolicyDoc]) -> Vec<&'static Card> {
    let mut cards = rules::cards();
    let spoken = |id: &str| {
        let head = format!("[rules.{id}]");
        docs.iter().any(|one| one.text.contains(&head))
    };
    cards.retain(|card| {
        let id = card.id.key();
        id == "rotation_share" || (["staff_balance", "preferences"].contains(&id) && spoken(id))
    });
    cards
}

fn base() -> PolicyDoc {
    doc(
        "base.toml",
        &std::fs::read_to_string(golden("base.toml")).unwrap(),
    )
}

fn load(docs: &[PolicyDoc]) -> (Option<RuleBook>, Findings) {
    load_book(docs, &cards(docs), DAY)
}

fn show(finding: &Finding, lang: Lang) -> String {
    let place = finding.place.clone().unwrap_or_default();
    let mut line = format!("{} {}", finding.code.id, place.file);
    if let Some(row) = place.row {
        write!(line, ":{row}").unwrap();
    }
    for part in [place.column, place.found].into_iter().flatten() {
        write!(line, " | {part}").unwrap();
    }
    format!(
        "{line}\n  {}\n  {}\n",
        finding.says(lang),
        finding.help(lang)
    )
}

#[test]
fn every_kind_of_policy_finding_has_its_golden() {
    for code in POLICY_CODES {
        let folder = golden(code.id);
        let text = std::fs::read_to_string(folder.join("policy.toml"))
            .unwrap_or_else(|_| panic!("{}: no bad file shows this code", code.id));
        let mut docs = vec![doc("policy.toml", &text)];
        if text.contains(EXTENDS_BASE) {
            docs.insert(0, base());
        }
        let (book, findings) = load(&docs);
        let codes: Vec<_> = findings.0.iter().map(|one| one.code.id).collect();
        assert!(codes.contains(&code.id), "{}: only {codes:?}", code.id);
        assert_eq!(
            book.is_some(),
            code.severity != Severity::Error,
            "{}",
            code.id
        );
        for (lang, file) in [(Lang::Zh, "findings.zh.txt"), (Lang::En, "findings.en.txt")] {
            let shown: String = findings.0.iter().map(|one| show(one, lang)).collect();
            assert!(
                !shown.contains('{'),
                "{}: a fact is missing: {shown}",
                code.id
            );
            let known = snapbox::Data::read_from(&folder.join(file), None);
            snapbox::assert_data_eq!(shown, known);
        }
    }
}

#[test]
fn a_sound_policy_gives_no_finding() {
    let (book, findings) = load(&[base()]);
    assert_eq!(findings.0, vec![]);
    let book = book.unwrap();
    assert_eq!(book.share("rotation_share", "at_least"), Share::new(1, 10));
    assert_eq!(book.choice("rotation_share", "direction"), "any");
    assert_eq!(book.goals.len(), 14, "{:?}", book.goals);
}

#[test]
fn a_local_value_replaces_the_same_key_and_nothing_else() {
    let local = doc(
        "local.toml",
        r#"
        title = { zh = "本地", en = "Local" }
        [rules.rotation_share.values]
        at_least = { value = "15%", since = "2020-09-01", clauses = ["L"], source = "本地文件", verified = "local" }
        "#,
    );
    let (book, findings) = load(&[base(), local]);
    assert_eq!(findings.0, vec![]);
    let book = book.unwrap();
    let rule = &book.rules["rotation_share"];
    assert_eq!(rule.force, Force::Must);
    assert_eq!(rule.values["at_least"].text, "15%");
    assert_eq!(rule.values["at_least"].file, "local.toml");
    assert_eq!(rule.values["at_least"].verified, Verified::Local);
    assert_eq!(rule.values["direction"].file, "base.toml");
    assert_eq!(book.title_zh, "本地");
}

#[test]
fn of_several_dates_the_latest_in_force_holds_and_before_the_first_the_general_text() {
    let line = |value, since| {
        format!(
            r#"{{ value = "{value}", since = "{since}", clauses = ["L"], source = "本地文件", verified = "local" }}"#
        )
    };
    let text = format!(
        "[rules.rotation_share.values]\nat_least = [{}, {}]\n",
        line("15%", "2020-09-01"),
        line("20%", "2026-09-01")
    );
    let docs = [base(), doc("local.toml", &text)];
    for (day, expected, later) in [
        (date(2019, 8, 31), "10%", &["15%", "20%"][..]),
        (date(2020, 9, 1), "15%", &["20%"]),
        (date(2026, 8, 31), "15%", &["20%"]),
        (date(2026, 9, 1), "20%", &[]),
    ] {
        let (book, findings) = load_book(&docs, &cards(&docs), day);
        // Every value that does not hold yet is told, with the one that holds instead.
        let told: Vec<_> = findings.0.iter().map(|one| &one.blanks["value"]).collect();
        assert_eq!(told, later, "{day}");
        for one in &findings.0 {
            assert_eq!(
                (one.code.id, &one.blanks["now"]),
                ("P236", &expected.into())
            );
            // A text that has one in force as well has said so on purpose.
            assert_eq!(one.severity == Severity::Note, expected != "10%", "{day}");
        }
        let book = book.unwrap();
        assert_eq!(
            book.rules["rotation_share"].values["at_least"].text, expected,
            "{day}"
        );
    }
}

/// Whoever reads the values of the rules is told of one that does not hold yet, as by the check.
#[cfg(feature = "solver")]
#[test]
fn rules_and_check_tell_of_a_value_that_does_not_hold_yet() {
    let at = copy("later-value", "township");
    let file = at.join("township/policy.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let later = text.replacen("since = \"2014-09-01\"", "since = \"2026-09-01\"", 1);
    assert_ne!(text, later);
    let scenario = at.join("township");
    let scenario = scenario.to_str().unwrap();
    for command in ["rules", "check"] {
        for (text, told) in [(&text, false), (&later, true)] {
            std::fs::write(&file, text).unwrap();
            let (code, said) = lungang(&[command, scenario]);
            assert_eq!((code, said.contains("P236")), (0, told), "{said}");
        }
    }
}

#[test]
fn a_rule_that_is_off_keeps_its_values() {
    let local = doc("local.toml", "[rules.rotation_share]\nforce = \"off\"\n");
    let (book, findings) = load(&[base(), local]);
    // The nation asks for it, which is told.
    let codes: Vec<_> = findings.0.iter().map(|one| one.code.id).collect();
    assert_eq!(codes, ["P238"]);
    let book = book.unwrap();
    assert!(!book.is_on(RULE));
    assert_eq!(book.share("rotation_share", "at_least"), Share::new(1, 10));
}

/// A shipped policy with all that it extends.
fn shipped(name: &str) -> RuleBook {
    shipped_on(name, DAY)
}

/// The same on another date.
fn shipped_on(name: &str, day: Date) -> RuleBook {
    let chain = if name == "national" {
        vec!["national"]
    } else {
        vec!["national", name]
    };
    let docs: Vec<_> = chain
        .into_iter()
        .map(|name| {
            let file = format!("scenarios/{name}/policy.toml");
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
            doc(&file, &std::fs::read_to_string(path).unwrap())
        })
        .collect();
    let (book, findings) = load_book(&docs, &rules::cards(), day);
    let wrong: Vec<_> = findings
        .0
        .iter()
        .filter(|one| one.severity != Severity::Note)
        .map(|one| show(one, Lang::En))
        .collect();
    assert!(wrong.is_empty(), "{name}: {}", wrong.concat());
    book.unwrap()
}

const LOCAL: [&str; 5] = ["anshan", "zhangye", "alar", "township", "dehua"];

#[test]
fn every_shipped_policy_has_all_it_needs() {
    for name in ["national"].into_iter().chain(LOCAL) {
        let book = shipped(name);
        assert_eq!(book.rules.len(), rules::cards().len(), "{name}");
        for card in rules::cards() {
            let values = &book.rules[&card.id].values;
            let needed = card.params.iter().filter(|param| !param.optional);
            let lacks: Vec<_> = needed.filter(|one| !values.contains_key(one.key)).collect();
            assert!(lacks.is_empty(), "{name} {}: {lacks:?}", card.id);
            // None of them is the national text read a second time.
            let built_in = values
                .values()
                .filter(|one| one.file.starts_with("built-in"));
            assert_eq!(built_in.count(), 0, "{name} {}", card.id);
        }
    }
}

/// The national text of plan format 1: everything that has come since is told in a line of its own, and
/// nothing of it stops the county.
#[test]
fn a_policy_written_before_a_value_came_is_read_and_what_it_lacks_is_told() {
    let text = std::fs::read_to_string(golden("old-national/policy.toml")).unwrap();
    let (book, findings) = load_book(&[doc("policy.toml", &text)], &rules::cards(), DAY);
    let book = book.unwrap_or_else(|| panic!("{:#?}", findings.0));
    let today = shipped("national");
    for (id, rule) in &today.rules {
        let old = &book.rules[id];
        let known: Vec<_> = old.values.keys().collect();
        let needed: Vec<_> = rule.values.keys().collect();
        let lifted = |key: &&String| {
            !rules::cards().iter().any(|card| {
                card.id == *id
                    && card
                        .params
                        .iter()
                        .any(|one| one.optional && one.key == **key)
            })
        };
        let needed: Vec<_> = needed.into_iter().filter(lifted).collect();
        assert!(needed.iter().all(|key| known.contains(key)), "{id}");
    }
    let told = findings.0.iter().filter(|one| one.code.id != "P214");
    for (lang, file) in [(Lang::Zh, "findings.zh.txt"), (Lang::En, "findings.en.txt")] {
        let shown: String = told.clone().map(|one| show(one, lang)).collect();
        let known = snapbox::Data::read_from(&golden("old-national").join(file), None);
        snapbox::assert_data_eq!(shown, known);
    }
}

#[test]
fn what_the_chain_leaves_out_is_that_of_the_national_text_and_named() {
    let text = std::fs::read_to_string(golden("P224/policy.toml")).unwrap();
    let (book, findings) = load(&[doc("policy.toml", &text)]);
    let rule = &book.unwrap().rules["rotation_share"];
    let national = &shipped("national").rules["rotation_share"];
    assert_eq!(rule.values["senders"].text, national.values["senders"].text);
    assert_eq!(rule.values["senders"].file, "built-in/national/policy.toml");
    assert_eq!(rule.values["at_least"].file, "policy.toml");
    let told = findings.0.iter().filter(|one| one.code.id == "P224");
    let told: Vec<_> = told.map(|one| one.blanks["key"].as_str()).collect();
    let asked = rule
        .values
        .values()
        .filter(|one| one.file.starts_with("built-in"));
    assert_eq!(told.len(), asked.count(), "{told:?}");
}

#[test]
fn a_rule_that_no_document_has_is_off() {
    let text = std::fs::read_to_string(golden("P228/policy.toml")).unwrap();
    let (book, _) = load(&[doc("policy.toml", &text)]);
    let rule = &book.unwrap().rules["rotation_share"];
    assert_eq!(rule.force, Force::Off);
    assert!(rule.values.contains_key("at_least"));
}

#[test]
fn only_anshan_states_the_shares_itself() {
    let letters = [("zhangye", "Z"), ("alar", "R"), ("township", "T")];
    for (rule, percent, own) in [
        ("rotation_share", "10%", "A34"),
        ("backbone_share", "20%", "A35"),
    ] {
        let share = |name| shipped(name).rules[rule].values["at_least"].clone();
        assert_eq!(share("anshan").clauses, vec![own]);
        assert_eq!(share("anshan").text, percent);
        for (name, letter) in letters {
            let share = share(name);
            assert!(share.clauses.iter().all(|id| !id.starts_with(letter)));
            assert!(share.source.contains("本地文件未规定比例"), "{name}");
        }
        assert!(share("dehua").clauses.contains(&"N2.4".to_owned()));
    }
}

#[test]
fn the_binding_direction_is_that_of_the_text() {
    for name in LOCAL {
        let expected = if name == "anshan" {
            "directional"
        } else {
            "any"
        };
        assert_eq!(
            shipped(name).choice("rotation_share", "direction"),
            expected
        );
    }
}

#[test]
fn counting_small_schools_as_a_hundred_is_for_funds_and_not_for_staff() {
    for name in LOCAL {
        assert!(!shipped(name).flag("school_quota", "small_as_hundred"));
    }
}

#[test]
fn the_two_title_years_differ_in_whom_they_ask_and_where_it_counts() {
    let words = |name, key: &str| shipped(name).rules["title_year"].values[key].text.clone();
    assert_eq!(words("alar", "population"), "city, town, village");
    assert_eq!(words("alar", "destinations"), "village, weak");
    assert_eq!(words("township", "population"), "central");
    assert_eq!(words("township", "destinations"), "base_point");
}

#[test]
fn a_target_is_read_with_its_date_and_binds_from_that_day() {
    let key = lungang::facts::values::class_sizes::PRIMARY_AT_MOST;
    let today = shipped_on("zhangye", DAY);
    assert_eq!(today.target(key), Some("2035-12-31"));
    // Splitting classes goes by it all the same.
    assert_eq!(today.get(key), 45);
    let before = shipped_on("zhangye", jiff::civil::date(2035, 12, 30));
    assert!(before.target(key).is_some());
    let then = shipped_on("zhangye", jiff::civil::date(2035, 12, 31));
    assert_eq!(then.target(key), None);
}
