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
    CLEAN_UP: bool = "clean_up"
        "是否清理借调等“在编不在岗”人员：逐一列出，提示返岗"
        "whether those seconded who hold a quota place are to be called back, and listed one by one";
}
