//! I4..: what rows of teachers must hold. I703..: schools and people together.

crate::finding::codes! { pub(in crate::input),
    DOUBLE_TEACHER "I401" error
        ["工号“{id}”重复，第{row}行已有。", "The staff id \"{id}\" stands already in row {row}."]
        ["一人只留一行；如是两人，改正工号。", "Keep one row for each person; if there are two persons, correct the id."];
    TWO_QUOTA_SCHOOLS "I402" error
        ["{teacher}（工号{id}）编制同时在两所学校：{one}、{other}（第{row}行）。", "{teacher} (id {id}) has a quota place at two schools: {one} and {other} (row {row})."]
        ["向编制部门核实后只保留一行；在别校任教的，填“现任教学校”。", "Ask the staffing office and keep one row; where she works belongs under \"work school\"."];
    SAME_PERSON "I403" warning
        ["{teacher}与第{row}行（工号{id}）姓名、出生年月都相同，可能是同一人。", "{teacher} has the same name and month of birth as row {row} (id {id}); perhaps the same person."]
        ["核对身份证件；是同一人的，只保留一行。", "Check the papers; keep one row if it is one person."];
    TOO_YOUNG "I404" error
        ["{teacher}出生于{birth}，核算时不满18周岁。", "{teacher}, born in {birth}, is under 18 on the reckoning date."]
        ["核对出生年月。", "Check the month of birth."];
    TOO_OLD "I405" error
        ["{teacher}出生于{birth}，核算时已超过65周岁，应已退休。", "{teacher}, born in {birth}, is over 65 on the reckoning date and should have retired."]
        ["核对出生年月；已退休的，从教师表中删去。", "Check the month of birth; delete those who have retired."];
    CHILD_AT_WORK "I406" error
        ["{teacher}的“{column}”是{found}，当时不满16周岁（{birth}出生）。", "{teacher}, born in {birth}, was under 16 in {found} (\"{column}\")."]
        ["核对该年月和出生年月。", "Check that month and the month of birth."];
    FUTURE "I407" error
        ["{teacher}的“{column}”是{found}，晚于核算日期{date}。", "{teacher}: \"{column}\" is {found}, after the reckoning date {date}."]
        ["核对年月，或核对 scenario.toml 的核算日期。", "Check the month, or the reckoning date in scenario.toml."];
    SCHOOL_BEFORE_CAREER "I408" warning
        ["{teacher}{found}进入本校，早于从教起始年月{career}。", "{teacher} came to the school in {found}, before teaching since {career}."]
        ["核对两个年月；确系先在本校任其他工作的无需处理。", "Check both months; nothing to do if other work at the school came first."];
    ABSENT_BUT_TEACHING "I410" error
        ["{teacher}{status}，却填了周课时{periods}节，会被误算为在教人员。", "{teacher} is {status} but has {periods} weekly periods and would be counted as teaching."]
        ["不在岗的，周课时填 0 或空白；已返岗的，改在岗状态。", "Leave the periods blank, or correct the status if she has come back."];
    STAGE_NOT_TAUGHT "I411" warning
        ["{teacher}任教学段是{stage}，但{school}是{kind}，没有这个学段。", "{teacher} teaches the {stage} stage, but {school} is a {kind} without it."]
        ["核对任教学段和现任教学校。", "Check the stage and the work school."];
    NOT_A_RISE "I413" error
        ["{teacher}拟申报{applies}，不高于现聘职称{title}。", "{teacher} applies for {applies}, which is not above the title held ({title})."]
        ["改填更高一级的职称，不申报的空白。", "Name the higher title, or leave it blank."];
    DATE_WITHOUT_TITLE "I414" warning
        ["{teacher}填了现聘职称起始年月，却没有职称。", "{teacher} has a date of title but no title."]
        ["补填现聘职称，或删去年月。", "Add the title, or delete the date."];
    TERMS_WITHOUT_OFFICE "I415" warning
        ["{teacher}填了任满{terms}届，却没有职务。", "{teacher} has served {terms} terms but holds no office."]
        ["补填职务，或把届数改为 0。", "Add the office, or set the terms to 0."];
    WISH_CLOSING "I416" warning
        ["{teacher}的志愿学校{school}新学年前撤并，该志愿无效。", "{teacher} wishes for {school}, which is closing; the wish has no effect."]
        ["请本人改填志愿。", "Ask the person to choose again."];
    WISH_OWN "I417" warning
        ["{teacher}的志愿学校{school}就是现任教学校。", "{teacher} wishes for {school}, where she already works."]
        ["不愿交流的，志愿空白即可。", "Leave the wishes blank for someone who does not wish to move."];
    SEX_AND_PROTECTION "I418" error
        ["{teacher}性别为男，保护情形却填了{protection}。", "{teacher} is male but protected as {protection}."]
        ["改正性别或保护情形。", "Correct the sex or the protection."];
    TEACHERS_WITHOUT_CLASSES "I703" warning
        ["{school}没有班级，却有教师{number}人。", "{school} has no classes but {number} teachers."]
        ["补填班级；新学年撤并的，在学校表中注明。", "Add its classes; if it is closing, say so in the table of schools."];
    LEFT_OUT "I704" warning
        ["{school}既没有学生也没有教师，不参与本次方案。", "{school} has neither pupils nor teachers and is left out of the plan."]
        ["确已停办的，从学校表中删去；否则补填班级和教师。", "Delete it if it no longer exists; otherwise add its classes and teachers."];
    CLASSES_AT_CLOSING "I705" warning
        ["{school}新学年前撤并，班级表中仍有学生{pupils}人。", "{school} is closing, yet {pupils} pupils stand in the table of classes."]
        ["把这些学生计入接收学校的班级。", "Count them in the classes of the schools that take them in."];
}
