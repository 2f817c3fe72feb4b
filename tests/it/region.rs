//! Regions: what is wrong in the file is told all at once with the nearest right name; counties are
//! planned as they are alone, one that fails stops nobody, and the summary names no teacher.

use crate::input::facts_fill_the_words;
use lungang::domain::Stage;
use lungang::finding::{Findings, Severity};
use lungang::run;
use lungang::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const CODES: [&str; 8] = [
    "I901", "I902", "I903", "I904", "I905", "I906", "I907", "I908",
];

/// Kinds of finding that need several counties to show.
pub(crate) fn plants(id: &str) -> bool {
    CODES.contains(&id)
}

/// Copies of the shipped scenarios with one more file beside them.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("region")
        .join(name);
    let _ = fs::remove_dir_all(&to);
    for entry in fs::read_dir(crate::study::root("scenarios")).unwrap() {
        let from = entry.unwrap().path();
        if from.is_dir() {
            let own = to.join(from.file_name().unwrap());
            fs::create_dir_all(&own).unwrap();
            for file in fs::read_dir(from).unwrap() {
                let file = file.unwrap().path();
                if file.is_file() {
                    fs::copy(&file, own.join(file.file_name().unwrap())).unwrap();
                }
            }
        }
    }
    for (path, text) in files {
        fs::write(to.join(path), text).unwrap();
    }
    to
}

/// The findings of a kind, in English, with the key of their place.
fn told(findings: &Findings, id: &str) -> Vec<String> {
    let of_it = findings.0.iter().filter(|one| one.code.id == id);
    of_it
        .map(|one| {
            facts_fill_the_words(one);
            let place = one.place.clone().unwrap();
            assert!(place.file.ends_with("region.toml"), "{place:?}");
            assert!(place.row.is_some(), "{place:?}");
            format!("{}: {}", place.column.unwrap(), one.says(Lang::En))
        })
        .collect()
}

const WRONG: &str = r#"
title = "错"
[[counties]]
key = "one"
folder = "natonal"
[[counties]]
key = "two"
folder = "township"
[[counties]]
key = "Two"
folder = "dehua"
[[counties]]
key = "four"
folder = "./township"
[[counties]]
key = "five"
folder = "alar"
[quota]
primary = 149
senior = 0
[[help]]
helper = { county = "tow", school = "S001" }
helped = { county = "five", school = "S0001" }
[[help]]
helper = { county = "two", school = "S002" }
helped = { county = "two", school = "S002" }
"#;

#[test]
fn what_is_wrong_with_a_region_is_told_with_key_and_nearest_name() {
    let here = folder("wrong", &[("region.toml", WRONG)]);
    let mut region = run::load_region(&here).unwrap();
    let keys: Vec<_> = region.counties.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["one", "two", "five"]);
    let read = region.counties.iter().filter_map(|one| {
        let checked = run::check(one.documents.as_ref()?);
        let roster = checked.roster?;
        let schools = roster.schools.iter();
        let schools: BTreeMap<String, String> = schools
            .map(|school| (school.id.clone(), school.name.clone()))
            .collect();
        Some((one.key.clone(), schools))
    });
    let known: BTreeMap<_, _> = read.collect();
    let known = known.iter().map(|(key, one)| (key.as_str(), one));
    let unknown = region.unknown_schools(&known.collect());
    region.findings.append(unknown);
    region.findings.0.extend(region.over(Stage::Primary, 150));
    assert_eq!(region.over(Stage::Primary, 149), None);
    assert_eq!(region.over(Stage::Junior, 150), None);
    let none = region.without_total(Stage::Senior, "two");
    region.findings.0.extend(none);
    let shown: Vec<_> = CODES.map(|id| told(&region.findings, id)).concat();
    assert_eq!(
        shown,
        [
            "folder: The scenario natonal of the county \"one\" was not found (did you mean \"national\"?).",
            "key: Two counties are called \"Two\".",
            "folder: The counties \"four\" and \"two\" have the same scenario ./township; totals would count it twice.",
            "helper: The region has no county \"tow\" (did you mean \"two\"?).",
            "helped: The county \"five\" has no school \"S0001\" (did you mean \"S001\"?).",
            "helped: The school \"S002\" cannot help itself.",
            "primary: primary: the quota totals of the counties add up to 150 heads, above the 149 of the region, by 1.",
            "senior: The county \"two\" has senior secondary schools but states no quota total for that stage; it is not in the sum.",
        ]
    );
    let errors = region.findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error).count();
    assert_eq!(errors, 7);
}

