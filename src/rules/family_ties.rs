//! R44 Couples and carers (夫妻与独自照料).
//!
//! Symbols: `C` couples who teach at one school, `(t,u)`; `K` people who care for somebody alone; `V[t]`
//! schools that `t` volunteered for, for a posting that ends before she retires; `x[t,s]` 1 when teacher `t`
//! is moved to school `s`. What the officer has pinned, and where the school closes, nothing is asked of
//! those who are spared. What is found here names nobody: a couple or a carer is nobody else's business.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::values::family_ties::{self, Couples};
use crate::facts::{Exemption, Facts, Placement, PlannedMove, goes_by_wish, may_go_by_wish};
use crate::finding::About;
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    SENT "R44" error
        ["政策规定因家庭情形不安排交流的教师，方案仍安排了{actual}人，且非本人志愿。", "{actual} teachers whom the policy spares for their family are moved although they did not ask."]
        ["从方案中去掉这些调动，或改派其志愿学校；为保护隐私，此处不列姓名。", "Take these moves out, or choose schools of their wish; nobody is named here, to protect them."];
    APART "R44b" error
        ["同校夫妻应同去同留，方案使{actual}人与配偶不在一校。", "Couples at one school go together or stay; {actual} people are sent where the other does not go."]
        ["改派同一所学校，或都不调动；为保护隐私，此处不列姓名。", "Send both to one school, or neither; nobody is named here, to protect them."];
}

pub(super) static CARD: Card = Card {
    code: "R44",
    id: family_ties::RULE,
    title: Text::new("夫妻与独自照料", "Couples and carers"),
    asks: Text::new(
        "同校任教的夫妻、独自照料家人的教师，不安排交流，或夫妻同去同留；本人自愿的，按其志愿。",
        "Couples at one school and those who care for somebody alone are spared, or couples stay together; who volunteers goes where she wished.",
    ),
    formula: "x[t,s] = 0   t ∈ C ∪ K, s ∉ V[t];   or x[t,s] = x[u,s] for each s and (t,u) ∈ C",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "经本人同意，{place}允许{amount}人与配偶不在一校",
        "with their consent, {place} may send {amount} people where the other does not go",
    )),
    params: family_ties::PARAMS,
    marks: &[Mark::KeptBack, Mark::Personal],
    suspected: 12,
    breaches: CODES,
};

/// Couples and carers are spared, or couples stay together.
pub(super) struct Families;

/// What is found is about nobody in particular.
const NOBODY: About = About::County;

impl Rule for Families {
    fn place(&self, part: &str) -> Option<Text> {
        (part == "together").then_some(Text::new("同校夫妻", "couples at one school"))
    }

    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let spared = |who: TeacherNo| {
            facts
                .stands(who)
                .has_any(&[Exemption::Couple, Exemption::SoleCarer])
        };
        let against = |one: &&PlannedMove| {
            let pinned = facts.pins.iter().any(|pin| pin.teacher == one.teacher);
            let who = facts.roster.teacher(one.teacher);
            let in_time = |last| goes_by_wish(facts, one.teacher, one.to, last);
            let wished = who.volunteers_for(one.to) && one.end.is_none_or(in_time);
            spared(one.teacher) && !wished && !pinned && !facts.roster.school(one.from).closing
        };
        let all = facts.roster.teacher_nos().filter(|who| spared(*who));
        let (all, sent) = (
            whole(all.count()),
            whole(plan.moves.iter().filter(against).count()),
        );
        verdict.figure(FIGURES[0], sent, all);
        if all > 0 {
            verdict.none(NOBODY, &SENT, sent, blanks! { actual: sent });
        }
        let always = facts.book.get(family_ties::COUPLES) == Couples::Together;
        let asked = |who: &TeacherNo| {
            let base = facts.stands(*who).base;
            let closing = base.is_some_and(|base| facts.roster.school(base).closing);
            (always || closing) && other_of(facts, *who).is_some()
        };
        let mut at: BTreeMap<TeacherNo, SchoolNo> = BTreeMap::new();
        at.extend(plan.moves.iter().map(|one| (one.teacher, one.to)));
        let alone = |one: &&PlannedMove| {
            let other = Some(one.teacher).filter(asked);
            let other = other.and_then(|who| other_of(facts, who));
            other.is_some_and(|other| at.get(&other) != Some(&one.to))
        };
        let all = facts.roster.teacher_nos().filter(asked);
        let (all, apart) = (
            whole(all.count()),
            whole(plan.moves.iter().filter(alone).count()),
        );
        verdict.figure(FIGURES[1], apart, all);
        if all > 0 {
            let verdict = verdict.at(TOGETHER);
            verdict.none(NOBODY, &APART, apart, blanks! { actual: apart });
        }
    }
}

