//! Where people have served, who is on a running rotation, who asks for what.

use super::draw::Draw;
use super::places::Style;
use super::seat::{Seat, Tier};
use super::when::{september, today, year, years};
use crate::domain::{
    Employment, Form, Month, Protection, Role, SchoolNo, Sex, Spell, Status, Teacher, TeacherNo,
    Title,
};

/// Reasons in the person; `age` in months.
pub(super) fn protect(lot: &mut Draw, one: &mut Teacher, age: i32) {
    if one.sex == Sex::Female && (25 * 12..39 * 12).contains(&age) {
        if lot.per_mille(40) {
            one.protections.push(Protection::Pregnant);
        } else if lot.per_mille(55) {
            one.protections.push(Protection::Nursing);
        }
    }
    let more = [
        (Protection::Illness, 8),
        (Protection::Hardship, 15),
        (Protection::CourseLead, 4),
    ];
    for (reason, times) in more {
        if one.protections.is_empty() && lot.per_mille(times) {
            one.protections.push(reason);
        }
    }
}

/// Draws everybody's spells, and who is away at present.
pub(super) fn draw(
    seed: u64,
    teachers: &mut [Teacher],
    seats: &[Seat],
    style: &Style,
) -> Vec<Spell> {
    let mut all = Vec::new();
    for (no, one) in teachers.iter_mut().enumerate() {
        let lot = &mut Draw::at(seed, 3, no);
        let mut file = File {
            teacher: TeacherNo(no),
            spells: &mut all,
        };
        file.earlier(lot, one, seats);
        apply(lot, one, seats);
        if !file.run(lot, one, seats, style) {
            let back = file.once_away(lot, one, seats);
            let since = back.unwrap_or(one.at_school_since);
            file.push(one.quota_school, since, None, None);
            off_post(lot, one);
        }
        ask(lot, one, seats);
    }
    all
}

/// The spells of one person, written from the first to the last.
struct File<'a> {
    teacher: TeacherNo,
    spells: &'a mut Vec<Spell>,
}

impl File<'_> {
    fn push(&mut self, school: SchoolNo, from: Month, to: Option<Month>, form: Option<Form>) {
        self.spells.push(Spell {
            teacher: self.teacher,
            school,
            from,
            to,
            share: 100,
            form,
        });
    }

    /// A school before the present one, when it lay in the county.
    fn earlier(&mut self, lot: &mut Draw, one: &Teacher, seats: &[Seat]) {
        let since = one.teaching_since.unwrap_or(one.at_school_since);
        if one.at_school_since.months_since(since) < 12 || !lot.per_mille(700) {
            return;
        }
        // Most begin in the villages and come nearer.
        let first = if lot.per_mille(600) {
            Tier::Village
        } else {
            Tier::Town
        };
        if let Some(school) = another(lot, one, seats, |tier| tier >= first) {
            self.push(school, since, Some(one.at_school_since.plus(-1)), None);
        }
    }

    /// A posting of one year in the past, from the seat or a town to a village; hands back the month of
    /// the return.
    fn once_away(&mut self, lot: &mut Draw, one: &Teacher, seats: &[Seat]) -> Option<Month> {
        let (home, since) = (one.quota_school, one.at_school_since);
        let from_town = seats[home.0].tier != Tier::Village;
        let likely = if one.applies_for.is_some() { 520 } else { 70 };
        let first = year(since) + 1;
        let can = one.employment == Employment::OnQuota && from_town && first <= 2023;
        if !can || !lot.per_mille(likely) {
            return None;
        }
        let school = another(lot, one, seats, |tier| tier == Tier::Village)?;
        let from = september(first + lot.below(2024 - first));
        let form = lot.weighted(&[(Form::Exchange, 5), (Form::Support, 4), (Form::Pairing, 1)]);
        self.push(home, since, Some(from.plus(-1)), None);
        self.push(school, from, Some(from.plus(11)), Some(form));
        Some(from.plus(12))
    }

    /// A posting that runs at present; false when there is none.
    fn run(&mut self, lot: &mut Draw, one: &mut Teacher, seats: &[Seat], style: &Style) -> bool {
        let (home, since, taught) = (one.quota_school, one.at_school_since, years(one));
        let tier = seats[home.0].tier;
        let plain = one.protections.is_empty() && one.role < Role::VicePrincipal;
        let settled =
            taught > 6 && since <= september(2021) && one.employment == Employment::OnQuota;
        let apprentice = tier == Tier::Village && taught <= 1 && lot.per_mille(style.apprentice);
        let rotates = tier < Tier::Village && plain && settled && lot.per_mille(style.running * 2);
        let (wanted, form, from, months) = if apprentice {
            (Tier::Core, Form::Apprentice, september(2025), 12)
        } else if rotates {
            let forms = [
                (Form::Exchange, 6),
                (Form::Support, 3),
                (Form::PostFilling, 1),
            ];
            let form = lot.weighted(&forms);
            // First, second or third year: some go on, some return this summer.
            let (year, months) = lot.weighted(&[
                ((2025, 24), 4),
                ((2025, 12), 3),
                ((2024, 24), 4),
                ((2024, 36), 2),
                ((2023, 36), 2),
            ]);
            (Tier::Village, form, september(year), months)
        } else {
            return false;
        };
        let Some(school) = another(lot, one, seats, |tier| tier == wanted) else {
            return false;
        };
        if from > since {
            self.push(home, since, Some(from.plus(-1)), None);
        }
        self.push(school, from, Some(from.plus(months - 1)), Some(form));
        one.work_school = school;
        true
    }
}

