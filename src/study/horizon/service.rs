//! A person from one year into the next: where she works, and what of it goes on file.

use crate::domain::{Month, Protection, SchoolNo, Spell, Teacher, TeacherNo};
use crate::facts::PlannedMove;

/// Full time, per cent.
const FULL: u32 = 100;

/// A teacher with her spells; their number of the teacher is set when the new roster is in order.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) teacher: Teacher,
    pub(super) spells: Vec<Spell>,
}

impl Person {
    fn is_on_file(&self, school: SchoolNo) -> bool {
        self.spells.iter().any(|spell| spell.school == school)
    }

    fn open(&mut self, school: SchoolNo, from: Month) {
        self.spells.push(Spell {
            teacher: TeacherNo(0),
            school,
            from,
            to: None,
            share: FULL,
            form: None,
        });
    }

    /// Ends what still runs in a month, as far as it is asked for.
    fn end(&mut self, month: Month, asked: impl Fn(&Spell) -> bool) {
        for spell in &mut self.spells {
            if spell.to.is_none_or(|to| to >= month) && asked(spell) {
                spell.to = Some(month.plus(-1));
            }
        }
        let begun = |spell: &Spell| spell.to.is_none_or(|to| to >= spell.from);
        self.spells.retain(begun);
    }

    /// Whoever was appointed holds the title from the new year on.
    pub(super) fn rise(&mut self, from: Month) {
        if let Some(title) = self.teacher.applies_for.take() {
            self.teacher.title = title;
            self.teacher.title_since = Some(from);
        }
    }

    /// She goes where a plan sends her.
    pub(super) fn go(&mut self, one: &PlannedMove) {
        let leaves = self.teacher.work_school;
        // Service that was only stated as "at this school since" would be lost with the move.
        if leaves == self.teacher.quota_school && !self.is_on_file(leaves) {
            self.open(leaves, self.teacher.at_school_since);
        }
        self.end(one.start, |spell| spell.share + one.share > FULL);
        self.spells.push(Spell {
            teacher: TeacherNo(0),
            school: one.to,
            from: one.start,
            to: one.end,
            share: one.share,
            form: one.form,
        });
        self.teacher.work_school = one.to;
        // Whoever is placed for good belongs where she works, quota place or not: her school is no more.
        if one.quota_goes || one.end.is_none() {
            self.belong(one.start);
        }
    }

    /// She takes an office at another school, for good: her quota place goes with her, and her terms begin anew.
    pub(super) fn lead(&mut self, to: SchoolNo, from: Month) {
        let leaves = self.teacher.work_school;
        if leaves == self.teacher.quota_school && !self.is_on_file(leaves) {
            self.open(leaves, self.teacher.at_school_since);
        }
        self.end(from, |_| true);
        self.open(to, from);
        self.teacher.work_school = to;
        self.belong(from);
    }

    /// She returns to the school of her quota place in a month.
    pub(super) fn back(&mut self, month: Month) {
        let (left, home) = (self.teacher.work_school, self.teacher.quota_school);
        self.end(month, |spell| spell.school == left);
        if self.is_on_file(home) {
            self.open(home, month);
        }
        self.teacher.work_school = home;
    }

    /// The last month of a posting at her school, when it ends from `since` on and before `until`.
    pub(super) fn ending(&self, since: Month, until: Month) -> Option<Month> {
        let here =
            |spell: &&Spell| spell.school == self.teacher.work_school && spell.form.is_some();
        let ends = self.spells.iter().filter(here).filter_map(|spell| spell.to);
        ends.filter(|end| (since..until).contains(end)).max()
    }

    /// She stays where a posting ended: from then on it is ordinary service.
    pub(super) fn stay(&mut self, end: Month) {
        let here = self.teacher.work_school;
        let later = |spell: &Spell| spell.school == here && spell.to.is_none_or(|to| to > end);
        if !self.spells.iter().any(later) {
            self.open(here, end.plus(1));
        }
    }

    /// Her quota place is where she works, from a month on.
    pub(super) fn belong(&mut self, since: Month) {
        self.teacher.quota_school = self.teacher.work_school;
        self.teacher.at_school_since = since;
        self.teacher.terms = 0;
    }

    /// Since when she has worked where she works, when that is on file.
    pub(super) fn here_since(&self) -> Option<Month> {
        let here = self.teacher.work_school;
        let spells = self.spells.iter().filter(|spell| spell.school == here);
        spells.map(|spell| spell.from).max()
    }

    /// What holds for one year only: pregnancy becomes nursing, nursing ends, wishes were for this plan, and whoever was
    /// away for part of the year is back.
    pub(super) fn lapse(&mut self) {
        let all = &mut self.teacher.protections;
        let expecting = all.contains(&Protection::Pregnant);
        all.retain(|one| !matches!(one, Protection::Pregnant | Protection::Nursing));
        if expecting {
            all.push(Protection::Nursing);
            all.sort_unstable();
        }
        self.teacher.duty = None;
        self.teacher.volunteer = false;
        self.teacher.wishes.clear();
    }
}
