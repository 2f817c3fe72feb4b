//! A school that closes (撤并): whoever works there is placed once and for good, is told why to this school, and the
//! school itself stands at nought wherever it is filed, whichever school it is.

use crate::annex::sheets;
use crate::night::whole;
use crate::patched::changed;
use lungang::annex::{Annex, plan_book};
use lungang::domain::{NOTHING_MORE, Protection, School};
use lungang::facts::Facts;
use lungang::facts::own_staff::has_vacancy;
use lungang::facts::people::State;
use lungang::facts::values::travel_limit;
use lungang::finding::Severity;
use lungang::input::{Documents, Edit};
use lungang::notice::{Told, notice};
use lungang::plan::{
    FigureId, MoveKind, Plan, STATES, TitlePostDoc, digest, read_plan_book, to_json,
};
use lungang::print::docx::Passage;
use lungang::report::summary;
use lungang::run::{Answer, Checked, audit_bytes, check, solve};
use lungang::solve::{Options, Silent};
use lungang::text::Lang;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

/// A school that may close: what has to be changed for it, and whether its pupils have a receiver.
struct Case {
    scenario: &'static str,
    school: String,
    receiver: Option<String>,
}

impl Case {
    fn documents(&self) -> Documents {
        let mut documents = changed(&format!("scenarios/{}", self.scenario), &[]);
        let set = |column, value: &str| Edit::set(&["schools", &self.school, column], value);
        documents.edits.push(set("closing", "yes"));
        let to = self.receiver.iter();
        documents.edits.extend(to.map(|to| set("receiver", to)));
        documents
    }

    fn name(&self) -> String {
        format!("{} {} to {:?}", self.scenario, self.school, self.receiver)
    }

    /// The plan; none where whoever is there can be placed nowhere by the rules of the county, which is told with what
    /// would help.
    fn planned(&self) -> Option<(Checked, Plan)> {
        let (checked, options) = (check(&self.documents()), Options::default());
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
            return None;
        };
        let doc = solved.accepted(&checked, &options).unwrap().doc;
        Some((checked, doc))
    }
}

/// Every school that can close, with a receiver of its kind where there is one and without: one whom the officer
/// decided on, or who is asked for otherwise, goes nowhere then. By day some of them.
fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for scenario in SCENARIOS {
        let plain = check(&changed(&format!("scenarios/{scenario}"), &[]));
        let (roster, _) = plain.ready().unwrap();
        let mut of: Vec<Case> = Vec::new();
        for (no, school) in roster.schools.iter().enumerate() {
            let same = |one: &&School| one.kind == school.kind && one.id != school.id;
            let next = roster.schools.iter().cycle().skip(no + 1);
            let receiver = next.take(roster.schools.len()).find(same);
            for receiver in [receiver.map(|one| one.id.clone()), None] {
                let case = Case {
                    scenario,
                    school: school.id.clone(),
                    receiver,
                };
                let findings = check(&case.documents()).findings.0;
                let can = findings.iter().all(|one| one.severity != Severity::Error);
                of.extend(can.then_some(case));
            }
        }
        // The last but one: with a receiver at every second county.
        let one = of.len().saturating_sub(2 + scenario.len() % 2);
        // HiGHS 1.16.0 called a wrong point of this one the best, see `LISTING` in `solve/highs.rs`.
        let is_hard = |case: &Case| case.scenario == "alar" && case.school == "S009";
        let cases = of.iter().enumerate();
        let keep: Vec<bool> = cases
            .map(|(no, case)| whole() || no == one || is_hard(case))
            .collect();
        all.extend(
            of.into_iter()
                .zip(keep)
                .filter_map(|(one, keep)| keep.then_some(one)),
        );
    }
    all
}

