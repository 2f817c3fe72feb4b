//! What the tables say today of whom and what a plan was made for, and did not when it was made: told by row, with
//! what was and what is as far as the plan says it. Who left is told where the plan names her.

use super::called::{called, school};
use super::document::{not_eligible, titles};
use super::gone::{tells, vanished};
use super::of_policy::values;
use super::record_codes::{CHANGED, MORE_CHANGED, ROW_GONE, ROW_NEW};
use super::schools::schools;
use crate::blanks;
use crate::domain::{Role, Status};
use crate::facts::{Facts, PERSONAL_WORDS, Placement};
use crate::finding::{About, Finding, Findings};
use crate::input::TableSpec;
use crate::input::tables::{SCHOOLS, TABLES, TEACHERS};
use crate::plan::{InputDoc, NotEligibleDoc, Plan, StayReason, TitleDoc};
use crate::print::{ALSO, LIST, Phrase};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// So many changes are told one by one; those of whom the plan moves come first.
const TOLD: usize = 12;
const WAS: Text = Text::new("{what}原为{was}，现为{is}", "{what} was {was}, is {is}");
const UNSAID: Text = Text::new(
    "内容有改动，方案没有记载原来的内容",
    "it says something else, and what it said is not in the plan",
);
const REASONS: Text = Text::new(
    "不符合交流条件的原因",
    "why the rotation conditions are not met",
);
const SUBJECT: Text = Text::new("主教学科", "main subject");
const MONTHS: Text = Text::new(
    "可计的乡村任教月数",
    "months served that count for the title",
);
const PUPILS: Text = Text::new("学生数", "pupils");
const CLASSES: Text = Text::new("班级数", "classes");
const QUOTA: Text = Text::new("原核定编制", "quota in force");
const NONE: Text = Text::new("无", "none");

/// Everything that changed, at most so many one by one; `now` are the tables of today.
pub fn since(facts: &Facts<'_>, doc: &Plan, now: &[InputDoc]) -> Findings {
    let mut changed = rows(&doc.scenario.inputs, now);
    let people = of_people(facts, doc).into_iter();
    let people = people.map(|(id, says)| ((TEACHERS.spec.key, id), says));
    let schools = of_schools(facts, doc).into_iter();
    let schools = schools.map(|(id, says)| ((SCHOOLS.spec.key, id), says));
    // What follows from another table, such as service, is told of the person or the school.
    for (row, says) in people.chain(schools) {
        changed.entry(row).or_default().says.extend(says);
    }
    // A workbook says of people what they are called, and no more.
    for (id, was) in &doc.called {
        let is = facts.roster.find_teacher(id);
        let row = changed.get_mut(&(TEACHERS.spec.key, id.clone()));
        if let (Some(row), Some(no)) = (row.filter(|row| row.says.is_empty()), is) {
            let is = Phrase::from(&facts.roster.teacher(no).name);
            let column = head(&TEACHERS.spec, "name");
            row.says.extend(differs(column, was.into(), is));
        }
    }
    // Whoever is still in the table, though she teaches no more, was not taken out of it.
    for ((table, id), row) in &mut changed {
        let gone = facts.roster.gone.get(id);
        if let Some(status) = gone.filter(|_| *table == TEACHERS.spec.key) {
            row.fate = Fate::Changed;
            let (column, is) = (head(&TEACHERS.spec, "status"), Phrase::from(status));
            row.says
                .extend(differs(column, Status::Active.text().into(), is));
        }
    }
    let seen: BTreeSet<&String> = seen(doc).collect();
    let moved: BTreeSet<&String> = doc.moves.iter().map(|one| &one.teacher).collect();
    let told_elsewhere = |(table, id): &(&str, String), row: &Row| {
        *table == TEACHERS.spec.key && row.fate == Fate::Gone && seen.contains(id)
    };
    let mut all: Vec<((&str, String), Row)> = changed.into_iter().collect();
    all.retain(|(place, row)| !told_elsewhere(place, row));
    // What is gone of these is told by name in one line each.
    all.retain(|((table, _), row)| row.fate != Fate::Gone || !tells(table));
    let weight = |(table, id): &(&str, String)| match *table {
        of if of == TEACHERS.spec.key => usize::from(!moved.contains(id)),
        of if of == SCHOOLS.spec.key => 2,
        _ => 3,
    };
    all.sort_by_key(|(place, _)| weight(place));
    let (first, rest) = all.split_at(all.len().min(TOLD));
    let mut findings = vanished(facts.roster, doc, now);
    findings.append(values(doc, now));
    for (place, row) in first {
        findings.push(told(facts, doc, place, row));
    }
    if !rest.is_empty() {
        let tables: BTreeSet<&str> = rest.iter().map(|(place, _)| place.0).collect();
        let tables = tables.into_iter().filter_map(spec).map(|one| one.name);
        let tables = Phrase::join(tables, LIST);
        let blanks = blanks! { number: rest.len(), tables: tables };
        findings.push(Finding::new(&MORE_CHANGED, blanks));
    }
    findings
}

