//! The ledger of title posts (职称岗位台账): by grade and school what is approved, filled, and freed by
//! those who leave before the year; the senior posts that are set apart for rotated teachers; and the
//! applicants of the coming round in their published order (聘任排名).
//!
//! A school's posts belong to whoever has her quota place there. The reserve is a share of the approved
//! senior posts, rounded once for the county or school by school, as the policy says; a county-wide
//! reserve is spread over the schools by largest remainder.

use super::applicants::lacking;
use super::conditions::Conditions;
use super::title_year::Service;
use super::values::title_posts::{self, RankBy, ReserveBase, Rounding};
use super::values::{title_applicants, title_year, titles_filled};
use super::{Eligibility, Exemption, apportion};
use crate::domain::{Employment, Role, Roster, SchoolNo, TeacherNo, Title, TitlePost, whole};
use crate::policy::{RuleBook, Share};
use crate::text::Text;
use num_rational::Ratio;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Posts of one grade at one school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradePosts {
    /// The school.
    pub school: SchoolNo,
    /// The grade.
    pub grade: Title,
    /// Approved posts.
    pub approved: i64,
    /// Filled now.
    pub filled: i64,
    /// Of these, held by people who leave before the school year.
    pub freed: i64,
    /// Of the approved, set apart for rotated teachers.
    pub reserve: i64,
    /// Of the filled, taken from the reserve.
    pub reserve_filled: i64,
}

/// Somebody who applies for a grade of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// Who.
    pub teacher: TeacherNo,
    /// Her quota school, whose posts she applies for.
    pub school: SchoolNo,
    /// The grade applied for.
    pub title: Title,
    /// The grade held, whose post she leaves.
    pub from: Title,
    /// What she lacks; empty for those who are fit.
    pub unfit: Vec<Text>,
    /// She has been rotated and may take a post of the reserve.
    pub rotated: bool,
    /// She needs no post: long service at village schools (不受岗位职数和结构比例限制).
    pub outside: bool,
    /// Her place among the fit applicants for the grade in the county, from 1; 0 for the unfit.
    pub place: i64,
    /// Fit applicants for the grade in the county.
    pub of: i64,
}

impl Applicant {
    /// Ranking points (排名分): 1 for the last fit applicant for the grade, one more for each before her.
    pub fn points(&self) -> i64 {
        self.of - self.place + 1
    }
}

/// Where posts of a grade are counted: a school, or the county where the policy pools them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The school; none for the county.
    pub school: Option<SchoolNo>,
    /// The grade.
    pub grade: Title,
    /// Approved posts.
    pub approved: i64,
    /// Filled and not freed.
    pub occupied: i64,
    /// Of the approved, set apart for rotated teachers.
    pub reserve: i64,
    /// Of the filled, taken from the reserve.
    pub reserve_filled: i64,
}

impl Cell {
    /// Posts that can be given out; none where more are filled than approved.
    pub fn free(&self) -> i64 {
        (self.approved - self.occupied).max(0)
    }

    /// Of these, posts that need not have been rotated for.
    pub fn general(&self) -> i64 {
        let taken = self.occupied - self.reserve_filled;
        (self.approved - self.reserve - taken).clamp(0, self.free())
    }

    /// The place as special approvals name it, such as `S07,senior_posts`.
    pub fn site(&self, roster: &Roster) -> String {
        let id = |no| roster.school(no).id.as_str();
        let school = self.school.map_or("county", id);
        format!("{school},{}_posts", self.grade.key())
    }
}

/// The whole ledger; empty where the policy does not keep it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Titles {
    /// Posts by school and grade.
    pub posts: Vec<GradePosts>,
    /// Applicants, by staff id.
    pub applicants: Vec<Applicant>,
    /// Posts are pooled at the county and given to schools anew every year (县域统筹).
    pub pooled: bool,
}

impl Titles {
    /// The ledger, when the policy keeps it.
    pub(super) fn new(conditions: &Conditions<'_>, standing: &[Eligibility]) -> Self {
        let (roster, book) = (conditions.roster, conditions.book);
        if !book.is_on(title_posts::RULE) && !book.is_on(titles_filled::RULE) {
            return Self::default();
        }
        let posts = posts(roster, book, standing);
        let people = roster.teacher_nos();
        let all = people.filter_map(|no| applicant(conditions, no, &standing[no.0]));
        let has_posts = |one: &Applicant| posts.iter().any(|post| post.grade == one.title);
        let mut applicants: Vec<_> = all.filter(has_posts).collect();
        rank(roster, book, standing, &mut applicants);
        Self {
            posts,
            applicants,
            pooled: book.get(title_posts::POOLED),
        }
    }

    /// Where posts are counted, by grade and school.
    pub fn cells(&self) -> Vec<Cell> {
        let mut cells: BTreeMap<(Title, Option<SchoolNo>), Cell> = BTreeMap::new();
        for post in &self.posts {
            let school = (!self.pooled).then_some(post.school);
            let cell = cells.entry((post.grade, school)).or_default();
            (cell.school, cell.grade) = (school, post.grade);
            cell.approved += post.approved;
            cell.occupied += post.filled - post.freed;
            cell.reserve += post.reserve;
            cell.reserve_filled += post.reserve_filled;
        }
        cells.into_values().collect()
    }

    /// The applicant with this number, when she applies.
    pub fn applicant(&self, teacher: TeacherNo) -> Option<&Applicant> {
        let list = &self.applicants;
        let at = list.binary_search_by_key(&teacher, |one| one.teacher);
        at.ok().map(|at| &list[at])
    }