/// What the letters to those who are placed say.
fn letters(facts: &Facts<'_>, doc: &Plan, name: &str) {
    let told = Told {
        facts,
        doc,
        answer: None,
        lang: Lang::Zh,
    };
    let placed = doc.moves.iter().filter(|one| one.kind == MoveKind::Closing);
    for one in placed {
        let who = facts.roster.find_teacher(&one.teacher).unwrap();
        let letter = notice(&told, who).letter;
        let text: String = letter
            .body
            .iter()
            .map(|passage| match passage {
                Passage::Head(text) | Passage::Text(text) => text.as_str(),
            })
            .collect();
        for never in ["共0课时", "如您留任", "定期交流", "结对帮扶", "至20"] {
            assert!(!text.contains(never), "{name} {}: {text}", one.teacher);
        }
        let idle = one.weekly_periods == 0;
        assert_eq!(text.contains("具体工作由"), idle, "{name}: {text}");
        assert!(
            text.contains("撤并") && letter.title.contains("撤并"),
            "{text}"
        );
    }
}

/// Rows of title posts of one grade, with what each came to.
fn sums(rows: &[&TitlePostDoc]) -> [i64; 2] {
    let went = |one: &&TitlePostDoc| {
        one.filled - one.freed + one.appointed - one.risen + one.recruited + one.moved
    };
    [
        rows.iter().map(went).sum(),
        rows.iter().map(|one| one.filled_after).sum(),
    ]
}

fn stands_at_nought(doc: &Plan, id: &str, name: &str) {
    let school = doc.schools.iter().find(|one| one.id == id).unwrap();
    let after = (school.pupils, school.classes, school.heads_after);
    assert_eq!(after, (0, 0, 0), "{name}");
    assert!(school.teaching_posts.is_empty(), "{name}");
    let quota = (school.quota.given, school.quota.heads_after);
    assert_eq!(quota, (0, 0), "{name}");
    for one in doc
        .title_posts
        .iter()
        .filter(|one| one.school.as_deref() == Some(id))
    {
        assert_eq!((one.given, one.filled_after), (0, 0), "{name}: {one:?}");
    }
    for grade in doc.title_posts.iter().map(|one| one.grade) {
        let rows: Vec<_> = doc
            .title_posts
            .iter()
            .filter(|one| one.grade == grade)
            .collect();
        assert!(
            rows.iter().all(|one| one.filled_after >= 0),
            "{name}: {rows:?}"
        );
        let [went, after] = sums(&rows);
        assert_eq!(went, after, "{name}: {grade:?}");
        assert_eq!(
            rows.iter().map(|one| one.moved).sum::<i64>(),
            0,
            "{name}: {grade:?}"
        );
    }
}

/// Everybody is counted once, and in the state that the list of moves says.
fn is_counted_once(doc: &Plan, name: &str) {
    let sum: i64 = STATES.iter().filter_map(|(_, key)| doc.figure(*key)).sum();
    assert_eq!(Some(sum), doc.figure(FigureId::People), "{name}");
    for one in &doc.moves {
        let placed = one.kind == MoveKind::Closing;
        assert_eq!(one.form.is_none(), placed, "{name}: {one:?}");
        assert_eq!(one.end.is_none(), placed, "{name}: {one:?}");
        let mut people = doc.people.iter();
        let person = people.find(|person| person.teacher == one.teacher).unwrap();
        assert_eq!(person.state == State::Placed, placed, "{name}: {person:?}");
    }
}

/// Whoever is recruited onto the quota comes where the people who were placed leave room.
fn nobody_is_recruited_beyond(doc: &Plan, name: &str) {
    for school in &doc.schools {
        let placed = doc.moves.iter();
        let placed = placed.filter(|one| one.kind == MoveKind::Closing && one.to == school.id);
        let hired = school.figure(FigureId::RecruitsOnQuota).unwrap_or(0);
        if hired > 0 && placed.count() > 0 {
            let quota = &school.quota;
            assert!(
                quota.heads_after <= quota.given,
                "{name} {}: {quota:?}",
                school.id
            );
        }
    }
}

