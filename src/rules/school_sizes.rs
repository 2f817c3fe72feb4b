//! R24 School sizes (学校规模).
//!
//! Symbols: `P[s]` pupils of school `s` [pupils]; `m[k]` limit of schools of kind `k` [pupils]. A
//! teaching point goes by the limit of primary schools; the two parts of a complete secondary school
//! go each by its own. A school that closes is left out. No plan changes a school's size: what is
//! asked stands in no goal, and as a must-rule it makes every plan impossible or none.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolKind, SchoolNo, Stage, whole};
use crate::facts::{Facts, Placement};
use crate::policy::{Card, Force, GoalId, Mark, RuleBook, values};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

values! {
    "school_sizes"
    PRIMARY_AT_MOST: i64 = "primary_at_most"
        "小学规模上限（人）" "pupils of a primary school at most";
    JUNIOR_AT_MOST: i64 = "junior_at_most"
        "初中规模上限（人）" "pupils of a junior secondary school at most";
    NINE_YEAR_AT_MOST: i64 = "nine_year_at_most"
        "九年一贯制学校规模上限（人）" "pupils of a nine-year school at most";
    SENIOR_AT_MOST: Option<i64> = "senior_at_most"
        "普通高中规模上限（人）" "pupils of a senior secondary school at most";
}

crate::finding::codes! { pub(super),
    TOO_LARGE "R24" error
        ["{school}（{kind}）有学生{pupils}人，规模上限{most}人，超出{over}人。", "{school} ({kind}) has {pupils} pupils, {over} more than the limit of {most}."]
        ["调整招生范围，或增设学校、校区分流；教师安排改变不了学校规模。", "Redraw the catchment, or open a school or campus; no posting changes the size of a school."];
}

pub(super) static CARD: Card = Card {
    code: "R24",
    id: RULE,
    title: Text::new("学校规模", "School sizes"),
    asks: Text::new(
        "各校学生数不超过本类学校的规模上限。",
        "No school has more pupils than the limit of its kind.",
    ),
    formula: "P[s] ≤ m[k]   for every school s of kind k that does not close",
    unit: Text::new("人", "pupils"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "允许{place}规模超出{amount}人",
        "{place} may have {amount} pupils more",
    )),
    params: PARAMS,
    marks: &[Mark::Dated],
    suspected: 5,
    breaches: CODES,
};

/// No school has more pupils than the limit of its kind.
pub(super) struct SchoolSizes;

/// The limit of a kind of school.
fn limit(book: &RuleBook, kind: SchoolKind) -> Option<i64> {
    match kind {
        SchoolKind::Primary | SchoolKind::Point => Some(book.get(PRIMARY_AT_MOST)),
        SchoolKind::Junior => Some(book.get(JUNIOR_AT_MOST)),
        SchoolKind::NineYear => Some(book.get(NINE_YEAR_AT_MOST)),
        SchoolKind::Senior | SchoolKind::Complete => book.get(SENIOR_AT_MOST),
    }
}

/// The day from which the limit of a kind of school binds, where that is yet to come.
fn due(book: &RuleBook, kind: SchoolKind) -> Option<&str> {
    match kind {
        SchoolKind::Primary | SchoolKind::Point => book.target(PRIMARY_AT_MOST),
        SchoolKind::Junior => book.target(JUNIOR_AT_MOST),
        SchoolKind::NineYear => book.target(NINE_YEAR_AT_MOST),
        SchoolKind::Senior | SchoolKind::Complete => book.target(SENIOR_AT_MOST),
    }
}

/// The limits: the kind of school, what it is for, the name of the fullest school.
const LIMITS: &[(SchoolKind, Text, Text)] = &[
    (
        SchoolKind::Primary,
        SchoolKind::Primary.text(),
        Text::new("最大的小学学生数", "pupils of the largest primary school"),
    ),
    (
        SchoolKind::Junior,
        Stage::Junior.text(),
        Text::new(
            "最大的初中学生数",
            "pupils of the largest junior secondary school",
        ),
    ),
    (
        SchoolKind::NineYear,
        SchoolKind::NineYear.text(),
        Text::new(
            "最大的九年一贯制学校学生数",
            "pupils of the largest nine-year school",
        ),
    ),
    (
        SchoolKind::Senior,
        Stage::Senior.text(),
        Text::new(
            "最大的高中学生数",
            "pupils of the largest senior secondary school",
        ),
    ),
];

