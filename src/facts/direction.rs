//! Which way a move goes, under which form it is made, and whether it counts as rotation.

use super::Facts;
use super::values::counting_forms;
use super::values::rotation_share::{self, Side};
use crate::domain::{Class, Form, SchoolNo};

/// Town or good school to village or weak school, as the policy sorts them.
pub fn is_directional(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> bool {
    side(facts, from) == Side::Sender && side(facts, to) == Side::Receiver
}

/// On which side of the directional share a school stands, by the policy's own lists of classes; the
/// numerator and the denominator of the share both ask here. A school that stands in both lists is
/// where the policy puts its kind: one that sends only because it is good (a good village school), or
/// one that sends because of where it lies (a weak town school).
pub fn side(facts: &Facts<'_>, school: SchoolNo) -> Side {
    let (book, school) = (facts.book, facts.roster.school(school));
    let senders = book.get(rotation_share::SENDERS);
    let sends = school.is_any(&senders);
    let receives = school.is_any(&book.get(rotation_share::RECEIVERS));
    match (sends, receives) {
        (true, false) => Side::Sender,
        (false, true) => Side::Receiver,
        (false, false) => Side::Neither,
        (true, true) => {
            let mut by_place = senders.iter().filter(|one| **one != Class::Quality);
            if by_place.any(|class| school.is(*class)) {
                book.get(rotation_share::TOWN_AND_WEAK)
            } else {
                book.get(rotation_share::VILLAGE_AND_QUALITY)
            }
        }
    }
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

/// Whether a planned move between two schools counts among the rotations of the year; whoever is placed from
/// a closing school does not rotate.
pub fn counts_as_rotation(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> bool {
    let forms = facts.book.get(counting_forms::FORMS);
    let (a, b) = (facts.roster.school(from), facts.roster.school(to));
    let same_person = a.legal_entity.is_some() && a.legal_entity == b.legal_entity;
    !a.closing
        && forms.contains(&form_of(facts, from, to))
        && (!same_person || facts.book.get(counting_forms::SAME_LEGAL_ENTITY))
}
