//! R42 Worth of a move (调动的价值).
//!
//! Symbols: `W[π]` posts that are worth a move of somebody of profile `π`: their main part is hers to
//! teach and she covers at least the policy's share of a full load, see `facts::worthy`;
//! `lodged[s,π,p]` people of profile `π` who have just arrived at school `s` and sit on a post `p ∉
//! W[π]` [persons]. Such a seat closes nothing: in the goal of posts it counts as empty. It stands
//! before title years in the order of goals, so nobody is moved onto one unless a must-rule, such as
//! the rotation share, cannot be met otherwise.
//! `m[t,s]` minutes of the way one way; `u[b,s]` the most of a way from a school `b`, unless it leads from a school that
//! does not receive teachers to one that does, see `facts::most_away`;
//! `e[t,s]` minutes of the way one way, of which whoever lodges, the way being beyond the travel limit,
//! counts one part in `d`; `g` minutes that a weekly
//! period is worth at most; `c[π,s]` the most periods that she covers on any post of `s` that is worth the
//! move. A school that asks for a longer way is left out, whichever of its posts she would hold: the rule looks
//! at the fullest, so that it stands on the way alone and needs no row. Beyond `far_minutes` only posts count of which
//! she covers the policy's larger share of a load, and a school without one is left out.
//! A move whose way is not worth it counts in a goal of its own, before moves for a share only.
//! Up from a village or weak school to a town or good one nobody is moved beyond `upward_minutes`, and between schools of
//! one side, or out of a village or weak school, not beyond `far_minutes`, unless the officer placed her: nobody takes
//! teachers far from where they lack, nor sends them far where they do not lack.
//! Nor is anybody moved to a school for a subject of which it has people to spare who could hold the same posts, see
//! `facts::own_staff::beside_idle`, unless the officer placed her or the move gives the year that her title asks for.
//! Where it has no more people `H[s,j]` of subject `j` than posts `P[s,j]`, those who come may not crowd them out: `O[s]`
//! are posts of other subjects that would be worth a move: nobody is pushed onto lessons that are only shared (兼任).
//! Where it has more, those who come for other posts only hold such.
//! `h[t,s]` what the county must gain by a move, as uncovered periods are weighed: the policy's share of her full load;
//! it is added to the goal of posts, so that nobody is moved for a post that brings less than her old one loses and that.
//! Nothing is asked of whom the officer placed, who goes where she wished or for the year of her title.
//! Nor onto a post of another stage than hers while her own school has nobody to spare for her subject.
//! People of one subject and stage do not change places: neither school gains by it, see `swaps`.
//! Nor are all who teach a subject sent away, with recruits alone behind them, see `drafted`.
//! - `Σ_{t of j} x[t,s] ≤ Σ_{π of j, p ∈ O[s]} fill[s,π,p]` where `H[s,j] > P[s,j]`, else
//!   `Σ_{t of j} x[t,s] ≤ P[s,j] − H[s,j] + Σ_{t of j at s} leave[t] + Σ_{π of j, p ∈ O[s]} fill[s,π,p]`

mod beside;
mod drafted;
mod seats;
mod swaps;
mod together;
mod way;

pub use swaps::exchanged_with;

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::own_staff::{beside_idle, leaves_her_stage};
use crate::facts::values::{move_worth, title_year};
use crate::facts::{Facts, Placement, PlannedMove, closes_nothing, least_gain};
use crate::finding::Code;
use crate::policy::{Card, Force, GoalId};
use crate::text::{Blanks, Text};
use std::collections::{BTreeMap, BTreeSet};

