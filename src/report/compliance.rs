//! Compliance (合规审查): every rule with what it asks, what there is, and the verdict.

use crate::blanks;
use crate::plan::{MeasureDoc, RuleDoc};
use crate::policy::{Force, Mark};
use crate::print::{ALSO, Align, Cell, Phrase, Sign, Table, row, terminal};
use crate::rules::{Bound, Granted, Judgement, card, leavers_cap, travel_limit};
use crate::text::{Lang, Text};

const YES: Text = Text::new("成立", "holds");
const TIGHT: Text = Text::new("成立（无余量）", "holds, nothing to spare");
const SHORT: Text = Text::new("尚差{short}{unit}", "short by {short} {unit}");
const NO: Text = Text::new("不成立，差{short}{unit}", "fails by {short} {unit}");

const AT_LEAST: Text = Text::new("至少{need}{unit}", "at least {need} {unit}");
const AT_MOST: Text = Text::new("至多{need}{unit}", "at most {need} {unit}");
const NO_FLOOR: Text = Text::new("不作要求", "nothing is asked");
const NONE_AT_ALL: Text = Text::new("不得有", "none may be");
const CHECKS: Text = Text::new("核对{need}项", "{need} checks");
const BREACHES: Text = Text::new("逐项核对", "none may be found");
const DASH: Text = Text::new("—", "—");
const HAS: Text = Text::new("实有{actual}{unit}", "there are {actual}");
const SENT: Text = Text::new("已派{actual}{unit}", "{actual} are sent");
const USED: Text = Text::new("实为{actual}{unit}", "it is {actual}");
const HOLD: Text = Text::new("{actual}项成立", "{actual} hold");
const NONE_FOUND: Text = Text::new("未发现不符", "none found");
const NOT_ALL_JUDGED: Text = Text::new(
    "{unjudged}项无法核对，其余未发现不符",
    "{unjudged} could not be judged, none found among the others",
);
const FOUND: Text = Text::new("不符{found}处", "{found} found");
const BY: Text = Text::new("{by}前达到", "to be reached by {by}");
const FAR: Text = Text::new(
    "尚差{distance}{short}",
    "still short by {distance} ({short})",
);
const LIFTED: Text = Text::new("（特批：{list}）", " (special approval: {list})");
const LIFT: Text = Text::new(
    "{place}放宽{amount}{unit}，{author}{date}批准",
    "{place} by {amount} {unit}, approved by {author}{date}",
);
const NO_DAY: Text = Text::new("（日期未写）", " (no date given)");
const NOT_JUDGED: Text = Text::new("无法核对{number}项", "{number} could not be judged");
const THERE: Text = Text::new("已达到", "reached");
const LATER: Text = Text::new("期限未到", "not due yet");
const TOO: Text = Text::new("；{by}的目标{far}", "; target of {by}: {far}");
const ITEMS: Text = Text::new("项", "checks");
const IDLE: Text = Text::new("未涉及", "nothing to check");

/// What a rule asks and what there is: a floor, a cap, a number of checks, or nothing of the kind.
pub(crate) struct Asked<'a> {
    rule: &'a str,
    pub(crate) bound: Bound,
    need: i64,
    actual: i64,
    unit: Phrase,
    /// How many of what was looked at could not be judged.
    unjudged: i64,
    /// Targets that are not due: from when they bind, how far they are, and in what unit.
    aim: Option<(&'a str, i64, Phrase)>,
    /// The special approvals that lift it, and their unit.
    lifts: (&'a [Granted], Phrase),
}

impl<'a> From<&'a RuleDoc> for Asked<'a> {
    fn from(rule: &'a RuleDoc) -> Self {
        Self {
            rule: &rule.id,
            bound: rule.bound,
            need: rule.need,
            actual: rule.actual,
            unit: (&rule.unit).into(),
            unjudged: unjudged(
                rule.measures
                    .iter()
                    .map(|one| (one.name.get(Lang::Zh), one.numerator)),
            ),
            aim: rule.aim.as_ref().map(|aim| {
                let unit = (&rule.shortfall_unit).into();
                (aim.by.as_str(), aim.distance, unit)
            }),
            lifts: (&rule.approvals, (&rule.shortfall_unit).into()),
        }
    }
}

