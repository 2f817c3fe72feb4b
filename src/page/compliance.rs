//! Compliance (合规审查): every rule with what it asks, where that stands, what is needed, what there
//! is, and the verdict.

use crate::blanks;
use crate::domain::Subject;
use crate::facts::Facts;
use crate::plan::{MeasureDoc, Plan, RuleDoc};
use crate::policy::coverage::coverage;
use crate::policy::{Card, Force, InForce, Mark, Param, Value, Valued, Verified};
use crate::print::html::{self, say, t};
use crate::print::{ALSO, COLON, LIST, NO, Phrase, YES};
use crate::report;
use crate::text::Text;
use maud::{Markup, html};

const CAPTION: Text = Text::new(
    "逐条审查。由审核程序对照方案文件重新核算，与求解程序互不相通。“尽量满足”的规定不会不成立，只会尚有差额。标有“未核实”的出处，用于正式文件前须核对原文。",
    "Rule by rule, reckoned anew by the auditor, which does not know the solver. A rule that is a goal cannot fail, it falls short. Check sources marked UNVERIFIED against the original before official use.",
);
/// Their widths stand in the style sheet as `l1` and so on.
const HEADS: [Text; 7] = [
    Text::new("规定", "rule"),
    Text::new("效力", "force"),
    Text::new("依据", "source"),
    Text::new("要求", "asks"),
    Text::new("实际", "there is"),
    Text::new("核算数据（分子/分母）", "figures (numerator/denominator)"),
    Text::new("结论", "verdict"),
];
const VALUES: Text = Text::new("取值和条文（{n}项）", "values and clauses ({n})");
const NEED: Text = Text::new("（应{need}）", " (need {need})");
const AT_MOST: Text = Text::new("（不超过{need}）", " (at most {need})");
const NONE: Text = Text::new("无", "none");

/// The section.
pub(super) fn compliance(facts: &Facts<'_>, doc: &Plan) -> Markup {
    html! {
        div.wide {
            table.law {
                caption { (t(CAPTION)) }
                thead { tr { @for (head, no) in HEADS.into_iter().zip(1..) { th class={ "l" (no) } scope="col" { (t(head)) } } } }
                tbody { @for rule in &doc.rules { (row(facts, rule)) } }
            }
        }
    }
}

fn row(facts: &Facts<'_>, rule: &RuleDoc) -> Markup {
    let card = crate::rules::card(&rule.id);
    let policy = facts.book.rules.get(rule.id.as_str());
    let (measures, asked) = (report::shown_measures(rule), report::Asked::from(rule));
    let limit = card.is_some_and(|card| card.is(Mark::AtMost));
    let failing = !rule.holds && rule.force == Force::Must;
    html! {
        tr.failing[failing] {
            th scope="row" {
                (rule.code) " "
                @if let Some(card) = card { (t(card.title)) div.asks { (t(card.asks)) } }
            }
            td { (t(rule.force.text())) }
            td { @if let Some(policy) = policy { (source(policy, card)) } }
            td { (t(asked.asks())) }
            td { (t(asked.has())) }
            td { (figures(measures, if limit { AT_MOST } else { NEED })) }
            td { (html::inside(&report::rule_verdict(rule))) }
        }
    }
}

/// Clauses and document, with a visible mark when the source is doubtful.
fn cited(clauses: &[String], source: &str, verified: Verified) -> Markup {
    html! {
        (clauses.join("、")) " " (source)
        @if let Some(mark) = report::mark(verified) { " " span.mark { (t(mark)) } }
    }
}

fn source(policy: &InForce, card: Option<&'static Card>) -> Markup {
    let params = card.into_iter().flat_map(|card| card.params);
    let values = params.filter_map(|param| Some((param, policy.values.get(param.key)?)));
    let clauses = policy.clauses.iter().filter_map(|id| coverage().row(id));
    let number = values.clone().count() + clauses.clone().count();
    html! {
        (cited(&policy.clauses, &policy.source, policy.verified))
        @if number > 0 {
            details {
                summary { (say(VALUES, &blanks! { n: number })) }
                ul {
                    @for (param, value) in values {
                        li {
                            (t(value_words(param, value))) " — "
                            (t(report::since(value))) " "
                            (cited(&value.clauses, &value.source, value.verified))
                        }
                    }
                    @for row in clauses { li { (row.id) " " (row.clause) (t(COLON)) span lang="zh-CN" { (row.quote) } } }
                }
            }
        }
    }
}

/// What a value means, and the value, its words by their labels.
fn value_words(param: &Param, valued: &Valued) -> Phrase {
    let label = |key: &String| param.label(key).map_or_else(|| key.into(), Phrase::from);
    let subject = |key: &String| {
        let name = Subject::find(key).map(Subject::text);
        name.map_or_else(|| key.into(), Phrase::from)
    };
    let value = match &valued.value {
        Value::Flag(yes) => (if *yes { YES } else { NO }).into(),
        Value::Words(words) if words.is_empty() => NONE.into(),
        Value::Words(words) => Phrase::join(words.iter().map(label), LIST),
        Value::Groups(groups) if groups.is_empty() => NONE.into(),
        Value::Groups(groups) => {
            let groups = groups.iter();
            Phrase::join(
                groups.map(|group| Phrase::join(group.iter().map(subject), LIST)),
                ALSO,
            )
        }
        Value::Count(_) | Value::Share(_) => valued.text.as_str().into(),
    };
    let name = Phrase::of(|lang| param.name(lang).to_owned());
    Phrase::join([name, value], COLON)
}

fn figures(measures: &[MeasureDoc], asked: Text) -> Markup {
    html! {
        @if !measures.is_empty() {
            ul {
                @for one in measures {
                    li {
                        (t(&one.name)) " " (one.numerator) "/" (one.denominator)
                        @if let Some(need) = one.need { (say(asked, &blanks! { need: need })) }
                    }
                }
            }
        }
    }
}
