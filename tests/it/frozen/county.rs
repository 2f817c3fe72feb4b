//! All that is done with one scenario.

use super::chosen::Chosen;
use super::explains;
use super::group::{Files, Group, expected, scenario, with};
use serde_json::Value;
use std::fmt::Write as _;

/// A scenario and what is known of it.
pub(super) struct County {
    /// Its folder.
    pub(super) folder: String,
    /// Its files.
    pub(super) files: Files,
    /// Its files and its plan, `plan.json`.
    pub(super) planned: Files,
    /// Whom to ask about.
    pub(super) chosen: Chosen,
    /// Only one of the commands that solve the whole again is run.
    pub(super) slow: bool,
}

/// The scenario of which everything is asked in both languages; the others take long.
const QUICK: [&str; 1] = ["township"];

/// The scenario whose plan takes many times as long as any other's.
const SLOW: &str = "anshan";

/// Runs every command about a scenario.
pub(super) fn all(name: &str) {
    let files = scenario(name);
    let folder = format!("scenarios/{name}");
    let plan = expected(name);
    let doc: Value = serde_json::from_slice(&plan).unwrap();
    let table = &files[&format!("{folder}/teachers.csv")];
    let rows = String::from_utf8(table.clone()).unwrap();
    let ids: Vec<String> = rows
        .lines()
        .skip(1)
        .filter_map(|row| row.split(',').next())
        .map(str::to_owned)
        .collect();
    let county = County {
        chosen: Chosen::new(&doc, &ids),
        planned: with(&files, "plan.json", plan),
        files,
        folder,
        slow: name == SLOW,
    };
    let mut group = Group::new(name).sparing(!QUICK.contains(&name));
    tables(&mut group, &county);
    let book = plans(&mut group, &county);
    audits(&mut group, &county, &doc, &book);
    replans(&mut group, &county, &doc, &book);
    explains::all(&mut group, &county);
    years(&mut group, &county);
    group.done();
}

/// What needs no plan.
fn tables(group: &mut Group, county: &County) {
    let (files, folder) = (&county.files, &county.folder);
    group.four(files, &format!("check {folder} --out copies"));
    group.run(files, &format!("check {folder} --quiet"));
    group.four(files, &format!("rules {folder}"));
    group.run(
        files,
        &format!("rules {folder} --set rules.rotation_share.at_least=12% --lang zh"),
    );
    let book = group.both(
        files,
        &format!("export {folder} --xlsx book.xlsx --mps first.mps"),
    );
    let given = with(files, "book.xlsx", book["book.xlsx"].clone());
    group.four(&given, "check book.xlsx --out copies");
    group.three(
        &next_year(county),
        &format!("roster diff {folder} {folder}-next"),
    );
}

/// The scenario and the same a year later: the first teacher left and another came, the second has
/// another name and school, the third another title.
fn next_year(county: &County) -> Files {
    let mut files = county.files.clone();
    for (path, bytes) in &county.files {
        let Some(file) = path.strip_prefix(&format!("{}/", county.folder)) else {
            continue;
        };
        let mut text = String::from_utf8(bytes.clone()).unwrap();
        if file == "teachers.csv" || file == "service.csv" {
            text = text.replace("T00001,", "N00001,");
        }
        if file == "teachers.csv" {
            let row = |id: &str| {
                let row = text.lines().find(|row| row.starts_with(id)).unwrap();
                row.to_owned()
            };
            let (second, third) = (row("T00002,"), row("T00003,"));
            let mut cells: Vec<&str> = second.split(',').collect();
            cells[1] = "改名";
            cells[6] = "S002";
            let (cells, other) = (cells.join(","), third.replace("一级教师", "二级教师"));
            text = text.replace(&second, &cells).replace(&third, &other);
        }
        files.insert(format!("{}-next/{file}", county.folder), text.into_bytes());
    }
    files
}

/// Plans; the workbook of the plan.
fn plans(group: &mut Group, county: &County) -> Vec<u8> {
    let (files, folder) = (&county.files, &county.folder);
    let plan = format!("plan {folder} --out out --by-school --redact");
    let written = group.both(files, &plan);
    if !county.slow {
        group.run(files, &format!("plan {folder} --json"));
    }
    group.long(
        files,
        &format!(
            "plan {folder} --out out --set rules.rotation_share.at_least=90% \
             --set rules.leavers_cap.at_most=5%"
        ),
    );
    written["out/plan.xlsx"].clone()
}

