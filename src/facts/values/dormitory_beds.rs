//! What the policy says for R17 Dormitory beds (周转宿舍床位).

use crate::policy::values;

values! { "dormitory_beds" }
