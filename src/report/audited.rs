//! The verdict on a plan that somebody brings, in one sentence: what became of the file, whether it holds, and what
//! the changes cost.

use super::edits::kinds;
use crate::blanks;
use crate::finding::{About, Finding, Severity};
use crate::plan::{Made, Plan, by_themselves, edited, upgrade, without_sheets};
use crate::policy::{Force, GoalId};
use crate::print::{COMMA, Phrase};
use crate::rules::card;
use crate::run::Audited;
use crate::text::{Lang, Text};
use std::collections::BTreeMap;

const HOLDS: Text = Text::new(
    "审核结论：{file}；方案成立。{rules}。{cost}",
    "Verdict: {file}; the plan holds. {rules}. {cost}",
);
const FAILS: Text = Text::new(
    "审核结论：{file}；方案不成立。{rules}；其他错误{errors}处。{cost}",
    "Verdict: {file}; the plan does not hold. {rules}; {errors} other errors. {cost}",
);
const UNREAD: Text = Text::new(
    "审核结论：未能读出方案，错误{errors}处。",
    "Verdict: no plan could be read; {errors} errors.",
);
const UNREADABLE: Text = Text::new(
    "审核结论：方案文件有{number}处读不出（如{place}），改正后再审核；在此之前看不出改了什么、方案是否成立。",
    "Verdict: {number} cells of the plan cannot be read (such as {place}); mend them and audit again. Before that neither what was changed nor whether the plan holds can be told.",
);
const RULES: Text = Text::new(
    "硬性规定{all}项，不成立{broken}项{which}",
    "{all} must-rules, {broken} of them broken{which}",
);
const AND_MORE: Text = Text::new("等{number}项", " and others, {number} in all");
const COST: Text = Text::new(
    "与文件所列相比：{goals}。",
    "Against what the file says: {goals}.",
);
const SAME: Text = Text::new(
    "各项目标与改动前相同。",
    "Every goal comes to the same as before.",
);
const AS_WRITTEN: Text = Text::new("文件与写出时一致", "the file is as it was written");
const NOT_SO: Text = Text::new(
    "文件自带的校验码相符，但所列有{number}处不是其决定推算的结果",
    "the file agrees with its own digest, but {number} things in it do not follow from what it decides",
);
const UNSURE: Text = Text::new(
    "编制时的数据与现在的不同，写出后是否改动过无从核对，按现在的数据审核，所列有{number}处与此不同",
    "it was made from other tables, so whether it was edited cannot be told; it is judged by those of today, from which {number} things in it differ",
);
const CHANGED: Text = Text::new(
    "写出后改动了{number}处（{kinds}）",
    "{number} things were edited after it was written ({kinds})",
);
const NO_DECISION: Text = Text::new(
    "没有校验码，写出后是否改动过只能与所存底稿对照：所列决定与底稿一致",
    "without a digest it can only be held against the decisions that it keeps, and it decides what these say",
);
const LACKS: Text = Text::new(
    "写出后删去了工作表，缺{kinds}{anew}；其余所列决定与底稿一致",
    "sheets were taken out after it was written, and with them {kinds}{anew}; what else it decides is what it was made with",
);
const ANEW: Text = Text::new(
    "，现有的任教岗位是按去向重新安排的，不是原方案的",
    "; who teaches what was decided anew for the moves and is not what the plan had",
);
const OTHERWISE_CHANGED: Text = Text::new(
    "文件写出后被改动过，所列决定没有改动",
    "the file was changed after it was written, but nothing that it decides",
);
const NOT_COUNTED: Text = Text::new(
    "；另有{number}张表改在了只供查看之处，不起作用",
    "; {number} more sheets were changed where they are only shown, which does not count",
);
const STALE: Text = Text::new(
    "；所列数字仍是改动前的，lungang replan 会更新",
    "; its figures are those of before, which lungang replan brings up to date",
);
const OTHERS: Text = Text::new(
    "；编制时的数据与现在的不同，按现在的数据审核",
    "; it was made from other tables, and is judged by those of today",
);
const EDITED: Text = Text::new(
    "文件写出后被改动过",
    "the file was changed after it was written",
);
const BY_HAND: Text = Text::new(
    "工作簿或人工编制的文件，没有校验码和底稿，写出后是否改动过无从核对",
    "a workbook or made by hand, without a digest: whether it was edited cannot be told",
);
const BESIDE: Text = Text::new("；另有{kinds}", "; besides, {kinds}");
const KIND: Text = Text::new("{what}{number}处", "{what} ({number})");
/// What else was done to the file, by what is found of it.
static FOUND: [(&[&str], Text); 8] = [
    (
        &["A04", "A106"],
        Text::new("原单位与教师表不符", "people sent from where they are not"),
    ),
    (&["A03"], Text::new("同一人重复列出", "people listed twice")),
    (&["A66"], Text::new("表外文字", "words beside a table")),
    (
        &["A87"],
        Text::new("与调动相左的备注", "remarks against a move"),
    ),
    (&["A89"], Text::new("删除线", "rows struck through")),
    (&["A90", "A91"], Text::new("批注", "comments")),
    (
        &["A120"],
        Text::new(
            "没有计入的说明文字",
            "notes that were not taken into account",
        ),
    ),
    (
        &["A122"],
        Text::new("与名单不符的合计", "totals that do not fit the list"),
    ),
];
/// What is found of cells of the file that is none of these.
const OTHERWISE: Text = Text::new("其他要核对的单元格", "other cells in question");
/// What is found of figures that are not what they should be.
const DIFFERS: [&str; 3] = ["A30", "A31", "A32"];
/// What is found of changes where a workbook is only shown.
const ONLY_SHOWN: [&str; 3] = ["A50", "A51", "A52"];
/// Broken rules that are named.
const NAMED: usize = 3;

