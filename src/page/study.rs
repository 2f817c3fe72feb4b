//! The page of a study (`comparison.html`): scenarios side by side.

use super::frame::{Head, Part, frame};
use crate::blanks;
use crate::decide::{Differences, LetterChange, SchoolChange};
use crate::disk::short;
use crate::policy::Card;
use crate::print::html::{self, Look, say, t};
use crate::print::{COLON, Cell, Medium, Phrase, Table};
use crate::report;
use crate::rules::cards;
use crate::run::digest_of;
use crate::study::{Compared, Comparison};
use crate::text::Text;
use maud::{Markup, html};

const KIND: Text = Text::new("多情景比较", "scenarios side by side");
const SUB: Text = Text::new(
    "基础情景与{number}个情景；在各项目标相同的方案中，取与基础情景去向变动最少的。",
    "The base and {number} scenarios; among plans alike in every goal, the one nearest to the base.",
);
pub(super) const FOOT: Text = Text::new(
    "由 lungang {version} 编制，校验码 {digest}。各情景均已按各自的规定求解，未证明的在表中注明。",
    "Made by lungang {version}, digest {digest}. Every scenario was solved under its own rules; what is not proved is marked.",
);
const OVERVIEW: Text = Text::new("总览", "Overview");
const RULES: Text = Text::new("有变动的规定", "Rules that change");
const SCHOOLS: Text = Text::new("有变动的学校", "Schools that change");
const PEOPLE: Text = Text::new("去向变动的教师", "People whose letter changes");
pub(super) const FOLDED: Text = Text::new("技术附表", "Technical annex");
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
const NOTHING: Text = Text::new("没有变动。", "Nothing changes.");
const CHANGED: Text = Text::new("{number}人", "{number} people");

/// The page `comparison.html` of a study: the same kind of page as that of a plan.
pub fn comparison_page(all: &Comparison) -> String {
    let number = blanks! { number: all.variants.len() };
    let title = match (all.title_zh.as_str(), all.title_en.as_str()) {
        ("", _) => (all.base.title_zh.as_str(), all.base.title_en.as_str()),
        title => title,
    };
    let digest = short(&digest_of(all));
    let made = blanks! { version: env!("CARGO_PKG_VERSION"), digest: digest.clone() };
    let head = Head {
        title,
        kind: KIND,
        sub: html! { p.sub { (t(KIND)) " · " (say(SUB, &number)) } },
        foot: html! { p { (say(FOOT, &made)) } },
        digest,
    };
    let mut parts: Vec<Part> = vec![
        ("overview", OVERVIEW, overview(all)),
        ("rules", RULES, changes(&rules(all))),
        ("schools", SCHOOLS, changes(&schools(all))),
        ("people-changed", PEOPLE, people(all)),
    ];
    if report::every(all).any(Compared::failed) {
        parts.push(("trouble", TROUBLE, trouble(all)));
    }
    let weighted = report::weighted_scenarios(all);
    parts.push(("solver", FOLDED, folded(&weighted)));
    frame(&head, &parts)
}

/// A table that only whoever checks the proof opens.
pub(super) fn folded(table: &Table) -> Markup {
    html! { details.unfold { summary { (t(FOLDED)) } (html::table(table, Look::WideAligned)) } }
}

/// What a scenario is called.
fn title(all: &Comparison, one: &Compared) -> Cell {
    report::scenario_name(all, one, Medium::Page)
}

fn overview(all: &Comparison) -> Markup {
    let table = report::overview(all, Medium::Page).note(OVERVIEW_SAYS);
    html::table(&table, Look::WideAligned)
}

/// A table, or that nothing changes.
fn changes(table: &Table) -> Markup {
    if table.rows.is_empty() {
        return html! { p { (t(NOTHING)) } };
    }
    html::table(table, Look::Wide)
}

fn differences(all: &Comparison) -> impl Iterator<Item = &Differences> + Clone {
    let variants = all.variants.iter();
    variants.filter_map(|one| one.differences.as_ref())
}

