//! The words, formula and values of R23 Class sizes; the symbols stand in `class_sizes.rs`.

use crate::facts::values::class_sizes;
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;

crate::finding::codes! { pub(super),
    TOO_BIG "R23" error
        ["{school}有{number}个班超过班额上限（{limits}）：{classes}。", "{school} is over the limit of class sizes ({limits}), {number} in all: {classes}."]
        ["增设班级、分流学生或调整招生范围；教师安排改变不了班额。", "Open classes, send pupils elsewhere or redraw the catchment; no posting changes a class size."];
    TOO_MANY "R23b" error
        ["{what}有{number}个，占全部{all}个班的比例不得超过{share}，即最多{most}个。", "There are {number} {what}; at most {share} of all {all} classes may be, that is {most}."]
        ["先消除人数最多的班，并控制起始年级招生人数。", "Begin with the fullest classes, and admit fewer pupils to the first grade."];
    ADDED "R23c" error
        ["{what}上年{most}个，现有{number}个，未做到零增量。", "There are {number} {what}, after {most} last year; none may be added."]
        ["起始年级按班额上限编班，现有大班额只减不增。", "Keep the first grade within the limit; the number of large classes must not grow."];
    TOO_SLOW "R23d" error
        ["按消除进度，{what}最多还可有{most}个，现有{number}个。", "As fast as they have to go, at most {most} {what} may be left; there are {number}."]
        ["列出逐校消除计划，当年完成应消除的班数。", "Say school by school which classes go, and when."];
    NOT_STATED "R23e" note
        ["{what}有{number}个；政策取值中未填写{lacks}，消除进度无法核对。", "There are {number} {what}; the policy does not state {lacks}, so their removal is not judged."]
        ["按上报台账在 policy.toml 的 class_sizes 中补填。", "State it under class_sizes in policy.toml, from the ledger that was filed."];
}

pub(in crate::rules) static CARD: Card = Card {
    code: "R23",
    id: class_sizes::RULE,
    title: Text::new("班额", "Class sizes"),
    asks: Text::new(
        "各班人数不超过本学段班额上限；大班额、超大班额按规定的比例和进度消除，不再新增。",
        "No class is over the limit of its stage; large and super-large classes go as fast as is set, and none is added.",
    ),
    formula: "p[c] ≤ m[g]   for every c ∈ C;   |L| ≤ l·|C|,  |S| ≤ u·|C|,  |M| ≤ w·|C|;   |L| ≤ L⁻;   |L| ≤ (1 − r·y)·L°  or  (1 − r)·L⁻;   |S| ≤ (1 − h)·S°",
    unit: Text::new("个班", "classes"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "{place}放宽{amount}个班",
        "{amount} more classes over the bound for {place}",
    )),
    params: class_sizes::PARAMS,
    marks: &[Mark::Dated],
    suspected: 4,
    breaches: CODES,
};

/// Bands in which class sizes are filed: largest size, name.
pub(super) const BANDS: &[(u32, Text)] = &[
    (25, Text::new("25人及以下", "25 pupils or fewer")),
    (30, Text::new("26—30人", "26–30 pupils")),
    (35, Text::new("31—35人", "31–35 pupils")),
    (40, Text::new("36—40人", "36–40 pupils")),
    (45, Text::new("41—45人", "41–45 pupils")),
    (50, Text::new("46—50人", "46–50 pupils")),
    (55, Text::new("51—55人", "51–55 pupils")),
    (60, Text::new("56—60人", "56–60 pupils")),
    (65, Text::new("61—65人", "61–65 pupils")),
    (u32::MAX, Text::new("66人及以上", "66 pupils or more")),
];