/// A county whose folder cannot be written takes nothing from the others, and nothing says that all is done.
#[cfg(feature = "solver")]
#[test]
fn what_cannot_be_written_of_one_county_is_written_of_the_others() {
    let keys = ["alar", "township", "zhangye"];
    let counties = keys.map(|key| format!("[[counties]]\nkey = \"{key}\"\nfolder = \"{key}\"\n"));
    let here = folder("blocked", &[("region.toml", &counties.concat())]);
    let out = here.join("out");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("alar"), "in the way").unwrap();
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(["region", ".", "--out", "out"])
        .current_dir(&here)
        .output()
        .unwrap();
    assert_eq!((done.status.code(), done.stdout), (Some(5), Vec::new()));
    for (file, is_there) in [
        ("township/plan.json", true),
        ("zhangye/plan.json", true),
        ("region.json", false),
    ] {
        assert_eq!(out.join(file).exists(), is_there, "{file}");
    }
}

#[test]
fn what_the_file_cannot_mean_is_told_as_in_any_other_file() {
    let text = "balanced_share = \"4/3\"\nsince = \"soon\"\ncounty = 1\nquota = { primary = \"many\", higher = 2 }\n\
        [[counties]]\nkey = \"a/b\"\nfolder = \"national\"\n\
        [[counties]]\nkey = \"c\"\n[[counties]]\nkey = \"d\"\nfolder = \"/d\"\n\
        [[help]]\nhelper = \"S001\"\n";
    let here = folder("words", &[("region.toml", text)]);
    let region = run::load_region(&here.join("region.toml")).unwrap();
    assert!(region.counties.is_empty() && region.balance.is_none());
    let columns = region.findings.0.iter().map(|one| {
        facts_fill_the_words(one);
        let column = one.place.clone().unwrap().column;
        (one.code.id, column.unwrap_or_default())
    });
    let columns: BTreeSet<_> = columns.collect();
    let expected = [
        ("I122", "county"),
        ("I122", "higher"),
        ("I123", ""),
        ("I124", "balanced_share"),
        ("I124", "helper"),
        ("I124", "key"),
        ("I124", "primary"),
        ("I124", "since"),
        ("I127", "folder"),
    ];
    assert_eq!(columns, expected.map(|(id, at)| (id, at.to_owned())).into());
    let empty = folder("empty", &[("region.toml", "title = \"空\"\n")]);
    assert!(run::load_region(&empty).unwrap().findings.has_errors());
    assert!(run::load_region(&empty.join("national")).is_err());
}

#[cfg(feature = "solver")]
mod solved {
    use super::folder;
    use lungang::domain::NOTHING_MORE;
    use lungang::plan::Ended;
    use lungang::run;
    use lungang::solve::{Options, Progress, Watch};
    use lungang::study::{RegionSummary, StudyWatch, check_region, solve_region};
    use lungang::text::Lang;
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    struct Nobody;

    impl Watch for Nobody {
        fn heard(&self, _: Progress) {}
    }

    impl StudyWatch for Nobody {
        fn done(&self, _: &str, _: Option<Ended>) {}
    }

