//! A plan in the words of a minute's talk: how it ended, the goals, the rules, what changes.

use super::table::{Align, Table};
use crate::domain::plan::{GoalDoc, Plan, RuleDoc};
use crate::law::{Force, GoalId};
use crate::text::{Lang, Text};
use crate::words;

const TITLE: Text = Text::new("{title}（核算日期{date}）", "{title} (reckoned on {date})");
const MADE_UP: Text = Text::new("〔人员为虚构〕", " [made-up people]");
const MOVES: Text = Text::new(
    "交流轮岗{moves}人，其中自愿报名{volunteers}人；招聘补充{recruits}人。",
    "{moves} people move, {volunteers} of them volunteers; {recruits} recruits.",
);
const POSTS: Text = Text::new(
    "学科岗位共{posts}个，方案后空缺{empty}个，涉及{schools}所学校。",
    "{posts} teaching posts; {empty} stay empty after the plan, at {schools} schools.",
);
const TITLES: Text = Text::new(
    "申报职称须有乡村任教经历的{all}人：已满{has}人，由本方案补足{gets}人，仍缺{lack}人。",
    "{all} title applicants need the village year: {has} have it, {gets} get it by this plan, {lack} still lack it.",
);
const WHERE: Text = Text::new(
    "方案已写入{file}，并已从文件读回审核。",
    "The plan is in {file}; it was read back from there and audited.",
);
const NOT_PROVED: Text = Text::new(
    "注意：本方案未证明最优，不宜作为定案。",
    "Note: this plan is not proved best; do not take it as final.",
);
const GOAL: Text = Text::new("目标（依次优化）", "goal (in order)");
const BEFORE: Text = Text::new("现状", "before");
const AFTER: Text = Text::new("方案", "plan");
const BOUND: Text = Text::new("最优下界", "bound");
const UNIT: Text = Text::new("单位", "unit");
const RULE: Text = Text::new("规定", "rule");
const FORCE: Text = Text::new("效力", "force");
const NEED: Text = Text::new("应有", "need");
const ACTUAL: Text = Text::new("实有", "actual");
const HOLDS: Text = Text::new("结论", "verdict");
const YES: Text = Text::new("成立", "holds");
const TIGHT: Text = Text::new("成立（无余量）", "holds, nothing to spare");
const SHORT: Text = Text::new("尚差{short}{unit}", "short by {short} {unit}");
const NO: Text = Text::new("不成立，差{short}{unit}", "fails by {short} {unit}");

/// The summary of a plan; `file` is where it stands.
pub fn plan(doc: &Plan, file: &str, lang: Lang) -> String {
    let scenario = &doc.scenario;
    let title = match lang {
        Lang::Zh => &scenario.title_zh,
        Lang::En => &scenario.title_en,
    };
    let facts = words! { title: title, date: scenario.reckoning_date };
    let made_up = if scenario.made_up {
        MADE_UP.get(lang)
    } else {
        ""
    };
    let ended = ended(&doc.outcome.ended, lang);
    let mut text = format!("{}{made_up}\n{ended}\n\n", TITLE.fill(lang, &facts));
    if doc.outcome.withstand > 0 {
        let facts = words! { number: doc.outcome.withstand };
        text.push_str(&format!("{}\n\n", WITHSTANDS.fill(lang, &facts)));
    }
    if !proved(&doc.outcome.ended) {
        text.push_str(&format!("{}\n\n", NOT_PROVED.get(lang)));
    }
    text.push_str(&goals(&doc.outcome.goals, lang));
    text.push('\n');
    text.push_str(&rule_table(&doc.rules, lang));
    text.push('\n');
    text.push_str(&changes(doc, lang));
    text.push_str(&WHERE.fill(lang, &words! { file: file }));
    text.push('\n');
    text
}

/// What a plan says that was made so that some may refuse.
pub(crate) const WITHSTANDS: Text = Text::new(
    "任意{number}人（指定去向和原校撤并的除外）退出，其余人不必变动，硬性规定仍全部满足；最优是指在这样的方案中最优。",
    "Any {number} people but the pinned and those whose school closes may refuse: nobody else has to change and every must-rule still holds; best means best among such plans.",
);

fn proved(ended: &str) -> bool {
    matches!(ended, "proved" | "good_enough")
}

fn ended(key: &str, lang: Lang) -> String {
    let text = match key {
        "proved" => Text::new("已证明最优。", "Proved best."),
        "good_enough" => Text::new("已在要求的差距之内。", "Within the asked gap of the best."),
        "out_of_time" => Text::new(
            "到时停止，未证明最优。",
            "Stopped in time, not proved best.",
        ),
        other => return other.to_owned(),
    };
    text.get(lang).to_owned()
}

