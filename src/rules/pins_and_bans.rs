//! R19 Pins and bans (指定与回避).
//!
//! Symbols: `next(t)` where teacher `t` works next year; `pin(t)` the school for which the officer
//! has named her; `ban(t)` the schools at which she must not work. A ban without a school keeps her
//! where she is. Every decision carries its reason and its author.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Ban, Pin, SchoolNo, TeacherNo, whole};
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, Mark, values};
use crate::text::{Blanks, Text};
use std::collections::BTreeSet;

values! { "pins_and_bans" }

crate::finding::codes! { pub(super),
    NOT_FOLLOWED "R19" error
        ["{author}指定{teacher}到{school}任教（{reason}），方案未落实。", "{author} decided that {teacher} works at {school} ({reason}); the plan does not follow."]
        ["按指定安排，或由作出决定的人撤回。", "Follow the decision, or have its author withdraw it."];
    BROKEN "R19b" error
        ["{author}决定{teacher}不得安排到{school}（{reason}），方案仍如此安排。", "{author} decided that {teacher} does not work at {school} ({reason}); the plan sends that person there."]
        ["改派其他学校，或由作出决定的人撤回。", "Choose another school, or have the author of the decision withdraw it."];
}

pub(super) static CARD: Card = Card {
    code: "R19",
    id: RULE,
    title: Text::new("指定与回避", "Pins and bans"),
    asks: Text::new(
        "人事部门指定到校的按指定安排，决定不派往的学校不予安排；每项决定注明理由和决定人。",
        "The officer's own decisions on who goes where, and who does not, are followed; each has a reason and an author.",
    ),
    formula: "next(t) = pin(t);   next(t) ∉ ban(t)",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "撤回对{place}的指定或限制",
        "withdraw the decision about {place}",
    )),
    params: PARAMS,
    marks: &[Mark::Personal],
    suspected: 28,
    breaches: CODES,
};

/// The officer's own decisions are followed.
pub(super) struct PinsAndBans;

impl Rule for PinsAndBans {
    fn holds_back(&self, facts: &Facts<'_>, who: TeacherNo) -> bool {
        pins_of(facts, who).next().is_some() || bans_of(facts, who).next().is_some()
    }

    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let next = plan.next(facts);
        let pinned = facts.pins.iter().map(|pin| pin.teacher);
        let banned = facts.bans.iter().map(|ban| ban.teacher);
        for who in pinned.chain(banned).collect::<BTreeSet<TeacherNo>>() {
            let (teacher, base) = (facts.roster.teacher(who), facts.stands(who).base);
            let works = next[who.0];
            let mut pins = facts.pins.iter().filter(|pin| pin.teacher == who);
            let missed = pins.find(|pin| works != Some(pin.school));
            let mut bans = facts.bans.iter().filter(|ban| ban.teacher == who);
            let broken = bans.find(|ban| match ban.school {
                Some(school) => works == Some(school),
                None => works != base,
            });
            let (code, school, reason, author) = match (missed, broken) {
                (Some(pin), _) => (&NOT_FOLLOWED, Some(pin.school), &pin.reason, &pin.author),
                (None, Some(ban)) => (&BROKEN, works, &ban.reason, &ban.author),
                (None, None) => {
                    verdict.there(teacher, &NOT_FOLLOWED, 1, Blanks::new());
                    continue;
                }
            };
            let school = school.map(|no| &facts.roster.school(no).name);
            let words = blanks! { teacher: teacher.name, school: school, reason: reason,
            author: author };
            verdict.there(teacher, code, 0, words);
        }
    }
}

impl super::Constrain for PinsAndBans {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
        if is_waived(facts, who) {
            return true;
        }
        pins_of(facts, who).all(|pin| pin.school == to)
            && bans_of(facts, who).all(|ban| match ban.school {
                Some(school) => school != to,
                None => facts.stands(who).base == Some(to),
            })
    }

    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        let number = |no: Option<SchoolNo>| no.map_or(-1, |no| whole(no.0));
        let before = key.len();
        key.push(0);
        key.extend(pins_of(facts, who).map(|pin| number(Some(pin.school))));
        key.push(whole(key.len() - before));
        key.extend(bans_of(facts, who).map(|ban| number(ban.school)));
        key[before] = whole(key.len() - before);
        // Of those about whom something is decided each is named by herself.
        if key.len() - before > 2 {
            key.push(whole(who.0));
        }
    }

    fn may_soften(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
        // Whoever may be moved only because of a pin can, without it, only stay.
        facts.stands(who).base == Some(to) || pins_of(facts, who).next().is_none()
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let mut decided: BTreeSet<_> = facts.pins.iter().map(|pin| pin.teacher).collect();
        decided.extend(facts.bans.iter().map(|ban| ban.teacher));
        // Whoever cannot be moved keeps or breaks a decision before anything is decided.
        for who in decided.iter().copied() {
            let stand = facts.stands(who);
            let kept = match stand.base {
                Some(base) => stand.movable || self.allows(facts, who, base),
                None => pins_of(facts, who).next().is_none(),
            };
            if !kept {
                program.at_least(&CARD, facts.roster.teacher_id(who), Vec::new(), 1);
            }
        }
        // In the elastic program a decision may be set aside, one person at a time.
        if program.elastic {
            for ty in 0..program.types.len() {
                let who = program.types[ty].sample();
                if decided.contains(&who) && facts.stands(who).movable {
                    let against = program.against(ty, |to| !self.allows(facts, who, to));
                    program.at_most(&CARD, facts.roster.teacher_id(who), against, 0);
                }
            }
        }
        // As a goal, to stay against a decision costs as much as to go against it.
        if facts.book.force(CARD.id) == crate::policy::Force::Goal {
            for (one, stay) in program.types.iter().zip(&program.stays) {
                if !self.allows(facts, one.sample(), one.base) {
                    program.lp.cost(CARD.goal, *stay, 1);
                }
            }
        }
    }
}

/// Whether the decisions about a person are set aside by a special approval.
fn is_waived(facts: &Facts<'_>, who: TeacherNo) -> bool {
    let decided = pins_of(facts, who).next().is_some() || bans_of(facts, who).next().is_some();
    decided && facts.waived(CARD.id, &facts.roster.teacher(who).id) > 0
}

/// Pins stand sorted by teacher.
pub(super) fn pins_of<'f>(facts: &'f Facts<'_>, who: TeacherNo) -> impl Iterator<Item = &'f Pin> {
    let from = facts.pins.partition_point(|pin| pin.teacher < who);
    let pins = facts.pins[from..].iter().copied();
    pins.take_while(move |pin| pin.teacher == who)
}

/// Bans stand sorted by teacher.
fn bans_of<'f>(facts: &'f Facts<'_>, who: TeacherNo) -> impl Iterator<Item = &'f Ban> {
    let from = facts.bans.partition_point(|ban| ban.teacher < who);
    let bans = facts.bans[from..].iter().copied();
    bans.take_while(move |ban| ban.teacher == who)
}
