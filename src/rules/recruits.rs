//! R18 Recruits (招聘与空编).
//!
//! Symbols: `h[c,p]` recruits of pool `c` for post `p`, and contract teachers who are taken onto the quota
//! (R39) [persons]; `Q[s]` the most that school `s` may be given of the quota,
//! `H[s]` on-quota heads there next year before anybody is recruited: as things stand, plus those
//! whose quota place comes with them, minus those whose quota place leaves [heads].
//! A school that is over its quota when nothing is decided recruits nobody on quota this year, even
//! where moves free a place. Special posts (特岗) are made at some schools only; whether they take a place
//! of the quota the policy of R06 says.
//!
//! People whose school closes take their places along: they must be somewhere, so nothing bounds them, and neither
//! their heads nor their places are counted here.
//!
//! `T[g]`, `B[g]`: what the county has of the quota of stage `g`, and who holds it, see `county`.
//!
//! `N[s,g,k]`, `H[s,g,k]` posts whose main part is subject `k` and the school's own people of it before
//! anything is decided; `out[s,g,k]` how many of these are moved away, of moves that are worth their way and place (R42)
//! [persons]: nobody is recruited for a
//! subject of which the school has people enough, and where it has more people than posts nobody at all, even if some
//! are moved away: they would go first.

mod county;
mod remarks;

use super::move_worth::{MoveWorth, is_worth};
use super::{Constrain, Rule, Verdict};
use crate::blanks;
use crate::domain::{Employment, TeacherNo, whole};
use crate::facts::own_staff::{OwnStaff, Place, has_surplus, is_of, own_staff, site};
use crate::facts::values::{recruits, school_quota};
use crate::facts::{Facts, Grade, Placement, Post, PostNo, holds_place};
use crate::finding::{About, Code};
use crate::policy::{Card, GoalId};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    OVER_QUOTA "R18" error
        ["{school}最多可分配编制{quota}名，方案实施后在编{heads}人（含新招、入编{hired}人），超出空编。", "{school} may be given {quota} places on quota at most; with {hired} recruits and conversions it would hold {heads} heads."]
        ["减少在编招聘，或招聘不占编的教师。", "Recruit fewer on quota, or people who take no place of it."];
    NO_SPECIAL_POST "R18b" error
        ["{school}不在特岗教师的设岗范围（{stage}），方案安排特岗{hired}人。", "Special posts are not allowed at {school} ({stage}), yet the plan places {hired} there."]
        ["特岗教师只安排到规定类别和学段的学校。", "Place special-post teachers only at the classes of school and stages that the policy names."];
    NO_CONTRACT "R18c" error
        ["本地政策不允许招聘编外教师，方案为{school}招聘{hired}人。", "The policy allows no contract teachers, yet the plan recruits {hired} for {school}."]
        ["改用在编或特岗招聘。", "Recruit on quota or on special posts instead."];
    POOL_SPENT "R18d" error
        ["招聘计划{pool}可招{number}人，方案使用{hired}人。", "The recruiting line {pool} has {number} people; the plan uses {hired}."]
        ["核对招聘计划人数。", "Check the numbers of the recruiting line."];
    VACANCY_KEPT "R18e" warning
        ["{school}空编{vacant}名、岗位空缺，而招聘计划{pool}仍有{left}名可任人员未使用（有编不补）。", "{school} has {vacant} vacancies on quota and an empty post, while {left} of the recruiting line {pool} who fit it are not used."]
        ["用该计划补足空编。", "Fill the vacancy from that line."];
    BESIDE_IDLE "R18f" warning
        ["{school}{subjects}岗用招聘计划{pool}招{hired}人，该校{name}（{subject}）可任该岗而无岗可任。", "{school} recruits {hired} from line {pool} for {subjects}, while {name} ({subject}) there could hold the post and has none."]
        ["先用本校无岗教师，再考虑招聘。", "Use the people who are there before anybody is recruited."];
    BESIDE_OWN "R18h" error
        ["{school}{stage}{subject}岗{need}个，本校有{subject}教师{heads}人，方案另招{hired}人、调出{left}人。", "{school} has {need} posts for {subject} ({stage}) and {heads} people of the subject; the plan recruits {hired} more and moves {left} away."]
        ["先用本校教师，再考虑招聘。", "Use the people who are there before anybody is recruited."];
    OVER_COUNTY "R18i" error
        ["全县{stage}编制总量{total}名，不招聘时下一学年已有在编{heads}人，方案新招、入编{hired}人，超出全县空编。", "The county has {total} places on quota for {stage} and {heads} people on them next year before anybody is recruited; {hired} recruits and conversions are more than are left."]
        ["减少该学段在编招聘、入编人数，或报编制部门调剂编制。", "Recruit and convert fewer at this stage, or have the staffing office shift places."];
    UNUSED "R18g" note
        ["招聘计划{pool}（{subjects}）剩{left}名未用：{why}。", "{left} of the recruiting line {pool} ({subjects}) are not used: {why}."]
        ["核对招聘计划；不需要的名额可调剂到紧缺学科。", "Check the line; places that are not needed may go to subjects that are short."];
}

