//! Indicators against their bars: those of the county, the variation between schools, staff per hundred
//! pupils school by school, class sizes.

use super::seen::{Seen, decimal};
use super::svg::{self, Held, n, picture};
use crate::blanks;
use crate::domain::Indicator;
use crate::facts::values::class_sizes;
use crate::plan::{IndicatorDoc, MeasureDoc, RuleDoc, SchoolDoc};
use crate::policy::Mark;
use crate::print::Phrase;
use crate::print::html::{cut, t};
use crate::rules::card;
use crate::text::{Lang, Text};
use maud::{Markup, html};

const REACHED: Text = Text::new(
    "竖线是应达到的标准；条形够到竖线为达标（实心深色），不到的为浅棕色并标“△”。",
    "The line is the bar to reach. Bars that fall short are brown and marked △.",
);
const PASSED: Text = Text::new(
    "竖线是不得超过的上限；超过的为浅棕色并标“△”。差异系数按小数列出。",
    "The line is the limit. Bars beyond it are brown and marked △. Coefficients of variation.",
);
const COUNTY: Text = Text::new("全县各项指标", "Indicators of the county");
const BALANCE: Text = Text::new("校际差异系数", "Variation between schools");
const SIZES: Text = Text::new("班额分布（班数）", "Class sizes (number of classes)");
const SCHOOLS: Text = Text::new(
    "各校每百名学生教师指标（方案前→方案后/应有，人）",
    "Staff per hundred pupils by school (before→after/needed, people)",
);
const SAYS: Text = Text::new(
    "{all}项，其中{fine}项达标；每项写明实有和应有。",
    "{all} figures, {fine} of them reach the bar; each shows what there is and what is needed.",
);
const SAYS_SIZES: Text = Text::new(
    "{all}个班，按每班人数分段。",
    "{all} classes by the number of their pupils.",
);
const NOTHING: Text = Text::new(
    "本方案的规定没有带标准的指标。",
    "No rule of this plan has a figure with a bar.",
);

const WIDTH: f64 = 900.0;
const LABEL: f64 = 330.0;
const ROOM: f64 = 400.0;
const LINE: f64 = 24.0;

/// One bar.
struct Bar {
    label: Phrase,
    value: i64,
    need: i64,
    /// It reaches what is needed, or does not pass it where that is a limit.
    fine: bool,
    /// What there is and what is needed, as shown.
    shown: String,
}

/// Whether the bars of a rule are not to be passed; all others are to be reached.
fn is_limit(rule: &str) -> bool {
    card(rule).is_some_and(|card| card.is(Mark::AtMost))
}

/// The section.
pub(super) fn bars(seen: &Seen<'_>) -> Markup {
    let of = |balance: bool| {
        let rules = seen.doc.rules.iter();
        let rules = rules.filter(|rule| is_limit(&rule.id) == balance);
        let all = rules.flat_map(|rule| rule.measures.iter().filter_map(|one| bar(rule, one)));
        all.collect::<Vec<Bar>>()
    };
    let (county, balance, schools) = (of(false), of(true), by_school(seen));
    html! {
        @if county.is_empty() && balance.is_empty() && schools.is_empty() { p { (t(NOTHING)) } }
        @if !county.is_empty() { h3 { (t(COUNTY)) } p.note { (t(REACHED)) } (chart("bars-county", COUNTY, &county)) }
        @if !balance.is_empty() { h3 { (t(BALANCE)) } p.note { (t(PASSED)) } (chart("bars-balance", BALANCE, &balance)) }
        @if !schools.is_empty() {
            h3 { (t(SCHOOLS)) }
            p.note { (t(REACHED)) }
            @for (no, (indicator, bars)) in schools.iter().enumerate() {
                details.unfold open[bars.len() <= 16] {
                    summary { (t(indicator.text())) }
                    (chart(&format!("bars-schools-{no}"), indicator.text(), bars))
                }
            }
        }
        (sizes(seen))
    }
}

fn bar(rule: &RuleDoc, one: &MeasureDoc) -> Option<Bar> {
    let (value, need) = (one.numerator, one.need.filter(|need| *need > 0)?);
    let at_most = is_limit(&rule.id);
    let label = |lang| {
        let bare = one.name.get(lang).replace("差异系数（千分之）", "");
        format!("{} {}", rule.code, bare.replace(" (per mille)", ""))
    };
    let shown = if at_most {
        format!("{} / {}", decimal(value, 1000), decimal(need, 1000))
    } else {
        format!("{value} / {need}")
    };
    Some(Bar {
        label: Phrase::of(label),
        value,
        need,
        fine: value == need || at_most == (value < need),
        shown,
    })
}

