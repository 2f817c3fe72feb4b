//! Drawing by lot: the same seed gives the same mutations on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of draws.
pub(super) struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream of a topic: what one breaker draws never shifts what another draws.
    pub(super) fn new(seed: u64, topic: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(topic);
        Self(rng)
    }

    /// A whole number below `bound`; 0 when the bound is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap();
        let product = u64::from(self.0.next_u32()) * bound;
        usize::try_from(product >> 32).unwrap()
    }

    /// The same for numbers of people and months.
    pub(super) fn less_than(&mut self, bound: i64) -> i64 {
        i64::try_from(self.below(usize::try_from(bound).unwrap())).unwrap()
    }

    /// One of two, as likely as the other.
    pub(super) fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    /// One of these, all as likely; nothing of nothing.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }

    /// So many of these, each once, in an order drawn by lot; nothing where there are fewer.
    pub(super) fn some<T: Copy>(&mut self, from: &[T], number: i64) -> Option<Vec<T>> {
        let mut list = from.to_vec();
        for last in (1..list.len()).rev() {
            let other = self.below(last + 1);
            list.swap(last, other);
        }
        let number = usize::try_from(number).ok()?;
        list.truncate(number);
        (list.len() == number).then_some(list)
    }
}
