//! The people of each school, drawn by the shares of its stage and tier.

use super::draw::{Draw, apportion};
use super::grid::Curriculum;
use super::places::Style;
use super::seat::{Seat, Tier};
use super::when::{self, september, today, years};
use super::{Options, names, service, shares};
use crate::domain::{
    Backbone, Degree, Employment, Month, SchoolKind, SchoolNo, Sex, Spell, Stage, Status, Subject,
    Teacher, Title, length,
};
use std::iter::repeat_n;

/// Everybody and where they have served.
pub(super) struct Staff {
    /// The teachers, in the order of their schools.
    pub(super) teachers: Vec<Teacher>,
    /// Their spells; a spell's teacher is a place in the list above.
    pub(super) service: Vec<Spell>,
}

impl Staff {
    /// Those on the quota of a school.
    pub(super) fn on_quota(&self, school: SchoolNo) -> impl Iterator<Item = &Teacher> {
        let on_quota = |one: &&Teacher| one.employment == Employment::OnQuota;
        let here = self.teachers.iter();
        here.filter(move |one| one.quota_school == school)
            .filter(on_quota)
    }
}

/// Draws everybody.
pub(super) fn draw(seats: &[Seat], plan: &Curriculum, options: &Options) -> Staff {
    let style = options.place.style();
    let mut teachers = Vec::new();
    for (no, seat) in seats.iter().enumerate() {
        let from = teachers.len();
        let mut lot = Draw::at(options.seed, 2, no);
        let chairs = chairs(&mut lot, seat, plan);
        let people = length(chairs.len());
        let mut turns: Vec<u32> = (0..people).collect();
        lot.shuffle(&mut turns);
        for ((at, turn), chair) in (1..).zip(turns).zip(chairs) {
            let mut lot = Draw::among(options.seed, 2, no, at);
            let mut one = person(&mut lot, seat.tier, chair, (turn, people));
            one.quota_school = SchoolNo(no);
            one.work_school = SchoolNo(no);
            teach(&mut lot, &mut one, seat);
            employ(&mut lot, &mut one, seat, style);
            teachers.push(one);
        }
        offices(&mut lot, &mut teachers[from..], seat);
    }
    for (no, one) in teachers.iter_mut().enumerate() {
        one.id = format!("T{:05}", no + 1);
    }
    fewer_the_higher(&mut teachers);
    let service = service::draw(options.seed, &mut teachers, seats, style);
    points(options.seed, &mut teachers, &service, seats);
    timetable(&mut Draw::new(options.seed, 7), &mut teachers, plan);
    Staff { teachers, service }
}

/// Stage and main subject of each person of a school: most as its timetable asks, the rest by lot, so
/// that some subjects have people to spare and some have nobody.
fn chairs(lot: &mut Draw, seat: &Seat, plan: &Curriculum) -> Vec<(Stage, Subject)> {
    let stages = seat.school.kind.stages();
    let need = |stage: &Stage| seat.need(plan, |one, _| one == *stage);
    let mut needs: Vec<u64> = stages.iter().map(need).collect();
    if needs.iter().all(|need| *need == 0) {
        needs.fill(1);
    }
    let mut all = Vec::new();
    for (&stage, heads) in stages.iter().zip(apportion(seat.heads, &needs)) {
        let asked = asked(seat, plan, stage);
        let weights: Vec<u64> = asked.iter().map(|one| one.1).collect();
        let steady = (heads * 23).div_ceil(25);
        for (&(subject, _), count) in asked.iter().zip(apportion(steady, &weights)) {
            all.extend(repeat_n((stage, subject), count as usize));
        }
        let drawn = shares::subjects(stage, seat.tier);
        let known = |one: &&(Subject, u32)| asked.iter().any(|other| other.0 == one.0);
        let drawn: Vec<_> = drawn.iter().filter(known).copied().collect();
        for _ in steady..heads {
            all.push((stage, lot.weighted(&drawn)));
        }
    }
    all
}

/// Main subjects that a stage of a school asks for, with the people that it needs of each, thousandths
/// of a full-time teacher. What teachers of other subjects take beside their own is theirs: the open
/// subjects, most of science, and in villages most of what specialists teach in towns.
fn asked(seat: &Seat, plan: &Curriculum, stage: Stage) -> Vec<(Subject, u64)> {
    let (mut asked, mut beside) = (Vec::new(), 0);
    for (subject, share) in shares::own_teachers(stage, seat.tier) {
        let need = seat.need(plan, |one, other| (one, other) == (stage, subject));
        let own = (need * u64::from(share)).div_ceil(100);
        beside += need - own;
        if need > 0 {
            asked.push((subject, own));
        }
    }
    for (subject, own) in &mut asked {
        *own += (beside * shares::takes_beside(*subject)).div_euclid(100);
    }
    // A county whose curriculum is not known is staffed as the shares have it.
    if asked.is_empty() {
        let drawn = shares::subjects(stage, seat.tier).into_iter();
        asked.extend(drawn.map(|(subject, weight)| (subject, u64::from(weight))));
    }
    asked
}

