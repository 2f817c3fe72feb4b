//! R23 Class sizes (班额).
//!
//! Symbols: `C` classes of the listed schools that do not close, `C[s]` those of school `s`
//! [classes]; `p[c]` pupils of class `c` [pupils]; `m[g]` limit of stage `g` [pupils]; `L`, `S`, `M`
//! classes from the bound of large, of super-large and between the bounds of crowded classes
//! [classes]; `l`, `u`, `w` largest shares of them [exact fractions]; `L⁻` large classes of last year,
//! `L°`, `S°` stock of the base year [classes]; `y` years from the base year to the reckoning date
//! [years]; `r` share of the stock that goes each year, `h` share of `S°` that is gone [exact
//! fractions]. No plan changes a class: what is asked stands in no goal, and as a must-rule it makes
//! every plan impossible or none.

mod card;

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Stage, whole};
use crate::facts::values::class_sizes::{self, RemoveOf};
use crate::facts::{Facts, Placement};
use crate::finding::{About, Code};
use crate::policy::{Force, Key, RuleBook, Share};
use crate::text::{Blanks, Text};
pub(super) use card::CARD;
use card::{ADDED, BANDS, NOT_STATED, TOO_BIG, TOO_MANY, TOO_SLOW};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// No class is over its limit, and large classes go as fast as is set.
pub(super) struct ClassSizes;

/// Places of the whole county: the keys of what is asked there, and their names.
const SITES: [(&str, Text); 6] = [
    (
        class_sizes::LARGE_SHARE_AT_MOST.param.key,
        Text::new("大班额比例", "the share of large classes"),
    ),
    (
        class_sizes::SUPER_SHARE_AT_MOST.param.key,
        Text::new("超大班额比例", "the share of super-large classes"),
    ),
    (
        class_sizes::CROWDED_SHARE_AT_MOST.param.key,
        Text::new("临近大班额比例", "the share of crowded classes"),
    ),
    (
        class_sizes::NO_NEW_LARGE.param.key,
        Text::new("大班额零增量", "no new large classes"),
    ),
    (
        class_sizes::REMOVE_LARGE_YEARLY.param.key,
        Text::new("大班额消除进度", "the removal of large classes"),
    ),
    (
        class_sizes::REMOVE_SUPER.param.key,
        Text::new("超大班额消除进度", "the removal of super-large classes"),
    ),
];

impl Rule for ClassSizes {
    fn place(&self, part: &str) -> Option<Text> {
        let place = SITES.iter().find(|site| site.0 == part);
        place.map(|site| site.1)
    }

    fn audit(&self, facts: &Facts<'_>, _plan: &Placement, verdict: &mut Verdict) {
        let sizes = schools(facts, verdict);
        let (all, book) = (whole(sizes.len()), facts.book);
        let from = |key, zh, en| kind(&sizes, (book.get(key), None), zh, en);
        let large = from(class_sizes::LARGE_FROM, "大班额", "large classes");
        let huge = from(class_sizes::SUPER_FROM, "超大班额", "super-large classes");
        let least = book.get(class_sizes::CROWDED_FROM);
        let bounds = (least, Some(book.get(class_sizes::CROWDED_TO)));
        let crowded = kind(&sizes, bounds, "班级", "crowded classes");
        let mut share = |key: Key<Option<Share>>, name: Text, words: &Blanks| {
            let share = book.get(key);
            if let Some(share) = share {
                let mut words = words.clone();
                words.extend(blanks! { all: all, share: share.to_string() });
                let most = share.floor_of(all);
                let verdict = verdict.due(book.target(key));
                judge(verdict, key.param.key, &TOO_MANY, most, words);
            }
            let binds = share.is_some() && book.target(key).is_none();
            verdict.measure(name, told(words), all, None, binds);
        };
        let name = Text::new("大班额", "large classes");
        share(class_sizes::LARGE_SHARE_AT_MOST, name, &large);
        let name = Text::new("超大班额", "super-large classes");
        share(class_sizes::SUPER_SHARE_AT_MOST, name, &huge);
        let name = Text::new("临近大班额", "crowded classes");
        share(class_sizes::CROWDED_SHARE_AT_MOST, name, &crowded);
        stocks(facts, verdict, &large, &huge);
        bands(facts, verdict);
    }
}

