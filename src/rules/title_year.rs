//! R13 Title year (申报职称的基层任教年限).
//!
//! Symbols: `A` applicants of the coming round, at the schools that are asked, who have fewer than
//! `n` full-time months at a destination (village, weak or base school) [persons]; `L` months of a
//! planned posting; `g[t,s]` 1 when teacher `t` works next year at destination `s` for long enough
//! that her months reach `n`. A posting must reach `n` by itself when the policy wants the months
//! unbroken; whoever is at a destination already adds the twelve months of the school year.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::whole;
use crate::facts::title_year::{gives, is_asked};
use crate::facts::values::{counting_forms, title_year};
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId};
use crate::text::Text;

crate::finding::codes! { pub(super),
    NO_YEAR "R13" error
        ["{teacher}申报{title}，基层任教满{months}个月，不足{need}个月，方案也未安排。", "{teacher} applies for {title} with {months} of {need} months at the schools that count, and the plan does not give the rest."]
        ["安排到符合条件的学校任教，或提醒本人本轮不能申报。", "Post the applicant to a school that counts, or say that this round is too early."];
}

pub(super) static CARD: Card = Card {
    code: "R13",
    id: title_year::RULE,
    title: Text::new("申报职称的基层任教年限", "Title year"),
    asks: Text::new(
        "申报高级职称须有规定时间的乡村或薄弱学校任教经历，尽量为缺年限的申报人安排。",
        "Applicants for a senior title need a set time at a village or weak school; the plan gives it to those who lack it where it can.",
    ),
    formula: "min |A| − Σ g[t,s]·x[t,s]   t ∈ A",
    unit: Text::new("人", "persons"),
    goal: GoalId::TitleYears,
    mend: Some(Text::new(
        "{place}申报职称所缺年限留待以后安排",
        "{place} gets the title year later",
    )),
    params: title_year::PARAMS,
    marks: &[],
    suspected: 10,
    breaches: CODES,
};

/// Applicants who lack the year get it where the plan can give it.
pub(super) struct TitleYear;

/// Months of a school year.
const YEAR: i64 = 12;

impl Rule for TitleYear {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let (roster, book) = (facts.roster, facts.book);
        let need = book.get(title_year::MIN_MONTHS);
        let (mut applicants, mut counted, mut among) = (0, Vec::new(), Vec::new());
        for who in roster.teacher_nos() {
            let (teacher, stand) = (roster.teacher(who), facts.stands(who));
            let asked = is_asked(roster, book, teacher);
            let Some(title) = teacher.applies_for.filter(|_| asked) else {
                continue;
            };
            applicants += 1;
            if !stand.lacks_title_year {
                continue;
            }
            among.push(who);
            let gets = gives(facts, plan, who);
            if gets {
                counted.push(who);
            }
            let words = blanks! { teacher: teacher.name, title: title.text(),
            months: stand.title_months, need: need };
            verdict.there(teacher, &NO_YEAR, i64::from(gets), words);
        }
        let (getting, lacking) = (whole(counted.len()), whole(among.len()));
        verdict.people(counted, among);
        for (name, numerator) in [
            (Text::new("已有年限", "have the time"), applicants - lacking),
            (Text::new("按方案取得", "get it by the plan"), getting),
            (Text::new("仍缺年限", "still lack it"), lacking - getting),
        ] {
            verdict.figure(name, numerator, applicants);
        }
    }
}

/// Whether staying at a destination, and being posted to one, gives the time that is missing.
fn would_give(facts: &Facts<'_>, who: crate::domain::TeacherNo) -> (bool, bool) {
    let (book, stand) = (facts.book, facts.stands(who));
    let all = book.get(title_year::MIN_MONTHS);
    let missing = all - i64::from(stand.title_months);
    let unbroken = book.get(title_year::CONTINUOUS);
    let months = book.get(counting_forms::LENGTH_MONTHS);
    let counts = book.get(title_year::DESTINATIONS);
    let at_one = |base| facts.roster.school(base).is_any(&counts);
    (
        stand.base.is_some_and(at_one) && YEAR >= missing,
        months >= (if unbroken { all } else { missing }) && book.get(title_year::MIN_SHARE) <= 100,
    )
}

impl super::Constrain for TitleYear {
    fn sees(&self, facts: &Facts<'_>, who: crate::domain::TeacherNo, key: &mut Vec<i64>) {
        if facts.stands(who).lacks_title_year {
            let (stay, go) = would_give(facts, who);
            key.push(1 + i64::from(stay) + 2 * i64::from(go));
            // A must-rule names each person, so that an approval can name her.
            if facts.book.force(CARD.id) == crate::policy::Force::Must {
                key.push(whole(who.0));
            }
        } else {
            key.push(0);
        }
    }

    /// As a goal: one for each applicant in a column that does not give the time. As a must-rule:
    /// every member of the type is in a column that does.
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let must = facts.book.force(CARD.id) == crate::policy::Force::Must;
        let counts = facts.book.get(title_year::DESTINATIONS);
        let at_one = |no| facts.roster.school(no).is_any(&counts);
        let lacks = |who| facts.stands(who).lacks_title_year;
        for ty in 0..program.types.len() {
            let who = program.types[ty].sample();
            if !lacks(who) {
                continue;
            }
            let (stay, go) = would_give(facts, who);
            let mut ways = vec![(program.stays[ty], stay)];
            let arcs = program.arcs_of(ty).iter();
            ways.extend(arcs.map(|arc| (arc.var, go && at_one(arc.to))));
            if must {
                let given = ways.iter().filter(|way| way.1).map(|way| (way.0, 1));
                let (id, size) = (facts.roster.teacher_id(who), program.types[ty].size());
                program.at_least(&CARD, id, given.collect(), size);
            } else {
                for (var, _) in ways.into_iter().filter(|way| !way.1) {
                    program.lp.cost(GoalId::TitleYears, var, 1);
                }
            }
        }
        for who in facts.roster.teacher_nos() {
            let fixed = facts.stands(who).base.is_none() || !facts.stands(who).movable;
            if lacks(who) && fixed && !would_give(facts, who).0 {
                if must {
                    program.at_least(&CARD, facts.roster.teacher_id(who), Vec::new(), 1);
                } else {
                    program.lp.constant(GoalId::TitleYears, 1);
                }
            }
        }
    }
}