/// However few the people of a county are, fewer of them hold a backbone grade than the one below it, or
/// nobody does: of too many, the last holds the grade below.
fn fewer_the_higher(teachers: &mut [Teacher]) {
    let holders = |teachers: &[Teacher], grade: Backbone| {
        let held = teachers.iter().filter(|one| one.backbone == grade);
        held.count()
    };
    let mut pairs = Backbone::ALL.windows(2).skip(1);
    while let Some(&[below, grade]) = pairs.next() {
        let too_many = holders(teachers, grade) >= holders(teachers, below);
        let mut from_last = teachers.iter_mut().rev();
        if let Some(one) = from_last.find(|one| too_many && one.backbone == grade) {
            one.backbone = below;
            pairs = Backbone::ALL.windows(2).skip(1);
        }
    }
}

/// Priority points as counties reckon them: one for each year of teaching, another for each year at a
/// village school, more for a backbone grade and for honours; nobody has none.
fn points(seed: u64, teachers: &mut [Teacher], service: &[Spell], seats: &[Seat]) {
    let mut months = vec![0; teachers.len()];
    let until = today().plus(1);
    for spell in service {
        if seats[spell.school.0].tier == Tier::Village {
            let end = spell.to.map_or(until, |last| last.plus(1));
            months[spell.teacher.0] += end.months_since(spell.from);
        }
    }
    let mut lot = Draw::new(seed, 9);
    for (one, months) in teachers.iter_mut().zip(months) {
        let honours = lot.weighted(&[(0, 60), (2, 25), (5, 15)]);
        let taught = 1 + i64::from(years(one));
        let village = i64::from(months.div_euclid(12));
        let grade = Backbone::ALL
            .iter()
            .position(|grade| *grade == one.backbone);
        let grade = i64::from(length(grade.unwrap_or_default()));
        one.points = taught + village + 2 * grade + honours;
    }
}

/// Age on the reckoning date, full months, of one of so many people of a school.
fn age_in_months(lot: &mut Draw, tier: Tier, (stage, sex): (Stage, Sex), turn: (u32, u32)) -> u32 {
    let (least, most) = lot.turn(&shares::ages(stage, tier), turn);
    let months = lot.range(least * 12, most * 12 + 11);
    if sex == Sex::Female && months >= 55 * 12 {
        // Women of that age have left; the five years before stand for it.
        return lot.range(50 * 12, 55 * 12 - 1);
    }
    months
}

/// First month of teaching.
fn begins(lot: &mut Draw, degree: Degree, birth: Month) -> Month {
    let begun = match degree {
        Degree::Secondary => 19,
        Degree::College => 21,
        Degree::Master | Degree::Doctor => 25,
        Degree::Bachelor => 22 + lot.weighted(&[(0, 55), (1, 25), (2, 12), (4, 8)]),
    };
    september((when::year(birth) + begun).min(2025))
}

/// A person without a school yet, of a stage and a main subject.
fn person(
    lot: &mut Draw,
    tier: Tier,
    (stage, subject): (Stage, Subject),
    turn: (u32, u32),
) -> Teacher {
    let sex = lot.weighted(&shares::sexes(stage, tier, subject));
    let months = age_in_months(lot, tier, (stage, sex), turn);
    let age = months.div_ceil(12) - 1;
    let birth = today().plus(-months.cast_signed());
    let degree = lot.weighted(&shares::degrees(age, tier));
    let since = begins(lot, degree, birth);
    Teacher {
        name: names::person(lot, sex),
        sex,
        birth,
        degree,
        stage,
        certified_stages: vec![stage],
        certified_subjects: vec![subject],
        subject,
        at_school_since: since,
        teaching_since: Some(since),
        ..Teacher::blank()
    }
}