/// People go where their pupils go, or where their subject is short of people, and their places with them: that school
/// is no more over its quota than it was. Whom the officer or the way bars from it goes elsewhere.
fn follow_their_pupils(facts: &Facts<'_>, doc: &Plan, case: &Case) -> usize {
    let (roster, name) = (facts.roster, case.name());
    let receiver = case.receiver.as_ref();
    let Some(to) = receiver.and_then(|to| roster.find_school(to)) else {
        return 0;
    };
    let mut follow = 0;
    for one in doc.moves.iter().filter(|one| one.kind == MoveKind::Closing) {
        let who = roster.find_teacher(&one.teacher).unwrap();
        let profile = facts.profile(facts.stands(who).profile);
        let protections = &roster.teacher(who).protections;
        let is_kept_near = [Protection::Pregnant, Protection::Nursing]
            .iter()
            .any(|one| protections.contains(one));
        let most = facts.book.get(if is_kept_near {
            travel_limit::NEVER_FAR_MINUTES
        } else {
            travel_limit::MINUTES_AT_MOST
        });
        let way = facts.travel.minutes(who, to).map(i64::from);
        let near = way.is_some_and(|way| way <= most);
        let barred = facts.bans.iter().any(|ban| ban.teacher == who);
        let placed = facts.pins.iter().any(|pin| pin.teacher == who);
        let teaches = roster.school(to).teaches(roster.teacher(who).stage);
        if one.to == roster.school(to).id {
            follow += 1;
        } else if teaches && near && !barred && !placed {
            let there = roster.find_school(&one.to).unwrap();
            let short = has_vacancy(facts, there, profile.own);
            assert!(short, "{name}: {} to {}", one.teacher, one.to);
        }
    }
    let school = &doc.schools[to.0];
    if facts.quota[to.0].heads_base <= facts.quota[to.0].given {
        let quota = &school.quota;
        assert!(quota.heads_after <= quota.given, "{name}: {quota:?}");
        let named = serde_json::json!(school.name);
        let about = doc
            .findings
            .iter()
            .filter(|one| one.facts.get("school") == Some(&named));
        let of_quota: Vec<_> = about.filter(|one| one.code.starts_with("R06")).collect();
        assert!(of_quota.is_empty(), "{name}: {of_quota:?}");
    }
    let given: i64 = doc.schools.iter().map(|one| one.quota.given).sum();
    let total: i64 = roster.quota.iter().map(|one| i64::from(one.heads)).sum();
    assert!(given <= total, "{name}: {given} of {total}");
    follow
}

#[test]
fn whichever_school_closes_everybody_is_placed_once_for_good_and_the_school_stands_at_nought() {
    let (mut placed, mut idle, mut follow) = (0, 0, 0);
    for case in cases() {
        let name = case.name();
        let Some((checked, doc)) = case.planned() else {
            continue;
        };
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        is_counted_once(&doc, &name);
        stands_at_nought(&doc, &case.school, &name);
        letters(&facts, &doc, &name);
        nobody_is_recruited_beyond(&doc, &name);
        follow += follow_their_pupils(&facts, &doc, &case);
        placed += doc.figure(FigureId::PlacedClosing).unwrap_or(0);
        idle += doc.figure(FigureId::PlacedIdle).unwrap_or(0);
        // The first page says where the pupils go, or that they are counted nowhere.
        let text = summary(&doc, Lang::Zh);
        let says = match &case.receiver {
            Some(_) => "名学生转入",
            None => "没有填写接收学校",
        };
        assert!(text.contains(says), "{name}: {text}");
        // A workbook says the same, with a blank end.
        let book = plan_book(&Annex::new(&facts, &doc, Lang::Zh)).unwrap();
        let read = read_plan_book("plan.xlsx", &book, facts.roster);
        assert!(read.findings.0.is_empty(), "{name}: {:?}", read.findings);
        let terms = |plan: &Plan| {
            let mut all: Vec<_> = plan
                .moves
                .iter()
                .map(|one| (one.teacher.clone(), one.form, one.start, one.end))
                .collect();
            all.sort();
            all
        };
        assert_eq!(terms(&read.plan.unwrap()), terms(&doc), "{name}");
        let audited = audit_bytes(&checked, &book, "plan.xlsx");
        assert!(audited.holds(), "{name}: {:?}", audited.findings);
    }
    assert!(
        placed > 50 && idle > 0 && follow > 20,
        "{placed} {idle} {follow}"
    );
}

