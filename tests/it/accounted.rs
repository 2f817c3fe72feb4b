//! Everybody accounted for: every row of the roster has exactly one state in a plan, which agrees with who moves,
//! who is on a post and who leads; and a list of people that says otherwise is told.

use crate::annex::{Sheet, sheets};
use crate::patched::changed;
use lungang::annex::{Annex, plan_book, redacted};
use lungang::domain::{NOTHING_MORE, Role, Roster, Status};
use lungang::facts::Facts;
use lungang::facts::people::{DutyKind, State, WhyNoPost};
use lungang::input::Documents;
use lungang::page::page;
use lungang::plan::{FigureId, PersonDoc, Plan, digest, to_json};
use lungang::run::{Answer, Checked, audit_bytes, check, solve};
use lungang::solve::{Options, Silent};
use lungang::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

/// A scenario with its plan, made anew.
pub(crate) fn planned(name: &str, changes: &[String]) -> (Checked, Plan) {
    planned_from(&changed(&format!("scenarios/{name}"), changes))
}

/// The same from documents.
pub(crate) fn planned_from(documents: &Documents) -> (Checked, Plan) {
    let (checked, options) = (check(documents), Options::default());
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
        panic!("no plan");
    };
    let doc = solved.accepted(&checked, &options).unwrap().doc;
    (checked, doc)
}

/// The state of somebody, worked out again from the lists of the plan and the rows of the roster.
fn state(roster: &Roster, facts: &Facts<'_>, doc: &Plan, id: &str) -> State {
    let no = roster.find_teacher(id).unwrap();
    let one = roster.teacher(no);
    let on_post = doc.schools.iter().flat_map(|school| &school.teaching_posts);
    let on_post = on_post
        .flat_map(|post| &post.filled_by)
        .any(|who| who == id);
    let moves = doc.moves.iter().find(|one| one.teacher == id);
    let closes = |id: &str| roster.school(roster.find_school(id).unwrap()).closing;
    if facts.stands(no).retires < facts.year_start {
        State::Leaving
    } else if one.status != Status::Active {
        State::Away
    } else if let Some(one) = moves {
        if closes(&one.from) {
            State::Placed
        } else {
            State::Rotating
        }
    } else if one.work_school != one.quota_school
        && facts
            .stands(no)
            .ongoing
            .as_ref()
            .is_some_and(|one| one.goes_on)
    {
        State::Posted
    } else if [Role::Principal, Role::VicePrincipal].contains(&one.role) {
        State::Leading
    } else if on_post {
        State::OnPost
    } else if one.role == Role::Middle {
        State::Leading
    } else {
        State::NoPost
    }
}

/// Placed from a closing school without a post.
fn is_idle(one: &PersonDoc) -> bool {
    one.state == State::Placed && one.post.is_empty()
}

/// One line of the list against the lists of the plan: state, post, school.
fn agrees(name: &str, doc: &Plan, one: &PersonDoc, expected: State) {
    let form_differs = one.state == State::Moved || expected == State::Posted;
    // Which forms count is the policy's word; a posting of another form is no rotation.
    assert!(
        one.state == expected || form_differs,
        "{name}: {one:?}, not {expected:?}"
    );
    let middle = one.role == Some(lungang::domain::Role::Middle);
    let head = one.state == State::Leading && middle;
    assert_eq!(
        one.why.is_some(),
        one.state == State::NoPost || is_idle(one) || head,
        "{name}: {one:?}"
    );
    let held = doc.schools.iter().flat_map(|school| {
        let posts = school.teaching_posts.iter();
        posts.map(move |post| (&school.id, post))
    });
    let mut held = held.filter(|(_, post)| post.filled_by.contains(&one.teacher));
    if let Some((school, post)) = held.next() {
        assert_eq!(one.post, post.parts, "{name}: {one:?}");
        assert_eq!(one.school.as_ref(), Some(school), "{name}: {one:?}");
        assert!(one.periods > 0, "{name}: {one:?}");
    } else {
        // A head teaches beside the office.
        let periods: u32 = one.post.iter().map(|part| part.1).sum();
        let leads = one.state == State::Leading;
        assert!(leads || one.post.is_empty(), "{name}: {one:?}");
        assert_eq!(one.periods, i64::from(periods), "{name}: {one:?}");
    }
    assert!(held.next().is_none(), "{name}: two posts, {one:?}");
    let idle = [State::Leaving, State::Away].contains(&one.state);
    assert_eq!(one.school.is_none(), idle, "{name}: {one:?}");
}