/// The name of a goal by its key.
fn goal_name(key: &str, lang: Lang) -> String {
    GoalId::find(key).map_or_else(|| key.to_owned(), |goal| goal.text().get(lang).to_owned())
}

fn pick(both: &[String; 2], lang: Lang) -> &str {
    match lang {
        Lang::Zh => &both[0],
        Lang::En => &both[1],
    }
}

fn goals(goals: &[GoalDoc], lang: Lang) -> String {
    let mut table = Table::new()
        .column(GOAL.get(lang), Align::Left)
        .column(BEFORE.get(lang), Align::Right)
        .column(AFTER.get(lang), Align::Right)
        .column(BOUND.get(lang), Align::Right)
        .column(UNIT.get(lang), Align::Left);
    // The canonical order only makes the plan unique; its value says nothing to a person.
    for goal in goals
        .iter()
        .filter(|goal| goal.goal != GoalId::Canonical.key())
    {
        table.row([
            goal_name(&goal.goal, lang),
            goal.before.to_string(),
            goal.value.to_string(),
            goal.bound
                .map_or_else(|| "?".into(), |bound| bound.to_string()),
            pick(&goal.unit, lang).to_owned(),
        ]);
    }
    table.render("  ")
}

fn rule_table(rules: &[RuleDoc], lang: Lang) -> String {
    let mut table = Table::new()
        .column(RULE.get(lang), Align::Left)
        .column(FORCE.get(lang), Align::Left)
        .column(NEED.get(lang), Align::Right)
        .column(ACTUAL.get(lang), Align::Right)
        .column(UNIT.get(lang), Align::Left)
        .column(HOLDS.get(lang), Align::Left);
    for rule in rules {
        let force = Force::find(&rule.force);
        table.row([
            format!("{} {}", rule.code, super::rules::title(&rule.id, lang)),
            force
                .map_or(rule.force.as_str(), |force| force.text().get(lang))
                .to_owned(),
            rule.need.to_string(),
            rule.actual.to_string(),
            pick(&rule.unit, lang).to_owned(),
            rule_verdict(rule, lang),
        ]);
    }
    table.render("  ")
}

/// The verdict of a rule in a word; a rule that is only a goal cannot fail, it falls short.
pub(super) fn verdict(
    force: Option<Force>,
    holds: bool,
    binding: bool,
    (short, unit): (i64, &str),
    lang: Lang,
) -> String {
    match (holds, binding) {
        (true, false) => YES.get(lang).to_owned(),
        (true, true) => TIGHT.get(lang).to_owned(),
        (false, _) => {
            let text = if force == Some(Force::Goal) {
                SHORT
            } else {
                NO
            };
            text.fill(lang, &words! { short: short, unit: unit })
        }
    }
}

/// The verdict of a rule in a plan.
pub(crate) fn rule_verdict(rule: &RuleDoc, lang: Lang) -> String {
    verdict(
        Force::find(&rule.force),
        rule.holds,
        rule.binding,
        (rule.shortfall, pick(&rule.shortfall_unit, lang)),
        lang,
    )
}

/// What a plan decides, a line each, in figures only.
pub(crate) fn changes(doc: &Plan, lang: Lang) -> String {
    use crate::domain::plan::Reason;
    let volunteers = doc
        .moves
        .iter()
        .filter(|one| one.reasons.contains(&Reason::Volunteer));
    let recruits: u32 = doc.recruits.iter().map(|one| one.number).sum();
    let facts = words! {
        moves: doc.moves.len(),
        volunteers: volunteers.count(),
        recruits: recruits,
    };
    let mut text = MOVES.fill(lang, &facts);
    text.push('\n');
    let posts = doc.schools.iter().flat_map(|school| &school.teaching_posts);
    let (number, empty) = posts.fold((0, 0), |(number, empty), post| {
        (number + post.number, empty + post.empty)
    });
    let lacking = |school: &&crate::domain::plan::SchoolDoc| {
        school.teaching_posts.iter().any(|post| post.empty > 0)
    };
    let schools = doc.schools.iter().filter(lacking).count();
    text.push_str(&POSTS.fill(
        lang,
        &words! { posts: number, empty: empty, schools: schools },
    ));
    text.push('\n');
    if !doc.titles.is_empty() {
        let has = doc.titles.iter().filter(|one| one.has_year).count();
        let gets = doc
            .titles
            .iter()
            .filter(|one| !one.has_year && one.gets_year)
            .count();
        let all = doc.titles.len();
        let facts = words! { all: all, has: has, gets: gets, lack: all - has - gets };
        text.push_str(&TITLES.fill(lang, &facts));
        text.push('\n');
    }
    text.push_str(&super::besides::besides(doc, lang));
    text
}
