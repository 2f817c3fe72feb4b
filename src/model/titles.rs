//! Appointments to title posts (职称聘任) in the staffing program.
//!
//! Columns: `appoint[a]`, 1 when fit applicant `a` is appointed, `waits[a]` otherwise; rows
//! `applicants`: `appoint[a] + waits[a] = 1`. The rules say how many posts there are.

use super::{AppointVar, Sense, Staffing, Var};
use crate::domain::{Employment, SchoolNo, TeacherNo, Title};
use std::collections::BTreeMap;

/// One column's part in the posts of a grade at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TitleTerm {
    /// The column.
    pub var: Var,
    /// Posts it takes; below nought where it frees them.
    pub posts: i64,
    /// It may take posts that are set apart for rotated teachers and recruits.
    pub reserve: bool,
}

impl TitleTerm {
    /// As a term of a sum of posts.
    pub fn counted(&self) -> (Var, i64) {
        (self.var, self.posts)
    }
}

impl Staffing<'_> {
    /// Columns for the fit applicants, once for all rules that look at them.
    pub fn add_applicants(&mut self) {
        if self.appoints.is_empty() {
            let all = self.facts.titles.applicants.iter();
            let fit = all.filter(|one| one.unfit.is_empty());
            let fit = fit.map(|one| (one.teacher, one.points()));
            self.appoints = self.yes_or_no(["appoint", "waits", "applicants"], fit);
        }
    }

    /// Columns for the contract teachers who may be taken onto the quota, once for all rules that look at
    /// them.
    pub fn add_candidates(&mut self) {
        if self.converts.is_empty() {
            let all = self.facts.conversions.iter();
            let all = all.map(|one| (one.teacher, one.points));
            self.converts = self.yes_or_no(["convert", "contract", "candidates"], all);
        }
    }

    /// For each of these people a column of yes and one of no, and the row that it is one of both.
    fn yes_or_no(
        &mut self,
        [yes, no, row]: [&'static str; 3],
        people: impl Iterator<Item = (TeacherNo, i64)>,
    ) -> Vec<AppointVar> {
        let vars = people.map(|(teacher, points)| {
            let id = self.facts.roster.teacher_id(teacher);
            let var = self.lp.column(format!("{yes}[{id}]"), 0, 1);
            let waits = self.lp.column(format!("{no}[{id}]"), 0, 1);
            let both = vec![(var, 1), (waits, 1)];
            self.lp.row(row, id, both, Sense::Exactly, 1);
            AppointVar {
                teacher,
                points,
                var,
                waits,
            }
        });
        vars.collect()
    }

    /// What takes and frees posts, by school and grade of the ledger; moves only where a school keeps
    /// its own posts, since they cancel over the county.
    pub fn title_terms(
        &self,
        needs_post: impl Fn(Title, SchoolNo) -> bool,
    ) -> BTreeMap<(SchoolNo, Title), Vec<TitleTerm>> {
        let (facts, ledger) = (self.facts, &self.facts.titles);
        let mut sums: BTreeMap<_, Vec<TitleTerm>> = BTreeMap::new();
        let mut add = |at: (SchoolNo, Title), var, posts, reserve| {
            let here = sums.entry(at).or_default();
            here.push(TitleTerm {
                var,
                posts,
                reserve,
            });
        };
        for one in &self.appoints {
            let Some(who) = ledger.applicant(one.teacher) else {
                continue;
            };
            if !who.outside {
                add((who.school, who.title), one.var, 1, who.rotated);
            }
            add((who.school, who.from), one.var, -1, false);
        }
        for hire in &self.hires {
            let (pool, at) = (&facts.roster.pools[hire.pool], facts.post(hire.post).school);
            if needs_post(pool.title, at) {
                add((at, pool.title), hire.var, 1, true);
            }
        }
        if !ledger.pooled {
            for (at, who, var, posts) in self.quota_moves(|one| one == Employment::OnQuota) {
                add((at, who.title), var, posts, false);
            }
        }
        sums.retain(|(_, grade), _| ledger.counts(*grade));
        sums
    }
}
