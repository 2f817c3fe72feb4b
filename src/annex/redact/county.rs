//! The roster with pseudonyms: every number points to the new place of whom it means, and every list is in
//! canonical order again.

use super::masks::{Masks, RowMasks, TITLE, WITHHELD};
use crate::domain::{
    Ban, County, Merger, Pin, Roster, SchoolNo, Split, TeacherNo, TravelTime, Waiver,
};
use crate::facts::{Facts, Travel};
use crate::finding::Place;
use crate::input::tables;
use std::collections::BTreeMap;

/// The roster with pseudonyms and the decisions that count. How far it is stays known, where it is does not.
pub(super) fn masked(facts: &Facts<'_>, masks: &Masks<'_>) -> Roster {
    let (roster, travel) = (facts.roster, &facts.travel);
    let at = |no| masks.school_no(no);
    let row = |own| RowMasks { masks, own };
    let school = |no| row(Some(&masks.schools[no]));
    let teacher = |no| row(Some(&masks.teachers[no]));
    let pool = |no| row(Some(&masks.pools[no]));
    let other = |_| row(None);
    let splits = roster.splits.iter().map(|one| Split {
        school: at(one.school),
        ..one.clone()
    });
    let mergers = roster.mergers.iter().map(|one| Merger {
        from: at(one.from),
        to: at(one.to),
        ..one.clone()
    });
    let mut schools = tables::SCHOOLS.redacted(&roster.schools, school);
    schools.sort_by(|a, b| a.id.cmp(&b.id));
    let mut teachers = tables::TEACHERS.redacted(&roster.teachers, teacher);
    teachers.sort_by(|a, b| a.id.cmp(&b.id));
    Roster {
        county: county(&roster.county),
        date: roster.date,
        schools,
        teachers,
        classes: sorted(tables::CLASSES.redacted(&roster.classes, other)),
        service: sorted(tables::SERVICE.redacted(&roster.service, other)),
        quota: tables::QUOTA.redacted(&roster.quota, other),
        grid: tables::GRID.redacted(&roster.grid, other),
        load: tables::LOAD.redacted(&roster.load, other),
        travel: sorted(tables::TRAVEL.redacted(&times(roster, travel), other)),
        title_posts: sorted(tables::TITLE_POSTS.redacted(&roster.title_posts, other)),
        given_posts: sorted(tables::TEACHING_POSTS.redacted(&roster.given_posts, other)),
        pools: tables::RECRUITS.redacted(&roster.pools, pool),
        forecast: sorted(tables::FORECAST.redacted(&roster.forecast, other)),
        pins: pins(facts, masks),
        bans: bans(facts, masks),
        waivers: waivers(facts, masks),
        lottery_seed: String::new(),
        splits: sorted(splits.collect()),
        mergers: sorted(mergers.collect()),
        gone: BTreeMap::new(),
        ways: ways(roster, travel, masks),
        foreseen: Some(foreseen(facts, masks)),
        ranks: ranks(roster, masks),
    }
}

fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort();
    all
}

fn county(county: &County) -> County {
    County {
        title_zh: TITLE.zh.into(),
        title_en: TITLE.en.into(),
        made_up: county.made_up,
    }
}

fn pins(facts: &Facts<'_>, masks: &Masks<'_>) -> Vec<Pin> {
    let all = facts.pins.iter().map(|one| Pin {
        teacher: masks.teacher_no(one.teacher),
        school: masks.school_no(one.school),
        reason: WITHHELD.into(),
        author: WITHHELD.into(),
        date: String::new(),
        place: Place::default(),
    });
    sorted(all.collect())
}

fn bans(facts: &Facts<'_>, masks: &Masks<'_>) -> Vec<Ban> {
    let all = facts.bans.iter().map(|one| Ban {
        teacher: masks.teacher_no(one.teacher),
        school: one.school.map(|no| masks.school_no(no)),
        reason: WITHHELD.into(),
        author: WITHHELD.into(),
        date: String::new(),
        place: Place::default(),
    });
    sorted(all.collect())
}

fn waivers(facts: &Facts<'_>, masks: &Masks<'_>) -> Vec<Waiver> {
    let all = facts.waivers().map(|one| Waiver {
        rule: one.rule.clone(),
        about: masks.site(&one.about),
        amount: one.amount,
        reason: WITHHELD.into(),
        author: WITHHELD.into(),
        date: String::new(),
        place: Place::default(),
        about_place: Place::default(),
    });
    sorted(all.collect())
}

/// The order of the real ids, by the new numbers.
fn ranks(roster: &Roster, masks: &Masks<'_>) -> Vec<usize> {
    let mut ranks = vec![0; roster.schools.len()];
    for no in roster.school_nos() {
        ranks[masks.school_no(no).0] = no.0;
    }
    ranks
}

/// Where heads go as far as can be foreseen.
fn foreseen(facts: &Facts<'_>, masks: &Masks<'_>) -> BTreeMap<TeacherNo, SchoolNo> {
    let goes = facts.exchange.iter();
    goes.map(|(who, to)| (masks.teacher_no(*who), masks.school_no(*to)))
        .collect()
}

/// Minutes between all schools, stated in the place of their coordinates.
fn times(roster: &Roster, travel: &Travel) -> Vec<TravelTime> {
    let stated = |from, to| {
        let minutes = travel.between(from, to)?;
        Some(TravelTime { from, to, minutes })
    };
    let from = |from| {
        let others = roster.school_nos().filter(move |to| *to != from);
        others.filter_map(move |to| stated(from, to))
    };
    roster.school_nos().flat_map(from).collect()
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