#[test]
fn an_end_for_whoever_is_placed_and_none_for_whoever_is_posted_are_told() {
    let case = Case {
        scenario: "national",
        school: "S011".into(),
        receiver: None,
    };
    let (checked, doc) = case.planned().unwrap();
    let codes = |edit: fn(&mut Plan)| {
        let mut doc = doc.clone();
        edit(&mut doc);
        doc.digest = digest(&doc);
        let audited = audit_bytes(&checked, &to_json(&doc), "plan.json");
        let ids = audited.findings.0.iter().map(|one| one.code.id);
        ids.filter(|id| ["A36", "A37", "A38"].contains(id))
            .collect::<Vec<_>>()
    };
    let of = |kind: MoveKind| doc.moves.iter().position(|one| one.kind == kind).unwrap();
    assert!(of(MoveKind::Rotation) < of(MoveKind::Closing));
    assert!(codes(|_| ()).is_empty());
    assert_eq!(
        codes(|doc| {
            let end = doc.moves[0].end;
            let mut moves = doc.moves.iter_mut();
            let placed = moves.find(|one| one.kind == MoveKind::Closing).unwrap();
            placed.end = end;
        }),
        ["A37"]
    );
    assert_eq!(
        codes(|doc| {
            let mut moves = doc.moves.iter_mut();
            let posted = moves.find(|one| one.kind == MoveKind::Rotation).unwrap();
            posted.end = None;
        }),
        ["A38"]
    );
    assert_eq!(
        codes(|doc| {
            let mut figures = doc.figures.iter_mut();
            let idle = figures
                .find(|one| one.key == FigureId::WithoutPost)
                .unwrap();
            idle.value += 5;
        }),
        ["A36"]
    );
}

#[test]
fn the_places_of_whoever_is_not_at_work_go_where_the_pupils_go() {
    for receiver in [Some("S009"), None] {
        let case = Case {
            scenario: "national",
            school: "S011".into(),
            receiver: receiver.map(str::to_owned),
        };
        let mut documents = case.documents();
        for (id, status) in [("T00132", "借调"), ("T00140", "离岗")] {
            for (column, value) in [("在岗状态", status), ("周课时", "")] {
                documents
                    .edits
                    .push(Edit::set(&["teachers", id, column], value));
            }
        }
        let at = |doc: &Plan, id: &str| {
            let school = doc.schools.iter().find(|one| one.id == id).unwrap();
            school.quota.heads_after
                - school.figure(FigureId::PlacesCame).unwrap_or(0)
                - school.figure(FigureId::RecruitsOnQuota).unwrap_or(0)
        };
        let (checked, doc) = crate::accounted::planned_from(&documents);
        let facts = checked.facts(&NOTHING_MORE).unwrap();
        stands_at_nought(&doc, "S011", &case.name());
        is_counted_once(&doc, &case.name());
        // Beside the school's own eleven the two, when it takes the pupils in.
        let own = facts.quota[facts.roster.find_school("S009").unwrap().0].heads_now;
        assert_eq!(at(&doc, "S009"), own + 2 * i64::from(receiver.is_some()));
        let all = sheets(&plan_book(&Annex::new(&facts, &doc, Lang::Zh)).unwrap());
        let list = all
            .iter()
            .find(|one| one.0 == "在编不在岗人员名册")
            .unwrap();
        let says = match receiver {
            Some(_) => "编制转到红泉镇中心小学",
            None => "编制由县统筹",
        };
        assert_eq!(format!("{:?}", list.1).matches(says).count(), 2);
    }
}
