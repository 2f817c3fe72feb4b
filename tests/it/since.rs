//! Tables that changed since a plan was made are told, and undo nothing of it: who has retired or bears another id is no
//! edit by hand and stops no new plan.

use lungang::annex::{Annex, plan_book};
use lungang::domain::Sex;
use lungang::facts::Facts;
use lungang::finding::{Finding, Findings, Severity};
use lungang::input::{Edit, load_documents};
use lungang::plan::{Plan, digest, made, to_json};
use lungang::run::{Checked, audit_edited, check, hand_edits, load_changed, read_plan_file};
use lungang::text::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn township() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township")
}

/// The county with the row of somebody rewritten.
fn since(who: &str, rewrite: impl Fn(&str) -> String) -> Checked {
    let mut documents = load_documents(&[township()]).unwrap();
    let text = String::from_utf8(documents.files["teachers.csv"].clone()).unwrap();
    let row = |line: &str| {
        if line.contains(&format!("{who},")) && line.starts_with(who) {
            rewrite(line)
        } else {
            line.to_owned()
        }
    };
    let text: Vec<String> = text.lines().map(row).collect();
    documents
        .files
        .insert("teachers.csv".into(), text.join("\n").into_bytes());
    // What others say of her goes with her.
    for file in ["service.csv", "scenario.toml"] {
        let text = String::from_utf8(documents.files[file].clone()).unwrap();
        let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(who)).collect();
        documents
            .files
            .insert(file.into(), kept.join("\n").into_bytes());
    }
    check(&documents)
}

/// The plan as JSON and as a workbook, with what is found when it is read under other tables.
fn found(checked: &Checked, files: &[(String, Vec<u8>)]) -> Vec<(String, Vec<Finding>)> {
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("since");
    fs::create_dir_all(&folder).unwrap();
    let each = files.iter().map(|(name, bytes)| {
        let file = folder.join(name);
        fs::write(&file, bytes).unwrap();
        let (doc, mut findings) = read_plan_file(checked, &file, None).unwrap();
        let (edits, more) = hand_edits(&facts, &doc.unwrap());
        assert!(edits.is_empty(), "{name}: {edits:?}");
        findings.append(more);
        (name.clone(), findings.0)
    });
    each.collect()
}

#[test]
fn who_left_or_has_another_number_stops_no_new_plan_and_is_no_edit() {
    let checked = check(&load_documents(&[township()]).unwrap());
    let bytes = fs::read(township().join("expected/plan.json")).unwrap();
    let mut doc: Plan = serde_json::from_slice(&bytes).unwrap();
    doc = of_today(&checked, doc);
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    let workbook = plan_book(&Annex::new(&facts, &doc, Lang::Zh)).unwrap();
    let files = [
        ("plan.json".to_owned(), to_json(&doc)),
        ("plan.xlsx".to_owned(), workbook),
    ];
    let movers = doc.moves.iter().map(|one| &one.teacher).take(2);
    let posts = doc.schools.iter().flat_map(|one| &one.teaching_posts);
    let seated = posts.flat_map(|one| &one.filled_by).step_by(17).take(3);
    let mentors = doc.mentors.iter().map(|one| &one.mentor).take(1);
    let people: BTreeSet<&String> = movers.chain(seated).chain(mentors).collect();
    assert!(people.len() > 3);
    let mut tried = 0;
    for who in people {
        let retired = since(who, |row| row.replacen("在岗", "退休", 1));
        let other = format!("{who}9");
        let renumbered = since(who, |row| row.replacen(who.as_str(), &other, 1));
        for (checked, words) in [(retired, "退休"), (renumbered, who.as_str())] {
            // Who is named elsewhere, as a spouse or by the officer, cannot go by the table of teachers alone.
            if checked.ready().is_none() {
                continue;
            }
            tried += 1;
            for (name, found) in found(&checked, &files) {
                let stops = found.iter().find(|one| one.severity == Severity::Error);
                assert!(stops.is_none(), "{who} {words} {name}: {stops:?}");
                let mut said = found.iter().map(|one| one.says(Lang::Zh));
                assert!(
                    said.any(|one| one.contains(words)),
                    "{who} {words} {name}: {found:?}"
                );
            }
        }
    }
    assert!(tried > 4, "{tried}");
}

#[test]
fn an_audit_says_that_somebody_has_retired() {
    let bytes = fs::read(township().join("expected/plan.json")).unwrap();
    let doc: Plan = serde_json::from_slice(&bytes).unwrap();
    let retire = |who: &String| since(who, |row| row.replacen("在岗", "退休", 1));
    let mut ready = doc.moves.iter().map(|one| retire(&one.teacher));
    let retired = ready.find(|checked| checked.ready().is_some()).unwrap();
    let audited = audit_edited(&retired, &bytes, "plan.json");
    let said = audited.findings.0.iter().find(|one| one.code.id == "A56");
    assert!(said.unwrap().says(Lang::Zh).contains("退休"));
}

