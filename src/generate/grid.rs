//! The curriculum and the standard loads that made-up counties follow: those of the national
//! scenario, so that there is one copy of them.

use crate::domain::{GridLine, LoadLine, Stage, Subject};
use crate::input::{records, tables};

/// The national scenario's curriculum table.
pub(super) const GRID: &str = include_str!("../../scenarios/national/grid.csv");
/// The national scenario's table of standard loads.
pub(super) const LOAD: &str = include_str!("../../scenarios/national/load.csv");

/// Curriculum and loads.
pub(super) struct Curriculum {
    /// Weekly periods by grade and subject.
    pub(super) grid: Vec<GridLine>,
    /// Weekly periods of a full-time teacher.
    pub(super) load: Vec<LoadLine>,
}

impl Curriculum {
    /// The national ones.
    pub(super) fn national() -> Self {
        Self {
            grid: records(&tables::GRID, GRID),
            load: records(&tables::LOAD, LOAD),
        }
    }

    /// Weekly periods of a full-time teacher; 16 for a subject that the table does not hold.
    pub(super) fn standard_load(&self, stage: Stage, subject: Subject) -> u32 {
        let mut load = self.load.iter();
        let load = load.find(|one| (one.stage, one.subject) == (stage, subject));
        load.map_or(16, |one| one.periods)
    }
}
