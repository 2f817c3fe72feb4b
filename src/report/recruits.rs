//! What of the recruiting plan is left over (未用招聘计划), line by line, and why.

use crate::domain::Pool;
use crate::facts::Facts;
use crate::plan::{FindingDoc, Plan};
use crate::print::{LIST, Phrase, Table};
use crate::rules::recruits::tells_of_unused;
use crate::text::{Text, show};

const NOTE: Text = Text::new(
    "注：未用的名额不因本方案作废，可调剂到紧缺学科或留待下年；原因由核查得出。",
    "Note: places that are left over do not lapse by this plan; they may go to subjects that are short or wait. The audit says why.",
);

/// A line of which something is left: allowed, used, left.
type Left<'a> = (&'a Pool, [i64; 3]);

/// Every line of the recruiting plan of which something is left; no rows where all are used.
pub(crate) fn left_table(facts: &Facts<'_>, doc: &Plan) -> Table {
    let left = facts.roster.pools.iter().filter_map(|pool| {
        let used = doc.recruits.iter().filter(|one| one.pool == pool.id);
        let used: i64 = used.map(|one| i64::from(one.number)).sum();
        let all = i64::from(pool.number);
        (all > used).then_some((pool, [all, used, all - used]))
    });
    let subjects =
        |(pool, _): Left<'_>| Phrase::join(pool.subjects.iter().map(|one| one.text()), LIST);
    Table::new(("未用招聘计划", "recruiting plan left over"))
        .note(NOTE)
        .each(left.collect::<Vec<_>>())
        .words(("招聘行", "Line"), |(pool, _): Left<'_>| &pool.id)
        .words(("用人形式", "Employment"), |(pool, _)| {
            pool.employment.text()
        })
        .words(("学段", "Stage"), |(pool, _)| pool.stage.text())
        .words(("学科", "Subjects"), subjects)
        .words(("计划人数", "Allowed"), |(_, numbers)| numbers[0])
        .words(("使用", "Used"), |(_, numbers)| numbers[1])
        .sum(("未用", "Left over"), |(_, numbers)| numbers[2])
        .words(("原因", "Why"), |(pool, _)| why(doc, pool))
        .total(Text::new("合计", "total"))
}

/// Why something of a line is left, as the audit found it.
fn why(doc: &Plan, pool: &Pool) -> Option<Phrase> {
    let of = |one: &&FindingDoc| {
        let told = one.facts.get("pool").and_then(|told| told.as_str());
        tells_of_unused(&one.code) && told == Some(&pool.id)
    };
    let why = doc.findings.iter().find(of)?.facts.get("why")?;
    Some(Phrase::of(|lang| show(why, lang)))
}
