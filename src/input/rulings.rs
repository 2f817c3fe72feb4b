//! Pins and bans: decisions of the officer, each with its reason and author.

use super::codes;
use super::ids::Ids;
use super::manifest::{Decision, Manifest};
use crate::blanks;
use crate::domain::{Ban, Pin, SchoolNo, TeacherNo, Waiver};
use crate::finding::{Code, Finding, Findings};
use crate::text::{Blanks, Text};

/// The pins that name a teacher and a school of the county.
pub(super) fn pins(manifest: &Manifest, ids: &Ids, findings: &mut Findings) -> Vec<Pin> {
    let mut pins = Vec::new();
    for ruling in &manifest.pins {
        let teacher = teacher(ruling, ids, findings);
        let school = school(ruling, ids, findings);
        if ruling.word("school").is_empty() {
            tell(
                findings,
                &codes::NO_SCHOOL_IN_PIN,
                ruling,
                "school",
                blanks! {},
            );
        }
        if let (Some(teacher), Some(school)) = (teacher, school) {
            pins.push(Pin {
                teacher,
                school,
                reason: ruling.word("reason").into(),
                author: ruling.word("author").into(),
                place: ruling.place.clone(),
            });
        }
    }
    pins
}

/// The bans that name a teacher of the county, and a school of it or none.
pub(super) fn bans(manifest: &Manifest, ids: &Ids, findings: &mut Findings) -> Vec<Ban> {
    let mut bans = Vec::new();
    for ruling in &manifest.bans {
        let teacher = teacher(ruling, ids, findings);
        let school = school(ruling, ids, findings);
        if let Some(teacher) = teacher
            && school.is_none() == ruling.word("school").is_empty()
        {
            bans.push(Ban {
                teacher,
                school,
                reason: ruling.word("reason").into(),
                author: ruling.word("author").into(),
                place: ruling.place.clone(),
            });
        }
    }
    bans
}

/// The special approvals, each with rule, place, amount, reason and author; whether the rule exists
/// is asked where the rules are known.
pub(super) fn waivers(manifest: &Manifest, findings: &mut Findings) -> Vec<Waiver> {
    let mut waivers: Vec<Waiver> = Vec::new();
    for one in &manifest.waivers {
        let amount = one.number("amount");
        for (key, what) in [
            ("rule", Text::new("规定", "rule")),
            ("about", Text::new("涉及对象", "about")),
            (
                "amount",
                Text::new("放宽的数量（正整数）", "amount above nought"),
            ),
            ("reason", Text::new("理由", "reason")),
            ("author", Text::new("决定人", "author")),
        ] {
            if one.word(key).is_empty() || key == "amount" && amount <= 0 {
                let blanks = blanks! { what: what };
                findings
                    .push(Finding::new(&codes::WAIVER_NOT_SIGNED, blanks).at(one.place.clone()));
            }
        }
        waivers.push(Waiver {
            rule: one.word("rule").into(),
            about: one.word("about").into(),
            amount,
            reason: one.word("reason").into(),
            author: one.word("author").into(),
            place: one.place.clone(),
        });
    }
    waivers.sort_by(|a, b| (&a.rule, &a.about, a.amount).cmp(&(&b.rule, &b.about, b.amount)));
    waivers
}

fn teacher(ruling: &Decision, ids: &Ids, findings: &mut Findings) -> Option<TeacherNo> {
    for (key, name) in [
        ("reason", Text::new("理由", "reason")),
        ("author", Text::new("决定人", "author")),
    ] {
        if ruling.word(key).is_empty() {
            tell(
                findings,
                &codes::NOT_SIGNED,
                ruling,
                key,
                blanks! { what: name },
            );
        }
    }
    let word = ruling.word("teacher");
    if word.is_empty() {
        tell(findings, &codes::NO_TEACHER, ruling, "teacher", blanks! {});
        return None;
    }
    let found = ids.teacher(word);
    if found.is_none() && ids.teachers_known {
        let blanks = blanks! { found: word };
        tell(
            findings,
            &codes::UNKNOWN_TEACHER_RULED,
            ruling,
            "teacher",
            blanks,
        );
    }
    found
}

fn school(ruling: &Decision, ids: &Ids, findings: &mut Findings) -> Option<SchoolNo> {
    let word = Some(ruling.word("school")).filter(|word| !word.is_empty())?;
    let found = ids.school(word);
    if found.is_none() && ids.schools_known {
        let blanks = blanks! { found: word };
        tell(
            findings,
            &codes::UNKNOWN_SCHOOL_RULED,
            ruling,
            "school",
            blanks,
        );
    }
    found
}

fn tell(
    findings: &mut Findings,
    code: &'static Code,
    ruling: &Decision,
    key: &str,
    blanks: Blanks,
) {
    let place = ruling.place.clone().in_column(key);
    findings.push(Finding::new(code, blanks).at(place));
}
