//! A trade-off curve as a table.

use super::comparison::shown_goals;
use super::study_heads::{EMPTY, ENDED, LETTERS, MARKS, MOVES, OTHER};
use super::table::{Align, Table};
use crate::plan::Ended;
use crate::study::{Frontier, Point};
use crate::text::{Lang, Text};

const KNEE: Text = Text::new("拐点", "knee");
const DOMINATED: Text = Text::new("不必考虑", "dominated");
const FAILED: Text = Text::new("取值不可用", "value not accepted");
const NOTE: Text = Text::new(
    "“不必考虑”：另有一点要求不更低、各项目标都不更差。“拐点”：过此点后代价加快上升。",
    "Dominated: another point asks at least as much and is nowhere worse. Knee: beyond it the price rises faster.",
);

/// The curve, one row a point.
pub(crate) fn curve(curve: &Frontier, lang: Lang) -> Table {
    let figures = curve.points.iter().find_map(|one| one.figures.as_ref());
    let goals = figures.map_or_else(Vec::new, shown_goals);
    let others = curve.points.iter().any(|one| one.alternative.is_some());
    let mut table = Table::new();
    for path in &curve.paths {
        table = table.column(path.as_str(), Align::Right);
    }
    table = table.column(ENDED.get(lang), Align::Left);
    for goal in &goals {
        table = table.column(goal.text().get(lang), Align::Right);
    }
    for head in [MOVES, EMPTY, LETTERS] {
        table = table.column(head.get(lang), Align::Right);
    }
    if others {
        table = table.column(OTHER.get(lang), Align::Right);
    }
    table = table.column(MARKS.get(lang), Align::Left);
    for point in &curve.points {
        let mut row: Vec<String> = point.shown.clone();
        let ended = point.ended.map_or(FAILED, Ended::text);
        row.push(ended.get(lang).to_owned());
        let value = |goal| {
            let figures = point.figures.as_ref()?;
            let one = figures.goals.iter().find(|one| one.goal == goal)?;
            Some(one.value.to_string())
        };
        row.extend(goals.iter().map(|goal| value(*goal).unwrap_or_default()));
        let number = |is: Option<i64>| is.map_or_else(String::new, |one| one.to_string());
        let figures = point.figures.as_ref();
        row.push(number(figures.map(|one| one.moves)));
        row.push(number(figures.map(|one| one.empty_posts)));
        let letters = point.differences.as_ref().map(|one| one.letters.len());
        row.push(letters.map_or_else(String::new, |one| one.to_string()));
        if others {
            row.push(number(point.alternative.as_ref().map(|one| one.letters)));
        }
        row.push(marks(point, lang));
        table.row(row);
    }
    table
}

/// How to read the marks of a curve.
pub(crate) fn curve_note(lang: Lang) -> &'static str {
    NOTE.get(lang)
}

/// The curve in words.
pub fn frontier(of: &Frontier, lang: Lang) -> String {
    let mut text = curve(of, lang).render("");
    for point in of.points.iter().filter(|one| one.findings.has_errors()) {
        text.push_str(&super::findings(&point.findings, lang, false));
    }
    text.push_str(curve_note(lang));
    text.push('\n');
    text
}

fn marks(point: &Point, lang: Lang) -> String {
    let marks = [(point.knee, KNEE), (point.dominated, DOMINATED)];
    let marks = marks.into_iter().filter(|(holds, _)| *holds);
    let words: Vec<_> = marks.map(|(_, mark)| mark.get(lang)).collect();
    words.join(if lang == Lang::Zh { "、" } else { ", " })
}