/// Those who have a duty of a kind.
fn with_duty(doc: &Plan, kind: DutyKind) -> BTreeSet<&str> {
    let all = doc.people.iter();
    let all = all.filter(|one| one.duties.iter().any(|duty| duty.duty == kind));
    all.map(|one| one.teacher.as_str()).collect()
}

#[test]
fn every_row_of_the_roster_has_one_state_that_agrees_with_the_plan() {
    let mut seen: BTreeMap<State, usize> = BTreeMap::new();
    let mut whys = BTreeSet::new();
    for name in SCENARIOS {
        let (checked, doc) = planned(name, &[]);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let roster = facts.roster;
        let ids: Vec<&str> = doc.people.iter().map(|one| one.teacher.as_str()).collect();
        let rows: Vec<&str> = roster.teachers.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, rows, "{name}: each row once, in its order");
        for one in &doc.people {
            *seen.entry(one.state).or_default() += 1;
            whys.extend(one.why.as_ref().map(|told| told.why));
            let expected = state(roster, &facts, &doc, &one.teacher);
            agrees(name, &doc, one, expected);
        }
        let movers = doc.moves.iter().map(|one| one.teacher.as_str());
        let moving = [State::Rotating, State::Placed, State::Moved];
        let told = doc.people.iter();
        let told = told.filter(|one| moving.contains(&one.state));
        let told: BTreeSet<&str> = told.map(|one| one.teacher.as_str()).collect();
        assert_eq!(told, movers.collect(), "{name}");
        let states = doc.people.iter().map(|one| one.state);
        for (state, key) in [
            (State::Rotating, FigureId::Rotating),
            (State::Placed, FigureId::PlacedClosing),
            (State::Moved, FigureId::MovedOtherwise),
            (State::NoPost, FigureId::WithoutPost),
        ] {
            let number = states.clone().filter(|one| *one == state).count();
            let told = doc.figure(key).map(usize::try_from);
            assert_eq!(told, Some(Ok(number)), "{name}: {state:?}");
        }
        let leaders = doc.leaders.iter().map(|one| one.teacher.as_str());
        assert_eq!(with_duty(&doc, DutyKind::Exchanged), leaders.collect());
        let itinerants = doc.itinerants.iter().map(|one| one.teacher.as_str());
        assert_eq!(with_duty(&doc, DutyKind::Itinerant), itinerants.collect());
    }
    for state in [
        State::Rotating,
        State::Leading,
        State::OnPost,
        State::NoPost,
    ] {
        assert!(
            seen.contains_key(&state),
            "{state:?} is never met: {seen:?}"
        );
    }
    assert!(
        !whys.contains(&WhyNoPost::SeatLeft),
        "a fitting post of the own school is left empty"
    );
    assert!(
        !whys.contains(&WhyNoPost::Closing),
        "somebody of a closing school is left"
    );
}

#[test]
fn a_list_that_leaves_somebody_out_or_says_otherwise_is_told() {
    let (checked, doc) = planned("township", &[]);
    let mended = |mut doc: Plan| {
        doc.digest = digest(&doc);
        doc
    };
    // The places of the list at which an error stands.
    let places = |doc: Plan| {
        let audited = audit_bytes(&checked, &to_json(&mended(doc)), "plan.json");
        let found = audited.findings.0.iter().filter(|one| one.code.id == "A30");
        let paths = found.filter_map(|one| Some(one.blanks["path"].as_str()?.to_owned()));
        paths
            .filter(|path| path.starts_with("people"))
            .collect::<Vec<_>>()
    };
    assert!(places(doc.clone()).is_empty(), "nothing is said of our own");
    let mut short = doc.clone();
    short.people.remove(3);
    assert_eq!(places(short), ["people[3]"]);
    let mut wrong = doc.clone();
    let on_post = |one: &PersonDoc| one.state == State::OnPost;
    let no = wrong.people.iter().position(on_post).unwrap();
    wrong.people[no].state = State::NoPost;
    assert_eq!(places(wrong), [format!("people[{no}].state")]);
    // Whoever is taken off a post by hand is no longer where the list has her.
    let mut edited = doc.clone();
    let posts = edited.schools.iter_mut();
    let mut posts = posts.flat_map(|school| &mut school.teaching_posts);
    let post = posts.find(|post| !post.filled_by.is_empty()).unwrap();
    post.filled_by.remove(0);
    let audited = audit_bytes(&checked, &to_json(&mended(edited)), "plan.json");
    assert!(!audited.holds(), "{:?}", audited.findings);
    let mut none = doc;
    none.people.clear();
    assert_eq!(places(none), ["people"]);
}

