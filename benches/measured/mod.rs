//! What the benches share: jobs measured so that their medians can be set against one another.

use criterion::{BenchmarkId, Criterion, SamplingMode};
use std::time::{Duration, Instant};

/// Few samples of long jobs.
pub(crate) fn criterion() -> Criterion {
    Criterion::default()
        .configure_from_args()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(1))
        .measurement_time(Duration::from_secs(1))
}

/// Measures one job and gives its median.
pub(crate) fn measured(
    criterion: &mut Criterion,
    job: &str,
    county: &str,
    mut run: impl FnMut(),
) -> Duration {
    let mut all = Vec::new();
    let mut group = criterion.benchmark_group(job);
    group.sampling_mode(SamplingMode::Flat);
    group.bench_function(BenchmarkId::from_parameter(county), |bencher| {
        bencher.iter_custom(|times| {
            let start = Instant::now();
            (0..times).for_each(|_| run());
            let taken = start.elapsed();
            all.push(taken / u32::try_from(times).unwrap());
            taken
        });
    });
    group.finish();
    all.sort_unstable();
    all.get(all.len() >> 1).copied().unwrap_or_default()
}

/// How many times the one takes of the other.
pub(crate) fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