/// The sentence.
pub fn audited(audited: &Audited, lang: Lang) -> String {
    let errors = audited.findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let (Some(doc), Some(audit)) = (&audited.doc, &audited.audit) else {
        return format!(
            "{}\n",
            UNREAD.fill(lang, &blanks! { errors: errors.count() })
        );
    };
    if let Some(said) = unreadable(audited, lang) {
        return said;
    }
    let must = audit.rules.iter().filter(|one| one.force == Force::Must);
    let broken = must.clone().filter(|one| !one.holds);
    let cards = broken.clone().filter_map(|one| card(one.rule.key()));
    let counted = |one: &Finding| cards.clone().any(|card| card.breaches.contains(&one.code));
    let errors = errors.filter(|one| !counted(one)).count();
    let names = cards.clone().take(NAMED);
    let names: Vec<&str> = names.map(|card| card.title.get(lang)).collect();
    let number = cards.clone().count();
    let more = if number > names.len() {
        AND_MORE.fill(lang, &blanks! { number: number })
    } else {
        String::new()
    };
    let which = match (names.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("（{}{more}）", names.join("、")),
        (false, Lang::En) => format!(" ({}{more})", names.join(", ")),
    };
    let rules = blanks! { all: must.count(), broken: broken.count(), which: which };
    let blanks = blanks! {
        file: file(doc, audited, lang), rules: RULES.fill(lang, &rules), errors: errors, cost: cost(doc, audited, lang),
    };
    let says = if audited.holds() { HOLDS } else { FAILS };
    format!("{}\n", says.fill(lang, &blanks).trim_end())
}

/// The sentence where cells of the plan cannot be read; none where all can.
pub fn unreadable(audited: &Audited, lang: Lang) -> Option<String> {
    let all = audited.findings.0.iter();
    let mut unread = all.filter(|one| one.is_unreadable());
    let first = unread.next()?.place.clone().unwrap_or_default();
    let place = [first.sheet, first.cell].into_iter().flatten();
    let place: Vec<String> = place.collect();
    let blanks = blanks! { number: 1 + unread.count(), place: place.join(" ") };
    Some(format!("{}\n", UNREADABLE.fill(lang, &blanks)))
}

/// What became of the file since it was written.
fn file(doc: &Plan, audited: &Audited, lang: Lang) -> String {
    let edits = edited(doc);
    let is_book = doc.digest.is_empty();
    let changed = edits.as_ref().filter(|edits| !edits.is_empty());
    let mut file = match (changed, is_book, upgrade::is_edited(doc)) {
        (Some(edits), ..) => {
            let number = by_themselves(edits).count();
            CHANGED.fill(lang, &blanks! { number: number, kinds: kinds(edits, lang) })
        }
        (None, true, _) if edits.is_some() && !doc.no_sheet.is_empty() => no_sheet(doc, lang),
        (None, true, _) if edits.is_some() => NO_DECISION.get(lang).to_owned(),
        (None, true, _) => BY_HAND.get(lang).to_owned(),
        (None, false, true) if edits.is_some() => OTHERWISE_CHANGED.get(lang).to_owned(),
        (None, false, true) => EDITED.get(lang).to_owned(),
        (None, false, false) => as_written(doc, audited, lang),
    };
    if changed.is_some() {
        file.push_str(STALE.get(lang));
    }
    // Of a file that nobody edited it has been said.
    let said = changed.is_none() && !is_book && !upgrade::is_edited(doc);
    if doc.other_input && !said {
        file.push_str(OTHERS.get(lang));
    }
    let shown = audited.findings.0.iter();
    let shown = shown
        .filter(|one| ONLY_SHOWN.contains(&one.code.id))
        .count();
    if shown > 0 {
        file.push_str(&NOT_COUNTED.fill(lang, &blanks! { number: shown }));
    }
    file.push_str(&beside(doc, audited, lang));
    file
}

