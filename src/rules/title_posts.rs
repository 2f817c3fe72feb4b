//! R31 Title posts (职称岗位).
//!
//! Symbols: `g` grades, `s` schools; `N[s,g]` approved posts, `F[s,g]` filled and not freed by people who
//! leave, `R[s,g]` of the approved set apart for rotated teachers, `U[s,g]` of the filled taken from those
//! [posts]; `y[a]` 1 when fit applicant `a` is appointed, `h` recruits who arrive with a title, `m` people
//! whose quota place goes with them and who hold the grade [persons]. Sums run over the county where
//! posts are pooled, else over each school. An applicant leaves the post of the grade she held. Long
//! village service and recruits on special posts (特设岗位) need no post and stand in no sum.
//! - `Σ y in − Σ y out + Σ h + Σ m in − Σ m out ≤ max(0, N − F)`
//! - the same without rotated applicants and recruits `≤ max(0, N − R − (F − U))`
//!
//! Goal: `Σ (of − place + 1)·(1 − y[a])` over the fit applicants for a grade: for posts of one grade the
//! greatest sum of such points is reached by giving them out in the order of places, whatever the points,
//! so nobody is passed over for somebody behind her whose post she could have had.

use super::school_quota::overdue;
use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Employment, SchoolNo, TeacherNo, Title};
use crate::facts::titles::{Applicant, Cell};
use crate::facts::values::{school_quota, title_posts};
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::GoalId;
use crate::text::Text;
use std::collections::BTreeMap;

mod card;
pub(super) use card::{CARD, filled};
use card::{NO_APPLICANT, OVER_GENERAL, OVER_POSTS, PASSED_OVER, TO_BE_APPROVED, UNFIT};

/// Title posts are given out within what is approved.
pub(super) struct TitlePosts;

/// Posts of one grade at one school that a plan takes, less those it frees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// By appointed applicants.
    pub appointed: i64,
    /// Left by applicants who rise.
    pub risen: i64,
    /// By recruits.
    pub recruited: i64,
    /// Brought by people whose quota place comes with them, less those who take theirs away.
    pub moved: i64,
    /// Of the appointed, people who have been rotated.
    pub rotated: i64,
}

impl Taken {
    /// All together.
    pub fn all(&self) -> i64 {
        self.appointed - self.risen + self.recruited + self.moved
    }
}

