//! R03 Rotation share (交流轮岗比例).
//!
//! Symbols: `E` teachers who meet the rotation conditions [persons]; `R` those of them who rotate
//! this school year [persons]; `p`, `p′` smallest and largest share [exact fractions]; `x[τ,s]` members of type `τ`
//! who move to school `s` [persons]; `r0` running rotations that count once more [persons].
//! Directional: from a sender (town or good school) to a receiver (village or weak school).
//! In full-time months both sides are multiplied by the twelve months of a school year.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::values::counting_forms;
use crate::facts::values::rotation_share::{self, CountedIn, Denominator, Direction, Side};
use crate::facts::{Facts, Placement, PlannedMove, counts_as_rotation, is_directional, side};
use crate::finding::About;
use crate::policy::{Card, GoalId, Share};
use crate::text::Text;

crate::finding::codes! { pub(super),
    SHORT "R03" error
        ["符合交流条件{due}人，至少应交流{need}，实际{actual}（{way}，{unit}）。", "{due} teachers meet the rotation conditions; at least {need} must rotate, {actual} do ({way}, {unit})."]
        ["增加交流人数，或核对符合交流条件的名单。", "Move more teachers, or check the list of those who meet the conditions."];
    MANY "R03b" error
        ["符合交流条件{due}人，至多交流{most}，方案{actual}（{way}，{unit}）。", "{due} teachers meet the rotation conditions; at most {most} may rotate, {actual} do ({way}, {unit})."]
        ["减少交流人数，或提高本县设定的上限。", "Move fewer teachers, or raise the limit that the county has set."];
}

pub(super) static CARD: Card = Card {
    code: "R03",
    id: rotation_share::RULE,
    title: Text::new("交流轮岗比例", "Rotation share"),
    asks: Text::new(
        "每学年交流轮岗的教师，不少于符合交流条件教师的规定比例；本县设有上限的，不超过上限。",
        "Each school year at least a set share of the teachers who meet the conditions rotate, and at most another where the county sets one.",
    ),
    formula: "r0 + Σ x[τ,s] ≥ ⌈p·|E|⌉;   r0 + Σ x[τ,s] ≤ ⌊p′·|E|⌋   τ ⊂ E, (home(τ), s) in the binding direction",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "全县应交流人数减少{amount}（{unit}）",
        "the county rotates {amount} fewer ({unit})",
    )),
    params: rotation_share::PARAMS,
    marks: &[],
    suspected: 27,
    breaches: CODES,
};

/// Each school year at least a set share of the eligible teachers rotate.
pub(super) struct RotationShare;

/// The place of the limit, as special approvals name it.
const MOST_SITE: &str = "county,at_most";

/// Those of the denominator who are exchanged apart.
const LEADERS: Text = Text::new(
    "其中任期届满、另行交流的校长、副校长",
    "of these leaders whose terms are over, exchanged apart",
);

/// Months of a school year.
const YEAR: i64 = 12;

impl Rule for RotationShare {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let book = facts.book;
        let binds_way = book.get(rotation_share::DIRECTION);
        let binds_unit = book.get(rotation_share::MEASURE);
        let after = book.get(rotation_share::DENOMINATOR) == Denominator::AfterExemptions;
        for way in [Direction::Directional, Direction::Any] {
            let (who, months) = rotate(facts, plan, way);
            let heads = whole(who.len());
            let among = due_people(facts, way, after);
            let due = whole(among.len());
            if way == binds_way {
                let leaders = among.iter().filter(|no| facts.stands(**no).leader_due);
                let leaders = whole(leaders.count());
                if leaders > 0 {
                    verdict.figure(LEADERS, leaders, due);
                }
                verdict.people(who, among);
            }
            for (unit, actual, factor) in [
                (CountedIn::Heads, heads, 1),
                (CountedIn::FullTimeMonths, months, YEAR),
            ] {
                let need = book.get(rotation_share::AT_LEAST).ceil_of(due * factor);
                let binds = way == binds_way && unit == binds_unit;
                let name = name(way, unit);
                verdict.measure(name, actual, due * factor, Some(need), binds);
                if binds {
                    let blanks = blanks! { due: due, need: need, actual: actual, way: way_text(way),
                    unit: name };
                    verdict.at_least(About::County, &SHORT, need, actual, blanks);
                    if let Some(most) = book.get(rotation_share::AT_MOST) {
                        let most = most.floor_of(due * factor).max(need);
                        let blanks = blanks! { due: due, most: most, actual: actual,
                        way: way_text(way), unit: name };
                        let verdict = verdict.at(MOST_SITE);
                        verdict.at_most(About::County, &MANY, most, actual, blanks);
                    }
                }
            }
        }
    }
}

