//! The page of a study (`comparison.html`): scenarios side by side.

use super::frame::{Head, Part, frame};
use super::words::{COLON, COMMA, both, label, name, say, t};
use crate::blanks;
use crate::decide::{Figures, LetterChange, RuleFigure};
use crate::plan::Ended;
use crate::policy::GoalId;
use crate::report::study_heads::{BASE, EMPTY, ENDED, LETTERS, MOVES, RECRUITS, SCENARIO, SUBSIDY};
use crate::rules::cards;
use crate::study::{Compared, Comparison};
use crate::text::{Lang, Text};
use maud::{Markup, html};

const KIND: Text = Text::new("多情景比较", "scenarios side by side");
const SUB: Text = Text::new(
    "基础情景与{number}个情景；在各项目标相同的方案中，取与基础情景去向变动最少的。",
    "The base and {number} scenarios; among plans alike in every goal, the one nearest to the base.",
);
pub(super) const FOOT: Text = Text::new(
    "由 lungang {version} 编制。各情景均已按各自的规定求解，未证明的在表中注明。",
    "Made by lungang {version}. Every scenario was solved under its own rules; what is not proved is marked.",
);
const OVERVIEW: Text = Text::new("总览", "Overview");
const RULES: Text = Text::new("有变动的规定", "Rules that change");
const SCHOOLS: Text = Text::new("有变动的学校", "Schools that change");
const PEOPLE: Text = Text::new("去向变动的教师", "People whose letter changes");
const TROUBLE: Text = Text::new("未能求解的情景", "Scenarios that failed");
const OVERVIEW_SAYS: Text = Text::new(
    "各项目标越小越好；括号内是与基础情景的差。",
    "Goals: smaller is better; in brackets the difference from the base.",
);
const RULES_SAYS: Text = Text::new(
    "每格为“实有/应有”；✔ 成立，△ 尚有差额，✘ 不成立。",
    "Each cell: actual/need. ✔ holds, △ falls short, ✘ fails.",
);
const SCHOOLS_SAYS: Text = Text::new(
    "每格为“教师人数，空岗数”；空白表示与基础情景相同。",
    "Each cell: people, empty posts; blank where nothing is another than in the base.",
);
const RULE: Text = Text::new("规定", "rule");
const SCHOOL: Text = Text::new("学校", "school");
const FAILED: Text = Text::new(
    "数据有误或程序出错",
    "input has errors, or the program failed",
);
const NOTHING: Text = Text::new("没有变动。", "Nothing changes.");
const CHANGED: Text = Text::new("{number}人", "{number} people");
const STAYS: Text = Text::new("留任", "stays");
const PEOPLE_HEADS: [Text; 5] = [
    Text::new("工号", "staff no."),
    Text::new("姓名", "name"),
    Text::new("现学校", "school now"),
    Text::new("基础情景去向", "letter of the base"),
    Text::new("本情景去向", "letter here"),
];

/// The page `comparison.html` of a study: the same kind of page as that of a plan.
pub fn comparison_page(all: &Comparison) -> String {
    let number = blanks! { number: all.variants.len() };
    let title = if all.title_zh.is_empty() {
        (all.base.title_zh.as_str(), all.base.title_en.as_str())
    } else {
        (all.title_zh.as_str(), all.title_en.as_str())
    };
    let head = Head {
        title,
        kind: KIND,
        sub: html! { p.sub { (t(KIND)) " · " (say(SUB, &number)) } },
        foot: html! { p { (say(FOOT, &blanks! { version: env!("CARGO_PKG_VERSION") })) } },
    };
    let mut parts: Vec<Part> = vec![
        ("overview", OVERVIEW, overview(all)),
        ("rules", RULES, rules(all)),
        ("schools", SCHOOLS, schools(all)),
        ("people-changed", PEOPLE, people(all)),
    ];
    if columns(all).any(Compared::failed) {
        parts.push(("trouble", TROUBLE, trouble(all)));
    }
    frame(&head, &parts)
}

fn columns(all: &Comparison) -> impl Iterator<Item = &Compared> {
    [&all.base].into_iter().chain(&all.variants)
}

