//! The roster with pseudonyms: every number points to the new place of whom it means, and every list is in
//! canonical order again.

use super::masks::{MARK, Masks, WITHHELD};
use crate::domain::{
    Ban, ClassGroup, County, GivenPost, Intake, Pin, Published, Roster, School, Spell, Split,
    Teacher, TeacherNo, TitlePost, TravelTime, Waiver,
};
use crate::facts::Travel;
use crate::finding::Place;
use crate::policy::RuleBook;
use std::collections::BTreeMap;

/// The roster with pseudonyms. How far it is stays known, where it is does not.
pub(super) fn masked(roster: &Roster, book: &RuleBook, masks: &Masks<'_>) -> Roster {
    let travel = Travel::new(roster, book);
    let at = |no| masks.school_no(no);
    let who = |no| masks.teacher_no(no);
    Roster {
        county: county(&roster.county),
        date: roster.date,
        schools: schools(roster, masks),
        teachers: teachers(roster, masks),
        classes: sorted(roster.classes.iter().map(|one| ClassGroup {
            school: at(one.school),
            ..one.clone()
        })),
        service: sorted(roster.service.iter().map(|one| Spell {
            teacher: who(one.teacher),
            school: at(one.school),
            ..one.clone()
        })),
        quota: roster.quota.clone(),
        grid: roster.grid.clone(),
        load: roster.load.clone(),
        travel: times(roster, &travel, masks),
        title_posts: sorted(roster.title_posts.iter().map(|one| TitlePost {
            school: at(one.school),
            ..one.clone()
        })),
        given_posts: sorted(roster.given_posts.iter().map(|one| GivenPost {
            school: at(one.school),
            ..one.clone()
        })),
        pools: roster.pools.clone(),
        forecast: sorted(roster.forecast.iter().map(|one| Intake {
            school: at(one.school),
            ..one.clone()
        })),
        pins: pins(roster, masks),
        bans: bans(roster, masks),
        waivers: waivers(roster, masks),
        lottery_seed: String::new(),
        splits: sorted(roster.splits.iter().map(|one| Split {
            school: at(one.school),
            ..one.clone()
        })),
        published: roster.published.as_ref().map(|one| Published {
            letters: one
                .letters
                .iter()
                .map(|one| (who(*one.0), at(*one.1)))
                .collect(),
            frozen: one.frozen,
        }),
        tried: roster
            .tried
            .iter()
            .map(|one| (who(*one.0), at(*one.1)))
            .collect(),
        withstand: roster.withstand,
        ways: ways(roster, &travel, masks),
    }
}

fn sorted<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort();
    all
}

fn county(county: &County) -> County {
    County {
        title_zh: format!("{}{}", county.title_zh, MARK.zh),
        title_en: format!("{}{}", county.title_en, MARK.en),
        made_up: county.made_up,
    }
}

fn schools(roster: &Roster, masks: &Masks<'_>) -> Vec<School> {
    let all = roster.school_nos().zip(&roster.schools).map(|(no, one)| {
        let mask = masks.of_school(no);
        School {
            id: mask.id.clone(),
            name: mask.name.clone(),
            district: masks.area(one.district.as_ref()),
            group: masks.group(one.group.as_ref()),
            central_school: one.central_school.map(|no| masks.school_no(no)),
            partner: one.partner.map(|no| masks.school_no(no)),
            legal_entity: masks.owner(one.legal_entity.as_ref()),
            township: masks.area(one.township.as_ref()),
            place: None,
            ..one.clone()
        }
    });
    let mut all: Vec<School> = all.collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

fn teachers(roster: &Roster, masks: &Masks<'_>) -> Vec<Teacher> {
    let all = roster.teacher_nos().zip(&roster.teachers).map(|(no, one)| {
        let mask = masks.of_teacher(no);
        let wishes = one.wishes.iter().map(|no| masks.school_no(*no));
        Teacher {
            id: mask.id.clone(),
            name: mask.name.clone(),
            quota_school: masks.school_no(one.quota_school),
            work_school: masks.school_no(one.work_school),
            wishes: wishes.collect(),
            home: None,
            ..one.clone()
        }
    });
    let mut all: Vec<Teacher> = all.collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

fn pins(roster: &Roster, masks: &Masks<'_>) -> Vec<Pin> {
    let all = roster.pins.iter().map(|one| Pin {
        teacher: masks.teacher_no(one.teacher),
        school: masks.school_no(one.school),
        reason: WITHHELD.into(),
        author: WITHHELD.into(),
        place: Place::default(),
    });
    let mut all: Vec<Pin> = all.collect();
    all.sort_by_key(|one| (one.teacher, one.school));
    all
}

fn bans(roster: &Roster, masks: &Masks<'_>) -> Vec<Ban> {
    let all = roster.bans.iter().map(|one| Ban {
        teacher: masks.teacher_no(one.teacher),
        school: one.school.map(|no| masks.school_no(no)),
        reason: WITHHELD.into(),
        author: WITHHELD.into(),
        place: Place::default(),
    });
    let mut all: Vec<Ban> = all.collect();
    all.sort_by_key(|one| (one.teacher, one.school));
    all
}

fn waivers(roster: &Roster, masks: &Masks<'_>) -> Vec<Waiver> {
    let all = roster.waivers.iter().map(|one| Waiver {
        rule: one.rule.clone(),
        about: masks.site(&one.about),
        amount: one.amount,
        reason: WITHHELD.into(),
        author: WITHHELD.into(),
        place: Place::default(),
    });
    let mut all: Vec<Waiver> = all.collect();
    all.sort_by(|a, b| (&a.rule, &a.about, a.amount).cmp(&(&b.rule, &b.about, b.amount)));
    all
}

/// Minutes between all schools, stated in the place of their coordinates.
fn times(roster: &Roster, travel: &Travel, masks: &Masks<'_>) -> Vec<TravelTime> {
    let pairs = roster.school_nos().flat_map(|from| {
        let others = roster.school_nos().filter(move |to| *to != from);
        others.map(move |to| (from, to))
    });
    sorted(pairs.filter_map(|(from, to)| {
        Some(TravelTime {
            from: masks.school_no(from),
            to: masks.school_no(to),
            minutes: travel.between(from, to)?,
        })
    }))
}

/// Minutes from home to every school, in the place of the home.
fn ways(
    roster: &Roster,
    travel: &Travel,
    masks: &Masks<'_>,
) -> BTreeMap<TeacherNo, Vec<Option<u32>>> {
    let known = roster.teacher_nos().filter(|no| travel.knows_home(*no));
    let way = |who: TeacherNo| {
        let mut row = vec![None; roster.schools.len()];
        for to in roster.school_nos() {
            row[masks.school_no(to).0] = travel.minutes(who, to);
        }
        (masks.teacher_no(who), row)
    };
    known.map(way).collect()
}
