//! R06 School quota (学校编制).
//!
//! Symbols: `given[s]` quota given to school `s` [heads], from pupils, classes and boarders within
//! the county total (`facts::quota`); `most[s]` the same, or what the standard asks if that is more: a place that stays
//! empty elsewhere may go to whoever is recruited [heads]; `base[s]` heads on quota next year when nothing is decided;
//! `go[τ,s]` moves whose quota place goes along [persons]; `hire[c,p]` recruits on quota [persons];
//! `total[g]` county quota of stage `g` [heads]; `brought[s]` places that people of closing schools take along to `s`
//! [heads]. A school that is over its quota already is shown as such and must not get worse.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, whole};
use crate::facts::values::school_quota;
use crate::facts::{
    Facts, Placement, WhyGiven, brought, given_after, holds_place, place_next, reapproval,
};
use crate::finding::About;
use crate::policy::{Card, GoalId, Key};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    OVER "R06" error
        ["{school}核定编制{given}人，方案实施后在编{actual}人，超过可容纳的{most}人。", "{school} is given {given} quota places; after the plan {actual} people on quota are there, more than {most}."]
        ["减少调入或招聘，或在县域总量内调剂编制。", "Move or recruit fewer people into it, or shift quota within the county total."];
    OVER_TOTAL "R06b" error
        ["分配到各校的{stage}编制合计{given}人，超过县域编制总量{total}人。", "Quota given to the schools for {stage} adds up to {given}, more than the county total of {total}."]
        ["按县域编制总量重新分配各校编制。", "Split the quota again within the county total."];
    OVERSTAFFED "R06c" note
        ["{school}核定编制{given}人，方案实施后在编{actual}人，仍超编{over}人。", "{school} is given {given} quota places and still has {actual} people on quota, {over} too many."]
        ["超编学校不新占编制（在编招聘、编制随转调入、编外入编），结合退休和编制转出逐步消化；编制留在原校的交流人员到该校任教，不增加其在编人数，不受此限。", "Let nobody take a new quota place there (recruits on quota, places that come along, conversions) until the excess is gone; whoever keeps the place at the own school may come to teach, which adds nobody."];
    CUT "R06e" note
        ["{school}原核定编制{before}人，本方案在县域总量内分配{given}人（{why}），方案实施后在编{actual}人，超编{over}人，其中{cut}人由本次核减编制造成。", "{school} had {before} quota places; this plan gives it {given} of the county total ({why}) and it has {actual} people on quota: {over} too many, {cut} of them because its quota is cut."]
        ["核减幅度由县域编制总量和核编标准决定；如不核减，可在政策中将各校编制改为沿用现行核定数，或增加县域编制总量。", "The cut follows from the county total and the standards; to avoid it keep the quota in force in the policy, or raise the county total."];
    CYCLE_OVER "R06d" warning
        ["编制总量{approved}年核定，核定周期{cycle}年；{year}年开始的学年已超出周期，应重新核定。", "The quota totals were approved in {approved} for {cycle} years; the school year from {year} lies beyond, so they must be approved again."]
        ["报编制部门重新核定；已核定的，更新编制总量表和 policy.toml 中 school_quota 的 approved_year。", "Have the staffing office approve them again; once it has, update the table of quotas and approved_year under school_quota in policy.toml."];
}

pub(super) static CARD: Card = Card {
    code: "R06",
    id: school_quota::RULE,
    title: Text::new("学校编制", "School quota"),
    asks: Text::new(
        "各校在编人数不超过分配的编制；已超编的不再增加；各校编制合计不超过县域编制总量。",
        "No school holds more people on quota than it is given; one that is over already does not grow; all given quota stays within the county total.",
    ),
    formula: "base[s] + Σ_{to s} go − Σ_{from s} go + Σ_{p at s} hire[c,p] ≤ max(most[s], base[s]) + brought[s];   Σ_s given[s,g] ≤ total[g]",
    unit: Text::new("人", "heads"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "给{place}增加编制{amount}名",
        "{amount} more heads of quota for {place}",
    )),
    params: school_quota::PARAMS,
    marks: &[],
    suspected: 24,
    breaches: CODES,
};

/// No school gets more people on quota than it is given, unless it had them already.
pub(super) struct SchoolQuota;