pub(super) static CARD: Card = Card {
    code: "R18",
    id: recruits::RULE,
    title: Text::new("招聘与空编", "Recruits"),
    asks: Text::new(
        "在编招聘、入编不超过学校空编和全县该学段空编；特岗教师只安排到规定学校和学段；不得有编不补；能用在岗教师的不用招聘名额。",
        "Recruits on quota do not exceed the vacancies of the school and of the county for the stage, special posts go only where they are allowed, no vacancy is kept while a fitting person can be had, and nobody is recruited beside people who could hold the post.",
    ),
    formula: "Σ h[c,p] + H[s] ≤ Q[s]   c on quota, p at s;   Σ h[c,p] = 0 where s is over its quota;   Σ_{p of g} h[c,p] ≤ max(0, T[g] − B[g]);   Σ h[c,p] ≤ max(0, N[s,g,k] − H[s,g,k]) + out[s,g,k]   p at s with main part k;   min Σ h[c,p]",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "允许{place}超出空编或在本校有人可任时招聘、调入{amount}人",
        "{place} may take {amount} people beyond its vacancies or beside its own staff",
    )),
    params: recruits::PARAMS,
    marks: &[],
    suspected: 14,
    breaches: CODES,
};

/// Whether a remark with this number says what of a line is left over, and why.
pub fn tells_of_unused(code: &str) -> bool {
    code == UNUSED.id
}

/// Recruits go where quota and policy allow it.
pub(super) struct Recruits;

/// On-quota heads of a school under a plan: recruits, and all with them.
#[derive(Debug, Clone, Copy, Default)]
struct OnQuota {
    hired: i64,
    moved_in: i64,
    heads: i64,
}

impl Rule for Recruits {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let on_quota = on_quota(facts, plan);
        audit_vacancies(facts, &on_quota, verdict);
        county::audit(facts, plan, verdict);
        audit_places(facts, plan, verdict);
        let mut used = vec![0; facts.roster.pools.len()];
        for hire in &plan.hires {
            used[hire.pool] += i64::from(hire.number);
        }
        for (pool, hired) in facts.roster.pools.iter().zip(&used) {
            if *hired > i64::from(pool.number) {
                let words = blanks! { pool: pool.id, number: pool.number, hired: hired };
                verdict.fault(About::County, &POOL_SPENT, words);
            }
        }
        verdict.cost(GoalId::Recruits, used.iter().sum());
        if facts.book.get(recruits::FILL_VACANCIES) {
            remarks::kept_vacancies(facts, plan, &on_quota, &used, verdict);
        }
        audit_beside_own(facts, plan, verdict);
        remarks::beside_idle(facts, plan, verdict);
        remarks::unused(facts, plan, &on_quota, &used, verdict);
    }
}

fn on_quota(facts: &Facts<'_>, plan: &Placement) -> Vec<OnQuota> {
    let today = facts.quota.iter().map(|quota| OnQuota {
        heads: quota.heads_base,
        ..OnQuota::default()
    });
    let mut all: Vec<OnQuota> = today.collect();
    for one in plan.moves.iter().filter(|one| one.quota_goes) {
        let teacher = facts.roster.teacher(one.teacher);
        let brings = facts.brings_place(one.teacher);
        if holds_place(facts.book, teacher.employment) && teacher.quota_school != one.to && !brings
        {
            all[teacher.quota_school.0].heads -= 1;
            all[one.to.0].heads += 1;
            all[one.to.0].moved_in += 1;
        }
    }
    for who in &plan.conversions {
        let here = &mut all[facts.roster.teacher(*who).quota_school.0];
        here.hired += 1;
        here.heads += 1;
    }
    for hire in &plan.hires {
        if holds_place(facts.book, facts.roster.pools[hire.pool].employment) {
            let here = &mut all[facts.post(hire.post).school.0];
            here.hired += i64::from(hire.number);
            here.heads += i64::from(hire.number);
        }
    }
    all
}