/// The three indicators of staff, each with every school that is assessed.
fn by_school(seen: &Seen<'_>) -> Vec<(Indicator, Vec<Bar>)> {
    let bars = |indicator: Indicator| {
        let all = seen.doc.schools.iter();
        let all = all.flat_map(|school| school.indicators.iter().map(move |one| (school, one)));
        let here = all.filter(|(_, one)| one.indicator == indicator);
        let bar = |(school, one): (&SchoolDoc, &IndicatorDoc)| Bar {
            label: (&school.name).into(),
            value: one.after,
            need: one.need,
            fine: one.after >= one.need,
            shown: format!("{}→{} / {}", one.before, one.after, one.need),
        };
        (indicator, here.map(bar).collect::<Vec<Bar>>())
    };
    let lists = Indicator::ALL.iter().map(|one| bars(*one));
    lists.filter(|(_, bars)| !bars.is_empty()).collect()
}

/// Bars below each other, each measured against its own need.
fn chart(id: &str, title: Text, bars: &[Bar]) -> Markup {
    let fine = bars.iter().filter(|one| one.fine).count();
    let says = Phrase::fill(SAYS, &blanks! { all: bars.len(), fine: fine });
    let height = LINE * svg::f(bars.len()) + 12.0;
    let line = LABEL + ROOM / 2.0;
    let inside = html! {
        @for (no, bar) in bars.iter().enumerate() { (one(bar, 6.0 + LINE * svg::f(no))) }
        path.need d=(format!("M{} 2V{}", n(line), n(height - 2.0))) {}
    };
    picture(id, title, &says, (WIDTH, height), &inside)
}

fn one(bar: &Bar, y: f64) -> Markup {
    // The need stands in the middle; what is more than twice of it fills the room.
    let part = (svg::f(bar.value) / svg::f(bar.need) / 2.0).clamp(0.0, 1.0);
    let sign = if bar.fine { "✔" } else { "△" };
    let class = if bar.fine { "bar" } else { "bar under" };
    let label = Phrase::of(|lang| cut(bar.label.get(lang), 52));
    html! {
        (svg::text(LABEL - 10.0, y + 15.0, Held::End, label))
        rect.track x=(n(LABEL)) y=(n(y + 3.0)) width=(n(ROOM)) height="15" {}
        rect class=(class) x=(n(LABEL)) y=(n(y + 3.0)) width=(n(ROOM * part)) height="15" {}
        (svg::text(LABEL + ROOM + 12.0, y + 15.0, Held::Start, format!("{sign} {}", bar.shown)))
    }
}

/// Classes by the number of their pupils, in the bands of the filing.
fn sizes(seen: &Seen<'_>) -> Markup {
    let mut rules = seen.doc.rules.iter();
    let rule = rules.find(|rule| class_sizes::RULE == rule.id);
    let bands = rule.into_iter().flat_map(|rule| &rule.measures);
    let bands = bands.filter(|one| one.name.get(Lang::En).contains("pupils"));
    let bands: Vec<&MeasureDoc> = bands.collect();
    let most = bands.iter().map(|one| one.numerator).max().unwrap_or(0);
    if most == 0 {
        return html! {};
    }
    let all: i64 = bands.iter().map(|one| one.numerator).sum();
    let says = Phrase::fill(SAYS_SIZES, &blanks! { all: all });
    let height = LINE * svg::f(bands.len()) + 8.0;
    let inside = html! {
        @for (no, band) in bands.iter().enumerate() {
            @let y = 4.0 + LINE * svg::f(no);
            @let long = ROOM * svg::f(band.numerator) / svg::f(most);
            (svg::text(LABEL - 10.0, y + 15.0, Held::End, &band.name))
            rect.bar x=(n(LABEL)) y=(n(y + 3.0)) width=(n(long)) height="15" {}
            (svg::text(LABEL + long + 8.0, y + 15.0, Held::Start, band.numerator.to_string()))
        }
    };
    html! {
        h3 { (t(SIZES)) }
        (picture("bars-sizes", SIZES, &says, (WIDTH, height), &inside))
    }
}
