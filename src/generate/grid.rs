//! The curriculum and the standard loads that made-up counties follow: those of the national
//! scenario, so that there is one copy of them.

use crate::domain::{GridLine, LoadLine};
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekly_periods_add_up_as_the_national_plan_says() {
        let plan = Curriculum::national();
        for grade in 1..=9u8 {
            let sum: u32 = plan
                .grid
                .iter()
                .filter(|line| line.grade == grade)
                .map(|line| line.periods)
                .sum();
            assert_eq!(
                sum,
                match grade {
                    1..=2 => 26,
                    3..=6 => 30,
                    _ => 34,
                },
                "grade {grade}"
            );
        }
        assert_eq!(plan.grid.len(), GRID.lines().count() - 1);
        assert_eq!(plan.load.len(), LOAD.lines().count() - 1);
    }
}