    fn solve(file: &Path, out: Option<&Path>, threads: usize) -> RegionSummary {
        let region = run::load_region(file).unwrap();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let pool = pool.build().unwrap();
        pool.install(|| {
            let checked = check_region(&region);
            let facts = checked.iter();
            let facts: Vec<_> = facts
                .map(|one| one.as_ref()?.facts(&NOTHING_MORE))
                .collect();
            let summary = solve_region(&region, &checked, &facts, &Options::default(), &Nobody);
            for one in &summary.counties {
                if let (Some(out), Some(plan)) = (out, &one.plan) {
                    let file = out.join(&one.key).join("plan.json");
                    lungang::disk::write(&file, &plan.bytes).unwrap();
                }
            }
            summary
        })
    }

    #[test]
    fn counties_together_are_planned_as_alone_and_nobody_is_named() {
        let file = crate::study::root("scenarios/region.toml");
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("region-out");
        let _ = fs::remove_dir_all(&out);
        let summary = solve(&file, Some(&out), 2);
        let bytes = serde_json::to_string_pretty(&summary).unwrap();
        let again = serde_json::to_string_pretty(&solve(&file, None, 1)).unwrap();
        assert_eq!(bytes, again);
        assert!(summary.findings.0.is_empty());
        let said = [Lang::Zh, Lang::En].map(|lang| lungang::report::region(&summary, lang));
        for one in &summary.counties {
            let folder = crate::study::root("scenarios").join(&one.folder);
            let documents = crate::study::load(&folder);
            let alone = out.join("alone").join(&one.key);
            let done = crate::road::planned(&documents, &alone);
            let figures = one.figures.as_ref().unwrap();
            assert_eq!(figures.digest, done.doc.digest);
            let written = |folder: &Path| fs::read(folder.join("plan.json")).unwrap();
            assert_eq!(written(&out.join(&one.key)), written(&alone));
            assert_eq!(figures.moved, i64::try_from(done.doc.moves.len()).unwrap());
            let given: i64 = done.doc.schools.iter().map(|one| one.quota.given).sum();
            let totals = summary.quota.iter().flat_map(|stage| &stage.counties);
            let totals = totals.filter(|line| line.county == one.key);
            assert_eq!(totals.map(|line| line.total).sum::<i64>(), given);
            let checked = run::check(&documents);
            for teacher in &checked.roster.unwrap().teachers {
                for text in [&bytes, &said[0], &said[1]] {
                    assert!(!text.contains(&teacher.name), "{}", teacher.name);
                    assert!(!text.contains(&format!("{}\"", teacher.id)));
                }
            }
        }
        let (totals, figures) = (&summary.totals, summary.counties.iter());
        let moves = figures.map(|one| one.figures.as_ref().unwrap().moved);
        assert_eq!(totals.moved, moves.sum::<i64>());
        assert!(totals.empty_after < totals.empty_before);
        for stage in &summary.quota {
            let suggested: i64 = stage.counties.iter().map(|one| one.suggested).sum();
            let short: i64 = stage.counties.iter().map(|one| one.short).sum();
            assert_eq!(suggested, stage.left.unwrap().min(short));
        }
        let balance = summary.balance.as_ref().unwrap();
        assert_eq!((balance.counties, balance.need), (3, 2));
        assert_eq!(balance.holds, balance.reached >= 2);
        assert_eq!(balance.reached, totals.balanced);
        let name = summary.help[0].helped.name.as_ref().unwrap();
        assert!(said.iter().all(|text| text.contains(name)));
    }

    const MIXED: &str = "title = { zh = \"某市\", en = \"A city\" }\nbalanced_share = \"40%\"\n\
        [quota]\nprimary = 100\njunior = 200\n\
        [[counties]]\nkey = \"good\"\nfolder = \"township\"\n\
        [[counties]]\nkey = \"bad\"\nfolder = \"bad.toml\"\n\
        [[counties]]\nkey = \"none\"\nfolder = \"none.toml\"\n\
        [[counties]]\nkey = \"也好\"\nfolder = \"national\"\n";
    const BAD: &str = "title = \"数据有误的县\"\nbase = \"township\"\n\
        [changes.teachers.T00001]\nsex = \"不详\"\n";
    const NONE: &str = "title = \"无方案的县\"\nbase = \"township\"\n\
        [changes.rules.rotation_share]\nat_least = \"100%\"\n\
        [changes.rules.leavers_cap]\nforce = \"must\"\nat_most = \"0%\"\n";

