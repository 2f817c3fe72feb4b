//! The counties of a region side by side, in words.

use super::table::{Align, Table};
use crate::blanks;
use crate::plan::Ended;
use crate::study::{
    BalanceResult, CountyFigures, CountyResult, HelpSchool, RegionSummary, RegionTotals,
    StageTotals,
};
use crate::text::{Lang, Text};

const TITLE: Text = Text::new(
    "{title}：{counties}个县区，{planned}个有方案",
    "{title}: {counties} counties, {planned} of them with a plan",
);
const REGION: Text = Text::new("本区域", "The region");
const MADE_UP: Text = Text::new("〔人员为虚构〕", " [made-up people]");
const COUNTY: Text = Text::new("县区", "county");
const ENDED: Text = Text::new("结论", "ended");
const FAILING: Text = Text::new("不成立的硬性规定", "must-rules failing");
const MOVES: Text = Text::new("交流", "moves");
const RECRUITS: Text = Text::new("招聘", "recruits");
const EMPTY: Text = Text::new("空岗（原→后）", "empty posts (was→is)");
const ROTATION: Text = Text::new("交流比例", "rotation share");
const SCHOOLS: Text = Text::new("超编校/缺编校", "schools over/under quota");
const STAFF: Text = Text::new("师资三项", "staff, three");
const BALANCE: Text = Text::new("差异系数", "coefficients");
const TITLES: Text = Text::new("职称岗位已聘/核定", "title posts filled/approved");
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
const SINCE: Text = Text::new("，自{since}起", ", from {since}");
const SOURCE: Text = Text::new("（{source}）", " ({source})");
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
    let mut text = super::findings(&all.findings, lang, false);
    let title = match lang {
        Lang::Zh => &all.title_zh,
        Lang::En => &all.title_en,
    };
    let title = if title.is_empty() {
        REGION.get(lang)
    } else {
        title
    };
    let blanks =
        blanks! { title: title, counties: all.totals.counties, planned: all.totals.planned };
    text.push_str(&TITLE.fill(lang, &blanks));
    if all.counties.iter().any(|one| one.made_up) {
        text.push_str(MADE_UP.get(lang));
    }
    text.push_str("\n\n");
    text.push_str(&overview(all, lang));
    text.push('\n');
    for one in &all.counties {
        text.push_str(&trouble(one, lang));
    }
    for one in &all.totals.rotation {
        let blanks = blanks! { name: one.name.get(lang), numerator: one.numerator, denominator: one.denominator };
        text.push_str(&format!("{}\n", SHARE.fill(lang, &blanks)));
    }
    text.push_str(&three(&all.totals, lang));
    if let Some(one) = &all.balance {
        text.push_str(&balance(one, lang));
    }
    text.push_str(&quota(all, lang));
    text.push_str(&help(all, lang));
    text
}

/// Its title; its short name when it has none.
fn name(one: &CountyResult, lang: Lang) -> &str {
    let title = match lang {
        Lang::Zh => &one.title_zh,
        Lang::En => &one.title_en,
    };
    if title.is_empty() { &one.key } else { title }
}

/// The same by the short name.
fn name_of<'a>(all: &'a RegionSummary, key: &'a str, lang: Lang) -> &'a str {
    let found = all.counties.iter().find(|one| one.key == key);
    found.map_or(key, |one| name(one, lang))
}

fn overview(all: &RegionSummary, lang: Lang) -> String {
    let mut table = Table::new()
        .column(COUNTY.get(lang), Align::Left)
        .column(ENDED.get(lang), Align::Left)
        .column(FAILING.get(lang), Align::Right);
    for head in [MOVES, RECRUITS, EMPTY, ROTATION, SCHOOLS] {
        table = table.column(head.get(lang), Align::Right);
    }
    for head in [STAFF, BALANCE] {
        table = table.column(head.get(lang), Align::Left);
    }
    table = table.column(TITLES.get(lang), Align::Right);
    for one in &all.counties {
        let ended = match (one.ended, &one.fault) {
            (Some(ended), _) => ended.text(),
            (None, Some(_)) => FAULT,
            (None, None) => FAILED,
        };
        let mut row = vec![name(one, lang).to_owned(), ended.get(lang).to_owned()];
        if let Some(figures) = &one.figures {
            row.extend(cells(figures, lang));
        }
        table.row(row);
    }
    table.row(sums(&all.totals, lang));
    table.render("  ")
}

fn cells(one: &CountyFigures, lang: Lang) -> [String; 9] {
    let rotation = one.rotation.as_ref();
    let rotation = rotation.map(|one| format!("{}/{}", one.numerator, one.denominator));
    let off = || OFF.get(lang).to_owned();
    let reached = |holds: Option<bool>| match holds {
        Some(true) => YES.get(lang).to_owned(),
        Some(false) => NO.get(lang).to_owned(),
        None => off(),
    };
    [
        one.failing.len().to_string(),
        one.moves.to_string(),
        one.recruits.to_string(),
        format!("{}→{}", one.empty_before, one.empty_after),
        rotation.unwrap_or_else(off),
        format!("{}/{}", one.schools_over, one.schools_under),
        reached(one.staff.per_pupil),
        reached(one.staff.balance),
        format!("{}/{}", one.titles_filled, one.titles_approved),
    ]
}

