//! I71.., I72..: pins and bans.

super::codes! {
    NOT_SIGNED "I711" Error
        ["这条决定没有写{what}。", "This decision has no {what}."]
        ["写明理由（reason）和决定人（author），以备查对。", "Give the reason and the author, so that it can be checked later."];
    NO_TEACHER "I712" Error
        ["这条决定没有写教师（teacher）。", "This decision names no teacher."]
        ["写上教师工号。", "Add the staff number."];
    NO_SCHOOL_IN_PIN "I713" Error
        ["指定去向的决定没有写学校（school）。", "This pin names no school."]
        ["写上学校代码；要求留任的，写现任教学校。", "Add the school; to keep someone, name the present school."];
    UNKNOWN_TEACHER_RULED "I714" Error
        ["决定中的教师“{found}”不在教师表中。", "The decision names the teacher \"{found}\", who is not in the table of teachers."]
        ["核对工号。", "Check the staff number."];
    UNKNOWN_SCHOOL_RULED "I715" Error
        ["决定中的学校“{found}”不在学校表中。", "The decision names the school \"{found}\", which is not in the table of schools."]
        ["核对学校代码。", "Check the school id."];
}