fn sheet<'a>(all: &'a [Sheet], name: &str) -> &'a Sheet {
    let found = all.iter().find(|one| one.0 == name);
    found.unwrap_or_else(|| panic!("no sheet {name}"))
}

/// Whether the list of teachers has the column for what bars somebody from teaching.
fn says_who_may_teach(name: &str) -> bool {
    let files = changed(&format!("scenarios/{name}"), &[]).files;
    let text = String::from_utf8(files["teachers.csv"].clone()).unwrap();
    let heads = text.lines().next().unwrap();
    heads.split(',').any(|head| head == "师德合格")
}

/// The first is seconded, the second on leave, neither with lessons; the third may not teach.
fn away_and_barred(ids: &[String]) -> [String; 5] {
    [
        format!("teachers.{}.在岗状态=借调", ids[0]),
        format!("teachers.{}.周课时=", ids[0]),
        format!("teachers.{}.在岗状态=离岗", ids[1]),
        format!("teachers.{}.周课时=", ids[1]),
        format!("teachers.{}.师德合格=否", ids[2]),
    ]
}

#[test]
fn everybody_stands_in_the_workbook_and_on_the_page_with_pseudonyms_too() {
    // One is seconded, one on leave, one may not teach: what is in the file is not handed on.
    let name = SCENARIOS.iter().find(|name| says_who_may_teach(name));
    let name = name.unwrap();
    let (_, plain) = planned(name, &[]);
    let of_post = plain
        .people
        .iter()
        .filter(|one| one.state == State::OnPost && one.role.is_none());
    let ids: Vec<String> = of_post.take(3).map(|one| one.teacher.clone()).collect();
    let (checked, doc) = planned(name, &away_and_barred(&ids));
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let of = |id: &String| doc.people.iter().find(|one| one.teacher == *id).unwrap();
    assert_eq!(of(&ids[0]).status, Some(Status::Seconded));
    assert_eq!(of(&ids[1]).state, State::Away);
    assert_eq!(of(&ids[2]).why.as_ref().unwrap().why, WhyNoPost::Barred);
    let (roster, masked) = redacted(&facts, &doc);
    let other = Facts::new(&roster, facts.book);
    let hidden = |doc: &Plan| {
        let mut whys = doc.people.iter().filter_map(|one| one.why.as_ref());
        !whys.any(|told| told.why == WhyNoPost::Barred)
    };
    assert!(
        !hidden(&doc) && hidden(&masked),
        "what bars somebody is not handed on"
    );
    for (facts, doc, annex) in [
        (&facts, &doc, Annex::new(&facts, &doc, Lang::Zh)),
        (
            &other,
            &masked,
            Annex::new(&other, &masked, Lang::Zh).masked(),
        ),
    ] {
        let all = sheets(&plan_book(&annex).unwrap());
        let page = page(facts, doc);
        let text = |sheet: &Sheet| format!("{:?}", sheet.1);
        let everybody = text(sheet(&all, "人员去向表"));
        let surplus = text(sheet(&all, "富余人员名册"));
        let away = text(sheet(&all, "在编不在岗人员名册"));
        let list = crate::page::element(&page, "<table id=\"people\"", "</table>");
        for one in &doc.people {
            let told = format!("{:?}", one.teacher);
            assert!(everybody.contains(&told), "{one:?}");
            assert_eq!(
                surplus.contains(&told),
                one.state == State::NoPost || is_idle(one),
                "{one:?}"
            );
            let quota = one.state == State::Away;
            assert!(!away.contains(&told) || quota, "{one:?}");
            let row = format!("data-w=\"{}\"><td>{}<", one.state.key(), one.teacher);
            assert!(list.contains(&row), "{row}");
        }
        for state in doc.people.iter().map(|one| one.state) {
            assert!(page.contains(&format!("<option value=\"{}\"", state.key())));
        }
    }
}
