//! How the county total of a stage is split among its schools (县域编制总量分到各校).
//!
//! Symbols, by school `s` with classes of the stage: `a` what the standards ask, exact; `h` people who hold a
//! place there next year when nothing is decided, with those of a school that closes whose pupils it takes in; `T` the
//! total; `λ` one share of the standard for all [heads].
//! - `T ≥ Σ max(h, ⌈a⌉)`: each `max(h, ⌈a⌉)`, and what is left in proportion to pupils;
//! - `Σ h ≤ T` otherwise: `max(h, λ·a)`: nobody is cut below the people who are there while a place is empty elsewhere;
//! - `T < Σ h`: `min(h, λ·a)`: no place is empty while there are too many people elsewhere.
//!
//! `λ` is such that the sum is `T`, in whole numbers by largest remainder. Where the policy has the place go along with
//! whoever moves, people and places come together by moves, and nobody asks for this: it is `λ·a` for all.

use crate::domain::labelled_enum;
use num_rational::Ratio;
use std::cmp::Reverse;

labelled_enum! {
    /// 核定依据。Why a school is given the quota that it is given.
    WhyGiven {
        Standard = "standard" "按标准" "by the standard",
        Staff = "staff" "按现有在编人数，不核减" "as many as the people who are there",
        Pupils = "pupils" "满足标准和现有在编后，余额按学生数分" "what is left beyond standard and people, by pupils",
        Level = "level" "各校按标准的同一比例" "the same share of the standard for all schools",
        Short = "short" "总量少于现有在编人数，核减" "cut: the total is less than the people who are there",
        InForce = "in_force" "沿用现行核定数" "as in force",
    }
}

/// What is looked at of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// What the standards ask, exact, heads.
    pub asked: Ratio<i64>,
    /// Pupils.
    pub pupils: i64,
    /// People who are there and are not to be cut.
    pub staff: i64,
}

impl Claim {
    /// The standard in whole heads, or the people who are there.
    fn full(&self) -> i64 {
        self.staff.max(self.asked.ceil().to_integer())
    }
}

/// Splits a total: what each school is given, and why.
pub fn split_total(total: i64, claims: &[Claim]) -> Vec<(i64, WhyGiven)> {
    let staff: i64 = claims.iter().map(|one| one.staff).sum();
    let full: i64 = claims.iter().map(Claim::full).sum();
    if total >= full {
        let pupils: Vec<_> = claims
            .iter()
            .map(|one| Ratio::from_integer(one.pupils))
            .collect();
        let more = apportion(total - full, &pupils);
        let all = claims.iter().zip(more);
        return all
            .map(|(one, more)| (one.full() + more, why_full(one, more)))
            .collect();
    }
    let is_short = total < staff;
    let stays = |share: Ratio<i64>, staff: i64| {
        let staff = Ratio::from_integer(staff);
        if is_short {
            share > staff
        } else {
            share < staff
        }
    };
    let cut = if is_short {
        WhyGiven::Short
    } else {
        WhyGiven::Level
    };
    let given = level(total, claims, stays).into_iter().zip(claims);
    let why = |given: i64, one: &Claim| {
        let kept = is_short || one.asked < Ratio::from_integer(given);
        if kept && given == one.staff {
            WhyGiven::Staff
        } else {
            cut
        }
    };
    given.map(|(given, one)| (given, why(given, one))).collect()
}

fn why_full(one: &Claim, more: i64) -> WhyGiven {
    if more > 0 {
        WhyGiven::Pupils
    } else if one.staff > one.asked.ceil().to_integer() {
        WhyGiven::Staff
    } else {
        WhyGiven::Standard
    }
}

/// In proportion to what is asked; a school for which `stays` holds is given as many as it has people.
fn level(total: i64, claims: &[Claim], stays: impl Fn(Ratio<i64>, i64) -> bool) -> Vec<i64> {
    let mut kept = vec![false; claims.len()];
    loop {
        let of = |no: usize, one: &Claim| if kept[no] { one.staff } else { 0 };
        let there: i64 = claims.iter().enumerate().map(|(no, one)| of(no, one)).sum();
        let left = (total - there).max(0);
        let asked = claims.iter().zip(&kept);
        let asked = asked.map(|(one, kept)| {
            if *kept {
                Ratio::from_integer(0)
            } else {
                one.asked
            }
        });
        let asked: Vec<Ratio<i64>> = asked.collect();
        let sum: Ratio<i64> = asked.iter().sum();
        let more: Vec<usize> = (0..claims.len())
            .filter(|no| !kept[*no] && sum > Ratio::from_integer(0))
            .filter(|no| stays(asked[*no] / sum * left, claims[*no].staff))
            .collect();
        if more.is_empty() {
            let given = apportion(left, &asked).into_iter().enumerate();
            return given
                .map(|(no, given)| given + of(no, &claims[no]))
                .collect();
        }
        for no in more {
            kept[no] = true;
        }
    }
}

/// Whole numbers in proportion to the parts that sum to the total exactly: each its floor, and what
/// is left one by one to the largest remainders, ties to the earlier part. When all parts are zero
/// nobody gets anything.
pub fn apportion(total: i64, parts: &[Ratio<i64>]) -> Vec<i64> {
    let sum: Ratio<i64> = parts.iter().sum();
    if sum <= Ratio::from_integer(0) {
        return vec![0; parts.len()];
    }
    let ideal: Vec<_> = parts.iter().map(|part| *part / sum * total).collect();
    let mut given: Vec<_> = ideal.iter().map(|one| one.floor().to_integer()).collect();
    let left = usize::try_from(total - given.iter().sum::<i64>()).unwrap_or(0);
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|no| (Reverse(ideal[*no].fract()), *no));
    for no in order.into_iter().take(left) {
        given[no] += 1;
    }
    given
}