/// Classes of sizes within bounds, in words, and how many there are.
fn kind(sizes: &[i64], (least, most): (i64, Option<i64>), zh: &str, en: &str) -> Blanks {
    let inside = |size: &&i64| least <= **size && most.is_none_or(|most| **size <= most);
    let (zh, en) = match most {
        Some(most) => (
            format!("{least}—{most}人的{zh}"),
            format!("{en} ({least} to {most} pupils)"),
        ),
        None => (
            format!("{least}人及以上的{zh}"),
            format!("{en} ({least} pupils or more)"),
        ),
    };
    let number = whole(sizes.iter().filter(inside).count());
    blanks! { what: json!({ "zh": zh, "en": en }), number: number }
}

/// The number that words tell.
fn told(words: &Blanks) -> i64 {
    words.get("number").and_then(Value::as_i64).unwrap_or(0)
}

/// Judges the whole county at one of its sites.
fn judge(verdict: &mut Verdict, site: &str, code: &'static Code, most: i64, mut words: Blanks) {
    let number = told(&words);
    words.extend(blanks! { most: most });
    let verdict = verdict.at(site.to_owned());
    verdict.given_at_most(About::County, code, most, number, words);
}

/// Judges the limits school by school; gives the size of every class that is looked at.
fn schools(facts: &Facts<'_>, verdict: &mut Verdict) -> Vec<i64> {
    let listed = facts.book.get(class_sizes::SCHOOLS);
    let book = facts.book;
    let limits = [
        Some(book.get(class_sizes::PRIMARY_AT_MOST)),
        Some(book.get(class_sizes::JUNIOR_AT_MOST)),
        book.get(class_sizes::SENIOR_AT_MOST),
    ];
    let dues = dues(book);
    let names = [
        Text::new("超过上限的小学班", "primary classes over the limit"),
        Text::new(
            "超过上限的初中班",
            "junior secondary classes over the limit",
        ),
        Text::new(
            "超过上限的高中班",
            "senior secondary classes over the limit",
        ),
    ];
    let mut found = [(0, 0); 3];
    let mut sizes = Vec::new();
    for no in facts.roster.school_nos() {
        let school = facts.roster.school(no);
        if school.closing || !school.is_any(&listed) {
            continue;
        }
        // By the day from which the limit binds: what is over it, and the limits.
        let mut found_here: BTreeMap<Option<&str>, (Vec<Value>, Vec<Value>)> = BTreeMap::new();
        for (place, stage) in Stage::ALL.iter().enumerate() {
            for group in facts.roster.classes_of(no, *stage) {
                let (over, broken) = found_here.entry(dues[place]).or_default();
                for pupils in group.pupils.iter().map(|pupils| i64::from(*pupils)) {
                    sizes.push(pupils);
                    found[place].1 += 1;
                    if let Some(most) = limits[place].filter(|most| pupils > *most) {
                        found[place].0 += 1;
                        let (grade, stage) = (group.grade, stage.text());
                        broken.push(json!({ "zh": format!("{}{most}人", stage.zh),
                            "en": format!("{} {most}", stage.en) }));
                        over.push(json!({ "zh": format!("{grade}年级{pupils}人"),
                            "en": format!("grade {grade} with {pupils} pupils") }));
                    }
                }
            }
        }
        for (due, (over, mut broken)) in found_here {
            let number = whole(over.len());
            broken.dedup();
            let words = blanks! { school: school.name, number: number, limits: broken,
            classes: over };
            let verdict = verdict.due(due);
            verdict.given_none(school, &TOO_BIG, number, words);
        }
    }
    let asked = limits.into_iter().zip(dues);
    for ((name, (over, all)), (limit, due)) in names.into_iter().zip(found).zip(asked) {
        if all > 0 {
            verdict.measure(name, over, all, None, limit.is_some() && due.is_none());
        }
    }
    sizes
}

