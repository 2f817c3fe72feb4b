//! The main job on the scenarios of this repository: each is planned to proved and audited.

use crate::road::planned;
use lungang::run::load;
use std::path::{Path, PathBuf};

fn scenario(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name)
}

/// A fresh folder for what a case writes, inside the build folder.
fn out(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn proved(name: &str) {
    let documents = load(&[scenario(name)]).expect("the scenario is there");
    let done = planned(&documents, &out(name));
    for goal in &done.doc.outcome.goals {
        assert_eq!(Some(goal.value), goal.bound, "{:?}", goal.goal);
    }
    let text = |file: &Path| snapbox::Data::read_from(file, Some(snapbox::data::DataFormat::Text));
    let written = text(&out(name).join("plan.json"));
    let expected = text(&scenario(name).join("expected/plan.json"));
    snapbox::Assert::new()
        .action_env("SNAPSHOTS")
        .eq(written, expected);
}

#[test]
fn the_national_scenario_is_proved_and_audited() {
    proved("national");
}

#[test]
fn the_five_local_scenarios_are_proved_and_audited() {
    ["anshan", "zhangye", "alar", "township", "dehua"]
        .into_iter()
        .for_each(proved);
}
