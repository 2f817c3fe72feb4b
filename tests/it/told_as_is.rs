//! What is told of a plan that somebody edited or made by hand has its right cause, its right place and its right number;
//! what was edited together is judged together; and a newer plan beside the one that is planned from is told.

use crate::annex::shipped;
use crate::by_roll::{HEADS, ROLL, codes, rows, workbook};
use crate::keeps_faith::{Copy, lungang};
use lungang::finding::Finding;
use lungang::input::{Edit, load_documents};
use lungang::plan::{PairDoc, Plan, to_json};
use lungang::policy::Force;
use lungang::report::audited;
use lungang::run::{Checked, audit_bytes, check};
use lungang::text::Lang;
use rust_xlsxwriter::{Format, Workbook};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

fn township(edits: Vec<Edit>) -> Checked {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = load_documents(&[root.join("scenarios/township")]).unwrap();
    documents.edits.extend(edits);
    check(&documents)
}

/// Whoever does not teach is not "at another school": her state is told, and where she is told of who is elsewhere.
#[test]
fn whoever_is_sent_from_where_she_is_not_is_told_why() {
    let (_, plan) = shipped("township");
    let all = rows(&plan);
    let who = &all[2];
    let states = [
        ("leave", "离岗"),
        ("seconded", "借调"),
        ("training", "脱产培训"),
    ];
    for (state, word) in states {
        let set = |column, value: &str| Edit::set(&["teachers", &who[0], column], value);
        let checked = township(vec![set("status", state), set("weekly_periods", "0")]);
        assert!(checked.ready().is_some(), "{:?}", checked.findings.0);
        let audited = audit_bytes(
            &checked,
            &workbook(&[(ROLL, &HEADS, all.clone())]),
            "roll.xlsx",
        );
        let told = audited.findings.0.iter().find(|one| one.code.id == "A106");
        let says = told.unwrap().says(Lang::Zh);
        assert!(says.contains(word) && says.contains(&who[1]), "{says}");
        let cell = told
            .unwrap()
            .place
            .as_ref()
            .and_then(|place| place.cell.clone());
        assert_eq!(cell.as_deref(), Some("C4"));
        assert!(!codes(&audited).contains(&"A04"));
    }
    let checked = township(Vec::new());
    let mut elsewhere = all.clone();
    let wrong = all.iter().find(|one| one[2] != who[2] && one[2] != who[3]);
    elsewhere[2][2].clone_from(&wrong.unwrap()[2]);
    let audited = audit_bytes(
        &checked,
        &workbook(&[(ROLL, &HEADS, elsewhere)]),
        "roll.xlsx",
    );
    let told = audited.findings.0.iter().find(|one| one.code.id == "A04");
    let says = told.unwrap().says(Lang::Zh);
    assert!(says.contains(&who[1]) && says.contains(&who[2]), "{says}");
    assert!(!codes(&audited).contains(&"A106"));
}

/// Where a roll can be seated in no way because somebody stands twice in it, that is told, and not that time was short.
#[test]
fn a_roll_that_goes_together_in_no_way_is_not_short_of_time() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let roster = checked.ready().unwrap().0;
    let mut told = 0;
    for school in &roster.schools {
        let mut rows = all.clone();
        let mut again = all[0].clone();
        again[3].clone_from(&school.name);
        rows.push(again);
        let audited = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
        let found = codes(&audited);
        assert!(!found.contains(&"A78"), "{}: {found:?}", school.name);
        let mut all_found = audited.findings.0.iter();
        if let Some(one) = all_found.find(|one| one.code.id == "A107") {
            let says = one.says(Lang::Zh);
            assert!(says.contains(&format!("{}重复列出", all[0][1])), "{says}");
            told += 1;
        }
    }
    assert!(told > 0);
}