/// Of a workbook that nobody edited but by taking sheets out: what stood there is not what it was.
fn no_sheet(doc: &Plan, lang: Lang) -> String {
    let lost = without_sheets(doc);
    if lost.is_empty() {
        return NO_DECISION.get(lang).to_owned();
    }
    let kinds = lost
        .iter()
        .map(|(what, number)| KIND.fill(lang, &blanks! { what: what.text(), number: number }));
    let kinds: Vec<String> = kinds.collect();
    let anew = if lost.contains_key(&Made::Post) {
        ANEW.get(lang)
    } else {
        ""
    };
    let blanks = blanks! { kinds: kinds.join(lang.pick("、", ", ")), anew: anew };
    LACKS.fill(lang, &blanks)
}

/// What else was done to the file, beside what it decides: nothing may pass for a file as it was written that is not.
fn beside(doc: &Plan, audited: &Audited, lang: Lang) -> String {
    let mut kinds: BTreeMap<usize, (Text, usize)> = BTreeMap::new();
    for one in &audited.findings.0 {
        let id = one.code.id;
        let known = FOUND.iter().position(|(codes, _)| codes.contains(&id));
        let place = one.place.clone().unwrap_or_default();
        // Of tables that are others today it is these that may have changed.
        let by_tables = doc.other_input && known == Some(0);
        let decided =
            edited(doc).is_some_and(|edits| edits.iter().any(|edit| is_about(one, &edit.of)));
        let in_cell = id.starts_with('A') && place.cell.is_some() && one.severity != Severity::Note;
        let told = ONLY_SHOWN.contains(&id) || by_tables;
        if told || known.is_none() && (!in_cell || decided) {
            continue;
        }
        let (no, what) = known.map_or((FOUND.len(), OTHERWISE), |no| (no, FOUND[no].1));
        kinds.entry(no).or_insert((what, 0)).1 += 1 + one.more;
    }
    let kinds = kinds.into_values();
    let kinds =
        kinds.map(|(what, number)| KIND.fill(lang, &blanks! { what: what, number: number }));
    let kinds: Vec<String> = kinds.collect();
    if kinds.is_empty() {
        return String::new();
    }
    let kinds = kinds.join(lang.pick("、", ", "));
    BESIDE.fill(lang, &blanks! { kinds: kinds })
}

/// Whether a finding is about the person of whom something was edited, which is counted by itself.
fn is_about(finding: &Finding, of: &str) -> bool {
    matches!(&finding.about, Some(About::Teacher(id)) if id == of)
}

/// What is said of a file that agrees with its digest: nothing passes for what it was of which that cannot be told.
fn as_written(doc: &Plan, audited: &Audited, lang: Lang) -> String {
    let count = |one: &Finding| {
        let key = if one.code.id == "A30" {
            "places"
        } else {
            "number"
        };
        let told = DIFFERS.contains(&one.code.id);
        told.then(|| one.blanks.get(key)?.as_u64()).flatten()
    };
    let number: u64 = audited.findings.0.iter().filter_map(count).sum();
    match (doc.other_input, number) {
        (true, _) => UNSURE.fill(lang, &blanks! { number: number }),
        (false, 0) => AS_WRITTEN.get(lang).to_owned(),
        (false, _) => NOT_SO.fill(lang, &blanks! { number: number }),
    }
}

/// The goals that come out otherwise than the file says.
fn cost(doc: &Plan, audited: &Audited, lang: Lang) -> String {
    let is = |goal: GoalId| {
        let goals = audited.audit.as_ref().map(|audit| &audit.goals);
        goals.and_then(|goals| goals.get(&goal)).copied()
    };
    let goals = doc.outcome.goals.iter();
    let goals = goals.map(|one| (one.goal, one.value));
    // A workbook has them in its hidden sheet.
    let then = doc.goals_then.iter();
    let then = then.map(|(goal, value)| (*goal, *value));
    let changes = goals.chain(then).filter_map(|(goal, value)| {
        let by = is(goal)? - value;
        let (goal, unit) = (goal.text(), goal.unit());
        let words = Phrase::of(|lang| format!("{} {by:+} {}", goal.get(lang), unit.get(lang)));
        (by != 0).then_some(words)
    });
    let changes: Vec<Phrase> = changes.collect();
    if changes.is_empty() {
        let edited = edited(doc).is_some_and(|edits| !edits.is_empty());
        let same = edited && !(doc.outcome.goals.is_empty() && doc.goals_then.is_empty());
        return if same {
            SAME.get(lang).to_owned()
        } else {
            String::new()
        };
    }
    let goals = Phrase::join(changes, COMMA);
    COST.fill(lang, &blanks! { goals: goals })
}