/// The plan as if it were written today.
fn of_today(checked: &Checked, mut doc: Plan) -> Plan {
    doc.scenario.inputs.clone_from(&checked.inputs);
    doc.made = made(&doc);
    doc.digest = digest(&doc);
    doc
}

/// Changes of tables, each with the words that tell whose row it is and what it says of it in a plan as JSON.
const CHANGES: [(&str, &str, &str); 14] = [
    (
        "teachers.{mover}.protections=孕期",
        "{name}",
        "原为无，现为孕期",
    ),
    (
        "teachers.{mover}.protections=重大疾病",
        "{name}",
        "原为无，现为重大疾病",
    ),
    (
        "teachers.{mover}.name=赵改名",
        "赵改名",
        "姓名原为{name}，现为赵改名",
    ),
    (
        "teachers.{mover}.work_school=S005",
        "{name}",
        "现任教学校原为",
    ),
    (
        "teachers.{mover}.certified_subjects=音乐",
        "{name}",
        "没有记载",
    ),
    ("teachers.{mover}.volunteer=是", "{name}", "没有记载"),
    ("teachers.{mover}.birth=1990-02", "{name}", "没有记载"),
    ("teachers.{mover}.points=77", "{name}", "没有记载"),
    ("schools.S003.name=新名小学", "新名小学", "学校名称原为"),
    ("classes.S001.1.pupils=30", "小学", "学生数原为"),
    ("classes.S001.2.pupils=30", "2年级", "没有记载"),
    ("quota.小学.heads=80", "编制总量", "没有记载"),
    ("recruits.Z1.number=+1", "Z1", "没有记载"),
    (
        "title_posts.S001.一级教师.approved=+1",
        "一级教师",
        "没有记载",
    ),
];