/// However many rules are broken, the first sentence names all of them or says how many there are.
#[test]
fn rules_that_are_not_named_are_counted() {
    let (checked, plan) = shipped("township");
    let roster = checked.ready().unwrap().0;
    let names: Vec<String> = roster.schools.iter().map(|one| one.name.clone()).collect();
    let mut seen = Vec::new();
    for step in [1, 2, 3, 5, 7, 11] {
        let mut rows = rows(&plan);
        let people = roster.teachers.iter().step_by(step * 7);
        for (no, one) in people.take(step).enumerate() {
            let from = &roster.school(one.work_school).name;
            let to = names[no % 3..].iter().find(|name| *name != from);
            let row = [&one.id, &one.name, from, to.unwrap()];
            rows.push(row.map(String::clone).to_vec());
        }
        let audited_roll = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
        let rules = &audited_roll.audit.as_ref().unwrap().rules;
        let broken = rules
            .iter()
            .filter(|one| one.force == Force::Must && !one.holds);
        let broken = broken.count();
        for (lang, words) in [
            (Lang::Zh, format!("等{broken}项")),
            (Lang::En, format!("and others, {broken} in all")),
        ] {
            let says = audited(&audited_roll, lang);
            assert_eq!(says.contains(&words), broken > 3, "{broken}: {says}");
        }
        seen.push(broken);
    }
    assert!(seen.iter().any(|one| *one > 3), "{seen:?}");
}

/// Gives somebody the mentor whom another has.
fn take(edited: &mut Plan, no: usize, doc: &Plan, of: usize) {
    let (one, other) = (&mut edited.mentors[no], &doc.mentors[of]);
    one.mentor.clone_from(&other.mentor);
    one.mentor_name.clone_from(&other.mentor_name);
}

/// Two mentors who were exchanged, with an edit that cannot be kept before, between and behind them.
#[test]
fn an_exchange_is_judged_as_a_whole() {
    let copy = Copy::new("exchange");
    let doc = &copy.county.doc;
    let of = |id: &str| {
        doc.mentors
            .iter()
            .position(|one| one.teacher == id)
            .unwrap()
    };
    let pupils = [of("T00067"), of("T00080")];
    for bad in ["T00054", "T00074", "T00089"] {
        let mut edited = doc.clone();
        take(&mut edited, pupils[0], doc, pupils[1]);
        take(&mut edited, pupils[1], doc, pupils[0]);
        // A mentor of another subject.
        let no = of(bad);
        let other = |one: &PairDoc| one.subject != doc.mentors[no].subject;
        take(
            &mut edited,
            no,
            doc,
            doc.mentors.iter().position(other).unwrap(),
        );
        let file = format!("{bad}.json");
        fs::write(copy.at.join(&file), to_json(&edited)).unwrap();
        let (code, text) = copy.replan(&file, &[]);
        assert_eq!(code, 0, "{text}");
        assert!(text.contains("人工改动已照改的2处"), "{bad}: {text}");
        assert!(text.contains("人工改动未能保留的1处"), "{bad}: {text}");
    }
    // Of an exchange that cannot be, the one is told with the other.
    let mut edited = doc.clone();
    let (one, other) = (of("T00054"), of("T00058"));
    take(&mut edited, one, doc, other);
    take(&mut edited, other, doc, one);
    fs::write(copy.at.join("both.json"), to_json(&edited)).unwrap();
    let (_, text) = copy.replan("both.json", &[]);
    for no in [one, other] {
        let words = format!("与{}的改动一并判断", doc.mentors[no].name);
        assert!(text.contains(&words), "{words}: {text}");
    }
}

