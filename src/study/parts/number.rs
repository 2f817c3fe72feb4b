//! Which part of how many, and which jobs are its own.

use crate::decide::Decided;
use crate::disk::sha256;
use serde::{Deserialize, Serialize};
use std::fmt;

/// More parts than any study has jobs worth sending away.
const MOST: usize = 100_000;

/// One part of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PartOf {
    /// Which, from one.
    pub part: usize,
    /// Of how many.
    pub of: usize,
}

impl PartOf {
    /// The whole as its only part.
    pub const WHOLE: Self = Self { part: 1, of: 1 };

    /// A part by its number; whoever counts from nought gets the same parts, since `0/n` is `n/n`. None where there is no
    /// such part.
    pub fn new(part: usize, of: usize) -> Option<Self> {
        let is_one = (1..=MOST).contains(&of) && part <= of;
        let part = if part == 0 { of } else { part };
        is_one.then_some(Self { part, of })
    }

    /// All parts of as many.
    pub fn all(self) -> impl Iterator<Item = Self> {
        let of = self.of;
        (1..=of).map(move |part| Self { part, of })
    }

    /// Those of all jobs that are its own.
    pub fn of_all<T>(self, all: &[T]) -> impl Iterator<Item = &T> {
        all.iter().skip(self.part - 1).step_by(self.of)
    }

    /// How many of so many jobs are its own.
    pub fn share(self, jobs: usize) -> usize {
        (self.part..=jobs).step_by(self.of).count()
    }

    /// What its file is called.
    pub fn file(self) -> String {
        format!("part-{}-of-{}.json", self.part, self.of)
    }
}

impl fmt::Display for PartOf {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}/{}", self.part, self.of)
    }
}

/// By what the plan of a base is known: with another one the jobs of two parts would be compared with different things.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BaseKey(String);

impl BaseKey {
    /// Of this plan, where there is one.
    pub(in crate::study) fn of(base: Option<&Decided>) -> Self {
        let plan = base.map(|base| format!("{:?}", base.placement));
        Self(plan.map_or_else(String::new, |plan| sha256(plan.as_bytes())))
    }
}
