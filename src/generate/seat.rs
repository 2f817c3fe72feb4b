//! A school being made up or taken over: its record, its classes, how many people work there.

use super::grid::Curriculum;
use crate::domain::{Area, GridLine, Role, School, SchoolKind, Stage, Subject, length};
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

    /// Offices held among so many people, and how many hold each: none at a teaching point.
    pub(super) fn offices(&self, heads: u32) -> Vec<(Role, u32)> {
        if self.school.kind == SchoolKind::Point || heads < 4 {
            return Vec::new();
        }
        let vice = if heads >= 15 { heads.div_ceil(32) } else { 0 };
        let middle = (heads * 13).div_ceil(100);
        vec![
            (Role::Principal, 1),
            (Role::VicePrincipal, vice),
            (Role::Middle, middle),
        ]
    }

    /// Need of full-time people of the stages and subjects that are wanted, thousandths.
    pub(super) fn need(&self, plan: &Curriculum, wanted: impl Fn(Stage, Subject) -> bool) -> u64 {
        let need = |line: &GridLine| {
            let (stage, subject) = (Stage::of_grade(line.grade)?, line.subject);
            if !wanted(stage, subject) {
                return None;
            }
            let periods = plan.standard_load(stage, subject);
            let classes = length(self.classes.get(&line.grade).map_or(0, Vec::len));
            let asked = u64::from(classes) * u64::from(line.periods) * 1000;
            Some(asked.div_ceil(periods.into()))
        };
        plan.grid.iter().filter_map(need).sum()
    }
}
