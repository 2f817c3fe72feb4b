//! Of several decisions about one person the later one holds, by its date and wherever it stands; what nobody can tell is
//! asked, and no decision is made up.

use crate::keeps_faith::Copy;
use lungang::input::load_documents;
use lungang::run::check;
use std::fs;

/// A decision of the file: its kind, its school and its day.
type Ruled<'a> = (&'a str, Option<&'a str>, &'a str);

fn text(who: &str, (head, school, day): Ruled<'_>) -> String {
    let school = school.map_or_else(String::new, |id| format!("school = \"{id}\"\n"));
    let signed = format!("reason = \"因故\"\nauthor = \"局务会\"\ndate = \"{day}\"\n");
    format!("[[{head}]]\nteacher = \"{who}\"\n{school}{signed}")
}

/// A letter that no decision of the scenario asks for.
fn drawn(copy: &Copy) -> &lungang::plan::MoveDoc {
    let mut letters = copy.county.doc.moves.iter();
    let pinned = lungang::plan::Reason::Pinned;
    letters.find(|one| !one.reasons.contains(&pinned)).unwrap()
}

/// Every two decisions that cannot both hold, in either order in the file and of either order in time, or of one day.
#[test]
fn the_later_day_holds_in_whatever_order_they_stand() {
    let copy = Copy::new("last_word");
    let letter = drawn(&copy);
    let (who, to) = (letter.teacher.as_str(), letter.to.as_str());
    let mut schools = copy.county.doc.schools.iter().map(|one| one.id.as_str());
    let other = schools.find(|id| *id != to && *id != letter.from).unwrap();
    let kinds = [
        ("refusals", None),
        ("pins", Some(to)),
        ("pins", Some(other)),
        ("bans", Some(to)),
    ];
    let against =
        |one: usize, two: usize| matches!((one.min(two), one.max(two)), (0, 1 | 2) | (1, 2 | 3));
    let days = ["2026-07-01", "2026年7月9日", "2026/7/09"];
    for (one, two) in (0..4).flat_map(|one| (0..4).map(move |two| (one, two))) {
        for (first, second) in [(0, 1), (1, 0), (1, 2)] {
            let ruled = |no: usize, day: usize| (kinds[no].0, kinds[no].1, days[day]);
            let all = text(who, ruled(one, first)) + &text(who, ruled(two, second));
            fs::write(copy.at.join("township/decisions.toml"), &all).unwrap();
            let checked = check(&load_documents(&[copy.at.join("township")]).unwrap());
            let codes = checked.findings.0.iter().map(|one| one.code.id);
            let codes: Vec<&str> = codes.filter(|id| id.starts_with("I7")).collect();
            let same_day = (first, second) == (1, 2);
            if !against(one, two) {
                assert!(!codes.contains(&"I718"), "{all} {codes:?}");
                continue;
            }
            assert_eq!(codes.contains(&"I718"), !same_day, "{all} {codes:?}");
            let asked = codes.iter().any(|code| ["I722", "I724"].contains(code));
            assert_eq!(asked, same_day, "{all} {codes:?}");
            if same_day {
                continue;
            }
            let roster = checked.roster.as_ref().unwrap();
            let who = roster.find_teacher(who).unwrap();
            let last = kinds[if first < second { two } else { one }];
            let school = last.1.and_then(|id| roster.find_school(id));
            let mut pins = roster.pins.iter().filter(|pin| pin.teacher == who);
            let mut bans = roster.bans.iter().filter(|ban| ban.teacher == who);
            let (pin, ban) = (pins.next(), bans.next());
            match last.0 {
                "pins" => assert!(
                    pin.map(|pin| pin.school) == school && ban.is_none(),
                    "{all}"
                ),
                _ => assert!(
                    ban.map(|ban| ban.school) == Some(school) && pin.is_none(),
                    "{all}"
                ),
            }
        }
    }
}

#[test]
fn the_same_decision_twice_is_one() {
    let copy = Copy::new("same_word");
    let letter = drawn(&copy);
    for (school, days) in [
        (&letter.to, ["2026-07-01", "2026-07-01"]),
        (&letter.to, ["2026-07-09", "2026-07-01"]),
    ] {
        let all: String = days
            .iter()
            .map(|day| text(&letter.teacher, ("pins", Some(school), day)))
            .collect();
        fs::write(copy.at.join("township/decisions.toml"), &all).unwrap();
        let checked = check(&load_documents(&[copy.at.join("township")]).unwrap());
        assert!(!checked.findings.has_errors(), "{:?}", checked.findings);
        let roster = checked.roster.unwrap();
        let pins = roster.pins.iter();
        let pins = pins.filter(|pin| roster.teacher_id(pin.teacher) == letter.teacher);
        assert_eq!(pins.count(), 1);
    }
}

#[test]
fn a_new_decision_of_an_earlier_day_stops_and_of_the_same_day_is_asked() {
    let copy = Copy::new("too_early");
    let letter = drawn(&copy);
    let pin = text(&letter.teacher, ("pins", Some(&letter.to), "2026-08-10"));
    let file = copy.at.join("township/decisions.toml");
    fs::write(&file, &pin).unwrap();
    let into = copy.at.join("new");
    let into = into.to_str().unwrap();
    let signed = ["--author", "局务会", "--reason", "因病"];
    for (day, code) in [
        ("2026-08-01", "A64"),
        ("2026-08-10", "I724"),
        ("2026-8-11", "I718"),
        ("2026年8月11日", "I718"),
        ("20260811", "I718"),
    ] {
        fs::write(&file, &pin).unwrap();
        let words = ["--refuse", &letter.teacher, "--out", into, "--date", day];
        let (exit, said) = copy.replan("plan.json", &[&words[..], &signed].concat());
        assert!(said.contains(code), "{day}: {said}");
        assert_eq!(exit, i32::from(code != "I718"), "{day}: {said}");
        assert_eq!(copy.decisions() == pin, code != "I718", "{day}");
    }
}

#[test]
fn nobody_is_made_up_who_decided_or_why() {
    let copy = Copy::new("unsigned");
    let who = copy.county.doc.moves[0].teacher.clone();
    let into = copy.at.join("new");
    let all = [
        ("--date", "2026-08-20"),
        ("--author", "局务会"),
        ("--reason", "因病"),
    ];
    for left_out in 0..=all.len() {
        let signed = all.iter().enumerate().filter(|(no, _)| *no != left_out);
        let signed: Vec<&str> = signed.flat_map(|(_, one)| [one.0, one.1]).collect();
        let words = ["--refuse", &who, "--out", into.to_str().unwrap()];
        let (exit, said) = copy.replan("plan.json", &[&words[..], &signed].concat());
        let whole = left_out == all.len();
        assert_eq!(exit, if whole { 0 } else { 2 }, "{said}");
        assert!(whole || said.contains(all[left_out].0), "{said}");
        assert_eq!(copy.decisions().is_empty(), !whole);
    }
}
