//! What can be read in a minute: is it proved, what changes, what it closes, what it costs.

use super::seen::Seen;
use crate::blanks;
use crate::plan::{Ended, FigureId, Plan};
use crate::policy::Force;
use crate::print::Medium;
use crate::print::html::{self, Look, name, say, t};
use crate::report;
use crate::text::Text;
use maud::{Markup, html};

const PROVED: Text = Text::new(
    "已证明最优：在满足全部硬性规定的方案中，按目标次序没有更好的。",
    "Proved best: among the plans that obey every must-rule none is better, goal by goal in their order.",
);
const GOOD_ENOUGH: Text = Text::new(
    "已证明与最优的差距在要求之内。",
    "Proved to be within the asked gap of the best.",
);
const NOT_PROVED: Text = Text::new(
    "本方案未证明最优，不宜作为定案。求解在证明之前停止，可能还有更好的方案。",
    "This plan is NOT proved best; do not take it as final. The solver stopped before the proof, and a better plan may exist.",
);
const MADE_UP: Text = Text::new(
    "虚构数据：本页人员均为虚构，仅供演示。",
    "Made-up data: all people on this page are invented, for demonstration only.",
);
const MUST: Text = Text::new(
    "必须满足的规定{all}条，全部成立。",
    "All {all} must-rules hold.",
);
const MUST_FAIL: Text = Text::new(
    "必须满足的规定{all}条，其中{fail}条不成立。",
    "Of {all} must-rules {fail} fail.",
);
const WISHED: Text = Text::new(
    "尽量满足的规定{all}条，其中{short}条尚未完全达到。",
    "Rules that are goals: {all}, of which {short} are not fully reached.",
);
const PART: Text = Text::new("{name}{value}", "{name}: {value}");
const FOLDED: Text = Text::new("各目标的加权值", "Weighted values of the goals");
const CHANGES: Text = Text::new("安排了什么", "What is decided");
const CLOSES: Text = Text::new("解决多少，代价多大", "What it closes and what it costs");
const LEFT: Text = Text::new("未用的招聘计划及原因", "Recruiting plan left over, and why");
const CLOSING: Text = Text::new("新学年撤并的学校：", "Schools that close: ");
/// The section.
pub(super) fn summary(seen: &Seen<'_>) -> Markup {
    let doc = seen.doc;
    html! {
        (proof(doc))
        @if doc.scenario.made_up { p.box.mild { strong { "⚠" } (t(MADE_UP)) } }
        (standing(doc))
        (tiles(doc))
        h3 { (t(CHANGES)) }
        ul {
            @for (_, line) in report::changes(doc) { li { (t(line)) } }
            (closing(seen))
        }
        (recruits_left(seen))
        h3 { (t(CLOSES)) }
        (html::table(&report::goals(&doc.outcome.goals, Medium::Page), Look::FitWide))
    }
}

/// The weighted values of the goals, folded away.
pub(super) fn weighted(doc: &Plan) -> Markup {
    html! {
        details.unfold {
            summary { (t(FOLDED)) }
            (html::table(&report::weighted(&doc.outcome.goals), Look::FitWide))
        }
    }
}

fn proof(doc: &Plan) -> Markup {
    let withstand = blanks! { number: doc.outcome.withstand };
    html! {
        @match doc.outcome.ended {
            Some(Ended::Proved) => p.box.good { strong { "✔" } (t(PROVED)) },
            Some(Ended::GoodEnough) => p.box.good { strong { "✔" } (t(GOOD_ENOUGH)) },
            _ => p.box.loud role="alert" { strong { "✘" } (t(NOT_PROVED)) },
        }
        @if doc.outcome.withstand > 0 { p.box.good { strong { "✔" } (say(report::WITHSTANDS, &withstand)) } }
    }
}

/// How many rules hold.
fn standing(doc: &Plan) -> Markup {
    let of = |force: Force| doc.rules.iter().filter(move |rule| rule.force == force);
    let short = |force| of(force).filter(|rule| !rule.holds).count();
    let (musts, fail) = (of(Force::Must).count(), short(Force::Must));
    let wished = blanks! { all: of(Force::Goal).count(), short: short(Force::Goal) };
    html! {
        @if fail == 0 {
            p.box.good { strong { "✔" } (say(MUST, &blanks! { all: musts })) " " (say(WISHED, &wished)) }
        } @else {
            p.box.loud role="alert" {
                strong { "✘" } (say(MUST_FAIL, &blanks! { all: musts, fail: fail }))
            }
        }
    }
}

fn tiles(doc: &Plan) -> Markup {
    let of = |key: FigureId| {
        let value = doc
            .figure(key)
            .map_or_else(|| "—".to_owned(), |value| value.to_string());
        html! { br; small { (say(PART, &blanks! { name: key.text(), value: value })) } }
    };
    let has = |key: FigureId| doc.figure(key).is_some_and(|value| value != 0);
    html! {
        div.tiles {
            (tile(doc, FigureId::Rotating, &of(FigureId::RotatingVolunteers)))
            @if has(FigureId::LeadersExchanged) { (tile(doc, FigureId::LeadersExchanged, &html! {})) }
            @if has(FigureId::RecruitsPlanned) {
                (tile(doc, FigureId::RecruitsUsed, &of(FigureId::RecruitsLeft)))
            }
            (tile(doc, FigureId::PostsEmpty, &of(FigureId::Posts)))
            (tile(doc, FigureId::PeriodsLacking, &of(FigureId::PeriodsOpen)))
        }
    }
}

/// A figure with its name, and where it has one its value when nothing is decided.
fn tile(doc: &Plan, key: FigureId, part: &Markup) -> Markup {
    let figure = doc.figure_doc(key);
    html! {
        div.tile {
            b {
                @if let Some(before) = figure.and_then(|one| one.before) { (before) " → " }
                @if let Some(one) = figure { (one.value) } @else { "—" }
            }
            span { (t(key.text())) " " small { (t(key.unit())) } }
            (part)
        }
    }
}

/// What of the recruiting plan is left over, line by line; nothing where all is used.
fn recruits_left(seen: &Seen<'_>) -> Markup {
    let table = report::left_table(seen.facts, seen.doc);
    html! {
        @if !table.rows.is_empty() {
            details.unfold {
                summary { (t(LEFT)) }
                (html::table(&table, Look::FitWide))
            }
        }
    }
}

fn closing(seen: &Seen<'_>) -> Markup {
    let closing = seen.facts.roster.schools.iter().filter(|one| one.closing);
    let names: Vec<&str> = closing.map(|one| one.name.as_str()).collect();
    html! {
        @if !names.is_empty() {
            li {
                (t(CLOSING))
                @for (no, one) in names.iter().enumerate() { @if no > 0 { "、" } (name(one)) }
            }
        }
    }
}
