//! What the policy says for R21 Running rotations (在途交流).

use crate::policy::values;

values! {
    "running_rotations"
    RETURN_AFTER_END: bool = "return_after_end"
        "期满后是否返回编制所在学校（否：留在现任教学校）"
        "whether those whose posting ends return to the quota school (no: they stay)";
    RECOUNT: bool = "recount"
        "往年开始、仍在交流期内的教师是否列入本学年交流名册"
        "whether running rotations are listed once more in this year's roll";
}
