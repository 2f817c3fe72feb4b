//! Quota in force, the county's totals, and recruits at hand.

use super::draw::{Draw, apportion};
use super::grid;
use super::options::Options;
use super::people::Staff;
use super::places::PlaceKind;
use super::seat::{Seat, Tier};
use crate::domain::{Employment, Pool, PoolSource, QuotaTotal, Stage, Subject};

/// Quota in force by school: about the people there, a little less in growing towns and a little
/// more in shrinking villages.
pub(super) fn quotas(seats: &[Seat], staff: &Staff, options: &Options) -> Vec<u32> {
    let mut lot = Draw::new(options.seed, 4);
    let quota = |(no, seat): (usize, &Seat)| {
        let heads = staff
            .teachers
            .iter()
            .filter(|one| one.quota_school.0 == no && one.employment == Employment::OnQuota)
            .count();
        let shift = match seat.tier {
            Tier::Core => lot.signed(-2, 2),
            Tier::Town => lot.signed(-1, 2),
            Tier::Village => lot.signed(0, 2),
        };
        seat.school.quota.unwrap_or_else(|| {
            u32::try_from(heads)
                .unwrap_or_default()
                .saturating_add_signed(shift)
        })
    };
    seats.iter().enumerate().map(quota).collect()
}

/// The county's total by stage: the sum over its schools, that of a nine-year school split by need, and
/// a little to spare; in Zhangye enough for its villages to have vacancies.
pub(super) fn totals(seats: &[Seat], quotas: &[u32], options: &Options) -> Vec<QuotaTotal> {
    let one_in = if options.place == PlaceKind::Zhangye {
        25
    } else {
        100
    };
    let plan = grid::Curriculum::national();
    let mut totals = vec![0u32; Stage::ALL.len()];
    for (seat, quota) in seats.iter().zip(quotas) {
        let needs: Vec<u64> = Stage::ALL
            .iter()
            .map(|stage| {
                if seat.school.teaches(*stage) {
                    seat.need(&plan, *stage).max(1)
                } else {
                    0
                }
            })
            .collect();
        for (total, part) in totals.iter_mut().zip(apportion(*quota, &needs)) {
            *total += part;
        }
    }
    let total = |(stage, heads): (&Stage, &u32)| QuotaTotal {
        stage: *stage,
        heads: heads + heads.div_ceil(one_in),
    };
    let stages = Stage::ALL.iter().zip(&totals);
    stages.filter(|total| *total.1 > 0).map(total).collect()
}

/// Recruits at hand: some on quota, special posts and contract staff, for what villages lack.
pub(super) fn recruits(staff: &Staff, options: &Options) -> Vec<Pool> {
    const LINES: &[(&str, Employment, Stage, &[&str])] = &[
        ("Z1", Employment::OnQuota, Stage::Primary, &["pe", "labour"]),
        ("Z2", Employment::OnQuota, Stage::Primary, &["english"]),
        (
            "Z3",
            Employment::OnQuota,
            Stage::Junior,
            &["physics", "maths"],
        ),
        (
            "Z4",
            Employment::SpecialPost,
            Stage::Primary,
            &["music", "art"],
        ),
        (
            "Z5",
            Employment::SpecialPost,
            Stage::Primary,
            &["chinese", "ethics", "whole_class"],
        ),
        (
            "Z6",
            Employment::Contract,
            Stage::Primary,
            &["maths", "science"],
        ),
    ];
    let mut lot = Draw::new(options.seed, 5);
    let stages: Vec<Stage> = staff.teachers.iter().map(|one| one.stage).collect();
    let heads = u32::try_from(stages.len()).unwrap_or(u32::MAX);
    let mut pool = |(id, employment, stage, keys): (&str, Employment, Stage, &[&str])| Pool {
        id: id.to_owned(),
        employment,
        stage,
        subjects: keys.iter().filter_map(|key| Subject::find(key)).collect(),
        number: heads.div_ceil(400) + lot.below(2),
        ..Pool::default()
    };
    let lines = LINES.iter().filter(|line| stages.contains(&line.2));
    let mut pools: Vec<Pool> = lines.map(|line| pool(*line)).collect();
    // In Dehua somebody comes back from another county, for a short subject.
    if options.place == PlaceKind::Dehua {
        let line = (
            "Z7",
            Employment::OnQuota,
            Stage::Junior,
            &["physics", "it"][..],
        );
        pools.push(Pool {
            source: PoolSource::TransferIn,
            ..pool(line)
        });
    }
    pools
}
