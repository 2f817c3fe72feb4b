//! Studies as workbooks: scenarios side by side, and a trade-off curve.

use super::book::pack;
use super::form::{Cell, Form, row};
use super::sheet::Around;
use super::{FOOT, SIGN};
use crate::decide::Figures;
use crate::report::{self, Align, Table};
use crate::study::{Compared, Comparison, Frontier};
use crate::text::{Lang, Text};
use crate::workbook::XlsxError;

const COMPARISON: Text = Text::new("情景比较", "Scenarios side by side");
const CURVE: Text = Text::new("取值曲线", "Trade-off curve");
const MODEL: Text = Text::new(
    "各情景均按各自的规定求解，未证明最优的在表中注明",
    "Every scenario was solved under its own rules; what is not proved is marked",
);

/// Scenarios side by side as a workbook (`comparison.xlsx`).
pub fn comparison_book(all: &Comparison, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let title = match lang {
        Lang::Zh => &all.title_zh,
        Lang::En => &all.title_en,
    };
    let overview = of_table(
        Text::new("情景总表", "overview"),
        &report::overview(all, lang),
        lang,
    );
    let forms = [
        overview,
        rules(all, lang),
        schools(all, lang),
        letters(all, lang),
    ];
    let forms: Vec<Form> = forms
        .into_iter()
        .filter(|form| !form.rows.is_empty())
        .collect();
    pack(COMPARISON, &around(title, lang), &forms)
}

/// A curve as a workbook (`frontier.xlsx`).
pub fn frontier_book(curve: &Frontier, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let form = of_table(CURVE, &report::curve(curve, lang), lang);
    let form = form.note(report::curve_note(lang).to_owned());
    pack(CURVE, &around("", lang), &[form])
}

fn around(title: &str, lang: Lang) -> Around {
    Around {
        year: title.to_owned(),
        left: MODEL.get(lang).to_owned(),
        right: String::new(),
        sign: SIGN.get(lang),
        foot: FOOT.get(lang),
        lang,
    }
}

/// A table of the terminal as one of a workbook: what stands to the right there is a number here.
fn of_table(name: Text, table: &Table, lang: Lang) -> Form {
    let mut form = Form::new(name, &[], lang);
    form.heads = table.heads().map(|(head, _)| head.to_owned()).collect();
    let aligned: Vec<Align> = table.heads().map(|(_, align)| align).collect();
    let cell = |(cell, align): (&String, &Align)| match (align, cell.parse::<i64>()) {
        (Align::Right, Ok(number)) => Cell::Count(number),
        _ => Cell::Words(cell.clone()),
    };
    let rows = table.rows().iter().map(|row| {
        let missing = aligned.len().saturating_sub(row.len());
        let blank = std::iter::repeat_n(Cell::Words(String::new()), missing);
        row.iter().zip(&aligned).map(cell).chain(blank).collect()
    });
    form.with(rows)
}

/// The base and every scenario, with what it is called.
fn named(all: &Comparison, lang: Lang) -> Vec<(String, &Compared)> {
    let every = [&all.base].into_iter().chain(&all.variants);
    every
        .map(|one| (report::scenario_name(all, one, lang), one))
        .collect()
}

/// What each rule needs and has in each scenario.
fn rules(all: &Comparison, lang: Lang) -> Form {
    let heads = [Text::new("编号", "No."), Text::new("规定", "Rule")];
    let mut form = Form::new(Text::new("规定比较", "rules"), &heads, lang);
    let solved: Vec<(String, &Figures)> = named(all, lang)
        .into_iter()
        .filter_map(|(name, one)| Some((name, one.figures.as_ref()?)))
        .collect();
    for (name, _) in &solved {
        let (need, actual) = (Text::new("应有", "need"), Text::new("实有", "actual"));
        let holds = Text::new("结论", "verdict");
        form.heads
            .extend([need, actual, holds].map(|head| format!("{name} {}", head.get(lang))));
    }
    for rule in crate::rules::cards() {
        let found = |figures: &Figures| {
            figures
                .rules
                .iter()
                .find(|one| one.rule == rule.id)
                .cloned()
        };
        if solved.iter().all(|(_, figures)| found(figures).is_none()) {
            continue;
        }
        let mut cells = row![rule.code, rule.title.get(lang)];
        for (_, figures) in &solved {
            let one = found(figures);
            let unit = rule.unit.get(lang);
            cells.extend(row![
                one.as_ref().map(|one| one.need),
                one.as_ref().map(|one| one.actual),
                one.as_ref().map(|one| {
                    let short = (one.shortfall, unit);
                    report::verdict(Some(one.force), one.holds, one.binding, short, lang)
                }),
            ]);
        }
        form.rows.push(cells);
    }
    form
}

/// Schools with another number of people or of empty posts than in the base.
fn schools(all: &Comparison, lang: Lang) -> Form {
    let heads = [
        Text::new("情景", "Scenario"),
        Text::new("学校", "School"),
        Text::new("基础情景教师", "Teachers, base"),
        Text::new("本情景教师", "Teachers"),
        Text::new("基础情景空岗", "Empty posts, base"),
        Text::new("本情景空岗", "Empty posts"),
    ];
    let rows = named(all, lang).into_iter().flat_map(|(name, one)| {
        let changes = one.differences.iter().flat_map(|one| &one.schools);
        changes
            .map(|one| {
                let ([was, now], [had, has]) = (one.heads, one.empty_posts);
                row![name.as_str(), one.name.as_str(), was, now, had, has]
            })
            .collect::<Vec<_>>()
    });
    Form::new(Text::new("学校变动", "schools"), &heads, lang).with(rows)
}

/// People whose letter is another than in the base.
fn letters(all: &Comparison, lang: Lang) -> Form {
    let heads = [
        Text::new("情景", "Scenario"),
        Text::new("工号", "Staff id"),
        Text::new("姓名", "Name"),
        Text::new("现学校", "Present school"),
        Text::new("基础情景去向", "In the base"),
        Text::new("本情景去向", "In this one"),
    ];
    let stays = Text::new("留任", "stays").get(lang);
    let rows = named(all, lang).into_iter().flat_map(|(name, one)| {
        let changes = one.differences.iter().flat_map(|one| &one.letters);
        changes
            .map(|one| {
                let (was, now) = (one.was.as_deref(), one.now.as_deref());
                row![
                    name.as_str(),
                    one.teacher.as_str(),
                    one.name.as_str(),
                    one.base.as_str(),
                    was.unwrap_or(stays),
                    now.unwrap_or(stays),
                ]
            })
            .collect::<Vec<_>>()
    });
    Form::new(Text::new("人员变动", "people"), &heads, lang).with(rows)
}