fn audit_vacancies(facts: &Facts<'_>, on_quota: &[OnQuota], verdict: &mut Verdict) {
    for ((school, quota), here) in facts.roster.schools.iter().zip(&facts.quota).zip(on_quota) {
        let words = || {
            blanks! { school: school.name, quota: quota.most, heads: here.heads,
            hired: here.hired }
        };
        if quota.heads_base > quota.most {
            if here.hired > 0 {
                verdict.none(school, &OVER_QUOTA, here.hired, words());
            }
        } else if here.hired + here.moved_in > 0 {
            verdict.at_most(school, &OVER_QUOTA, quota.most, here.heads, words());
        }
    }
}

fn audit_places(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let roster = facts.roster;
    for hire in &plan.hires {
        let Some(code) = forbidden(facts, hire.pool, hire.post) else {
            continue;
        };
        let post = facts.post(hire.post);
        let school = roster.school(post.school);
        let words = blanks! { school: school.name, stage: post.stage.text(), hired: hire.number };
        let site = format!("{},{}", school.id, roster.pools[hire.pool].id);
        let verdict = verdict.at(site);
        verdict.none(school, code, i64::from(hire.number), words);
    }
}

/// Subjects of a post of which the school must not have people to spare: its main subject, and any other that
/// somebody teaches there by its certificate who has no post.
fn asked_of(facts: &Facts<'_>, staff: &BTreeMap<Place, OwnStaff>, post: &Post) -> Vec<Place> {
    let closed = post.ways().filter(|part| part.2 != Grade::Open);
    let places = closed.map(|(subject, _, _)| (post.school, post.stage, subject));
    let asked = |place: &Place| {
        let spare = || {
            let mut people = facts.at_base(place.0);
            let beyond = staff.get(place).copied().unwrap_or_default().beyond();
            beyond == 0
                && has_surplus(facts, place.0, place.2)
                && people.any(|who| is_of(facts, who, *place))
        };
        post.main() == Some(place.2) || spare()
    };
    places.filter(asked).collect()
}

/// Nobody is recruited for a subject of which the school has people enough, unless they are moved away.
fn audit_beside_own(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    if !facts.book.get(recruits::OWN_STAFF_FIRST) {
        return;
    }
    let staff = own_staff(facts);
    let mut hired: BTreeMap<Place, i64> = BTreeMap::new();
    for hire in &plan.hires {
        let post = facts.post(hire.post);
        for place in asked_of(facts, &staff, post) {
            *hired.entry(place).or_default() += i64::from(hire.number);
        }
    }
    for (place, number) in hired {
        let there = staff.get(&place).copied().unwrap_or_default();
        let gone = plan.moves.iter();
        let gone = gone.filter(|one| is_of(facts, one.teacher, place) && is_worth(facts, one));
        let left = whole(gone.count());
        let counts = if there.has_surplus() { 0 } else { left };
        let (school, stage, subject) = (facts.roster.school(place.0), place.1, place.2);
        let words = blanks! { school: school.name, stage: stage.text(), subject: subject.text(),
        need: there.posts, heads: there.heads, hired: number, left: left };
        let verdict = verdict.at(site(facts, place));
        verdict.none(school, &BESIDE_OWN, number - there.beyond() - counts, words);
    }
}