impl Rule for SchoolQuota {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let roster = facts.roster;
        let mut after: Vec<i64> = facts.quota.iter().map(|one| one.heads_base).collect();
        // Whoever is placed from a school that closes takes the place along, and the quota of the school grows by it.
        let brought = brought(facts, plan);
        let placed: i64 = brought.iter().sum();
        for one in plan.moves.iter().filter(|one| one.quota_goes) {
            let who = roster.teacher(one.teacher);
            if holds_place(facts.book, who.employment) {
                if let Some(had) = place_next(roster, who, facts.stands(one.teacher)) {
                    after[had.0] -= 1;
                }
                after[one.to.0] += 1;
            }
        }
        for hire in &plan.hires {
            if holds_place(facts.book, roster.pools[hire.pool].employment) {
                after[facts.post(hire.post).school.0] += i64::from(hire.number);
            }
        }
        let mut over = 0;
        for (no, given) in roster.school_nos().zip(given_after(facts, plan)) {
            let brought = brought[no.0];
            over += judge(facts, no, (after[no.0], brought, given + brought), verdict);
        }
        let (mut given, mut total) = (0, 0);
        for line in &roster.quota {
            let stage = line.stage;
            let parts = facts.quota.iter().flat_map(|one| &one.stages);
            let here = parts.filter(|part| part.stage == stage);
            let split: i64 = here.map(|part| part.given).sum();
            let heads = i64::from(line.heads);
            let words = blanks! { stage: stage.text(), given: split, total: heads };
            let verdict = verdict.at(stage.key());
            verdict.at_most(About::County, &OVER_TOTAL, heads, split, words);
            given += split;
            total += heads;
        }
        let keys = (school_quota::APPROVED_YEAR, school_quota::CYCLE_YEARS);
        if let Some((approved, cycle, year)) = overdue(facts, keys) {
            let words = blanks! { approved: approved, cycle: cycle, year: year };
            verdict.remark(About::County, &CYCLE_OVER, words);
        }
        let name = Text::new("已分配编制", "quota given");
        verdict.figure(name, given + placed, total);
        let name = Text::new("方案实施后超编人数", "people over quota after the plan");
        verdict.figure(name, over, total);
    }
}

/// Judges a school by its people on quota after the plan and the places that were brought along; how many are too many.
fn judge(
    facts: &Facts<'_>,
    no: SchoolNo,
    (actual, brought, given): (i64, i64, i64),
    verdict: &mut Verdict,
) -> i64 {
    let (school, quota) = (facts.roster.school(no), &facts.quota[no.0]);
    let most = quota.most.max(quota.heads_base) + brought;
    let over = (actual - given).max(0);
    let mut words =
        blanks! { school: school.name, given: given, actual: actual, most: most, over: over };
    if over > 0 && actual <= most {
        let before = school.quota.map_or(0, i64::from);
        let why: Vec<Text> = quota.why().into_iter().map(WhyGiven::text).collect();
        let cut = over.min(before - given);
        words.extend(blanks! { before: before, cut: cut, why: why });
        let code = if cut > 0 { &CUT } else { &OVERSTAFFED };
        verdict.remark(school, code, words.clone());
    }
    verdict.at_most(school, &OVER, most, actual, words);
    over
}

/// The year of approval, the years of the cycle and the planned year, where that lies beyond the cycle
/// for which totals were approved. No plan changes that, so it is a remark and no breach.
pub(super) fn overdue(
    facts: &Facts<'_>,
    (approved, cycle): (Key<Option<i64>>, Key<Option<i64>>),
) -> Option<(i64, i64, i64)> {
    let book = facts.book;
    let year = i64::from(facts.year_start.first_day().year());
    let due = reapproval(book, approved, cycle)?;
    (year >= due).then_some((book.get(approved)?, book.get(cycle)?, year))
}

impl super::Constrain for SchoolQuota {
    fn sees(&self, facts: &Facts<'_>, who: crate::domain::TeacherNo, key: &mut Vec<i64>) {
        if facts.book.get(school_quota::QUOTA_GOES) {
            let who = facts.roster.teacher(who);
            let place = holds_place(facts.book, who.employment).then_some(who.quota_school);
            key.push(place.map_or(-1, |no| whole(no.0)));
        }
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let roster = facts.roster;
        let holds = |employment| holds_place(facts.book, employment);
        let moves = program.quota_moves(holds);
        let moves = moves.map(|(at, _, var, heads)| (at, var, heads));
        let hires = program.hires.iter();
        let hires = hires.filter(|hire| holds(roster.pools[hire.pool].employment));
        let hires = hires.map(|hire| (facts.post(hire.post).school, hire.var, 1));
        for (school, terms) in crate::model::sums(moves.chain(hires)) {
            let room = (facts.quota[school.0].most - facts.quota[school.0].heads_base).max(0);
            if terms.iter().any(|(_, factor)| *factor > 0) {
                program.at_most(&CARD, roster.school_id(school), terms, room);
            }
        }
        let mut given: BTreeMap<_, i64> = BTreeMap::new();
        for part in facts.quota.iter().flat_map(|one| &one.stages) {
            *given.entry(part.stage).or_default() += part.given;
        }
        for line in &roster.quota {
            let left = i64::from(line.heads) - given.get(&line.stage).copied().unwrap_or(0);
            if left < 0 {
                program.at_most(&CARD, line.stage.key(), Vec::new(), left);
            }
        }
    }
}
