//! Posts that stay empty, and why (空岗原因): in a line, and each of them in a table.

use crate::blanks;
use crate::domain::Subject;
use crate::facts::fillers::WhyEmpty;
use crate::plan::{FigureId, Plan, UnfilledDoc};
use crate::print::{LIST, Phrase, Table};
use crate::text::Text;

const LINE: Text = Text::new(
    "空岗{number}个，其中全县无人可任{nobody}个{others}。",
    "{number} posts stay empty; nobody in the county could take {nobody} of them{others}.",
);
const OTHERS: Text = Text::new("；其余：{whys}", "; the others: {whys}");
/// What is said of those that somebody could take.
const WHYS: [(FigureId, Text); 4] = [
    (
        FigureId::PostsNotReleased,
        Text::new(
            "有人可任但均已任岗、无人可接，或本年不能调动{number}个",
            "{number} whose able people hold posts or may not be moved this year",
        ),
    ),
    (
        FigureId::PostsTooFar,
        Text::new("路程过远{number}个", "{number} too far away"),
    ),
    (
        FigureId::PostsNotWorth,
        Text::new("不值得专门调人{number}个", "{number} not worth a move"),
    ),
    (
        FigureId::PostsBound,
        Text::new(
            "受其他规定或调动要求限制{number}个",
            "{number} kept so by other rules",
        ),
    ),
];
const COVERED: Text = Text::new(
    "无岗人员最多能承担其中{periods}课时",
    "one without a post would cover {periods} periods of it at most",
);

/// How many stay empty, how many of them nobody could take, and what keeps the others empty; none where none is
/// empty, or where the plan does not say why.
pub(crate) fn line(doc: &Plan) -> Option<Phrase> {
    let told = doc.unfilled.iter().any(|one| one.why.is_some());
    let whys = WHYS.into_iter().filter_map(|(key, says)| {
        let number = doc.figure(key).filter(|number| *number > 0)?;
        Some(Phrase::fill(says, &blanks! { number: number }))
    });
    let whys: Vec<Phrase> = whys.collect();
    let others = if whys.is_empty() {
        Phrase::from("")
    } else {
        Phrase::fill(OTHERS, &blanks! { whys: Phrase::join(whys, LIST) })
    };
    let words = blanks! {
        number: doc.figure(FigureId::PostsEmpty), nobody: doc.figure(FigureId::PostsNobody),
        others: others,
    };
    told.then(|| Phrase::fill(LINE, &words))
}

const NOTE: Text = Text::new(
    "注：可任人数指全县在岗教师中持有相应资格、能任此岗的人，无岗人数为其中方案后没有岗位的人。",
    "Note: able are people at work in the county whose certificates fit the post; without a post are those of them who have none after the plan.",
);

/// Every post that stays empty, and why; `school` names one by its id.
pub(crate) fn table(doc: &Plan, school: impl Fn(&str) -> String) -> Table {
    let parts = |one: &UnfilledDoc| {
        let part = |(subject, periods): &(Subject, u32)| {
            Phrase::of(|lang| format!("{}{periods}", subject.text().get(lang)))
        };
        Phrase::join(one.parts.iter().map(part), Text::new("+", " + "))
    };
    let remark = |one: &UnfilledDoc| {
        let words = blanks! { periods: one.covered };
        (one.why == Some(WhyEmpty::NotWorth)).then(|| Phrase::fill(COVERED, &words))
    };
    Table::new(("空岗原因表", "empty posts"))
        .note(NOTE)
        .each(&doc.unfilled)
        .words(("学校", "School"), |one| school(&one.school))
        .words(("学段", "Stage"), |one| one.stage.text())
        .words(("学科岗位", "Teaching post"), parts)
        .sum(("空岗数", "Empty"), |one| one.number)
        .words(("原因", "Why"), |one| one.why.map(WhyEmpty::text))
        .number(("可任人数", "Able"), |one| one.able)
        .number(("其中无岗", "Without a post"), |one| one.idle)
        .words(("说明", "Remark"), remark)
        .total(Text::new("合计", "total"))
}
