//! R35 Mentors of village backbone teachers (名师结对).
//!
//! Symbols: `p[m,e]` 1 when `m` guides village backbone teacher `e`, both of one subject; `C` village
//! teachers of one mentor at most. Decided after the posts.
//! - `Σ_m p[m,e] = 1`, `Σ_e p[m,e] ≤ C`

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::TeacherNo;
use crate::facts::values::mentor_pairs;
use crate::facts::visits::Mentoring;
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    ALONE "R35" warning
        ["村校骨干教师{teacher}（{subject}）没有结对导师。", "The village backbone teacher {teacher} ({subject}) has no mentor."]
        ["增加该学科导师，或放宽导师级别、每人结对人数。", "Add mentors of the subject, or lower the grade that is asked of them."];
    NOT_A_MENTOR "R35b" error
        ["{mentor}不能与{teacher}结对：级别、学科或所在学校不符合，或一人有两位导师。", "{mentor} cannot guide {teacher}: grade, subject or school do not fit, or she has two mentors."]
        ["改派同学科、符合级别的导师。", "Choose a mentor of the subject and the grade."];
    TOO_MANY "R35c" error
        ["{mentor}结对{actual}人，超过每人上限{most}人。", "{mentor} guides {actual}; the limit is {most}."]
        ["由其他导师分担。", "Let other mentors share them."];
}

pub(super) static CARD: Card = Card {
    code: "R35",
    id: mentor_pairs::RULE,
    title: Text::new("名师结对", "Mentors of village teachers"),
    asks: Text::new(
        "村校骨干教师与城镇同学科名师结对。",
        "Village backbone teachers are paired with town teachers of high grade in their subject.",
    ),
    formula: "Σ_m p[m,e] = 1;  Σ_e p[m,e] ≤ C",
    unit: Text::new("人", "persons"),
    goal: GoalId::Gaps,
    mend: None,
    params: mentor_pairs::PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};

/// Village backbone teachers have a mentor.
pub(super) struct MentorPairs;

impl Rule for MentorPairs {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let mentoring = Mentoring::new(facts, plan);
        let teacher = |no: TeacherNo| facts.roster.teacher(no);
        let mut of_mentor: BTreeMap<TeacherNo, i64> = BTreeMap::new();
        for pair in &plan.pairs {
            *of_mentor.entry(pair.mentor).or_default() += 1;
            let others = plan.pairs.iter().filter(|one| one.teacher == pair.teacher);
            if others.count() > 1 || !mentoring.may_guide(pair.mentor, pair.teacher) {
                let (mentor, who) = (teacher(pair.mentor), teacher(pair.teacher));
                let words = blanks! { mentor: mentor.name, teacher: who.name };
                verdict.fault(who, &NOT_A_MENTOR, words);
            }
        }
        let most = facts.book.get(mentor_pairs::PER_MENTOR_AT_MOST);
        for (mentor, actual) in of_mentor.into_iter().filter(|one| one.1 > most) {
            let mentor = teacher(mentor);
            let words = blanks! { mentor: mentor.name, actual: actual, most: most };
            verdict.fault(mentor, &TOO_MANY, words);
        }
        let (mut all, mut guided) = (0, 0);
        let everybody = facts.roster.teacher_nos();
        for who in everybody.filter(|who| mentoring.wants(*who)) {
            let has = plan.pairs.iter().any(|pair| pair.teacher == who);
            all += 1;
            guided += i64::from(has);
            let one = teacher(who);
            let words = blanks! { teacher: one.name, subject: one.subject.text() };
            verdict.given_none(one, &ALONE, i64::from(!has), words);
        }
        let name = Text::new(
            "已结对的村校骨干教师",
            "village backbone teachers with a mentor",
        );
        verdict.bar(name, guided, all, all);
    }
}

impl super::Constrain for MentorPairs {}