/// The days from which the limits of the stages bind, where they are yet to come.
fn dues(book: &RuleBook) -> [Option<&str>; 3] {
    [
        book.target(class_sizes::PRIMARY_AT_MOST),
        book.target(class_sizes::JUNIOR_AT_MOST),
        book.target(class_sizes::SENIOR_AT_MOST),
    ]
}

/// Judges what must not grow and what must go, as far as the stocks are stated.
fn stocks(facts: &Facts<'_>, verdict: &mut Verdict, large: &Blanks, huge: &Blanks) {
    let book = facts.book;
    let left = |stock: i64, gone: Share| (stock - gone.ceil_of(stock)).max(0);
    // Its site, its breach, its words, the most there may be, and the value that says so.
    let mut ask = |site: &str, code, words: &Blanks, most, key: Key<Option<i64>>| {
        let mut words = words.clone();
        if let Some(most) = most {
            judge(verdict, site, code, most, words);
        } else if told(&words) > 0 {
            words.extend(blanks! { lacks: key.param.meaning() });
            verdict.remark(About::County, &NOT_STATED, words);
        }
    };
    let last = book.get(class_sizes::LAST_LARGE);
    if book.get(class_sizes::NO_NEW_LARGE) {
        let site = class_sizes::NO_NEW_LARGE.param.key;
        ask(site, &ADDED, large, last, class_sizes::LAST_LARGE);
    }
    if let Some(share) = book.get(class_sizes::REMOVE_LARGE_YEARLY) {
        let (key, most) = if book.get(class_sizes::REMOVE_OF) == RemoveOf::Base {
            let year = book.get(class_sizes::BASE_YEAR);
            let years = year.map(|year| i64::from(facts.roster.date.year()) - year);
            let gone = years.map(|years| Share::new(share.numer() * years.max(0), share.denom()));
            let both = book.get(class_sizes::BASE_LARGE).zip(gone);
            let key = if gone.is_some() {
                class_sizes::BASE_LARGE
            } else {
                class_sizes::BASE_YEAR
            };
            (key, both.map(|(stock, gone)| left(stock, gone)))
        } else {
            let most = last.map(|stock| left(stock, share));
            (class_sizes::LAST_LARGE, most)
        };
        let site = class_sizes::REMOVE_LARGE_YEARLY.param.key;
        ask(site, &TOO_SLOW, large, most, key);
    }
    if let Some(share) = book.get(class_sizes::REMOVE_SUPER) {
        let stock = book.get(class_sizes::BASE_SUPER);
        let most = stock.map(|stock| left(stock, share));
        let site = class_sizes::REMOVE_SUPER.param.key;
        ask(site, &TOO_SLOW, huge, most, class_sizes::BASE_SUPER);
    }
}

/// Counts the classes of the whole county by the bands in which they are filed.
fn bands(facts: &Facts<'_>, verdict: &mut Verdict) {
    let groups = facts.roster.classes.iter();
    let open = groups.filter(|group| !facts.roster.school(group.school).closing);
    let sizes: Vec<u32> = open.flat_map(|group| &group.pupils).copied().collect();
    let mut below = 0;
    for (largest, name) in BANDS {
        let upto = whole(sizes.iter().filter(|size| *size <= largest).count());
        verdict.figure(*name, upto - below, whole(sizes.len()));
        below = upto;
    }
}

