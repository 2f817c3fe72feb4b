//! The curriculum and the standard loads that made-up counties follow: those of the national
//! scenario, so that there is one copy of them.

use crate::domain::{GridLine, LoadLine, Stage, Subject};

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

/// The rows below the head, three cells each.
fn rows(text: &str) -> impl Iterator<Item = [&str; 3]> {
    text.lines().skip(1).filter_map(|line| {
        let mut cells = line.trim_end().split(',');
        Some([cells.next()?, cells.next()?, cells.next()?])
    })
}

impl Curriculum {
    /// The national ones.
    pub(super) fn national() -> Self {
        let grid = rows(GRID).filter_map(|[grade, subject, periods]| {
            Some(GridLine {
                grade: grade.parse().ok()?,
                subject: Subject::find(subject)?,
                periods: periods.parse().ok()?,
            })
        });
        let load = rows(LOAD).filter_map(|[stage, subject, periods]| {
            Some(LoadLine {
                stage: Stage::find(stage)?,
                subject: Subject::find(subject)?,
                periods: periods.parse().ok()?,
            })
        });
        Self {
            grid: grid.collect(),
            load: load.collect(),
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
