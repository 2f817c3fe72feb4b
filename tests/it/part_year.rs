//! A whole county with people who are there for part of the year and people sent from outside: planned, judged and
//! written, and what the documents say of them.

use crate::annex::sheets;
use lungang::annex::{Annex, plan_book};
use lungang::domain::{NOTHING_MORE, Roster, TeacherNo};
use lungang::facts::people::State;
use lungang::facts::{Facts, Reckoning, capacity, periods};
use lungang::input::{Documents, load_documents};
use lungang::page::page;
use lungang::plan::{Plan, placement};
use lungang::run::{Answer, Checked, check, solve};
use lungang::solve::{Options, Silent};
use lungang::text::Lang;
use std::collections::BTreeMap;
use std::path::Path;

/// The township with this share of a load entered, and these people sent from outside.
fn entered(shares: &BTreeMap<String, u32>, sent: &[String]) -> Documents {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township");
    let mut documents = load_documents(&[folder]).unwrap();
    let bytes = documents.files.get_mut("teachers.csv").unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let lines = text.lines().enumerate().map(|(no, line)| {
        let id = line.split(',').next().unwrap();
        let mut line = line.to_owned();
        if sent.iter().any(|one| one == id) {
            line = line.replacen(",在编,", ",援派,", 1);
        }
        match (no, shares.get(id)) {
            (0, _) => line + ",任教份额",
            (_, Some(share)) => format!("{line},{share}"),
            (_, None) => line + ",",
        }
    });
    *bytes = (lines.collect::<Vec<_>>().join("\n") + "\n").into_bytes();
    documents
}

fn planned(checked: &Checked) -> Plan {
    let (facts, options) = (checked.facts(&NOTHING_MORE).unwrap(), Options::default());
    let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
        panic!("no plan");
    };
    let plan = solved.accepted(checked, &options).unwrap();
    assert!(plan.audit.holds(), "{:?}", plan.findings);
    plan.doc
}

/// People at work on a post of the ordinary plan, without office, spread over the roster.
fn some(
    facts: &Facts<'_>,
    doc: &Plan,
    number: usize,
    is: impl Fn(TeacherNo) -> bool,
) -> Vec<String> {
    let on_post = doc.people.iter().filter(|one| {
        let who = facts.roster.find_teacher(&one.teacher).unwrap();
        one.state == State::OnPost && one.role.is_none() && is(who)
    });
    let all: Vec<String> = on_post.map(|one| one.teacher.clone()).collect();
    let step = all.len().div_euclid(number).max(1);
    all.into_iter().step_by(step).take(number).collect()
}

fn load(roster: &Roster, who: TeacherNo) -> i64 {
    let one = roster.teacher(who);
    i64::from(roster.standard_load(one.stage, one.subject).unwrap())
}

#[test]
fn whoever_is_there_for_part_of_the_year_teaches_a_part_of_a_load() {
    let none = check(&entered(&BTreeMap::new(), &[]));
    let before = none.facts(&NOTHING_MORE).unwrap();
    let ordinary = planned(&none);
    let known = |who: TeacherNo| {
        let one = before.roster.teacher(who);
        let stated = before.roster.standard_load(one.stage, one.subject);
        let mut posts = before.posts_of(one.work_school);
        // Where there are more people than posts, whoever teaches least may go without one.
        let spare = lungang::facts::own_staff::has_surplus(&before, one.work_school, one.subject);
        stated.is_some() && !spare && !posts.any(|no| before.post(no).how == Reckoning::Class)
    };
    let people = some(&before, &ordinary, 3, known);
    assert_eq!(people.len(), 3);
    let shares: BTreeMap<String, u32> = people.iter().cloned().zip([50, 40, 75]).collect();
    let checked = check(&entered(&shares, &[]));
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let doc = planned(&checked);
    let less = |doc: &Plan| -> i64 { doc.balance.county.iter().map(|one| one.reduced).sum() };
    let mut given_up = 0;
    for (id, share) in &shares {
        let who = facts.roster.find_teacher(id).unwrap();
        let one = facts.roster.teacher(who);
        let most = capacity(facts.roster, facts.book, one, load(facts.roster, who));
        let full = load(facts.roster, who);
        assert_eq!(most, (full * i64::from(*share) + 99).div_euclid(100));
        given_up += full - most;
        let line = doc.people.iter().find(|one| one.teacher == *id).unwrap();
        assert_eq!(line.duty, Some(*share));
        assert_eq!(line.state, State::OnPost, "her own post is there: {line:?}");
        assert!(line.periods > 0 && line.periods <= most, "{line:?}");
    }
    assert_eq!(
        less(&doc) - less(&ordinary),
        given_up,
        "the balance says so"
    );
    // Nobody has periods to spare beyond her part.
    let (placed, _) = placement(&facts, &doc);
    for (who, load) in periods::loads(&facts, &placed) {
        assert!(load.taught <= load.most || !shares.contains_key(&facts.roster.teacher_id(who)));
    }
    let book = sheets(&plan_book(&Annex::new(&facts, &doc, Lang::Zh)).unwrap());
    let everybody = book.iter().find(|one| one.0 == "人员去向表").unwrap();
    let told = format!("{:?}", everybody.1);
    assert!(
        told.contains("任教份额40%") && told.contains("任教份额75%"),
        "{told}"
    );
    assert!(page(&facts, &doc).contains("任教份额50%"));
}

#[test]
fn whoever_is_sent_from_outside_teaches_without_a_place_of_the_quota() {
    let none = check(&entered(&BTreeMap::new(), &[]));
    let before = none.facts(&NOTHING_MORE).unwrap();
    let ordinary = planned(&none);
    let free = |who: TeacherNo| {
        let one = before.roster.teacher(who);
        before.stands(who).eligible && one.quota_school == one.work_school
    };
    let people = some(&before, &ordinary, 2, free);
    let checked = check(&entered(&BTreeMap::new(), &people));
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let doc = planned(&checked);
    let heads = |facts: &Facts<'_>| -> i64 { facts.quota.iter().map(|one| one.heads_now).sum() };
    assert_eq!(heads(&before) - heads(&facts), 2);
    let eligible = |facts: &Facts<'_>| facts.standing.iter().filter(|one| one.counts()).count();
    assert_eq!(eligible(&before) - eligible(&facts), 2);
    for id in &people {
        let line = doc.people.iter().find(|one| one.teacher == *id).unwrap();
        assert!(!doc.moves.iter().any(|one| one.teacher == *id), "{line:?}");
        assert_eq!(line.state, State::OnPost, "{line:?}");
        assert!(line.periods > 0);
        let findings = &checked.findings.0;
        let asked = findings.iter().filter(|one| one.code.id == "I423");
        assert_eq!(asked.count(), 2, "no end of the term is entered");
    }
    let book = sheets(&plan_book(&Annex::new(&facts, &doc, Lang::Zh)).unwrap());
    let everybody = book.iter().find(|one| one.0 == "人员去向表").unwrap();
    assert!(format!("{:?}", everybody.1).contains("援派"));
}
