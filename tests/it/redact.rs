//! Plans with pseudonyms: nobody and no school is named, the verdicts stay, the pseudonyms too.

use lungang::annex::{Annex, filing_book, plan_book, redacted, school_book};
use lungang::audit;
use lungang::domain::{Protection, Roster, Waiver};
use lungang::facts::Facts;
use lungang::finding::Place;
use lungang::input::load_documents;
use lungang::page::page;
use lungang::plan::{FindingDoc, Plan, SchoolDoc, StayReason, to_json};
use lungang::policy::RuleBook;
use lungang::report::summary;
use lungang::run::{Checked, audit_bytes, check};
use lungang::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

pub(crate) fn shipped(name: &str) -> (Checked, Plan) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name);
    let documents = load_documents(std::slice::from_ref(&folder)).unwrap();
    let bytes = fs::read(folder.join("expected/plan.json")).unwrap();
    (check(&documents), serde_json::from_slice(&bytes).unwrap())
}

/// Every part of every document, in both languages.
pub(crate) fn parts(roster: &Roster, book: &RuleBook, doc: &Plan) -> Vec<(String, Vec<u8>)> {
    let facts = Facts::new(roster, book);
    let mut parts = vec![
        ("plan.json".to_owned(), to_json(doc)),
        ("report.html".into(), page(&facts, doc).into_bytes()),
    ];
    for lang in [Lang::Zh, Lang::En] {
        let annex = Annex::new(&facts, doc, lang).masked();
        parts.push(("summary.md".into(), summary(doc, lang).into_bytes()));
        let books = [
            ("plan", plan_book(&annex).unwrap()),
            ("filing", filing_book(&annex).unwrap()),
            ("schools", school_book(&annex).unwrap().unwrap()),
        ];
        for (name, bytes) in books {
            let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            for no in 0..package.len() {
                let mut part = package.by_index(no).unwrap();
                let mut bytes = Vec::new();
                part.read_to_end(&mut bytes).unwrap();
                parts.push((format!("{name} {}", part.name().unwrap()), bytes));
            }
        }
    }
    parts
}

/// Whether a part says a word more often than the page does of a county in which nothing protects anybody and
/// nothing is found: the page quotes the rules.
fn says(part: &str, text: &str, word: &str, quoted: &str) -> bool {
    let quoted = if part == "report.html" { quoted } else { "" };
    text.matches(word).count() > quoted.matches(word).count()
}

/// That page.
fn quoted(roster: &Roster, book: &RuleBook, doc: &Plan) -> String {
    let (mut roster, mut doc) = (roster.clone(), doc.clone());
    for one in &mut roster.teachers {
        one.protections.clear();
    }
    doc.findings.clear();
    doc.not_eligible.clear();
    page(&Facts::new(&roster, book), &doc)
}

/// Ids and names of all people and schools, and what else names a place.
fn names(roster: &Roster) -> BTreeSet<String> {
    let people = roster.teachers.iter().flat_map(|one| [&one.id, &one.name]);
    let schools = roster.schools.iter().flat_map(|one| [&one.id, &one.name]);
    let areas = roster.schools.iter().flat_map(|one| {
        let areas = [&one.district, &one.township, &one.group, &one.legal_entity];
        areas.into_iter().flatten()
    });
    people.chain(schools).chain(areas).cloned().collect()
}

#[test]
fn nobody_and_no_school_is_named_in_any_document() {
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let (other, doc) = redacted(&Facts::new(roster, book), &plan);
        let real = names(roster);
        assert!(real.is_disjoint(&names(&other)), "{name}");
        let found = parts(&other, book, &doc);
        assert!(found.len() > 40, "{name}: {} parts", found.len());
        for (part, bytes) in found {
            let text = String::from_utf8(bytes).unwrap();
            let told: Vec<_> = real.iter().filter(|one| text.contains(*one)).collect();
            assert!(told.is_empty(), "{name}, {part}: {told:?}");
            for one in &plan.scenario.inputs {
                assert!(!text.contains(&one.sha256), "{name}, {part}: {}", one.name);
            }
            assert!(!text.contains(&plan.digest), "{name}, {part}");
        }
        assert!(doc.scenario.lottery_seed.is_empty());
        assert!(other.schools.iter().all(|one| one.place.is_none()));
        assert!(other.teachers.iter().all(|one| one.home.is_none()));
    }
}

