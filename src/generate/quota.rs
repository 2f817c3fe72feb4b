//! Quota in force, the county's totals, recruits at hand, and title posts.

use super::Options;
use super::draw::{Draw, apportion};
use super::grid::Curriculum;
use super::people::Staff;
use super::places::PlaceKind;
use super::seat::Seat;
use crate::domain::Employment::{self, Contract, OnQuota, SpecialPost};
use crate::domain::Stage::{self, Junior, Primary};
use crate::domain::{Pool, PoolSource, QuotaTotal, SchoolNo, Subject, Title, TitlePost, length};

/// Quota in force by school: about the people there, a little less in growing towns and a little
/// more in shrinking villages.
pub(super) fn quotas(seats: &[Seat], staff: &Staff, options: &Options) -> Vec<u32> {
    let mut lot = Draw::new(options.seed, 4);
    let quota = |(no, seat): (usize, &Seat)| {
        let (least, most) = seat.tier.of_three(((-2, 2), (-1, 2), (0, 2)));
        let shift = lot.signed(least, most);
        let heads = length(staff.on_quota(SchoolNo(no)).count());
        let quota = seat.school.quota;
        quota.unwrap_or(heads.saturating_add_signed(shift))
    };
    seats.iter().enumerate().map(quota).collect()
}

/// The county's total by stage: the sum over its schools, that of a nine-year school split by need, and
/// a little to spare; in Zhangye enough for its villages to have vacancies.
pub(super) fn totals(seats: &[Seat], quotas: &[u32], options: &Options) -> Vec<QuotaTotal> {
    let one_in = match options.place {
        PlaceKind::Zhangye => 25,
        _ => 100,
    };
    let plan = Curriculum::national();
    let mut totals = vec![0; Stage::ALL.len()];
    for (seat, quota) in seats.iter().zip(quotas) {
        let need = |stage: &Stage| {
            let taught = u64::from(seat.school.teaches(*stage));
            taught * seat.need(&plan, |one, _| one == *stage).max(1)
        };
        let needs: Vec<u64> = Stage::ALL.iter().map(need).collect();
        for (total, part) in totals.iter_mut().zip(apportion(*quota, &needs)) {
            *total += part;
        }
    }
    // Wherever a stage is taught the county has a total for it, however few people there are.
    let taught = |stage: Stage| seats.iter().any(|seat| seat.school.teaches(stage));
    let total = |(stage, heads): (&Stage, u32)| {
        let heads = heads.max(1);
        QuotaTotal {
            stage: *stage,
            heads: heads + heads.div_ceil(one_in),
        }
    };
    let stages = Stage::ALL.iter().zip(totals);
    stages.filter(|one| taught(*one.0)).map(total).collect()
}

/// Kinds of recruits: id, employment, stage, subjects.
const RECRUITS: &[(&str, Employment, Stage, &str)] = &[
    ("Z1", OnQuota, Primary, "pe labour"),
    ("Z2", OnQuota, Primary, "english"),
    ("Z3", OnQuota, Junior, "physics maths"),
    ("Z4", SpecialPost, Primary, "music art"),
    ("Z5", SpecialPost, Primary, "chinese ethics whole_class"),
    ("Z6", Contract, Primary, "maths science"),
];

/// Recruits at hand: some on quota, special posts and contract staff, for what villages lack.
pub(super) fn recruits(staff: &Staff, options: &Options) -> Vec<Pool> {
    let mut lot = Draw::new(options.seed, 5);
    let heads = length(staff.teachers.len());
    let mut pool = |&(id, employment, stage, keys): &(&str, _, _, &str)| Pool {
        id: id.to_owned(),
        employment,
        stage,
        subjects: keys.split(' ').filter_map(Subject::find).collect(),
        number: heads.div_ceil(400) + lot.below(2),
        ..Pool::default()
    };
    let taught = |stage| staff.teachers.iter().any(|one| one.stage == stage);
    let lines = RECRUITS.iter().filter(|line| taught(line.2));
    let mut pools: Vec<Pool> = lines.map(&mut pool).collect();
    // In Dehua somebody comes back from another county, for a short subject.
    if options.place == PlaceKind::Dehua {
        pools.push(Pool {
            source: PoolSource::TransferIn,
            ..pool(&("Z7", OnQuota, Junior, "physics it"))
        });
    }
    pools
}

/// Posts of the senior and the first grade by school: whoever holds a title fills a post, and some posts
/// are empty. Of each grade the last number drawn from is how many more than are filled can be approved.
pub(super) fn title_posts(seats: &[Seat], staff: &Staff, options: &Options) -> Vec<TitlePost> {
    const GRADES: [(Title, u32); 2] = [(Title::Senior, 2), (Title::First, 3)];
    let mut lot = Draw::new(options.seed, 6);
    let mut posts = Vec::new();
    for school in (0..seats.len()).map(SchoolNo) {
        for (grade, empty) in GRADES {
            let holders = staff.on_quota(school).filter(|one| one.title == grade);
            let filled = length(holders.count());
            let approved = filled + lot.below(empty);
            if approved > 0 {
                posts.push(TitlePost {
                    school,
                    grade,
                    approved,
                    filled,
                    ..TitlePost::default()
                });
            }
        }
    }
    posts
}