/// Subjects, certificates, title and backbone grade.
fn teach(lot: &mut Draw, one: &mut Teacher, seat: &Seat) {
    let mut count = lot.weighted(&shares::more_subjects(seat.tier));
    if seat.school.kind == SchoolKind::Point {
        count = 3;
        one.more_subjects.push(Subject::WHOLE_CLASS);
        one.certified_subjects.push(Subject::WHOLE_CLASS);
    }
    for subject in shares::companions(one.stage, one.subject) {
        if count > 0 && lot.per_mille(700) {
            count -= 1;
            one.more_subjects.push(subject);
            if shares::is_certified(one.stage, subject) && lot.per_mille(750) {
                one.certified_subjects.push(subject);
            }
        }
    }
    one.more_subjects.sort();
    one.certified_subjects.sort();
    let other = match one.stage {
        Stage::Primary => lot.per_mille(120).then_some(Stage::Junior),
        _ => lot.per_mille(80).then_some(Stage::Senior),
    };
    one.certified_stages.extend(other);
    let years = years(one);
    one.title = lot.weighted(&shares::titles(one.stage, seat.tier, years));
    let wait = match one.title {
        Title::Second | Title::Third => 1,
        Title::First => 8,
        Title::Senior | Title::FullSenior => 15,
        Title::None => 0,
    };
    if let Some(since) = one.teaching_since
        && one.title != Title::None
    {
        let later = lot.range(wait.min(years), (wait + 8).min(years));
        let held = since.plus((later * 12 + 3).cast_signed());
        one.title_since = Some(held.min(september(2025).plus(3)));
    }
    one.directed_title =
        one.title == Title::Senior && seat.tier == Tier::Village && lot.per_mille(250);
    let age = today().months_since(one.birth).div_euclid(12);
    let age = u32::try_from(age).unwrap_or(0);
    one.backbone = lot.weighted(&shares::backbones(seat.tier, one.title, age));
}

/// Kind of employment, time at the school, bond and what may protect the person.
fn employ(lot: &mut Draw, one: &mut Teacher, seat: &Seat, style: &Style) {
    let taught = years(one);
    let young = taught <= 3;
    let village = seat.tier == Tier::Village;
    let contract = seat.tier.of_three((style.contract, 25, 20));
    if village && young && lot.per_mille((style.special_post * 5).min(900)) {
        one.employment = Employment::SpecialPost;
        one.bond_until = one.teaching_since.map(|since| since.plus(35));
    } else if one.title < Title::First && lot.per_mille((contract * 3).min(900)) {
        one.employment = Employment::Contract;
        one.backbone = Backbone::None;
    } else if seat.tier == Tier::Core && one.subject.key() == "pe" && lot.per_mille(30) {
        one.employment = Employment::Purchased;
        one.title = Title::None;
        one.title_since = None;
        one.backbone = Backbone::None;
    } else if taught < 6 && lot.per_mille(180) {
        one.bond_until = one.teaching_since.map(|since| since.plus(71));
    }
    if taught > 3 {
        let (least, most) = lot.weighted(shares::STAY);
        let stay = lot.range(least, most).min(taught);
        one.at_school_since = september(2026 - stay);
    }
    let age = today().months_since(one.birth);
    service::protect(lot, one, age);
    one.ethics_ok = !lot.per_mille(4);
    one.training_ok = !lot.per_mille(15);
}

/// A principal, vice-principals and middle managers among the people of one school.
fn offices(lot: &mut Draw, people: &mut [Teacher], seat: &Seat) {
    if people.len() < 4 {
        return;
    }
    let mut order: Vec<usize> = (0..people.len())
        .filter(|no| people[*no].employment == Employment::OnQuota && years(&people[*no]) >= 5)
        .collect();
    lot.shuffle(&mut order);
    order.sort_by_key(|no| std::cmp::Reverse(people[*no].title));
    let offices = seat.offices(seat.heads).into_iter();
    let offices = offices.flat_map(|(role, number)| repeat_n(role, number as usize));
    for (no, role) in order.into_iter().zip(offices) {
        people[no].role = role;
        people[no].terms = lot.below(4);
    }
}

/// What each person on post teaches a week now: about the share of a full load that the office leaves.
fn timetable(lot: &mut Draw, people: &mut [Teacher], plan: &Curriculum) {
    let on_post = |one: &&mut Teacher| one.status == Status::Active;
    for one in people.iter_mut().filter(on_post) {
        let full = plan.standard_load(one.stage, one.subject);
        let share = shares::office(one.stage, one.role);
        let usual = (full * share).div_ceil(100);
        let most = if share < 100 { 1 } else { 2 };
        one.weekly_periods = Some(usual.saturating_add_signed(lot.signed(-most, most)).max(1));
    }
}