impl super::Constrain for ClassSizes {
    /// A row for each bound that is broken; a goal has none, since nothing that is decided serves it.
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let (book, roster) = (program.facts.book, program.facts.roster);
        if book.force(CARD.id) != Force::Must {
            return;
        }
        let listed = book.get(class_sizes::SCHOOLS);
        let mut spare: Vec<(String, i64)> = Vec::new();
        let mut sizes: Vec<i64> = Vec::new();
        let open = roster.schools.iter().filter(|school| !school.closing);
        for school in open.filter(|school| school.is_any(&listed)) {
            let mut over = 0;
            let groups = roster.classes.iter();
            for group in groups.filter(|group| roster.school(group.school).id == school.id) {
                let primary = class_sizes::PRIMARY_AT_MOST;
                let junior = class_sizes::JUNIOR_AT_MOST;
                let senior = class_sizes::SENIOR_AT_MOST;
                let limit = match group.grade {
                    ..7 => book
                        .target(primary)
                        .map_or_else(|| book.get(primary), |_| i64::MAX),
                    7..10 => book
                        .target(junior)
                        .map_or_else(|| book.get(junior), |_| i64::MAX),
                    10.. if book.target(senior).is_some() => i64::MAX,
                    10.. => book.get(senior).unwrap_or(i64::MAX),
                };
                for size in group.pupils.iter().map(|size| i64::from(*size)) {
                    sizes.push(size);
                    over += i64::from(size > limit);
                }
            }
            spare.push((school.id.clone(), -over));
        }
        let all = whole(sizes.len());
        let within = |least: i64, most: i64| {
            let inside = |size: &&i64| (least..=most).contains(*size);
            whole(sizes.iter().filter(inside).count())
        };
        let large = within(book.get(class_sizes::LARGE_FROM), i64::MAX);
        let huge = within(book.get(class_sizes::SUPER_FROM), i64::MAX);
        let least = book.get(class_sizes::CROWDED_FROM);
        let crowded = within(least, book.get(class_sizes::CROWDED_TO));
        for (key, number) in [
            (class_sizes::LARGE_SHARE_AT_MOST, large),
            (class_sizes::SUPER_SHARE_AT_MOST, huge),
            (class_sizes::CROWDED_SHARE_AT_MOST, crowded),
        ] {
            if let (Some(share), None) = (book.get(key), book.target(key)) {
                spare.push((key.param.key.to_owned(), share.floor_of(all) - number));
            }
        }
        spare.extend(of_stocks(program.facts, large, huge));
        for (about, spare) in spare.into_iter().filter(|one| one.1 < 0) {
            program.at_most(&CARD, about, Vec::new(), spare);
        }
    }
}

/// How many classes each stock has to spare, as far as the stocks are stated.
fn of_stocks(facts: &Facts<'_>, large: i64, huge: i64) -> Vec<(String, i64)> {
    let book = facts.book;
    let kept = |part: Share, times: i64, stock: i64| {
        let rest = (part.denom() - part.numer() * times).max(0);
        Share::new(rest, part.denom()).floor_of(stock)
    };
    let last = book.get(class_sizes::LAST_LARGE);
    let base = book.get(class_sizes::BASE_LARGE);
    let base = base.zip(book.get(class_sizes::BASE_YEAR));
    let years = |base: i64| (i64::from(facts.roster.date.year()) - base).max(0);
    let yearly = book.get(class_sizes::REMOVE_LARGE_YEARLY).and_then(|part| {
        match book.get(class_sizes::REMOVE_OF) {
            RemoveOf::Remaining => last.map(|stock| kept(part, 1, stock)),
            RemoveOf::Base => base.map(|(stock, year)| kept(part, years(year), stock)),
        }
    });
    let gone = book.get(class_sizes::REMOVE_SUPER);
    let gone = gone.zip(book.get(class_sizes::BASE_SUPER));
    let gone = gone.map(|(part, stock)| kept(part, 1, stock));
    let grown = last.filter(|_| book.get(class_sizes::NO_NEW_LARGE));
    [
        ("no_new_large", grown, large),
        ("remove_large_yearly", yearly, large),
        ("remove_super", gone, huge),
    ]
    .into_iter()
    .filter_map(|(site, most, number)| Some((site.to_owned(), most? - number)))
    .collect()
}