/// Another school of the person's stage and of a tier asked for.
fn another(
    lot: &mut Draw,
    one: &Teacher,
    seats: &[Seat],
    asked: impl Fn(Tier) -> bool,
) -> Option<SchoolNo> {
    let fits = |no: &SchoolNo| {
        let seat = &seats[no.0];
        let staffed = seat.heads > 0 && seat.school.teaches(one.stage);
        *no != one.quota_school && staffed && asked(seat.tier)
    };
    let fitting: Vec<_> = (0..seats.len()).map(SchoolNo).filter(fits).collect();
    lot.pick(&fitting)
}

/// Applies for the senior title in the coming round.
fn apply(lot: &mut Draw, one: &mut Teacher, seats: &[Seat]) {
    let held = one.title_since;
    let held = held.map_or(0, |since| today().months_since(since));
    let near = seats[one.quota_school.0].tier.of_three((190, 160, 120));
    if one.title == Title::First && held >= 60 && years(one) >= 12 && lot.per_mille(near) {
        one.applies_for = Some(Title::Senior);
    }
}

/// Some are not on post.
fn off_post(lot: &mut Draw, one: &mut Teacher) {
    if one.employment != Employment::OnQuota || one.role > Role::Middle {
        return;
    }
    one.status = lot.weighted(&[
        (Status::Active, 970),
        (Status::Seconded, 15),
        (Status::Leave, 9),
        (Status::Training, 6),
    ]);
}

/// Volunteers, wishes and homes.
fn ask(lot: &mut Draw, one: &mut Teacher, seats: &[Seat]) {
    if one.status != Status::Active || one.quota_school != one.work_school {
        return;
    }
    let free = one.employment == Employment::OnQuota && one.protections.is_empty();
    one.volunteer = free && lot.per_mille(80);
    if one.volunteer || (free && lot.per_mille(20)) {
        for _ in 0..lot.range(1, 3) {
            if let Some(school) = another(lot, one, seats, |_| true)
                && !one.wishes.contains(&school)
            {
                one.wishes.push(school);
            }
        }
    }
    if lot.per_mille(50)
        && let Some((lon, lat)) = seats[one.quota_school.0].school.place
    {
        let mut shift = |at: f64| {
            let off = f64::from(lot.signed(-90_000, 90_000)) / 1_000_000.0;
            rounded(at + off)
        };
        one.home = Some((shift(lon), shift(lat)));
    }
}

/// Degrees with six decimals.
fn rounded(at: f64) -> f64 {
    format!("{at:.6}").parse().unwrap_or(at)
}
