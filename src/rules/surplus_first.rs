//! R11 Surplus first (余缺调剂).
//!
//! Symbols: `N[s,k]` people whose own subject is `k` at school `s` when nothing is decided
//! [persons]; `P[s,k]` posts there whose main part is `k` [posts]; short where `N < P`, nobody to
//! spare where `N ≤ P`; `out[s,k]`, `in[s,k]` people of that own subject who leave and arrive by
//! moves [persons]; `n` minutes for which one counts who leaves a subject without surplus. The main part of a post is the subject with most periods, the first of equals.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, Subject, whole};
use crate::facts::values::surplus_first::{self, StageMoves};
use crate::facts::{Facts, Placement, balance, stage_fits};
use crate::policy::{Card, GoalId};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    NET_LOSS "R11" error
        ["{school}{subject}教师{heads}人，不足{posts}个岗位，方案却调出{actual}人、只调入{most}人。", "{school} has {heads} teachers of {subject} for {posts} posts, yet {actual} leave and only {most} arrive."]
        ["缺编学科只作同学科对调，或从富余学校调出。", "Where a subject is short swap within the subject only, or take from a school with surplus."];
    WRONG_STAGE "R11b" error
        ["{name}任教{stage}，{to}没有可以调入的学段（规定：{rule}）。", "{name} teaches at {stage} stage; {to} has no stage to which this person may move ({rule})."]
        ["改派到有相应学段的学校。", "Choose a school of a fitting stage."];
}

pub(super) static CARD: Card = Card {
    code: "R11",
    id: surplus_first::RULE,
    title: Text::new("余缺调剂", "Surplus first"),
    asks: Text::new(
        "先从富余学科、富余学校调出；缺编学科只作同学科对调；按规定学段调动。",
        "Surplus subjects and schools give first; where a subject is short there are only swaps; stages are kept as ruled.",
    ),
    formula: "out[s,k] − in[s,k] ≤ 0 where N[s,k] < P[s,k];   x[τ,s] = 0 where no stage of s is open to τ;   min n·Σ out[s,k] where N[s,k] ≤ P[s,k]",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "允许{place}净减少{amount}人",
        "{place} may lose {amount} people net",
    )),
    params: surplus_first::PARAMS,
    marks: &[],
    suspected: 16,
    breaches: CODES,
};

/// Surplus subjects give first; where a subject is short there are only swaps.
pub(super) struct SurplusFirst;

/// A subject at a school.
type Place = (SchoolNo, Subject);

fn stage_rule(facts: &Facts<'_>) -> Text {
    match facts.book.get(surplus_first::STAGE_MOVES) {
        StageMoves::Same => Text::new("同学段", "the same stage"),
        StageMoves::SameOrLower => Text::new("同学段或由高到低", "the same or a lower stage"),
        StageMoves::Certificate => Text::new("按可任教学段", "a stage that may be taught"),
    }
}

impl Rule for SurplusFirst {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let balance = balance(facts);
        let mut flows: BTreeMap<Place, (i64, i64)> = BTreeMap::new();
        let mut spared = 0;
        let minutes = facts.book.get(surplus_first::NOT_SURPLUS_MINUTES);
        for one in &plan.moves {
            let who = facts.roster.teacher(one.teacher);
            let profile = facts.profile(facts.stands(one.teacher).profile);
            flows.entry((one.from, profile.own)).or_default().0 += 1;
            flows.entry((one.to, profile.own)).or_default().1 += 1;
            let here = balance.get(&(one.from, profile.own));
            if here.is_some_and(|(heads, posts)| heads <= posts) {
                verdict.cost(GoalId::Burden, minutes);
            } else {
                spared += 1;
            }
            if !stage_fits(facts, one.teacher, one.to) {
                let to = &facts.roster.school(one.to).name;
                let words = blanks! { name: who.name, stage: profile.stage.text(), to: to, rule: stage_rule(facts) };
                verdict.breach(who, &WRONG_STAGE, words);
            }
        }
        if facts.book.get(surplus_first::NO_NET_LOSS) {
            for ((school, subject), (heads, posts)) in balance {
                let (out, into) = flows.get(&(school, subject)).copied().unwrap_or_default();
                if heads < posts && out > 0 {
                    let school = facts.roster.school(school);
                    let words = blanks! { school: school.name, subject: subject.text(), heads: heads,
                    posts: posts, actual: out, most: into };
                    let verdict = verdict.at(format!("{},{}", school.id, subject.key()));
                    verdict.none(school, &NET_LOSS, out - into, words);
                }
            }
        }
        let name = Text::new("从富余学科调出", "moved out of a surplus");
        verdict.figure(name, spared, whole(plan.moves.len()));
    }
}

impl super::Constrain for SurplusFirst {
    fn allows(&self, facts: &Facts<'_>, who: crate::domain::TeacherNo, to: SchoolNo) -> bool {
        facts.stands(who).base == Some(to) || stage_fits(facts, who, to)
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        use crate::model::Terms;
        let facts = program.facts;
        let balance = balance(facts);
        let minutes = facts.book.get(surplus_first::NOT_SURPLUS_MINUTES);
        let mut rows: BTreeMap<Place, Terms> = BTreeMap::new();
        for (one, leave) in program.types.iter().zip(&program.leaves) {
            let from = (one.base, facts.profile(one.profile).own);
            let (heads, posts) = balance.get(&from).copied().unwrap_or((1, 0));
            if heads <= posts {
                program.lp.cost(GoalId::Burden, *leave, minutes);
            }
            rows.entry(from).or_default().push((*leave, 1));
        }
        for arc in &program.arcs {
            let own = facts.profile(program.types[arc.ty].profile).own;
            rows.entry((arc.to, own)).or_default().push((arc.var, -1));
        }
        if !facts.book.get(surplus_first::NO_NET_LOSS) {
            return;
        }
        for (place, terms) in rows {
            let here = balance.get(&place);
            let short = here.is_some_and(|(heads, posts)| heads < posts);
            if short && terms.iter().any(|(_, sign)| *sign > 0) {
                let id = &facts.roster.school(place.0).id;
                program.at_most(&CARD, format!("{id},{}", place.1.key()), terms, 0);
            }
        }
    }
}
