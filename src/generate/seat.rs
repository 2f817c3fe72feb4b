//! A school being made up or taken over: its record, its classes, how many people work there.

use super::grid::Curriculum;
use crate::domain::{Area, GridLine, LoadLine, School, Stage, Subject};
use std::collections::BTreeMap;

/// How a school stands among the others; the shares of its people are skewed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// In the seat of the county.
    Core,
    /// In a township centre.
    Town,
    /// In a village.
    Village,
}

impl Tier {
    /// The tier of a school of which only the area is known.
    pub(super) const fn of(area: Area) -> Self {
        match area {
            Area::City => Self::Core,
            Area::Town => Self::Town,
            Area::Village => Self::Village,
        }
    }

    /// The one of three values, for core, town and village, that is meant for it.
    pub(super) const fn of_three<T: Copy>(self, values: (T, T, T)) -> T {
        match self {
            Self::Core => values.0,
            Self::Town => values.1,
            Self::Village => values.2,
        }
    }
}

/// A school with its classes and its head count.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    /// Its record.
    pub(super) school: School,
    /// How it stands.
    pub(super) tier: Tier,
    /// Pupils of each class, by grade.
    pub(super) classes: BTreeMap<u8, Vec<u32>>,
    /// People who work there.
    pub(super) heads: u32,
}

impl Seat {
    /// Pupils.
    pub(super) fn pupils(&self) -> u32 {
        self.classes.values().flatten().sum()
    }

    /// Need of full-time people of a stage, thousandths.
    pub(super) fn need(&self, plan: &Curriculum, stage: Stage) -> u64 {
        plan.grid
            .iter()
            .filter(|line| Stage::of_grade(line.grade) == Some(stage))
            .map(|line| self.need_of(plan, stage, line))
            .sum()
    }

    /// Need of full-time people of a stage and subject, thousandths.
    pub(super) fn need_in(&self, plan: &Curriculum, stage: Stage, subject: Subject) -> u64 {
        plan.grid
            .iter()
            .filter(|line| line.subject == subject && Stage::of_grade(line.grade) == Some(stage))
            .map(|line| self.need_of(plan, stage, line))
            .sum()
    }

    fn need_of(&self, plan: &Curriculum, stage: Stage, line: &GridLine) -> u64 {
        let classes = self.classes.get(&line.grade).map_or(0, Vec::len);
        let load = plan
            .load
            .iter()
            .find(|one: &&LoadLine| one.stage == stage && one.subject == line.subject);
        let periods = u64::from(load.map_or(16, |one| one.periods)).max(1);
        let asked = u64::try_from(classes).unwrap_or_default() * u64::from(line.periods);
        (asked * 1000).div_ceil(periods)
    }
}
