//! One integration binary, so that the solver is linked once.

mod input;
#[cfg(feature = "model")]
mod solve;