/// What a scenario is called: its own title, or its short name.
fn title(all: &Comparison, one: &Compared) -> Markup {
    let own = one.title_zh.is_empty() || one.title_zh == all.base.title_zh;
    html! {
        @if one.key == "base" { (t(BASE)) }
        @else if own { (name(&one.key)) }
        @else { (both(&one.title_zh, if one.title_en.is_empty() { &one.title_zh } else { &one.title_en })) }
    }
}

/// How a solve ended, in a sign and words.
pub(super) fn ended(ended: Option<Ended>) -> Markup {
    match ended {
        None => html! { span.fail { "✘ " (t(FAILED)) } },
        Some(one) if one == Ended::NoPlanExists => html! { span.fail { "✘ " (t(one.text())) } },
        Some(one) if one.is_settled() => html! { span.ok { "✔ " (t(one.text())) } },
        Some(one) => html! { span.short { "△ " (t(one.text())) } },
    }
}

/// The goals that say something to a person.
pub(super) fn goals(figures: Option<&Figures>) -> Vec<GoalId> {
    let silent = [GoalId::Shortfall, GoalId::Letters, GoalId::Moves];
    let goals = figures
        .into_iter()
        .flat_map(|one| &one.goals)
        .map(|one| one.goal);
    goals.filter(|goal| !silent.contains(goal)).collect()
}

/// The value of a goal.
pub(super) fn value(figures: Option<&Figures>, goal: GoalId) -> Option<i64> {
    let one = figures?.goals.iter().find(|one| one.goal == goal)?;
    Some(one.value)
}

fn overview(all: &Comparison) -> Markup {
    let goals = goals(columns(all).find_map(|one| one.figures.as_ref()));
    let paid = columns(all).any(|one| {
        one.figures
            .as_ref()
            .is_some_and(|one| one.subsidy.is_some())
    });
    let base = all.base.figures.as_ref();
    html! {
        div.wide {
            table {
                caption { (t(OVERVIEW_SAYS)) }
                thead {
                    tr {
                        th scope="col" { (t(SCENARIO)) }
                        th scope="col" { (t(ENDED)) }
                        @for goal in &goals { th.num scope="col" { (t(goal.text())) br; small { (t(goal.unit())) } } }
                        @for head in [MOVES, RECRUITS, EMPTY, LETTERS] { th.num scope="col" { (t(head)) } }
                        @if paid { th.num scope="col" { (t(SUBSIDY)) } }
                    }
                }
                tbody {
                    @for one in columns(all) {
                        @let figures = one.figures.as_ref();
                        tr {
                            th scope="row" { (title(all, one)) }
                            td { (ended(one.ended)) }
                            @for goal in &goals { (cell(value(figures, *goal), value(base, *goal))) }
                            (cell(figures.map(|one| one.moves), base.map(|one| one.moves)))
                            (cell(figures.map(|one| one.recruits), base.map(|one| one.recruits)))
                            (cell(figures.map(|one| one.empty_posts), base.map(|one| one.empty_posts)))
                            td.num { @if let Some(change) = &one.differences { (change.letters.len()) } }
                            @if paid { td.num {
                                @if let Some(paid) = figures.and_then(|one| one.subsidy.as_ref()) { (paid.yuan_a_year) }
                            } }
                        }
                    }
                }
            }
        }
    }
}

/// A number, with its difference from that of the base.
fn cell(value: Option<i64>, base: Option<i64>) -> Markup {
    let by = value.zip(base).map_or(0, |(value, base)| value - base);
    html! {
        td.num {
            @if let Some(value) = value { (value) } @else { "—" }
            @if by != 0 { " " small { "(" (super::words::signed(by)) ")" } }
        }
    }
}

