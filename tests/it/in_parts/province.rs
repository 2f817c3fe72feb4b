//! The workflow for a province: what it and the manifest for Kubernetes say fits the program and the published schema.

use super::{are_alike, ends, folder};
use crate::study::root;
use lungang::cli::command;
use lungang::study::PartOf;
use lungang::text::Lang;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

fn read(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap()
}

fn yaml(path: &str) -> Value {
    serde_saphyr::from_str(&read(path)).unwrap()
}

#[test]
fn the_job_obeys_the_published_schema_and_runs_every_part() {
    let job = yaml("scenarios/province/job.yaml");
    let schema: Value =
        serde_json::from_str(&read("tests/golden/kubernetes/job.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<_> = schema.iter_errors(&job).map(|e| e.to_string()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    // The schema notices a slip.
    let mut slip = job.clone();
    slip["spec"]["completion"] = 40.into();
    assert!(!schema.is_valid(&slip));
    assert_eq!(job["apiVersion"], "batch/v1");
    assert_eq!(job["kind"], "Job");
    let spec = &job["spec"];
    assert_eq!(spec["completionMode"], "Indexed");
    let of = usize::try_from(spec["completions"].as_u64().unwrap()).unwrap();
    assert!(spec["parallelism"].as_u64().unwrap() <= of as u64);
    // An index that fails is tried again by itself, which wants pods that are not restarted in their place.
    assert!(spec["backoffLimitPerIndex"].as_u64().unwrap() > 0);
    let pod = &spec["template"]["spec"];
    assert_eq!(pod["restartPolicy"], "Never");
    let container = &pod["containers"][0];
    let failed = &spec["podFailurePolicy"]["rules"][0]["onExitCodes"];
    assert_eq!(failed["containerName"], container["name"]);
    // Its words are those of the program, and its parts all there are.
    let words = ["command", "args"].map(|key| container[key].as_array().unwrap().clone());
    let words: Vec<String> = words
        .concat()
        .iter()
        .map(|word| word.as_str().unwrap().to_owned())
        .collect();
    let mut parts: Vec<PartOf> = Vec::new();
    for index in 0..of {
        let typed = words
            .iter()
            .map(|word| word.replace("$(JOB_COMPLETION_INDEX)", &index.to_string()));
        let matches = command(Lang::En).try_get_matches_from(typed).unwrap();
        let (_, args) = matches.subcommand().unwrap();
        parts.push(*args.get_one("part").unwrap());
    }
    parts.sort();
    assert!(parts[0].all().eq(parts.iter().copied()), "{parts:?}");
}

#[test]
fn the_workflow_has_every_setting_that_it_reads() {
    let config = yaml("scenarios/province/config.yaml");
    let text = read("scenarios/province/Snakefile");
    let rest = text.split("config[").skip(1);
    let read = rest.map(|rest| rest.split(['"', '\'']).nth(1).unwrap());
    let mut number = 0;
    for key in read {
        assert!(config.get(key).is_some(), "config.yaml has no {key}");
        number += 1;
    }
    assert!(number > 8);
    for key in config.as_object().unwrap().keys() {
        assert!(
            text.contains(&format!("config[\"{key}\"]"))
                || text.contains(&format!("config['{key}']")),
            "{key}"
        );
    }
    let words = config["command"].as_str().unwrap();
    let words = ["lungang"].into_iter().chain(words.split(' '));
    let words = words.chain(["--part", "1/6", "--out", "parts"]);
    command(Lang::En).try_get_matches_from(words).unwrap();
}

/// Whether a program that tells its version with this option can be started here.
pub(super) fn runs(program: &str, version: &str) -> bool {
    let told = Command::new(program).arg(version).output();
    told.is_ok_and(|told| told.status.success())
}

/// A copy of the workflow in a folder of its own.
pub(super) fn workflow(name: &str) -> PathBuf {
    let files = ["Snakefile", "config.yaml"];
    let files = files.map(|name| (name, read(&format!("scenarios/province/{name}"))));
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    folder(name, &files)
}

/// The workflow itself, where Snakemake is installed: what it merges is what one run writes, and a part that is lost is
/// the only one that is run again.
#[test]
fn the_workflow_gives_what_one_run_gives() {
    if !runs("snakemake", "--version") {
        return;
    }
    let here = workflow("workflow");
    let program = format!("program={}", env!("CARGO_BIN_EXE_lungang"));
    let run = || {
        let mut snakemake = Command::new("snakemake");
        snakemake.args([
            "--cores",
            "1",
            "--config",
            "generated=4",
            "parts=3",
            "lang=en",
        ]);
        let done = snakemake.arg(&program).current_dir(&here).output().unwrap();
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{told}");
        told.matches("(Rule: part)").count()
    };
    assert_eq!(run(), 3);
    // As if it had been stopped after two parts.
    for lost in ["parts/part-2-of-3.json", "merged/region.json"] {
        fs::remove_file(here.join("out").join(lost)).unwrap();
    }
    assert_eq!(run(), 1);
    ends(
        &here,
        "region out/counties/region.toml --lang en --out whole",
        3,
    );
    are_alike(&here.join("whole"), &here.join("out/merged"));
}