fn sums(all: &RegionTotals, lang: Lang) -> [String; 11] {
    [
        ALL.get(lang).to_owned(),
        format!("{}/{}", all.planned, all.counties),
        String::new(),
        all.moves.to_string(),
        all.recruits.to_string(),
        format!("{}→{}", all.empty_before, all.empty_after),
        String::new(),
        format!("{}/{}", all.schools_over, all.schools_under),
        format!("{}/{}", all.per_pupil, all.counties),
        format!("{}/{}", all.balance, all.counties),
        format!("{}/{}", all.titles_filled, all.titles_approved),
    ]
}

/// What stands in the way of a county; nothing when it has a plan whose must-rules hold.
fn trouble(one: &CountyResult, lang: Lang) -> String {
    let county = name(one, lang);
    let rules = |ids: Vec<&str>| {
        let cards = crate::rules::cards();
        let of = |id: &str| cards.iter().find(|card| card.id == id);
        let titles = ids.into_iter().map(|id| {
            of(id).map_or_else(
                || id.to_owned(),
                |card| format!("{} {}", card.code, card.title.get(lang)),
            )
        });
        titles.collect::<Vec<_>>()
    };
    let line = if let Some(why) = &one.fault {
        BROKEN.fill(lang, &blanks! { county: county, why: why })
    } else if one.has_errors() {
        let blanks = blanks! { county: county, errors: one.errors, folder: one.folder };
        WRONG.fill(lang, &blanks)
    } else if one.ended == Some(Ended::NoPlanExists) {
        let rules = rules(one.conflict.clone());
        CONFLICT.fill(
            lang,
            &blanks! { county: county, rules: rules, folder: one.folder },
        )
    } else {
        let failing = one.figures.iter().flat_map(|one| &one.failing);
        let failing: Vec<&str> = failing.map(String::as_str).collect();
        if failing.is_empty() {
            return String::new();
        }
        FAILS.fill(lang, &blanks! { county: county, rules: rules(failing) })
    };
    format!("{line}\n")
}

fn three(all: &RegionTotals, lang: Lang) -> String {
    let blanks = blanks! { counties: all.counties, per_pupil: all.per_pupil,
    balance: all.balance, balanced: all.balanced };
    format!("{}\n", THREE.fill(lang, &blanks))
}

fn balance(one: &BalanceResult, lang: Lang) -> String {
    let since = one.asked.since.as_ref();
    let since = since.map(|since| SINCE.fill(lang, &blanks! { since: since }));
    let source = one.asked.source.as_ref();
    let source = source.map(|source| SOURCE.fill(lang, &blanks! { source: source }));
    let blanks = blanks! {
        share: one.asked.share.to_string(), counties: one.counties, need: one.need,
        since: since.unwrap_or_default(), source: source.unwrap_or_default(),
        reached: one.reached, short: one.need - one.reached,
    };
    let text = if one.holds { SHARE_HOLDS } else { SHARE_SHORT };
    format!("{}\n", text.fill(lang, &blanks))
}

fn quota(all: &RegionSummary, lang: Lang) -> String {
    let mut text = String::new();
    for one in &all.quota {
        text.push('\n');
        text.push_str(&stage(all, one, lang));
    }
    let suggests = all.quota.iter().flat_map(|one| &one.counties);
    if suggests.into_iter().any(|one| one.suggested > 0) {
        text.push_str(&format!("{}\n", NO_DECISION.get(lang)));
    }
    text
}

/// One stage: the sum, what is left, and the counties that are short, most first.
fn stage(all: &RegionSummary, one: &StageTotals, lang: Lang) -> String {
    let blanks = blanks! { stage: one.stage.text(), sum: one.sum };
    let mut text = QUOTA.fill(lang, &blanks);
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
    text.push('\n');
    let mut short: Vec<_> = one.counties.iter().filter(|one| one.short > 0).collect();
    short.sort_by_key(|one| std::cmp::Reverse(one.short));
    for one in short {
        let blanks = blanks! { county: name_of(all, &one.county, lang), total: one.total,
        asked: one.asked.ratio().ceil().to_integer(), short: one.short };
        let mut line = SHORT.fill(lang, &blanks);
        if one.suggested > 0 {
            line.push_str(&SUGGESTED.fill(lang, &blanks! { suggested: one.suggested }));
        }
        text.push_str(&format!("  {line}\n"));
    }
    text
}

fn help(all: &RegionSummary, lang: Lang) -> String {
    if all.help.is_empty() {
        return String::new();
    }
    let school = |one: &HelpSchool| {
        let blanks = blanks! { county: name_of(all, &one.county, lang),
        name: one.name.clone().unwrap_or_default(), school: one.school };
        AT.fill(lang, &blanks)
    };
    let mut text = format!("\n{}\n", HELP.get(lang));
    for one in &all.help {
        text.push_str(&format!(
            "  {} → {}\n",
            school(&one.helper),
            school(&one.helped)
        ));
    }
    text
}