/// What a plan takes and frees, by school and grade of the ledger; those who need no post are left out.
pub fn taken(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<(SchoolNo, Title), Taken> {
    let (roster, ledger) = (facts.roster, &facts.titles);
    let mut taken: BTreeMap<(SchoolNo, Title), Taken> = BTreeMap::new();
    let appointed = plan.appointments.iter();
    for one in appointed.filter_map(|no| ledger.applicant(*no)) {
        if !one.outside {
            let here = taken.entry((one.school, one.title)).or_default();
            here.appointed += 1;
            here.rotated += i64::from(one.rotated);
        }
        taken.entry((one.school, one.from)).or_default().risen += 1;
    }
    for hire in &plan.hires {
        let (pool, at) = (&roster.pools[hire.pool], facts.post(hire.post).school);
        if needs_post(facts, pool.title, at) {
            taken.entry((at, pool.title)).or_default().recruited += i64::from(hire.number);
        }
    }
    for one in plan.moves.iter().filter(|one| one.quota_goes) {
        let teacher = roster.teacher(one.teacher);
        let brings = facts.brings_place(one.teacher);
        if teacher.employment == Employment::OnQuota && teacher.quota_school != one.to && !brings {
            taken.entry((one.to, teacher.title)).or_default().moved += 1;
            let from = (teacher.quota_school, teacher.title);
            taken.entry(from).or_default().moved -= 1;
        }
    }
    taken.retain(|(_, grade), _| ledger.counts(*grade));
    taken
}

/// Title posts that people of a school that closes bring along to where they are placed, by school and grade: the
/// post that each holds after the plan. Whoever is appointed takes the new post along and leaves the old one.
pub fn brought(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<(SchoolNo, Title), i64> {
    let mut all = BTreeMap::new();
    for one in plan.moves.iter().filter(|one| one.quota_goes) {
        let teacher = facts.roster.teacher(one.teacher);
        let on_quota = teacher.employment == Employment::OnQuota;
        let held = held_after(facts, plan, one.teacher);
        let held = held.filter(|title| facts.titles.counts(*title));
        if let Some(title) = held.filter(|_| on_quota && facts.brings_place(one.teacher)) {
            *all.entry((one.to, title)).or_default() += 1;
            *all.entry((teacher.quota_school, title)).or_default() -= 1;
        }
    }
    all
}

/// The title whose post somebody holds after a plan; none of who rises without needing a post.
fn held_after(facts: &Facts<'_>, plan: &Placement, who: TeacherNo) -> Option<Title> {
    let appointed = plan.appointments.binary_search(&who).is_ok();
    match facts.titles.applicant(who).filter(|_| appointed) {
        Some(one) => (!one.outside).then_some(one.title),
        None => Some(facts.roster.teacher(who).title),
    }
}

/// Whether recruits with a title need a post of the school, or come on special posts outside them.
pub(super) fn needs_post(facts: &Facts<'_>, title: Title, at: SchoolNo) -> bool {
    let special = || facts.book.get(title_posts::SPECIAL_SCHOOLS);
    title != Title::None && !facts.roster.school(at).is_any(&special())
}

/// What a plan takes in a cell.
fn in_cell(cell: &Cell, taken: &BTreeMap<(SchoolNo, Title), Taken>) -> Taken {
    let here = taken.iter().filter(|((school, grade), _)| {
        *grade == cell.grade && cell.school.is_none_or(|one| one == *school)
    });
    here.fold(Taken::default(), |sum, (_, one)| Taken {
        appointed: sum.appointed + one.appointed,
        risen: sum.risen + one.risen,
        recruited: sum.recruited + one.recruited,
        moved: sum.moved + one.moved,
        rotated: sum.rotated + one.rotated,
    })
}

impl Rule for TitlePosts {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let ledger = &facts.titles;
        let taken = taken(facts, plan);
        for cell in ledger.cells() {
            audit_cell(facts, &cell, &in_cell(&cell, &taken), verdict);
        }
        audit_people(facts, plan, verdict);
        for no in &plan.appointments {
            if ledger.applicant(*no).is_none() {
                let teacher = facts.roster.teacher(*no);
                verdict.fault(teacher, &NO_APPLICANT, blanks! { teacher: teacher.name });
            }
        }
        // Says when the totals are due to be approved again.
        let keys = (title_posts::APPROVED_YEAR, title_posts::CYCLE_YEARS);
        if let Some((year, cycle, planned)) = overdue(facts, keys) {
            let words = blanks! { year: year, cycle: cycle, planned: planned };
            verdict.remark(About::County, &TO_BE_APPROVED, words);
        }
    }
}

fn audit_cell(facts: &Facts<'_>, cell: &Cell, taken: &Taken, verdict: &mut Verdict) {
    let roster = facts.roster;
    let school = cell.school.map(|no| roster.school(no));
    let about = || school.map_or(About::County, About::from);
    let site = cell.site(roster);
    let place = match school {
        Some(school) => serde_json::json!(school.name),
        None => serde_json::json!(Text::new("全县", "The county")),
    };
    let words = |free: i64, taken: i64| {
        blanks! { place: place, grade: cell.grade.text(), free: free, taken: taken }
    };
    let all = taken.all();
    let general = all - taken.rotated - taken.recruited;
    if taken.appointed + taken.recruited + taken.moved.max(0) > 0 {
        let free = cell.free();
        let verdict = verdict.at(site.clone());
        verdict.at_most(about(), &OVER_POSTS, free, all, words(free, all));
        if cell.reserve > 0 {
            let free = cell.general();
            let (verdict, words) = (verdict.at(format!("{site},general")), words(free, general));
            verdict.at_most(about(), &OVER_GENERAL, free, general, words);
        }
    }
    if cell.school.is_none() {
        verdict.figure(filled(cell.grade), cell.occupied + all, cell.approved);
        if cell.reserve > 0 {
            let beyond = (all - general.max(0)).max(0) - (cell.general() - general.max(0));
            let in_use = cell.reserve_filled + beyond.max(0);
            let name = Text::new("已用统筹岗位占统筹岗位", "reserve posts in use");
            verdict.figure(name, in_use, cell.reserve);
        }
    }
}

fn audit_people(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let appointed = |one: &Applicant| plan.appointments.binary_search(&one.teacher).is_ok();
    for one in &facts.titles.applicants {
        let teacher = facts.roster.teacher(one.teacher);
        if appointed(one) && !one.unfit.is_empty() {
            let words = blanks! { teacher: teacher.name, title: one.title.text(), why: one.unfit };
            verdict.breach(teacher, &UNFIT, words);
        } else if !appointed(one) && one.unfit.is_empty() {
            verdict.cost(GoalId::Appointments, one.points());
            let before = |other: &&Applicant| appointed(other) && stands_behind(facts, other, one);
            if let Some(other) = facts.titles.applicants.iter().find(before) {
                let other = &facts.roster.teacher(other.teacher).name;
                let words =
                    blanks! { teacher: teacher.name, title: one.title.text(), other: other };
                verdict.remark(teacher, &PASSED_OVER, words);
            }
        }
    }
}

/// Whether somebody stands behind a fit applicant who could have had her post.
fn stands_behind(facts: &Facts<'_>, other: &Applicant, one: &Applicant) -> bool {
    let same = other.title == one.title && other.from == one.from && other.unfit.is_empty();
    let there = facts.titles.pooled || other.school == one.school;
    let may = one.rotated || !other.rotated;
    same && there && may && !other.outside && other.place > one.place
}

impl super::Constrain for TitlePosts {
    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        let goes = facts.book.get(school_quota::QUOTA_GOES) && !facts.titles.pooled;
        let title = facts.roster.teacher(who).title;
        let seen = goes && facts.titles.counts(title);
        key.push(if seen { title as i64 } else { -1 });
    }

    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        use crate::model::TitleTerm;
        let facts = program.facts;
        program.add_applicants();
        for one in program.appoints.clone() {
            program.lp.cost(GoalId::Appointments, one.waits, one.points);
        }
        let sums = program.title_terms(|title, at| needs_post(facts, title, at));
        for cell in facts.titles.cells() {
            let here = sums.iter().filter(|((school, grade), _)| {
                *grade == cell.grade && cell.school.is_none_or(|one| one == *school)
            });
            let here: Vec<TitleTerm> = here.flat_map(|(_, terms)| terms).copied().collect();
            let all: Vec<_> = here.iter().map(TitleTerm::counted).collect();
            let general = here.iter().filter(|term| !term.reserve);
            let general = general.map(TitleTerm::counted).collect();
            let site = cell.site(facts.roster);
            if all.iter().any(|(_, factor)| *factor > 0) {
                program.at_most(&CARD, site.clone(), all, cell.free());
                if cell.reserve > 0 {
                    let site = format!("{site},general");
                    program.at_most(&CARD, site, general, cell.general());
                }
            }
        }
    }
}
