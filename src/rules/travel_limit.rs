//! R16 Travel limit (通勤上限).
//!
//! Symbols: `m[t,s]` minutes one way from the home of teacher `t` (her present school when the home
//! is not known) to school `s`; `M` most minutes without a bed; `F` most minutes for the pregnant
//! and nursing, bed or not; `beds[s]` free beds at school `s`; `x[t,s]` 1 when `t` is moved to `s`.
//! Whoever stays is not asked how far she travels. How many beds there are is asked by R17.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Protection, SchoolNo, TeacherNo, whole};
use crate::facts::values::{dormitory_beds, travel_limit};
use crate::facts::{Facts, Placement, PlannedMove, is_farther};
use crate::policy::{Card, GoalId};
use crate::text::Text;

crate::finding::codes! { pub(super),
    TOO_FAR "R16" error
        ["{teacher}到{school}单程{minutes}分钟，超过{most}分钟，该校又无周转宿舍床位。", "{teacher} would travel {minutes} minutes one way to {school}, more than {most}, and the school has no bed."]
        ["改派较近学校，或在该校落实周转宿舍。", "Choose a nearer school, or provide a bed there."];
    NEVER_FAR "R16b" error
        ["{teacher}属不宜远派人员，到{school}单程{minutes}分钟，超过{most}分钟。", "{teacher} must not be sent far, yet {school} is {minutes} minutes away, more than {most}."]
        ["改派近处学校或暂缓交流。", "Choose a near school or defer the move."];
}

pub(super) static CARD: Card = Card {
    code: "R16",
    id: travel_limit::RULE,
    title: Text::new("通勤上限", "Travel limit"),
    asks: Text::new(
        "调入学校单程通勤时间超过上限的，须有周转宿舍；孕期、哺乳期教师有无宿舍均不远派。",
        "Whoever is posted beyond the travel limit needs a bed there; the pregnant and nursing are never sent far.",
    ),
    formula: "x[t,s] = 0   where m[t,s] > M and beds[s] = 0, or m[t,s] > F and t is pregnant or nursing",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: None,
    params: travel_limit::PARAMS,
    marks: &[],
    suspected: 21,
    breaches: CODES,
};

const TAKEN_FOR_FAR: Text = Text::new(
    "路程不明、按超过上限对待的调动",
    "moves of an unknown way, taken for far",
);

/// What could not be judged, since nobody knows the way: a figure that says so beside the verdict.
pub const NOT_JUDGED: Text = Text::new(
    "路程不明、无法核对的调动",
    "moves of an unknown way, which could not be judged",
);

/// Nobody is posted farther than the limit without a bed.
pub(super) struct TravelLimit;

impl Rule for TravelLimit {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let most = facts.book.get(travel_limit::MINUTES_AT_MOST);
        let most_never = facts.book.get(travel_limit::NEVER_FAR_MINUTES);
        let mut far = 0;
        for one in &plan.moves {
            let teacher = facts.roster.teacher(one.teacher);
            let school = facts.roster.school(one.to);
            if facts.stands(one.teacher).base == Some(one.to) {
                continue;
            }
            let mut protections = teacher.protections.iter();
            let stays_near =
                protections.any(|one| matches!(one, Protection::Pregnant | Protection::Nursing));
            let too_far = is_farther(facts, one.teacher, one.to, most);
            far += i64::from(too_far);
            let never = stays_near && is_farther(facts, one.teacher, one.to, most_never);
            let (code, limit) = if never {
                (&NEVER_FAR, most_never)
            } else if too_far && facts.beds(one.to) <= 0 {
                (&TOO_FAR, most)
            } else {
                continue;
            };
            let minutes = match facts.travel.minutes(one.teacher, one.to) {
                Some(minutes) => serde_json::json!(minutes),
                None => serde_json::json!(Text::new("不明", "an unknown number of")),
            };
            let words = blanks! { teacher: teacher.name, school: school.name, minutes: minutes,
            most: limit };
            verdict.breach(teacher, code, words);
        }
        let name = Text::new("超过通勤上限的调动", "moves beyond the travel limit");
        verdict.figure(name, far, whole(plan.moves.len()));
        let unknown = |one: &&PlannedMove| {
            let base = facts.stands(one.teacher).base;
            base != Some(one.to) && facts.travel.minutes(one.teacher, one.to).is_none()
        };
        let unknown = whole(plan.moves.iter().filter(unknown).count());
        if unknown > 0 {
            // What the policy takes for far is judged as such.
            let taken = facts.book.get(travel_limit::UNKNOWN_IS_FAR);
            let name = if taken { TAKEN_FOR_FAR } else { NOT_JUDGED };
            verdict.figure(name, unknown, whole(plan.moves.len()));
        }
    }
}

impl super::Constrain for TravelLimit {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
        let without_bed = || facts.beds(to) <= 0 && facts.needs_bed(who, to);
        facts.stands(who).base == Some(to) || !(is_too_far(facts, who, to) || without_bed())
    }

    /// A school without a bed for her can get one: `dormitory_beds` counts it.
    fn may_soften(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
        !is_too_far(facts, who, to)
            && facts.book.force(dormitory_beds::RULE) == crate::policy::Force::Must
    }

    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        key.push(i64::from(is_kept_near(facts, who)));
        see_way(facts, who, key, |to| self.allows(facts, who, to));
    }
}

fn is_kept_near(facts: &Facts<'_>, who: TeacherNo) -> bool {
    let list = &facts.roster.teacher(who).protections;
    list.contains(&Protection::Pregnant) || list.contains(&Protection::Nursing)
}

/// Whether a school is too far for somebody who is kept near, bed or not.
fn is_too_far(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let most = facts.book.get(travel_limit::NEVER_FAR_MINUTES);
    is_farther(facts, who, to, most) && is_kept_near(facts, who)
}

/// What a rule sees of a teacher when it asks one yes-or-no question about her way to each school:
/// nothing of her own when she sets out from her base like everybody there.
pub(super) fn see_way(
    facts: &Facts<'_>,
    who: TeacherNo,
    key: &mut Vec<i64>,
    holds: impl Fn(SchoolNo) -> bool,
) {
    let teacher = facts.roster.teacher(who);
    if !facts.travel.knows_home(who) && facts.stands(who).base == Some(teacher.work_school) {
        key.push(0);
        return;
    }
    key.push(1);
    let schools: Vec<SchoolNo> = facts.roster.school_nos().collect();
    for some in schools.chunks(62) {
        let bits = some.iter();
        key.push(bits.fold(0, |bits, to| 2 * bits + i64::from(holds(*to))));
    }
}