/// The parts of a school that have a limit of their own: of which kind of school it is, its site, the pupils.
fn parts(facts: &Facts<'_>, no: SchoolNo) -> Vec<(SchoolKind, String, i64)> {
    let school = facts.roster.school(no);
    let pupils = |stage: &Stage| i64::from(facts.roster.pupils(no, *stage));
    let part = |kind, stage: Stage| {
        let site = format!("{},{}", school.id, stage.key());
        (kind, site, pupils(&stage))
    };
    let kind = match school.kind {
        SchoolKind::Complete => {
            return vec![
                part(SchoolKind::Junior, Stage::Junior),
                part(SchoolKind::Senior, Stage::Senior),
            ];
        }
        SchoolKind::Point => SchoolKind::Primary,
        other => other,
    };
    let whole = school.kind.stages().iter().map(pupils).sum();
    vec![(kind, school.id.clone(), whole)]
}

impl Rule for SchoolSizes {
    fn audit(&self, facts: &Facts<'_>, _plan: &Placement, verdict: &mut Verdict) {
        let roster = facts.roster;
        let open = roster.school_nos().filter(|no| !roster.school(*no).closing);
        let open: Vec<SchoolNo> = open.collect();
        let mut over_any: BTreeSet<SchoolNo> = BTreeSet::new();
        for (of, kind, largest) in LIMITS {
            let (limit, due) = (limit(facts.book, *of), due(facts.book, *of));
            let mut fullest = None;
            for no in &open {
                let all = parts(facts, *no).into_iter();
                for (_, site, pupils) in all.filter(|part| part.0 == *of && part.2 > 0) {
                    fullest = fullest.max(Some(pupils));
                    let Some(most) = limit else { continue };
                    let school = roster.school(*no);
                    let over = pupils - most;
                    let words = blanks! { school: school.name, kind: kind, pupils: pupils,
                    most: most, over: over };
                    if over > 0 && due.is_none() {
                        over_any.insert(*no);
                    }
                    let verdict = verdict.at(site).due(due);
                    verdict.given_at_most(school, &TOO_LARGE, most, pupils, words);
                }
            }
            if let Some(pupils) = fullest {
                let all = limit.unwrap_or(pupils);
                let binds = limit.is_some() && due.is_none();
                verdict.measure(*largest, pupils, all, None, binds);
            }
        }
        let name = Text::new("超过规模上限的学校", "schools over the limit");
        let (over, all) = (whole(over_any.len()), whole(open.len()));
        verdict.measure(name, over, all, None, true);
    }
}

impl super::Constrain for SchoolSizes {
    /// A row for each school that is over; a goal has none, since nothing that is decided serves it.
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let (book, roster) = (program.facts.book, program.facts.roster);
        if book.force(CARD.id) != Force::Must {
            return;
        }
        let mut heads: BTreeMap<String, (i64, Option<i64>)> = BTreeMap::new();
        for group in &roster.classes {
            let school = roster.school(group.school);
            let (site, of) = match school.kind {
                SchoolKind::Complete if group.grade < 10 => {
                    (format!("{},junior", school.id), SchoolKind::Junior)
                }
                SchoolKind::Complete => (format!("{},senior", school.id), SchoolKind::Senior),
                kind => (school.id.clone(), kind),
            };
            if !school.closing && due(book, of).is_none() {
                let here = heads.entry(site).or_insert((0, limit(book, of)));
                here.0 += i64::from(group.pupils.iter().sum::<u32>());
            }
        }
        for (about, (pupils, most)) in heads {
            if let Some(most) = most.filter(|most| pupils > *most) {
                program.at_most(&CARD, about, Vec::new(), most - pupils);
            }
        }
    }
}