#[test]
fn no_document_tells_months_of_birth_or_what_protects_a_person() {
    let mut personal = 0;
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let (other, doc) = redacted(&Facts::new(roster, book), &plan);
        let movers: Vec<_> = plan.moves.iter().map(|one| &one.teacher).collect();
        let movers = roster
            .teachers
            .iter()
            .filter(|one| movers.contains(&&one.id));
        let born: BTreeSet<String> = movers.map(|one| one.birth.to_string()).collect();
        let keys = ["\"pregnant\"", "\"nursing\"", "\"illness\"", "\"hardship\""];
        let words = ["孕期", "哺乳期", "重大疾病", "特殊困难", "family hardship"];
        let quoted = quoted(&other, book, &doc);
        for (part, bytes) in parts(&other, book, &doc) {
            let text = String::from_utf8(bytes).unwrap();
            let told: Vec<_> = born.iter().filter(|one| text.contains(*one)).collect();
            assert!(told.is_empty(), "{name}, {part}: {told:?}");
            for word in keys.iter().chain(&words) {
                assert!(!says(&part, &text, word, &quoted), "{name}, {part}: {word}");
            }
        }
        personal += doc
            .not_eligible
            .iter()
            .filter(|one| one.reasons.contains(&StayReason::Personal))
            .count();
    }
    assert!(
        personal > 10,
        "only {personal} people have reasons of their own"
    );
}

/// What is counted in a plan.
fn figures(doc: &Plan) -> serde_json::Value {
    let rules: Vec<_> = doc
        .rules
        .iter()
        .map(|one| {
            let amounts = (one.need, one.actual, one.shortfall, one.waived);
            (&one.id, amounts, one.holds, one.binding)
        })
        .collect();
    let posts = doc.schools.iter().flat_map(|one| &one.teaching_posts);
    let posts = posts.fold([0, 0, 0, 0], |[number, people, recruits, empty], one| {
        let people = people + one.filled_by.len();
        [
            number + one.number as usize,
            people,
            recruits + one.recruits as usize,
            empty + one.empty as usize,
        ]
    });
    let lists = [
        doc.moves.len(),
        doc.not_eligible.len(),
        doc.schools.len(),
        doc.recruits.len(),
        doc.titles.len(),
        doc.appointments.len(),
        doc.title_posts.len(),
        doc.itinerants.len(),
        doc.periods.gaps.len(),
        doc.periods.weeks.len(),
        doc.visits.len(),
        doc.mentors.len(),
        doc.leaders.len(),
        doc.apprentices.len(),
        doc.conversions.len(),
        doc.class_splits.len(),
        doc.unfilled.len(),
    ];
    serde_json::json!([rules, posts, lists.as_slice(), doc.outcome])
}

/// Findings by their kind; without R22, which names for a mover somebody who could have stayed, each once and
/// in the order of staff ids, so that it names fewer or more in another order.
fn kinds(all: &[FindingDoc]) -> BTreeMap<&str, usize> {
    let mut kinds = BTreeMap::new();
    for one in all.iter().filter(|one| one.code != "R22") {
        *kinds.entry(one.code.as_str()).or_default() += 1;
    }
    kinds
}