impl<'a> From<&'a Judgement> for Asked<'a> {
    fn from(rule: &'a Judgement) -> Self {
        Self {
            rule: rule.rule.key(),
            bound: rule.bound,
            need: rule.need,
            actual: rule.actual,
            unit: rule.unit.into(),
            unjudged: unjudged(rule.measures.iter().map(|one| (one.name.zh, one.numerator))),
            aim: rule.aim.as_ref().map(|aim| {
                let unit = card(rule.rule.key()).map_or("".into(), |card| card.unit.into());
                (aim.by.as_str(), aim.distance, unit)
            }),
            lifts: (
                &rule.approvals,
                card(rule.rule.key()).map_or("".into(), |card| card.unit.into()),
            ),
        }
    }
}

/// The figure of what could not be judged, where there is one.
fn unjudged<'a>(mut figures: impl Iterator<Item = (&'a str, i64)>) -> i64 {
    let told = figures.find(|one| one.0 == travel_limit::NOT_JUDGED.zh);
    told.map_or(0, |one| one.1)
}

impl Asked<'_> {
    /// The verdict with what could not be judged beside it: of that nothing is known.
    fn with_unjudged(&self, verdict: Cell) -> Cell {
        match verdict {
            Cell::Verdict(sign, words) if self.unjudged > 0 => {
                let more = blanks! { number: self.unjudged };
                let more = Phrase::fill(NOT_JUDGED, &more);
                // What holds of the others alone is said of them alone.
                match sign {
                    Sign::Fine => Cell::Verdict(Sign::Idle, more),
                    _ => Cell::Verdict(sign, Phrase::join([words, more], ALSO)),
                }
            }
            other => other,
        }
    }

    fn fill(&self, text: Text) -> Phrase {
        // Several breaches are counted as checks of which none holds.
        let found = if self.need == 0 {
            self.actual
        } else {
            self.need - self.actual
        };
        Phrase::of(|lang| {
            let unit = self.unit.get(lang);
            let blanks = blanks! { need: self.need, actual: self.actual, unit: unit, found: found,
            unjudged: self.unjudged };
            text.fill(lang, &blanks)
        })
    }

    /// From when its targets bind, and how far they are.
    fn aimed(&self) -> Option<(&str, Phrase)> {
        let (by, distance, unit) = self.aim.as_ref()?;
        let text = if *distance > 0 { FAR } else { THERE };
        let far = Phrase::of(|lang| {
            text.fill(lang, &blanks! { distance: distance, short: unit.get(lang) })
        });
        Some((*by, far))
    }

    /// What is asked: “至多6人”, and by which special approvals it is not more.
    pub(crate) fn asks(&self) -> Phrase {
        let (lifts, unit) = &self.lifts;
        if lifts.is_empty() {
            return self.bare();
        }
        let each = lifts.iter().map(|one| lift(one, unit));
        let lifted = Phrase::fill(LIFTED, &blanks! { list: Phrase::join(each, ALSO) });
        let asks = self.bare();
        Phrase::of(|lang| asks.get(lang).to_owned() + lifted.get(lang))
    }

    fn bare(&self) -> Phrase {
        if let (Bound::Aim, Some((by, _))) = (self.bound, self.aimed()) {
            return Phrase::fill(BY, &blanks! { by: by });
        }
        self.fill(match self.bound {
            // A floor that is rounded or lifted to nought, and a cap of nought.
            Bound::AtLeast if self.need <= 0 => NO_FLOOR,
            Bound::AtMost if self.need <= 0 => NONE_AT_ALL,
            Bound::AtLeast => AT_LEAST,
            Bound::AtMost => AT_MOST,
            Bound::Checks => CHECKS,
            Bound::Breaches => BREACHES,
            Bound::Nothing | Bound::Aim => DASH,
        })
    }

    /// What there is: “已派4人”.
    pub(crate) fn has(&self) -> Phrase {
        match (self.bound, self.aimed()) {
            (Bound::Aim, Some((_, far))) => far,
            (_, None) => self.counted(),
            (_, Some((by, far))) => {
                let counted = self.counted();
                Phrase::of(|lang| {
                    let too = TOO.fill(lang, &blanks! { by: by, far: far.get(lang) });
                    counted.get(lang).to_owned() + &too
                })
            }
        }
    }

    fn counted(&self) -> Phrase {
        self.fill(match self.bound {
            Bound::AtLeast => HAS,
            Bound::AtMost if leavers_cap::RULE == self.rule => SENT,
            Bound::AtMost => USED,
            Bound::Checks => HOLD,
            Bound::Breaches if self.need == self.actual && self.unjudged > 0 => NOT_ALL_JUDGED,
            Bound::Breaches if self.need == self.actual => NONE_FOUND,
            Bound::Breaches => FOUND,
            Bound::Nothing | Bound::Aim => IDLE,
        })
    }
}