/// Of how many it is asked, and of how many of them it is not kept; for the officer's own file alone.
const FIGURES: [Text; 2] = [
    Text::new(
        "因家庭情形不安排交流而仍被安排的",
        "spared for their family and sent",
    ),
    Text::new(
        "应同去同留而不在一校的",
        "to stay with the other of a couple and sent apart",
    ),
];

/// The rows on couples, all together: which couple stands in a row is nobody's business.
const TOGETHER: &str = "county,together";

/// For the audit: the other of a couple who are both at work at one school when nothing is decided.
fn other_of(facts: &Facts<'_>, who: TeacherNo) -> Option<TeacherNo> {
    let all = &facts.roster.teachers;
    let one = &all[who.0];
    let names = |other: &&TeacherNo| {
        let two = &all[other.0];
        **other != who
            && ((!one.spouse.is_empty() && one.spouse == two.id)
                || (!two.spouse.is_empty() && two.spouse == one.id))
    };
    let others: Vec<TeacherNo> = facts.roster.teacher_nos().collect();
    let other = others.iter().find(names)?;
    let base = facts.stands(who).base;
    (base.is_some() && facts.stands(*other).base == base).then_some(*other)
}

/// Whether a couple is kept together by the policy, or because neither can stay where they are: the school closes.
fn goes_together(facts: &Facts<'_>, who: TeacherNo) -> bool {
    facts.book.get(family_ties::COUPLES) == Couples::Together || facts.must_leave(who)
}

impl super::Constrain for Families {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
        let stand = facts.stands(who);
        let pinned = facts.pins.iter().any(|pin| pin.teacher == who);
        let stays = stand.base.is_none_or(|base| base == to);
        stays
            || pinned
            || facts.must_leave(who)
            || !stand.has_any(&[Exemption::Couple, Exemption::SoleCarer])
            || (facts.roster.teacher(who).volunteer && may_go_by_wish(facts, who, to))
    }

    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        let stand = facts.stands(who);
        let spared = stand.has_any(&[Exemption::Couple, Exemption::SoleCarer]);
        key.push(i64::from(spared));
        if spared {
            let schools = facts.roster.school_nos();
            let open = schools.filter(|to| self.allows(facts, who, *to));
            key.extend(open.map(|to| whole(to.0)));
        }
        if goes_together(facts, who) && facts.couple_of(who).is_some() {
            // Of a couple each is named by herself.
            key.push(whole(who.0));
        }
    }

    /// `x[t,s] ≤ x[u,s]` and the other way round, for each school.
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let mut ways: BTreeMap<(TeacherNo, SchoolNo), crate::model::Var> = BTreeMap::new();
        for arc in &program.arcs {
            let who = program.mover(arc);
            if goes_together(facts, who) && facts.couple_of(who).is_some() {
                ways.insert((who, arc.to), arc.var);
            }
        }
        for ((who, to), var) in &ways {
            let other = facts
                .couple_of(*who)
                .and_then(|other| ways.get(&(other, *to)));
            let mut terms = vec![(*var, 1)];
            terms.extend(other.map(|other| (*other, -1)));
            program.at_most(&CARD, TOGETHER, terms, 0);
        }
    }
}
