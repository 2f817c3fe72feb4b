//! R20 Preferences (负担与意愿).
//!
//! Symbols, for a move of teacher `t` from `h` to `s`: `m` minutes one way from her home (the
//! travel limit when not known); `v` 1 when she has not asked for `s`, by a wish or by volunteering
//! without one; `d` 1 when both schools have a teaching district and the two differ; `g` 1 when `s` is in no group with `h`
//! and neither its partner nor joined to it as central school; `k` hardship class of `s`; `p` her
//! priority points; `w1…w6` the weights below, in their order; `x[t,s]` 1 when she is moved.
//! All count as minutes. Volunteering only takes `w2` off the moves to the schools that she wishes:
//! plans that send her elsewhere cost what they cost without it, so she is never worse off.
//!
//! `f` minutes `m` of whoever is placed from a school that closes and goes neither where its pupils go nor where there
//! are fewer people of her subject than posts, nought of all others: a goal of its own.

mod before_draftees;
mod following;

use super::{Rule, Verdict};
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::values::{title_year, travel_limit};
use crate::facts::{Facts, Placement, PlannedMove, willing};
use crate::policy::{Card, GoalId, Key, values};
use crate::text::Text;

values! {
    "preferences"
    PER_MINUTE: i64 = "per_minute" "单程通勤每分钟折算的分钟" "minutes that each minute one way counts for";
    DRAFT_MINUTES: i64 = "draft_minutes"
        "本人未自愿到该校的调动折算的分钟"
        "minutes that a move to a school that the person has not asked for counts for";
    OUTSIDE_DISTRICT: i64 = "outside_district"
        "跨片区调动折算的分钟" "minutes that leaving the teaching district counts for";
    OUTSIDE_GROUP: i64 = "outside_group"
        "调往集团、结对校、中心校范围以外折算的分钟"
        "minutes that a school outside group, pair and central school counts for";
    HARDSHIP_CLASS: i64 = "hardship_class" "艰苦程度每级折算的分钟" "minutes that each hardship class counts for";
    PER_POINT: i64 = "per_point"
        "被调动教师积分每分折算的分钟（积分高者优先照顾）"
        "minutes that each priority point of the one who is moved counts for";
}

pub(super) static CARD: Card = Card {
    code: "R20",
    id: RULE,
    title: Text::new("负担与意愿", "Preferences"),
    asks: Text::new(
        "调动尽量就近，自愿者先于被指派者，优先在片区、集团、结对校和中心校范围内安排，少派艰苦学校，照顾积分高的教师；学校撤并的，教师随学生安置到接收学校，或安置到缺该学科教师的学校，此外就近。",
        "Moves are short, volunteers go before draftees, and moves stay inside district, group, pair and central school where possible, and spare those with many priority points; where a school closes its people go where the pupils go or where their subject is short of people, and else near.",
    ),
    formula: "min Σ (w1·m + w2·v + w3·d + w4·g + w5·k + w6·p)·x[t,s];   min Σ f·x[t,s]",
    unit: Text::new("折算分钟", "minutes, converted"),
    goal: GoalId::Burden,
    mend: None,
    params: PARAMS,
    marks: &[],
    suspected: 1,
    breaches: before_draftees::CODES,
};

/// Moves are as little of a burden as possible.
pub(super) struct Preferences;

impl Rule for Preferences {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let denominator = whole(plan.moves.len());
        for ((weight, name), numerator) in PARTS.into_iter().zip(burdens(facts, plan)) {
            let weight = facts.book.get(weight);
            verdict.cost(GoalId::Burden, weight * numerator);
            verdict.figure(name, numerator, denominator);
        }
        following::audit(facts, plan, verdict);
        before_draftees::remark(facts, plan, verdict);
    }
}

/// The parts of a burden, in the order of the values.
const PARTS: [(Key<i64>, Text); 6] = [
    (
        PER_MINUTE,
        Text::new("单程通勤分钟合计", "minutes one way, summed"),
    ),
    (
        DRAFT_MINUTES,
        Text::new("非本人自愿的调动人数", "moves that nobody asked for"),
    ),
    (
        OUTSIDE_DISTRICT,
        Text::new("跨片区人数", "moves out of the district"),
    ),
    (
        OUTSIDE_GROUP,
        Text::new(
            "集团、结对校、中心校以外人数",
            "moves outside group and pair",
        ),
    ),
    (
        HARDSHIP_CLASS,
        Text::new("艰苦程度级数合计", "hardship classes, summed"),
    ),
    (
        PER_POINT,
        Text::new("被调动教师积分合计", "priority points, summed"),
    ),
];

