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

use super::{Measure, Rule, Verdict};
use crate::blanks;
use crate::domain::{Class, Stage};
use crate::facts::{Facts, Placement};
use crate::finding::{About, Code};
use crate::policy::{Card, Force, Share};
use crate::text::{Blanks, Text};
use card::{ADDED, BANDS, CARD, NOT_STATED, TOO_BIG, TOO_MANY, TOO_SLOW};
use serde_json::{Value, json};

/// No class is over its limit, and large classes go as fast as is set.
pub(super) struct ClassSizes;

impl Rule for ClassSizes {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn audit(&self, facts: &Facts<'_>, _plan: &Placement, verdict: &mut Verdict) {
        let sizes = schools(facts, verdict);
        let all = tally(sizes.iter().map(|_| true));
        let count = |key| facts.book.count(CARD.id, key);
        let kind = |zh: &str, en: &str, least: i64, most: Option<i64>| {
            let inside = |size: &i64| least <= *size && most.is_none_or(|most| *size <= most);
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
            let number = tally(sizes.iter().map(inside));
            blanks! { what: json!({ "zh": zh, "en": en }), number: number }
        };
        let large = kind("大班额", "large classes", count("large_from"), None);
        let huge = kind("超大班额", "super-large classes", count("super_from"), None);
        let (low, high) = (count("crowded_from"), count("crowded_to"));
        let crowded = kind("班级", "crowded classes", low, Some(high));
        for (key, name, words) in [
            (
                "large_share_at_most",
                Text::new("大班额", "large classes"),
                &large,
            ),
            (
                "super_share_at_most",
                Text::new("超大班额", "super-large classes"),
                &huge,
            ),
            (
                "crowded_share_at_most",
                Text::new("临近大班额", "crowded classes"),
                &crowded,
            ),
        ] {
            let share = facts.book.opt_share(CARD.id, key);
            if let Some(share) = share {
                let mut words = words.clone();
                words.extend(blanks! { all: all, share: share.to_string() });
                judge(verdict, key, &TOO_MANY, share.floor_of(all), words);
            }
            verdict.measure(figure(name, told(words), all, share.is_some()));
        }
        stocks(facts, verdict, &large, &huge);
        bands(facts, verdict);
    }
}

/// The number that words tell.
fn told(words: &Blanks) -> i64 {
    words.get("number").and_then(Value::as_i64).unwrap_or(0)
}

fn tally(holds: impl Iterator<Item = bool>) -> i64 {
    holds.map(i64::from).sum()
}

