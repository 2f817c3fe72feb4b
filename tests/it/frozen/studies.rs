//! What is done with more than one scenario, or with a scenario that is a change of another.

use super::group::{Files, Group, expected, read, scenario, with};
use std::path::Path;

/// Runs every command about studies, regions and changed scenarios.
pub(super) fn all() {
    let mut group = Group::new("studies");
    studies(&mut group);
    curves(&mut group);
    regions(&mut group);
    changed(&mut group);
    group.done();
}

const STUDY: &str = r#"title = { zh = "比较", en = "Study" }
base = "scenarios/township"

[[scenario]]
key = "more"
title = { zh = "比例提高", en = "A higher share" }
changes.rules.rotation_share.at_least = "30%"

[[scenario]]
key = "closed"
changes.schools.S007.closing = "yes"
changes.recruits.Z1.number = "+2"

[[scenario]]
key = "stays"

[[scenario.changes.add.bans]]
teacher = "T00017"
reason = "手术"
author = "局务会"
"#;

const FAILING: &str = r#"title = "错"
base = "scenarios/township"

[[scenario]]
key = "typo"
changes.rules.rotaton_share.at_least = "30%"

[[scenario]]
key = "impossible"
changes.rules.rotation_share.at_least = "100%"
changes.rules.leavers_cap.at_most = "0%"
changes.rules.leavers_cap.force = "must"
"#;

const WRONG: &str = "title = \"错\"\nbase = \"scenarios/twonship\"\nnothing = 1\n";

fn studies(group: &mut Group) {
    let files = scenario("township");
    let study = |file: &str, text: &str| with(&files, file, text);
    group.long(&study("study.toml", STUDY), "whatif study.toml --out out");
    group.long(
        &study("failing.toml", FAILING),
        "whatif failing.toml --out out",
    );
    group.three(&study("wrong.toml", WRONG), "whatif wrong.toml");
    group.both(&files, "whatif none.toml");
    let one =
        "title = \"一\"\nbase = \"../scenarios/township\"\nchanges.schools.\"*\".beds = \"+2\"\n";
    let folder = with(&files, "study/one.toml", one);
    group.both(&folder, "whatif study --out out");
}

fn curves(group: &mut Group) {
    let files = scenario("township");
    let curve = "frontier scenarios/township --vary rules.rotation_share.at_least=10%..30%/3";
    group.long(
        &files,
        &format!("{curve} --vary rules.leavers_cap.at_most=10%..20%/2 --out out"),
    );
    group.long(
        &files,
        &format!("{curve} --alternatives --out out --set schools.S007.closing=yes"),
    );
    group.both(
        &files,
        "frontier scenarios/township --vary rules.no_such.value=1..3/3",
    );
    let three = "--vary rules.leavers_cap.at_most=10%..20%/2 --vary schools.S002.beds=1..3/2";
    group.long_both(&files, &format!("{curve} {three}"));
}

fn regions(group: &mut Group) {
    let mut files = Files::new();
    for name in ["national", "anshan", "zhangye", "township"] {
        files.extend(scenario(name));
    }
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/region.toml");
    let text = std::fs::read_to_string(shipped).unwrap();
    let region = |text: &str| with(&files, "scenarios/region.toml", text);
    // That county takes longer than all the others together.
    group.once(
        &region(&text),
        "region scenarios/region.toml --out all --lang zh",
    );
    let text = text.replace("anshan", "township");
    group.long(&region(&text), "region scenarios/region.toml --out out");
    let wrong = text
        .replace("folder = \"national\"", "folder = \"natonal\"")
        .replace("primary = 340", "primary = 34")
        .replace("county = \"township\"", "county = \"townhsip\"")
        .replace("folder = \"zhangye\"", "folder = \"township\"");
    group.three(&region(&wrong), "region scenarios/region.toml");
    group.both(&files, "region none.toml");
}

const LAYER: &str = r#"title = { zh = "撤并一校、多招十人", en = "One school closed, ten recruits more" }
base = "scenarios/township"
lottery_seed = "2027"

[changes.rules.rotation_share]
at_least = "12%"

[changes.schools.S007]
closing = "yes"

[changes.recruits.Z1]
number = "+10"

[[changes.add.bans]]
teacher = "T00017"
reason = "手术"
author = "局务会"

[[waivers]]
rule = "leavers_cap"
about = "S001"
amount = 1
reason = "试行"
author = "局务会"
"#;

fn changed(group: &mut Group) {
    let files = scenario("township");
    let layer = with(&files, "layer.toml", LAYER);
    group.three(&layer, "check layer.toml");
    let plan = group.both(&layer, "plan layer.toml --out out --by-school --redact");
    let audited = with(&layer, "plan.json", plan["out/plan.json"].clone());
    group.three(&audited, "audit layer.toml plan.json");
    group.both(&layer, "export layer.toml --xlsx layer.xlsx");
    let plan = "plan scenarios/township --out out";
    group.long(&files, &format!("{plan} --withstand 1"));
    group.long(&files, &format!("{plan} --withstand 9"));
    group.run(&files, &format!("{plan} --gap 5% --quiet --lang zh"));
    group.both(&files, &format!("{plan} --gap 5x"));
    group.both(&files, &format!("{plan} --set schools.S999.closing=yes"));
    group.three(
        &files,
        &format!("{plan} --set rules.rotaton_share.at_least=1%"),
    );
    group.both(
        &files,
        &format!("{plan} --set rules.rotation_share.at_least"),
    );
    let mut given = with(&files, "plan.json", expected("township"));
    let replan = "replan scenarios/township --from plan.json --refuse T00017";
    group.long(&given, &format!("{replan} --withstand 1 --reserves"));
    group.long(
        &given,
        &format!(
            "{replan} --set rules.rotation_share.at_least=100% --set rules.leavers_cap.at_most=0%"
        ),
    );
    group.long_both(
        &files,
        "horizon scenarios/township --years 3 --set rules.rotation_share.at_least=100% \
         --set rules.leavers_cap.at_most=0%",
    );
    group.long_both(&files, "horizon scenarios/township --years 2");
    given.extend(scenario("alar"));
    group.three(&given, "audit scenarios/alar plan.json");
    tiny(group);
}

/// The little county of the tables' cases, which has tables that no shipped one has, under national rules.
fn tiny(group: &mut Group) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/input/base");
    let tables = read(&folder).into_iter();
    let mut files: Files = tables
        .map(|(path, bytes)| (format!("tiny/{path}"), bytes))
        .collect();
    group.three(&files, "check tiny");
    let policy = scenario("national").remove("scenarios/national/policy.toml");
    files.insert("tiny/policy.toml".into(), policy.unwrap());
    group.four(&files, "check tiny --out copies");
    let plan = "plan tiny --out out --by-school --redact";
    group.three(&files, plan);
    group.both(
        &files,
        &format!("{plan} --set rules.backbone_share.force=goal"),
    );
    group.three(&files, "horizon tiny --years 3 --out out");
    group.both(&files, "export tiny --xlsx tiny.xlsx --mps tiny.mps");
}
