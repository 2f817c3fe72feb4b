//! What a row of a table is called for the officer: by names, of today or else of the plan.

use crate::blanks;
use crate::domain::{Roster, Subject};
use crate::input::tables::{SCHOOLS, TEACHERS};
use crate::input::{CellKind, TableSpec};
use crate::plan::Plan;
use crate::print::{LIST, Phrase};
use crate::text::{Lang, Text};

const GRADE: Text = Text::new("{grade}年级", "grade {grade}");

/// A row by the words of the columns that name it.
pub(super) fn called(roster: &Roster, doc: &Plan, table: &TableSpec, name: &str) -> Phrase {
    let words: Vec<&str> = name.splitn(table.named_by.len().max(1), ' ').collect();
    let each = table.named_by.iter().zip(words).map(|(key, word)| {
        let column = table.columns.iter().find(|one| one.key == *key);
        match (table.key, column.map(|one| one.kind)) {
            (of, _) if of == TEACHERS.spec.key => person(roster, doc, word),
            (_, Some(CellKind::Teacher)) => person(roster, doc, word),
            (of, _) if of == SCHOOLS.spec.key => school(roster, doc, word),
            (_, Some(CellKind::School)) => school(roster, doc, word),
            (_, Some(CellKind::Subject)) => {
                let subject = Subject::find(word).map(Subject::text);
                subject.map_or_else(|| Phrase::from(word), Phrase::from)
            }
            (_, Some(CellKind::Count(..))) if *key == "grade" => {
                Phrase::fill(GRADE, &blanks! { grade: word })
            }
            (_, Some(kind)) => {
                let label = kind.choices().iter().find(|one| one.key == word);
                label.map_or_else(|| Phrase::from(word), |label| Phrase::from(label.text))
            }
            (_, None) => Phrase::from(word),
        }
    });
    Phrase::join(each, LIST)
}

/// Somebody by name and id.
pub(super) fn person(roster: &Roster, doc: &Plan, id: &str) -> Phrase {
    let now = roster.find_teacher(id);
    let now = now.map(|no| roster.teacher(no).name.as_str());
    let then = || doc.people.iter().find(|one| one.teacher == id);
    let name = now.or_else(|| then().map(|one| one.name.as_str()));
    Phrase::of(|lang| match (name, lang) {
        (Some(name), Lang::Zh) => format!("{name}（{id}）"),
        (Some(name), Lang::En) => format!("{name} ({id})"),
        (None, _) => id.to_owned(),
    })
}

/// A school by name.
pub(super) fn school(roster: &Roster, doc: &Plan, id: &str) -> Phrase {
    let now = roster.find_school(id);
    let now = now.map(|no| roster.school(no).name.as_str());
    let then = || doc.schools.iter().find(|one| one.id == id);
    let name = now.or_else(|| then().map(|one| one.name.as_str()));
    Phrase::from(name.unwrap_or(id))
}