fn figure(name: Text, numerator: i64, denominator: i64, binds: bool) -> Measure {
    Measure {
        name,
        numerator,
        denominator,
        need: None,
        binds,
    }
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
    let listed = facts.book.choices(CARD.id, "schools", Class::find);
    let limits = [
        Some(facts.book.count(CARD.id, "primary_at_most")),
        Some(facts.book.count(CARD.id, "junior_at_most")),
        facts.book.opt_count(CARD.id, "senior_at_most"),
    ];
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
        let (mut over, mut broken, mut looked_at) = (Vec::new(), Vec::new(), 0);
        for (place, stage) in Stage::ALL.iter().enumerate() {
            for group in facts.roster.classes_of(no, *stage) {
                for pupils in group.pupils.iter().map(|pupils| i64::from(*pupils)) {
                    sizes.push(pupils);
                    looked_at += 1;
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
        if looked_at > 0 {
            let number = tally(over.iter().map(|_| true));
            broken.dedup();
            let words = blanks! { school: school.name, number: number, limits: broken,
            classes: over };
            let about = About::School(school.id.clone());
            verdict.given_at_most(about, &TOO_BIG, 0, number, words);
        }
    }
    for ((name, (over, all)), limit) in names.into_iter().zip(found).zip(limits) {
        if all > 0 {
            verdict.measure(figure(name, over, all, limit.is_some()));
        }
    }
    sizes
}

/// Judges what must not grow and what must go, as far as the stocks are stated.
fn stocks(facts: &Facts<'_>, verdict: &mut Verdict, large: &Blanks, huge: &Blanks) {
    let book = facts.book;
    let stock = |key| book.opt_count(CARD.id, key);
    let left = |stock: i64, gone: Share| (stock - gone.ceil_of(stock)).max(0);
    let lacks = |key: &str| {
        let mut params = CARD.params.iter().filter(|param| param.key == key);
        json!(params.next().map(|param| param.says))
    };
    let mut asked: Vec<(&str, &'static Code, &Blanks, Option<i64>, &str)> = Vec::new();
    if book.flag(CARD.id, "no_new_large") {
        let last = stock("last_large");
        asked.push(("no_new_large", &ADDED, large, last, "last_large"));
    }
    if let Some(share) = book.opt_share(CARD.id, "remove_large_yearly") {
        let (key, most) = if book.choice(CARD.id, "remove_of") == "base" {
            let years = stock("base_year").map(|year| i64::from(facts.roster.date.year()) - year);
            let gone = years.map(|years| Share::new(share.numer() * years.max(0), share.denom()));
            let both = stock("base_large").zip(gone);
            let key = if gone.is_some() {
                "base_large"
            } else {
                "base_year"
            };
            (key, both.map(|(stock, gone)| left(stock, gone)))
        } else {
            let last = stock("last_large");
            ("last_large", last.map(|stock| left(stock, share)))
        };
        asked.push(("remove_large_yearly", &TOO_SLOW, large, most, key));
    }
    if let Some(share) = book.opt_share(CARD.id, "remove_super") {
        let most = stock("base_super").map(|stock| left(stock, share));
        asked.push(("remove_super", &TOO_SLOW, huge, most, "base_super"));
    }
    for (site, code, words, most, key) in asked {
        if let Some(most) = most {
            judge(verdict, site, code, most, words.clone());
        } else if told(words) > 0 {
            let mut words = words.clone();
            words.extend(blanks! { lacks: lacks(key) });
            verdict.remark(About::County, &NOT_STATED, words);
        }
    }
}

/// Counts the classes of the whole county by the bands in which they are filed.
fn bands(facts: &Facts<'_>, verdict: &mut Verdict) {
    let groups = facts.roster.classes.iter();
    let open = groups.filter(|group| !facts.roster.school(group.school).closing);
    let sizes: Vec<u32> = open.flat_map(|group| &group.pupils).copied().collect();
    let all = tally(sizes.iter().map(|_| true));
    let mut below = 0;
    for (largest, name) in BANDS {
        let upto = tally(sizes.iter().map(|size| size <= largest));
        verdict.measure(figure(*name, upto - below, all, false));
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
        let counts = |key: &str| book.opt_count(CARD.id, key).unwrap_or(i64::MAX);
        let listed = book.choices(CARD.id, "schools", Class::find);
        let mut spare: Vec<(String, i64)> = Vec::new();
        let (mut all, mut large, mut huge, mut crowded) = (0, 0, 0, 0);
        for school in roster
            .schools
            .iter()
            .filter(|school| !school.closing && school.is_any(&listed))
        {
            let mut over = 0;
            let groups = roster.classes.iter();
            for group in groups.filter(|group| roster.school(group.school).id == school.id) {
                let limit = counts(match group.grade {
                    ..7 => "primary_at_most",
                    7..10 => "junior_at_most",
                    10.. => "senior_at_most",
                });
                for size in group.pupils.iter().map(|size| i64::from(*size)) {
                    let crowd = counts("crowded_from")..=counts("crowded_to");
                    all += 1;
                    over += i64::from(size > limit);
                    large += i64::from(size >= counts("large_from"));
                    huge += i64::from(size >= counts("super_from"));
                    crowded += i64::from(crowd.contains(&size));
                }
            }
            spare.push((school.id.clone(), -over));
        }
        for (key, number) in [
            ("large_share_at_most", large),
            ("super_share_at_most", huge),
            ("crowded_share_at_most", crowded),
        ] {
            if let Some(share) = book.opt_share(CARD.id, key) {
                spare.push((key.to_owned(), share.floor_of(all) - number));
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
    let count = |key| book.opt_count(CARD.id, key);
    let share = |key| book.opt_share(CARD.id, key);
    let kept = |part: Share, times: i64, stock: i64| {
        let rest = (part.denom() - part.numer() * times).max(0);
        Share::new(rest, part.denom()).floor_of(stock)
    };
    let last = count("last_large");
    let base = count("base_large").zip(count("base_year"));
    let years = |base: i64| (i64::from(facts.roster.date.year()) - base).max(0);
    let yearly =
        share("remove_large_yearly").and_then(|part| match book.choice(CARD.id, "remove_of") {
            "remaining" => last.map(|stock| kept(part, 1, stock)),
            _ => base.map(|(stock, year)| kept(part, years(year), stock)),
        });
    let gone = share("remove_super").zip(count("base_super"));
    let grown = last.filter(|_| book.flag(CARD.id, "no_new_large"));
    [
        ("no_new_large", grown, large),
        ("remove_large_yearly", yearly, large),
        (
            "remove_super",
            gone.map(|(part, stock)| kept(part, 1, stock)),
            huge,
        ),
    ]
    .into_iter()
    .filter_map(|(site, most, number)| Some((site.to_owned(), most? - number)))
    .collect()
}
