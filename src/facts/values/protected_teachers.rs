//! What the policy says for R02 Protected teachers (保护人员).

use crate::facts::Exemption;
use crate::policy::values;

values! {
    "protected_teachers"
    LOCKS: Vec<Exemption> = "locks"
        "本人自愿也不得调动的情形" "what forbids moving even a volunteer";
    RELEASE_VOLUNTEERS: bool = "release_volunteers"
        "其他免交流情形（年龄、年限、临近退休等）的教师自愿报名并填写志愿的，可以交流到志愿学校"
        "a volunteer who is exempt for another reason (age, years, near retirement) may go to the schools that she names";
}