/// For the audit: who rotates in a direction, those on a running rotation included, and their full-time
/// months of the school year.
fn rotate(facts: &Facts<'_>, plan: &Placement, way: Direction) -> (Vec<TeacherNo>, i64) {
    let forms = facts.book.get(counting_forms::FORMS);
    let fits = |from, to| way == Direction::Any || is_directional(facts, from, to);
    let counts = |one: &&PlannedMove| {
        facts.stands(one.teacher).due
            && one.is_under(&forms)
            && fits(one.from, one.to)
            && counts_as_rotation(facts, one.from, one.to)
    };
    let served = |one: &PlannedMove| {
        let months = one.months(facts.book);
        Share::new(i64::from(one.share), 100).floor_of(months.min(YEAR))
    };
    let moves = plan.moves.iter().filter(counts);
    let running = running(facts).filter(|(_, from, to)| fits(*from, *to));
    let (who, months): (Vec<TeacherNo>, Vec<i64>) = moves
        .map(|one| (one.teacher, served(one)))
        .chain(running.map(|(no, ..)| (no, YEAR)))
        .unzip();
    (who, months.iter().sum())
}

/// Running rotations that count once more: who, from where, to where.
pub(super) fn running(facts: &Facts<'_>) -> impl Iterator<Item = (TeacherNo, SchoolNo, SchoolNo)> {
    facts.roster.teacher_nos().filter_map(|no| {
        let stand = facts.stands(no);
        let (running, to) = stand.ongoing.as_ref().zip(stand.base)?;
        let from = facts.roster.teacher(no).quota_school;
        (running.counts && running.goes_on).then_some((no, from, to))
    })
}

/// Teachers in the denominator: of sending schools when directional, of all schools otherwise.
fn due_people(facts: &Facts<'_>, way: Direction, after: bool) -> Vec<TeacherNo> {
    let due = facts.roster.teacher_nos().filter(|no| {
        let stand = facts.stands(*no);
        let home = facts.roster.teacher(*no).quota_school;
        (if after {
            stand.counts()
        } else {
            stand.counts_before()
        }) && (way == Direction::Any || side(facts, home) == Side::Sender)
    });
    due.collect()
}

fn way_text(way: Direction) -> Text {
    match way {
        Direction::Any => Text::new("县域内任意方向", "any direction"),
        Direction::Directional => Text::new(
            "城镇、优质学校到乡村、薄弱学校",
            "town or good to village or weak",
        ),
    }
}

fn name(way: Direction, unit: CountedIn) -> Text {
    match (way, unit) {
        (Direction::Any, CountedIn::Heads) => Text::new(
            "计入比例的任意方向交流人数（含往年在期）",
            "any direction, heads, with those of earlier years",
        ),
        (Direction::Any, CountedIn::FullTimeMonths) => Text::new(
            "计入比例的任意方向交流全时人月（含往年在期）",
            "any direction, full-time months, with those of earlier years",
        ),
        (Direction::Directional, CountedIn::Heads) => Text::new(
            "计入比例的城乡定向交流人数（含往年在期）",
            "directional, heads, with those of earlier years",
        ),
        (Direction::Directional, CountedIn::FullTimeMonths) => Text::new(
            "计入比例的城乡定向交流全时人月（含往年在期）",
            "directional, full-time months, with those of earlier years",
        ),
    }
}

impl super::Constrain for RotationShare {
    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        key.push(i64::from(facts.stands(who).due));
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let way = facts.book.get(rotation_share::DIRECTION);
        let after = facts.book.get(rotation_share::DENOMINATOR) == Denominator::AfterExemptions;
        let factor = match facts.book.get(rotation_share::MEASURE) {
            CountedIn::Heads => 1,
            CountedIn::FullTimeMonths => YEAR,
        };
        let share = facts.book.get(rotation_share::AT_LEAST);
        let among = whole(due_people(facts, way, after).len()) * factor;
        let need = share.ceil_of(among);
        let due = |who| if facts.stands(who).due { factor } else { 0 };
        let (running, moving) = rotating(program, way, due);
        let already = whole(running.len()) * factor;
        if let Some(most) = facts.book.get(rotation_share::AT_MOST) {
            // Of so many people the least that the share asks for may round up beyond the most.
            let most = most.floor_of(among).max(need) - already;
            program.at_most(&CARD, MOST_SITE, moving.clone(), most);
        }
        program.at_least(&CARD, "county", moving, need - already);
    }
}

/// For the program: who is on a running rotation that counts once more, and the possible moves that
/// count, each as often as `weight` says of who moves.
pub(super) fn rotating(
    program: &crate::model::Staffing<'_>,
    way: Direction,
    weight: impl Fn(TeacherNo) -> i64,
) -> (Vec<TeacherNo>, crate::model::Terms) {
    let facts = program.facts;
    let fits = |from, to| way == Direction::Any || is_directional(facts, from, to);
    let running = facts.roster.teacher_nos().filter(|no| {
        let stand = facts.stands(*no);
        let runs = stand.ongoing.as_ref();
        let home = facts.roster.teacher(*no).quota_school;
        runs.is_some_and(|one| one.counts && one.goes_on)
            && stand.base.is_some_and(|to| fits(home, to))
    });
    let moving = program.moves_where(
        |ty| weight(program.types[ty].sample()),
        |arc| {
            let from = program.from(arc);
            fits(from, arc.to) && counts_as_rotation(facts, from, arc.to)
        },
    );
    (running.collect(), moving)
}
