//! A trade-off curve as a table.

use super::comparison::{EMPTY, ENDED, LETTERS, MOVES, RECRUITS, ROTATING, ended};
use super::goals::{part, shown_parts, weighted_plans};
use crate::blanks;
use crate::decide::Figures;
use crate::facts::values::rotation_share;
use crate::plan::FigureId;
use crate::print::{Cell, Medium, Phrase, Table, terminal};
use crate::report::findings;
use crate::study::{Frontier, Point};
use crate::text::{Lang, Text};

const CURVE: Text = Text::new("取值曲线", "Trade-off curve");
const OTHER: Text = Text::new(
    "同样好的方案最多可另派人数",
    "letters of the most different equal plan",
);
const BOTH: Text = Text::new(
    "{from}→{to}：再多交流{n}人可多补{m}课时、{k}个岗位。",
    "{from}→{to}: {n} more people who rotate fill {m} more weekly periods and {k} more posts.",
);
const PERIODS: Text = Text::new(
    "{from}→{to}：再多交流{n}人可多补{m}课时，不多补岗位。",
    "{from}→{to}: {n} more people who rotate fill {m} more weekly periods and no further post.",
);
const POSTS: Text = Text::new(
    "{from}→{to}：再多交流{n}人可多补{k}个岗位，课时不变。",
    "{from}→{to}: {n} more people who rotate fill {k} more posts and no further period.",
);
const NEITHER: Text = Text::new(
    "{from}→{to}：再多交流{n}人也补不了课时和岗位。",
    "{from}→{to}: {n} more people who rotate fill no further period and no further post.",
);
const MIXED: Text = Text::new(
    "{from}→{to}：再多交流{n}人，兼课前缺的课时变化{open}、空岗变化{empty}。",
    "{from}→{to}: with {n} more people who rotate, uncovered weekly periods change by {open} and empty posts by {empty}.",
);
const POINT: Text = Text::new("取值", "value");
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
    let mut all = curve.points.iter().filter_map(|one| one.figures.as_ref());
    let parts = shown_parts(all.clone());
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
        .per(parts, |rows, of| {
            let value = |point: &Point| Some(part(point.figures.as_ref()?, of));
            rows.number(&of.name, value).unit(&of.unit)
        })
        .number(ROTATING, figure(|one| one.rotating))
        .only(besides, |rows| rows.number(MOVES, figure(|one| one.moves)))
        .number(RECRUITS, figure(|one| one.recruits))
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

/// What more moves buy, where the limit on the rotation share is what is varied: from each measured point to the next
/// with more people who rotate.
pub(crate) fn gained(curve: &Frontier) -> Vec<Phrase> {
    let limit = format!(
        "rules.{}.{}",
        rotation_share::RULE,
        rotation_share::AT_MOST.param.key
    );
    if curve.paths != [limit] {
        return Vec::new();
    }
    let measured = curve.points.iter().filter(|one| one.is_settled());
    let measured = measured.filter_map(|one| Some((one.shown.first()?, one.figures.as_ref()?)));
    let mut measured: Vec<(&String, &Figures)> = measured.collect();
    measured.sort_by_key(|one| one.1.rotating);
    measured.dedup_by_key(|one| one.1.rotating);
    let steps = measured.iter().zip(measured.iter().skip(1));
    steps.map(|(from, to)| step(*from, *to)).collect()
}

fn step((from, before): (&String, &Figures), (to, after): (&String, &Figures)) -> Phrase {
    let lacking = |figures: &Figures| {
        let mut parts = figures.goals.iter().flat_map(|one| &one.shown);
        let lacking = parts.find(|one| one.figure == Some(FigureId::PeriodsLacking));
        lacking.map_or(0, |one| one.value)
    };
    let periods = lacking(before) - lacking(after);
    let posts = before.empty_posts - after.empty_posts;
    let blanks = blanks! {
        from: from, to: to, n: after.rotating - before.rotating, m: periods, k: posts,
        open: format!("{:+}", -periods), empty: format!("{:+}", -posts),
    };
    let text = match (periods > 0, posts > 0) {
        (true, true) => BOTH,
        (true, false) if posts == 0 => PERIODS,
        (false, true) if periods == 0 => POSTS,
        (false, false) if (periods, posts) == (0, 0) => NEITHER,
        _ => MIXED,
    };
    Phrase::fill(text, &blanks)
}

/// The weighted goals of every point, for the technical annex.
pub(crate) fn weighted_points(curve: &Frontier) -> Table {
    let points = curve.points.iter();
    let points = points.map(|one| (Phrase::from(one.shown.join("，")), one.figures.as_ref()));
    weighted_plans(POINT, points)
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
    for line in gained(of) {
        text.push_str(line.get(lang));
        text.push('\n');
    }
    text.push_str(NOTE.get(lang));
    text.push('\n');
    text
}