/// How much of each part a plan lays on people.
fn burdens(facts: &Facts<'_>, plan: &Placement) -> [i64; 6] {
    let roster = facts.roster;
    let unknown = facts.book.get(travel_limit::MINUTES_AT_MOST);
    let mut sums = [0; 6];
    for one in &plan.moves {
        let teacher = roster.teacher(one.teacher);
        let (from, to) = (roster.school(one.from), roster.school(one.to));
        let way = facts.travel.minutes(one.teacher, one.to);
        sums[0] += way.map_or(unknown, i64::from);
        sums[1] += i64::from(!asked_for(facts, one));
        if let (Some(here), Some(there)) = (&from.district, &to.district) {
            sums[2] += i64::from(here != there);
        }
        let grouped = from.group.is_some() && from.group == to.group;
        let paired = from.partner == Some(one.to) || to.partner == Some(one.from);
        let central = from.central_school == Some(one.to) || to.central_school == Some(one.from);
        sums[3] += i64::from(!(grouped || paired || central));
        sums[4] += i64::from(to.hardship);
        sums[5] += teacher.points;
    }
    sums
}

/// For the audit: whether the person asked for this move, by a wish, by volunteering without one, or,
/// where the policy says so, by applying for a title that asks for the years which the school gives.
fn asked_for(facts: &Facts<'_>, one: &PlannedMove) -> bool {
    let teacher = facts.roster.teacher(one.teacher);
    let volunteers = teacher.volunteer && teacher.wishes.is_empty();
    let wished = teacher.wishes.contains(&one.to);
    let applies = facts.book.get(title_year::APPLYING_IS_WILLING)
        && facts.stands(one.teacher).lacks_title_year;
    let gives = facts.book.get(title_year::DESTINATIONS);
    volunteers || wished || (applies && facts.roster.school(one.to).is_any(&gives))
}

/// The weights, read once.
struct Weights {
    minute: i64,
    draft: i64,
    district: i64,
    group: i64,
    hardship: i64,
    point: i64,
    unknown_minutes: i64,
}

impl Weights {
    fn read(book: &crate::policy::RuleBook) -> Self {
        Self {
            minute: book.get(PER_MINUTE),
            draft: book.get(DRAFT_MINUTES),
            district: book.get(OUTSIDE_DISTRICT),
            group: book.get(OUTSIDE_GROUP),
            hardship: book.get(HARDSHIP_CLASS),
            point: book.get(PER_POINT),
            unknown_minutes: book.get(travel_limit::MINUTES_AT_MOST),
        }
    }

    /// Burden of one person: her way and her points.
    fn personal(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> i64 {
        let teacher = facts.roster.teacher(who);
        let way = facts.travel.minutes(who, to).map(i64::from);
        self.minute * way.unwrap_or(self.unknown_minutes) + self.point * teacher.points
    }

    /// Burden that everybody bears who goes from one school to the other.
    fn between(&self, facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> i64 {
        let (a, b) = (facts.roster.school(from), facts.roster.school(to));
        let crosses = matches!((&a.district, &b.district), (Some(x), Some(y)) if x != y);
        let tied = [a.partner, a.central_school].contains(&Some(to))
            || [b.partner, b.central_school].contains(&Some(from))
            || matches!((&a.group, &b.group), (Some(x), Some(y)) if x == y);
        let district = if crosses { self.district } else { 0 };
        let group = if tied { 0 } else { self.group };
        district + group + self.hardship * i64::from(b.hardship)
    }
}

impl super::Constrain for Preferences {
    /// Nothing of a person who sets out from her base and has no points: she costs what everybody there
    /// costs.
    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        following::see(facts, who, key);
        let teacher = facts.roster.teacher(who);
        let weights = Weights::read(facts.book);
        let from_base =
            !facts.travel.knows_home(who) && facts.stands(who).base == Some(teacher.work_school);
        let points = weights.point > 0 && teacher.points != 0;
        if (from_base || weights.minute == 0) && !points {
            key.push(0);
            return;
        }
        key.push(1);
        let schools = facts.roster.school_nos();
        key.extend(schools.map(|to| weights.personal(facts, who, to)));
    }

    /// To which schools she wants to go: nothing of a person who wants to go nowhere.
    fn wills(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        let schools = facts.roster.school_nos();
        let wanted = schools.filter(|to| willing(facts, who, *to));
        key.extend(wanted.map(|to| whole(to.0)));
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let weights = Weights::read(facts.book);
        for arc in program.arcs.clone() {
            let who = program.mover(&arc);
            let draft = if willing(facts, who, arc.to) {
                0
            } else {
                weights.draft
            };
            let burden = weights.personal(facts, who, arc.to)
                + draft
                + weights.between(facts, program.from(&arc), arc.to);
            program.lp.cost(GoalId::Burden, arc.var, burden);
        }
        following::constrain(program);
    }
}
