//! What the policy says for R10 Last teacher of a subject (学科最后一名教师).

use crate::policy::values;

values! { "last_teacher" }
