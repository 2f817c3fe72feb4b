//! A posting that runs while the plan is made.

use crate::domain::{Form, Month};

/// A posting that is already running.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ongoing {
    /// Its form.
    pub form: Form,
    /// First month.
    pub from: Month,
    /// Last month, when set.
    pub to: Option<Month>,
    /// The school year that is planned is its n-th (1 = first).
    pub year_no: i32,
    /// It goes on through the school year that is planned; otherwise she returns.
    pub goes_on: bool,
    /// It counts once more among this year's rotations (policy switch).
    pub counts: bool,
}
