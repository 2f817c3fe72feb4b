//! How a total is split: what holds of every split, drawn at random.

use lungang::facts::{Claim, WhyGiven, split_total};
use num_rational::Ratio;
use proptest::prelude::*;

fn claim() -> impl Strategy<Value = Claim> {
    let ratio = (1_i64..400, 1_i64..20);
    (ratio, 1_i64..900, 0_i64..30).prop_map(|((over, under), pupils, staff)| Claim {
        asked: Ratio::new(over, under),
        pupils,
        staff,
    })
}

proptest! {
    #[test]
    fn nobody_is_cut_below_the_people_who_are_there_while_a_place_is_empty_elsewhere(
        claims in proptest::collection::vec(claim(), 1..12),
        total in 0_i64..400,
    ) {
        let given = split_total(total, &claims);
        let sum: i64 = given.iter().map(|one| one.0).sum();
        prop_assert_eq!(sum, total, "to the last head");
        let all = || given.iter().map(|one| one.0).zip(&claims);
        let cut = all().any(|(given, one)| given < one.staff);
        let empty = all().any(|(given, one)| given > one.staff);
        prop_assert!(!(cut && empty), "{given:?}");
        let full = |one: &Claim| one.staff.max(one.asked.ceil().to_integer());
        let short = all().any(|(given, one)| given < one.asked.floor().to_integer());
        let beyond = all().any(|(given, one)| given > full(one));
        prop_assert!(!(short && beyond), "more than the standard here, less there: {given:?}");
        // Of two that are given less than the standard none gets another share of it, but for one head.
        let level = given.iter().zip(&claims);
        let level = level.filter(|(given, one)| given.0 != one.staff && given.1 == WhyGiven::Level);
        let shares: Vec<_> = level.map(|(given, one)| (given.0, one.asked)).collect();
        for (here, (given, asked)) in shares.iter().enumerate() {
            for (other, theirs) in shares.iter().skip(here + 1) {
                let fair = Ratio::from_integer(*other) / theirs * asked;
                let more = Ratio::from_integer(1) + asked / theirs;
                prop_assert!((fair - Ratio::from_integer(*given)) <= more);
                prop_assert!((Ratio::from_integer(*given) - fair) <= more);
            }
        }
    }
}

#[test]
fn what_is_left_beyond_standard_and_people_goes_by_pupils_and_not_to_a_point_of_fourteen() {
    let claim = |over, pupils, staff| Claim {
        asked: Ratio::new(over, 2),
        pupils,
        staff,
    };
    // A central school and a point of three classes with three people.
    let given = split_total(30, &[claim(32, 300, 18), claim(9, 14, 3)]);
    assert_eq!(given, [(25, WhyGiven::Pupils), (5, WhyGiven::Standard)]);
    let given = split_total(22, &[claim(32, 300, 18), claim(9, 14, 3)]);
    assert_eq!(given, [(18, WhyGiven::Staff), (4, WhyGiven::Level)]);
    let given = split_total(20, &[claim(32, 300, 18), claim(9, 14, 3)]);
    assert_eq!(given, [(17, WhyGiven::Short), (3, WhyGiven::Staff)]);
}
