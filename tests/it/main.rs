//! One integration binary, so that the solver is linked once.

mod codes;
mod house;
mod input;
mod values;
