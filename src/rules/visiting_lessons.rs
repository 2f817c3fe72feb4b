//! R34 Visiting lessons (送教下乡与巡回授课).
//!
//! Symbols: `v[t,s,k]` times a term that teacher `t` visits village school `s` for want `k`: circuits of
//! backbone teachers, or a group of subjects that nobody there teaches; `n[s,k]` times that are wanted;
//! `M` times a term of one person at most. Decided after the posts.
//! - `Σ_t v[t,s,k] ≥ n[s,k]`, `Σ v[t,·,·] ≤ M`; where circuits are asked of people, `Σ_s v[t,s] ≥ n` for each
//!   backbone teacher

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Subject, TeacherNo};
use crate::facts::values::visiting_lessons;
use crate::facts::visits::{Asked, Visiting, Wanted};
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    TOO_FEW "R34" warning
        ["{school}每学期应有{what}{need}次，方案安排{actual}次。", "{school} is to have {need} visits a term ({what}); {actual} are planned."]
        ["增加送教教师，或放宽每人次数、路程上限。", "Send more people, or let one person go more often or farther."];
    NOT_A_VISITOR "R34b" error
        ["{teacher}不能到{school}送教：级别、学科、所在学校或路程不符合。", "{teacher} cannot visit {school}: grade, subject, own school or distance do not fit."]
        ["改派符合条件的教师。", "Send somebody who fulfils the conditions."];
    TOO_OFTEN "R34c" error
        ["{teacher}每学期送教{actual}次，超过每人上限{most}次。", "{teacher} makes {actual} visits a term; the limit is {most}."]
        ["由其他教师分担。", "Let others share them."];
    STAYS_HOME "R34d" warning
        ["{teacher}每学期应巡回授课{need}次，方案安排{actual}次。", "{teacher} is to go on circuit {need} times a term; {actual} are planned."]
        ["安排到可及的村校授课；路程过远或不明的，先补填路程。", "Send that person to a village school within reach; where the way is not known, state it first."];
}

pub(super) static CARD: Card = Card {
    code: "R34",
    id: visiting_lessons::RULE,
    title: Text::new("送教与巡回授课", "Visiting lessons"),
    asks: Text::new(
        "骨干教师定期到村校授课；村校没有体育、艺术、心理等学科教师的，由其他学校教师定期送教。",
        "Backbone teachers give lessons at village schools regularly; where nobody teaches PE, arts or psychology, somebody from another school visits.",
    ),
    formula: "Σ_t v[t,s,k] ≥ n[s,k];  Σ v[t,·,·] ≤ M",
    unit: Text::new("次", "visits"),
    goal: GoalId::Gaps,
    mend: None,
    params: visiting_lessons::PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};

/// Village schools are visited.
pub(super) struct VisitingLessons;

impl Rule for VisitingLessons {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let visiting = Visiting::new(facts, plan);
        let mut of_person: BTreeMap<TeacherNo, i64> = BTreeMap::new();
        for one in &plan.visits {
            *of_person.entry(one.teacher).or_default() += i64::from(one.times);
            let reach = visiting.reach(one.teacher, one.school);
            if !visiting.may_visit(one.teacher, one.group) || reach.is_none() {
                let teacher = facts.roster.teacher(one.teacher);
                let school = &facts.roster.school(one.school).name;
                let words = blanks! { teacher: teacher.name, school: school };
                verdict.fault(teacher, &NOT_A_VISITOR, words);
            }
        }
        let most = facts.book.get(visiting_lessons::PER_PERSON_AT_MOST);
        for (who, actual) in of_person.into_iter().filter(|one| one.1 > most) {
            let teacher = facts.roster.teacher(who);
            let words = blanks! { teacher: teacher.name, actual: actual, most: most };
            verdict.fault(teacher, &TOO_OFTEN, words);
        }
        let (mut all, mut made) = (0, 0);
        for want in visiting.wanted() {
            let here = plan.visits.iter();
            let here = here.filter(|one| visiting.counts(&want, one));
            let times = here.map(|one| i64::from(one.times)).sum::<i64>();
            all += want.times;
            made += times.min(want.times);
            let short = (want.times - times).max(0);
            let mut words = blanks! { need: want.times, actual: times };
            match want.of {
                Asked::School(school) => {
                    let school = facts.roster.school(school);
                    let what = what(&visiting, &want);
                    words.extend(blanks! { school: school.name, what: what });
                    verdict.given_none(school, &TOO_FEW, short, words);
                }
                Asked::Teacher(who) => {
                    let teacher = facts.roster.teacher(who);
                    words.extend(blanks! { teacher: teacher.name });
                    verdict.given_none(teacher, &STAYS_HOME, short, words);
                }
            }
        }
        let name = Text::new("每学期送教、巡回授课次数", "visits a term");
        verdict.bar(name, made, all, all);
    }
}

fn what(visiting: &Visiting<'_>, want: &Wanted) -> serde_json::Value {
    let Some(group) = want.group else {
        let circuits = Text::new("骨干教师巡回授课", "circuits of backbone teachers");
        return serde_json::json!(circuits);
    };
    let texts = || visiting.group(group).iter().map(|one: &Subject| one.text());
    let zh: Vec<_> = texts().map(|text| text.zh).collect();
    let en: Vec<_> = texts().map(|text| text.en).collect();
    serde_json::json!({ "zh": format!("{}送教", zh.join("、")), "en": en.join(", ") })
}

impl super::Constrain for VisitingLessons {}