/// What became of a row.
#[derive(Debug, Default)]
struct Row {
    fate: Fate,
    /// What was and what is, as far as that is known.
    says: Vec<Phrase>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Fate {
    #[default]
    Changed,
    New,
    Gone,
}

/// By table and what a row is called by.
type Rows = BTreeMap<(&'static str, String), Row>;

/// The rows of tables that are others than they were.
fn rows(then: &[InputDoc], now: &[InputDoc]) -> Rows {
    let mut all = Rows::new();
    for was in then.iter().filter(|one| !one.rows.is_empty()) {
        let same = now.iter().find(|one| one.name == was.name);
        let Some((is, table)) = same.zip(spec(&was.name)) else {
            continue;
        };
        if is.sha256 == was.sha256 {
            continue;
        }
        let (before, after) = (by_name(&was.rows), by_name(&is.rows));
        let names: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
        for name in names {
            let fate = match (before.get(name), after.get(name)) {
                (was, is) if was == is => continue,
                (None, _) => Fate::New,
                (_, None) => Fate::Gone,
                _ => Fate::Changed,
            };
            let row = Row {
                fate,
                says: Vec::new(),
            };
            all.insert((table.key, name.to_owned()), row);
        }
    }
    all
}

/// What is known of each row by what it is called.
fn by_name(rows: &[String]) -> BTreeMap<&str, Vec<&str>> {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (digest, name) in rows.iter().filter_map(|one| one.split_once(' ')) {
        all.entry(name).or_default().push(digest);
    }
    for digests in all.values_mut() {
        digests.sort_unstable();
    }
    all
}

fn spec(key: &str) -> Option<&'static TableSpec> {
    TABLES.iter().find(|one| one.key == key).copied()
}

/// Ids of whom a plan moves or puts on a post.
fn seen(doc: &Plan) -> impl Iterator<Item = &String> {
    let posts = doc.schools.iter().flat_map(|one| &one.teaching_posts);
    let seated = posts.flat_map(|one| &one.filled_by);
    seated.chain(doc.moves.iter().map(|one| &one.teacher))
}

fn told(facts: &Facts<'_>, doc: &Plan, (key, name): &(&'static str, String), row: &Row) -> Finding {
    let table = spec(key);
    let who = table.map_or_else(
        || Phrase::from(name),
        |table| called(facts.roster, doc, table, name),
    );
    let mut blanks = blanks! { table: table.map(|one| one.name), who: who };
    let code = match row.fate {
        Fate::New => &ROW_NEW,
        Fate::Gone => &ROW_GONE,
        Fate::Changed => {
            let what = if row.says.is_empty() {
                Phrase::from(UNSAID)
            } else {
                Phrase::join(row.says.iter().cloned(), ALSO)
            };
            blanks.extend(blanks! { what: what });
            &CHANGED
        }
    };
    let finding = Finding::new(code, blanks);
    match *key {
        of if of == TEACHERS.spec.key => finding.about(About::Teacher(name.clone())),
        of if of == SCHOOLS.spec.key => finding.about(About::School(name.clone())),
        _ => finding,
    }
}

/// What was and what is, where they differ.
fn differs(what: Text, was: Phrase, is: Phrase) -> Option<Phrase> {
    let said = |one: Phrase| if one == blank() { NONE.into() } else { one };
    (was != is).then(|| {
        let blanks = blanks! { what: what, was: said(was), is: said(is) };
        Phrase::fill(WAS, &blanks)
    })
}

/// The head of a column.
fn head(table: &TableSpec, key: &str) -> Text {
    let column = table.columns.iter().find(|one| one.key == key);
    column.map_or(table.name, |one| one.head)
}

/// What a plan says and is not so today, by id.
#[derive(Default)]
struct Says(BTreeMap<String, Vec<Phrase>>);

impl Says {
    fn add(&mut self, id: &str, what: Text, was: Phrase, is: Phrase) {
        let says = differs(what, was, is);
        if says.is_some() {
            self.0.entry(id.to_owned()).or_default().extend(says);
        }
    }
}

