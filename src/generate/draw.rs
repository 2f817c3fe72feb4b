//! Drawing by lot in whole numbers: the same seed gives the same draws on every machine.

use crate::domain::length;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of draws.
pub struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream of a topic: what one topic draws never shifts what another draws.
    pub fn new(seed: u64, topic: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(topic);
        Self(rng)
    }

    /// The stream of one of many within a topic: what is drawn for one never shifts another's draws.
    pub(super) fn at(seed: u64, topic: u64, no: usize) -> Self {
        Self::among(seed, topic, no, 0)
    }

    /// The stream of one of the people of a school, numbered from 1.
    pub(super) fn among(seed: u64, topic: u64, school: usize, number: usize) -> Self {
        let (school, number) = (u64::from(length(school)), u64::from(length(number)));
        Self::new(seed, ((((school + 1) << 24) + number) << 8) + topic)
    }

    /// A whole number below `bound`; 0 when the bound is 0.
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        // The high half of a 32 × 32 bit product; its bias is below one in four thousand million.
        let product = u64::from(self.0.next_u32()) * u64::from(bound);
        u32::try_from(product >> 32).unwrap_or_default()
    }

    /// A place in a list of so many choices.
    pub(super) fn index(&mut self, choices: usize) -> usize {
        self.below(length(choices)) as usize
    }

    /// A whole number from `least` to `most`, both included.
    pub fn range(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// The same for numbers that may be negative.
    pub(super) fn signed(&mut self, least: i32, most: i32) -> i32 {
        least + self.range(0, (most - least).cast_unsigned()).cast_signed()
    }

    /// True this many times in a thousand.
    pub(super) fn per_mille(&mut self, times: u32) -> bool {
        self.below(1000) < times
    }

    /// One of these, each as likely as its weight; the first when all weights are 0.
    pub(super) fn weighted<T: Copy + Default>(&mut self, choices: &[(T, u32)]) -> T {
        self.turn(choices, (0, 1))
    }

    /// The same for one of so many people, numbered from 0: together they hold every choice as often as its
    /// weight asks, so that no common one is missing among a hundred.
    pub(super) fn turn<T: Copy + Default>(
        &mut self,
        choices: &[(T, u32)],
        (number, people): (u32, u32),
    ) -> T {
        let all: u32 = choices.iter().map(|choice| choice.1).sum();
        let place = u64::from(number) * u64::from(all) + u64::from(self.below(all));
        let place = place.div_euclid(u64::from(people.max(1)));
        let mut left = u32::try_from(place).unwrap_or_default();
        for &(value, weight) in choices {
            if left < weight {
                return value;
            }
            left -= weight;
        }
        choices.first().map(|choice| choice.0).unwrap_or_default()
    }

    /// One of these, all as likely.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.index(from.len())).copied()
    }

    /// Puts a list into an order drawn by lot.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.index(last + 1));
        }
    }
}

/// Divides `whole` among equals, the larger parts first.
pub(super) fn evenly(whole: u32, parts: u32) -> Vec<u32> {
    apportion(whole, &vec![1; parts as usize])
}

/// Divides `whole` among weights so that the parts add up to it: largest remainder, ties to the
/// first.
pub fn apportion(whole: u32, weights: &[u64]) -> Vec<u32> {
    let all: u64 = weights.iter().sum();
    if all == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &u64| u64::from(whole) * weight;
    let down = |weight| u32::try_from(exact(weight).div_euclid(all)).unwrap_or(u32::MAX);
    let mut parts: Vec<u32> = weights.iter().map(down).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(exact(&weights[at]) % all));
    let left = whole - parts.iter().sum::<u32>();
    for at in order.into_iter().take(left as usize) {
        parts[at] += 1;
    }
    parts
}
