//! R29 Permanently kept schools (永久性保留学校).
//!
//! Symbols: `x[t,s]` 1 when teacher `t` is moved to school `s`; `K` schools on the list of those that are
//! kept for good; `V` schools of the classes that may close, such as village schools; `m` length of the
//! planned postings [months]; `L` from how many months a posting is long. Nothing is asked where the list
//! is empty, or where postings are shorter.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Class, SchoolNo, TeacherNo};
use crate::facts::values::counting_forms;
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, values};
use crate::text::Text;

values! {
    "permanent_schools"
    LONG_MONTHS: i64 = "long_months"
        "多少个月以上算长期交流" "from how many months a posting is long";
    SCHOOLS: Vec<Class> = "schools"
        "可能撤并、须看名单的学校类别"
        "classes of school that may close and are looked up in the list";
}

crate::finding::codes! { pub(super),
    NOT_KEPT "R29" error
        ["{teacher}到{school}交流{months}个月，该校不在永久性保留学校名单内，可能撤并。", "{teacher} is posted to {school} for {months} months; the school is not on the list of those kept for good and may close."]
        ["改派永久性保留学校，或缩短交流时间；确定保留的，请补入名单。", "Choose a school that is kept, or a shorter posting; add the school to the list if it is kept."];
}

pub(super) static CARD: Card = Card {
    code: "R29",
    id: RULE,
    title: Text::new("永久性保留学校", "Schools kept for good"),
    asks: Text::new(
        "到乡村学校长期交流的，只派往永久性保留学校。",
        "Long postings to village schools go only to those that are kept for good.",
    ),
    formula: "x[t,s] = 0   s ∈ V, s ∉ K, where m ≥ L and K is not empty",
    unit: Text::new("人", "persons"),
    goal: GoalId::Burden,
    mend: None,
    params: PARAMS,
    marks: &[],
    suspected: 17,
    breaches: CODES,
};

/// Long postings go to schools that are kept.
pub(super) struct PermanentSchools;

impl Rule for PermanentSchools {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let long = facts.book.get(LONG_MONTHS);
        let classes = facts.book.get(SCHOOLS);
        if !facts.roster.schools.iter().any(|school| school.permanent) {
            return;
        }
        verdict.looks_at(plan.moves.len());
        for one in &plan.moves {
            let months = one.months(facts.book);
            let teacher = facts.roster.teacher(one.teacher);
            let school = facts.roster.school(one.to);
            let moved = facts.stands(one.teacher).base != Some(one.to);
            if moved && months >= long && school.is_any(&classes) && !school.permanent {
                let words = blanks! { teacher: teacher.name, school: school.name, months: months };
                verdict.breach(teacher, &NOT_KEPT, words);
            }
        }
    }
}

impl super::Constrain for PermanentSchools {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
        let planned = facts.book.get(counting_forms::LENGTH_MONTHS);
        planned < facts.book.get(LONG_MONTHS)
            || facts.stands(who).base == Some(to)
            || facts.roster.school(to).permanent
            || !facts.roster.school(to).is_any(&facts.book.get(SCHOOLS))
            || facts.roster.schools.iter().all(|school| !school.permanent)
    }
}