crate::finding::codes! { pub(super),
    LODGED "R42" error
        ["调往{school}的{names}，所任岗位不含其可任的主要学科，或课时不足标准课时的{share}：按调动的价值不足计。", "{names}, moved to {school}, hold posts whose main subject is not theirs or less than {share} of a full load: counted as moves worth too little."]
        ["改派到课时足够的岗位；确需这样调动的，写明原因。", "Choose posts with enough periods; where it has to be so say why."];
    TOO_LONG "R42b" error
        ["{teacher}到{to}单程{minutes}分钟，在该校至多可承担{periods}课时，须有{need}课时才值得（每课时至多{limit}分钟）。", "{teacher} has {minutes} minutes one way to {to} and covers {periods} periods there at most; the way asks for {need} ({limit} minutes a period at most)."]
        ["改派较近的学校或课时较多的岗位。", "Choose a school that is nearer, or a fuller post."];
    AWAY "R42c" error
        ["{teacher}由{from}调往{to}，单程{minutes}分钟：不是从城镇、优质学校到农村、薄弱学校的，此类调动单程不宜超过{limit}分钟。", "{teacher} is moved from {from} to {to}, {minutes} minutes one way: this does not lead from a town or good school to a village or weak one, and {limit} minutes are the most for such a move."]
        ["改由较近的学校调入；确需调动的，列入指定安排。", "Take somebody nearer; if she is to go, enter a pin."];
    BESIDE_OWN "R42d" error
        ["{teacher}调往{to}任教{subject}，该校{subject}教师本有富余，可任同样岗位。", "{teacher} is moved to {to} for {subject}, of which that school has people to spare who could hold the same posts."]
        ["先用好该校在岗教师，改派到缺该学科的学校；确需调动的，列入指定安排。", "Use the people there first and send this one where the subject lacks; if she is to go, enter a pin."];
    CROWDS_OUT "R42e" error
        ["{school}{subject}岗位{posts}个，本校{heads}人，方案调入{arrive}人、调出{leave}人：有{over}人会被挤下岗位。", "{school} has {posts} posts and {heads} people of its own for {subject}; the plan brings {arrive} and takes {leave} away: {over} would be left without a post."]
        ["先用好该校在岗教师，少调入，或同时调出。", "Use the people there first: bring fewer, or take as many away."];
    CHANGED "R42f" error
        ["{school}同时调出{out}、调入{come}，都是{subject}教师：调入的先补调出腾出的岗位。", "{school} takes in {come} and lets {out} go, all for {subject}: who comes fills first what is left by who goes."]
        ["让他们留任，另选能补空岗的人员；确需对调、轮换的，列入指定安排。", "Let them stay and move somebody who fills a post; if they are to change places, enter pins."];
    BESIDE "R42h" error
        ["{school}为{subject}调入{names}，本校{subject}教师却有{over}人不在{subject}岗位上。", "{school} takes in {names} for {subject}, while {over} of its own people for {subject} are on no post of it."]
        ["先由本校教师任该学科岗位，仍缺的再调入；确需调动的，列入指定安排。", "Put the people there on these posts first and move somebody only for what is left; if she is to go, enter a pin."];
    OTHER_STAGE "R42j" error
        ["{teacher}是{stage}教师，本校{subject}并无富余，方案调其到{to}任其他学段的岗位。", "{teacher} teaches at {stage} and her school has nobody to spare for {subject}; the plan moves her to {to} onto a post of another stage."]
        ["由该学段教师调入或招聘；确需转学段的，列入指定安排。", "Move somebody of that stage, or recruit; if she is to change the stage, enter a pin."];
    DRAFTED "R42k" error
        ["{school}{stage}{subject}教师{names}都不是本人自愿，全部派出，接替的只有新招人员：按调动的价值不足计。", "{names}, all who teach {subject} ({stage}) at {school}, are sent away without having asked for it, and only recruits follow them: counted as a move worth too little."]
        ["至少留下一人，或从其他学校调入一名该学科教师。", "Let one stay, or bring one in from another school."];
    SWAPPED "R42g" note
        ["{teacher}与{other}同为{stage}{subject}教师，在{from}与{to}之间对调：两人都留任、各接对方的岗位，全县每周少{periods}课时；对调主要用于交流比例。", "{teacher} and {other}, both {subject} ({stage}), change places between {from} and {to}: if both stayed, each on the other's post, {periods} weekly periods would be lost; the exchange serves the shares above all."]
        ["不值得对调的，在指定安排中写明其中一人留任。", "If it is not worth that, pin one of them to stay."];
}

pub(super) static CARD: Card = Card {
    code: "R42",
    id: move_worth::RULE,
    title: Text::new("调动的价值", "Worth of a move"),
    asks: Text::new(
        "调入的岗位应含其可任的主要学科，课时达到标准课时的规定比例；达不到的不算补空岗，没有别的办法完成硬性规定时才用，且排在最后；路程按每课时至多几分钟衡量；本校同学科教师有富余的不再调入；一门学科的教师不全部派出、只留给新招人员。这里只衡量去处，按处计，一项调动可有几处；为什么调动，见调动理由。",
        "Whoever is moved teaches the main subject of the post and a set share of a full load; any other move closes no vacancy, is made only where a must-rule cannot be met otherwise, and comes last; a period is worth so many minutes on the road at most; nobody comes for a subject of which there are people to spare; a subject is not left to recruits alone. This looks at where a move leads, point by point, of which a move may have several; why somebody moves is told by the reasons.",
    ),
    formula: "min Σ_{way not worth it} x[t,s];   min Σ lodged[s,π,p]   p ∉ W[π];   min (R07) + Σ h[t,s]·x[t,s];   idle[s,π] + Σ_{p∉W} (fill[s,π,p] − lodged[s,π,p]) ≤ Σ stay + fixed[s,π];   x[t,s] = 0 where ⌈e[t,s]/g⌉ > c[π,s] or m[t,s] > u[b[t],s] or people of s to spare cover as much;   fixed[s,g,k] + Σ stay[τ] + Σ x[τ,s] + Σ own[τ] ≥ 1",
    // Several things may speak against one move, and one thing against several.
    unit: Text::new("处", "points"),
    goal: GoalId::ShareOnly,
    mend: Some(Text::new(
        "允许{place}的调动有{amount}处价值不足",
        "moves to {place} may be worth too little in {amount} points",
    )),
    params: move_worth::PARAMS,
    marks: &[],
    suspected: 18,
    breaches: CODES,
};

