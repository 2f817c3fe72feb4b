//! Whether somebody was sent who did not ask for it while an equal who did was left at the same school.

use super::asked_for;
use crate::blanks;
use crate::domain::TeacherNo;
use crate::facts::{Facts, Placement, PlannedMove};
use crate::rules::Verdict;

crate::finding::codes! { pub(super),
    DRAFTED_FIRST "R20b" note
        ["{teacher}被安排到{to}，而与其条件相同、自愿去该校的{other}留在原校。", "{teacher} is sent to {to}, while {other}, who is alike and asked for that school, stays."]
        ["改派自愿者，或写明理由。", "Send the one who asked, or say why not."];
}

/// Remarks on every such move.
pub(super) fn remark(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    for one in &plan.moves {
        if is_placed(facts, one.teacher) || asked_for(facts, one) {
            continue;
        }
        let stays = |who: &TeacherNo| plan.move_of(*who).is_none();
        let asks = |who: &TeacherNo| {
            asked_for(
                facts,
                &PlannedMove {
                    teacher: *who,
                    ..one.clone()
                },
            )
        };
        let mut others = facts.at_base(one.from).filter(stays).filter(asks);
        if let Some(other) = others.find(|who| are_equal(facts, one, *who)) {
            let who = facts.roster.teacher(one.teacher);
            let words = blanks! {
                teacher: who.name, to: facts.roster.school(one.to).name,
                other: facts.roster.teacher(other).name,
            };
            verdict.remark(who, &DRAFTED_FIRST, words);
        }
    }
}

/// Whether the officer, or a school that closes, decides where somebody goes.
fn is_placed(facts: &Facts<'_>, who: TeacherNo) -> bool {
    let pinned = facts.pins.iter().any(|pin| pin.teacher == who);
    let banned = facts.bans.iter().any(|ban| ban.teacher == who);
    let asked = facts.question.forced.contains_key(&who);
    pinned || banned || asked || facts.must_leave(who)
}

/// Whether another could take this move with nothing else changed: alike on file in whatever any rule
/// counts, with as long a way. Whoever applies for a title is like nobody, since there is an order among
/// applicants.
fn are_equal(facts: &Facts<'_>, one: &PlannedMove, other: TeacherNo) -> bool {
    let (a, b) = (facts.stands(one.teacher), facts.stands(other));
    let (x, y) = (
        facts.roster.teacher(one.teacher),
        facts.roster.teacher(other),
    );
    let standing = a.profile == b.profile
        && (a.movable, a.by_wish, a.eligible, a.novice)
            == (b.movable, b.by_wish, b.eligible, b.novice)
        && a.exemptions == b.exemptions
        && a.ongoing.is_none()
        && b.ongoing.is_none();
    let record = (x.quota_school, x.employment, x.role, x.degree, x.stage)
        == (y.quota_school, y.employment, y.role, y.degree, y.stage)
        && (x.backbone, x.ethics_ok, x.points) == (y.backbone, y.ethics_ok, y.points)
        && x.applies_for.is_none()
        && y.applies_for.is_none();
    let way = facts.travel.minutes(one.teacher, one.to) == facts.travel.minutes(other, one.to)
        && facts.needs_bed(one.teacher, one.to) == facts.needs_bed(other, one.to);
    standing && record && way && !is_placed(facts, other)
}