/// What a plan says of people and is not so today, by id.
fn of_people(facts: &Facts<'_>, doc: &Plan) -> BTreeMap<String, Vec<Phrase>> {
    let roster = facts.roster;
    let mut all = Says::default();
    let column = |key| head(&TEACHERS.spec, key);
    let now = not_eligible(facts);
    let (was_kept, is_kept) = (reasons(&doc.not_eligible), reasons(&now));
    for was in &doc.people {
        let Some(no) = roster.find_teacher(&was.teacher) else {
            continue;
        };
        let (who, id) = (roster.teacher(no), &was.teacher);
        let at = roster.school_id(who.work_school);
        let [was_at, is_at] = [&was.from, &at].map(|id| school(facts.roster, doc, id));
        all.add(id, column("name"), (&was.name).into(), (&who.name).into());
        all.add(id, column("work_school"), was_at, is_at);
        all.add(id, column("role"), role(was.role), role(Some(who.role)));
        if let Some(status) = was.status {
            let [was, is] = [status, who.status].map(|one| Phrase::from(one.text()));
            all.add(id, column("status"), was, is);
        }
        let of =
            |kept: &BTreeMap<&str, Phrase>| kept.get(id.as_str()).cloned().unwrap_or_else(blank);
        all.add(id, REASONS, of(&was_kept), of(&is_kept));
    }
    for one in &doc.moves {
        if let Some(no) = roster.find_teacher(&one.teacher) {
            let subjects = [one.subject, roster.teacher(no).subject];
            let [was, is] = subjects.map(|one| Phrase::from(one.text()));
            all.add(&one.teacher, SUBJECT, was, is);
        }
    }
    let now = titles(facts, &Placement::empty(facts));
    for was in &doc.titles {
        let is = now.iter().find(|one| one.teacher == was.teacher);
        let title = |one: &TitleDoc| Phrase::from(one.title.text());
        let months = |one: &TitleDoc| Phrase::from(&one.months.to_string());
        let (id, called) = (&was.teacher, column("applies_for"));
        all.add(id, called, title(was), is.map_or_else(blank, title));
        if let Some(is) = is {
            all.add(id, MONTHS, months(was), months(is));
        }
    }
    all.0
}

/// Why people do not meet the conditions, by id.
fn reasons(list: &[NotEligibleDoc]) -> BTreeMap<&str, Phrase> {
    let each = list.iter();
    each.map(|one| (one.teacher.as_str(), words(&one.reasons)))
        .collect()
}

fn blank() -> Phrase {
    Phrase::from("")
}

/// An office; that somebody is a teacher goes without saying.
fn role(role: Option<Role>) -> Phrase {
    Phrase::from(role.unwrap_or(Role::Teacher).text())
}

/// Why somebody does not meet the conditions.
fn words(reasons: &[StayReason]) -> Phrase {
    let each = reasons.iter().map(|one| match one {
        StayReason::Personal => PERSONAL_WORDS,
        StayReason::Exempt(one) => one.told(),
    });
    Phrase::join(each, LIST)
}

/// What a plan says of schools and is not so today, by id.
fn of_schools(facts: &Facts<'_>, doc: &Plan) -> BTreeMap<String, Vec<Phrase>> {
    let none = Placement::empty(facts);
    let now = schools(facts, &none, &none);
    let column = |key| head(&SCHOOLS.spec, key);
    // A workbook says nothing of a school but its posts.
    let whole = doc
        .schools
        .iter()
        .filter(|one| one.pupils > 0 || one.classes > 0);
    let pairs = whole.filter_map(|was| Some((was, now.iter().find(|one| one.id == was.id)?)));
    let number = |one: u32| Phrase::from(&one.to_string());
    let quota = |one: Option<u32>| one.map_or_else(|| Phrase::from(""), number);
    let each = pairs.filter_map(|(was, is)| {
        let says = [
            differs(
                column("name"),
                Phrase::from(&was.name),
                Phrase::from(&is.name),
            ),
            differs(
                column("kind"),
                Phrase::from(was.kind.text()),
                Phrase::from(is.kind.text()),
            ),
            differs(
                column("area"),
                Phrase::from(was.area.text()),
                Phrase::from(is.area.text()),
            ),
            differs(PUPILS, number(was.pupils), number(is.pupils)),
            differs(CLASSES, number(was.classes), number(is.classes)),
            differs(QUOTA, quota(was.quota.in_force), quota(is.quota.in_force)),
        ];
        let says: Vec<Phrase> = says.into_iter().flatten().collect();
        (!says.is_empty()).then(|| (was.id.clone(), says))
    });
    each.collect()
}
