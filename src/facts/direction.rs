//! Which way a move goes, under which form it is made, and whether it counts as rotation.

use super::Facts;
use super::values::{counting_forms, rotation_share};
use crate::domain::{Form, SchoolNo};

/// Town or good school to village or weak school, in the policy's own lists of classes.
pub fn is_directional(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> bool {
    let senders = facts.book.get(rotation_share::SENDERS);
    let receivers = facts.book.get(rotation_share::RECEIVERS);
    facts.roster.school(from).is_any(&senders)
        && facts.roster.school(to).is_any(&receivers)
        && !facts.roster.school(from).is_any(&receivers)
}

/// The form under which a planned move between two schools is made: the first relation between them
/// gives it its name.
pub fn form_of(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> Form {
    relations(facts, from, to).next().unwrap_or(Form::Exchange)
}

/// Every form that names a relation in which two schools stand, the closest first.
pub fn relations(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> impl Iterator<Item = Form> {
    let (a, b) = (facts.roster.school(from), facts.roster.school(to));
    let all = [
        (Form::Central, b.central_school == Some(from)),
        (Form::Group, a.group.is_some() && a.group == b.group),
        (
            Form::Pairing,
            a.partner == Some(to) || b.partner == Some(from),
        ),
    ];
    all.into_iter().filter(|one| one.1).map(|one| one.0)
}

/// Whether a planned move between two schools counts among the rotations of the year.
pub fn counts_as_rotation(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> bool {
    let forms = facts.book.get(counting_forms::FORMS);
    let (a, b) = (facts.roster.school(from), facts.roster.school(to));
    let same_person = a.legal_entity.is_some() && a.legal_entity == b.legal_entity;
    forms.contains(&form_of(facts, from, to))
        && (!same_person || facts.book.get(counting_forms::SAME_LEGAL_ENTITY))
}
