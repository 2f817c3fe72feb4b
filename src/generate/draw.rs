//! Drawing by lot in whole numbers: the same seed gives the same draws on every machine.

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

    /// A whole number below `bound`; 0 when the bound is 0.
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        // The high half of a 32 × 32 bit product; its bias is below one in four thousand million.
        let product = u64::from(self.0.next_u32()) * u64::from(bound);
        u32::try_from(product >> 32).unwrap_or_default()
    }

    /// A whole number from `least` to `most`, both included.
    pub fn range(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// The same for numbers that may be negative.
    pub(super) fn signed(&mut self, least: i32, most: i32) -> i32 {
        let span = u32::try_from(most - least).unwrap_or_default();
        least + i32::try_from(self.below(span + 1)).unwrap_or_default()
    }

    /// True this many times in a thousand.
    pub(super) fn per_mille(&mut self, times: u32) -> bool {
        self.below(1000) < times
    }

    /// One of these, each as likely as its weight; the first when all weights are 0.
    pub(super) fn weighted<T: Copy>(&mut self, choices: &[(T, u32)]) -> Option<T> {
        let all: u32 = choices.iter().map(|choice| choice.1).sum();
        let mut left = self.below(all);
        for &(value, weight) in choices {
            if left < weight {
                return Some(value);
            }
            left -= weight;
        }
        choices.first().map(|choice| choice.0)
    }

    /// One of these, all as likely.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let count = u32::try_from(from.len()).unwrap_or(u32::MAX);
        from.get(usize::try_from(self.below(count)).unwrap_or_default())
            .copied()
    }

    /// Puts a list into an order drawn by lot.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let bound = u32::try_from(last + 1).unwrap_or(u32::MAX);
            list.swap(last, usize::try_from(self.below(bound)).unwrap_or_default());
        }
    }
}

/// Divides `whole` among weights so that the parts add up to it: largest remainder, ties to the
/// first.
pub fn apportion(whole: u32, weights: &[u64]) -> Vec<u32> {
    let all: u64 = weights.iter().sum();
    if all == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &u64| u64::from(whole) * weight;
    let down = |product: u64| {
        #[allow(
            clippy::integer_division,
            reason = "rounded down; the remainder is dealt out below"
        )]
        let part = product / all;
        u32::try_from(part).unwrap_or(u32::MAX)
    };
    let mut parts: Vec<u32> = weights.iter().map(|weight| down(exact(weight))).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(exact(&weights[at]) % all));
    let dealt: u32 = parts.iter().sum();
    for at in order
        .into_iter()
        .take(usize::try_from(whole - dealt).unwrap_or_default())
    {
        parts[at] += 1;
    }
    parts
}
