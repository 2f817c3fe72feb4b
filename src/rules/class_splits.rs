//! R41 Class splits (大班额化解).
//!
//! Symbols: `P[s,g]` pupils and `n[s,g]` classes of grade `g` at school `s` before; `a[s,g]` classes that
//! are opened; `L` limit of the stage (R23); `A` classes opened in the county at most; `Q[s]` rooms.
//! - `min Σ max(0, P − (n + a)·L)`,  `Σ a ≤ A`,  `Σ_g (n + a) ≤ Q[s]`
//!
//! Decided before the posts, which are reckoned from the classes after it.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::whole;
use crate::facts::splits::{beyond, limit, split_from};
use crate::facts::values::class_splits;
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;

crate::finding::codes! { pub(super),
    LEFT "R41" warning
        ["{school}{grade}年级{pupils}人、{classes}个班，还须增设{more}个班才不超班额，受教室数或当年增班数限制。", "Grade {grade} of {school} has {pupils} pupils in {classes} classes and needs {more} more to keep the limit; rooms or the number of the year do not allow them."]
        ["增加教室或当年增班数，或分流学生。", "Add rooms or classes of the year, or send pupils elsewhere."];
}

pub(super) static CARD: Card = Card {
    code: "R41",
    id: class_splits::RULE,
    title: Text::new("大班额化解", "Class splits"),
    asks: Text::new(
        "在教室和当年增班数以内，先拆分超班额人数最多的年级；岗位按拆分后的班级测算。",
        "Within rooms and the number of the year, classes are opened where most pupils are beyond the limit; posts follow from the classes after it.",
    ),
    formula: "min Σ max(0, P − (n + a)·L);  Σ a ≤ A;  Σ_g (n + a) ≤ Q[s]",
    unit: Text::new("个班", "classes"),
    goal: GoalId::Gaps,
    mend: None,
    params: class_splits::PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};

/// Large classes are split where it pays most.
pub(super) struct ClassSplits;

impl Rule for ClassSplits {
    fn audit(&self, facts: &Facts<'_>, _plan: &Placement, verdict: &mut Verdict) {
        let (roster, book) = (facts.roster, facts.book);
        let listed = book.get(class_splits::SCHOOLS);
        let mut still = 0;
        for group in &roster.classes {
            let school = roster.school(group.school);
            let Some(most) = limit(book, group.grade) else {
                continue;
            };
            let over = beyond(&group.pupils, most);
            let sizes = || group.pupils.iter().map(|size| i64::from(*size));
            let small = sizes().all(|size| size < split_from(book));
            if school.closing || !school.is_any(&listed) || over == 0 || small {
                continue;
            }
            let (pupils, classes) = (sizes().sum::<i64>(), whole(group.pupils.len()));
            let more = (pupils + most - 1).div_euclid(most) - classes;
            still += over;
            let words = blanks! { school: school.name, grade: group.grade, pupils: pupils,
            classes: classes, more: more };
            verdict.given_none(school, &LEFT, more, words);
        }
        let (mut before, mut open) = (still, 0);
        for split in &roster.splits {
            open += whole(split.after.len()) - whole(split.before.len());
            let most = limit(book, split.grade).unwrap_or(i64::MAX);
            before += beyond(&split.before, most) - beyond(&split.after, most);
        }
        verdict.looks_at(roster.splits.len() + usize::from(before > 0));
        let name = Text::new("化解的超班额学生", "pupils no longer beyond the limit");
        verdict.figure(name, before - still, before);
        let groups = roster.classes.iter();
        let all = groups.map(|group| whole(group.pupils.len())).sum();
        let name = Text::new("增设的班级占全部班级", "classes opened");
        verdict.figure(name, open, all);
    }
}

impl super::Constrain for ClassSplits {}
