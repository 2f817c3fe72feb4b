//! The counties of a region side by side, in words.

use crate::blanks;
use crate::plan::{Ended, FigureId};
use crate::print::terminal::Lines;
use crate::print::{Align, Cell, LIST, Phrase, Table, row};
use crate::report::ended::made_up;
use crate::report::findings;
use crate::rules::card;
use crate::study::{
    BalanceResult, CountyFigures, CountyResult, HelpSchool, RegionSummary, StageTotals,
};
use crate::text::{Lang, Text};

const TITLE: Text = Text::new(
    "{title}：{counties}个县区，{planned}个有方案",
    "{title}: {counties} counties, {planned} of them with a plan",
);
const REGION: Text = Text::new("本区域", "The region");
const ALL: Text = Text::new("合计", "all");
const FAILED: Text = Text::new("数据有误", "input has errors");
const FAULT: Text = Text::new("程序故障", "fault of the program");
const YES: Text = Text::new("达标", "reached");
const NO: Text = Text::new("未达标", "not reached");
const OFF: Text = Text::new("未启用", "off");
const WRONG: Text = Text::new(
    "{county}：数据有{errors}处错误，未编制方案；逐条见 lungang check {folder}",
    "{county}: {errors} errors in the input, no plan; `lungang check {folder}` lists them",
);
const CONFLICT: Text = Text::new(
    "{county}：不能同时成立的硬性规定是 {rules}；可行的办法见 lungang plan {folder}",
    "{county}: these must-rules cannot hold together: {rules}; `lungang plan {folder}` says what would help",
);
const BROKEN: Text = Text::new(
    "{county}：求解结果未通过核对，未写出方案：{why}",
    "{county}: the solver's answer did not stand up to checking, no plan: {why}",
);
const FAILS: Text = Text::new(
    "{county}：不成立的硬性规定：{rules}",
    "{county}: must-rules that fail: {rules}",
);
const SHARE: Text = Text::new(
    "交流比例合计（{name}）：{numerator}/{denominator}",
    "rotation share in all ({name}): {numerator}/{denominator}",
);
const THREE: Text = Text::new(
    "师资三项指标（高于规定学历教师、骨干教师、体育艺术教师）逐校达标的县区{per_pupil}个，校际差异系数达标的{balance}个，两项都达标的{balanced}个，共{counties}个县区。优质均衡七项资源配置指标的其余四项（教学及辅助用房、体育运动场馆、教学仪器设备、网络多媒体教室）不在表内，不作评估。",
    "Of {counties} counties {per_pupil} have the three kinds of staff (above the prescribed degree, backbone, PE and art) at every school, {balance} have coefficients between schools that are small enough, {balanced} have both. The other four of the seven indicators of quality balance (rooms, sports grounds, equipment, media rooms) are not in the tables and are not judged.",
);
const SHARE_HOLDS: Text = Text::new(
    "优质均衡县区：应达{share}，即{counties}个县区中的{need}个{since}{source}；按师资指标已有{reached}个，够数。",
    "Counties in quality balance: {share} must be, {need} of {counties}{since}{source}; by the indicators of staff {reached} are, which is enough.",
);
const SHARE_SHORT: Text = Text::new(
    "优质均衡县区：应达{share}，即{counties}个县区中的{need}个{since}{source}；按师资指标只有{reached}个，尚差{short}个。",
    "Counties in quality balance: {share} must be, {need} of {counties}{since}{source}; by the indicators of staff {reached} are, {short} too few.",
);
const SINCE: Text = Text::new("，自{words}起", ", from {words}");
const SOURCE: Text = Text::new("（{words}）", " ({words})");
const QUOTA: Text = Text::new(
    "{stage}编制：各县区总量合计{sum}人",
    "quota, {stage}: the county totals add up to {sum} heads",
);
const TOTAL: Text = Text::new(
    "，全区域总量{total}人",
    ", the total of the region is {total}",
);
const LEFT: Text = Text::new("，尚余{left}人", ", {left} are left");
const OVER: Text = Text::new("，超出{over}人", ", {over} too many");
const UNKNOWN: Text = Text::new(
    "（{counties}的总量不详，未计入）",
    " (the total of {counties} is not known and not in the sum)",
);
const SHORT: Text = Text::new(
    "{county}：总量{total}人，按标准应有{asked}人，缺{short}人",
    "{county}: total {total}, the rule asks {asked}, {short} short",
);
const SUGGESTED: Text = Text::new(
    "；按缺额比例可增{suggested}人",
    "; in proportion {suggested} more could go there",
);
const FAVOURED: Text = Text::new(
    "；倾斜支持，优先增{suggested}人",
    "; favoured, {suggested} more could go there first",
);
const NO_DECISION: Text = Text::new(
    "以上增加数按缺额比例、以最大余数法取整，仅供参考，不是决定；总量由编制部门核定，确定后填入各县区编制总量表重新测算。",
    "The heads that could go there are in proportion to what is short, by largest remainder: a suggestion, no decision. Totals are set by the staffing office; once they are, enter them in the counties' tables and plan again.",
);
const HELP: Text = Text::new(
    "结对帮扶（只列出，不影响方案）：",
    "Schools that help others (only listed, no part of the plans):",
);
const AT: Text = Text::new("{county}{name}（{school}）", "{county} {name} ({school})");