/// One special approval: where, by how much, by whom and when.
fn lift(one: &Granted, unit: &Phrase) -> Phrase {
    Phrase::of(|lang| {
        let date = if one.date.is_empty() {
            NO_DAY.get(lang).to_owned()
        } else {
            format!(" {}", one.date)
        };
        let blanks = blanks! {
            place: one.place.get(lang), amount: one.amount, unit: unit.get(lang),
            author: one.author, date: date,
        };
        LIFT.fill(lang, &blanks)
    })
}

fn table(rules: impl Iterator<Item = Vec<Cell>>) -> Table {
    Table::new("")
        .column(("规定", "rule"), Align::Left)
        .column(("效力", "force"), Align::Left)
        .column(("要求", "asks"), Align::Left)
        .column(("实际", "there is"), Align::Left)
        .column(("结论", "verdict"), Align::Left)
        .rows(rules)
}

/// Every rule of a plan.
pub(super) fn rule_table(rules: &[RuleDoc]) -> Table {
    table(rules.iter().map(|rule| {
        let asked = Asked::from(rule);
        row![
            Phrase::numbered(&rule.code, super::title(&rule.id)),
            rule.force.text(),
            asked.asks(),
            asked.has(),
            rule_verdict(rule),
        ]
    }))
}

/// What the auditor says of every rule that is on.
pub fn judgements(rules: &[Judgement], lang: Lang) -> String {
    let rules = rules.iter().map(|rule| {
        let asked = Asked::from(rule);
        row![
            Phrase::numbered(rule.code, super::title(rule.rule.key())),
            rule.force.text(),
            asked.asks(),
            asked.has(),
            judged_verdict(rule),
        ]
    });
    terminal::text(&table(rules), "  ", lang)
}

/// The verdict of a rule that had nothing to check, or nothing yet.
fn idle(bound: Bound) -> Option<Cell> {
    let text = match bound {
        Bound::Nothing => IDLE,
        Bound::Aim => LATER,
        _ => return None,
    };
    Some(Cell::Verdict(Sign::Idle, text.into()))
}

/// The verdict of a rule that was judged.
pub(crate) fn judged_verdict(rule: &Judgement) -> Cell {
    if let Some(idle) = idle(rule.bound) {
        return idle;
    }
    let unit = card(rule.rule.key()).map_or("".into(), |card| card.unit.into());
    let asked = Asked::from(rule);
    let short = failing(&asked).unwrap_or((rule.shortfall, unit));
    asked.with_unjudged(verdict(rule.force, rule.holds, rule.binding, &short))
}

/// How many checks fail, of a rule whose shortfalls are of several kinds that are not added up.
fn failing(rule: &Asked<'_>) -> Option<(i64, Phrase)> {
    let unlike = card(rule.rule).is_some_and(|card| card.is(Mark::Unlike));
    (unlike && rule.bound == Bound::Checks).then(|| (rule.need - rule.actual, ITEMS.into()))
}

/// How a rule stands; one that is only a goal cannot fail, it falls short.
pub(crate) const fn sign(force: Force, holds: bool, binding: bool) -> Sign {
    match (holds, binding, force) {
        (true, false, _) => Sign::Fine,
        (true, true, _) => Sign::Tight,
        (false, _, Force::Goal) => Sign::Short,
        (false, ..) => Sign::Fails,
    }
}

/// The verdict of a rule that is short by so many units.
fn verdict(force: Force, holds: bool, binding: bool, short: &(i64, Phrase)) -> Cell {
    let sign = sign(force, holds, binding);
    let text = match sign {
        Sign::Fine | Sign::Idle => YES,
        Sign::Tight => TIGHT,
        Sign::Short => SHORT,
        Sign::Fails => NO,
    };
    let (short, unit) = short;
    let words = |lang| text.fill(lang, &blanks! { short: short, unit: unit.get(lang) });
    Cell::Verdict(sign, Phrase::of(words))
}

/// The verdict of a rule in a plan.
pub(crate) fn rule_verdict(rule: &RuleDoc) -> Cell {
    if let Some(idle) = idle(rule.bound) {
        return idle;
    }
    let all = (rule.shortfall, (&rule.shortfall_unit).into());
    let asked = Asked::from(rule);
    let short = failing(&asked).unwrap_or(all);
    asked.with_unjudged(verdict(rule.force, rule.holds, rule.binding, &short))
}

/// The figures of a rule that may be seen by everybody.
pub(crate) fn shown_measures(rule: &RuleDoc) -> &[MeasureDoc] {
    let kept_back = card(&rule.id).is_some_and(|card| card.is(Mark::KeptBack));
    if kept_back { &[] } else { &rule.measures }
}