/// Where the plans of two rounds lie, whether the one that is named is the newer one, and whether that is told.
#[test]
fn a_newer_plan_beside_the_one_that_is_planned_from_is_told() {
    let copy = Copy::new("newer");
    let mut next = copy.county.doc.clone();
    next.moves.pop();
    next.made = lungang::plan::made(&next);
    next.digest = lungang::plan::digest(&next);
    let old = &copy.county.doc;
    let put = |path: &str, doc: &Plan, hours: u64| -> PathBuf {
        let path = copy.at.join("sets").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, to_json(doc)).unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_780_000_000 + hours * 3600);
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(time).unwrap();
        path
    };
    let short = |doc: &Plan| lungang::disk::short(&doc.digest);
    // The plan that is named, the other, where the new one goes; how much later the other is; whether that is told.
    let cases = [
        ("a/first.json", "a/second.json", None, 1, true),
        ("b/first.json", "b/second.json", None, 0, false),
        ("c/earlier/0123/plan.json", "c/plan.json", None, 0, true),
        ("d/plan.json", "d/earlier/0123/plan.json", None, 0, false),
        ("e/plan.json", "f/plan.json", None, 1, false),
        ("g/plan.json", "h/plan.json", Some("h"), 1, true),
    ];
    for (from, other, out, hours, told) in cases {
        let from = put(from, old, 0);
        put(other, &next, hours);
        let doc = from.to_str().unwrap();
        let scenario = copy.at.join("township");
        let mut words = vec!["replan", scenario.to_str().unwrap(), "--from", doc];
        let out = out.map(|out| copy.at.join("sets").join(out));
        words.extend(out.iter().flat_map(|out| ["--out", out.to_str().unwrap()]));
        let (code, text) = lungang(&words);
        assert_eq!(code, 0, "{text}");
        assert_eq!(text.contains("A108"), told, "{doc}: {text}");
        let both = text.contains(&short(old)) && text.contains(&short(&next));
        assert!(
            !told || both && text.contains("2026-05-28"),
            "{doc}: {text}"
        );
    }
    // The same plan twice is none that is newer.
    let from = put("i/plan.json", old, 0);
    put("i/copy.json", old, 1);
    let scenario = copy.at.join("township");
    let words = [
        "replan",
        scenario.to_str().unwrap(),
        "--from",
        from.to_str().unwrap(),
    ];
    assert!(!lungang(&words).1.contains("A108"));
}

/// An approval is told at the row, or the line, in which it stands, whichever of several it is.
#[test]
fn an_approval_is_told_where_it_stands() {
    let copy = Copy::new("approvals");
    let scenario = copy.at.join("township");
    let wrong = [
        ("R99", "全县", "A15", 0),
        ("R14", "月亮小学", "A45", 1),
        ("R25", "全县", "A46", 0),
    ];
    for (rule, about, code, line) in wrong {
        for before in 0..3 {
            let one = |rule: &str, about: &str, no: usize| {
                format!(
                    "[[approvals]]\nrule = \"{rule}\"\nabout = \"{about}\"\namount = {}\nreason = \"因{no}\"\nauthor = \"局\"\ndate = \"2026-07-01\"\n",
                    no + 1
                )
            };
            let sound = |no: usize| one("R14", &format!("S00{}", no + 1), no);
            let text: String = (0..before).map(sound).collect::<String>() + &one(rule, about, 7);
            fs::write(scenario.join("decisions.toml"), text).unwrap();
            let checked = check(&load_documents(std::slice::from_ref(&scenario)).unwrap());
            let found = checked.findings.0.iter().find(|one| one.code.id == code);
            let place = found.and_then(|one| one.place.clone()).unwrap();
            assert_eq!(place.row, Some(before * 7 + 2 + line), "{code} {before}");
        }
    }
}

/// Words that are struck through within a cell are told as a row that is struck through as a whole is.
#[test]
fn words_struck_through_within_a_cell_are_told() {
    let (checked, plan) = shipped("township");
    let (line, plain) = (Format::new().set_font_strikethrough(), Format::new());
    for column in 0..4_u16 {
        for part in [true, false] {
            let mut book = Workbook::new();
            let sheet = book.add_worksheet().set_name(ROLL).unwrap();
            sheet.write_row(0, 0, HEADS).unwrap();
            for (at, row) in (1..).zip(rows(&plan)) {
                for (no, cell) in (0..).zip(&row) {
                    if at == 3 && no == column {
                        let first: String = cell.chars().take(1).collect();
                        let rest: String = cell.chars().skip(1).collect();
                        let end = if part { &plain } else { &line };
                        let words = [(&line, first.as_str()), (end, rest.as_str())];
                        sheet.write_rich_string(at, no, &words).unwrap();
                    } else {
                        sheet.write_string(at, no, cell).unwrap();
                    }
                }
            }
            let bytes = book.save_to_buffer().unwrap();
            let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
            let told: Vec<&Finding> = audited
                .findings
                .0
                .iter()
                .filter(|one| one.code.id == "A89")
                .collect();
            assert_eq!(told.len(), 1, "{column} {part} {:?}", codes(&audited));
            assert_eq!(told[0].place.as_ref().unwrap().row, Some(4));
        }
    }
}