/// A summary in words.
pub fn region(all: &RegionSummary, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    lines.add(&findings(&all.findings, lang, false));
    let title = match lang.pick(all.title_zh.as_str(), &all.title_en) {
        "" => REGION.get(lang),
        title => title,
    };
    let totals = &all.totals;
    let blanks = blanks! { title: title, counties: totals.counties, planned: totals.planned };
    let some_made_up = all.counties.iter().any(|one| one.county.made_up);
    lines.say(0, TITLE.fill(lang, &blanks) + made_up(some_made_up, lang));
    lines.gap();
    lines.table(2, &overview(all));
    lines.gap();
    for one in &all.counties {
        trouble(&mut lines, one, lang);
    }
    for one in &totals.rotation {
        let blanks = blanks! {
            name: one.name.get(lang), numerator: one.numerator, denominator: one.denominator,
        };
        lines.fill(0, SHARE, &blanks);
    }
    let blanks = blanks! { counties: totals.counties, per_pupil: totals.per_pupil,
    balance: totals.balance, balanced: totals.balanced };
    lines.fill(0, THREE, &blanks);
    if let Some(one) = &all.balance {
        balance(&mut lines, one);
    }
    quota(&mut lines, all, lang);
    help(&mut lines, all, lang);
    lines.done()
}

/// Its title; its short name when it has none.
fn name(one: &CountyResult, lang: Lang) -> &str {
    let title = lang.pick(&one.county.title_zh, &one.county.title_en);
    if title.is_empty() { &one.key } else { title }
}

/// The same by the short name.
fn name_of<'a>(all: &'a RegionSummary, key: &'a str, lang: Lang) -> &'a str {
    let found = all.counties.iter().find(|one| one.key == key);
    found.map_or(key, |one| name(one, lang))
}

fn overview(all: &RegionSummary) -> Table {
    let ended = |one: &CountyResult| match (one.ended, &one.fault) {
        (Some(ended), _) => ended.text(),
        (None, Some(_)) => FAULT,
        (None, None) => FAILED,
    };
    let table = Table::new("")
        .column(("县区", "county"), Align::Left)
        .column(("结论", "ended"), Align::Left)
        .column(("不成立的硬性规定", "must-rules failing"), Align::Right)
        .column(FigureId::Rotating.text(), Align::Right)
        .column(FigureId::RecruitsUsed.text(), Align::Right)
        .column(("空岗（原→后）", "empty posts (was→is)"), Align::Right)
        .column(("交流比例", "rotation share"), Align::Right)
        .column(("超编校/缺编校", "schools over/under quota"), Align::Right)
        .column(("师资三项", "staff, three"), Align::Left)
        .column(("差异系数", "coefficients"), Align::Left)
        .column(
            ("职称岗位已聘/核定", "title posts filled/approved"),
            Align::Right,
        );
    let counties = all.counties.iter().map(|one| {
        let mut cells = row![Phrase::of(|lang| name(one, lang).to_owned()), ended(one)];
        cells.extend(one.figures.iter().flat_map(figures));
        cells
    });
    let all = &all.totals;
    let total = row![
        ALL,
        Cell::Pair(all.planned, all.counties),
        Cell::Blank,
        all.rotating,
        all.recruits,
        became(all.empty_before, all.empty_after),
        Cell::Blank,
        Cell::Pair(all.schools_over, all.schools_under),
        Cell::Pair(all.per_pupil, all.counties),
        Cell::Pair(all.balance, all.counties),
        Cell::Pair(all.titles_filled, all.titles_approved),
    ];
    table.rows(counties.chain([total]))
}

/// The cells of a county that has a plan.
fn figures(one: &CountyFigures) -> Vec<Cell> {
    let share = one.rotation.as_ref();
    let share = share.map(|one| Cell::Share(one.numerator, one.denominator));
    row![
        one.failing.len(),
        one.rotating,
        one.recruits,
        became(one.empty_before, one.empty_after),
        share.unwrap_or_else(|| OFF.into()),
        Cell::Pair(one.schools_over, one.schools_under),
        reached(one.staff.per_pupil),
        reached(one.staff.balance),
        Cell::Pair(one.titles_filled, one.titles_approved),
    ]
}

fn became(before: i64, after: i64) -> Cell {
    format!("{before}→{after}").into()
}