#[test]
fn the_verdicts_and_all_figures_stay() {
    let schema =
        jsonschema::validator_for(&serde_json::to_value(schemars::schema_for!(Plan)).unwrap())
            .unwrap();
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let (other, doc) = redacted(&Facts::new(roster, book), &plan);
        assert!(
            schema.is_valid(&serde_json::to_value(&doc).unwrap()),
            "{name}"
        );
        assert_eq!(figures(&plan), figures(&doc), "{name}");
        assert_eq!(kinds(&plan.findings), kinds(&doc.findings), "{name}");
        let mut masked = checked.clone();
        masked.inputs.clone_from(&doc.scenario.inputs);
        masked.roster = Some(Arc::new(other));
        let before = audit_bytes(&checked, &to_json(&plan), "plan.json");
        let after = audit_bytes(&masked, &to_json(&doc), "plan.json");
        let codes: Vec<_> = after.findings.0.iter().map(|one| one.code.id).collect();
        let told = |code: &&str| code.starts_with('A') && !["A32", "A33"].contains(code);
        assert!(!codes.iter().any(told), "{name}: {codes:?}");
        let (before, after) = (before.audit.unwrap(), after.audit.unwrap());
        for (one, other) in before.rules.iter().zip(&after.rules) {
            let judged = (one.need, one.actual, one.shortfall, one.holds, one.binding);
            let again = (
                other.need,
                other.actual,
                other.shortfall,
                other.holds,
                other.binding,
            );
            assert_eq!((one.rule, judged), (other.rule, again), "{name}");
        }
        assert_eq!(before.goals, after.goals, "{name}");
    }
}

/// Which school is meant by each pseudonym, as far as its figures are its own.
fn meant(plan: &Plan, doc: &Plan) -> BTreeMap<String, String> {
    let figures = |one: &SchoolDoc| serde_json::json!([one.heads_now, one.subjects, one.quota]);
    let mut meant = BTreeMap::new();
    for school in &doc.schools {
        let same = |one: &&SchoolDoc| figures(one) == figures(school);
        let real: Vec<_> = plan.schools.iter().filter(same).collect();
        if let [real] = real.as_slice() {
            meant.insert(school.id.clone(), real.id.clone());
        }
    }
    meant
}

#[test]
fn a_roster_gives_the_same_pseudonyms_whatever_the_plan() {
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let (other, doc) = redacted(&Facts::new(roster, book), &plan);
        let again = redacted(&Facts::new(roster, book), &plan);
        assert_eq!(
            (&other, to_json(&doc)),
            (&again.0, to_json(&again.1)),
            "{name}: same bytes"
        );
        let mut fewer = plan.clone();
        fewer.moves.truncate(1);
        let (same, less) = redacted(&Facts::new(roster, book), &fewer);
        assert_eq!(other, same, "{name}");
        assert!(doc.moves.contains(&less.moves[0]), "{name}");
        let schools = meant(&plan, &doc);
        assert!(2 * schools.len() > roster.schools.len(), "{name}");
        let real: Vec<_> = schools.values().collect();
        assert!(!real.is_sorted(), "{name}: the order of the real ids shows");
        // One other name in the roster, and all is another: ids alone do not give the pseudonyms.
        let mut renamed = roster.clone();
        renamed.teachers[0].name.push('甲');
        let (others, _) = redacted(&Facts::new(&renamed, book), &plan);
        assert_ne!(other.schools, others.schools, "{name}");
    }
}

/// The township with all people called alike and ids that read like pseudonyms; who moves first is ill, and
/// the plan says what the auditor says of that.
fn alike() -> (Roster, RuleBook, Plan) {
    let (checked, plan) = shipped("township");
    let (roster, book) = checked.ready().unwrap();
    let mut other = roster.clone();
    let mut text = String::from_utf8(to_json(&plan)).unwrap();
    for (no, one) in other.teachers.iter_mut().enumerate() {
        // The order of ids stays, so the numbers of the roster do.
        let id = format!("P{no:04}");
        text = text.replace(&format!("\"{}\"", one.id), &format!("\"{id}\""));
        (one.id, one.name) = (id, "王芳".into());
    }
    let mut plan: Plan = serde_json::from_str(&text).unwrap();
    let ill = other.find_teacher(&plan.moves[0].teacher).unwrap();
    other.teachers[ill.0].protections = vec![Protection::Illness];
    let facts = Facts::new(&other, book);
    let (placement, _) = lungang::plan::placement(&facts, &plan);
    let found = audit::audit(&facts, &placement).findings;
    plan.findings = found.0.iter().map(FindingDoc::from).collect();
    (other, book.clone(), plan)
}