/// What is found in files of a plan that are read under tables changed like this.
fn told(files: &[(String, Vec<u8>)], change: &[Edit]) -> Vec<(String, Vec<String>)> {
    let documents = load_changed(&[township()], change).unwrap();
    let checked = check(&documents);
    assert!(
        checked.ready().is_some(),
        "{change:?}: {:?}",
        checked.findings
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("since");
    fs::create_dir_all(&folder).unwrap();
    let each = files.iter().map(|(name, bytes)| {
        let file = folder.join(format!("changed-{name}"));
        fs::write(&file, bytes).unwrap();
        let (doc, found) = read_plan_file(&checked, &file, None).unwrap();
        assert!(
            doc.is_some() && !found.has_errors(),
            "{change:?}: {found:?}"
        );
        let audited = audit_edited(&checked, bytes, name);
        let codes = ["A57", "A58", "A59", "A60", "A93"];
        let told = |found: &Findings| -> Vec<String> {
            let ours = found.0.iter().filter(|one| codes.contains(&one.code.id));
            ours.map(|one| one.says(Lang::Zh)).collect()
        };
        // The auditor says the same as whoever plans anew.
        assert_eq!(told(&found), told(&audited.findings), "{change:?}");
        (name.clone(), told(&found))
    });
    each.collect()
}

#[test]
fn every_row_that_changed_is_told_with_what_was_and_what_is() {
    let checked = check(&load_documents(&[township()]).unwrap());
    let bytes = fs::read(township().join("expected/plan.json")).unwrap();
    let doc: Plan = serde_json::from_slice(&bytes).unwrap();
    let doc = of_today(&checked, doc);
    let (roster, book) = checked.ready().unwrap();
    let workbook = plan_book(&Annex::new(&Facts::new(roster, book), &doc, Lang::Zh)).unwrap();
    let files = [
        ("plan.json".to_owned(), to_json(&doc)),
        ("plan.xlsx".to_owned(), workbook),
    ];
    // Some woman of whom nothing is said yet among those who need not go.
    let kept: BTreeSet<&String> = doc.not_eligible.iter().map(|one| &one.teacher).collect();
    let mut movers = doc.moves.iter().rev();
    let is_woman = |id: &str| {
        let who = roster.find_teacher(id);
        who.is_some_and(|who| roster.teacher(who).sex == Sex::Female)
    };
    let mover = movers.find(|one| !kept.contains(&one.teacher) && is_woman(&one.teacher));
    let mover = mover.unwrap();
    let fill = |words: &str| {
        words
            .replace("{mover}", &mover.teacher)
            .replace("{name}", &mover.name)
    };
    for (change, who, what) in CHANGES {
        let change = fill(change);
        for (name, said) in told(&files, &[change.parse().unwrap()]) {
            // A workbook says of people what they are called, and no more.
            let what = if name == "plan.json" || change.contains(".name=赵") {
                fill(what)
            } else {
                fill(who)
            };
            let (who, what) = (fill(who), what);
            let both = said
                .iter()
                .any(|one| one.contains(&who) && one.contains(&what));
            assert!(both, "{change} {name}: {who} {what} in {said:?}");
        }
    }
}

#[test]
fn rows_that_came_and_went_are_told_and_many_are_folded() {
    let checked = check(&load_documents(&[township()]).unwrap());
    let bytes = fs::read(township().join("expected/plan.json")).unwrap();
    let doc = of_today(&checked, serde_json::from_slice(&bytes).unwrap());
    let files = [("plan.json".to_owned(), to_json(&doc))];
    let file = |change: &[Edit]| told(&files, change).remove(0).1;
    let came = [
        ("teacher", "T00002"),
        ("school", "S002"),
        ("from", "2001-09"),
        ("to", "2003-08"),
    ];
    let said = file(&[Edit::add("service", &came)]);
    let is_said = |one: &String| one.contains("新增了") && one.contains("T00002");
    assert!(said.iter().any(is_said), "{said:?}");
    let said = file(&["recruits.Z1=-".parse().unwrap()]);
    let is_said = |one: &String| one.contains("拟招聘1项：Z1");
    assert!(said.iter().any(is_said), "{said:?}");
    let (roster, _) = checked.ready().unwrap();
    let ids = roster
        .teachers
        .iter()
        .map(|one| format!("teachers.{}.points=77", one.id));
    let all: Vec<Edit> = ids.map(|one| one.parse().unwrap()).collect();
    let said = file(&all);
    assert_eq!(said.len(), 13, "{said:?}");
    let rest = format!("还有{}处变动没有逐条列出：教师", all.len() - 12);
    assert!(said[12].contains(&rest), "{}", said[12]);
    // Whom the plan moves comes first.
    let movers = said.iter().take(doc.moves.len());
    let of_movers = |one: &String| doc.moves.iter().any(|mover| one.contains(&mover.teacher));
    assert!(movers.clone().all(of_movers), "{said:?}");
}

/// What an audit says of a file: whether the plan holds, and every error and change of tables in the words of the officer.
fn verdict(checked: &Checked, (name, bytes): &(String, Vec<u8>)) -> (bool, BTreeSet<String>) {
    let audited = audit_edited(checked, bytes, name);
    let told = audited.findings.0.iter();
    let told = told.filter(|one| one.severity == Severity::Error || one.code.id == "A14");
    let said = told.map(|one| format!("{} {}", one.code.id, one.says(Lang::Zh)));
    assert!(
        lungang::plan::edited(audited.doc.as_ref().unwrap()).is_some_and(|edits| edits.is_empty()),
        "{name}: nobody edited anything"
    );
    (audited.holds(), said.collect())
}

#[test]
fn json_and_workbook_say_the_same_of_who_left_and_name_only_tables_that_changed() {
    let checked = check(&load_documents(&[township()]).unwrap());
    let bytes = fs::read(township().join("expected/plan.json")).unwrap();
    let doc = of_today(&checked, serde_json::from_slice(&bytes).unwrap());
    let (roster, book) = checked.ready().unwrap();
    let workbook = plan_book(&Annex::new(&Facts::new(roster, book), &doc, Lang::Zh)).unwrap();
    let files = [
        ("plan.json".to_owned(), to_json(&doc)),
        ("plan.xlsx".to_owned(), workbook),
    ];
    let movers = doc.moves.iter().map(|one| &one.teacher);
    let mentors = doc.mentors.iter().map(|one| &one.mentor).take(1);
    let (mut tried, mut fallen) = (0, 0);
    for who in movers.chain(mentors) {
        let retired = since(who, |row| row.replacen("在岗", "退休", 1));
        let removed = since(who, |_| String::new());
        for checked in [retired, removed] {
            if checked.ready().is_none() {
                continue;
            }
            tried += 1;
            let [json, book] = [0, 1].map(|no| verdict(&checked, &files[no]));
            assert_eq!(json, book, "{who}");
            fallen += usize::from(!json.0);
            let others = json.1.iter().filter(|one| one.starts_with("A14"));
            let others: Vec<&String> = others.collect();
            assert!(
                others.iter().all(|one| !one.contains("情景设定")),
                "{who}: {others:?}"
            );
        }
    }
    assert!(tried > 5 && fallen == tried, "{fallen} of {tried}");
}
