//! A trade-off curve as a table.

use super::comparison::{EMPTY, ENDED, LETTERS, MOVES, ROTATING, ended, shown_goals, value};
use crate::decide::Figures;
use crate::print::{Cell, Medium, Phrase, Table, terminal};
use crate::report::findings;
use crate::study::{Frontier, Point};
use crate::text::{Lang, Text};

const CURVE: Text = Text::new("取值曲线", "Trade-off curve");
const OTHER: Text = Text::new(
    "同样好的方案最多可另派人数",
    "letters of the most different equal plan",
);
const MARKS: Text = Text::new("说明", "remark");
const IN_WORDS: [Text; 3] = [
    Text::new("拐点", "knee"),
    Text::new("不必考虑", "dominated"),
    Text::new("取值不可用", "value not accepted"),
];
const NOTE: Text = Text::new(
    "“不必考虑”：另有一点要求不更低、各项目标都不更差。“拐点”：过此点后代价加快上升。",
    "Dominated: another point asks at least as much and is nowhere worse. Knee: beyond it the price rises faster.",
);
/// On a page they are the signs of the picture.
const ON_PAGE: [Text; 3] = [
    Text::new("◎ 拐点", "◎ knee"),
    Text::new("× 不必考虑", "× dominated"),
    Text::new(
        "数据有误或程序出错",
        "input has errors, or the program failed",
    ),
];

/// The curve, one row a point.
pub(crate) fn curve(curve: &Frontier, medium: Medium) -> Table {
    let page = medium == Medium::Page;
    let [knee, dominated, failed] = if page { ON_PAGE } else { IN_WORDS };
    let goals = shown_goals(curve.points.iter().find_map(|one| one.figures.as_ref()));
    let mut all = curve.points.iter().filter_map(|one| one.figures.as_ref());
    let besides = all.any(|one| one.moves != one.rotating);
    let others = curve.points.iter().any(|one| one.alternative.is_some());
    let marks = |point: &Point| {
        let marks = [(point.knee, knee), (point.dominated, dominated)].into_iter();
        let marks = marks.filter(|one| one.0).map(|one| one.1.into());
        let wrong = point.findings.0.iter().filter(|_| page);
        let wrong = wrong.map(|one| Phrase::of(|lang| one.says(lang)));
        Cell::Lines(marks.chain(wrong).collect())
    };
    let figure = |of: fn(&Figures) -> i64| move |point: &Point| point.figures.as_ref().map(of);
    let changed = |point: &Point| point.differences.as_ref().map(|one| one.letters.len());
    let table = Table::new(CURVE)
        .each(&curve.points)
        .per(curve.paths.iter().enumerate(), |rows, (no, path)| {
            if page {
                rows.name(Cell::Code(path.clone()), |point| shown(point, no))
            } else {
                rows.number(path, |point| shown(point, no))
            }
        })
        .words(ENDED, |point| ended(point.ended, failed))
        .per(goals, |rows, goal| {
            let value = |point: &Point| value(point.figures.as_ref()?, goal);
            rows.number(goal.text(), value).unit(goal.unit())
        })
        .number(ROTATING, figure(|one| one.rotating))
        .only(besides, |rows| rows.number(MOVES, figure(|one| one.moves)))
        .number(EMPTY, figure(|one| one.empty_posts))
        .number(LETTERS, changed)
        .only(others, |rows| {
            rows.number(OTHER, |point| {
                point.alternative.as_ref().map(|one| one.letters)
            })
        })
        .words(MARKS, marks)
        .done();
    if page { table } else { table.note(NOTE) }
}

/// A value of a point: a number where it is a whole one.
fn shown(point: &Point, no: usize) -> Cell {
    let shown = point.shown.get(no).map_or("", String::as_str);
    match point.values.get(no) {
        Some(one) if one.denom() == 1 && one.numer().to_string() == shown => one.numer().into(),
        _ => shown.into(),
    }
}

/// The curve in words.
pub fn frontier(of: &Frontier, lang: Lang) -> String {
    let mut text = terminal::text(&curve(of, Medium::Terminal), "", lang);
    for point in of.points.iter().filter(|one| one.findings.has_errors()) {
        text.push_str(&findings(&point.findings, lang, false));
    }
    text.push_str(NOTE.get(lang));
    text.push('\n');
    text
}
