//! Whoever stands in a plan by id and by name is one person. A name that was mended in the tables since the plan was made
//! is told with the other changes of that row; any other that does not go with its id is an error, and a plan of whom
//! most are others is of another county.

use super::record_codes::{OTHER_COUNTY, OTHER_NAME, OTHER_SCHOOL_NAME};
use crate::blanks;
use crate::domain::Roster;
use crate::finding::{About, Finding, Findings};
use crate::input::tables::{SCHOOLS, TEACHERS};
use crate::input::{Named, is_same_name, plain_name};
use crate::plan::{InputDoc, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// So few people with another name, or unknown, are slips, however few there are in all.
const SLIPS: usize = 5;

/// Whoever and whatever is called otherwise than in the tables; `named` are the people of a workbook with their cells,
/// `now` the tables of today. The findings alone speak where the plan is of another county, which is the second.
pub fn other_names(
    roster: &Roster,
    doc: &Plan,
    named: &[Named],
    now: &[InputDoc],
) -> (Findings, bool) {
    let people = Rows::of(&doc.scenario.inputs, now, TEACHERS.spec.key);
    let of_doc = in_document(doc);
    let borne: BTreeSet<String> = roster
        .teachers
        .iter()
        .map(|one| plain_name(&one.name))
        .collect();
    let (mut findings, mut said) = (Findings::default(), BTreeSet::new());
    let (mut seen, mut strange) = (BTreeSet::new(), BTreeSet::new());
    for one in named.iter().chain(&of_doc) {
        seen.insert(&one.id);
        let Some(no) = roster.find_teacher(&one.id) else {
            strange.extend((!roster.gone.contains_key(&one.id)).then_some(&one.id));
            continue;
        };
        let is = &roster.teacher(no).name;
        if is_same_name(&one.name, is) {
            continue;
        }
        strange.insert(&one.id);
        if people.has_changed(&one.id) && !borne.contains(&plain_name(&one.name)) {
            continue;
        }
        if one.place.is_some() || said.insert((&one.id, &one.name)) {
            let blanks = blanks! { id: one.id, found: one.name, name: is };
            let told = Finding::new(&OTHER_NAME, blanks).about(About::Teacher(one.id.clone()));
            findings.push(Finding {
                place: one.place.clone(),
                ..told
            });
        }
    }
    if strange.len() >= SLIPS && strange.len() * 2 > seen.len() {
        let blanks = blanks! { number: seen.len(), others: strange.len() };
        return (Findings(vec![Finding::new(&OTHER_COUNTY, blanks)]), true);
    }
    findings.append(of_schools(roster, doc, now));
    (findings, false)
}

/// Schools that a document calls otherwise than their table, in rows that have not changed since.
fn of_schools(roster: &Roster, doc: &Plan, now: &[InputDoc]) -> Findings {
    let rows = Rows::of(&doc.scenario.inputs, now, SCHOOLS.spec.key);
    let each = doc.schools.iter().filter(|one| !one.name.is_empty());
    let other = each.filter_map(|one| {
        let is = &roster.school(roster.find_school(&one.id)?).name;
        let wrong = !is_same_name(&one.name, is) && !rows.has_changed(&one.id);
        let blanks = || blanks! { id: one.id, found: one.name, name: is };
        let about = About::School(one.id.clone());
        wrong.then(|| Finding::new(&OTHER_SCHOOL_NAME, blanks()).about(about))
    });
    Findings(other.collect())
}

/// Whoever stands in a document by id and by name.
fn in_document(doc: &Plan) -> Vec<Named> {
    let moves = doc.moves.iter().map(|one| (&one.teacher, &one.name));
    let people = doc.people.iter().map(|one| (&one.teacher, &one.name));
    let weeks = doc.periods.weeks.iter();
    let weeks = weeks.map(|one| (&one.teacher, &one.name));
    let trips = doc.itinerants.iter().map(|one| (&one.teacher, &one.name));
    let visits = doc.visits.iter().map(|one| (&one.teacher, &one.name));
    let leaders = doc.leaders.iter().map(|one| (&one.teacher, &one.name));
    let pairs = doc
        .mentors
        .iter()
        .flat_map(|one| [(&one.teacher, &one.name), (&one.mentor, &one.mentor_name)]);
    let all = moves.chain(people).chain(weeks).chain(trips).chain(visits);
    let all = all.chain(leaders).chain(pairs);
    let named = all.filter(|one| !one.1.is_empty()).map(|(id, name)| Named {
        id: id.clone(),
        name: name.clone(),
        place: None,
    });
    named.collect()
}

/// How the rows of a table were when a plan was made, and how they are.
struct Rows<'d> {
    then: BTreeMap<&'d str, &'d str>,
    now: BTreeMap<&'d str, &'d str>,
    /// All that is known is that the table has changed.
    changed: bool,
}

impl<'d> Rows<'d> {
    fn of(then: &'d [InputDoc], now: &'d [InputDoc], table: &str) -> Self {
        let find = |all: &'d [InputDoc]| all.iter().find(|one| one.name == table);
        let by_name = |one: Option<&'d InputDoc>| {
            let rows = one.into_iter().flat_map(|one| &one.rows);
            let rows = rows.filter_map(|row| row.split_once(' '));
            rows.map(|(digest, name)| (name, digest)).collect()
        };
        let (then, now) = (find(then), find(now));
        let unsaid = then.is_some_and(|one| one.rows.is_empty());
        Self {
            changed: unsaid && then.map(|one| &one.sha256) != now.map(|one| &one.sha256),
            then: by_name(then),
            now: by_name(now),
        }
    }

    fn has_changed(&self, id: &str) -> bool {
        self.changed || (self.then.contains_key(id) && self.then.get(id) != self.now.get(id))
    }
}