/// How many people the points are about: of one move there may be several.
const CONCERNED: Text = Text::new(
    "价值不足的调动涉及的教师",
    "people whose moves are worth too little",
);

/// Nobody is moved onto a seat that closes nothing, unless a share asks for it.
pub(super) struct MoveWorth;

/// Movers on posts that are not worth the move, by school.
fn lodgers(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<SchoolNo, Vec<TeacherNo>> {
    let mut lodgers: BTreeMap<SchoolNo, Vec<TeacherNo>> = BTreeMap::new();
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        let here = people.iter().copied();
        let here = here.filter(|who| closes_nothing(facts, plan, *who, no));
        let to = facts.post(no).school;
        lodgers.entry(to).or_default().extend(here);
    }
    lodgers.retain(|_, people| !people.is_empty());
    lodgers
}

/// Why a move is not worth its way or its place.
fn not_worth(facts: &Facts<'_>, one: &PlannedMove) -> Vec<(&'static Code, Blanks)> {
    let beside = beside_own(facts, one).map(|words| (&BESIDE_OWN, words));
    let crosses = crosses(facts, one).map(|words| (&OTHER_STAGE, words));
    let all = way::wrong(facts, one).into_iter().chain([beside, crosses]);
    all.flatten().collect()
}

/// Whether she leaves her stage, where she is missed.
fn crosses(facts: &Facts<'_>, one: &PlannedMove) -> Option<Blanks> {
    let profile = facts.profile(facts.stands(one.teacher).profile);
    let words = || {
        blanks! {
            teacher: facts.roster.teacher(one.teacher).name, to: facts.roster.school(one.to).name,
            stage: profile.stage.text(), subject: profile.own.text(),
        }
    };
    let asked = comes_after_own(facts, one.teacher, one.to);
    (asked && leaves_her_stage(facts, one.teacher, one.to)).then(words)
}

/// For the audit: whether her way and her place are worth a move, whichever post she gets there.
pub(super) fn is_worth(facts: &Facts<'_>, one: &PlannedMove) -> bool {
    not_worth(facts, one).is_empty()
}

/// Whether the officer placed her, or her school closes: then nothing is asked of the way.
fn is_placed(facts: &Facts<'_>, who: TeacherNo) -> bool {
    let mut pins = facts.pins.iter();
    pins.any(|pin| pin.teacher == who) || facts.must_leave(who)
}

/// Whether people of the subject who are there go before her.
pub(super) fn comes_after_own(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    facts.book.get(move_worth::OWN_STAFF_FIRST) && is_for_posts(facts, who, to)
}

/// Whether a move can only be for the posts: neither did the officer place her nor does she go for the year that her
/// title asks for.
fn is_for_posts(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let gives = facts.book.get(title_year::DESTINATIONS);
    let year = facts.book.is_on(title_year::RULE)
        && facts.stands(who).lacks_title_year
        && facts.roster.school(to).is_any(&gives);
    !year && !is_placed(facts, who)
}

/// Whether a gain is asked of a move: none of one that she wished.
pub(super) fn asks_gain(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    is_for_posts(facts, who, to) && !facts.roster.teacher(who).volunteers_for(to)
}

/// For the audit: what the county must gain by a move, as uncovered periods are weighed.
pub fn gain_asked(facts: &Facts<'_>, one: &PlannedMove) -> i64 {
    if facts.book.is_on(move_worth::RULE) && asks_gain(facts, one.teacher, one.to) {
        let against = whole(not_worth(facts, one).len());
        least_gain(facts, one.teacher, one.to, against)
    } else {
        0
    }
}

/// Whether she is moved beside colleagues to spare.
fn beside_own(facts: &Facts<'_>, one: &PlannedMove) -> Option<Blanks> {
    let stand = facts.stands(one.teacher);
    let words = || {
        blanks! {
            teacher: facts.roster.teacher(one.teacher).name, to: facts.roster.school(one.to).name,
            subject: facts.profile(stand.profile).own.text(),
        }
    };
    let asked = comes_after_own(facts, one.teacher, one.to);
    (asked && beside_idle(facts, one.teacher, one.to)).then(words)
}