    /// Whether the ledger counts posts of a grade.
    pub fn counts(&self, grade: Title) -> bool {
        self.posts.iter().any(|post| post.grade == grade)
    }
}

fn posts(roster: &Roster, book: &RuleBook, standing: &[Eligibility]) -> Vec<GradePosts> {
    let leaves = |line: &TitlePost| {
        let holders = roster.teachers.iter().zip(standing).filter(|(one, stand)| {
            (one.quota_school, one.title) == (line.school, line.grade)
                && one.employment == Employment::OnQuota
                && stand.exemptions.contains(&Exemption::Leaving)
        });
        whole(holders.count())
    };
    let posts = roster.title_posts.iter().map(|line| GradePosts {
        school: line.school,
        grade: line.grade,
        approved: i64::from(line.approved),
        filled: i64::from(line.filled),
        freed: leaves(line).min(i64::from(line.filled)),
        reserve: 0,
        reserve_filled: i64::from(line.reserve_filled),
    });
    let mut posts: Vec<_> = posts.collect();
    posts.sort_by_key(|post| (post.grade, post.school));
    if let Some(share) = book.get(title_posts::RESERVE_SHARE) {
        let senior = posts.iter_mut().filter(|post| post.grade == Title::Senior);
        let mut senior: Vec<_> = senior.collect();
        let approved: Vec<i64> = senior.iter().map(|post| post.approved).collect();
        for (post, reserve) in senior.iter_mut().zip(reserves(book, share, &approved)) {
            post.reserve = reserve;
        }
    }
    posts
}

/// What is set apart of each school's posts.
fn reserves(book: &RuleBook, share: Share, approved: &[i64]) -> Vec<i64> {
    let rounded = |whole: i64| match book.get(title_posts::RESERVE_ROUNDING) {
        Rounding::Down => share.floor_of(whole),
        Rounding::Up => share.ceil_of(whole),
        Rounding::Nearest => (share.ratio() * whole).round().to_integer(),
    };
    if book.get(title_posts::RESERVE_BASE) == ReserveBase::School {
        return approved.iter().map(|whole| rounded(*whole)).collect();
    }
    let parts: Vec<_> = approved.iter().copied().map(Ratio::from_integer).collect();
    apportion(rounded(approved.iter().sum()), &parts)
}

fn applicant(conditions: &Conditions<'_>, no: TeacherNo, stand: &Eligibility) -> Option<Applicant> {
    let (roster, book) = (conditions.roster, conditions.book);
    let teacher = roster.teacher(no);
    let title = teacher.applies_for?;
    let mut unfit = Vec::new();
    if teacher.employment != Employment::OnQuota {
        unfit.push(Text::new("非在编教师", "a place on quota"));
    }
    if stand.exemptions.contains(&Exemption::Leaving) {
        unfit.push(Text::new(
            "新学年前退休或离开",
            "staying for the school year",
        ));
    }
    if book.is_on(title_year::RULE) && stand.lacks_title_year {
        unfit.push(Text::new("基层任教年限未满", "the time at village schools"));
    }
    if book.is_on(title_applicants::RULE) {
        unfit.extend(lacking(roster, book, teacher));
    }
    let outside = book.get(title_posts::OUTSIDE_YEARS).is_some_and(|years| {
        // All time at these schools, however short the spell and small the share.
        let service = Service {
            at: book.get(title_posts::OUTSIDE_SCHOOLS),
            min_share: 0,
            continuous: false,
        };
        i64::from(service.months(roster, no, conditions.clock)) >= years * 12
    });
    let mut spells = roster.spells_of(no).iter();
    Some(Applicant {
        teacher: no,
        school: teacher.quota_school,
        title,
        from: teacher.title,
        unfit,
        rotated: spells.any(|spell| conditions.is_rotation(spell)),
        outside,
        place: 0,
        of: 0,
    })
}

/// Gives the fit applicants of each grade their places: by what the policy lists, then by lot.
fn rank(roster: &Roster, book: &RuleBook, standing: &[Eligibility], applicants: &mut [Applicant]) {
    let order = book.get(title_posts::ORDER);
    let key = |one: &Applicant| {
        let teacher = roster.teacher(one.teacher);
        let values = order.iter().map(|by| match by {
            RankBy::FrontLine => i64::from(teacher.role != Role::Teacher),
            RankBy::Backbone => -(teacher.backbone as i64),
            RankBy::VillageMonths => -i64::from(standing[one.teacher.0].title_months),
            RankBy::HeldLongest => teacher.title_since.map_or(i64::MAX, |since| {
                -i64::from(crate::domain::Month::of(roster.date).months_since(since))
            }),
        });
        let ticket = super::ticket(&roster.lottery_seed, &teacher.id);
        (values.collect::<Vec<_>>(), ticket)
    };
    let mut fit: BTreeMap<Reverse<Title>, Vec<&mut Applicant>> = BTreeMap::new();
    for one in applicants.iter_mut().filter(|one| one.unfit.is_empty()) {
        fit.entry(Reverse(one.title)).or_default().push(one);
    }
    for list in fit.values_mut() {
        list.sort_by_cached_key(|one| key(one));
        let of = whole(list.len());
        for (one, place) in list.iter_mut().zip(1..) {
            (one.place, one.of) = (place, of);
        }
    }
}
