//! I71.., I72..: pins and bans.

crate::finding::codes! { pub(in crate::input),
    NOT_SIGNED "I711" error
        ["这条决定没有写{what}。", "This decision has no {what}."]
        ["写明理由（reason）和决定人（author），以备查对。", "Give the reason and the author, so that it can be checked later."];
    NO_TEACHER "I712" error
        ["这条决定没有写教师（teacher）。", "This decision names no teacher."]
        ["写上教师工号。", "Add the staff number."];
    NO_SCHOOL_IN_PIN "I713" error
        ["指定去向的决定没有写学校（school）。", "This pin names no school."]
        ["写上学校代码；要求留任的，写现任教学校。", "Add the school; to keep someone, name the present school."];
    UNKNOWN_TEACHER_RULED "I714" error
        ["决定中的教师“{found}”不在教师表中。", "The decision names the teacher \"{found}\", who is not in the table of teachers."]
        ["核对工号。", "Check the staff number."];
    UNKNOWN_SCHOOL_RULED "I715" error
        ["决定中的学校“{found}”不在学校表中。", "The decision names the school \"{found}\", which is not in the table of schools."]
        ["核对学校代码。", "Check the school id."];
    PIN_PROTECTED "I721" error
        ["决定{teacher}去{school}，但此人属于保护情形：{protections}。", "{teacher} is pinned to {school} but protected: {protections}."]
        ["撤销这条决定；保护情形已经消失的，更新教师表。", "Withdraw the pin; if the protection has ended, update the table of teachers."];
    TWO_PINS "I722" error
        ["{teacher}有两条去向决定：{one}、{other}。", "{teacher} has two pins: {one} and {other}."]
        ["只保留一条。", "Keep one of them."];
    PIN_CLOSED "I723" error
        ["决定{teacher}去{school}，但该校新学年前撤并。", "{teacher} is pinned to {school}, which is closing."]
        ["改定其他学校。", "Choose another school."];
    PIN_AND_BAN "I724" error
        ["既决定{teacher}去{school}，又不准去。", "{teacher} is both pinned to {school} and banned from it."]
        ["两条决定只能保留一条。", "Only one of the two decisions can stand."];
    DOUBLE_BAN "I725" warning
        ["对{teacher}的同一条限制写了两次。", "The same ban on {teacher} is written twice."]
        ["删去重复的一条。", "Delete one of them."];
    TRAPPED "I726" error
        ["对{teacher}的限制合在一起，既不能留在{school}，也不能去任何学校。", "Together the bans on {teacher} forbid both staying at {school} and going anywhere else."]
        ["撤销其中一条限制。", "Withdraw one of the bans."];
    NOBODY_LEFT "I727" error
        ["{school}要开“{subject}”，但全县能教该学科的教师都被限制到该校任教（共{number}人）。", "{school} must teach {subject}, but everyone in the county who can teach it ({number} in all) is banned from the school."]
        ["至少放开其中一人。", "Lift the ban for at least one of them."];
    PIN_NOT_TEACHING "I728" error
        ["决定{teacher}去{school}，但此人现在{status}。", "{teacher} is pinned to {school}, but is {status}."]
        ["待本人返岗后再定，或更新在岗状态。", "Wait for the return, or update the status."];
}
