//! A made-up county of 140 schools and 4,000 teachers with a plan that nobody had to solve for: every
//! twentieth teacher moves, every tenth is itinerant.

use lungang::audit::audit;
use lungang::domain::{Form, Indicator, Roster, Subject};
use lungang::facts::{Facts, Placement};
use lungang::generate::{Options, PlaceKind, generate};
use lungang::input::Documents;
use lungang::page::page;
use lungang::plan::{
    IndicatorDoc, ItinerantDoc, MoveDoc, MoveKind, PeriodsDoc, Plan, PostDoc, QuotaDoc, Reason,
    RuleDoc, SchoolDoc, SubjectDoc,
};
use lungang::policy::RuleBook;
use lungang::run::check;
use std::collections::BTreeMap;

fn read() -> (Roster, RuleBook) {
    let tables = generate(&Options {
        teachers: 4000,
        schools: 140,
        ..Options::of(PlaceKind::National)
    });
    let mut documents = Documents::default();
    for (name, text) in &tables {
        documents
            .files
            .insert(name.clone(), text.clone().into_bytes());
    }
    let checked = check(&documents);
    let (roster, book) = checked.ready().unwrap();
    (roster.clone(), book.clone())
}

/// The page of the county.
pub(crate) fn county_page() -> String {
    let (roster, book) = read();
    let facts = Facts::new(&roster, &book);
    let (_, _, shape) = crate::page::planned("township");
    let doc = Plan {
        moves: moves(&facts),
        itinerants: itinerants(&facts),
        schools: schools(&facts),
        rules: rules(&facts),
        leaders: Vec::new(),
        recruits: Vec::new(),
        titles: Vec::new(),
        appointments: Vec::new(),
        visits: Vec::new(),
        mentors: Vec::new(),
        conversions: Vec::new(),
        periods: PeriodsDoc::default(),
        ..shape
    };
    page(&facts, &doc)
}

/// The same everywhere: one too few of each kind before.
fn indicators() -> Vec<IndicatorDoc> {
    let one = |indicator: &Indicator| IndicatorDoc {
        indicator: *indicator,
        need: 3,
        before: 2,
        after: 3,
    };
    Indicator::ALL.iter().map(one).collect()
}

/// Another school for a teacher.
fn other(facts: &Facts<'_>, no: usize, from: usize) -> String {
    let schools = &facts.roster.schools;
    schools[(from + 1 + no % 7) % schools.len()].id.clone()
}

fn moves(facts: &Facts<'_>) -> Vec<MoveDoc> {
    let teachers = facts.roster.teachers.iter().enumerate();
    let movers = teachers.filter(|(no, _)| no % 20 == 0);
    let moves = movers.map(|(no, who)| MoveDoc {
        teacher: who.id.clone(),
        name: who.name.clone(),
        from: facts.roster.school(who.work_school).id.clone(),
        to: other(facts, no, who.work_school.0),
        form: Some(Form::Exchange),
        kind: MoveKind::Rotation,
        subject: who.subject,
        weekly_periods: 14,
        start: facts.year_start,
        end: Some(facts.year_start.plus(23)),
        share: 100,
        quota_goes: false,
        bed: false,
        travel_minutes: Some(30),
        reasons: vec![Reason::FillsPost],
        why_there: Vec::new(),
        loss: None,
        picked: None,
        unsaid: Vec::new(),
    });
    moves.collect()
}

fn itinerants(facts: &Facts<'_>) -> Vec<ItinerantDoc> {
    let teachers = facts.roster.teachers.iter().enumerate();
    let some = teachers.filter(|(no, _)| no % 10 == 5);
    let list = some.map(|(no, who)| ItinerantDoc {
        teacher: who.id.clone(),
        name: who.name.clone(),
        from: facts.roster.school(who.work_school).id.clone(),
        to: other(facts, no, who.work_school.0),
        half_days: 1,
        travel_minutes: Some(20),
    });
    list.collect()
}

/// A subject of a school: its posts, and who is there before and after.
fn subject_doc((subject, [posts, there]): (Subject, [i64; 2])) -> SubjectDoc {
    SubjectDoc {
        stage: None,
        subject,
        periods: 0,
        posts,
        before: there,
        after: there,
        over_before: Some(there - posts),
        over_after: Some(there - posts),
    }
}

fn schools(facts: &Facts<'_>) -> Vec<SchoolDoc> {
    let list = facts.roster.school_nos().map(|no| {
        let one = facts.roster.school(no);
        let mut subjects: BTreeMap<Subject, [i64; 2]> = BTreeMap::new();
        let posts = facts.posts_of(no).map(|post| facts.post(post));
        let mut teaching_posts = Vec::new();
        for post in posts {
            let subject = post.main().unwrap();
            subjects.entry(subject).or_default()[0] += i64::from(post.number);
            teaching_posts.push(PostDoc {
                stage: post.stage,
                parts: post.parts.clone(),
                main: post.main(),
                number: post.number,
                how: Some(post.how),
                must_open: post.must_open,
                filled_by: Vec::new(),
                filled_before: None,
                recruits: 0,
                empty: u32::from(no.0 % 3 == 0),
            });
        }
        for who in facts.at_base(no) {
            subjects
                .entry(facts.roster.teacher(who).subject)
                .or_default()[1] += 1;
        }
        let heads = u32::try_from(facts.at_base(no).count()).unwrap();
        let share = &facts.quota[no.0];
        SchoolDoc {
            id: one.id.clone(),
            name: one.name.clone(),
            kind: one.kind,
            area: one.area,
            pupils: 300,
            classes: 8,
            heads_now: heads,
            heads_before: heads,
            heads_after: heads,
            figures: Vec::new(),
            subjects: subjects.into_iter().map(subject_doc).collect(),
            quota: QuotaDoc {
                asked: [share.asked.numer(), share.asked.denom()],
                brought: 0,
                given: share.given,
                in_force: one.quota,
                heads_now: share.heads_now,
                heads_after: share.heads_base,
            },
            teaching_posts,
            indicators: indicators(),
        }
    });
    list.collect()
}

/// What the auditor says of the county in which nothing is decided.
fn rules(facts: &Facts<'_>) -> Vec<RuleDoc> {
    let judged = audit(facts, &Placement::empty(facts)).rules;
    let doc = |rule: &lungang::rules::Judgement| RuleDoc {
        id: rule.rule.into(),
        code: rule.code.into(),
        force: rule.force,
        clauses: Vec::new(),
        need: rule.need,
        actual: rule.actual,
        bound: rule.bound,
        unit: rule.unit.into(),
        shortfall_unit: rule.unit.into(),
        holds: rule.holds,
        binding: rule.binding,
        shortfall: rule.shortfall,
        aim: None,
        waived: 0,
        approvals: Vec::new(),
        measures: Vec::new(),
    };
    judged.iter().map(doc).collect()
}
