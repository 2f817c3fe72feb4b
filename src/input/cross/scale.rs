//! Numbers out of all proportion: a quota of 780 at a school of 78 people is a digit too many, and would be planned with.
//! Held against what the other schools have for as many people and as many pupils, whichever is more generous.

use super::{Teller, codes};
use crate::blanks;
use crate::domain::{Employment, School, SchoolNo};
use crate::finding::Findings;
use crate::input::draft::{Draft, Placed};
use std::collections::BTreeMap;

/// So many times what is usual, or a part of it, is out of proportion, where it is also so many people more or less.
const TIMES: u64 = 3;
const MORE: u64 = 15;
/// With fewer other schools nobody can say what is usual.
const SCHOOLS: usize = 2;

/// What a school has: its quota, the people on it, its pupils.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    quota: u64,
    people: u64,
    pupils: u64,
}

impl Size {
    fn sum(all: impl Iterator<Item = Self>) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            quota: sum.quota + one.quota,
            people: sum.people + one.people,
            pupils: sum.pupils + one.pupils,
        })
    }

    fn without(self, other: Self) -> Self {
        Self {
            quota: self.quota - other.quota,
            people: self.people - other.people,
            pupils: self.pupils - other.pupils,
        }
    }

    /// The quotas that so many people, and so many pupils, would have at the rates of the others.
    fn at_the_rates_of(self, others: Self) -> [Option<u64>; 2] {
        let rate = |own: u64, theirs: u64| (own * others.quota).checked_div(theirs);
        let people = rate(self.people, others.people);
        let pupils = rate(self.pupils, others.pupils).filter(|_| self.pupils > 0);
        [people.filter(|_| self.people > 0), pupils]
    }
}

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    if draft.schools.all_read() && draft.teachers.all_read() && draft.classes.all_read() {
        quotas(draft, findings);
    }
    titles(draft, findings);
    classes(draft, findings);
}

fn quotas(draft: &Draft, findings: &mut Findings) {
    let mut people: BTreeMap<SchoolNo, u64> = BTreeMap::new();
    let on_quota = draft.teachers.values();
    for one in on_quota.filter(|one| one.employment == Employment::OnQuota) {
        *people.entry(one.quota_school).or_default() += 1;
    }
    let mut pupils: BTreeMap<SchoolNo, u64> = BTreeMap::new();
    for group in draft.classes.values() {
        let sum: u64 = group.pupils.iter().map(|one| u64::from(*one)).sum();
        *pupils.entry(group.school).or_default() += sum;
    }
    let size = |row: &Placed<School>| {
        let no = draft.ids.school(&row.value.id)?;
        let quota = row.value.quota.filter(|_| !row.value.closing)?;
        let of = |all: &BTreeMap<SchoolNo, u64>| all.get(&no).copied().unwrap_or(0);
        Some(Size {
            quota: quota.into(),
            people: of(&people),
            pupils: of(&pupils),
        })
    };
    let sizes: Vec<(&Placed<School>, Size)> = draft
        .schools
        .rows
        .iter()
        .filter_map(|row| Some((row, size(row)?)))
        .collect();
    if sizes.len() <= SCHOOLS {
        return;
    }
    // What is far too much would make the others seem too little.
    let high = |one: &Size, others: Size| {
        let most = one.at_the_rates_of(others).into_iter().flatten().max();
        most.filter(|most| one.quota > most * TIMES && one.quota > most + MORE)
    };
    let low = |one: &Size, others: Size| {
        let least = one.at_the_rates_of(others).into_iter().flatten().min();
        least.filter(|least| one.quota * TIMES < *least && one.quota + MORE < *least)
    };
    let all = Size::sum(sizes.iter().map(|one| one.1));
    let (highs, rest): (Vec<_>, Vec<_>) = sizes
        .into_iter()
        .partition(|(_, one)| high(one, all.without(*one)).is_some());
    let sound = Size::sum(rest.iter().map(|one| one.1));
    let highs = highs
        .into_iter()
        .filter_map(|(row, one)| Some((row, one, high(&one, sound)?)));
    let lows = rest
        .into_iter()
        .filter_map(|(row, one)| Some((row, one, low(&one, sound.without(one))?)));
    for (row, one, usual) in highs.chain(lows) {
        let school = &row.value;
        let blanks = blanks! {
            school: school.name, quota: one.quota, people: one.people, pupils: one.pupils,
            usual: usual, probable: probable(one.quota, usual),
        };
        let mut about = Teller::county(&draft.schools, row, findings).school(&school.id);
        about.tell(&codes::QUOTA_OUT, "quota", blanks);
    }
}

/// More posts of a title than there are people at the school, several times over.
fn titles(draft: &Draft, findings: &mut Findings) {
    let mut people: BTreeMap<SchoolNo, u64> = BTreeMap::new();
    for one in draft.teachers.values() {
        *people.entry(one.quota_school).or_default() += 1;
    }
    for row in &draft.title_posts.rows {
        let line = &row.value;
        let (approved, filled) = (u64::from(line.approved), u64::from(line.filled));
        let there = people.get(&line.school).copied().unwrap_or(0);
        if there > 0 && approved > there * TIMES && approved > there + MORE {
            let near = if filled > 0 {
                filled
            } else {
                there.div_euclid(TIMES)
            };
            let blanks = blanks! {
                school: draft.school_name(line.school), title: line.grade.text(),
                approved: approved, people: there, probable: probable(approved, near),
            };
            let mut about = Teller::county(&draft.title_posts, row, findings);
            about.tell(&codes::TITLES_OUT, "approved", blanks);
        }
    }
}

/// Classes of one grade and school are alike: of `41、4` the mark is hardly meant to part two classes.
fn classes(draft: &Draft, findings: &mut Findings) {
    for row in &draft.classes.rows {
        let group = &row.value;
        let (least, most) = (group.pupils.iter().min(), group.pupils.iter().max());
        let (Some(&least), Some(&most)) = (least, most) else {
            continue;
        };
        let apart = u64::from(most) > u64::from(least) * TIMES;
        if least > 0 && apart && u64::from(most - least) > MORE {
            let at = draft.school(group.school);
            let blanks = blanks! {
                school: at.map(|one| &one.name), grade: group.grade, number: group.pupils.len(),
                pupils: group.pupils,
            };
            let about = Teller::county(&draft.classes, row, findings);
            let mut about = about.school(at.map_or("", |one| one.id.as_str()));
            about.tell(&codes::CLASSES_OUT, "pupils", blanks);
        }
    }
}

/// The number that was probably meant: with one digit less, or one more, nearest to what is usual.
fn probable(found: u64, usual: u64) -> u64 {
    let places = found.to_string().len();
    let power = |no: usize| 10_u64.saturating_pow(u32::try_from(no).unwrap_or(u32::MAX));
    let without = (0..places).map(|no| {
        let (high, low) = (found.div_euclid(power(no + 1)), found.rem_euclid(power(no)));
        high * power(no) + low
    });
    let with = (0..10).map(|digit| found * 10 + digit);
    let all = without.chain(with).filter(|one| *one > 0);
    all.min_by_key(|one| (one.abs_diff(usual), *one))
        .unwrap_or(found)
}
