//! The time that a command may take, as it is given.

use super::ending::{Trouble, bad_argument};
use crate::text::Text;
use std::time::Duration;

/// Seconds of a year: no run is longer.
const A_YEAR: u64 = 31_536_000;

/// So long a command may take; no limit where none is given.
pub(super) fn limit(seconds: Option<u64>) -> Result<Option<Duration>, Trouble> {
    if let Some(seconds) = seconds.filter(|seconds| *seconds > A_YEAR) {
        let expected = Text::new(
            "不超过 31536000 的秒数（一年）；不限时间的，不写此参数",
            "seconds, at most 31536000 (a year); leave it out for no limit",
        );
        return Err(bad_argument("--time-limit", &seconds.to_string(), expected));
    }
    Ok(seconds.map(Duration::from_secs))
}
