//! The main job on the scenarios of this repository: each is planned to proved and audited.

use lungang::plan::Ended;
use lungang::run::{Asked, Planned, load, plan};
use lungang::solve::Silent;
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
    let done = plan(&documents, &out(name), &Asked::default(), &Silent);
    match done.expect("files can be read and written") {
        Planned::Done(done, findings) => {
            assert!(done.audit.holds(), "{findings:?}");
            assert_eq!(done.doc.outcome.ended, Some(Ended::Proved));
            for goal in &done.doc.outcome.goals {
                assert_eq!(Some(goal.value), goal.bound, "{:?}", goal.goal);
            }
            let written =
                snapbox::Data::read_from(&done.file, Some(snapbox::data::DataFormat::Text));
            let expected = scenario(name).join("expected/plan.json");
            snapbox::Assert::new().action_env("SNAPSHOTS").eq(
                written,
                snapbox::Data::read_from(&expected, Some(snapbox::data::DataFormat::Text)),
            );
        }
        other => panic!("{name}: {other:?}"),
    }
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