/// For the audit: why recruits of a pool may not hold a post, if so.
fn forbidden(facts: &Facts<'_>, pool: usize, post: PostNo) -> Option<&'static Code> {
    let post = facts.post(post);
    let schools = facts.book.get(recruits::SPECIAL_POST_SCHOOLS);
    let stages = facts.book.get(recruits::SPECIAL_POST_STAGES);
    let special = facts.roster.school(post.school).is_any(&schools) && stages.contains(&post.stage);
    match facts.roster.pools[pool].employment {
        Employment::SpecialPost if !special => Some(&NO_SPECIAL_POST),
        Employment::Contract | Employment::Purchased
            if !facts.book.get(recruits::CONTRACT_ALLOWED) =>
        {
            Some(&NO_CONTRACT)
        }
        Employment::Support => Some(&NO_CONTRACT),
        _ => None,
    }
}

/// Whether a pool's kind of employment is allowed at a post.
fn is_allowed(facts: &Facts<'_>, pool: usize, post: PostNo) -> bool {
    let (book, post) = (facts.book, facts.post(post));
    match facts.roster.pools[pool].employment {
        Employment::OnQuota => true,
        Employment::SpecialPost => {
            let stages = book.get(recruits::SPECIAL_POST_STAGES);
            let classes = book.get(recruits::SPECIAL_POST_SCHOOLS);
            stages.contains(&post.stage) && facts.roster.school(post.school).is_any(&classes)
        }
        Employment::Contract | Employment::Purchased => book.get(recruits::CONTRACT_ALLOWED),
        // Whoever is sent from outside is nobody's recruit; the tables are refused that say so.
        Employment::Support => false,
    }
}

/// Asks that nobody is recruited for a subject of which the school has people enough.
fn beside_own(program: &mut crate::model::Staffing<'_>) {
    let facts = program.facts;
    if !facts.book.get(recruits::OWN_STAFF_FIRST) {
        return;
    }
    let staff = own_staff(facts);
    let hires = program.hires.iter().flat_map(|hire| {
        let places = asked_of(facts, &staff, facts.post(hire.post));
        places.into_iter().map(|place| (place, hire.var, 1))
    });
    let hires = crate::model::sums(hires);
    for (place, mut terms) in hires {
        let there = staff.get(&place).copied().unwrap_or_default();
        if !there.has_surplus() {
            let gone = program.arcs.iter().filter(|arc| {
                let who = program.types[arc.ty].sample();
                is_of(facts, who, place) && MoveWorth.allows(facts, who, arc.to)
            });
            terms.extend(gone.map(|arc| (arc.var, -1)));
        }
        let most = there.beyond();
        if program.lp.reach(&terms).1 > most {
            program.at_most(&CARD, site(facts, place), terms, most);
        }
    }
}

impl Constrain for Recruits {
    fn may_hire(&self, facts: &Facts<'_>, pool: usize, post: PostNo) -> bool {
        is_allowed(facts, pool, post)
    }

    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        let teacher = facts.roster.teacher(who);
        let brings_place =
            facts.book.get(school_quota::QUOTA_GOES) && holds_place(facts.book, teacher.employment);
        let place = brings_place.then_some(teacher.quota_school);
        key.push(place.map_or(-1, |no| whole(no.0)));
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        use crate::model::sums;
        let facts = program.facts;
        if facts.book.force(CARD.id) == crate::policy::Force::Goal {
            for hire in program.hires.clone() {
                if !is_allowed(facts, hire.pool, hire.post) {
                    program.lp.cost(CARD.goal, hire.var, 1);
                }
            }
        }
        for hire in &program.hires {
            program.lp.cost(GoalId::Recruits, hire.var, 1);
        }
        beside_own(program);
        program.add_candidates();
        let on_quota = |one| holds_place(facts.book, one);
        let hires = program.hires.iter();
        let hires = hires.filter(|hire| on_quota(facts.roster.pools[hire.pool].employment));
        let hires = hires.map(|hire| (facts.post(hire.post).school, hire.var, 1));
        let home = |who| facts.roster.teacher(who).quota_school;
        let converts = program.converts.iter();
        let converts = converts.map(|one| (home(one.teacher), one.var, 1));
        let mut hires = sums(hires.chain(converts));
        let moves = program.quota_moves(on_quota);
        let mut moves = sums(moves.map(|(at, _, var, heads)| (at, var, heads)));
        for (no, quota) in facts.roster.school_nos().zip(&facts.quota) {
            let mut terms = hires.remove(&no).unwrap_or_default();
            let over = quota.heads_base > quota.most;
            if !over {
                terms.extend(moves.remove(&no).unwrap_or_default());
            }
            // People only leave: nothing can go over.
            if terms.iter().any(|(_, factor)| *factor > 0) {
                let vacant = (quota.most - quota.heads_base).max(0);
                program.at_most(&CARD, facts.roster.school_id(no), terms, vacant);
            }
        }
        county::constrain(program);
    }
}