#[test]
fn two_people_of_one_name_stay_two_and_real_ids_are_no_pseudonyms() {
    let (roster, book, plan) = alike();
    let (other, doc) = redacted(&Facts::new(&roster, &book), &plan);
    let ids: BTreeSet<_> = other.teachers.iter().map(|one| &one.id).collect();
    let called: BTreeSet<_> = other.teachers.iter().map(|one| &one.name).collect();
    let number = roster.teachers.len();
    assert_eq!((ids.len(), called.len()), (number, number));
    for one in &other.teachers {
        assert!(one.id.starts_with("PP"), "{}", one.id);
        assert!(other.find_teacher(&one.id).is_some(), "{}", one.id);
    }
    assert_eq!(figures(&plan), figures(&doc));
    let told = |says: &str| {
        doc.findings
            .iter()
            .any(|one| one.says.get(Lang::En).contains(says))
    };
    assert!(told("personal reasons"), "the finding about the ill stays");
    let quoted = quoted(&other, &book, &doc);
    for (part, bytes) in parts(&other, &book, &doc) {
        let text = String::from_utf8(bytes).unwrap();
        for told in ["王芳", "重大疾病", "serious illness"] {
            assert!(!says(&part, &text, told, &quoted), "{part}: {told}");
        }
    }
}

#[test]
fn special_approvals_keep_their_place_and_no_words() {
    let (mut roster, book, plan) = alike();
    let who = plan.moves[0].teacher.clone();
    let abouts = ["county", "last_large", "S001,primary,music", &who, "杏塘镇"];
    let waiver = |about: &str| Waiver {
        rule: "pins_and_bans".into(),
        about: about.into(),
        amount: 1,
        reason: "王芳手术".into(),
        author: "王局长".into(),
        date: "2026-08-20".into(),
        place: Place::file("王芳.toml"),
        about_place: Place::default(),
    };
    roster.waivers = abouts.iter().map(|about| waiver(about)).collect();
    let (other, _) = redacted(&Facts::new(&roster, &book), &plan);
    let mut kept: Vec<_> = other.waivers.iter().map(|one| one.about.as_str()).collect();
    let found = |kept: &mut Vec<&str>, wanted: &dyn Fn(&str) -> bool| {
        let at = kept.iter().position(|one| wanted(one)).unwrap();
        kept.remove(at);
    };
    found(&mut kept, &|one| one == "county");
    found(&mut kept, &|one| one == "last_large");
    found(&mut kept, &|one| {
        let school = one.strip_suffix(",primary,music");
        school.is_some_and(|id| other.find_school(id).is_some())
    });
    found(&mut kept, &|one| other.find_teacher(one).is_some());
    assert_eq!(kept, ["略"]);
    assert!(!format!("{:?}", other.waivers).contains('王'));
}

#[cfg(feature = "solver")]
#[test]
fn the_command_writes_the_set_beside_the_plan() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("redacted-plan");
    let _ = fs::remove_dir_all(&out);
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_lungang"))
        .arg("plan")
        .args([scenario.as_path(), Path::new("--out"), &out])
        .args(["--redact", "--by-school", "--lang", "en"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}");
    assert!(said.contains("look it through"), "{said}");
    let files = |folder: &Path| -> BTreeSet<String> {
        let all = fs::read_dir(folder)
            .unwrap()
            .map(|one| one.unwrap().file_name());
        all.map(|one| one.to_string_lossy().into_owned()).collect()
    };
    let mut beside = files(&out);
    // What is handed on has pseudonyms; the proof is one of the plan with real ids.
    assert!(beside.remove("redacted") && beside.remove("proof.json"));
    assert_eq!(beside, files(&out.join("redacted")));
    let (checked, plan) = shipped("township");
    let (roster, book) = checked.ready().unwrap();
    let written = fs::read(out.join("redacted/plan.json")).unwrap();
    assert_eq!(
        written,
        to_json(&redacted(&Facts::new(roster, book), &plan).1)
    );
}