impl Rule for MoveWorth {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let lodgers = lodgers(facts, plan);
        let mut all: BTreeSet<TeacherNo> = lodgers.values().flatten().copied().collect();
        let share = facts.book.get(move_worth::LOAD_AT_LEAST);
        for (school, people) in lodgers {
            let school = facts.roster.school(school);
            let names = people.iter().map(|who| &facts.roster.teacher(*who).name);
            let names: Vec<_> = names.collect();
            let words = blanks! { school: school.name, names: names, share: share.to_string() };
            verdict.none(school, &LODGED, whole(people.len()), words);
        }
        for one in &plan.moves {
            let who = facts.roster.teacher(one.teacher);
            let mut reasons = not_worth(facts, one).into_iter();
            if let Some((code, words)) = reasons.next() {
                verdict.breach(who, code, words);
                all.insert(one.teacher);
            }
            // A move has one price, however much speaks against it.
            for (code, words) in reasons {
                verdict.remark(who, code, words);
            }
        }
        if facts.book.force(CARD.id) == Force::Goal {
            let ways = plan.moves.iter().map(|one| way::wrong(facts, one));
            let far = ways.filter(|wrong| wrong.iter().any(Option::is_some));
            verdict.cost(GoalId::FarMoves, whole(far.count()));
        }
        let gain = plan.moves.iter().map(|one| gain_asked(facts, one));
        verdict.cost(GoalId::EmptyPosts, gain.sum());
        seats::crowded_out(facts, plan, verdict);
        all.extend(beside::left(facts, plan, verdict));
        all.extend(swaps::changed(facts, plan, verdict));
        all.extend(drafted::all_of_a_subject(facts, plan, verdict));
        swaps::told(facts, plan, verdict);
        verdict.figure(CONCERNED, whole(all.len()), whole(plan.moves.len()));
    }
}

impl MoveWorth {
    /// How much speaks against a move: its way, people to spare there, and her stage.
    fn against(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> i64 {
        let way = way::against(facts, who, to);
        if facts.stands(who).base == Some(to) || !comes_after_own(facts, who, to) {
            return way;
        }
        let beside = beside_idle(facts, who, to);
        let crosses = leaves_her_stage(facts, who, to);
        way + i64::from(beside) + i64::from(crosses)
    }
}

impl super::Constrain for MoveWorth {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
        Self::against(facts, who, to) == 0
    }

    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        // People of one school whose homes nobody knows have the same ways.
        let teacher = facts.roster.teacher(who);
        let known =
            facts.travel.knows_home(who) || facts.stands(who).base != Some(teacher.work_school);
        if known {
            let schools = facts.roster.school_nos();
            key.extend(schools.map(|to| {
                let way = way::against(facts, who, to) > 0;
                2 * Self::against(facts, who, to) + i64::from(way)
            }));
        }
        let year = facts.book.is_on(title_year::RULE) && facts.stands(who).lacks_title_year;
        key.push(i64::from(year) + 2 * i64::from(is_placed(facts, who)));
        let one = facts.roster.teacher(who);
        if one.volunteer {
            key.extend(one.wishes.iter().map(|no| whole(no.0)));
        }
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        for arc in &program.arcs {
            let who = program.types[arc.ty].sample();
            if asks_gain(facts, who, arc.to) {
                let gain = least_gain(facts, who, arc.to, Self::against(facts, who, arc.to));
                program.lp.cost(GoalId::EmptyPosts, arc.var, gain);
            }
            if facts.book.force(CARD.id) == Force::Goal && way::against(facts, who, arc.to) > 0 {
                program.lp.cost(GoalId::FarMoves, arc.var, 1);
            }
        }
        if facts.book.get(move_worth::OWN_STAFF_FIRST) {
            let seats = seats::keep_own_seats(program);
            let beside = beside::forbid(program);
            let swaps = swaps::forbid(program);
            together::tighten(program, seats, &swaps, &beside);
        }
        drafted::keep_one(program);
        if facts.book.force(CARD.id) == Force::Goal {
            for one in &program.lodged {
                program.lp.cost(CARD.goal, one.var, 1);
            }
            return;
        }
        let lodged = program.lodged.iter();
        let lodged = lodged.map(|one| (facts.post(one.post).school, one.var, 1));
        for (school, terms) in crate::model::sums(lodged) {
            program.at_most(&CARD, facts.roster.school_id(school), terms, 0);
        }
    }
}
