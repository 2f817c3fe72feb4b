//! Why no plan can be better, in a form that anybody can check without a solver.
//!
//! Sets and symbols: `j` columns of the program, whole numbers `l[j] ≤ x[j] ≤ u[j]`; `i` rows `Σ a[i,j]·x[j] ⋛ b[i]`;
//! goals `k` in their order, each a sum `c[k]·x`, of which the plan reaches `v[k]`; `y[i]` one multiplier for each row,
//! at least 0 for `≥`, at most 0 for `≤`, any for `=`; `z[h]` at most 0 for each earlier goal `h < k`, of which it is
//! known that `c[h]·x ≤ v[h]`; `D` a common denominator, so that all multipliers are whole numbers.
//!
//! For every point `x` that obeys all rows, whatever the multipliers are,
//!
//! `D·c[k]·x ≥ Σ_i y[i]·b[i] + Σ_h z[h]·v[h] + Σ_j min(d[j]·l[j], d[j]·u[j])`,
//! `d[j] = D·c[k,j] − Σ_i y[i]·a[i,j] − Σ_h z[h]·c[h,j]`.
//!
//! Where the right side is more than `D·(v[k] − 1)`, no whole-number point is below `v[k]`: the goal is proved. With
//! `D = 0` and a right side above 0 no point obeys the rows at all. Where neither is so for the whole program, it is so
//! for each part of it: a split takes one column and a number `n`, and `x[j] ≤ n` or `x[j] ≥ n + 1` holds for every
//! whole number. Everything is reckoned in whole numbers; how the multipliers were found does not matter.

mod certificate;
mod check;

pub use certificate::{GoalProof, Leaf, Proof, SCHEMA, Split, Step};
pub use check::{Caps, Checked, Ends, check, ends_of, proves};