fn rules(all: &Comparison) -> Markup {
    let changed = |id: &str| {
        let changes = all
            .variants
            .iter()
            .filter_map(|one| one.differences.as_ref());
        changes.clone().any(|one| one.rules.contains(&id))
    };
    let rows: Vec<_> = cards()
        .into_iter()
        .filter(|card| changed(card.id))
        .collect();
    if rows.is_empty() {
        return html! { p { (t(NOTHING)) } };
    }
    html! {
        div.wide {
            table {
                caption { (t(RULES_SAYS)) }
                thead { tr { th scope="col" { (t(RULE)) } @for one in columns(all) { th scope="col" { (title(all, one)) } } } }
                tbody {
                    @for card in rows {
                        tr {
                            th scope="row" { (card.code) " " (t(card.title)) }
                            @for one in columns(all) {
                                @let figures = one.figures.iter().flat_map(|one| &one.rules);
                                td { @for rule in figures.filter(|rule| rule.rule == card.id) { (judged(rule)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn judged(rule: &RuleFigure) -> Markup {
    let (class, sign) = match (rule.holds, rule.force) {
        (true, _) => ("ok", "✔"),
        (false, crate::policy::Force::Goal) => ("short", "△"),
        (false, _) => ("fail", "✘"),
    };
    html! { span class=(class) { (sign) } " " (rule.actual) "/" (rule.need) }
}

fn schools(all: &Comparison) -> Markup {
    let changes = all
        .variants
        .iter()
        .filter_map(|one| one.differences.as_ref());
    let mut rows: Vec<(&str, &str, [i64; 2])> = changes
        .flat_map(|one| &one.schools)
        .map(|one| {
            (
                one.school.as_str(),
                one.name.as_str(),
                [one.heads[0], one.empty_posts[0]],
            )
        })
        .collect();
    rows.sort_unstable();
    rows.dedup_by_key(|one| one.0);
    if rows.is_empty() {
        return html! { p { (t(NOTHING)) } };
    }
    html! {
        div.wide {
            table {
                caption { (t(SCHOOLS_SAYS)) }
                thead { tr { th scope="col" { (t(SCHOOL)) } @for one in columns(all) { th scope="col" { (title(all, one)) } } } }
                tbody {
                    @for (id, school, [heads, open]) in rows {
                        tr {
                            th scope="row" { (name(school)) }
                            td.num { (heads) (t(COMMA)) (open) }
                            @for one in &all.variants {
                                @let schools = one.differences.iter().flat_map(|one| &one.schools);
                                td.num { @for here in schools.filter(|one| one.school == id) {
                                    (here.heads[1]) (t(COMMA)) (here.empty_posts[1])
                                } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn people(all: &Comparison) -> Markup {
    html! {
        @for one in &all.variants {
            @if let Some(change) = &one.differences {
                details.unfold open[change.letters.len() <= 20] {
                    summary { (title(all, one)) (t(COLON)) (say(CHANGED, &blanks! { number: change.letters.len() })) }
                    (letters(&change.letters))
                }
            }
        }
    }
}

/// People whose letter changes.
fn letters(letters: &[LetterChange]) -> Markup {
    let school = |school: Option<&String>| {
        html! {
            @if let Some(school) = school { (name(school)) } @else { (t(STAYS)) }
        }
    };
    html! {
        @if letters.is_empty() { p { (t(NOTHING)) } } @else {
            table.fit {
                caption.sr { (t(PEOPLE)) }
                thead { tr { @for head in PEOPLE_HEADS { th scope="col" { (t(head)) } } } }
                tbody {
                    @for one in letters {
                        tr {
                            td { (one.teacher) }
                            td { (name(&one.name)) }
                            td { (name(&one.base)) }
                            td { (school(one.was.as_ref())) }
                            td { (school(one.now.as_ref())) }
                        }
                    }
                }
            }
        }
    }
}

fn trouble(all: &Comparison) -> Markup {
    html! {
        @for one in columns(all).filter(|one| one.failed()) {
            h3 { (title(all, one)) }
            ul { @for finding in &one.findings.0 {
                li { (finding.code.id) " " (both(&finding.says(Lang::Zh), &finding.says(Lang::En))) }
            } }
        }
    }
}

/// What a varied or changed value is called: the rule and what the value means, or the path as typed.
pub(super) fn path(path: &str) -> Markup {
    let mut words = path.split('.');
    let (table, rule, key) = (words.next(), words.next(), words.next());
    let card = cards().into_iter().find(|card| Some(card.id) == rule);
    let param = card.and_then(|card| card.params.iter().find(|param| Some(param.key) == key));
    let (Some("rules"), Some(card), Some(param)) = (table, card, param) else {
        return html! { code { (path) } };
    };
    both(
        &format!("{} {}：{}", card.code, card.title.zh, label(param.says)),
        &format!("{} {}: {}", card.code, card.title.en, param.says.en),
    )
}
