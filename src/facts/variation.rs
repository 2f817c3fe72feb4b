//! The coefficient of variation between schools (校际差异系数).
//!
//! Symbols: `P` pupils of a school, `x` what it has (teachers), `q = x/P`; `N` schools. Weighted by
//! pupils, as the worked sheet of the assessment has it: `X̄ = Σx/ΣP`, `S = √(Σ P/ΣP · (q − X̄)²)`,
//! `CV = S/X̄`. Population and sample are the same with every school of one weight, and with `N` or
//! `N − 1` below. The only figure of the program that is no fraction: it is rounded to thousandths, and
//! the rounded figure is judged.

use crate::domain::labelled_enum;

labelled_enum! {
    /// How schools are weighed against each other.
    Mode {
        Weighted = "weighted" "按学生数加权" "weighted by pupils",
        Population = "population" "各校等权（总体）" "every school alike (population)",
        Sample = "sample" "各校等权（样本）" "every school alike (sample)",
    }
}
/// The coefficient in thousandths, of schools given as pupils and what each has per pupil; none where
/// nothing varies, since there are no pupils or nobody has anything.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "pupils and schools are far below 2^53, and the figure is rounded before"
)]
pub fn coefficient(schools: &[(i64, f64)], mode: Mode) -> Option<i64> {
    let weight = |pupils: i64| match mode {
        Mode::Weighted => pupils as f64,
        Mode::Population | Mode::Sample => 1.0,
    };
    let all: f64 = schools.iter().map(|(pupils, _)| weight(*pupils)).sum();
    let sums = schools.iter().map(|(pupils, q)| weight(*pupils) * q);
    let mean = sums.sum::<f64>() / all;
    let square = |(pupils, q): &(i64, f64)| weight(*pupils) * (q - mean).powi(2);
    let squares: f64 = schools.iter().map(square).sum();
    let below = if mode == Mode::Sample { all - 1.0 } else { all };
    let spread = (squares / below).sqrt() / mean;
    spread.is_finite().then(|| (spread * 1000.0).round() as i64)
}