fn reached(holds: Option<bool>) -> Cell {
    match holds {
        Some(true) => YES.into(),
        Some(false) => NO.into(),
        None => OFF.into(),
    }
}

/// What stands in the way of a county; nothing when it has a plan whose must-rules hold.
fn trouble(lines: &mut Lines, one: &CountyResult, lang: Lang) {
    let county = name(one, lang);
    let failing = one.figures.iter().flat_map(|one| &one.failing);
    let failing: Vec<&str> = failing.map(String::as_str).collect();
    let rules = |ids: &[&str]| {
        let title = |id: &&str| match card(id) {
            Some(card) => Phrase::numbered(card.code, card.title),
            None => Phrase::from(*id),
        };
        Phrase::join(ids.iter().map(title), LIST)
    };
    if let Some(why) = &one.fault {
        lines.fill(0, BROKEN, &blanks! { county: county, why: why });
    } else if one.errors > 0 {
        let blanks = blanks! { county: county, errors: one.errors, folder: one.path };
        lines.fill(0, WRONG, &blanks);
    } else if one.ended == Some(Ended::NoPlanExists) {
        let conflict: Vec<_> = one.conflict.iter().map(|id| id.key()).collect();
        let blanks = blanks! { county: county, rules: rules(&conflict), folder: one.path };
        lines.fill(0, CONFLICT, &blanks);
    } else if !failing.is_empty() {
        let blanks = blanks! { county: county, rules: rules(&failing) };
        lines.fill(0, FAILS, &blanks);
    }
}

fn balance(lines: &mut Lines, one: &BalanceResult) {
    let stated = |words: &Option<String>, text| {
        let words = words.as_ref().map(|words| blanks! { words: words });
        words.map_or("".into(), |words| Phrase::fill(text, &words))
    };
    let (since, source) = (
        stated(&one.asked.since, SINCE),
        stated(&one.asked.source, SOURCE),
    );
    let text = if one.holds { SHARE_HOLDS } else { SHARE_SHORT };
    let blanks = blanks! {
        share: one.asked.share.to_string(), counties: one.counties, need: one.need,
        since: since, source: source,
        reached: one.reached, short: one.need - one.reached,
    };
    lines.fill(0, text, &blanks);
}

fn quota(lines: &mut Lines, all: &RegionSummary, lang: Lang) {
    for one in &all.quota {
        lines.gap();
        stage(lines, all, one, lang);
    }
    let mut suggests = all.quota.iter().flat_map(|one| &one.counties);
    if suggests.any(|one| one.suggested > 0) {
        lines.say(0, NO_DECISION);
    }
}

/// One stage: the sum, what is left, and the counties that are short, most first.
fn stage(lines: &mut Lines, all: &RegionSummary, one: &StageTotals, lang: Lang) {
    let mut text = QUOTA.fill(lang, &blanks! { stage: one.stage.text(), sum: one.sum });
    if let Some(total) = one.total {
        text.push_str(&TOTAL.fill(lang, &blanks! { total: total }));
        let over = one.sum - total;
        if over > 0 {
            text.push_str(&OVER.fill(lang, &blanks! { over: over }));
        } else if let Some(left) = one.left {
            text.push_str(&LEFT.fill(lang, &blanks! { left: left }));
        }
    }
    if !one.unknown.is_empty() {
        let names = one.unknown.iter().map(|key| name_of(all, key, lang));
        let names: Vec<&str> = names.collect();
        text.push_str(&UNKNOWN.fill(lang, &blanks! { counties: names }));
    }
    lines.say(0, text);
    let mut short: Vec<_> = one.counties.iter().filter(|one| one.short > 0).collect();
    short.sort_by_key(|one| std::cmp::Reverse(one.short));
    for one in short {
        let blanks = blanks! { county: name_of(all, &one.county, lang), total: one.total,
        asked: one.asked.ratio().ceil().to_integer(), short: one.short };
        let mut line = SHORT.fill(lang, &blanks);
        if one.suggested > 0 {
            let words = if one.favoured { FAVOURED } else { SUGGESTED };
            line.push_str(&words.fill(lang, &blanks! { suggested: one.suggested }));
        }
        lines.say(2, line);
    }
}

fn help(lines: &mut Lines, all: &RegionSummary, lang: Lang) {
    let school = |one: &HelpSchool| {
        let blanks = blanks! { county: name_of(all, &one.county, lang),
        name: one.name.clone().unwrap_or_default(), school: one.school };
        AT.fill(lang, &blanks)
    };
    if !all.help.is_empty() {
        lines.gap();
        lines.say(0, HELP);
    }
    for one in &all.help {
        let (helper, helped) = (school(&one.helper), school(&one.helped));
        lines.say(2, format!("{helper} → {helped}"));
    }
}
