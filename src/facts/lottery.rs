//! The lottery among equals.

use crate::input::sha256;

/// What the lottery draws for someone: SHA-256 of the seed, a colon and the staff id. The smallest
/// goes first; `printf '2027:T0012' | sha256sum` shows it to anyone.
pub fn ticket(seed: &str, id: &str) -> String {
    sha256(format!("{seed}:{id}").as_bytes())
}
