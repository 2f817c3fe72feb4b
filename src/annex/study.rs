//! Studies as workbooks: scenarios side by side, and a trade-off curve.

use super::context::{NO, NOW_AT, PERSON, RULE, SCHOOL, STAFF_ID};
use crate::decide::{Figures, LetterChange};
use crate::input::{COMPARISON_BOOK, CURVE_BOOK};
use crate::policy::Card;
use crate::print::xlsx::{Around, workbook};
use crate::print::{Cell, Medium, Phrase, Table, known_by};
use crate::report::{self, Asked, judged};
use crate::run::digest_of;
use crate::study::{Compared, Comparison, Frontier};
use crate::text::{Lang, Text};
use crate::workbook::XlsxError;

const MODEL: Text = Text::new(
    "各情景均按各自的规定求解，未证明最优的在表中注明",
    "Every scenario was solved under its own rules; what is not proved is marked",
);
const SCENARIO: Text = Text::new("情景", "Scenario");

/// Scenarios side by side as a workbook (`comparison.xlsx`).
pub fn comparison_book(all: &Comparison, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let overview = report::overview(all, Medium::Workbook);
    let weighted = report::weighted_scenarios(all);
    let tables = [overview, rules(all), schools(all), letters(all), weighted].into_iter();
    let tables = tables.filter(|table| !table.rows.is_empty());
    let title = lang.pick(&all.title_zh, &all.title_en);
    let tables: Vec<Table> = tables.collect();
    workbook(
        COMPARISON_BOOK,
        &around(title, &digest_of(all), lang),
        &tables,
    )
}

/// A curve as a workbook (`frontier.xlsx`).
pub fn frontier_book(curve: &Frontier, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let table = report::curve(curve, Medium::Workbook);
    workbook(
        CURVE_BOOK,
        &around("", &digest_of(curve), lang),
        &[table, report::weighted_points(curve)],
    )
}

fn around(title: &str, digest: &str, lang: Lang) -> Around {
    Around {
        foot: known_by(digest, lang),
        year: title.to_owned(),
        left: MODEL.get(lang).to_owned(),
        right: String::new(),
        lang,
    }
}

/// What each rule needs and has in each scenario.
fn rules(all: &Comparison) -> Table {
    let solved = report::every(all);
    let solved =
        solved.filter_map(|one| Some((report::scenario_title(all, one), one.figures.as_ref()?)));
    let solved: Vec<(Phrase, &Figures)> = solved.collect();
    let all = solved.iter().flat_map(|(_, figures)| &figures.rules);
    let shown = |card: &&Card| all.clone().any(|one| one.rule == card.id);
    let cards = crate::rules::cards().into_iter().filter(shown);
    Table::new(("规定比较", "rules"))
        .each(cards)
        .words(NO, |card| card.code)
        .words(RULE, |card| card.title)
        .per(&solved, |rows, (name, figures)| {
            let head =
                |zh, en| Phrase::of(|lang| format!("{} {}", name.get(lang), lang.pick(zh, en)));
            let verdict =
                |card: &'static Card| judged(figures, card.id).map(report::judged_verdict);
            let asked = |card: &'static Card| judged(figures, card.id).map(Asked::from);
            rows.words(head("要求", "asks"), |card| {
                asked(card).map(|one| one.asks())
            })
            .words(head("实际", "there is"), |card| {
                asked(card).map(|one| one.has())
            })
            .words(head("结论", "verdict"), verdict)
        })
        .done()
}

/// Schools with another number of people or of empty posts than in the base.
fn schools(all: &Comparison) -> Table {
    let changes = report::every(all).flat_map(|one| {
        let changes = one.differences.iter().flat_map(|one| &one.schools);
        changes.map(move |change| (one, change))
    });
    Table::new(("学校变动", "schools"))
        .each(changes)
        .words(SCENARIO, |(of, _)| report::scenario_title(all, of))
        .words(SCHOOL, |(_, one)| &one.name)
        .number(("基础情景教师", "Teachers, base"), |(_, one)| {
            one.heads[0]
        })
        .number(("本情景教师", "Teachers"), |(_, one)| one.heads[1])
        .number(("基础情景空岗", "Empty posts, base"), |(_, one)| {
            one.empty_posts[0]
        })
        .number(("本情景空岗", "Empty posts"), |(_, one)| {
            one.empty_posts[1]
        })
        .done()
}

/// People whose letter differs from that in the base.
fn letters(all: &Comparison) -> Table {
    let changes = report::every(all).flat_map(|one| {
        let changes = one.differences.iter().flat_map(|one| &one.letters);
        changes.map(move |change| (one, change))
    });
    let school = |at: &Option<String>| at.as_ref().map_or(Cell::from(report::STAY), Cell::from);
    let was = |(_, one): (&Compared, &LetterChange)| school(&one.was);
    let now = |(_, one): (&Compared, &LetterChange)| school(&one.now);
    Table::new(("人员变动", "people"))
        .each(changes)
        .words(SCENARIO, |(of, _)| report::scenario_title(all, of))
        .words(STAFF_ID, |(_, one)| &one.teacher)
        .words(PERSON, |(_, one)| &one.name)
        .words(NOW_AT, |(_, one)| &one.base)
        .words(("基础情景去向", "In the base"), was)
        .words(("本情景去向", "In this one"), now)
        .done()
}