fn rules(all: &Comparison) -> Table {
    let changed = |card: &&Card| differences(all).any(|one| one.rules.contains(&card.id));
    let judged = |card: &Card, one: &Compared| {
        let rule = report::judged(one.figures.as_ref()?, card.id)?;
        let sign = report::sign(rule.force, rule.holds, false);
        Some(Cell::Reached(sign, rule.actual, rule.need))
    };
    Table::new("")
        .each(cards().into_iter().filter(changed))
        .name(RULE, |card| {
            Cell::Coded(card.code.into(), card.title.into())
        })
        .per(report::every(all), |rows, one| {
            rows.words(title(all, one), |card| judged(card, one))
        })
        .done()
        .note(RULES_SAYS)
}

fn schools(all: &Comparison) -> Table {
    let pair = |one: &SchoolChange, no: usize| Cell::Pair(one.heads[no], one.empty_posts[no]);
    let mut schools: Vec<&SchoolChange> = differences(all).flat_map(|one| &one.schools).collect();
    schools.sort_by_key(|one| (&one.school, &one.name, one.heads[0], one.empty_posts[0]));
    schools.dedup_by_key(|one| &one.school);
    Table::new("")
        .each(schools)
        .name(SCHOOL, |one| Cell::Name((&one.name).into()))
        .number(title(all, &all.base), |one| pair(one, 0))
        .per(&all.variants, |rows, variant| {
            rows.number(title(all, variant), |one| {
                let changes = &variant.differences.as_ref()?.schools;
                let here = changes.iter().find(|here| here.school == one.school)?;
                Some(pair(here, 1))
            })
        })
        .done()
        .note(SCHOOLS_SAYS)
}

fn people(all: &Comparison) -> Markup {
    html! {
        @for one in &all.variants {
            @if let Some(change) = &one.differences {
                details.unfold open[change.letters.len() <= 20] {
                    summary { (html::inside(&title(all, one))) (t(COLON)) (say(CHANGED, &blanks! { number: change.letters.len() })) }
                    (letters(&change.letters))
                }
            }
        }
    }
}

/// People whose letter changes.
fn letters(letters: &[LetterChange]) -> Markup {
    if letters.is_empty() {
        return html! { p { (t(NOTHING)) } };
    }
    let name = |name: &String| Cell::Name(name.into());
    let school = |at: &Option<String>| at.as_ref().map_or(Cell::from(report::STAY), name);
    let was = |one: &LetterChange| school(&one.was);
    let table = Table::new(PEOPLE)
        .each(letters)
        .words(("工号", "staff no."), |one| &one.teacher)
        .words(("姓名", "name"), |one| name(&one.name))
        .words(("现学校", "school now"), |one| name(&one.base))
        .words(("基础情景去向", "letter of the base"), was)
        .words(("本情景去向", "letter here"), |one| school(&one.now));
    html::table(&table.done(), Look::Fit)
}

fn trouble(all: &Comparison) -> Markup {
    html! {
        @for one in report::every(all).filter(|one| one.failed()) {
            h3 { (html::inside(&title(all, one))) }
            ul { @for finding in &one.findings.0 {
                li { (finding.code.id) " " (t(Phrase::of(|lang| finding.says(lang)))) }
            } }
        }
    }
}

/// What a varied or changed value is called: the rule and what the value means, or the path as typed.
pub(super) fn path(path: &str) -> Cell {
    let mut words = path.split('.');
    let (table, rule, key) = (words.next(), words.next(), words.next());
    let card = cards().into_iter().find(|card| Some(card.id.key()) == rule);
    let param = card.and_then(|card| card.params.iter().find(|param| Some(param.key) == key));
    let (Some("rules"), Some(card), Some(param)) = (table, card, param) else {
        return Cell::Code(path.to_owned());
    };
    let name = Phrase::of(|lang| param.name(lang).to_owned());
    Phrase::join([Phrase::numbered(card.code, card.title), name], COLON).into()
}