    #[test]
    fn a_county_that_fails_stops_nobody() {
        let files = [
            ("region.toml", MIXED),
            ("bad.toml", BAD),
            ("none.toml", NONE),
        ];
        let here = folder("mixed", &files);
        let summary = solve(&here, None, 2);
        let ended: Vec<_> = summary.counties.iter().map(|one| one.ended).collect();
        let (proved, none) = (Some(Ended::Proved), Some(Ended::NoPlanExists));
        assert_eq!(ended, [proved, None, none, proved]);
        assert!(summary.counties[1].errors > 0);
        let conflict = &summary.counties[2].conflict;
        assert!(conflict.contains(&lungang::policy::RuleId::new("leavers_cap")));
        assert_eq!((summary.totals.counties, summary.totals.planned), (4, 2));
        // The three totals that are known are too many already for the one stage; of the other stage
        // nobody knows what is left.
        let codes: Vec<_> = summary.findings.0.iter().map(|one| one.code.id).collect();
        assert_eq!(codes, ["I907"]);
        let junior = &summary.quota[1];
        assert_eq!(junior.unknown, ["bad"]);
        assert_eq!((junior.total, junior.left), (Some(200), None));
        // Two fifths of four counties are one and three fifths: two.
        assert_eq!(summary.balance.as_ref().unwrap().need, 2);
        // Paths are seen from where one stands, not from the file of the region.
        let path = |name: &str| here.join(name).display().to_string();
        let (check, plan) = (path("bad.toml"), path("none.toml"));
        for (lang, bad, none) in [
            (
                Lang::Zh,
                format!("lungang check {check}"),
                "无方案的县".to_owned(),
            ),
            (
                Lang::En,
                format!("`lungang check {check}`"),
                format!("`lungang plan {plan}`"),
            ),
        ] {
            let said = lungang::report::region(&summary, lang);
            assert!(said.contains(&bad) && said.contains(&none), "{said}");
        }
    }

    #[test]
    fn the_exit_code_says_what_is_the_matter() {
        let county = |folder: &str| format!("[[counties]]\nkey = \"k\"\nfolder = \"{folder}\"\n");
        let (good, bad, none) = (county("township"), county("bad.toml"), county("none.toml"));
        let files = [
            ("good.toml", good.as_str()),
            ("worse.toml", bad.as_str()),
            ("worst.toml", none.as_str()),
            ("bad.toml", BAD),
            ("none.toml", NONE),
        ];
        let here = folder("exits", &files);
        let run = |region: &str, more: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_lungang"));
            let command = command.arg("region").arg(region).args(more);
            command.current_dir(&here).output().unwrap()
        };
        let code = |region: &str, more: &[&str]| run(region, more).status.code();
        assert_eq!(code("good.toml", &["--json", "--out", "out"]), Some(0));
        assert_eq!(code("worse.toml", &["-q"]), Some(1));
        assert_eq!(code("worst.toml", &["-q"]), Some(3));
        assert_eq!(code("good.toml", &["--time-limit", "0"]), Some(4));
        assert_eq!(code("nowhere.toml", &[]), Some(5));
        let shown = run("good.toml", &["--json"]).stdout;
        assert_eq!(shown, fs::read(here.join("out/region.json")).unwrap());
        for name in [
            "plan.json",
            "report.html",
            "summary.md",
            "plan.xlsx",
            "filing.xlsx",
        ] {
            assert!(here.join("out/k").join(name).is_file(), "{name}");
        }
    }
}