/// Audits of the plan, of its workbook and of plans that were edited, well or badly.
fn audits(group: &mut Group, county: &County, doc: &Value, book: &[u8]) {
    let folder = &county.folder;
    let audit = |plan: &str| format!("audit {folder} {plan}");
    group.four(&county.planned, &audit("plan.json"));
    group.run(&county.planned, &format!("{} --quiet", audit("plan.json")));
    let other = "--set rules.rotation_share.at_least=12%";
    group.three(&county.planned, &format!("{} {other}", audit("plan.json")));
    group.three(&with(&county.files, "plan.xlsx", book), &audit("plan.xlsx"));
    for (file, text) in edits(doc) {
        group.three(&with(&county.files, file, text), &audit(file));
    }
}

/// The plan as somebody may have edited it.
fn edits(doc: &Value) -> Vec<(&'static str, String)> {
    let edited = |edit: &dyn Fn(&mut Value)| {
        let mut doc = doc.clone();
        edit(&mut doc);
        serde_json::to_string_pretty(&doc).unwrap()
    };
    let whole = edited(&|_| {});
    let mut half = String::new();
    for line in whole.lines().take(20) {
        writeln!(half, "{line}").unwrap();
    }
    vec![
        ("fewer.json", fewer(doc)),
        ("turned.json", turned(doc)),
        (
            "stranger.json",
            edited(&|doc| doc["moves"][0]["teacher"] = "T99999".into()),
        ),
        (
            "bare.json",
            edited(&|doc| {
                for list in [
                    "recruits",
                    "itinerants",
                    "appointments",
                    "leaders",
                    "visits",
                ] {
                    doc[list] = Value::Array(Vec::new());
                }
            }),
        ),
        (
            "other.json",
            edited(&|doc| doc["schema"] = "lungang-plan/99".into()),
        ),
        ("half.json", half),
    ]
}

/// The first mover stays.
fn fewer(doc: &Value) -> String {
    let mut doc = doc.clone();
    doc["moves"].as_array_mut().unwrap().remove(0);
    serde_json::to_string_pretty(&doc).unwrap()
}

/// The first mover goes where the last one goes.
fn turned(doc: &Value) -> String {
    let mut doc = doc.clone();
    let moves = doc["moves"].as_array_mut().unwrap();
    let last = moves.last().unwrap()["to"].clone();
    moves[0]["to"] = last;
    serde_json::to_string_pretty(&doc).unwrap()
}

/// What is done after refusals and edits.
fn replans(group: &mut Group, county: &County, doc: &Value, book: &[u8]) {
    let folder = &county.folder;
    // The day of a decision stands in the plan.
    let replan = |plan: &str| format!("replan {folder} --from {plan} --date 2026-08-20");
    let given = &county.planned;
    group.both(given, &format!("{} --refuse T99999", replan("plan.json")));
    let [first, second] = [0, 1].map(|no| &county.chosen.movers[no]);
    let plan = replan("plan.json");
    group.long(
        given,
        &format!(
            "{plan} --refuse {first} --reason 家庭原因 --author 人事股 --reserves --out out --redact"
        ),
    );
    if county.slow {
        return;
    }
    group.once(
        given,
        &format!("{plan} --refuse {first},{second} --free --lang zh"),
    );
    group.long(
        &with(&county.files, "plan.xlsx", book),
        &format!("{} --refuse {first} --out out", replan("plan.xlsx")),
    );
    group.long(
        &with(&county.files, "fewer.json", fewer(doc)),
        &format!("{} --out out", replan("fewer.json")),
    );
}

/// Years ahead, and a curve.
fn years(group: &mut Group, county: &County) {
    let (files, folder) = (&county.files, &county.folder);
    group.long(files, &format!("horizon {folder} --years 3 --out out"));
    if !county.slow {
        group.once(files, &format!("horizon {folder} --years 6 --lang en"));
    }
    group.long(
        files,
        &format!("frontier {folder} --vary rules.rotation_share.at_least=10%..40%/4 --out out"),
    );
}
